"""What can be wrong with alerts and crisis rooms, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

ROOMS_TEXTS: Final[dict[str, str]] = {
    "alert_unknown": "Este alerta não existe mais. Nada foi alterado. Abra a lista de alertas de novo.",
    "alert_taken": "{name} já assumiu este alerta. Nada foi alterado. Combine com essa pessoa como dividir o trabalho.",
    "room_unknown": "Esta sala de crise não existe mais. Nada foi alterado. Abra a lista de salas de novo.",
    "room_changed": (
        "Outra pessoa mudou esta sala enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "room_closed": "Esta sala já foi encerrada. Nada foi alterado. Reabra a sala para continuar nela.",
    "room_open": "Esta sala já está aberta. Nada foi alterado.",
    "room_name_missing": "Dê um nome à sala, como “Vidro na geleia”.",
    "room_name_long": "O nome da sala é longo demais (até {limit} letras). Encurte o nome.",
    "crisis_level_unknown": "Escolha o nível da crise.",
    "drill_touches_nothing": (
        "Um exercício não usa menções nem atendimentos de verdade. Nada foi alterado. "
        "Descreva a situação no texto do exercício, ou abra uma sala de verdade."
    ),
    "too_many_mentions": "São menções demais de uma vez (até {limit}). Nada foi juntado. Junte aos poucos.",
    "area_told": "A área {name} já foi avisada.",
    "area_confirmed": "Esta área já confirmou, ou ainda não foi avisada. Nada foi alterado.",
    "crisis_text_long": "O texto é longo demais (até {limit} letras). Ele continua aqui. Encurte e salve de novo.",
    "position_missing": "Ainda não há posição para isso. Escreva o texto da posição primeiro.",
    "position_approved": "Esta posição já está aprovada.",
    "position_own": (
        "Quem escreveu a posição não pode aprovar. O texto está guardado. Peça a outra pessoa da supervisão que aprove."
    ),
}

"""What can be wrong with areas and route rules, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

AREA_TEXTS: Final[dict[str, str]] = {
    "area_name_missing": "Falta o nome da área. Nada foi gravado.",
    "area_name_long": "O nome da área passa de {limit} letras. Nada foi gravado. Encurte o nome.",
    "area_name_taken": "Já existe uma área chamada “{name}”. Nada foi gravado. Escolha outro nome.",
    "area_contact_long": "O contato passa de {limit} letras. Nada foi gravado. Encurte o texto.",
    "area_minutes_invalid": "O prazo precisa ter de 1 minuto a {days} dias. Nada foi gravado. Corrija o prazo.",
    "area_calendar_unknown": "Este calendário não existe mais. Nada foi gravado. Escolha outro.",
    "area_changed": (
        "Outra pessoa mudou esta área enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "area_retired": "Esta área está aposentada. Nada mudou. Traga a área de volta primeiro.",
    "area_is_ombudsman": (
        "{name} é a última instância, e a equipe precisa de uma. Nada mudou. Escolha outra área como Ouvidoria antes."
    ),
    "area_has_cases": (
        "Em {name} ainda há atendimentos abertos: {n}. A área continua em uso. "
        "Responda ou encaminhe esses atendimentos e tente de novo."
    ),
    "representative_not_member": "Quem representa a área precisa fazer parte dela. Nada foi gravado.",
    "not_your_area": "Isto espera por outra área. Nada mudou. Só quem faz parte dela responde.",
    "not_with_area": "Este atendimento não está com uma área. Nada mudou. Quem atende encerra por aqui.",
    "route_without_condition": (
        "A regra “{name}” não tem condição e valeria para tudo. Nada foi gravado. Marque ao menos uma."
    ),
    "route_without_area": "A regra “{name}” não diz para qual área vai. Nada foi gravado. Escolha a área.",
    "route_without_reason": "A regra “{name}” não diz o motivo. Nada foi gravado. A área precisa saber por que recebe.",
    "route_without_name": "Falta o nome da regra, ou o texto é longo demais. Nada foi gravado.",
    "route_number_invalid": "Um número da regra “{name}” não serve. Nada foi gravado. Confira vezes, dias e nível.",
    "route_key_twice": "Duas regras têm a mesma chave ({name}). Nada foi gravado. Apague uma delas.",
    "route_too_many": "Há regras demais. Nada foi gravado. Junte as parecidas.",
}

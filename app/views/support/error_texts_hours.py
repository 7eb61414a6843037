"""What can be wrong with opening hours, dates and targets, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

HOURS_TEXTS: Final[dict[str, str]] = {
    "calendar_changed": (
        "Outra pessoa mudou este horário enquanto você editava. Nada foi gravado por cima. "
        "Confira o que mudou e faça a sua mudança de novo."
    ),
    "calendar_name_missing": "Falta o nome do horário. Nada foi gravado. Escreva um nome curto, como “E-mail”.",
    "calendar_name_taken": "Já existe um horário chamado “{name}”. Nada foi gravado. Escolha outro nome.",
    "calendar_is_first": (
        "“{name}” é o horário da equipe: vale para quem não tem um próprio e não pode ser excluído. "
        "Mude os horários dele, se precisar."
    ),
    "zone_unknown": "O fuso “{zone}” não existe neste computador. Nada foi gravado. Escolha um da lista.",
    "hours_unreadable": (
        "Não entendi o intervalo “{interval}” ({day}). Nada foi gravado. Escreva assim: 09:00-12:00, 13:00-18:00."
    ),
    "hours_backwards": (
        "O intervalo {interval} ({day}) termina antes de começar. Nada foi gravado. "
        "Para passar da meia-noite, use dois: até 24:00 num dia e desde 00:00 no outro."
    ),
    "hours_overlap": (
        "O intervalo {interval} ({day}) começa antes de o anterior terminar. Nada foi gravado. Separe ou junte os dois."
    ),
    "exception_name_missing": (
        "Falta dizer o que é o dia {day}. Nada foi gravado. Escreva, por exemplo, “Aniversário da cidade”."
    ),
    "reply_text_missing": "A resposta automática está vazia. Nada foi gravado. Escreva ao menos uma frase.",
    "state_unknown": "O estado “{state}” não é conhecido. Nada foi preenchido. Escolha um da lista.",
    "holiday_year_unknown": "Os feriados só são conhecidos de {first} a {last}. Nada foi preenchido.",
    "table_too_long": "A tabela passa de {limit} linhas. Nada foi lido. Divida em partes.",
    "target_changed": (
        "Outra pessoa mudou os prazos enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "target_name_missing": "Falta o nome do prazo. Nada foi gravado. Escreva um nome que a equipe reconheça.",
    "target_time_missing": (
        "Os dois tempos precisam ir de 1 minuto a 1 ano. Nada foi gravado. "
        "Escreva, por exemplo, 30 min, 2 h ou 1 dia útil."
    ),
    "target_backwards": (
        "A solução não pode vencer antes da primeira resposta. Nada foi gravado. Aumente o tempo da solução."
    ),
    "target_warning": "O aviso precisa ficar entre 1 % e 99 % do prazo. Nada foi gravado.",
    "legal_norm_missing": "Falta a norma. Nada foi gravado. Escreva a lei, o decreto ou a prática que fixa o prazo.",
    "legal_term_missing": "O prazo precisa ter de 1 a 3.650 dias. Nada foi gravado.",
    "legal_validity_backwards": (
        "A nova vigência de “{name}” precisa começar depois da que ela substitui. Nada foi gravado. "
        "Escolha uma data posterior."
    ),
    "target_nature_unknown": (
        "O arquivo fala da natureza “{key}”, que não existe na sua árvore. Nada foi alterado. "
        "Traga antes a árvore de classificação do mesmo arquivo."
    ),
}
DAY_WORDS: Final[dict[str, str]] = {
    "weekday_0": "segunda-feira",
    "weekday_1": "terça-feira",
    "weekday_2": "quarta-feira",
    "weekday_3": "quinta-feira",
    "weekday_4": "sexta-feira",
    "weekday_5": "sábado",
    "weekday_6": "domingo",
    "no_weekday": "nesta data",
}
"""Days of the week as errors carry them -> the word of the sentence."""

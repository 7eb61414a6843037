"""What can be wrong with the rules of the counter, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

RULES_TEXTS: Final[dict[str, str]] = {
    "setting_changed": (
        "Outra pessoa mudou esta regra enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "rules_changed_since": (
        "As regras já foram mudadas depois disso. Nada foi desfeito. Veja o histórico de mudanças e ajuste à mão."
    ),
    "rule_set_unreadable": (
        "O arquivo de regras não pôde ser lido (parte: {section}). Nada foi alterado. "
        "Use um arquivo exportado pelo Balcão."
    ),
    "rule_set_newer": (
        "O arquivo de regras vem de um Balcão mais novo ({version}). Nada foi alterado. "
        "Atualize o Balcão e tente de novo."
    ),
    "rule_set_too_large": "O arquivo de regras é grande demais. Nada foi alterado. Exporte só as seções que precisa.",
    "rule_file_unwritable": (
        "O arquivo de regras não pôde ser gravado em {folder}. As regras não mudaram. "
        "Verifique o espaço e a permissão da pasta, ou escolha outra."
    ),
    "rule_file_unreadable": (
        "O arquivo {name} não pôde ser aberto. Nada foi alterado. Verifique se ele ainda está lá e tente de novo."
    ),
    "approve_own_reply": (
        "Quem escreveu a resposta não pode aprová-la. Ela continua esperando. Peça a outra pessoa da supervisão."
    ),
    "calendar_never_opens": (
        "O horário “{name}” não abre em dia nenhum. Nada foi salvo. Abra pelo menos um dia da semana."
    ),
    "clock_never_ends": (
        "No horário “{name}”, a meta “{target}” nunca terminaria de contar. Nada foi salvo. "
        "Abra mais horas ou encurte a meta."
    ),
    "template_changed": (
        "Outra pessoa mudou este modelo enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "template_without_name": "Falta o nome do modelo. Nada foi gravado. Escreva um nome que a equipe reconheça.",
    "template_without_text": "Falta o texto do modelo. Nada foi gravado.",
    "template_too_long": "O texto passa de {limit} caracteres. Nada foi gravado. Encurte um pouco.",
    "template_name_taken": "Já existe um modelo chamado “{name}”. Nada foi gravado. Escolha outro nome.",
    "shortcut_taken": "O atalho “{shortcut}” já é do modelo “{name}”. Nada foi gravado. Escolha outro atalho.",
    "article_changed": (
        "Outra pessoa mudou este material enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "article_missing": "Este material não existe mais. Nada foi alterado. Atualize a lista.",
    "article_without_title": "Falta o título do material. Nada foi gravado.",
    "article_without_text": "Falta o texto do material. Nada foi gravado.",
    "article_too_long": "O texto passa de {limit} caracteres. Nada foi gravado. Divida em dois materiais.",
    "article_title_taken": "Já existe um material chamado “{title}”. Nada foi gravado. Escolha outro título.",
    "reply_not_public": "Só uma resposta pública já enviada vira material de apoio. Nada foi criado.",
    "clock_missing": "Este prazo não existe neste atendimento. Nada foi alterado. Atualize a tela.",
    "duty_unknown": (
        "O perfil legal da empresa não tem essa obrigação hoje. Nada foi registrado. Confira Configurações, Prazos."
    ),
    "duty_known": "O atendimento já tem essa obrigação. Nada foi registrado de novo.",
    "duty_missing": "Esta obrigação já foi cumprida ou não existe mais. Nada foi alterado. Atualize o atendimento.",
    "duty_future": "A data do pedido ainda não chegou. Nada foi registrado. Escolha hoje ou um dia antes.",
    "breach_missing": "Este prazo perdido já tem o motivo. Nada foi alterado. Atualize o atendimento.",
    "contact_unusable": (
        "“{line}” não serve como contato da empresa. O que você digitou continua aqui. "
        "Confira o número, o CNPJ ou o domínio, que não pode ser de e-mail gratuito, e tente de novo."
    ),
    "practice_unusable": (
        "Esta mudança não pode ser gravada: falta um nome ou há dois iguais. O que você digitou continua aqui. "
        "Confira os campos e tente de novo."
    ),
    "picture_unusable": "A figura precisa ser PNG ou JPEG e ter no máximo {limit} kB. A anterior continua valendo.",
    "crisis_matrix_invalid": (
        "A matriz de crises não pode ser salva assim (nível {level}, {group} {word}). Nada foi gravado. "
        "Veja o aviso acima da matriz e corrija."
    ),
    "burst_limits_invalid": (
        "Estes limites de pico não servem. Nada foi gravado. Confira semanas, vezes e pontos e tente de novo."
    ),
}

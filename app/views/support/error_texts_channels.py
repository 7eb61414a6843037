"""What can be wrong with the accounts on the networks, as Portuguese sentences; joined in ``error_texts``."""

from __future__ import annotations

from typing import Final

CHANNEL_TEXTS: Final[dict[str, str]] = {
    "account_name_missing": "Falta o nome da conta. Nada foi gravado. Escreva um nome que a equipe reconheça.",
    "account_field_missing": (
        "Falta preencher um campo obrigatório. Nada foi gravado. Preencha o campo destacado e tente de novo."
    ),
    "account_field_wrong": (
        "Um dos campos não pode ser usado assim. Nada foi gravado. Confira o campo destacado e tente de novo."
    ),
    "account_exists": "Já existe uma conta “{name}” nesta rede. Nada foi gravado. Escolha outro nome.",
    "account_changed": (
        "Outra pessoa mudou a conta “{name}” enquanto você editava. O que você digitou continua aqui. "
        "Confira a mudança e salve de novo."
    ),
    "account_missing": "Esta conta não existe mais. Nada foi alterado. Atualize a lista de canais.",
    "account_cannot_answer": (
        "Nesta rede o Balcão só consegue ouvir, não responder. Nada foi alterado. "
        "Responda no site da rede e registre a resposta no atendimento."
    ),
    "account_terms_too_many": "São mais de {limit} termos. Nada foi gravado. Fique com os mais importantes.",
    "account_term_too_long": "Há um termo com mais de {limit} letras. Nada foi gravado. Encurte o termo.",
    "sign_in_port_taken": (
        "Outra entrada pelo navegador ainda está esperando neste computador. Nada foi alterado. "
        "Conclua ou cancele a outra e tente de novo."
    ),
    "team_key_missing": (
        "As senhas das contas estão guardadas com a chave da equipe, que não está neste computador. Nada foi alterado. "
        "Peça o código da chave a quem administra o Balcão e digite em Configurações, Canais."
    ),
    "team_code_wrong": (
        "Este código não é o da chave da sua equipe. Nada foi gravado. Confira letra por letra e tente de novo."
    ),
}

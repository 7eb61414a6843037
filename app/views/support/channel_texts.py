"""The networks in an attendant's words: what went wrong and what to do, lights, abilities, the fields of a form."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.models.domain.channel_health import Light, Problem
from app.models.domain.channel_kind import Ability, Grade


def _tr(text: str) -> str:
    return QCoreApplication.translate("channel_texts", text)


def problem_text(problem: Problem) -> str:
    """Return what happened with an account or an answer and what to do, in one or two sentences."""
    return _problems()[problem]


def problem_of_code(code: str | None, *, goes_on: bool = True) -> str:
    """Return the sentence of a stored code, an empty text for one that is no problem of a network.

    ``goes_on`` False: the program does not try again, and does not say so.
    """
    problem = {each.value: each for each in Problem}.get(code or "")
    if problem is None:
        return ""
    return problem_text(problem) if goes_on else _happened().get(problem) or problem_text(problem)


def why_text(code: str) -> str:
    """Return the sentence of a cause that a network's facts name as ``why``, an empty text for one without words."""
    return _causes().get(code, "")


def trouble_text(problem: Problem, why: str = "") -> str:
    """Return what happened and what to do: the cause's own sentence where it is known, else the problem's."""
    return why_text(why) or problem_text(problem)


def light_text(light: Light) -> str:
    """Return the name of an account's light."""
    return {
        Light.OK: _tr("Funcionando"),
        Light.WAITING: _tr("Tentando de novo"),
        Light.NEEDS_PERSON: _tr("Precisa de você"),
        Light.SILENT: _tr("Silencioso demais"),
        Light.PAUSED: _tr("Pausado"),
        Light.NEW: _tr("Ainda não lido"),
    }[light]


def ability_text(ability: Ability) -> str:
    """Return the name of an ability."""
    return {
        Ability.READ_PUBLIC: _tr("Ler público"),
        Ability.READ_PRIVATE: _tr("Ler privado"),
        Ability.SEARCH: _tr("Buscar termos"),
        Ability.REPLY_PUBLIC: _tr("Responder em público"),
        Ability.REPLY_PRIVATE: _tr("Responder em privado"),
        Ability.ATTACH: _tr("Anexos"),
        Ability.HIDE: _tr("Ocultar"),
        Ability.LIKE: _tr("Curtir"),
        Ability.FIGURES: _tr("Alcance"),
        Ability.EDITS: _tr("Edições"),
        Ability.REMOVALS: _tr("Remoções"),
    }[ability]


def ability_heading(ability: Ability) -> str:
    """Return the name of an ability for a narrow column."""
    short = {Ability.REPLY_PUBLIC: _tr("Resp. pública"), Ability.REPLY_PRIVATE: _tr("Resp. privada")}
    return short.get(ability) or ability_text(ability)


def grade_text(grade: Grade) -> str:
    """Return the word of a grade."""
    return {Grade.YES: _tr("Sim"), Grade.PARTLY: _tr("Em parte"), Grade.NO: _tr("Não")}[grade]


def _happened() -> Mapping[Problem, str]:
    """Return what happened with something that is not tried again, where it would be with an account."""
    return {
        Problem.NO_NETWORK: _tr("Não houve conexão com a rede."),
        Problem.TIMED_OUT: _tr("A rede não respondeu a tempo."),
        Problem.TOO_SLOW: _tr("A resposta da rede veio devagar demais."),
        Problem.TOO_LARGE: _tr("A rede mandou mais do que cabe de uma vez."),
        Problem.UNREADABLE: _tr("A resposta da rede não pôde ser lida."),
        Problem.SERVER_ERROR: _tr("A rede estava com problemas."),
        Problem.RATE_LIMITED: _tr("A rede pediu para esperar tempo demais."),
        Problem.QUOTA_SPENT: _tr("A cota do dia desta conta tinha acabado."),
    }


def _problems() -> Mapping[Problem, str]:
    return {
        Problem.NO_NETWORK: _tr("Sem conexão com a rede. O Balcão tenta de novo sozinho."),
        Problem.NAME_NOT_FOUND: _tr("O endereço não foi encontrado. Confira a internet e o endereço da conta."),
        Problem.CERTIFICATE_REFUSED: _tr(
            "O certificado do servidor não é de confiança, e nada foi enviado a ele. "
            "Confira o endereço e a data deste computador; se continuar, fale com quem cuida do servidor."
        ),
        Problem.TIMED_OUT: _tr("A rede não respondeu a tempo. O Balcão tenta de novo sozinho."),
        Problem.TOO_SLOW: _tr("A resposta da rede veio devagar demais. O Balcão tenta de novo sozinho."),
        Problem.TOO_LARGE: _tr("A rede mandou mais do que cabe de uma vez. O Balcão tenta de novo sozinho."),
        Problem.UNREADABLE: _tr("A resposta da rede não pôde ser lida. O Balcão tenta de novo sozinho."),
        Problem.ADDRESS_REFUSED: _tr(
            "O endereço levava para fora da rede ou para dentro do escritório, e não foi aberto. Confira o endereço."
        ),
        Problem.SERVER_ERROR: _tr("A rede está com problemas. O Balcão tenta de novo sozinho."),
        Problem.RATE_LIMITED: _tr("A rede pediu para esperar. O Balcão continua na hora permitida."),
        Problem.QUOTA_SPENT: _tr("A cota de hoje desta conta acabou. O Balcão continua quando ela voltar."),
        Problem.TOKEN_EXPIRED: _tr("O acesso desta conta venceu. Entre de novo em Configurações, Canais."),
        Problem.TOKEN_REVOKED: _tr("O acesso desta conta foi retirado. Entre de novo em Configurações, Canais."),
        Problem.WRONG_PASSWORD: _tr("Usuário ou senha não conferem. Corrija em Configurações, Canais."),
        Problem.SCOPE_MISSING: _tr(
            "A conta entrou, mas falta uma permissão. Entre de novo em Configurações, Canais e aceite todas."
        ),
        Problem.NO_KEY: _tr(
            "A senha desta conta não está neste computador. Digite o código da equipe em Configurações, Canais."
        ),
        Problem.NOT_FOUND: _tr("A conta não foi encontrada na rede. Confira o nome e o endereço."),
        Problem.NOT_SUPPORTED: _tr("Esta rede não permite isso pelo Balcão."),
        Problem.TARGET_GONE: _tr("A mensagem original não existe mais na rede."),
        Problem.TEXT_REFUSED: _tr("A rede recusou o texto. Reescreva e envie de novo."),
        Problem.TEXT_TOO_LONG: _tr("O texto é longo demais para esta rede. Encurte e envie de novo."),
        Problem.DUPLICATE_REFUSED: _tr("A rede recusou por ser igual a um texto recente. Mude algo e envie de novo."),
        Problem.WINDOW_CLOSED: _tr(
            "Passou o prazo que a rede dá para responder a esta pessoa. Responda por outro canal."
        ),
        Problem.RECIPIENT_REFUSED: _tr("Esta pessoa não recebe mensagens da conta. Responda por outro canal."),
        Problem.FILE_REFUSED: _tr("A rede recusou um dos anexos. Troque o arquivo e envie de novo."),
        Problem.BOUNCED: _tr("O e-mail voltou: o endereço não recebeu. Confira o endereço com o cliente."),
        Problem.NO_ANSWER: _tr("A rede não confirmou se a resposta chegou. Olhe lá antes de enviar de novo."),
        Problem.CLOCK_WRONG: _tr("O relógio deste computador está errado. Acerte a data e a hora."),
        Problem.REFUSED: _tr("A rede recusou. Confira a conta em Configurações, Canais."),
    }


def _causes() -> Mapping[str, str]:
    return {
        "api_disabled": _tr("Ative a Google Play Android Developer API no projeto."),
        "cannot_join_groups": _tr("O robô não pode entrar em grupos: no BotFather, mande /setjoingroups e Enable."),
        "cpf": _tr("Este CPF não está autorizado para a empresa."),
        "daily_items": _tr("O limite de itens de hoje acabou; a leitura volta à meia-noite UTC."),
        "group_privacy": _tr("Dos grupos só chegam comandos: no BotFather, mande /setprivacy e Disable."),
        "no_channel": _tr("Este canal não foi encontrado. Confira o número, que começa com UC."),
        "no_feed": _tr("Neste endereço não há notícias em RSS ou Atom."),
        "no_instagram_account": _tr("A página não tem uma conta profissional do Instagram ligada a ela."),
        "not_a_key_file": _tr("Isto não é o arquivo JSON da conta de serviço."),
        "other_poller": _tr("Outro programa está lendo este robô; desligue-o ou crie outra chave."),
        "webhook_set": _tr("Este robô entrega as mensagens a um endereço (webhook); remova-o para o Balcão ler."),
    }

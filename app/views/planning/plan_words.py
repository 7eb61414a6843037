"""The steps of the plan in words: what each is called and asks, its answers and its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.plan import Block, Fact, Field, StepSpec
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Mapping


def block_text(block: Block) -> str:
    """Return a block's name."""
    return {
        Block.SURVEY: _tr("Levantamentos"),
        Block.PLANNING: _tr("Planejamento"),
        Block.CRISES: _tr("Crises"),
    }[block]


def step_title(number: int) -> str:
    """Return a step's name."""
    return (
        _tr("Objetivo do trabalho"),
        _tr("Volume da demanda"),
        _tr("Dias e horários nobres"),
        _tr("Áreas envolvidas"),
        _tr("Fluxos de atendimento"),
        _tr("Árvore de classificações"),
        _tr("Quem é o nosso público"),
        _tr("Assuntos a responder"),
        _tr("Persona da marca"),
        _tr("Qual ferramenta usar"),
        _tr("Gestão de crises"),
        _tr("Criação dos perfis"),
        _tr("Contratação da equipe"),
    )[number]


def step_question(number: int) -> str:
    """Return what a step asks the team to decide."""
    return (
        _tr("Para que estamos nas redes: atender quem procura, aproximar quem ainda não é cliente, ou os dois?"),
        _tr("Quanto se fala de nós, onde há público disposto a ouvir, e quanto disso dá para atender?"),
        _tr("Em que dias e horas o público fala, e quanto disso chega com o balcão fechado?"),
        _tr("Que áreas respondem o que não sabemos, quem é o contato de cada uma e em quanto tempo?"),
        _tr("Por onde anda um caso, da chegada à solução, e quando ele vai direto a uma área?"),
        _tr("Com que nomes vamos contar os assuntos? São os mesmos do SAC por telefone?"),
        _tr("Quem fala conosco, e com que jeito: quem reclama, quem ajuda, quem pergunta?"),
        _tr("O que respondemos, o que não respondemos, e quem responde: SAC ou Marketing?"),
        _tr("Se a marca fosse uma pessoa, como ela falaria em cada situação?"),
        _tr("Que canais estão ligados, e quais ainda só escutamos?"),
        _tr("O que é crise para nós, quem é avisado, e em quanto tempo se identifica e responde?"),
        _tr("Os perfis dizem o horário de atendimento, a política e os contatos?"),
        _tr("Quantas pessoas, com que perfil, da casa ou de fora, e quem gerencia?"),
    )[number]


def field_text(field: Field) -> str:
    """Return a field's name."""
    return {
        Field.OBJECTIVE: _tr("Objetivo"),
        Field.GOALS: _tr("Metas, uma por linha"),
        Field.AUDIENCE: _tr("Redes com público receptivo"),
        Field.PUBLISHED: _tr("Já publicado nos perfis"),
        Field.CHECKLIST: _tr("O perfil de quem atende"),
        Field.SOURCING: _tr("Equipe"),
        Field.MANAGEMENT: _tr("Gestão"),
    }[field]


def choice_text(field: Field, code: str) -> str:
    """Return an answer of a field."""
    return _choices()[field][code]


def choice_hint(field: Field, code: str) -> str:
    """Return what speaks for and against an answer, "" where nothing has to be weighed."""
    if field is not Field.SOURCING:
        return ""
    return {
        "in_house": _tr("Conhece a marca e decide rápido; custa mais e leva tempo para crescer."),
        "outsourced": _tr("Cresce e encolhe depressa e cobre mais horas; conhece menos a marca."),
        "mixed": _tr("A casa cuida do difícil e do tom; o parceiro, do volume e das horas extras."),
    }[code]


def facts_text(facts: tuple[tuple[Fact, float], ...]) -> str:
    """Return the figures of a step in one line."""
    words = _facts()
    return " · ".join(words[fact].format(n=number_text(value)) for fact, value in facts)


def page_text(spec: StepSpec) -> str:
    """Return what the button says that leads to where a step's data is edited."""
    return {
        "reports:forecast": _tr("Abrir previsão e equipe"),
        "reports:public": _tr("Abrir público e personas"),
        "hours": _tr("Abrir horário de atendimento"),
        "areas": _tr("Abrir áreas e fluxos"),
        "tree": _tr("Abrir a árvore"),
        "policy": _tr("Abrir política de atendimento"),
        "persona": _tr("Abrir persona da marca"),
        "channels": _tr("Abrir canais"),
        "matrix": _tr("Abrir matriz de crises"),
    }.get(spec.page, "")


def _choices() -> Mapping[Field, Mapping[str, str]]:
    return {
        Field.OBJECTIVE: {
            "service": _tr("Atendimento: resolver o que as pessoas trazem"),
            "relationship": _tr("Relacionamento: conversar antes que precisem"),
            "both": _tr("Os dois"),
        },
        Field.AUDIENCE: {
            "facebook": "Facebook",
            "instagram": "Instagram",
            "x": "X",
            "youtube": "YouTube",
            "forums": _tr("Fóruns"),
            "blogs": _tr("Blogs"),
            "complaint_sites": _tr("Sites de reclamação"),
            "email": _tr("E-mail"),
        },
        Field.PUBLISHED: {
            "hours": _tr("Horário de atendimento"),
            "policy": _tr("Política de atendimento"),
            "contacts": _tr("Outros contatos da empresa"),
        },
        Field.CHECKLIST: {
            "service": _tr("Experiência em atendimento"),
            "internet": _tr("Vive na internet"),
            "business": _tr("Visão de negócio"),
            "portuguese": _tr("Português impecável"),
            "brand": _tr("Conhece a marca"),
        },
        Field.SOURCING: {
            "in_house": _tr("Da casa"),
            "outsourced": _tr("Terceirizada"),
            "mixed": _tr("Mista"),
        },
        Field.MANAGEMENT: {
            "manager": _tr("Há um gestor"),
            "assistant": _tr("Há um assistente para o volume"),
            "reports_apart": _tr("Os relatórios são de outras pessoas"),
        },
    }


def _facts() -> Mapping[Fact, str]:
    return {
        Fact.AREAS: _tr("{n} áreas ativas"),
        Fact.AREAS_UNATTENDED: _tr("{n} sem ninguém"),
        Fact.ROUTES: _tr("{n} regras de encaminhamento"),
        Fact.AXES: _tr("{n} eixos"),
        Fact.NODES: _tr("{n} classificações em uso"),
        Fact.ANSWERED: _tr("{n} coisas que respondemos"),
        Fact.NOT_ANSWERED: _tr("{n} que não respondemos"),
        Fact.SUBJECTS_SHARED: _tr("{n} assuntos com dono definido"),
        Fact.TRAITS: _tr("{n} traços da marca"),
        Fact.ACCOUNTS: _tr("{n} contas ligadas"),
        Fact.ACCOUNTS_LISTENING: _tr("{n} só escutando"),
        Fact.CRISIS_TRIGGERS: _tr("{n} palavras de alerta"),
        Fact.PEOPLE: _tr("{n} pessoas na equipe"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("plan_words", text)

"""What the steps of the service flow are called, what they mean, and which list stands behind each."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.models.domain.flow_picture import FlowKey, FlowMoment
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.vocabulary import CaseState


def step_name(key: FlowKey) -> str:
    """Return what a step is called."""
    return {
        FlowKey.ENTRY_POST: _tr("Publicação no perfil"),
        FlowKey.ENTRY_AUTHOR: _tr("Autor VIP ou crítico"),
        FlowKey.ENTRY_EMAIL: _tr("E-mail"),
        FlowKey.IDENTIFICATION: _tr("Identificação"),
        FlowKey.SET_ASIDE: _tr("Monitorar ou ignorar"),
        FlowKey.HISTORY: _tr("Histórico"),
        FlowKey.FIRST_LEVEL: _tr("Atender e classificar"),
        FlowKey.CLOSED_FIRST: _tr("Fechado 1º nível"),
        FlowKey.EXPECTATION: _tr("Aguardando cliente"),
        FlowKey.PROTOCOL: _tr("Registro e protocolo"),
        FlowKey.AREA: _tr("Área (2º nível)"),
        FlowKey.SOLUTION: _tr("Solução"),
        FlowKey.CLOSED_SECOND: _tr("Fechado 2º nível"),
        FlowKey.OMBUDSMAN: _tr("Ouvidoria"),
        FlowKey.CLOSED_OMBUDSMAN: _tr("Fechado Ouvidoria"),
        FlowKey.AFTER: _tr("Pós-atendimento"),
    }[key]


def step_hint(key: FlowKey) -> str:
    """Return what happens at a step, in one sentence."""
    return {
        FlowKey.ENTRY_POST: _tr("Menções públicas e mensagens das redes, recebidas hoje."),
        FlowKey.ENTRY_AUTHOR: _tr("Atendimentos de clientes VIP abertos hoje. Com regra, vão direto para a área."),
        FlowKey.ENTRY_EMAIL: _tr("E-mails recebidos hoje."),
        FlowKey.IDENTIFICATION: _tr("Reconhecer o que é caso de atendimento."),
        FlowKey.SET_ASIDE: _tr("O que não pede resposta: só monitorar, ou ignorar com motivo."),
        FlowKey.HISTORY: _tr("Atendimentos novos: ler o que o cliente já falou antes da primeira resposta."),
        FlowKey.FIRST_LEVEL: _tr("Responder, classificar, pedir o que falta e dizer o que vem depois."),
        FlowKey.CLOSED_FIRST: _tr("Informação ou dúvida: respondida com material de apoio e encerrada."),
        FlowKey.EXPECTATION: _tr("Falta uma informação do cliente; o prazo fica parado."),
        FlowKey.PROTOCOL: _tr("Protocolos dados hoje e informados ao cliente."),
        FlowKey.AREA: _tr("Com uma área, no prazo dela. O cliente continua sendo avisado."),
        FlowKey.SOLUTION: _tr("A resposta da área chegou ao cliente; falta encerrar."),
        FlowKey.CLOSED_SECOND: _tr("Encerrados hoje com a resposta de uma área."),
        FlowKey.OMBUDSMAN: _tr("Última instância: o que o cliente contestou."),
        FlowKey.CLOSED_OMBUDSMAN: _tr("Encerrados hoje pela Ouvidoria."),
        FlowKey.AFTER: _tr("Dia marcado para perguntar de novo: satisfação e “ficou resolvido?”."),
    }[key]


def moment_text(moment: FlowMoment) -> str:
    """Return what a figure says."""
    return _tr("hoje") if moment is FlowMoment.TODAY else _tr("agora")


def step_query(key: FlowKey, today: date) -> InboxQuery:
    """Return the list behind a step."""
    day = InboxFilter(since=today, until=today)
    states = {
        FlowKey.HISTORY: (CaseState.NEW,),
        FlowKey.FIRST_LEVEL: (CaseState.IN_SERVICE, CaseState.REOPENED),
        FlowKey.SOLUTION: (CaseState.RESOLVED,),
    }
    if key in states:
        return InboxQuery(InboxView.ALL_CASES, InboxFilter(case_states=states[key]))
    closed = InboxQuery(InboxView.CLOSED)
    return {
        FlowKey.ENTRY_POST: InboxQuery(InboxView.ALL_MENTIONS, day),
        FlowKey.ENTRY_AUTHOR: InboxQuery(InboxView.ALL_CASES, InboxFilter(since=today, until=today, only_vip=True)),
        FlowKey.ENTRY_EMAIL: InboxQuery(
            InboxView.ALL_MENTIONS, InboxFilter(since=today, until=today, text="canal:email")
        ),
        FlowKey.IDENTIFICATION: InboxQuery(InboxView.TO_TRIAGE),
        FlowKey.SET_ASIDE: InboxQuery(InboxView.MONITORED, day),
        FlowKey.EXPECTATION: InboxQuery(InboxView.WAITING_CUSTOMER),
        FlowKey.PROTOCOL: InboxQuery(InboxView.ALL_CASES, day),
        FlowKey.AREA: InboxQuery(InboxView.WAITING_AREA),
        FlowKey.OMBUDSMAN: InboxQuery(InboxView.WAITING_AREA, InboxFilter(text="area:ombudsman")),
    }.get(key, closed)


def _tr(text: str) -> str:
    return QCoreApplication.translate("flow_texts", text)

"""What the columns of an exported file are called, and in one line what each of them says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.vocabulary import (
    CaseKind,
    CaseState,
    ClosingKind,
    MentionState,
    Sentiment,
    SentimentSource,
    StartedBy,
    Visibility,
)
from app.services.data_exports import COLUMNS, SUGGESTED_AXES, DataKind

if TYPE_CHECKING:
    from collections.abc import Mapping


def _tr(text: str) -> str:
    return QCoreApplication.translate("export_texts", text)


def kind_text(kind: DataKind) -> str:
    """Return what is taken out."""
    return {
        DataKind.MENTIONS: _tr("Menções"),
        DataKind.CASES: _tr("Atendimentos"),
        DataKind.HISTORY: _tr("Histórico"),
    }[kind]


def columns_of(kind: DataKind) -> list[tuple[str, str]]:
    """Return name and meaning of each column, in the file's order."""
    names = _names() | _case_names()
    found = [names[column] for column in COLUMNS[kind]]
    if kind is DataKind.CASES:
        found.append((_tr("Um por eixo"), _tr("O caminho na árvore: “Atendimento › Demora”.")))
        found.append(names[SUGGESTED_AXES])
    return found


def file_labels() -> Mapping[str, str]:
    """Return the words of all headers and codes in exported files."""
    labels = {code: name for code, (name, _meaning) in (_names() | _case_names()).items()}
    return labels | _words()


def _names() -> dict[str, tuple[str, str]]:
    return {
        "id": (_tr("Número"), _tr("O número da menção neste banco.")),
        "channel": (_tr("Canal"), _tr("Onde foi dito.")),
        "account": (_tr("Conta"), _tr("A conta da empresa que recebeu.")),
        "author": (_tr("Autor"), _tr("O nome de quem falou, como aparece no canal.")),
        "handle": (_tr("Perfil"), _tr("O @ ou endereço de quem falou.")),
        "customer": (_tr("Cliente"), _tr("O cliente a quem o perfil pertence.")),
        "posted_at": (_tr("Publicada em"), _tr("Dia e hora da publicação, no fuso da empresa.")),
        "has_time": (_tr("Tem hora"), _tr("“não” quando a origem só disse o dia.")),
        "captured_at": (_tr("Recebida em"), _tr("Quando o Balcão a recebeu.")),
        "visibility": (_tr("Pública ou privada"), _tr("Se outras pessoas podiam ler.")),
        "is_direct": (_tr("Dirigida à marca"), _tr("Se falava com a marca.")),
        "mention_state": (_tr("Situação na triagem"), _tr("A triar, Monitorar, Ignorada ou Em caso.")),
        "state_reason": (_tr("Motivo"), _tr("O motivo dado ao ignorar ou monitorar.")),
        "intake_rule": (_tr("Regra de entrada"), _tr("A regra que a separou sozinha.")),
        "protocol": (_tr("Protocolo"), _tr("O protocolo do atendimento.")),
        "sentiment": (_tr("Sentimento"), _tr("Positivo, Neutro, Misto ou Negativo.")),
        "sentiment_source": (_tr("Origem do sentimento"), _tr("Se foi sugerido ou confirmado por uma pessoa.")),
        "situation": (_tr("Situação"), _tr("Desabafo, Dúvida, Elogio…")),
        "crisis_level": (_tr("Nível de crise"), _tr("1 é o mais grave; vazio quando não há.")),
        "crisis_words": (_tr("Palavras de crise"), _tr("O que acionou a matriz.")),
        "language": (_tr("Idioma"), _tr("A sigla do idioma: pt, es, en…")),
        "likes": (_tr("Curtidas"), _tr("Na última leitura do canal.")),
        "shares": (_tr("Compartilhamentos"), _tr("Na última leitura do canal.")),
        "replies": (_tr("Respostas recebidas"), _tr("Na última leitura do canal.")),
        "reach": (_tr("Alcance"), _tr("Pessoas alcançadas ou seguidores, como o canal informa.")),
        "source_rating": (_tr("Nota na origem"), _tr("A nota dada no canal, na escala dele.")),
        "permalink": (_tr("Endereço"), _tr("O endereço da publicação.")),
        "title": (_tr("Título"), _tr("O título ou assunto.")),
        "text": (_tr("Texto"), _tr("O texto inteiro.")),
        "seq": (_tr("Ordem"), _tr("A ordem no histórico, sem saltos.")),
        "at": (_tr("Dia e hora"), _tr("No fuso da empresa.")),
        "person": (_tr("Pessoa"), _tr("Quem fez; vazio quando foi o próprio Balcão.")),
        "verb": (_tr("Ato"), _tr("O código do ato, o mesmo em todas as versões.")),
        "details": (_tr("Detalhes"), _tr("O que era e o que passou a ser.")),
    }


def _case_names() -> dict[str, tuple[str, str]]:
    return {
        "case_state": (_tr("Estado"), _tr("Novo, Em atendimento, Resolvido, Fechado…")),
        "owner": (_tr("Responsável"), _tr("O atendente que cuida do caso.")),
        "area": (_tr("Área"), _tr("A área com quem o caso está.")),
        "case_kind": (_tr("Tipo de protocolo"), _tr("Informação, Solicitação ou Reclamação.")),
        "started_by": (_tr("Iniciado por"), _tr("Pelo cliente ou pela empresa.")),
        "opened_at": (_tr("Aberto em"), _tr("No fuso da empresa.")),
        "first_response_due_at": (_tr("Responder até"), _tr("O prazo da primeira resposta.")),
        "first_response_at": (_tr("Primeira resposta em"), _tr("Vazio enquanto não houve.")),
        "resolution_due_at": (_tr("Resolver até"), _tr("O prazo da solução.")),
        "resolved_at": (_tr("Resolvido em"), _tr("Vazio enquanto não foi.")),
        "legal_due_at": (_tr("Prazo legal"), _tr("Vazio quando nenhuma norma o dá.")),
        "closed_at": (_tr("Fechado em"), _tr("Vazio enquanto aberto.")),
        "closing_kind": (_tr("Fechamento"), _tr("1º nível, 2º nível ou Ouvidoria.")),
        "was_forwarded": (_tr("Encaminhado"), _tr("Se alguma vez foi a uma área.")),
        "is_vip": (_tr("VIP"), _tr("Se o cliente é VIP.")),
        "is_severe": (_tr("Situação grave"), _tr("Se está marcado para vigiar a repercussão.")),
        "reopened_count": (_tr("Reaberturas"), _tr("Quantas vezes foi reaberto.")),
        "satisfaction": (_tr("Satisfação"), _tr("A nota do cliente, de 1 a 5.")),
        "is_satisfied_resolved": (_tr("Cliente diz resolvido"), _tr("A resposta do cliente a “foi resolvido?”.")),
        "follow_up_on": (_tr("Retorno em"), _tr("O dia do pós-atendimento.")),
        "external_system": (_tr("Sistema da empresa"), _tr("O outro sistema em que o caso está.")),
        "external_number": (_tr("Número no sistema"), _tr("O número de lá.")),
        "external_status": (_tr("Estado no sistema"), _tr("O estado de lá.")),
        "solution": (_tr("Solução"), _tr("A solução escrita.")),
        SUGGESTED_AXES: (_tr("Ainda sugerido"), _tr("Os eixos que ninguém confirmou.")),
    }


def _words() -> dict[str, str]:
    return {
        "yes": _tr("sim"),
        "no": _tr("não"),
        Visibility.PUBLIC.value: _tr("Pública"),
        Visibility.PRIVATE.value: _tr("Privada"),
        MentionState.TO_TRIAGE.value: _tr("A triar"),
        MentionState.MONITORED.value: _tr("Monitorar"),
        MentionState.IGNORED.value: _tr("Ignorada"),
        MentionState.IN_CASE.value: _tr("Em caso"),
        Sentiment.POSITIVE.value: _tr("Positivo"),
        Sentiment.NEUTRAL.value: _tr("Neutro"),
        Sentiment.MIXED.value: _tr("Misto"),
        Sentiment.NEGATIVE.value: _tr("Negativo"),
        SentimentSource.NONE.value: "",
        SentimentSource.SUGGESTED.value: _tr("sugerido"),
        SentimentSource.CONFIRMED.value: _tr("confirmado"),
        CaseState.NEW.value: _tr("Novo"),
        CaseState.IN_SERVICE.value: _tr("Em atendimento"),
        CaseState.WAITING_CUSTOMER.value: _tr("Aguardando cliente"),
        CaseState.WAITING_AREA.value: _tr("Aguardando área"),
        CaseState.RESOLVED.value: _tr("Resolvido"),
        CaseState.CLOSED.value: _tr("Fechado"),
        CaseState.REOPENED.value: _tr("Reaberto"),
        CaseState.VOIDED.value: _tr("Anulado"),
        CaseState.MERGED.value: _tr("Unido"),
        CaseKind.INFORMATION.value: _tr("Informação"),
        CaseKind.REQUEST.value: _tr("Solicitação"),
        CaseKind.COMPLAINT.value: _tr("Reclamação"),
        StartedBy.CUSTOMER.value: _tr("Cliente"),
        StartedBy.COMPANY.value: _tr("Empresa"),
        ClosingKind.FIRST_LEVEL.value: _tr("Fechado 1º nível"),
        ClosingKind.SECOND_LEVEL.value: _tr("Fechado 2º nível"),
        ClosingKind.OMBUDSMAN.value: _tr("Fechado Ouvidoria"),
    }

"""What a customer's data and links read like: documents masked, phones with dashes, reasons as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.vocabulary import OPEN_STATES, CaseState

if TYPE_CHECKING:
    from app.models.domain.customer_card import CustomerCard, CustomerRow
    from app.views.support.tokens import Tone

_CPF_LENGTH: Final = 11
_CNPJ_LENGTH: Final = 14
_MASK: Final = "•"
_BRAZIL: Final = "+55"
_BRAZILIAN: Final = (10, 11)


def name_text(name: str) -> str:
    """Return a customer's name, or what stands for an unknown one."""
    return name or _tr("Sem nome")


def document_text(document: str, *, shown: bool) -> str:
    """Return a CPF or CNPJ with its dots; unless ``shown`` only the middle can be read."""
    signs = document if shown else _masked(document)
    if len(signs) == _CPF_LENGTH:
        return f"{signs[:3]}.{signs[3:6]}.{signs[6:9]}-{signs[9:]}"
    if len(signs) == _CNPJ_LENGTH:
        return f"{signs[:2]}.{signs[2:5]}.{signs[5:8]}/{signs[8:12]}-{signs[12:]}"
    return signs


def document_name(document: str | None) -> str:
    """Return whether a document is a CPF or a CNPJ; without one, both words."""
    if not document:
        return _tr("CPF ou CNPJ")
    return _tr("CPF") if len(document) == _CPF_LENGTH else _tr("CNPJ")


def phone_text(phone: str) -> str:
    """Return a phone as Brazilians write it: +5511987654321 -> (11) 98765-4321; others stay as they are."""
    national = phone.removeprefix(_BRAZIL)
    if not phone.startswith(_BRAZIL) or len(national) not in _BRAZILIAN:
        return phone
    return f"({national[:2]}) {national[2:-4]}-{national[-4:]}"


def link_text(reason: str) -> str:
    """Return why a handle belongs to a customer, or two customers may be one; an unknown reason as it is."""
    return {
        "same_email": _tr("mesmo e-mail"),
        "same_document": _tr("mesmo CPF ou CNPJ"),
        "same_phone": _tr("mesmo telefone"),
        "same_name_place": _tr("mesmo nome e lugar"),
        "case": _tr("veio com um atendimento"),
        "first_case": _tr("veio com o primeiro atendimento"),
        "joined_case": _tr("entrou num atendimento deste cliente"),
        "same_case": _tr("falou no mesmo atendimento"),
        "chosen": _tr("escolhido por uma pessoa"),
        "typed": _tr("informado ao abrir o atendimento"),
        "split": _tr("separado de outro cadastro"),
        "unmerge": _tr("voltou ao desfazer uma união"),
        "person": _tr("unido por uma pessoa"),
    }.get(reason, reason)


def links_text(reasons: tuple[str, ...]) -> str:
    """Return several reasons in one line."""
    return ", ".join(link_text(reason) for reason in reasons)


def state_text(state: CaseState) -> tuple[str, Tone]:
    """Return the word and tone of a case's state."""
    found: dict[CaseState, tuple[str, Tone]] = {
        CaseState.NEW: (_tr("Novo"), "accent"),
        CaseState.IN_SERVICE: (_tr("Em atendimento"), "info"),
        CaseState.WAITING_CUSTOMER: (_tr("Aguardando cliente"), "neutral"),
        CaseState.WAITING_AREA: (_tr("Aguardando área"), "neutral"),
        CaseState.RESOLVED: (_tr("Resolvido"), "ok"),
        CaseState.CLOSED: (_tr("Fechado"), "neutral"),
        CaseState.REOPENED: (_tr("Reaberto"), "warn"),
        CaseState.VOIDED: (_tr("Anulado"), "neutral"),
        CaseState.MERGED: (_tr("Unido"), "neutral"),
    }
    return found[state]


def open_cases_text(count: int) -> str:
    """Return how many cases are open: "1 aberto", "3 abertos"; nothing for none."""
    if not count:
        return ""
    return _tr("1 aberto") if count == 1 else _tr("{count} abertos").format(count=count)


def row_spoken(row: CustomerRow) -> str:
    """Return a row of the list as a screen reader says it: name, VIP, handles, open cases."""
    parts = [name_text(row.name), _tr("VIP") if row.is_vip else "", row.handles, open_cases_text(row.open_cases)]
    return ", ".join(part for part in parts if part)


def summary_text(card: CustomerCard) -> str:
    """Return the line under the name: how many cases and how many of them are open."""
    count = len(card.cases)
    open_count = sum(1 for case in card.cases if case.state in OPEN_STATES)
    if not count:
        return _tr("Nenhum atendimento ainda")
    total = _tr("1 atendimento") if count == 1 else _tr("{count} atendimentos").format(count=count)
    return " · ".join(part for part in (total, open_cases_text(open_count)) if part)


def _masked(document: str) -> str:
    if len(document) == _CPF_LENGTH:
        return _MASK * 3 + document[3:9] + _MASK * 2
    if len(document) == _CNPJ_LENGTH:
        return _MASK * 2 + document[2:8] + _MASK * 6
    return _MASK * len(document)


def _tr(text: str) -> str:
    return QCoreApplication.translate("customer_texts", text)

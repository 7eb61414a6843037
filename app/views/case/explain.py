"""Why a deadline is when it is: each clock, what stopped it, and the norm behind it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from app.models.domain.case_detail import CaseDetail, TimelineEntry
from app.views.case.act_panel import ActPanel
from app.views.case.side_parts import value_label
from app.views.support.labels import label
from app.views.support.texts import DAY, duration_text, exact_text, when_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme

_FAR: Final = timedelta(days=3650)
_PAUSES: Final = "ask_customer"
_RESUMES: Final = frozenset({"customer_replied", "attach_mentions", "reply", "take", "resolve", "close"})


class ExplainPanel(ActPanel):
    """A strip that lists clocks, pauses and the norm."""

    def __init__(self, *, theme: Theme, detail: CaseDetail, now: datetime) -> None:
        super().__init__(theme=theme, title=self.tr("Como estes prazos são contados"), verb=self.tr("Entendi"))
        self.cancel_button.hide()
        self.submitted.connect(self.left)
        for name, text in explanation(detail, now):
            line = value_label(f"{name}: {text}")
            line.setAccessibleName(line.text())
            self.body.addWidget(line)
        self.body.addWidget(
            label(
                self.tr("Os prazos de atendimento correm só no horário de expediente da equipe; o da lei, em dias."),
                "small",
                wrap=True,
            )
        )

    def begin(self) -> None:
        """Enter closes it."""
        self.submit_button.setFocus()


def explanation(detail: CaseDetail, now: datetime) -> list[tuple[str, str]]:
    """Return name and sentence of every clock and pause of a case."""
    clocks = detail.deadlines
    lines = [
        (_tr("Registro"), exact_text(detail.opened_at)),
        (_tr("1ª resposta"), _clock(clocks.first_response_due_at, clocks.first_response_at, now)),
        (_tr("Solução"), _clock(clocks.resolution_due_at, clocks.resolved_at, now)),
    ]
    if clocks.warn_at - now < _FAR:
        lines.append((_tr("Aviso antecipado"), when_text(clocks.warn_at, now)))
    if detail.forwarding is not None:
        text = _tr("{area} responde até {when}")
        due = when_text(detail.forwarding.due_at, now)
        lines.append((_tr("Área"), text.format(area=detail.forwarding.area_name, when=due)))
    if clocks.legal_due_at is not None:
        days = round((clocks.legal_due_at - detail.opened_at) / DAY)
        text = _tr("até {when}: {days} dias a partir do registro, pelo perfil legal da empresa")
        lines.append((_tr("Lei"), text.format(when=exact_text(clocks.legal_due_at), days=days)))
    lines += [(_tr("Parado"), text) for text in pauses(detail.timeline, now)]
    return lines


def pauses(timeline: tuple[TimelineEntry, ...], now: datetime) -> list[str]:
    """Return the stretches in which the clock stood still, waiting for the customer."""
    found: list[str] = []
    begin: datetime | None = None
    for entry in timeline:
        if entry.verb == _PAUSES:
            begin = entry.at
        elif begin is not None and entry.verb in _RESUMES:
            text = _tr("de {start} a {end} ({span}), aguardando o cliente")
            found.append(
                text.format(
                    start=when_text(begin, now), end=when_text(entry.at, now), span=duration_text(entry.at - begin)
                )
            )
            begin = None
    if begin is not None:
        found.append(_tr("desde {start}, aguardando o cliente").format(start=when_text(begin, now)))
    return found


def _clock(due: datetime, met_at: datetime | None, now: datetime) -> str:
    if due - now > _FAR:
        return _tr("o relógio está parado")
    text = _tr("até {due}").format(due=exact_text(due))
    if met_at is None:
        return text
    done = _tr("cumprida {when}") if met_at <= due else _tr("feita com atraso {when}")
    return f"{text} · {done.format(when=when_text(met_at, now))}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("explain", text)

"""The strips of single acts: forward, put aside, close, say why, record an area's answer, split."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QRadioButton, QWidget

from app.models.domain.case_detail import CaseDetail, RouteInfo
from app.models.domain.vocabulary import ClosingKind
from app.views.case.act_panel import ActPanel
from app.views.case.promise_fields import moment_field, moment_of, set_moment
from app.views.case.texts import closing_text, missing_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import duration_text, when_text

if TYPE_CHECKING:
    from app.services.forwarding import AreaInfo
    from app.views.support.theme import Theme

_MORNING = time(9)
_MONDAY = 0
_NINE = 9


class ReasonPanel(ActPanel):
    """Asks for one text: why it is reopened, annulled or disputed, or what an area answered."""

    def __init__(
        self, *, theme: Theme, title: str, verb: str, ask: str, is_optional: bool = False, text: str = ""
    ) -> None:
        super().__init__(theme=theme, title=title, verb=verb)
        self.is_optional = is_optional
        self.edit = self.add_text(ask, lines=3)
        self.edit.setPlainText(text)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.edit.toPlainText().strip()


class ForwardPanel(ActPanel):
    """An area, chosen by its number or by the arrows, and the reason."""

    def __init__(
        self, *, theme: Theme, areas: Sequence[AreaInfo], now: datetime, route: RouteInfo | None = None
    ) -> None:
        super().__init__(theme=theme, title=self.tr("Encaminhar para uma área"), verb=self.tr("Encaminhar"))
        self._areas = list(areas)
        self._route: RouteInfo | None = None
        self._group = QButtonGroup(self)
        holder = QWidget()
        flow = FlowLayout(holder, spacing=theme.metrics.step(2))
        for place, area in enumerate(self._areas):
            button = QRadioButton(f"{place + 1} {area.name}" if place < _NINE else area.name)
            button.setAccessibleName(area.name)
            self._group.addButton(button, place)
            flow.addWidget(button)
        self.body.addWidget(holder)
        self._due = label("", "small", wrap=True)
        self.body.addWidget(self._due)
        self.edit = self.add_text(self.tr("Por que vai para esta área e o que ela precisa responder"))
        self._group.idToggled.connect(self._on_toggled)
        places = {area.id: place for place, area in enumerate(self._areas)}
        if self._areas:
            self._group.button(places.get(route.area_id, 0) if route else 0).setChecked(True)
        self._route = route
        self._on_toggled(max(self._group.checkedId(), 0), bool(self._areas))

    @property
    def area_id(self) -> int | None:
        """The area chosen."""
        place = self._group.checkedId()
        return self._areas[place].id if place >= 0 else None

    @property
    def text(self) -> str:
        """The reason."""
        return self.edit.toPlainText().strip()

    def begin(self) -> None:
        """Let the person choose with the arrows."""
        button = self._group.checkedButton()
        (button or self.edit).setFocus()

    def keyPressEvent(self, event: object) -> None:
        """Choose an area by its number."""
        number = event.key() - Qt.Key.Key_1 if hasattr(event, "key") else -1
        if 0 <= number < min(_NINE, len(self._areas)):
            self._group.button(number).setChecked(True)
            self.edit.setFocus()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # Qt hands over a key event

    def _on_toggled(self, place: int, on: bool) -> None:
        if on:
            area = self._areas[place]
            self._propose_reason(area.id)
            text = self.tr("{area} tem {span} de expediente para responder.").format(
                area=area.name, span=duration_text(timedelta(minutes=area.answer_minutes))
            )
            self._due.setText(text + (f" {area.contact}" if area.contact else ""))

    def _propose_reason(self, area_id: int) -> None:
        """Write the rule's reason for the area that the rule names, and take it away for any other."""
        if self._route is None:
            return
        if area_id == self._route.area_id and not self.text:
            self.edit.setPlainText(self._route.reason)
        elif area_id != self._route.area_id and self.text == self._route.reason:
            self.edit.clear()


class SnoozePanel(ActPanel):
    """When the case comes back: three moments by number, or any other."""

    chosen = Signal(object)
    """The moment (aware UTC)."""

    def __init__(self, *, theme: Theme, now: datetime) -> None:
        super().__init__(theme=theme, title=self.tr("Adiar até"), verb=self.tr("Adiar para esta data"))
        self._choices = snooze_choices(now)
        names = (self.tr("em 2 horas"), self.tr("amanhã cedo"), self.tr("segunda"))
        row = QHBoxLayout()
        theme.space(row, spacing=2)
        for number, (name, moment) in enumerate(zip(names, self._choices, strict=True), start=1):
            button = QPushButton(f"{number}  {name}")
            button.setToolTip(when_text(moment, now))
            button.clicked.connect(lambda _checked=False, moment=moment: self.chosen.emit(moment))
            row.addWidget(button)
            if number == 1:
                self._first = button
        row.addStretch(1)
        self.body.addLayout(row)
        self.field = moment_field(self.tr("Outra data e hora"))
        set_moment(self.field, self._choices[1])
        other = QHBoxLayout()
        theme.space(other, spacing=2)
        other.addWidget(label(self.tr("ou escolher"), "small"))
        other.addWidget(self.field)
        other.addStretch(1)
        self.body.addLayout(other)
        self.submitted.connect(lambda: self.chosen.emit(moment_of(self.field)))

    def begin(self) -> None:
        """Wait for a number."""
        self._first.setFocus()

    def keyPressEvent(self, event: object) -> None:
        """Choose by number."""
        number = event.key() - Qt.Key.Key_1 if hasattr(event, "key") else -1
        if 0 <= number < len(self._choices):
            self.chosen.emit(self._choices[number])
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]  # Qt hands over a key event


class ClosePanel(ActPanel):
    """What is still missing, the solution, and where the case ends; all in one strip."""

    classify_requested = Signal(str)

    def __init__(self, *, theme: Theme, detail: CaseDetail) -> None:
        super().__init__(theme=theme, title=self.tr("Encerrar o atendimento"), verb=self.tr("Encerrar"))
        missing = QWidget()
        self._flow = FlowLayout(missing, spacing=theme.metrics.step(2))
        self.missing_buttons: dict[str, QPushButton] = {}
        for name in ("nature", "subject"):
            button = QPushButton()
            button.clicked.connect(lambda _checked=False, name=name: self.classify_requested.emit(name))
            self._flow.addWidget(button)
            self.missing_buttons[name] = button
        self.body.addWidget(missing)
        self._missing = missing
        self.solution = self.add_text(self.tr("Solução: o que resolveu, em poucas palavras"), lines=3)
        self.solution.setPlainText(detail.solution or "")
        self.by_phone = QCheckBox(self.tr("O cliente foi avisado por telefone ou pessoalmente"))
        self.body.addWidget(self.by_phone)
        row = QHBoxLayout()
        theme.space(row, spacing=3)
        self._kinds = QButtonGroup(self)
        for place, kind in enumerate(ClosingKind):
            button_of_kind = QRadioButton(closing_text(kind))
            self._kinds.addButton(button_of_kind, place)
            row.addWidget(button_of_kind)
        row.addStretch(1)
        self._kinds.button(list(ClosingKind).index(proposed_kind(detail))).setChecked(True)
        self._is_kind_chosen = False
        self._kinds.idToggled.connect(lambda _place, _on: self._on_kind_toggled())
        self.body.addLayout(row)
        self.show_missing(detail)

    @property
    def kind(self) -> ClosingKind | None:
        """Where the case ends, None when the person left it to the program."""
        return list(ClosingKind)[self._kinds.checkedId()] if self._is_kind_chosen else None

    @property
    def text(self) -> str:
        """The solution."""
        return self.solution.toPlainText().strip()

    def set_resolving(self) -> None:
        """Ask for the same, but to say that the matter is settled and leave the case open for the customer's word."""
        text = self.tr("Marcar como resolvido")
        self.title.setText(text)
        self.submit_button.setText(text)
        for button in self._kinds.buttons():
            button.hide()

    def show_missing(self, detail: CaseDetail) -> None:
        """Show what is still to be filled in; what has been is gone from the strip."""
        for name, button in self.missing_buttons.items():
            button.setVisible(name in detail.missing_to_close)
            button.setText(self.tr("Falta: {what}").format(what=missing_text(name)))
        self._missing.setVisible(any(name in detail.missing_to_close for name in self.missing_buttons))
        self.by_phone.setVisible("answer" in detail.missing_to_close)

    def _on_kind_toggled(self) -> None:
        self._is_kind_chosen = True

    def begin(self) -> None:
        """Go to the first thing that is missing."""
        first = next((button for button in self.missing_buttons.values() if not button.isHidden()), None)
        (first or (self.solution if not self.text else self.submit_button)).setFocus()


class SplitPanel(ActPanel):
    """Messages ticked in the timeline become a case of their own."""

    def __init__(self, *, theme: Theme) -> None:
        super().__init__(
            theme=theme,
            title=self.tr("Marque na conversa as mensagens que tratam de outro assunto"),
            verb=self.tr("Separar em outro atendimento"),
        )
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Título do novo atendimento (opcional)"))
        self.name.setAccessibleName(self.tr("Título do novo atendimento"))
        self.body.addWidget(self.name)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Say how many messages are ticked."""
        self.submit_button.setEnabled(count > 0)
        self.submit_button.setText(
            self.tr("Separar em outro atendimento ({count})").format(count=count)
            if count
            else self.tr("Separar em outro atendimento")
        )

    def begin(self) -> None:
        """Let the person name it."""
        self.name.setFocus()


def snooze_choices(now: datetime) -> tuple[datetime, datetime, datetime]:
    """Return in two hours, tomorrow at nine, and next Monday at nine, local time, as aware UTC."""
    today = now.astimezone().date()
    monday = today + timedelta(days=(_MONDAY - today.weekday()) % 7 or 7)
    return now + timedelta(hours=2), _morning(today + timedelta(days=1)), _morning(monday)


def proposed_kind(detail: CaseDetail) -> ClosingKind:
    """Return the closing kind that the way of the case suggests."""
    verbs = {entry.verb for entry in detail.timeline}
    kinds = {entry.kind.value for entry in detail.timeline}
    if "dispute_to_ombudsman" in verbs:
        return ClosingKind.OMBUDSMAN
    return ClosingKind.SECOND_LEVEL if "forwarding" in kinds else ClosingKind.FIRST_LEVEL


def _morning(day: date) -> datetime:
    return datetime.combine(day, _MORNING).astimezone().astimezone(UTC)

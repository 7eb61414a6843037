"""The classification of a case, line by line; each value opens its type-ahead, a proposal is taken by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.models.domain.case_detail import AxisValue, CaseDetail
from app.models.domain.vocabulary import AxisKey
from app.views.case.side_parts import Section, ValueButton, clear_layout
from app.views.support.chips import SENTIMENTS
from app.views.support.labels import label
from app.views.support.texts import percent_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class AxisButton(ValueButton):
    """The value of an axis; Enter confirms what is only proposed, a click or the space bar changes it."""

    accepted = Signal()

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(name, parent=parent)
        self.is_suggestion = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Confirm by Enter."""
        if self.is_suggestion and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)


class AxesSection(Section):
    """One line an axis."""

    axis_requested = Signal(object)
    accept_requested = Signal(object)
    """Carries the id of an axis whose proposal is right; None: all of them are."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("CLASSIFICAÇÃO"), key="C", parent=parent)
        self._grid = self.grid()
        self._shown: tuple[tuple[int, str], ...] = ()
        self.buttons: dict[int, AxisButton] = {}
        self.accept_all = QPushButton(self.tr("Confirmar sugestões"))
        self.accept_all.setProperty("kind", "value")
        self.accept_all.setToolTip(self.tr("Confirma de uma vez tudo o que está sugerido: Shift+C"))
        self.accept_all.clicked.connect(lambda: self.accept_requested.emit(None))
        self.accept_all.hide()
        self.tools.addWidget(self.accept_all)

    def show_case(self, detail: CaseDetail) -> None:
        """Show what is set and what is proposed."""
        names = tuple((axis.axis_id, axis.axis_name) for axis in detail.axes)
        if names != self._shown:
            self._shown = names
            self._build(detail)
        self.accept_all.setVisible(any(axis.suggested_path for axis in detail.axes))
        for axis in detail.axes:
            text, is_empty = self._value(axis)
            button = self.buttons[axis.axis_id]
            button.set_value(text, below=_quoted(axis.reason), is_empty=is_empty, tooltip=self._hint(axis))
            button.is_suggestion = axis.suggested_path is not None
            if axis.axis_key == AxisKey.SENTIMENT:
                self._sign_sentiment(detail, self.buttons[axis.axis_id])

    def _build(self, detail: CaseDetail) -> None:
        clear_layout(self._grid)
        self.buttons = {}
        for row, axis in enumerate(detail.axes):
            name = label(axis.axis_name, "small", wrap=True)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            button = AxisButton(axis.axis_name)
            button.accepted.connect(lambda axis=axis: self.accept_requested.emit(axis.axis_id))
            button.clicked.connect(lambda _checked=False, axis=axis: self.axis_requested.emit(axis.axis_id))
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(button, row, 1)
            self.buttons[axis.axis_id] = button

    def _sign_sentiment(self, detail: CaseDetail, button: AxisButton) -> None:
        said = [entry.sentiment for entry in detail.timeline if entry.sentiment is not None]
        has_value = button.property("empty") != "true" or button.is_suggestion
        icon, tone = SENTIMENTS[said[-1].value] if said and has_value else ("", "neutral")
        color = "muted" if tone == "neutral" else tone
        button.setIcon(self.theme.icon(icon, color) if icon else QIcon())

    def _value(self, axis: AxisValue) -> tuple[str, bool]:
        if axis.path:
            return axis.path, False
        if axis.suggested_path:
            text = self.tr("Sugestão: {path}").format(path=axis.suggested_path)
            share = "" if axis.confidence is None else f" · {percent_text(axis.confidence)}"
            return text + share, True
        return (self.tr("falta preencher") if axis.is_required else "–"), True

    def _hint(self, axis: AxisValue) -> str:
        if axis.path:
            return self.tr("{path}: clique ou tecle C para mudar").format(path=axis.path)
        if axis.suggested_path:
            return self._hint_of_suggestion(axis)
        return self.tr("Clique ou tecle C para classificar")

    def _hint_of_suggestion(self, axis: AxisValue) -> str:
        hint = self.tr("Sugestão: {path}. Enter confirma, clique ou tecle C para mudar.").format(
            path=axis.suggested_path
        )
        if not axis.reason:
            return hint
        return self.tr("{hint} O que mais contou: {words}.").format(hint=hint, words=_quoted(axis.reason))


def _quoted(reason: str) -> str:
    return ", ".join(f"“{word}”" for word in reason.split(", ") if word)

"""The classification of a case, line by line; each value opens its type-ahead, a proposal is taken by Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.models.domain.case_detail import AxisValue, CaseDetail
from app.models.domain.vocabulary import AxisKey
from app.views.case.side_parts import Section, ValueButton, clear_layout
from app.views.support.chips import SENTIMENTS
from app.views.support.labels import label
from app.views.support.texts import percent_text

if TYPE_CHECKING:
    from app.views.support.theme import Theme


class AxesSection(Section):
    """One line an axis."""

    axis_requested = Signal(object)

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme=theme, title=self.tr("CLASSIFICAÇÃO"), key="C", parent=parent)
        self._grid = self.grid()
        self._shown: tuple[tuple[int, str], ...] = ()
        self.buttons: dict[int, ValueButton] = {}

    def show_case(self, detail: CaseDetail) -> None:
        """Show what is set and what is proposed."""
        names = tuple((axis.axis_id, axis.axis_name) for axis in detail.axes)
        if names != self._shown:
            self._shown = names
            self._build(detail)
        for axis in detail.axes:
            text, is_empty = self._value(axis)
            self.buttons[axis.axis_id].set_value(text, is_empty=is_empty, tooltip=self._hint(axis))
            if axis.axis_key == AxisKey.SENTIMENT:
                self._sign_sentiment(detail, self.buttons[axis.axis_id])

    def _build(self, detail: CaseDetail) -> None:
        clear_layout(self._grid)
        self.buttons = {}
        for row, axis in enumerate(detail.axes):
            name = label(axis.axis_name, "small", wrap=True)
            name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            button = ValueButton(axis.axis_name)
            button.clicked.connect(lambda _checked=False, axis=axis: self.axis_requested.emit(axis.axis_id))
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(button, row, 1)
            self.buttons[axis.axis_id] = button

    def _sign_sentiment(self, detail: CaseDetail, button: ValueButton) -> None:
        said = [entry.sentiment for entry in detail.timeline if entry.sentiment is not None]
        icon, tone = SENTIMENTS[said[-1].value] if said and button.property("empty") != "true" else ("", "neutral")
        color = "muted" if tone == "neutral" else tone
        button.setIcon(self.theme.icon(icon, color) if icon else QIcon())

    def _value(self, axis: AxisValue) -> tuple[str, bool]:
        if axis.path:
            return axis.path, False
        if axis.suggested_path:
            share = percent_text(axis.confidence) if axis.confidence is not None else ""
            return f"{axis.suggested_path}? {share}".strip(), True
        return (self.tr("falta preencher") if axis.is_required else "–"), True

    def _hint(self, axis: AxisValue) -> str:
        if axis.path:
            return self.tr("{path}: clique ou tecle C para mudar").format(path=axis.path)
        if axis.suggested_path:
            return self.tr("Sugestão: {path}. Enter confirma.").format(path=axis.suggested_path)
        return self.tr("Clique ou tecle C para classificar")

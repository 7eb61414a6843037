"""Says how many rows are marked, offers the rest of the filter, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from app.models.domain.inbox import Count
    from app.views.support.actions import ActionRegistry
    from app.views.support.theme import Theme


class MarksBar(QFrame):
    """Shown while something is marked."""

    whole_requested = Signal()
    """Mark all of the filter."""
    cleared = Signal()

    def __init__(self, *, theme: Theme, actions: ActionRegistry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setProperty("note", "accent")
        self._text = label("", "strong")
        self._whole = QPushButton()
        self._whole.setProperty("kind", "link")
        self._whole.clicked.connect(self.whole_requested)
        clear = QPushButton(self.tr("Desmarcar"))
        clear.setProperty("kind", "quiet")
        clear.setToolTip(self.tr("Desmarcar tudo (Esc)"))
        clear.clicked.connect(self.cleared)
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._text)
        line.addWidget(self._whole)
        line.addStretch(1)
        line.addWidget(clear)
        self._flow = FlowLayout()
        theme.space(self._flow, spacing=1)
        self._buttons: dict[str, QPushButton] = {}
        actions.changed.connect(self._name_all)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(3, 1, 3, 2), spacing=1)
        layout.addLayout(line)
        layout.addLayout(self._flow)
        self.hide()

    def offer(self, action_ids: Sequence[str]) -> None:
        """Offer these acts on what is marked, as buttons with their keys."""
        for action_id in action_ids:
            if action_id not in self._buttons:
                self._buttons[action_id] = self._button(action_id)
        for action_id, button in self._buttons.items():
            button.setVisible(action_id in action_ids)

    def show_marks(
        self, count: int, total: Count | None, *, are_mentions: bool, is_whole: bool, can_take_whole: bool
    ) -> None:
        """Say how many are marked, and offer all that the filter finds."""
        self.setVisible(count > 0)
        one, many = self.tr("1 marcado"), self.tr("{n} marcados")
        if are_mentions:
            one, many = self.tr("1 marcada"), self.tr("{n} marcadas")
        self._text.setText(one if count == 1 else many.format(n=number_text(count)))
        self.setAccessibleName(self._text.text())
        more = total is not None and (total.n > count or total.is_capped)
        self._whole.setVisible(can_take_whole and more and not is_whole)
        if total is not None:
            shown = f"{number_text(total.n)}+" if total.is_capped else number_text(total.n)
            self._whole.setText(self.tr("Marcar todas as {n} do filtro").format(n=shown))
            self._whole.setToolTip(self.tr("Marcar tudo o que o filtro encontra (Ctrl+A de novo)"))

    def _button(self, action_id: str) -> QPushButton:
        spec = self._actions.spec(action_id)
        button = QPushButton()
        button.setProperty("kind", "pill")
        button.setAccessibleName(spec.text)
        button.clicked.connect(lambda: self._actions.trigger(action_id))
        self._flow.addWidget(button)
        self._name(action_id, button)
        return button

    def _name_all(self) -> None:
        for action_id, button in self._buttons.items():
            self._name(action_id, button)

    def _name(self, action_id: str, button: QPushButton) -> None:
        text, key = self._actions.spec(action_id).text, self._actions.key_text(action_id)
        button.setText(f"{text}  {key}" if key else text)
        button.setToolTip(f"{text} ({key})" if key else text)

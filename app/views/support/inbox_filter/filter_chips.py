"""What is filtered stands above the list as chips; each is taken away by a click or a key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from app.views.support.flow_layout import FlowLayout
from app.views.support.inbox_filter.state_words import as_label
from app.views.support.texts import as_tooltip

if TYPE_CHECKING:
    from app.models.domain.inbox import InboxFilter
    from app.views.support.inbox_filter.condition import Condition
    from app.views.support.theme import Theme


class FilterChips(QWidget):
    """The active conditions, and a way to keep them under a name."""

    changed = Signal(object)
    """Carries the ``InboxFilter`` without the condition taken away."""
    save_requested = Signal()

    def __init__(self, *, theme: Theme, can_save: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._flow = FlowLayout(self)
        theme.space(self._flow, margins=(3, 0, 3, 2), spacing=1)
        self._save = QPushButton(self.tr("Salvar filtro"))
        self._save.setProperty("kind", "link")
        self._save.setToolTip(self.tr("Salvar este filtro na navegação"))
        self._save.clicked.connect(self.save_requested)
        self._can_save = can_save
        self._buttons: list[QPushButton] = []
        self.setAccessibleName(self.tr("Filtros ativos"))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show one chip a condition; nothing when nothing is filtered."""
        had_focus = any(button.hasFocus() for button in self._buttons)
        for button in [*self._buttons, self._save]:
            self._flow.removeWidget(button)
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._chip(condition) for condition in conditions]
        for button in [*self._buttons, *([self._save] if self._can_save else [])]:
            self._flow.addWidget(button)
        for button in self._buttons:
            button.show()
        self.setVisible(bool(conditions))
        if had_focus and self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    @property
    def texts(self) -> list[str]:
        """What the chips say."""
        return [button.text().replace("&&", "&") for button in self._buttons]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a chip away with Delete or Backspace."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
            and isinstance(watched, QPushButton)
        ):
            watched.click()
            return True
        return False

    def _chip(self, condition: Condition) -> QPushButton:
        button = QPushButton(as_label(condition.text), self)
        button.setProperty("kind", "pill")
        button.setIcon(self._theme.icon("x"))
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setAccessibleName(self.tr("Tirar filtro: {text}").format(text=condition.text))
        button.setToolTip(as_tooltip(self.tr("Tirar filtro: {text} (Delete)").format(text=condition.text)))
        without: InboxFilter = condition.without
        button.clicked.connect(lambda: self.changed.emit(without))
        button.installEventFilter(self)
        return button

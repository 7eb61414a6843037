"""The top bar never changes place: who we are, where to search, what burns, who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from app.views.support.announce import announce
from app.views.support.fields import SearchField
from app.views.support.labels import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.views.support.theme import Theme


class TopBar(QFrame):
    """Name, search field with its key, crisis alert, person and availability."""

    availability_chosen = Signal(str)
    """Carries the id of the state that the person chose."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("shell", "top")
        self._theme = theme
        self._on_crisis: Callable[[], object] | None = None
        self._brand = label("Balcão", "brand")
        self.search = SearchField(
            theme=theme,
            placeholder=self.tr("Buscar protocolo, cliente, texto…"),
            name=self.tr("Buscar protocolo, cliente ou texto"),
        )
        self.crisis = QPushButton(theme.icon("alert-triangle", "bad"), "")
        self.crisis.setProperty("kind", "crisis")
        self.crisis.clicked.connect(self._on_crisis_clicked)
        self.crisis.hide()
        self.person = QToolButton()
        self.person.setProperty("kind", "person")
        self.person.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.person.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._menu = QMenu(self.person)
        self.person.setMenu(self._menu)
        self.person.hide()
        layout = QHBoxLayout(self)
        theme.space(layout, margins=(3, 1, 3, 1), spacing=3)
        layout.addWidget(self._brand)
        layout.addStretch(2)
        layout.addWidget(self.search, 6)
        layout.addStretch(2)
        layout.addWidget(self.crisis)
        layout.addWidget(self.person)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_crisis(self, text: str, on_click: Callable[[], object] | None = None) -> None:
        """Show the crisis alert with what is to be done by when, and say it; nothing hides it."""
        is_new = bool(text) and text.split("·", maxsplit=1)[0] != self.crisis.text().split("·")[0]
        self._on_crisis = on_click
        self.crisis.setText(text)
        self.crisis.setAccessibleName(text)
        self.crisis.setVisible(bool(text))
        if is_new:
            announce(self, text, urgent=True)

    def set_person(self, name: str, state: str = "", *, states: Sequence[tuple[str, str]] = ()) -> None:
        """Show who works here and how available; ``states`` are (id, word) to choose from."""
        text = f"{name} · {state}" if state else name
        self.person.setText(text)
        self.person.setAccessibleName(self.tr("Pessoa e disponibilidade: {text}").format(text=text))
        self.person.setVisible(bool(name))
        self._menu.clear()
        for state_id, word in states:
            action = self._menu.addAction(word)
            action.triggered.connect(lambda _checked=False, chosen=state_id: self.availability_chosen.emit(chosen))
        self.person.setEnabled(bool(states))

    def _on_crisis_clicked(self) -> None:
        if self._on_crisis is not None:
            self._on_crisis()

    def _on_theme_changed(self) -> None:
        metrics = self._theme.metrics
        self.setMinimumHeight(metrics.bar)
        self._brand.setMinimumWidth(metrics.px(72))
        self.search.setMaximumWidth(metrics.px(520))
        self.search.setMinimumWidth(metrics.px(120))

"""Every form asks in one window, says what is wrong beside the field, and keeps what was typed until it is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.views.support.announce import announce
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.views.support.theme import Theme


class FormDialog(QDialog):
    """A form with labels above fields; subclasses add fields and override ``check`` and ``submit``.

    Enter presses the one primary button (Ctrl+Enter does so from a text box). Errors stand below their field and
    no further window opens. ``submit`` may work off the UI thread: show ``set_busy(True)`` meanwhile, then
    ``accept()`` or ``show_errors``.
    """

    def __init__(self, *, theme: Theme, title: str, verb: str, intro: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        metrics = theme.metrics
        self._fields: dict[str, tuple[QWidget, QLabel]] = {}
        self.setWindowTitle(title)
        self.setMinimumWidth(metrics.px(420))
        self._form = QVBoxLayout()
        self._form.setSpacing(metrics.step(1))
        self._general = label("", "error", wrap=True)
        self._general.hide()
        self.submit_button = QPushButton(verb)
        self.submit_button.setProperty("kind", "primary")
        self.submit_button.setDefault(True)
        self.submit_button.clicked.connect(self.try_submit)
        self.cancel_button = QPushButton(self.tr("Cancelar"))
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(metrics.step(2))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.submit_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(metrics.step(5), metrics.step(4), metrics.step(5), metrics.step(4))
        layout.setSpacing(metrics.step(3))
        layout.addWidget(label(title, "title"))
        if intro:
            layout.addWidget(label(intro, "muted", wrap=True))
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addWidget(self._general)

    def setVisible(self, visible: bool) -> None:
        """Put the buttons last in the order of Tab and begin in the first field."""
        if visible and self.buttons.parent() is None:
            cast("QVBoxLayout", self.layout()).addLayout(self.buttons)
            if self.focusWidget() is None and self._fields:
                next(iter(self._fields.values()))[0].setFocus()
        super().setVisible(visible)

    def add_field(self, field_id: str, name: str, widget: QWidget, *, hint: str = "") -> None:
        """Put a named field below the others; ``hint`` explains it in a few words."""
        title = label(name, "small")
        title.setBuddy(widget)
        widget.setAccessibleName(name)
        if hint:
            widget.setAccessibleDescription(hint)
        error = label("", "error", wrap=True)
        error.hide()
        self._form.addWidget(title)
        self._form.addWidget(widget)
        if hint:
            self._form.addWidget(label(hint, "faint", wrap=True))
        self._form.addWidget(error)
        self._form.addSpacing(self.theme.metrics.step(1))
        self._fields[field_id] = (widget, error)

    def add_widget(self, widget: QWidget) -> None:
        """Put something that is no field (a note, a preview) below the fields so far."""
        self._form.addWidget(widget)

    def check(self) -> Mapping[str, str]:
        """Return field id -> what is wrong, for what can be told without asking a service; empty when all is well."""
        return {}

    def submit(self) -> None:
        """Do what the form is for; accepts unless overridden."""
        self.accept()

    def try_submit(self) -> None:
        """Check, then submit; what is wrong is shown and the first wrong field gets the focus."""
        errors = self.check()
        self.show_errors(errors)
        if not errors:
            self.submit()

    def show_errors(self, errors: Mapping[str, str]) -> None:
        """Show what is wrong beside the fields; the key "" stands for the form as a whole."""
        first: QWidget | None = None
        for field_id, (widget, error) in self._fields.items():
            text = errors.get(field_id, "")
            error.setText(text)
            error.setVisible(bool(text))
            set_property(widget, "invalid", "true" if text else "false")
            first = first or (widget if text else None)
        self._general.setText(errors.get("", ""))
        self._general.setVisible(bool(errors.get("")))
        if first is not None:
            first.setFocus()
        if errors:
            announce(self, " ".join(errors.values()), urgent=True)

    def error_of(self, field_id: str) -> str:
        """Return what is shown as wrong at a field."""
        return self._fields[field_id][1].text() if field_id in self._fields else self._general.text()

    def set_busy(self, busy: bool) -> None:
        """Keep the buttons from being pressed twice while a service works."""
        self.submit_button.setEnabled(not busy)

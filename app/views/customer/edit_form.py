"""A customer's data are typed in place; what is wrong stands beside its field and nothing typed is ever lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.services.customers import CustomerEdit
from app.services.errors import UserError
from app.views.customer.customer_texts import document_text, phone_text
from app.views.customer.keyed import keep_tip
from app.views.support.announce import announce
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from app.models.domain.customer_card import CustomerCard
    from app.views.support.desk import Desk

FIELD_OF: Final = {"document_invalid": "document", "phone_invalid": "phone", "email_invalid": "email"}


class EditForm(QWidget):
    """Name, e-mail, phone, CPF or CNPJ, place and notes of one customer."""

    submitted = Signal()
    left = Signal()

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = desk.theme
        self._fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._errors: dict[str, QLabel] = {}
        self._news: dict[str, QLabel] = {}
        self._before: dict[str, str] = {}
        self.customer_id = 0
        self.version = 0
        self._layout = QVBoxLayout(self)
        desk.theme.space(self._layout, spacing=1)
        self._add("name", self.tr("Nome"), QLineEdit())
        self._add("email", self.tr("E-mail"), QLineEdit())
        self._add("phone", self.tr("Telefone"), QLineEdit(), self.tr("Com DDD: (11) 98765-4321"))
        self._add("document", self.tr("CPF ou CNPJ"), QLineEdit(), self.tr("Só é guardado se os dígitos conferirem"))
        self._add("place", self.tr("Lugar"), QLineEdit(), self.tr("Cidade e UF, por exemplo: Belo Horizonte, MG"))
        notes = QPlainTextEdit()
        notes.setTabChangesFocus(True)
        notes.setFixedHeight(desk.theme.metrics.px(84))
        self._add("notes", self.tr("Observações"), notes)
        self._general = label("", "error", wrap=True)
        self._general.hide()
        self._layout.addWidget(self._general)
        self._layout.addLayout(self._buttons(desk))

    def show_card(self, card: CustomerCard) -> None:
        """Begin to edit a customer."""
        self.customer_id, self.version = card.id, card.version
        self._before = values_of(card)
        for name, field in self._fields.items():
            _set_text(field, self._before[name])
        self.show_errors({})
        self._hide_news()
        first = self._fields["name"]
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(first, QLineEdit):
            first.setCursorPosition(len(first.text()))

    def show_conflict(self, card: CustomerCard) -> None:
        """Keep what was typed, show beside it what a colleague saved meanwhile; the next save overwrites that."""
        now = values_of(card)
        for name, news in self._news.items():
            changed = now[name] != self._before[name] and now[name] != self._text(name)
            news.setText(self.tr("Agora no cadastro: {value}").format(value=now[name] or self.tr("vazio")))
            news.setVisible(changed)
            if now[name] != self._before[name] and self._text(name) == self._before[name]:
                _set_text(self._fields[name], now[name])
                news.hide()
        self._before, self.version = now, card.version

    @property
    def edit(self) -> CustomerEdit:
        """What was typed."""
        values = {name: self._text(name) or None for name in self._fields if name != "name"}
        return CustomerEdit(name=self._text("name"), **values)

    def fill(self, name: str, text: str) -> None:
        """Put a text into a field, as if it had been typed."""
        _set_text(self._fields[name], text)

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return any(self._text(name) != before for name, before in self._before.items())

    def show_error(self, error: Exception) -> bool:
        """Show what a service refused beside its field; tell whether it was something a person can mend."""
        if not isinstance(error, UserError):
            return False
        self.show_errors({FIELD_OF.get(error.code, ""): error_text(error)})
        return True

    def show_errors(self, errors: dict[str, str]) -> None:
        """Show what is wrong; the key "" stands for the form as a whole."""
        first: QWidget | None = None
        for name, field in self._fields.items():
            text = errors.get(name, "")
            self._errors[name].setText(text)
            self._errors[name].setVisible(bool(text))
            set_property(field, "invalid", "true" if text else "false")
            first = first or (field if text else None)
        self._general.setText(errors.get("", ""))
        self._general.setVisible(bool(errors.get("")))
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        if errors:
            announce(self, " ".join(errors.values()), urgent=True)

    def error_of(self, name: str) -> str:
        """Return what is shown as wrong at a field, or at the form as a whole for ""."""
        return self._errors[name].text() if name else self._general.text()

    def set_busy(self, busy: bool) -> None:
        """Keep the button from being pressed twice while the service works."""
        self._save.setEnabled(not busy)

    def _add(self, name: str, title: str, field: QLineEdit | QPlainTextEdit, hint: str = "") -> None:
        field.setAccessibleName(title)
        field.setObjectName(f"customer-{name}")
        head = label(title, "small")
        head.setBuddy(field)
        self._fields[name] = field
        self._errors[name] = label("", "error", wrap=True)
        self._news[name] = label("", "faint", wrap=True)
        self._layout.addWidget(head)
        self._layout.addWidget(field)
        if isinstance(field, QLineEdit) and hint:
            field.setPlaceholderText(hint)
        for note in (self._errors[name], self._news[name]):
            note.hide()
            self._layout.addWidget(note)

    def _buttons(self, desk: Desk) -> QHBoxLayout:
        self._save = QPushButton(self.tr("Salvar"))
        self._save.setProperty("kind", "primary")
        keep_tip(self._save, desk.actions, "customer.save", self.tr("Salvar cadastro"))
        self._save.clicked.connect(self.submitted)
        cancel = QPushButton(self.tr("Cancelar"))
        cancel.setToolTip(self.tr("Deixar como estava (Esc)"))
        cancel.clicked.connect(self.left)
        line = QHBoxLayout()
        desk.theme.space(line, margins=(0, 2, 0, 0), spacing=2)
        line.addStretch(1)
        line.addWidget(cancel)
        line.addWidget(self._save)
        return line

    def _hide_news(self) -> None:
        for news in self._news.values():
            news.hide()

    def _text(self, name: str) -> str:
        field = self._fields[name]
        return (field.toPlainText() if isinstance(field, QPlainTextEdit) else field.text()).strip()


def values_of(card: CustomerCard) -> dict[str, str]:
    """Return a card's data as they are typed."""
    return {
        "name": card.name,
        "email": card.email or "",
        "phone": phone_text(card.phone) if card.phone else "",
        "document": document_text(card.document, shown=True) if card.document else "",
        "place": card.place or "",
        "notes": card.notes or "",
    }


def _set_text(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    else:
        field.setText(text)
        field.setCursorPosition(0)

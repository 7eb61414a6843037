"""The fields of an account's form, made from what its network asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.models.domain.channel_kind import AccountField, ChannelKind, FieldKind
from app.views.support.labels import label
from app.views.support.network_texts import choice_text, field_hint, field_text, network_hint, network_text
from app.views.support.theme import set_property

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QFocusEvent

    from app.models.domain.account_info import AccountCard
    from app.views.support.theme import Theme

_LISTS = frozenset({"feeds"})
_YES = "1"
Edit = QLineEdit | QPlainTextEdit | QComboBox | QCheckBox


class AccountFields(QWidget):
    """Name first, then what the network needs; rarely used fields open by a button."""

    changed = Signal()
    submitted = Signal()
    """Enter was pressed in a line."""

    def __init__(self, *, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._edits: dict[str, Edit] = {}
        self._boxes: dict[str, QWidget] = {}
        self._advanced: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        theme.space(self._layout, margins=(0, 0, 2, 0), spacing=2)
        self.title = label("", "title")
        self.hint = label("", "muted", wrap=True)
        self.state = label("", "small", wrap=True)
        self.more_button = QPushButton(self.tr("Mostrar opções avançadas"))
        self.more_button.setProperty("kind", "link")
        self.more_button.setAutoDefault(False)
        self.more_button.clicked.connect(self.show_advanced)
        for widget in (self.title, self.hint, self.state):
            self._layout.addWidget(widget)

    @property
    def name(self) -> str:
        """The name typed."""
        edit = self._edits.get("name")
        return edit.text() if isinstance(edit, QLineEdit) else ""

    @property
    def values(self) -> Mapping[str, str]:
        """The other values typed, by field."""
        return {key: _value(edit) for key, edit in self._edits.items() if key != "name"}

    def edit(self, key: str) -> Edit:
        """Return the control of a field."""
        return self._edits[key]

    def show_kind(self, kind: ChannelKind, card: AccountCard | None) -> None:
        """Ask what a network needs; ``card`` fills in what is known, secrets stay empty."""
        self._clear()
        self.title.setText(network_text(kind.key))
        self.hint.setText(network_hint(kind.key))
        has_secret = card is not None and card.has_secret
        self.state.setText(
            self.tr("Deixe a senha ou chave em branco para manter a que está guardada.") if has_secret else ""
        )
        self.state.setVisible(has_secret)
        name = AccountField("name")
        self._add(name, "" if card is None else card.name)
        options: Mapping[str, Any] = {} if card is None else card.options
        for field in sorted(kind.fields, key=lambda each: each.is_advanced):
            self._add(field, _text(options.get(field.key, field.default)))
        self._layout.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.more_button.setVisible(bool(self._advanced))
        self._layout.addStretch(1)
        self.changed.emit()

    def show_advanced(self) -> None:
        """Open the rarely used fields."""
        for widget in self._advanced:
            widget.show()
        self.more_button.hide()

    def show_signed_in(self) -> None:
        """Say that the browser brought the access."""
        self.state.setText(self.tr("Acesso recebido do navegador. Agora é só testar."))
        self.state.show()

    def mark(self, key: str) -> None:
        """Mark the one field that is wrong and go there."""
        for name, edit in self._edits.items():
            set_property(edit, "invalid", "true" if name == key else "false")
        if key in self._edits:
            if self._boxes[key] in self._advanced:
                self.show_advanced()
            self._edits[key].setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first field."""
        super().focusInEvent(event)
        if self._edits:
            next(iter(self._edits.values())).setFocus()

    def _add(self, field: AccountField, value: str) -> None:
        title = self.tr("Nome da conta para a equipe") if field.key == "name" else field_text(field.key)
        box = QWidget()
        rows = QVBoxLayout(box)
        self._theme.space(rows, spacing=1)
        edit = self._made(field, value, title)
        edit.setAccessibleName(title)
        if not isinstance(edit, QCheckBox):
            shown = title if field.is_required else self.tr("{field} (opcional)").format(field=title)
            heading = label(shown, "small")
            heading.setBuddy(edit)
            rows.addWidget(heading)
        rows.addWidget(edit)
        hint = field_hint(field.key)
        if hint:
            edit.setAccessibleDescription(hint)
            rows.addWidget(label(hint, "faint", wrap=True))
        self._edits[field.key], self._boxes[field.key] = edit, box
        self._layout.addWidget(box)
        if field.is_advanced:
            self._advanced.append(box)
            box.hide()

    def _made(self, field: AccountField, value: str, title: str) -> Edit:
        if field.kind is FieldKind.CHOICE:
            combo = QComboBox()
            for choice in field.choices:
                combo.addItem(choice_text(choice), choice)
            combo.setCurrentIndex(max(0, combo.findData(value)))
            combo.currentIndexChanged.connect(lambda _: self.changed.emit())
            return combo
        if field.kind is FieldKind.YES_NO:
            check = QCheckBox(title)
            check.setChecked(value == _YES)
            return check
        if field.key in _LISTS:
            text = QPlainTextEdit(value)
            text.setTabChangesFocus(True)
            return text
        line = QLineEdit(value)
        if field.kind is FieldKind.SECRET:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setMaxLength(20_000)
            line.clear()
        line.textChanged.connect(lambda _: self.changed.emit())
        line.returnPressed.connect(self.submitted)
        return line

    def _clear(self) -> None:
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        self._edits, self._boxes, self._advanced = {}, {}, []
        # Whatever follows the heading (a stretch, the button) is put in anew.
        while self._layout.count() > len((self.title, self.hint, self.state)):
            self._layout.takeAt(self._layout.count() - 1)


def _value(edit: Edit) -> str:
    if isinstance(edit, QComboBox):
        return str(edit.currentData() or "")
    if isinstance(edit, QCheckBox):
        return _YES if edit.isChecked() else "0"
    return edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()


def _text(value: object) -> str:
    if isinstance(value, bool):
        return _YES if value else "0"
    return str(value)

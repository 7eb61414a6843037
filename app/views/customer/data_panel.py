"""Who a customer is: contact data, document, place, profile, persona and notes, read or edited in the same place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.models.domain.vocabulary import AxisKey
from app.views.customer.choice_field import ChoiceField
from app.views.customer.customer_texts import document_name, document_text, phone_text
from app.views.customer.edit_form import EditForm
from app.views.customer.keyed import keep_tip, tip_text
from app.views.support.cards import Card
from app.views.support.labels import label
from app.views.support.texts import as_tooltip, date_text

if TYPE_CHECKING:
    from app.models.domain.classification_tree import Trees
    from app.models.domain.customer_card import CustomerCard
    from app.views.support.desk import Desk


class DataPanel(Card):
    """The data as lines, and the form that takes their place while somebody edits."""

    classified = Signal(str, int)
    """Carries the axis' key and the node id chosen, 0 to clear."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(theme=desk.theme, title=desk.actions.spec("customer.edit").text, parent=parent)
        self._desk = desk
        self._card: CustomerCard | None = None
        self._is_shown = False
        self._may_edit = False
        self._title.setText(self.tr("Cadastro"))
        self.setAccessibleName(self.tr("Cadastro"))
        self.edit_button = QPushButton(self.tr("Editar"))
        keep_tip(self.edit_button, desk.actions, "customer.edit", self.tr("Editar cadastro"))
        self.edit_button.clicked.connect(self.begin_edit)
        self.tools.addWidget(self.edit_button)
        self.form = EditForm(desk=desk)
        self.form.hide()
        self.form.left.connect(self.end_edit)
        self._lines: dict[str, QLabel] = {}
        self._document_name = label("", "muted")
        self._reveal = QPushButton()
        self._reveal.setProperty("kind", "link")
        self._reveal.clicked.connect(self.toggle_document)
        self.profile = ChoiceField(
            desk=desk, axis_key=AxisKey.PROFILE, name=self.tr("Perfil"), action_id="customer.profile"
        )
        self.persona = ChoiceField(
            desk=desk, axis_key=AxisKey.PERSONA, name=self.tr("Persona"), action_id="customer.persona"
        )
        self.profile.chosen.connect(lambda node_id: self.classified.emit(AxisKey.PROFILE.value, node_id))
        self.persona.chosen.connect(lambda node_id: self.classified.emit(AxisKey.PERSONA.value, node_id))
        self._sheet = self._make_sheet()
        self.body.addWidget(self._sheet)
        self.body.addWidget(self.form)
        self.setProperty("pane", "yes")

    def set_trees(self, trees: Trees) -> None:
        """Know what profiles and personas there are."""
        self.profile.set_trees(trees)
        self.persona.set_trees(trees)

    def show_card(self, card: CustomerCard, *, may_edit: bool) -> None:
        """Show a customer; a form that is open on the same one stays as it is."""
        if self._card is None or self._card.id != card.id:
            self._is_shown = False
            self._leave_form()
        self._card, self._may_edit = card, may_edit
        self.edit_button.setVisible(may_edit and not self.is_editing)
        for name, text in _texts(card).items():
            self._lines[name].setText(text or "–")
            self._lines[name].setToolTip(as_tooltip(text))
        self._document_name.setText(document_name(card.document))
        self._show_document()
        self.profile.set_node(card.profile_node_id, editable=may_edit)
        self.persona.set_node(card.persona_node_id, editable=may_edit)

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    @property
    def document_shown(self) -> str:
        """The document as it can be read now."""
        return self._lines["document"].text()

    def begin_edit(self) -> None:
        """Open the form."""
        if self._card is None or not self._may_edit or self.is_editing:
            return
        self._sheet.hide()
        self.edit_button.hide()
        self.form.show()
        self.form.show_card(self._card)

    def end_edit(self) -> None:
        """Close the form and show the lines again."""
        self._leave_form()
        if self.edit_button.isVisible():
            self.edit_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_document(self) -> None:
        """Show the whole document, or hide it again."""
        if self._card is not None and self._card.document:
            self._is_shown = not self._is_shown
            self._show_document()

    def _leave_form(self) -> None:
        self.form.hide()
        self._sheet.show()
        self.edit_button.setVisible(self._may_edit)

    def _show_document(self) -> None:
        document = self._card.document if self._card is not None else None
        self._reveal.setVisible(bool(document))
        word = self.tr("Esconder") if self._is_shown else self.tr("Mostrar")
        self._reveal.setText(word)
        self._reveal.setAccessibleName(f"{word} {document_name(document)}")
        self._reveal.setToolTip(tip_text(self._desk.actions, "customer.document", word))
        self._lines["document"].setText(document_text(document, shown=self._is_shown) if document else "–")

    def _make_sheet(self) -> QWidget:
        sheet = QWidget()
        names = {
            "email": self.tr("E-mail"),
            "phone": self.tr("Telefone"),
            "document": "",
            "place": self.tr("Lugar"),
            "since": self.tr("Cliente desde"),
        }
        grid = QGridLayout()
        self._desk.theme.space(grid, spacing=2)
        grid.setColumnStretch(1, 1)
        for row, (name, title) in enumerate(names.items()):
            line = label("–", wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            line.setMinimumWidth(1)  # an address is one long word: it must not push the buttons out of sight
            self._lines[name] = line
            head = self._document_name if name == "document" else label(title, "muted")
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._with_reveal(line) if name == "document" else line, row, 1)
        for row, (title, field) in enumerate(
            ((self.tr("Perfil"), self.profile), (self.tr("Persona"), self.persona)), start=len(names)
        ):
            head = label(title, "muted")
            head.setMinimumHeight(self._desk.theme.metrics.px(22))
            grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        self._lines["notes"] = label("–", wrap=True)
        layout = QVBoxLayout(sheet)
        self._desk.theme.space(layout, spacing=2)
        layout.addLayout(grid)
        layout.addWidget(label(self.tr("Observações"), "muted"))
        layout.addWidget(self._lines["notes"])
        return sheet

    def _with_reveal(self, line: QLabel) -> QWidget:
        box = QWidget()
        layout = QHBoxLayout(box)
        self._desk.theme.space(layout, spacing=2)
        layout.addWidget(line, 1)
        layout.addWidget(self._reveal)
        return box


def _texts(card: CustomerCard) -> dict[str, str]:
    return {
        "email": card.email or "",
        "phone": phone_text(card.phone) if card.phone else "",
        "place": card.place or "",
        "since": date_text(card.created_at.astimezone().date()),
        "notes": card.notes or "",
    }

"""Keys are a person's own: single keys can be turned off, and every key changed, without clashes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.views.support.actions import ActionSpec, fuzzy_score, native_key
from app.views.support.cards import Card
from app.views.support.fields import SearchField
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from app.views.support.actions import ActionRegistry
    from app.views.support.preferences import Preferences
    from app.views.support.theme import Theme


class KeysPage(QWidget):
    """All actions with their keys; choose one, press the new key, done."""

    def __init__(
        self, *, theme: Theme, actions: ActionRegistry, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._actions, self._preferences = theme, actions, preferences
        self.single = QCheckBox(self.tr("Usar teclas simples, como E para encerrar"))
        self.single.setChecked(actions.single_keys)
        self.search = SearchField(theme=theme, placeholder=self.tr("Procurar ação"), name=self.tr("Procurar ação"))
        self.model: RowModel[ActionSpec] = RowModel(
            columns=[
                Column("group", self.tr("Onde"), lambda spec: spec.group),
                Column("text", self.tr("Ação"), lambda spec: spec.text),
                Column("keys", self.tr("Teclas"), self._keys_text),
            ],
            key=lambda spec: hash(spec.id),
            parent=self,
        )
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Ações e teclas"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.edit = QKeySequenceEdit()
        self.edit.setMaximumSequenceLength(1)
        self.edit.setAccessibleName(self.tr("Nova tecla"))
        self.apply_button = QPushButton(self.tr("Usar esta tecla"))
        self.none_button = QPushButton(self.tr("Sem tecla"))
        self.default_button = QPushButton(self.tr("Voltar ao padrão"))
        self.reset_button = QPushButton(self.tr("Restaurar todas"))
        self.message = label("", "error", wrap=True)
        self._build()
        self._connect()
        self._fill()

    def _build(self) -> None:
        card = Card(
            theme=self._theme,
            title=self.tr("Teclas de atalho"),
            definition=self.tr("Enquanto você digita um texto, as teclas simples são só letras."),
        )
        line = QHBoxLayout()
        self._theme.space(line, spacing=2)
        for widget in (self.edit, self.apply_button, self.none_button, self.default_button):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.reset_button)
        card.body.addWidget(self.single)
        card.body.addWidget(self.search)
        card.body.addWidget(self.table, 1)
        card.body.addLayout(line)
        card.body.addWidget(self.message)
        self.table.setColumnWidth(0, self._theme.metrics.px(140))
        self.table.setColumnWidth(1, self._theme.metrics.px(320))
        layout = QVBoxLayout(self)
        self._theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(card)

    def _connect(self) -> None:
        self.single.toggled.connect(self._on_single_toggled)
        self.search.edit.textChanged.connect(lambda _text: self._fill())
        self.apply_button.clicked.connect(self._on_apply_clicked)
        self.none_button.clicked.connect(lambda: self._remap(()))
        self.default_button.clicked.connect(lambda: self._remap(None))
        self.reset_button.clicked.connect(self._on_reset_clicked)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_chosen())
        self._actions.changed.connect(self._fill)

    def choose(self, action_id: str) -> None:
        """Choose an action in the table."""
        self.table.selectRow(self.model.index_of(hash(action_id)).row())

    def chosen(self) -> ActionSpec | None:
        """Return the action chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def _keys_text(self, spec: ActionSpec) -> str:
        keys = ", ".join(native_key(key) for key in self._actions.keys(spec.id, all_keys=True))
        return f"{keys} · {self.tr('mudada')}" if spec.id in self._actions.remaps else keys

    def _fill(self) -> None:
        text = self.search.text
        self.model.set_rows([spec for spec in self._actions.specs() if fuzzy_score(text, f"{spec.text} {spec.group}")])
        self._on_chosen()

    def _on_chosen(self) -> None:
        on = self.chosen() is not None
        for widget in (self.edit, self.apply_button, self.none_button, self.default_button):
            widget.setEnabled(on)

    def _on_single_toggled(self, on: bool) -> None:
        self._actions.set_single_keys(on)
        self._preferences.change(single_keys=on)

    def _on_apply_clicked(self) -> None:
        key = self.edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)
        if key:
            self._remap((key,))

    def _on_reset_clicked(self) -> None:
        self._actions.reset()
        self._preferences.change(key_remaps={})
        self.message.setText("")

    def _remap(self, keys: tuple[str, ...] | None) -> None:
        spec = self.chosen()
        if spec is None:
            return
        problem = self._problem(spec.id, spec.keys if keys is None else keys)
        self.message.setText(problem)
        if not problem:
            self._actions.remap(spec.id, keys)
            self._preferences.change(key_remaps=self._actions.remaps)
            self.edit.clear()

    def _problem(self, action_id: str, keys: tuple[str, ...]) -> str:
        if any("Ctrl+Alt" in key for key in keys):
            return self.tr("Ctrl+Alt vira AltGr em teclados brasileiros. Escolha outra tecla.")
        clashes = self._actions.conflicts(action_id, keys)
        if not clashes:
            return ""
        other = self._actions.spec(clashes[0].action_id).text
        return self.tr("{key} já faz “{other}”. Nada mudou: escolha outra tecla ou libere aquela antes.").format(
            key=native_key(clashes[0].key), other=other
        )

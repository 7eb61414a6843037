"""The parts of the editor of trees and how they lie: pills, filter and tree, and the node's form beside or below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.views.settings.tree_axis_bar import AxisBar
from app.views.settings.tree_form import NodeForm
from app.views.settings.tree_model import TreeModel
from app.views.settings.tree_view import NodeTree
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.fields import SearchField
from app.views.support.labels import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from app.models.domain.classification_tree import NodeInfo
    from app.views.support.theme import Theme

_WIDE: Final = 660
_FORM: Final = 350
_TREE_SHARE: Final = 0.6


class TreePanes(QWidget):
    """Makes the widgets and puts them in their places; ``tools`` go beside the title."""

    export_wanted = Signal(str)
    """Carries the ending of the file wanted."""

    def __init__(self, *, theme: Theme, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_edit = may_edit
        self.axes = AxisBar(theme=theme, may_edit=may_edit)
        self.search = SearchField(
            theme=theme, placeholder=self.tr("Filtrar itens"), name=self.tr("Filtrar itens da árvore")
        )
        self.search.setMinimumWidth(theme.metrics.px(170))
        self.carrier = label("", "small")
        self.model = TreeModel(parent=self)
        self.view = NodeTree(theme=theme, model=self.model)
        self.form = NodeForm(theme=theme)
        self.new_button = QPushButton(self.tr("Novo item"))
        self.new_button.setProperty("kind", "primary")
        self.ready_button = QPushButton(self.tr("Árvores prontas…"))
        self.import_button = QPushButton(self.tr("Importar…"))
        self.export_button = QPushButton(self.tr("Exportar…"))
        self.move_button = QPushButton(self.tr("Mover para…"))
        self.merge_button = QPushButton(self.tr("Juntar com…"))
        self.retire_button = QPushButton(self.tr("Aposentar"))
        self.tools = (self.ready_button, self.import_button, self.export_button, self.new_button)
        menu = QMenu(self.export_button)
        menu.addAction(self.tr("Planilha (CSV)"), lambda: self.export_wanted.emit("csv"))
        menu.addAction(self.tr("JSON"), lambda: self.export_wanted.emit("json"))
        self.export_button.setMenu(menu)
        for button in (self.ready_button, self.import_button, self.new_button):
            button.setEnabled(may_edit)
        self._theme = theme
        self.empty = EmptyState(theme=theme)
        self._stack = QStackedLayout()
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._build(theme)
        self.show_node(None)

    def show_node(self, node: NodeInfo | None) -> None:
        """Offer what can be done to a node."""
        is_offered = node is not None and node.is_offered
        self.move_button.setEnabled(self._may_edit and is_offered)
        self.merge_button.setEnabled(self._may_edit and is_offered)
        self.retire_button.setEnabled(self._may_edit and node is not None)
        if node is not None and node.merged_into_id is not None:
            self.retire_button.setText(self.tr("Separar"))
        elif node is not None and node.retired_at is not None:
            self.retire_button.setText(self.tr("Trazer de volta"))
        else:
            self.retire_button.setText(self.tr("Aposentar"))

    def show_empty(self, *, is_filtered: bool) -> None:
        """Say why there is no node to see, where there is none."""
        if is_filtered:
            text, button = self.tr("Nenhum item com essas letras."), self.tr("Limpar filtro")
        else:
            text, button = self.tr("Este eixo ainda não tem itens."), self.tr("Criar o primeiro item")
        kind = EmptyKind.FILTERED if is_filtered else EmptyKind.EMPTY
        self.empty.show_state(kind, text, button=button if is_filtered or self._may_edit else "")
        self._stack.setCurrentWidget(self.view if self.model.ids else self.empty)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the tree where there is room for both, below it in a narrow window."""
        super().resizeEvent(event)
        is_wide = event.size().width() >= self._theme.metrics.px(_WIDE)
        wanted = Qt.Orientation.Horizontal if is_wide else Qt.Orientation.Vertical
        if wanted is not self._splitter.orientation() or not event.oldSize().isValid():
            self._splitter.setOrientation(wanted)
            whole = event.size().width() if is_wide else event.size().height()
            self._splitter.setSizes([round(whole * _TREE_SHARE), round(whole * (1 - _TREE_SHARE))])

    def _build(self, theme: Theme) -> None:
        for button in (self.move_button, self.merge_button, self.retire_button):
            self.form.buttons.addWidget(button)
        line = QHBoxLayout()
        theme.space(line, spacing=3)
        line.addWidget(self.search, 1)
        line.addWidget(self.carrier)
        upper = QWidget()
        column = QVBoxLayout(upper)
        theme.space(column, margins=(0, 0, 2, 1), spacing=2)
        column.addLayout(line)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column.addLayout(self._stack, 1)
        lower = QScrollArea()
        lower.setWidgetResizable(True)
        lower.setFrameShape(QFrame.Shape.NoFrame)
        lower.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        lower.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder = QWidget()
        holder.setProperty("ground", "surface")
        room = QVBoxLayout(holder)
        theme.space(room, margins=(3, 0, 1, 0))
        room.addWidget(self.form)
        room.addStretch(1)
        lower.setWidget(holder)
        lower.setMinimumSize(theme.metrics.px(_FORM), theme.metrics.px(120))
        self._splitter.addWidget(upper)
        self._splitter.addWidget(lower)
        self._splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 1, 0, 0), spacing=2)
        layout.addWidget(self.axes)
        layout.addWidget(self._splitter, 1)

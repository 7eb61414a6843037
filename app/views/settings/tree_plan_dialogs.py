"""What a file or a ready-made tree would change is seen before anything is written."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QTableView, QTreeWidget, QTreeWidgetItem

from app.models.domain.tree_plan import StepKind
from app.services.errors import UserError
from app.views.settings.tree_dialogs import ActDialog
from app.views.settings.tree_texts import field_names, kind_text, plan_text, problem_text
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import as_tooltip, number_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.models.domain.classification_tree import Trees
    from app.models.domain.tree_plan import PlanStep, TreePlan
    from app.services.tree_editing import TreeEditing
    from app.services.tree_exchange import ReadyTree, TreeOrder
    from app.views.support.desk import Desk

_SHOWN: Final = 2_000
_KEY: Final = int(Qt.ItemDataRole.UserRole)
_Line = tuple[int, str, str, str, str]


class PlanDialog(ActDialog):
    """Shows a plan and takes it in; subclasses say which order is wanted."""

    def __init__(
        self,
        *,
        desk: Desk,
        trees: TreeEditing,
        title: str,
        verb: str,
        intro: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk=desk, title=title, verb=verb, intro=intro, parent=parent)
        self._trees = trees
        self._order: TreeOrder | None = None
        self._plan: TreePlan | None = None
        self.summary = label("", "strong", wrap=True)
        self.submit_button.setEnabled(False)
        self.setMinimumSize(desk.theme.metrics.px(760), desk.theme.metrics.px(520))

    @property
    def plan(self) -> TreePlan | None:
        """What is shown."""
        return self._plan

    def ask(self, order: TreeOrder) -> None:
        """Work out what an order would change, off the UI thread."""
        self._order, trees = order, self._trees
        self.submit_button.setEnabled(False)
        self._desk.calls.run(self, "plan", lambda: trees.exchange.plan(order), self._on_plan, failed=self._on_unplanned)

    def submit(self) -> None:
        """Do what is shown."""
        order, plan, trees, actor = self._order, self._plan, self._trees, self._desk.actor
        if order is not None and plan is not None:
            self.run(lambda: trees.exchange.take_in(actor, order, expected=plan))

    def show_plan(self, plan: TreePlan) -> None:
        """Show what would change."""
        self.summary.setText(plan_text(plan))

    def _on_plan(self, plan: TreePlan) -> None:
        self._plan = plan
        self.show_errors({})
        self.show_plan(plan)
        self.submit_button.setEnabled(not plan.problems and not plan.is_empty)

    def _on_unplanned(self, error: Exception) -> bool:
        if not isinstance(error, UserError):
            return False
        self.summary.clear()
        self.show_errors({"": error_text(error)})
        return True

    def _on_failed(self, error: Exception) -> bool:
        known = super()._on_failed(error)
        if known and self._order is not None:
            order, trees = self._order, self._trees
            # Whoever was first has changed the tree: what is shown next is what the file does now.
            self._desk.calls.run(self, "plan", lambda: trees.exchange.plan(order), self._on_planned_again)
        return known

    def _on_planned_again(self, plan: TreePlan) -> None:
        self._plan = plan
        self.show_plan(plan)
        self.submit_button.setEnabled(not plan.problems and not plan.is_empty)


class ImportDialog(PlanDialog):
    """The rows of a file with what becomes of each."""

    def __init__(
        self, *, desk: Desk, trees: TreeEditing, tree: Trees, order: TreeOrder, parent: QWidget | None = None
    ) -> None:
        axis = tree.axis(order.axis_id)
        super().__init__(
            desk=desk,
            trees=trees,
            title=self.tr("Importar árvore"),
            verb=self.tr("Importar"),
            intro=self.tr(
                "{file} em “{axis}”. Nada é gravado antes de você confirmar, e um só desfazer volta tudo."
            ).format(file=order.about, axis=axis.name if axis else ""),
            parent=parent,
        )
        self._tree, self._first = tree, order
        self._names: dict[str, str] = {}
        self.retire = QCheckBox(self.tr("Aposentar o que não está no arquivo"))
        self.retire.toggled.connect(lambda on: self.ask(replace(self._first, retire_missing=on)))
        self.model: RowModel[_Line] = RowModel(columns=self._columns(), key=lambda line: line[0], parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=desk.theme, name=self.tr("Linhas do arquivo"))
        for place, width in enumerate((60, 110, 190)):
            self.table.setColumnWidth(place, desk.theme.metrics.px(width))
        self.table.setMinimumHeight(desk.theme.metrics.px(280))
        self.more = label("", "small", wrap=True)
        for widget in (self.summary, self.table, self.more, self.retire):
            self.add_widget(widget)
        self.ask(order)

    def show_plan(self, plan: TreePlan) -> None:
        """Show what is wrong first, then every row that changes something."""
        super().show_plan(plan)
        self._names = {step.ref: step.name for step in plan.steps}
        wrong = [
            (place, number_text(each.number), self.tr("Problema"), each.text, problem_text(each))
            for place, each in enumerate(plan.problems)
        ]
        lines = wrong or [self._line(len(wrong) + place, step) for place, step in enumerate(plan.changes[:_SHOWN])]
        self.model.clear()
        self.model.set_rows(lines[:_SHOWN])
        hidden = max(len(plan.problems), len(plan.changes)) - len(lines[:_SHOWN])
        self.more.setText("" if hidden <= 0 else self.tr("E mais {n} linhas.").format(n=number_text(hidden)))

    def _line(self, place: int, step: PlanStep) -> _Line:
        number = number_text(step.number) if step.number else "–"
        return (place, number, kind_text(step.kind), step.name, self._what(step))

    def _what(self, step: PlanStep) -> str:
        names = field_names()
        yes, no = self.tr("sim"), self.tr("não")

        def said(value: object) -> str:
            return (yes if value else no) if isinstance(value, bool) else str(value or "–").replace("\n", " · ")

        parts = [
            f"{names[key]}: {said(step.was[key])} → {said(value)}" for key, value in step.values.items() if step.was
        ]
        if step.kind in {StepKind.MOVED, StepKind.ADDED} and step.parent is not None:
            above = (
                self._tree.path(step.parent)
                if isinstance(step.parent, int)
                else self._names.get(step.parent, step.parent)
            )
            parts.insert(0, self.tr("em {place}").format(place=above))
        elif step.kind is StepKind.MOVED:
            parts.insert(0, self.tr("no topo"))
        return "; ".join(parts)

    def _columns(self) -> list[Column[_Line]]:
        return [
            Column("number", self.tr("Linha"), lambda line: line[1]),
            Column("kind", self.tr("O que faz"), lambda line: line[2]),
            Column("name", self.tr("Item"), lambda line: line[3]),
            Column("what", self.tr("Detalhe"), lambda line: line[4]),
        ]


class AdoptDialog(PlanDialog):
    """Ready-made trees with a tick at each branch, and how much of what is ticked is new."""

    def __init__(self, *, desk: Desk, trees: TreeEditing, axis_id: int, parent: QWidget | None = None) -> None:
        super().__init__(
            desk=desk,
            trees=trees,
            title=self.tr("Adotar uma árvore pronta"),
            verb=self.tr("Adotar"),
            intro=self.tr("Marque os ramos que servem. O que a equipe já tem fica como está."),
            parent=parent,
        )
        self._axis_id = axis_id
        self._ready: tuple[ReadyTree, ...] = trees.exchange.ready_made()
        self.choice = QComboBox()
        for ready in self._ready:
            self.choice.addItem(ready.name, ready.key)
        self.view = QTreeWidget()
        self.view.setAccessibleName(self.tr("Ramos da árvore pronta"))
        self.view.setColumnCount(2)
        self.view.setHeaderHidden(True)
        self.view.setColumnWidth(0, desk.theme.metrics.px(420))
        self.view.setMinimumHeight(desk.theme.metrics.px(280))
        self.all = QCheckBox(self.tr("Marcar tudo"))
        self.all.setTristate(False)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.add_field("choice", self.tr("Árvore"), self.choice)
        for widget in (self.all, self.view, self.summary):
            self.add_widget(widget)
        self.choice.currentIndexChanged.connect(lambda _place: self._fill())
        self.view.itemChanged.connect(lambda *_: self._on_ticked())
        self.all.toggled.connect(self._on_all)
        self._fill()

    @property
    def ticked(self) -> set[str]:
        """Keys of the nodes ticked."""
        return {key for key, item in self._items.items() if item.checkState(0) == Qt.CheckState.Checked}

    def tick(self, key: str, *, on: bool = True) -> None:
        """Tick a node, with all below it."""
        self._items[key].setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def _mark(self, plan: TreePlan) -> None:
        there = kind_text(StepKind.SAME)
        kinds = {step.ref: step.kind for step in plan.steps}
        with QSignalBlocker(self.view):
            for key, item in self._items.items():
                item.setText(1, there if kinds.get(key) is StepKind.SAME else "")

    def _fill(self) -> None:
        ready = self._ready[self.choice.currentIndex()]
        self._items = {}
        with QSignalBlocker(self.view), QSignalBlocker(self.all):
            self.all.setChecked(False)
            self.view.clear()
            for row in ready.rows:
                above = self._items.get(row.parent or "")
                item = QTreeWidgetItem(above) if above is not None else QTreeWidgetItem(self.view)
                item.setText(0, row.name)
                item.setToolTip(0, as_tooltip(str(row.values.get("description") or row.name)))
                item.setData(0, _KEY, row.ref)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
                item.setCheckState(0, Qt.CheckState.Unchecked)
                self._items[row.ref] = item
            self.view.expandAll()
        everything = self._trees.exchange.order_adoption(self._axis_id, ready.key, set(self._items))
        trees = self._trees
        self._desk.calls.run(self, "marks", lambda: trees.exchange.plan(everything), self._mark, failed=_is_told)
        self._on_ticked()

    def _on_ticked(self) -> None:
        key = self._ready[self.choice.currentIndex()].key
        self.ask(self._trees.exchange.order_adoption(self._axis_id, key, self.ticked))

    def _on_all(self, on: bool) -> None:
        with QSignalBlocker(self.view):
            for item in self._items.values():
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._on_ticked()


def _is_told(error: Exception) -> bool:
    # The plan of what is ticked fails in the same way and says why.
    return isinstance(error, UserError)

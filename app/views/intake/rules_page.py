"""Intake rules as the team edits them: tried on the last month before they act, counted, and taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from app.models.domain.changes import Changes, Topic
from app.models.domain.intake_rule import IntakeRule
from app.models.domain.people import Right
from app.services.errors import UserError
from app.services.intake.rules import RuleInfo
from app.views.intake.rule_form import RuleForm
from app.views.support.bars import ConfirmBar
from app.views.support.cards import Card
from app.views.support.errors import error_text
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label
from app.views.support.list_details import ListAndDetails
from app.views.support.row_model import Column, RowModel
from app.views.support.scrolled import scrolled
from app.views.support.tables import dress_table
from app.views.support.texts import number_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.acts import Done
    from app.services.intake.rules import RuleBook
    from app.views.support.desk import Desk


class RulesPage(QWidget):
    """The list of rules at the left, the form of the chosen one at the right."""

    show_rule_requested = Signal(int, str)
    """Carries a rule's id and name: show the mentions it holds."""

    def __init__(self, *, desk: Desk, rules: RuleBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._rules = desk, rules
        self._stale = True
        self._wanted = 0
        theme = desk.theme
        self.setAccessibleName(self.tr("Regras de entrada"))
        self.model: RowModel[RuleInfo] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Regras"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for place, width in ((1, 80), (2, 90)):
            self.table.setColumnWidth(place, theme.metrics.px(width))
        self.form = RuleForm(theme=theme)
        self.new_button = QPushButton(self.tr("Nova regra"))
        self.save_button = QPushButton(self.tr("Salvar"))
        self.save_button.setProperty("kind", "primary")
        self.preview_button = QPushButton(self.tr("Testar nos últimos 30 dias"))
        self.apply_button = QPushButton(self.tr("Aplicar às que estão em A triar"))
        self.revert_button = QPushButton(self.tr("Devolver para A triar"))
        self.show_button = QPushButton(self.tr("Ver as menções"))
        self.result = label("", "muted", wrap=True)
        self.message = label("", "error", wrap=True)
        self.confirm = ConfirmBar(theme=theme)
        self._build()
        self._connect()
        self._show_buttons()

    def chosen(self) -> RuleInfo | None:
        """Return the rule chosen; None while a new one is written."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def start_new(self) -> None:
        """Begin a new rule in the form."""
        self.table.clearSelection()
        self.form.show_rule(IntakeRule(0, ""))
        self.form.name.setFocus()
        self._show_buttons()

    def save(self) -> None:
        """Store the form as a new rule or in place of the chosen one."""
        rule, info, actor = self.form.rule(), self.chosen(), self._desk.actor
        if info is None:
            self._act("save", lambda: self._rules.add(rule, actor=actor), self._on_added)
        else:
            version = info.version
            self._act("save", lambda: self._rules.edit(rule, version=version, actor=actor), self._on_saved)

    def preview(self) -> None:
        """Count what the form would have set aside in the last 30 days."""
        rule = self.form.rule()
        self.result.setText(self.tr("Contando…"))
        self._desk.calls.run(
            self, "preview", lambda: self._rules.preview(rule), self._on_previewed, failed=self._on_failed
        )

    def apply(self) -> None:
        """Set aside what waits now; undone by one key."""
        info, actor = self.chosen(), self._desk.actor
        if info is not None:
            self._act("apply", lambda: self._rules.apply_to_waiting(info.rule, actor=actor), self._on_applied)

    def revert(self) -> None:
        """Ask, then put all that the rule holds back for triage."""
        info, actor = self.chosen(), self._desk.actor
        if info is None:
            return
        text = self.tr("Devolver para A triar as menções que a regra “{name}” guarda em Monitorar (até {n})?")
        self.confirm.ask(
            text.format(name=info.rule.name, n=number_text(info.hits)),
            self.tr("Devolver"),
            lambda: self._act("revert", lambda: self._rules.revert(info.rule, actor=actor), self._on_reverted),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the rules when they may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        left = Card(
            theme=theme,
            title=self.tr("Regras de entrada"),
            definition=self.tr("Mandam para Monitorar, por conta própria, o que não pede resposta. Crises nunca."),
        )
        left.tools.addWidget(self.new_button)
        left.body.addWidget(self.table, 1)
        right = Card(theme=theme, title=self.tr("Quando uma menção entra na regra"))
        line, acts = QHBoxLayout(), FlowLayout(spacing=theme.metrics.step(2))
        theme.space(line, spacing=2)
        line.addWidget(self.preview_button)
        line.addWidget(self.result, 1)
        line.addWidget(self.save_button)
        for button in (self.apply_button, self.revert_button, self.show_button):
            acts.addWidget(button)
        right.body.addWidget(self.form)
        right.body.addWidget(self.message)
        right.body.addLayout(line)
        right.body.addLayout(acts)
        right.body.addWidget(self.confirm)
        right.body.addStretch(1)
        left.setMinimumWidth(theme.metrics.px(340))
        split = ListAndDetails(theme=theme, first=left, details=right, items=self.table, shares=(2, 3))
        split.setProperty("kind", "gap")
        split.setHandleWidth(theme.metrics.step(3))
        split.setSizes([theme.metrics.px(430), theme.metrics.px(640)])
        whole, layout = QWidget(), QVBoxLayout(self)
        room = QVBoxLayout(whole)
        theme.space(room, margins=(5, 4, 5, 4))
        room.addWidget(split)
        theme.space(layout)
        layout.addWidget(scrolled(whole, ground="background"))

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.form.changed.connect(self._show_buttons)
        self.new_button.clicked.connect(self.start_new)
        self.save_button.clicked.connect(self.save)
        self.preview_button.clicked.connect(self.preview)
        self.apply_button.clicked.connect(self.apply)
        self.revert_button.clicked.connect(self.revert)
        self.show_button.clicked.connect(self._on_show_clicked)
        self._desk.changes.changed.connect(self._on_changes)

    def _read(self) -> None:
        self._stale = False
        self._desk.calls.run(self, "rules", self._rules.all, self._on_read)

    def _on_read(self, rules: list[RuleInfo]) -> None:
        edited = self.form.is_edited
        self.model.set_rows(rules)
        if self._wanted:
            self.table.selectRow(self.model.index_of(self._wanted).row())
            self._wanted = 0
        elif rules and self.chosen() is None and not edited:
            self.table.selectRow(0)
        elif not edited:
            self._on_selected()
        self._show_buttons()

    def _act(self, slot: str, work: Callable[[], Done[int]], done: Callable[[Done[int]], None]) -> None:
        self.message.setText("")
        self._desk.calls.run(self, slot, work, done, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        self.result.setText("")
        if isinstance(error, UserError):
            self.message.setText(error_text(error))
            return True
        return False

    def _on_added(self, done: Done[int]) -> None:
        self._wanted = done.value
        self.form.show_rule(replace(self.form.rule(), id=done.value))
        self._on_saved(done)

    def _on_saved(self, _done: Done[int]) -> None:
        self.form.show_rule(self.form.rule())
        self._desk.say(self.tr("Regra salva"))
        self._read()

    def _on_applied(self, done: Done[int]) -> None:
        self._desk.undo.push(done)
        if not done.value:
            self.result.setText(self.tr("Nenhuma menção em A triar entra nesta regra."))
        self._read()

    def _on_reverted(self, done: Done[int]) -> None:
        self._desk.undo.push(done)
        self._read()

    def _on_previewed(self, count: int) -> None:
        text = self.tr("Nos últimos 30 dias pegaria {n} menções.") if count != 1 else self.tr("Pegaria {n} menção.")
        self.result.setText(text.format(n=number_text(count)))

    def _on_selected(self) -> None:
        info = self.chosen()
        if info is not None:
            self.form.show_rule(info.rule)
            self.result.setText("")
            self.message.setText("")
        self._show_buttons()

    def _show_buttons(self) -> None:
        info, may = self.chosen(), self._desk.actor.may(Right.EDIT_SETTINGS)
        edited = self.form.is_edited
        self.new_button.setEnabled(may)
        self.save_button.setEnabled(may and edited)
        self.preview_button.setEnabled(self.form.rule().has_conditions)
        kept = info is not None and not edited
        self.apply_button.setEnabled(kept)
        self.revert_button.setEnabled(kept and info is not None and info.hits > 0)
        self.show_button.setEnabled(info is not None and info.hits > 0)

    def _on_show_clicked(self) -> None:
        info = self.chosen()
        if info is not None:
            self.show_rule_requested.emit(info.rule.id, info.rule.name)

    def _on_changes(self, changes: Changes) -> None:
        if Topic.INTAKE_RULES in changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()

    def _columns(self) -> list[Column[RuleInfo]]:
        on, off = self.tr("ligada"), self.tr("desligada")
        return [
            Column("name", self.tr("Nome"), lambda info: info.rule.name),
            Column("hits", self.tr("Menções"), lambda info: number_text(info.hits), numeric=True),
            Column("on", self.tr("Situação"), lambda info: on if info.rule.enabled else off),
        ]


def _key(info: RuleInfo) -> int:
    return info.rule.id

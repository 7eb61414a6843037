"""The team: who may sign in, in which role; nobody is deleted, since the history names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Right, Role
from app.services.errors import UserError
from app.services.people import TeamMember
from app.views.support.cards import Card
from app.views.support.errors import error_text
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from app.services.people import PeopleService
    from app.views.support.desk import Desk


def role_names() -> dict[Role, str]:
    """Return each role's name."""
    return {
        Role.ATTENDANT: _tr("Atendente"),
        Role.SPECIALIST: _tr("Especialista de área"),
        Role.ANALYST: _tr("Analista"),
        Role.SUPERVISOR: _tr("Supervisão"),
        Role.ASSISTANT: _tr("Assistente"),
        Role.ADMINISTRATOR: _tr("Administração"),
    }


def role_hint(role: Role) -> str:
    """Return what a role may do, in one sentence."""
    return {
        Role.ATTENDANT: _tr("Atende, responde, encaminha, importa e reabre."),
        Role.SPECIALIST: _tr("Responde ao que a área recebe."),
        Role.ANALYST: _tr("Consulta e exporta; não atende."),
        Role.SUPERVISOR: _tr("Tudo do atendimento, troca donos, exporta e muda configurações."),
        Role.ASSISTANT: _tr("Atende e também exporta."),
        Role.ADMINISTRATOR: _tr("Tudo, inclusive outros administradores."),
    }[role]


class PeoplePage(QWidget):
    """A table of the team with a form for the person chosen, and a line to add one."""

    saved = Signal()

    def __init__(self, *, desk: Desk, people: PeopleService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._people = desk, people
        self._stale = True
        self._may = desk.actor.may(Right.EDIT_SETTINGS)
        theme = desk.theme
        self.setAccessibleName(self.tr("Equipe"))
        self.model: RowModel[TeamMember] = RowModel(columns=self._columns(), key=_key, parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Pessoas da equipe"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.horizontalHeader().setStretchLastSection(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(1, theme.metrics.px(180))
        self.table.setColumnWidth(2, theme.metrics.px(140))
        self.inactive = QCheckBox(self.tr("Mostrar quem saiu"))
        self.name_edit = QLineEdit()
        self.name_edit.setAccessibleName(self.tr("Nome"))
        self.role = self._role_combo(self.tr("Perfil"))
        self.save_button = QPushButton(self.tr("Salvar"))
        self.active_button = QPushButton(self.tr("Desativar"))
        self.new_name = QLineEdit()
        self.new_name.setPlaceholderText(self.tr("Nome como a equipe conhece"))
        self.new_name.setAccessibleName(self.tr("Nome da pessoa nova"))
        self.new_role = self._role_combo(self.tr("Perfil da pessoa nova"))
        self.add_button = QPushButton(self.tr("Incluir pessoa"))
        self.hint = label("", "small", wrap=True)
        self.message = label("", "error", wrap=True)
        self._build()
        self._connect()

    def chosen(self) -> TeamMember | None:
        """Return the person chosen."""
        rows = self.table.selectionModel().selectedRows()
        return self.model.row_at(rows[0].row()) if rows else None

    def choose(self, person_id: int) -> None:
        """Choose a person in the table."""
        self.table.selectRow(self.model.index_of(person_id).row())

    def add(self) -> None:
        """Add the person typed in the last line."""
        name, role, actor = self.new_name.text(), Role(self.new_role.currentData()), self._desk.actor
        self._act(lambda: self._people.add(name, role, actor=actor), self.new_name.clear)

    def save(self) -> None:
        """Write name and role of the person chosen, when they differ."""
        member = self.chosen()
        if member is None:
            return
        name, role, actor = self.name_edit.text().strip(), Role(self.role.currentData()), self._desk.actor

        def work() -> None:
            version = member.version
            if name != member.name:
                self._people.rename(member.person_id, name, version=version, actor=actor)
                version += 1
            if role is not member.role:
                self._people.set_role(member.person_id, role, version=version, actor=actor)

        self._act(work)

    def toggle_active(self) -> None:
        """Let the person chosen sign in no more, or again."""
        member, actor = self.chosen(), self._desk.actor
        if member is not None:
            self._act(
                lambda: self._people.set_active(
                    member.person_id, is_active=not member.is_active, version=member.version, actor=actor
                )
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Read the team when it may have changed."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _build(self) -> None:
        theme = self._desk.theme
        card = Card(
            theme=theme,
            title=self.tr("Equipe"),
            definition=self.tr("Quem pode entrar no Balcão e com qual perfil. O nome aparece no histórico."),
        )
        card.tools.addWidget(self.inactive)
        edit, new = QHBoxLayout(), QHBoxLayout()
        for line in (edit, new):
            theme.space(line, spacing=2)
        for widget in (self.name_edit, self.role, self.save_button, self.active_button):
            edit.addWidget(widget, 1 if widget is self.name_edit else 0)
        for widget in (self.new_name, self.new_role, self.add_button):
            new.addWidget(widget, 1 if widget is self.new_name else 0)
        card.body.addWidget(self.table, 1)
        card.body.addWidget(label(self.tr("Pessoa escolhida"), "small"))
        card.body.addLayout(edit)
        card.body.addWidget(self.hint)
        card.body.addWidget(label(self.tr("Pessoa nova"), "small"))
        card.body.addLayout(new)
        card.body.addWidget(self.message)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4))
        layout.addWidget(card)
        if not self._may:
            self.message.setText(self.tr("Só a supervisão e a administração mudam a equipe."))
        for control in (self.new_name, self.new_role, self.add_button):
            control.setEnabled(self._may)
        self._on_selected()

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._on_selected())
        self.model.dataChanged.connect(lambda *_: self._on_selected())
        self.inactive.toggled.connect(lambda _: self._read())
        self.save_button.clicked.connect(self.save)
        self.active_button.clicked.connect(self.toggle_active)
        self.add_button.clicked.connect(self.add)
        self.new_name.returnPressed.connect(self.add)
        self.name_edit.returnPressed.connect(self.save)
        self.role.currentIndexChanged.connect(lambda _: self._show_hint())
        self._desk.changes.changed.connect(self._on_changes)

    def _role_combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        for role, text in role_names().items():
            combo.addItem(text, role.value)
        return combo

    def _read(self) -> None:
        self._stale = False
        everyone = self.inactive.isChecked()
        self._desk.calls.run(self, "team", lambda: self._people.list(include_inactive=everyone), self._on_team)

    def _on_team(self, team: tuple[TeamMember, ...]) -> None:
        self.model.set_rows(team)
        if team and self.chosen() is None:
            self.table.selectRow(0)

    def _act(self, work: Callable[[], object], done: Callable[[], object] = lambda: None) -> None:
        self.message.setText("")

        def finished(_answer: object) -> None:
            done()
            self._read()
            self.saved.emit()

        self._desk.calls.run(self, "act", work, finished, failed=self._on_failed)

    def _on_failed(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.message.setText(error_text(error))
            self._read()
            return True
        return False

    def _on_selected(self) -> None:
        member = self.chosen()
        for widget in (self.name_edit, self.role, self.save_button, self.active_button):
            widget.setEnabled(member is not None and self._may)
        if member is not None and not self.name_edit.hasFocus():
            self.name_edit.setText(member.name)
            self.role.setCurrentIndex(self.role.findData(member.role.value))
        if member is not None:
            self.active_button.setText(self.tr("Desativar") if member.is_active else self.tr("Reativar"))
        self._show_hint()

    def _show_hint(self) -> None:
        self.hint.setText(role_hint(Role(self.role.currentData())))

    def _on_changes(self, changes: Changes) -> None:
        if Topic.PEOPLE in changes.topics:
            self._stale = True
            if self.isVisible():
                self._read()

    def _columns(self) -> list[Column[TeamMember]]:
        here, gone = self.tr("Ativa"), self.tr("Saiu")
        return [
            Column("name", self.tr("Nome"), lambda member: member.name),
            Column("role", self.tr("Perfil"), lambda member: role_names()[member.role]),
            Column("active", self.tr("Situação"), lambda member: here if member.is_active else gone),
        ]


def _key(member: TeamMember) -> int:
    return member.person_id


def _tr(text: str) -> str:
    return QCoreApplication.translate("people_page", text)

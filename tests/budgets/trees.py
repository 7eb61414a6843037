"""The editor of trees with 5,000 nodes: opened, filtered, edited."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, select

from app.models.domain.people import Role
from app.models.schema.classification import Axis, Node
from app.services.case_reader import TreeShelf
from app.services.clock import SystemClock
from app.services.database import Database
from app.services.database_location import LocalFile
from app.services.opening import open_database
from app.services.people import add_person
from app.services.rule_set import RuleSet
from app.services.settings import SettingsStore
from app.services.tree_editing import TreeEditing
from app.services.tree_section import TreeSection
from app.views.settings.tree_page import TreePage
from app.views.support.actions import ActionRegistry
from app.views.support.changes import ChangeBridge
from app.views.support.desk import Desk
from app.views.support.jobs import Jobs
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme
from app.views.support.undoing import UndoStack
from tests.budgets.table import Line, timed

NODES, A_MACRO = 5_000, 50


def measure_trees(database: Database) -> list[Line]:
    """Return the lines of a tree of 5,000 nodes in a file of its own; ``database`` lends its clock alone."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("no application with windows")
    with tempfile.TemporaryDirectory() as folder:
        opened = open_database(
            LocalFile(Path(folder) / "trees.balcao"),
            clock=SystemClock(),
            workstation_key="trees",
            workstation_name="trees",
            announce=lambda _changes: None,
        )
        try:
            opened.quiet(_plant)
            opened.clock.align(database.clock.now())
            bench = _Bench(app, opened, Path(folder))
            try:
                return list(bench.lines())
            finally:
                bench.close()
        finally:
            opened.close()


def _plant(connection: object) -> None:
    execute = connection.execute  # type: ignore[attr-defined]  # a connection inside a transaction
    axis_id = execute(select(Axis.id).where(Axis.key == "subject")).scalar_one()
    blank = {"axis_id": axis_id, "version": 1, "position": 0}
    macros = [
        blank | {"key": f"m{n}", "name": f"Macro {n}", "folded_name": f"macro {n}"} for n in range(NODES // A_MACRO)
    ]
    execute(insert(Node), macros)
    ids = dict(execute(select(Node.key, Node.id)).all())
    leaves = [
        blank
        | {
            "parent_id": ids[f"m{n // A_MACRO}"],
            "key": f"n{n}",
            "name": f"Variável {n}",
            "folded_name": f"variavel {n}",
            "description": "Quando o cliente diz que isto aconteceu com ele e pede que a empresa resolva.",
        }
        for n in range(NODES - NODES // A_MACRO)
    ]
    execute(insert(Node), leaves)


class _Bench:
    """A page on a database, and what is measured on it."""

    def __init__(self, app: QApplication, database: Database, folder: Path) -> None:
        self._app, self._database = app, database
        self._calls = Calls(on_error=_raise, parent=app)
        self._jobs = Jobs(on_error=_raise, parent=app)
        self._shelf = TreeShelf()
        self._bridge = ChangeBridge(parent=app)
        actor = database.quiet(
            lambda connection: add_person(connection, name="Ana Reis", role=Role.SUPERVISOR, at=database.clock.now())
        )
        theme = Theme(app=app, choice="light")
        self._desk = Desk(
            theme=theme,
            actions=ActionRegistry(theme=theme),
            preferences=Preferences(store=SettingsStore(folder=folder), calls=self._calls),
            calls=self._calls,
            jobs=self._jobs,
            changes=self._bridge,
            undo=UndoStack(calls=self._calls, parent=self._calls),
            clock=database.clock,
            actor=actor,
            say=lambda _text: None,
        )
        self._rules = RuleSet(database=database, sections=[TreeSection()])
        self._page = self._made()
        self._typed = iter(f"variavel {n}" for n in range(10, 5_000))
        self._names = iter(f"Macro novo {n}" for n in range(5_000))

    def lines(self) -> Iterator[Line]:
        """Return what was measured."""
        yield timed("tree of 5,000 nodes, its page made, read and painted", self._make, most=300)
        yield timed("tree of 5,000 nodes opened, from the database to the paint", self._open, most=150)
        yield timed("all branches of 5,000 nodes unfolded", self._unfold, most=150)
        yield timed("tree of 5,000 nodes filtered", self._filter, most=100)
        self._page.search.clear()
        yield timed("node of 5,000 renamed, to the paint", self._rename, most=250)

    def close(self) -> None:
        """End everything."""
        self._page.close()
        self._page.deleteLater()
        self._calls.shutdown()
        self._jobs.shutdown(seconds=2)

    def _made(self) -> TreePage:
        trees = TreeEditing(database=self._database, shelf=self._shelf)
        page = TreePage(desk=self._desk, trees=trees, rule_set=self._rules)
        page.resize(1200, 860)
        page.show()
        self._settle()
        page.grab()
        return page

    def _make(self) -> None:
        old = self._page
        self._shelf.forget()
        self._page = self._made()
        old.close()
        old.deleteLater()

    def _open(self) -> None:
        # As after a colleague's edit: nothing is in memory, and the model is built anew.
        self._shelf.forget()
        self._page.hide()
        self._page.model.clear()
        self._page.mark_stale()
        self._page.show()
        self._settle()
        self._page.grab()

    def _unfold(self) -> None:
        self._page.view.collapseAll()
        self._page.view.expandAll()
        self._page.grab()

    def _filter(self) -> None:
        self._page.search.edit.setText(next(self._typed))
        self._page.search.searched.emit(self._page.search.text)
        self._page.grab()

    def _rename(self) -> None:
        node = self._page.node
        if node is None:
            raise RuntimeError("no node")
        self._page.model.rename_wanted.emit(node.id, next(self._names))
        self._settle()
        self._page.mark_stale()
        self._settle()
        self._page.grab()

    def _settle(self) -> None:
        while not self._calls.is_idle:
            # As a program waits: a loop that asks again and again would take the time from the threads that read.
            loop = QEventLoop()
            self._calls.idle.connect(loop.quit)
            loop.exec()
        self._app.processEvents()


def _raise(error: BaseException) -> None:
    raise error

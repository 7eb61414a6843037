"""Active work on the relationship: the moments that wait, the log of what was done, and what it brought."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.models.domain.changes import Topic
from app.models.domain.people import Right
from app.models.domain.relations import ActFilter, RelationKind
from app.services.exports import FileKind, Target
from app.views.relations.act_dialog import ActDialog, Occasion
from app.views.relations.layout import RelationsLayout
from app.views.relations.relation_words import (
    act_columns,
    first_day,
    log_table,
    parts_text,
    queue_text,
    total_columns,
)
from app.views.support.actions import ActionSpec
from app.views.support.item_model import Page, PagedModel
from app.views.support.row_model import RowModel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.models.domain.changes import Changes
    from app.models.domain.relations import KindTotal, MomentQueue, RelationAct
    from app.services.exports import ExportService
    from app.services.filter_choices import FilterChoices, FilterChoiceService
    from app.services.relations import RelationService
    from app.views.support.desk import Desk

PAGE_ID: Final = "relations"
_QUEUE_REST_MS: Final = 3_000


class RelationsPage(QWidget):
    """N writes an act down, Enter opens one, Delete takes it out."""

    queue_requested = Signal(object, str)
    """Carries the ``InboxQuery`` of the moments that wait, and its title."""
    mention_requested = Signal(object)
    """Carries the id of the mention that an act answered."""

    def __init__(
        self,
        *,
        desk: Desk,
        relations: RelationService,
        choices: FilterChoiceService,
        exports: ExportService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._relations, self._choices, self._exports = desk, relations, choices, exports
        self._queue: MomentQueue | None = None
        self._read: FilterChoices | None = None
        self._occasion: Occasion | None = None
        self.dialog: ActDialog | None = None
        self.model: PagedModel[RelationAct] = PagedModel(
            columns=act_columns(desk.clock.now), key=lambda act: act.id, calls=desk.calls, parent=self
        )
        self.totals: RowModel[KindTotal] = RowModel(
            columns=total_columns(), key=lambda total: _place_of(total.kind), parent=self
        )
        self.setAccessibleName(self.tr("Relacionamento"))
        self.parts = RelationsLayout(theme=desk.theme, log=self.model, totals=self.totals, page=self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_QUEUE_REST_MS)
        self._rest.timeout.connect(self._read_queue)
        self._connect()
        self._bind()
        self._enable()

    @property
    def wanted(self) -> ActFilter:
        """Which acts are shown."""
        parts, today = self.parts, self._desk.clock.now().astimezone().date()
        return ActFilter(
            first_day(parts.period.currentData(), today), None, parts.kind.currentData(), parts.person.currentData()
        )

    @property
    def current(self) -> RelationAct | None:
        """The act under the cursor."""
        return self.model.row_at(self.parts.table.currentIndex().row())

    def showEvent(self, event: QShowEvent) -> None:
        """Read the log, its totals and the moments that wait."""
        super().showEvent(event)
        choices = self._choices
        self._desk.calls.run(self, "choices", choices.choices, self._on_choices)
        self.reload()
        self._read_queue()

    def reload(self) -> None:
        """Read the log and its totals."""
        relations, actor, wanted = self._relations, self._desk.actor, self.wanted

        def fetch(cursor: object) -> Page[RelationAct]:
            found = relations.page(actor, wanted, cursor)  # type: ignore[arg-type] # what the page before gave
            return Page(found.rows, found.next)

        self.model.load(fetch)
        self._read_totals()

    def write_new(self, occasion: Occasion | None = None) -> None:
        """Open the empty form, for a mention when one is given; as soon as the channels are known."""
        if not self._may_write:
            self._desk.say(self.tr("Quem registra ações é quem atende, a análise ou a supervisão."))
            return
        self._occasion = occasion
        choices = self._choices
        self._desk.calls.run(self, "new", choices.choices, self._on_new)

    def open_current(self) -> None:
        """Open the form of the act under the cursor."""
        act = self.current
        if act is not None and self._read is not None and self._may_write:
            self._show_form(self._read, act, None)

    def delete_current(self) -> None:
        """Take the act under the cursor out of the log."""
        act, relations, actor = self.current, self._relations, self._desk.actor
        if act is not None and self._may_write:
            self._desk.calls.run(self, "delete", lambda: relations.delete(actor, act), self._desk.undo.push)

    def write(self, path: Path, kind: FileKind) -> None:
        """Write the whole log of the filter to a file, off the UI thread."""
        relations, exports, actor, wanted = self._relations, self._exports, self._desk.actor, self.wanted
        said = self.tr("Salvo em {name}").format(name=path.name)
        self._desk.calls.run(
            self,
            "save",
            lambda: exports.table(actor, log_table(relations.whole(actor, wanted)), Target(path, kind), {}),
            lambda _rows: self._desk.say(said),
        )

    @property
    def _may_write(self) -> bool:
        actor = self._desk.actor
        return actor.may(Right.WORK_CASES) or actor.may(Right.WRITE_REPORTS)

    def _connect(self) -> None:
        parts = self.parts
        for box in (parts.period, parts.kind, parts.person):
            box.activated.connect(lambda _place: self.reload())
        parts.open_queue.clicked.connect(lambda _checked=False: self._open_queue())
        parts.empty.requested.connect(self.write_new)
        parts.table.doubleClicked.connect(lambda _index: self.open_current())
        parts.table.selectionModel().currentRowChanged.connect(lambda _now, _before: self._enable())
        menu = QMenu(self)
        menu.addAction(self.tr("CSV")).triggered.connect(lambda _checked=False: self._ask_file(FileKind.CSV))
        menu.addAction(self.tr("Planilha (XLSX)")).triggered.connect(
            lambda _checked=False: self._ask_file(FileKind.XLSX)
        )
        parts.export.setMenu(menu)
        self.model.loaded.connect(self._on_loaded)
        self._desk.changes.changed.connect(self._on_changes)

    def _bind(self) -> None:
        parts, group = self.parts, self.tr("Relacionamento")
        acts = (
            ("relations.new", self.tr("Registrar ação"), ("N",), "plus", parts.new, self.write_new, self),
            (
                "relations.change",
                self.tr("Mudar a ação"),
                ("Return", "Enter"),
                "pencil",
                parts.change,
                self.open_current,
                parts.table,
            ),
            (
                "relations.delete",
                self.tr("Excluir a ação"),
                ("Delete",),
                "trash",
                parts.remove,
                self.delete_current,
                parts.table,
            ),
            (
                "relations.mention",
                self.tr("Ver a menção da ação"),
                ("O",),
                "message",
                parts.mention,
                self._open_mention,
                parts.table,
            ),
        )
        for action_id, text, keys, icon, button, handler, place in acts:
            self._desk.actions.define([ActionSpec(action_id, text, keys, icon, PAGE_ID, group)])
            action = self._desk.actions.bind(action_id, place, handler, within=place is parts.table)
            button.setToolTip(action.toolTip())
            button.clicked.connect(lambda _checked=False, handler=handler: handler())

    def _read_totals(self) -> None:
        relations, actor, wanted = self._relations, self._desk.actor, self.wanted
        self._desk.calls.run(self, "totals", lambda: relations.totals(actor, wanted), self.totals.set_rows)

    def _read_queue(self) -> None:
        relations, actor = self._relations, self._desk.actor
        self._desk.calls.run(self, "queue", lambda: relations.queue(actor), self._on_queue)

    def _on_queue(self, queue: MomentQueue) -> None:
        self._queue = queue
        self.parts.show_queue(queue_text(queue), parts_text(queue), has_any=queue.count > 0)

    def _open_queue(self) -> None:
        if self._queue is not None:
            self.queue_requested.emit(self._queue.query, self.tr("Momentos de relacionamento"))

    def _open_mention(self) -> None:
        act = self.current
        if act is not None and act.said.mention_id is not None:
            self.mention_requested.emit(act.said.mention_id)

    def _on_choices(self, read: FilterChoices) -> None:
        self._read = read
        self.parts.show_people(read.people)

    def _on_new(self, read: FilterChoices) -> None:
        self._on_choices(read)
        self._show_form(read, None, self._occasion)

    def _show_form(self, read: FilterChoices, act: RelationAct | None, occasion: Occasion | None) -> None:
        self.dialog = ActDialog(
            desk=self._desk,
            relations=self._relations,
            channels=read.channels,
            act=act,
            occasion=occasion,
            parent=self.window(),
        )
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _on_loaded(self) -> None:
        wanted = self.wanted
        is_filtered = wanted.kind is not None or wanted.person_id is not None
        self.parts.show_log(has_rows=bool(self.model.ids), is_filtered=is_filtered, may_write=self._may_write)
        self._enable()

    def _enable(self) -> None:
        act, may_write = self.current, self._may_write
        self.parts.new.setEnabled(may_write)
        self.parts.change.setEnabled(act is not None and may_write)
        self.parts.remove.setEnabled(act is not None and may_write)
        self.parts.mention.setEnabled(act is not None and act.said.mention_id is not None)
        self.parts.export.setEnabled(self._desk.actor.may(Right.EXPORT) and bool(self.model.ids))

    def _on_changes(self, changes: Changes) -> None:
        if not self.isVisible():
            return
        if Topic.PLAN in changes.topics:
            self.model.refresh()
            self._read_totals()
        if changes.mention_ids or changes.mention_range:
            self._rest.start()

    def _ask_file(self, kind: FileKind) -> None:
        filters = {FileKind.CSV: self.tr("Tabela CSV (*.csv)"), FileKind.XLSX: self.tr("Planilha (*.xlsx)")}
        name = self.tr("Relacionamento")
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Salvar o registro de ações"), f"{name}.{kind.value}", filters[kind]
        )
        if path:
            self.write(Path(path), kind)


def _place_of(kind: RelationKind | None) -> int:
    return len(RelationKind) if kind is None else list(RelationKind).index(kind)

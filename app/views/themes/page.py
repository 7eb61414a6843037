"""The themes of the week as a table among the reports: how much more they are said, and their mentions by a click."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QPushButton, QTableView, QVBoxLayout, QWidget

from app.services.cancel import CancelToken
from app.services.themes import SAMPLE, Theme, ThemeBoard, ThemeService
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.labels import label
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_table
from app.views.support.texts import date_text, number_text, percent_text, when_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.desk import Desk
    from app.views.support.jobs import Job

_WIDTHS: Final = (0, 110, 150, 150, 150)
_OPENS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FAR: Final = 10


class ThemesPage(QWidget):
    """Reads what was found; looks anew by itself when that is some hours old, or when asked."""

    drill_requested = Signal(object, str)
    """Carries the ``InboxQuery`` of a theme's mentions, and its name."""

    def __init__(self, *, desk: Desk, themes: ThemeService, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._themes = desk, themes
        self._board: ThemeBoard | None = None
        self._job: Job | None = None
        theme = desk.theme
        self.setAccessibleName(self.tr("Temas da semana"))
        self.look = QPushButton(theme.icon("refresh"), self.tr("Procurar de novo"))
        self.model: RowModel[Theme] = RowModel(columns=self._columns(), key=lambda row: hash(row.term), parent=self)
        self.table = QTableView()
        self.table.setModel(self.model)
        dress_table(self.table, theme=theme, name=self.tr("Temas da semana"))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.empty = EmptyState(theme=theme)
        self.note = label("", "small", wrap=True)
        self._build()
        self._size_columns()
        theme.changed.connect(self._size_columns)
        self.look.clicked.connect(self.look_for)
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self.table.installEventFilter(self)

    @property
    def board(self) -> ThemeBoard | None:
        """What is shown."""
        return self._board

    def showEvent(self, event: QShowEvent) -> None:
        """Read what was found last."""
        super().showEvent(event)
        actor = self._desk.actor
        self._desk.calls.run(self, "read", lambda: self._themes.read(actor), self._on_read)

    def look_for(self) -> None:
        """Look for the themes now, as a job that can be cancelled; one at a time."""
        if self._job is not None and not self._job.is_over:
            return
        actor, themes = self._desk.actor, self._themes

        def work(token: CancelToken, report: Callable[[int, int | None], None]) -> ThemeBoard:
            return themes.find(actor, token, report)

        self.look.setEnabled(False)
        self._job = self._desk.jobs.start(title=self.tr("Procurando os temas da semana"), work=work, done=self._show)
        self._job.ended.connect(self._on_ended)
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open by Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OPENS:
            self._open(self.table.currentIndex().row())
            return True
        return False

    def _build(self) -> None:
        theme = self._desk.theme
        card = Card(
            theme=theme,
            title=self.tr("Temas da semana"),
            definition=self.tr(
                "Palavras que muito mais gente usou nos últimos sete dias do que nas oito semanas antes. Conta pessoas,"
                " não repetições: uma pessoa só não faz um tema."
            ),
        )
        card.tools.addWidget(self.look)
        for part, stretch in ((self.table, 1), (self.empty, 1), (self.note, 0)):
            card.body.addWidget(part, stretch)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=2)
        line = QHBoxLayout()
        line.addWidget(card, 1)
        layout.addLayout(line, 1)
        self.setFocusProxy(self.table)
        self._show_state()

    def _size_columns(self) -> None:
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        for place, width in enumerate(_WIDTHS):
            if width:
                self.table.setColumnWidth(place, self._desk.theme.metrics.px(width))
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)

    def _on_read(self, board: ThemeBoard) -> None:
        self._show(board)
        if board.is_due:
            self.look_for()

    def _on_ended(self) -> None:
        self.look.setEnabled(True)
        self._show_state()

    def _show(self, board: ThemeBoard) -> None:
        self._board = board
        self.model.set_rows(board.themes)
        self._show_state()

    def _show_state(self) -> None:
        board = self._board
        is_looking = self._job is not None and not self._job.is_over
        has_rows = self.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self.empty.setVisible(not has_rows)
        self.note.setText("" if board is None or board.found_at is None else self._note(board))
        if has_rows:
            return
        if board is None or (is_looking and board.found_at is None):
            self.empty.show_state(EmptyKind.LOADING, self.tr("Lendo as menções da semana…"))
        else:
            self.empty.show_state(
                EmptyKind.EMPTY, self.tr("Nenhum tema subiu de modo claro esta semana. Isso também é uma notícia.")
            )

    def _note(self, board: ThemeBoard) -> str:
        text = self.tr(
            "De {since} a {until}. Visto {when}, em {now} menções da semana e {before} das oito semanas antes"
            " (no máximo {most} de cada)."
        )
        return text.format(
            since=date_text(board.since),
            until=date_text(board.until),
            when=when_text(board.found_at or self._desk.clock.now(), self._desk.clock.now()),
            now=number_text(board.sampled),
            before=number_text(board.sampled_before),
            most=number_text(SAMPLE),
        )

    def _open(self, place: int) -> None:
        row = self.model.row_at(place) if place >= 0 else None
        if row is not None:
            self.drill_requested.emit(row.query, self.tr("Tema: {term}").format(term=row.term))

    def _columns(self) -> list[Column[Theme]]:
        return [
            Column("term", self.tr("Tema"), lambda row: row.term),
            Column("n", self.tr("Menções"), lambda row: number_text(row.n), numeric=True),
            Column("share", self.tr("Gente, nesta semana"), lambda row: percent_text(row.share, 1), numeric=True),
            Column("before", self.tr("Gente, antes"), lambda row: percent_text(row.share_before, 1), numeric=True),
            Column("growth", self.tr("Subiu"), self._growth, numeric=True),
        ]

    def _growth(self, row: Theme) -> str:
        if not row.share_before:
            return self.tr("novo")
        times = row.share / row.share_before
        return self.tr("{n} vezes").format(n=number_text(times, 0 if times >= _FAR else 1))

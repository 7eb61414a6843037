"""The page of results: all kinds in one list or one kind alone, marked, in the wanted order, and what opens each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from app.models.domain.people import Right
from app.models.domain.search_hit import Found, FoundGroup, HitKind, SearchOptions, SearchResults
from app.models.domain.search_query import filter_pieces
from app.views.search.result_delegate import ResultDelegate
from app.views.search.result_model import Heading, ResultModel, lines_of
from app.views.search.save_line import SaveLine
from app.views.search.search_texts import count_text, kind_text, notes_text, nothing_text
from app.views.support.cards import Card
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.labels import label

if TYPE_CHECKING:
    from app.services.saved_views import SavedViewService
    from app.services.search import SearchService
    from app.views.support.desk import Desk

_RELEVANT: Final = "relevant"
_MOST_RECENT: Final = 12
_OPENS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class SearchPage(QWidget):
    """Shows what ``search`` finds; what opens a hit is left to the window."""

    hit_chosen = Signal(object)
    """Carries the ``Found`` to open."""
    list_requested = Signal(object, str)
    """Carries the ``InboxQuery`` whose rows are to be listed, and a title."""
    text_changed = Signal(str)
    """The text searched for now, for the box on top."""

    def __init__(
        self, *, desk: Desk, search: SearchService, saved_views: SavedViewService, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._search, self._saved_views = desk, search, saved_views
        self._results = SearchResults("")
        self._kind: HitKind | None = None
        theme = desk.theme
        self.setAccessibleName(self.tr("Busca"))
        self.forms = QCheckBox(self.tr("Outras formas da palavra"))
        self.forms.setToolTip(self.tr("“reclamar” acha também reclamação, reclamei, reclamou…"))
        self.forms.setChecked(desk.preferences.current.search_forms)
        self.order = SegmentedControl(
            theme=theme,
            segments=[Segment("newest", self.tr("Mais novas")), Segment(_RELEVANT, self.tr("Mais relevantes"))],
            name=self.tr("Ordem"),
        )
        self.save = QPushButton(self.tr("Salvar como visão"))
        self.open_all = QPushButton(self.tr("Abrir na Entrada"))
        self.save_line = SaveLine(theme=theme)
        self._pieces, self._kinds = QWidget(), QWidget()
        self._piece_flow, self._kind_flow = FlowLayout(self._pieces), FlowLayout(self._kinds)
        self.notes = label("", "muted", wrap=True)
        self.model = ResultModel(parent=self)
        self.view = QListView()
        self.empty = EmptyState(theme=theme)
        self._build()
        self._connect()
        self._show_results()

    @property
    def results(self) -> SearchResults:
        """What is shown."""
        return self._results

    @property
    def kinds(self) -> list[str]:
        """What the buttons of the kinds say."""
        return [button.text() for button in self._kinds.findChildren(QPushButton)]

    def look_for(self, text: str) -> None:
        """Search for a text and show what it leads to."""
        wanted = text.strip()
        self._kind = None
        self._remember(wanted)
        self._ask(wanted)

    def show_kind(self, kind: HitKind | None) -> None:
        """Show one kind alone; None shows the first of all kinds."""
        self._kind = kind
        self._show_results()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open by Enter."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _OPENS:
            self._open(self.view.currentIndex().row())
            return True
        return False

    def _build(self) -> None:
        theme = self._desk.theme
        self.view.setModel(self.model)
        self.view.setItemDelegate(ResultDelegate(theme=theme, clock=self._desk.clock, parent=self.view))
        self.view.setAccessibleName(self.tr("Resultados"))
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        self.view.setProperty("pane", True)
        line = QHBoxLayout()
        theme.space(line, spacing=3)
        for widget in (self.order, self.forms):
            line.addWidget(widget)
        line.addStretch(1)
        for button in (self.open_all, self.save):
            line.addWidget(button)
        self.card = Card(theme=theme, title=self.tr("Busca"))
        for flow in (self._piece_flow, self._kind_flow):
            theme.space(flow, spacing=1)
        self.card.body.addLayout(line)
        for part in (self.save_line, self._pieces, self._kinds, self.notes):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.view, 1)
        self.card.body.addWidget(self.empty, 1)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(5, 4, 5, 4), spacing=2)
        layout.addWidget(self.card, 1)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.forms.toggled.connect(self._on_forms_toggled)
        self.order.chosen.connect(lambda _: self._ask(self._results.text))
        self.save.clicked.connect(lambda: self.save_line.ask(self._results.text))
        self.save_line.submitted.connect(self._on_save_submitted)
        self.open_all.clicked.connect(self._on_open_all_clicked)
        self.view.clicked.connect(lambda index: self._open(index.row()))
        self.empty.requested.connect(lambda: self._take_instead(self._results.instead))

    def _ask(self, text: str) -> None:
        actor = self._desk.actor
        options = SearchOptions(with_forms=self.forms.isChecked(), by_relevance=self.order.current == _RELEVANT)
        if not self._results.text or self._results.text != text:
            self._results = SearchResults(text)
            self._show_results(is_loading=True)
        self._desk.calls.run(self, "find", lambda: self._search.find(text, actor, options), self._on_found)

    def _on_found(self, results: SearchResults) -> None:
        self._results = results
        if self._kind is not None and all(group.kind is not self._kind for group in results.groups):
            self._kind = None
        self._show_results()
        place = self.model.first_hit()
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place, 0))

    def _show_results(self, *, is_loading: bool = False) -> None:
        results = self._results
        self.card.set_definition(self.tr("Procurando por: {text}").format(text=results.text) if results.text else "")
        self.model.show(lines_of(results.groups, self._kind))
        self._show_pieces()
        self._show_kinds()
        self.notes.setText(notes_text(results))
        self.notes.setVisible(bool(self.notes.text()))
        has_lines = self.model.rowCount() > 0
        self.view.setVisible(has_lines)
        self.empty.setVisible(not has_lines)
        listed = self._listed()
        self.open_all.setVisible(listed is not None)
        self.save.setVisible(listed is not None and self._desk.actor.may(Right.READ))
        if is_loading:
            self.empty.show_state(EmptyKind.LOADING)
        elif not has_lines:
            button = self.tr("Procurar por “{text}”").format(text=results.instead) if results.instead else ""
            self.empty.show_state(EmptyKind.EMPTY, nothing_text(results), button=button)

    def _show_pieces(self) -> None:
        """Show each named filter of the text as a chip that takes it away."""
        _clear(self._piece_flow)
        for piece, rest in filter_pieces(self._results.text):
            button = QPushButton(self._desk.theme.icon("x"), piece.replace("&", "&&"), self._pieces)
            button.setProperty("kind", "pill")
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.setAccessibleName(self.tr("Tirar filtro: {text}").format(text=piece))
            button.clicked.connect(partial(self._take_instead, rest))
            self._piece_flow.addWidget(button)
        self._pieces.setVisible(self._piece_flow.count() > 0)

    def _show_kinds(self) -> None:
        _clear(self._kind_flow)
        groups = self._results.groups
        choices: list[tuple[HitKind | None, str]] = [(None, self.tr("Tudo"))] if groups else []
        choices += [(group.kind, f"{kind_text(group.kind)} · {count_text(group.count)}") for group in groups]
        for kind, text in choices:
            button = QPushButton(text, self._kinds)
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setChecked(kind is self._kind)
            button.clicked.connect(partial(self._on_kind_clicked, kind))
            self._kind_flow.addWidget(button)
        self._kinds.setVisible(bool(choices))

    def _on_kind_clicked(self, kind: HitKind | None, _checked: bool = False) -> None:
        self.show_kind(kind)

    def _listed(self) -> FoundGroup | None:
        """Return the group whose rows the inbox can list: the one shown, else the mentions, else the cases."""
        with_query = {group.kind: group for group in self._results.groups if group.query is not None}
        if self._kind is not None:
            return with_query.get(self._kind)
        return with_query.get(HitKind.MENTION) or with_query.get(HitKind.CASE)

    def _open(self, place: int) -> None:
        line = self.model.line(place)
        if isinstance(line, Heading):
            self.show_kind(line.kind)
        elif isinstance(line, Found) and line.alike:
            self._take_instead(line.alike_text)
        elif isinstance(line, Found):
            self.hit_chosen.emit(line)

    def _take_instead(self, text: str, _checked: bool = False) -> None:
        if text:
            self.text_changed.emit(text)
            self.look_for(text)

    def _on_open_all_clicked(self) -> None:
        group = self._listed()
        if group is not None and group.query is not None:
            self.list_requested.emit(group.query, self._results.text)

    def _on_save_submitted(self, name: str) -> None:
        group, actor = self._listed(), self._desk.actor
        if group is not None and (query := group.query) is not None:
            said = self.tr("Visão “{name}” salva na navegação").format(name=name)
            self._desk.calls.run(
                self, "save", lambda: self._saved_views.create(actor, name, query), lambda _: self._desk.say(said)
            )

    def _on_forms_toggled(self, on: bool) -> None:
        self._desk.preferences.change(search_forms=on)
        if self._results.text:
            self._ask(self._results.text)

    def _remember(self, text: str) -> None:
        if not text:
            return
        name, kept = self._desk.actor.name, self._desk.preferences.current.recent_searches
        mine = [text, *(each for each in kept.get(name, ()) if each != text)]
        self._desk.preferences.change(recent_searches={**kept, name: tuple(mine[:_MOST_RECENT])})


def _clear(flow: FlowLayout) -> None:
    while (item := flow.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

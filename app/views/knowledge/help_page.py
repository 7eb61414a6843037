"""Help inside the program: short pages in plain Portuguese, searched as one, with the keys that are in force here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from app.views.knowledge.help_actions import help_actions
from app.views.knowledge.help_text import HelpText
from app.views.knowledge.topic_delegate import TopicDelegate
from app.views.knowledge.topics import Found, Topic, read_topics, search_topics, with_keys
from app.views.support.empty_state import EmptyKind, EmptyState
from app.views.support.fields import SearchField
from app.views.support.labels import label
from app.views.support.resource import resource_path
from app.views.support.row_model import Column, RowModel
from app.views.support.tables import dress_list

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.views.support.desk import Desk

FIRST = "start"
_KEYS = "keys"


class HelpPage(QWidget):
    """Pages left, text right."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topics: tuple[Topic, ...] = ()
        self._wanted = FIRST
        self._trail: list[str] = []
        self._is_listing = False
        desk.actions.define(help_actions())
        column: Column[Found] = Column(
            "title", self.tr("Página"), lambda found: found.topic.title, tooltip=lambda found: found.excerpt
        )
        self.model: RowModel[Found] = RowModel(columns=[column], key=self._place_of, parent=self)
        self.search = SearchField(
            theme=desk.theme,
            placeholder=self.tr("Buscar na ajuda"),
            name=self.tr("Buscar na ajuda"),
            key_hint=desk.actions.key_text("help.search"),
        )
        self.view = QListView()
        self.text = HelpText(theme=desk.theme)
        self.empty = EmptyState(theme=desk.theme)
        self._stack = QStackedWidget()
        self._build()
        self._bind()
        self._connect()

    def show_topic(self, topic_id: str) -> None:
        """Open a page; an unknown id opens the first one."""
        if self._topics and topic_id not in {topic.id for topic in self._topics}:
            topic_id = FIRST
        if self._wanted != topic_id:
            self._trail.append(self._wanted)
        self._wanted = topic_id
        self._show_wanted()

    @property
    def topic_id(self) -> str:
        """The page that is open."""
        return self._wanted

    def showEvent(self, event: QShowEvent) -> None:
        """Read the pages at the first sight; afterwards show the keys as they are by now."""
        super().showEvent(event)
        if self._topics:
            self._show_wanted()
        else:
            self.empty.show_state(EmptyKind.LOADING)
            self._stack.setCurrentWidget(self.empty)
            self._desk.calls.run(self, "topics", partial(read_topics, resource_path("help")), self._on_topics)

    def _on_topics(self, topics: tuple[Topic, ...]) -> None:
        self._topics = topics
        self._on_searched(self.search.text)
        self.show_topic(self._wanted)

    def _show_wanted(self) -> None:
        topic = next((each for each in self._topics if each.id == self._wanted), None)
        if topic is None:
            return
        text = with_keys(topic.text, self._key_of)
        if topic.id == _KEYS:
            text += self._all_keys()
        self.text.show_markdown(text, self.search.text.split())
        self._stack.setCurrentIndex(0)
        index = self.model.index_of(self._topics.index(topic))
        selection = self.view.selectionModel()
        if index.isValid():
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        else:
            selection.clear()

    def _key_of(self, action_id: str) -> str:
        known = action_id in {spec.id for spec in self._desk.actions.specs()}
        return self._desk.actions.key_text(action_id) if known else ""

    def _all_keys(self) -> str:
        actions = self._desk.actions
        groups: dict[str, list[str]] = {}
        for spec in actions.specs():
            key = actions.key_text(spec.id)
            if key:
                groups.setdefault(spec.group or self.tr("Outras"), []).append(f"- `{key}` — {spec.text}")
        return "".join(f"\n\n## {group}\n\n" + "\n".join(lines) for group, lines in groups.items())

    def _on_searched(self, typed: str) -> None:
        found = search_topics(self._topics, typed)
        self._is_listing = True
        self.model.set_rows(found)
        self._is_listing = False
        if typed and not found:
            text = self.tr("Nada na ajuda sobre “{typed}”. Tente uma palavra só, como protocolo ou importar.")
            self.empty.show_state(EmptyKind.FILTERED, text.format(typed=typed), button=self.tr("Limpar busca"))
            self._stack.setCurrentWidget(self.empty)
        elif found and typed and self._wanted not in {each.topic.id for each in found}:
            self.show_topic(found[0].topic.id)
        else:
            self._show_wanted()

    def _place_of(self, found: Found) -> int:
        return self._topics.index(found.topic)

    def _step(self, count: int) -> None:
        place = max(0, min(self.model.rowCount() - 1, self.view.currentIndex().row() + count))
        row = self.model.row_at(place)
        if row is not None:
            self.show_topic(row.topic.id)

    def _go_back(self) -> None:
        if self._trail:
            self._wanted = self._trail.pop()
            self._show_wanted()

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None and row.topic.id != self._wanted and not self._is_listing:
            self.show_topic(row.topic.id)

    def _focus_search(self) -> None:
        self.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.edit.selectAll()

    def _build(self) -> None:
        theme = self._desk.theme
        dress_list(self.view, theme=theme, name=self.tr("Páginas da ajuda"))
        self.view.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.view.setUniformItemSizes(False)
        self.view.setItemDelegate(TopicDelegate(theme=theme, parent=self.view))
        self.view.setModel(self.model)
        side = QFrame()
        side.setProperty("pane", "yes")
        side.setProperty("ground", "surface")
        side.setFixedWidth(theme.metrics.px(280))
        theme.changed.connect(lambda: side.setFixedWidth(theme.metrics.px(280)))
        left = QVBoxLayout(side)
        theme.space(left, margins=(3, 2, 3, 2), spacing=2)
        left.addWidget(label(self.tr("Ajuda"), "title"))
        left.addWidget(self.search)
        left.addWidget(self.view, 1)
        reading = QFrame()
        reading.setProperty("pane", "yes")
        reading.setProperty("ground", "surface")
        right = QHBoxLayout(reading)
        theme.space(right, spacing=0)
        right.addWidget(self.text, 100)
        right.addStretch(1)
        self._stack.addWidget(reading)
        self._stack.addWidget(self.empty)
        layout = QHBoxLayout(self)
        theme.space(layout, spacing=0)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    def _bind(self) -> None:
        handlers: dict[str, Callable[[], object]] = {
            "help.search": self._focus_search,
            "help.next": lambda: self._step(1),
            "help.previous": lambda: self._step(-1),
            "help.back": self._go_back,
        }
        for action_id, handler in handlers.items():
            self._desk.actions.bind(action_id, self, handler)

    def _connect(self) -> None:
        self.search.searched.connect(self._on_searched)
        self.search.submitted.connect(lambda _text: self.text.setFocus(Qt.FocusReason.TabFocusReason))
        self.empty.requested.connect(self.search.clear)
        self.text.linked.connect(self.show_topic)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self._desk.theme.changed.connect(self._show_wanted)
        self._desk.actions.changed.connect(self._show_wanted)

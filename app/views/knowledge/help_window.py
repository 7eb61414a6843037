"""One page of the help in a window of its own, so that it can be read beside the form that it explains."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.views.knowledge.help_text import HelpText
from app.views.knowledge.topics import Topic, read_topics, with_keys
from app.views.support.resource import resource_path

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from app.views.support.desk import Desk


class HelpWindow(QDialog):
    """Shows ``topic_id`` and what it links to; ``parent`` is the window beside which it is read."""

    def __init__(self, *, desk: Desk, topic_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._topics: dict[str, Topic] = {}
        self._wanted = topic_id
        self._trail: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Ajuda"))
        self.text = HelpText(theme=desk.theme)
        self.back_button = QPushButton(self.tr("Voltar"))
        self.close_button = QPushButton(self.tr("Fechar"))
        self._build()
        self.text.linked.connect(self.show_topic)
        self.back_button.clicked.connect(self._go_back)
        self.close_button.clicked.connect(self.close)
        desk.theme.changed.connect(self._show_wanted)

    @property
    def topic_id(self) -> str:
        """The page that is open."""
        return self._wanted

    def show_topic(self, topic_id: str) -> None:
        """Open a page; an unknown id changes nothing."""
        if topic_id in self._topics and topic_id != self._wanted:
            self._trail.append(self._wanted)
            self._wanted = topic_id
            self._show_wanted()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the pages at the first sight."""
        super().showEvent(event)
        if not self._topics:
            self._desk.calls.run(self, "topics", partial(read_topics, resource_path("help")), self._on_topics)

    def _on_topics(self, topics: tuple[Topic, ...]) -> None:
        self._topics = {topic.id: topic for topic in topics}
        self._show_wanted()

    def _show_wanted(self) -> None:
        topic = self._topics.get(self._wanted)
        if topic is not None:
            self.text.show_markdown(with_keys(topic.text, self._key_of), [])
            self.setWindowTitle(topic.title)
        self.back_button.setEnabled(bool(self._trail))

    def _key_of(self, action_id: str) -> str:
        known = action_id in {spec.id for spec in self._desk.actions.specs()}
        return self._desk.actions.key_text(action_id) if known else ""

    def _go_back(self) -> None:
        if self._trail:
            self._wanted = self._trail.pop()
            self._show_wanted()

    def _build(self) -> None:
        theme = self._desk.theme
        foot = QHBoxLayout()
        theme.space(foot, margins=(4, 0, 4, 0), spacing=2)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        for button in (self.back_button, self.close_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        theme.space(layout, margins=(0, 0, 0, 3), spacing=2)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)
        self.resize(theme.metrics.px(720), theme.metrics.px(680))
        self._show_wanted()

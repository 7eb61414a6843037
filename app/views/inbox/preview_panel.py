"""The preview of a mention: everything to decide on it, and the decisions with their keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.vocabulary import MentionState, Visibility
from app.views.inbox.inbox_actions import SENTIMENT_ACTIONS, TRIAGE_ACTIONS
from app.views.inbox.mention_text import SHOWN, MentionText
from app.views.inbox.preview_cases import FREE, PreviewCases
from app.views.inbox.preview_facts import earlier_text, facts, size_text, visibility_text
from app.views.inbox.row_texts import day_words
from app.views.support.chips import SENTIMENTS, Chip
from app.views.support.flow_layout import FlowLayout
from app.views.support.inbox_filter.filter_texts import sentiment_text
from app.views.support.inbox_filter.state_words import as_label
from app.views.support.labels import ElidedLabel, label
from app.views.support.texts import as_tooltip, exact_text, number_text, when_text

if TYPE_CHECKING:
    from app.models.domain.inbox import MentionDetail
    from app.views.support.desk import Desk

_BACK: Final = "inbox.back_to_triage"


class PreviewPanel(QWidget):
    """Shows one mention; decisions are actions, so that button, key and palette do the same."""

    join_requested = Signal(object)
    """Carries the id of one of the author's open cases: join the mention to it."""
    open_case_requested = Signal(object)
    save_requested = Signal(object, str)
    """Carries the id and name of an attachment to be saved."""
    source_requested = Signal(object)
    """Carries the id of the mention to be shown as it came."""

    def __init__(self, *, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._mention: MentionDetail | None = None
        self._reasons: Mapping[str, str] = {}
        theme = desk.theme
        self.setProperty("pane", True)
        self._author = ElidedLabel("", role="page")
        self._line = label("", "small", wrap=True)
        self._visibility = Chip(theme=theme)
        self._sentiment = Chip(theme=theme)
        self._crisis = Chip(theme=theme)
        self.text = MentionText(theme=theme, name=self.tr("Texto da menção"))
        self._rest = QPushButton()
        self._rest.setProperty("kind", "link")
        self._title = label("", "strong", wrap=True)
        self._facts = QFormLayout()
        self._cases = PreviewCases(desk=desk)
        self._cases.join_requested.connect(self.join_requested)
        self._cases.open_requested.connect(self.open_case_requested)
        self._files = QVBoxLayout()
        self._buttons: dict[str, QPushButton] = {}
        body = QWidget()
        body.setProperty("ground", "background")
        self._fill(QVBoxLayout(body))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        theme.space(layout, spacing=0)
        layout.addWidget(self._head())
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot())
        self.setFocusProxy(self.text)

    @property
    def mention(self) -> MentionDetail | None:
        """The mention shown."""
        return self._mention

    def show_mention(self, mention: MentionDetail) -> None:
        """Show a mention from its beginning."""
        is_same = self._mention is not None and self._mention.id == mention.id
        self._mention = mention
        now = self._desk.clock.now()
        self._author.setText(mention.author or self.tr("Autor não identificado"))
        when = when_text(mention.posted_at, now) if mention.has_time else day_words(mention.posted_at, now)
        # Of somebody unknown nothing earlier can be known; the place is what tells them apart.
        about = earlier_text(mention.earlier_mentions) if mention.author or mention.handle_key else mention.place or ""
        self._line.setText(" · ".join(part for part in (mention.channel_name, when, about) if part))
        self._line.setToolTip(exact_text(mention.posted_at) if mention.has_time else "")
        self._show_chips(mention)
        self._title.setText(mention.title or "")
        self._title.setVisible(bool(mention.title))
        if not is_same or self.text.toPlainText() != mention.text[:SHOWN]:
            self.text.show_text(mention.text, mention.crisis_words)
        rest = len(mention.text) - SHOWN
        self._rest.setVisible(rest > 0)
        self._rest.setText(self.tr("Copiar o texto inteiro (mais {n} letras)").format(n=number_text(max(0, rest))))
        self._show_facts(mention)
        self._cases.show_mention(mention)
        self._show_files(mention)
        self._show_buttons(mention)
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def set_reasons(self, reasons: Mapping[str, str]) -> None:
        """Call the team's reasons by these names."""
        self._reasons = reasons

    def clear(self) -> None:
        """Forget the mention."""
        self._mention = None

    def _head(self) -> QFrame:
        head = QFrame()
        head.setProperty("ground", "surface")
        theme = self._desk.theme
        line = QHBoxLayout()
        theme.space(line, spacing=2)
        line.addWidget(self._author, 1)
        for chip in (self._visibility, self._sentiment, self._crisis):
            line.addWidget(chip)
        layout = QVBoxLayout(head)
        theme.space(layout, margins=(4, 2, 4, 2), spacing=1)
        layout.addLayout(line)
        layout.addWidget(self._line)
        return head

    def _fill(self, layout: QVBoxLayout) -> None:
        theme = self._desk.theme
        theme.space(layout, margins=(4, 4, 4, 4), spacing=3)
        self._rest.clicked.connect(self._copy_text)
        self._link = QPushButton(self.tr("Copiar endereço da publicação"))
        self._link.setProperty("kind", "link")
        self._link.setIcon(theme.icon("link", "accent"))
        self._link.clicked.connect(self._copy_link)
        self._source = QPushButton(self.tr("Ver original"))
        self._source.setProperty("kind", "link")
        self._source.setIcon(theme.icon("mail", "accent"))
        self._source.clicked.connect(self._ask_source)
        theme.space(self._facts, spacing=1)
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._facts.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        theme.space(self._files, spacing=1)
        layout.addWidget(self._cases)
        layout.addWidget(self._title)
        layout.addWidget(self.text)
        layout.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._files)
        layout.addWidget(self._source, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(self._facts)
        layout.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _foot(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("ground", "surface")
        theme, actions = self._desk.theme, self._desk.actions
        layout = QVBoxLayout(foot)
        theme.space(layout, margins=(4, 2, 4, 3), spacing=2)
        for ids, kind in ((tuple(SENTIMENT_ACTIONS), "pill"), (TRIAGE_ACTIONS, "")):
            flow = FlowLayout()
            theme.space(flow, spacing=1.5)
            if kind:
                name = label(self.tr("Sentimento"), "small")
                name.setMinimumHeight(theme.metrics.px(20))
                flow.addWidget(name)
            for action_id in ids:
                button = QPushButton()
                if kind:
                    button.setProperty("kind", kind)
                elif action_id == "inbox.open_case":
                    button.setProperty("kind", "primary")
                button.clicked.connect(partial(actions.trigger, action_id))
                self._buttons[action_id] = button
                flow.addWidget(button)
            layout.addLayout(flow)
        actions.changed.connect(self._name_buttons)
        self._name_buttons()
        return foot

    def _name_buttons(self) -> None:
        for action_id, button in self._buttons.items():
            sentiment = SENTIMENT_ACTIONS.get(action_id)
            text = self._desk.actions.spec(action_id).text if sentiment is None else sentiment_text(sentiment)
            key = self._desk.actions.key_text(action_id)
            button.setText(f"{text}  {key}" if key else text)
            button.setAccessibleName(self._desk.actions.spec(action_id).text)
            button.setToolTip(f"{button.accessibleName()} ({key})" if key else button.accessibleName())

    def _show_chips(self, mention: MentionDetail) -> None:
        is_private = mention.visibility is Visibility.PRIVATE
        self._visibility.set_chip(
            visibility_text(mention), "private" if is_private else "info", icon="lock" if is_private else "eye"
        )
        self._sentiment.setVisible(mention.sentiment is not None)
        if mention.sentiment is not None:
            icon, tone = SENTIMENTS[mention.sentiment.value]
            text = sentiment_text(mention.sentiment)
            if mention.sentiment_is_suggested:
                self._sentiment.set_chip(
                    f"{text}?", "neutral", icon=icon, tooltip=self.tr("Sugestão do Balcão: confirme com 1 a 4")
                )
            else:
                self._sentiment.set_chip(text, tone, icon=icon, tooltip=self.tr("Confirmado por uma pessoa"))
        self._crisis.setVisible(mention.crisis_level is not None)
        if mention.crisis_level is not None:
            text = self.tr("Crise nível {level}").format(level=mention.crisis_level)
            self._crisis.set_chip(text, "bad", icon="urgent", tooltip=", ".join(mention.crisis_words))

    def _show_facts(self, mention: MentionDetail) -> None:
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in facts(mention, self._desk.clock.now(), self._reasons):
            shown = label(value, wrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            title = label(name, "small")
            title.setAlignment(Qt.AlignmentFlag.AlignTop)
            title.setContentsMargins(0, 0, self._desk.theme.metrics.step(3), 0)
            self._facts.addRow(title, shown)
        self._source.setVisible(mention.has_original or mention.edited_at is not None)
        self._link.setVisible(bool(mention.permalink))
        self._link.setToolTip(as_tooltip(mention.permalink or ""))

    def _show_files(self, mention: MentionDetail) -> None:
        _empty(self._files)
        for file in mention.attachments:
            note = "" if file.has_content else self.tr(" · só o nome foi guardado")
            button = QPushButton(as_label(f"{file.name} · {size_text(file.size)}{note}"))
            button.setProperty("kind", "link")
            button.setIcon(self._desk.theme.icon("paperclip", "accent"))
            button.setEnabled(file.has_content)
            tip = self.tr("Salvar {name} como…") if file.has_content else self.tr("{name} era grande demais: só o nome")
            button.setToolTip(as_tooltip(tip.format(name=file.name)))
            button.setAccessibleName(tip.format(name=file.name))
            button.clicked.connect(partial(self.save_requested.emit, file.id, file.name))
            self._files.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_buttons(self, mention: MentionDetail) -> None:
        is_free = mention.state in FREE
        for action_id, button in self._buttons.items():
            if action_id in SENTIMENT_ACTIONS:
                is_said = SENTIMENT_ACTIONS[action_id] is mention.sentiment and not mention.sentiment_is_suggested
                button.setCheckable(True)
                button.setChecked(is_said)
            elif action_id == _BACK:
                button.setVisible(is_free and mention.state is not MentionState.TO_TRIAGE)
            else:
                button.setVisible(is_free)

    def _ask_source(self) -> None:
        if self._mention is not None:
            self.source_requested.emit(self._mention.id)

    def _copy_link(self) -> None:
        if self._mention is not None and self._mention.permalink:
            QGuiApplication.clipboard().setText(self._mention.permalink)
            self._desk.say(self.tr("Endereço copiado"))

    def _copy_text(self) -> None:
        if self._mention is not None:
            QGuiApplication.clipboard().setText(self._mention.text)
            self._desk.say(self.tr("Texto copiado"))


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()

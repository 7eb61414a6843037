"""Everything a list can be filtered by, in the list's own place, working at once with every choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.models.domain.inbox import InboxFilter
from app.models.domain.vocabulary import Sentiment
from app.services.filter_choices import Choice, FilterChoices
from app.views.support.fields import Segment, SegmentedControl
from app.views.support.flow_layout import FlowLayout
from app.views.support.inbox_filter.filter_texts import sentiment_text
from app.views.support.labels import label
from app.views.support.texts import date_text
from app.views.support.theme import set_property
from app.views.support.type_ahead import Option, TypeAhead

if TYPE_CHECKING:
    from app.services.clock import Clock
    from app.views.support.theme import Theme

_PERIODS: Final = (0, 6, 29)
_VISIBILITY: Final[dict[str, bool | None]] = {"all": None, "public": False, "private": True}


class FilterPanel(QFrame):
    """Fields for every condition; shows a filter and says when a person changed it."""

    changed = Signal(object)
    """Carries the new ``InboxFilter``."""
    left = Signal()

    def __init__(self, *, theme: Theme, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._clock = theme, clock
        self._filter = InboxFilter()
        self._choices = FilterChoices()
        self._is_silent = False
        self._channels: dict[int, QPushButton] = {}
        self._sentiments: dict[Sentiment | None, QPushButton] = {}
        self.setAccessibleName(self.tr("Filtros"))
        body = QWidget()
        body.setProperty("ground", "raised")
        self._layout = QVBoxLayout(body)
        theme.space(self._layout, margins=(3, 2, 3, 3), spacing=1)
        self._build()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        theme.space(outer)
        outer.addWidget(scroll)
        self.hide()

    def set_choices(self, choices: FilterChoices) -> None:
        """Offer these channels, areas, people and nodes."""
        self._choices = choices
        self._is_silent = True
        for button in self._channels.values():
            self._channel_flow.removeWidget(button)
            button.deleteLater()
        self._channels = {
            choice.id: self._pill(self._channel_flow, choice.name, self._on_channel_clicked)
            for choice in choices.channels
        }
        _fill(self._area, self.tr("Qualquer área"), choices.areas)
        _fill(self._owner, self.tr("Qualquer pessoa"), choices.people)
        self._is_silent = False
        self.show_filter(self._filter)

    def show_filter(self, wanted: InboxFilter) -> None:
        """Show what is filtered now, telling nobody."""
        self._filter = wanted
        self._is_silent = True
        for channel_id, button in self._channels.items():
            button.setChecked(channel_id in wanted.channel_ids)
        for sentiment, button in self._sentiments.items():
            button.setChecked(wanted.no_sentiment if sentiment is None else sentiment in wanted.sentiments)
        _select(self._area, wanted.area_ids)
        _select(self._owner, wanted.owner_ids)
        names = {value: name for name, value in _VISIBILITY.items()}
        self._visibility.choose(names[wanted.only_private])
        self._vip.setChecked(wanted.only_vip)
        for edit, day in ((self._since, wanted.since), (self._until, wanted.until)):
            if not edit.hasFocus():
                edit.setText("" if day is None else date_text(day))
                set_property(edit, "invalid", "false")
        self._is_silent = False

    def focus_first(self) -> None:
        """Go to the first field."""
        first = next(iter(self._channels.values()), None)
        (first or self._since).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        self._channel_flow = self._flow(self.tr("Canal"))
        self._heading(self.tr("Período"))
        self._build_period()
        self._heading(self.tr("Classificação"))
        self._node = TypeAhead(
            theme=self._theme,
            name=self.tr("Classificação"),
            placeholder=self.tr("Digite parte do assunto ou da natureza"),
            ask=self._ask_nodes,
        )
        self._node.chosen.connect(self._on_node_chosen)
        self._node.left.connect(self.left)
        self._layout.addWidget(self._node)
        flow = self._flow(self.tr("Sentimento"))
        for sentiment in (Sentiment.NEGATIVE, Sentiment.NEUTRAL, Sentiment.MIXED, Sentiment.POSITIVE):
            self._sentiments[sentiment] = self._pill(flow, sentiment_text(sentiment), self._on_sentiment_clicked)
        self._sentiments[None] = self._pill(flow, self.tr("Sem sentimento"), self._on_sentiment_clicked)
        self._heading(self.tr("Área e dono"))
        self._area = self._combo(self.tr("Área"), lambda ids: replace(self._filter, area_ids=ids))
        self._owner = self._combo(self.tr("Dono"), lambda ids: replace(self._filter, owner_ids=ids))
        self._heading(self.tr("Visibilidade"))
        self._visibility = SegmentedControl(
            theme=self._theme,
            name=self.tr("Visibilidade"),
            segments=[
                Segment("all", self.tr("Todas")),
                Segment("public", self.tr("Públicas"), "eye"),
                Segment("private", self.tr("Privadas"), "lock", "private"),
            ],
        )
        self._visibility.chosen.connect(
            lambda name: self._change(replace(self._filter, only_private=_VISIBILITY[name]))
        )
        self._layout.addWidget(self._visibility)
        self._vip = QCheckBox(self.tr("Só clientes VIP"))
        self._vip.toggled.connect(lambda on: self._change(replace(self._filter, only_vip=on)))
        self._layout.addWidget(self._vip)
        self._layout.addStretch(1)

    def _build_period(self) -> None:
        names = (self.tr("Hoje"), self.tr("7 dias"), self.tr("30 dias"))
        flow = FlowLayout()
        self._theme.space(flow, spacing=1)
        for name, days in zip(names, _PERIODS, strict=True):
            button = QPushButton(name)
            button.setProperty("kind", "pill")
            button.clicked.connect(lambda _checked=False, days=days: self._set_last(days))
            flow.addWidget(button)
        self._layout.addLayout(flow)
        line = QHBoxLayout()
        self._theme.space(line, spacing=2)
        self._since = self._date_edit(self.tr("De (dia/mês/ano)"))
        self._until = self._date_edit(self.tr("Até (dia/mês/ano)"))
        line.addWidget(self._since)
        line.addWidget(label(self.tr("a"), "small"))
        line.addWidget(self._until)
        self._layout.addLayout(line)

    def _date_edit(self, name: str) -> QLineEdit:
        edit = QLineEdit()
        edit.setAccessibleName(name)
        edit.setToolTip(name)
        edit.setPlaceholderText(self.tr("dd/mm/aaaa"))
        edit.editingFinished.connect(self._on_dates_edited)
        return edit

    def _heading(self, text: str) -> None:
        self._layout.addSpacing(self._theme.metrics.step(1))
        self._layout.addWidget(label(text, "small"))

    def _flow(self, title: str) -> FlowLayout:
        self._heading(title)
        flow = FlowLayout()
        self._theme.space(flow, spacing=1)
        self._layout.addLayout(flow)
        return flow

    def _pill(self, flow: FlowLayout, text: str, clicked: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setProperty("kind", "pill")
        button.clicked.connect(clicked)
        flow.addWidget(button)
        return button

    def _combo(self, name: str, changed: Callable[[tuple[int, ...]], InboxFilter]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.activated.connect(lambda: self._change(changed(_chosen(box))))
        self._layout.addWidget(box)
        return box

    def _set_last(self, days: int) -> None:
        today = self._clock.now().astimezone().date()
        self._change(replace(self._filter, since=today - timedelta(days=days), until=today))
        self.show_filter(self._filter)

    def _ask_nodes(self, typed: str) -> None:
        trees = self._choices.trees
        if not typed.strip():
            self._node.show_options([])
            return
        found = [choice for axis in trees.axes if axis.is_active for choice in trees.search(axis.id, typed, limit=8)]
        options = [Option(choice.node_id, choice.path) for choice in found[:12]]
        self._node.show_options(options, nothing=self.tr("Nada encontrado"))

    def _on_node_chosen(self, node_id: int) -> None:
        self._node.reset()
        if node_id not in self._filter.node_ids:
            self._change(replace(self._filter, node_ids=(*self._filter.node_ids, node_id)))

    def _on_channel_clicked(self) -> None:
        ids = tuple(channel_id for channel_id, button in self._channels.items() if button.isChecked())
        self._change(replace(self._filter, channel_ids=ids))

    def _on_sentiment_clicked(self) -> None:
        chosen = [sentiment for sentiment, button in self._sentiments.items() if button.isChecked()]
        sentiments = tuple(each for each in chosen if each is not None)
        self._change(replace(self._filter, sentiments=sentiments, no_sentiment=None in chosen))

    def _on_dates_edited(self) -> None:
        days = []
        for edit in (self._since, self._until):
            day = _day(edit.text())
            is_wrong = day is None and bool(edit.text().strip())
            set_property(edit, "invalid", "true" if is_wrong else "false")
            edit.setToolTip(self.tr("Use dia/mês/ano, como 21/11/2026") if is_wrong else edit.accessibleName())
            if is_wrong:
                return
            days.append(day)
        self._change(replace(self._filter, since=days[0], until=days[1]))

    def _change(self, wanted: InboxFilter) -> None:
        if not self._is_silent and wanted != self._filter:
            self._filter = wanted
            self.changed.emit(wanted)


def _fill(box: QComboBox, anything: str, choices: Sequence[Choice]) -> None:
    box.clear()
    box.addItem(anything, None)
    for choice in choices:
        box.addItem(choice.name, choice.id)


def _chosen(box: QComboBox) -> tuple[int, ...]:
    chosen = box.currentData()
    return () if chosen is None else (int(chosen),)


def _select(box: QComboBox, ids: Sequence[int]) -> None:
    box.setCurrentIndex(max(0, box.findData(ids[0])) if ids else 0)


def _day(text: str) -> date | None:
    for form in ("d/M/yyyy", "d/M/yy", "yyyy-MM-dd"):
        day = QLocale().toDate(text.strip(), form)
        if day.isValid():
            wanted = day if day.year() >= _FIRST_YEAR else day.addYears(100)
            return date(wanted.year(), wanted.month(), wanted.day()) if isinstance(wanted, QDate) else None
    return None


_FIRST_YEAR: Final = 1950

"""The timeline of a case: everything said and done, oldest above, built only where it is looked at.

Each entry is a real widget (its text can be selected, its buttons reached by Tab, its words read aloud), which a
delegate of a list view could not give. To stay fluid with hundreds of entries only those near the visible part exist:
heights of the others are estimated from their text, put right when they are built, and the entry at the top of the
view never moves while that happens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.models.domain.case_detail import TimelineEntry
from app.models.domain.channel_kind import Ability
from app.views.case.card_acts import CardContext
from app.views.case.entry_card import EntryCard, card_kind
from app.views.case.event_texts import event_text
from app.views.case.timeline_places import Key, Places, key_of

if TYPE_CHECKING:
    from app.models.domain.case_detail import CaseDetail
    from app.models.domain.channel_kind import ChannelKind
    from app.services.clock import Clock
    from app.views.support.theme import Theme

    Kinds = Mapping[str, ChannelKind]

_KEPT_SCREENS: Final = 2
_KEPT_CARDS: Final = 60


class Timeline(QScrollArea):
    """Shows entries, received ones left, ours right, notes full width, events as centred lines."""

    earlier_wanted = Signal()
    requested = Signal(str, object)
    save_requested = Signal(object)
    choice_changed = Signal(object)

    def __init__(
        self, *, theme: Theme, clock: Clock, kinds: Kinds | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._clock, self._kinds = theme, clock, kinds or {}
        self._entries: list[TimelineEntry] = []
        self._names: Mapping[int, str] = {}
        self._customer = ""
        self._places = Places(theme=theme)
        self._cards: dict[Key, EntryCard] = {}
        self._choosing = False
        self._chosen: set[int] = set()
        self._can_act = True
        self._can_approve = False
        self._is_placing = False
        self._at_end = True
        self._content = QWidget()
        self._content.setProperty("zone", "timeline")
        self.setWidget(self._content)
        self.setProperty("zone", "timeline")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Linha do tempo do atendimento"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.changed.connect(self._rebuild)
        self._ticker = QTimer(self)
        self._ticker.setInterval(1_000)
        self._ticker.timeout.connect(self._on_tick)

    def show_case(self, detail: CaseDetail) -> None:
        """Show the newest page of another case, its end in view."""
        self._drop_cards()
        self._places.forget()
        self._choosing, self._chosen = False, set()
        self._customer = detail.customer.name
        self._entries = list(detail.timeline)
        self._at_end = True
        self._start()

    def update_case(self, detail: CaseDetail) -> None:
        """Take in what is new of the same case; what is read stays where it is, a view at its end follows."""
        self._customer = detail.customer.name
        fresh = list(detail.timeline)
        first = fresh[0].at if fresh else None
        known = {key_of(entry) for entry in fresh}
        older = [e for e in self._entries if first is not None and e.at < first and key_of(e) not in known]
        before = {key_of(entry): entry for entry in self._entries}
        for entry in fresh:
            if before.get(key_of(entry), entry) != entry:
                self._forget(key_of(entry))
                self._places.forget(key_of(entry))
        self._entries = older + fresh
        kept = {key_of(entry) for entry in self._entries}
        for key in [key for key in self._cards if key not in kept]:
            self._forget(key)
        self._start()

    def add_earlier(self, entries: tuple[TimelineEntry, ...]) -> None:
        """Put an earlier page above what is shown; the view does not move."""
        known = {key_of(entry) for entry in self._entries}
        self._entries = [entry for entry in entries if key_of(entry) not in known] + self._entries
        self._start()

    def set_names(self, names: Mapping[int, str]) -> None:
        """Know the team's names, for events that carry only ids."""
        self._names = names
        self._rebuild()

    def set_rights(self, *, can_act: bool, can_approve: bool) -> None:
        """Offer acts on replies, or none to those who only read; approval to those who may."""
        if (can_act, can_approve) != (self._can_act, self._can_approve):
            self._can_act, self._can_approve = can_act, can_approve
            self._rebuild()

    def choose(self, on: bool) -> None:
        """Begin or end choosing messages; each message of the customer has a box to tick meanwhile."""
        self._choosing, self._chosen = on, set()
        self._rebuild()

    @property
    def chosen(self) -> frozenset[int]:
        """Ids of the mentions ticked."""
        return frozenset(self._chosen)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """What is shown, oldest first."""
        return tuple(self._entries)

    @property
    def cards(self) -> dict[Key, EntryCard]:
        """The entries that are built now."""
        return dict(self._cards)

    def scroll_to_end(self) -> None:
        """Show the newest entry."""
        bar = self.verticalScrollBar()
        for _ in range(3):
            bar.setValue(bar.maximum())
            self._place()
        self._at_end = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the entries out for the new width; a view at its end stays there."""
        super().resizeEvent(event)
        self._start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by lines, pages, to both ends."""
        bar = self.verticalScrollBar()
        line, page = self._theme.metrics.px(36), self.viewport().height() - self._theme.metrics.px(36)
        step = {
            Qt.Key.Key_Up: -line, Qt.Key.Key_Down: line, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }.get(Qt.Key(event.key()))  # fmt: skip
        if step is None:
            event.ignore()
        else:
            bar.setValue(bar.value() + step)

    def _start(self) -> None:
        """Compute all places, keeping the end or the entry at the top in view, and build what is near."""
        self._measure()
        self._place()
        if self._at_end:
            self.scroll_to_end()
        pending = any(entry.can_withdraw_until is not None for entry in self._entries[-5:])
        (self._ticker.start if pending else self._ticker.stop)()

    def _measure(self) -> None:
        anchor, offset = self._anchor()
        self._is_placing = True
        whole = self._places.arrange(self._entries, self.viewport().width())
        self._content.resize(self.viewport().width(), max(whole, self.viewport().height()))
        top = self._places.top(anchor) if anchor is not None else None
        if top is not None and not self._at_end:
            self.verticalScrollBar().setValue(top + offset)
        self._is_placing = False

    def _anchor(self) -> tuple[Key | None, int]:
        value = self.verticalScrollBar().value()
        shown = [(key, card.y()) for key, card in self._cards.items() if card.y() + card.height() > value]
        if not shown:
            return None, 0
        key, top = min(shown, key=lambda pair: pair[1])
        return key, value - top

    def _place(self) -> None:
        """Build the entries in and around the view; where a real height differs, put the places right."""
        if self._is_placing:
            return
        for _ in range(4):
            top, height = self.verticalScrollBar().value(), self.viewport().height()
            changed = [entry for entry in self._places.near(self._entries, top, height) if self._build(entry)]
            if not changed:
                break
            self._measure()
        for entry in self._entries:
            card, place = self._cards.get(key_of(entry)), self._places.top(key_of(entry))
            if card is not None and place is not None:
                width, left = self._places.width(entry), self._places.left(entry)
                card.setGeometry(left, place, width, self._places.height(entry))
                if card.isHidden():
                    card.show()
        self._drop_far()

    def _build(self, entry: TimelineEntry) -> bool:
        """Make the card of an entry if there is none; tell whether its height was not the expected one."""
        key = key_of(entry)
        if key not in self._cards:
            card = EntryCard(theme=self._theme, entry=entry, context=self._context(entry), parent=self._content)
            card.requested.connect(self.requested)
            card.save_requested.connect(self.save_requested)
            card.chosen.connect(self._on_chosen)
            card.ensurePolished()
            self._cards[key] = card
        if self._places.is_measured(key):
            return False
        layout = self._cards[key].layout()
        real = layout.totalHeightForWidth(self._places.width(entry)) if layout is not None else 0
        return self._places.correct(entry, real)

    def _context(self, entry: TimelineEntry) -> CardContext:
        now: datetime = self._clock.now()
        line = event_text(entry, self._names, now) if card_kind(entry) == "event" else ""
        return CardContext(
            customer=self._customer,
            now=now,
            line=line,
            is_choosing=self._choosing,
            is_chosen=entry.id in self._chosen,
            can_act=self._can_act,
            can_approve=self._can_approve,
            abilities=abilities_of(self._kinds.get(entry.channel_key or "")),
        )

    def _drop_far(self) -> None:
        if len(self._cards) <= _KEPT_CARDS:
            return
        top, height = self.verticalScrollBar().value(), self.viewport().height()
        focus = QApplication.focusWidget()
        for key, card in list(self._cards.items()):
            is_far = max(card.y() - top - height, top - card.y() - card.height()) > _KEPT_SCREENS * height
            if is_far and (focus is None or not card.isAncestorOf(focus)):
                self._forget(key)

    def _forget(self, key: Key) -> None:
        card = self._cards.pop(key, None)
        if card is not None:
            card.hide()
            card.deleteLater()

    def _drop_cards(self) -> None:
        for key in list(self._cards):
            self._forget(key)

    def _rebuild(self) -> None:
        self._drop_cards()
        self._places.forget()
        self._start()

    def _on_scrolled(self, value: int) -> None:
        if self._is_placing:
            return
        self._at_end = value >= self.verticalScrollBar().maximum() - 2
        self._place()
        if value <= self._theme.metrics.px(40) and self._entries:
            self.earlier_wanted.emit()

    def _on_tick(self) -> None:
        now = self._clock.now()
        for card in self._cards.values():
            card.tick(now)

    def _on_chosen(self, mention_id: int, on: bool) -> None:
        (self._chosen.add if on else self._chosen.discard)(mention_id)
        self.choice_changed.emit(self.chosen)


def abilities_of(kind: ChannelKind | None) -> frozenset[Ability]:
    """Return what a network lets us do; nothing where only a person acts."""
    return frozenset() if kind is None else frozenset(each for each in Ability if kind.can(each))

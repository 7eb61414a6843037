"""Everything a person can do has one entry here, from which keys, tooltips, palette and cheat sheet are made."""

from __future__ import annotations

import unicodedata
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.views.support.theme import Theme

GLOBAL: Final = "global"
WORDS_THERE: Final = 600
"""The least that ``fuzzy_score`` gives where all words stand in the text; below, only their letters do."""
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_PRESSING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """What a person can do: a stable id, its Portuguese name, its keys and where it is at hand.

    ``keys`` are portable texts such as ``Ctrl+K`` or ``E``; the first one is shown. ``scope`` is ``global`` or
    the id of a page: keys of two pages may be the same, keys of a page and a global one may not.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    scope: str = GLOBAL
    group: str = ""
    in_palette: bool = True


@dataclass(frozen=True, slots=True)
class KeyConflict:
    """A key that another action at hand in the same place has already."""

    key: str
    action_id: str


class ActionRegistry(QObject):
    """Knows all actions; makes the QActions, gives them their keys and keeps single keys out of editors."""

    changed = Signal()
    """Keys were remapped, or single keys turned on or off."""
    triggered = Signal(str)

    def __init__(
        self,
        *,
        theme: Theme,
        single_keys: bool = True,
        remaps: Mapping[str, Sequence[str]] | None = None,
        recent: Sequence[str] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._specs: dict[str, ActionSpec] = {}
        self._actions: dict[str, list[weakref.ref[QAction]]] = {}
        self._single_keys = single_keys
        self._remaps = {key: tuple(keys) for key, keys in (remaps or {}).items()}
        self._recent = list(recent)
        self._guard = TypingGuard(parent=self)

    def define(self, specs: Sequence[ActionSpec]) -> None:
        """Make actions known (palette, cheat sheet, keys page) before any screen offers them; an id is given once."""
        for spec in specs:
            if spec.id in self._specs and self._specs[spec.id] != spec:
                raise ValueError(f"action {spec.id} is defined twice")
            self._specs[spec.id] = spec

    def bind(self, action_id: str, widget: QWidget, handler: Callable[[], object], *, within: bool = False) -> QAction:
        """Return a QAction on ``widget`` that runs ``handler``; its keys work while the widget is visible.

        With ``within`` they work only while the focus is inside the widget. Raises KeyError for an unknown id.
        """
        spec = self._specs[action_id]
        action = QAction(spec.text, widget)
        action.setObjectName(f"action:{action_id}")
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut if within else Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(context)
        if spec.icon:
            action.setIcon(self._theme.icon(spec.icon))
        action.triggered.connect(lambda: self._run(action_id, handler))
        widget.addAction(action)
        self._actions.setdefault(action_id, []).append(weakref.ref(action))
        self._dress(action, action_id)
        return action

    def add(self, spec: ActionSpec, widget: QWidget, handler: Callable[[], object]) -> QAction:
        """Define and bind in one step."""
        self.define([spec])
        return self.bind(spec.id, widget, handler)

    def specs(self) -> list[ActionSpec]:
        """Return all actions in the order of their definition."""
        return list(self._specs.values())

    def spec(self, action_id: str) -> ActionSpec:
        """Return one action; raises KeyError for an unknown id."""
        return self._specs[action_id]

    def keys(self, action_id: str, *, remaps: bool = True, all_keys: bool = False) -> tuple[str, ...]:
        """Return the keys in force: without single keys when these are off, unless ``all_keys``."""
        keys = self._specs[action_id].keys
        if remaps:
            keys = self._remaps.get(action_id, keys)
        return keys if self._single_keys or all_keys else tuple(key for key in keys if not is_single(key))

    def key_text(self, action_id: str) -> str:
        """Return the first key in force as this system writes it, or nothing."""
        keys = self.keys(action_id)
        return native_key(keys[0]) if keys else ""

    def available(self) -> list[str]:
        """Return ids of actions that can be run now: bound to a visible widget and enabled; recent ones first."""
        ready = [action_id for action_id in self._specs if self._ready(action_id) is not None]
        ranks = {action_id: rank for rank, action_id in enumerate(self._recent)}
        return sorted(ready, key=lambda action_id: ranks.get(action_id, len(ranks)))

    def trigger(self, action_id: str) -> bool:
        """Run an action as its key would; tell whether it was at hand."""
        action = self._ready(action_id)
        if action is None:
            return False
        action.trigger()
        return True

    @property
    def recent(self) -> tuple[str, ...]:
        """Ids last run, newest first, at most twelve."""
        return tuple(self._recent)

    @property
    def single_keys(self) -> bool:
        """Whether keys without Ctrl or Alt do anything."""
        return self._single_keys

    @property
    def remaps(self) -> dict[str, tuple[str, ...]]:
        """Keys that differ from the defaults, by action id."""
        return dict(self._remaps)

    def set_single_keys(self, on: bool) -> None:
        """Turn keys without Ctrl or Alt on or off."""
        self._single_keys = on
        self._dress_all()

    def remap(self, action_id: str, keys: Sequence[str] | None) -> None:
        """Give an action other keys; None brings the defaults back."""
        if keys is None or tuple(keys) == self._specs[action_id].keys:
            self._remaps.pop(action_id, None)
        else:
            self._remaps[action_id] = tuple(keys)
        self._dress_all()

    def reset(self) -> None:
        """Bring all default keys back."""
        self._remaps.clear()
        self._dress_all()

    def conflicts(self, action_id: str, keys: Sequence[str]) -> list[KeyConflict]:
        """Return which of ``keys`` another action at hand in the same place has already."""
        scope = self._specs[action_id].scope
        wanted = {_normal(key): key for key in keys}
        return [
            KeyConflict(wanted[_normal(key)], other.id)
            for other in self._specs.values()
            if other.id != action_id and (GLOBAL in {scope, other.scope} or scope == other.scope)
            for key in self.keys(other.id, all_keys=True)
            if _normal(key) in wanted
        ]

    def _run(self, action_id: str, handler: Callable[[], object]) -> None:
        if action_id in self._recent:
            self._recent.remove(action_id)
        self._recent.insert(0, action_id)
        del self._recent[12:]
        handler()
        self.triggered.emit(action_id)

    def _live(self, action_id: str) -> list[QAction]:
        found = [action for ref in self._actions.get(action_id, []) if (action := ref()) is not None]
        live = [action for action in found if shiboken6.isValid(action)]
        if action_id in self._actions:
            self._actions[action_id] = [weakref.ref(action) for action in live]
        return live

    def _ready(self, action_id: str) -> QAction | None:
        for action in self._live(action_id):
            widget = action.parent()
            if action.isEnabled() and isinstance(widget, QWidget) and widget.isVisible():
                return action
        return None

    def _dress_all(self) -> None:
        for action_id in self._actions:
            for action in self._live(action_id):
                self._dress(action, action_id)
        self.changed.emit()

    def _dress(self, action: QAction, action_id: str) -> None:
        action.setShortcuts([QKeySequence(key) for key in self.keys(action_id)])
        key = self.key_text(action_id)
        action.setToolTip(f"{self._specs[action_id].text} ({key})" if key else self._specs[action_id].text)


class TypingGuard(QObject):
    """Keeps single keys as text while the focus is in an editor, and Enter or Space as a press on a button."""

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and shiboken6.isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = new
        if new is not None:
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key for the editor or button that has the focus before any shortcut sees it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & _MODIFIERS
            if plain and ((is_editor(watched) and _is_typing(event)) or _presses(watched, event)):
                event.accept()
                return True
        return False


def is_editor(widget: QObject | None) -> bool:
    """Tell whether keys typed into a widget are text."""
    if isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        return not widget.isReadOnly()
    if isinstance(widget, QComboBox):
        return True
    return isinstance(widget, QAbstractSpinBox) or bool(widget is not None and widget.property("typing"))


def is_single(key: str) -> bool:
    """Tell whether a key sequence is one character without Ctrl, Alt or Meta (WCAG 2.1.4)."""
    return len(_normal(key).removeprefix("Shift+")) == 1


def native_key(key: str) -> str:
    """Return a key sequence as this system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def fold(text: str) -> str:
    """Return text for comparing: small letters without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def fuzzy_score(query: str, text: str) -> int:
    """Return how well ``query`` fits ``text``, accents and case aside; 0 when its letters are not there in order."""
    wanted, given = fold(query).strip(), fold(text)
    if not wanted:
        return 1
    place = given.find(wanted)
    if place >= 0:
        starts_word = place == 0 or not given[place - 1].isalnum()
        return 1000 - place + (500 if starts_word else 0) + (300 if place == 0 else 0)
    words = wanted.split()
    if len(words) > 1 and all(word in given for word in words):
        return WORDS_THERE
    return _scattered(wanted.replace(" ", ""), given)


def _scattered(wanted: str, given: str) -> int:
    """Score letters found in order but apart: fewer gaps and more word starts are better."""
    score, place = 300, -1
    for letter in wanted:
        found = given.find(letter, place + 1)
        if found < 0:
            return 0
        score -= min(found - place - 1, 10) * 4
        score += 12 if found == 0 or not given[found - 1].isalnum() else 0
        place = found
    return max(score, 1) if score > len(wanted) else 0


def _normal(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


def _is_typing(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.key() != Qt.Key.Key_Escape


def _presses(widget: QObject, event: QKeyEvent) -> bool:
    return isinstance(widget, QAbstractButton) and event.key() in _PRESSING

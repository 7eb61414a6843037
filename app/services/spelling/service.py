"""The team's spelling check: the dictionary, the words of the trade, and the words the team has added itself."""

from __future__ import annotations

import difflib
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Actor, Right
from app.services.acts import Done
from app.services.errors import Conflict, Invalid, Unavailable
from app.services.settings_book import SettingsBook, SettingValue
from app.services.spelling.speller import DICTIONARIES, Speller
from app.services.spelling.tokens import LONGEST, words_in

SETTING: Final = "spelling_words"
SECTION: Final = "spelling"
MOST_WORDS: Final = 5_000
SHOWN: Final = 5
"""How many suggestions a person is given."""
_NEAR: Final = 0.84
_ATTEMPTS: Final = 5


class SpellingService:
    """Judges words and suggests others; keeps the team's own words as a setting of the business."""

    def __init__(self, *, speller: Speller, book: SettingsBook, folder: Path = DICTIONARIES) -> None:
        self._speller, self._book, self._folder = speller, book, folder
        self._lock = threading.Lock()
        self._generation = 0
        self._team: frozenset[str] | None = None
        self._trade: frozenset[str] = frozenset()
        self._mistakes: Mapping[str, tuple[str, ...]] | None = None
        self._has_told = False

    def wrong_places(self, texts: Iterable[str], known: Iterable[str] = ()) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Return for each text where its wrong words are (from, up to; in characters). Off the UI thread.

        Words of ``known`` are right as they stand: names, and what the person wants to be ignored.

        Raises:
            Unavailable: ``spelling_unavailable`` when the dictionary cannot be used.
        """
        self._load()
        found = [words_in(text) for text in texts]
        own = self._team_words() | self._trade | {word.casefold() for word in known}
        asked = {word.text for words in found for word in words if not _is_among(word.text, own)}
        wrong = self._speller.wrong(asked)
        return tuple(tuple((word.start, word.end) for word in words if word.text in wrong) for words in found)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return at most five corrections, best first. Off the UI thread; up to 4 s.

        Raises:
            Unavailable: as ``wrong_places``.
        """
        self._load()
        known = (self._mistakes or {}).get(word.casefold(), ())
        if known:
            return tuple(_with_case_of(word, right) for right in known)
        own = {each.casefold(): each for each in self._trade | self._team_words()}
        near = [own[each] for each in difflib.get_close_matches(word.casefold(), own, n=2, cutoff=_NEAR)]
        found = self._speller.suggestions(word)
        # Words cut in two are seldom what was meant.
        whole, cut = [each for each in found if " " not in each], [each for each in found if " " in each]
        return tuple(dict.fromkeys(each for each in [*near, *whole, *cut] if each != word))[:SHOWN]

    def is_team_word(self, word: str) -> bool:
        """Tell whether the team has added a word, as far as is known here; no waiting."""
        return word in (self._team or ())

    def add_word(self, actor: Actor, word: str) -> Done[SettingValue]:
        """Add a word for the whole team; a word in small letters is right with a capital too.

        Raises:
            Refused: ``not_allowed``. Invalid: ``spelling_no_word``, ``spelling_words_full`` (limit).
        """
        check_words([word])
        return self._change(actor, lambda words: words | {word})

    def remove_word(self, actor: Actor, word: str) -> Done[SettingValue]:
        """Take a word out of the team's own.

        Raises:
            Refused: ``not_allowed``.
        """
        return self._change(actor, lambda words: words - {word})

    def forget_if(self, changes: Changes) -> bool:
        """Read the team's words anew at the next check when a setting changed; tell whether one did."""
        if Topic.SETTINGS not in changes.topics:
            return False
        with self._lock:
            self._generation += 1
            self._team = None
        return True

    def tell_once(self) -> bool:
        """Return True the first time it is asked: that there is no spelling is said once, not by every editor."""
        told, self._has_told = self._has_told, True
        return not told

    def stop(self) -> None:
        """End the dictionary's process."""
        self._speller.stop()

    def _change(self, actor: Actor, edit: Callable[[frozenset[str]], frozenset[str]]) -> Done[SettingValue]:
        attempts = _ATTEMPTS
        while True:
            attempts -= 1
            present = self._book.read(SETTING)
            words = sorted(edit(frozenset(present.value or ())), key=lambda each: (each.casefold(), each))
            if len(words) > MOST_WORDS:
                raise Invalid("spelling_words_full", limit=MOST_WORDS)
            try:
                done = self._book.change(
                    actor, SETTING, words, expected_version=present.version, section=SECTION, right=Right.WORK_CASES
                )
            except Conflict:
                # A colleague added a word in the same moment: both are kept.
                if not attempts:
                    raise
            else:
                self.forget_if(done.changes)
                return done

    def _team_words(self) -> frozenset[str]:
        with self._lock:
            team, generation = self._team, self._generation
        if team is None:
            try:
                team = frozenset(self._book.read(SETTING).value or ())
            except Unavailable:
                return frozenset()  # the dictionary serves also while the team's database is away
            with self._lock:
                if generation == self._generation:
                    self._team = team
        return team

    def _load(self) -> None:
        if self._mistakes is None:
            self._trade = frozenset(_lines(self._folder / "trade_words.txt"))
            pairs = (line.partition("=") for line in _lines(self._folder / "common_mistakes.txt"))
            self._mistakes = {wrong: tuple(right.split("|")) for wrong, _, right in pairs}


def check_words(value: Any) -> None:  # noqa: ANN401 - any JSON value
    """Check the setting's form: a list of words, or nothing.

    Raises:
        Invalid: ``spelling_no_word``, ``spelling_words_full`` (limit). TypeError: no list.
    """
    if value is None:
        return
    if not isinstance(value, list):
        raise TypeError(SETTING)
    if len(value) > MOST_WORDS:
        raise Invalid("spelling_words_full", limit=MOST_WORDS)
    for word in value:
        if not isinstance(word, str) or len(word) > LONGEST or [each.text for each in words_in(word)] != [word]:
            raise Invalid("spelling_no_word", word=word)


def _lines(path: Path) -> list[str]:
    """Return what is written in a list of ours; one that is missing only makes more words red."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError:
        return []
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _is_among(word: str, own: frozenset[str] | set[str]) -> bool:
    """Tell whether a word is one of ours: as it stands, or in small letters where it has a capital."""
    return word in own or word.casefold() in own


def _with_case_of(word: str, right: str) -> str:
    return right[0].upper() + right[1:] if word[0].isupper() else right

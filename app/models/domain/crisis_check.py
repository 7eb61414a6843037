"""Reads an edited crisis matrix before it is stored: what cannot stand, and what is probably not meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from app.models.domain.crisis import CrisisMatrix, Group, Level
from app.models.domain.crisis_words import Part, parts_of
from app.models.domain.words import fold

_SHORT_STEM = 4


class ProblemKind(StrEnum):
    """What is wrong with a matrix; those of ``BLOCKING`` cannot be saved."""

    NO_LEVEL = "no_level"
    NO_NAME = "no_name"
    BAD_LIMITS = "bad_limits"
    SAME_LEVEL = "same_level"
    SAME_GROUP = "same_group"
    EMPTY_WORD = "empty_word"
    EMPTY_GROUP = "empty_group"
    DUPLICATE = "duplicate"
    COVERED = "covered"
    SHORT_STEM = "short_stem"


BLOCKING = frozenset(
    {
        ProblemKind.NO_LEVEL,
        ProblemKind.NO_NAME,
        ProblemKind.BAD_LIMITS,
        ProblemKind.SAME_LEVEL,
        ProblemKind.SAME_GROUP,
        ProblemKind.EMPTY_WORD,
    }
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: where (level, group's name), which word, and the other word that it collides with."""

    kind: ProblemKind
    level: int = 0
    group: str = ""
    word: str = ""
    other: str = ""

    @property
    def is_blocking(self) -> bool:
        """Whether the matrix cannot be saved so."""
        return self.kind in BLOCKING


@dataclass(frozen=True, slots=True)
class _Place:
    level: Level
    group: Group
    word: str
    key: str
    parts: tuple[Part, ...]


def problems_of(matrix: CrisisMatrix) -> tuple[Problem, ...]:
    """Return what is wrong with a matrix, what blocks first."""
    found = [*_of_levels(matrix), *_of_words(matrix)]
    return tuple(sorted(found, key=lambda each: (not each.is_blocking, each.level)))


def _of_levels(matrix: CrisisMatrix) -> Iterator[Problem]:
    if not matrix.levels:
        yield Problem(ProblemKind.NO_LEVEL)
    numbers: set[int] = set()
    for level in matrix.levels:
        if level.level in numbers:
            yield Problem(ProblemKind.SAME_LEVEL, level.level)
        numbers.add(level.level)
        if not level.name.strip():
            yield Problem(ProblemKind.NO_NAME, level.level)
        if not timedelta() < level.identify_within or not timedelta() < level.answer_within:
            yield Problem(ProblemKind.BAD_LIMITS, level.level)
        yield from _of_groups(level)


def _of_groups(level: Level) -> Iterator[Problem]:
    keys: set[str] = set()
    for group in level.groups:
        if group.key in keys:
            yield Problem(ProblemKind.SAME_GROUP, level.level, group.name)
        keys.add(group.key)
        if not group.name.strip():
            yield Problem(ProblemKind.NO_NAME, level.level, group.name)
        if not group.words:
            yield Problem(ProblemKind.EMPTY_GROUP, level.level, group.name)
        for word in (*group.words, *group.exceptions):
            if not parts_of(word):
                yield Problem(ProblemKind.EMPTY_WORD, level.level, group.name, word)
    for word in level.exceptions:
        if not parts_of(word):
            yield Problem(ProblemKind.EMPTY_WORD, level.level, "", word)


def _of_words(matrix: CrisisMatrix) -> Iterator[Problem]:
    places = [
        _Place(level, group, word, fold(word).strip(), parts)
        for level in matrix.levels
        for group in level.groups
        for word in group.words
        if (parts := tuple(parts_of(word)))
    ]
    written: dict[str, _Place] = {}
    covers = _Covers(places)
    for place in places:
        level, group, word = place.level.level, place.group.name, place.word
        if len(place.parts) == 1 and 0 < len(place.parts[0].stem) < _SHORT_STEM:
            yield Problem(ProblemKind.SHORT_STEM, level, group, word)
        if place.key in written:
            yield Problem(ProblemKind.DUPLICATE, level, group, word, written[place.key].group.name)
            continue
        written[place.key] = place
        other = covers.of(place)
        if other is not None:
            yield Problem(ProblemKind.COVERED, level, group, word, other.word)


class _Covers:
    """Finds the word, at least as grave, that fires wherever another one does."""

    def __init__(self, places: Iterable[_Place]) -> None:
        self._stems: dict[str, list[_Place]] = {}
        self._forms: dict[str, list[_Place]] = {}
        for place in places:
            if len(place.parts) != 1:
                continue
            part = place.parts[0]
            for form in part.forms:
                self._forms.setdefault(form, []).append(place)
            if part.stem:
                self._stems.setdefault(part.stem, []).append(place)

    def of(self, place: _Place) -> _Place | None:
        """Return the first word that covers one of the words of a trigger."""
        found = (other for part in place.parts for other in self._near(part) if _takes_all(other.parts[0], part))
        return next((other for other in found if _is_other(other, place)), None)

    def _near(self, part: Part) -> Iterator[_Place]:
        sample = part.stem or min(part.forms)
        for length in range(1, len(sample) + 1):
            yield from self._stems.get(sample[:length], ())
        yield from self._forms.get(sample, ()) if part.forms else ()


def _is_other(other: _Place, place: _Place) -> bool:
    return other.key != place.key and other.level.level <= place.level.level


def _takes_all(cover: Part, part: Part) -> bool:
    if cover.stem:
        return part.stem.startswith(cover.stem) or (
            bool(part.forms) and all(f.startswith(cover.stem) for f in part.forms)
        )
    return bool(part.forms) and part.forms <= cover.forms

"""Reads an edited crisis matrix before it is stored: what cannot stand, and what is probably not meant."""

from __future__ import annotations

from collections.abc import Iterator
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
        _Place(level, group, word, parts)
        for level in matrix.levels
        for group in level.groups
        for word in group.words
        if (parts := tuple(parts_of(word)))
    ]
    written: dict[str, _Place] = {}
    covering = [place for place in places if len(place.parts) == 1]
    for place in places:
        level, group, word = place.level.level, place.group.name, place.word
        if len(place.parts) == 1 and 0 < len(place.parts[0].stem) < _SHORT_STEM:
            yield Problem(ProblemKind.SHORT_STEM, level, group, word)
        key = fold(word).strip()
        if key in written:
            yield Problem(ProblemKind.DUPLICATE, level, group, word, written[key].group.name)
        else:
            written[key] = place
            other = next((each for each in covering if _is_covered(place, each)), None)
            if other is not None:
                yield Problem(ProblemKind.COVERED, level, group, word, other.word)


def _is_covered(place: _Place, other: _Place) -> bool:
    """Tell whether another, at least as grave word fires wherever this one does; forms in common are no reason."""
    if other is place or other.level.level > place.level.level or fold(other.word).strip() == fold(place.word).strip():
        return False
    cover = other.parts[0]
    return any(_takes_all(cover, part) for part in place.parts)


def _takes_all(cover: Part, part: Part) -> bool:
    if part.stem:
        return bool(cover.stem) and part.stem.startswith(cover.stem)
    return all((cover.stem and form.startswith(cover.stem)) or form in cover.forms for form in part.forms)

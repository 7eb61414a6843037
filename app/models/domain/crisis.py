"""The contingency matrix read against a text: which crisis level its words call for, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import Any

from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import fold, search_words

READ_CHARACTERS = 200_000
_TOKEN = re.compile(r"[^\W_]+|[.,;:!?\n]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_BREAKS = frozenset(".,;:!?\n")
_MAX_GAP = 2  # words that may stand between two words of a phrase: "bicho na minha comida"
_NEGATION_REACH = 4  # words between a negation and the trigger it may speak of
_SHORTEST_STEM = 3

# What a Portuguese ending turns into in the other gender and number; the first ending that fits decides.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ao", ("ao", "oes", "aos", "aes")),
    ("o", ("o", "os", "a", "as")),
    ("or", ("or", "ores", "ora", "oras")),
    ("r", ("r", "res")),
    ("z", ("z", "zes")),
    ("el", ("el", "eis")),
    ("l", ("l", "is")),
    ("m", ("m", "ns")),
    ("s", ("s", "ses")),
)


@dataclass(frozen=True, slots=True)
class Group:
    """A named group of trigger words: plain words (inflected by rule), phrases, and stems that end in ``*``."""

    key: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Level:
    """One row of the matrix; 1 is the gravest. ``requires_sentiment`` empty means any sentiment, also unknown."""

    level: int
    name: str
    identify_within: timedelta
    answer_within: timedelta
    groups: tuple[Group, ...]
    exceptions: tuple[str, ...] = ()
    requires_sentiment: frozenset[Sentiment] = frozenset()


@dataclass(frozen=True, slots=True)
class CrisisHit:
    """The level found: the words as the text has them (folded), their groups, and the two clocks.

    ``doubt`` says that each of them stands under a negation ("não vou ao Procon").
    """

    level: int
    words: tuple[str, ...]
    groups: tuple[str, ...]
    doubt: bool
    identify_within: timedelta
    answer_within: timedelta


@dataclass(frozen=True, slots=True)
class _Trigger:
    """One phrase as a run of sets of forms, with the group it belongs to."""

    group: str
    rest: tuple[frozenset[str], ...] = ()


@dataclass(frozen=True, slots=True)
class _Index:
    """The triggers of one level, found by their first word or its stem."""

    words: dict[str, tuple[_Trigger, ...]]
    stems: dict[str, str]
    stem_lengths: tuple[int, ...]
    exceptions: dict[str, tuple[_Trigger, ...]]
    heads: frozenset[str]

    @classmethod
    def of(cls, level: Level) -> _Index:
        words: dict[str, tuple[_Trigger, ...]] = {}
        stems: dict[str, str] = {}
        for group in level.groups:
            for written in group.words:
                if written.endswith("*") and len(written) > _SHORTEST_STEM:
                    stems.setdefault(fold(written[:-1]).strip(), group.key)
                else:
                    _add(words, written, group.key)
        exceptions: dict[str, tuple[_Trigger, ...]] = {}
        for written in level.exceptions:
            _add(exceptions, written, "")
        lengths = tuple(sorted({len(stem) for stem in stems}))
        heads = frozenset(each[:_SHORTEST_STEM] for each in (*words, *stems))
        return cls(words, stems, lengths, exceptions, heads)


@dataclass(frozen=True)
class CrisisMatrix:
    """The matrix of a team, compiled at its first use. Levels are kept in order of gravity."""

    levels: tuple[Level, ...]
    negations: frozenset[str] = frozenset()
    conditionals: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    clause_breaks: frozenset[str] = frozenset()

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> CrisisMatrix:
        """Build the matrix from the decoded form of ``crisis.json``.

        Raises KeyError, TypeError or ValueError when the form is not that one.
        """
        levels = sorted((_level(row) for row in data["levels"]), key=lambda level: level.level)
        return cls(
            levels=tuple(levels),
            negations=_folded(data.get("negations", ())),
            conditionals=_folded(data.get("conditionals", ())),
            intentions=_folded(data.get("intentions", ())),
            clause_breaks=_folded(data.get("clause_breaks", ())),
        )

    @cached_property
    def compiled(self) -> tuple[tuple[Level, _Index], ...]:
        """Levels with their word indexes, the gravest first."""
        return tuple((level, _Index.of(level)) for level in self.levels)


def crisis_level(text: str, matrix: CrisisMatrix, sentiment: Sentiment | None = None) -> CrisisHit | None:
    """Return the gravest level that the text calls for, or None. Only the first 200,000 characters are read.

    A level that requires a sentiment is passed over while the sentiment is unknown.
    """
    tokens = _TOKEN.findall(_STRETCHED.sub(r"\1", fold(text[:READ_CHARACTERS].replace("\n", " ; "))))
    for level, index in matrix.compiled:
        if level.requires_sentiment and sentiment not in level.requires_sentiment:
            continue
        hit = _hit(tokens, level, index, matrix)
        if hit is not None:
            return hit
    return None


def _hit(tokens: Sequence[str], level: Level, index: _Index, matrix: CrisisMatrix) -> CrisisHit | None:
    heads = index.heads  # most words of a text begin no trigger: this spares them the closer look
    places = [place for place, token in enumerate(tokens) if token[:_SHORTEST_STEM] in heads]
    found = [found for place in places for found in _found_at(tokens, place, index)]
    if not found:
        return None
    excepted = _excepted_places(tokens, index)
    kept = [(place, end, group) for place, end, group in found if not excepted.intersection(range(place, end + 1))]
    if not kept:
        return None
    return CrisisHit(
        level=level.level,
        words=tuple(dict.fromkeys(" ".join(tokens[place : end + 1]) for place, end, _group in kept)),
        groups=tuple(dict.fromkeys(group for _place, _end, group in kept)),
        doubt=all(_is_negated(tokens, place, matrix) for place, _end, _group in kept),
        identify_within=level.identify_within,
        answer_within=level.answer_within,
    )


def _found_at(tokens: Sequence[str], place: int, index: _Index) -> Iterator[tuple[int, int, str]]:
    token = tokens[place]
    for trigger in index.words.get(token, ()):
        end = _phrase_end(tokens, place, trigger.rest)
        if end is not None:
            yield place, end, trigger.group
    for length in index.stem_lengths:
        group = index.stems.get(token[:length])
        if group is not None:
            yield place, place, group
            return


def _phrase_end(tokens: Sequence[str], place: int, rest: tuple[frozenset[str], ...]) -> int | None:
    for forms in rest:
        for step in range(1, _MAX_GAP + 2):
            if place + step >= len(tokens) or tokens[place + step] in _BREAKS:
                return None
            if tokens[place + step] in forms:
                place += step
                break
        else:
            return None
    return place


def _excepted_places(tokens: Sequence[str], index: _Index) -> set[int]:
    places: set[int] = set()
    for place, token in enumerate(tokens):
        for trigger in index.exceptions.get(token, ()):
            end = _phrase_end(tokens, place, trigger.rest)
            if end is not None:
                places.update(range(place, end + 1))
    return places


def _is_negated(tokens: Sequence[str], place: int, matrix: CrisisMatrix) -> bool:
    """Look back for a negation in the same clause; an intention ("vou") counts only when negated itself.

    A condition ("se não devolverem, Procon") is a threat and no doubt.
    """
    for back in range(place - 1, max(place - _NEGATION_REACH - 2, -1), -1):
        token = tokens[back]
        if token in matrix.negations:
            return _is_plain_negation(tokens, back, matrix)
        if token in _BREAKS or token in matrix.clause_breaks:
            return False
        if token in matrix.intentions:
            return _is_negated_intention(tokens, back, matrix)
    return False


def _is_negated_intention(tokens: Sequence[str], place: int, matrix: CrisisMatrix) -> bool:
    while place > 0 and tokens[place - 1] in matrix.intentions:
        place -= 1
    return place > 0 and tokens[place - 1] in matrix.negations and _is_plain_negation(tokens, place - 1, matrix)


def _is_plain_negation(tokens: Sequence[str], place: int, matrix: CrisisMatrix) -> bool:
    return place == 0 or tokens[place - 1] not in matrix.conditionals


def _add(words: dict[str, tuple[_Trigger, ...]], written: str, group: str) -> None:
    parts = search_words(written)
    if not parts:
        return
    forms = [_forms(part) for part in parts]
    trigger = _Trigger(group, tuple(forms[1:]))
    for form in forms[0]:
        words[form] = (*words.get(form, ()), trigger)


def _forms(word: str) -> frozenset[str]:
    """Return the folded word in both genders and numbers; short words (na, de) stand as they are."""
    if len(word) <= _SHORTEST_STEM:
        return frozenset({word})
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            return frozenset(word[: -len(ending)] + other for other in others)
    return frozenset({word, word + "s"})


def _level(row: Mapping[str, Any]) -> Level:
    return Level(
        level=int(row["level"]),
        name=str(row["name"]),
        identify_within=timedelta(minutes=row["identify_minutes"]),
        answer_within=timedelta(minutes=row["answer_minutes"]),
        groups=tuple(Group(str(g["key"]), str(g["name"]), tuple(map(str, g["words"]))) for g in row["groups"]),
        exceptions=tuple(map(str, row.get("exceptions", ()))),
        requires_sentiment=frozenset(Sentiment(key) for key in row.get("requires_sentiment", ())),
    )


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)

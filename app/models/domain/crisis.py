"""The contingency matrix read against a text: which crisis level its words call for, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from typing import Any

from app.models.domain.crisis_doubt import DOUBT_WORDS, Doubt, Doubts
from app.models.domain.crisis_words import Found, Tokens, Trigger, Triggers, WordIndex
from app.models.domain.vocabulary import Sentiment

READ_CHARACTERS = 200_000
_MOST_WORDS = 40
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Group:
    """A named group of triggers: words (inflected by rule), ``=word`` exactly so, ``word*`` its beginning, phrases."""

    key: str
    name: str
    words: tuple[str, ...]
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Level:
    """One row of the matrix; 1 is the gravest. ``requires_sentiment`` empty means any sentiment, also unknown.

    ``alert_roles`` are the roles whose people are alerted besides those named, ``areas`` the keys of the areas that
    answer for it; ``needs_approval``: a public reply waits for a second person.
    """

    level: int
    name: str
    identify_within: timedelta
    answer_within: timedelta
    groups: tuple[Group, ...]
    exceptions: tuple[str, ...] = ()
    requires_sentiment: frozenset[Sentiment] = frozenset()
    alert_roles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    needs_approval: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One trigger in the text, where it stands (``start``, ``end``: characters) and as the matrix writes it."""

    start: int
    end: int
    text: str
    group: str
    trigger: str
    doubt: Doubt | None


@dataclass(frozen=True, slots=True)
class CrisisHit:
    """The level found: the words as the text has them (folded), their groups, and the two clocks.

    ``rule`` names what fired, as ``read_rule`` takes it apart: level, group's key, trigger as the matrix writes it.
    ``CrisisMatrix.marks`` says where in the text it stands.

    ``doubt`` says that each of them is negated or quoted ("não vou ao Procon"); ``certain`` is then what a less grave
    level found beyond doubt, if any did.
    """

    level: int
    words: tuple[str, ...]
    groups: tuple[str, ...]
    doubt: bool
    identify_within: timedelta
    answer_within: timedelta
    rule: str
    found: tuple[Found, ...] = ()
    certain: CrisisHit | None = None

    @property
    def sure(self) -> CrisisHit | None:
        """The gravest hit beyond doubt: the one that clocks run for and that alerts."""
        return self.certain if self.doubt else self


@dataclass(frozen=True, slots=True)
class StoredWords:
    """What is kept with a mention at crisis level: its words (folded), whether they are in doubt, and the rule."""

    words: tuple[str, ...] = ()
    doubt: bool = False
    rule: str = ""

    @classmethod
    def of(cls, stored: str | None) -> StoredWords:
        """Read the stored form; older ones name no rule."""
        words, _tab, rule = (stored or "").partition("\t")
        found = tuple(word for word in words.removeprefix("?").split("; ") if word)
        return cls(found, words.startswith("?"), rule)

    @classmethod
    def from_hit(cls, hit: CrisisHit) -> StoredWords:
        """Return what to keep of a hit."""
        return cls(hit.words[:_MOST_WORDS], hit.doubt, hit.rule)

    def text(self) -> str:
        """Return the form to store."""
        rule = " ".join(self.rule.split())
        return ("?" if self.doubt else "") + "; ".join(self.words) + (f"\t{rule}" if rule else "")


@dataclass(frozen=True)
class CrisisMatrix:
    """The matrix of a team, compiled at its first use. Levels are kept in order of gravity.

    ``lookalikes`` are words that resemble a trigger and are none ("preso" is no misspelt "preço").
    """

    levels: tuple[Level, ...]
    doubts: Doubts = field(default_factory=Doubts)
    lookalikes: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, compare=False)

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> CrisisMatrix:
        """Build the matrix from the decoded form of ``crisis.json``.

        Raises KeyError, TypeError or ValueError when the form is not that one.
        """
        levels = sorted((_level(row) for row in data["levels"]), key=lambda level: level.level)
        return cls(
            levels=tuple(levels),
            doubts=Doubts.from_mapping(data),
            lookalikes=_texts(data.get("lookalikes", ())),
            words={name: _texts(data.get(name, ())) for name in DOUBT_WORDS},
        )

    def with_doubt_words(self, name: str, words: Iterable[str]) -> CrisisMatrix:
        """Return the matrix with another list of doubt words (a name of ``DOUBT_WORDS``)."""
        changed = {**self.words, name: tuple(words)}
        return replace(self, words=changed, doubts=Doubts.from_mapping(changed))

    def marks(self, text: str, hit: CrisisHit) -> tuple[Mark, ...]:
        """Return where the words of a hit stand in the text that it was found in."""
        tokens = Tokens(text, READ_CHARACTERS)
        level = next(each for each in self.levels if each.level == hit.level)
        spans = tokens.spans(max(each.end for each in hit.found))
        return tuple(mark_of(tokens, spans, each, level, self.doubts) for each in hit.found)

    def group_name(self, level: int, group: str) -> str:
        """Return a group's name, its key when there is none such."""
        rows = (row for row in self.levels if row.level == level)
        return next((each.name for row in rows for each in row.groups if each.key == group), group)

    def as_mapping(self) -> dict[str, Any]:
        """Return the form that ``from_mapping`` reads."""
        lists = {name: list(self.words.get(name, ())) for name in DOUBT_WORDS}
        rows = [_row(level) for level in self.levels]
        return {"version": 1, "levels": rows, **lists, "lookalikes": list(self.lookalikes)}

    @cached_property
    def index(self) -> WordIndex:
        """The triggers and exceptions of all levels, found by their first word."""
        index = WordIndex(self.lookalikes)
        for place, level in enumerate(self.levels):
            for each in level.exceptions:
                index.add(Trigger(place, None, each, is_exception=True))
            for number, group in enumerate(level.groups):
                for each in group.words:
                    index.add(Trigger(place, number, each))
                for each in group.exceptions:
                    index.add(Trigger(place, number, each, is_exception=True))
        return index


def crisis_level(text: str, matrix: CrisisMatrix, sentiment: Sentiment | None = None) -> CrisisHit | None:
    """Return the gravest level that the text calls for, or None. Only the first 200,000 characters are read.

    A level that requires a sentiment is passed over while the sentiment is another or unknown.
    """
    tokens = Tokens(text, READ_CHARACTERS)
    begun = matrix.index.find(tokens.words)
    return gravest(tokens, begun, matrix, sentiment) if begun else None


def gravest(
    tokens: Tokens, begun: Sequence[tuple[int, Triggers]], matrix: CrisisMatrix, sentiment: Sentiment | None
) -> CrisisHit | None:
    """Return the same for a text that is parted already, from the words that begin a trigger."""
    doubtful: CrisisHit | None = None
    phrases = tokens.phrases(begun)
    for place in sorted(phrases):
        level = matrix.levels[place]
        if level.requires_sentiment and sentiment not in level.requires_sentiment:
            continue
        kept = [found for found, exception in weighed(phrases[place]) if exception is None]
        if not kept:
            continue
        hit = _hit(tokens, level, kept, matrix)
        if not hit.doubt:
            return hit if doubtful is None else replace(doubtful, certain=hit)
        doubtful = doubtful or hit
    return doubtful


def weighed(found: Sequence[Found]) -> Iterator[tuple[Found, Found | None]]:
    """Yield the triggers of one level, each with the exception of its level or group that covers it, if one does."""
    covered: dict[tuple[int | None, int], Found] = {}
    for each in found:
        if each.trigger.is_exception:
            covered.update(((each.trigger.group, place), each) for place in range(each.start, each.end + 1))
    if not covered:
        yield from ((each, None) for each in found)
        return
    for each in found:
        if not each.trigger.is_exception:
            places = ((group, at) for group in (None, each.trigger.group) for at in range(each.start, each.end + 1))
            yield each, next((covered[place] for place in places if place in covered), None)


def mark_of(tokens: Tokens, spans: Sequence[tuple[int, int]], found: Found, level: Level, doubts: Doubts) -> Mark:
    """Return where a trigger stands and whether it is in doubt."""
    start, end = spans[found.start][0], spans[found.end][1]
    return Mark(
        start=start,
        end=end,
        text=tokens.text[start:end],
        group=_group(level, found).key,
        trigger=found.trigger.written,
        doubt=_doubt(tokens, found, level, doubts),
    )


def read_rule(rule: str) -> tuple[int, str, str]:
    """Take ``CrisisHit.rule`` apart: level, group's key, trigger. Raises ValueError when it is none."""
    level, group, trigger = rule.split("/", 2)
    return int(level), group, trigger


def _hit(tokens: Tokens, level: Level, kept: Sequence[Found], matrix: CrisisMatrix) -> CrisisHit:
    # Where exactly each word stands is worked out for those who look at it: it would cost most of the time here.
    sure = next((each for each in kept if _doubt(tokens, each, level, matrix.doubts) is None), None)
    fired = kept[0] if sure is None else sure
    folded = tokens.folded
    words = [
        folded[each.start] if each.start == each.end else " ".join(folded[each.start : each.end + 1]) for each in kept
    ]
    return CrisisHit(
        level=level.level,
        words=tuple(dict.fromkeys(words)),
        groups=tuple(dict.fromkeys(_group(level, each).key for each in kept)),
        doubt=sure is None,
        identify_within=level.identify_within,
        answer_within=level.answer_within,
        rule=f"{level.level}/{_group(level, fired).key}/{fired.trigger.written}",
        found=tuple(kept),
    )


def _doubt(tokens: Tokens, found: Found, level: Level, doubts: Doubts) -> Doubt | None:
    # A level that asks for a sentiment is not put in doubt by a negation: "não tive atendimento" is what it looks for.
    is_negatable = not level.requires_sentiment
    return doubts.of(tokens.folded, found.start, is_negatable=is_negatable, may_quote=tokens.may_quote)


def _group(level: Level, found: Found) -> Group:
    return level.groups[found.trigger.group or 0]


def _level(row: Mapping[str, Any]) -> Level:
    return Level(
        level=int(row["level"]),
        name=str(row["name"]),
        identify_within=timedelta(minutes=row["identify_minutes"]),
        answer_within=timedelta(minutes=row["answer_minutes"]),
        groups=tuple(
            Group(str(g["key"]), str(g["name"]), _texts(g["words"]), _texts(g.get("exceptions", ())))
            for g in row["groups"]
        ),
        exceptions=_texts(row.get("exceptions", ())),
        requires_sentiment=frozenset(Sentiment(key) for key in row.get("requires_sentiment", ())),
        alert_roles=_texts(row.get("alert_roles", ())),
        areas=_texts(row.get("areas", ())),
        needs_approval=bool(row.get("needs_approval", False)),
    )


def _row(level: Level) -> dict[str, Any]:
    return {
        "level": level.level,
        "name": level.name,
        "identify_minutes": level.identify_within // _MINUTE,
        "answer_minutes": level.answer_within // _MINUTE,
        "requires_sentiment": sorted(each.value for each in level.requires_sentiment),
        "alert_roles": list(level.alert_roles),
        "areas": list(level.areas),
        "needs_approval": level.needs_approval,
        "groups": [
            {"key": each.key, "name": each.name, "words": list(each.words), "exceptions": list(each.exceptions)}
            for each in level.groups
        ],
        "exceptions": list(level.exceptions),
    }


def _texts(value: Iterable[object]) -> tuple[str, ...]:
    if isinstance(value, str):
        raise TypeError("a list of words is wanted")
    return tuple(map(str, value))

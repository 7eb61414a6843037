"""Rules that put a mention in *Monitorar* by itself, so that a team sees only what may need an answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import search_text

_NOWHERE = "\0"  # never in folded words


@dataclass(frozen=True, slots=True)
class IntakeFacts:
    """What rules look at. ``words`` is ``search_text`` of title and text, which intake has at hand anyway."""

    channel: str
    words: str
    author_key: str | None = None
    is_private: bool = False
    is_direct: bool = False
    reach: int | None = None
    language: str | None = None
    sentiment: Sentiment | None = None


@dataclass(frozen=True, slots=True)
class IntakeRule:
    """A named rule: all the conditions that are set must hold. Words and phrases may be written in any way.

    ``min_reach`` and ``max_reach`` are inclusive; unknown reach fails the first, meets the second. A rule without any
    condition never fires, and a phrase without letters or digits is found nowhere.
    """

    id: int
    name: str
    enabled: bool = True
    channels: frozenset[str] = frozenset()
    any_words: tuple[str, ...] = ()
    all_words: tuple[str, ...] = ()
    no_words: tuple[str, ...] = ()
    authors: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    sentiments: frozenset[Sentiment] = frozenset()
    is_private: bool | None = None
    is_direct: bool | None = None
    min_reach: int | None = None
    max_reach: int | None = None

    @property
    def has_conditions(self) -> bool:
        """Tell whether anything is asked of a mention."""
        return bool(
            self.channels
            or self.any_words
            or self.all_words
            or self.no_words
            or self.authors
            or self.languages
            or self.sentiments
        ) or any(value is not None for value in (self.is_private, self.is_direct, self.min_reach, self.max_reach))


class IntakeRules:
    """The rules of a team in their order, compiled once for a batch of mentions."""

    def __init__(self, rules: Iterable[IntakeRule]) -> None:
        self._compiled = tuple(_Compiled(rule) for rule in rules if rule.enabled and rule.has_conditions)

    def first_match(self, facts: IntakeFacts) -> IntakeRule | None:
        """Return the first rule that the mention meets, or None."""
        if not self._compiled:
            return None
        padded = f" {facts.words} "
        for compiled in self._compiled:
            if compiled.fits(facts) and compiled.reads(padded):
                return compiled.rule
        return None


def first_match(rules: IntakeRules | Iterable[IntakeRule], facts: IntakeFacts) -> IntakeRule | None:
    """Return the first rule that the mention meets, or None; for a batch pass ``IntakeRules``, compiled once."""
    compiled = rules if isinstance(rules, IntakeRules) else IntakeRules(rules)
    return compiled.first_match(facts)


class _Compiled:
    """One rule with its phrases folded and padded, so that a plain substring is a run of whole words."""

    __slots__ = ("_all", "_any", "_no", "rule")

    def __init__(self, rule: IntakeRule) -> None:
        self.rule = rule
        self._any = _phrases(rule.any_words)
        self._all = _phrases(rule.all_words)
        self._no = _phrases(rule.no_words)

    def fits(self, facts: IntakeFacts) -> bool:
        """Tell whether all but the words agree."""
        rule = self.rule
        return (
            _within(facts.channel, rule.channels)
            and _within(facts.author_key, rule.authors)
            and _within(facts.language, rule.languages)
            and _within(facts.sentiment, rule.sentiments)
            and rule.is_private in {None, facts.is_private}
            and rule.is_direct in {None, facts.is_direct}
            and _reaches(facts.reach, rule)
        )

    def reads(self, padded: str) -> bool:
        """Tell whether the words agree."""
        if self._any and not any(phrase in padded for phrase in self._any):
            return False
        return all(phrase in padded for phrase in self._all) and not any(phrase in padded for phrase in self._no)


def _phrases(written: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {search_text(phrase) or _NOWHERE} " for phrase in written)


def _within(value: str | None, wanted: frozenset[str] | frozenset[Sentiment]) -> bool:
    return not wanted or value in wanted


def _reaches(reach: int | None, rule: IntakeRule) -> bool:
    known = 0 if reach is None else reach
    if rule.min_reach is not None and (reach is None or known < rule.min_reach):
        return False
    return rule.max_reach is None or known <= rule.max_reach

"""What a person types into the search box, taken apart: words, phrases, filters, a protocol or a piece of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.models.domain import protocol
from app.models.domain.words import fold, search_text, search_words

LONGEST_QUERY = 1_000


class FilterKey(StrEnum):
    """What can be asked for by name."""

    CHANNEL = "channel"
    AUTHOR = "author"
    SENTIMENT = "sentiment"
    STATE = "state"
    AREA = "area"
    OWNER = "owner"
    SUBJECT = "subject"
    NATURE = "nature"
    SINCE = "since"
    UNTIL = "until"
    PROTOCOL = "protocol"
    CUSTOMER = "customer"
    LANGUAGE = "language"


# The words of the search box, folded: they are part of its language, not of the screen's texts.
KEY_WORDS: dict[str, FilterKey] = {
    "canal": FilterKey.CHANNEL,
    "de": FilterKey.AUTHOR,
    "sentimento": FilterKey.SENTIMENT,
    "estado": FilterKey.STATE,
    "area": FilterKey.AREA,
    "dono": FilterKey.OWNER,
    "assunto": FilterKey.SUBJECT,
    "natureza": FilterKey.NATURE,
    "desde": FilterKey.SINCE,
    "ate": FilterKey.UNTIL,
    "protocolo": FilterKey.PROTOCOL,
    "cliente": FilterKey.CUSTOMER,
    "idioma": FilterKey.LANGUAGE,
}
CAN_BE_EXCLUDED = frozenset({FilterKey.CHANNEL, FilterKey.SENTIMENT, FilterKey.STATE})
"""Filters that may stand after a minus sign: every mention or case has exactly one value of them."""
MOST_WORDS = 60
"""Words of one search; the others are left out, and the person is told."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One ``key:value``; ``value`` as typed, ``folded`` for comparing with names; ``excluded`` after a minus sign."""

    key: FilterKey
    value: str
    folded: str
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """A filter whose value cannot be read (a date, a protocol): it is left out and shown."""

    key: FilterKey
    value: str


@dataclass(frozen=True, slots=True)
class SearchQuery:
    """The parsed box. Words, phrases and ``excluded`` are folded as by ``search_text``; both days are inclusive.

    A fragment typed alone stands in ``words`` as well, since it may be a number within a text.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    since: date | None = None
    until: date | None = None
    protocol: str | None = None
    protocol_fragment: str | None = None
    problems: tuple[Problem, ...] = ()
    is_cut: bool = False
    """It was longer than what is read: only its beginning counts."""

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing is asked for."""
        return self == SearchQuery(problems=self.problems, is_cut=self.is_cut)


_TOKEN = re.compile(
    r"(?P<minus>-)?(?:protocolo:\s{0,2}(?P<protocol>\d(?:[ .\-/]{0,2}\d){0,20})(?!\w)"
    r'|(?:(?P<key>[^\W\d_]{2,12}):[ \t]?)?(?:"(?P<quoted>[^"]*)"?|(?P<word>[^\s"]+)))',
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_CENTURY, _SHORT_YEAR = "20", 2


def parse(text: str) -> SearchQuery:
    """Return what the text asks for. Never raises; what cannot be read stands in ``problems``."""
    is_cut = len(text.strip()) > LONGEST_QUERY
    text = text.strip()[:LONGEST_QUERY].strip()
    whole = protocol.parse(text)
    if whole is not None:
        return SearchQuery(protocol=whole)
    draft = _Draft()
    for match in _TOKEN.finditer(text):
        draft.take(match)
    alone = protocol.fragment(text)
    if alone is not None:
        draft.fragment = alone
    if protocol.is_mistyped(text):
        draft.problems.append(Problem(FilterKey.PROTOCOL, text))
    return draft.finished(is_cut=is_cut)


@dataclass(slots=True)
class _Draft:
    """The query while its tokens are read."""

    words: list[str] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)
    excluded: list[str] = field(default_factory=list)
    filters: list[Filter] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    days: dict[FilterKey, date] = field(default_factory=dict)
    protocol: str | None = None
    fragment: str | None = None

    def take(self, match: re.Match[str]) -> None:
        """Add one token."""
        minus, number, quoted = match["minus"] is not None, match["protocol"], match["quoted"]
        key = KEY_WORDS.get(fold(match["key"] or ""))
        if number is not None:
            self._take_protocol(number)
        elif key is not None:
            self._take_filter(key, (match["word"] if quoted is None else quoted).strip(), is_excluded=minus)
        elif quoted is not None and match["key"] is None:
            self._take_phrase(quoted, is_excluded=minus)
        else:
            self._take_words(match[0], is_excluded=minus)

    def _take_words(self, written: str, *, is_excluded: bool) -> None:
        if written.endswith(":") and fold(written[:-1]).lstrip("-") in KEY_WORDS:
            return  # a key whose value is still being typed
        if not is_excluded:
            self.words += search_words(written)
        elif search_text(written):
            self.excluded.append(search_text(written))

    def _take_phrase(self, written: str, *, is_excluded: bool) -> None:
        phrase = search_text(written)
        if phrase:
            (self.excluded if is_excluded else self.phrases).append(phrase)

    def _take_filter(self, key: FilterKey, value: str, *, is_excluded: bool) -> None:
        if not value:
            return
        if key is FilterKey.PROTOCOL:
            self._take_protocol(value)
        elif key in {FilterKey.SINCE, FilterKey.UNTIL}:
            day = _day(value)
            if day is None:
                self.problems.append(Problem(key, value))
            else:
                self.days[key] = day
        elif is_excluded and key not in CAN_BE_EXCLUDED:
            self.problems.append(Problem(key, f"-{value}"))
        else:
            self.filters.append(Filter(key, value, search_text(value), is_excluded))

    def _take_protocol(self, value: str) -> None:
        whole, piece = protocol.parse(value), protocol.fragment(value)
        if whole is not None:
            self.protocol = whole
        elif piece is not None and not protocol.is_mistyped(value):
            self.fragment = piece
        else:
            self.problems.append(Problem(FilterKey.PROTOCOL, value))

    def finished(self, *, is_cut: bool) -> SearchQuery:
        """Return the query without repetitions."""
        lists = [tuple(dict.fromkeys(each)) for each in (self.words, self.phrases, self.excluded)]
        words, phrases, excluded = (each[:MOST_WORDS] for each in lists)
        return SearchQuery(
            words=words,
            phrases=phrases,
            excluded=excluded,
            is_cut=is_cut or any(len(each) > MOST_WORDS for each in lists),
            filters=tuple(dict.fromkeys(self.filters)),
            since=self.days.get(FilterKey.SINCE),
            until=self.days.get(FilterKey.UNTIL),
            protocol=self.protocol,
            protocol_fragment=self.fragment,
            problems=tuple(self.problems),
        )


def _day(text: str) -> date | None:
    if (match := _DAY_FIRST.fullmatch(text)) is not None:
        day, month, year = match.groups()
    elif (match := _YEAR_FIRST.fullmatch(text)) is not None:
        year, month, day = match.groups()
    else:
        return None
    try:
        return date(int(_CENTURY + year if len(year) == _SHORT_YEAR else year), int(month), int(day))
    except ValueError:
        return None


def filter_pieces(text: str) -> list[tuple[str, str]]:
    """Return every named filter as it stands in a text, with the text without it."""
    found = []
    for match in _TOKEN.finditer(text[:LONGEST_QUERY]):
        is_named = match["protocol"] is not None or fold(match["key"] or "") in KEY_WORDS
        if is_named and not match[0].endswith(":"):
            rest = f"{text[: match.start()].rstrip()} {text[match.end() :].lstrip()}".strip()
            found.append((match[0], rest))
    return found

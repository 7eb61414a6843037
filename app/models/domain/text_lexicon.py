"""A hand-written Portuguese word list, compiled once, so that reading a mention costs a look-up a word and no more.

How words are written in the data: a plain word stands in both genders and numbers; ``=word`` exactly so; ``word*`` is
the beginning of a word (four letters at least), ``*word`` its end (in a later word of a phrase only); words with blanks
between are a phrase, in which ``_`` lets up to two other words in. Accents and case are optional everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.models.domain.inflection import inflected
from app.models.domain.words import fold

READ_CHARACTERS = 20_000
BREAKS = frozenset(".,;:!?")
STEM_HEAD = 4
_PRAISING = frozenset({"fan", "thank"})
_GAP = 2
_WORD = re.compile(r"[a-z0-9]+|[:;=]['-]?[()/|dp](?!\w)|<3|[^\s\w]")
_MARKS = re.compile("[\u0300-\u036f\ufe0f\u200d]+")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@[\w.]+")
_REPEATED = re.compile(r"(.)\1\1")
_LATIN = "".join(map(chr, range(256)))
_UNACCENTED = bytes(ord(fold(char)) if fold(char).isascii() and len(fold(char)) == 1 else ord(char) for char in _LATIN)
_ACCENTED = tuple((accented, fold(accented)) for accented in "áàâãéêíóôõúüçñªº")
_STRETCHED = re.compile(r"([a-z])\1\1+")


@dataclass(slots=True)
class Entry:
    """What a word or phrase stands for: its polarity (-3 to 3), the same when negated, its cues and its themes."""

    value: float = 0.0
    negated: float | None = None
    cues: tuple[str, ...] = ()
    negated_cues: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    is_weighed: bool = False


# An entry found in the tokens: the first and the last of its places, and the entry itself. A bare tuple: thousands a
# second are made.
Hit = tuple[int, int, Entry]


@dataclass(frozen=True, slots=True)
class _Part:
    """One later word of a phrase: its forms, or how it begins or ends, and how far away it may stand."""

    forms: frozenset[str]
    stem: str
    ending: str
    reach: int

    def fits(self, token: str) -> bool:
        """Tell whether a token is this word."""
        if self.forms:
            return token in self.forms
        return token.startswith(self.stem) if self.stem else token[1:].endswith(self.ending)


_Rest = tuple[tuple[_Part, ...], Entry]


@dataclass(slots=True)
class _Phrases:
    """The phrases that begin with one word: by the word that follows at once, and those with a looser second part."""

    followed: dict[str, list[_Rest]] = field(default_factory=dict)
    loose: list[_Rest] = field(default_factory=list)

    def add(self, rest: tuple[_Part, ...], entry: Entry) -> None:
        """Keep a phrase, the longest of a kind first."""
        second = rest[0]
        kinds = [self.loose]
        if second.reach == 1 and second.forms:
            kinds = [self.followed.setdefault(form, []) for form in second.forms]
        for kind in kinds:
            kind.append((rest, entry))
            kind.sort(key=lambda each: -len(each[0]))

    def hit(self, tokens: Sequence[str], place: int) -> Hit | None:
        """Return the longest phrase that stands at a place; after it comes one token at least."""
        found: Hit | None = None
        for kind in (self.followed.get(tokens[place + 1], ()), self.loose):
            for rest, entry in kind:
                end = _phrase_end(tokens, place, rest)
                if end is not None and (found is None or end > found[1]):
                    found = (place, end, entry)
                    break
        return found


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with its rule: ``one_reply`` (one simple answer at most) or ``do_not_answer``.

    One of ``words`` is enough, of ``weak`` it takes two.
    """

    key: str
    name: str
    policy: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()

    @classmethod
    def many(cls, data: Mapping[str, Any]) -> tuple[Theme, ...]:
        """Return the themes of the decoded form of ``situations.json``; none when it has no such list."""
        return tuple(
            cls(
                key=str(row["key"]),
                name=str(row["name"]),
                policy=str(row["policy"]),
                words=tuple(map(str, row["words"])),
                weak=tuple(map(str, row.get("weak", ()))),
            )
            for row in data.get("themes", ())
        )


@dataclass(slots=True)
class _Heads:
    """Entries by their first word: alone, as the beginning of a word, and as the beginning of a phrase."""

    words: dict[str, Entry] = field(default_factory=dict)
    stems: dict[str, dict[str, Entry]] = field(default_factory=dict)
    phrases: dict[str, _Phrases] = field(default_factory=dict)
    written: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def entries(self, written: str) -> tuple[Entry, ...]:
        """Return the entries that a written word stands for, made at their first mention.

        A form that two written words share belongs to both and knows what either says.
        """
        kept = self.written.get(written)
        if kept is None:
            kept = self.written[written] = tuple(self._made(written))
        return kept

    def inherit(self) -> None:
        """Let what only has cues or themes take its polarity from what it is made of.

        A whole word takes it from the beginning it starts with, a phrase that praises from the strongest of its words.
        """
        self._words_inherit()
        for written, (entry, *_others) in self.written.items():
            if " " in written and not entry.is_weighed and not _PRAISING.isdisjoint(entry.cues):
                parts = (self.words.get(fold(part)) for part in written.split())
                entry.value = max((part.value for part in parts if part is not None), key=abs, default=0.0)

    def _words_inherit(self) -> None:
        for word, entry in self.words.items():
            stem = _longest(self.stems.get(word[:STEM_HEAD]), word)
            if stem is None:
                continue
            if not entry.is_weighed:
                entry.value = entry.value or stem.value
            if entry.value or not entry.is_weighed:
                entry.cues += tuple(cue for cue in stem.cues if cue not in entry.cues)
            if entry.negated is None:
                entry.negated, entry.negated_cues = stem.negated, entry.negated_cues + stem.negated_cues

    def _made(self, written: str) -> Iterator[Entry]:
        parts = [fold(part) for part in written.split()]
        if len(parts) > 1:
            entry = Entry()
            rest = tuple(_parts(parts[1:]))
            for form in _forms(parts[0]):
                self.phrases.setdefault(form, _Phrases()).add(rest, entry)
            yield entry
        elif parts[0].endswith("*") and len(parts[0]) > STEM_HEAD:
            stem = parts[0][:-1]
            yield self.stems.setdefault(stem[:STEM_HEAD], {}).setdefault(stem, Entry())
        else:
            for form in _forms(parts[0]):
                yield self.words.setdefault(form, Entry())


@dataclass(frozen=True)
class Lexicon:
    """The word lists, ready for ``text_reading``. Values are not changed after they are built.

    ``negations`` tells how many words ahead each one reaches, ``boosters`` by how much a word strengthens the next.
    """

    heads: _Heads
    negations: Mapping[str, int]
    contrasts: frozenset[str]
    boosters: Mapping[str, float]
    policies: Mapping[str, str]
    data: Mapping[str, Any]
    single: frozenset[str]
    pairs: Mapping[str, frozenset[str]]
    alone: Mapping[str, Entry]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any], themes: Iterable[Theme] | None = None) -> Lexicon:
        """Build the lexicon from the decoded word lists; ``themes`` replaces those the data carry.

        Raises KeyError, TypeError or ValueError when the form is not that one.
        """
        heads = _Heads()
        _add_polarity(heads, data.get("polarity", {}))
        _add_cues(heads, data.get("cues", {}))
        kept = tuple(Theme.many(data) if themes is None else themes)
        _add_themes(heads, kept)
        heads.inherit()
        grammar = data.get("grammar", {})
        return cls(
            heads=heads,
            negations={fold(w): int(reach) for reach, words in grammar.get("negations", {}).items() for w in words},
            contrasts=_folded(grammar.get("contrasts", ())),
            boosters={fold(w): float(f) for f, words in grammar.get("boosters", {}).items() for w in words},
            policies={theme.key: theme.policy for theme in kept},
            data=data,
            single=frozenset(heads.words) | {head for head, phrases in heads.phrases.items() if phrases.loose},
            alone={word: entry for word, entry in heads.words.items() if word not in heads.phrases},
            pairs={head: frozenset(phrases.followed) for head, phrases in heads.phrases.items()},
        )

    def with_themes(self, themes: Iterable[Theme]) -> Lexicon:
        """Return the same word lists with a team's own themes."""
        return Lexicon.from_mapping(self.data, themes)

    def hits(self, tokens: Sequence[str]) -> list[Hit]:
        """Return what is known of the tokens, in order; the longest phrase at a place wins and is not read twice."""
        single, stems, pairs = self.single, self.heads.stems, self.pairs
        ahead = [*tokens, "."]
        found: list[Hit] = []
        free = 0
        # One pass that most words of a text do not survive: this is where the time would go.
        for place in [
            place
            for place, token in enumerate(tokens)
            if token in single or token[:4] in stems or (token in pairs and ahead[place + 1] in pairs[token])
        ]:
            if place < free:
                continue
            alone = self.alone.get(tokens[place])
            hit = (place, place, alone) if alone is not None else self._at(ahead, place)
            if hit is not None:
                found.append(hit)
                free = hit[1] + 1
        return found

    def _at(self, tokens: Sequence[str], place: int) -> Hit | None:
        token = tokens[place]
        phrases = self.heads.phrases.get(token)
        if phrases is not None and (phrases.loose or tokens[place + 1] in phrases.followed):
            hit = phrases.hit(tokens, place)
            if hit is not None:
                return hit
        entry = self.heads.words.get(token)
        if entry is None:
            entry = _longest(self.heads.stems.get(token[:STEM_HEAD]), token)
        return None if entry is None else (place, place, entry)


def tokens_of(text: str) -> list[str]:
    """Return the folded words, signs and emoji of the first 20,000 characters; addresses and @handles are left out.

    A letter written three times or more in a row stands once.
    """
    text = text[:READ_CHARACTERS].lower()
    if not text.isascii():
        text = _plain(text)
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(" ", text)
    if "\n" in text:
        text = text.replace("\n", " ; ")
    if _REPEATED.search(text) is not None:
        text = _STRETCHED.sub(r"\1", text)
    return _WORD.findall(text)


def _plain(lowered: str) -> str:
    """Return the text without accents. Most Portuguese goes through one table of bytes, with emoji letter by letter."""
    try:
        return lowered.encode("latin-1").translate(_UNACCENTED).decode("latin-1")
    except UnicodeEncodeError:
        if _MARKS.search(lowered) is not None:
            return _MARKS.sub("", unicodedata.normalize("NFKD", lowered))
        for accented, plain in _ACCENTED:
            lowered = lowered.replace(accented, plain)
        return lowered


def _longest(stems: Mapping[str, Entry] | None, token: str) -> Entry | None:
    if stems is None:
        return None
    fitting = [stem for stem in stems if token.startswith(stem)]
    return stems[max(fitting, key=len)] if fitting else None


def _phrase_end(tokens: Sequence[str], place: int, rest: Sequence[_Part]) -> int | None:
    for part in rest:
        if part.reach == 1:
            place += 1
            if not part.fits(tokens[place] if place < len(tokens) else "."):
                return None
            continue
        for step in range(1, part.reach + 1):
            token = tokens[place + step] if place + step < len(tokens) else "."
            if part.fits(token):
                place += step
                break
            if token in BREAKS:
                return None
        else:
            return None
    return place


def _parts(words: Iterable[str]) -> Iterator[_Part]:
    reach = 1
    for word in words:
        if word == "_":
            reach = _GAP + 1
            continue
        if word.endswith("*"):
            yield _Part(frozenset(), word[:-1], "", reach)
        elif word.startswith("*"):
            yield _Part(frozenset(), "", word[1:], reach)
        else:
            yield _Part(_forms(word), "", "", reach)
        reach = 1


def _forms(word: str) -> frozenset[str]:
    return frozenset({word[1:]}) if word[0] == "=" and len(word) > 1 else inflected(word)


def _add_polarity(heads: _Heads, polarity: Mapping[str, Iterable[str]]) -> None:
    for value, words in polarity.items():
        for written in words:
            for entry in heads.entries(written):
                entry.value, entry.is_weighed = float(value), True


def _add_cues(heads: _Heads, cues: Mapping[str, Mapping[str, Any]]) -> None:
    """Add the cues: ``words`` speak when said, ``negated`` when denied, with the polarity each then takes."""
    for cue, row in cues.items():
        for written in row.get("words", ()):
            for entry in heads.entries(written):
                entry.cues += (cue,)
                entry.value = entry.value or float(row.get("value", 0))
        for written in row.get("negated", ()):
            for entry in heads.entries(written):
                entry.negated_cues += (cue,)
                entry.negated = float(row.get("negated_value", 0))


def _add_themes(heads: _Heads, themes: Iterable[Theme]) -> None:
    for theme in themes:
        for weight, words in ((2, theme.words), (1, theme.weak)):
            for written in words:
                for entry in heads.entries(written):
                    entry.themes += (theme.key,) * weight


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)

"""The words of the crisis matrix as people write them: inflected, conjugated, misspelt; found at one look-up a word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.models.domain.inflection import inflected
from app.models.domain.words import fold

BREAKS = frozenset(".,;:!?\n")
_QUOTING = frozenset(':"“«>')
MAX_GAP = 2  # words that may stand between two words of a phrase: "bicho na minha comida"
SHORTEST_STEM = 3
_REMEMBERED = 60_000  # distinct words; some 10 MB
_SOUND_LENGTH, _SLIP_LENGTH, _LONGEST = 5, 7, 30
_SOUND_STEM = 5
_INSIDE = "\\u0300-\\u036f\\u200b-\\u200f\\u00ad\\u2060\\ufeff"  # accents and invisible marks within a word
_TOKEN = re.compile(f'[^\\W_](?:[^\\W_]|[{_INSIDE}])*|[.,;:!?\\n"“”«»>]')
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED = re.compile(r"(.)\1")
_SOFT = re.compile("ç|[sx]?c(?=[eiyéêíî])")
_OPEN = "\x00"  # after a beginning: more may follow
# Spelling by ear: each pair is heard alike (ç/ss, x/ch, s/z, k/c, i/y, a mute h, l/u before a consonant, m/n).
_SOUNDS = tuple(
    (re.compile(pattern), heard)
    for pattern, heard in (
        ("ch", "x"),
        ("ph", "f"),
        ("qu(?=[ei])|[ckq]", "k"),
        ("g(?=[ei])", "j"),
        ("(?<![ln])h", ""),
        ("y", "i"),
        ("z", "s"),
        ("m(?=[pb])|m$", "n"),
        (r"(.)\1+", r"\1"),
        ("l(?=[bdfgjkmnpstvx]|$)", "u"),
    )
)
_CONJUGATED = {
    "ar": (
        *("ar", "arem", "armos", "ando", "ado", "ada", "ados", "adas", "ei", "ou", "amos", "aram", "ava", "avam"),
        *("arei", "ara", "aremos", "arao", "aria", "ariam", "asse", "assem"),
    ),
    "er": (
        *("er", "erem", "ermos", "endo", "ido", "ida", "idos", "idas", "eu", "emos", "eram", "iam"),
        *("erei", "era", "eremos", "erao", "eria", "eriam", "esse", "essem"),
    ),
    "ir": (
        *("ir", "irem", "irmos", "indo", "ido", "ida", "idos", "idas", "iu", "imos", "iram", "iam"),
        *("irei", "ira", "iremos", "irao", "iria", "iriam", "isse", "issem"),
    ),
}
_SHORTEST_VERB = 6


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a phrase: the forms it may take, how they sound, or how it begins (``stem``)."""

    forms: frozenset[str] = frozenset()
    sounds: frozenset[str] = frozenset()
    stem: str = ""

    @classmethod
    def of(cls, written: str) -> Part | None:
        """Read a word: plain (inflected), ``=word`` (exactly so), ``word*`` (its beginning); None without a letter."""
        folded = fold(written).strip("=* ")
        if not folded:
            return None
        if written.endswith("*") and len(folded) >= SHORTEST_STEM:
            return cls(stem=folded)
        if written.startswith("="):
            return cls(frozenset({folded}))
        forms = inflected(folded) | _conjugated(folded)
        heard = {sound(form) for form in (written.lower(), *forms) if len(form) >= _SOUND_LENGTH}
        return cls(forms, frozenset(heard))

    def fits(self, token: str) -> bool:
        """Tell whether a folded word of a text is this one."""
        if self.stem:
            return token.startswith(self.stem)
        return token in self.forms or (len(token) >= _SOUND_LENGTH and sound(token) in self.sounds)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase of the matrix as written there; ``group`` None is a level's own exception.

    ``level`` and ``group`` are places in the matrix.
    """

    level: int
    group: int | None
    written: str
    rest: tuple[Part, ...] = ()
    is_exception: bool = False


Triggers = tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger in a text, from the word at ``start`` to the one at ``end`` inclusive."""

    start: int
    end: int
    trigger: Trigger


class WordIndex(dict[str, Triggers]):
    """Gives the triggers that a word of a text (lower case) begins; a word is worked out once and remembered."""

    def __init__(self, lookalikes: Iterable[str] = ()) -> None:
        super().__init__()
        self._lookalikes = frozenset(map(fold, lookalikes))
        self._forms: dict[str, Triggers] = {}
        self._stems: dict[str, Triggers] = {}
        self._stem_sounds: dict[str, Triggers] = {}
        self._sounds: dict[str, Triggers] = {}
        self._slips: dict[str, frozenset[str]] = {}

    def add(self, trigger: Trigger) -> bool:
        """Take a trigger in; False when it has no word to begin with."""
        parts = parts_of(trigger.written)
        if not parts:
            return False
        head = parts[0]
        made = Trigger(trigger.level, trigger.group, trigger.written, tuple(parts[1:]), trigger.is_exception)
        if head.stem:
            _put(self._stems, head.stem, made)
            if len(head.stem) >= _SOUND_STEM:
                _put(self._stem_sounds, sound(head.stem, is_stem=True), made)
        for form in head.forms:
            _put(self._forms, form, made)
            if head.sounds and len(form) >= _SLIP_LENGTH:
                self._add_slips(form)
        for heard in head.sounds:
            _put(self._sounds, heard, made)
        return True

    def __missing__(self, token: str) -> Triggers:
        """Work a word out."""
        if len(self) >= _REMEMBERED:
            self.clear()
        found = self[token] = self._work_out(token)
        return found

    def find(self, tokens: Sequence[str]) -> list[tuple[int, Triggers]]:
        """Return the places of the words (lower case) that begin a trigger, with what they begin."""
        return [(place, begun) for place, token in enumerate(tokens) if (begun := self[token])]

    def _work_out(self, token: str) -> Triggers:
        folded = _STRETCHED.sub(r"\1", fold(token))
        found = self._forms.get(folded, ()) + _begun(self._stems, folded)
        if found or not folded.isalpha() or not _SOUND_LENGTH <= len(folded) <= _LONGEST:
            return found
        if folded in self._lookalikes:
            return ()
        return self._misspelt(_STRETCHED.sub(r"\1", token), folded)

    def _misspelt(self, token: str, folded: str) -> Triggers:
        for heard in {sound(token), sound(folded)}:
            found = self._sounds.get(heard, ()) + _begun(self._stem_sounds, heard)
            if found:
                return found
        if len(folded) < _SLIP_LENGTH:
            return ()
        meant = {form for cut in (folded, *_cuts(folded)) for form in self._slips.get(cut, ())}
        near = [form for form in sorted(meant) if _is_one_slip(folded, form)]
        return tuple(dict.fromkeys(trigger for form in near for trigger in self._forms[form]))

    def _add_slips(self, form: str) -> None:
        for cut in (form, *_cuts(form)):
            self._slips[cut] = self._slips.get(cut, frozenset()) | {form}


@dataclass(slots=True)
class Tokens:
    """A text as its words and breaks, in lower case and folded; ``may_quote`` when a sign of quotation is in it."""

    text: str
    limit: int
    words: list[str] = field(init=False)
    may_quote: bool = field(init=False)
    _folded: list[str] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        """Part the text."""
        self.words = list(map(str.lower, _TOKEN.findall(self.text[: self.limit])))
        self.may_quote = not _QUOTING.isdisjoint(self.words)

    @property
    def folded(self) -> list[str]:
        """The words without accents, worked out when first asked for."""
        if not self._folded:
            self._folded = [word if word.isascii() else fold(word) for word in self.words]
        return self._folded

    def spans(self, last: int) -> list[tuple[int, int]]:
        """Return where in the text the words up to ``last`` stand."""
        found = _TOKEN.finditer(self.text, 0, self.limit)
        return [match.span() for match, _place in zip(found, range(last + 1), strict=False)]

    def phrases(self, begun: Iterable[tuple[int, Triggers]]) -> dict[int, list[Found]]:
        """Return the triggers that stand here with all their words, in order, by the place of their level."""
        found: dict[int, list[Found]] = {}
        for place, triggers in begun:
            for trigger in triggers:
                end = self._end(place, trigger.rest) if trigger.rest else place
                if end is not None:
                    found.setdefault(trigger.level, []).append(Found(place, end, trigger))
        return found

    def _end(self, place: int, rest: Sequence[Part]) -> int | None:
        for part in rest:
            for step in range(1, MAX_GAP + 2):
                if place + step >= len(self.words) or self.words[place + step] in BREAKS:
                    return None
                if part.fits(self.folded[place + step]):
                    place += step
                    break
            else:
                return None
        return place


@lru_cache(maxsize=20_000)
def sound(word: str, *, is_stem: bool = False) -> str:
    """Return how a word in lower case sounds, roughly: "hospitau" as "hospital", "intochicação" as "intoxicação"."""
    heard = fold(_SOFT.sub("s", word)) + _OPEN * is_stem
    for pattern, sign in _SOUNDS:
        heard = pattern.sub(sign, heard)
    return heard.removesuffix(_OPEN)


def parts_of(written: str) -> list[Part]:
    """Return the words of a trigger as the matrix writes it; none when it has no letter."""
    words = re.sub(r"[^\w=*]+", " ", written.replace("_", " ")).split()
    return [part for part in map(Part.of, words) if part is not None]


def _conjugated(folded: str) -> frozenset[str]:
    endings = _CONJUGATED.get(folded[-2:], ()) if len(folded) >= _SHORTEST_VERB else ()
    return frozenset(folded[:-2] + ending for ending in endings)


def _put(places: dict[str, Triggers], key: str, trigger: Trigger) -> None:
    places[key] = (*places.get(key, ()), trigger)


def _begun(stems: dict[str, Triggers], word: str) -> Triggers:
    found: Triggers = ()
    for length in range(SHORTEST_STEM, len(word) + 1):
        found += stems.get(word[:length], ())
    return found


def _cuts(word: str) -> set[str]:
    """Return the word without each of its letters but the first, which people get right."""
    return {word[:place] + word[place + 1 :] for place in range(1, len(word))}


def _is_one_slip(typed: str, meant: str) -> bool:
    """Tell whether one letter is missing, too many, wrong, or swapped with its neighbour."""
    if len(typed) != len(meant):
        return abs(len(typed) - len(meant)) == 1
    wrong = [place for place in range(len(meant)) if typed[place] != meant[place]]
    if len(wrong) == 1:
        return True
    first, *others = wrong
    return others == [first + 1] and typed[first] == meant[first + 1] and typed[first + 1] == meant[first]

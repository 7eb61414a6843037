"""Whether a danger word is meant: under a negation, or quoted from the news, it stays a hit and is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.models.domain.crisis_words import BREAKS
from app.models.domain.words import fold

_NEGATION_REACH = 4  # words between a negation and the trigger it may speak of
_CUE_REACH = 6  # words between "li a notícia" and the quotation
_QUOTE_REACH = 80  # words within which a quotation, its line and its sentence are looked for
_SENTENCE_ENDS = frozenset(".!?\n")
_LINE_ENDS = frozenset("\n")
_OPENING, _CLOSING, _EITHER = frozenset("“«"), frozenset("”»"), '"'


class Doubt(StrEnum):
    """Why a hit is in doubt."""

    NEGATED = "negated"
    QUOTED = "quoted"


@dataclass(frozen=True, slots=True)
class Doubts:
    """The words by which doubt is read, folded. ``quotation_cues`` announce what somebody else wrote ("notícia")."""

    negations: frozenset[str] = frozenset()
    conditionals: frozenset[str] = frozenset()
    intentions: frozenset[str] = frozenset()
    clause_breaks: frozenset[str] = frozenset()
    quotation_cues: frozenset[str] = frozenset()

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Doubts:
        """Read the word lists of the decoded form of ``crisis.json``; a list that is not there is empty."""
        return cls(*(_folded(data.get(name, ())) for name in DOUBT_WORDS))

    def of(self, tokens: Sequence[str], place: int, *, is_negatable: bool, may_quote: bool) -> Doubt | None:
        """Return why the word at ``place`` of the folded tokens is in doubt, None when it is not."""
        if may_quote and self._is_quoted(tokens, place):
            return Doubt.QUOTED
        return Doubt.NEGATED if is_negatable and self._is_negated(tokens, place) else None

    def _is_negated(self, tokens: Sequence[str], place: int) -> bool:
        """Look back for a negation in the same clause; an intention ("vou") counts only when negated itself.

        A condition ("se não devolverem, Procon") is a threat and no doubt.
        """
        for back in range(place - 1, max(place - _NEGATION_REACH - 2, -1), -1):
            token = tokens[back]
            if token in self.negations:
                return self._is_plain_negation(tokens, back)
            if token in BREAKS or token in self.clause_breaks:
                return False
            if token in self.intentions:
                return self._is_negated_intention(tokens, back)
        return False

    def _is_negated_intention(self, tokens: Sequence[str], place: int) -> bool:
        while place > 0 and tokens[place - 1] in self.intentions:
            place -= 1
        return place > 0 and tokens[place - 1] in self.negations and self._is_plain_negation(tokens, place - 1)

    def _is_plain_negation(self, tokens: Sequence[str], place: int) -> bool:
        return place == 0 or tokens[place - 1] not in self.conditionals

    def _is_quoted(self, tokens: Sequence[str], place: int) -> bool:
        """Tell whether a mail's quoted line, or a quotation or colon after words like "notícia", holds the word."""
        line = _back_to(tokens, place, _LINE_ENDS)
        if line < place and tokens[line] == ">":
            return True
        opening = _opening_quote(tokens, place)
        if opening is not None and _is_closed(tokens, place):
            return self._is_announced(tokens, opening)
        sentence = _back_to(tokens, place, _SENTENCE_ENDS)
        colon = next((at for at in range(place - 1, sentence - 1, -1) if tokens[at] == ":"), None)
        return colon is not None and self._is_announced(tokens, colon)

    def _is_announced(self, tokens: Sequence[str], place: int) -> bool:
        begin = max(place - _CUE_REACH, _back_to(tokens, place, _SENTENCE_ENDS))
        return not self.quotation_cues.isdisjoint(tokens[begin:place])


DOUBT_WORDS = ("negations", "conditionals", "intentions", "clause_breaks", "quotation_cues")


def _folded(words: Iterable[Any]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in words)


def _back_to(tokens: Sequence[str], place: int, ends: frozenset[str]) -> int:
    """Return the first place after the nearest of ``ends`` before ``place``, the farthest looked at without one."""
    least = max(place - _QUOTE_REACH, 0)
    return next((at + 1 for at in range(place - 1, least - 1, -1) if tokens[at] in ends), least)


def _opening_quote(tokens: Sequence[str], place: int) -> int | None:
    """Return where the quotation around ``place`` opens; plain quotes open and close by turns."""
    for back in range(place - 1, max(place - _QUOTE_REACH, 0) - 1, -1):
        token = tokens[back]
        if token in _CLOSING:
            return None
        if token in _OPENING:
            return back
        if token == _EITHER:
            return back if tokens[max(back - _QUOTE_REACH, 0) : back + 1].count(_EITHER) % 2 else None
    return None


def _is_closed(tokens: Sequence[str], place: int) -> bool:
    return any(token in _CLOSING or token == _EITHER for token in tokens[place + 1 : place + _QUOTE_REACH])

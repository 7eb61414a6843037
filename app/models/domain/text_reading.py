"""What a Portuguese text says without network or model: sentiment, nature, situation and themes, each with its words.

Everything here is a proposal that a person confirms; the charts count it as suggested.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.models.domain.proposal import NOTHING, SituationReason, proposal
from app.models.domain.text_lexicon import BREAKS, Entry, Lexicon, tokens_of
from app.models.domain.vocabulary import Sentiment

__all__ = ["Lexicon", "SituationReason", "TextReading", "Weighed", "Weighing", "read_text", "reading_of", "weigh"]

ONE_REPLY, DO_NOT_ANSWER = "one_reply", "do_not_answer"

_NEGATION_REACH = 4
_BOOST_REACH = 2
_DENIED_PRAISE, _DENIED_BLAME = -0.8, -0.3  # "não gostei" is blame; "não é ruim" is faint praise
_ASKED = 0.3  # what a question says of the thing is not yet an opinion
_BEFORE_BUT, _AFTER_BUT = 0.7, 1.3
_LEAST = 0.8  # below this nothing was said for or against
_MIXED_LEAST, _MIXED_SHARE = 1.6, 0.7
_SURE, _UNSURE, _NO_WORD = 0.95, 0.4, 0.5
_THEME_LEAST = 2
_HARSH = -2
_SHORT = 12
_SHORTEST_DEED = 4
_THEIRS = ("aram", "eram", "iram")
_DEEDS = ("ei", "ou", *_THEIRS)


class TextReading(NamedTuple):
    """The proposals for one text. ``nature`` and ``situation`` are keys of ``axes.json``; None is "cannot say".

    ``confidence`` (0 to 1) is that of the sentiment; ``words`` decided it, as the text has them (folded); ``themes``
    are keys of the delicate themes found.
    """

    sentiment: Sentiment | None
    confidence: float
    words: tuple[str, ...]
    nature: str | None
    situation: str | None
    situation_reason: SituationReason
    is_off_topic: bool = False
    is_do_not_answer: bool = False
    themes: tuple[str, ...] = ()


_NOTHING = TextReading(None, 0.0, (), None, None, SituationReason.NO_WORDS)


class Weighed(NamedTuple):
    """A hit with the polarity and the cues that it has where it stands."""

    entry: Entry
    start: int
    end: int
    value: float
    cues: tuple[str, ...]


class Weighing(NamedTuple):
    """What was found in a text, before anything is concluded: its tokens, the weighed hits and the cues."""

    tokens: list[str]
    weighed: list[Weighed]
    cues: dict[str, int]


def read_text(text: str, lexicon: Lexicon) -> TextReading:
    """Return what the text says; only its first 20,000 characters are read."""
    return reading_of(weigh(text, lexicon), lexicon)


def weigh(text: str, lexicon: Lexicon) -> Weighing:
    """Return what is known of the text's words, each weighed where it stands; irony turns praise into blame."""
    tokens = tokens_of(text)
    weighed = _weighed(tokens, lexicon)
    cues = _cues(tokens, weighed)
    balance = sum(each.value for each in weighed)
    if _is_ironic(cues, balance):
        weighed = [each._replace(value=-abs(each.value)) for each in weighed]
    if balance <= _HARSH:
        cues["harsh"] = 1
    return Weighing(tokens, weighed, cues)


def reading_of(weighing: Weighing, lexicon: Lexicon) -> TextReading:
    """Return what follows from the weighed words of a text."""
    tokens, weighed, cues = weighing
    if not any(token[0].isalnum() or not token.isascii() for token in tokens):
        return _NOTHING
    themes = _themes(weighed)
    policies = {lexicon.policies[theme] for theme in themes}
    if ONE_REPLY in policies:
        cues = cues | {"delicate": 1}
    sentiment, confidence = _sentiment(weighed)
    if sentiment is Sentiment.NEUTRAL:
        cues = cues | dict.fromkeys(_deeds(tokens), 1)
    proposed = NOTHING if DO_NOT_ANSWER in policies else proposal(cues, sentiment)
    if proposed.nature == "complaint" and sentiment is Sentiment.NEUTRAL:
        sentiment, confidence = Sentiment.NEGATIVE, _UNSURE
    return TextReading(
        sentiment=sentiment,
        confidence=confidence,
        words=_words(tokens, weighed, sentiment),
        nature=proposed.nature,
        situation=proposed.situation,
        situation_reason=proposed.reason,
        is_off_topic=ONE_REPLY in policies and not ("problem" in cues or "demand" in cues),
        is_do_not_answer=DO_NOT_ANSWER in policies,
        themes=themes,
    )


def _weighed(tokens: Sequence[str], lexicon: Lexicon) -> list[Weighed]:
    turn = -1
    if not lexicon.contrasts.isdisjoint(tokens):
        turn = max(place for place, token in enumerate(tokens) if token in lexicon.contrasts)
    asks = "?" in tokens
    boosts = not lexicon.boosters.keys().isdisjoint(tokens)
    denies = not lexicon.negations.keys().isdisjoint(tokens)
    found = []
    for hit in lexicon.hits(tokens):
        start, end, entry = hit
        value, cues = entry.value, entry.cues
        if denies and (value or entry.negated_cues) and _is_negated(tokens, start, end, lexicon):
            cues = entry.negated_cues
            value = _denied(value) if entry.negated is None else entry.negated
        if value:
            if boosts:
                value *= _boost(tokens, start, lexicon)
            if asks and value > 0 and _is_asked(tokens, end):
                value *= _ASKED
            if turn >= 0:
                value *= _AFTER_BUT if start > turn else _BEFORE_BUT
        found.append(Weighed(entry, start, end, value, cues))
    return found


def _boost(tokens: Sequence[str], place: int, lexicon: Lexicon) -> float:
    boosters, factor = lexicon.boosters, 1.0
    for token in tokens[max(place - _BOOST_REACH, 0) : place]:
        if token in boosters:
            factor *= boosters[token]
    return factor


def _denied(value: float) -> float:
    return value * (_DENIED_PRAISE if value > 0 else _DENIED_BLAME)


def _is_negated(tokens: Sequence[str], place: int, end: int, lexicon: Lexicon) -> bool:
    """Look back for a negation in the clause; an emoji is never denied, and a phrase with its own "não" not again."""
    if not tokens[place].isascii() or not lexicon.negations.keys().isdisjoint(tokens[place : end + 1]):
        return False
    for back in range(place - 1, max(place - _NEGATION_REACH, 0) - 1, -1):
        token = tokens[back]
        if place - back <= lexicon.negations.get(token, 0):
            return True
        if token in BREAKS or token in lexicon.contrasts:
            return False
    return False


def _is_asked(tokens: Sequence[str], place: int) -> bool:
    return next((token for token in tokens[place + 1 :] if token in BREAKS), "") == "?"


def _cues(tokens: Sequence[str], weighed: Sequence[Weighed]) -> dict[str, int]:
    cues: dict[str, int] = {}
    for each in weighed:
        for cue in each.cues:
            cues[cue] = cues.get(cue, 0) + 1
    marks = tokens.count("?")
    if marks:
        cues["mark"] = 1
    if marks > 1 and "??" in "".join(tokens):
        cues["outcry"] = 1
    if len(tokens) <= _SHORT:
        cues["short"] = 1
    return cues


def _is_ironic(cues: dict[str, int], balance: float) -> bool:
    """Praise that is meant as blame: a marker says so, or congratulations stand beside a problem."""
    return "irony" in cues or ("mockable" in cues and ("problem" in cues or balance < 0))


def _deeds(tokens: Sequence[str]) -> list[str]:
    """Return which cues the verbs of a telling give: what somebody did (comprei, desligou), what they did to him."""
    verbs = [word for word in tokens if len(word) > _SHORTEST_DEED and word.endswith(_DEEDS) and word != "estou"]
    if not verbs:
        return []
    return ["story", "they"] if any(word.endswith(_THEIRS) for word in verbs) else ["story"]


def _sentiment(weighed: Sequence[Weighed]) -> tuple[Sentiment, float]:
    praise = sum(each.value for each in weighed if each.value > 0)
    blame = -sum(each.value for each in weighed if each.value < 0)
    least, most = min(praise, blame), max(praise, blame)
    if most < _LEAST:
        return Sentiment.NEUTRAL, _UNSURE if most else _NO_WORD
    if least >= _MIXED_LEAST and least / most >= _MIXED_SHARE:
        return Sentiment.MIXED, _NO_WORD
    sure = min(_NO_WORD + (1 - _NO_WORD) * (most - least) / (most + least + 1), _SURE)
    return (Sentiment.POSITIVE if praise > blame else Sentiment.NEGATIVE), round(sure, 2)


def _words(tokens: Sequence[str], weighed: Sequence[Weighed], sentiment: Sentiment) -> tuple[str, ...]:
    """Return the words that spoke for the outcome, the strongest first; both sides where the outcome is between."""
    sign = {Sentiment.POSITIVE: 1, Sentiment.NEGATIVE: -1}.get(sentiment, 0)
    deciding = [each for each in weighed if each.value and (not sign or each.value * sign > 0)]
    deciding.sort(key=lambda each: -abs(each.value))
    return tuple(dict.fromkeys(" ".join(tokens[each.start : each.end + 1]) for each in deciding))


def _themes(weighed: Sequence[Weighed]) -> tuple[str, ...]:
    counted: dict[str, int] = {}
    for each in weighed:
        for theme in each.entry.themes:
            counted[theme] = counted.get(theme, 0) + 1
    return tuple(theme for theme, weight in counted.items() if weight >= _THEME_LEAST)

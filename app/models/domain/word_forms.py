"""Portuguese word forms for the search: reclamar, reclamação and reclamei are found together, on both engines alike.

No vocabulary is asked: a word's root is what is left without its longest ending, and its forms are all words that the
same endings build on that root. So the forms of a word are exactly the words with its root, whatever is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from app.models.domain.stop_words import STOP_WORDS

SHORTEST = 4
_ROOT = 3  # letters that stay before a plain ending
_LONG_ROOT = 4  # before one that makes another word of it

_PLAIN = (
    "a e o"
    # -ar
    " ar am ei ou aste aram ava avam ara aria ariam arei arao arem em asse assem ando ado ada"
    # -er and -ir
    " er ir i eu iu eram iram ia iam endo indo ido ida era ira eria iria eriam iriam erei irei esse isse essem issem"
    " erem irem"
)
_DERIVED = (
    "acao icao amento imento ador adora edor edora idor idora ante ente inte avel ivel ista ismo agem eza oso osa"
    " al ivo iva amente emente mente idade inho inha issimo issima ancia encia anca atura ncia"
)
_WE = "amos emos imos avamos iamos ariamos eriamos iriamos aremos eremos iremos armos ermos irmos assemos essemos"
# Plurals that only look like what we do.
_PLURAL_NOUNS = (
    "ultimos pessimos proximos minimos maximos otimos extremos legitimos emprestimos anonimos reclamos termos"
)
_NO_VERBS = frozenset(_PLURAL_NOUNS.split())
# What stands at the end of a singular, and what it becomes in the plural; the first that fits a plural is taken.
_PLURALS = (
    ("ao", "oes"),
    ("ao", "aos"),
    ("al", "ais"),
    ("el", "eis"),
    ("ol", "ois"),
    ("m", "ns"),
    ("r", "res"),
    ("z", "zes"),
)
_SHORTEST_PLURAL = 5
# Roots that sound alike and are written otherwise before e and i (troco, troquei), and nouns that bend their verb.
_SOFT = (("qu", "c"), ("gu", "g"))
_BENT = (("olucao", "olv"),)


def _endings(words: str, least: int) -> dict[str, int]:
    return dict.fromkeys(words.split(), least)


_ENDINGS = _endings(_PLAIN, _ROOT) | _endings(_DERIVED, _LONG_ROOT)
_OF_US = _endings(_WE, _ROOT)
_LONGEST = max(map(len, (*_ENDINGS, *_OF_US)))
_VOWELS = "aeiou"


def root_of(word: str) -> str:
    """Return the root of a folded word; a short or a very common word is its own."""
    if not _may_bend(word):
        return word
    if word.endswith("mos") and word not in _NO_VERBS and not word.endswith("issimos"):
        root = _without(word, _OF_US)
        if root != word:
            return root
    word = _singular(word)
    for noun, end in _BENT:
        if word.endswith(noun):
            return word[: -len(noun)] + end
    return _without(word, _ENDINGS)


@lru_cache(maxsize=256)
def forms_of(word: str) -> tuple[str, ...]:
    """Return every word with the root of a folded word, the word itself first, the others sorted."""
    if not _may_bend(word):
        return (word,)
    root = root_of(word)
    found = {each for each in _built(root) if root_of(each) == root}
    return (word, *sorted(found - {word}))


def beginnings_of(word: str) -> tuple[str, ...]:
    """Return beginnings of which every form of a word has one: where a list of all words is looked through."""
    if not _may_bend(word):
        return (word,)
    root = root_of(word)
    nouns = (root[: -len(end)] + noun[:-2] for noun, end in _BENT if root.endswith(end))
    bent = [root[:-1]] if root.endswith("a") else []  # irmao has the root irma, and irmoes is its plural
    return tuple(dict.fromkeys((*_written(root), *_both_numbers(root), *nouns, *bent)))


def _may_bend(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha() and word not in STOP_WORDS


def _without(word: str, endings: Mapping[str, int]) -> str:
    for size in range(min(_LONGEST, len(word) - _ROOT), 0, -1):
        ending = word[-size:]
        if len(word) - size >= endings.get(ending, len(word)):
            return _hard(word[:-size], ending)
    return word


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s"):
        return word
    for one, many in _PLURALS:
        if word.endswith(many):
            return word[: -len(many)] + one
    return word[:-1]


def _hard(root: str, ending: str) -> str:
    for soft, hard in _SOFT:
        if ending[0] in "ei" and root.endswith(soft) and len(root) > _ROOT:
            return root[: -len(soft)] + hard
    return root


def _built(root: str) -> Iterator[str]:
    yield from _both_numbers(root)
    for stem in _written(root):
        for ending in _ENDINGS:
            yield from _both_numbers(stem + ending)
        yield from (stem + ending for ending in _OF_US)
    for noun, end in _BENT:
        if root.endswith(end):
            yield from _both_numbers(root[: -len(end)] + noun)


def _written(root: str) -> Iterable[str]:
    return [root, *(root[: -len(hard)] + soft for soft, hard in _SOFT if root.endswith(hard))]


def _both_numbers(word: str) -> Iterator[str]:
    yield word
    if word[-1] in _VOWELS:
        yield word + "s"
    for one, many in _PLURALS:
        if word.endswith(one):
            yield word[: -len(one)] + many

"""What must not stand in a public reply: personal data, and the text of an internal note."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.models.domain import protocol
from app.models.domain.words import fold


class FindingKind(StrEnum):
    """What was found; each has one sentence on the screen."""

    CPF = "cpf"
    CNPJ = "cnpj"
    CARD = "card"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    ORDER = "order"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One stretch of the text, as positions in the text as it was handed over."""

    kind: FindingKind
    start: int
    end: int


NOTE_RUN = 8  # as many words in a row as a note says are no chance any more
SHORT_NOTE = 5  # a note shorter than the run counts when it stands there whole
_CPF_DIGITS, _CNPJ_SIGNS = 11, 14
_CARD_DIGITS = range(13, 20)
_MOBILE, _LANDLINE = 11, 10  # with area code
_LOCAL_MOBILE, _LOCAL_LANDLINE = 9, 8
_YEARS, _YEAR_DIGITS = range(1900, 2100), 4

# The first digit of an area code -> the second digits in use.
_AREA_ENDS = {
    "1": "123456789",
    "2": "12478",
    "3": "1234578",
    "4": "123456789",
    "5": "1345",
    "6": "123456789",
    "7": "134579",
    "8": "123456789",
    "9": "123456789",
}
_COMPANY_PREFIXES = ("3003", "4003", "4004")  # national numbers that only companies have

_WORD = re.compile(r"\w+")
_PROTOCOL = re.compile(r"(?<!\d)2\d{3}[ .]?\d{4}[ .]?\d{3}[ .]?\d{3}[ -]?\d(?!\d)", re.ASCII)
_CPF = re.compile(r"(?<![\w.-])\d{3}[. ]?\d{3}[. ]?\d{3}[- ]?\d{2}(?![\w-])", re.ASCII)
_CNPJ = re.compile(
    r"(?<![\w.-])[0-9a-z]{2}[. ]?[0-9a-z]{3}[. ]?[0-9a-z]{3}[/ ]?[0-9a-z]{4}[- ]?\d{2}(?![\w-])",
    re.ASCII | re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\w.,])(?<!\d[ -])[2-6](?:[ -]?\d){12,18}(?![ -]?\d)", re.ASCII)
_EMAIL = re.compile(r"(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}\b", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+?55[ .-]?)?(?:(?:\(0?\d{2}\)|0?\d{2})[ .-]?)?"
    r"(?:9[ .]?\d{4}|[2-5]\d{3})[ .-]?\d{4}(?!\w|[.,/-]\d)",
    re.ASCII,
)
_POSTCODE = re.compile(
    r"(?<![\w.,/-])\d{2}\.?\d{3}-\d{3}(?![\w-])|\bCEP\W{0,3}\d{5}-?\d{3}\b", re.ASCII | re.IGNORECASE
)
_STREET = re.compile(
    r"\b(?:rua|r\.|avenida|av\.?|travessa|alameda|rodovia|estrada|largo|pra[cç]a)\s+"
    r"[^\W\d][^\n\d,;!?]{1,60}(?:,\s{0,3}|\s)(?:n[º°o.]{0,2}\s{0,2}|n[uú]mero\s{1,2})?\d{1,5}"
    r"(?=\s{0,2}(?:$|[,.;)\n-]|ap|bl|casa|cj|conj|sala|cep|bairro|fundos))",
    re.IGNORECASE,
)
_STREET_SHORTS = {"av": "avenida", "r": "rua"}
_NUMBER_WORDS = frozenset({"n", "no", "nº", "n°", "numero"})
_ORDER = re.compile(
    r"\b(?:pedido|compra|contrato|nota\s+fiscal|nf-?e?|matr[ií]cula|rastreio|rastreamento)"
    r"(?:\s|:|#|n[º°o.]{1,2}|n[uú]mero|\bn\b){1,6}[a-z]{0,3}-?\d{4,20}\b",
    re.IGNORECASE,
)


def findings(
    text: str,
    note_texts: Iterable[str] = (),
    *,
    own_addresses: Collection[str] = (),
    own_phones: Collection[str] = (),
    own_cnpjs: Collection[str] = (),
    own_places: Collection[str] = (),
) -> tuple[Finding, ...]:
    """Return what a public reply must not carry, in order of place.

    ``own_addresses`` are the company's e-mail addresses or domains (``@empresa.com.br``) and ``own_phones`` its numbers
    in any form, ``own_cnpjs`` its registrations, ``own_places`` its street addresses with their postcodes: these may
    be told. Protocols, prices, dates and hours are no findings.
    """
    own_mail = tuple(address.casefold() for address in own_addresses)
    own_digits = frozenset(_national(phone) for phone in own_phones)
    own_signs = frozenset(_plain(cnpj).upper() for cnpj in own_cnpjs)
    own_streets = tuple(_place_words(place) for place in own_places)
    own_codes = frozenset(_digits(match[0]) for place in own_places for match in _POSTCODE.finditer(place))
    tests: tuple[tuple[FindingKind | None, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
        (None, _PROTOCOL, lambda match: protocol.is_valid(_digits(match[0]))),
        (None, _CNPJ, lambda match: _plain(match[0]).upper() in own_signs),
        (None, _STREET, lambda match: any(_place_words(match[0]) in street for street in own_streets)),
        (None, _POSTCODE, lambda match: _digits(match[0]) in own_codes),
        (FindingKind.EMAIL, _EMAIL, lambda match: not _is_own(match[0].casefold(), own_mail)),
        (FindingKind.CPF, _CPF, lambda match: is_cpf(match[0])),
        (FindingKind.CNPJ, _CNPJ, lambda match: is_cnpj(match[0])),
        (FindingKind.CARD, _CARD, lambda match: _is_card(match[0])),
        (FindingKind.ORDER, _ORDER, _is_order),
        (FindingKind.ADDRESS, _STREET, bool),
        (FindingKind.ADDRESS, _POSTCODE, bool),
        (FindingKind.PHONE, _PHONE, lambda match: _is_phone(match) and _national(match[0]) not in own_digits),
    )
    found: list[Finding] = []
    rest = text
    for kind, pattern, is_meant in tests:
        rest = _without(rest, kind, pattern, is_meant, found)
    found += _shared_runs(text, note_texts)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _is_own(address: str, own: Iterable[str]) -> bool:
    return any(address.endswith(one) if one.startswith("@") else address == one for one in own)


def _place_words(text: str) -> str:
    """Return an address's words between blanks, so that only whole words are found in it."""
    words = (fold(word) for word in _WORD.findall(text))
    return f" {' '.join(_STREET_SHORTS.get(word, word) for word in words if word not in _NUMBER_WORDS)} "


def is_cpf(text: str) -> bool:
    """Tell whether this is a CPF with right check digits, with or without its dots and hyphen."""
    digits = _plain(text)
    if len(digits) != _CPF_DIGITS or not _is_number(digits) or len(set(digits)) == 1:
        return False
    values = [int(digit) for digit in digits]
    return all(
        sum(value * (place + 1 - at) for at, value in enumerate(values[:place])) * 10 % 11 % 10 == values[place]
        for place in (9, 10)
    )


def is_cnpj(text: str) -> bool:
    """Tell whether this is a CNPJ with right check digits, in the form of digits or the alphanumeric one of 2026."""
    signs = _plain(text).upper()
    if len(signs) != _CNPJ_SIGNS or not signs.isascii() or not signs.isalnum() or len(set(signs)) == 1:
        return False
    if not signs[-2:].isdigit():
        return False
    values = [ord(sign) - ord("0") for sign in signs]
    return all(_cnpj_check(values[:place]) == values[place] for place in (12, 13))


def _cnpj_check(values: Sequence[int]) -> int:
    rest = sum(value * (2 + at % 8) for at, value in enumerate(reversed(values))) % 11
    return 0 if rest < 2 else 11 - rest  # noqa: PLR2004 - modulus 11: a rest of 0 or 1 has no digit


def _without(
    text: str,
    kind: FindingKind | None,
    pattern: re.Pattern[str],
    is_meant: Callable[[re.Match[str]], bool],
    found: list[Finding],
) -> str:
    """Note what the pattern finds and blank it out, so that no later pattern reads the same signs."""

    def blank(match: re.Match[str]) -> str:
        if not is_meant(match):
            return match[0]
        if kind is not None:
            found.append(Finding(kind, match.start(), match.end()))
        return "\0" * len(match[0])

    return pattern.sub(blank, text)


def _plain(text: str) -> str:
    return text.translate(_PUNCTUATION)


_PUNCTUATION = str.maketrans(dict.fromkeys(" .-/", ""))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _digits(text: str) -> str:
    return "".join(sign for sign in text if _is_number(sign))


def _is_card(text: str) -> bool:
    digits = _digits(text)
    doubled = [int(digit) * (1 + at % 2) for at, digit in enumerate(reversed(digits))]
    return len(digits) in _CARD_DIGITS and len(set(digits)) > 1 and sum(n // 10 + n % 10 for n in doubled) % 10 == 0


def _is_order(match: re.Match[str]) -> bool:
    digits = _digits(match[0])
    return len(digits) > _YEAR_DIGITS or int(digits) not in _YEARS


def _national(text: str) -> str:
    """Return the digits of a phone without country code and trunk zero."""
    digits = _digits(text).removeprefix("0")
    return digits[2:] if len(digits) > _MOBILE and digits.startswith("55") else digits


def _is_phone(match: re.Match[str]) -> bool:
    written = match[0]
    number = _national(written)
    if match.string[max(match.start() - 4, 0) : match.start()].rstrip().endswith("$"):
        return False
    if len(number) in {_MOBILE, _LANDLINE}:
        is_mobile = len(number) == _MOBILE and number[2] == "9"
        is_landline = len(number) == _LANDLINE and number[2] != "9" and not _is_number(written)
        return number[1] in _AREA_ENDS.get(number[0], "") and (is_mobile or is_landline)
    return len(number) in {_LOCAL_MOBILE, _LOCAL_LANDLINE} and "-" in written and not _is_other_pair(number)


def _is_other_pair(number: str) -> bool:
    if number.startswith(_COMPANY_PREFIXES):
        return True
    return len(number) == _LOCAL_LANDLINE and int(number[:4]) in _YEARS and int(number[4:]) in _YEARS


def _shared_runs(text: str, note_texts: Iterable[str]) -> list[Finding]:
    """Return the stretches that repeat a note: ``NOTE_RUN`` words in a row, or the whole of a short note."""
    runs = _runs_of(note_texts)
    if not runs:
        return []
    matches = list(_WORD.finditer(text))
    words = [fold(match[0]) for match in matches]
    found: list[Finding] = []
    for length, known in runs.items():
        for at in range(len(words) - length + 1):
            if tuple(words[at : at + length]) in known:
                _extend(found, matches[at].start(), matches[at + length - 1].end())
    return found


def _runs_of(note_texts: Iterable[str]) -> dict[int, set[tuple[str, ...]]]:
    runs: dict[int, set[tuple[str, ...]]] = {}
    for note in note_texts:
        words = [fold(word) for word in _WORD.findall(note)]
        length = min(len(words), NOTE_RUN)
        if length >= SHORT_NOTE:
            starts = range(len(words) - length + 1)
            runs.setdefault(length, set()).update(tuple(words[at : at + length]) for at in starts)
    return runs


def _extend(found: list[Finding], start: int, end: int) -> None:
    if found and start <= found[-1].end:
        start = found.pop().start
    found.append(Finding(FindingKind.NOTE, start, end))

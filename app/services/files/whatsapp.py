"""Read the lines of a WhatsApp conversation as Android and iPhones export it, in Portuguese, Spanish and English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Final

from app.services.files.limits import MAX_FIELD_CHARS

_MARKS: Final = "\u200e\u200f\u202a\u202c\ufeff\u2068\u2069"
_WHEN: Final = (
    r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4}),?[\s\u202f]+(?:[aà]s[\s\u202f]+|[aà]\(s\)\s+|at\s+|a las\s+)?"
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f]{0,2}([ap])\.?[\s\u202f]?m\.?)?"
)
_ANDROID: Final = re.compile(rf"[{_MARKS}]{{0,4}}{_WHEN}[\s\u202f]{{1,2}}[-–][\s\u202f](.*)", re.IGNORECASE | re.DOTALL)
_IPHONE: Final = re.compile(rf"[{_MARKS}]{{0,4}}\[{_WHEN}\][\s\u202f](.*)", re.IGNORECASE | re.DOTALL)
_AUTHOR: Final = re.compile(rf"[{_MARKS}~ \u202f]{{0,4}}([^:\n]{{1,100}}?): ?(.*)", re.DOTALL)
_NOTICE: Final = re.compile(
    r"criptografia de ponta a ponta|end-to-end encrypted|cifrad[oa]s? de extremo a extremo|secure service from meta"
    r"|servi[cç]o seguro da meta|(?:seu|o) c[oó]digo de seguran[cç]a|security code (?:with|changed)"
    r"|(?:mudou|alterou|cambi[oó]|changed) (?:o assunto|a descri[cç][aã]o|el asunto|the (?:subject|group))"
    r"|(?:criou|cre[oó]|created) (?:o|el|este|this)? ?(?:grupo|group)",
    re.IGNORECASE,
)
_OMITTED: Final = re.compile(
    r"<?(?:m[ií]dia oculta|arquivo de m[ií]dia oculto|media omitted|multimedia omitido|archivo omitido"
    r"|(?:imagem|[aá]udio|v[ií]deo|figurinha|documento|gif|image|audio|video|sticker|document|imagen)"
    r"(?: card| de visualização única)? (?:ocultad[oa]|omitid[oa]|omitted))>?",
    re.IGNORECASE,
)
_ATTACHED: Final = re.compile(
    rf"[{_MARKS}]{{0,4}}(?:([^\n<>:/\\]{{1,150}}\.\w{{1,8}}) \((?:arquivo anexado|file attached|archivo adjunto)\)"
    r"|<(?:anexado|attached|adjunto): ([^\n<>/\\]{1,150})>)",
    re.IGNORECASE,
)
_EDITED: Final = re.compile(
    rf"[\s{_MARKS}]*<(?:mensagem editada|this message was edited|se edit[oó] este mensaje\.?|mensaje editado)>\s*$",
    re.IGNORECASE,
)
_DELETED: Final = re.compile(
    r"(?:(?:ess[ae] |esta )?mensagem (?:foi )?apagada|voc[eê] apagou (?:ess|est)a mensagem|this message was deleted"
    r"|you deleted this message|se elimin[oó] este mensaje|eliminaste este mensaje)\.?",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(r"\+?[\d\s().\-\u00a0\u2011]{8,25}")
_EVIDENCE: Final = 2
_LEAST_SHARE: Final = 0.5
_MOST_MONTH: Final = 12
_LONG_YEAR: Final = 1000


@dataclass(frozen=True, slots=True)
class ChatLine:
    """One message as exported. ``when`` is year-less figures as written: three of the date, then hour, minute, second.

    ``author`` is "" for the program's own notices. ``text`` is None when it is longer than a field may be.
    """

    when: tuple[int, int, int, int, int, int]
    author: str
    text: str | None
    attached: str = ""
    is_edited: bool = False
    is_deleted: bool = False
    is_omitted: bool = False
    has_half_day: bool = False


def is_chat(head: str) -> bool:
    """Tell whether the start of a text is a conversation: most of its first lines carry a date, an hour and a name."""
    lines = [line for line in head.splitlines()[:60] if line.strip()]
    starts = [line for line in lines if _start(line) is not None]
    first = bool(lines) and _start(lines[0]) is not None
    named = sum(": " in line for line in starts)
    return first and named >= 1 and (len(starts) >= _EVIDENCE or len(lines) == len(starts))


def chat_lines(lines: Iterable[str]) -> Iterator[ChatLine]:
    """Yield the messages; a line that does not begin one belongs to the message before it."""
    start: re.Match[str] | None = None
    gathered: list[str] = []
    size = 0
    for line in lines:
        found = _start(line)
        if found is None:
            size += len(line)
            if start is not None and size <= MAX_FIELD_CHARS + 1:
                gathered.append(line)
            continue
        if start is not None:
            yield _message(start, gathered, is_long=size > MAX_FIELD_CHARS)
        start, gathered, size = found, [], len(line)
    if start is not None:
        yield _message(start, gathered, is_long=size > MAX_FIELD_CHARS)


def is_day_first(dates: Iterable[tuple[int, int, int]], *, has_half_days: bool) -> bool:
    """Tell from all dates of a conversation which of the first two figures is the day.

    A figure above 12 decides; else the way in which time goes on; else the clock: with "PM" the month comes first.
    """
    pairs = [date[:2] for date in dates]
    if any(first > _MOST_MONTH for first, _ in pairs):
        return True
    if any(second > _MOST_MONTH for _, second in pairs):
        return False
    back_if_day_first = sum((b[1], b[0]) < (a[1], a[0]) for a, b in pairwise(pairs))
    back_if_month_first = sum(b < a for a, b in pairwise(pairs))
    if back_if_day_first != back_if_month_first:
        return back_if_day_first < back_if_month_first
    return not has_half_days


def moment(when: tuple[int, int, int, int, int, int], *, day_first: bool) -> datetime | None:
    """Return the local time without zone, None when there is no such day or hour."""
    first, second, third, hour, minute, seconds = when
    if first >= _LONG_YEAR:
        year, month, day = first, second, third
    else:
        day, month = (first, second) if day_first else (second, first)
        year = third if third >= _LONG_YEAR else 2000 + third
    try:
        return datetime(year, month, day, hour, minute, seconds)  # noqa: DTZ001 - the reader knows the zone
    except ValueError:
        return None


def own_name_of(authors: Counter[str], chat: str, first: str) -> str:
    """Guess which of the names is ours, "" when it cannot be told: of two, the one the file is not called after.

    Where the file names neither, the customer is taken to have spoken first. In a group nobody is guessed.
    """
    names = list(authors)
    if len(names) != 2:  # noqa: PLR2004 - us and one customer
        return ""
    folded = chat.casefold()
    called = [name for name in names if folded and name.casefold() == folded]
    customer = called[0] if len(called) == 1 else first
    return next(name for name in names if name != customer)


def phone_of(author: str) -> str:
    """Return the telephone that stands for a person nobody saved, as "+" and digits; "" for a name."""
    if not _PHONE.fullmatch(author):
        return ""
    digits = "".join(sign for sign in author if sign.isdigit())
    return ("+" if author.startswith("+") else "") + digits


def _start(line: str) -> re.Match[str] | None:
    if not line or (not line[0].isdigit() and line[0] not in "[" + _MARKS):
        return None
    return _IPHONE.match(line) or _ANDROID.match(line)


def _message(start: re.Match[str], more: list[str], *, is_long: bool) -> ChatLine:
    figures = [int(value or 0) for value in start.groups()[:6]]
    half = (start[7] or "").lower()
    if half:
        figures[3] = figures[3] % 12 + (12 if half == "p" else 0)
    when = (figures[0], figures[1], figures[2], figures[3], figures[4], figures[5])
    said = _AUTHOR.match(start[8].rstrip("\r\n"))
    if said is None:
        return ChatLine(when, "", start[8].strip(), has_half_day=bool(half))
    author = said[1].strip(_MARKS + " \u202f~")
    text = "\n".join((said[2], *(line.rstrip("\r\n") for line in more))).strip("\n " + _MARKS)
    if _NOTICE.search(start[8][:400]) and (said[2].startswith("\u200e") or _is_about(author)):
        return ChatLine(when, "", text, has_half_day=bool(half))
    told = ChatLine(when, author, None) if is_long else _told(when, author, text)
    return replace(told, has_half_day=bool(half))


def _is_about(author: str) -> bool:
    """Tell a notice that happens to hold a colon ("Ana mudou o assunto para: Obra") from a name."""
    return bool(_NOTICE.search(author))


def _told(when: tuple[int, int, int, int, int, int], author: str, text: str) -> ChatLine:
    edited = _EDITED.search(text[-100:])
    if edited:
        text = text[: len(text) - len(edited[0])]
    attached = _ATTACHED.match(text)
    name = (attached[1] or attached[2]).strip(_MARKS + " ") if attached else ""
    if attached:
        text = text[attached.end() :].strip("\n " + _MARKS)
    plain = text.strip(_MARKS + " \n")
    return ChatLine(
        when,
        author,
        plain or name,
        attached=name,
        is_edited=edited is not None,
        is_deleted=_DELETED.fullmatch(plain[:100]) is not None,
        is_omitted=_OMITTED.fullmatch(plain[:100]) is not None,
    )

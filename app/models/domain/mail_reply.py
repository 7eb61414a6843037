"""Find in an e-mail's text what its writer wrote now, apart from the mail it answers and from the signature."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from app.models.domain.mail_reply_words import (
    ABOVE_THIS_LINE,
    ADDRESS,
    BARE_START,
    CLOSING,
    DASH_NAME,
    DASHED_ATTRIBUTION,
    DATED_START,
    DELIMITER,
    DIVIDER,
    FORWARD,
    FORWARD_SUBJECT,
    HAS_DATE,
    HEADER_KEY,
    LONGEST_LINE,
    MOBILE,
    NAMED_START,
    NOT_ONLY_A_NAME,
    ORIGINAL,
    TIMED,
    VERB,
    is_footer,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_ATTRIBUTION_LINES: Final = 5
_HEADER_WINDOW: Final = 14
_HEADER_STRAYS: Final = 3
_SIGNATURE_LINES: Final = 12
_SIGNATURE_CHARS: Final = 800
_SHORT_LINE: Final = 60
_ATTRIBUTION_CHARS: Final = 600
_NAME_LINES: Final = 8
_PARAGRAPH_LINES: Final = 40


@dataclass(frozen=True, slots=True)
class ReplyParts:
    """An e-mail's text in three; line ends are line feeds, blanks before them are gone, all else is as it was written.

    ``visible`` is never empty unless the text is: where nothing new was written it is the whole text.
    """

    visible: str
    quoted: str = ""
    signature: str = ""


class _Is(StrEnum):
    """What a line is."""

    TEXT = "text"
    EMPTY = "empty"
    QUOTE = "quote"
    ATTRIBUTION = "attribution"


def visible_text(text: str, *, subject: str = "") -> str:
    """Return what the writer wrote now; see :func:`parts_of`."""
    return parts_of(text, subject=subject).visible


def parts_of(text: str, *, subject: str = "") -> ReplyParts:
    """Split an e-mail's plain text into what is new, what is quoted and the signature, in time linear in its length.

    Answers written between the quoted lines keep the quotes around them, for they mean nothing without. A forwarded
    mail (by its own mark in the text, or by a ``subject`` that starts with "ENC:", "Fwd:"...) is new to its reader
    and stays visible. When in doubt a line stays visible.
    """
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n")]
    whole = ReplyParts(_joined(lines))
    if FORWARD_SUBJECT.match(subject):
        return whole
    kinds, cut = _classified(lines)
    kept, signature, tail = _without_tail(lines, kinds, cut)
    kept, quoted = _without_first_quote(kinds, kept)
    visible = _joined([lines[at] for at in kept])
    if not visible.strip():
        return whole
    quoted = sorted(quoted + tail) + list(range(cut, len(lines)))
    return ReplyParts(visible, _joined([lines[at] for at in quoted]), _joined([lines[at] for at in sorted(signature)]))


def _joined(lines: Sequence[str]) -> str:
    return "\n".join(lines).strip("\n")


def _classified(lines: list[str]) -> tuple[list[_Is], int]:
    """Return what each line is, and where an older mail begins that nobody marked with ">" (the end: nowhere)."""
    kinds = [_kind(line) for line in lines]
    for at, line in enumerate(lines):
        if kinds[at] is not _Is.TEXT or len(line) > LONGEST_LINE:
            continue
        if FORWARD.match(line):
            kinds[at:] = [_Is.TEXT if kind is not _Is.EMPTY else kind for kind in kinds[at:]]
            return kinds, len(lines)
        if _begins_old_mail(lines, at):
            return kinds, at
        if not line.endswith(":"):
            continue
        start = _attribution_start(lines, kinds, at)
        if start is None:
            continue
        if not _is_quote_next(kinds, at):
            return kinds, start
        kinds[start : at + 1] = [_Is.ATTRIBUTION] * (at + 1 - start)
    return kinds, len(lines)


def _kind(line: str) -> _Is:
    if not line:
        return _Is.EMPTY
    return _Is.QUOTE if line.lstrip().startswith((">", "&gt;")) else _Is.TEXT


def _is_quote_next(kinds: list[_Is], at: int) -> bool:
    following = next((kind for kind in kinds[at + 1 : at + 8] if kind is not _Is.EMPTY), None)
    return following is _Is.QUOTE


def _begins_old_mail(lines: list[str], at: int) -> bool:
    line = lines[at]
    if ORIGINAL.match(line) or DASHED_ATTRIBUTION.match(line):
        return True
    return bool(ABOVE_THIS_LINE.search(line) and not line[:1].isalpha()) or _is_header_block(lines, at)


def _is_header_block(lines: list[str], at: int) -> bool:
    """Tell whether the sender, the subject and the rest of a mail's head stand here under one another."""
    found: set[str] = set()
    strays = 0
    has_address = False
    for line in lines[at : at + _HEADER_WINDOW]:
        key = HEADER_KEY.match(line[:LONGEST_LINE])
        name = (key.lastgroup or "") if key else ""
        if name in found or (not name and not found) or strays > _HEADER_STRAYS:
            break
        strays += bool(line and not key)
        if name:
            found.add(name)
        has_address = has_address or (name == "sender" and bool(ADDRESS.search(line[:LONGEST_LINE])))
    if "sender" not in found:
        return False
    return ("subject" in found and bool(found & {"date", "to"})) or (has_address and {"date", "to"} <= found)


def _attribution_start(lines: list[str], kinds: list[_Is], at: int) -> int | None:
    """Return the first line of "Em ..., Fulano <x@y> escreveu:" that ends at line ``at``, None when it is none."""
    bare: int | None = None
    length = 0
    for start in range(at, max(-1, at - _ATTRIBUTION_LINES), -1):
        length += len(lines[start])
        if kinds[start] is not _Is.TEXT or length > _ATTRIBUTION_CHARS:
            break
        is_dated = bool(DATED_START.match(lines[start]))
        if is_dated or (bare is None and (BARE_START.match(lines[start]) or NAMED_START.match(lines[start]))):
            joined = " ".join(line.strip() for line in lines[start : at + 1])
            is_one = _is_attribution(joined, is_quoted=_is_quote_next(kinds, at))
            if is_dated:
                return start if is_one else bare
            bare = start if is_one else None
    return bare


def _is_attribution(joined: str, *, is_quoted: bool) -> bool:
    has_address = bool(ADDRESS.search(joined))
    if not VERB.search(joined):
        # Gmail once wrote "2016-05-18 23:10 GMT-03:00 Fulano <x@y>:" without any verb.
        return has_address and joined.endswith(">:") and bool(BARE_START.match(joined))
    is_dated = bool(HAS_DATE.search(joined))
    if is_quoted:
        return has_address or is_dated
    return has_address or bool(is_dated and TIMED.search(joined))


def _without_tail(lines: list[str], kinds: list[_Is], cut: int) -> tuple[list[int], list[int], list[int]]:
    """Return the lines that stay, those of signatures and those of quotes after which nothing new comes."""
    kept = list(range(cut))
    signature: list[int] = []
    quoted: list[int] = []
    seen: set[Callable[[list[str], list[_Is], list[int]], int]] = set()
    while kept:
        last = kept[-1]
        if kinds[last] is _Is.EMPTY:
            kept.pop()
        elif kinds[last] in {_Is.QUOTE, _Is.ATTRIBUTION} or DIVIDER.match(lines[last][:LONGEST_LINE]):
            quoted.append(kept.pop())
        else:
            length = _signature_length(lines, kinds, kept, seen)
            if not length:
                break
            signature += kept[-length:]
            del kept[-length:]
    return kept, signature, quoted


def _signature_length(
    lines: list[str],
    kinds: list[_Is],
    kept: list[int],
    seen: set[Callable[[list[str], list[_Is], list[int]], int]],
) -> int:
    """Return how many of the last lines are a signature; each form is taken once, a program's own lines always."""
    length = _mobile_length(lines, kept) or _footer_length(lines, kinds, kept)
    if length:
        return length
    for form in (_delimited_length, _closing_length, _dash_name_length):
        if form not in seen:
            length = form(lines, kinds, kept)
            if length:
                seen.add(form)
                return length
    return 0


def _mobile_length(lines: list[str], kept: list[int]) -> int:
    line = lines[kept[-1]]
    return 1 if len(line) <= LONGEST_LINE and MOBILE.match(line) else 0


def _footer_length(lines: list[str], kinds: list[_Is], kept: list[int]) -> int:
    length = 0
    for at in reversed(kept[-_PARAGRAPH_LINES:]):
        if kinds[at] is not _Is.TEXT:
            break
        length += 1
    # A whole text of one paragraph is never only a notice.
    paragraph = "\n".join(lines[at] for at in kept[-length:])
    return length if length < len(kept) and is_footer(paragraph) else 0


def _delimited_length(lines: list[str], kinds: list[_Is], kept: list[int]) -> int:
    """Return the lines from "-- " on, when they are few."""
    size = 0
    for length, at in enumerate(reversed(kept[-_SIGNATURE_LINES:]), 1):
        if kinds[at] in {_Is.QUOTE, _Is.ATTRIBUTION} or size > _SIGNATURE_CHARS:
            return 0
        if DELIMITER.match(lines[at][:_SHORT_LINE]):
            return length
        size += len(lines[at])
    return 0


def _closing_length(lines: list[str], kinds: list[_Is], kept: list[int]) -> int:
    """Return the lines from "Atenciosamente," on, when only a name, a post and an address follow."""
    for length, at in enumerate(reversed(kept[-_NAME_LINES - 1 :]), 1):
        line = lines[at]
        if kinds[at] not in {_Is.TEXT, _Is.EMPTY} or len(line) > _SHORT_LINE:
            return 0
        if CLOSING.match(line):
            return length
        if NOT_ONLY_A_NAME.search(line):
            return 0
    return 0


def _dash_name_length(lines: list[str], kinds: list[_Is], kept: list[int]) -> int:
    """Return 1 for "-Maria Souza" on a line of its own below the text, unless it is the item of a list."""
    if len(kept) < 3 or kinds[kept[-2]] is not _Is.EMPTY or not DASH_NAME.match(lines[kept[-1]][:LONGEST_LINE]):  # noqa: PLR2004 - a text, a blank line and the name
        return 0
    before = next((lines[at] for at in reversed(kept[-4:-1]) if lines[at]), ":")
    return 0 if before.endswith(":") or before.startswith("-") else 1


def _without_first_quote(kinds: list[_Is], kept: list[int]) -> tuple[list[int], list[int]]:
    """Take out the one quote above an answer written below it; several quotes have the answers between them."""
    blocks: list[list[int]] = []
    is_inside = False
    for at in kept:
        if kinds[at] in {_Is.QUOTE, _Is.ATTRIBUTION}:
            if not is_inside:
                blocks.append([])
            blocks[-1].append(at)
            is_inside = True
        elif kinds[at] is _Is.TEXT:
            is_inside = False
    if len(blocks) != 1 or kinds[blocks[0][0]] is not _Is.ATTRIBUTION:
        return kept, []
    taken = set(blocks[0])
    return [at for at in kept if at not in taken], blocks[0]

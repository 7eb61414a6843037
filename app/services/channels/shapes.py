"""Reads JSON whose shape nobody promised: what is missing is empty, what does not fit is one item's fault."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import RejectedRow, RejectReason
from app.models.domain.words import clean_text
from app.services.channels.base import Account, ChannelError

_FIRST_DAYS = 30
_MOST_NUMBER = 2**53
Found = TypeVar("Found")


class Unfit(Exception):  # noqa: N818 - said of an item, not a failure of ours
    """An item that cannot be read; ``detail`` is a short code of what is missing."""

    def __init__(self, detail: str, reason: RejectReason = RejectReason.BAD_STRUCTURE) -> None:
        super().__init__(detail)
        self.detail = detail
        self.reason = reason


def dig(value: object, *path: str | int) -> Any:  # noqa: ANN401 - any JSON value
    """Return what lies at a path of keys and positions, None where it ends early."""
    for step in path:
        if isinstance(step, str) and isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and -len(value) <= step < len(value):
            value = value[step]
        else:
            return None
    return value


def text_at(value: object, *path: str | int) -> str:
    """Return the text at a path, a number as text, "" for anything else; free of NUL and lone surrogates."""
    found = dig(value, *path)
    if isinstance(found, str):
        return clean_text(found)
    return str(found) if isinstance(found, int) and not isinstance(found, bool) else ""


def number_at(value: object, *path: str | int) -> int | None:
    """Return the whole number at a path, None for anything else and for what no database would hold."""
    found = dig(value, *path)
    is_number = isinstance(found, int) and not isinstance(found, bool)
    return found if is_number and abs(found) < _MOST_NUMBER else None


def flag_at(value: object, *path: str | int) -> bool:
    """Tell whether there is ``true`` at a path."""
    return dig(value, *path) is True


def list_at(value: object, *path: str | int) -> list[Any]:
    """Return the list at a path, empty when there is none."""
    found = dig(value, *path)
    return found if isinstance(found, list) else []


def needed_list(value: object, *path: str | int) -> list[Any]:
    """Return the list that a page stands on. Raises ChannelError ``unreadable`` when the page has another shape."""
    found = dig(value, *path)
    if not isinstance(found, list):
        raise ChannelError(Problem.UNREADABLE, facts={"missing": ".".join(map(str, path)) or "list"})
    return found


def needed_text(value: object, *path: str | int) -> str:
    """Return the text at a path of an item. Raises Unfit."""
    found = text_at(value, *path)
    if not found:
        raise Unfit(".".join(map(str, path)))
    return found


def needed_moment(value: object, *path: str | int) -> datetime:
    """Return the time at a path of an item as aware UTC. Raises Unfit."""
    found = moment(dig(value, *path))
    if found is None:
        raise Unfit(".".join(map(str, path)), RejectReason.BAD_DATE)
    return found


def moment(value: object) -> datetime | None:
    """Return an ISO 8601 time as aware UTC (UTC where it names no zone), None when it is none."""
    if not isinstance(value, str):
        return None
    try:
        found = datetime.fromisoformat(value)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def fit_items(items: Iterable[object], read: Callable[[Any], Found]) -> tuple[list[Found], tuple[RejectedRow, ...]]:
    """Read each item; those that do not fit are accounted for and the others go on."""
    found: list[Found] = []
    rejected: list[RejectedRow] = []
    for row, item in enumerate(items, 1):
        try:
            found.append(read(item))
        except Unfit as unfit:
            rejected.append(RejectedRow(row, unfit.reason, unfit.detail, ""))
    return found, tuple(rejected)


def first_moment(account: Account, now: datetime) -> datetime:
    """Return from when on an account is read the first time: its option ``first_days``, 30 days without it."""
    try:
        days = int(account.options.get("first_days") or _FIRST_DAYS)
    except (TypeError, ValueError):
        days = _FIRST_DAYS
    return now - timedelta(days=min(max(days, 0), 3_650))


def packed(state: Mapping[str, object], version: int = 1) -> str:
    """Return a cursor as it is stored."""
    return json.dumps({"v": version, **state}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def unpacked(cursor: str | None, version: int = 1) -> dict[str, Any]:
    """Return the state of a cursor; empty for none, for another version and for what is no cursor."""
    try:
        state = json.loads(cursor or "{}")
    except ValueError:
        return {}
    return state if isinstance(state, dict) and state.get("v") == version else {}

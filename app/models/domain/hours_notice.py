"""Opening hours must be visible to the public: says a week's hours as people write them in a bio or an answer.

The text is Portuguese because it is what the customer reads, whatever language the screen speaks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import time

Spans = Sequence[tuple[time, time]]
_DAYS = ("segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo")
_WEEK = 7


def hours_notice(week: Mapping[int, Spans]) -> str:
    """Return "de segunda a sexta, das 9h às 12h e das 13h às 18h, e sábado, das 9h às 13h"; "" for a week never open.

    ``week`` maps 0 (Monday) to 6 to the intervals of the day in local time; days with equal hours are joined.
    """
    groups: list[tuple[list[int], tuple[tuple[time, time], ...]]] = []
    for day in range(_WEEK):
        spans = tuple(week.get(day, ()))
        if not spans:
            continue
        same = next((group for group in groups if group[1] == spans), None)
        if same is None:
            groups.append(([day], spans))
        else:
            same[0].append(day)
    return _joined([f"{_days(days)}, {_joined([_span(*each) for each in spans])}" for days, spans in groups], ", e ")


def _days(days: list[int]) -> str:
    if len(days) == _WEEK:
        return "todos os dias"
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:  # noqa: PLR2004 - three days in a row make a range
        return f"de {_DAYS[days[0]]} a {_DAYS[days[-1]]}"
    return _joined([_DAYS[day] for day in days])


def _span(start: time, end: time) -> str:
    # An interval that ends at midnight is held as 00:00; people say 24h.
    closing = "24h" if end == time(0) else _hour(end)
    return f"{'da' if start.hour == 1 else 'das'} {_hour(start)} {'à' if end.hour == 1 else 'às'} {closing}"


def _hour(at: time) -> str:
    return f"{at.hour}h{at.minute:02d}" if at.minute else f"{at.hour}h"


def _joined(parts: list[str], last: str = " e ") -> str:
    return f"{', '.join(parts[:-1])}{last}{parts[-1]}" if len(parts) > 1 else "".join(parts)

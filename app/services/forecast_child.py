"""The forecast's arithmetic, in a process of its own where it takes long: the window stays fluid meanwhile."""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from app.models.domain.forecast import Outlook, TooShort, forecast_days, forecast_months
from app.models.domain.forecast_hours import forecast_hours
from app.models.domain.forecast_series import Series
from app.services.child_process import ChildGone, end, receive

if TYPE_CHECKING:
    import sys

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

log = logging.getLogger(__name__)

# A history up to here is forecast in less time than a process takes to start.
_SHORT: Final = 100


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be forecast: the days, the last weeks' hours, holidays, and what the present month has so far."""

    series: Series
    hours: Mapping[date, tuple[float, ...]]
    holidays: frozenset[date]
    so_far: float = 0.0


@dataclass(frozen=True, slots=True)
class Outlooks:
    """The forecast by day, hour and month, or why there is none."""

    days: Outlook | TooShort
    hours: Outlook | TooShort
    months: Outlook | TooShort


def outlooks(question: Question) -> Outlooks:
    """Work out a forecast here and now; up to three seconds."""
    series, holidays = question.series, question.holidays
    days = forecast_days(series, holidays)
    hours = forecast_hours(days, series, question.hours, holidays) if isinstance(days, Outlook) else days
    return Outlooks(days, hours, forecast_months(series, holidays, so_far=question.so_far))


def outlooks_apart(question: Question, is_cancelled: Callable[[], bool]) -> Outlooks | None:
    """Work out a forecast in a process of its own, when it is not short; None when cancelled.

    Where no process can be had, it is worked out here.
    """
    if len(question.series.values) <= _SHORT:
        return outlooks(question)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(theirs, question), name="forecast", daemon=True)
    try:
        process.start()
    except OSError as error:
        log.warning("no process for the forecast: %s", type(error).__name__)
        ours.close()
        return outlooks(question)
    finally:
        theirs.close()
    try:
        found = receive(ours, process, is_cancelled)
    except ChildGone as gone:
        log.warning("the forecast's process ended: %s", gone.exit_code)
        return outlooks(question)
    finally:
        ours.close()
        end(process)
    return found if isinstance(found, Outlooks) else None


def _serve(pipe: Connection, question: Question) -> None:
    # Ctrl+C belongs to the parent, which ends this process in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pipe.send(outlooks(question))

"""How long people wait for how many attendants: Erlang B, C and A, in a form that holds for ten or ten thousand."""

from __future__ import annotations

import math
from dataclasses import dataclass

_NEGLIGIBLE = 1e-16
_LARGE = 1e200
_LOG_LARGE = math.log(_LARGE)


@dataclass(frozen=True, slots=True)
class Queue:
    """What people meet: shares 0 to 1, times in seconds.

    ``in_time`` = answered within the target; ``waits`` = had to wait at all; ``gave_up`` = left before an answer;
    ``wait`` = mean wait of all, those who gave up included; ``occupancy`` = share of the attendants' time at work.
    """

    in_time: float
    waits: float
    gave_up: float
    wait: float
    occupancy: float


def erlang_b(load: float, servers: int) -> float:
    """Return the share that finds all of ``servers`` busy when nobody waits; ``load`` in Erlangs (> 0)."""
    inverse = 1.0
    for server in range(1, servers + 1):
        inverse = 1.0 + inverse * server / load
        if inverse == math.inf:
            return 0.0
    return 1.0 / inverse


def erlang_c(load: float, servers: int) -> float:
    """Return the share that has to wait when everybody waits until answered; 1 when the load is too much."""
    if load <= 0:
        return 0.0
    if servers <= load:
        return 1.0
    blocked = erlang_b(load, servers)
    return blocked / (1.0 - load / servers * (1.0 - blocked))


def queue_without_patience(per_second: float, handling: float, servers: int, within: float) -> Queue:
    """Return what people meet who wait for ever (Erlang C); ``handling`` and ``within`` in seconds.

    With too few servers the queue only grows: nobody is in time and the wait is infinite.
    """
    load = per_second * handling
    if load <= 0:
        return Queue(1.0, 0.0, 0.0, 0.0, 0.0)
    if servers <= load:
        return Queue(0.0, 1.0, 0.0, math.inf, 1.0)
    waits = erlang_c(load, servers)
    free = (servers - load) / handling
    return Queue(1.0 - waits * math.exp(-free * within), waits, 0.0, waits / free, load / servers)


def queue_with_patience(per_second: float, handling: float, servers: int, within: float, patience: float) -> Queue:
    """Return what people meet who wait ``patience`` seconds on average and then leave (Erlang A, M/M/n+M).

    The density of the wait that is offered, up to a factor, is exp(rate/leave (1 - e^(-leave x)) - servers x/handling)
    (Baccelli and Hebuterne; Mandelbaum and Zeltyn, "The Palm/Erlang-A queue"); its integrals are incomplete gamma
    functions, here as series of positive terms in logarithms, so that no load is too large.
    """
    load = per_second * handling
    if load <= 0:
        return Queue(1.0, 0.0, 0.0, 0.0, 0.0)
    if servers < 1:
        return Queue(0.0, 1.0, 1.0, patience, 0.0)
    # The states in which someone is free, in the measure of the last of them.
    blocked = erlang_b(load, servers - 1)
    if blocked <= 0:
        return Queue(1.0, 0.0, 0.0, 0.0, load / servers)
    arrive, serve = per_second * patience, servers * patience / handling
    left = within / patience
    still = arrive * math.exp(-left)  # what is left of the arrivals' rate after the time that is accepted
    free = -math.log(blocked)
    waiting = math.log(arrive) + _log_series(serve, arrive)
    whole = max(free, waiting) + math.log1p(math.exp(-abs(free - waiting)))
    answered = math.exp(math.log(arrive) + _log_series(serve + 1, arrive) - whole)
    beyond = arrive - still - (serve + 1) * left + math.log(arrive) + _log_series(serve + 1, still)
    none, waits = math.exp(free - whole), math.exp(waiting - whole)
    gave_up = max(waits - answered, 0.0)
    return Queue(
        in_time=min(max(none + answered - math.exp(beyond - whole), 0.0), 1.0),
        waits=waits,
        gave_up=gave_up,
        wait=gave_up * patience,
        occupancy=min(load * (1.0 - gave_up) / servers, 1.0),
    )


def _log_series(first: float, value: float) -> float:
    """Return the logarithm of 1/first + value/(first (first+1)) + value^2/(first (first+1) (first+2)) + ..."""
    term = total = 1.0
    scale, place = -math.log(first), first
    while term > total * _NEGLIGIBLE or place < value:
        place += 1.0
        term *= value / place
        total += term
        if total > _LARGE:
            term, total = term / _LARGE, total / _LARGE
            scale += _LOG_LARGE
    return scale + math.log(total)

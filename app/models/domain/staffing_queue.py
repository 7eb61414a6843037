"""How long people wait for how many attendants: Erlang B, C and A, in a form that holds for ten or ten thousand."""

from __future__ import annotations

import math
from dataclasses import dataclass

_STEPS = 240  # Simpson's intervals of each integral: errors below one in a million
_NEGLIGIBLE = 40.0  # e^-40: what lies beyond cannot be seen in any figure


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
    (Baccelli and Hebuterne; Mandelbaum and Zeltyn, "The Palm/Erlang-A queue"); it is integrated numerically.
    """
    load = per_second * handling
    if load <= 0:
        return Queue(1.0, 0.0, 0.0, 0.0, 0.0)
    if servers < 1:
        return Queue(0.0, 1.0, 1.0, patience, 0.0)
    offered = _Offered(per_second, 1.0 / patience, servers / handling)
    end = offered.end()
    edge = min(within, end)
    in_time = offered.integral(0.0, edge, is_answered=True)
    answered = in_time + offered.integral(edge, end, is_answered=True)
    waiting = offered.integral(0.0, edge, is_answered=False) + offered.integral(edge, end, is_answered=False)
    # The states in which someone is free, in the measure of the last of them.
    blocked = erlang_b(load, servers - 1)
    free = math.exp(-offered.peak) / blocked if blocked > 0 else math.inf
    whole = free + per_second * waiting
    if whole == math.inf:
        return Queue(1.0, 0.0, 0.0, 0.0, load / servers)
    share = per_second / whole
    gave_up = share * (waiting - answered)
    none = free / whole
    busy = load * (1.0 - gave_up) / servers
    return Queue(none + share * in_time, 1.0 - none, gave_up, gave_up * patience, min(busy, 1.0))


class _Offered:
    """The density of the offered wait, divided by e^peak so that no load is too large for a number."""

    def __init__(self, arrival: float, leave: float, service: float) -> None:
        self._arrival, self._leave, self._service = arrival, leave, service
        self._top = math.log(arrival / service) / leave if arrival > service else 0.0
        self.peak = 0.0
        self.peak = self._exponent(self._top)
        # With far too few servers everybody waits long: what comes before is nothing, and no step is lost on it.
        self._begin = self._edge(0.0) if self._exponent(0.0) < -_NEGLIGIBLE else 0.0

    def _exponent(self, wait: float) -> float:
        gone = -math.expm1(-self._leave * wait)
        return self._arrival / self._leave * gone - self._service * wait - self.peak

    def end(self) -> float:
        """Return from where on nothing is left of it."""
        step = 1.0 / self._service
        while self._exponent(self._top + step) > -_NEGLIGIBLE:
            step *= 2.0
        return self._edge(self._top + step)

    def _edge(self, outside: float) -> float:
        """Return where it becomes negligible between the peak and a place where it is."""
        inside = self._top
        for _ in range(20):
            middle = (inside + outside) / 2.0
            if self._exponent(middle) > -_NEGLIGIBLE:
                inside = middle
            else:
                outside = middle
        return outside

    def integral(self, start: float, end: float, *, is_answered: bool) -> float:
        """Return the integral from start to end; of those still there to be answered, or of all."""
        start = max(start, self._begin)
        if end <= start:
            return 0.0
        leave = self._leave if is_answered else 0.0
        step = (end - start) / _STEPS
        total = 0.0
        for place in range(_STEPS + 1):
            wait = start + place * step
            weight = 1 if place in {0, _STEPS} else 4 if place % 2 else 2
            total += weight * math.exp(max(self._exponent(wait) - leave * wait, -700.0))
        return total * step / 3.0

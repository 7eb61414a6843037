"""Counts terms in a process of its own: forty thousand texts would hold the interpreter for seconds."""

from __future__ import annotations

import contextlib
import multiprocessing
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection as Pipe

from app.models.domain.rising_terms import RisingTerm, SampledText, count_terms, people_names, rising
from app.services.cancel import Cancelled
from app.services.child_process import end, receive


def rising_in_child(
    now: Sequence[SampledText], before: Sequence[SampledText], *, is_cancelled: Callable[[], bool]
) -> list[RisingTerm]:
    """Return the rising terms of two samples.

    Raises:
        Cancelled: when asked to stop. ChildGone: when the child ended by itself.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=work, args=(theirs,), daemon=True)
    process.start()
    theirs.close()
    try:
        ours.send((list(now), list(before)))
        answer = receive(ours, process, is_cancelled)
        if answer is None:
            raise Cancelled
        return [each for each in answer if isinstance(each, RisingTerm)] if isinstance(answer, list) else []
    finally:
        ours.close()
        end(process)


def work(pipe: Pipe) -> None:
    """Answer one question; the child's own entry."""
    with contextlib.suppress(EOFError, OSError):  # who asked is gone
        now, before = pipe.recv()
        pipe.send(found_in(now, before))


def found_in(now: Sequence[SampledText], before: Sequence[SampledText]) -> list[RisingTerm]:
    """Return the rising terms; names of people are left out."""
    names = people_names((*now, *before))
    return rising(count_terms(now, names), count_terms(before, names))

"""Asks the dictionary's process about words: starts it at the first question, anew when it died, ends it at the end."""

from __future__ import annotations

import logging
import multiprocessing
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from app.services.child_process import ChildGone, end, receive
from app.services.errors import Unavailable
from app.services.spelling.child import ARCHIVE, Check, Ready, Suggest, serve

if TYPE_CHECKING:
    import sys
    from multiprocessing.context import SpawnProcess

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

log = logging.getLogger(__name__)

DICTIONARIES: Final = Path(__file__).resolve().parents[3] / "resources" / "dictionaries"
SUGGEST_SECONDS: Final = 4.0
"""A suggestion takes up to 1.5 s; one that takes longer than this is given up."""
_START_SECONDS: Final = 60.0
_CHECK_SECONDS: Final = 20.0
_BATCH: Final = 2_000
_KEPT: Final = 50_000
_MOST_DEATHS: Final = 5

Kind = TypeVar("Kind")


class Speller:
    """One dictionary, shared by all editors; any thread may ask, one question is answered at a time."""

    def __init__(self, *, folder: Path = DICTIONARIES, suggest_seconds: float = SUGGEST_SECONDS) -> None:
        self._archive = folder / ARCHIVE
        self._suggest_seconds = suggest_seconds
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._process: SpawnProcess | None = None
        self._pipe: Connection | None = None
        self._deaths = 0
        self._is_wrong: dict[str, bool] = {}
        self._suggested: dict[str, tuple[str, ...]] = {}

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Return which words the dictionary does not know; each is asked about once.

        Raises:
            Unavailable: ``spelling_unavailable`` when library or dictionary cannot be used, or after ``stop``.
        """
        asked = frozenset(words)
        fresh = sorted(word for word in asked if word not in self._is_wrong)
        for start in range(0, len(fresh), _BATCH):
            batch = tuple(fresh[start : start + _BATCH])
            found = self._ask(Check(batch), _CHECK_SECONDS)
            if found is None:
                continue
            if len(self._is_wrong) > _KEPT:
                self._is_wrong = {}
            self._is_wrong |= dict.fromkeys(batch, False) | dict.fromkeys(found, True)
        # The memory may have been emptied by another thread meanwhile: what is not in it is asked about later.
        return frozenset(word for word in asked if self._is_wrong.get(word, False))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what a word may have been meant to be, best first; nothing when that takes too long.

        Raises:
            Unavailable: as ``wrong``.
        """
        kept = self._suggested.get(word)
        if kept is not None:
            return kept
        found = self._ask(Suggest(word), self._suggest_seconds)
        if found is None:
            return ()
        if len(self._suggested) > _KEPT:
            self._suggested = {}
        self._suggested[word] = suggested = tuple(found)
        return suggested

    def stop(self) -> None:
        """End the process; whoever still waits for an answer gets ``Unavailable``. May be called twice."""
        self._closing.set()
        with self._lock:
            self._end()

    def _ask(self, question: Check | Suggest, seconds: float) -> list[str] | None:
        """Return the answer, None when it takes too long; a process that died is started anew once."""
        with self._lock:
            for _ in range(2):
                try:
                    pipe, process = self._running()
                    pipe.send(question)
                    found: list[str] | None = self._receive(pipe, process, list, seconds)
                except (ChildGone, ConnectionError) as error:
                    self._end()
                    self._deaths += 1
                    log.warning("the spelling process died: %s", error)
                    continue
                if found is None:
                    self._end()
                    self._refuse_if_closing()
                    log.warning("the spelling process took too long")
                return found
        raise Unavailable("spelling_unavailable")

    def _running(self) -> tuple[Connection, SpawnProcess]:
        self._refuse_if_closing()
        if self._pipe is not None and self._process is not None and self._process.is_alive():
            return self._pipe, self._process
        self._end()
        if self._deaths >= _MOST_DEATHS:
            raise Unavailable("spelling_unavailable")
        pipe, process = self._start()
        ready = self._receive(pipe, process, Ready, _START_SECONDS)
        if ready is None or ready.failure:
            self._end()
            self._refuse_if_closing()
            self._deaths = _MOST_DEATHS
            log.warning("no spelling: %s", "no answer" if ready is None else ready.failure)
            raise Unavailable("spelling_unavailable")
        return pipe, process

    def _start(self) -> tuple[Connection, SpawnProcess]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, self._archive), name="spelling", daemon=True)
        try:
            process.start()
        except OSError as error:
            ours.close()
            self._deaths += 1
            log.warning("the spelling process could not be started: %s", type(error).__name__)
            raise Unavailable("spelling_unavailable") from error
        finally:
            theirs.close()
        self._pipe, self._process = ours, process
        return ours, process

    def _receive(self, pipe: Connection, process: SpawnProcess, kind: type[Kind], seconds: float) -> Kind | None:
        deadline = time.monotonic() + seconds
        found = receive(pipe, process, lambda: self._closing.is_set() or time.monotonic() > deadline)
        return found if isinstance(found, kind) else None

    def _end(self) -> None:
        pipe, process, self._pipe, self._process = self._pipe, self._process, None, None
        if pipe is not None:
            pipe.close()
        if process is not None:
            end(process)

    def _refuse_if_closing(self) -> None:
        if self._closing.is_set():
            raise Unavailable("spelling_unavailable")

"""What this program does with each spawned child: wait for it so that a cancel is heard, and see it gone at the end."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sys
    from collections.abc import Callable
    from multiprocessing.context import SpawnProcess

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

POLL: Final = 0.1
_PATIENCE: Final = 2.0


class ChildGone(Exception):  # noqa: N818 - no error yet: who waited says what it means
    """The child ended while its answer was waited for."""

    def __init__(self, exit_code: int | None) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def receive(pipe: Connection, process: SpawnProcess, is_cancelled: Callable[[], bool]) -> object:
    """Return the child's next answer; None when cancelled (asked ten times a second). Raises ``ChildGone``."""
    try:
        while not is_cancelled():
            if pipe.poll(POLL):
                return pipe.recv()
    except (EOFError, ConnectionError) as error:
        process.join(_PATIENCE)
        raise ChildGone(process.exitcode) from error
    return None


def end(process: SpawnProcess) -> None:
    """Make sure that the child is gone: it may hold a file open."""
    if process.is_alive():
        process.kill()
    process.join(_PATIENCE)
    with contextlib.suppress(ValueError):  # still dying: the system collects it
        process.close()

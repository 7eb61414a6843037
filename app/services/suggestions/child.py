"""The learning at work in a process of its own, behind everybody else: pages of cases in, weights and figures out."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from app.services.suggestions.text_features import TextReader
    from app.services.suggestions.training import Examples

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

SENTIMENT: Final = "sentiment"
_NICE: Final = 10
_BELOW_NORMAL: Final = 0x00004000
_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@dataclass(frozen=True, slots=True)
class Known:
    """What was learned of an axis before; without weights it is learned from nothing."""

    axis_id: int
    payload: bytes = b""
    quality: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    """The axes to learn, by key; ``situation_id`` is the axis that its own mark must not teach."""

    axes: Mapping[str, Known]
    situation_id: int | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Cases, the oldest page last: text, marks, the situation's mark, nodes by axis, and whether they are new."""

    rows: tuple[tuple[str, tuple[str, ...], str | None, Mapping[int, int], bool], ...]


@dataclass(frozen=True, slots=True)
class Feelings:
    """Texts with the sentiment that persons confirmed, the newest first; ``nodes`` by the sentiment's name."""

    texts: tuple[str, ...]
    labels: tuple[str, ...]
    nodes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Enough:
    """There are no more pages."""


@dataclass(frozen=True, slots=True)
class Going:
    """How far the learning is, in thousandths."""

    done: int


@dataclass(frozen=True, slots=True)
class Result:
    """What was learned of an axis; no weights where there was nothing to learn."""

    axis_key: str
    payload: bytes
    quality: Mapping[str, Any]
    is_full: bool


@dataclass(slots=True)
class _Gathered:
    known: Known
    old: Examples
    new: Examples


def serve(pipe: Connection) -> None:
    """Gather pages, learn each axis, answer with a ``Result`` each and a ``None`` at the end."""
    # Ctrl+C belongs to the parent, which ends this process in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    step_back()
    with contextlib.suppress(EOFError, ConnectionError):  # the parent is gone
        _learn(pipe, pipe.recv())
        pipe.send(None)


def step_back() -> None:
    """Let everything else on this machine go first, on one core."""
    for name in _THREADS:  # read when the library is loaded
        os.environ[name] = "1"
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            import ctypes  # noqa: PLC0415 - needed on this system alone

            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        else:
            os.nice(_NICE)


def _learn(pipe: Connection, wanted: Wanted) -> None:
    from app.services.suggestions.text_features import TextReader  # noqa: PLC0415 - after the threads are set
    from app.services.suggestions.training import Examples  # noqa: PLC0415 - as above

    gathered = {key: _Gathered(known, Examples(), Examples()) for key, known in wanted.axes.items()}
    reader = TextReader()
    feelings: Feelings | None = None
    while not isinstance(page := pipe.recv(), Enough):
        if isinstance(page, Feelings):
            feelings = page
            continue
        for row in page.rows:
            _gather(reader, gathered, row, wanted.situation_id)
    for number, (key, each) in enumerate(gathered.items()):
        _learn_axis(pipe, key, each, lambda done, at=number: pipe.send(Going(int(1000 * (at + done) / len(gathered)))))

    if feelings is not None:
        from app.services.suggestions.sentiment_learning import learn_sentiment  # noqa: PLC0415 - as above

        payload, quality = learn_sentiment(feelings.texts, feelings.labels, feelings.nodes)
        pipe.send(Result(SENTIMENT, payload, quality.to_mapping(), is_full=True))


def _gather(
    reader: TextReader,
    gathered: Mapping[str, _Gathered],
    row: tuple[str, tuple[str, ...], str | None, Mapping[int, int], bool],
    situation_id: int | None,
) -> None:
    text, marks, situation, nodes, is_new = row
    plain = reader.features(text, marks)
    marked = plain if situation is None else reader.features(text, (*marks, situation))
    for each in gathered.values():
        node = nodes.get(each.known.axis_id)
        if node is not None:
            examples = each.new if is_new and each.known.payload else each.old
            examples.features.append(plain if each.known.axis_id == situation_id else marked)
            examples.labels.append(node)


def _learn_axis(pipe: Connection, key: str, gathered: _Gathered, tick: Any) -> None:  # noqa: ANN401 - a callable on a share
    from app.models.domain.suggestion import AxisQuality  # noqa: PLC0415 - beside the numbers
    from app.services.suggestions.linear_model import LinearModel, ModelDamaged  # noqa: PLC0415 - as above
    from app.services.suggestions.training import Examples, learn, learn_more  # noqa: PLC0415 - as above

    for examples in (gathered.old, gathered.new):
        # Pages come newest first; what is held out is the newest.
        examples.features.reverse()
        examples.labels.reverse()
    model = None
    with contextlib.suppress(ModelDamaged):
        model = LinearModel.from_bytes(gathered.known.payload)
    if model is None:
        old, new = gathered.old, gathered.new
        learned = learn(Examples(old.features + new.features, old.labels + new.labels), tick)
    else:
        before = AxisQuality.from_mapping(gathered.known.quality)
        learned = learn_more(model, gathered.old, gathered.new, before, tick)
    payload = b"" if learned.model is None else learned.model.to_bytes()
    pipe.send(Result(key, payload, learned.quality.to_mapping(), learned.is_full))

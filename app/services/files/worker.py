"""Read a file in a process of its own, because parsing holds the interpreter's lock and would freeze the window."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from app.models.domain.incoming import IncomingMention, Proposed, RejectedRow
from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import search_text
from app.services.child_process import ChildGone, end, receive
from app.services.errors import Unavailable, UserError
from app.services.files.items import Batch, Item, ParsedItem
from app.services.files.limits import MIB
from app.services.files.mapping import DEFAULT_ZONE, Mapping
from app.services.files.stream import Look, look, open_source
from app.services.proposing import proposed_of

if TYPE_CHECKING:
    import sys
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

Result = TypeVar("Result")

BATCH_ROWS: Final = 1000
_BATCH_BYTES: Final = 4 * MIB
"""A batch also ends here, so that e-mails with large attachments do not pile up."""

_MENTION_FIELDS: Final = tuple(field.name for field in fields(IncomingMention) if field.name != "posted_at")
_MENTION_VALUES: Final = attrgetter(*_MENTION_FIELDS)


@dataclass(frozen=True, slots=True)
class ReadRequest:
    """What the child is to read; ``now`` (aware) decides what is in the future, ``start_at`` is the last row done."""

    path: Path
    now: datetime
    mapping: Mapping | None = None
    zone: str = DEFAULT_ZONE
    start_at: int = 0
    batch_rows: int = BATCH_ROWS


@dataclass(frozen=True, slots=True)
class _Failure:
    """A ``UserError`` on its way through the pipe."""

    kind: type[UserError]
    code: str
    facts: dict[str, object]


@dataclass(frozen=True, slots=True)
class _Packed:
    """A batch as plain tuples: pickling 1,000 frozen objects one by one costs more than parsing them."""

    rows: list[tuple[int, int, str, tuple[Sentiment | None, str | None], float, tuple[object, ...]]]
    position: int
    total_bytes: int


def parse(item: Item) -> ParsedItem:
    """Add to an item the folded search words of title and text, and what sentiment and situation they tell."""
    outcome = item.outcome
    if not isinstance(outcome, IncomingMention):
        return ParsedItem(item, "")
    return ParsedItem(item, words_of(outcome), proposed_of(outcome))


def words_of(mention: IncomingMention) -> str:
    """Return the search words of a mention: title first, then text; the title once when it is the text."""
    if mention.title and mention.title != mention.text:
        return search_text(f"{mention.title}\n{mention.text}")
    return search_text(mention.text)


def batches(request: ReadRequest) -> Iterator[Batch]:
    """Read in this process (the child's work, and for small files and tests)."""
    source = open_source(request.path, request.mapping, now=request.now, zone=request.zone)
    gathered: list[ParsedItem] = []
    weight = 0
    for item in source.items(request.start_at):
        gathered.append(parse(item))
        weight += _weight(item)
        if len(gathered) >= request.batch_rows or weight >= _BATCH_BYTES:
            yield Batch(tuple(gathered), item.position, source.total_bytes)
            gathered, weight = [], 0
    yield Batch(tuple(gathered), source.total_bytes, source.total_bytes)


def read_in_child(request: ReadRequest, *, is_cancelled: Callable[[], bool]) -> Iterator[Batch]:
    """Yield batches that a spawned child parses; the last one may be empty and always ends the file.

    The child works at most one batch ahead: the pipe holds it back. ``is_cancelled`` is asked ten times a second and
    before each batch; on True the child is killed and the iterator ends. Closing the iterator kills the child too.
    Raises what reading raises, and ``Unavailable("file_reader_died", exit_code=...)`` when the child crashes.
    """
    for packed in _Child[_Packed](_serve_batches, request).results(_Packed, is_cancelled):
        yield _unpacked(packed)


def look_in_child(
    path: Path, mapping: Mapping | None = None, *, now: datetime, is_cancelled: Callable[[], bool]
) -> Look | None:
    """Do :func:`app.services.files.stream.look` in a child; None when cancelled."""
    request = ReadRequest(path=path, now=now, mapping=mapping)
    with contextlib.closing(_Child[Look](_serve_look, request).results(Look, is_cancelled)) as results:
        return next(results, None)


def _weight(item: Item) -> int:
    outcome = item.outcome
    if not isinstance(outcome, IncomingMention):
        return 0
    weight = len(outcome.text) + len(outcome.raw or b"")
    if outcome.attachments:
        weight += sum(len(attachment.content or b"") for attachment in outcome.attachments)
    return weight


def _packed(batch: Batch) -> _Packed:
    rows = []
    for parsed in batch.items:
        item = parsed.item
        outcome = item.outcome
        if isinstance(outcome, IncomingMention):
            values = _MENTION_VALUES(outcome)
            told = (None, None) if parsed.proposed is None else (parsed.proposed.sentiment, parsed.proposed.situation)
            rows.append((item.row, item.position, parsed.words, told, outcome.posted_at.timestamp(), values))
        else:
            rows.append((item.row, item.position, "", (None, None), 0.0, (outcome,)))
    return _Packed(rows, batch.position, batch.total_bytes)


def _unpacked(packed: _Packed) -> Batch:
    items = []
    for row, position, words, told, posted, values in packed.rows:
        outcome: IncomingMention | RejectedRow
        proposed = None
        if isinstance(values[0], RejectedRow):
            outcome = values[0]
        else:
            proposed = Proposed(*told)
            moment = datetime.fromtimestamp(posted, UTC)
            outcome = IncomingMention(**dict(zip(_MENTION_FIELDS, values, strict=True)), posted_at=moment)  # type: ignore[arg-type]  # the same fields in the same order
        items.append(ParsedItem(Item(row, position, outcome), words, proposed))
    return Batch(tuple(items), packed.position, packed.total_bytes)


def _serve_batches(pipe: Connection, request: ReadRequest) -> None:
    _serve(pipe, lambda: (_packed(batch) for batch in batches(request)))


def _serve_look(pipe: Connection, request: ReadRequest) -> None:
    _serve(pipe, lambda: iter((look(request.path, request.mapping, now=request.now),)))


def _serve(pipe: Connection, work: Callable[[], Iterator[object]]) -> None:
    # Ctrl+C belongs to the parent, which ends this process in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        for result in work():
            pipe.send(result)
        pipe.send(None)
    except UserError as error:
        pipe.send(_Failure(type(error), error.code, error.facts))
    except (BrokenPipeError, ConnectionError):
        return  # the parent is gone: nobody is left to tell


class _Child(Generic[Result]):
    """One spawned process and the pipe on which its results come, None at the end."""

    def __init__(self, serve: Callable[[Connection, ReadRequest], None], request: ReadRequest) -> None:
        self._serve = serve
        self._request = request

    def results(self, kind: type[Result], is_cancelled: Callable[[], bool]) -> Generator[Result, None, None]:
        """Yield the child's results until its end, a failure or a cancel."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe(duplex=False)
        process = context.Process(target=self._serve, args=(theirs, self._request), daemon=True)
        process.start()
        theirs.close()
        try:
            while (result := receive(ours, process, is_cancelled)) is not None:
                if isinstance(result, _Failure):
                    raise result.kind(result.code, **result.facts)
                if isinstance(result, kind):
                    yield result
        except ChildGone as error:
            raise Unavailable("file_reader_died", exit_code=error.exit_code) from error
        finally:
            ours.close()
            end(process)

"""Hands the team's classified cases to the learning process, a page at a time, and stores what comes back."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.models.domain.people import PROGRAM
from app.models.domain.suggestion import LEAST_EXAMPLES
from app.models.domain.vocabulary import AxisKey
from app.models.queries.confirmed_sentiments import confirmed_page, sentiment_shares
from app.models.queries.suggestions import (
    CaseWords,
    axis_keys,
    classified_count,
    classified_since,
    confirmed_count,
    newest_cases,
    payload_of,
    words_of_cases,
)
from app.services.cancel import Cancelled, CancelToken
from app.services.case_reader import TreeShelf
from app.services.child_process import ChildGone, end, receive
from app.services.database import Database
from app.services.errors import Refused, Unavailable
from app.services.suggestions.child import Enough, Feelings, Going, Known, Page, Result, Wanted, serve
from app.services.suggestions.store import Kept, kept_models, store
from app.services.suggestions.team_sentiment import text_of
from app.services.suggestions.turn import Turn
from app.services.write_gate import Priority

if TYPE_CHECKING:
    import sys
    from multiprocessing.context import SpawnProcess

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

    from sqlalchemy import Connection as Session

    from app.models.domain.classification_tree import Trees

MOST_CASES: Final = 50_000
LEARNED_AXES: Final = (
    AxisKey.NATURE,
    AxisKey.SUBJECT,
    AxisKey.PROFILE,
    AxisKey.PERSONA,
    AxisKey.FRONT,
    AxisKey.SITUATION,
)
_PAGE: Final = 100
_REST: Final = 0.003
"""After each page the window gets its turn."""
_NEW_SHARE, _FEWEST_NEW, _MOST_NEW = 0.05, 20, 1_000
_READ_SHARE: Final = 0.3
_SENTIMENT_PAGE, _SENTIMENT_PAGES, _MOST_SENTIMENTS = 2_000, 100, 2_000
Report = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class _Plan:
    axes: Mapping[str, int]
    kept: Mapping[str, Kept]
    payloads: Mapping[str, bytes]
    trees: Trees
    fresh: frozenset[int]
    newest_seq: int


class SuggestionTrainer:
    """``train`` learns all axes; ``is_due`` tells the background whether it is worth while."""

    def __init__(
        self, *, database: Database, shelf: TreeShelf, turn: Turn, target: Callable[..., object] = serve
    ) -> None:
        self._database = database
        self._shelf = shelf
        self._turn = turn
        self._target = target

    def is_due(self) -> bool:
        """Tell whether enough was classified since the last learning."""
        with self._database.read() as connection:
            kept = kept_models(connection)
            if _is_sentiment_due(kept.get(AxisKey.SENTIMENT.value), sentiment_shares(connection)[0]):
                return True
            axes = {key: axis for key, axis in axis_keys(connection).items() if key in LEARNED_AXES}
            learned = [each for each in kept.values() if each.trained_at is not None and each.axis_key in axes]
            if not learned:
                counts = (confirmed_count(connection, axis, most=LEAST_EXAMPLES) for axis in axes.values())
                return any(count >= LEAST_EXAMPLES for count in counts)
            share = int(_NEW_SHARE * max(each.quality.examples for each in learned))
            wanted = min(_MOST_NEW, max(_FEWEST_NEW, share))
            return classified_count(connection, min(each.cursor for each in learned), most=wanted) >= wanted

    def train(
        self,
        token: CancelToken,
        report: Report = lambda _done, _total: None,
        *,
        from_nothing: bool = False,
        most: int = MOST_CASES,
    ) -> int:
        """Learn every axis from the newest ``most`` cases; return how many axes may propose. ``report`` in thousandths.

        Goes on from stored weights with the cases classified since, unless ``from_nothing``.

        Raises:
            Refused: ``suggestions_elsewhere`` while another workstation learns. Cancelled: asked to stop.
            Unavailable: ``suggestions_failed`` when the learning process died.
        """
        if not self._turn.take():
            raise Refused("suggestions_elsewhere")
        with self._database.read() as connection:
            plan = self._plan(connection, from_nothing=from_nothing)
        results = self._in_child(plan, token, report, most)
        token.raise_if_cancelled()
        for each in results:
            self._database.act(
                lambda act, it=each: store(act, it.axis_key, it.payload, it.quality, plan.newest_seq),  # type: ignore[misc]  # bound at once
                actor=PROGRAM,
                priority=Priority.BACKGROUND,
            )
        with self._database.read() as connection:
            return sum(each.proposes for each in kept_models(connection).values())

    def _plan(self, connection: Session, *, from_nothing: bool) -> _Plan:
        axes = {key: axis for key, axis in axis_keys(connection).items() if key in LEARNED_AXES}
        kept = kept_models(connection)
        cursors = [each.cursor for key, each in kept.items() if key in axes and each.trained_at is not None]
        fresh, newest = classified_since(connection, min(cursors, default=0))
        payloads = {key: b"" if from_nothing or key not in kept else payload_of(connection, key) for key in axes}
        return _Plan(axes, kept, payloads, self._shelf.trees(connection), frozenset(fresh), newest)

    def _in_child(self, plan: _Plan, token: CancelToken, report: Report, most: int) -> list[Result]:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=self._target, args=(theirs,), daemon=True)
        process.start()
        theirs.close()
        try:
            self._send(ours, plan, token, report, most)
            return list(self._results(ours, process, token, report))
        except (ChildGone, BrokenPipeError, ConnectionError) as error:
            raise Unavailable("suggestions_failed") from error
        finally:
            ours.close()
            end(process)

    def _send(self, pipe: Connection, plan: _Plan, token: CancelToken, report: Report, most: int) -> None:
        quality = {key: plan.kept[key].quality.to_mapping() if key in plan.kept else {} for key in plan.axes}
        known = {key: Known(axis, plan.payloads[key], quality[key]) for key, axis in plan.axes.items()}
        pipe.send(Wanted(known, plan.axes.get(AxisKey.SITUATION.value)))
        before, read = None, 0
        while read < most:
            token.raise_if_cancelled()
            with self._database.read() as connection:
                ids = newest_cases(connection, before=before, limit=min(_PAGE, most - read))
                cases = words_of_cases(connection, ids) if ids else []
            if not ids:
                break
            before, read = ids[-1], read + len(ids)
            pipe.send(Page(tuple(_row(each, plan) for each in cases)))
            report(int(1000 * _READ_SHARE * read / most), 1000)
            if read % (100 * _PAGE) == 0:
                self._turn.take()
            time.sleep(_REST)
        feelings = self._feelings(plan, token)
        if feelings is not None:
            pipe.send(feelings)
        pipe.send(Enough())

    def _feelings(self, plan: _Plan, token: CancelToken) -> Feelings | None:
        """Return the newest confirmed sentiments; they may be rare, so not all mentions are looked through."""
        axis = plan.trees.axis_by_key(AxisKey.SENTIMENT.value)
        if axis is None:
            return None
        texts: list[str] = []
        labels: list[str] = []
        before: int | None = None
        for _ in range(_SENTIMENT_PAGES):
            token.raise_if_cancelled()
            with self._database.read() as connection:
                rows, before = confirmed_page(connection, before=before, limit=_SENTIMENT_PAGE)
            texts += [text_of(row) for row in rows]
            labels += [row.sentiment.value for row in rows]
            if before is None or len(texts) >= _MOST_SENTIMENTS:
                break
            time.sleep(_REST)
        nodes = {node.key: node.id for node in plan.trees.children(axis.id)}
        return Feelings(tuple(texts[:_MOST_SENTIMENTS]), tuple(labels[:_MOST_SENTIMENTS]), nodes)

    def _results(self, pipe: Connection, process: SpawnProcess, token: CancelToken, report: Report) -> list[Result]:
        found: list[Result] = []
        while (answer := receive(pipe, process, lambda: token.cancelled)) is not None:
            if isinstance(answer, Going):
                report(int(1000 * _READ_SHARE + (1 - _READ_SHARE) * answer.done), 1000)
            elif isinstance(answer, Result):
                found.append(answer)
                self._turn.take()
        if token.cancelled:
            raise Cancelled
        return found


def _is_sentiment_due(kept: Kept | None, confirmed: int) -> bool:
    learned = 0 if kept is None else kept.quality.examples
    return min(confirmed, _MOST_SENTIMENTS) >= max(LEAST_EXAMPLES, int((1 + _NEW_SHARE) * learned) + _FEWEST_NEW)


def _row(case: CaseWords, plan: _Plan) -> tuple[str, tuple[str, ...], str | None, Mapping[int, int], bool]:
    # A node merged into another teaches that one; a retired one is never proposed, so it teaches nothing.
    nodes = {}
    for axis, node_id in case.nodes.items():
        node = plan.trees.nodes.get(plan.trees.resolve(node_id))
        if node is not None and node.is_offered:
            nodes[axis] = node.id
    return case.text, case.marks, case.situation_mark, nodes, case.id in plan.fresh

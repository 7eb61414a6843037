"""Proposes for open cases what nobody has said yet, a few at a time, and takes back what may be proposed no longer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from app.models.domain.people import PROGRAM
from app.models.domain.suggestion import Suggestion
from app.models.domain.vocabulary import AxisKey
from app.models.queries.case_facts import case_row
from app.models.queries.suggestions import CaseWords, axis_keys, open_cases, payload_of, words_of_cases
from app.services.acts import Act
from app.services.case_book import CaseBook
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.suggestions.store import Kept, kept_models
from app.services.suggestions.turn import Turn
from app.services.write_gate import Priority

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from app.models.domain.classification_tree import Trees
    from app.services.suggestions.linear_model import LinearModel
    from app.services.suggestions.text_features import TextReader

_PAGE: Final = 20
_PAGES_A_LOOK: Final = 10
_BACKLOG: Final = 5_000
"""Older open cases wait for their person without proposals."""
_NEARLY_SAME: Final = 0.05


@dataclass(frozen=True, slots=True)
class _Proposing:
    axis_id: int
    kept: Kept
    model: LinearModel


class SuggestionProposer:
    """``run_once`` looks at what is new and at a part of what is waiting; who calls it and how often is the loop's."""

    def __init__(self, *, database: Database, book: CaseBook, shelf: TreeShelf, turn: Turn) -> None:
        self._database = database
        self._book = book
        self._shelf = shelf
        self._turn = turn
        self._models: dict[str, _Proposing] = {}
        self._versions: dict[str, int] = {}
        self._axes: dict[str, int] = {}
        self._reader: TextReader | None = None
        self._newest: int | None = None
        self._waiting_before: int | None = None
        self._looked_at = 0

    def run_once(self) -> int:
        """Look once; return how many cases got or lost a proposal."""
        self._load()
        if not self._versions or not self._peek() or not self._turn.take():
            return 0
        written = 0
        for _ in range(_PAGES_A_LOOK):
            ids = self._next_page()
            if not ids:
                break
            written += self.propose(ids)
        return written

    def propose(self, case_ids: Iterable[int]) -> int:
        """Propose for some cases in one act; return how many changed."""
        self._load()
        ids = list(case_ids)
        with self._database.read() as connection:
            cases = words_of_cases(connection, ids)
            trees = self._shelf.trees(connection)
        wishes = {case.id: wished for case in cases if (wished := self._wishes(case, trees))}
        if not wishes:
            return 0
        done, _changes = self._database.act(
            lambda act: self._write(act, wishes), actor=PROGRAM, priority=Priority.BACKGROUND
        )
        return done

    def _write(self, act: Act, wishes: Mapping[int, Mapping[int, Suggestion | None]]) -> int:
        changed = 0
        for case_id, wished in sorted(wishes.items()):
            row = case_row(act.connection, case_id, lock=True)
            if row is None or not row.is_open:
                continue
            changed += self._book.suggest(act, row, wished)
        return changed

    def _wishes(self, case: CaseWords, trees: Trees) -> dict[int, Suggestion | None]:
        wished: dict[int, Suggestion | None] = {
            axis: None for axis in case.suggested if axis not in {each.axis_id for each in self._models.values()}
        }
        for each in self._models.values():
            axis = each.axis_id
            if axis in case.nodes or axis in case.touched:
                continue
            new, old = self._guess(each, case, trees), case.suggested.get(axis)
            if not _is_same(old, new):
                wished[axis] = new
        return wished

    def _guess(self, each: _Proposing, case: CaseWords, trees: Trees) -> Suggestion | None:
        if self._reader is None:
            return None
        is_own = each.kept.axis_key == AxisKey.SITUATION
        marks = case.marks if is_own or case.situation_mark is None else (*case.marks, case.situation_mark)
        guess = each.model.guess(self._reader, case.text, marks)
        node = trees.nodes.get(trees.resolve(guess.node_id))
        if guess.confidence < each.kept.quality.floor or node is None or not node.is_offered:
            return None
        return Suggestion(node.id, round(guess.confidence, 3), ", ".join(guess.words))

    def _load(self) -> None:
        with self._database.read() as connection:
            kept = kept_models(connection)
            versions = {key: each.version for key, each in kept.items()}
            if versions == self._versions:
                return
            self._axes = axis_keys(connection)
            self._models = dict(self._loaded(connection, kept))
        self._versions = versions
        # What is known now may say more of, or take back, what waits.
        self._newest = self._waiting_before = None
        self._looked_at = 0

    def _loaded(self, connection: Connection, kept: Mapping[str, Kept]) -> Iterable[tuple[str, _Proposing]]:
        wanted = {key: each for key, each in kept.items() if each.proposes and key in self._axes}
        if not wanted:
            return
        # Numbers are loaded with the first model, not at start.
        from app.services.suggestions.linear_model import LinearModel, ModelDamaged  # noqa: PLC0415 - as said
        from app.services.suggestions.text_features import TextReader  # noqa: PLC0415 - as said

        self._reader = self._reader or TextReader()
        for key, each in wanted.items():
            try:
                yield key, _Proposing(self._axes[key], each, LinearModel.from_bytes(payload_of(connection, key)))
            except ModelDamaged:
                continue

    def _peek(self) -> list[int]:
        with self._database.read() as connection:
            if self._newest is None:
                return open_cases(connection, limit=_PAGE)
            fresh = open_cases(connection, after=self._newest, limit=_PAGE)
            if fresh or self._looked_at >= _BACKLOG:
                return fresh
            return open_cases(connection, before=self._waiting_before, limit=_PAGE)

    def _next_page(self) -> list[int]:
        ids = self._peek()
        if not ids:
            self._looked_at = _BACKLOG
            return ids
        if self._newest is None:
            self._newest, self._waiting_before = max(ids), min(ids)
        elif min(ids) > self._newest:
            self._newest = max(ids)
        else:
            self._waiting_before = min(ids)
        self._looked_at += len(ids)
        return ids


def _is_same(old: Suggestion | None, new: Suggestion | None) -> bool:
    if old is None or new is None:
        return old is new
    return old.node_id == new.node_id and abs(old.confidence - new.confidence) < _NEARLY_SAME

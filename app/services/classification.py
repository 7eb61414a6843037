"""Classifies cases, customers and mentions on the team's axes, one key press at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, select, update

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.classification_tree import AxisInfo, NodeChoice, NodeInfo, Trees
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import AxisKey, CaseKind, Sentiment, SentimentSource
from app.models.queries.case_facts import Carried, case_carries
from app.models.queries.classification import recent_nodes
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Case
from app.models.schema.customers import Customer
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.case_desk import CaseDesk, Step
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Invalid
from app.services.id_lists import one_of
from app.services.mention_book import MentionBook
from app.services.rights import require

_KINDS = {
    "question": CaseKind.INFORMATION,
    "information": CaseKind.INFORMATION,
    "request": CaseKind.REQUEST,
    "suggestion": CaseKind.REQUEST,
    "complaint": CaseKind.COMPLAINT,
    "criticism": CaseKind.COMPLAINT,
}
_CUSTOMER_COLUMNS = {AxisKey.PROFILE.value: "profile_node_id", AxisKey.PERSONA.value: "persona_node_id"}


class ClassificationService:
    """Each axis is written to its carrier: the case, its newest mention, or the customer (and copied on the case)."""

    def __init__(self, *, database: Database, desk: CaseDesk, mentions: MentionBook, shelf: TreeShelf) -> None:
        self._database = database
        self._desk = desk
        self._mentions = mentions
        self._shelf = shelf

    def axes(self) -> tuple[AxisInfo, ...]:
        """Return the axes in use, in the team's order."""
        return tuple(axis for axis in self.trees().axes if axis.is_active)

    def trees(self) -> Trees:
        """Return all axes and nodes; kept in memory until somebody edits them."""
        with self._database.read() as connection:
            return self._shelf.trees(connection)

    def tree(self, axis_id: int) -> tuple[NodeInfo, ...]:
        """Return the nodes of an axis as a tree shows them, parents first."""
        return self.trees().tree(axis_id)

    def search(self, axis_id: int, typed: str, *, person_id: int = 0, limit: int = 20) -> list[NodeChoice]:
        """Return the nodes that fit what was typed, those this person used lately first."""
        with self._database.read() as connection:
            trees = self._shelf.trees(connection)
            recent = recent_nodes(connection, axis_id, person_id) if person_id else []
        return trees.search(axis_id, typed, recent=recent, limit=limit)

    def classify(
        self, actor: Actor, case_id: int, axis_id: int, node_id: int | None, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Set (None: clear) what a case carries on an axis.

        Raises:
            Invalid: ``axis_unknown``, ``node_unknown`` (also retired or merged ones). Conflict: ``case_changed``.
        """

        def work(act: Act, row: AnyRow) -> Step:
            trees = self._shelf.trees(act.connection)
            return self._step(act, row, checked_axis(trees, axis_id, node_id), node_id, trees)

        def first(act: Act) -> None:
            axis = self._shelf.trees(act.connection).axis(axis_id)
            if axis is not None and axis.key in _CUSTOMER_COLUMNS:
                _lock_customer_of(act.connection, case_id)

        return self._desk.act(actor, case_id, expected_version, Verb.CLASSIFY, work, first=first)

    def accept(
        self, actor: Actor, case_id: int, shown: Mapping[int, int] | None = None, *, expected_version: int
    ) -> Done[CaseDetail]:
        """Confirm in one act what the program proposes: the nodes by axis that the person saw (None: all there are).

        A proposal that has changed since it was seen is not confirmed.

        Raises:
            Invalid: ``nothing_suggested``. Conflict: ``case_changed``.
        """

        def work(act: Act, row: AnyRow) -> Step:
            trees = self._shelf.trees(act.connection)
            proposed = self._proposed(act.connection, case_id, trees)
            wanted = {axis: node for axis, node in proposed.items() if shown is None or shown.get(axis) == node}
            if not wanted:
                raise Invalid("nothing_suggested")
            steps = [self._step(act, row, checked_axis(trees, *each), each[1], trees) for each in wanted.items()]
            for each in steps[:-1]:
                act.record(case_id, Verb.CLASSIFY.value, each.body)
            return _together(steps, case_carries(act.connection, case_id))

        def first(act: Act) -> None:
            _lock_customer_of(act.connection, case_id)

        return self._desk.act(actor, case_id, expected_version, Verb.CLASSIFY, work, first=first)

    def classify_mentions(
        self, actor: Actor, mention_ids: Sequence[int], axis_id: int, node_id: int | None
    ) -> Done[None]:
        """Set sentiment or situation of mentions, before or without a case.

        Raises:
            Invalid: ``axis_unknown`` (also for axes that mentions do not carry), ``node_unknown``.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> Any:  # noqa: ANN401 - what takes it back
            trees = self._shelf.trees(act.connection)
            axis = checked_axis(trees, axis_id, node_id)
            if axis.carrier != "mention":
                raise Invalid("axis_unknown")
            return self._write_mentions(act, list(mention_ids), axis, node_id)

        back, changes = self._database.act(once, actor=actor)

        def revert() -> Done[None]:
            _, undone = self._database.act(back, actor=actor)
            return Done(None, undone)

        return Done(None, changes, Undo("classify", len(mention_ids), revert))

    def _step(self, act: Act, row: AnyRow, axis: AxisInfo, node_id: int | None, trees: Trees) -> Step:
        body: dict[str, object] = {"axis": axis.id, "node": node_id, "path": trees.path(node_id)}
        if node_id is not None and self._proposed(act.connection, row.id, trees).get(axis.id) == node_id:
            body["suggested"] = True
        if axis.carrier == "mention":
            return self._on_mention(act, row, axis, node_id, body=body)
        return self._on_case(act, row, axis, node_id, body=body)

    @staticmethod
    def _proposed(connection: Connection, case_id: int, trees: Trees) -> dict[int, int]:
        """Return the nodes by axis that are only proposed, the sentiment of the newest mention among them."""
        carried = case_carries(connection, case_id)
        found = {axis: carried.nodes[axis] for axis in carried.suggested}
        newest = connection.execute(
            select(Mention.sentiment, Mention.sentiment_source, Mention.situation_node_id)
            .where(Mention.case_id == case_id)
            .order_by(Mention.id.desc())
            .limit(1)
        ).one_or_none()
        said, situation = trees.axis_by_key(AxisKey.SENTIMENT.value), trees.axis_by_key(AxisKey.SITUATION.value)
        if newest is not None and said is not None and newest.sentiment_source is SentimentSource.SUGGESTED:
            found[said.id] = next(node.id for node in trees.children(said.id) if node.key == newest.sentiment)
        if newest is None or newest.situation_node_id is not None:
            found.pop(situation.id if situation is not None else 0, None)
        return found

    def _on_case(self, act: Act, row: AnyRow, axis: AxisInfo, node_id: int | None, *, body: dict[str, object]) -> Step:
        carried = case_carries(act.connection, row.id)
        nodes = dict(carried.nodes)
        # Who chooses a node, be it the one suggested, confirms it.
        suggested = {each: why for each, why in carried.suggested.items() if each != axis.id}
        body |= {"was": carried.confirmed.get(axis.id)}
        if node_id is None:
            nodes.pop(axis.id, None)
        else:
            nodes[axis.id] = node_id
        values: dict[str, Any] = {}
        if axis.key == AxisKey.NATURE:
            values["kind"] = _kind_of(self._shelf.trees(act.connection), node_id)
        put_back = None
        if axis.key in _CUSTOMER_COLUMNS:
            put_back = _set_on_customer(act, row.customer_id, _CUSTOMER_COLUMNS[axis.key], node_id)
        is_target_new = axis.key == AxisKey.NATURE
        return Step(values, body, nodes=nodes, suggested=suggested, recompute=is_target_new, put_back=put_back)

    def _on_mention(
        self, act: Act, row: AnyRow, axis: AxisInfo, node_id: int | None, *, body: dict[str, object]
    ) -> Step:
        newest = act.connection.execute(
            select(Mention.id).where(Mention.case_id == row.id).order_by(Mention.id.desc()).limit(1)
        ).scalar_one_or_none()
        if newest is None:
            raise Invalid("mention_missing")
        put_back = self._write_mentions(act, [newest], axis, node_id)
        said, carried = {**body, "mention": newest}, case_carries(act.connection, row.id)
        if axis.id not in carried.suggested:
            return Step({}, said, is_voice_new=True, put_back=put_back)
        # Once a mention carries it, the case needs no proposal of it.
        nodes = {each: node for each, node in carried.nodes.items() if each != axis.id}
        suggested = {each: why for each, why in carried.suggested.items() if each != axis.id}
        return Step({}, said, nodes=nodes, suggested=suggested, is_voice_new=True, put_back=put_back)

    def _write_mentions(self, act: Act, ids: list[int], axis: AxisInfo, node_id: int | None) -> Any:  # noqa: ANN401 - a callable on an act
        if axis.key == AxisKey.SENTIMENT:
            sentiment = None if node_id is None else _sentiment_of(self._shelf.trees(act.connection), node_id)
            source = SentimentSource.NONE if sentiment is None else SentimentSource.CONFIRMED
            before = self._mentions.set_sentiment(act, ids, sentiment, source)

            def unset(undoing: Act) -> None:
                still = _ids_still(
                    undoing.connection, ids, Mention.sentiment == sentiment, Mention.sentiment_source == source
                )
                for each in before:
                    if each.id not in still:
                        continue
                    # Cleared first: a suggestion that comes back must not be stopped by what a person confirmed.
                    self._mentions.set_sentiment(undoing, [each.id], None, SentimentSource.NONE)
                    self._mentions.set_sentiment(undoing, [each.id], each.sentiment, each.source)

            return unset
        situations = self._mentions.set_situation(act, ids, node_id)

        def unset_situation(undoing: Act) -> None:
            still = _ids_still(undoing.connection, ids, Mention.situation_node_id.is_not_distinct_from(node_id))
            for each in (one for one in situations if one.id in still):
                self._mentions.set_situation(undoing, [each.id], each.node_id)

        return unset_situation


def _together(steps: Sequence[Step], carried: Carried) -> Step:
    """Return one step that does what several do that confirm nodes of one case; the body is the last one's."""
    nodes, suggested = dict(carried.nodes), dict(carried.suggested)
    for each in steps:
        if each.nodes is not None and each.suggested is not None:
            nodes = {axis: node for axis, node in nodes.items() if axis in each.nodes}
            suggested = {axis: why for axis, why in suggested.items() if axis in each.suggested}

    def put_back(act: Act) -> None:
        for each in reversed(steps):
            if each.put_back is not None:
                each.put_back(act)

    return Step(
        {name: value for each in steps for name, value in each.values.items()},
        steps[-1].body,
        nodes=nodes,
        suggested=suggested,
        recompute=any(each.recompute for each in steps),
        is_voice_new=any(each.is_voice_new for each in steps),
        put_back=put_back,
    )


def _ids_still(connection: Connection, ids: list[int], *same: ColumnElement[bool]) -> set[int]:
    """Return the mentions that still carry what an act gave them: what somebody has said since stands."""
    return set(connection.execute(select(Mention.id).where(one_of(connection, Mention.id, ids), *same)).scalars())


def checked_axis(trees: Trees, axis_id: int, node_id: int | None) -> AxisInfo:
    """Return the axis; raise Invalid when it, or the node on it, cannot be chosen."""
    axis = trees.axis(axis_id)
    if axis is None or not axis.is_active:
        raise Invalid("axis_unknown")
    node = None if node_id is None else trees.nodes.get(node_id)
    if node_id is not None and (node is None or node.axis_id != axis_id or not node.is_offered):
        raise Invalid("node_unknown")
    return axis


def _kind_of(trees: Trees, node_id: int | None) -> CaseKind | None:
    line = () if node_id is None else trees.line(node_id)
    return next((_KINDS[node.key] for node in reversed(line) if node.key in _KINDS), None)


def _sentiment_of(trees: Trees, node_id: int) -> Sentiment:
    for node in reversed(trees.line(node_id)):
        if node.key in set(Sentiment):
            return Sentiment(node.key)
    raise Invalid("node_unknown")


def _set_on_customer(act: Act, customer_id: int, column: str, node_id: int | None) -> Any:  # noqa: ANN401 - a callable on an act
    before = _customer_value(act.connection, customer_id, column)
    _put(act, customer_id, column, node_id)

    def unset(undoing: Act) -> None:
        # What somebody has said of the customer since stands.
        if _customer_value(undoing.connection, customer_id, column) == node_id:
            _put(undoing, customer_id, column, before)

    return unset


def _lock_customer_of(connection: Connection, case_id: int) -> None:
    owner = select(Case.customer_id).where(Case.id == case_id).scalar_subquery()
    connection.execute(select(Customer.id).where(Customer.id == owner).with_for_update())


def _customer_value(connection: Connection, customer_id: int, column: str) -> int | None:
    value: int | None = connection.execute(
        select(Customer.__table__.c[column]).where(Customer.id == customer_id)
    ).scalar_one()
    return value


def _put(act: Act, customer_id: int, column: str, node_id: int | None) -> None:
    act.connection.execute(
        update(Customer).where(Customer.id == customer_id).values({column: node_id, "version": Customer.version + 1})
    )
    act.touch(customers=[customer_id])

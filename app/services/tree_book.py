"""The only place that writes axes and nodes, so that every edit is recorded and can be taken back as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import bindparam, delete, insert, select, update

from app.models.domain.changes import Topic
from app.models.domain.classification_tree import FIXED_AXIS, AxisInfo, NodeInfo, Trees
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import AxisKey
from app.models.queries.classification import trees, used_nodes
from app.models.schema.classification import Axis, Node
from app.services.acts import Act, Done, Undo
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require
from app.services.settings_book import record_change

T = TypeVar("T")
SECTION = "tree"
# What mentions and customers carry stands in columns without an index: such nodes are retired, not looked for.
_NOT_LOOKED_FOR = frozenset(
    {AxisKey.SITUATION.value, AxisKey.SENTIMENT.value, AxisKey.PROFILE.value, AxisKey.PERSONA.value}
)


@dataclass(frozen=True, slots=True)
class Note:
    """What an edit says of itself: verb, the path it is about, from and to (names, no ids)."""

    verb: str
    about: str
    before: Any = None
    after: Any = None


@dataclass(slots=True)
class Written:
    """The columns of one row, as they were and as they were written."""

    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)

    def add(self, row: NodeInfo | AxisInfo, values: Mapping[str, Any]) -> None:
        """Remember that columns of a row were written; the first value before is the one to go back to."""
        self.before = {name: getattr(row, name) for name in values} | self.before
        self.after |= values

    def check(self, row: NodeInfo | AxisInfo) -> None:
        """Raise Conflict ``tree_changed`` when somebody has written these columns since."""
        if any(getattr(row, name) != value for name, value in self.after.items()):
            raise Conflict("tree_changed", name=row.name)


@dataclass(slots=True)
class Footprint:
    """What an edit wrote: columns from and to, rows it made, places it gave."""

    nodes: dict[int, Written] = field(default_factory=dict)
    axes: dict[int, Written] = field(default_factory=dict)
    added_nodes: list[int] = field(default_factory=list)
    added_axes: list[int] = field(default_factory=list)
    places: dict[int, tuple[int, int]] = field(default_factory=dict)


class TreeWriter:
    """Writes inside one act and remembers what to put back."""

    def __init__(self, act: Act, tree: Trees) -> None:
        self.act = act
        self.trees = tree
        self.footprint = Footprint()

    def node(self, node_id: int, expected_version: int | None = None) -> NodeInfo:
        """Return a node. Raises Invalid ``node_unknown``; Conflict ``tree_changed`` when the version is stale."""
        node = self.trees.nodes.get(node_id)
        if node is None:
            raise Invalid("node_unknown")
        if expected_version is not None and node.version != expected_version:
            raise Conflict("tree_changed", name=node.name)
        return node

    def axis(self, axis_id: int, expected_version: int | None = None) -> AxisInfo:
        """Return an axis. Raises Invalid ``axis_unknown``; Conflict ``tree_changed``."""
        axis = self.trees.axis(axis_id)
        if axis is None:
            raise Invalid("axis_unknown")
        if expected_version is not None and axis.version != expected_version:
            raise Conflict("tree_changed", name=axis.name)
        return axis

    def changeable_axis(self, axis_id: int) -> AxisInfo:
        """Return an axis whose shape may change. Raises Refused ``axis_fixed``."""
        axis = self.axis(axis_id)
        if axis.key == FIXED_AXIS:
            raise Refused("axis_fixed", name=axis.name)
        return axis

    def change_nodes(self, values_of: Mapping[int, Mapping[str, Any]]) -> None:
        """Change columns of nodes and raise their versions."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for node_id, values in values_of.items():
            self.footprint.nodes.setdefault(node_id, Written()).add(self.trees.nodes[node_id], values)
            row = {f"new_{name}": value for name, value in values.items()} | {"node_id": node_id}
            groups.setdefault(tuple(sorted(values)), []).append(row)
        for names, rows in groups.items():
            new = {name: bindparam(f"new_{name}", type_=Node.__table__.c[name].type) for name in names}
            statement = update(Node).where(Node.id == bindparam("node_id"))
            self.act.connection.execute(statement.values(new | {"version": Node.version + 1}), rows)

    def change_axis(self, axis_id: int, values: Mapping[str, Any]) -> None:
        """Change columns of an axis and raise its version."""
        axis = self.axis(axis_id)
        self.footprint.axes.setdefault(axis_id, Written()).add(axis, values)
        statement = update(Axis).where(Axis.id == axis_id)
        self.act.connection.execute(statement.values(**values, version=Axis.version + 1))

    def add_nodes(self, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert nodes; return their ids in the same order."""
        if not rows:
            return []
        statement = insert(Node).returning(Node.id, sort_by_parameter_order=True)
        ids = list(self.act.connection.execute(statement, [dict(row) for row in rows]).scalars())
        self.footprint.added_nodes += ids
        return ids

    def add_axis(self, values: Mapping[str, Any]) -> int:
        """Insert an axis; return its id."""
        axis_id = int(self.act.connection.execute(insert(Axis).values(**values).returning(Axis.id)).scalar_one())
        self.footprint.added_axes.append(axis_id)
        return axis_id

    def place(self, ids: Iterable[int]) -> None:
        """Give siblings the order of ``ids``; a place is no change of a node that could meet a colleague's."""
        rows = []
        for position, node_id in enumerate(ids):
            node = self.trees.nodes.get(node_id)
            before = position if node is None else node.position
            if before != position:
                self.footprint.places[node_id] = (before, position)
                rows.append({"node_id": node_id, "new": position})
        _set_places(self.act, rows)


class TreeBook:
    """Runs edits of the trees one after the other, records them and offers the way back."""

    def __init__(self, *, database: Database, shelf: TreeShelf) -> None:
        self._database = database
        self._shelf = shelf

    def trees(self) -> Trees:
        """Return all axes and nodes as they are in the database now."""
        with self._database.read() as connection:
            return trees(connection)

    def edit(
        self, actor: Actor, verb: str, work: Callable[[TreeWriter], tuple[T, Sequence[Note]]], *, count: int = 1
    ) -> Done[T]:
        """Run ``work`` on the trees as they are now; it returns its value and what it says of itself.

        Raises:
            Refused: ``not_allowed``, and what ``work`` raises.
        """
        require(actor, Right.EDIT_SETTINGS)

        def once(act: Act) -> tuple[T, Sequence[Note], Footprint]:
            writer = locked_writer(act)
            value, notes = work(writer)
            for note in notes:
                _record(act, note)
            return value, notes, writer.footprint

        (value, notes, footprint), changes = self._database.act(once, actor=actor)
        self._shelf.forget()
        undo = Undo(verb, count, lambda: self._take_back(actor, footprint, notes)) if notes else None
        return Done(value, changes, undo)

    def _take_back(self, actor: Actor, footprint: Footprint, notes: Sequence[Note]) -> Done[None]:
        def once(act: Act) -> None:
            writer = locked_writer(act)
            _revert(writer, footprint)
            for note in reversed(notes):
                _record(act, Note("undo", note.about, note.after, note.before))

        _, changes = self._database.act(once, actor=actor)
        self._shelf.forget()
        return Done(None, changes)


def remove_nodes(writer: TreeWriter, ids: Collection[int]) -> None:
    """Delete nodes that nothing uses; retire the others, for old cases keep their path."""
    gone = {each for each in ids if each in writer.trees.nodes}
    looked_for = {each for each in gone if _axis_key(writer.trees, each) not in _NOT_LOOKED_FOR}
    kept = used_nodes(writer.act.connection, looked_for) | (gone - looked_for)
    # What hangs on a node that stays is looked at again: only whole branches go.
    while more := {each for each in gone - kept if kept & set(writer.trees.branch(each)) - {each}}:
        kept |= more
    connection = writer.act.connection
    free = sorted(gone - kept, key=lambda each: -len(writer.trees.line(each)))
    if free:
        # Those below first, and no row may point at one that is gone.
        connection.execute(update(Node).where(Node.id == bindparam("old")).values(parent_id=None), _olds(free))
        connection.execute(update(Node).where(Node.id == bindparam("old")).values(merged_into_id=None), _olds(free))
        connection.execute(delete(Node).where(Node.id == bindparam("old")), _olds(free))
    stays = {each: {"retired_at": writer.act.at} for each in kept if writer.trees.nodes[each].retired_at is None}
    writer.change_nodes(stays)


def locked_writer(act: Act) -> TreeWriter:
    """Return a writer on the trees as they are now; other editors wait until the act ends."""
    # One editor at a time on PostgreSQL: a tree must not become a ring between two of them.
    act.connection.execute(select(Axis.id).order_by(Axis.id).with_for_update())
    return TreeWriter(act, trees(act.connection))


def path_of(tree: Trees, axis_id: int, node_id: int | None) -> str:
    """Return axis and path, as the record of changes names a place."""
    axis = tree.axis(axis_id)
    names = [axis.name if axis else "", tree.path(node_id) or ""]
    return " › ".join(name for name in names if name)


def _olds(ids: Iterable[int]) -> list[dict[str, int]]:
    return [{"old": each} for each in ids]


def _axis_key(tree: Trees, node_id: int) -> str:
    axis = tree.axis(tree.nodes[node_id].axis_id)
    return axis.key if axis else ""


def _record(act: Act, note: Note) -> None:
    record_change(act, SECTION, f"{note.verb}:{note.about}", note.before, note.after, Topic.TREE)


def _revert(writer: TreeWriter, footprint: Footprint) -> None:
    for node_id, written in footprint.nodes.items():
        written.check(writer.node(node_id))
    for axis_id, written in footprint.axes.items():
        written.check(writer.axis(axis_id))
    writer.change_nodes({node_id: written.before for node_id, written in footprint.nodes.items()})
    for axis_id, written in footprint.axes.items():
        writer.change_axis(axis_id, written.before)
    rows = [
        {"node_id": node_id, "new": before}
        for node_id, (before, given) in footprint.places.items()
        if node_id in writer.trees.nodes and writer.trees.nodes[node_id].position == given
    ]
    _set_places(writer.act, rows)
    remove_nodes(writer, footprint.added_nodes)
    for axis_id in footprint.added_axes:
        _remove_axis(writer, axis_id)
    now = trees(writer.act.connection)
    if any(now.is_in_ring(node_id) for node_id in footprint.nodes):
        raise Conflict("tree_changed", name=writer.trees.nodes[next(iter(footprint.nodes))].name)


def _remove_axis(writer: TreeWriter, axis_id: int) -> None:
    if writer.trees.axis(axis_id) is None:
        return
    if writer.trees.nodes_of(axis_id):
        writer.change_axis(axis_id, {"is_active": False})
    else:
        writer.act.connection.execute(delete(Axis).where(Axis.id == axis_id))


def _set_places(act: Act, rows: list[dict[str, int]]) -> None:
    if rows:
        statement = update(Node).where(Node.id == bindparam("node_id"))
        act.connection.execute(statement.values(position=bindparam("new")), rows)

"""Edits the axes themselves: any number of them, each a question that cases are asked."""

from __future__ import annotations

from typing import Any

from app.models.domain.classification_tree import NEEDED_AXES, OWN_CARRIERS, AxisInfo, Trees
from app.models.domain.people import Actor
from app.models.domain.tree_plan import free_key
from app.models.domain.vocabulary import AxisKey
from app.models.domain.words import fold
from app.services.acts import Done
from app.services.errors import Invalid, Refused
from app.services.tree_book import Note, TreeBook, TreeWriter
from app.services.tree_checks import tidy_name

MOST_AXES = 30
_BUILT_IN = frozenset(AxisKey)


class AxisEditing:
    """Adds, renames, retires and orders axes."""

    def __init__(self, *, book: TreeBook) -> None:
        self._book = book

    def add_axis(self, actor: Actor, name: str, carrier: str) -> Done[int]:
        """Add an axis carried by ``case`` or ``customer``, the last of all; return its id.

        Raises:
            Invalid: ``tree_name_empty``, ``tree_name_long``, ``carrier_unknown``.
            Refused: ``axis_exists`` (name), ``axes_too_many`` (limit).
        """
        tidy = tidy_name(name)
        _check_carrier(carrier)

        def work(writer: TreeWriter) -> tuple[int, list[Note]]:
            axes = writer.trees.axes
            if len(axes) >= MOST_AXES:
                raise Refused("axes_too_many", limit=MOST_AXES)
            _check_name(writer.trees, tidy)
            key = free_key(tidy, {axis.key for axis in axes})
            position = max((axis.position for axis in axes), default=-1) + 1
            axis_id = writer.add_axis({"key": key, "name": tidy, "carrier": carrier, "position": position})
            return axis_id, [Note("axis_added", tidy, None, {"name": tidy, "carrier": carrier})]

        return self._book.edit(actor, "axis_added", work)

    def change_axis(
        self, actor: Actor, axis_id: int, *, expected_version: int, name: str | None = None, carrier: str | None = None
    ) -> Done[None]:
        """Rename an axis, or let somebody else carry one of the team's own.

        Raises:
            Invalid: ``axis_unknown``, ``tree_name_empty``, ``tree_name_long``, ``carrier_unknown``.
            Refused: ``axis_exists`` (name), ``carrier_fixed`` (name). Conflict: ``tree_changed``.
        """
        tidy = None if name is None else tidy_name(name)

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            axis = writer.axis(axis_id, expected_version)
            wanted: dict[str, Any] = {"name": tidy or axis.name, "carrier": carrier or axis.carrier}
            changed = {column: value for column, value in wanted.items() if getattr(axis, column) != value}
            if not changed:
                return None, []
            if "name" in changed:
                _check_name(writer.trees, changed["name"], own=axis)
            if "carrier" in changed:
                _check_carrier(changed["carrier"])
                if axis.key in _BUILT_IN:
                    raise Refused("carrier_fixed", name=axis.name)
            before = {column: getattr(axis, column) for column in changed}
            writer.change_axis(axis_id, changed)
            return None, [Note("axis_changed", axis.name, before, changed)]

        return self._book.edit(actor, "axis_changed", work)

    def retire_axis(self, actor: Actor, axis_id: int, *, expected_version: int, is_retired: bool = True) -> Done[None]:
        """Ask an axis no more, or again; old cases keep what they were given.

        Raises:
            Invalid: ``axis_unknown``. Refused: ``axis_needed`` (name). Conflict: ``tree_changed``.
        """

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            axis = writer.axis(axis_id, expected_version)
            if axis.key in NEEDED_AXES:
                raise Refused("axis_needed", name=axis.name)
            if axis.is_active is not is_retired:
                return None, []
            writer.change_axis(axis_id, {"is_active": not is_retired})
            return None, [Note("axis_retired" if is_retired else "axis_back", axis.name)]

        return self._book.edit(actor, "axis_retired" if is_retired else "axis_back", work)

    def move_axis(self, actor: Actor, axis_id: int, step: int) -> Done[None]:
        """Let an axis change places with the one before it (``step`` -1) or after it (1). Raises ``axis_unknown``."""

        def work(writer: TreeWriter) -> tuple[None, list[Note]]:
            axis, axes = writer.axis(axis_id), writer.trees.axes
            place = axes.index(axis) + step
            if not 0 <= place < len(axes):
                return None, []
            order = [each for each in axes if each is not axis]
            order.insert(place, axis)
            for position, each in enumerate(order):
                if each.position != position:
                    writer.change_axis(each.id, {"position": position})
            was, now = axes.index(axis) + 1, place + 1
            return None, [Note("axis_moved", axis.name, {"place": was}, {"place": now})]

        return self._book.edit(actor, "axis_moved", work)


def _check_name(tree: Trees, name: str, own: AxisInfo | None = None) -> None:
    for axis in tree.axes:
        if axis is not own and fold(axis.name) == fold(name):
            raise Refused("axis_exists", name=axis.name)


def _check_carrier(carrier: str) -> None:
    if carrier not in OWN_CARRIERS:
        raise Invalid("carrier_unknown")

"""Keeps what was learned in the database: weights, quality, how far it has read, and the supervisor's yes or no."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, update

from app.models.domain.changes import Topic
from app.models.domain.suggestion import AxisQuality, Verdict
from app.models.queries.suggestions import learned_models
from app.models.schema.learning import LearnedModel
from app.services.acts import Act
from app.services.errors import Conflict


@dataclass(frozen=True, slots=True)
class Kept:
    """What is stored of an axis besides the weights; ``version`` 0: nothing yet."""

    axis_key: str
    quality: AxisQuality
    is_wanted: bool = True
    trained_at: datetime | None = None
    cursor: int = 0
    version: int = 0
    is_trusted: bool = False

    @property
    def proposes(self) -> bool:
        """Tell whether cases get suggestions from it."""
        return self.is_trusted and self.is_wanted


def kept_models(connection: Any) -> dict[str, Kept]:  # noqa: ANN401 - a connection
    """Return what is stored, by axis key."""
    return {
        key: Kept(
            key,
            AxisQuality.from_mapping(row.quality),
            row.is_wanted,
            row.trained_at if row.examples else None,
            row.cursor,
            row.version,
            row.is_trusted,
        )
        for key, row in learned_models(connection).items()
    }


def store(act: Act, axis_key: str, payload: bytes, quality: Mapping[str, Any], cursor: int) -> None:
    """Write what was learned of an axis; whether it is wanted stays as the supervisor said."""
    read = AxisQuality.from_mapping(quality)
    values = {
        "trained_at": act.at,
        "examples": read.examples,
        "cursor": cursor,
        "quality": dict(quality),
        "payload": payload,
        "is_trusted": read.verdict is Verdict.TRUSTED,
    }
    _write(act, axis_key, values)


def switch(act: Act, axis_key: str, *, is_wanted: bool, expected_version: int) -> None:
    """Switch an axis on or off.

    Raises:
        Conflict: ``suggestions_changed`` when somebody switched or learned meanwhile.
    """
    present = kept_models(act.connection).get(axis_key)
    if (present.version if present else 0) != expected_version:
        raise Conflict("suggestions_changed")
    blank = {
        "trained_at": act.at,
        "examples": 0,
        "cursor": 0,
        "quality": AxisQuality().to_mapping(),
        "payload": b"",
        "is_trusted": False,
    }
    _write(act, axis_key, {"is_wanted": is_wanted} | ({} if present else blank))
    act.record(None, "suggestions_switched", {"axis": axis_key, "to": is_wanted})


def _write(act: Act, axis_key: str, values: Mapping[str, Any]) -> None:
    changing = update(LearnedModel).where(LearnedModel.axis_key == axis_key)
    found = act.connection.execute(changing.values(**values, version=LearnedModel.version + 1))
    if not found.rowcount:
        act.connection.execute(insert(LearnedModel).values(axis_key=axis_key, **values))
    act.touch(topics=[Topic.SUGGESTIONS])

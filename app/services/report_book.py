"""Keeps report definitions and the analysts' comments, so that a report can be made again next month by one click."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, insert, or_, select, update

from app.models.domain.changes import Topic
from app.models.domain.people import Actor, Right
from app.models.domain.report_plan import (
    Comment,
    ReportDefinition,
    ReportSpec,
    Span,
    StandardReport,
    from_json,
    problem_of,
    standard_definition,
    to_json,
)
from app.models.schema.people import Person
from app.models.schema.reading import ReportComment
from app.models.schema.reading import ReportDefinition as DefinitionRow
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.rights import require

LONGEST_NAME = 80
LONGEST_COMMENT = 5_000
_COMMENT_LOCK = 0x636F6D6D  # "comm"


class ReportBook:
    """Saved reports and comments. What is shared belongs to the team; a private one to who made it."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def definitions(self, actor: Actor) -> tuple[ReportDefinition, ...]:
        """Return the reports that come with the program, then the team's and the person's own by name."""
        require(actor, Right.READ)
        statement = (
            select(*_columns())
            .where(or_(DefinitionRow.is_shared, DefinitionRow.made_by_id == actor.person_id))
            .order_by(DefinitionRow.name, DefinitionRow.id)
        )
        with self._database.read() as connection:
            rows = connection.execute(statement).mappings().all()
        return (*map(standard_definition, StandardReport), *(_definition(dict(row)) for row in rows))

    def create(self, actor: Actor, name: str, spec: ReportSpec, *, is_shared: bool = True) -> Done[ReportDefinition]:
        """Keep a report under a name.

        Raises:
            Invalid: ``report.name``, ``report.no_parts``, ``report.period``, ``report.against``.
        """
        require(actor, Right.WRITE_REPORTS)
        _check(spec)

        def work(act: Act) -> ReportDefinition:
            values = {
                "name": _checked_name(act.connection, name, except_id=None),
                "spec": to_json(spec),
                "made_by_id": actor.person_id,
                "is_shared": is_shared,
                "version": 1,
            }
            new_id = act.connection.execute(
                insert(DefinitionRow).values(values).returning(DefinitionRow.id)
            ).scalar_one()
            act.touch(topics=[Topic.REPORTS])
            return _definition({"id": new_id, **values})

        definition, changes = self._database.act(work, actor=actor)
        return Done(definition, changes)

    def change(
        self, actor: Actor, old: ReportDefinition, *, name: str, spec: ReportSpec, is_shared: bool
    ) -> Done[ReportDefinition]:
        """Change a saved report; the undo puts the old one back.

        Raises:
            Invalid: as ``create``. Conflict: ``report.changed`` when somebody changed it meanwhile.
        """
        _require_own(actor, old)
        _check(spec)

        def work(act: Act) -> ReportDefinition:
            values = {
                "name": _checked_name(act.connection, name, except_id=old.id),
                "spec": to_json(spec),
                "is_shared": is_shared,
                "version": old.version + 1,
            }
            changed = act.connection.execute(
                update(DefinitionRow)
                .where(DefinitionRow.id == old.id, DefinitionRow.version == old.version)
                .values(values)
            ).rowcount
            if not changed:
                raise Conflict("report.changed")
            act.touch(topics=[Topic.REPORTS])
            return _definition({"id": old.id, "made_by_id": old.made_by_id, **values})

        definition, changes = self._database.act(work, actor=actor)

        def back() -> Done[ReportDefinition]:
            return self.change(actor, definition, name=old.name, spec=old.spec, is_shared=old.is_shared)

        return Done(definition, changes, Undo("report_changed", 1, back))

    def delete(self, actor: Actor, definition: ReportDefinition) -> Done[None]:
        """Forget a saved report; the undo brings it back."""
        _require_own(actor, definition)

        def work(act: Act) -> dict[str, Any]:
            row = (
                act.connection.execute(select(*_columns()).where(DefinitionRow.id == definition.id)).mappings().first()
            )
            if row is None or row["version"] != definition.version:
                raise Conflict("report.changed")
            act.connection.execute(delete(DefinitionRow).where(DefinitionRow.id == definition.id))
            act.touch(topics=[Topic.REPORTS])
            return dict(row)

        kept, changes = self._database.act(work, actor=actor)
        return Done(None, changes, Undo("report_deleted", 1, lambda: self._bring_back(actor, kept)))

    def comments(self, actor: Actor, period: Span) -> dict[str, Comment]:
        """Return the comments on a period by section (a chart's key, "" = the whole report)."""
        require(actor, Right.READ)
        with self._database.read() as connection:
            return comments_of(connection, period)

    def comment(self, actor: Actor, section: str, period: Span, text: str, old: Comment | None) -> Done[Comment | None]:
        """Write, change or (empty text) take away the comment on a section of a period; the undo puts the old back.

        Raises:
            Invalid: ``report.comment_long``. Conflict: ``report.comment_changed`` when it is no longer as ``old``.
        """
        require(actor, Right.WRITE_REPORTS)
        text = text.strip()
        if len(text) > LONGEST_COMMENT:
            raise Invalid("report.comment_long", longest=LONGEST_COMMENT)

        def work(act: Act) -> Comment | None:
            _one_at_a_time(act.connection, section, period)
            present = comments_of(act.connection, period).get(section)
            if (present and (present.id, present.version)) != (old and (old.id, old.version)):
                raise Conflict("report.comment_changed")
            act.touch(topics=[Topic.REPORTS])
            return _write_comment(act, section, period, text, present)

        written, changes = self._database.act(work, actor=actor)
        before = old.text if old is not None else ""
        return Done(
            written,
            changes,
            Undo("report_changed", 1, lambda: self.comment(actor, section, period, before, written)),
        )

    def _bring_back(self, actor: Actor, kept: dict[str, Any]) -> Done[None]:
        def work(act: Act) -> None:
            act.connection.execute(insert(DefinitionRow).values(kept))
            act.touch(topics=[Topic.REPORTS])

        _none, changes = self._database.act(work, actor=actor)
        return Done(None, changes)


def comments_of(connection: Connection, period: Span) -> dict[str, Comment]:
    """Return the comments on exactly this period by section, the newest where two were written at once."""
    statement = (
        select(ReportComment.id, ReportComment.section, ReportComment.text, Person.name, ReportComment.version)
        .outerjoin(Person, Person.id == ReportComment.author_id)
        .where(ReportComment.since == period.since, ReportComment.until == period.until)
        .order_by(ReportComment.id)
    )
    return {
        section: Comment(comment_id, section, text, author or "", version)
        for comment_id, section, text, author, version in connection.execute(statement)
    }


def _one_at_a_time(connection: Connection, section: str, period: Span) -> None:
    """Wait for a colleague who comments on the same in this moment: a first comment has no row to lock."""
    if connection.dialect.name == "postgresql":  # SQLite has one writer
        place = func.hashtext(f"{section} {period.since} {period.until}")
        connection.execute(select(func.pg_advisory_xact_lock(_COMMENT_LOCK, place)))


def _write_comment(act: Act, section: str, period: Span, text: str, present: Comment | None) -> Comment | None:
    connection = act.connection
    if present is not None and not text:
        connection.execute(delete(ReportComment).where(ReportComment.id == present.id))
        return None
    if not text:
        return None
    if present is None:
        values = {
            "section": section,
            "since": period.since,
            "until": period.until,
            "text": text,
            "author_id": act.actor.person_id,
            "written_at": act.at,
            "version": 1,
        }
        new_id = connection.execute(insert(ReportComment).values(values).returning(ReportComment.id)).scalar_one()
        return Comment(new_id, section, text, act.actor.name, 1)
    connection.execute(
        update(ReportComment)
        .where(ReportComment.id == present.id)
        .values(text=text, author_id=act.actor.person_id, written_at=act.at, version=present.version + 1)
    )
    return Comment(present.id, section, text, act.actor.name, present.version + 1)


def _columns() -> list[Any]:
    return list(DefinitionRow.__table__.columns)


def _definition(row: dict[str, Any]) -> ReportDefinition:
    return ReportDefinition(
        row["id"], row["name"], from_json(row["spec"]), row["is_shared"], row["made_by_id"], row["version"]
    )


def _require_own(actor: Actor, definition: ReportDefinition) -> None:
    require(actor, Right.WRITE_REPORTS)
    if not definition.is_shared and definition.made_by_id != actor.person_id:
        raise Refused("not_allowed")


def _check(spec: ReportSpec) -> None:
    problem = problem_of(spec)
    if problem:
        raise Invalid(f"report.{problem}")


def _checked_name(connection: Connection, name: str, *, except_id: int | None) -> str:
    given = " ".join(name.split())
    statement = select(DefinitionRow.id).where(DefinitionRow.name == given)
    if except_id is not None:
        statement = statement.where(DefinitionRow.id != except_id)
    if not 0 < len(given) <= LONGEST_NAME or connection.execute(statement).first() is not None:
        raise Invalid("report.name", longest=LONGEST_NAME)
    return given

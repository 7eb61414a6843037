"""Raises alerts once, however many workstations notice the cause, and keeps the log of who saw and who took them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.alert import (
    LOUD,
    WHILE,
    AlertKind,
    AlertLine,
    AlertNews,
    AlertViewer,
    CrisisAlertFacts,
    NewAlert,
    gathered_facts,
    gathered_key,
    part_crisis_hits,
    single_key,
)
from app.models.domain.changes import Topic
from app.models.domain.crisis_room import COMMUNICATIONS
from app.models.domain.people import PROGRAM, Actor, Right
from app.models.queries import alerts as queries
from app.models.schema.crisis import Alert, AlertSeen
from app.services.acts import Act, Done, Undo
from app.services.database import Database
from app.services.errors import Conflict, Invalid
from app.services.rights import require
from app.services.settings_book import read_setting
from app.services.write_gate import Priority

_ALERT = Alert.__table__
_GATHERED = select(Alert.id, Alert.level, Alert.facts).where(Alert.key == bindparam("key")).with_for_update()
_GATHER = update(_ALERT).where(_ALERT.c.id == bindparam("alert_id"))  # type: ignore[arg-type] # a Table, typed as FromClause


def raise_crisis_alerts(act: Act, hits: Sequence[CrisisAlertFacts]) -> None:
    """Raise the alerts of fresh crisis mentions inside the act that stores them.

    A few get an alert of their own; the others of the same ten minutes share one, so that a file of thousands of
    them rings a handful of times.
    """
    if not hits:
        return
    recent = queries.count_recent_singles(act.connection, since=act.at - WHILE)
    singles, shared = part_crisis_hits(hits, recent=recent)
    told = communications_told(act.connection)
    for hit in singles:
        facts = _of(hit) | told | {"rings": ringing(act.connection, hit.level)}
        _insert(act, NewAlert(single_key(hit.mention_id), AlertKind.CRISIS, hit.level, hit.mention_id), facts)
    if shared:
        _gather(act, shared, told)
    act.record(None, "crisis_alert", {"n": len(hits), "level": min(hit.level for hit in hits), **told})
    act.touch(topics=[Topic.ALERTS])


def raise_alert(act: Act, alert: NewAlert) -> int | None:
    """Raise an alert inside an act; return its id, None when it was raised before.

    Comunicação / RP is told of every loud one (crisis, burst, spread, drill); the facts name who that is, and for
    whom its level makes a sound.
    """
    told = communications_told(act.connection) if alert.kind in LOUD else {}
    if told:
        told["rings"] = ringing(act.connection, alert.level)
    alert_id = _insert(act, alert, {**alert.facts, **told})
    if alert_id is not None:
        act.record(alert.case_id, "alert_raised", {"alert": alert_id, "kind": alert.kind.value, "key": alert.key})
        act.touch(topics=[Topic.ALERTS])
    return alert_id


def communications_told(connection: Connection) -> dict[str, Any]:
    """Return who is told of a crisis, as facts: the area's name and its members; without members the list is empty."""
    area, members = queries.area_with_members(connection, COMMUNICATIONS)
    return {"told_area": area, "told": [name for _person_id, name in members]}


def ringing(connection: Connection, level: int | None) -> dict[str, list[Any]]:
    """Return for whom a crisis level makes its sound: roles from the matrix, person ids from the setting beside it.

    What has no level of its own (a burst) sounds for those of the gravest one.
    """
    levels = (read_setting(connection, "crisis").value or {}).get("levels", ())
    wanted = level if level is not None else min((row["level"] for row in levels), default=0)
    roles = next((row.get("alert_roles", ()) for row in levels if row["level"] == wanted), ())
    people = (read_setting(connection, "crisis_people").value or {}).get(str(wanted), ())
    return {"roles": list(roles), "people": list(people)}


class AlertService:
    """What the window and the watches use; ``raise_once`` may be called from any thread."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def raise_once(self, alert: NewAlert, *, actor: Actor = PROGRAM) -> int | None:
        """Raise an alert in an act of its own; return its id, None when it was raised before."""
        with self._database.read() as connection:
            if queries.is_raised(connection, alert.key):
                return None
        return self._database.act(lambda act: raise_alert(act, alert), actor=actor, priority=Priority.BACKGROUND)[0]

    def news(self, person_id: int, *, limit: int = 30) -> AlertNews:
        """Return what the person has not seen of the last days."""
        with self._database.read() as connection:
            return queries.read_news(connection, person_id, now=self._database.clock.now(), limit=limit)

    def page(self, person_id: int, *, before_id: int | None = None, limit: int = 50) -> tuple[AlertLine, ...]:
        """Return alerts, the newest first; the page after the one that ended at ``before_id``."""
        with self._database.read() as connection:
            return queries.read_page(connection, person_id, before_id=before_id, limit=limit)

    def line(self, person_id: int, alert_id: int) -> AlertLine:
        """Return one alert. Raises Invalid ``alert_unknown``."""
        with self._database.read() as connection:
            found = queries.read_line(connection, person_id, alert_id)
        if found is None:
            raise Invalid("alert_unknown")
        return found

    def viewers(self, alert_id: int) -> tuple[AlertViewer, ...]:
        """Return to whom an alert was shown, and who said they saw it, in the order of time."""
        with self._database.read() as connection:
            return queries.read_viewers(connection, alert_id)

    def mark_shown(self, person_id: int, alert_ids: Collection[int]) -> None:
        """Log that the alerts were on the person's screen; the first time counts. No act, like presence."""
        ids = sorted(set(alert_ids))
        if not ids:
            return
        self._database.quiet(lambda connection: self._show(connection, person_id, ids))

    def mark_seen(self, actor: Actor, alert_ids: Collection[int]) -> Done[int]:
        """Log that the person saw the alerts; return how many that were not seen before."""
        ids = sorted(set(alert_ids))

        def work(act: Act) -> int:
            if not ids:
                return 0
            self._show(act.connection, actor.person_id, ids)
            statement = (
                update(AlertSeen)
                .where(AlertSeen.alert_id.in_(ids), AlertSeen.person_id == actor.person_id, AlertSeen.seen_at.is_(None))
                .values(seen_at=act.at)
            )
            marked = act.connection.execute(statement).rowcount
            if marked:
                act.touch(topics=[Topic.ALERTS])
            return marked

        return Done(*self._database.act(work, actor=actor))

    def mark_all_seen(self, actor: Actor) -> Done[int]:
        """Log that the person saw everything that was still news to them."""
        return self.mark_seen(actor, [line.id for line in self.news(actor.person_id, limit=1_000).lines])

    def take(self, actor: Actor, alert_id: int) -> Done[AlertLine]:
        """Take an alert on: everybody sees who looks after it. Undo gives it back.

        Raises:
            Refused: ``not_allowed``. Conflict: ``alert_taken`` (name). Invalid: ``alert_unknown``.
        """
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> None:
            statement = (
                update(Alert)
                .where(Alert.id == alert_id, Alert.taken_by_id.is_(None))
                .values(taken_by_id=actor.person_id, taken_at=act.at)
            )
            if act.connection.execute(statement).rowcount != 1:
                self._refuse_taken(act.connection, actor, alert_id)
            self._show(act.connection, actor.person_id, [alert_id])
            seen = update(AlertSeen).where(
                AlertSeen.alert_id == alert_id, AlertSeen.person_id == actor.person_id, AlertSeen.seen_at.is_(None)
            )
            act.connection.execute(seen.values(seen_at=act.at))
            act.record(None, "alert_taken", {"alert": alert_id})
            act.touch(topics=[Topic.ALERTS])

        _, changes = self._database.act(work, actor=actor)
        line = self.line(actor.person_id, alert_id)
        return Done(line, changes, Undo("take_alert", 1, lambda: self.give_back(actor, alert_id)))

    def give_back(self, actor: Actor, alert_id: int) -> Done[AlertLine]:
        """Let an alert go again. Raises Conflict ``alert_taken`` when somebody else has it by now."""
        require(actor, Right.WORK_CASES)

        def work(act: Act) -> None:
            statement = (
                update(Alert)
                .where(Alert.id == alert_id, Alert.taken_by_id == actor.person_id)
                .values(taken_by_id=None, taken_at=None)
            )
            if act.connection.execute(statement).rowcount != 1:
                self._refuse_taken(act.connection, actor, alert_id)
            act.record(None, "alert_given_back", {"alert": alert_id})
            act.touch(topics=[Topic.ALERTS])

        _, changes = self._database.act(work, actor=actor)
        return Done(self.line(actor.person_id, alert_id), changes)

    def _refuse_taken(self, connection: Connection, actor: Actor, alert_id: int) -> None:
        line = queries.read_line(connection, actor.person_id, alert_id)
        if line is None:
            raise Invalid("alert_unknown")
        raise Conflict("alert_taken", name=line.taken_by or "")

    def _show(self, connection: Connection, person_id: int, ids: Sequence[int]) -> None:
        known = queries.known_ids(connection, ids)
        values = {
            "person_id": person_id,
            "workstation_key": self._database.workstation_key,
            "shown_at": self._database.clock.now(),
        }
        module = postgresql if connection.dialect.name == "postgresql" else sqlite
        if known:
            adding = module.insert(AlertSeen).on_conflict_do_nothing(index_elements=["alert_id", "person_id"])
            connection.execute(adding, [{"alert_id": alert_id, **values} for alert_id in known])


def _insert(act: Act, alert: NewAlert, facts: Mapping[str, Any]) -> int | None:
    row = {
        "key": alert.key,
        "kind": alert.kind.value,
        "level": alert.level,
        "raised_at": act.at,
        "mention_id": alert.mention_id,
        "case_id": alert.case_id,
        "room_id": alert.room_id,
        "facts": dict(facts),
        "is_drill": alert.is_drill,
    }
    found: int | None = act.connection.execute(_adding(act.connection.dialect.name), row).scalar_one_or_none()
    return found


@cache
def _adding(dialect: str) -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    adding = (postgresql if dialect == "postgresql" else sqlite).insert(_ALERT)
    return adding.on_conflict_do_nothing(index_elements=["key"]).returning(_ALERT.c.id)


def _gather(act: Act, hits: Sequence[CrisisAlertFacts], told: Mapping[str, Any]) -> None:
    key, gravest = gathered_key(act.at), min(hit.level for hit in hits)
    facts = {**gathered_facts({}, hits), **told, "rings": ringing(act.connection, gravest)}
    if _insert(act, NewAlert(key, AlertKind.CRISIS, gravest), facts) is not None:
        return
    row = act.connection.execute(_GATHERED, {"key": key}).one()
    level = gravest if row.level is None else min(gravest, row.level)
    facts = gathered_facts(row.facts, hits)
    act.connection.execute(_GATHER, {"alert_id": row.id, "level": level, "facts": facts})


def _of(hit: CrisisAlertFacts) -> dict[str, Any]:
    return {
        "words": list(hit.words),
        "rule": hit.rule,
        "channel": hit.channel_key,
        "posted_at": hit.posted_at.isoformat(),
    }

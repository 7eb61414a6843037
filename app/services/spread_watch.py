"""Watches how cases marked *situação grave* spread, and alarms once for each growth, whoever notices it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.alert import AlertKind, NewAlert
from app.models.domain.people import PROGRAM
from app.models.domain.spread import SpreadCount, SpreadGrowth, is_mark_old, spread_alarm
from app.models.queries.rows import AnyRow
from app.models.queries.spread import count_spread, read_marks, severe_cases
from app.models.schema.crisis import SpreadMark
from app.services.acts import Act
from app.services.alerts import raise_alert
from app.services.database import Database
from app.services.write_gate import Priority

_MOST_CASES = 200


class SpreadWatch:
    """``run_once`` looks at the newest 200 grave cases that are open."""

    def __init__(self, *, database: Database) -> None:
        self._database = database

    def run_once(self) -> int:
        """Look once; return how many alarms were raised."""
        now = self._database.clock.now()
        with self._database.read() as connection:
            cases = severe_cases(connection, limit=_MOST_CASES)
            marks = read_marks(connection, [case.id for case in cases])
            counts = {case.id: count_spread(connection, case) for case in cases}
        return sum(self._judge(case, marks.get(case.id), counts[case.id], now) for case in cases)

    def _judge(self, case: AnyRow, mark: AnyRow | None, count: SpreadCount, now: datetime) -> bool:
        if mark is None:
            self._begin(case.id, count, now)
            return False
        growth = spread_alarm(SpreadCount(mark.shares, mark.replies, mark.others), count)
        if growth is not None:
            return self._alarm(case, mark, count, growth)
        if is_mark_old(mark.looked_at, now):
            self._renew(case.id, mark, count, now)
        return False

    def _alarm(self, case: AnyRow, mark: AnyRow, count: SpreadCount, growth: SpreadGrowth) -> bool:
        # The key names the mark that was outgrown: whoever comes second finds it raised, and the mark moved on.
        key = f"spread:{case.id}:{int(mark.looked_at.timestamp() * 1000)}"
        facts = {
            "protocol": case.protocol,
            "shares": growth.shares,
            "replies": growth.replies,
            "others": growth.others,
        }

        def work(act: Act) -> bool:
            alert = NewAlert(key, AlertKind.SPREAD, case.crisis_level, case_id=case.id, facts=facts)
            if raise_alert(act, alert) is None:
                return False
            values = {**_columns(count), "looked_at": act.at}
            act.connection.execute(update(SpreadMark).where(SpreadMark.case_id == case.id).values(**values))
            act.touch(cases=[case.id])
            return True

        return self._database.act(work, actor=PROGRAM, priority=Priority.BACKGROUND)[0]

    def _begin(self, case_id: int, count: SpreadCount, now: datetime) -> None:
        module = postgresql if self._database.dialect == "postgresql" else sqlite
        adding = module.insert(SpreadMark).values(case_id=case_id, looked_at=now, **_columns(count))
        self._database.quiet(
            lambda connection: connection.execute(adding.on_conflict_do_nothing(index_elements=["case_id"])),
            priority=Priority.BACKGROUND,
        )

    def _renew(self, case_id: int, mark: AnyRow, count: SpreadCount, now: datetime) -> None:
        renewing = (
            update(SpreadMark)
            .where(SpreadMark.case_id == case_id, SpreadMark.looked_at == mark.looked_at)
            .values(looked_at=now, **_columns(count))
        )
        self._database.quiet(lambda connection: connection.execute(renewing), priority=Priority.BACKGROUND)


def _columns(count: SpreadCount) -> dict[str, int]:
    return {"shares": count.shares, "replies": count.replies, "others": count.others}

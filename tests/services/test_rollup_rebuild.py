"""Roll-ups are put right while work goes on, by one workstation alone, also in another time zone."""

from __future__ import annotations

import random
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import delete, select, update

from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView
from app.models.domain.people import Actor
from app.models.domain.vocabulary import MentionState
from app.models.schema.cases import Case
from app.models.schema.mentions import Mention
from app.models.schema.rollups import AxisMarkDay, CaseHist, MentionDay, TeamDay, VoiceDay, VoiceMonth
from app.models.schema.settings import BusinessSetting
from app.services.business_zone import COUNTED_ZONE_SETTING, ZONE_SETTING
from app.services.cancel import Cancelled
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.mention_book import MentionBook
from app.services.recount import recount
from app.services.rollup_rebuild import STALE_SETTING, Rebuilt, RollupRebuild
from tests.services.inbox.counter_data import populate, store_mentions


def setting(database: Database, key: str) -> object:
    with database.read() as connection:
        return connection.execute(select(BusinessSetting.value).where(BusinessSetting.key == key)).scalar_one_or_none()


def differences(database: Database) -> list[Any]:
    with database.read() as connection:
        return recount(connection)


def spoil(database: Database) -> None:
    def work(connection: Any) -> None:
        for table in (AxisMarkDay, TeamDay, VoiceDay, VoiceMonth):
            connection.execute(delete(table))
        connection.execute(update(MentionDay).values(n=MentionDay.n + 3))
        connection.execute(update(CaseHist).values(n=CaseHist.n + 1))

    database.quiet(work)


def test_what_happens_meanwhile_is_neither_lost_nor_counted_twice(database: Database, actor: Actor) -> None:
    world = populate(database, actor, seed=21, mentions=90, cases=25)
    spoil(database)
    filled: list[object] = []

    def meanwhile(_done: int) -> None:
        if len(filled) < 2:
            filled.append(1)
            chance, book = random.Random(3), MentionBook()  # noqa: S311 - the same work every time
            database.act(lambda act: store_mentions(act, book, chance, world, 5), actor=actor)
            with database.read() as connection:
                wanted = select(Mention.id).where(Mention.case_id.is_not(None)).limit(2)
                ids = list(connection.execute(wanted).scalars())
            database.act(lambda act: book.move(act, ids, to=MentionState.TO_TRIAGE), actor=actor)

    rebuild = RollupRebuild(database=database, parts=[lambda _database, _progress: filled.append(2)])
    done = rebuild.run(meanwhile)
    assert done.is_done
    assert done.figures > 50
    assert filled.count(2) == 1
    assert differences(database) == []
    assert not rebuild.is_wanted()
    assert (setting(database, STALE_SETTING), setting(database, COUNTED_ZONE_SETTING)) == (False, "America/Sao_Paulo")


def test_one_workstation_gives_way_to_the_other(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=22, mentions=60, cases=10)
    spoil(database)
    other: list[Rebuilt] = []

    def meanwhile(_done: int) -> None:
        if not other:
            other.append(RollupRebuild(database=database, parts=()).run())

    assert not RollupRebuild(database=database, parts=()).run(meanwhile).is_done
    assert other[0].is_done
    assert differences(database) == []


def test_what_was_broken_off_is_begun_anew(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=23, mentions=60, cases=10)
    spoil(database)

    def stop(_done: int) -> None:
        raise Cancelled

    rebuild = RollupRebuild(database=database, parts=())
    with pytest.raises(Cancelled):
        rebuild.run(stop)
    assert rebuild.is_wanted()
    assert rebuild.run().is_done
    assert differences(database) == []


def test_in_another_time_zone_charts_and_lists_agree_again(database: Database, actor: Actor) -> None:
    world = populate(database, actor, seed=24, mentions=120, cases=30)
    rebuild = RollupRebuild(database=database, parts=())
    assert not rebuild.is_wanted()
    tokyo = update(BusinessSetting).where(BusinessSetting.key == ZONE_SETTING).values(value="Asia/Tokyo")
    database.quiet(lambda connection: connection.execute(tokyo))
    assert rebuild.is_wanted()
    assert rebuild.run().is_done
    # Also the facets of mentions: recount compares every token.
    assert differences(database) == []
    wanted = InboxFilter(channel_ids=(world.channels[0],), since=date(2026, 11, 1), until=date(2026, 11, 30))
    with database.read() as connection:
        rows = connection.execute(select(Case.opened_at, Case.channel_id)).all()
    zone = ZoneInfo("Asia/Tokyo")
    here = [at for at, channel in rows if channel == world.channels[0] and at.astimezone(zone).month == 11]
    assert here
    assert InboxService(database=database).count(InboxQuery(InboxView.ALL_CASES, wanted), actor).n == len(here)
    with database.read() as connection:
        assert not connection.execute(select(MentionDay.n).where(MentionDay.n == 0)).all()

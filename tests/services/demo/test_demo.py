from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from app.models.domain.incoming import IncomingMention
from app.models.schema.cases import Case
from app.models.schema.customers import Customer
from app.models.schema.mentions import Mention
from app.services.checkup import check_database
from app.services.database import Database
from app.services.demo.calendar import counts_by_hour
from app.services.demo.load import load_demo
from app.services.errors import Invalid, Refused
from app.services.intake import batch_of
from app.services.intake.wiring import build_intake


def test_a_small_year_is_sound_and_work_can_go_on(database: Database) -> None:
    told: list[int] = []
    load_demo(database, 2_000, seed=3, progress=told.append)
    assert told == [2_000]
    assert check_database(database).is_sound
    with database.read() as connection:
        states = set(connection.execute(select(Case.state)).scalars())
        cases = connection.execute(select(func.count()).select_from(Case)).scalar_one()
        documents = connection.execute(select(func.count()).where(Customer.document_hash.is_not(None))).scalar_one()
    assert len(states) >= 6
    assert 400 < cases < 800
    assert documents > 20
    said = IncomingMention(channel="x", text="mais uma", posted_at=database.clock.now(), author_key="nova.pessoa")
    build_intake(database).receive(batch_of([said]))
    assert check_database(database).is_sound
    with pytest.raises(Refused, match="database_not_empty"):
        load_demo(database, 2_000)


def test_the_same_seed_gives_the_same_year(database: Database) -> None:
    load_demo(database, 150, seed=7)
    with database.read() as connection:
        texts = connection.execute(select(Mention.text).order_by(Mention.id)).scalars().all()
    assert len(texts) == 150
    assert len(set(texts)) > 100


def test_too_small_is_refused(database: Database) -> None:
    with pytest.raises(Invalid, match="demo_too_small"):
        load_demo(database, 5)


def test_the_year_grows_as_in_the_guide() -> None:
    counts = [n for _hour, n in counts_by_hour(7_508_166, 500_000, ZoneInfo("America/Sao_Paulo"))]
    months = [sum(counts[place * 730 : (place + 1) * 730]) for place in range(12)]
    assert sum(counts) == 7_508_166
    assert abs(months[0] - 417_552) < 12_000
    assert abs(months[11] - 807_774) < 20_000

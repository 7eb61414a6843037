"""The first day's data is whole, in order, and what the rules expect."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select

from app.models.domain.intake_rule import IntakeRule as Rule
from app.models.domain.vocabulary import AxisKey, Sentiment
from app.models.domain.words import fold
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.intake import IntakeRule
from app.models.schema.people import Area, Person
from app.models.schema.settings import BusinessSetting, Calendar, CalendarException, SlaTarget, Template
from app.services.database import Database
from app.services.first_day import SEEDS, put_nodes, tree_nodes

TREES = sorted(path.stem for path in (SEEDS / "trees").glob("*.json"))
VARIABLES = {"cliente", "protocolo", "prazo", "horario", "atendente", "empresa"}
RULE_LISTS = ("channels", "any_words", "all_words", "no_words", "authors", "languages", "sentiments")


def test_the_seven_axes_are_there_with_their_carriers(database: Database) -> None:
    with database.read() as connection:
        carriers = dict(connection.execute(select(Axis.key, Axis.carrier)).all())
        counts = dict(
            connection.execute(
                select(Axis.key, func.count()).join(Node, Node.axis_id == Axis.id).group_by(Axis.key)
            ).all()
        )
    assert set(carriers) == {key.value for key in AxisKey}
    assert {key for key, carrier in carriers.items() if carrier == "mention"} == {"sentiment", "situation"}
    assert {key for key, carrier in carriers.items() if carrier == "customer"} == {"profile", "persona"}
    expected = {"nature": 8, "situation": 6, "profile": 5, "sentiment": 4, "persona": 8, "front": 2}
    assert expected.items() <= counts.items()
    assert counts["subject"] > 20


def test_sentiment_nodes_are_the_codes_of_the_program(database: Database) -> None:
    with database.read() as connection:
        keys = connection.execute(select(Node.key).join(Axis, Axis.id == Node.axis_id).where(Axis.key == "sentiment"))
        assert set(keys.scalars()) == {sentiment.value for sentiment in Sentiment}


def test_situations_are_those_of_the_recommended_actions(database: Database) -> None:
    with database.read() as connection:
        keys = connection.execute(select(Node.key).join(Axis, Axis.id == Node.axis_id).where(Axis.key == "situation"))
        setting = select(BusinessSetting.value).where(BusinessSetting.key == "situations")
        actions = connection.execute(setting).scalar_one()["situations"]
        assert {each["key"] for each in actions} == set(keys.scalars())


def test_names_are_folded_and_personas_are_explained(database: Database) -> None:
    with database.read() as connection:
        nodes = connection.execute(select(Node.name, Node.folded_name)).all()
        assert all(row.folded_name == fold(row.name) for row in nodes)
        personas = connection.execute(
            select(Node.description, Node.examples).join(Axis, Axis.id == Node.axis_id).where(Axis.key == "persona")
        ).all()
        assert all(row.description and len(row.examples.splitlines()) == 2 for row in personas)


def test_areas_channels_and_hours(database: Database) -> None:
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Area)).scalar_one() == 11
        assert connection.execute(select(Area.key).where(Area.is_ombudsman)).scalars().all() == ["ombudsman"]
        assert connection.execute(select(func.count()).select_from(Channel)).scalar_one() == 18
        week = connection.execute(select(Calendar.week)).scalar_one()
        assert week["0"] == [["09:00", "12:00"], ["13:00", "18:00"]]
        assert week["6"] == []
        days = connection.execute(select(CalendarException.day)).scalars().all()
        assert date(2026, 4, 3) in days
        assert date(2027, 11, 20) in days
        assert len(days) == 30
        assert connection.execute(select(func.count()).select_from(Person)).scalar_one() == 0


def test_targets_lead_from_crisis_to_the_default(database: Database) -> None:
    with database.read() as connection:
        rows = connection.execute(select(SlaTarget.__table__).order_by(SlaTarget.position)).all()
    assert [(row.crisis_level, row.first_response_minutes) for row in rows[:3]] == [(1, 30), (2, 120), (3, 720)]
    assert rows[-1].channel_id is rows[-1].nature_node_id is rows[-1].is_vip is rows[-1].crisis_level is None
    assert rows[-2].nature_node_id


def test_templates_use_known_variables_and_natures(database: Database) -> None:
    with database.read() as connection:
        rows = connection.execute(select(Template.__table__)).all()
        natures = connection.execute(select(Node.key)).scalars().all()
    assert len(rows) >= 15
    assert len({row.shortcut for row in rows}) == len(rows)
    for row in rows:
        assert set(re.findall(r"\{(\w+)\}", row.text)) <= VARIABLES
        assert row.nature_key is None or row.nature_key in natures


def test_rules_are_off_and_can_be_read(database: Database) -> None:
    with database.read() as connection:
        rows = connection.execute(select(IntakeRule.__table__)).all()
    assert rows
    for row in rows:
        values = {key: tuple(value) if key in RULE_LISTS else value for key, value in row.conditions.items()}
        assert Rule(id=row.id, name=row.name, **values).has_conditions
        assert not row.is_enabled


def test_settings_name_zone_and_crisis_matrix(database: Database) -> None:
    with database.read() as connection:
        keys = dict(connection.execute(select(BusinessSetting.key, BusinessSetting.value)).all())
    assert keys["zone"] == "America/Sao_Paulo"
    assert [level["level"] for level in keys["crisis"]["levels"]] == [1, 2, 3]


@pytest.mark.parametrize("name", TREES)
def test_a_ready_made_tree_can_be_planted(database: Database, name: str) -> None:
    nodes = tree_nodes(name)

    def count(branch: list[dict[str, Any]]) -> int:
        return sum(1 + count(node.get("children", [])) for node in branch)

    def plant(connection: Connection) -> int:
        statement = insert(Axis).values(key="new", name="Novo", carrier="case", position=9, is_active=True)
        axis_id = connection.execute(statement.returning(Axis.id)).scalar_one()
        return len(put_nodes(connection, axis_id, nodes))

    assert database.quiet(plant) == count(nodes) > 10

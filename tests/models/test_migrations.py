"""The steps lead up to exactly what the models say, down to nothing, and up again, on both engines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, insert, inspect, select, text

from app.models import migrations
from app.models.domain.people import PROGRAM
from app.models.domain.vocabulary import DraftKind
from app.models.schema import Base
from app.models.schema.cases import Draft
from app.models.schema.classification import Axis
from app.models.schema.history import History
from app.models.schema.mentions import AttachmentContent
from app.models.schema.search import is_search_object
from app.services.database import Database
from app.services.database_location import LocalFile, Location
from app.services.engines import open_engines
from app.services.first_day import put_first_day_data
from tests.fakes import DEFAULT_NOW

FOLDER = Path(migrations.__file__).parent


@pytest.fixture
def empty_location(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Location:
    if engine_kind == "sqlite":
        return LocalFile(tmp_path / "empty.balcao")
    found: Location = request.getfixturevalue("empty_postgres_location")
    return found


@pytest.fixture
def writer(empty_location: Location) -> Iterator[Engine]:
    engines = open_engines(empty_location)
    yield engines.writer
    engines.dispose()


def _tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def _parts(sql: str) -> list[str]:
    """The columns and constraints of a table in any order: a column that was added later stands at the end."""
    plain = " ".join(sql.split())
    head, found, rest = plain.partition("(")
    if not head.startswith("CREATE TABLE"):
        return [plain]
    inside, _, tail = rest.rpartition(")")
    parts = re.split(r",\s*(?![^()]*\))", inside)
    return [head + found + tail, *sorted(part.strip() for part in parts)]


def _forms(connection: Connection) -> list[tuple[str, ...]]:
    """Everything the engine says about the tables' forms, to compare two databases."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"))
        return [(row.type, row.name, *_parts(row.sql or "")) for row in rows]
    columns = connection.execute(
        text(
            "SELECT table_name, column_name, data_type || is_nullable || coalesce(column_default, '') AS form "
            "FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"
        )
    )
    indexes = connection.execute(
        text("SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
    )
    constraints = connection.execute(
        text(
            "SELECT conrelid::regclass::text, conname::text, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace"
        )
    )
    return sorted(tuple(map(str, row)) for rows in (columns, indexes, constraints) for row in rows)


def test_the_known_revisions_are_the_files() -> None:
    scripts = ScriptDirectory(str(FOLDER))
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == migrations.REVISIONS
    assert scripts.get_current_head() == migrations.HEAD


def test_the_head_is_what_the_models_say(writer: Engine) -> None:
    with writer.begin() as connection:
        migrations.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, Base.metadata) == []


def _is_ours(_item: object, name: str | None, *_: object) -> bool:
    return name is None or not is_search_object(name)


def test_the_frozen_first_step_makes_the_same_as_the_models(writer: Engine) -> None:
    # The comparison above does not look at partial indexes, checks and WITHOUT ROWID; this one does.
    with writer.begin() as connection:
        migrations.upgrade(connection)
        made_by_steps = [form for form in _forms(connection) if not is_search_object(form[0])]
        migrations.downgrade(connection)
        Base.metadata.create_all(connection)
        made_by_models = _forms(connection)
    missing = [form for form in made_by_models if form not in made_by_steps]
    assert missing == []


def test_up_down_to_nothing_and_up_again_with_data(writer: Engine) -> None:
    forms = []
    for _ in range(2):
        with writer.begin() as connection:
            migrations.upgrade(connection)
            put_first_day_data(connection, at=DEFAULT_NOW)
            assert len(connection.execute(select(Axis.id)).all()) == 7
            forms.append(_forms(connection))
        with writer.begin() as connection:
            migrations.downgrade(connection)
        assert _tables(writer) == set()
    assert forms[0] == forms[1]


def test_a_step_that_fails_leaves_nothing_behind(writer: Engine) -> None:
    def fail_at_the_end() -> None:
        with writer.begin() as connection:
            migrations.upgrade(connection)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_at_the_end()
    assert _tables(writer) == set()


def test_an_act_of_the_program_needs_no_person(database: Database) -> None:
    database.act(lambda act: act.record(None, "started", {}), actor=PROGRAM)
    with database.read() as connection:
        assert connection.execute(select(History.actor_id)).scalar_one() == 0


def test_files_of_drafts_go_with_the_drafts_that_no_older_program_can_read(writer: Engine) -> None:
    kept, gone = b"k" * 32, b"g" * 32
    draft = {"case_id": 1, "person_id": 1, "saved_at": DEFAULT_NOW}
    files = json.dumps([{"attachment": 7}, {"name": "nota.pdf", "media_type": "application/pdf", "key": gone.hex()}])
    with writer.begin() as connection:
        migrations.upgrade(connection)
        put_first_day_data(connection, at=DEFAULT_NOW)
        connection.execute(insert(AttachmentContent), [{"sha256": key, "content": b"x"} for key in (kept, gone)])
        connection.execute(
            insert(Draft),
            [draft | {"kind": DraftKind.FILES, "text": files}, draft | {"kind": DraftKind.NOTE, "text": "ver"}],
        )
        migrations.downgrade(connection, "0003")
        assert list(connection.execute(select(Draft.text)).scalars()) == ["ver"]
        assert list(connection.execute(select(AttachmentContent.sha256)).scalars()) == [kept]

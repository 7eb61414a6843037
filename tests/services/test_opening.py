"""A database opens, is brought up to date, or is refused with a code that a person can act on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite_driver
from sqlalchemy import func, select, text

from app.models import migrations
from app.models.domain.people import PROGRAM, Actor
from app.models.schema.classification import Axis
from app.models.schema.history import ChangeCounter
from app.models.schema.people import Workstation
from app.services.database import Database
from app.services.database_location import LocalFile, Location, Server
from app.services.errors import Refused, Unavailable
from app.services.opening import copy_file, open_database
from tests.fakes import FakeClock

Opener = Callable[..., Database]


@pytest.fixture
def opener(clock: FakeClock) -> Opener:
    def open_it(location: Location, *, read_only: bool = False) -> Database:
        return open_database(
            location,
            clock=clock,
            workstation_key="key",
            workstation_name="Balcão 1",
            announce=lambda _: None,
            read_only=read_only,
        )

    return open_it


def _code(opener: Opener, location: Location, *, read_only: bool = False) -> str:
    with pytest.raises(Unavailable) as refusal:
        opener(location, read_only=read_only)
    return refusal.value.code


def test_an_opened_database_has_first_day_data(database: Database, actor: Actor) -> None:
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Axis)).scalar_one() == 7
        assert connection.execute(select(Workstation.name).where(Workstation.key == "this-workstation")).scalar_one()
    assert actor.person_id


def test_a_new_file_is_made_with_its_folder_and_opens_again(tmp_path: Path, opener: Opener) -> None:
    location = LocalFile(tmp_path / "Pasta nova" / "balcão.balcao")
    opener(location).close()
    opened = opener(location)
    with opened.read() as connection:
        assert connection.execute(select(func.count()).select_from(ChangeCounter)).scalar_one() == 1
    opened.close()


def test_an_encrypted_file_opens_with_its_key_alone(tmp_path: Path, opener: Opener) -> None:
    location = LocalFile(tmp_path / "secret.balcao", key=bytes(range(32)))
    opener(location).close()
    opener(location).close()
    assert b"SQLite format 3" not in location.path.read_bytes()[:100]
    assert _code(opener, replace(location, key=bytes(32))) == "database_not_ours"
    assert _code(opener, replace(location, key=None)) == "database_not_ours"


@pytest.mark.parametrize("content", [b"nome;texto\n" * 400, b"\x00" * 5000, b"x"])
def test_a_file_of_another_kind_is_not_ours(tmp_path: Path, opener: Opener, content: bytes) -> None:
    path = tmp_path / "other.balcao"
    path.write_bytes(content)
    assert _code(opener, LocalFile(path)) == "database_not_ours"
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_not_ours(tmp_path: Path, opener: Opener) -> None:
    path = tmp_path / "other.db"
    connection = sqlite_driver.connect(str(path))
    connection.execute("CREATE TABLE mention (id INTEGER)")
    connection.close()
    before = path.read_bytes()
    assert _code(opener, LocalFile(path)) == "database_not_ours"
    assert path.read_bytes() == before


def test_a_folder_is_not_ours(tmp_path: Path, opener: Opener) -> None:
    assert _code(opener, LocalFile(tmp_path)) == "database_not_ours"


@pytest.mark.parametrize("start", [16, 100])
def test_a_damaged_file_is_said_to_be_damaged(sqlite_location: LocalFile, opener: Opener, start: int) -> None:
    content = bytearray(sqlite_location.path.read_bytes())
    content[start:4096] = b"\xa5" * (4096 - start)
    sqlite_location.path.write_bytes(content)
    assert _code(opener, sqlite_location) in {"database_damaged", "database_not_ours"}


def test_a_cut_file_is_said_to_be_damaged(sqlite_location: LocalFile, opener: Opener) -> None:
    os.truncate(sqlite_location.path, 3 * 4096)
    assert _code(opener, sqlite_location) == "database_damaged"


def test_a_newer_database_is_left_alone(location: Location, open_another: Opener, opener: Opener) -> None:
    database = open_another()
    database.quiet(lambda each: each.execute(text("UPDATE alembic_version SET version_num = '9999'")))
    database.close()
    assert _code(opener, location) == "database_newer"


def test_a_locked_file_is_busy(sqlite_location: LocalFile, opener: Opener) -> None:
    other = sqlite_driver.connect(str(sqlite_location.path), isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        assert _code(opener, sqlite_location) == "database_busy"
    finally:
        other.close()


def test_read_only_opening_reads_and_refuses_acts(location: Location, opener: Opener) -> None:
    database = opener(location, read_only=True)
    with database.read() as connection:
        assert connection.execute(select(func.count()).select_from(Axis)).scalar_one() == 7
    with pytest.raises(Unavailable) as refusal:
        database.act(lambda act: act.record(None, "nothing", {}), actor=PROGRAM)
    assert refusal.value.code == "database_read_only"
    database.close()


def test_read_only_opening_makes_no_file(tmp_path: Path, opener: Opener) -> None:
    assert _code(opener, LocalFile(tmp_path / "none.balcao"), read_only=True) == "database_not_found"
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_may_not_be_written_is_read_only(sqlite_location: LocalFile) -> None:
    # As an ordinary user: root may write everything.
    script = (
        "import os, sys; from app.services.opening import open_database\n"
        "from app.services.database_location import LocalFile\nfrom app.services.clock import SystemClock\n"
        "from app.services.errors import Unavailable\nfrom pathlib import Path\n"
        "if hasattr(os, 'geteuid') and os.geteuid() == 0: os.setgid(65534); os.setuid(65534)\n"
        "def go(read_only):\n"
        "    return open_database(LocalFile(Path(sys.argv[1])), clock=SystemClock(), workstation_key='k',"
        " workstation_name='n', announce=print, read_only=read_only)\n"
        "try: go(False)\nexcept Unavailable as error: print(error.code)\n"
        "database = go(True)\nwith database.read() as connection:\n"
        "    print(connection.exec_driver_sql('SELECT count(*) FROM axis').scalar_one())\n"
    )
    # The ordinary user may not enter pytest's folder.
    folder = Path("/var/tmp") / f"balcao-read-only-{os.getpid()}"  # noqa: S108 - made by us alone, with its own name
    folder.mkdir(mode=0o755)
    try:
        path = folder / "balcao.balcao"
        shutil.copyfile(sqlite_location.path, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        # Nobody may write coverage's own files either.
        bare = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
        done = subprocess.run(
            [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False, timeout=60, env=bare
        )
        assert (done.stdout.split(), done.stderr) == (["database_read_only", "7"], "")
    finally:
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_an_older_file_is_copied_before_it_is_upgraded(
    sqlite_location: LocalFile, opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    upgraded = []

    def upgrade(connection: object) -> None:
        upgraded.append(connection)

    following = f"{int(migrations.HEAD) + 1:04}"
    monkeypatch.setattr(migrations, "HEAD", following)
    monkeypatch.setattr(migrations, "upgrade", upgrade)
    opener(sqlite_location).close()
    copy = sqlite_location.path.with_name(f"balcao.balcao.before-{following}")
    assert len(upgraded) == 1
    monkeypatch.undo()
    opener(LocalFile(copy)).close()


def test_a_file_in_use_is_copied_whole(sqlite_location: LocalFile, opener: Opener, tmp_path: Path) -> None:
    database = opener(sqlite_location)
    database.act(lambda act: act.record(1, "note_added", {}), actor=PROGRAM)
    copy_file(sqlite_location, tmp_path / "copy.balcao")
    copied = opener(LocalFile(tmp_path / "copy.balcao"))
    with copied.read() as connection:
        assert connection.execute(select(ChangeCounter.history_seq)).scalar_one() == 1
    copied.close()
    database.close()


def test_two_workstations_may_start_an_empty_database_at_once(
    engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest, opener: Opener
) -> None:
    location: Location
    if engine_kind == "sqlite":
        location = LocalFile(tmp_path / "new.balcao")
    else:
        location = request.getfixturevalue("empty_postgres_location")
    opened: list[Database] = []
    threads = [threading.Thread(target=lambda: opened.append(opener(location))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 3
    with opened[0].read() as connection:
        assert connection.execute(select(func.count()).select_from(Axis)).scalar_one() == 7
    for database in opened:
        database.close()


@pytest.mark.postgres
def test_a_server_says_what_is_wrong(postgres_location: Server, opener: Opener) -> None:
    assert _code(opener, replace(postgres_location, name="nowhere")) == "database_not_found"
    assert _code(opener, replace(postgres_location, user="nobody_here")) == "database_sign_in"
    assert _code(opener, replace(postgres_location, port=1)) == "database_unreachable"


@pytest.mark.skipif(os.name == "nt", reason="on Windows a link needs a right that tests have not")
def test_a_link_into_a_cloud_folder_is_refused(tmp_path: Path, opener: Opener) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "dados").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    with pytest.raises(Refused, match="storage_cloud"):
        opener(LocalFile(tmp_path / "dados" / "balcao.balcao"))
    assert not list((tmp_path / "Dropbox").iterdir())


def test_a_copy_that_cannot_be_made_says_why(sqlite_location: LocalFile, tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as refusal:
        copy_file(sqlite_location, tmp_path / "nowhere" / "copy.balcao")
    assert refusal.value.code == "database_not_found"

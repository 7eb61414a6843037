"""What happens before and around the window: opening and signing in, the log, one window a profile."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import IntegrityError

from app.bootstrap.logs import FILE_NAME, start_log, stop_log
from app.bootstrap.opening import Opener, first_choice
from app.bootstrap.services import build_services
from app.bootstrap.single import SingleInstance
from app.models.domain.people import Role
from app.services.database_location import Server
from app.services.engines import open_engines
from app.services.errors import Unavailable
from app.services.people import add_person
from app.services.settings import SettingsStore
from app.views.welcome.choice import StartChoice
from tests.fakes import DEFAULT_NOW, FakeClock, FakeSecrets


def opener(store: SettingsStore, clock: FakeClock, kept: FakeSecrets) -> Opener:
    return Opener(store=store, secrets_store=kept, clock=clock, announce=lambda _: None)


def test_the_first_person_opens_a_new_file_and_is_remembered(
    tmp_path: Path, clock: FakeClock, secrets_store: FakeSecrets
) -> None:
    store = SettingsStore(folder=tmp_path / "profile")
    store.load()
    path = tmp_path / "dados" / "atendimentos.balcao"
    opened = opener(store, clock, secrets_store).open(StartChoice("Beatriz Lima", str(path)))
    try:
        assert opened.actor.role is Role.ADMINISTRATOR
        assert build_services(opened.database).people.list()[-1].name == "Beatriz Lima"
    finally:
        opened.database.close()
    again = SettingsStore(folder=tmp_path / "profile")
    again.load()
    assert first_choice(again, None) == StartChoice("Beatriz Lima", str(path))
    assert len(again.current.workstation_key) == 16


def test_the_password_of_a_server_goes_to_the_keyring_only(
    tmp_path: Path, clock: FakeClock, secrets_store: FakeSecrets, postgres_location: Server
) -> None:
    store = SettingsStore(folder=tmp_path)
    store.load()
    choice = StartChoice("Beatriz Lima", postgres_location.describe(), password="segredo-da-equipe")
    opener(store, clock, secrets_store).open(choice).database.close()
    assert (
        secrets_store.password(f"{postgres_location.host}:{postgres_location.port}", postgres_location.user)
        == "segredo-da-equipe"
    )
    assert "segredo" not in store.path.read_text(encoding="utf-8")


def test_a_database_that_does_not_open_leaves_the_settings_alone(
    tmp_path: Path, clock: FakeClock, secrets_store: FakeSecrets
) -> None:
    store = SettingsStore(folder=tmp_path / "profile")
    store.load()
    other = tmp_path / "planilha.balcao"
    other.write_bytes(b"nothing of ours" * 100)
    with pytest.raises(Unavailable):
        opener(store, clock, secrets_store).open(StartChoice("Beatriz Lima", str(other)))
    assert store.current.last_database == ""
    assert other.read_bytes() == b"nothing of ours" * 100


def test_the_log_holds_no_personal_data(tmp_path: Path) -> None:
    handler = start_log(tmp_path)
    assert handler is not None
    try:
        int("cliente ana@exemplo.com.br, CPF 529.982.247-25")
    except ValueError:
        logging.getLogger("test").exception("failed")
    finally:
        stop_log(handler)
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "ana@" not in text
    assert "529.982" not in text


def test_a_second_start_calls_the_first_window(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = SingleInstance(profile=tmp_path), SingleInstance(profile=tmp_path)
    assert first.is_first()
    with qtbot.waitSignal(first.raised, timeout=3_000):
        assert not second.is_first()
    first.release()
    assert second.is_first()
    second.release()


class NoKeyring(FakeSecrets):
    """What a bare Linux has."""

    def password(self, host: str, user: str) -> str | None:
        raise Unavailable("no_keyring", host=host, user=user)

    def set_password(self, host: str, user: str, password: str) -> None:
        raise Unavailable("no_keyring", host=host, user=user, length=len(password))


@pytest.mark.postgres
@pytest.mark.parametrize("password", ["", "segredo-da-equipe"])
def test_a_server_opens_without_a_keyring(
    tmp_path: Path, clock: FakeClock, postgres_location: Server, password: str
) -> None:
    store = SettingsStore(folder=tmp_path)
    store.load()
    choice = StartChoice("Beatriz Lima", postgres_location.describe(), password=password)
    opened = opener(store, clock, NoKeyring()).open(choice)
    opened.database.close()
    assert opened.actor.name == "Beatriz Lima"
    assert "segredo" not in store.path.read_text(encoding="utf-8")


@pytest.mark.postgres
def test_the_log_leaves_out_the_row_that_a_server_quotes(tmp_path: Path, postgres_location: Server) -> None:
    engines = open_engines(postgres_location)
    name = "Joana Prado"
    handler = start_log(tmp_path)
    assert handler is not None
    try:
        with engines.writer.begin() as connection:
            for _ in range(2):
                add_person(connection, name=name, role=Role.ANALYST, at=DEFAULT_NOW)
    except IntegrityError:
        logging.getLogger("test").exception("failed")
    finally:
        stop_log(handler)
        engines.dispose()
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert "UniqueViolation" in text
    assert "joana" not in text.lower()

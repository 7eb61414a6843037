"""The pages on which the database is looked after and the team is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from app.bootstrap.services import Services
from app.models.domain.counters import case_counter
from app.models.domain.people import Role
from app.models.domain.vocabulary import CaseState
from app.models.schema.rollups import StatusCounter
from app.services.database_location import LocalFile
from app.services.errors import Unavailable
from app.views.settings.database_page import DatabasePage, Place, file_size
from app.views.settings.people_page import PeoplePage, role_hint, role_names
from app.views.support.desk import Desk
from tests.views.inbox.widget_tree import cut, nameless

WAIT = 20_000


@pytest.fixture
def opened() -> list[tuple[str, str]]:
    """Places that were asked to be opened."""
    return []


@pytest.fixture
def page(
    desk: Desk, services: Services, sqlite_location: LocalFile, opened: list[tuple[str, str]], qtbot: QtBot
) -> DatabasePage:
    def open_place(address: str, password: str) -> str:
        opened.append((address, password))
        if "nowhere" in address:
            raise Unavailable("database_no_permission", path=address)
        return address

    made = DatabasePage(
        desk=desk, database=services.database, place=Place(str(sqlite_location.path)), open_place=open_place
    )
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def people(desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]) -> PeoplePage:
    made = PeoplePage(desk=desk, people=services.people)
    qtbot.addWidget(made)
    made.show()
    settle()
    return made


def test_place_size_and_a_sound_database(
    page: DatabasePage, sqlite_location: LocalFile, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    settle()
    assert page.where.text() == str(sqlite_location.path)
    assert page.size_text.text().endswith("MB") or page.size_text.text().endswith("kB")
    assert file_size(str(sqlite_location.path)) > 10_000
    page.check_button.click()
    page.check()
    qtbot.waitUntil(lambda: page.result.text().startswith("Tudo certo"), timeout=WAIT)
    assert page.check_button.isEnabled()
    assert nameless(page) == []
    assert cut(page) == []


def test_what_does_not_agree_is_said(page: DatabasePage, services: Services, qtbot: QtBot) -> None:
    wrong = insert(StatusCounter).values(key=case_counter(CaseState.MERGED), n=7)
    services.database.quiet(lambda connection: connection.execute(wrong))
    page.check()
    qtbot.waitUntil(lambda: page.result.text().startswith("Atenção: "), timeout=WAIT)
    assert "contagens não conferem" in page.result.text()


def test_another_database_is_opened_or_explained(
    page: DatabasePage, opened: list[tuple[str, str]], qtbot: QtBot, settle: Callable[[], None]
) -> None:
    page.place.path_edit.clear()
    page.open_button.click()
    assert page.message.text() == "Escolha o arquivo em que os atendimentos serão guardados."
    page.place.path_edit.setText("nowhere.balcao")
    page.open_button.click()
    settle()
    assert page.message.text().startswith("Sem permissão para usar nowhere.balcao.")
    page.place.path_edit.setText("outro.balcao")
    with qtbot.waitSignal(page.place_opened) as signal:
        page.open_button.click()
    assert signal.args == ["outro.balcao"]
    assert opened == [("nowhere.balcao", ""), ("outro.balcao", "")]


def test_a_server_is_shown_without_size(desk: Desk, services: Services, qtbot: QtBot) -> None:
    place = Place("postgresql://ana@servidor:5432/balcao", is_read_only=True)
    made = DatabasePage(desk=desk, database=services.database, place=place, open_place=lambda *_: None)
    qtbot.addWidget(made)
    made.show()
    assert not made.size_text.isVisible()
    assert made.state.text == "Aberto só para leitura"
    assert not made.place.is_local


def test_team_is_added_to_renamed_and_left(
    people: PeoplePage, services: Services, qtbot: QtBot, settle: Callable[[], None]
) -> None:
    people.new_name.setText("José Lima")
    people.new_role.setCurrentIndex(people.new_role.findData(Role.ANALYST.value))
    qtbot.keyClick(people.new_name, Qt.Key.Key_Return)
    settle()
    jose = next(member for member in services.people.list() if member.name == "José Lima")
    assert jose.role is Role.ANALYST
    people.choose(jose.person_id)
    people.name_edit.setText("José Lima Neto")
    people.role.setCurrentIndex(people.role.findData(Role.ATTENDANT.value))
    people.save_button.click()
    settle()
    kept = next(member for member in services.people.list() if member.person_id == jose.person_id)
    assert (kept.name, kept.role) == ("José Lima Neto", Role.ATTENDANT)
    people.choose(jose.person_id)
    people.active_button.click()
    settle()
    assert jose.person_id not in people.model.ids
    people.inactive.setChecked(True)
    settle()
    people.choose(jose.person_id)
    assert people.active_button.text() == "Reativar"
    people.active_button.click()
    settle()
    assert jose.person_id in {member.person_id for member in services.people.list()}


def test_what_the_service_refuses_is_said_below(people: PeoplePage, settle: Callable[[], None]) -> None:
    people.new_name.setText("  ")
    people.add_button.click()
    settle()
    assert people.message.text() == "Falta o nome da pessoa. Nada foi gravado."
    people.new_name.setText("marta sa")
    people.add_button.click()
    settle()
    assert "Já existe uma pessoa" in people.message.text()
    people.new_name.setText("Caio")
    people.new_role.setCurrentIndex(people.new_role.findData(Role.ADMINISTRATOR.value))
    people.add_button.click()
    settle()
    assert people.message.text().startswith("Seu perfil não permite isso.")
    assert people.new_name.text() == "Caio"


def test_an_attendant_only_reads_the_team(
    desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None], qtmodeltester: ModelTester
) -> None:
    attendant = replace(desk, actor=replace(desk.actor, role=Role.ATTENDANT))
    made = PeoplePage(desk=attendant, people=services.people)
    qtbot.addWidget(made)
    made.show()
    settle()
    assert made.model.rowCount() == 1
    assert not made.save_button.isEnabled()
    assert not made.add_button.isEnabled()
    assert made.message.text() == "Só a supervisão e a administração mudam a equipe."
    assert nameless(made) == []
    qtmodeltester.check(made.model)


def test_every_role_has_a_name_and_a_hint() -> None:
    assert set(role_names()) == set(Role)
    assert all(role_hint(role) for role in Role)

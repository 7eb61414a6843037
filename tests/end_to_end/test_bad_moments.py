"""What a person loses when things go wrong in the window: nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.bootstrap.services import build_services
from app.models.domain.inbox import InboxView
from app.models.domain.people import Role
from app.services.case_opening import ManualCase
from app.services.database_location import LocalFile, Location, Server
from app.services.opening import open_database
from app.services.people import PeopleService, add_person
from app.views.inbox.navigation import item_id
from app.views.intake.page import IntakePage
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver
from tests.fakes import FakeClock
from tests.postgres import PostgresServer

ROOT = Path(__file__).parents[2]
REAL = Path(os.environ.get("BALCAO_REAL_DATA", ROOT.parent / "shared" / "data")) / "real_input"
PEOPLE = ("Joana Prado", "Rui Sales", "Cida Matos")


def prepare(location: Location) -> list[int]:
    """Open a case for each of ``PEOPLE``; return their ids, oldest first."""
    database = open_database(
        location, clock=FakeClock(), workstation_key="counter", workstation_name="Balcão 2", announce=lambda _: None
    )
    try:
        services = build_services(database)
        actor = PeopleService(database=database).sign_in("Beatriz Lima")
        at = database.clock.now()
        database.quiet(lambda connection: add_person(connection, name="Paulo Reis", role=Role.ATTENDANT, at=at))
        return [
            services.cases.open_manual(
                actor,
                ManualCase(channel_key="phone", text=f"Kit errado de {name}", customer_name=name, phone="31987654321"),
            ).value.id
            for name in PEOPLE
        ]
    finally:
        database.close()


def open_first(driver: Driver) -> None:
    driver.window.show_page("inbox", item_id(InboxView.TO_TRIAGE))
    driver.go(item_id(InboxView.UNOWNED))
    driver.press("j")
    driver.until(lambda: driver.pane.session.detail is not None, "the case")
    driver.settle()
    driver.pane.timeline.setFocus()


def test_a_draft_survives_kill_9(start: Start, sqlite_location: LocalFile, tmp_path: Path) -> None:
    prepare(sqlite_location)
    other = start(person="Beatriz Lima", database=str(sqlite_location.path))  # writes the profile that the child uses
    other.quit()
    command = [sys.executable, "-m", "tests.end_to_end.typing_child", str(tmp_path / "perfil"), "Ja estamos vendo"]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        assert child.stdout.readline() == "kept\n"
    finally:
        child.kill()
        child.communicate()
    driver = start()
    open_first(driver)
    assert driver.pane.editor.text.toPlainText() == "Ja estamos vendo"


def test_two_windows_see_each_other_and_keep_what_is_typed(start: Start, sqlite_location: LocalFile) -> None:
    ids = prepare(sqlite_location)
    mine = start(profile="um", person="Beatriz Lima", database=str(sqlite_location.path))
    open_first(mine)
    case_id = mine.pane.current_case_id
    mine.press("r")
    mine.type("Oi, estou vendo")
    theirs = start(profile="dois", person="Paulo Reis", database=str(sqlite_location.path))
    theirs.window.activateWindow()
    open_first(theirs)
    assert theirs.pane.current_case_id == case_id
    theirs.press("n")
    theirs.type("Falei com a loja")
    theirs.press("Ctrl+Return")
    entries = lambda: mine.pane.session.detail.timeline  # noqa: E731 - looked at again and again
    mine.until(lambda: any(entry.text == "Falei com a loja" for entry in entries()), "the note", seconds=2)
    assert mine.pane.editor.text.toPlainText() == "Oi, estou vendo"
    assert mine.inbox.panel.view.current_row.id == case_id
    theirs.pane.timeline.setFocus()
    theirs.press("Shift+T")
    mine.until(lambda: mine.inbox.panel.header.count.text() == str(len(ids) - 1), "the count", seconds=2)
    mine.until(lambda: mine.pane.session.detail.owner_name == "Paulo Reis", "the owner", seconds=2)
    assert mine.pane.editor.text.toPlainText() == "Oi, estou vendo"


@pytest.mark.postgres
def test_a_server_that_goes_and_comes_back(start: Start) -> None:
    with PostgresServer.started() as server:
        server.create("balcao_de_equipe")
        location: Server = server.location("balcao_de_equipe")
        prepare(location)
        driver = start(person="Beatriz Lima", database=location.describe())
        open_first(driver)
        driver.press("n")
        driver.type("Loja avisada")
        server.pause()
        driver.see("sem resposta desde")
        driver.type(" e confirmada")
        assert driver.pane.editor.text.toPlainText() == "Loja avisada e confirmada"
        server.resume()
        driver.see("Banco da equipe · conectado")
        driver.press("Ctrl+Return")
        driver.until(
            lambda: any(entry.text == "Loja avisada e confirmada" for entry in driver.pane.session.detail.timeline),
            "the note",
        )
        driver.quit()


@pytest.mark.skipif(not REAL.exists(), reason="the files of real complaints are not on this machine")
def test_the_real_files_come_in_whole(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    driver = start(person="Beatriz Lima", database=str(tmp_path / "reais.balcao"))
    for path in sorted(REAL.glob("*.csv")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, path=path: (str(path), ""))
        driver.go("intake")
        driver.press("Ctrl+I")
        page = driver.window.page("intake")
        assert isinstance(page, IntakePage)
        flow = page.flows[-1]
        driver.until(flow.columns.isVisible, "the columns")
        driver.click(flow.buttons.next)
        driver.until(flow.checked.isVisible, "the trial")
        driver.press("Space")
        driver.until(flow.report.isVisible, "the account")
        assert flow.report.sentence.startswith("Importação concluída: 1.000 de 1.000 linhas entraram.")
        driver.click(flow.report.close_button)
    driver.go(item_id(InboxView.ALL_MENTIONS))
    driver.until(lambda: driver.inbox.panel.header.count.text() == "2.000", "the count")

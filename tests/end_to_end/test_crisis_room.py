"""From a crisis mention on the screen to a closed room, by keyboard and mouse in the running program."""

from __future__ import annotations

from app.models.domain.inbox import InboxView
from app.models.domain.incoming import IncomingMention
from app.services.clock import SystemClock
from app.services.database_location import LocalFile
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.opening import open_database
from app.views.crisis.open_dialog import OpenRoomDialog
from app.views.crisis.page import CrisisPage
from app.views.inbox.navigation import item_id
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver

TEXT = "Achei caco de vidro na comida de vocês"


def take_in(location: LocalFile, count: int) -> None:
    database = open_database(
        location, clock=SystemClock(), workstation_key="channels", workstation_name="x", announce=lambda _: None
    )
    try:
        now = database.clock.now()
        mentions = [
            IncomingMention("instagram", f"{TEXT} ({number})", now, external_id=f"{count}-{number}")
            for number in range(count)
        ]
        build_intake(database).receive(batch_of(mentions))
    finally:
        database.close()


def rooms_page(driver: Driver) -> CrisisPage:
    page = driver.window.page("crisis")
    assert isinstance(page, CrisisPage)
    return page


def test_a_mention_becomes_a_room_and_the_room_a_report(start: Start, sqlite_location: LocalFile) -> None:
    driver = start(person="Beatriz Lima", database=str(sqlite_location.path))
    driver.press("Ctrl+Shift+S")
    driver.see("Escolha antes uma menção ou um atendimento")
    take_in(sqlite_location, 2)
    driver.until(driver.screens.crisis.banner.isVisible, "the strip", seconds=5)
    driver.go(item_id(InboxView.TO_TRIAGE))
    driver.until(lambda: driver.inbox.panel.header.count.text() == "2", "the mentions")
    driver.press("j")
    driver.until(lambda: driver.inbox.reading.mention is not None, "the mention")
    driver.press("Ctrl+Shift+S")
    dialog = driver.dialog(OpenRoomDialog)
    assert "vidro" in dialog.name.text().lower()
    driver.press("Return")
    page = rooms_page(driver)
    driver.until(lambda: page.panel.detail is not None, "the room")
    driver.settle()
    assert page.panel.detail is not None
    assert page.panel.detail.line.mentions == 1
    page.panel.show_part("mentions")
    driver.settle()
    driver.click(page.panel.mentions.find_button)
    driver.click(page.panel.mentions.add_all_button)
    driver.until(lambda: page.panel.detail is not None and page.panel.detail.line.mentions == 2, "both mentions")
    page.panel.show_part("report")
    driver.settle()
    driver.click(page.panel.report.close_button)
    driver.click_text("Encerrar sala", page.panel.confirm)
    driver.until(lambda: page.panel.state.text == "encerrada", "the end of the room")
    driver.window.show_page("alerts")
    driver.settle()
    driver.click_text("Marcar todos como vistos")
    driver.until(lambda: not driver.screens.crisis.banner.isVisible(), "quiet")

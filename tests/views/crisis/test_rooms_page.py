"""The crisis page by mouse and keyboard: rooms, drills, the record, mentions, position, areas, report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.crisis_room import EntryKind
from app.models.domain.people import Actor, Role
from app.services.crisis_rooms import NewRoom
from app.services.database import Database
from app.services.errors import Unavailable
from app.services.people import add_person
from app.views.crisis.page import CrisisPage
from app.views.crisis.report_panel import write_report
from app.views.support.desk import Desk
from tests.factories import make_mention
from tests.fakes import FakeClock

Settle = Callable[[], None]
Calm = Callable[[], None]


@pytest.fixture
def calm(settle: Settle) -> Calm:
    """Wait until what was written has been told and read."""

    def wait() -> None:
        for _ in range(3):
            settle()
            QApplication.processEvents()
        settle()

    return wait


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot, calm: Calm) -> CrisisPage:
    made = CrisisPage(
        desk=desk, rooms=services.crisis_rooms, work=services.crisis_work, closing=services.crisis_closing
    )
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    calm()
    return made


@pytest.fixture
def colleague(screen_database: Database) -> Actor:
    at = screen_database.clock.now()
    return screen_database.quiet(
        lambda connection: add_person(connection, name="Paulo Reis", role=Role.SUPERVISOR, at=at)
    )


def mentions(database: Database, count: int, **values: Any) -> tuple[int, ...]:
    at = database.clock.now()
    row: dict[str, Any] = {"crisis_level": 1, "crisis_words": "vidro", **values}
    return tuple(
        database.quiet(
            lambda connection, n=n: make_mention(  # type: ignore[misc]  # a lambda with a default
                connection, f"Achei vidro na geleia ({n})", posted_at=at - timedelta(minutes=n), **row
            )
        )
        for n in range(count)
    )


def test_a_room_is_opened_by_hand_and_written_in(page: CrisisPage, calm: Calm, services: Services) -> None:
    page.new_button.click()
    calm()
    assert page.dialog is not None
    page.dialog.try_submit()
    assert page.dialog.error_of("name")
    QTest.keyClicks(page.dialog.name, "Vidro na geleia")
    page.dialog.try_submit()
    calm()
    assert page.dialog is None
    panel = page.panel
    assert panel.title.text() == "Vidro na geleia"
    assert panel.level.text == "Crise nível 1"
    assert page.list.current is not None
    panel.record.kind.choose("decision")
    panel.record.text.setPlainText("Recolher o lote 77")
    panel.record.button.click()
    calm()
    assert panel.record.text.toPlainText() == ""
    assert "Recolher o lote 77" in {row.text for row in panel.record.list.rows if row.kind is EntryKind.DECISION}
    (line,) = services.crisis_rooms.rooms()
    assert line.areas_told == 3


def test_three_hundred_mentions_come_by_page(
    page: CrisisPage, calm: Calm, services: Services, screen_database: Database, desk: Desk
) -> None:
    ids = mentions(screen_database, 130)
    room_id = services.crisis_rooms.open(desk.actor, NewRoom("Vidro", 1, ids[:120])).value
    page.show_room(room_id)
    page.panel.show_part("mentions")
    calm()
    panel = page.panel.mentions
    assert len(panel.list.rows) == 60
    bar = panel.list.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    calm()
    assert len(panel.list.rows) == 120
    panel.look_for_similar()
    calm()
    assert panel.add_all_button.text() == "Juntar todas (10)"
    panel.add_all_button.click()
    calm()
    assert page.panel.detail is not None
    assert page.panel.detail.line.mentions == 130
    opened: list[object] = []
    page.open_mention_requested.connect(opened.append)
    panel.list.choose_first()
    QTest.keyClick(panel.list.view, Qt.Key.Key_Return)
    assert opened == [ids[0]]
    panel.remove_button.click()
    calm()
    assert page.panel.detail.line.mentions == 129
    desk.undo.undo()
    calm()
    assert page.panel.detail.line.mentions == 130
    panel.protocol.setText("2026 1121 000 042-1")
    panel.join_button.click()
    calm()
    assert "não existe mais" in page.panel.message.text()


def test_a_position_is_drafted_here_and_approved_by_another(
    page: CrisisPage, calm: Calm, services: Services, desk: Desk, colleague: Actor
) -> None:
    room_id = services.crisis_rooms.open(desk.actor, NewRoom("Vidro", 1)).value
    page.show_room(room_id)
    page.panel.show_part("position")
    calm()
    panel = page.panel.position
    assert not panel.save_button.isEnabled()
    panel.text.setPlainText("Recolhemos o lote 77.")
    assert panel.save_button.isEnabled()
    panel.save_button.click()
    calm()
    assert panel.state.text == "rascunho"
    assert not panel.approve_button.isEnabled()
    assert "Quem escreveu não aprova" in panel.hint.text()
    version = services.crisis_rooms.room(room_id).version
    panel.text.setPlainText("Recolhemos o lote 77 e o 78.")
    services.crisis_closing.approve_position(colleague, room_id, expected_version=version)
    calm()
    assert panel.state.text == "aprovada"
    assert panel.text.toPlainText() == "Recolhemos o lote 77 e o 78.", "what is typed survives a colleague's act"
    assert "a aprovação cai" in panel.hint.text()
    panel.copy_button.click()
    assert QGuiApplication.clipboard().text() == "Recolhemos o lote 77 e o 78."
    panel.withdraw_button.click()
    calm()
    assert panel.state.text == "rascunho"


def test_areas_are_told_and_confirm(page: CrisisPage, calm: Calm, services: Services, desk: Desk) -> None:
    page.show_room(services.crisis_rooms.open(desk.actor, NewRoom("Vidro", 3)).value)
    page.panel.show_part("areas")
    calm()
    panel = page.panel.areas
    untold = next(area for area in panel.list.rows if area.told_at is None)
    panel.list.select(untold.area_id)
    assert panel.tell_button.isEnabled()
    assert not panel.confirm_button.isEnabled()
    panel.tell_button.click()
    calm()
    panel.list.select(untold.area_id)
    panel.confirm_button.click()
    calm()
    area = next(area for area in panel.list.rows if area.area_id == untold.area_id)
    assert area.confirmed_at is not None


def test_a_room_ends_with_a_report(
    page: CrisisPage, calm: Calm, services: Services, clock: FakeClock, tmp_path: Path
) -> None:
    actor = services.people.actor_for(services.people.list()[0].person_id)
    room_id = services.crisis_rooms.open(actor, NewRoom("Vidro na geleia", 1)).value
    services.crisis_work.write(actor, room_id, "Recolher o lote 77", EntryKind.DECISION)
    clock.advance(timedelta(minutes=95))
    page.show_room(room_id)
    page.panel.show_part("report")
    calm()
    panel = page.panel.report
    text = panel.text.toPlainText()
    for part in ("# Relatório da crise: Vidro na geleia", "Durou 1 h 35", "Marta Sá · decidiu: Recolher o lote 77"):
        assert part in text
    panel.text.setPlainText(text + "\nNinguém se feriu.")
    for name in ("crise.pdf", "crise.md"):
        panel.export(tmp_path / name)
        calm()
    assert (tmp_path / "crise.md").read_text(encoding="utf-8").startswith("# Relatório da crise")
    assert (tmp_path / "crise.pdf").read_bytes().startswith(b"%PDF")
    panel.close_button.click()
    assert not page.panel.confirm.isHidden()
    page.panel.confirm._yes.click()
    calm()
    assert services.crisis_rooms.room(room_id).closing_report == text + "\nNinguém se feriu."
    assert page.panel.state.text == "encerrada"
    page.which.choose("closed")
    calm()
    assert [line.id for line in page.list.rows] == [room_id]
    panel.reopen_button.click()
    calm()
    assert page.panel.state.text == "aberta"
    with pytest.raises(Unavailable, match=r"export\.unwritable"):
        write_report("x", tmp_path / "nowhere" / "crise.pdf")


def test_a_drill_is_marked_everywhere(page: CrisisPage, calm: Calm, services: Services) -> None:
    page.drill_button.click()
    calm()
    assert page.dialog is not None
    page.dialog.name.setText("Simulado")
    page.dialog.scenario.setPlainText("Uma larva no lanche")
    page.dialog.try_submit()
    calm()
    assert page.panel.title.text() == "EXERCÍCIO · Simulado"
    assert "EXERCÍCIO" in page.panel.drill_strip.text()
    page.panel.show_part("mentions")
    calm()
    assert page.panel.mentions.join_button.isHidden()
    page.panel.show_part("report")
    calm()
    assert "(EXERCÍCIO)" in page.panel.report.text.toPlainText()
    assert services.crisis_rooms.rooms()[0].is_drill


def test_what_is_brought_may_join_an_open_room(
    page: CrisisPage, calm: Calm, services: Services, screen_database: Database, desk: Desk
) -> None:
    room_id = services.crisis_rooms.open(desk.actor, NewRoom("Vidro", 1)).value
    (mention_id,) = mentions(screen_database, 1)
    page.begin(NewRoom("Outra", 1, (mention_id,)))
    calm()
    assert page.dialog is not None
    page.dialog.room.setCurrentIndex(1)
    assert page.dialog.submit_button.text() == "Juntar à sala"
    page.dialog.try_submit()
    calm()
    assert [each.id for each in services.crisis_rooms.mentions(room_id)] == [mention_id]
    done = desk.undo
    done.undo()
    calm()
    assert services.crisis_rooms.mentions(room_id) == ()


def test_a_room_taken_away_leaves_the_screen(page: CrisisPage, calm: Calm, services: Services, desk: Desk) -> None:
    done = services.crisis_rooms.open(desk.actor, NewRoom("Engano", 1))
    page.show_room(done.value)
    calm()
    assert done.undo is not None
    done.undo.revert()
    calm()
    assert page.stack.currentWidget() is page.empty


def test_who_may_not_sees_and_changes_nothing(page: CrisisPage, calm: Calm, services: Services, desk: Desk) -> None:
    room_id = services.crisis_rooms.open(desk.actor, NewRoom("Vidro", 1)).value
    object.__setattr__(desk.actor, "role", Role.ANALYST)
    page.show_room(room_id)
    calm()
    assert page.panel.record.text.isHidden()
    for part in ("position", "report", "areas", "mentions", "answers"):
        page.panel.show_part(part)
        calm()
    assert page.panel.position.text.isReadOnly()
    assert not page.panel.report.close_button.isEnabled()
    assert not page.panel.areas.tell_button.isEnabled()
    assert page.panel.mentions.remove_button.isHidden()

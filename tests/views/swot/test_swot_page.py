"""The SWOT sheet on the screen: proposed, written, moved, kept, printed, and each line leads to what it rests on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.domain.inbox import InboxQuery, InboxView
from app.models.domain.series import ReportFilter
from app.models.domain.swot import Evidence, EvidenceKind, Quadrant, SwotEntry
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.swot import SwotService
from app.views.support.desk import Desk
from app.views.swot.page import SwotPage

WANTED = ReportFilter(date(2026, 10, 1), date(2026, 10, 31))
PRAISE = SwotEntry(Quadrant.STRENGTH, evidence=Evidence(EvidenceKind.PRAISED, 7, "Loja", 120, 71.0))


@pytest.fixture
def opened() -> list[tuple[InboxQuery, str]]:
    return []


@pytest.fixture
def swot(screen_database: Database) -> SwotService:
    return SwotService(database=screen_database, charts=ChartService(database=screen_database))


class Company:
    """Says its name, and how often it was asked for."""

    asked = 0

    def __call__(self) -> str:
        self.asked += 1
        return "Café Aurora"


@pytest.fixture
def company() -> Company:
    return Company()


@pytest.fixture
def page(
    qtbot: QtBot, desk: Desk, swot: SwotService, company: Company, opened: list[tuple[InboxQuery, str]]
) -> SwotPage:
    made = SwotPage(
        desk=desk,
        swot=swot,
        company=company,
        open_query=lambda query, said: opened.append((query, said)),
    )
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.show_filter(WANTED)
    return made


def test_lines_are_written_moved_and_kept(
    page: SwotPage, swot: SwotService, desk: Desk, settle: Callable[[], None]
) -> None:
    settle()
    assert "em branco" in page.state.text()
    card = page.cards[Quadrant.STRENGTH]
    card.write_new()
    card.list.item(0).setText("Equipe experiente")
    settle()
    assert [entry.text for entry in swot.versions(desk.actor, WANTED)[0].entries] == ["Equipe experiente"]
    card.list.setCurrentRow(0)
    QTest.keyClick(card.list, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    settle()
    assert page.entries == (SwotEntry(Quadrant.THREAT, "Equipe experiente"),)
    threats = page.cards[Quadrant.THREAT].list
    threats.setCurrentRow(0)
    QTest.keyClick(threats, Qt.Key.Key_Delete)
    settle()
    assert swot.versions(desk.actor, WANTED)[0].entries == ()
    assert page.versions.count() == 1


def test_a_proposal_says_what_it_rests_on_and_leads_there(
    page: SwotPage, opened: list[tuple[InboxQuery, str]], settle: Callable[[], None]
) -> None:
    settle()
    page._on_proposed((PRAISE,))
    settle()
    card = page.cards[Quadrant.STRENGTH]
    card.list.setCurrentRow(0)
    assert card.list.item(0).text() == "Elogios a Loja"
    assert card.evidence.text() == "Ver 120 menções positivas (71 %)"
    QTest.keyClick(card.list, Qt.Key.Key_O)
    assert opened[0][0].view is InboxView.ALL_MENTIONS
    assert opened[0][0].filter.node_ids == (7,)
    assert opened[0][1] == "Elogios a Loja"


def test_a_colleagues_version_is_not_lost_and_neither_is_mine(
    page: SwotPage,
    swot: SwotService,
    desk: Desk,
    errors: list[Exception],
    settle: Callable[[], None],
) -> None:
    settle()
    swot.save(desk.actor, WANTED, [SwotEntry(Quadrant.THREAT, "Do colega")], None)
    page.cards[Quadrant.STRENGTH].write_new()
    page.cards[Quadrant.STRENGTH].list.item(0).setText("Minha")
    settle()
    assert [str(error) for error in errors] == ["swot.changed"]
    errors.clear()
    assert [entry.text for entry in page.entries] == ["Minha"]
    assert page.versions.count() == 1
    page._keep()
    settle()
    assert swot.versions(desk.actor, WANTED)[0].entries == page.entries


def test_the_sheet_on_paper(
    qtbot: QtBot, page: SwotPage, company: Company, tmp_path: Path, settle: Callable[[], None]
) -> None:
    settle()
    page._on_proposed((PRAISE,))
    settle()
    with qtbot.waitSignal(page.written):
        page.write_pdf(tmp_path / "swot.pdf")
    assert (tmp_path / "swot.pdf").read_bytes().startswith(b"%PDF")
    assert company.asked == 1  # it stands on top of each page


def test_a_colleague_does_not_close_the_line_that_is_being_written(
    page: SwotPage, swot: SwotService, desk: Desk, settle: Callable[[], None]
) -> None:
    settle()
    card = page.cards[Quadrant.WEAKNESS]
    card.write_new()
    assert card.is_writing
    swot.save(desk.actor, WANTED, [PRAISE], None)
    page.reload()
    settle()
    assert card.is_writing
    page.show_filter(ReportFilter(date(2026, 9, 1), date(2026, 9, 30)))  # another sheet is another matter
    settle()
    assert page.entries == ()

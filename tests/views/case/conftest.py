"""A case pane on a real file, with a customer, a colleague and a case to press keys on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.case_detail import CaseDetail
from app.models.domain.incoming import IncomingAttachment, IncomingMention
from app.models.domain.people import Actor, Role
from app.services.attachments import AttachmentService
from app.services.database import Database
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.services.people import add_person
from app.views.case.pane import CasePane
from app.views.support.desk import Desk
from tests.fakes import FakeClock

TEXT = "Terceira vez que o pedido vem trocado. Se não resolver hoje vou ao Procon."


@dataclass
class Stage:
    """The pane and what stands around it."""

    pane: CasePane
    services: Services
    desk: Desk
    colleague: Actor
    clock: FakeClock
    qtbot: QtBot
    settle: Callable[[], None]
    said: list[str]
    receive: Callable[..., tuple[int, ...]]

    def open(self, detail: CaseDetail) -> None:
        self.pane.show_case(detail.id)
        self.settle()
        self.pane.timeline.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focus, key, modifier)
        self.settle()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focus, text)
        self.settle()

    def news(self) -> None:
        """Wait until what was committed has reached the pane."""
        QCoreApplication.processEvents()
        self.settle()
        QCoreApplication.processEvents()
        self.settle()

    @property
    def focus(self) -> QWidget:
        return QApplication.focusWidget() or self.pane

    @property
    def detail(self) -> CaseDetail:
        found = self.pane.session.detail
        assert found is not None
        return found

    def stored(self) -> CaseDetail:
        return self.services.cases.detail(self.detail.id, self.desk.actor.person_id)


@pytest.fixture
def receive(screen_database: Database, clock: FakeClock) -> Callable[..., tuple[int, ...]]:
    """Take one mention in; return its id."""
    intake = build_intake(screen_database)

    def take(text: str = TEXT, **values: object) -> tuple[int, ...]:
        fields: dict[str, object] = {
            "channel": "instagram",
            "text": text,
            "posted_at": clock.now() - timedelta(minutes=3),
            "author_key": "marialves",
            "author_name": "Marina Alves",
            **values,
        }
        mention = IncomingMention(**fields)  # type: ignore[arg-type]  # fields by name, as a test varies them
        return tuple(sorted(intake.receive(batch_of([mention])).mention_ids))

    return take


@pytest.fixture
def colleague(screen_database: Database, clock: FakeClock) -> Actor:
    return screen_database.quiet(
        lambda connection: add_person(connection, name="Paulo Reis", role=Role.ATTENDANT, at=clock.now())
    )


@pytest.fixture
def case(services: Services, desk: Desk, receive: Callable[..., tuple[int, ...]]) -> CaseDetail:
    """A case of Marina's on a public complaint with a danger word and a file."""
    photo = IncomingAttachment(name="foto.jpg", media_type="image/jpeg", content=b"kit", size=3)
    ids = receive(attachments=(photo,))
    return services.cases.open_from_mentions(desk.actor, ids, title="Pedido trocado").value


@pytest.fixture
def make_pane(desk: Desk, services: Services, screen_database: Database) -> Callable[..., CasePane]:
    def make(**more: Any) -> CasePane:
        parts: dict[str, Any] = {
            name: getattr(services, name)
            for name in (
                "cases", "replies", "approval", "notes", "forwarding", "follow_up", "deadlines", "sources",
                "classification", "customers", "drafts", "presence", "templates", "case_merge", "people", "articles",
            )
        }  # fmt: skip
        return CasePane(desk=desk, **(parts | {"attachments": AttachmentService(database=screen_database)} | more))

    return make


@pytest.fixture
def stage(  # noqa: PLR0917 - pytest hands fixtures over by name
    desk: Desk,
    services: Services,
    make_pane: Callable[[], CasePane],
    colleague: Actor,
    clock: FakeClock,
    qtbot: QtBot,
    settle: Callable[[], None],
    said: list[str],
    receive: Callable[..., tuple[int, ...]],
) -> Iterator[Stage]:
    """A visible pane without a case."""
    pane = make_pane()
    qtbot.addWidget(pane)
    pane.resize(862, 840)
    pane.show()
    qtbot.waitExposed(pane)
    pane.activateWindow()
    settle()
    yield Stage(pane, services, desk, colleague, clock, qtbot, settle, said, receive)
    settle()

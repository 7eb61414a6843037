"""The inbox on a real file: mentions that came in by intake, a page to press keys on, a case pane that only notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.inbox import InboxView
from app.models.domain.incoming import IncomingMention
from app.services.attachments import AttachmentService
from app.services.database import Database
from app.services.intake.batch import batch_of
from app.services.intake.wiring import build_intake
from app.views.inbox.page import InboxPage
from app.views.support.desk import Desk
from tests.fakes import FakeClock

TEXTS = (
    "Terceira vez que o pedido vem trocado e ninguém responde no chat. Se não resolver hoje vou ao Procon.",
    "Cobraram a taxa de entrega duas vezes no cartão, quero o estorno",
    "vocês abrem domingo? a página diz uma coisa e o Google diz outra",
    "Produto chegou sem nota fiscal e a loja do shopping diz que não é com eles",
    "Adorei a sobremesa nova, melhor da cidade! 😀",
)
NAMES = ("Marina Alves", "Cláudio R. Nunes", "@leo_corre", "Jussara M.", "Canal do Beto")
CHANNELS = ("instagram", "facebook", "x", "reclame_aqui", "youtube")


class FakeCasePane(QWidget):
    """Notes what it was asked to show."""

    open_case_requested = Signal(object)
    customer_requested = Signal(object)
    closed_case = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._case_id: int | None = None
        self.label = QLabel("", self)
        self.label.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.label)
        QVBoxLayout(self).addWidget(self.label)

    @property
    def current_case_id(self) -> int | None:
        return self._case_id

    def show_case(self, case_id: int) -> None:
        self._case_id = case_id
        self.label.setText(f"caso {case_id}")

    def clear(self) -> None:
        self._case_id = None


@dataclass
class Stage:
    """The page and what stands around it."""

    page: InboxPage
    pane: FakeCasePane
    services: Services
    desk: Desk
    receive: Callable[..., tuple[int, ...]]
    qtbot: QtBot
    clock: FakeClock
    settle: Callable[[], None]
    said: list[str] = field(default_factory=list)
    errors: list[Exception] = field(default_factory=list)

    def show(self, view: InboxView) -> None:
        self.page.show_view(view)
        self.settle()
        self.page.panel.view.setFocus()

    def press(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        target = self.page.focusWidget() or self.page
        if isinstance(key, str):
            self.qtbot.keyClicks(target, key, modifier)
        else:
            self.qtbot.keyClick(target, key, modifier)
        self.read()

    def read(self) -> None:
        """Wait until the pane has settled and every call was answered."""
        self.qtbot.waitUntil(lambda: not self.page.reading._timer.isActive(), timeout=2_000)
        self.settle()

    def news(self) -> None:
        """Wait until what was committed has reached the list."""
        QCoreApplication.processEvents()
        self.qtbot.waitUntil(
            lambda: self.desk.calls.is_idle and not self.page.live._timer.isActive() and not self.page.live._keys,
            timeout=3_000,
        )
        self.settle()

    @property
    def ids(self) -> list[int]:
        model = self.page.panel.model
        return [key[1] for key in model.keys_between(0, model.rowCount() - 1)] if model.rowCount() else []

    @property
    def current(self) -> int | None:
        row = self.page.panel.view.current_row
        return None if row is None else row.id


@pytest.fixture
def receive(screen_database: Database, clock: FakeClock) -> Callable[..., tuple[int, ...]]:
    """Take ``count`` mentions in, each a minute older than the one before; return their ids, oldest first."""
    intake = build_intake(screen_database)
    taken = 0

    def take(count: int = 5, **values: object) -> tuple[int, ...]:
        nonlocal taken
        mentions = []
        for number in range(count):
            taken += 1
            fields: dict[str, object] = {
                "channel": CHANNELS[number % 5],
                "text": f"{TEXTS[number % 5]} ({taken})",
                "posted_at": clock.now() - timedelta(minutes=count - number),
                "author_key": f"pessoa{number % 7}",
                "author_name": NAMES[number % 5],
                **values,
            }
            mentions.append(IncomingMention(**fields))  # type: ignore[arg-type]  # fields by name, as a test varies them
        return tuple(sorted(intake.receive(batch_of(mentions)).mention_ids))

    return take


@pytest.fixture
def stage(  # noqa: PLR0917 - pytest hands fixtures over by name
    desk: Desk,
    services: Services,
    receive: Callable[..., tuple[int, ...]],
    clock: FakeClock,
    qtbot: QtBot,
    settle: Callable[[], None],
    said: list[str],
    errors: list[Exception],
) -> Iterator[Stage]:
    """A visible inbox page on an empty database."""
    pane = FakeCasePane()
    page = InboxPage(
        desk=desk,
        inbox=services.inbox,
        triage=services.triage,
        saved_views=services.saved_views,
        choices=services.filter_choices,
        cases=services.cases,
        attachments=AttachmentService(database=services.database),
        sources=services.sources,
        case_pane=pane,
    )
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    settle()
    yield Stage(page, pane, services, desk, receive, qtbot, clock, settle, said, errors)
    settle()

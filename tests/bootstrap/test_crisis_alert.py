"""An alert shows in the strip, rings once, tells the tray, respects quiet hours, and is logged as shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap.crisis_alert import Bells, CrisisAlert, bells_of
from app.bootstrap.services import Services
from app.bootstrap.tray import Tray
from app.models.domain.alert import AlertKind, AlertLine, NewAlert
from app.models.domain.changes import Changes, Topic
from app.models.domain.people import Role
from app.services.crisis_rooms import NewRoom
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.support.desk import Desk
from tests.fakes import FakeClock
from tests.views import conftest as views

# The same desk, on the same real file, as the screens' own tests have.
portuguese, theme, errors, calls, jobs, preferences, actions, settle, bridge, screen_database, screen_actor = (
    views.portuguese,
    views.theme,
    views.errors,
    views.calls,
    views.jobs,
    views.preferences,
    views.actions,
    views.settle,
    views.bridge,
    views.screen_database,
    views.screen_actor,
)
services, said, desk = views.services, views.said, views.desk
Settle = Callable[[], None]
Raise = Callable[..., None]
Opened = list[tuple[str, object]]
PROCON = {"words": ["procon"], "rule": "Órgãos e justiça"}


class Heard:
    """Counts what made itself heard."""

    def __init__(self) -> None:
        self.rings, self.flashes = 0, 0
        self.told: list[str] = []
        self.clicks: list[Callable[[], object]] = []
        self.counts: list[tuple[int, str]] = []

    def ring(self) -> None:
        self.rings += 1

    def flash(self) -> None:
        self.flashes += 1

    def notify(self, title: str, text: str, on_click: Callable[[], object]) -> None:
        self.told.append(f"{title} | {text}")
        self.clicks.append(on_click)

    def set_count(self, count: int, text: str) -> None:
        self.counts.append((count, text))


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = MainWindow(
        theme=desk.theme,
        actions=desk.actions,
        preferences=desk.preferences,
        calls=desk.calls,
        jobs=desk.jobs,
        pages=[PageSpec("one", "Um", QWidget)],
    )
    qtbot.addWidget(made)
    return made


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def opened() -> Opened:
    return []


@pytest.fixture
def alert(desk: Desk, services: Services, window: MainWindow, heard: Heard, opened: Opened) -> CrisisAlert:
    return CrisisAlert(
        desk=desk,
        alerts=services.alerts,
        window=window,
        bells=Bells(ring=heard.ring, flash=heard.flash, tray=heard),
        open_view=lambda: opened.append(("view", None)),
        open_alert=lambda line: opened.append(("alert", line.id)),
        open_list=lambda: opened.append(("list", None)),
        open_room=lambda line: opened.append(("room", line.id)),
    )


def crisis(number: int, level: int = 1, **values: Any) -> NewAlert:
    return NewAlert(f"crisis:{number}", AlertKind.CRISIS, level, number, facts=PROCON, **values)


@pytest.fixture
def raise_all(services: Services, settle: Settle) -> Callable[..., None]:
    """Raise alerts and wait until the window has shown and logged them."""

    def do(*alerts: NewAlert) -> None:
        for each in alerts:
            services.alerts.raise_once(each)
        for _ in range(2):
            QApplication.processEvents()
            settle()

    return do


def test_it_is_shown_rung_told_and_logged_once(
    alert: CrisisAlert, services: Services, heard: Heard, desk: Desk, raise_all: Raise
) -> None:
    raise_all(crisis(7))
    assert (heard.rings, heard.flashes) == (1, 1)
    assert heard.told == ["Crise nível 1 · procon | Palavras: procon. Regra: Órgãos e justiça."]
    assert heard.counts[-1] == (1, "1 alerta novo")
    banner = alert.banner
    assert not banner.isHidden()
    assert banner.text.text() == "Crise nível 1 · procon"
    assert banner.taken.text() == "Ninguém assumiu ainda"
    (line,) = services.alerts.page(desk.actor.person_id)
    assert [viewer.person for viewer in services.alerts.viewers(line.id)] == ["Marta Sá"]
    alert.refresh()
    raise_all()
    assert heard.rings == 1


def test_the_strip_takes_sees_and_leads(
    alert: CrisisAlert, services: Services, opened: Opened, desk: Desk, raise_all: Raise
) -> None:
    raise_all(crisis(7), crisis(8, 2))
    banner = alert.banner
    assert banner.line is not None
    first = banner.line
    assert banner.more_button.text() == "mais 1"
    for button in (banner.look_button, banner.room_button, banner.more_button):
        button.click()
    assert opened == [("alert", first.id), ("room", first.id), ("list", None)]
    banner.take_button.click()
    raise_all()
    assert services.alerts.line(desk.actor.person_id, first.id).taken_by == "Marta Sá"
    assert banner.line is not None
    assert banner.line.level == 2
    banner.seen_button.click()
    raise_all()
    assert banner.isHidden()
    assert alert.news.unseen == 0


def test_a_flood_is_told_in_one(alert: CrisisAlert, services: Services, settle: Settle, heard: Heard) -> None:
    for number in range(4):
        services.alerts.raise_once(crisis(number))
    alert.refresh()
    settle()
    assert heard.told == ["4 alertas novos | Crise nível 1 · procon"]
    assert heard.rings == 1


@pytest.mark.usefixtures("alert")
def test_an_alert_with_the_id_of_one_that_was_taken_back_rings_too(
    services: Services, heard: Heard, desk: Desk, clock: FakeClock, raise_all: Raise
) -> None:
    room = services.crisis_rooms.open(desk.actor, NewRoom("Ensaio de recall", 1, is_drill=True))
    raise_all()
    assert heard.rings == 1
    assert room.undo is not None
    room.undo.revert()
    clock.advance(timedelta(minutes=1))
    raise_all(crisis(7))
    assert heard.rings == 2


def test_quiet_hours_silence_everything_but_crises(
    alert: CrisisAlert, heard: Heard, desk: Desk, clock: FakeClock, raise_all: Raise
) -> None:
    clock.set(datetime(2026, 11, 22, 2, 0, tzinfo=UTC))
    now = clock.now().astimezone()
    desk.preferences.change(quiet_from=f"{now.hour:02}:00", quiet_to=f"{(now.hour + 1) % 24:02}:00", sound=True)
    raise_all(NewAlert("holiday:2027", AlertKind.HOLIDAY, facts={"year": 2027}))
    assert (heard.told, heard.rings) == ([], 0)
    assert alert.news.unseen == 1
    assert alert.banner.isHidden()
    raise_all(crisis(7))
    assert heard.rings == 1
    assert len(heard.told) == 1
    desk.preferences.change(quiet_from="", quiet_to="", sound=False)
    raise_all(NewAlert("holiday:2028", AlertKind.HOLIDAY, facts={"year": 2028}), crisis(8))
    assert heard.rings == 1
    assert "Faltam os feriados de 2028" in " ".join(heard.told)


@pytest.mark.usefixtures("alert")
def test_a_click_on_the_notification_leads_there(
    heard: Heard, opened: Opened, window: MainWindow, raise_all: Raise
) -> None:
    window.showMinimized()
    raise_all(crisis(7))
    heard.clicks[-1]()
    assert not window.isMinimized()
    assert opened[-1][0] == "alert"


def test_a_drill_is_marked_and_comes_after_what_is_real(alert: CrisisAlert, heard: Heard, raise_all: Raise) -> None:
    drill = NewAlert("room:1", AlertKind.DRILL, 1, room_id=1, facts={"room": "Simulado"}, is_drill=True)
    raise_all(drill)
    assert not alert.banner.drill.isHidden()
    assert heard.told[-1].startswith("EXERCÍCIO · Sala aberta: Simulado")
    raise_all(crisis(7, 3))
    assert alert.banner.drill.isHidden()
    assert alert.banner.text.text().startswith("Crise nível 3")


def test_an_analyst_takes_nothing(alert: CrisisAlert, desk: Desk, raise_all: Raise) -> None:
    raise_all(crisis(7))
    line = alert.banner.line
    assert isinstance(line, AlertLine)
    object.__setattr__(desk.actor, "role", Role.ANALYST)
    alert.banner.show_alert(line)
    assert alert.banner.take_button.isHidden()
    assert alert.banner.room_button.isHidden()


def test_the_top_bar_says_how_many_wait(alert: CrisisAlert, window: MainWindow, opened: Opened) -> None:
    alert.show(3)
    assert window.top_bar.crisis.text() == "Crise: 3 para ver"
    window.top_bar.crisis.click()
    assert opened == [("view", None)]
    alert.show(0)
    assert window.top_bar.crisis.isHidden()


def test_where_there_is_no_tray_nothing_breaks(window: MainWindow) -> None:
    bells = bells_of(window)
    tray = bells.tray
    assert isinstance(tray, Tray)
    assert not tray.is_there
    tray.notify("Crise", "procon", lambda: None)
    tray.set_count(3, "3 alertas novos")


@pytest.mark.usefixtures("alert")
def test_other_changes_are_not_read(desk: Desk) -> None:
    desk.changes.publish(Changes("x", topics=frozenset({Topic.AREAS})))
    QApplication.processEvents()
    assert desk.calls.is_idle

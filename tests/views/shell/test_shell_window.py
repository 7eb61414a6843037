"""The frame of the window: pages come lazily, keys lead everywhere, nothing is lost on closing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import ClassVar

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.services.cancel import CancelToken
from app.views.shell.cheat_sheet import CheatSheet
from app.views.shell.main_window import MainWindow
from app.views.shell.pages import PageSpec
from app.views.shell.palette import PaletteEntry
from app.views.shell.sidebar import SidebarItem
from app.views.shell.status_strip import Health
from app.views.shell.window_state import fitted
from app.views.support.actions import ActionRegistry
from app.views.support.jobs import Jobs, Progress
from app.views.support.preferences import Preferences
from app.views.support.tasks import Calls
from app.views.support.theme import Theme

ITEMS = [
    SidebarItem("triage", "A triar", 128, "Entrada", page="inbox"),
    SidebarItem("mine", "Meus", 14, "Entrada", page="inbox"),
    SidebarItem("crisis", "Crise", 3, "Entrada", alert=True, page="inbox"),
    SidebarItem("customers", "Clientes", None, "Trabalho"),
    SidebarItem("reports", "Relatórios", None, "Trabalho"),
]


class FakePage(QWidget):
    """A page with two panes that writes down what it is told."""

    made: ClassVar[list[str]] = []

    def __init__(self, page_id: str) -> None:
        super().__init__()
        FakePage.made.append(page_id)
        self.told: list[str] = []
        layout = QVBoxLayout(self)
        self.rows = QListWidget()
        self.rows.setAccessibleName("Linhas")
        self.rows.addItems(["um", "dois"])
        self.edit = QLineEdit()
        self.edit.setAccessibleName("Texto")
        for pane in (self.rows, self.edit):
            pane.setProperty("pane", "yes")
            layout.addWidget(pane)


def spec(page_id: str, title: str, sidebar: str = "main") -> PageSpec:
    def note(page: QWidget, text: str) -> None:
        assert isinstance(page, FakePage)
        page.told.append(text)

    return PageSpec(
        id=page_id,
        title=title,
        factory=lambda: FakePage(page_id),
        on_item=note,
        on_shown=lambda page: note(page, "shown"),
        on_hidden=lambda page: note(page, "hidden"),
        sidebar=sidebar,
    )


@pytest.fixture
def window(  # noqa: PLR0917 - fixtures come by name
    theme: Theme, actions: ActionRegistry, preferences: Preferences, calls: Calls, jobs: Jobs, qtbot: QtBot
) -> MainWindow:
    FakePage.made = []
    made = MainWindow(
        theme=theme,
        actions=actions,
        preferences=preferences,
        calls=calls,
        jobs=jobs,
        pages=[spec("inbox", "Entrada"), spec("customers", "Clientes"), spec("reports", "Relatórios", "reports")],
    )
    qtbot.addWidget(made, before_close_func=allow_close)
    made.set_sidebar(ITEMS)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isVisible)
    return made


def allow_close(widget: QWidget) -> None:
    assert isinstance(widget, MainWindow)
    widget._may_close = True


def told(window: MainWindow, page_id: str) -> list[str]:
    page = window.page(page_id)
    assert isinstance(page, FakePage)
    return page.told


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_pages_come_when_opened_and_are_kept(window: MainWindow) -> None:
    assert FakePage.made == []
    first = window.show_page("inbox", "mine")
    window.show_page("customers")
    assert window.show_page("inbox") is first
    assert FakePage.made == ["inbox", "customers"]
    assert told(window, "inbox") == ["shown", "mine", "hidden", "shown"]
    assert window.windowTitle() == "Entrada · Balcão"
    with pytest.raises(KeyError):
        window.show_page("unheard of")


def test_navigation_by_mouse_and_arrows(window: MainWindow) -> None:
    window.show_page("inbox", "triage")
    assert window.sidebar.current == "triage"
    view = window.sidebar.view
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(window.sidebar.model.index_of("mine")).center()
    )
    assert told(window, "inbox")[-1] == "mine"
    view.setFocus()
    for expected in ("crisis", "customers"):
        QTest.keyClick(view, Qt.Key.Key_Down)
        assert window.sidebar.current == expected
    assert window.stack.current_id == "customers"


def test_counts_change_without_moving_the_choice(window: MainWindow) -> None:
    window.show_page("inbox", "mine")
    before = list(told(window, "inbox"))
    window.set_counts({"mine": 15, "triage": 0}, alerts={"mine": True})
    item = window.sidebar.model.item_at(window.sidebar.model.index_of("mine"))
    assert item is not None
    assert (item.count, item.alert) == (15, True)
    window.set_sidebar([replace(item, count=1) for item in ITEMS])
    window.set_sidebar([*ITEMS, SidebarItem("vip", "VIP", 2, "Filtros", page="inbox")])
    assert window.sidebar.current == "mine"
    assert told(window, "inbox") == before
    index = window.sidebar.model.index_of("triage")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "A triar, 128"


def test_pages_choose_their_navigation(window: MainWindow) -> None:
    window.set_sidebar([SidebarItem("peak", "Horário nobre", page="reports")], name="reports")
    window.show_page("inbox")
    assert window.sidebar.model.rowCount() == 7
    window.show_page("reports")
    assert window.sidebar.model.rowCount() == 1
    assert window.sidebar.current == "peak"
    window.show_page("inbox", "mine")
    assert window.sidebar.current == "mine"


def test_keys_open_pages_search_and_palette(window: MainWindow) -> None:
    press(window, Qt.Key.Key_2, CTRL)
    assert window.stack.current_id == "customers"
    press(window, Qt.Key.Key_1, CTRL)
    assert window.stack.current_id == "inbox"
    press(window, Qt.Key.Key_F, CTRL)
    assert window.top_bar.search.edit.hasFocus()
    press(window, Qt.Key.Key_K, CTRL)
    assert window.palette_box.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.palette_box.isVisible()


def test_search_is_handed_on(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.top_bar.search.edit, "procon")
    with qtbot.waitSignal(window.search_submitted) as caught:
        QTest.keyClick(window.top_bar.search.edit, Qt.Key.Key_Return)
    assert caught.args == ["procon"]


def test_f6_goes_round_the_panes(window: MainWindow) -> None:
    page = window.show_page("inbox")
    assert isinstance(page, FakePage)
    window.top_bar.search.edit.setFocus()
    seen = []
    for _ in range(4):
        press(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [window.sidebar.view, page.rows, page.edit, window.top_bar.search.edit]
    press(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is page.edit
    window.sidebar.hide()
    press(window, Qt.Key.Key_F6)
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is page.rows


def test_palette_finds_every_action_with_and_without_accents(window: MainWindow, actions: ActionRegistry) -> None:
    window.show_page("inbox")
    palette = window.palette_box
    for action in actions.specs():
        for text in (action.text, action.text.upper(), action.text.replace("ó", "o").replace("ç", "c")):
            palette.open()
            palette.edit.setText(text)
            assert action.id in [entry.id for entry in palette.model.entries], text
    entry = next(entry for entry in palette.model.entries if entry.key)
    assert entry.key


def test_palette_runs_by_keyboard_and_remembers(window: MainWindow, theme: Theme) -> None:
    window.show_page("inbox")
    window.palette_box.open()
    QTest.keyClicks(window.palette_box.edit, "alto contraste")
    QTest.keyClick(window.palette_box.edit, Qt.Key.Key_Return)
    assert theme.choice == "contrast"
    window.palette_box.open()
    assert window.palette_box.model.entries[0].id == "look.contrast"
    QTest.keyClick(window.palette_box.edit, Qt.Key.Key_Down)
    assert window.palette_box.view.currentIndex().row() == 1
    window.palette_box.edit.setText("qqqq")
    assert window.palette_box._nothing.isVisibleTo(window.palette_box)


def test_what_is_found_stands_before_guesses_and_leaves_the_choice(
    window: MainWindow, settle: Callable[[], None]
) -> None:
    gate = threading.Event()
    found = PaletteEntry("m1", "Ana", lambda: None, excerpt="quero o estorno")

    def provider(_text: str) -> list[PaletteEntry]:
        assert gate.wait(5)
        return [found]

    window.add_palette_provider(provider)
    palette = window.palette_box
    palette.open()
    gate.set()
    palette.edit.setText("otrat")  # only letters of "Alto contraste", in order
    settle()
    assert [entry.id for entry in palette.model.entries][:2] == ["m1", "look.contrast"]
    assert "quero o estorno" in str(palette.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))
    gate.clear()
    palette.edit.setText("a")
    QTest.keyClick(palette.edit, Qt.Key.Key_Down)
    chosen = palette.model.entries[palette.view.currentIndex().row()].id
    gate.set()
    settle()
    assert palette.model.entries[palette.view.currentIndex().row()].id == chosen


def test_palette_asks_providers_off_the_ui_thread(window: MainWindow, settle: Callable[[], None]) -> None:
    threads: list[int] = []
    ran: list[str] = []

    def provider(text: str) -> list[PaletteEntry]:
        threads.append(threading.get_ident())
        return [PaletteEntry(id="c1", text=f"Cliente {text}", run=lambda: ran.append(text), hint="Cliente")]

    window.add_palette_provider(provider)
    window.palette_box.open()
    window.palette_box.edit.setText("marina")
    settle()
    assert [entry.id for entry in window.palette_box.model.entries] == ["c1"]
    assert threading.get_ident() not in threads
    window.palette_box.run_current()
    assert ran == ["marina"]


def test_cheat_sheet_lists_every_key(window: MainWindow, actions: ActionRegistry, theme: Theme, qtbot: QtBot) -> None:
    sheet = CheatSheet(theme=theme, actions=actions)
    qtbot.addWidget(sheet)
    assert set(sheet.shown) == {action.id for action in actions.specs() if actions.keys(action.id)}
    sheet.search.edit.setText("painel")
    assert set(sheet.shown) == {"window.next_pane", "window.previous_pane"}
    press(window, Qt.Key.Key_F1)
    opened = window.findChild(CheatSheet)
    assert opened is not None
    opened.close()


def test_size_and_look_by_keys_are_kept(window: MainWindow, theme: Theme, preferences: Preferences) -> None:
    window.show_page("inbox")
    press(window, Qt.Key.Key_Plus, CTRL)
    assert theme.metrics.scale == preferences.current.font_scale == 110
    press(window, Qt.Key.Key_Minus, CTRL)
    press(window, Qt.Key.Key_Minus, CTRL)
    assert theme.metrics.scale == 90
    press(window, Qt.Key.Key_0, CTRL)
    assert theme.metrics.scale == 100
    press(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert theme.choice == preferences.current.theme == "dark"
    press(window, Qt.Key.Key_B, CTRL)
    assert not window.sidebar.isVisible()


@pytest.mark.parametrize("scale", [80, 200])
def test_nothing_is_cut_at_any_size(window: MainWindow, theme: Theme, scale: int, qtbot: QtBot) -> None:
    window.set_crisis("Crise nível 1 · responder em 18 min")
    window.set_person("Beatriz Lima", "Disponível", states=[("on", "Disponível")])
    theme.apply(scale=scale)
    window.resize(1440, 900)
    qtbot.wait(20)
    for widget in (window.top_bar.crisis, window.top_bar.person, window.top_bar._brand):
        assert widget.width() >= widget.minimumSizeHint().width()
    assert window.sidebar.width() == theme.metrics.sidebar
    assert window.minimumSizeHint().width() <= 1440


def test_last_page_comes_back(window: MainWindow, preferences: Preferences) -> None:
    window.show_page("inbox")
    window.sidebar.view.setCurrentIndex(window.sidebar.model.index_of("crisis"))
    assert preferences.current.last_page == "inbox crisis"
    window.show_page("customers")
    preferences.change(last_page="inbox mine")
    window.show_last_page()
    assert window.stack.current_id == "inbox"
    assert window.sidebar.current == "mine"
    preferences.change(last_page="gone")
    window.show_last_page()
    assert window.stack.current_id == "inbox"


def test_closing_keeps_place_and_asks_only_when_something_is_unsent(
    window: MainWindow, preferences: Preferences, qtbot: QtBot
) -> None:
    window.resize(900, 700)
    unsent = ["Há 2 respostas na fila."]
    window.add_close_check(lambda: "".join(unsent))
    assert not window.close()
    assert window.isVisible()
    assert window.confirm.isVisible()
    unsent.clear()
    with qtbot.waitSignal(window.closed):
        assert window.close()
    assert preferences.current.window_geometry


def test_close_anyway(window: MainWindow, qtbot: QtBot) -> None:
    window.add_close_check(lambda: "Há 2 respostas na fila.")
    window.close()
    with qtbot.waitSignal(window.closed):
        window.confirm._yes.click()


def test_window_off_screen_is_pulled_back() -> None:
    screen = QRect(0, 0, 1920, 1040)
    assert fitted(QRect(100, 100, 800, 600), [screen]) == QRect(100, 100, 800, 600)
    assert fitted(QRect(5000, 100, 800, 600), [screen]) == QRect(1120, 100, 800, 600)
    assert fitted(QRect(-900, -900, 800, 600), [screen]) == QRect(0, 0, 800, 600)
    assert fitted(QRect(100, 3000, 4000, 4000), [screen]).size() == screen.size()
    second = QRect(1920, 0, 1280, 1024)
    assert fitted(QRect(2000, 10, 800, 600), [screen, second]).topLeft() == QPoint(2000, 10)


def test_status_strip_tells_what_runs(window: MainWindow, jobs: Jobs, qtbot: QtBot) -> None:
    window.set_channels([Health("Instagram há 40 s"), Health("E-mail sem novidades há 2 h", "warn")])
    window.set_channels([Health("6 canais em dia")])
    window.set_queue("1 na fila de envio")
    window.set_database(Health("Banco da equipe · conectado"))
    window.status.set_note("Última mudança: hoje")
    assert [shown.accessibleName() for shown in window.status._channels] == ["6 canais em dia"]
    gate = threading.Event()

    def work(token: CancelToken, report: Callable[[int, int | None], None]) -> None:
        report(1_200, 5_000)
        gate.wait(5)
        token.raise_if_cancelled()

    job = jobs.start(title="Importando", work=work)
    qtbot.waitUntil(lambda: job.progress.done == 1_200)
    assert window.status.job.isVisible()
    assert window.status.job.figures.startswith("1.200 de 5.000")
    window.status.job._stop.click()
    assert window.status.job.figures == "cancelando…"
    gate.set()
    qtbot.waitUntil(lambda: not window.status.job.isVisible())
    assert Progress(1, 4, 1.0, timedelta(seconds=3)).share == 0.25


def test_crisis_and_person(window: MainWindow, qtbot: QtBot) -> None:
    clicked: list[int] = []
    window.set_crisis("Crise nível 1 · 3 menções", lambda: clicked.append(1))
    window.top_bar.crisis.click()
    assert clicked == [1]
    window.set_crisis("")
    assert not window.top_bar.crisis.isVisible()
    window.set_person("Beatriz Lima", "Disponível", states=[("on", "Disponível"), ("pause", "Pausa")])
    with qtbot.waitSignal(window.top_bar.availability_chosen) as caught:
        window.top_bar.person.menu().actions()[1].trigger()
    assert caught.args == ["pause"]


def test_everything_that_takes_the_focus_has_a_name(window: MainWindow) -> None:
    window.show_page("inbox")
    window.set_person("Beatriz Lima", states=[("on", "Disponível")])
    nameless = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            interface = QAccessible.queryAccessibleInterface(widget)
            if interface is not None and not interface.text(QAccessible.Text.Name):
                nameless.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert nameless == []

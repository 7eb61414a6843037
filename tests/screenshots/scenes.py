"""What each picture shows and how a person gets there."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QDialog, QTabBar, QTabWidget, QToolButton, QWidget

from app.models.domain.inbox import InboxView
from app.views.case.phone_dialog import PhoneDialog
from app.views.crisis.open_dialog import OpenRoomDialog
from app.views.crisis.page import CrisisPage
from app.views.inbox.navigation import item_id
from app.views.intake.page import IntakePage
from tests.end_to_end.driver import Driver
from tests.fakes import FakeClock

Scene = Callable[[Driver, Path], QWidget]
_ROWS = (
    ("BH-7741", "18/11/2026 09:12", "Joana Prado", "Betim, MG", "O pedido não chegou, e o chat só repete a mensagem."),
    ("BH-7742", "18/11/2026 10:47", "Rui Sales", "Contagem, MG", "Veio sem nota fiscal; preciso dela para a troca."),
    ("BH-7743", "19/11/2026 20:05", "Dona Cida", "Betim, MG", "Parabéns pela entrega rápida!"),
    ("BH-7744", "31/02/2026 11:20", "Téo Lima", "Sabará, MG", "Cobraram duas vezes o mesmo pedido no cartão."),
    ("BH-7745", "20/11/2026 21:40", "Nara Couto", "Nova Lima, MG", "Vocês abrem no feriado?"),
)  # fmt: skip


def inbox(driver: Driver, _folder: Path) -> QWidget:
    """Triage: a mention is read beside the list."""
    driver.go(item_id(InboxView.TO_TRIAGE))
    driver.press("j", "j")
    return driver.window


def case(driver: Driver, _folder: Path) -> QWidget:
    """One's own cases, the first of them open."""
    driver.go(item_id(InboxView.MINE))
    driver.press("j")
    driver.until(lambda: driver.pane.session.detail is not None, "a case")
    driver.settle()
    return driver.window


def told(driver: Driver, _folder: Path) -> QWidget:
    """A case in the middle of its story: asked, answered in public and in private, noted, an answer being written."""
    driver.go(item_id(InboxView.TO_TRIAGE))
    driver.press("j")
    while "duas vezes" not in driver.inbox.reading.mention.text:
        driver.press("j")
    driver.press("t", "Shift+T")
    driver.pane.timeline.setFocus()
    driver.press("c")
    driver.type("recl")
    driver.press("Return", "Return")
    driver.type("cobr")
    driver.press("Return", "Escape")
    _write(driver, "Shift+R", "Olá! Sentimos muito pela cobrança. Chamamos você no privado para resolver hoje.")
    _write(driver, "r", "Olá! Qual é a data da fatura em que o valor aparece duas vezes?")
    _write(driver, "n", "Financeiro confirmou a segunda cobrança. Estorno já pedido.")
    case_id = driver.pane.current_case_id
    driver.go(item_id(InboxView.MINE))
    while driver.inbox.panel.view.current_row is None or driver.inbox.panel.view.current_row.id != case_id:
        driver.press("j")
    driver.until(lambda: driver.pane.session.detail and driver.pane.session.detail.id == case_id, "the case")
    driver.pane.timeline.setFocus()
    driver.press("r")
    driver.type("O estorno já foi pedido e aparece em até duas faturas. O seu protocolo é ")
    driver.type(driver.pane.header.protocol.number + ".")
    driver.see("rascunho salvo")
    for close in driver.window.toasts.findChildren(QToolButton):
        driver.click(close)
    return driver.window


def _write(driver: Driver, key: str, text: str) -> None:
    driver.pane.timeline.setFocus()
    driver.press(key)
    driver.type(text)
    driver.press("Ctrl+Return")
    driver.until(lambda: not driver.pane.editor.text.toPlainText(), "the text to leave")
    clock = driver.desk.clock
    if isinstance(clock, FakeClock):
        clock.advance(timedelta(minutes=4))


def filters(driver: Driver, _folder: Path) -> QWidget:
    """The filter of the list, over the mentions of all states."""
    driver.go(item_id(InboxView.TO_TRIAGE))
    driver.press("Ctrl+Shift+I")
    return driver.window


def customers(driver: Driver, _folder: Path) -> QWidget:
    """A customer's card."""
    _leave(driver)
    driver.go("customer")
    driver.press("j", "j")
    return driver.window


def reports(driver: Driver, _folder: Path) -> QWidget:
    """The charts."""
    driver.go("reports")
    return driver.window


def wizard(driver: Driver, folder: Path) -> QWidget:
    """A file on its way in, at its columns."""
    path = folder / "reclamacoes-novembro.csv"
    with path.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([("Código", "Data", "Cliente", "Local", "Reclamação"), *_ROWS])
    driver.go("intake")
    page = driver.window.page("intake")
    if not isinstance(page, IntakePage):
        raise TypeError("not the import page")
    flow = page.open_file(path)
    driver.until(flow.columns.isVisible, "the columns")
    driver.settle()
    return driver.window


def look(driver: Driver, _folder: Path) -> QWidget:
    """Settings: how it looks."""
    driver.go("look")
    return driver.window


def settings(line: str) -> Scene:
    """Return the picture of another page of the settings."""

    def scene(driver: Driver, _folder: Path) -> QWidget:
        driver.go("look")
        driver.go(line)
        return driver.window

    return scene


def part(line: str, place: int) -> Scene:
    """Return the picture of another tab of a page of the settings."""

    def scene(driver: Driver, folder: Path) -> QWidget:
        window = settings(line)(driver, folder)
        tabs = next(each for each in driver.window.findChildren(QTabWidget) if each.isVisible())
        tabs.setCurrentIndex(place)
        driver.settle()
        return window

    return scene


def view(of: InboxView) -> Scene:
    """Return the picture of a view of the inbox, its first line open."""

    def scene(driver: Driver, _folder: Path) -> QWidget:
        driver.go(item_id(of))
        driver.press("j")
        return driver.window

    return scene


def alerts(driver: Driver, _folder: Path) -> QWidget:
    """What was alerted, and who saw it."""
    driver.go("alerts")
    return driver.window


def room(driver: Driver, _folder: Path) -> QWidget:
    """A room of a crisis, opened for an exercise."""
    driver.go("crisis")
    page = driver.window.page("crisis")
    if not isinstance(page, CrisisPage):
        raise TypeError("not the crisis page")
    if page.panel.detail is None:
        driver.click(page.drill_button)
        driver.dialog(OpenRoomDialog)
        driver.type("Vidro na geleia")
        driver.press("Return")
        driver.until(lambda: page.panel.detail is not None, "the room")
    driver.settle()
    return driver.window


def room_part(name: str) -> Scene:
    """Return the picture of a part of the room."""

    def scene(driver: Driver, folder: Path) -> QWidget:
        window = room(driver, folder)
        page = driver.window.page("crisis")
        if isinstance(page, CrisisPage):
            page.panel.show_part(name)
            driver.settle()
        return window

    return scene


def drill(driver: Driver, _folder: Path) -> QWidget:
    """An exercise being opened."""
    driver.go("crisis")
    driver.click_text("Fazer exercício")
    return driver.dialog(OpenRoomDialog)


def explain(driver: Driver, folder: Path) -> QWidget:
    """Why a deadline is when it is."""
    case(driver, folder)
    driver.click_text("explicar este prazo")
    return driver.window


def duty(driver: Driver, folder: Path) -> QWidget:
    """What the law asks for being written down."""
    case(driver, folder)
    if not driver.pane.side.isVisible():  # at large letters the right zone is a tab
        next(each for each in driver.pane.findChildren(QTabBar) if each.isVisible()).setCurrentIndex(1)
        driver.settle()
    driver.click_text("registrar obrigação legal")
    return driver.window


def articles(driver: Driver, folder: Path) -> QWidget:
    """Support material being chosen for an answer."""
    case(driver, folder)
    driver.press("r", "Ctrl+M")
    return driver.app.activePopupWidget() or driver.window


def help_page(driver: Driver, _folder: Path) -> QWidget:
    """The help."""
    driver.window.show_page("help")
    driver.settle()
    return driver.window


def palette(driver: Driver, _folder: Path) -> QWidget:
    """Ctrl+K with a few letters typed."""
    driver.window.show_page("inbox", item_id(InboxView.TO_TRIAGE))
    driver.settle()
    driver.press("Ctrl+K")
    driver.type("prot")
    return driver.window


def phone(driver: Driver, _folder: Path) -> QWidget:
    """A telephone case being written down."""
    driver.press("Escape", "Ctrl+N")
    form = driver.dialog(PhoneDialog)
    driver.type("Armando Reis")
    driver.press("Tab")
    driver.type("(31) 98765-4321")
    driver.press("Tab")
    driver.type("A embalagem veio aberta, lote 4471.")
    return form


SETTINGS = (
    "keys", "tree", "hours", "targets", "matrix", "areas", "situations", "policy", "persona", "templates", "articles",
    "rules", "rule_file", "rule_changes", "people", "database",
)  # fmt: skip
SCENES: dict[str, Scene] = {
    "inbox": inbox,
    "case": case,
    "filters": filters,
    "customers": customers,
    "reports": reports,
    "import": wizard,
    "help": help_page,
    "settings-look": look,
    **{f"settings-{line}": settings(line) for line in SETTINGS},
    "palette": palette,
    "phone": phone,
    "story": told,
    "explain": explain,
    "duty": duty,
    "articles": articles,
    "alerts": alerts,
    "drill": drill,
    "room": room,
    **{f"room-{name}": room_part(name) for name in ("mentions", "answers", "position", "areas", "report")},
    "areas-routes": part("areas", 1),
    "areas-flow": part("areas", 2),
    "situations-themes": part("situations", 1),
    "situations-approval": part("situations", 2),
    "persona-traits": part("persona", 1),
    "persona-sentences": part("persona", 2),
    "my-area": view(InboxView.AREA),
    "to-approve": view(InboxView.APPROVAL),
    "silent": view(InboxView.SILENT),
    "crisis-view": view(InboxView.CRISIS),
}


def tidy(driver: Driver) -> None:
    """Close what a scene left open."""
    for each in driver.app.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()
    _leave(driver)
    if driver.inbox.panel.filters.isVisible():
        driver.press("Ctrl+Shift+I")


def _leave(driver: Driver) -> None:
    driver.window.show_page("inbox", item_id(InboxView.TO_TRIAGE))
    driver.settle()

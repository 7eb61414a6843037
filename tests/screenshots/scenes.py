"""What each picture shows and how a person gets there."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from app.models.domain.inbox import InboxView
from app.views.case.phone_dialog import PhoneDialog
from app.views.inbox.navigation import item_id
from app.views.intake.page import IntakePage
from tests.end_to_end.driver import Driver

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


def keys(driver: Driver, _folder: Path) -> QWidget:
    """Settings: keys."""
    driver.go("look")
    driver.go("keys")
    return driver.window


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


SCENES: dict[str, Scene] = {
    "inbox": inbox,
    "case": case,
    "filters": filters,
    "customers": customers,
    "reports": reports,
    "import": wizard,
    "help": help_page,
    "settings-look": look,
    "settings-keys": keys,
    "palette": palette,
    "phone": phone,
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

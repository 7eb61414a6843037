"""A first day at the counter, from the first start to the charts and the next morning, by mouse and keyboard."""

from __future__ import annotations

import re
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from app.bootstrap.services import Services
from app.models.domain import protocol
from app.models.domain.case_detail import CaseDetail
from app.models.domain.chart import ChartKey
from app.models.domain.inbox import InboxView
from app.models.domain.vocabulary import CaseState, MentionState
from app.views.case.phone_dialog import PhoneDialog, ProtocolDialog
from app.views.customer.page import CustomerPage
from app.views.inbox.navigation import item_id
from app.views.intake.page import IntakePage
from app.views.reports.page import ReportsPage
from app.views.welcome.start_dialog import StartDialog
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver
from tests.end_to_end.material import COUNT, write_complaints

CPF = "529.982.247-25"


class Day:
    """One person's day; each method is something done with the hands and looked at with the eyes."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.case_ids: list[int] = []

    @property
    def services(self) -> Services:
        return self.driver.screens._services

    @property
    def shown(self) -> CaseDetail:
        detail = self.driver.pane.session.detail
        assert detail is not None
        return detail

    def stored(self, case_id: int = 0) -> CaseDetail:
        return self.services.cases.detail(case_id or self.shown.id, self.driver.desk.actor.person_id)

    def count(self, view: InboxView) -> int:
        index = self.driver.window.sidebar.model.index_of(item_id(view))
        item = self.driver.window.sidebar.model.item_at(index)
        assert item is not None
        return item.count or 0

    def state(self, mention_id: int) -> MentionState:
        return self.services.inbox.mention(mention_id).state

    # --- morning ------------------------------------------------------------------------------------------------

    def begin(self, place: Path) -> None:
        driver = self.driver
        form = driver.dialog(StartDialog)
        driver.press("Return")
        assert form.error_of("name"), "a name is asked for"
        driver.type("Beatriz Lima")
        form.place.path_edit.setFocus()
        driver.press("Ctrl+A")
        driver.type(str(place))
        driver.press("Return")
        driver.wait_for_window()
        driver.see("Tudo triado")
        driver.see("Banco neste computador · conectado")

    def bring_in(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        driver = self.driver
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        driver.go("intake")
        driver.press("Ctrl+I")
        page = cast("IntakePage", driver.window.page("intake"))
        (flow,) = page.flows
        driver.until(flow.columns.isVisible, "the columns")
        channel = flow.columns.channel
        channel.setFocus()
        driver.type("Instagram")
        assert channel.currentText() == "Instagram"
        driver.click(flow.buttons.next)
        driver.until(flow.checked.isVisible, "the trial")
        driver.press("Space")
        driver.until(flow.report.isVisible, "the account")
        assert flow.report.sentence == f"Importação concluída: {COUNT} de {COUNT} linhas entraram."
        driver.click(flow.report.show_button)
        driver.until(driver.inbox.isVisible, "the mentions")
        driver.until(lambda: self.count(InboxView.TO_TRIAGE) == COUNT, "the count in the navigation")

    # --- triage -------------------------------------------------------------------------------------------------

    def triage(self) -> None:
        driver = self.driver
        driver.go(item_id(InboxView.TO_TRIAGE))
        driver.press("j")
        done: dict[str, list[int]] = {"t": [], "m": [], "i": []}
        for number, key in enumerate("tmitmimtmimtmimtmim"):
            mention = driver.inbox.reading.mention
            if mention is None:  # a case was opened; the next mention is chosen already
                driver.press("j")
                mention = driver.inbox.reading.mention
            assert mention is not None
            driver.press(key)
            if key == "i":
                driver.press(str(1 + number % 2))
            done[key].append(mention.id)
            wanted = {"t": MentionState.IN_CASE, "m": MentionState.MONITORED, "i": MentionState.IGNORED}[key]
            assert self.state(mention.id) is wanted
        self.case_ids = [cast("int", self.services.inbox.mention(each).case_id) for each in done["t"]]
        assert len(set(self.case_ids)) == 5
        self.join()
        driver.until(lambda: self.count(InboxView.TO_TRIAGE) == COUNT - 20, "the count in the navigation")

    def join(self) -> None:
        driver = self.driver
        driver.press("j")
        mention = driver.inbox.reading.mention
        assert mention is not None
        number = self.stored(self.case_ids[0]).protocol
        driver.press("g")
        driver.type(number[-7:-1])
        driver.press("Return")
        assert self.services.inbox.mention(mention.id).case_id == self.case_ids[0]

    # --- cases --------------------------------------------------------------------------------------------------

    def open(self, case_id: int) -> None:
        driver = self.driver
        driver.press("Ctrl+F")
        driver.press("Ctrl+A")
        driver.type(protocol.display(self.stored(case_id).protocol))
        driver.press("Return")
        driver.until(lambda: driver.pane.session.detail is not None and self.shown.id == case_id, "the case")
        driver.settle()
        driver.pane.timeline.setFocus()

    def answer_privately(self) -> None:
        driver = self.driver
        self.open(self.case_ids[0])
        assert driver.pane.header.protocol.number == protocol.display(self.shown.protocol)
        driver.press("p")
        assert QGuiApplication.clipboard().text() == protocol.display(self.shown.protocol)
        self.classify()
        driver.press("r")
        driver.type("Oi! Vamos resolver hoje. ")
        driver.press("Ctrl+;")
        driver.until(lambda: driver.app.activePopupWidget() or driver.focus is not driver.pane.editor.text, "templates")
        driver.type("protocolo aberto")
        driver.press("Return")
        assert protocol.display(self.shown.protocol) in driver.pane.editor.text.toPlainText()
        driver.press("Ctrl+Return")
        driver.until(lambda: driver.pane.editor.text.toPlainText() == "", "the reply to leave")
        driver.pane.timeline.setFocus()
        driver.press("Ctrl+Z")
        driver.until(lambda: "Vamos resolver hoje" in driver.pane.editor.text.toPlainText(), "the text to come back")
        driver.press("r", "Ctrl+Return")
        driver.until(lambda: driver.pane.editor.text.toPlainText() == "", "the reply to leave")

    def classify(self) -> None:
        driver = self.driver
        driver.press("c")
        driver.type("recl")
        driver.press("Return")
        driver.until(lambda: driver.pane.classify.popup, "the next axis")
        axes = {axis.axis_key: axis.path for axis in self.stored().axes}
        assert axes["nature"] == "Reclamação"
        while driver.pane.classify.popup is not None and "subject" not in {
            a.axis_key for a in self.stored().axes if a.path
        }:
            driver.press("Down", "Return")
        driver.press("Escape")

    def answer_publicly(self) -> None:
        driver = self.driver
        self.open(self.case_ids[1])
        driver.press("Shift+R")
        driver.type(f"Oi! Confirma o CPF {CPF}?")
        driver.press("Ctrl+Return")
        notice = driver.pane.editor.notice
        driver.until(notice.isVisible, "the guard")
        assert "CPF" in notice.text
        assert self.stored().version == self.shown.version
        driver.click_text("Responder em privado", notice)
        assert driver.pane.editor.text.toPlainText() == f"Oi! Confirma o CPF {CPF}?", "what was typed goes along"
        assert driver.pane.editor.send_button.text() == "Enviar em privado"
        driver.press("Ctrl+A", "Delete")
        driver.pane.timeline.setFocus()
        driver.press("Shift+R")
        driver.type("Oi! Chamamos você no privado.")
        driver.press("Ctrl+Return")
        driver.until(lambda: driver.pane.editor.text.toPlainText() == "", "the reply to leave")
        driver.pane.timeline.setFocus()
        driver.press("n")
        driver.type("Conferir com a loja")
        driver.press("Ctrl+Return")
        driver.until(lambda: any(e.text == "Conferir com a loja" for e in self.stored().timeline), "the note")

    def forward(self) -> None:
        driver = self.driver
        self.open(self.case_ids[2])
        driver.press("f", "5", "Ctrl+Return")
        driver.type("Conferir o lote")
        driver.press("Ctrl+Return")
        assert self.stored().state is CaseState.WAITING_AREA
        driver.until(lambda: self.count(InboxView.WAITING_AREA) == 1, "the count of waiting for an area")
        driver.press("Shift+F")
        driver.type("Lote conferido e kit reenviado")
        driver.press("Ctrl+Return")
        assert self.stored().solution == "Lote conferido e kit reenviado"

    def close_three(self) -> None:
        driver = self.driver
        for case_id in self.case_ids[:3]:
            self.open(case_id)
            if "nature" in self.stored().missing_to_close:
                self.classify()
                driver.pane.timeline.setFocus()
            driver.press("e")
            panel = driver.pane.host.panel
            assert panel is not None
            panel.solution.setFocus()
            driver.press("Ctrl+A")
            driver.type("Kit reenviado")
            if panel.by_phone.isVisible() and not panel.by_phone.isChecked():
                driver.click(panel.by_phone)
            driver.press("Ctrl+Return")
            assert self.stored(case_id).state is CaseState.CLOSED, driver.texts(driver.pane)
        self.open(self.case_ids[0])
        driver.press("Shift+E")
        driver.type("Veio errado outra vez")
        driver.press("Ctrl+Return")
        assert self.stored().state is CaseState.REOPENED

    def undo_by_key(self) -> None:
        driver = self.driver
        self.open(self.case_ids[3])
        owner = self.stored().owner_id
        driver.press("w")
        assert self.stored().state is CaseState.WAITING_CUSTOMER
        driver.press("Ctrl+Z")
        driver.until(lambda: self.stored().state is not CaseState.WAITING_CUSTOMER, "the way back")
        assert self.stored().owner_id == owner

    def telephone(self) -> None:
        driver = self.driver
        driver.press("Ctrl+N")
        driver.dialog(PhoneDialog)
        driver.type("Armando Reis")
        driver.press("Tab")
        driver.type("31987654321")
        driver.press("Tab")
        driver.type("Embalagem aberta, lote 4471")
        driver.press("Ctrl+Return")
        shown = driver.dialog(ProtocolDialog)
        number = shown.protocol.number
        driver.press("p")
        assert QGuiApplication.clipboard().text() == number
        driver.press("Return")
        driver.until(lambda: driver.pane.header.protocol.number == number and driver.pane.isVisible(), "the case")

    # --- customers, search, charts -----------------------------------------------------------------------------

    def customers(self) -> None:
        driver = self.driver
        driver.go("customer")
        page = cast("CustomerPage", driver.window.page("customer"))
        driver.press("j")
        chosen = page.list.current_id
        names = {row.id: row.name for row in self.services.customers.page().rows}
        other = next(each for each in names if each != chosen)
        driver.press("u")
        driver.type(names[other])
        driver.press("Return")
        (gone,) = names.keys() - {row.id for row in self.services.customers.page().rows}
        kept = other if gone == chosen else chosen
        driver.until(lambda: page.list.current_id == kept, f"{kept} to be shown, not {page.list.current_id}")
        assert [each.absorbed_name for each in self.services.customers.card(kept).merges] == [names[gone]]
        driver.press("Ctrl+Z")
        driver.until(lambda: self.services.customers.card(kept).merges == (), "the two customers")
        assert self.services.customers.card(gone).name == names[gone]

    def find(self) -> None:
        driver = self.driver
        number = self.stored(self.case_ids[4]).protocol
        driver.press("Ctrl+K")
        driver.type(number[-7:])
        entries = driver.window.palette_box.model
        driver.until(lambda: any(e.id == f"case:{self.case_ids[4]}" for e in entries.entries), "the case in Ctrl+K")
        while driver.window.palette_box.view.currentIndex().data() is not None:
            row = driver.window.palette_box.view.currentIndex().row()
            if entries.entries[row].id == f"case:{self.case_ids[4]}":
                break
            driver.press("Down")
        driver.press("Return")
        driver.until(lambda: self.shown.id == self.case_ids[4], "the case")

    def charts(self) -> None:
        driver = self.driver
        driver.go("reports")
        page = cast("ReportsPage", driver.window.page("reports"))
        driver.until(lambda: page.board_page is not None, "the board")
        page.open_section("sentiment")
        shown = page.board_page
        assert shown is not None
        share = shown.board.cards[ChartKey.SENTIMENT_SHARE].chart
        driver.until(lambda: len(share.marks) > 0, "the chart")
        assert share.data is not None
        cells = share.data.tracks[0].cells
        place = max(range(len(share.marks)), key=lambda number: cells[share.marks[number].place].value or 0)
        said = share.said(place)
        driver.click(share.viewport(), share.marks[place].area.center().toPoint())
        driver.until(driver.inbox.isVisible, "the inbox")
        header = driver.inbox.panel.header
        driver.until(lambda: header.count.text() not in {"", "…"}, "the count")
        assert re.search(rf"\b{header.count.text()}\b", said), said

    def leave(self) -> None:
        driver = self.driver
        self.open(self.case_ids[4])
        driver.press("r")
        driver.type("Estamos vendo com a loja")
        driver.quit()


def test_a_first_day(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    day = Day(start(wait=False))
    day.begin(tmp_path / "dados" / "atendimentos.balcao")
    day.bring_in(write_complaints(tmp_path / "reclamacoes.csv"), monkeypatch)
    day.triage()
    day.answer_privately()
    day.answer_publicly()
    day.forward()
    day.close_three()
    day.undo_by_key()
    day.telephone()
    day.customers()
    day.find()
    day.charts()
    day.leave()
    driver = start()
    next_day = Day(driver)
    next_day.open(day.case_ids[4])
    assert driver.pane.editor.text.toPlainText() == "Estamos vendo com a loja"

"""A network at the counter, by mouse and keyboard: added, heard, answered once, its bad days told and got over."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import keyring
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QFileDialog, QLineEdit

from app.bootstrap.services import Services
from app.models.domain.account_info import AccountCard
from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.inbox import InboxView
from app.models.domain.vocabulary import CaseState
from app.services.reply_book import UNDO_SEND_SETTING
from app.views.case.entry_card import EntryCard
from app.views.channels.account_dialog import AccountDialog
from app.views.channels.page import ChannelsPage
from app.views.inbox.navigation import item_id
from tests.counterparts.dovecot import dovecot_path, why_missing
from tests.end_to_end.conftest import Start
from tests.end_to_end.driver import Driver
from tests.round_trip.towns import EmailTown, MastodonTown, Town
from tests.services.test_secrets import MemoryKeyring

ASKED = "O pedido 7741 veio sem a tampa. Quem resolve?"
ANSWER = "Oi! A tampa nova sai hoje da loja."
THANKED = "Chegou certinho, obrigada!"
_UNDO_SECONDS = 2


@pytest.fixture(autouse=True)
def keyring_in_memory() -> Iterator[MemoryKeyring]:
    before, made = keyring.get_keyring(), MemoryKeyring()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


class Counter:
    """A person at the counter of a company that is on a network."""

    def __init__(self, driver: Driver, town: Town) -> None:
        self.driver, self.town = driver, town

    @property
    def services(self) -> Services:
        return self.driver.screens._services

    @property
    def page(self) -> ChannelsPage:
        return cast("ChannelsPage", self.driver.window.page("channels"))

    @property
    def account(self) -> AccountCard:
        (card,) = self.services.channels.accounts.list()
        return card

    @property
    def shown(self) -> CaseDetail:
        detail = self.driver.pane.session.detail
        assert detail is not None
        return detail

    def undo_soon(self) -> None:
        """Two seconds to take an answer back instead of ten, as the administrator may choose."""
        actor = self.driver.desk.actor
        self.services.settings_book.edit(actor, UNDO_SEND_SETTING, lambda _: _UNDO_SECONDS, section="practice")

    def hear(self) -> None:
        """Let the minute until the next reading pass."""
        self.services.channels.sync.poke(self.account.id)

    # --- the account --------------------------------------------------------------------------------------------

    def open_channels(self) -> None:
        self.driver.go("look")
        self.driver.go("channels")

    def fill(self, dialog: AccountDialog, values: dict[str, str]) -> None:
        for key, value in values.items():
            edit = dialog.fields.edit(key)
            if not edit.isVisible():
                self.driver.click_text("Mostrar opções avançadas", dialog)
            edit.setFocus()
            if isinstance(edit, QComboBox):
                edit.setCurrentIndex(edit.findData(value))
                self.driver.settle()
            elif isinstance(edit, QLineEdit):
                self.driver.press("Ctrl+A")
                self.driver.type(value)
                assert edit.text() == value

    def add(self) -> None:
        """Three steps: which network, its form, what works; nothing is stored before the last."""
        driver = self.driver
        self.open_channels()
        driver.see("Nenhuma conta ainda")
        driver.click_text("Adicionar canal")
        dialog = driver.dialog(AccountDialog)
        while dialog.networks.chosen != self.town.key:
            driver.press("Down")
        driver.press("Return")
        self.fill(dialog, {"name": "Loja", **self.town.values()})
        driver.press("Return")
        driver.see("A rede respondeu")
        assert self.services.channels.accounts.list() == ()
        driver.click(dialog.outcome.answer)
        driver.click_text("Adicionar", dialog)
        self.until_light("Funcionando")

    def edit(self, values: dict[str, str]) -> None:
        driver = self.driver
        self.open_channels()
        driver.click_text("Editar", self.page)
        dialog = driver.dialog(AccountDialog)
        self.fill(dialog, values)
        driver.press("Return")
        driver.see("A rede respondeu")
        driver.click_text("Salvar", dialog)
        driver.until(lambda: not self.is_there(dialog), "the form to go")

    def is_there(self, dialog: AccountDialog) -> bool:
        return any(each is dialog for each in self.driver.app.topLevelWidgets())

    def until_light(self, text: str) -> None:
        self.driver.until(lambda: self.page.panel.light.text == text, f"the light {text!r}")

    # --- the case -----------------------------------------------------------------------------------------------

    def take(self, text: str) -> None:
        """The message is there without anybody asking for it; T makes a case of it."""
        driver = self.driver
        driver.window.show_page("inbox", item_id(InboxView.TO_TRIAGE))
        driver.settle()
        driver.until(lambda: driver.inbox.panel.view.model().rowCount() == 1, "the message in the inbox")
        driver.press("j")
        assert text in driver.inbox.reading.mention.text
        driver.press("t")
        driver.until(lambda: driver.pane.session.detail is not None, "the case")
        driver.settle()

    def back(self) -> None:
        """Go back to the case."""
        driver = self.driver
        driver.window.show_page("inbox", item_id(InboxView.MINE))
        driver.settle()
        if driver.pane.session.detail is None:
            driver.press("j")
        driver.until(lambda: driver.pane.session.detail is not None, "the case")
        driver.settle()

    def write(self, text: str, key: str) -> None:
        driver = self.driver
        driver.pane.timeline.setFocus()
        driver.press(key)
        driver.type(text)
        driver.press("Ctrl+Return")

    def attach(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
        self.driver.press("Ctrl+Shift+A")

    def until_gone(self) -> None:
        self.driver.until(lambda: not self.driver.pane.editor.text.toPlainText(), "the answer to leave the editor")

    def reply(self, text: str) -> TimelineEntry:
        return next(each for each in self.shown.timeline if each.kind is EntryKind.REPLY and text in each.text)

    def card(self, text: str) -> EntryCard:
        entry = self.reply(text)
        return self.driver.pane.timeline.cards[entry.kind, entry.id]

    def until_sent(self, text: str, words: str = "enviada") -> None:
        """The card says so, and the network has it once."""
        self.driver.until(lambda: self.card(text).head_text().endswith(f" · {words}"), f"{text!r} {words}")
        assert [text in html.unescape(each) for each in self.town.answers()].count(True) == 1

    def until_said(self, text: str) -> None:
        """What the customer answers stands in the open case by itself."""

        def said() -> int:
            return sum(text in each.text for each in self.shown.timeline if each.kind is EntryKind.MENTION)

        self.driver.until(lambda: said() > 0, f"{text!r} in the case")
        assert said() == 1


def picture(path: Path) -> Path:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#b5651d"))
    assert image.save(str(path))
    return path


def test_a_network_from_the_wizard_to_the_thanks(start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with MastodonTown() as town:
        counter = Counter(start(person="Beatriz Lima", database=str(tmp_path / "canais.balcao")), town)
        driver, editor = counter.driver, counter.driver.pane.editor
        counter.undo_soon()
        counter.add()
        town.say(ASKED)
        counter.hear()
        counter.take(ASKED)
        driver.pane.timeline.setFocus()
        driver.press("Shift+R")
        driver.type(ANSWER)
        program = tmp_path / "nota.pdf.exe"
        program.write_bytes(b"MZ")
        counter.attach(program, monkeypatch)
        driver.until(lambda: "pode executar um programa" in editor.notice.text, "the refusal of a program")
        counter.attach(picture(tmp_path / "tampa.png"), monkeypatch)
        driver.until(lambda: len(editor.files.files) == 1, "the picture beside the answer")
        driver.press("Ctrl+Return")
        driver.until(lambda: "Todo mundo vai poder ver: tampa.png" in editor.notice.text, "the question")
        assert town.answers() == []
        driver.click_text("Enviar com os anexos", editor.notice)
        counter.until_gone()
        assert counter.card(ANSWER).head_text().endswith("pendente")
        assert town.answers() == []
        counter.until_sent(ANSWER)
        (answer,) = town.server.answers_to(town.first)
        assert len(answer["media_attachments"]) == 1
        town.say_again(THANKED)
        counter.hear()
        counter.until_said(THANKED)
        assert counter.shown.state is not CaseState.WAITING_CUSTOMER


def test_mail_comes_by_itself_and_threads(start: Start, tmp_path: Path) -> None:
    if dovecot_path() is None:
        pytest.skip(why_missing())
    with EmailTown() as town:
        counter = Counter(start(person="Beatriz Lima", database=str(tmp_path / "canais.balcao")), town)
        driver = counter.driver
        counter.undo_soon()
        counter.add()
        town.say(ASKED)  # the mailbox tells of it: nobody asks, nothing is hurried
        counter.take(ASKED)
        counter.write(ANSWER, "r")
        counter.until_gone()
        driver.pane.timeline.setFocus()
        driver.press("Ctrl+Z")
        driver.until(lambda: driver.pane.editor.text.toPlainText() == ANSWER, "the text to come back")
        assert town.answers() == []
        driver.press("r", "Ctrl+Return")
        counter.until_sent(ANSWER)
        town.say_again(THANKED)
        counter.until_said(THANKED)


def test_closed_while_an_answer_is_on_its_way(start: Start, tmp_path: Path) -> None:
    with MastodonTown() as town:
        counter = Counter(start(person="Beatriz Lima", database=str(tmp_path / "canais.balcao")), town)
        counter.undo_soon()
        counter.add()
        town.say(ASKED)
        counter.hear()
        counter.take(ASKED)
        town.server.hang_next(2.0, path="/api/v1/statuses", method="POST")
        counter.write(ANSWER, "Shift+R")
        counter.until_gone()
        counter.driver.until(town.answers, "the answer at the network")
        counter.driver.quit()
        counter = Counter(start(), town)
        counter.back()
        counter.until_sent(ANSWER)
        assert counter.account.health.light.value == "ok"


def test_an_answer_waits_for_the_right_token(start: Start, tmp_path: Path) -> None:
    with MastodonTown() as town:
        counter = Counter(start(person="Beatriz Lima", database=str(tmp_path / "canais.balcao")), town)
        driver, editor = counter.driver, counter.driver.pane.editor
        counter.undo_soon()
        counter.add()
        town.say(ASKED)
        counter.hear()
        counter.take(ASKED)
        town.server.token = "another-token"
        counter.hear()
        driver.until(lambda: "precisa de você" in editor.account.text, "the line beside the answer")
        assert "As respostas esperam." in editor.account.text
        counter.write(ANSWER, "Shift+R")
        counter.until_gone()
        counter.open_channels()
        counter.until_light("Precisa de você")
        assert "Entre de novo" in counter.page.panel.sentence.text()
        driver.until(lambda: town.server.asked("/api/v1/statuses", "POST") or True)
        assert town.answers() == []
        counter.edit({"token": "another-token"})
        counter.until_light("Funcionando")
        counter.back()
        counter.until_sent(ANSWER)
        driver.until(lambda: not editor.account.isVisible(), "the line to go")

"""The case and the networks: files with an answer, counting in their units, what became of messages, waiting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import insert, select, update

from app.bootstrap.services import build_services
from app.models.domain.case_detail import CaseDetail, EntryKind, TimelineEntry
from app.models.domain.channel_kind import ChannelKind, ReplyLimits
from app.models.domain.network_marks import AccountTrouble, NetworkMarks, SendingMarks, SourceMark
from app.models.domain.reply_parts import Measured
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, DraftKind, Visibility
from app.models.schema.base import NEVER
from app.models.schema.cases import Reply
from app.models.schema.channels import AutoAnswer, Channel, ChannelAccount, ChannelAct, OwnPost
from app.models.schema.mentions import Attachment, Mention
from app.services.attachments import NewFile
from app.services.channel_acts import ChannelActs
from app.services.database import Database
from app.services.mention_source import MentionSourceService
from app.views.case.card_acts import CardContext, card_acts
from app.views.case.card_marks import mark_lines
from app.views.case.file_drafts import FileDrafts
from app.views.case.file_reading import thumbnail
from app.views.case.pane import CasePane
from app.views.case.reply_count import CountLine
from app.views.support.source_dialog import SourceDialog
from tests.fakes import FakeChannel, FakeSecrets, fake_kind
from tests.views.case.conftest import Stage

LIMITS = ReplyLimits(
    public_length=280, private_length=280, unit="x_weighted", most_parts=3, most_files=2,
    most_file_bytes=1024 * 1024, media_types=("image/*", "application/pdf"),
)  # fmt: skip
KIND = fake_kind(limits=LIMITS)
SHIFT_CONTROL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def picture_of(color: str = "#b5651d", side: int = 64) -> QImage:
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "caixa amassada.png"
    assert picture_of().save(str(path))
    return path


@pytest.fixture
def kinds() -> dict[str, ChannelKind]:
    return {KIND.key: KIND}


@pytest.fixture
def make_pane(
    make_pane: Callable[..., CasePane], screen_database: Database, kinds: dict[str, ChannelKind]
) -> Callable[[], CasePane]:
    """A pane on networks that answer by themselves."""
    networks = {key: FakeChannel().network(kind) for key, kind in kinds.items()}
    replies = build_services(screen_database, secrets_store=FakeSecrets(), networks=networks).replies
    acts = ChannelActs(database=screen_database, kinds=kinds)
    return lambda: make_pane(kinds=kinds, channel_acts=acts, replies=replies)


@pytest.fixture
def account_id(screen_database: Database) -> int:
    def work(connection: Any) -> int:
        channel = connection.execute(select(Channel.id).where(Channel.key == "instagram")).scalar_one()
        values = {"channel_id": channel, "name": "@loja", "is_connected": True, "is_listen_only": False}
        return int(connection.execute(insert(ChannelAccount).values(values).returning(ChannelAccount.id)).scalar_one())

    return screen_database.quiet(work)


@pytest.fixture
def case(case: CaseDetail, screen_database: Database, account_id: int) -> CaseDetail:
    """A case on a message that came by the account."""
    there = update(Mention).where(Mention.case_id == case.id).values(account_id=account_id, external_id="ig-1")
    screen_database.quiet(lambda connection: connection.execute(there))
    return case


def start(stage: Stage, text: str = "Olá, Marina.", mode: DraftKind = DraftKind.PRIVATE) -> None:
    stage.pane.editor.start(mode)
    stage.pane.editor.text.setPlainText(text)


def names(stage: Stage) -> list[str]:
    return [each.name for each in stage.pane.editor.files.files]


def stored_names(stage: Stage) -> list[str]:
    with stage.services.database.read() as connection:
        found = connection.execute(
            select(Attachment.name).where(Attachment.reply_id.is_not(None)).order_by(Attachment.id)
        )
        return list(found.scalars())


def dropped(paths: list[Path]) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def mention_entry(stage: Stage) -> TimelineEntry:
    return next(each for each in stage.detail.timeline if each.kind is EntryKind.MENTION)


def buttons(stage: Stage, entry: TimelineEntry) -> list[str]:
    card = stage.pane.timeline.cards[entry.kind, entry.id]
    return [each.text() for each in card.findChildren(QPushButton) if each.property("kind") == "link"]


def test_a_file_is_chosen_shown_and_sent(
    stage: Stage, case: CaseDetail, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.open(case)
    start(stage)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(photo)], ""))
    stage.press(Qt.Key.Key_A, SHIFT_CONTROL)
    files = stage.pane.editor.files
    assert names(stage) == ["caixa amassada.png"]
    assert files.files[0].thumb is not None
    assert "até 2 arquivos de 1 MB: fotos, PDF" in files.limit_words()
    assert "Ctrl+Shift+A" in stage.pane.editor.head.attach.toolTip()
    stage.pane.editor.send_button.click()
    stage.settle()
    assert stored_names(stage) == ["caixa amassada.png"]
    assert names(stage) == []
    assert files.isHidden()


def test_files_come_by_drop_and_pictures_by_paste(stage: Stage, case: CaseDetail, photo: Path) -> None:
    stage.open(case)
    start(stage)
    editor = stage.pane.editor
    mime = dropped([photo, photo.parent])
    entering = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    editor.dragEnterEvent(entering)
    assert entering.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    editor.dropEvent(drop)
    stage.settle()
    pasted = QMimeData()
    pasted.setImageData(picture_of("#225588"))
    assert editor.text.canInsertFromMimeData(pasted)
    editor.text.insertFromMimeData(pasted)
    stage.settle()
    assert [name.partition(" ")[0] for name in names(stage)] == ["caixa", "imagem"]
    words = QMimeData()
    words.setText(" e mais texto")
    editor.text.insertFromMimeData(words)
    assert "e mais texto" in editor.text.toPlainText()
    editor.text.insertFromMimeData(dropped([photo]))
    stage.settle()
    assert "no máximo 2 arquivos" in editor.notice.text
    assert len(names(stage)) == 2


def test_delete_takes_a_file_out(stage: Stage, case: CaseDetail, photo: Path) -> None:
    stage.open(case)
    start(stage)
    files = stage.pane.editor.files
    files.add_paths([photo])
    stage.settle()
    (pill,) = files.pills.pills
    assert "caixa amassada.png" in pill.accessibleName()
    pill.setFocus()
    stage.press(Qt.Key.Key_Delete)
    assert names(stage) == []
    assert stage.focus is stage.pane.editor.text
    files.add_paths([photo])
    stage.settle()
    files.pills.pills[0]._remove.click()
    assert names(stage) == []


@pytest.mark.parametrize(
    "given",
    [
        ("fatura.pdf.exe", b"MZ", "pode executar um programa"),
        ("nota.txt", b"", "vazio"),
        ("planilha.csv", b"a;b", "esta rede não o aceita"),
        ("grande.png", b"x" * (1024 * 1024 + 1), "passa de 1 MB"),
    ],
)
def test_what_may_not_go_is_refused_in_words(
    stage: Stage, case: CaseDetail, tmp_path: Path, given: tuple[str, bytes, str]
) -> None:
    stage.open(case)
    start(stage)
    name, content, words = given
    path = tmp_path / name
    path.write_bytes(content)
    stage.pane.editor.files.add_paths([path])
    stage.settle()
    assert words in stage.pane.editor.notice.text
    assert names(stage) == []


def test_a_file_that_is_gone_and_a_note_are_said(stage: Stage, case: CaseDetail, tmp_path: Path, photo: Path) -> None:
    stage.open(case)
    start(stage)
    stage.pane.editor.files.add_paths([tmp_path / "sumiu.png"])
    stage.settle()
    assert stage.pane.editor.notice.text
    start(stage, "Só para nós", DraftKind.NOTE)
    stage.pane.editor.text.insertFromMimeData(dropped([photo]))
    assert "Anexos vão com respostas" in stage.pane.editor.notice.text
    assert not stage.pane.editor.head.attach.isEnabled()


def test_public_files_are_asked_about_in_the_pane(stage: Stage, case: CaseDetail, photo: Path) -> None:
    quiet = update(Mention).where(Mention.case_id == case.id).values(crisis_level=None)
    stage.services.database.quiet(lambda connection: connection.execute(quiet))
    stage.open(case)
    start(stage, "Olá, Marina.", DraftKind.PUBLIC)
    stage.pane.editor.files.add_paths([photo])
    stage.settle()
    stage.pane.editor.send_button.click()
    stage.settle()
    notice = stage.pane.editor.notice
    if "Todo mundo" not in notice.text:
        notice.buttons[0].click()  # the crisis is asked about before
        stage.settle()
    assert "Todo mundo vai poder ver: caixa amassada.png" in notice.text
    assert stored_names(stage) == []
    notice.buttons[0].click()
    stage.settle()
    assert stored_names(stage) == ["caixa amassada.png"]


def test_files_of_a_withdrawn_reply_come_back_and_go_again(stage: Stage, case: CaseDetail, photo: Path) -> None:
    stage.open(case)
    start(stage)
    stage.pane.editor.files.add_paths([photo])
    stage.settle()
    stage.pane.editor.send_button.click()
    stage.settle()
    stage.desk.undo.undo()
    stage.news()
    stage.settle()
    (back,) = stage.pane.editor.files.files
    assert (back.name, back.file, back.thumb is not None) == ("caixa amassada.png", None, True)
    stage.pane.clear()
    stage.pane.editor.files._kept.clear()
    stage.open(case)
    stage.settle()
    assert names(stage) == ["caixa amassada.png"]
    stage.pane.editor.send_button.click()
    stage.settle()
    assert stored_names(stage) == ["caixa amassada.png"] * 2


def test_files_of_an_unsent_answer_outlive_the_program(
    stage: Stage, case: CaseDetail, photo: Path, make_pane: Callable[..., CasePane], qtbot: QtBot
) -> None:
    stage.open(case)
    stage.pane.editor.files.add_paths([photo])
    stage.settle()  # killed here: nothing is flushed
    again = make_pane()
    qtbot.addWidget(again)
    again.show_case(case.id)
    stage.settle()
    stage.settle()
    (back,) = again.editor.files.files
    assert (back.name, back.thumb is not None) == ("caixa amassada.png", True)
    assert not again.editor.files.isHidden()
    again.editor.start(DraftKind.PRIVATE)
    again.editor.text.setPlainText("Segue a foto.")
    again.editor.send_button.click()
    stage.settle()
    assert stored_names(stage) == ["caixa amassada.png"]
    assert not stage.stored().has_draft_files


def test_files_taken_out_or_added_while_they_load_stay_so(stage: Stage, case: CaseDetail, photo: Path) -> None:
    files, drafts, actor = stage.pane.editor.files, stage.services.drafts, stage.desk.actor
    bill = NewFile("conta.pdf", "application/pdf", b"%PDF-1.7")
    drafts.keep_files(actor, case.id, [bill])
    stage.open(case)
    assert names(stage) == ["conta.pdf"]
    files._kept.clear()
    files.take_from_draft()
    files.add_paths([photo])
    stage.settle()
    stage.settle()
    assert sorted(names(stage)) == ["caixa amassada.png", "conta.pdf"]
    assert len(drafts.files(actor, case.id)) == 2
    files.remove(files.files[0].key)
    files.remove(files.files[0].key)
    files.flush()
    stage.settle()
    assert drafts.files(actor, case.id) == ()
    drafts.keep_files(actor, case.id, [bill])  # a save that was slower than the answer that took the files along
    files.sent(case.id)
    stage.settle()
    assert drafts.files(actor, case.id) == ()


def test_nothing_is_saved_over_files_that_are_not_read_yet(stage: Stage, case: CaseDetail) -> None:
    drafts, actor, found = stage.services.drafts, stage.desk.actor, list[object]()
    bill = NewFile("conta.pdf", "application/pdf", b"%PDF-1.7")
    drafts.keep_files(actor, case.id, [bill])
    kept = FileDrafts(desk=stage.desk, drafts=drafts, parent=stage.pane)
    kept.load(case.id, None, found.extend, lambda _error: False)
    kept.keep(case.id, ())  # one added and taken out meanwhile
    kept.flush()
    stage.settle()
    kept.flush()
    assert drafts.files(actor, case.id) == (bill,)
    assert found == [(bill, None)]


def test_the_counter_counts_as_the_network_does(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    state = stage.pane.editor._state
    start(stage, "日" * 100)
    assert "200 de 280" in state.text()
    start(stage, "Uma frase que se repete bastante. " * 12)
    assert "407 de 280 · sai em 2 partes" in state.text()
    assert state.property("role") == "faint"
    start(stage, "Uma frase que se repete bastante. " * 60)
    assert "longo demais para esta rede" in state.text()
    assert state.property("role") == "error"
    start(stage, "só para nós", DraftKind.NOTE)
    assert "de" not in state.text().split()


def test_a_network_without_files_says_so(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    files = stage.pane.editor.files
    files.show_case(case.id, replace(LIMITS, most_files=0))
    assert not files.may_add
    assert "Mande um link" in files.limit_words()
    assert not stage.pane.editor.head.attach.isEnabled()
    stage.pane.editor.attach()
    assert "Mande um link" in stage.pane.editor.notice.text
    files.show_case(case.id, replace(LIMITS, most_files=1, media_types=("video/mp4", "text/plain", "x/zip")))
    assert "1 arquivo de até 1 MB: vídeos, textos, zip" in files.limit_words()


def test_hiding_and_liking_at_the_network(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    entry = mention_entry(stage)
    assert {"Ocultar na rede", "Curtir"} <= set(buttons(stage, entry))
    stage.pane.timeline.requested.emit("hide", entry)
    stage.settle()
    entry = mention_entry(stage)
    assert "Mostrar de novo" in buttons(stage, entry)
    assert [line[2] for line in mark_lines(entry, stage.clock.now())] == ["ocultando na rede…"]
    stage.desk.undo.undo()
    stage.news()
    assert "Ocultar na rede" in buttons(stage, mention_entry(stage))


def test_marks_of_a_message(stage: Stage, case: CaseDetail) -> None:
    at = stage.clock.now()
    there = update(Mention).where(Mention.case_id == case.id).values(edited_at=at, removed_at=at)
    stage.services.database.quiet(lambda connection: connection.execute(there))
    stage.open(case)
    entry = mention_entry(stage)
    lines = [line[2] for line in mark_lines(entry, at)]
    assert [line.partition(" · ")[0] for line in lines] == ["apagada na rede", "editada pelo autor"]
    assert "Curtir" not in buttons(stage, entry)


def test_the_words_of_acts_at_the_network(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    at, entry = stage.clock.now(), mention_entry(stage)

    def said(kind: SourceAct, state: DeliveryState, code: str | None = None) -> list[str]:
        marked = replace(entry, network=NetworkMarks(acts=(SourceMark(kind, state, "Rosa", at, code),)))
        return [line[2] for line in mark_lines(marked, at)]

    assert said(SourceAct.HIDE, DeliveryState.SENT)[0].startswith("ocultada na rede por Rosa")
    assert said(SourceAct.LIKE, DeliveryState.SENT)[0].startswith("curtida por Rosa")
    assert said(SourceAct.UNHIDE, DeliveryState.SENT) == []
    assert "A mensagem original não existe mais" in said(SourceAct.LIKE, DeliveryState.FAILED, "target_gone")[0]
    private = replace(entry, visibility=Visibility.PRIVATE)
    offered = card_acts(private, CardContext("Marina", at, abilities=frozenset(each.ability for each in SourceAct)))
    assert [act for act, _words, _icon in offered] == ["like"]


def test_the_original_is_shown(stage: Stage, case: CaseDetail, screen_database: Database) -> None:
    stage.open(case)
    assert MentionSourceService(database=screen_database).read(mention_entry(stage).id).whole_text
    stage.pane.timeline.requested.emit("source", mention_entry(stage))
    stage.settle()
    (dialog,) = stage.pane.findChildren(SourceDialog)
    dialog.accept()


def put_reply(stage: Stage, **values: object) -> TimelineEntry:
    start(stage)
    stage.pane.editor.send_button.click()
    stage.settle()
    stage.services.database.quiet(lambda connection: connection.execute(update(Reply).values(**values)))
    stage.pane.session.reload()
    stage.settle()
    return next(each for each in stage.detail.timeline if each.kind is EntryKind.REPLY)


def test_a_bounced_mail_is_unmistakable(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    entry = put_reply(stage, state=DeliveryState.FAILED, error_code="bounced", not_before=NEVER)
    card = stage.pane.timeline.cards[entry.kind, entry.id]
    assert "o e-mail voltou" in card.head_text()
    assert "Confira o endereço" in card.problem_text()
    with stage.qtbot.waitSignal(stage.pane.customer_requested):
        stage.pane.timeline.requested.emit("customer", entry)
    assert buttons(stage, entry)[0] == "Corrigir o endereço no cadastro"


def test_an_answer_that_will_be_tried_again_says_when(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    at = stage.clock.now() + timedelta(minutes=5)
    entry = put_reply(stage, error_code="rate_limited", attempts=1, not_before=at)
    problem = stage.pane.timeline.cards[entry.kind, entry.id].problem_text()
    assert "A rede pediu para esperar" in problem
    assert "Próxima tentativa: hoje" in problem
    partly = replace(entry, delivery=DeliveryState.FAILED, sending=SendingMarks(parts_sent=1))
    offered = card_acts(partly, CardContext("Marina", stage.clock.now()))
    assert [act for act, _words, _icon in offered] == ["retry", "mark_sent"]


def test_own_words_from_elsewhere_and_of_the_program(stage: Stage, case: CaseDetail, account_id: int) -> None:
    at = stage.clock.now()
    mention_id = next(each.id for each in case.timeline if each.kind is EntryKind.MENTION)
    post = {
        "account_id": account_id, "external_id": "p1", "posted_at": at, "text": "Já vimos, obrigado!",
        "in_reply_to": "ig-1", "permalink": "https://rede.example/p1", "is_private": False,
    }  # fmt: skip
    answer = {
        "client_key": "auto-1", "mention_id": mention_id, "conversation_id": 1, "account_id": account_id,
        "text": "Abrimos às 8 h.", "state": DeliveryState.SENT, "written_at": at, "not_before": at, "attempts": 1,
    }  # fmt: skip

    def work(connection: Any) -> None:
        connection.execute(insert(OwnPost).values(post))
        connection.execute(insert(AutoAnswer).values(answer))

    stage.services.database.quiet(work)
    stage.open(case)
    heads = {key[0]: card.head_text() for key, card in stage.pane.timeline.cards.items()}
    assert heads[EntryKind.ELSEWHERE].startswith("Escrita direto na rede, pela conta @loja · público")
    assert heads[EntryKind.AUTO_ANSWER].startswith("Resposta automática, fora do horário")


def test_a_line_says_that_answers_will_wait(stage: Stage, case: CaseDetail, account_id: int) -> None:
    stage.open(case)
    line = stage.pane.editor.account
    assert line.isHidden()
    pause = update(ChannelAccount).where(ChannelAccount.id == account_id).values(is_paused=True)
    stage.services.database.quiet(lambda connection: connection.execute(pause))
    stage.pane.session.reload()
    stage.settle()
    assert line.isVisible()
    assert "“@loja” está pausada" in line.text
    line.show_trouble(AccountTrouble("@loja", "instagram", is_paused=False, problem="token_expired"))
    assert line.text.startswith("A conta Instagram “@loja” precisa de você: O acesso desta conta venceu")


def test_a_history_of_acts_at_the_network_reads_as_words(stage: Stage, case: CaseDetail) -> None:
    stage.open(case)
    stage.pane.timeline.requested.emit("like", mention_entry(stage))
    stage.settle()
    lines = [card.accessibleName() for key, card in stage.pane.timeline.cards.items() if key[0] is EntryKind.EVENT]
    assert any("curtiu uma mensagem na rede" in line for line in lines)
    with stage.services.database.read() as connection:
        assert connection.execute(select(ChannelAct.kind)).scalar_one() == "like"


def test_small_parts(stage: Stage) -> None:
    assert thumbnail("text/plain", b"x") is None
    assert thumbnail("image/png", b"not a picture") is None
    line = CountLine()
    stage.qtbot.addWidget(line)
    line.show_text("Olá", Measured(3, None, 1), saved_at=None, is_saved=True)
    assert line.text() == "rascunho salvo"

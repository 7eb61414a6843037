"""The import screen by keyboard on a real file: look, correct, try, import, stop, continue, look the account up."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.bootstrap.services import Services
from app.models.domain.incoming import Ledger, RejectReason
from app.services.files.limits import DETAIL_CODES, FILE_CODES
from app.services.files.mapping import CHANNELS, FIELDS, DateForm, Mapping
from app.services.intake.runs import RunStatus
from app.views.intake import intake_texts
from app.views.intake.columns_step import ColumnsStep
from app.views.intake.import_flow import ImportFlow
from app.views.intake.page import IntakePage
from app.views.intake.preview_model import read_date
from app.views.support.desk import Desk
from app.views.support.empty_state import EmptyKind
from app.views.support.error_texts import ERROR_TEXTS
from tests.fakes import DEFAULT_NOW
from tests.views.inbox.widget_tree import cut, nameless, tree

WAIT = 20_000
SNAPSHOTS = Path(__file__).parents[2] / "snapshots"


@pytest.fixture
def page(desk: Desk, services: Services, qtbot: QtBot, settle: Callable[[], None]) -> IntakePage:
    made = IntakePage(desk=desk, importing=services.imports, runs=services.import_runs)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    settle()
    return made


def write(path: Path, rows: list[list[str]]) -> Path:
    with path.open("w", encoding="cp1252", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([["Código", "Data", "Título", "Reclamação"], *rows])
    return path


def complaints(count: int) -> list[list[str]]:
    first = date(2026, 3, 1)
    return [
        [str(n), (first + timedelta(days=n % 200)).strftime("%d/%m/%Y"), "Entrega", f"O pedido {n} não chegou até hoje"]
        for n in range(1, count + 1)
    ]


BAD = [["1", "31/02/2026", "A", "Chegou quebrado"], ["2", "05/04/2026", "", ""], ["3", "06/04/2026", "B", "Tudo certo"]]


def columns_of(flow: ImportFlow, qtbot: QtBot) -> ColumnsStep:
    qtbot.waitUntil(flow.columns.isVisible, timeout=WAIT)
    return flow.columns


def test_a_file_goes_through_all_steps(
    page: IntakePage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path
) -> None:
    assert page.home.empty.kind is EmptyKind.EMPTY
    flow = page.open_file(write(tmp_path / "reclamacoes.csv", complaints(60)))
    columns = columns_of(flow, qtbot)
    mapping = columns.mapping()
    assert mapping is not None
    assert mapping.columns["text"] == "Reclamação"
    assert mapping.date_form is DateForm.DMY
    assert columns.model.index(0, 1).data() == "02/03/2026 → 2 mar 2026"
    qtbot.keyClick(flow.buttons.next, Qt.Key.Key_Space)
    qtbot.waitUntil(flow.checked.isVisible, timeout=WAIT)
    assert "Seriam guardadas: 60 100 %" in tree_names(flow.checked)
    qtbot.keyClick(flow.buttons.next, Qt.Key.Key_Space)
    qtbot.waitUntil(flow.report.isVisible, timeout=WAIT)
    assert flow.report.sentence == "Importação concluída: 60 de 60 linhas entraram."
    with qtbot.waitSignal(page.show_run_requested) as shown:
        flow.report.show_button.click()
    assert shown.args is not None
    assert shown.args[1] == "reclamacoes.csv"
    flow.report.close_button.click()
    qtbot.waitUntil(lambda: page.home.model.rowCount() == 1, timeout=WAIT)
    settle()
    run = page.home.chosen()
    assert run is not None
    assert (run.status, run.ledger, run.who) == (RunStatus.DONE, Ledger(60, 60, 0, 0), "Marta Sá")
    assert page.flows == ()


def test_columns_dates_and_rows_that_are_wrong_are_said(
    page: IntakePage, qtbot: QtBot, settle: Callable[[], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow = page.open_file(write(tmp_path / "ruins.csv", BAD))
    columns = columns_of(flow, qtbot)
    assert "1 de 3 datas mostradas não foram entendidas" in columns.notice
    assert str(columns.model.index(0, 1).data()).startswith("✕ 31/02/2026")
    columns.header.combo("Data").setCurrentIndex(0)
    assert columns.problem() == "Diga qual coluna tem a data."
    assert not flow.buttons.next.isEnabled()
    columns.header.combo("Data").setCurrentIndex(columns.header.combo("Data").findData("posted_at"))
    columns.header.combo("Título").setCurrentIndex(columns.header.combo("Título").findData("text"))
    assert columns.header.combo("Reclamação").currentIndex() == 0
    columns.header.combo("Reclamação").setCurrentIndex(columns.header.combo("Reclamação").findData("text"))
    flow.next()
    qtbot.waitUntil(flow.checked.isVisible, timeout=WAIT)
    assert [flow.checked.model.index(row, 2).data() for row in range(2)] == [
        "“31/02/2026” não é uma data possível.",
        "Falta o texto.",
    ]
    flow.next()
    qtbot.waitUntil(flow.report.isVisible, timeout=WAIT)
    target = tmp_path / "recusadas.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    flow.report.save_button.click()
    settle()
    assert "data impossível ou ausente" in target.read_text(encoding="utf-8-sig")
    page.show_home()
    settle()
    page.home.rejects_button.click()
    settle()
    assert page.rejects.isVisible()
    assert page.rejects.ledger.model.rowCount() == 2
    assert nameless(page) == []


def test_a_conversation_asks_who_is_us(page: IntakePage, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "Conversa do WhatsApp com Maria Souza.txt"
    lines = ["Maria Souza: Meu pedido não chegou", "Loja Aurora: Vamos ver.", "Maria Souza: Obrigada"]
    path.write_text("\n".join(f"01/03/2026 10:0{n} - {line}" for n, line in enumerate(lines)), "utf-8")
    flow = page.open_file(path)
    columns = columns_of(flow, qtbot)
    assert (columns.own_name.isVisible(), columns.channel.isVisible(), columns.problem()) == (True, False, "")
    assert columns.own_name.currentText() == "Loja Aurora"
    flow.next()
    qtbot.waitUntil(flow.checked.isVisible, timeout=WAIT)
    assert [flow.checked.model.index(0, column).data() for column in (1, 2)] == [
        "escrita por nós",
        "É uma mensagem nossa: só as do cliente viram menções.",
    ]
    flow.next()
    qtbot.waitUntil(flow.report.isVisible, timeout=WAIT)
    assert flow.report.sentence.startswith("Importação concluída: 2 de 3 linhas entraram.")


def test_the_same_columns_are_recognised_and_duplicates_counted(
    page: IntakePage, desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.csv", complaints(5))
    for _ in range(2):
        flow = page.open_file(path)
        columns = columns_of(flow, qtbot)
        assert desk.actions.trigger("import.next")
        qtbot.waitUntil(lambda flow=flow: flow.checked.isVisible(), timeout=WAIT)
        assert desk.actions.trigger("import.next")
        qtbot.waitUntil(lambda flow=flow: flow.report.isVisible(), timeout=WAIT)
    assert columns.notice == "Reconhecido: mesmas colunas de 21 nov."
    assert flow.report.sentence == "Importação concluída: 0 de 5 linhas entraram."


def test_an_import_stops_and_goes_on(page: IntakePage, qtbot: QtBot, tmp_path: Path) -> None:
    flow = page.open_file(write(tmp_path / "grande.csv", complaints(4_000)))
    columns_of(flow, qtbot)
    flow.next()
    qtbot.waitUntil(flow.checked.isVisible, timeout=WAIT)
    flow.next()
    qtbot.waitUntil(lambda: flow.watch.progress is not None, timeout=WAIT)
    page.show_home()
    assert any("importando" in line for line in running(page))
    flow.storing.cancel_button.click()
    qtbot.waitUntil(lambda: not flow.is_importing, timeout=1_500)
    page.home.open_flow_requested.emit(0)
    assert flow.report.sentence.startswith("A importação parou depois de")
    flow.report.resume_button.click()
    qtbot.waitUntil(lambda: "concluída" in flow.report.sentence and not flow.is_importing, timeout=3 * WAIT)
    assert "Continuou da linha" in flow.report.sentence


def test_a_file_that_cannot_be_read_is_explained(
    page: IntakePage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "vazio.csv"
    empty.touch()
    flow = page.open_file(empty)
    qtbot.waitUntil(lambda: flow.waiting.kind is EmptyKind.EMPTY, timeout=WAIT)
    assert running(page) == ["vazio.csv · não pôde ser lido"]
    assert flow.waiting.text == "“vazio.csv” está vazio. Nada foi importado. Confira se a exportação terminou."
    good = write(tmp_path / "boa.csv", complaints(2))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(good), ""))
    flow.waiting.requested.emit()
    columns_of(flow, qtbot)
    flow.buttons.cancel.click()
    assert page.flows == ()


def test_files_are_dropped_and_chosen_by_key(
    page: IntakePage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = write(tmp_path / "1.csv", complaints(2)), write(tmp_path / "2.csv", complaints(3))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(first))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.dropEvent(QDropEvent(QPointF(5, 5), copy, data, left, none))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(second), ""))
    assert desk.actions.trigger("import.choose")
    assert [flow.path.name for flow in page.flows] == ["1.csv", "2.csv"]
    for flow in page.flows:
        columns = flow.columns
        qtbot.waitUntil(lambda columns=columns: columns.mapping() is not None, timeout=WAIT)
    assert running(page) == ["1.csv · conferir colunas", "2.csv · conferir colunas"]


def test_names_sizes_models_and_snapshot(
    page: IntakePage, desk: Desk, qtbot: QtBot, tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    assert nameless(page) == []
    assert tree(page) == (SNAPSHOTS / "intake_page.txt").read_text(encoding="utf-8").rstrip("\n")
    flow = page.open_file(write(tmp_path / "a.csv", complaints(3)))
    columns = columns_of(flow, qtbot)
    assert nameless(page) == []
    for scale in (200, 80):
        desk.theme.apply(scale=scale)
        qtbot.waitUntil(lambda: cut(flow) == [])
    qtmodeltester.check(columns.model)
    qtmodeltester.check(flow.checked.model)
    qtmodeltester.check(page.home.model)


def test_every_code_has_its_words() -> None:
    assert set(FILE_CODES) <= set(ERROR_TEXTS)
    assert [code for code in DETAIL_CODES if intake_texts.detail_text(code) == code] == []
    assert set(intake_texts.channel_names()) == set(CHANNELS)
    assert set(intake_texts.field_names()) == {intake_texts.UNUSED, *FIELDS}
    assert set(intake_texts.form_names()) == {form.value for form in DateForm}
    assert all(intake_texts.reason_text(reason) for reason in RejectReason)
    assert all(intake_texts.status_text(status)[0] for status in RunStatus)


@pytest.mark.parametrize(
    ("written", "shown", "problem"),
    [
        ("03/04/2026 14:30", "3 abr 2026 14:30", ""),
        ("2026-04-03", "3 abr 2026", ""),
        ("31/02/2026", "", "data impossível ou ausente"),
        ("03/04/2031", "", "data no futuro"),
    ],
)
def test_dates_show_what_they_were_read_as(written: str, shown: str, problem: str) -> None:
    read = read_date(written, Mapping(), DEFAULT_NOW)
    assert (read.text, read.problem) == (shown, problem)


def running(page: IntakePage) -> list[str]:
    names = {flow.path.name for flow in page.flows}
    buttons = page.home.findChildren(QPushButton)
    return [each.text() for each in buttons if each.text().split(" · ")[0] in names]


def tree_names(widget: QWidget) -> list[str]:
    return [child.accessibleName() for child in widget.findChildren(QWidget)]

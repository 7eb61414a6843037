"""Mentions, cases and history go to a file whole, in order, in words, and leave a line in the history."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from python_calamine import load_workbook

from app.models.domain.inbox import InboxQuery, InboxView, RowKind
from app.models.domain.people import Actor, Role
from app.services import data_exports
from app.services.cancel import Cancelled, CancelToken
from app.services.data_exports import CASE_COLUMNS, MENTION_COLUMNS, DataChoice, DataExportService, DataKind
from app.services.database import Database
from app.services.errors import Refused
from app.services.exports import FileKind, Target
from app.services.inbox import InboxService
from tests.services.inbox.counter_data import populate

WORDS = {"to_triage": "A triar", "author": "Autor", "yes": "sim", "no": "não"}


@pytest.fixture
def service(database: Database) -> DataExportService:
    return DataExportService(database=database, inbox=InboxService(database=database))


def read(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), delimiter=";"))


def test_all_is_there_in_order_and_in_words(
    service: DataExportService,
    database: Database,
    actor: Actor,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    populate(database, actor, seed=41, mentions=90, cases=14)
    monkeypatch.setattr(data_exports, "_CHUNK", 20)
    inbox = InboxService(database=database)
    for kind, view, columns in (
        (DataKind.MENTIONS, InboxView.ALL_MENTIONS, MENTION_COLUMNS),
        (DataKind.CASES, InboxView.ALL_CASES, CASE_COLUMNS),
    ):
        path = tmp_path / f"{kind.value}.csv"
        seen: list[int] = []
        choice = DataChoice(kind, InboxQuery(view))
        written = service.export(actor, choice, Target(path, FileKind.CSV), WORDS, progress=seen.append)
        rows = inbox.page(InboxQuery(view), actor, limit=200).rows
        lines = read(path)
        assert written == len(rows) == seen[-1] == len(lines) == service.total(actor, choice)
        names = [WORDS.get(name, name) for name in columns]
        assert list(lines[0])[: len(names)] == names
        key = "protocol" if kind is DataKind.CASES else "id"
        assert [line[key] for line in lines] == [row.protocol if key == "protocol" else str(row.id) for row in rows]
    mentions = read(tmp_path / "mentions.csv")
    shown = inbox.page(InboxQuery(InboxView.ALL_MENTIONS), actor, limit=200).rows
    zone = ZoneInfo("America/Sao_Paulo")
    assert [line["posted_at"] for line in mentions] == [f"{row.at.astimezone(zone):%d/%m/%Y %H:%M}" for row in shown]
    assert [line["visibility"] for line in mentions] == [row.visibility.value for row in shown]
    assert [line["sentiment"] for line in mentions] == [row.sentiment.value if row.sentiment else "" for row in shown]
    assert {line["mention_state"] for line in mentions} <= {"A triar", "monitored", "ignored", "in_case"}
    assert {line["has_time"] for line in mentions} <= {"sim", "não"}
    assert {len(line["posted_at"]) for line in mentions} == {len("21/11/2026 11:00")}
    cases = read(tmp_path / "cases.csv")
    assert any(line["Natureza"] for line in cases)
    assert {line["suggested_axes"] for line in cases} == {""}

    path = tmp_path / "history.xlsx"
    choice = DataChoice(DataKind.HISTORY, since=date(2000, 1, 1), until=date(2100, 1, 1))
    written = service.export(actor, choice, Target(path, FileKind.XLSX), WORDS)
    table = load_workbook(str(path)).get_sheet_by_index(0).to_python()
    assert len(table) == written + 1
    assert [row[4] for row in table[-2:]] == ["data_exported", "data_exported"]  # the two files above
    assert (
        service.export(actor, DataChoice(DataKind.HISTORY, until=date(2000, 1, 1)), Target(path, FileKind.CSV), {}) == 0
    )


def test_a_view_of_both_kinds_gives_one_kind(
    service: DataExportService, database: Database, actor: Actor, tmp_path: Path
) -> None:
    populate(database, actor, seed=44, mentions=120, cases=20)
    query = InboxQuery(InboxView.CRISIS)
    kinds = [row.kind for row in InboxService(database=database).page(query, actor, limit=200).rows]
    for kind, row_kind in ((DataKind.MENTIONS, RowKind.MENTION), (DataKind.CASES, RowKind.CASE)):
        target = Target(tmp_path / f"{kind.value}.csv", FileKind.CSV)
        assert service.export(actor, DataChoice(kind, query), target, {}) == kinds.count(row_kind)
    assert service.total(actor, DataChoice(DataKind.CASES, query)) is None


def test_a_cancelled_export_leaves_nothing(
    service: DataExportService, database: Database, actor: Actor, tmp_path: Path
) -> None:
    populate(database, actor, seed=42, mentions=30, cases=0)
    token = CancelToken()
    token.cancel()
    path = tmp_path / "lista.xlsx"
    choice = DataChoice(DataKind.MENTIONS)
    with pytest.raises(Cancelled):
        service.export(actor, choice, Target(path, FileKind.XLSX), {}, cancel=token)
    assert list(tmp_path.glob("*lista*")) == []
    with pytest.raises(Refused, match="not_allowed"):
        service.export(Actor(5, "Bia", Role.ATTENDANT), choice, Target(path, FileKind.CSV), {})

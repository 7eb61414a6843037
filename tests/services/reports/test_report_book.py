"""Reports are kept, commented, made, and written to a workbook that a spreadsheet opens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import load_workbook

from app.models.domain.chart import ChartKey
from app.models.domain.people import Actor, Role
from app.models.domain.report_plan import Against, PeriodRule, ReportSpec, Span, StandardReport
from app.models.domain.series import TableData
from app.services.cancel import Cancelled, CancelToken
from app.services.charts.service import ChartService
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.report_book import LONGEST_COMMENT, ReportBook
from app.services.report_maker import ReportMaker
from app.services.report_workbook import FigureLine, PartText, ReportText, write_workbook
from tests.services.inbox.counter_data import populate

SPEC = ReportSpec((ChartKey.VOLUME_DAY, ChartKey.NATURES), PeriodRule.LAST_30_DAYS)
ATTENDANT = Actor(5, "Bia", Role.ATTENDANT)


def test_reports_are_kept_changed_and_brought_back(database: Database, actor: Actor) -> None:
    book = ReportBook(database=database)
    made = book.create(actor, "  Diretoria ", SPEC, is_shared=False).value
    listed = book.definitions(actor)
    assert [each.standard for each in listed[: len(StandardReport)]] == list(StandardReport)
    assert listed[-1] == made
    assert made.name == "Diretoria"
    assert made.id not in {each.id for each in book.definitions(ATTENDANT)}  # only hers
    with pytest.raises(Invalid, match=r"report\.name"):
        book.create(actor, "Diretoria", SPEC)
    with pytest.raises(Invalid, match=r"report\.no_parts"):
        book.create(actor, "Vazio", ReportSpec(()))
    with pytest.raises(Refused):
        book.create(ATTENDANT, "Meu", SPEC)

    with pytest.raises(Refused):
        book.delete(Actor(7, "Rui", Role.ANALYST), made)
    done = book.change(actor, made, name="Mensal", spec=replace(SPEC, against=Against.NOTHING), is_shared=True)
    with pytest.raises(Conflict, match=r"report\.changed"):
        book.change(actor, made, name="Outro", spec=SPEC, is_shared=True)
    assert done.value in book.definitions(ATTENDANT)
    assert done.undo is not None
    back = done.undo.revert().value
    assert (back.name, back.spec, back.is_shared) == ("Diretoria", SPEC, False)

    gone = book.delete(actor, back)
    with pytest.raises(Conflict):
        book.delete(actor, back)
    assert gone.undo is not None
    gone.undo.revert()
    assert book.definitions(actor)[-1] == back


def test_comments_are_of_one_period_and_are_not_overwritten_unseen(database: Database, actor: Actor) -> None:
    book, days = ReportBook(database=database), Span(date(2026, 10, 1), date(2026, 10, 31))
    first = book.comment(actor, "heat", days, " Noites cheias. ", None).value
    assert first is not None
    assert (first.text, first.author) == ("Noites cheias.", actor.name)
    assert book.comments(actor, days) == {"heat": first}
    assert book.comments(actor, Span(days.since, date(2026, 10, 30))) == {}
    with pytest.raises(Conflict, match=r"report\.comment_changed"):
        book.comment(actor, "heat", days, "Sem ver o outro", None)
    done = book.comment(actor, "heat", days, "", first)
    assert book.comments(actor, days) == {}
    assert done.undo is not None
    done.undo.revert()
    assert book.comments(actor, days)["heat"].text == "Noites cheias."
    with pytest.raises(Invalid, match=r"report\.comment_long"):
        book.comment(actor, "", days, "x" * (LONGEST_COMMENT + 1), None)
    assert book.comment(actor, "", days, "  ", None).value is None


def test_a_report_holds_its_charts_its_comments_and_its_limits(database: Database, actor: Actor) -> None:
    populate(database, actor, seed=52, mentions=60, cases=9)
    maker = ReportMaker(database=database, charts=ChartService(database=database))
    spec = replace(SPEC, channel_ids=(1,), rule=PeriodRule.LAST_30_DAYS)
    period = Span(maker.today().replace(day=1), maker.today())
    fixed = replace(spec, rule=PeriodRule.FIXED, fixed=period)
    ReportBook(database=database).comment(actor, "natures", period, "Muitas dúvidas.", None)
    seen: list[tuple[int, int | None]] = []
    report = maker.make(actor, fixed, progress=lambda done, total: seen.append((done, total)))
    assert [data.key for data in report.charts] == list(spec.parts)
    assert seen == [(0, 2), (1, 2)]
    assert report.comments["natures"].text == "Muitas dúvidas."
    assert report.against is not None
    assert report.against.until < period.since
    assert len(report.channels) == 1
    assert maker.make(actor, replace(fixed, with_comments=False, against=Against.NOTHING)).comments == {}
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        maker.make(actor, fixed, cancel=token)
    with pytest.raises(Invalid, match=r"report\.against"):
        maker.make(actor, replace(fixed, against=Against.FIXED))
    with pytest.raises(Refused):
        maker.make(ATTENDANT, fixed)


def test_a_workbook_has_a_sheet_a_chart_and_no_formula(actor: Actor, tmp_path: Path) -> None:
    table = TableData(("Dia", "=n"), ((date(2026, 10, 1), 3), ("=1+1", 2.5), (None, None)))
    part = PartText("Volume: por/dia [x]", "Conta menções.", "=soma", "", "Linha 1\n+2", "Comentário de Ana", table)
    text = ReportText(
        company="Empresa",
        title="Relatório",
        period="outubro",
        limits="",
        made="Feito hoje",
        comment="Bom mês.",
        comment_by="",
        figures=(FigureLine("Menções", "10", "+1 %"),),
        parts=(part, part),
    )
    path = tmp_path / "r.xlsx"
    words = ("Resumo", "Número", "Valor", "Mudança", "Gráfico", "O que conta")
    assert write_workbook(actor, text, path, words) == 3
    book = load_workbook(str(path))
    assert book.sheet_names == ["Resumo", "Volume por dia x", "Volume por dia x 2"]
    sheet = book.get_sheet_by_index(1).to_python()
    cells = [cell for row in sheet for cell in row]
    assert "'=1+1" in cells
    assert "'=soma" in cells
    assert date(2026, 10, 1) in cells
    assert not any(str(cell).startswith(("=", "+")) for cell in cells)
    with pytest.raises(Refused):
        write_workbook(ATTENDANT, text, path, words)

"""CSV as programs and people really write it."""

from __future__ import annotations

import csv
import io
from time import perf_counter
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.models.domain.incoming import RejectReason
from app.services.files.detect import FileKind, Format, sniff
from app.services.files.limits import MAX_FIELD_CHARS, MAX_RECORD_BYTES
from app.services.files.tables import RawRow, read_csv

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

KIND = FileKind(Format.CSV, columns=3)


def read(path: Path, kind: FileKind | None = None) -> list[RawRow]:
    return list(read_csv(path, kind or sniff(path)))


def outline(rows: list[RawRow]) -> list[object]:
    return [row.problem.code if row.problem else row.cells for row in rows]


def test_quotes_line_breaks_and_delimiters_inside_fields(make_file: Make) -> None:
    path = make_file("a.csv", 'id,texto,local\r\n1,"diz ""oi"", e\r\nsegue",Recife\r\n\r\n2,b,c\r\n')
    assert outline(read(path)) == [["id", "texto", "local"], ["1", 'diz "oi", e\nsegue', "Recife"], ["2", "b", "c"]]


def test_positions_are_the_bytes_read(make_file: Make) -> None:
    path = make_file("a.csv", "id,texto,local\n1,ação,x\n2,b,c\n")
    assert [row.position for row in read(path)] == [15, 26, 32]


def test_the_separator_line_of_excel_is_no_row(make_file: Make) -> None:
    path = make_file("a.csv", "sep=;\nid;texto;local\n1;a;b\n")
    assert outline(read(path)) == [["id", "texto", "local"], ["1", "a", "b"]]


def test_an_unclosed_quote_costs_one_row(make_file: Make) -> None:
    lines = [f"{number},texto {number},Recife" for number in range(500)]
    lines[3] = '3,"texto sem fim,Recife'
    rows = read(make_file("a.csv", "\n".join(lines) + "\n"))
    assert [row.problem.code for row in rows if row.problem] == ["unclosed_quote"]
    assert len(rows) == 500


def test_an_unclosed_quote_before_quoted_rows_costs_one_row(make_file: Make) -> None:
    lines = [f'"{number}","texto {number}","Recife"' for number in range(100)]
    lines[3] = '"3","texto sem fim,Recife'
    rows = read(make_file("a.csv", "\n".join(lines) + "\n"))
    assert [row.problem.code for row in rows if row.problem] == ["unclosed_quote"]
    assert [row.cells for row in rows][-1] == ["99", "texto 99", "Recife"]
    assert len(rows) == 100


def test_an_unclosed_quote_in_the_last_row_is_a_cut(make_file: Make) -> None:
    assert outline(read(make_file("a.csv", 'id,texto,local\n1,a,b\n2,"cortad'), KIND))[-1] == "truncated"


def test_inner_quotes_that_nobody_doubled_are_kept(make_file: Make) -> None:
    path = make_file("a.csv", 'id,texto,local\n1,"ele disse "oi" e saiu",Recife\n2,TV 5" nova,Olinda\n')
    assert outline(read(path, KIND))[1:] == [["1", 'ele disse "oi" e saiu', "Recife"], ["2", 'TV 5" nova', "Olinda"]]


def test_inner_quotes_over_two_lines_are_kept(make_file: Make) -> None:
    path = make_file("a.csv", 'id,texto,local\n1,"ele disse "oi" e\nsaiu",Recife\n2,b,c\n')
    assert outline(read(path, KIND))[1:] == [["1", 'ele disse "oi" e\nsaiu', "Recife"], ["2", "b", "c"]]


def test_a_quote_left_open_in_every_row_costs_rows_not_hours(make_file: Make) -> None:
    path = make_file("a.csv", "id,texto,local\n" + '1,"oi gente,SP\n' * 500 + "2,fim,RJ\n")
    begun = perf_counter()
    rows = read(path, KIND)
    assert perf_counter() - begun < 10
    assert [row.problem.code for row in rows if row.problem] == ["unclosed_quote"] * 500
    assert rows[-1].cells == ["2", "fim", "RJ"]


def test_a_field_of_one_megabyte_is_read(make_file: Make) -> None:
    path = make_file("a.csv", f"id,texto,local\n1,{'a' * 1_000_000},b\n")
    assert len(read(path)[1].cells[1]) == 1_000_000  # type: ignore[index]  # a list of cells


def test_a_larger_field_costs_one_row(make_file: Make) -> None:
    big = "a" * (MAX_FIELD_CHARS + 1)
    assert outline(read(make_file("a.csv", f"id,texto,local\n1,{big},b\n2,b,c\n"), KIND))[1:] == [
        "field_too_large",
        ["2", "b", "c"],
    ]


def test_a_larger_field_with_line_breaks_costs_one_row(make_file: Make) -> None:
    big = "um texto longo sem vírgula alguma\n" * (MAX_FIELD_CHARS // 30)
    rows = read(make_file("a.csv", f'id,texto,local\n1,"{big}",b\n2,b,c\n'), KIND)
    assert outline(rows)[1:] == ["field_too_large", ["2", "b", "c"]]
    assert rows[1].problem is not None
    assert rows[1].problem.reason is RejectReason.TOO_LARGE


def test_a_line_without_end_costs_one_row_and_little_memory(make_file: Make) -> None:
    path = make_file("a.csv", b"id,texto,local\n" + b"x" * (MAX_RECORD_BYTES * 2 + 5) + b"\n2,b,c\n")
    assert outline(read(path, KIND))[1:] == ["record_too_large", ["2", "b", "c"]]


def test_a_line_in_another_encoding_is_read_or_rejected_never_garbled(make_file: Make) -> None:
    good = "id,texto,local\n" + "1,reclamação,São Paulo\n" * 20
    other = "2,reclamação,São Paulo\n".encode("cp1252")
    mixed = "3,reclamação ".encode() + "reclamação,x\n".encode("cp1252")
    rows = read(make_file("a.csv", good.encode() + other + mixed))
    assert outline(rows)[-2:] == [["2", "reclamação", "São Paulo"], "encoding"]


def test_utf_16_and_lone_carriage_returns(make_file: Make) -> None:
    text = "id,texto,local\n1,reclamação,x\n"
    assert outline(read(make_file("a.csv", text.encode("utf-16"))))[1] == ["1", "reclamação", "x"]
    assert outline(read(make_file("b.csv", text.replace("\n", "\r"))))[1] == ["1", "reclamação", "x"]


cells = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=20)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(
    rows=st.lists(st.lists(cells, min_size=3, max_size=3), min_size=1, max_size=12), delimiter=st.sampled_from(",;\t|")
)
def test_what_the_csv_module_writes_comes_back(make_file: Make, rows: list[list[str]], delimiter: str) -> None:
    rows = [["id", "data", "texto"], *rows]
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    path = make_file("a.csv", written.getvalue().encode())
    kind = FileKind(Format.CSV, delimiter=delimiter, columns=3)
    assert outline(read(path, kind)) == [row for row in rows if any(row)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(lines=st.lists(st.text('a",;\n\\ é', max_size=12), max_size=20))
def test_any_text_ends_and_loses_no_line(make_file: Make, lines: list[str]) -> None:
    path = make_file("a.csv", "id,texto,local\n" + "\n".join(lines) + "\n")
    rows = read(path, KIND)
    assert rows[-1].position <= path.stat().st_size
    assert [row.position for row in rows] == sorted(row.position for row in rows)

"""One file as one numbered stream: what becomes of its rows, its dates, its odd signs."""

from __future__ import annotations

import tracemalloc
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import xlsxwriter

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.services.errors import Invalid
from app.services.files.mapping import DateForm, Mapping
from app.services.files.rows import count_of, rating_of
from app.services.files.stream import Source, fingerprint, look, open_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

HEAD = "Código;Data;Reclamação;Local;Categoria\n"


def mentions(source: Source) -> list[IncomingMention]:
    return [item.outcome for item in source.items() if isinstance(item.outcome, IncomingMention)]


def rejects(source: Source) -> list[tuple[int, RejectReason, str]]:
    found = [item.outcome for item in source.items() if isinstance(item.outcome, RejectedRow)]
    return [(row.row, row.reason, row.detail) for row in found]


def test_a_table_becomes_mentions(make_file: Make, now: datetime) -> None:
    source = open_source(make_file("ra.csv", HEAD + "7;05/03/2024 10:00;Não funciona;Recife - PE;Celular\n"), now=now)
    assert mentions(source) == [
        IncomingMention(
            channel="reclame_aqui",
            text="Não funciona",
            posted_at=datetime(2024, 3, 5, 13, tzinfo=UTC),
            external_id="7",
            is_direct=True,
            place="Recife - PE",
            extra={"Categoria": "Celular"},
        )
    ]


def test_every_row_is_a_mention_or_has_its_reason(make_file: Make, now: datetime) -> None:
    rows = ["1;05/03/2024;bom;x;y", "2;31/02/2024;ruim;x;y", "3;05/03/2031;futuro;x;y", "4;05/03/2024;;x;y",
            "5;05/03/2024;a;b;c;d",
            "6;05/03/2024", "7;;sem data;x;y", "8;05/03/2024;sem o resto", "", ";;;;"]  # fmt: skip
    source = open_source(make_file("a.csv", HEAD + "\n".join(rows) + "\n"), now=now)
    assert rejects(source) == [
        (2, RejectReason.BAD_DATE, "date: 31/02/2024"),
        (3, RejectReason.FUTURE_DATE, "date: 05/03/2031"),
        (4, RejectReason.EMPTY_TEXT, "no_text"),
        (5, RejectReason.BAD_STRUCTURE, "columns: 6/5"),
        (6, RejectReason.BAD_STRUCTURE, "columns: 2/5"),
        (7, RejectReason.BAD_DATE, "no_date"),
    ]
    assert [mention.text for mention in mentions(source)] == ["bom", "sem o resto"]


def test_a_file_cut_in_its_last_row_says_so(make_file: Make, now: datetime) -> None:
    source = open_source(make_file("a.csv", HEAD + "1;05/03/2024;bom;x;y\n2;05/0"), now=now)
    assert rejects(source) == [(2, RejectReason.BAD_STRUCTURE, "truncated")]


def test_reading_goes_on_at_any_row(make_file: Make, now: datetime) -> None:
    text = HEAD + "".join(f"{number};05/03/2024;texto {number};x;y\n" for number in range(50))
    source = open_source(make_file("a.csv", text), now=now)
    everything = list(source.items())
    assert [item.row for item in everything] == list(range(1, 51))
    assert everything[-1].position == source.total_bytes
    for start in (0, 1, 17, 49, 50, 60):
        assert list(source.items(start)) == everything[start:]


def test_odd_signs_are_cleaned_out(make_file: Make, now: datetime) -> None:
    text = HEAD + "1;05/03/2024;nulo\x00 e \u202einvertido\u202c e \ufeffmarca;x\x00;y\x00\n"
    mention = mentions(open_source(make_file("a.csv", text), now=now))[0]
    assert "\x00" not in mention.text + (mention.place or "") + mention.extra["Categoria"]
    assert "\u202e" not in mention.text


def test_lone_surrogates_do_not_come_in(make_file: Make, now: datetime) -> None:
    path = make_file("a.jsonl", '{"data": "2024-03-05", "texto": "meio \\ud83d emoji", "k\\udc00": "v\\udc00"}\n' * 2)
    mention = mentions(open_source(path, now=now))[0]
    (mention.text + str(mention.extra)).encode()


def test_a_text_of_one_megabyte_comes_in(make_file: Make, now: datetime) -> None:
    source = open_source(
        make_file("a.csv", HEAD + f"1;05/03/2024;{'a' * 1_000_000};x;y\n" + "2;05/03/2024;b;x;y\n"), now=now
    )
    assert [len(mention.text) for mention in mentions(source)] == [1_000_000, 1]


def test_counts_and_ratings_as_networks_write_them() -> None:
    written = ["12", "1.234", "1,234,567", "1,2 mil", "3.4k", "2 mi", "x", ""]
    assert [count_of(text) for text in written] == [12, 1234, 1234567, 1200, 3400, 2_000_000, None, None]
    assert [rating_of(text) for text in ["4", "4,5", "★★★", "3/5", "5 estrelas", "-"]] == [4, 5, 3, 3, 5, None]


def test_a_count_that_is_none_is_not_lost(make_file: Make, now: datetime) -> None:
    path = make_file("a.csv", "data;texto;curtidas;canal\n05/03/2024;oi gente;muitas;Twitter\n05/03/2024;oi;1.200;?\n")
    mapping = Mapping(columns={"posted_at": "data", "text": "texto", "likes": "curtidas", "channel": "canal"})
    first, second = mentions(open_source(path, mapping, now=now))
    assert (first.likes, first.extra["likes"], first.channel) == (None, "muitas", "x")
    assert (second.likes, second.channel) == (1200, "other")


@pytest.mark.parametrize("written", ["999999999999999", "9999999999 mi", "2147483648"])
def test_a_count_beyond_every_column_is_kept_as_text(make_file: Make, now: datetime, written: str) -> None:
    path = make_file("a.csv", f"data;texto;curtidas\n05/03/2024;oi gente;{written}\n")
    mapping = Mapping(columns={"posted_at": "data", "text": "texto", "likes": "curtidas"})
    (mention,) = mentions(open_source(path, mapping, now=now))
    assert (mention.likes, mention.extra["likes"]) == (None, written)


def test_json_of_a_network(make_file: Make, now: datetime) -> None:
    path = make_file(
        "facebook.json",
        '{"data": [{"id": "1_2", "message": "Oi", "created_time": "2024-03-05T13:00:00+0000", '
        '"from": {"id": "9", "name": "Ana"}, "like_count": 3, "z": {"y": "w"}}]}',
    )
    mention = mentions(open_source(path, now=now))[0]
    assert (mention.channel, mention.external_id, mention.text) == ("facebook", "1_2", "Oi")
    assert (mention.author_name, mention.likes, mention.extra["z.y"]) == ("Ana", 3, "w")
    assert mention.posted_at == datetime(2024, 3, 5, 13, tzinfo=UTC)


def workbook(path: Path) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        hidden = book.add_worksheet("Lixo")
        sheet = book.add_worksheet("Dados")
        hidden.hide()
        sheet.activate()
        sheet.set_first_sheet()
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        sheet.merge_range(0, 0, 0, 3, "Relatório de reclamações")
        sheet.write_row(2, 0, ["Data", "Reclamação", "Loja", "Valor"])
        sheet.write_datetime(3, 0, datetime(2024, 3, 5, 10, 30), moment)  # noqa: DTZ001 - sheets hold local times
        sheet.write_formula(3, 1, '="não "&"funciona"', None, "não funciona")
        sheet.merge_range(3, 2, 4, 2, "Loja Centro")
        sheet.write(3, 3, 12.5)
        sheet.write(4, 0, 45356.4375)
        sheet.write(4, 1, "chegou quebrado")
        sheet.write(4, 3, 7)
        sheet.write(6, 0, "31/02/2024")
        sheet.write(6, 1, "data que não existe")
    return path


def test_a_spreadsheet_with_formulas_merged_cells_and_a_title(tmp_path: Path, now: datetime) -> None:
    path = workbook(tmp_path / "dados.xlsx")
    seen = look(path, now=now)
    assert (seen.kind.sheets, seen.headers) == (("Dados", "Lixo"), ("Data", "Reclamação", "Loja", "Valor"))
    assert seen.mapping is not None
    assert seen.mapping.header_row == 1
    source = open_source(path, now=now)
    assert [(mention.text, mention.extra) for mention in mentions(source)] == [
        ("não funciona", {"Loja": "Loja Centro", "Valor": "12.5"})
    ]
    assert rejects(source) == [
        (2, RejectReason.BAD_DATE, "date: 45356.4375"),
        (3, RejectReason.BAD_DATE, "date: 31/02/2024"),
    ]
    assert mentions(source)[0].posted_at == datetime(2024, 3, 5, 13, 30, tzinfo=UTC)


def test_a_workbook_with_macros_is_read_as_data(tmp_path: Path, now: datetime) -> None:
    path = workbook(tmp_path / "dados.xlsx").rename(tmp_path / "dados.xlsm")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 Sub Auto_Open()")
    assert len(mentions(open_source(path, now=now))) == 1


def test_a_file_that_goes_away_while_it_is_read_is_told(make_file: Make, now: datetime) -> None:
    source = open_source(make_file("a.csv", HEAD + "1;05/03/2024;bom;x;y\n"), now=now)
    source.path.unlink()
    with pytest.raises(Invalid, match="file_missing"):
        list(source.items())


def test_excel_serials_when_the_mapping_says_so(tmp_path: Path, now: datetime) -> None:
    columns = {"posted_at": "Data", "text": "Reclamação"}
    mapping = Mapping(columns=columns, date_form=DateForm.EXCEL_SERIAL, header_row=1, sheet="Dados")
    source = open_source(workbook(tmp_path / "dados.xlsx"), mapping, now=now)
    assert [mention.posted_at.hour for mention in mentions(source)] == [13, 13]


def test_a_sheet_that_is_not_there_is_named(tmp_path: Path, now: datetime) -> None:
    mapping = Mapping(columns={"posted_at": "Data", "text": "Texto"}, sheet="Outra")
    with pytest.raises(Invalid) as caught:
        list(open_source(workbook(tmp_path / "dados.xlsx"), mapping, now=now).items())
    assert (caught.value.code, caught.value.facts["sheet"]) == ("file_no_such_sheet", "Outra")


def test_a_file_without_headings(make_file: Make, now: datetime) -> None:
    source = open_source(
        make_file("a.csv", "05/03/2024;um texto bem comprido mesmo;x\n06/03/2024;outro texto também longo;y\n"), now=now
    )
    assert source.headers == ("A", "B", "C")
    assert [mention.text[:5] for mention in mentions(source)] == ["um te", "outro"]


def test_a_sheet_without_rows_is_empty(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        book.add_worksheet()
    with pytest.raises(Invalid, match="file_empty"):
        open_source(path, now=now)


def test_the_wizard_sees_what_was_corrected(make_file: Make, now: datetime) -> None:
    path = make_file("a.csv", HEAD + "1;05/03/2024;bom;x;y\n")
    guessed = look(path, now=now)
    assert guessed.rows == (("1", "05/03/2024", "bom", "x", "y"),)
    corrected = look(path, Mapping(header_row=None), now=now)
    assert (corrected.headers[0], len(corrected.rows)) == ("A", 2)
    assert guessed.fingerprint == corrected.fingerprint == fingerprint(path)


def test_a_fingerprint_is_that_of_the_content(make_file: Make) -> None:
    one, two, other = (make_file(name, text) for name, text in (("a", "x;y"), ("b", "x;y"), ("c", "x;z")))
    assert fingerprint(one) == fingerprint(two) != fingerprint(other)
    with pytest.raises(Invalid):
        fingerprint(one.with_name("nada"))


def test_a_mapping_for_another_file_is_refused(make_file: Make, now: datetime) -> None:
    mapping = Mapping(columns={"posted_at": "data", "text": "comentário"})
    with pytest.raises(Invalid, match="mapping_unknown_column"):
        list(open_source(make_file("a.csv", HEAD + "1;2;3;4;5\n"), mapping, now=now).items())


def test_memory_does_not_grow_with_the_file(make_file: Make, now: datetime) -> None:
    row = f"1;05/03/2024;{'texto ' * 100};x;y\n"
    source = open_source(make_file("a.csv", HEAD + row * 6_000), now=now)
    tracemalloc.start()
    try:
        count = sum(1 for _ in source.items())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert count == 6_000
    assert peak < 3_000_000


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("reclame_aqui_nagem.csv", ("2017-01-08", "Fortaleza - CE"), ("2022-12-08", "Caruaru - PE")),
        ("reclame_aqui_ibyte_excel.csv", ("2016-02-11", "Hidrolândia - CE"), ("2022-12-07", "Fortaleza - CE")),
    ],
)
def test_real_files_come_in_whole(
    real_data: Path, now: datetime, name: str, first: tuple[str, str], last: tuple[str, str]
) -> None:
    source = open_source(real_data / "real_input" / name, now=now)
    found = mentions(source)
    assert (len(found), rejects(source)) == (1000, [])
    for mention, (day, place) in ((found[0], first), (found[-1], last)):
        assert mention.posted_at.astimezone(ZoneInfo("America/Sao_Paulo")).isoformat()[:19] == f"{day}T00:00:00"
        assert mention.place == place
    assert {mention.channel for mention in found} == {"reclame_aqui"}
    assert len({mention.external_id for mention in found}) == 1000
    assert not any("Ã§" in mention.text or "\ufffd" in mention.text for mention in found)
    assert sum("ção" in mention.text for mention in found) > 300


def test_endless_keys_and_names_fit_into_an_index_and_are_not_lost(make_file: Make, now: datetime) -> None:
    heading = "data;texto;conta;nome;conversa;e-mail\n"
    long = "Ação " * 4_000
    path = make_file(
        "a.csv", f"{heading}05/03/2024;oi;@{long};{long};{long};{long}\n05/03/2024;oi;@{long}!;Ana;c;a@b.c\n"
    )
    columns = {
        "posted_at": "data",
        "text": "texto",
        "author_key": "conta",
        "author_name": "nome",
        "thread_key": "conversa",
        "email": "e-mail",
    }
    one, other = mentions(open_source(path, Mapping(channel="x", columns=columns), now=now))
    assert one.author_key != other.author_key
    assert [len(each or "") for each in (one.author_key, one.thread_key, one.author_name)] == [400, 400, 200]
    assert one.email is None
    assert {one.extra["author_name"], one.extra["email"]} == {long.strip()}
    assert (other.author_name, other.thread_key, other.email) == ("Ana", "c", "a@b.c")

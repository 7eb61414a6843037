"""Guessing columns, remembering them, and refusing a mapping from outside that does not hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.services.errors import Invalid
from app.services.files.columns import column_letter, find_heading, unique_headers
from app.services.files.guess import channel_of_url, channel_of_word, guess
from app.services.files.mapping import CHANNELS, FIELDS, DateForm, Mapping, from_json, signature, to_json

LONG = "O produto chegou quebrado e ninguém da loja responde às minhas mensagens há semanas."


@pytest.mark.parametrize(
    ("headers", "row", "columns", "channel"),
    [
        (
            ("Código", "Data da reclamação", "Título", "Reclamação", "Local", "Situação"),
            ("1", "25/12/2023", "Quebrado", LONG, "Recife - PE", "Respondida"),
            {"external_id": "Código", "posted_at": "Data da reclamação", "title": "Título", "text": "Reclamação",
             "place": "Local"},
            "reclame_aqui",
        ),
        (
            ("comment_id", "from.name", "message", "created_time", "like_count", "permalink_url"),
            ("9_1", "Ana Lima", LONG, "2024-01-02T10:00:00+0000", "3", "https://www.facebook.com/9_1"),
            {"external_id": "comment_id", "author_name": "from.name", "text": "message", "posted_at": "created_time",
             "likes": "like_count", "permalink": "permalink_url"},
            "facebook",
        ),
        (
            ("Fecha", "Usuario", "Mensaje", "Ciudad", "Seguidores"),
            ("03/02/2024", "@ana", LONG, "Lima", "1.200"),
            {"posted_at": "Fecha", "author_key": "Usuario", "text": "Mensaje", "place": "Ciudad",
             "reach": "Seguidores"},
            "other",
        ),
        (
            ("Review Text", "Star Rating", "Review Submit Date and Time", "Review Link", "Reviewer Language"),
            (LONG, "2", "2024-01-02T10:00:00Z", "https://play.google.com/console/x", "pt"),
            {"text": "Review Text", "source_rating": "Star Rating", "posted_at": "Review Submit Date and Time",
             "permalink": "Review Link", "language": "Reviewer Language"},
            "google_play",
        ),
        (
            ("A", "B", "C", "D"),
            ("02/03/2024", LONG, "ana@exemplo.com.br", "https://www.instagram.com/p/1"),
            {"posted_at": "A", "text": "B", "email": "C", "permalink": "D"},
            "instagram",
        ),
        (
            ("Nome", "Telefone", "CPF", "E-mail", "Dia", "Hora", "UF", "Relato"),
            ("Ana", "(81) 99999-0000", "529.982.247-25", "a@exemplo.com", "1/2/2024", "10:00", "PE", LONG),
            {"author_name": "Nome", "phone": "Telefone", "document": "CPF", "email": "E-mail", "posted_at": "Dia",
             "posted_time": "Hora", "place_state": "UF", "text": "Relato"},
            "other",
        ),
    ],
)  # fmt: skip
def test_guessing(headers: tuple[str, ...], row: tuple[str, ...], columns: dict[str, str], channel: str) -> None:
    found = guess(headers, [row], "arquivo.csv")
    assert found.columns == columns
    assert found.channel == channel


def test_the_file_name_and_the_addresses_name_the_channel() -> None:
    assert guess(("data", "texto"), [("1/2/2024", LONG)], "export_instagram_2024.csv").channel == "instagram"
    assert guess(("data", "texto"), [("1/2/2024", LONG)], "Reclame Aqui - março.xlsx").channel == "reclame_aqui"
    whatsapp = guess(("data", "texto"), [("1/2/2024", LONG)], "whatsapp.csv")
    assert (whatsapp.is_private, whatsapp.is_direct) == (True, True)


def test_a_heading_does_not_beat_what_the_values_are() -> None:
    found = guess(("data", "criado em", "nota", "texto"), [("{payload}", "2/3/2024", "NF 4411-A", LONG)], "a.csv")
    assert found.columns == {"text": "texto", "posted_at": "criado em"}


def test_channels_of_words_and_addresses() -> None:
    assert [channel_of_word(word) for word in ("Twitter", "X", "Facebook Ads", "Rede X1")] == [
        "x",
        "x",
        "facebook",
        None,
    ]
    assert channel_of_url("https://m.youtube.com/watch") == "youtube"
    assert channel_of_url("https://notfacebook.com") is None


def test_headings_below_a_report_title() -> None:
    rows = [["Relatório de menções", "", ""], ["Gerado em 01/02/2024", "", ""], ["Data", "Texto", "Local"],
            ["01/02/2024", LONG, "Recife"], ["02/02/2024", LONG, "Olinda"]]  # fmt: skip
    assert find_heading(rows) == 2
    assert find_heading(rows[3:]) is None
    assert unique_headers(["Texto", "", "Texto", "\ufeffData"]) == ("Texto", "B", "Texto (2)", "Data")
    assert [column_letter(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_the_signature_is_that_of_the_headings() -> None:
    assert signature(("Data", "Texto")) == signature((" DATA ", "texto:"))
    assert signature(("Data", "Texto")) != signature(("Texto", "Data"))


mappings = st.builds(
    Mapping,
    channel=st.sampled_from(CHANNELS),
    columns=st.dictionaries(st.sampled_from(FIELDS), st.text(max_size=5)),
    date_form=st.sampled_from(DateForm),
    zone=st.sampled_from(["America/Sao_Paulo", "UTC"]),
    header_row=st.none() | st.integers(0, 9),
    sheet=st.none() | st.text(max_size=3),
    is_private=st.booleans(),
    is_direct=st.booleans(),
)


@given(mappings)
def test_a_mapping_comes_back_from_json(mapping: Mapping) -> None:
    assert from_json(to_json(mapping)) == mapping


@pytest.mark.parametrize(
    "change",
    [
        {"channel": "orkut"}, {"channel": None}, {"columns": {"texto": "a"}}, {"columns": {"text": 1}}, {"columns": []},
        {"date_form": "x"}, {"header_row": -1}, {"header_row": "0"}, {"header_row": True}, {"sheet": 3}, {"zone": 5},
        {"zone": "Marte/Base"}, {"zone": "../../etc/passwd"},
    ],
)  # fmt: skip
def test_a_mapping_from_outside_is_checked(change: dict[str, object]) -> None:
    value = json.loads(to_json(Mapping())) | change
    with pytest.raises(Invalid):
        from_json(json.dumps(value))


@pytest.mark.parametrize("text", ["", "[]", "{", "null", "[" * 100_000])
def test_what_is_no_mapping_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="mapping_unreadable"):
        from_json(text)


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        (Mapping(columns={"posted_at": "data"}), "mapping_without_text"),
        (Mapping(columns={"text": "texto"}), "mapping_without_date"),
        (Mapping(columns={"text": "outro", "posted_at": "data"}), "mapping_unknown_column"),
        (Mapping(channel="orkut"), "mapping_unknown_channel"),
        (Mapping(columns={"text": "texto", "posted_at": "data"}, zone="x/y"), "mapping_unknown_zone"),
    ],
)
def test_a_mapping_that_cannot_read_the_file_says_why(mapping: Mapping, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        mapping.check(("data", "texto"))
    assert caught.value.code == code

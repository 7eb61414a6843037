"""winmail.dat: the files and the text inside come out; rubbish stays the file that it is."""

from __future__ import annotations

import struct
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.services.files.mail import parse_mail
from app.services.files.tnef import TnefFile, read_tnef


def attribute(level: int, kind: int, value: bytes) -> bytes:
    return struct.pack("<BHHI", level, kind, 6, len(value)) + value + struct.pack("<H", sum(value) & 0xFFFF)


def text_property(name: int, text: str) -> bytes:
    value = text.encode("utf-16-le") + b"\x00\x00"
    return struct.pack("<HHII", 0x1F, name, 1, len(value)) + value + b"\x00" * (-len(value) % 4)


def properties(*values: bytes) -> bytes:
    return struct.pack("<I", len(values)) + b"".join(values)


NAMED = struct.pack("<HH16sIII", 0x03, 0x8001, b"g" * 16, 0, 7, 42)
NAMED_TEXT = (
    struct.pack("<HH16sII", 0x03, 0x8002, b"g" * 16, 1, 6) + b"a\x00b\x00\x00\x00\x00\x00" + struct.pack("<I", 1)
)
MANY = struct.pack("<HHI", 0x1003, 0x1234, 2) + struct.pack("<II", 1, 2)
LONG = struct.pack("<HHQ", 0x40, 0x3007, 1)
HEAD = b"\x78\x9f\x3e\x22" + struct.pack("<H", 1)
LETTER = (
    HEAD
    + attribute(1, 0x9007, struct.pack("<II", 1252, 0))
    + attribute(1, 0x800C, "Ol\xe1, segue a nota.".encode("cp1252") + b"\x00")
    + attribute(
        1, 0x9003, properties(NAMED, NAMED_TEXT, MANY, LONG, text_property(0x1000, "Olá, segue a nota fiscal."))
    )
    + attribute(2, 0x9002, b"\x00" * 14)
    + attribute(2, 0x8010, b"NOTAFI~1.PDF\x00")
    + attribute(2, 0x800F, b"%PDF-1.4")
    + attribute(
        2, 0x9005, properties(text_property(0x3707, "nota fiscal ção.pdf"), text_property(0x370E, "Application/PDF"))
    )
    + attribute(2, 0x9002, b"\x00" * 14)
    + attribute(2, 0x8010, b"foto.jpg\x00")
    + attribute(2, 0x800F, b"\xff\xd8\xff")
)


def test_text_and_files_come_out() -> None:
    found = read_tnef(LETTER)
    assert found is not None
    assert (found.text, found.is_damaged) == ("Olá, segue a nota fiscal.", False)
    assert found.files == [
        TnefFile("nota fiscal ção.pdf", "application/pdf", b"%PDF-1.4"),
        TnefFile("foto.jpg", "", b"\xff\xd8\xff"),
    ]


def test_a_mail_wrapped_inside_is_opened() -> None:
    value = b"g" * 16 + LETTER
    inner = struct.pack("<HHII", 0x0D, 0x3701, 1, len(value)) + value + b"\x00" * (-len(value) % 4)
    outer = HEAD + attribute(2, 0x9002, b"") + attribute(2, 0x9005, properties(inner))
    found = read_tnef(outer)
    assert found is not None
    assert [each.name for each in found.files] == ["mensagem.txt", "nota fiscal ção.pdf", "foto.jpg"]


def mail(data: bytes, *, text: str = "") -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"] = "maria@correio.example", "Nota"
    if text:
        made.set_content(text)
    made.add_attachment(data, maintype="application", subtype="ms-tnef", filename="winmail.dat")
    return bytes(made)


def test_the_mail_shows_them_as_its_own() -> None:
    parsed = parse_mail(mail(LETTER))
    assert parsed.text == "Olá, segue a nota fiscal."
    assert [(each.name, each.media_type, each.content) for each in parsed.attachments] == [
        ("nota fiscal ção.pdf", "application/pdf", b"%PDF-1.4"),
        ("foto.jpg", "image/jpeg", b"\xff\xd8\xff"),
    ]
    assert parse_mail(mail(LETTER, text="Segue.")).text == "Segue."


@pytest.mark.parametrize("data", [b"rubbish", HEAD, b""])
def test_what_holds_nothing_stays_the_file(data: bytes) -> None:
    assert [each.name for each in parse_mail(mail(data, text="x")).attachments] == ["winmail.dat"]


def test_a_cut_one_gives_what_is_there_and_stays_too() -> None:
    names = [each.name for each in parse_mail(mail(LETTER[:-4], text="x")).attachments]
    assert names == ["nota fiscal ção.pdf", "foto.jpg", "winmail.dat"]


def test_names_reach_no_folder() -> None:
    data = HEAD + attribute(2, 0x9002, b"") + attribute(2, 0x8010, b"..\\..\\a.exe\x00") + attribute(2, 0x800F, b"x")
    assert [each.name for each in parse_mail(mail(data)).attachments] == ["a.exe"]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(LETTER)), st.binary(max_size=12))
def test_rubbish_never_raises(at: int, noise: bytes) -> None:
    read_tnef(LETTER[:at] + noise + LETTER[at + len(noise) :])
    read_tnef(LETTER[:at] + noise + LETTER[at:])

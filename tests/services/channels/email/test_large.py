"""Large mails: read in little memory, their text whole, their files kept or named by their real size."""

from __future__ import annotations

import base64
import quopri
import tracemalloc
from random import Random

import pytest

from app.services.channels.base import Account
from app.services.channels.email.account_form import read_form
from app.services.channels.email.large import reduced
from app.services.channels.email.letters import Read, read_letter
from app.services.channels.email.mailbox import HEAD_BYTES, Letter
from app.services.files.mail import parse_mail
from tests.services.channels.email.conftest import ADDRESS, NOW, Box, OpenMail, letter

MIB = 1024 * 1024
FORM = read_form(Account(1, "email", "Loja", {"address": ADDRESS}))


def _bytes(size: int, seed: int = 1) -> bytes:
    return Random(seed).randbytes(size)  # noqa: S311 - any bytes do


def _read(mail: bytes, piece: int = MIB) -> Read:
    mail = mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    whole = Letter(1, len(mail), NOW, mail[:HEAD_BYTES], len(mail) < HEAD_BYTES)
    pieces = (mail[at : at + piece] for at in range(0, len(mail), piece))
    return read_letter(1, whole, pieces, form=FORM, now=NOW, is_sent=False)


@pytest.mark.parametrize("size", [40_000, 60_000, 90_000, 400_000, 3 * MIB])
def test_a_file_comes_out_as_it_went_in(size: int) -> None:
    content = _bytes(size)
    mention = _read(letter("Segue a nota.", files=(("nota.pdf", content), ("pequeno.txt", b"oi")))).mention
    assert mention is not None
    assert mention.text == "Segue a nota."
    assert [(each.name, each.size) for each in mention.attachments] == [("nota.pdf", size), ("pequeno.txt", 2)]
    assert mention.attachments[0].content == content
    assert mention.attachments[1].content == b"oi"


@pytest.mark.parametrize("piece", [1, 77, 1_000, 65_536])
def test_it_does_not_matter_where_the_pieces_are_cut(piece: int) -> None:
    size = 70_000 if piece == 1 else 300_000
    mail = letter("Olá", files=(("a.bin", _bytes(size)), ("b.bin", _bytes(size, 2))))
    data = mail.replace(b"\n", b"\r\n")
    whole, reducer = reduced([data])
    cut, other = reduced(data[at : at + piece] for at in range(0, len(data), piece))
    assert len(whole) == len(cut) < 8_000
    files = [each.content for each in reducer.filled(parse_mail(whole).attachments)]
    assert files == [each.content for each in other.filled(parse_mail(cut).attachments)]
    assert files == [_bytes(size), _bytes(size, 2)]


def test_thirty_megabytes_are_named_and_the_text_is_kept_in_little_memory() -> None:
    mail = letter("Segue o vídeo da entrega.", files=(("video.mp4", _bytes(30 * MIB)),)).replace(b"\n", b"\r\n")
    whole = Letter(1, len(mail), NOW, mail[:HEAD_BYTES], is_whole=False)
    pieces = (mail[at : at + MIB] for at in range(0, len(mail), MIB))
    tracemalloc.start()
    mention = read_letter(1, whole, pieces, form=FORM, now=NOW, is_sent=False).mention
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert mention is not None
    assert mention.text == "Segue o vídeo da entrega."
    assert [(each.name, each.size, each.content) for each in mention.attachments] == [("video.mp4", 30 * MIB, None)]
    assert mention.raw is not None
    assert len(mention.raw) < 10_000
    assert peak < 40 * MIB


def test_files_that_are_too_much_together_are_named_from_there_on() -> None:
    mail = letter("Quatro.", files=tuple((f"{n}.bin", _bytes(8 * MIB, n)) for n in range(4)))
    read = _read(mail)
    assert read.mention is not None
    assert [each.content is not None for each in read.mention.attachments] == [True, True, True, False]
    assert [each.size for each in read.mention.attachments] == [8 * MIB] * 4
    assert 24 * MIB < read.weight < 25 * MIB


def test_a_text_of_many_megabytes_is_cut_not_lost() -> None:
    line = "Reclamação muito comprida que alguém colou inteira aqui. " * 20 + "\n"
    mention = _read(letter(line * 8_000)).mention
    assert mention is not None
    assert mention.text.startswith("Reclamação muito comprida")
    assert 100_000 < len(mention.text) <= 512 * 1024


@pytest.mark.parametrize(
    ("encoding", "encode"),
    [("quoted-printable", quopri.encodestring), ("8bit", bytes), ("x-unknown", bytes), ("BASE64", base64.encodebytes)],
)
def test_files_in_other_encodings_come_out_too(encoding: str, encode: object) -> None:
    content = "linha do relatório; 1,00\n".encode() * 6_000
    body = encode(content)
    mail = (
        b'From: ana@c.example\nSubject: Lista\nContent-Type: multipart/mixed; boundary="q"\n\n--q\n\nSegue.\n--q\n'
        b'Content-Type: text/csv; name="lista.csv"\nContent-Disposition: attachment; filename="lista.csv"\n'
        b"Content-Transfer-Encoding: " + encoding.encode() + b"\n\n" + body + b"\n--q--\n"
    )
    mention = _read(mail).mention
    assert mention is not None
    assert mention.text == "Segue."
    assert mention.attachments[0].name == "lista.csv"
    got = (mention.attachments[0].content or b"").replace(b"\r\n", b"\n")
    assert got.rstrip(b"\n") == content.rstrip(b"\n")


def test_a_broken_base64_body_gives_what_can_be_had() -> None:
    good = base64.encodebytes(_bytes(90_000))
    body = good[:50_000] + b"!!=== ==\n" + good[50_000:]
    mail = (
        b'From: ana@c.example\nSubject: x\nContent-Type: multipart/mixed; boundary="q"\n\n--q\n\nTexto.\n--q\n'
        b'Content-Type: image/png; name="f.png"\nContent-Transfer-Encoding: base64\n\n' + body + b"--q--\n"
    )
    mention = _read(mail).mention
    assert mention is not None
    assert mention.text == "Texto."
    assert mention.attachments[0].size > 30_000


def test_a_mail_inside_a_mail_keeps_its_text() -> None:
    inner = letter("O de dentro.", subject="Original", files=(("foto.jpg", _bytes(400_000)),))
    mail = (
        b'From: ana@c.example\nSubject: Enc\nContent-Type: multipart/mixed; boundary="outer"\n\n--outer\n\nVeja.\n'
        b"--outer\nContent-Type: message/rfc822\n\n" + inner + b"\n--outer--\n"
    )
    mention = _read(mail).mention
    assert mention is not None
    assert mention.text == "Veja."
    assert mention.attachments[0].media_type == "message/rfc822"
    assert b"O de dentro." in (mention.attachments[0].content or b"")


@pytest.mark.parametrize(
    "mail",
    [
        b"x" * 3_000_000,
        b"\n" * 2_000_000,
        b"From: a@b.example\n" * 60_000,
        b'Content-Type: multipart/mixed; boundary="q"\n\n' + b"--q\n" * 300_000,
        b'From: a@b.example\nContent-Type: multipart/mixed; boundary="q"\n\n--q\nContent-Type: image/png\n\n'
        + b"A" * 2_000_000,
    ],
    ids=["one line", "blanks", "endless head", "only delimiters", "no end"],
)
def test_large_rubbish_is_bounded_and_accounted_for(mail: bytes) -> None:
    read = _read(mail)
    assert (read.mention is None) != (read.rejected is None)


def test_thirty_megabytes_come_through_a_real_server(box: Box, open_mail: OpenMail) -> None:
    box.put(letter("Antes.", message_id="<1@c.example>"), at=NOW)
    box.put(letter("Grande.", message_id="<2@c.example>", files=(("v.mp4", _bytes(30 * MIB)),)), at=NOW)
    box.put(letter("Média.", message_id="<3@c.example>", files=(("f.png", _bytes(2 * MIB)),)), at=NOW)
    page = open_mail(box).fetch("INBOX", None)
    found = {each.external_id: each for each in page.mentions}
    assert sorted(found) == ["1@c.example", "2@c.example", "3@c.example"]
    assert found["2@c.example"].text == "Grande."
    assert found["2@c.example"].attachments[0].size == 30 * MIB
    assert found["2@c.example"].attachments[0].content is None
    assert found["3@c.example"].attachments[0].content == _bytes(2 * MIB)


def test_large_files_end_a_page_early(box: Box, open_mail: OpenMail) -> None:
    for number in range(5):
        box.put(letter(message_id=f"<{number}@c.example>", files=(("f.bin", _bytes(10 * MIB, number)),)), at=NOW)
    channel = open_mail(box)
    first = channel.fetch("INBOX", None)
    second = channel.fetch("INBOX", first.cursor)
    assert (len(first.mentions), first.has_more) == (3, True)
    assert (len(second.mentions), second.has_more) == (2, False)

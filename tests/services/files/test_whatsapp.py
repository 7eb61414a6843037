"""Exported WhatsApp conversations: phones, languages, clocks, media, notices, and a second, longer export."""

from __future__ import annotations

import time
import zipfile
from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.services.errors import Invalid
from app.services.files import archive
from app.services.files.detect import Format, sniff
from app.services.files.mapping import from_json, to_json
from app.services.files.stream import chat_mapping, look, open_source
from app.services.files.whatsapp import chat_lines, is_chat, is_day_first, moment, own_name_of, phone_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

ANDROID = """05/03/2024 10:00 - As mensagens e as ligações são protegidas com a criptografia de ponta a ponta.
05/03/2024 10:01 - Maria Souza: Boa tarde!
Comprei um secador: não chegou.

Pedido 4410
05/03/2024 10:01 - Maria Souza: Cadê?
05/03/2024 10:05 - Loja Aurora: Olá, Maria! Vamos ver.
05/03/2024 10:06 - Maria Souza: <Mídia oculta>
05/03/2024 10:07 - Maria Souza: Mensagem apagada
05/03/2024 10:08 - Maria Souza: Quero a troca <Mensagem editada>
14/03/2024 23:59 - Maria Souza: IMG-20240314-WA0001.jpg (arquivo anexado)
olha a caixa
"""
IPHONE = (
    "\ufeff[05/03/24, 10:00:00] Maria Souza: \u200eAs mensagens são protegidas com a criptografia de ponta a ponta.\n"
    "[05/03/24, 10:01:07] Maria Souza: Boa tarde!\n"
    "\u200e[05/03/24, 10:02:00] Maria Souza: \u200eimagem ocultada\n"
    "[05/03/24, 10:05:00] Loja Aurora: Olá!\n"
    "\u200e[14/03/24, 10:06:00] Maria Souza: \u200e<anexado: 00000012-PHOTO-2024-03-14-10-06-00.jpg>\n"
)
NAME = "Conversa do WhatsApp com Maria Souza.txt"


def read(path: Path, now: datetime) -> tuple[list[IncomingMention], list[RejectedRow]]:
    outcomes = [item.outcome for item in open_source(path, now=now).items()]
    mentions = [each for each in outcomes if isinstance(each, IncomingMention)]
    return mentions, [each for each in outcomes if isinstance(each, RejectedRow)]


def test_an_android_conversation(make_file: Make, now: datetime) -> None:
    path = make_file(NAME, ANDROID)
    assert sniff(path).format is Format.WHATSAPP
    mentions, rejects = read(path, now)
    assert [each.text for each in mentions] == [
        "Boa tarde!\nComprei um secador: não chegou.\n\nPedido 4410",
        "Cadê?",
        "<Mídia oculta>",
        "Mensagem apagada",
        "Quero a troca",
        "olha a caixa",
    ]
    first = mentions[0]
    assert (first.channel, first.is_private, first.is_direct, first.thread_key) == (
        "whatsapp",
        True,
        True,
        "maria souza",
    )
    assert first.posted_at == datetime(2024, 3, 5, 13, 1, tzinfo=UTC)
    assert (first.author_name, first.author_key, first.phone) == ("Maria Souza", "maria souza", None)
    marks = [set(each.extra) - {"chat"} for each in mentions]
    assert marks == [set(), set(), {"media_omitted"}, {"deleted"}, {"edited"}, set()]
    assert [each.name for each in mentions[5].attachments] == ["IMG-20240314-WA0001.jpg"]
    assert [(each.reason, each.row, each.excerpt) for each in rejects] == [
        (RejectReason.OWN_MESSAGE, 3, "Olá, Maria! Vamos ver.")
    ]
    assert len({each.external_id for each in mentions}) == 6


def test_an_iphone_archive_with_media(tmp_path: Path, now: datetime) -> None:
    path = tmp_path / "WhatsApp Chat - Maria Souza.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("../../_chat.txt", IPHONE)
        made.writestr("00000012-PHOTO-2024-03-14-10-06-00.jpg", b"\xff\xd8\xffpicture")
    assert sniff(path).member == "../../_chat.txt"
    mentions, rejects = read(path, now)
    assert [each.text for each in mentions] == [
        "Boa tarde!",
        "imagem ocultada",
        "00000012-PHOTO-2024-03-14-10-06-00.jpg",
    ]
    assert mentions[0].posted_at == datetime(2024, 3, 5, 13, 1, 7, tzinfo=UTC)
    picture = mentions[2].attachments[0]
    assert (picture.content, picture.media_type, picture.size) == (b"\xff\xd8\xffpicture", "image/jpeg", 10)
    assert len(rejects) == 1
    seen = look(path, now=now)
    assert (seen.authors, seen.own_name, seen.mapping) == (("Maria Souza", "Loja Aurora"), "Loja Aurora", None)
    assert seen.rows[1][2] == "imagem ocultada"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("05/03/2024, 22:01 - Ana: oi", "2024-03-05T22:01:00"),
        ("05/03/2024 às 22:01 - Ana: oi", "2024-03-05T22:01:00"),
        ("5/3/24 10:01 p. m. - Ana: oi", "2024-03-05T22:01:00"),
        ("13/3/24, 10:01\u202fPM - Ana: oi", "2024-03-13T22:01:00"),
        ("3/13/24, 12:01 AM - Ana: oi", "2024-03-13T00:01:00"),
        ("3/5/24, 12:01 PM - Ana: oi", "2024-03-05T12:01:00"),
        ("[2024-03-05 22:01:09] Ana: oi", "2024-03-05T22:01:09"),
        ("[05.03.24, 22:01:09] Ana: oi", "2024-03-05T22:01:09"),
        ("\u200e[3/15/24, 1:02:03 PM] Ana: oi", "2024-03-15T13:02:03"),
        ("31/02/2024 10:00 - Ana: oi", None),
    ],
)
def test_clocks_and_dates(line: str, expected: str | None) -> None:
    (found,) = chat_lines([line])
    day_first = is_day_first([found.when[:3]], has_half_days=found.has_half_day and "." not in line)
    read_as = moment(found.when, day_first=day_first)
    assert (read_as.isoformat() if read_as else None) == expected
    assert (found.author, found.text) == ("Ana", "oi")


def test_the_order_of_day_and_month_comes_from_the_whole_conversation() -> None:
    assert is_day_first([(1, 2, 24), (13, 2, 24)], has_half_days=True)
    assert not is_day_first([(2, 1, 24), (2, 13, 24)], has_half_days=False)
    assert is_day_first([(9, 1, 24), (1, 2, 24)], has_half_days=True)
    assert not is_day_first([(1, 9, 24), (2, 1, 24)], has_half_days=False)
    assert is_day_first([], has_half_days=False)


def test_who_is_us() -> None:
    assert own_name_of(Counter(Ana=9, Loja=3), "Ana", "Loja") == "Loja"
    assert own_name_of(Counter(Ana=9, Loja=3), "", "Ana") == "Loja"
    assert own_name_of(Counter(Ana=9, Loja=3, Rui=1), "Ana", "Ana") == ""
    assert (phone_of("+55 11 95555-0100"), phone_of("Ana 2")) == ("+5511955550100", "")


def test_a_person_says_who_is_us(make_file: Make, now: datetime) -> None:
    path = make_file(NAME, ANDROID)
    mapping = chat_mapping("America/Manaus", "Maria Souza")
    assert from_json(to_json(mapping)) == mapping
    outcomes = [item.outcome for item in open_source(path, mapping, now=now).items()]
    mentions = [each for each in outcomes if isinstance(each, IncomingMention)]
    assert [(each.author_name, each.posted_at.hour) for each in mentions] == [("Loja Aurora", 14)]
    nobody = open_source(path, chat_mapping("America/Sao_Paulo", ""), now=now)
    assert all(isinstance(item.outcome, IncomingMention) for item in nobody.items())


def test_what_cannot_be_a_mention_is_refused_and_resumed_after(make_file: Make, now: datetime) -> None:
    text = (
        "01/03/2024 10:00 - +55 11 95555-0100: oi\n31/02/2024 10:00 - Ana: nunca\n01/03/2099 10:00 - Ana: depois\n"
        f"02/03/2024 10:00 - Ana: {'a' * 1_100_000}\n03/03/2024 10:00 - Ana: \n"
    )
    path = make_file("chat.txt", text)
    assert len(read(path, now)[1]) == 4
    mapping = chat_mapping("America/Sao_Paulo", "")
    items = list(open_source(path, mapping, now=now).items())
    assert [item.row for item in items] == [1, 2, 3, 4, 5]
    assert items[0].outcome.phone == "+5511955550100"  # type: ignore[union-attr]  # the first is a mention
    reasons = [item.outcome.reason for item in items[1:] if isinstance(item.outcome, RejectedRow)]
    assert reasons == [
        RejectReason.BAD_DATE, RejectReason.FUTURE_DATE, RejectReason.TOO_LARGE, RejectReason.EMPTY_TEXT,
    ]  # fmt: skip
    assert list(open_source(path, mapping, now=now).items(start_at=3)) == items[3:]


@pytest.mark.parametrize(
    "text",
    [
        "data;texto\n05/03/2024 10:00;oi\n",
        "05/03/2024 10:00 - isto é uma ata\nde reunião\n",
        "Ana: oi\n05/03/2024 10:00 - Ana: oi\n",
        "",
    ],
)
def test_other_texts_are_no_conversation(text: str) -> None:
    assert not is_chat(text)


def test_archives_that_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("nota.txt", "nada")
    with pytest.raises(Invalid, match="file_archive"):
        sniff(path)
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("_chat.txt", IPHONE)
    whole = path.read_bytes()
    monkeypatch.setattr(archive, "MAX_CHAT_BYTES", 100)
    with pytest.raises(Invalid, match="file_zip_bomb"):
        sniff(path)
    monkeypatch.undo()
    path.write_bytes(whole[:-30])
    with pytest.raises(Invalid, match="file_truncated_archive"):
        sniff(path)
    monkeypatch.setattr(archive, "MAX_CHAT_MEMBERS", 0)
    path.write_bytes(whole)
    with pytest.raises(Invalid, match="file_zip_bomb"):
        sniff(path)
    files = archive.ChatFiles(path)
    assert [files.content(name, 10) for name in ("_chat.txt", "nada")] == [None, None]
    files.close()


def test_rubbish_takes_no_time() -> None:
    line = "05/03/2024 10:00 - " + "a" * 90 + "\n"
    started = time.process_time()
    for text in (line * 8_000, "[" * 500_000, "1/1/1 1:11 - :" * 50_000, "05/03/2024 10:00 - A: <" * 20_000):
        list(chat_lines([*text.splitlines(keepends=True)]))
    assert time.process_time() - started < 5

"""E-mail, whole and broken."""

from __future__ import annotations

import json
import mailbox
from collections import Counter
from datetime import UTC, datetime
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.services.files.html_text import text_of_html
from app.services.files.limits import MAX_ATTACHMENT_BYTES
from app.services.files.mail import ParsedMail, parse_mail
from app.services.files.mail_headers import addresses, decode_bytes, decode_header, header_date, message_ids
from app.services.files.mail_kinds import MailKind
from app.services.files.stream import look, open_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]


def letter(subject: str = "Não recebi", text: str = "Olá,\n\nmeu pedido não chegou.\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Ana Conceição <Ana@Exemplo.com.br>"
    mail["To"] = "SAC <sac@loja.example>"
    mail["Subject"] = subject
    mail["Date"] = "Tue, 05 Mar 2024 10:00:00 -0300"
    mail["Message-ID"] = "<m3@exemplo.com.br>"
    mail["In-Reply-To"] = "<m2@loja.example>"
    mail["References"] = "<m1@exemplo.com.br> <m2@loja.example>"
    mail.set_content(text)
    return mail


def test_a_whole_mail() -> None:
    mail = parse_mail(bytes(letter()))
    assert (mail.subject, mail.from_name, mail.from_address) == ("Não recebi", "Ana Conceição", "ana@exemplo.com.br")
    assert (mail.to, mail.message_id, mail.in_reply_to) == (
        ("sac@loja.example",),
        "m3@exemplo.com.br",
        "m2@loja.example",
    )
    assert mail.references == ("m1@exemplo.com.br", "m2@loja.example")
    assert mail.thread_key == "m1@exemplo.com.br"
    assert mail.text == "Olá,\n\nmeu pedido não chegou."
    assert mail.date is not None
    assert mail.date.isoformat() == "2024-03-05T10:00:00-03:00"
    assert (mail.kind, mail.is_damaged, mail.attachments) == (MailKind.NORMAL, False, ())


def test_attachments_are_named_and_kept_up_to_the_limit() -> None:
    mail = letter()
    mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="nota fiscal ção.pdf")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="../../etc/passwd")
    mail.add_attachment(b"tnef", maintype="application", subtype="ms-tnef")
    mail.add_attachment("BEGIN:VCALENDAR", subtype="calendar")
    mail.add_attachment(b"0" * (MAX_ATTACHMENT_BYTES + 1), maintype="video", subtype="mp4", filename="v.mp4")
    mail.add_attachment(letter("Outra"))
    found = parse_mail(bytes(mail)).attachments
    names = ["nota fiscal ção.pdf", "passwd", "winmail.dat", "convite.ics", "v.mp4", "Outra.eml"]
    assert [attachment.name for attachment in found] == names
    assert [attachment.content is None for attachment in found] == [False, False, False, False, True, False]
    assert found[4].size == MAX_ATTACHMENT_BYTES + 1


def test_html_is_read_as_a_person_sees_it() -> None:
    html = (
        "<html><head><title>t</title><style>p{}</style></head><body><script>x()</script><p>Olá,&nbsp;<b>gente</b>"
        "\nda loja</p><div>linha 1<br>linha 2</div><table><tr><td>a</td><td>b</td></tr></table></body></html>"
    )
    assert text_of_html(html).split("\n") == ["Olá, gente da loja", "", "linha 1", "linha 2", "", "a b"]
    mail = EmailMessage()
    mail.set_content(html, subtype="html")
    assert parse_mail(bytes(mail)).text.startswith("Olá, gente da loja")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("=?utf-8?B?UmVjbGFtYcOn?= =?utf-8?B?w6Nv?=", "Reclamação"),
        ("=?utf-8?B?UmVjbGFtYcM=?= =?utf-8?B?p8Ojbw==?=", "Reclamação"),
        ("=?ISO-8859-1?Q?Reclama=E7=E3o_?=2", "Reclamação 2"),
        ("=?gb2312?B?xOO6w4hI?=", "你好圚"),
        ("=?iso-2022-jp?B?GyRCJF4kXyRgGyhC?=", "まみむ"),
        ("=?ks_c_5601-1987?B?vsiz5w==?=", "안녕"),
        ("=?x-nada?Q?Reclama=C3=A7=C3=A3o?=", "Reclamação"),
        ("=?utf-8?B?UmVjbGFt?", "=?utf-8?B?UmVjbGFt?"),
        ("=?utf-8?B?####?=", ""),
        ("duas\r\n linhas", "duas linhas"),
        ("Reclama\udce7\udce3o", "Reclamação"),
        ("Reclama\udcc3\udca7\udcc3\udca3o", "Reclamação"),
    ],
)
def test_headers(written: str, read: str) -> None:
    assert decode_header(written) == read


def test_bytes_with_a_wrong_label() -> None:
    assert decode_bytes("ação".encode(), "iso-8859-1") == "ação"
    assert decode_bytes("ação".encode("cp1252"), "utf-8") == "ação"
    assert decode_bytes("ação".encode("cp1252"), None) == "ação"
    assert decode_bytes(b"a\x81o", "us-ascii") == "a\ufffdo"


def test_addresses_ids_and_dates_that_are_odd() -> None:
    assert addresses(["Ana a@b.example"])[0][1] == "a@b.example"
    assert addresses(["undisclosed-recipients:;"]) == ()
    assert message_ids(["<a@b>\r\n <c@d> <a@b>"]) == ("a@b", "c@d")
    assert message_ids(["solto@b"]) == ("solto@b",)
    assert header_date("Tue, 05 Mar 2024 10:00:00 -0300 (BRT)") is not None
    assert header_date("05/03/2024 10:00") is not None
    assert [header_date(text) for text in ("", "ontem", "Thu, 01 Jan 1970 00:00:00 +0000", None)] == [None] * 4


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"Auto-Submitted": "auto-replied"}, MailKind.AUTO_REPLY),
        ({"Auto-Submitted": "no"}, MailKind.NORMAL),
        ({"X-Autoreply": "yes"}, MailKind.AUTO_REPLY),
        ({"Subject": "Resposta automática: férias"}, MailKind.AUTO_REPLY),
        ({"Subject": "Falha na entrega do meu pedido"}, MailKind.NORMAL),
        ({"X-Failed-Recipients": "a@b.example"}, MailKind.BOUNCE),
        ({"From": "MAILER-DAEMON@b.example", "Subject": "Undelivered Mail"}, MailKind.BOUNCE),
    ],
)
def test_kinds(change: dict[str, str], kind: MailKind) -> None:
    mail = letter(text="O entregador disse que não foi possível entregar.")
    for name, value in change.items():
        del mail[name]
        mail[name] = value
    assert parse_mail(bytes(mail)).kind is kind


def test_an_abuse_report_is_feedback() -> None:
    report = b"Content-Type: multipart/report; report-type=feedback-report; boundary=x\n\n--x\n\noi\n--x--\n"
    assert parse_mail(report).kind is MailKind.FEEDBACK


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"\x00\xff" * 500, b"From: \xff\xfe\nSubject: =?utf-8?B?//8=?=\n\n\x80",
        b"Content-Type: multipart/mixed; boundary=\"\"\n\n--\nx", b"Content-Type: multipart/mixed\n\nsem fronteira",
        b"Content-Type: text/plain; charset=\"?\"\n\noi", b"Content-Type: text/plain; charset*0=a; charset*=b''c\n\noi",
        b"Content-Type: text/plain; charset=undefined\n\na\xe7", b"Content-Type: text/plain; charset=rot13\n\noi",
        b"Content-Transfer-Encoding: base64\n\n%%%=", b"Content-Transfer-Encoding: x-uuencode\n\nbegin 666 a\nxx",
        b"Content-Type: message/rfc822\n\n" * 400, b"Date: Tue, 99 Foo 99999 99:99:99 +9999\n\noi",
        b"To: " + b"a" * 1_000_000 + b"\n\noi", b"Subject: " + b"=?a?q?" * 100_000 + b"\n\noi",
        b"References: " + b"<" * 200_000 + b"\n\noi", b"From: <<>>,;:\nIn-Reply-To: >a<\n\noi",
    ],
)  # fmt: skip
def test_broken_mail_never_raises(data: bytes) -> None:
    assert isinstance(parse_mail(data), ParsedMail)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 700))
def test_any_bytes_never_raise(noise: bytes, at: int) -> None:
    whole = bytes(letter())
    assert isinstance(parse_mail(whole[:at] + noise + whole[at:]), ParsedMail)


def test_a_line_of_rubbish_among_the_headers() -> None:
    head, _, rest = bytes(letter()).partition(b"Subject:")
    assert parse_mail(head + b"uma linha perdida\n" + b"Subject:" + rest).subject == "Não recebi"


def test_a_mail_file_becomes_a_mention(make_file: Make, now: datetime) -> None:
    items = list(open_source(make_file("a.eml", bytes(letter())), now=now).items())
    mention = items[0].outcome
    assert isinstance(mention, IncomingMention)
    assert (mention.channel, mention.is_private, mention.is_direct) == ("email", True, True)
    assert (mention.author_key, mention.email, mention.author_name) == (*["ana@exemplo.com.br"] * 2, "Ana Conceição")
    assert (mention.external_id, mention.thread_key) == ("m3@exemplo.com.br", "m1@exemplo.com.br")
    assert (mention.posted_at, mention.raw) == (datetime(2024, 3, 5, 13, tzinfo=UTC), bytes(letter()))


def test_without_a_believable_date_the_last_server_counts(make_file: Make, now: datetime) -> None:
    mail = letter()
    mail.replace_header("Date", "Fri, 05 Mar 2100 10:00:00 -0300")
    mail["Received"] = "from a by b; Tue, 05 Mar 2024 11:00:00 -0300"
    mention = next(open_source(make_file("a.eml", bytes(mail)), now=now).items()).outcome
    assert isinstance(mention, IncomingMention)
    assert mention.posted_at == datetime(2024, 3, 5, 14, tzinfo=UTC)


def test_a_mail_without_text_is_known_by_its_attachment(make_file: Make, now: datetime) -> None:
    mail = letter("", "")
    mail.add_attachment(b"x", maintype="image", subtype="png", filename="foto.png")
    mention = next(open_source(make_file("a.eml", bytes(mail)), now=now).items()).outcome
    assert isinstance(mention, IncomingMention)
    assert mention.text == "foto.png"


def archive(path: Path, count: int) -> Path:
    box = mailbox.mbox(path)
    for number in range(count):
        box.add(letter(f"Assunto {number}", "Primeira linha\nFrom aqui em diante\n\nFrom mim\nfim\n"))
    box.close()
    return path


def test_an_archive_streams_its_mails(tmp_path: Path, now: datetime) -> None:
    source = open_source(archive(tmp_path / "caixa.mbox", 5), now=now)
    items = list(source.items())
    texts = {item.outcome.text for item in items if isinstance(item.outcome, IncomingMention)}
    assert [item.row for item in items] == [1, 2, 3, 4, 5]
    assert texts == {"Primeira linha\nFrom aqui em diante\n\nFrom mim\nfim"}
    assert items[-1].position == source.total_bytes
    assert list(source.items(3)) == items[3:]
    assert look(source.path, now=now).rows[4][2] == "Assunto 4"


def test_an_archive_cut_in_its_last_mail_says_so(tmp_path: Path, now: datetime) -> None:
    mail = letter()
    mail.add_attachment(b"x" * 5000, maintype="image", subtype="png", filename="foto.png")
    path = tmp_path / "caixa.mbox"
    path.write_bytes(b"From a@b.example Tue Mar  5 10:00:00 2024\n" + bytes(mail)[:-2000])
    outcomes = [item.outcome for item in open_source(path, now=now).items()]
    assert isinstance(outcomes[0], IncomingMention)
    assert isinstance(outcomes[1], RejectedRow)
    assert (outcomes[1].row, outcomes[1].reason, outcomes[1].detail) == (2, RejectReason.UNREADABLE, "truncated")


def test_a_folder_of_mails(tmp_path: Path, now: datetime) -> None:
    for name in ("b.eml", "a.EML", "c.txt"):
        (tmp_path / name).write_bytes(bytes(letter(name)))
    source = open_source(tmp_path, now=now)
    assert [item.outcome.title for item in source.items() if isinstance(item.outcome, IncomingMention)] == [
        "a.EML",
        "b.eml",
    ]


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_real_mails_parse_and_agree(real_data: Path) -> None:
    folder = real_data / "mail"
    files = sorted((folder / "raw").rglob("*.eml"))
    assert len(files) > 200
    for file in files:
        parse_mail(file.read_bytes())
    for line in lines(folder / "mail_parse.jsonl"):
        mail = parse_mail((folder / str(line["raw"])).read_bytes())
        expected = line["expect"]
        assert isinstance(expected, dict)
        found = {
            "subject": mail.subject,
            "in_reply_to": mail.in_reply_to,
            "references": list(mail.references),
            "attachment_count": len(mail.attachments),
            "body_text": mail.text,
            "body_startswith": mail.text[: len(expected.get("body_startswith", ""))],
            "date": mail.date.isoformat() if mail.date else None,
        }
        assert {key: found[key] for key in expected} == expected, line["id"]


def test_real_mails_are_told_apart(real_data: Path) -> None:
    folder = real_data / "mail"
    agreed: Counter[bool] = Counter()
    for line in lines(folder / "mail_class.jsonl"):
        expected = line["expect"]
        assert isinstance(expected, dict)
        agreed[parse_mail((folder / str(line["raw"])).read_bytes()).kind.value == expected["class"]] += 1
    assert agreed[True] >= 0.98 * agreed.total()

"""What a mail becomes: a mention with its thread, its case and its marks, a post of ours, a bounce, a refused row."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.models.domain import protocol
from app.models.domain.incoming import IncomingMention, RejectReason
from app.services.channels.base import Account
from app.services.channels.email.account_form import MailForm, read_form
from app.services.channels.email.letters import Read, read_letter
from app.services.channels.email.mailbox import HEAD_BYTES, Letter
from tests.services.channels.email.conftest import ADDRESS, NOW, letter

PROTOCOL = protocol.make(datetime(2026, 11, 20, tzinfo=UTC).date(), 42)
ARRIVED = NOW - timedelta(minutes=30)


def _form(**options: str) -> MailForm:
    return read_form(Account(1, "email", "Loja", {"address": ADDRESS, "imap_host": "mail.loja.example", **options}))


def _read(mail: bytes, *, is_sent: bool = False, arrived_at: datetime | None = ARRIVED, **options: str) -> Read:
    whole = Letter(7, len(mail), arrived_at, mail[:HEAD_BYTES], len(mail) < HEAD_BYTES)
    pieces = [mail[at : at + 1_000_000] for at in range(0, len(mail), 1_000_000)]
    return read_letter(1, whole, pieces, form=_form(**options), now=NOW, is_sent=is_sent)


def _mention(mail: bytes, **options: str) -> IncomingMention:
    found = _read(mail, **options).mention
    assert found is not None
    return found


def test_a_mail_is_a_private_direct_mention() -> None:
    mail = letter("Bom dia", message_id="<a@c.example>", at=NOW - timedelta(hours=2))
    found = _mention(mail)
    assert (found.channel, found.external_id, found.author_key) == ("email", "a@c.example", "ana@cliente.example")
    assert (found.author_name, found.email, found.title) == ("Ana Souza", "ana@cliente.example", "Pedido atrasado")
    assert (found.is_private, found.is_direct, found.is_automatic) == (True, True, False)
    assert found.posted_at == NOW - timedelta(hours=2)
    assert (found.thread_key, found.in_reply_to, found.case_protocol) == ("a@c.example", None, None)
    assert found.raw == mail


def test_only_what_was_written_now_is_the_text_and_the_original_stays() -> None:
    text = (
        "Ainda não chegou.\n\nEm sáb., 21 de nov. de 2026 às 10:00, SAC <sac@loja.example> escreveu:\n> Já enviamos.\n"
    )
    found = _mention(letter(text))
    assert found.text == "Ainda não chegou."
    assert found.raw is not None
    assert "Já enviamos." in found.raw.decode("utf-8") or b"enviamos" in found.raw


def test_the_thread_is_the_first_mail_of_the_exchange() -> None:
    both = _mention(letter(In_Reply_To="<2@c.example>", References="<0@c.example> <1@c.example> <2@c.example>"))
    assert (both.thread_key, both.in_reply_to) == ("0@c.example", "2@c.example")
    assert both.extra["references"] == "0@c.example 1@c.example 2@c.example"
    one = _mention(letter(In_Reply_To="<2@c.example>"))
    assert (one.thread_key, one.in_reply_to) == ("2@c.example", "2@c.example")


@pytest.mark.parametrize(
    "subject",
    [
        f"Re: Pedido [{protocol.display(PROTOCOL)}]",
        f"protocolo {PROTOCOL}",
        f"Pedido 12 {protocol.display(PROTOCOL)}!",
        f"RES: 20.2611 {PROTOCOL[:8]}.{PROTOCOL[8:]}",
    ],
)
def test_a_protocol_in_the_subject_names_the_case(subject: str) -> None:
    assert _mention(letter(subject=subject)).case_protocol == PROTOCOL


def test_a_number_that_is_no_protocol_names_nothing() -> None:
    wrong = PROTOCOL[:-1] + str((int(PROTOCOL[-1]) + 1) % 10)
    assert _mention(letter(subject=f"Pedido {wrong}")).case_protocol is None
    assert _mention(letter(subject=f"Pedido {PROTOCOL}9")).case_protocol is None
    assert _mention(letter(subject="12345")).case_protocol is None


def test_a_plus_address_of_ours_names_the_case() -> None:
    assert _mention(letter(to=f"SAC <sac+{PROTOCOL}@loja.example>")).case_protocol == PROTOCOL
    assert _mention(letter(Delivered_To=f"sac+{PROTOCOL}@loja.example")).case_protocol == PROTOCOL
    assert _mention(letter(to=f"sac+{PROTOCOL}@outra.example")).case_protocol is None


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (vacation)"},
        {"Precedence": "bulk"},
        {"Precedence": "list"},
        {"List_Id": "<ofertas.loja.example>"},
        {"List_Unsubscribe": "<https://ofertas.example/sair>"},
        {"X_Loop": ADDRESS},
        {"Return_Path": "<>"},
        {"sender": "Sistema <no-reply@outra.example>"},
        {"sender": "nao-responda@outra.example"},
        {"subject": "Resposta automática: Pedido"},
        {"subject": "Fora do escritório: Pedido"},
    ],
)
def test_what_a_machine_sends_is_marked(headers: dict[str, str]) -> None:
    assert _mention(letter(**headers)).is_automatic


@pytest.mark.parametrize("headers", [{"Auto_Submitted": "no"}, {"X_Loop": "outro@c.example"}, {"Precedence": "normal"}])
def test_what_a_person_sends_is_not(headers: dict[str, str]) -> None:
    assert not _mention(letter(**headers)).is_automatic


GROUP = {
    "Precedence": "list",
    "List_Id": "<sac.loja.example>",
    "List_Post": f"<https://groups.google.com/a/loja.example/group/sac/post>, <mailto:{ADDRESS}>",
    "List_Unsubscribe": "<mailto:googlegroups-manage+77+unsubscribe@googlegroups.com>, "
    "<https://groups.google.com/a/loja.example/group/sac/subscribe>",
    "Return_Path": "<sac+bncBDZ@loja.example>",
    "X_Google_Group_Id": "77",
}


@pytest.mark.parametrize(
    ("changed", "is_automatic"),
    [
        ({}, False),
        ({"List_Post": f"<mailto:{ADDRESS}>", "List_Unsubscribe": "<https://listas.loja.example/sair>"}, False),
        ({"List_Post": "NO", "List_Unsubscribe": "<mailto:sac-request@loja.example?subject=unsubscribe>"}, False),
        ({"List_Id": "<clube.outra.example>", "List_Post": "<mailto:clube@outra.example>"}, True),
        ({"List_Id": "<clube.outra.example>", "List_Post": "NO"}, True),
        ({"List_Unsubscribe": "<https://ofertas.example/sair?c=1>"}, True),
        ({"List_Unsubscribe": "<https://loja.example@ofertas.example/sair>"}, True),
        ({"List_Unsubscribe": "<https://outraloja.example/sair>"}, True),
        ({"Precedence": "bulk"}, True),
        ({"Auto_Submitted": "auto-replied"}, True),
        ({"subject": "Resposta automática: Pedido"}, True),
        ({"sender": "Mail Delivery System <mailer-daemon@cliente.example>"}, True),
    ],
)
def test_what_comes_through_our_own_group_is_a_person_s_unless_a_machine_wrote_it(
    changed: dict[str, str], *, is_automatic: bool
) -> None:
    assert _mention(letter(**GROUP | changed)).is_automatic is is_automatic


def test_who_wrote_to_our_group_is_answered_also_when_the_group_passes_it_on_in_its_own_name() -> None:
    told = {"sender": f"'Ana Souza' via SAC <{ADDRESS}>", "X_Original_From": "Ana Souza <ana@cliente.example>"}
    read = _read(letter(to=f"{ADDRESS}, rui@c.example", In_Reply_To="<r@loja.example>", **GROUP | told))
    assert read.mention is not None
    assert (read.mention.author_key, read.mention.author_name) == ("ana@cliente.example", "Ana Souza")
    assert not read.mention.is_automatic
    ours = {"sender": ADDRESS, "X_Original_Sender": ADDRESS, "Reply_To": f"sac+{PROTOCOL}@loja.example"}
    assert _read(letter(to="ana@cliente.example", Cc=ADDRESS, In_Reply_To="<1@c.example>", **GROUP | ours)).own


FORM_TEXT = "Nome: Maria\nE-mail: Maria@cliente.example\n\nMeu pedido não chegou."


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (FORM_TEXT, "maria@cliente.example"),
        ("*Seu e-mail:* <maria@cliente.example>\nOi", "maria@cliente.example"),
        ("Email do cliente\nmaria@cliente.example\nOi", "maria@cliente.example"),
        (f"E-mail: {ADDRESS}\nE-mail: maria@cliente.example", "maria@cliente.example"),
        ("Escreva para outra@cliente.example, não por e-mail", None),
        ("Meu pedido não chegou.", None),
    ],
)
def test_what_a_form_of_our_site_writes_in_our_name_is_a_mention(text: str, author: str | None) -> None:
    found = _mention(letter(text, sender=f"Site <{ADDRESS}>", message_id="<wp1@www.loja.example>"))
    assert (found.author_key, found.author_name, found.email) == (author, None, author)
    assert found.thread_key == "wp1@www.loja.example"
    answered = _mention(letter(text, sender=ADDRESS, Reply_To="rui@cliente.example"))
    assert (answered.author_key, answered.extra["reply_to"]) == ("rui@cliente.example", "rui@cliente.example")


@pytest.mark.parametrize(
    ("key", "is_ours"),
    [
        ("0123456789ab4def8123456789abcdef@loja.example", True),
        ("0123456789ab4def8123456789abcdef-2@loja.example", True),
        ("auto-17@loja.example", True),
        ("0123456789ab4def8123456789abcdef@www.loja.example", False),
        ("0123456789abcdef0123456789abcdef@loja.example", False),
        ("wp1@loja.example", False),
    ],
)
def test_a_mail_to_ourselves_is_ours_by_its_id_alone(key: str, *, is_ours: bool) -> None:
    read = _read(letter(sender=ADDRESS, message_id=f"<{key}>"))
    assert ((read.own is not None), (read.mention is None)) == (is_ours, is_ours)


def test_a_mail_from_us_to_others_is_ours_whoever_gets_a_copy() -> None:
    to = "Ana <ana@cliente.example>"
    tagged = f"sac+{PROTOCOL}@loja.example"
    assert _read(letter(sender=ADDRESS, to=to, Reply_To=tagged)).own is not None
    assert _read(letter(sender=ADDRESS, to=to, Cc=ADDRESS, In_Reply_To="<q@c.example>")).own is not None
    assert _read(letter(sender=ADDRESS, to=to, Cc=ADDRESS)).mention is not None


def test_our_own_mail_is_a_post_of_ours() -> None:
    to = "ana@cliente.example"
    told = {"sender": f"Loja <{ADDRESS}>", "message_id": "<r1@loja.example>", "In_Reply_To": "<1@c.example>"}
    read = _read(letter("Já vimos.", to=to, **told))
    assert read.mention is None
    assert read.own is not None
    assert (read.own.external_id, read.own.in_reply_to, read.own.text) == (
        "r1@loja.example",
        "1@c.example",
        "Já vimos.",
    )
    assert read.own.is_private
    other = _read(letter(sender="vendas@loja.example", to=to), other_addresses="Vendas@Loja.example; x@y.example")
    assert other.own is not None
    assert _read(letter(), is_sent=True).own is not None


def test_a_form_that_writes_in_our_name_speaks_for_whom_it_names() -> None:
    found = _mention(letter(sender=f"Formulário <{ADDRESS}>", Reply_To="Bia <bia@cliente.example>"))
    assert (found.author_key, found.email) == ("bia@cliente.example", "bia@cliente.example")
    assert found.extra["reply_to"] == "bia@cliente.example"


def test_another_address_for_answers_is_kept() -> None:
    found = _mention(letter(Reply_To="ana.nova@cliente.example"))
    assert (found.author_key, found.extra["reply_to"]) == ("ana@cliente.example", "ana.nova@cliente.example")
    assert "reply_to" not in _mention(letter(Reply_To="ana@cliente.example")).extra


BOUNCE = b"""From: Mail Delivery System <MAILER-DAEMON@mx.example>
To: sac@loja.example
Subject: Undelivered Mail Returned to Sender
Date: Sat, 21 Nov 2026 13:00:00 +0000
Message-ID: <b1@mx.example>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="r"

--r
Content-Type: text/plain

This is the mail system. I could not deliver your message.

--r
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ana@cliente.example
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 user unknown

--r
Content-Type: message/rfc822

From: sac@loja.example
To: ana@cliente.example
Subject: Re: Pedido
Message-ID: <resposta-9@loja.example>

Bom dia
--r--
"""


def test_a_bounce_names_the_answer_that_failed_and_stays_a_mention() -> None:
    read = _read(BOUNCE)
    assert read.bounce is not None
    assert read.bounce.message_ids == ("resposta-9@loja.example",)
    assert (read.bounce.is_permanent, read.bounce.status) == (True, "5.1.1")
    assert read.mention is not None
    assert read.mention.is_automatic


def test_a_mail_without_an_id_gets_the_same_one_every_time() -> None:
    mail = b"From: ana@c.example\nSubject: Oi\n\nsem id\n"
    assert _mention(mail).external_id == _mention(mail).external_id
    assert (_mention(mail).external_id or "").startswith("no-id.")
    assert _mention(mail).external_id != _mention(mail + b"!").external_id
    assert _mention(b"Message-ID: <" + b"x" * 900 + b"@c>\n" + mail).external_id.startswith("no-id.")


def test_no_clock_of_a_sender_puts_a_mail_into_the_future() -> None:
    assert _mention(letter(at=NOW + timedelta(days=400))).posted_at == ARRIVED
    no_date = b"From: ana@c.example\nSubject: Oi\n\nsem data\n"
    assert _mention(no_date).posted_at == ARRIVED
    read = _read(no_date, arrived_at=None)
    assert read.mention is not None
    assert read.mention.posted_at == NOW


def test_a_mail_that_says_nothing_is_refused_and_counted() -> None:
    read = _read(b"From: ana@c.example\n\n\n")
    assert read.rejected is not None
    assert (read.rejected.reason, read.rejected.detail) == (RejectReason.EMPTY_TEXT, "no_text")
    assert read.weight == 0
    assert _mention(b"From: ana@c.example\nSubject: Socorro\n\n").text == "Socorro"


BROKEN = {
    "nothing": b"",
    "only blanks": b"\r\n\r\n\r\n",
    "no head": b"isto nao e um e-mail",
    "zeros": b"\x00" * 5_000,
    "rubbish": bytes(range(256)) * 40,
    "head without end": b"From: a@b.example\nSubject: " + b"x" * 400_000,
    "boundary missing": b'From: a@b.example\nContent-Type: multipart/mixed; boundary="q"\n\nsem partes\n',
    "boundary empty": b'From: a@b.example\nContent-Type: multipart/mixed; boundary=""\n\n--\noi\n',
    "unknown charset": b"From: a@b.example\nContent-Type: text/plain; charset=klingon\n\nol\xe1\n",
    "broken base64": b"From: a@b.example\nContent-Transfer-Encoding: base64\n\n!!!!a===b\n",
    "deep": b"From: a@b.example\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(300))
    + b"\nfundo\n",
    "bad date": b"From: a@b.example\nDate: 99 Zzz 20266 99:99:99 +9999\n\noi\n",
    "date of year 1": b"From: a@b.example\nDate: Mon, 01 Jan 0001 00:00:00 +0000\n\noi\n",
    "lone surrogates": "From: a@b.example\nSubject: \ud83d\n\n\udc00oi".encode("utf-8", "surrogatepass"),
    "many references": b"From: a@b.example\nReferences:" + b" <%s@c>" % (b"r" * 50) * 5_000 + b"\n\noi\n",
    "angle brackets": b"From: <<<>>>@@@\nMessage-ID: <<>>\nIn-Reply-To: <\n\noi\n",
    "carriage returns": b"From: a@b.example\rSubject: Oi\r\roi",
}


@pytest.mark.parametrize("mail", BROKEN.values(), ids=BROKEN.keys())
def test_no_broken_mail_raises_or_vanishes(mail: bytes) -> None:
    for data in (mail, mail + b"\n" + b"x" * (HEAD_BYTES + 10)):
        read = _read(data)
        assert (read.mention is None) != (read.own is None and read.rejected is None)
        if read.mention is not None:
            assert len("".join(map(str, read.mention.extra.items()))) < 50_000
            assert read.mention.external_id


_REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[5] / "shared" / "data") / "mail"


@pytest.mark.skipif(not _REAL.exists(), reason="no collection of real mails beside the project (2026-11-22)")
def test_the_collection_of_broken_mails_is_read_without_a_loss() -> None:
    names = [json.loads(line)["raw"] for line in (_REAL / "mail_robust.jsonl").read_text(encoding="utf-8").splitlines()]
    lost = []
    for name in names:
        read = _read((_REAL / name).read_bytes())
        if (read.mention is None) == (read.own is None and read.rejected is None):
            lost.append(name)
    assert len(names) > 200
    assert lost == []

"""Delivery reports of several servers and languages, and what is none."""

from __future__ import annotations

import json
import os
from email.message import EmailMessage
from pathlib import Path

import pytest

from app.services.files.mail import parse_mail
from app.services.files.mail_bounce import BounceReport, bounce_of
from app.services.files.mail_kinds import MailKind

REAL = Path(os.environ.get("BALCAO_REAL_DATA", Path(__file__).parents[3].parent / "shared" / "data"))
OURS = "reply-17.abc@aurora.example"
THEIRS = "maria@correio.example"
FAILED = BounceReport((OURS,), THEIRS, is_permanent=True, status="5.1.1")
ORIGINAL = f"Message-ID: <{OURS}>\nFrom: sac@aurora.example\nTo: {THEIRS}\nSubject: Re: Pedido\n\nOlá!\n"


def report(
    *, action: str = "failed", status: str = "5.1.1", told: str = "smtp; 550 5.1.1 unknown", extra: str = ""
) -> bytes:
    """Return a report in three parts (RFC 3464)."""
    return (
        "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\nTo: sac@aurora.example\n"
        "Subject: Undelivered Mail Returned to Sender\nMessage-Id: <own@mx.example>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nThis is the mail system.\n\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n"
        f"Final-Recipient: rfc822; maria.de.souza@interno.example\nOriginal-Recipient: rfc822;{THEIRS}\n"
        f"Action: {action}\nStatus: {status}\nDiagnostic-Code: {told}\n{extra}\n"
        f"--b\nContent-Type: message/rfc822\n\n{ORIGINAL}\n--b--\n"
    ).encode()


def words(text: str, *, subject: str, sender: str = "mailer-daemon@mx.example", **more: str) -> bytes:
    """Return a report in plain words."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "sac@aurora.example", subject
    mail["Message-ID"] = "<own@mx.example>"
    for name, value in more.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return bytes(mail)


def test_a_report_in_parts() -> None:
    assert bounce_of(report()) == FAILED
    assert bounce_of(report().replace(b"\n", b"\r\n")) == FAILED


def test_the_other_servers_code_says_more_than_a_bare_class() -> None:
    found = bounce_of(report(status="5.0.0", told="smtp; 552 5.2.2 mailbox full"))
    assert found is not None
    assert found.status == "5.2.2"
    bare = bounce_of(report(status="5.0.0", told="smtp; no"))
    assert bare is not None
    assert bare.status == "5.0.0"


def test_a_delay_is_not_the_end_but_giving_up_after_days_is() -> None:
    late = bounce_of(report(action="delayed", status="4.4.1", told="smtp; 451 later"))
    assert late == BounceReport((OURS,), THEIRS, is_permanent=False, status="4.4.1")
    gone = bounce_of(report(action="failed", status="4.4.7", told="smtp; 450 expired"))
    assert gone == BounceReport((OURS,), THEIRS, is_permanent=True, status="4.4.7")


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded"])
def test_a_receipt_is_no_bounce(action: str) -> None:
    assert bounce_of(report(action=action, status="2.0.0", told="smtp; 250 ok")) is None


WORDS = {
    "qmail": words(
        "Hi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the\n"
        "following addresses. This is a permanent error; I've given up. Sorry it didn't work out.\n\n"
        f"<{THEIRS}>:\n192.0.2.1 does not like recipient.\nRemote host said: 550 5.1.1 unknown user\n"
        f"--- Below this line is a copy of the message.\n\nReturn-Path: <x@y.example>\n{ORIGINAL}",
        subject="failure notice",
    ),
    "gmail": words(
        f"Delivery to the following recipient failed permanently:\n\n     {THEIRS}\n\nThe error was:\n"
        f"550 5.1.1 no such user\n\n----- Original message -----\n\n{ORIGINAL}",
        subject="Delivery Status Notification (Failure)",
        X_Failed_Recipients=THEIRS,
    ),
    "gmail_pt": words(
        f"** Endereço não encontrado **\n\nSua mensagem não foi entregue a {THEIRS}.\n\n"
        "A resposta do servidor remoto foi:\n550 5.1.1 The email account does not exist.\n",
        subject="Delivery Status Notification (Failure)",
        In_Reply_To=f"<{OURS}>",
        References=f"<first@aurora.example> <{OURS}>",
    ),
    "exchange_pt": words(
        f"Falha na entrega para os seguintes destinatários ou grupos:\n\nMaria ({THEIRS})\nO endereço não existe.\n\n"
        "Informações de diagnóstico:\nRemote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound'\n\n"
        f"Cabeçalhos da mensagem original:\n\nReceived: from a by b\n{ORIGINAL}",
        subject="Não foi possível entregar: Re: Pedido",
        sender="postmaster@aurora.example",
    ),
    "exchange_es": words(
        f"No se pudo entregar el mensaje a estos destinatarios:\n\n{THEIRS}\nEl buzón no existe.\n\n"
        f"#550 5.1.1 RESOLVER.ADR.RecipNotFound ##\n\nEncabezados de mensajes originales:\n\n{ORIGINAL}",
        subject="No se pudo entregar: Re: Pedido",
        sender="microsoftexchange329e71ec@aurora.example",
    ),
    "broken_boundary": report().replace(b'boundary="b"', b'boundary="c"'),
    "wrapped_id": words(
        f"<{THEIRS}>: host mx said: 550 5.1.1 unknown\n\nOriginal message headers:\n\nMessage-ID:\n\t<{OURS}>\n",
        subject="Undeliverable: Re: Pedido",
    ),
}


@pytest.mark.parametrize("data", WORDS.values(), ids=list(WORDS))
def test_reports_in_words(data: bytes) -> None:
    assert bounce_of(data) == FAILED


def test_a_delay_in_words() -> None:
    text = f"A entrega está atrasada. Não precisa reenviar.\n\n<{THEIRS}>:\n450 mailbox busy\n"
    data = words(text, subject="Delivery Status Notification (Delay)", In_Reply_To=f"<{OURS}>")
    assert bounce_of(data) == BounceReport((OURS,), THEIRS, is_permanent=False, status="450")


def test_only_the_last_reference_came_back() -> None:
    found = bounce_of(words("nada", subject="Undelivered Mail", References=f"<antes@aurora.example> <{OURS}>"))
    assert found == BounceReport((OURS,), "", is_permanent=True, status="")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"From: maria@correio.example\nSubject: Falha na entrega\n\nO correio nao entregou.\n",
        words("Estou fora.", subject="Resposta automática", sender="maria@correio.example"),
    ],
)
def test_other_mail_is_none(data: bytes) -> None:
    assert bounce_of(data) is None


def test_rubbish_never_raises() -> None:
    whole = report(extra="Final-Recipient\n: ;\nStatus\n")
    for size in range(0, len(whole), 37):
        bounce_of(whole[:size])
    bounce_of(report().replace(b"rfc822;", b"\xff\xfe;").replace(b"Status: 5", b"Status: \x00"))


def test_machines_that_answer_are_told_from_people() -> None:
    def kind(**headers: str) -> MailKind:
        return parse_mail(words("Volto dia 10.", subject="Re: Pedido", sender="maria@correio.example", **headers)).kind

    assert kind() is MailKind.NORMAL
    assert kind(Return_Path="<>") is MailKind.AUTO_REPLY
    assert kind(X_POST_MessageClass="9; Autoresponder") is MailKind.AUTO_REPLY
    away = words("Volto dia 10.", subject="Ausente até 10/03: Re: Pedido", sender="maria@correio.example")
    assert parse_mail(away).kind is MailKind.AUTO_REPLY


def test_real_reports_name_their_recipient_and_code() -> None:
    file = REAL / "mail" / "mail_class.jsonl"
    if not file.exists():
        pytest.skip("the real mail samples are not beside the checkout")
    found, told, codes, right = 0, 0, 0, 0
    for line in file.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["expect"]["class"] != "bounce":
            continue
        bounce = bounce_of((file.parent / row["raw"]).read_bytes())
        found += bounce is not None
        told += bool(bounce and bounce.recipient)
        # Codes "x.0.9xx" are that collection's own and stand in no mail.
        stated = {dsn[0] for dsn in row["expect"].get("dsn") or [] if ".0.9" not in dsn[0]}
        codes += bool(stated)
        right += bool(stated and bounce and any(bounce.status and code.startswith(bounce.status) for code in stated))
    assert (found, told) >= (289, 288)
    assert right >= codes - 8

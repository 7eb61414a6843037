"""Answers by SMTP: what stands in the mail, what is looked up later, and what every refusal means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr

import pytest

from app.models.domain import protocol
from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.services.channels.base import Account, ChannelError, OutgoingFile
from app.services.channels.email.account_form import read_form
from app.services.channels.email.compose import compose
from app.services.files.mail import parse_mail
from tests.counterparts.smtp import SmtpServer, Taken
from tests.fakes import FakeClock, FakeCredentials
from tests.services.channels.email.conftest import ADDRESS, NOW, Box, OpenMail, answer, drained, letter

PROTOCOL = protocol.make(NOW.date(), 7)


def _sent(smtp: SmtpServer) -> Message:
    assert len(smtp.taken) == 1
    return smtp.taken[0].message


def _written(reply: object, **options: str) -> Message:
    form = read_form(Account(1, "email", "Loja", {"address": ADDRESS, **options}))
    return message_from_bytes(compose(reply, form, account_name="Loja Exemplo", at=NOW).content)


def _subject(mail: Message) -> str:
    return str(make_header(decode_header(mail["Subject"].replace("\r\n", ""))))


def _text(mail: Message) -> str:
    part = next(each for each in mail.walk() if each.get_content_type() == "text/plain")
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    return payload.decode("utf-8").replace("\r\n", "\n").replace(" \n", " ")


def test_an_answer_reaches_its_reader_in_the_thread(open_mail: OpenMail, smtp: SmtpServer) -> None:
    reply = answer("Bom dia, Ana!\nJá estamos vendo: é só aguardar.", references=("m1@cliente.example",))
    receipt = open_mail(None, smtp, from_name="Atendimento Loja Ção").send(reply)
    mail = _sent(smtp)
    assert receipt.external_id == f"{reply.key}@loja.example"
    assert mail["Message-ID"] == f"<{receipt.external_id}>"
    assert smtp.taken[0].sender == ADDRESS
    assert smtp.taken[0].recipients == ("ana@cliente.example",)
    assert (mail["To"], mail["In-Reply-To"], mail["References"]) == (
        "ana@cliente.example",
        "<m1@cliente.example>",
        "<m1@cliente.example>",
    )
    name, address = parseaddr(mail["From"])
    assert (str(make_header(decode_header(name))), address) == ("Atendimento Loja Ção", ADDRESS)
    assert _subject(mail) == "Re: Pedido atrasado"
    assert _text(mail).rstrip("\n") == "Bom dia, Ana!\nJá estamos vendo: é só aguardar."
    assert mail["Auto-Submitted"] is None
    assert parse_mail(smtp.taken[0].content).text.startswith("Bom dia, Ana!")


def test_a_protocol_in_the_text_goes_into_the_subject_and_the_way_back() -> None:
    text = f"Seu protocolo é {protocol.display(PROTOCOL)}."
    mail = _written(answer(text), plus_address="true")
    assert _subject(mail) == f"Re: Pedido atrasado [{protocol.display(PROTOCOL)}]"
    assert mail["Reply-To"] == f"sac+{PROTOCOL}@loja.example"
    again = _written(answer(text, title=f"Re: Pedido atrasado [{protocol.display(PROTOCOL)}]"))
    assert _subject(again) == f"Re: Pedido atrasado [{protocol.display(PROTOCOL)}]"
    assert again["Reply-To"] is None
    named = _written(answer("Oi", extra={"case_protocol": PROTOCOL}), plus_address="sim")
    assert named["Reply-To"] == f"sac+{PROTOCOL}@loja.example"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("RES: Pedido", "RES: Pedido"),
        ("Re[2]: Pedido", "Re[2]: Pedido"),
        ("Reclamação", "Re: Reclamação"),
        (None, "Re: Loja Exemplo"),
        ("ação " * 60, "Re: " + ("ação " * 60).strip()),
    ],
)
def test_the_subject_answers_once(title: str | None, expected: str) -> None:
    assert _subject(_written(answer(title=title))) == expected


def test_a_first_word_of_ours_starts_a_thread() -> None:
    mail = _written(answer(in_reply_to=None, thread_key=None, title="Recall da torradeira"))
    assert _subject(mail) == "Recall da torradeira"
    assert mail["In-Reply-To"] is None
    assert mail["References"] is None


def test_references_name_the_first_and_the_last_mails() -> None:
    many = tuple(f"r{number}@c.example" for number in range(60))
    reply = answer(
        thread_key="r0@c.example", references=many, in_reply_to="r59@c.example", previous_id="p@loja.example"
    )
    mail = _written(reply)
    ids = mail["References"].split()
    assert len(ids) == 20
    assert (ids[0], ids[-2], ids[-1]) == ("<r0@c.example>", "<r59@c.example>", "<p@loja.example>")
    assert mail["In-Reply-To"] == "<p@loja.example>"
    long = "x" * 200 + "@c.example"
    kept = _written(answer(thread_key=long, in_reply_to=long, references=()))
    assert kept["In-Reply-To"].strip() == f"<{long}>"
    none = _written(answer(in_reply_to="no-id.abc", thread_key="no-id.abc", references=("<a b>@c", "ol\u00e1@c")))
    assert (none["In-Reply-To"], none["References"]) == (None, None)


def test_no_value_can_add_a_header() -> None:
    bad = "Oi\r\nBcc: espiao@mal.example\r\n\r\nx"
    reply = answer(
        title=bad,
        in_reply_to="a@b>\r\nBcc: x@y",
        references=("a@b\r\nBcc: x@y",),
        key="k",
        files=(OutgoingFile("n\r\nBcc: x@y.pdf", "application/pdf\r\nBcc: x@y", b"1"),),
    )
    mail = _written(reply, from_name=bad)
    assert all(each["Bcc"] is None for each in mail.walk())
    for address in ("a@b.example\r\nBcc: x@y", "a@b.example, c@d.example", "<a@b.example>", "", "sem arroba", "a b@c"):
        with pytest.raises(ChannelError) as caught:
            _written(answer(author_key=address))
        assert caught.value.problem is Problem.RECIPIENT_REFUSED


def test_an_answer_goes_where_its_writer_wants_it() -> None:
    assert _written(answer(extra={"reply_to": "outra@cliente.example"}))["To"] == "outra@cliente.example"
    assert _written(answer(author_key="ana@coração.example"))["To"] == "ana@xn--corao-xqa4i.example".replace(
        "xn--corao-xqa4i", "coração".encode("idna").decode()
    )
    with pytest.raises(ChannelError):
        _written(answer(author_key="joão@cliente.example"))


def test_every_text_arrives_as_it_was_written() -> None:
    text = "\n".join(
        [
            "From: isto não é um cabeçalho",
            "> nem isto uma citação",
            "  recuado",
            "." * 3,
            "palavra " * 60,
            "https://loja.example/" + "x" * 1_500,
            "🙂 ção ünï 漢字" * 40,
            "",
            "fim",
        ]
    )
    part = next(each for each in _written(answer(text)).walk() if each.get_content_type() == "text/plain")
    assert (part.get_param("format"), part.get_content_charset()) == ("flowed", "utf-8")
    payload = part.get_payload(decode=True)
    assert isinstance(payload, bytes)
    lines = payload.decode("utf-8").replace("\r\n", "\n").split("\n")
    joined = ""
    for line in lines:
        bare = line.removeprefix(" ")
        joined += bare if line.endswith(" ") else f"{bare}\n"
    assert [each.rstrip() for each in joined.rstrip("\n").split("\n")] == [each.rstrip() for each in text.split("\n")]


def test_files_go_with_it(open_mail: OpenMail, smtp: SmtpServer) -> None:
    files = (
        OutgoingFile("nota fiscal ção.pdf", "application/pdf", b"%PDF" + bytes(range(256)) * 400),
        OutgoingFile("x.eml", "message/rfc822", b"Subject: oi\n\noi"),
    )
    open_mail(None, smtp).send(answer(files=files))
    found = parse_mail(smtp.taken[0].content).attachments
    assert [(each.name, each.content) for each in found] == [(each.name, each.content) for each in files]


def test_an_automatic_answer_says_so() -> None:
    assert _written(answer(is_automatic=True))["Auto-Submitted"] == "auto-replied"


def test_what_was_sent_is_kept_and_found_again(open_mail: OpenMail, smtp: SmtpServer, box: Box) -> None:
    channel = open_mail(box, smtp, keep_sent="true")
    reply = answer()
    receipt = channel.send(reply)
    assert len(box.mails("Sent")) == 1
    assert "S" in box.mails("Sent")[0][0].partition(":2,")[2]
    assert channel.find_sent(reply) == receipt
    own = drained(open_mail(box, sent_folder="Sent"), "Sent")[0][0].own
    assert [each.external_id for each in own] == [receipt.external_id]
    assert (own[0].in_reply_to, own[0].thread_key) == ("m1@cliente.example", "m1@cliente.example")


def test_a_copy_that_cannot_be_kept_costs_nothing(open_mail: OpenMail, smtp: SmtpServer) -> None:
    assert open_mail(None, smtp, keep_sent="true").send(answer()).external_id
    assert open_mail(None, smtp, keep_sent="true", sent_folder="X").send(answer()).external_id
    assert len(smtp.taken) == 2


def test_what_is_not_found_may_have_been_sent_unless_a_copy_is_sure(
    open_mail: OpenMail, smtp: SmtpServer, box: Box, clock: FakeClock
) -> None:
    reply = answer()
    with pytest.raises(ChannelError) as caught:
        open_mail(box, smtp).find_sent(reply)
    assert caught.value.problem is Problem.NOT_SUPPORTED
    sure = open_mail(box, smtp, copy_to_self="true")
    with pytest.raises(ChannelError) as caught:
        sure.find_sent(reply)
    assert caught.value.problem is Problem.TIMED_OUT
    clock.advance(timedelta(minutes=3))
    assert sure.find_sent(reply) is None


def test_a_copy_to_ourselves_finds_what_was_cut_after_data(open_mail: OpenMail, box: Box, clock: FakeClock) -> None:
    def deliver(mail: Taken) -> None:
        if box.address in mail.recipients:
            box.put(mail.content)

    with SmtpServer(on_mail=deliver) as smtp:
        channel = open_mail(box, smtp, copy_to_self="true")
        taken, lost = answer(), answer()
        smtp.cut_after_data(is_taken=True)
        smtp.cut_after_data(is_taken=False)
        for reply in (taken, lost):
            with pytest.raises(ChannelError) as caught:
                channel.send(reply)
            assert (caught.value.problem, caught.value.is_certain) == (Problem.NO_NETWORK, False)
        assert smtp.taken[0].recipients == ("ana@cliente.example", box.address)
        clock.advance(timedelta(minutes=3))
        found = channel.find_sent(taken)
        assert found is not None
        assert found.external_id == f"{taken.key}@loja.example"
        assert channel.find_sent(lost) is None
        pages, _ = drained(channel)
        assert [each.external_id for page in pages for each in page.own] == [found.external_id]
        assert not any(page.mentions for page in pages)


def test_a_copy_that_was_refused_makes_absence_unsure(
    open_mail: OpenMail, smtp: SmtpServer, box: Box, clock: FakeClock
) -> None:
    channel = open_mail(box, smtp, copy_to_self="true")
    smtp.refused.add(box.address)
    reply = answer()
    smtp.cut_after_data(is_taken=True)
    with pytest.raises(ChannelError) as caught:
        channel.send(reply)
    assert caught.value.is_certain is False
    assert smtp.taken[0].recipients == ("ana@cliente.example",)
    clock.advance(timedelta(minutes=3))
    for opened in (channel, open_mail(box, smtp, copy_to_self="true")):  # before and after a restart
        with pytest.raises(ChannelError) as caught:
            opened.find_sent(reply)
        assert (caught.value.problem, caught.value.facts["reason"]) == (Problem.NOT_SUPPORTED, "no_sent_copy")
    smtp.refused.clear()
    with pytest.raises(ChannelError) as caught:
        channel.find_sent(reply)
    assert caught.value.problem is Problem.NOT_SUPPORTED
    assert channel.find_sent(answer()) is None
    assert len(smtp.taken) == 1


def test_the_answer_to_our_answer_threads(open_mail: OpenMail, smtp: SmtpServer, box: Box) -> None:
    box.put(letter(message_id="<first@c.example>"))
    channel = open_mail(box, smtp)
    pages, cursor = drained(channel)
    first = pages[0].mentions[0]
    receipt = channel.send(answer(in_reply_to=first.external_id, thread_key=first.thread_key))
    ours = _sent(smtp)
    box.put(
        letter("Obrigada!", In_Reply_To=ours["Message-ID"], References=f"{ours['References']} {ours['Message-ID']}")
    )
    later, _ = drained(channel, cursor=cursor)
    assert (later[0].mentions[0].thread_key, later[0].mentions[0].in_reply_to) == (
        first.thread_key,
        receipt.external_id,
    )


@pytest.mark.parametrize(
    ("step", "answered", "problem"),
    [
        ("rcpt", "450 4.2.0 Greylisted, try again later", Problem.SERVER_ERROR),
        ("rcpt", "550 5.1.1 No such user", Problem.RECIPIENT_REFUSED),
        ("rcpt", "554 5.7.1 Relay access denied", Problem.RECIPIENT_REFUSED),
        ("mail", "451 4.3.0 Temporary problem", Problem.SERVER_ERROR),
        ("mail", "450 4.7.1 Too many messages, rate limit", Problem.RATE_LIMITED),
        ("mail", "553 5.7.1 Sender address rejected: not owned by user", Problem.SCOPE_MISSING),
        ("mail", "552 5.3.4 Message size exceeds fixed limit", Problem.TOO_LARGE),
        ("mail", "530 5.7.0 Must sign in first", Problem.WRONG_PASSWORD),
        ("data", "451 4.3.2 Try again", Problem.SERVER_ERROR),
        ("data", "554 5.7.1 Looks like spam", Problem.TEXT_REFUSED),
        ("data", "552 5.2.3 Too large", Problem.TOO_LARGE),
        ("data", "554 No", Problem.REFUSED),
    ],
)
def test_every_refusal_has_a_name_and_is_certain(
    open_mail: OpenMail, smtp: SmtpServer, step: str, answered: str, problem: Problem
) -> None:
    smtp.answer_next(step, answered)
    with pytest.raises(ChannelError) as caught:
        open_mail(None, smtp).send(answer())
    assert (caught.value.problem, caught.value.is_certain) == (problem, True)
    assert caught.value.facts["status"].startswith(answered[:3])
    assert "ana@" not in str(caught.value.facts)
    if answered.startswith("4"):
        assert caught.value.retry_after == timedelta(minutes=5)
    assert smtp.taken == []


def test_a_mail_over_the_servers_limit_is_not_even_begun(open_mail: OpenMail) -> None:
    with SmtpServer(largest=10_000) as smtp:
        with pytest.raises(ChannelError) as caught:
            open_mail(None, smtp).send(answer("x " * 8_000))
        assert (caught.value.problem, caught.value.facts["limit"]) == (Problem.TOO_LARGE, "10000")


def test_passwords_and_tokens(open_mail: OpenMail, smtp: SmtpServer) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(None, smtp, credentials=FakeCredentials(password="errada")).send(answer())
    assert caught.value.problem is Problem.WRONG_PASSWORD
    smtp.tokens["good-token"] = ADDRESS
    credentials = FakeCredentials(access_token="good-token")
    open_mail(None, smtp, credentials=credentials, sign_in="oauth").send(answer())
    credentials.values["access_token"] = "expired-token"
    with pytest.raises(ChannelError) as caught:
        open_mail(None, smtp, credentials=credentials, sign_in="oauth").send(answer())
    assert (caught.value.problem, caught.value.is_certain) == (Problem.TOKEN_EXPIRED, True)
    assert len(smtp.taken) == 1


def test_a_relay_without_sign_in_takes_the_mail(open_mail: OpenMail) -> None:
    with SmtpServer(users={}) as smtp:
        open_mail(None, smtp).send(answer())
        assert len(smtp.taken) == 1


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_goes_to_who_is_trusted_only(open_mail: OpenMail, trust: Callable, security: str) -> None:
    with SmtpServer(security=security) as smtp:
        open_mail(None, smtp, trust=trust(smtp.certificate), smtp_security=security).send(answer())
        assert len(smtp.taken) == 1
        with pytest.raises(ChannelError) as caught:
            open_mail(None, smtp, smtp_security=security).send(answer())
        assert (caught.value.problem, caught.value.is_certain) == (Problem.CERTIFICATE_REFUSED, True)


def test_a_server_without_starttls_or_at_all(open_mail: OpenMail, smtp: SmtpServer) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(None, smtp, smtp_security="starttls").send(answer())
    assert caught.value.problem is Problem.NOT_SUPPORTED
    with pytest.raises(ChannelError) as caught:
        open_mail(None, smtp, smtp_security="tls").send(answer())
    assert caught.value.problem is Problem.UNREADABLE
    with pytest.raises(ChannelError) as caught:
        open_mail(None, None).send(answer())
    assert caught.value.problem is Problem.NO_NETWORK
    with pytest.raises(ChannelError) as caught:
        open_mail(None, None, smtp_host="", imap_host="").send(answer())
    assert caught.value.problem is Problem.NAME_NOT_FOUND


def test_testar_tries_both_sides_and_sends_nothing(open_mail: OpenMail, smtp: SmtpServer, box: Box) -> None:
    good = open_mail(box, smtp).check()
    assert good.account_name == box.address
    assert {each.ability: each.works for each in good.findings} == {
        Ability.READ_PRIVATE: True,
        Ability.REPLY_PRIVATE: True,
        Ability.ATTACH: True,
    }
    bad = open_mail(box, smtp, folders="Nenhuma", credentials=FakeCredentials(password="segredo de teste")).check()
    assert [each.problem for each in bad.findings] == [Problem.NOT_FOUND, Problem.NO_KEY, Problem.NO_KEY]
    assert smtp.taken == []

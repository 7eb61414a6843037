"""Telegram through the real HTTP client: nothing confirmed before it is stored, every refusal with its name."""

from __future__ import annotations

import json
import logging
import os
import random
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention, RejectReason
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import Account, ChannelError, OutgoingFile, OutgoingReply
from app.services.channels.telegram import KIND, NETWORK, TelegramChannel
from tests.counterparts.telegram import BOT_ID, BROADCAST, GROUP, TOKEN, TelegramServer
from tests.fakes import FakeClock, FakeCredentials

REAL = Path(os.environ.get("BALCAO_REAL_DATA", "../shared/data"))
CONTRACT = REAL / "channels" / "contracts" / "telegram" / "api.json"
PICTURE = b"\xff\xd8\xff" + bytes(50)


@pytest.fixture
def server() -> Iterator[TelegramServer]:
    with TelegramServer() as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(datetime(2026, 11, 21, 14, 0, tzinfo=UTC))


@pytest.fixture
def channel(server: TelegramServer, clock: FakeClock) -> Iterator[TelegramChannel]:
    account = Account(1, "telegram", "Loja", {"base_url": server.url})
    opened = NETWORK.open(account=account, credentials=FakeCredentials(bot_token=TOKEN), clock=clock)
    yield opened
    opened.close()


def read(channel: TelegramChannel, cursor: str | None = None) -> tuple[list[IncomingMention], str]:
    """Read to the end as the loop does: each page is stored, then the next one is asked for."""
    found: list[IncomingMention] = []
    while True:
        page = channel.fetch("updates", cursor)
        found += page.mentions
        cursor = page.cursor
        if not page.has_more:
            return found, cursor


def reply_to(mention: IncomingMention, words: str = "Oi, Ana!", **changes: Any) -> OutgoingReply:
    values: dict[str, Any] = {
        "key": "k1",
        "account_id": 1,
        "text": words,
        "visibility": Visibility.PRIVATE if mention.is_private else Visibility.PUBLIC,
        "in_reply_to": mention.external_id,
        "thread_key": mention.thread_key,
        "author_key": mention.author_key,
        "extra": mention.extra,
        **changes,
    }
    return OutgoingReply(**values)


def refused(channel: TelegramChannel, mention: IncomingMention, **changes: Any) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        channel.send(reply_to(mention, **changes))
    return caught.value


def test_a_private_message_is_a_direct_mention_of_its_author(channel: TelegramChannel, server: TelegramServer) -> None:
    written = server.write("Meu pedido não chegou 😡")
    [mention], _ = read(channel)
    assert (mention.external_id, mention.thread_key) == (f"42:{written['message_id']}", "42")
    assert (mention.author_key, mention.author_name) == ("42", "Ana Souza")
    assert mention.is_private
    assert mention.is_direct
    assert mention.posted_at == datetime.fromtimestamp(written["date"], UTC)
    assert mention.extra["username"] == "AnaS"
    assert mention.permalink is None


def test_only_what_is_stored_is_confirmed(channel: TelegramChannel, server: TelegramServer) -> None:
    server.write("uma")
    server.write("duas")
    first, cursor = read(channel)
    again, _ = read(channel)  # killed before storing: the same come again
    assert [each.external_id for each in again] == [each.external_id for each in first]
    assert len(server.updates) == 2
    assert not channel.wait(threading.Event(), 0.01)
    assert len(server.updates) == 2
    nothing, _ = read(channel, cursor)
    assert nothing == []
    assert server.updates == []


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_points_nothing_is_lost(channel: TelegramChannel, server: TelegramServer, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - which day goes wrong, not a secret
    written: list[str] = []
    stored: list[str | None] = []
    cursor: str | None = None
    for _ in range(200):
        if chance.random() < 0.6:
            written.append(f"42:{server.write('oi')['message_id']}")
        if chance.random() < 0.2:
            channel.wait(threading.Event(), 0.001)
        if chance.random() < 0.1:
            server.fail_next(502)
        try:
            page = channel.fetch("updates", cursor)
        except ChannelError:
            continue
        if chance.random() < 0.7:  # else killed before it was stored
            stored += [each.external_id for each in page.mentions]
            cursor = page.cursor
    server.forget_tricks()
    stored += [each.external_id for each in read(channel, cursor)[0]]
    assert stored == written


def test_a_backlog_is_read_in_pages_of_a_hundred(channel: TelegramChannel, server: TelegramServer) -> None:
    for number in range(230):
        server.write(f"mensagem {number}")
    page = channel.fetch("updates", None)
    assert (len(page.mentions), page.has_more) == (100, True)
    rest, _ = read(channel, page.cursor)
    assert [each.text for each in [*page.mentions, *rest]] == [f"mensagem {number}" for number in range(230)]


def test_numbers_that_begin_anew_after_a_silent_week_are_not_passed_over(
    channel: TelegramChannel, server: TelegramServer, clock: FakeClock
) -> None:
    server.write("antes")
    _, cursor = read(channel)
    read(channel, cursor)
    server.begin_numbering_at(3)
    clock.advance(timedelta(days=8))
    server.write("depois de uma semana")
    [mention], cursor = read(channel, cursor)
    assert mention.text == "depois de uma semana"
    assert json.loads(cursor)["offset"] == 5
    assert read(channel, cursor)[0] == []


def test_in_a_group_a_mention_and_a_reply_to_us_are_direct(channel: TelegramChannel, server: TelegramServer) -> None:
    bot = {"id": BOT_ID, "is_bot": True, "first_name": "Loja"}
    server.write("alguém sabe o preço?", GROUP)
    server.write("oi @Loja_Bot, cadê meu pedido?", GROUP)
    ours = {"message_id": 3, "date": 1, "chat": {"id": GROUP, "type": "supergroup"}, "from": bot}
    server.write("não chegou", GROUP, reply_to_message=ours)
    server.write("ei Loja", GROUP, entities=[{"type": "text_mention", "offset": 3, "length": 4, "user": bot}])
    found, _ = read(channel)
    assert [each.is_direct for each in found] == [False, True, True, True]
    assert found[2].in_reply_to == f"{GROUP}:3"
    assert found[0].thread_key == f"{GROUP}:42"
    assert found[0].permalink == f"https://t.me/c/1234567890/{found[0].extra['message_id']}"
    assert not found[0].is_private


def test_comments_of_a_channels_post_belong_to_it(channel: TelegramChannel, server: TelegramServer) -> None:
    post = server.write("Promoção de hoje", BROADCAST, "channel_post", **{"from": None})
    copy = server.write(
        "Promoção de hoje",
        GROUP,
        is_automatic_forward=True,
        sender_chat={"id": BROADCAST, "type": "channel", "title": "Loja"},
        forward_origin={"type": "channel", "chat": {"id": BROADCAST}, "message_id": post["message_id"], "date": 1},
    )
    server.write("Ainda tem?", GROUP, reply_to_message=copy, message_thread_id=copy["message_id"])
    page = channel.fetch("updates", None)
    post_id = f"{BROADCAST}:{post['message_id']}"
    assert [each.external_id for each in page.own] == [post_id, post_id]
    [comment] = page.mentions
    assert comment.in_reply_to == post_id
    assert comment.is_direct
    assert comment.thread_key == f"{GROUP}:{copy['message_id']}:42"


def test_an_edit_is_the_same_mention_with_other_words(channel: TelegramChannel, server: TelegramServer) -> None:
    message = server.write("pedido 12")
    server.edit(message, "pedido 13")
    first, second = read(channel)[0]
    assert first.external_id == second.external_id
    assert (second.text, first.edited_at) == ("pedido 13", None)
    assert second.edited_at == datetime.fromtimestamp(message["date"] + 60, UTC)


def test_files_come_along_and_what_has_no_words_gets_a_sign(channel: TelegramChannel, server: TelegramServer) -> None:
    server.files = {"big": PICTURE, "pdf": b"%PDF-"}
    photo = [{"file_id": "small", "file_size": 9}, {"file_id": "big", "file_size": len(PICTURE)}]
    server.write("", photo=photo, text=None)
    server.write("", document={"file_id": "pdf", "file_name": "nota.pdf", "mime_type": "application/pdf"}, text=None)
    server.write("", video={"file_id": "film", "file_size": 90_000_000}, text=None, caption="vejam")
    server.write("", voice={"file_id": "gone", "file_size": 5}, text=None)
    server.write("", location={"latitude": -23.5, "longitude": -46.6}, text=None)
    server.write("", contact={"first_name": "Bia", "phone_number": "11 5555-0000"}, text=None)
    server.write("", sticker={"emoji": "👍", "file_id": "s"}, text=None)
    server.write("", poll={"question": "Qual cor?"}, text=None)
    server.write("", new_chat_members=[{"id": 1}], text=None)
    found, _ = read(channel)
    signs = ["📷", "📄 nota.pdf", "vejam", "🎤", "📍 -23.5, -46.6", "👤 Bia 11 5555-0000", "👍", "📊 Qual cor?"]
    assert [each.text for each in found] == signs
    assert found[0].attachments[0].content == PICTURE
    assert (found[1].attachments[0].name, found[1].attachments[0].content) == ("nota.pdf", b"%PDF-")
    assert (found[2].attachments[0].size, found[2].attachments[0].content) == (90_000_000, None)
    assert found[3].attachments[0].content is None
    assert TOKEN not in str([each.extra for each in found])


def test_what_has_another_shape_is_refused_and_the_rest_goes_on(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    server.push({"message": "text"})
    server.push({"message": {"message_id": 1}})
    server.push({"channel_post": {"date": 5}})
    server.push({"poll_answer": {"poll_id": "1"}})
    server.write("boa")
    page = channel.fetch("updates", None)
    assert [(each.row, each.reason) for each in page.rejected] == [
        (1, RejectReason.BAD_STRUCTURE),
        (2, RejectReason.BAD_STRUCTURE),
        (3, RejectReason.BAD_STRUCTURE),
    ]
    assert [each.text for each in page.mentions] == ["boa"]
    server.shape_next({"ok": True, "result": [{"no": "number"}]}, path=f"/bot{TOKEN}/getUpdates")
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", page.cursor)
    assert caught.value.problem is Problem.UNREADABLE


def test_an_answer_goes_under_the_message_and_its_next_part_under_the_first(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    server.write("oi @loja_bot", GROUP, message_thread_id=5, is_topic_message=True)
    [mention], _ = read(channel)
    receipt = channel.send(reply_to(mention, "Primeira parte"))
    channel.send(reply_to(mention, "Segunda parte", previous_id=receipt.external_id))
    first, second = server.sent
    assert (first["chat_id"], first["message_thread_id"], first["text"]) == (GROUP, 5, "Primeira parte")
    assert first["reply_parameters"]["message_id"] == int(mention.extra["message_id"])
    assert receipt.external_id == f"{GROUP}:{second['reply_parameters']['message_id']}"


def test_a_private_answer_to_a_group_goes_to_the_authors_own_chat(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    server.write("oi @loja_bot", GROUP)
    [mention], _ = read(channel)
    channel.send(reply_to(mention, visibility=Visibility.PRIVATE))
    assert (server.sent[0]["chat_id"], "reply_parameters" in server.sent[0]) == (42, False)


def test_a_file_takes_the_text_along(channel: TelegramChannel, server: TelegramServer) -> None:
    server.write("manda a nota?")
    [mention], _ = read(channel)
    channel.send(reply_to(mention, "Segue.", files=(OutgoingFile("nota.pdf", "application/pdf", b"%PDF-"),)))
    channel.send(reply_to(mention, "", files=(OutgoingFile("foto.png", "image/png", PICTURE),)))
    assert [each["method"] for each in server.sent] == ["sendDocument", "sendPhoto"]
    assert server.sent[0]["caption"] == "Segue."
    assert server.sent[0]["files"]["document"] == ("nota.pdf", "application/pdf", b"%PDF-")
    too_long = refused(channel, mention, words="a" * 1025, files=(OutgoingFile("x.pdf", "application/pdf", b"x"),))
    assert too_long.problem is Problem.TEXT_TOO_LONG


def test_a_group_with_a_new_id_is_followed(channel: TelegramChannel, server: TelegramServer) -> None:
    server.write("oi @loja_bot", -55)
    [mention], _ = read(channel)
    server.moved[-55] = GROUP
    channel.send(reply_to(mention))
    assert [each["chat_id"] for each in server.sent] == [GROUP]


@pytest.mark.parametrize(
    ("status", "description", "problem"),
    [
        (403, "Forbidden: bot was blocked by the user", Problem.RECIPIENT_REFUSED),
        (403, "Forbidden: bot can't initiate conversation with a user", Problem.RECIPIENT_REFUSED),
        (400, "Bad Request: message to be replied not found", Problem.TARGET_GONE),
        (400, "Bad Request: message is too long", Problem.TEXT_TOO_LONG),
        (400, "Bad Request: message text is empty", Problem.TEXT_REFUSED),
        (400, "Bad Request: not enough rights to send text messages to the chat", Problem.SCOPE_MISSING),
        (400, "Bad Request: file must be non-empty", Problem.FILE_REFUSED),
        (400, "Bad Request: can't parse entities", Problem.REFUSED),
        (401, "Unauthorized", Problem.TOKEN_REVOKED),
        (404, "Not Found", Problem.TOKEN_REVOKED),
    ],
)
def test_every_refusal_has_its_name(
    channel: TelegramChannel, server: TelegramServer, status: int, description: str, problem: Problem
) -> None:
    server.write("oi")
    [mention], _ = read(channel)
    body = {"ok": False, "error_code": status, "description": description}
    server.fail_next(status, body=body, method="POST")
    error = refused(channel, mention)
    assert (error.problem, error.is_certain) == (problem, True)
    assert server.sent == []


def test_a_flood_says_how_long_to_wait(channel: TelegramChannel, server: TelegramServer) -> None:
    body = {"ok": False, "error_code": 429, "description": "Too Many Requests", "parameters": {"retry_after": 17}}
    server.fail_next(429, body=body)
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", None)
    assert (caught.value.problem, caught.value.retry_after) == (Problem.RATE_LIMITED, timedelta(seconds=17))


@pytest.mark.parametrize(
    ("description", "why"),
    [
        ("Conflict: can't use getUpdates method while webhook is active", "webhook_set"),
        ("Conflict: terminated by other getUpdates request", "other_poller"),
    ],
)
def test_somebody_else_who_takes_the_messages_is_named(
    channel: TelegramChannel, server: TelegramServer, description: str, why: str
) -> None:
    server.fail_next(409, body={"ok": False, "error_code": 409, "description": description})
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", None)
    assert caught.value.facts == {"why": why}


def test_a_lost_receipt_leaves_the_answer_uncertain(channel: TelegramChannel, server: TelegramServer) -> None:
    server.write("oi")
    [mention], _ = read(channel)
    server.lose_next(method="POST")
    assert not refused(channel, mention).is_certain
    server.fail_next(502, method="POST", body={"ok": False, "description": "Bad Gateway"})
    assert not refused(channel, mention).is_certain
    server.shape_next(b"<html>", method="POST")
    assert not refused(channel, mention).is_certain
    server.fail_next(500, body="oops", path=f"/bot{TOKEN}/getUpdates")
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", None)
    assert caught.value.problem is Problem.SERVER_ERROR
    assert not KIND.has_lookup
    with pytest.raises(ChannelError) as caught:
        channel.find_sent(reply_to(mention))
    assert caught.value.problem is Problem.NOT_SUPPORTED


def test_waiting_ends_when_a_message_is_there(channel: TelegramChannel, server: TelegramServer) -> None:
    stop = threading.Event()
    server.write("oi")
    assert channel.wait(stop, 3)
    assert len(server.updates) == 1
    server.fail_next(500, 3)
    assert not channel.wait(stop, 1.1)
    stop.set()
    assert not channel.wait(stop, 60)


def test_a_thumb_up_is_given_and_taken_back(channel: TelegramChannel, server: TelegramServer) -> None:
    channel.act("like", f"{GROUP}:9")
    assert server.reactions == {(GROUP, 9): [{"type": "emoji", "emoji": "👍"}]}
    channel.act("unlike", f"{GROUP}:9")
    assert server.reactions == {(GROUP, 9): []}
    with pytest.raises(ChannelError):
        channel.act("hide", f"{GROUP}:9")
    with pytest.raises(ChannelError):
        channel.act("like", "no chat")
    with pytest.raises(ChannelError):
        channel.figures([f"{GROUP}:9"])
    assert channel.count("updates", datetime(2026, 11, 1, tzinfo=UTC).date()) is None


def test_the_check_says_what_works(channel: TelegramChannel, server: TelegramServer) -> None:
    checked = channel.check()
    assert checked.account_name == "@loja_bot"
    assert all(each.works for each in checked.findings)
    server.reads_groups, server.webhook = False, "https://exemplo.com.br/gancho"
    broken = {each.ability: each.problem for each in channel.check().findings}
    assert broken[Ability.READ_PRIVATE] is Problem.REFUSED
    server.webhook = ""
    broken = {each.ability: each.problem for each in channel.check().findings}
    assert (broken[Ability.READ_PRIVATE], broken[Ability.READ_PUBLIC]) == (None, Problem.SCOPE_MISSING)


def test_a_spoilt_cursor_and_a_bot_that_says_nothing_begin_anew(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    server.write("oi")
    assert channel.streams == ("updates",)
    assert len(channel.fetch("updates", "no json").mentions) == 1
    server.shape_next({"ok": False}, path=f"/bot{TOKEN}/getUpdates")
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", None)
    assert caught.value.problem is Problem.UNREADABLE


def test_the_bots_token_is_in_no_log_and_no_error(
    channel: TelegramChannel, server: TelegramServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    server.write("oi")
    read(channel)
    server.fail_next(400, body={"ok": False, "description": "Bad Request"})
    with pytest.raises(ChannelError) as caught:
        channel.fetch("updates", None)
    assert TOKEN not in caplog.text + repr(caught.value) + str(caught.value.facts)


def test_every_ability_is_told() -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)


def test_our_requests_fit_the_published_contract(channel: TelegramChannel, server: TelegramServer) -> None:
    if not CONTRACT.is_file():
        pytest.skip("the published contract is not on this machine")
    methods = json.loads(CONTRACT.read_text(encoding="utf-8"))["methods"]
    server.files["f"] = PICTURE
    server.write("foto", GROUP, document={"file_id": "f"}, message_thread_id=5, is_topic_message=True)
    [mention], cursor = read(channel)
    read(channel, cursor)
    channel.send(reply_to(mention))
    channel.send(reply_to(mention, files=(OutgoingFile("foto.png", "image/png", PICTURE),)))
    channel.send(reply_to(mention, files=(OutgoingFile("nota.pdf", "application/pdf", b"%PDF-"),)))
    channel.act("like", mention.external_id or "")
    channel.check()
    for request in server.asked(f"/bot{TOKEN}/"):
        fields = {each["name"]: each for each in methods[request.path.rpartition("/")[2]].get("fields", [])}
        is_json = request.headers.get("content-type", "") == "application/json"
        given = request.json() if is_json else {**request.query, **request.form(), **request.files()}
        assert set(given) <= set(fields)
        assert {name for name, field in fields.items() if field["required"]} <= set(given)
        for name, value in given.items():
            if is_json and fields[name]["types"] == ["Integer"]:
                assert isinstance(value, int)

"""X through the real HTTP client: walks that lose nothing, a daily limit that holds, answers that are found again."""

from __future__ import annotations

import json
import os
import random
import re
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention, RejectReason
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import Account, ChannelError, OutgoingFile, OutgoingReply, SearchTerms
from app.services.channels.x_posts import Included, Us, included, mention_of, message_of, words_of
from app.services.channels.x_v2 import KIND, NETWORK, XChannel
from tests.counterparts.http_server import Request
from tests.counterparts.x import ANA, TOKEN, US, XServer
from tests.fakes import FakeClock, FakeCredentials

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
REAL = Path(os.environ.get("BALCAO_REAL_DATA", "../shared/data")) / "channels"
CONTRACT = REAL / "contracts" / "x" / "openapi.json"
PICTURE = OutgoingFile("foto.png", "image/png", b"\x89PNG")
HOUR = timedelta(hours=1)


@pytest.fixture
def server() -> Iterator[XServer]:
    with XServer(NOW) as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


def opened(
    server: XServer, clock: FakeClock, token: str = TOKEN, terms: SearchTerms | None = None, **options: object
) -> XChannel:
    values = {"base_url": server.url, "client_id": "c", "daily_items": 1_000, "first_days": 7, **options}
    account = Account(1, "x", "Loja", values, terms or SearchTerms(("loja exemplo",), ("sorteio",), ("pt",)))
    channel = NETWORK.open(account=account, credentials=FakeCredentials(access_token=token), clock=clock)
    assert isinstance(channel, XChannel)
    return channel


@pytest.fixture
def channel(server: XServer, clock: FakeClock) -> Iterator[XChannel]:
    found = opened(server, clock)
    yield found
    found.close()


def read(channel: XChannel, cursor: str | None = None, stream: str = "mentions") -> tuple[list[IncomingMention], str]:
    found: list[IncomingMention] = []
    while True:
        page = channel.fetch(stream, cursor)
        found += page.mentions
        cursor = page.cursor
        if not page.has_more:
            return found, cursor


def reply_to(mention: IncomingMention, words: str = "Oi, Ana! Vamos ver.", **changes: Any) -> OutgoingReply:
    values: dict[str, Any] = {
        "key": "k1",
        "account_id": 1,
        "text": words,
        "visibility": Visibility.PRIVATE if mention.is_private else Visibility.PUBLIC,
        "in_reply_to": mention.external_id,
        "thread_key": mention.thread_key,
        "author_key": mention.author_key,
        "extra": mention.extra,
        "written_at": NOW,
        **changes,
    }
    return OutgoingReply(**values)


def problem_of(channel: XChannel, stream: str = "mentions", cursor: str | None = None) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        channel.fetch(stream, cursor)
    return caught.value


def test_a_mention_brings_its_author_figures_and_place(channel: XChannel, server: XServer) -> None:
    first = server.post("Comprei na @Loja &amp; não chegou https://t.co/abc", HOUR)
    first["entities"] = {"urls": [{"url": "https://t.co/abc", "expanded_url": "https://exemplo.com.br/pedido"}]}
    answer = server.post("@Loja alguém?", referenced_posts=[{"type": "replied_to", "id": first["id"]}])
    answer["conversation_id"] = first["id"]
    second, mention = read(channel)[0]
    assert mention.text == "Comprei na @Loja & não chegou https://exemplo.com.br/pedido"
    assert (mention.author_key, mention.author_name, mention.reach) == ("anas", "Ana Souza", 321)
    assert (mention.likes, mention.shares, mention.replies) == (4, 3, 3)
    assert mention.permalink == f"https://x.com/anas/status/{first['id']}"
    assert (mention.language, mention.is_direct, mention.is_private) == ("pt", True, False)
    assert mention.posted_at == NOW - HOUR
    assert (second.in_reply_to, second.thread_key) == (first["id"], f"{first['id']}:anas")


def test_reposts_quotes_and_edits(channel: XChannel, server: XServer) -> None:
    original = server.post("A loja exemplo é ótima, palavra por palavra", 3 * HOUR)
    server.post("RT @x: @Loja A loja…", 2 * HOUR, referenced_posts=[{"type": "retweeted", "id": original["id"]}])
    server.post("@Loja vejam", HOUR, referenced_posts=[{"type": "quoted", "id": original["id"]}])
    before = server.post("@Loja pedido 12", timedelta(minutes=9))
    server.post("@Loja pedido 13", edit_history_post_ids=[before["id"], "1"])
    edited, first, quote, repost = read(channel)[0]
    assert (repost.repost_of, repost.text, repost.is_direct) == (original["id"], original["text"], False)
    assert (quote.repost_of, quote.in_reply_to, quote.extra["quoted"]) == (None, original["id"], original["id"])
    assert (first.external_id, first.edited_at) == (edited.external_id, None)
    assert (edited.text, edited.edited_at) == ("@Loja pedido 13", NOW)
    assert edited.extra["post_id"] != edited.external_id


def test_pages_walk_back_and_a_kill_loses_nothing(channel: XChannel, server: XServer) -> None:
    server.page = 4
    for number in range(10):
        server.post(f"@loja {number}", timedelta(minutes=100 - number))
    first = channel.fetch("mentions", None)
    second = channel.fetch("mentions", first.cursor)
    server.post("@loja chegou durante a leitura")
    again, cursor = read(channel, first.cursor)  # the second page was read, but never stored
    assert second.has_more
    found = {each.text for each in [*first.mentions, *again]}
    assert found == {f"@loja {number}" for number in range(10)}
    later, _ = read(channel, cursor)
    assert "@loja chegou durante a leitura" in {each.text for each in later}


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_random_points_nothing_is_lost(
    channel: XChannel, server: XServer, clock: FakeClock, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - which day goes wrong, not a secret
    server.page = 3
    cursors: dict[str, str | None] = {"mentions": None, "messages": None, "search-1": None}
    stored: dict[str, set[str | None]] = {stream: set() for stream in cursors}
    for step in range(250):
        if step < 200 and chance.random() < 0.5:
            clock.advance(timedelta(seconds=chance.randrange(90)))
            server.now = clock.now()
            late = timedelta(seconds=chance.randrange(100))
            server.post(chance.choice(("@loja oi", "loja exemplo")), late)
            server.message("oi", late)
        stream = chance.choice(list(cursors))
        if chance.random() < 0.1:
            server.fail_next(chance.choice((400, 500)), path="/2/tweets/search")
        try:
            page = channel.fetch(stream, cursors[stream])
        except ChannelError:
            continue
        if chance.random() < 0.7:  # else killed before it was stored
            stored[stream] |= {each.external_id for each in page.mentions}
            cursors[stream] = page.cursor
    server.forget_tricks()
    for stream, cursor in cursors.items():
        stored[stream] |= {each.external_id for each in read(channel, cursor, stream)[0]}
        stored[stream] |= {each.external_id for each in read(channel, read(channel, cursor, stream)[1], stream)[0]}
    assert stored["messages"] == {f"dm:{each['id']}" for each in server.messages}
    assert stored["mentions"] == {each["id"] for each in server.posts if "@loja" in each["text"]}
    assert stored["search-1"] == {each["id"] for each in server.posts if "exemplo" in each["text"]}


def test_only_what_is_new_is_asked_and_a_late_post_is_still_found(channel: XChannel, server: XServer) -> None:
    server.post("@loja uma", HOUR)
    server.post("@loja duas", timedelta(minutes=1))
    _, cursor = read(channel)
    server.post("@loja atrasada", timedelta(minutes=2))
    found, _ = read(channel, cursor)
    assert [each.text for each in found] == ["@loja duas", "@loja atrasada"]
    assert "since_id" in server.asked("/2/users/100/mentions")[-1].query


def test_a_page_whose_token_is_too_old_begins_the_walk_anew(channel: XChannel, server: XServer) -> None:
    server.page = 2
    for number in range(4):
        server.post(f"@loja {number}", timedelta(minutes=9 - number))
    first = channel.fetch("mentions", None)
    server.fail_next(400, body={"detail": "Invalid pagination_token"}, path="/2/users/100/mentions")
    again = channel.fetch("mentions", first.cursor)
    assert (again.mentions, again.has_more) == ((), False)
    assert len(read(channel, again.cursor)[0]) == 4
    assert len(read(channel, "no json")[0]) == 4


def test_the_search_asks_for_the_terms_and_keeps_within_a_week(
    server: XServer, clock: FakeClock, channel: XChannel
) -> None:
    server.post("A loja exemplo errou", HOUR)
    server.post("loja exemplo faz sorteio", HOUR)
    server.post("loja exemplo, oi @loja", HOUR)
    server.post("minha loja exemplo", HOUR, author=US)
    server.post("loja exemplo antiga", timedelta(days=9))
    assert channel.streams == ("mentions", "own", "messages", "search-1")
    [mention], cursor = read(channel, None, "search-1")
    assert (mention.text, mention.is_direct) == ("A loja exemplo errou", False)
    assert channel.count("search-1", NOW.date()) == 1
    assert channel.count("search-1", NOW.date() - timedelta(days=1)) == 0
    assert channel.count("search-1", NOW.date() - timedelta(days=20)) is None
    assert channel.count("mentions", NOW.date()) is None
    clock.advance(timedelta(days=20))
    server.now = clock.now()
    server.post("loja exemplo de novo")
    assert len(read(channel, cursor, "search-1")[0]) == 1
    assert problem_of(channel, "search-2").problem is Problem.NOT_SUPPORTED


def test_other_terms_do_not_go_on_with_the_old_page(server: XServer, clock: FakeClock, channel: XChannel) -> None:
    server.page = 1
    server.post("loja exemplo e marca", HOUR)
    server.post("loja exemplo", HOUR)
    first = channel.fetch("search-1", None)
    assert first.has_more
    other = opened(server, clock, terms=SearchTerms(("marca",)))
    assert [each.text for each in other.fetch("search-1", first.cursor).mentions] == ["loja exemplo e marca"]
    other.close()


def test_exclusions_without_a_place_in_the_question_are_left_out_here(server: XServer, clock: FakeClock) -> None:
    terms = SearchTerms(("loja exemplo",), tuple(f"assunto proibido {number}" for number in range(80)))
    channel = opened(server, clock, terms=terms)
    server.post("loja exemplo e Assunto Proibido 79")
    server.post("loja exemplo")
    assert [each.text for each in read(channel, None, "search-1")[0]] == ["loja exemplo"]
    channel.close()


def test_messages_are_read_back_to_the_last_ones(channel: XChannel, server: XServer) -> None:
    server.page = 2
    server.message("muito antiga", timedelta(days=20))
    for number in range(5):
        server.message(f"mensagem {number}", timedelta(minutes=50 - 10 * number))
    found, cursor = read(channel, None, "messages")
    assert [each.text for each in found if each.text != "muito antiga"] == [f"mensagem {n}" for n in (4, 3, 2, 1, 0)]
    asked = len(server.asked("/2/dm_events"))
    server.message("nova", attachments={"media_keys": ["3_1"]})
    later, _ = read(channel, cursor, "messages")
    assert later[0].text == "nova"
    assert len(server.asked("/2/dm_events")) - asked <= 2
    assert (later[0].is_private, later[0].is_direct, later[0].thread_key) == (True, True, "100-200")
    assert later[0].author_key == "anas"
    assert later[0].attachments[0].content is None


def test_what_we_wrote_comes_back_as_ours(channel: XChannel, server: XServer) -> None:
    theirs = server.post("@loja oi")
    server.post("@AnaS olá", author=US, referenced_posts=[{"type": "replied_to", "id": theirs["id"]}])
    server.message("olá, Ana", sender=US)
    [own] = channel.fetch("own", None).own
    assert (own.text, own.in_reply_to) == ("@AnaS olá", theirs["id"])
    assert own.figures is not None
    assert own.figures.reach == 50
    [message] = channel.fetch("messages", None).own
    assert (message.text, message.is_private) == ("olá, Ana", True)


def test_nothing_is_read_until_a_daily_limit_is_set(server: XServer, clock: FakeClock) -> None:
    channel = opened(server, clock, daily_items=0)
    assert channel.streams == ()
    assert {each.problem for each in channel.check().findings if not each.works} == {Problem.QUOTA_SPENT}
    channel.close()
    assert next(each for each in KIND.fields if each.key == "daily_items").default == "0"
    assert KIND.cost_per_item == 5_000


def test_the_daily_limit_holds_over_all_streams_and_a_restart(server: XServer, clock: FakeClock) -> None:
    for number in range(20):
        server.post(f"@loja {number}", timedelta(minutes=60 + number))
        server.message(f"mensagem {number}", timedelta(minutes=60 + number))
    channel = opened(server, clock, daily_items=8)
    first = channel.fetch("mentions", None)
    assert len(first.mentions) == 8
    for stream in ("mentions", "messages"):
        error = problem_of(channel, stream, first.cursor if stream == "mentions" else None)
        assert (error.problem, error.facts) == (Problem.QUOTA_SPENT, {"why": "daily_items"})
        assert error.retry_after == timedelta(hours=10)
    channel.close()
    restarted = opened(server, clock, daily_items=8)
    assert problem_of(restarted, "mentions", first.cursor).problem is Problem.QUOTA_SPENT
    clock.advance(timedelta(hours=11))
    assert len(restarted.fetch("mentions", first.cursor).mentions) == 8
    restarted.close()


def test_pictures_come_along_only_from_xs_own_hosts(channel: XChannel, server: XServer) -> None:
    server.included_media = [
        {"media_key": "3_1", "type": "photo", "url": f"{server.url}/picture/10"},
        {"media_key": "3_2", "type": "photo", "url": "http://192.0.2.1/interno.png"},
        {"media_key": "7_3", "type": "video", "preview_image_url": "https://pbs.twimg.com/v.jpg"},
        {"media_key": "3_4", "type": "photo", "url": f"{server.url}/nothing"},
    ]
    server.post("@loja veja", attachments={"media_keys": ["3_1", "3_2", "7_3", "3_4"]})
    [mention] = read(channel)[0]
    assert [len(each.content or b"") for each in mention.attachments] == [12, 0, 0]
    assert "https://pbs.twimg.com/v.jpg" in mention.extra["media"]
    assert "authorization" not in server.asked("/picture")[0].headers


def test_an_answer_hangs_under_its_post_and_parts_under_each_other(channel: XChannel, server: XServer) -> None:
    post = server.post("@loja oi")
    [mention] = read(channel)[0]
    first = channel.send(reply_to(mention, "Primeira (1/2)", files=(PICTURE,)))
    second = channel.send(reply_to(mention, "Segunda (2/2)", previous_id=first.external_id))
    assert server.sent[0]["reply"] == {"in_reply_to_tweet_id": post["id"]}
    assert server.sent[1]["reply"] == {"in_reply_to_tweet_id": first.external_id}
    assert server.media[server.sent[0]["media"]["media_ids"][0]] == ("tweet_image", PICTURE.content)
    assert second.permalink == f"https://x.com/i/status/{second.external_id}"


def test_a_private_answer_goes_to_the_conversation_or_to_the_author(channel: XChannel, server: XServer) -> None:
    server.message("oi")
    server.post("@loja oi")
    [message], [mention] = read(channel, None, "messages")[0], read(channel)[0]
    receipt = channel.send(reply_to(message, "Olá"))
    channel.send(reply_to(mention, "Olá de novo", visibility=Visibility.PRIVATE, files=(PICTURE,)))
    assert [each["conversation"] for each in server.messages_sent] == ["100-200", f"with/{ANA}"]
    assert str(receipt.external_id).startswith("dm:")
    assert server.messages_sent[1]["attachments"] == [{"media_id": "900"}]
    with pytest.raises(ChannelError) as caught:
        channel.send(reply_to(message, "x", files=(PICTURE, PICTURE)))
    assert caught.value.problem is Problem.FILE_REFUSED
    with pytest.raises(ChannelError) as caught:
        channel.send(reply_to(mention, "x", visibility=Visibility.PRIVATE, extra={}))
    assert caught.value.problem is Problem.TARGET_GONE


def test_an_answer_whose_receipt_was_lost_is_found_again(channel: XChannel, server: XServer) -> None:
    server.post("@loja oi", HOUR)
    server.message("oi", HOUR)
    [mention], [message] = read(channel)[0], read(channel, None, "messages")[0]
    words = "Café & pão: veja exemplo.com.br/ajuda/"
    for asked, path in ((mention, "/2/tweets"), (message, "/2/dm_conversations")):
        reply = reply_to(asked, words)
        assert channel.find_sent(reply) is None
        server.lose_next(path=path, method="POST")
        with pytest.raises(ChannelError) as caught:
            channel.send(reply)
        assert not caught.value.is_certain
        if not asked.is_private:
            link = {"url": "https://t.co/z", "expanded_url": "http://exemplo.com.br/ajuda"}
            server.posts[-1] |= {
                "text": "@AnaS Café &amp; pão: veja https://t.co/z",
                "entities": {"urls": [link]},
            }
        found = channel.find_sent(reply)
        assert found is not None
        assert str(found.external_id).removeprefix("dm:") in {each["id"] for each in [*server.posts, *server.messages]}
        assert channel.find_sent(replace(reply, written_at=NOW + HOUR)) is None
        assert channel.find_sent(replace(reply, text="Outra coisa")) is None


def test_an_answer_is_not_absent_while_there_is_more_to_look_through(channel: XChannel, server: XServer) -> None:
    server.post("@loja oi", HOUR)
    server.message("oi", HOUR)
    [mention] = read(channel)[0]
    [message] = read(channel, stream="messages")[0]
    for asked in (mention, message):
        reply = reply_to(asked, "Já vamos ver")
        receipt = channel.send(reply)
        server.now += timedelta(seconds=1)
        for number in range(60):
            server.post(f"outra {number}", author=US)
            server.message(f"outra {number}", sender=US)
        assert channel.find_sent(reply) == receipt
        for number in range(400):
            server.post(f"e mais {number}", author=US)
            server.message(f"e mais {number}", sender=US)
        with pytest.raises(ChannelError) as caught:
            channel.find_sent(reply)
        assert caught.value.problem is Problem.NO_ANSWER


def test_what_cannot_be_read_or_is_looked_up_counts_as_read(
    channel: XChannel, server: XServer, clock: FakeClock
) -> None:
    server.post("@loja oi", HOUR)
    [mention] = read(channel)[0]
    limited = opened(server, clock, daily_items=30)
    try:
        server.shape_next({"data": [{"text": "sem nada"}] * 8, "meta": {}}, path=f"/2/users/{US}/mentions")
        assert len(limited.fetch("mentions", None).rejected) == 8
        for _ in range(20):
            server.post("nossa", author=US)
        assert limited.find_sent(reply_to(mention, "Nunca")) is None
        assert len(limited.figures([mention.external_id or "", "1"])) == 1
        assert problem_of(limited, "messages").problem is Problem.QUOTA_SPENT
    finally:
        limited.close()


def test_pictures_that_do_not_arrive_leave_the_answer_certain(channel: XChannel, server: XServer) -> None:
    server.post("@loja oi")
    [mention] = read(channel)[0]
    cases = (
        (lambda: server.lose_next(path="/2/media"), Problem.NO_NETWORK),
        (lambda: server.fail_next(413, path="/2/media"), Problem.TEXT_TOO_LONG),
        (lambda: server.shape_next({}, path="/2/media"), Problem.FILE_REFUSED),
        (lambda: server.fail_next(400, path="/2/media"), Problem.FILE_REFUSED),
    )
    for prepare, problem in cases:
        prepare()
        with pytest.raises(ChannelError) as caught:
            channel.send(reply_to(mention, files=(PICTURE,)))
        assert (caught.value.problem, caught.value.is_certain) == (problem, True)
    assert server.sent == []


@pytest.mark.parametrize(
    ("status", "detail", "problem"),
    [
        (403, "You are not allowed to create a Post with duplicate content.", Problem.DUPLICATE_REFUSED),
        (403, "You attempted to reply to a Post that is deleted or not visible to you.", Problem.TARGET_GONE),
        (403, "Reply is not allowed because you have not been mentioned by the author", Problem.RECIPIENT_REFUSED),
        (400, "Your Post text is too long.", Problem.TEXT_TOO_LONG),
        (403, "You cannot send messages to this user.", Problem.RECIPIENT_REFUSED),
        (403, "The token is missing a required scope", Problem.SCOPE_MISSING),
        (400, "Your media IDs are invalid.", Problem.FILE_REFUSED),
        (401, "Unauthorized", Problem.TOKEN_REVOKED),
        (404, "Not Found", Problem.TARGET_GONE),
        (402, "Your account does not have any credits", Problem.QUOTA_SPENT),
        (403, "Something else", Problem.SCOPE_MISSING),
    ],
)
def test_every_refusal_of_an_answer_has_its_name(
    channel: XChannel, server: XServer, status: int, detail: str, problem: Problem
) -> None:
    server.post("@loja oi")
    [mention] = read(channel)[0]
    server.fail_next(status, body={"title": "No", "errors": [{"message": detail}]}, path="/2/tweets")
    with pytest.raises(ChannelError) as caught:
        channel.send(reply_to(mention))
    assert (caught.value.problem, caught.value.is_certain) == (problem, True)


def test_limits_say_when_to_ask_again(channel: XChannel, server: XServer) -> None:
    channel.fetch("mentions", None)
    reset = {"x-rate-limit-reset": str(int(NOW.timestamp()) + 840)}
    server.fail_next(429, headers=reset, body={"title": "Too Many Requests"})
    error = problem_of(channel)
    assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, timedelta(minutes=14))
    server.fail_next(429, headers={"Retry-After": "9"})
    assert problem_of(channel).retry_after == timedelta(seconds=9)
    server.fail_next(429, headers={"x-rate-limit-reset": "9" * 17})
    assert problem_of(channel).retry_after is None
    capped = {"title": "UsageCapExceeded", "type": "https://api.twitter.com/2/problems/usage-capped"}
    server.fail_next(429, body=capped)
    assert problem_of(channel).problem is Problem.QUOTA_SPENT
    server.fail_next(403, body={"title": "CreditsDepleted", "detail": "no credits"})
    assert problem_of(channel).problem is Problem.QUOTA_SPENT
    server.fail_next(503, body="words")
    assert problem_of(channel).problem is Problem.SERVER_ERROR


def test_bodies_of_another_shape(channel: XChannel, server: XServer) -> None:
    assert channel.fetch("mentions", None).mentions == ()
    server.shape_next({"data": [{"text": "sem id"}, "no object", {"id": "1", "created_at": "x"}], "meta": {}})
    page = channel.fetch("mentions", None)
    assert [each.reason for each in page.rejected] == [RejectReason.BAD_STRUCTURE] * 3
    server.shape_next({"data": [{"id": "1", "created_at": "2026-01-01T00:00:00Z"}], "meta": {}}, path="/2/dm")
    assert len(channel.fetch("messages", None).rejected) == 1
    for shape in ([], {"data": {}}, {}, b"<html>"):
        server.shape_next(shape)
        assert problem_of(channel).problem is Problem.UNREADABLE
    fresh = opened(server, FakeClock(NOW))
    server.shape_next({"data": {}}, path="/2/users/me")
    assert problem_of(fresh).problem is Problem.UNREADABLE
    fresh.close()


def test_an_answer_that_arrived_with_an_unreadable_receipt_is_uncertain(channel: XChannel, server: XServer) -> None:
    server.post("@loja oi")
    [mention] = read(channel)[0]
    server.shape_next(b"<html>", path="/2/tweets")
    with pytest.raises(ChannelError) as caught:
        channel.send(reply_to(mention))
    assert (caught.value.problem, caught.value.is_certain) == (Problem.UNREADABLE, False)


def test_a_wrong_token_and_the_check(channel: XChannel, server: XServer, clock: FakeClock) -> None:
    stranger = opened(server, clock, token="old")
    assert problem_of(stranger).problem is Problem.TOKEN_REVOKED
    stranger.close()
    checked = channel.check()
    assert checked.account_name == "@Loja"
    assert all(each.works for each in checked.findings)
    server.access_level = "read"
    server.fail_next(403, path="/2/dm_events", body={"detail": "scope"})
    broken = {each.ability: each.problem for each in channel.check().findings}
    assert broken[Ability.READ_PRIVATE] is Problem.SCOPE_MISSING
    assert broken[Ability.REPLY_PUBLIC] is Problem.SCOPE_MISSING
    assert server.sent == []


def test_hiding_and_liking_twice_is_harmless(channel: XChannel, server: XServer) -> None:
    for kind in ("hide", "unhide", "like", "like", "unlike", "unlike"):
        channel.act(kind, "55")
    assert (server.hidden, server.likes) == ({"55": False}, set())
    for kind, key in (("like", "dm:5"), ("follow", "5")):
        with pytest.raises(ChannelError):
            channel.act(kind, key)


def test_figures_leave_out_what_is_gone_and_count_for_the_limit(
    channel: XChannel, server: XServer, clock: FakeClock
) -> None:
    post = server.post("@loja oi")
    [figures] = channel.figures([post["id"], "7", "dm:9"])
    assert (figures.external_id, figures.likes, figures.reach) == (post["id"], 4, None)
    assert channel.figures(["dm:9"]) == []
    modest = opened(server, clock, daily_items=2)
    assert len(modest.figures([post["id"], "7"])) == 1
    with pytest.raises(ChannelError) as caught:
        modest.figures([post["id"]])
    assert caught.value.problem is Problem.QUOTA_SPENT
    assert problem_of(modest).problem is Problem.QUOTA_SPENT
    clock.advance(timedelta(days=1))
    with pytest.raises(ChannelError):
        modest.figures([post["id"], "7", "8"])
    assert len(modest.figures([post["id"]])) == 1
    modest.close()
    assert not channel.wait(threading.Event(), 0.01)


def test_every_ability_is_told_and_the_sign_in_asks_for_a_lasting_token() -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert KIND.oauth is not None
    assert "offline.access" in KIND.oauth.scopes


def test_recorded_answers_are_read_without_loss() -> None:
    folder = REAL / "payloads" / "x"
    if not folder.is_dir():
        pytest.skip("the recorded answers are not on this machine")
    names = ("timeline_timeline_mentions", "searches_search_tweets_query", "searches_search_tweets_for_nyc")
    for name in (*names, "timeline_timeline_tweets", "tweet_tweet_quote_tweets_resp"):
        body = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        for post in body["data"]:
            if "created_at" not in post:
                continue
            found = mention_of(post, included(body), Us("1", "nobody"), lambda _: None, is_addressed=True)
            assert isinstance(found, IncomingMention)
            assert found.external_id in {post["id"], *post.get("edit_history_tweet_ids", [])}
            assert found.text == words_of(post) or found.repost_of
    body = json.loads((folder / "dm_events_events.json").read_text(encoding="utf-8"))
    [message] = [message_of(each, Included({}, {}, {}), Us("1", "nobody")) for each in body["data"]]
    assert isinstance(message, IncomingMention)
    assert message.text.startswith("Another photo")


def test_our_requests_fit_the_published_contract(channel: XChannel, server: XServer) -> None:
    if not CONTRACT.is_file():
        pytest.skip("the published contract is not on this machine")
    contract = json.loads(CONTRACT.read_text(encoding="utf-8"))
    server.page = 5
    for number in range(7):
        server.post(f"@loja e loja exemplo {number}", HOUR)
        server.message(f"oi {number}", HOUR)
    mentions, cursor = read(channel)
    read(channel, cursor)
    for stream in ("own", "search-1", "messages"):
        read(channel, read(channel, None, stream)[1], stream)
    [message, *_], mention = read(channel, None, "messages")[0], mentions[0]
    channel.send(reply_to(mention, files=(PICTURE,)))
    channel.send(reply_to(message, files=(PICTURE,)))
    channel.send(reply_to(mention, "oi", visibility=Visibility.PRIVATE))
    for reply in (reply_to(mention), reply_to(message), reply_to(mention, visibility=Visibility.PRIVATE)):
        channel.find_sent(reply)
    for kind in ("hide", "like", "unlike"):
        channel.act(kind, mention.external_id or "")
    channel.figures([mention.external_id or ""])
    channel.count("search-1", NOW.date() - timedelta(days=1))
    channel.check()
    assert len(server.requests) > 20
    for request in server.requests:
        _fits(contract, request)


def _fits(contract: dict[str, Any], request: Request) -> None:
    """Raise unless a request is one that the contract knows, with values that it allows."""
    templates = sorted(contract["paths"], key=lambda each: each.count("{"))
    template = next(
        each
        for each in templates
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", each), request.path)
        and request.method.lower() in contract["paths"][each]
    )
    operation = contract["paths"][template][request.method.lower()]
    allowed = {found["name"]: found for each in operation.get("parameters", []) if (found := _whole(each, contract))}
    query = {name: values[-1] for name, values in request.query.items()}
    assert set(query) <= set(allowed)
    assert {name for name, each in allowed.items() if each.get("required") and each["in"] == "query"} <= set(query)
    for name, value in query.items():
        schema = _whole(allowed[name]["schema"], contract)
        _fits_schema(value.split(",") if schema.get("type") == "array" else value, schema, contract)
    if request.body:
        kind = request.headers["content-type"].partition(";")[0]
        _fits_schema(_body(request), operation["requestBody"]["content"][kind]["schema"], contract)


def _body(request: Request) -> object:
    if request.headers["content-type"] == "application/json":
        return request.json()
    return {name: each[-1] for name, each in request.form().items()} | dict.fromkeys(request.files(), "file")


def _whole(value: dict[str, Any], contract: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in value:
        return value
    _, kind, name = value["$ref"].rsplit("/", 2)
    found: dict[str, Any] = contract["components"][kind][name]
    return found


def _fits_schema(value: object, schema: dict[str, Any], contract: dict[str, Any]) -> None:
    schema = _whole(schema, contract)
    if isinstance(value, dict):
        assert set(value) <= set(schema.get("properties", {}))
        assert set(schema.get("required", [])) <= set(value)
        for name, inner in value.items():
            _fits_schema(inner, schema["properties"][name], contract)
    elif isinstance(value, list):
        for inner in value:
            _fits_schema(inner, schema["items"], contract)
    else:
        assert value in schema.get("enum", [value])
        assert re.search(schema.get("pattern", ""), str(value))
        if schema.get("type") == "integer":
            assert schema.get("minimum", 0) <= int(str(value)) <= schema.get("maximum", 10**9)

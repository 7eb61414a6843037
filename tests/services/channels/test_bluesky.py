"""Bluesky through real HTTP: what people write arrives once, what we answer stands there once, as the lexicons say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import Visibility
from app.services.channels import bluesky_messages
from app.services.channels.base import (
    Account,
    ChannelError,
    Fetched,
    Figures,
    OutgoingFile,
    OutgoingReply,
    Removal,
    SearchTerms,
)
from app.services.channels.bluesky import KIND, NETWORK, Bluesky
from app.services.channels.bluesky_session import server_of
from app.services.channels.bluesky_writing import facets_of, record_key
from tests.counterparts.bluesky import PASSWORD, BlueskyCounterpart
from tests.counterparts.http_server import Request
from tests.counterparts.lexicon import LEXICONS, faults_of
from tests.fakes import FakeClock, FakeCredentials

PICTURE = OutgoingFile("foto.png", "image/png", b"\x89PNG...")
WRITTEN = datetime(2026, 11, 21, 13, 0, 7, 123456, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[BlueskyCounterpart]:
    with BlueskyCounterpart() as made:
        yield made
        assert [fault for each in made.requests if each.path.startswith("/xrpc/") for fault in faults_of(each)] == []


@pytest.fixture
def open_it(server: BlueskyCounterpart, clock: FakeClock) -> Iterator[Callable[..., Bluesky]]:
    opened: list[Bluesky] = []

    def make(
        *,
        terms: SearchTerms | None = None,
        password: str = PASSWORD,
        secrets: FakeCredentials | None = None,
        **options: str,
    ) -> Bluesky:
        account = Account(
            1, "bluesky", "Loja", {"handle": "@Loja.example", "base_url": server.url, **options}, terms or SearchTerms()
        )
        secrets = secrets or FakeCredentials(password=password)
        opened.append(NETWORK.open(account=account, credentials=secrets, clock=clock))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def channel(open_it: Callable[..., Bluesky]) -> Bluesky:
    return open_it()


def read(channel: Any, stream: str, cursor: str | None = None) -> tuple[list[IncomingMention], str, list[Fetched]]:
    """Read to the end; what came, the last cursor, the pages."""
    pages: list[Fetched] = []
    while not pages or pages[-1].has_more:
        pages.append(channel.fetch(stream, cursor))
        cursor = pages[-1].cursor
        assert len(pages) < 50
    assert cursor is not None
    return [each for page in pages for each in page.mentions], cursor, pages


def failure(call: Callable[[], object]) -> ChannelError:
    with pytest.raises(ChannelError) as found:
        call()
    return found.value


def answer_to(mention: IncomingMention, text: str = "Oi! Já vamos ver.", **changes: Any) -> OutgoingReply:
    reply = OutgoingReply(
        key="reply-1",
        account_id=1,
        text=text,
        visibility=Visibility.PRIVATE if mention.is_private else Visibility.PUBLIC,
        in_reply_to=mention.external_id,
        thread_key=mention.thread_key,
        author_key=mention.author_key,
        extra=mention.extra,
        written_at=WRITTEN,
    )
    return replace(reply, **changes)


def test_a_mention_arrives_with_all_that_is_known(server: BlueskyCounterpart, channel: Bluesky) -> None:
    uri = server.write("@loja.example cadê meu pedido?")
    server.posts[uri]["embed"] = {"images": [{"fullsize": f"{server.url}/img/1", "alt": "caixa vazia"}]}
    server.write("conversa de outros")
    (mention,), _, _ = read(channel, "mentions")
    assert (mention.external_id, mention.text) == (uri, "@loja.example cadê meu pedido?")
    assert (mention.author_key, mention.author_name, mention.language) == ("ana.example", "ana.example", "pt")
    assert mention.permalink == f"https://bsky.app/profile/ana.example/post/{uri.rpartition('/')[2]}"
    assert mention.thread_key == f"{uri}:did:plc:anaexample"
    assert (mention.likes, mention.shares, mention.replies, mention.reach) == (2, 4, 0, None)
    assert (mention.is_direct, mention.is_private) == (True, False)
    assert mention.posted_at == datetime(2026, 11, 21, 13, 0, 1, tzinfo=UTC)
    assert [each.content for each in mention.attachments] == [b"picture 1"]
    assert mention.extra["media_text"] == "caixa vazia"
    assert mention.extra["cid"] == server.posts[uri]["cid"]


def test_nothing_is_lost_and_nothing_comes_twice(server: BlueskyCounterpart, channel: Bluesky) -> None:
    wanted = {server.write(f"@loja.example número {number}") for number in range(130)}
    first = channel.fetch("mentions", None)
    assert first.has_more
    late = server.write("@loja.example no meio da leitura")
    rest, cursor, _ = read(channel, "mentions", first.cursor)
    assert {each.external_id for each in (*first.mentions, *rest)} == wanted
    again, cursor, _ = read(channel, "mentions", cursor)
    assert [each.external_id for each in again] == [late]
    assert read(channel, "mentions", cursor)[0] == []


def test_a_quote_and_an_answer_to_us(server: BlueskyCounterpart, channel: Bluesky) -> None:
    ours = server.write("Promoção!", by="loja.example")
    answer = server.write("acabou?", reply_to=ours)
    embed = {"$type": "app.bsky.embed.record", "record": {"uri": ours, "cid": "x"}}
    quote = server.write("olhem isso", embed=embed)
    mentions, _, _ = read(channel, "mentions")
    assert {each.external_id: each.is_direct for each in mentions} == {answer: True, quote: False}
    assert mentions[1].in_reply_to == ours
    assert mentions[0].extra["quoted"] == ours
    assert mentions[1].thread_key == f"{ours}:did:plc:anaexample"


def test_an_answer_has_root_parent_links_and_pictures(server: BlueskyCounterpart, channel: Bluesky) -> None:
    root = server.write("alguém conhece?", by="rui.example")
    uri = server.write("@loja.example veja", reply_to=root)
    (mention,), _, _ = read(channel, "mentions")
    text = "Olá @ana.example! Ações em https://loja.example/trocas#já. #SAC @ninguem.example"
    receipt = channel.send(answer_to(mention, text, files=(PICTURE,)))
    (post,) = server.answers_to(uri)
    record = post["record"]
    assert receipt.external_id == post["uri"]
    assert receipt.permalink == f"https://bsky.app/profile/loja.example/post/{post['uri'].rpartition('/')[2]}"
    assert record["reply"]["root"] == {"uri": root, "cid": server.posts[root]["cid"]}
    assert record["reply"]["parent"] == {"uri": uri, "cid": server.posts[uri]["cid"]}
    assert record["createdAt"] == "2026-11-21T13:00:07.123Z"
    cut = [record["text"].encode()[e["index"]["byteStart"] : e["index"]["byteEnd"]].decode() for e in record["facets"]]
    assert cut == ["@ana.example", "https://loja.example/trocas#já", "#SAC"]
    assert record["facets"][0]["features"][0]["did"] == "did:plc:anaexample"
    assert record["embed"]["images"][0]["image"]["mimeType"] == "image/png"
    assert server.blobs == [("image/png", PICTURE.content)]


def test_the_same_key_is_the_same_post(server: BlueskyCounterpart, open_it: Callable[..., Bluesky]) -> None:
    uri = server.write("@loja.example oi")
    (mention,), _, _ = read(open_it(), "mentions")
    channel = open_it()
    assert channel.find_sent(answer_to(mention)) is None
    server.lose_next(path="/xrpc/com.atproto.repo.putRecord")
    assert failure(lambda: channel.send(answer_to(mention))).is_certain is False
    found = open_it().find_sent(answer_to(mention))
    assert found is not None
    assert channel.send(answer_to(mention)) == found
    assert len(server.answers_to(uri)) == 1
    assert channel.find_sent(answer_to(mention, key="reply-2")) is None


def test_parts_hang_on_each_other(server: BlueskyCounterpart, channel: Bluesky) -> None:
    uri = server.write("@loja.example oi")
    (mention,), _, _ = read(channel, "mentions")
    first = channel.send(answer_to(mention, "parte um (1/2)"))
    second = channel.send(answer_to(mention, "parte dois (2/2)", key="reply-1-2", previous_id=first.external_id))
    (child,) = server.answers_to(first.external_id or "")
    assert child["uri"] == second.external_id
    assert child["record"]["reply"]["root"]["uri"] == uri
    error = failure(lambda: channel.send(answer_to(mention, previous_id="at://did:plc:x/app.bsky.feed.post/none")))
    assert (error.problem, error.is_certain) == (Problem.TARGET_GONE, True)


def test_the_answer_to_our_answer_threads(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.write("@loja.example oi")
    (mention,), cursor, _ = read(channel, "mentions")
    receipt = channel.send(answer_to(mention))
    server.write("obrigada!", reply_to=receipt.external_id)
    (thanks,), _, _ = read(channel, "mentions", cursor)
    assert (thanks.in_reply_to, thanks.thread_key) == (receipt.external_id, mention.thread_key)
    own = [each for page in read(channel, "own")[2] for each in page.own]
    assert [(each.external_id, each.in_reply_to) for each in own] == [(receipt.external_id, mention.external_id)]


def test_what_an_answer_needs_is_asked_for_when_it_was_not_kept(server: BlueskyCounterpart, channel: Bluesky) -> None:
    root = server.write("pergunta", by="rui.example")
    uri = server.write("@loja.example oi", reply_to=root)
    (mention,), _, _ = read(channel, "mentions")
    channel.send(answer_to(mention, extra={}))
    assert server.answers_to(uri)[0]["record"]["reply"]["root"]["uri"] == root
    server.delete(uri)
    assert failure(lambda: channel.send(answer_to(mention, extra={}))).problem is Problem.TARGET_GONE


def test_an_answer_that_nobody_would_see_is_not_sent(server: BlueskyCounterpart, channel: Bluesky) -> None:
    uri = server.write("@loja.example oi")
    server.posts[uri]["viewer"] = {"replyDisabled": True}
    (mention,), _, _ = read(channel, "mentions")
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.facts) == (Problem.REFUSED, {"why": "replies_closed"})


def test_lengths_are_counted_as_people_count(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.write("@loja.example oi")
    (mention,), _, _ = read(channel, "mentions")
    assert failure(lambda: channel.send(answer_to(mention, "x" * 301))).problem is Problem.TEXT_TOO_LONG
    assert failure(lambda: channel.send(answer_to(mention, "👩‍👩‍👧‍👦" * 301))).problem is Problem.TEXT_TOO_LONG
    said = {"error": "InvalidRequest", "message": "Record/text must not be longer than 300 graphemes"}
    server.fail_next(400, body=said, path="/xrpc/com.atproto.repo.putRecord")
    assert failure(lambda: channel.send(answer_to(mention))).problem is Problem.TEXT_TOO_LONG


def test_private_messages_come_and_are_answered(server: BlueskyCounterpart, channel: Bluesky) -> None:
    first = server.message("meu CPF é...")
    other = server.message("oi", by="rui.example")
    mentions, cursor, _ = read(channel, "messages")
    by_id = {each.external_id: each for each in mentions}
    assert set(by_id) == {first, other}
    mention = by_id[first]
    assert (mention.is_private, mention.is_direct, mention.author_key) == (True, True, "ana.example")
    assert mention.thread_key == "convo-ana.example"
    receipt = channel.send(answer_to(mention))
    again = server.message("obrigada")
    later, cursor, pages = read(channel, "messages", cursor)
    assert {each.external_id for each in later} == {first, again}  # a little overlap, which intake recognises
    assert {each.thread_key for each in later} == {mention.thread_key}
    assert receipt.external_id in [each.external_id for page in pages for each in page.own]
    assert [each for page in read(channel, "messages", cursor)[2] for each in (*page.mentions, *page.own)] == []


def test_long_conversations_are_read_in_pages_from_any_cursor(
    server: BlueskyCounterpart, open_it: Callable[..., Bluesky]
) -> None:
    wanted = {server.message(f"número {number}") for number in range(230)}
    wanted |= {server.message(f"oi {number}", by="rui.example") for number in range(3)}
    found: set[str | None] = set()
    cursor: str | None = None
    has_more = True
    while has_more:
        page = open_it().fetch("messages", cursor)
        found |= {each.external_id for each in page.mentions}
        cursor, has_more = page.cursor, page.has_more
    assert found == wanted
    late = server.message("mais uma")
    assert late in {each.external_id for each in read(open_it(), "messages", cursor)[0]}


def test_more_conversations_than_one_turn_lists_are_all_read(
    server: BlueskyCounterpart, channel: Bluesky, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bluesky_messages, "_PAGE", 4)
    monkeypatch.setattr(bluesky_messages, "_MOST_LISTS", 2)
    wanted = {server.message("oi", by=f"pessoa{number}.example") for number in range(30)}
    server.now += timedelta(hours=1)
    found: list[str | None] = []
    cursor, pages, has_more = None, 0, True
    while has_more:
        page = channel.fetch("messages", cursor)
        found += [each.external_id for each in page.mentions]
        cursor, pages, has_more = page.cursor, pages + 1, page.has_more
        if pages == 3:  # somebody far down the list writes again and moves to its head
            wanted.add(server.message("alô?", by="pessoa0.example"))
        assert pages < 60
    assert set(found) == wanted
    again = server.message("e agora?", by="pessoa7.example")
    assert again in {each.external_id for each in read(channel, "messages", cursor)[0]}


def test_an_answer_is_not_absent_while_there_is_more_to_look_through(
    server: BlueskyCounterpart, channel: Bluesky
) -> None:
    server.message("oi")
    (mention,), _, _ = read(channel, "messages")
    reply = answer_to(mention, written_at=server.now)
    receipt = channel.send(reply)
    for number in range(300):
        server.message(f"e mais {number}")
    assert channel.find_sent(reply) == receipt
    for number in range(300):
        server.message(f"e ainda {number}")
    assert failure(lambda: channel.find_sent(reply)).problem is Problem.NO_ANSWER
    server.messages["convo-ana.example"][-1]["sentAt"] = "ontem"
    assert failure(lambda: channel.find_sent(reply)).problem is Problem.NO_ANSWER
    late = replace(reply, text="outra", written_at=server.now + timedelta(hours=1))
    assert channel.find_sent(late) is None


def test_a_private_answer_that_may_have_arrived_is_looked_up(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.message("oi")
    (mention,), _, _ = read(channel, "messages")
    reply = answer_to(mention, written_at=server.now)
    assert channel.find_sent(reply) is None
    server.lose_next(path="/xrpc/chat.bsky.convo.sendMessage")
    assert failure(lambda: channel.send(reply)).is_certain is False
    found = channel.find_sent(reply)
    assert found is not None
    assert found.external_id == f"convo-ana.example/{server.messages['convo-ana.example'][-1]['id']}"
    assert channel.find_sent(replace(reply, written_at=server.now + timedelta(hours=1))) is None
    assert failure(lambda: channel.send(replace(reply, files=(PICTURE,)))).problem is Problem.FILE_REFUSED


def test_a_public_mention_is_answered_in_private_when_they_accept(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.write("@loja.example oi")
    (mention,), _, _ = read(channel, "mentions")
    reply = answer_to(mention, visibility=Visibility.PRIVATE)
    channel.send(reply)
    assert server.messages["convo-ana.example"][-1]["text"] == "Oi! Já vamos ver."
    server.shy.add("did:plc:anaexample")
    error = failure(lambda: channel.send(reply))
    assert (error.problem, error.is_certain) == (Problem.RECIPIENT_REFUSED, True)


def test_a_message_taken_back_is_a_removal(server: BlueskyCounterpart, channel: Bluesky) -> None:
    external_id = server.message("oi")
    _, cursor, _ = read(channel, "messages")
    server.take_back(external_id)
    _, _, pages = read(channel, "messages", cursor)
    assert [each for page in pages for each in page.removals] == [Removal(external_id)]


def test_a_password_without_messages(server: BlueskyCounterpart, open_it: Callable[..., Bluesky]) -> None:
    server.is_strong_password = False
    assert failure(lambda: open_it().fetch("messages", None)).problem is Problem.SCOPE_MISSING
    assert server.sign_ins == 1
    assert tuple(open_it(messages="no").streams) == ("mentions", "search", "own")
    found = {each.ability: each.problem for each in open_it().check().findings}
    assert found == {
        Ability.READ_PUBLIC: None,
        Ability.READ_PRIVATE: Problem.SCOPE_MISSING,
        Ability.SEARCH: None,
        Ability.REPLY_PUBLIC: None,
    }
    assert server.posts == {}


def test_a_session_that_ended_is_renewed(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.write("@loja.example oi")
    (mention,), cursor, _ = read(channel, "mentions")
    server.end_session()
    assert read(channel, "mentions", cursor)[0] == []
    server.end_session()
    channel.send(answer_to(mention))
    assert server.sign_ins == 1
    server.end_session()
    server.ended.add(server.refresh)
    assert channel.find_sent(answer_to(mention)) is not None
    assert server.sign_ins == 2
    server.password = "changed"
    server.end_session()
    server.ended.add(server.refresh)
    error = failure(lambda: channel.send(answer_to(mention, key="other")))
    assert (error.problem, error.is_certain) == (Problem.WRONG_PASSWORD, True)


def test_one_sign_in_serves_every_opening(server: BlueskyCounterpart, open_it: Callable[..., Bluesky]) -> None:
    secrets = FakeCredentials(password=PASSWORD)
    server.write("@loja.example oi")
    for _ in range(3):
        assert len(read(open_it(secrets=secrets), "mentions")[0]) == 1
    assert server.sign_ins == 1
    first, second = open_it(secrets=secrets), open_it(secrets=secrets)
    first.fetch("mentions", None)
    second.fetch("mentions", None)
    server.end_session()
    first.fetch("mentions", None)
    second.fetch("mentions", None)  # takes up what the first has renewed
    assert (server.sign_ins, len(server.asked("/xrpc/com.atproto.server.refreshSession", "POST"))) == (1, 1)
    server.end_session()
    server.ended.add(server.refresh)
    open_it(secrets=secrets).fetch("mentions", None)
    assert server.sign_ins == 2
    assert PASSWORD not in secrets.values["session"]


def test_a_sealed_session_is_that_of_its_password(server: BlueskyCounterpart, open_it: Callable[..., Bluesky]) -> None:
    secrets = FakeCredentials(password=PASSWORD)
    open_it(secrets=secrets).fetch("mentions", None)
    secrets.values["password"] = "another"
    assert failure(lambda: open_it(secrets=secrets).fetch("mentions", None)).problem is Problem.WRONG_PASSWORD
    for kept in ("no json", "{}", "[]"):
        secrets.values |= {"password": PASSWORD, "session": kept}
        open_it(secrets=secrets).fetch("mentions", None)
    assert server.sign_ins == 4


def test_signing_in_on_bad_days(server: BlueskyCounterpart, open_it: Callable[..., Bluesky], clock: FakeClock) -> None:
    assert failure(lambda: open_it(password="wrong").fetch("mentions", None)).problem is Problem.WRONG_PASSWORD
    server.fail_next(401, body={"error": "AuthFactorTokenRequired", "message": "code"})
    assert failure(lambda: open_it().check()).problem is Problem.WRONG_PASSWORD
    server.lose_next()
    reply = OutgoingReply("k", 1, "oi", Visibility.PUBLIC, written_at=WRITTEN)
    error = failure(lambda: open_it().send(reply))
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, True)
    reset = str(int((clock.now() + timedelta(minutes=5)).timestamp()))
    said = {"error": "RateLimitExceeded", "message": "Rate Limit Exceeded"}
    for headers, wait in (({"ratelimit-reset": reset}, 5), ({"Retry-After": "60"}, 1), ({}, None)):
        server.fail_next(429, headers=headers, body=said)
        error = failure(lambda: open_it().fetch("mentions", None))
        expected = None if wait is None else timedelta(minutes=wait)
        assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, expected)


@pytest.mark.parametrize(
    ("status", "body", "problem"),
    [
        (400, {"error": "InvalidRequest", "message": "Invalid app.bsky.feed.post record"}, Problem.TEXT_REFUSED),
        (400, {"error": "AccountTakedown", "message": "Account has been taken down"}, Problem.REFUSED),
        (400, {"error": "BlockedByActor", "message": ""}, Problem.RECIPIENT_REFUSED),
        (403, {"error": "", "message": ""}, Problem.SCOPE_MISSING),
        (429, {"error": "RateLimitExceeded", "message": ""}, Problem.RATE_LIMITED),
        (500, {"error": "InternalServerError", "message": ""}, Problem.SERVER_ERROR),
        (502, {"error": "UpstreamFailure", "message": ""}, Problem.SERVER_ERROR),
    ],
)
def test_a_refused_answer_has_its_reason(
    server: BlueskyCounterpart, channel: Bluesky, status: int, body: dict[str, str], problem: Problem
) -> None:
    server.write("@loja.example oi")
    (mention,), _, _ = read(channel, "mentions")
    server.fail_next(status, body=body, path="/xrpc/com.atproto.repo")
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (problem, status < 500)


def test_terms_are_searched(server: BlueskyCounterpart, open_it: Callable[..., Bluesky]) -> None:
    wanted = {server.write(f"a Loja Exemplo é boa {number}") for number in range(3)}
    server.write("nós, a loja exemplo", by="loja.example")
    channel = open_it(terms=SearchTerms(any_of=("Loja Exemplo", "lojaexemplo")))
    mentions, cursor, pages = read(channel, "search")
    assert {each.external_id for each in mentions} == wanted
    assert len(pages) == 2
    assert server.asked("/xrpc/app.bsky.feed.searchPosts")[0].one("q") == '"Loja Exemplo"'
    assert [each.is_direct for each in mentions] == [False] * 3
    assert read(channel, "search", cursor)[0] == []
    assert read(open_it(), "search", cursor)[0] == []


def test_what_was_deleted_is_a_removal(server: BlueskyCounterpart, channel: Bluesky) -> None:
    server.write("@loja.example um")
    uri = server.write("@loja.example dois")
    server.write("@loja.example três")
    _, cursor, _ = read(channel, "mentions")
    server.delete(uri)
    page = channel.fetch("mentions", cursor)
    assert page.removals == (Removal(uri),)
    assert channel.fetch("mentions", page.cursor).removals == ()


def test_likes_and_figures(server: BlueskyCounterpart, channel: Bluesky) -> None:
    uri = server.write("@loja.example oi")
    for kind, count in (("like", 1), ("like", 1), ("unlike", 0), ("unlike", 0)):
        channel.act(kind, uri)
        assert len(server.likes) == count
    elsewhere = f"at://{server.me['did']}/app.bsky.feed.like/elsewhere"
    server.likes[elsewhere] = {"subject": {"uri": uri, "cid": "x"}}
    channel.act("like", uri)
    assert list(server.likes) == [elsewhere]
    channel.act("unlike", uri)
    assert server.likes == {}
    gone = f"{uri}gone"
    many = [server.write(f"post {number}") for number in range(30)]
    found = channel.figures([uri, gone, "convo-x/m1", *many])
    assert found[0] == Figures(uri, likes=2, shares=4, replies=0)
    assert len(found) == 31
    assert failure(lambda: channel.act("hide", uri)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.act("like", gone)).problem is Problem.TARGET_GONE
    assert channel.count("mentions", server.now.date()) is None


def test_json_of_another_shape(server: BlueskyCounterpart, channel: Bluesky) -> None:
    channel.fetch("mentions", None)
    for value in ([], {"notifications": None}, "text", None, 7, {"notifications": {"a": 1}}):
        server.shape_next(value)
        assert failure(lambda: channel.fetch("mentions", None)).problem is Problem.UNREADABLE
    uri = server.write("@loja.example boa")
    good = {**server.posts[uri], "reason": "mention"}
    bent = [
        None,
        "x",
        {},
        {"reason": "mention", "uri": "at://x"},
        {**good, "indexedAt": 5},
        {**good, "author": []},
        good,
    ]
    server.shape_next({"notifications": bent})
    page = channel.fetch("mentions", None)
    assert [each.external_id for each in page.mentions] == [uri]
    assert len(page.rejected) == 5  # the one without an author is known by its post
    for value in ({"convos": 4}, []):
        server.shape_next(value)
        assert failure(lambda: channel.fetch("messages", None)).problem is Problem.UNREADABLE
    server.shape_next({"no": "uri"}, path="/xrpc/com.atproto.repo.putRecord")
    assert failure(lambda: channel.send(answer_to(page.mentions[0]))).is_certain is False
    server.shape_next({"accessJwt": 5}, path="/xrpc/com.atproto.server")
    server.end_session()
    assert failure(lambda: channel.fetch("mentions", None)).problem is Problem.UNREADABLE


def test_a_conversation_that_we_left_holds_up_nothing(
    server: BlueskyCounterpart, open_it: Callable[..., Bluesky]
) -> None:
    server.message("oi", by="rui.example")
    kept = server.message("oi")
    said = {"error": "InvalidConvo", "message": "Convo not found"}
    server.fail_next(400, body=said, path="/xrpc/chat.bsky.convo.getMessages")
    server.fail_next(400, body=said, path="/xrpc/chat.bsky.convo.getMessages")
    channel = open_it()
    assert read(channel, "messages")[0] == []
    assert kept in {each.external_id for each in read(open_it(), "messages")[0]}


def test_the_accounts_own_server_is_taken_when_it_is_encrypted() -> None:
    def session(address: object) -> object:
        return {"didDoc": {"service": [{"id": "#other"}, {"id": "did:plc:x#atproto_pds", "serviceEndpoint": address}]}}

    assert server_of(session("https://pds.example/")) == "https://pds.example"
    assert [server_of(session(each)) for each in ("http://pds.example", "file:///x", 7, "https://")] == [""] * 4
    assert server_of({}) == server_of(None) == ""


def test_keys_of_records_are_stable_valid_and_apart() -> None:
    made = {record_key(f"key-{number}", WRITTEN) for number in range(2_000)}
    assert len(made) == 2_000
    assert all(len(each) == 13 and set(each) <= set("234567abcdefghijklmnopqrstuvwxyz") for each in made)
    assert all(each[0] in "234567abcdefghij" for each in made)
    assert record_key("a", WRITTEN) == record_key("a", WRITTEN) != record_key("a", WRITTEN + timedelta(seconds=1))
    assert record_key("a", WRITTEN) < record_key("a", WRITTEN + timedelta(seconds=1))
    assert len(record_key("a", None)) == 13


def test_facets_leave_alone_what_is_none() -> None:
    text = "a@b.example x#y (https://l.example/a_(b)?c=1&d=2), https://m.example/@ana.example#x #123 @só"
    facets = facets_of(text, lambda _: "did:plc:x")
    assert [each["features"][0]["uri"] for each in facets] == [
        "https://l.example/a_(b)?c=1&d=2",
        "https://m.example/@ana.example#x",
    ]


def test_every_ability_is_listed_with_its_reason() -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert all((each.reason == "") == (each.grade.value == "yes") for each in KIND.abilities)


@pytest.mark.skipif(not LEXICONS.exists(), reason="the network's lexicons do not lie beside the project")
def test_the_lexicons_are_really_asked() -> None:
    body = b'{"repo": "x", "collection": "c", "record": {"$type": "app.bsky.feed.post", "text": 5}, "more": 1}'
    request = Request("POST", "/xrpc/com.atproto.repo.putRecord", {}, {}, body)
    assert len(faults_of(request)) == 4

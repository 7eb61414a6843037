"""A Discourse forum through real HTTP: what people post arrives once, what we answer stands in its topic once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import (
    Account,
    ChannelError,
    Fetched,
    Figures,
    OutgoingFile,
    OutgoingReply,
    OwnPost,
    Removal,
    SearchTerms,
)
from app.services.channels.discourse import NETWORK
from app.services.channels.feeds import Feeds
from tests.counterparts.discourse import KEY, DiscourseCounterpart
from tests.counterparts.feeds import FeedsCounterpart
from tests.fakes import FakeClock, FakeCredentials

PICTURE = OutgoingFile("foto.png", "image/png", b"\x89PNG...")
WRITTEN = datetime(2026, 11, 21, 13, tzinfo=UTC)
FOLDER = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data")
PAYLOADS = FOLDER / "channels" / "payloads" / "discourse"


@pytest.fixture
def server() -> Iterator[DiscourseCounterpart]:
    with DiscourseCounterpart() as made:
        yield made


@pytest.fixture
def open_it(server: DiscourseCounterpart, clock: FakeClock) -> Iterator[Callable[..., Any]]:
    opened: list[Any] = []

    def make(*, terms: SearchTerms | None = None, key: str = KEY, **changes: str) -> Any:
        options = {"server": "https://forum.example", "base_url": server.url, "username": "Loja", **changes}
        account = Account(1, "forum", "Fórum", options, terms or SearchTerms())
        opened.append(NETWORK.open(account=account, credentials=FakeCredentials(key=key), clock=clock))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def channel(open_it: Callable[..., Any]) -> Any:
    return open_it()


def read(channel: Any, stream: str, cursor: str | None = None) -> tuple[list[IncomingMention], str, list[Fetched]]:
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


def test_a_post_arrives_with_all_that_is_known(server: DiscourseCounterpart, channel: Any) -> None:
    first = server.write("Alguém sabe do prazo?", title="Entrega atrasada")
    cooked = (
        '<aside class="quote"><blockquote><p>citado</p></blockquote></aside><p>Também quero saber'
        '<img class="emoji" src="/e.png" alt=":smile:"></p><p><img src="/uploads/1.png"></p>'
    )
    topic = server.posts[first]["topic_id"]
    second = server.write(cooked, by="rui", topic=topic, reply_to=1)
    mentions, _, _ = read(channel, "posts")
    mention = mentions[0]
    assert (mention.external_id, mention.in_reply_to) == (f"forum.example:{second}", f"forum.example:{first}")
    assert (mention.title, mention.text) == ("Entrega atrasada", "Também quero saber:smile:")
    assert (mention.author_key, mention.author_name) == ("rui", "Rui")
    assert mention.thread_key == f"forum.example:t{topic}:rui"
    assert mention.permalink == f"https://forum.example/t/um-topico/{topic}/2"
    assert (mention.likes, mention.replies, mention.reach) == (3, 0, 4)
    assert (mention.is_private, mention.is_direct) == (False, False)
    assert [each.content for each in mention.attachments] == [None]  # the forum's name is not that of this machine
    assert mention.extra["topic_id"] == str(topic)
    assert mentions[1].replies == 1


def test_pictures_of_the_forum_itself_come_along(server: DiscourseCounterpart, open_it: Callable[..., Any]) -> None:
    server.write('<p>veja <img src="/uploads/1.png"></p>')
    (mention,), _, _ = read(open_it(server=server.url), "posts")
    assert [(each.name, each.content) for each in mention.attachments] == [("1.png", b"picture 1.png")]
    assert "api-key" not in server.asked("/uploads/")[0].headers


@pytest.mark.parametrize("has_windows", [False, True])
def test_nothing_is_lost_and_nothing_comes_twice(
    server: DiscourseCounterpart, channel: Any, *, has_windows: bool
) -> None:
    server.has_windows = has_windows
    wanted = {server.write(f"número {number}") for number in range(60)}
    for number in range(120):
        server.tell(f"em particular {number}")
    wanted |= {server.write(f"de novo {number}") for number in range(10)}
    first = channel.fetch("posts", None)
    late = server.write("no meio da leitura")
    rest, cursor, _ = read(channel, "posts", first.cursor)
    assert {each.external_id for each in (*first.mentions, *rest)} == {f"forum.example:{each}" for each in wanted}
    again, cursor, _ = read(channel, "posts", cursor)
    assert [each.external_id for each in again] == [f"forum.example:{late}"]
    assert read(channel, "posts", cursor)[0] == []
    assert len(read(channel, "messages")[0]) == 120


def test_few_messages_on_a_forum_with_many_posts_are_soon_read(server: DiscourseCounterpart, channel: Any) -> None:
    for number in (9_000, 8_000, 7_000):
        post = server.tell(f"mensagem {number}")
        server.posts[number * 100] = {**server.posts.pop(post), "id": number * 100}
    mentions, _, pages = read(channel, "messages")
    assert (len(mentions), len(pages)) == (3, 2)
    server.has_windows = True
    far, _, pages = read(channel, "messages")
    assert [each.text for each in far] == ["mensagem 9000"]  # such a forum is not asked without end


@pytest.mark.parametrize("has_windows", [False, True])
def test_an_answer_is_not_absent_while_there_is_more_to_look_through(
    server: DiscourseCounterpart, channel: Any, *, has_windows: bool
) -> None:
    server.has_windows = has_windows
    server.write("cadê meu pedido?")
    (mention,), _, _ = read(channel, "posts")
    receipt = channel.send(answer_to(mention))
    for number in range(700):
        server.write(f"conversa {number}", topic=11)
    assert failure(lambda: channel.find_sent(answer_to(mention))).problem is Problem.NO_ANSWER
    assert channel.find_sent(answer_to(mention, written_at=WRITTEN + timedelta(hours=3))) is None
    for _ in range(500):
        server.delete(max(server.posts))
    assert channel.find_sent(answer_to(mention)) == receipt


def test_with_terms_only_what_names_one_or_speaks_to_us(
    server: DiscourseCounterpart, open_it: Callable[..., Any]
) -> None:
    ours = server.write("Promoção da casa", by="loja")
    topic = server.posts[ours]["topic_id"]
    wanted = {
        server.write("A Loja Exemplo atrasou"),
        server.write("oi @loja tudo bem?"),
        server.write("respondendo a vocês", topic=topic, reply_to=1),
        server.write("é sempre assim", title="Loja Exemplo"),
    }
    server.write("conversa de outros")
    channel = open_it(terms=SearchTerms(any_of=("loja exemplo",)))
    mentions, _, pages = read(channel, "posts")
    assert {each.external_id for each in mentions} == {f"forum.example:{each}" for each in wanted}
    assert {each.text for each in mentions if each.is_direct} == {"oi @loja tudo bem?", "respondendo a vocês"}
    assert [each.external_id for page in pages for each in page.own] == [f"forum.example:{ours}"]


@pytest.mark.parametrize("is_old", [False, True])
def test_a_search_finds_whole_posts(server: DiscourseCounterpart, open_it: Callable[..., Any], is_old: bool) -> None:  # noqa: FBT001 - pytest passes it by name
    wanted = {server.write(f"sobre a Loja Exemplo, parte {number}, com mais de vinte letras") for number in range(60)}
    server.tell("a Loja Exemplo em particular")
    server.is_old = is_old
    channel = open_it(terms=SearchTerms(any_of=("Loja Exemplo",)))
    mentions, cursor, _ = read(channel, "search")
    assert {each.external_id for each in mentions} == {f"forum.example:{each}" for each in wanted}
    assert all("mais de vinte letras" in each.text for each in mentions)
    asked = len(server.requests)
    assert read(channel, "search", cursor)[0] == []
    assert len(server.requests) - asked <= (61 if is_old else 2)


def test_private_messages_come_and_are_answered_in_their_topic(server: DiscourseCounterpart, channel: Any) -> None:
    number = server.tell("meu CPF é...")
    (mention,), cursor, _ = read(channel, "messages")
    topic = server.posts[number]["topic_id"]
    assert (mention.is_private, mention.is_direct) == (True, True)
    assert mention.thread_key == f"forum.example:t{topic}"
    receipt = channel.send(answer_to(mention))
    assert server.posts[int(receipt.external_id.split(":")[1])]["topic_id"] == topic
    server.tell("obrigada", topic=topic)
    (thanks,), _, pages = read(channel, "messages", cursor)
    assert thanks.thread_key == mention.thread_key
    (own,) = pages[0].own
    assert (own.external_id, own.text, own.is_private) == (receipt.external_id, "Oi! Já vamos ver.", True)


def test_a_public_answer_stands_under_its_post_once(server: DiscourseCounterpart, channel: Any) -> None:
    number = server.write("cadê meu pedido?")
    (mention,), cursor, _ = read(channel, "posts")
    assert channel.find_sent(answer_to(mention)) is None
    server.lose_next(path="/posts.json", method="POST")
    assert failure(lambda: channel.send(answer_to(mention))).is_certain is False
    found = channel.find_sent(answer_to(mention))
    post = max(server.posts.values(), key=lambda each: each["id"])
    assert found is not None
    assert (found.external_id, post["reply_to_post_number"]) == (f"forum.example:{post['id']}", 1)
    assert channel.find_sent(answer_to(mention, written_at=WRITTEN + timedelta(hours=3))) is None
    server.write("valeu", topic=server.posts[number]["topic_id"], reply_to=post["post_number"])
    (thanks,), _, _ = read(channel, "posts", cursor)
    assert (thanks.in_reply_to, thanks.thread_key, thanks.is_direct) == (found.external_id, mention.thread_key, True)
    second = channel.send(answer_to(mention, "parte dois", previous_id=found.external_id))
    assert server.posts[int(second.external_id.split(":")[1])]["reply_to_post_number"] == post["post_number"]


def test_a_private_answer_to_a_public_post_is_a_new_message(server: DiscourseCounterpart, channel: Any) -> None:
    server.write("cadê meu pedido?")
    (mention,), _, _ = read(channel, "posts")
    reply = answer_to(mention, visibility=Visibility.PRIVATE)
    receipt = channel.send(reply)
    post = server.posts[int(receipt.external_id.split(":")[1])]
    assert server.topics[post["topic_id"]] == {"title": "Sobre a sua mensagem", "is_private": True}
    assert server.asked("/posts.json", "POST")[-1].json()["target_recipients"] == "ana"
    assert channel.find_sent(reply) == receipt


def test_files_are_uploaded_first(server: DiscourseCounterpart, channel: Any) -> None:
    server.write("cadê?")
    (mention,), _, _ = read(channel, "posts")
    receipt = channel.send(answer_to(mention, files=(PICTURE,)))
    post = server.posts[int(receipt.external_id.split(":")[1])]
    assert post["raw"] == "Oi! Já vamos ver.\n\n![foto.png](upload://1.png)"
    assert channel.find_sent(answer_to(mention, files=(PICTURE,))) == receipt
    error = failure(lambda: channel.send(answer_to(mention, files=(replace(PICTURE, media_type="text/html"),))))
    assert (error.problem, error.is_certain) == (Problem.FILE_REFUSED, True)
    server.fail_next(502, path="/uploads.json")
    assert failure(lambda: channel.send(answer_to(mention, files=(PICTURE,)))).is_certain is True


def test_edits_and_deletions(server: DiscourseCounterpart, channel: Any) -> None:
    server.write("zero")
    edited, gone, hidden, last = (server.write(each) for each in ("um", "dois", "três", "quatro"))
    _, cursor, _ = read(channel, "posts")
    server.edit(edited, "um corrigido")
    server.delete(gone)
    server.delete(hidden, is_shown=True)
    (mention,), cursor, pages = read(channel, "posts", cursor)
    assert (mention.external_id, mention.text) == (f"forum.example:{edited}", "um corrigido")
    assert mention.edited_at == server.now
    removed = {each for page in pages for each in page.removals}
    assert removed == {Removal(f"forum.example:{gone}"), Removal(f"forum.example:{hidden}")}
    page = channel.fetch("posts", cursor)
    assert (page.mentions, page.removals, page.has_more) == ((), (), False)
    assert last in server.posts


def test_what_only_happened_is_no_mention(server: DiscourseCounterpart, channel: Any) -> None:
    server.write("moveu o tópico", post_type=3)
    assert read(channel, "posts")[0] == []


def test_likes_and_figures(server: DiscourseCounterpart, channel: Any) -> None:
    number = server.write("oi")
    external_id = f"forum.example:{number}"
    for kind, liked in (("like", {number}), ("like", {number}), ("unlike", set()), ("unlike", set())):
        channel.act(kind, external_id)
        assert server.liked == liked
    found = channel.figures([external_id, "forum.example:9999"])
    assert list(found) == [Figures(external_id, likes=3, replies=0, reach=4)]
    assert failure(lambda: channel.act("hide", external_id)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.act("like", "forum.example:9999")).problem is Problem.TARGET_GONE
    assert channel.count("posts", server.now.date()) is None


def test_rate_limits_say_how_long_to_wait(server: DiscourseCounterpart, channel: Any) -> None:
    said = {"errors": ["Slow down"], "error_type": "rate_limit", "extras": {"wait_seconds": 39}}
    server.fail_next(429, body=said)
    error = failure(lambda: channel.fetch("posts", None))
    assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, timedelta(seconds=39))
    server.fail_next(422, body=said, method="POST")
    server.write("oi")
    (mention,), _, _ = read(channel, "posts")
    assert failure(lambda: channel.send(answer_to(mention))).problem is Problem.RATE_LIMITED
    server.fail_next(429, headers={"Retry-After": "5"}, body="no json of ours")
    assert failure(lambda: channel.fetch("posts", None)).retry_after == timedelta(seconds=5)


@pytest.mark.parametrize(
    ("status", "said", "problem"),
    [
        (422, "Body is too similar to what you recently posted", Problem.DUPLICATE_REFUSED),
        (422, "Conteúdo é muito semelhante ao que você publicou", Problem.DUPLICATE_REFUSED),
        (422, "Body is limited to 32000 characters; you entered 40000.", Problem.TEXT_TOO_LONG),
        (422, "Body is too short (minimum is 20 characters)", Problem.TEXT_REFUSED),
        (422, "Sorry, you can't send a personal message to that user.", Problem.RECIPIENT_REFUSED),
        (403, "You are not permitted to view the requested resource.", Problem.REFUSED),
        (403, "You supplied an invalid API username or key.", Problem.TOKEN_REVOKED),
        (404, "The requested URL or resource could not be found.", Problem.TARGET_GONE),
        (500, "Oops", Problem.SERVER_ERROR),
    ],
)
def test_a_refused_answer_has_its_reason(
    server: DiscourseCounterpart, channel: Any, status: int, said: str, problem: Problem
) -> None:
    server.write("oi")
    (mention,), _, _ = read(channel, "posts")
    server.fail_next(status, body={"action": "create_post", "errors": [said]}, path="/posts.json", method="POST")
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (problem, status < 500)


def test_what_waits_for_a_moderator_has_no_id_yet(server: DiscourseCounterpart, channel: Any) -> None:
    server.write("oi")
    (mention,), _, _ = read(channel, "posts")
    server.moderates = True
    assert channel.send(answer_to(mention)).external_id is None
    assert failure(lambda: channel.send(answer_to(mention, extra={}))).problem is Problem.TARGET_GONE


def test_trying_an_account_publishes_nothing(server: DiscourseCounterpart, open_it: Callable[..., Any]) -> None:
    checked = open_it().check()
    assert checked.account_name == "@loja (forum.example)"
    assert all(each.works for each in checked.findings)
    server.can_write = False
    found = {each.ability: each.problem for each in open_it().check().findings}
    assert (found[Ability.READ_PRIVATE], found[Ability.REPLY_PUBLIC]) == (None, Problem.SCOPE_MISSING)
    assert server.posts == {}
    assert failure(lambda: open_it(key="wrong").check()).problem is Problem.TOKEN_REVOKED


def test_without_a_key_what_everybody_sees_is_read(server: DiscourseCounterpart, open_it: Callable[..., Any]) -> None:
    server.write("oi")
    channel = open_it(username="")
    assert channel.streams == ("posts",)
    assert len(read(channel, "posts")[0]) == 1
    assert "api-key" not in server.requests[-1].headers


def test_json_of_another_shape(server: DiscourseCounterpart, channel: Any) -> None:
    for value in ([], {"latest_posts": None}, "text", 7, {"error": "x"}):
        server.shape_next(value)
        assert failure(lambda: channel.fetch("posts", None)).problem is Problem.UNREADABLE
    number = server.write("boa")
    good = server.posts[number]
    without_author = {key: value for key, value in good.items() if key != "username"} | {"id": 7}
    bent = [None, 3, {}, {"id": 1}, {**good, "id": 2, "created_at": "?"}, without_author, good]
    server.shape_next({"latest_posts": bent})
    page = channel.fetch("posts", None)
    assert [each.external_id for each in page.mentions] == [f"forum.example:{number}"]
    assert len(page.rejected) == 6
    server.shape_next({"success": True}, path="/posts.json", method="POST")
    assert failure(lambda: channel.send(answer_to(page.mentions[0]))).is_certain is False


def test_feeds_beside_a_forum_and_instead_of_one(
    server: DiscourseCounterpart, open_it: Callable[..., Any], clock: FakeClock
) -> None:
    with FeedsCounterpart() as site:
        site.write("em outro fórum", guid="1")
        both = open_it(feeds=site.address())
        assert both.streams == ("posts", "messages", "feeds")
        assert [each.channel for each in read(both, "feeds")[0]] == ["forum"]
        account = Account(2, "forum", "Outros", {"feeds": site.address()})
        alone = NETWORK.open(account=account, credentials=FakeCredentials(), clock=clock)
        assert isinstance(alone, Feeds)
        assert [each.channel for each in read(alone, "feeds")[0]] == ["forum"]
        alone.close()
    assert server.requests == []


@pytest.mark.skipif(not PAYLOADS.exists(), reason="the recorded answers do not lie beside the project")
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("posts_latest", ("latest_posts",)),
        ("posts_before", ("latest_posts",)),
        ("topic", ("post_stream", "posts")),
        ("topic_posts", ("post_stream", "posts")),
        ("post", ()),
        ("create_topic_with_tags", ()),
    ],
)
def test_recorded_answers_are_read_without_loss(
    server: DiscourseCounterpart, open_it: Callable[..., Any], name: str, path: tuple[str, ...]
) -> None:
    found: Any = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    for step in path:
        found = found[step]
    posts = found if isinstance(found, list) else [found]
    server.shape_next({"latest_posts": posts})
    page = open_it(first_days="3650").fetch("posts", None)
    everything: list[IncomingMention | OwnPost] = [*page.mentions, *page.own]
    wanted = {f"forum.example:{each['id']}" for each in posts if _is_recent(each["created_at"])}
    assert {each.external_id for each in everything} == wanted
    assert page.rejected == ()
    assert all(each.text or "<img" in json.dumps(posts) for each in everything)


def _is_recent(text: str) -> bool:
    return datetime.fromisoformat(text) > datetime(2026, 11, 21, 14, tzinfo=UTC) - timedelta(days=3650)

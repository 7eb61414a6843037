"""An Instagram account through real HTTP: comments, tags and direct messages in, our answers out."""

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
)
from app.services.channels.instagram import KIND, NETWORK, InstagramAccount
from app.services.channels.instagram_reading import AccountReader
from tests.counterparts.graph import IG_HANDLE, IG_ID, PAGE_ID, PAGE_TOKEN, GraphServer, Person
from tests.fakes import FakeClock, FakeCredentials

ANA, BIA = Person("8001", "", "Ana.Prado"), Person("8002", "", "bialuz")


@pytest.fixture
def now() -> FakeClock:
    return FakeClock(datetime.now(UTC))  # the counterpart's answers carry the real time in their headers


@pytest.fixture
def server(now: FakeClock) -> Iterator[GraphServer]:
    with GraphServer(now) as made:
        yield made


@pytest.fixture
def open_it(server: GraphServer, now: FakeClock) -> Iterator[Callable[[], InstagramAccount]]:
    opened: list[InstagramAccount] = []

    def make() -> InstagramAccount:
        account = Account(1, "instagram", "Padaria", {"page_id": PAGE_ID, "base_url": server.url})
        credentials = FakeCredentials(token=PAGE_TOKEN)
        opened.append(NETWORK.open(account=account, credentials=credentials, clock=now))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def channel(open_it: Callable[[], InstagramAccount]) -> InstagramAccount:
    return open_it()


def read(channel: Any, stream: str, cursor: str | None = None) -> tuple[list[IncomingMention], str, list[Fetched]]:
    """Read to the end; what came, the last cursor, the pages."""
    pages: list[Fetched] = []
    while not pages or pages[-1].has_more:
        pages.append(channel.fetch(stream, cursor))
        cursor = pages[-1].cursor
        assert len(pages) < 80
    assert cursor is not None
    return [each for each_page in pages for each in each_page.mentions], cursor, pages


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
        permalink=mention.permalink,
        extra=mention.extra,
        written_at=datetime.now(UTC),
    )
    return replace(reply, **changes)


def test_comments_and_answers_below_our_media(server: GraphServer, channel: InstagramAccount) -> None:
    media = server.media("Fornada das 7h")
    first = server.ig_comment(media, "Que delícia", ANA)
    below = server.ig_comment(media, "@ana.prado demais", BIA, parent=first)
    mentions, cursor, pages = read(channel, "comments")
    found = {each.external_id: each for each in mentions}
    assert set(found) == {first, below}
    assert (found[first].author_key, found[first].author_name) == ("ana.prado", "@Ana.Prado")
    assert found[first].in_reply_to == f"media:{media}"
    assert found[first].thread_key == f"media:{media}:ana.prado"
    assert found[first].permalink == f"https://www.instagram.com/p/{media}/"
    assert found[below].in_reply_to == first
    own = [each for page in pages for each in page.own]
    assert [(each.external_id, each.figures) for each in own] == [
        (f"media:{media}", Figures(f"media:{media}", likes=2, replies=2))
    ]
    assert read(channel, "comments", cursor)[0] == []


def test_a_backlog_in_pages_comes_whole_whatever_is_killed(
    server: GraphServer, open_it: Callable[[], InstagramAccount]
) -> None:
    server.page_size = 3
    server.is_disordered = True
    media = [server.media(f"Foto {n}") for n in range(5)]
    wanted = set()
    for n in range(30):
        top = server.ig_comment(media[n % 5], f"c{n}", ANA)
        wanted |= {top, server.ig_comment(media[n % 5], f"r{n}", BIA, parent=top)}
    wanted |= {server.ig_comment(media[0], f"mais {n}", BIA, parent=top) for n in range(7)}
    got: set[str | None] = set()
    cursor: str | None = None
    for _ in range(80):
        channel = open_it()
        fetched = channel.fetch("comments", cursor)
        got |= {each.external_id for each in fetched.mentions}
        cursor = fetched.cursor
        channel.close()
        if not fetched.has_more:
            break
    assert got == wanted


def test_an_answer_to_an_old_comment_is_found_within_the_hour(
    server: GraphServer, channel: InstagramAccount, now: FakeClock
) -> None:
    server.page_size = 2
    now.advance(timedelta(days=-3))
    media = server.media("Foto")
    comments = [server.ig_comment(media, f"c{n}", ANA) for n in range(6)]
    now.advance(timedelta(days=3))
    _, cursor, _ = read(channel, "comments")
    late = server.ig_comment(media, "Também acho", BIA, parent=comments[0])
    near, cursor, _ = read(channel, "comments", cursor)
    assert near == []
    now.advance(timedelta(minutes=61))
    far, cursor, _ = read(channel, "comments", cursor)
    assert [each.external_id for each in far] == [late]
    asked = len(server.requests)
    now.advance(timedelta(minutes=61))
    read(channel, "comments", cursor)
    assert len(server.requests) - asked <= 3


def test_edits_and_removals(server: GraphServer, channel: InstagramAccount) -> None:
    media = server.media("Foto")
    top = server.ig_comment(media, "caro", ANA)
    below = server.ig_comment(media, "concordo", BIA, parent=top)
    gone = server.ig_comment(media, "horrível", BIA)
    _, cursor, _ = read(channel, "comments")
    server.edit(below, "discordo")
    server.remove(gone)
    mentions, _, pages = read(channel, "comments", cursor)
    assert [(each.external_id, each.text) for each in mentions] == [(below, "discordo")]
    assert mentions[0].edited_at is not None
    assert [each for page in pages for each in page.removals] == [Removal(gone)]


def test_tags_come_even_when_the_photo_is_old(server: GraphServer, channel: InstagramAccount, now: FakeClock) -> None:
    now.advance(timedelta(days=-400))
    server.media("antes de nós", ANA)
    now.advance(timedelta(days=399))
    fresh = server.media(f"Pão da @{IG_HANDLE}!", ANA)
    mentions, cursor, _ = read(channel, "tags")
    assert [each.external_id for each in mentions] == [f"tag:{fresh}"]
    assert mentions[0].attachments[0].media_type == "image/jpeg"
    assert mentions[0].extra["file_1"].endswith(fresh)
    now.advance(timedelta(days=-399))
    old = server.media("foto antiga, marcada hoje", BIA)
    now.advance(timedelta(days=400))
    mentions, cursor, _ = read(channel, "tags", cursor)
    assert [each.external_id for each in mentions] == [f"tag:{old}"]
    assert read(channel, "tags", cursor)[0] == []
    assert channel.count("tags", now.now().date()) is None


def test_a_tag_is_answered_only_where_the_caption_names_us(server: GraphServer, channel: InstagramAccount) -> None:
    named = server.media(f"Pão da @{IG_HANDLE}!", ANA)
    server.media("sem nome", BIA)
    found = {each.author_key: each for each in read(channel, "tags")[0]}
    channel.send(answer_to(found["ana.prado"], "Obrigado!"))
    assert server.answers(named) == ["Obrigado!"]
    for mention, changes in (
        (found["bialuz"], {}),
        (found["ana.prado"], {"visibility": Visibility.PRIVATE}),
    ):
        reply = answer_to(mention, **changes)
        assert failure(lambda reply=reply: channel.send(reply)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.find_sent(answer_to(found["ana.prado"]))).problem is Problem.NOT_SUPPORTED


def test_direct_messages(server: GraphServer, channel: InstagramAccount, now: FakeClock) -> None:
    server.message("Entregam hoje?", ANA, platform="instagram")
    server.message("na outra caixa", Person("7001", "Ana"))
    mentions, cursor, _ = read(channel, "messages")
    assert [(each.text, each.author_key, each.is_private) for each in mentions] == [
        ("Entregam hoje?", "ana.prado", True)
    ]
    receipt = channel.send(answer_to(mentions[0], "Entregamos!"))
    assert channel.find_sent(answer_to(mentions[0], "Entregamos!")) == receipt
    assert channel.find_sent(answer_to(mentions[0], "Nunca")) is None
    _, _, pages = read(channel, "messages", cursor)
    own = [each for page in pages for each in page.own]
    assert [(each.external_id, each.is_private) for each in own] == [(receipt.external_id, True)]
    now.advance(timedelta(days=8))
    assert failure(lambda: channel.send(answer_to(mentions[0]))).problem is Problem.WINDOW_CLOSED


def test_an_answer_in_a_long_conversation_is_found_or_said_to_be_unknown(
    server: GraphServer, channel: InstagramAccount, now: FakeClock
) -> None:
    server.message("Entregam hoje?", ANA, platform="instagram")
    mention = read(channel, "messages")[0][0]
    reply = answer_to(mention, "Entregamos!", written_at=now.now())
    receipt = channel.send(reply)
    for number in range(40):
        server.message(f"e mais {number}", ANA, platform="instagram")
    assert channel.find_sent(reply) == receipt
    now.advance(timedelta(minutes=5))
    server.message("agora", ANA, platform="instagram")
    asked = len(server.requests)
    assert channel.find_sent(answer_to(mention, "Nunca", written_at=now.now())) is None
    assert len(server.requests) == asked + 1
    for number in range(560):
        server.message(f"e ainda {number}", ANA, platform="instagram")
    assert failure(lambda: channel.find_sent(reply)).problem is Problem.NO_ANSWER
    nobody = answer_to(mention, "Entregamos!", extra={"kind": "message"})
    assert failure(lambda: channel.find_sent(nobody)).problem is Problem.NO_ANSWER


def test_a_public_and_a_private_answer_to_a_comment(server: GraphServer, channel: InstagramAccount) -> None:
    media = server.media("Foto")
    top = server.ig_comment(media, "Meu pedido?", ANA)
    server.ig_comment(media, "e o meu?", BIA, parent=top)
    mentions, cursor, _ = read(channel, "comments")
    target = next(each for each in mentions if each.author_key == "bialuz")
    receipt = channel.send(answer_to(target, "Oi! Mande o número."))
    assert server.answers(top) == ["Oi! Mande o número."]
    assert channel.find_sent(answer_to(target, "Oi! Mande o número.")) == receipt
    assert channel.find_sent(answer_to(target, "Outro")) is None
    _, _, pages = read(channel, "comments", cursor)
    assert [each.external_id for page in pages for each in page.own] == [receipt.external_id]
    private = answer_to(target, "Segue o link", visibility=Visibility.PRIVATE)
    sent = channel.send(private)
    assert server.private_answers == {target.external_id: "Segue o link"}
    assert channel.find_sent(private) == sent
    assert failure(lambda: channel.send(private)).problem is Problem.WINDOW_CLOSED


def test_what_cannot_be_sent_is_refused_before_it_leaves(server: GraphServer, channel: InstagramAccount) -> None:
    server.message("Oi", ANA, platform="instagram")
    mention = read(channel, "messages")[0][0]
    asked = len(server.requests)
    file = OutgoingFile("a.png", "image/png", b"x")
    assert failure(lambda: channel.send(answer_to(mention, files=(file,)))).problem is Problem.FILE_REFUSED
    assert failure(lambda: channel.send(answer_to(mention, "ã" * 501))).problem is Problem.TEXT_TOO_LONG
    lost = answer_to(mention, extra={"kind": "message"})
    assert failure(lambda: channel.send(lost)).problem is Problem.TARGET_GONE
    assert len(server.requests) == asked


def test_hide_and_show(server: GraphServer, channel: InstagramAccount) -> None:
    comment = server.ig_comment(server.media("Foto"), "spam", ANA)
    channel.act("hide", comment)
    assert server.nodes[comment].values["hidden"] is True
    channel.act("unhide", comment)
    assert server.nodes[comment].values["hidden"] is False
    assert failure(lambda: channel.act("like", comment)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.act("hide", "media:1")).problem is Problem.NOT_SUPPORTED


def test_figures(server: GraphServer, channel: InstagramAccount) -> None:
    media = server.media("Foto")
    kept, gone = server.ig_comment(media, "bom", ANA), server.ig_comment(media, "ruim", BIA)
    server.remove(gone)
    found = {each.external_id: each for each in channel.figures([f"media:{media}", kept, gone, "tag:5", "m_9"])}
    assert set(found) == {f"media:{media}", kept, "tag:5", "m_9"}
    assert found[f"media:{media}"] == Figures(f"media:{media}", likes=2, replies=1)
    assert found[kept] == Figures(kept, likes=0)


def test_count_check_and_kind(server: GraphServer, channel: InstagramAccount, now: FakeClock) -> None:
    media = server.media("Foto")
    for n in range(4):
        server.ig_comment(media, f"c{n}", ANA)
    assert channel.count("comments", now.now().date()) == 4
    checked = channel.check()
    assert checked.account_name == f"@{IG_HANDLE}"
    assert all(each.works for each in checked.findings)
    server.scopes = []
    found = {each.ability: each for each in channel.check().findings}
    assert found[Ability.REPLY_PUBLIC].problem is Problem.SCOPE_MISSING
    assert {each.ability for each in KIND.abilities} == set(Ability)


def test_a_page_without_instagram_says_so(server: GraphServer, channel: InstagramAccount) -> None:
    server.nodes[PAGE_ID].values["instagram_business_account"] = None
    error = failure(lambda: channel.fetch("comments", None))
    assert (error.problem, error.facts) == (Problem.NOT_FOUND, {"why": "no_instagram_account"})


def test_an_item_of_another_shape_is_told_once(server: GraphServer, channel: InstagramAccount) -> None:
    read(channel, "comments")
    good = {"id": "5", "timestamp": datetime.now(UTC).isoformat(), "caption": "oi"}
    comments = {"data": [{"id": "6"}, 3, {"id": "7", "text": "oi", "timestamp": good["timestamp"]}]}
    server.shape_next({"data": [None, {"id": "x"}, {**good, "comments": comments}]}, times=2)
    fetched = channel.fetch("comments", None)
    assert [each.external_id for each in fetched.mentions] == ["7"]
    assert len(fetched.rejected) == 4
    assert channel.fetch("comments", fetched.cursor).rejected == ()
    server.shape_next({"data": [7, {"id": "y", "timestamp": good["timestamp"], "username": "z"}]})
    tags = channel.fetch("tags", None)
    assert (len(tags.mentions), len(tags.rejected)) == (1, 1)


_REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data")
_PAYLOADS = _REAL / "channels" / "payloads" / "instagram"


@pytest.mark.skipif(not _PAYLOADS.exists(), reason="recorded answers are not on this machine")
def test_recorded_answers_are_read_without_loss() -> None:
    def load(name: str) -> Any:
        return json.loads((_PAYLOADS / f"{name}.json").read_text())

    reader = AccountReader("none", "nobody")
    model = load("models_ig_comment")
    nested = model["replies"]["data"]
    listed = [*load("apidata_medias_comments_p2")["data"], *load("apidata_comments_comments_fields").values(), model]
    for item in [*listed, *nested]:
        seen = reader.comment(item, {})
        assert isinstance(seen.value, IncomingMention)
        assert (seen.id, seen.value.text) == (item["id"], item["text"])
        assert seen.value.author_key == item.get("username")
        assert seen.value.likes == item.get("like_count")
    for item in load("apidata_users_tagged_medias")["data"]:
        tag = reader.tag(item)
        assert isinstance(tag.value, IncomingMention)
        assert tag.id == f"tag:{item['id']}"
        assert tag.value.text == item.get("caption", "📷")
        assert (tag.value.likes, tag.value.replies) == (item["like_count"], item["comments_count"])
        assert tag.files[0].url == item["media_url"]
    for name in ("apidata_users_medias_p2", "apidata_medias_medias_fields"):
        items = load(name)
        for item in items["data"] if "data" in items else items.values():
            own = reader.media(item).value
            assert isinstance(own, OwnPost)
            assert own.text == item.get("caption", "")
            assert own.figures is not None
            assert own.figures.likes == item.get("like_count")


def test_what_we_wrote_ourselves_is_no_mention() -> None:
    item = {"id": "1", "text": "Oi", "timestamp": "2026-11-01T10:00:00+0000", "username": IG_HANDLE.upper()}
    own = AccountReader(IG_ID, IG_HANDLE).comment(item, {"id": "media:5"})
    assert isinstance(own.value, OwnPost)

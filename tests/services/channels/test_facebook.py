"""A Facebook page through real HTTP: what people write arrives once, what we answer stands there once."""

from __future__ import annotations

import json
import os
import threading
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
from app.services.channels.facebook import KIND, NETWORK, FacebookPage
from app.services.channels.facebook_reading import PageReader
from tests.counterparts.graph import PAGE_ALIAS, PAGE_ID, PAGE_NAME, PAGE_TOKEN, USER_TOKEN, GraphServer, Person
from tests.fakes import FakeClock, FakeCredentials

ANA, BIA = Person("7001", "Ana Prado"), Person("7002", "Bia Luz")
PICTURE = b"\xff\xd8picture"


@pytest.fixture
def now() -> FakeClock:
    return FakeClock(datetime.now(UTC))  # the counterpart's answers carry the real time in their headers


@pytest.fixture
def server(now: FakeClock) -> Iterator[GraphServer]:
    with GraphServer(now) as made:
        yield made


@pytest.fixture
def open_it(server: GraphServer, now: FakeClock) -> Iterator[Callable[..., FacebookPage]]:
    opened: list[FacebookPage] = []

    def make(options: dict[str, Any] | None = None, **secrets: str) -> FacebookPage:
        given = {"page_id": PAGE_ID, "base_url": server.url, **(options or {})}
        account = Account(1, "facebook", "Padaria", given)
        credentials = FakeCredentials(**(secrets or {"token": PAGE_TOKEN}))
        opened.append(NETWORK.open(account=account, credentials=credentials, clock=now))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def page(open_it: Callable[..., FacebookPage]) -> FacebookPage:
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


def test_posts_comments_and_answers_arrive_with_their_threads(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Pão de queijo às 7h")
    visit = server.post("O pão veio duro", ANA)
    first = server.comment(own, "Que horas abre?", ANA, like_count=2)
    below = server.comment(own, "Também quero saber", BIA, parent=first)
    mentions, _, pages = read(page, "feed")
    found = {each.external_id: each for each in mentions}
    assert set(found) == {visit, first, below}
    assert found[visit].author_key == "7001"
    assert found[visit].author_name == "Ana Prado"
    assert found[first].in_reply_to == own
    assert found[first].thread_key == f"{own}:7001"
    assert found[first].likes == 2
    assert found[below].in_reply_to == first
    assert found[below].is_direct
    assert not found[below].is_private
    assert found[below].extra["top"] == first
    assert [each.external_id for each in pages[0].own] == [own]
    assert pages[0].own[0].figures == Figures(own, likes=0, shares=3, replies=2)
    assert pages[0].calls >= 1


def test_what_was_read_is_not_handed_over_again(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Promoção")
    server.comment(own, "Quero", ANA)
    mentions, cursor, _ = read(page, "feed")
    assert len(mentions) == 1
    again, cursor, _ = read(page, "feed", cursor)
    assert again == []
    late = server.comment(own, "Eu também", BIA)
    third, _, _ = read(page, "feed", cursor)
    assert [each.external_id for each in third] == [late]


@pytest.mark.parametrize("trouble", ["none", "disorder", "duplicates"])
def test_a_backlog_in_pages_comes_whole_whatever_is_killed(
    server: GraphServer, open_it: Callable[..., FacebookPage], trouble: str
) -> None:
    server.page_size = 4
    server.is_disordered = trouble == "disorder"
    server.has_duplicates = trouble == "duplicates"
    posts = [server.post(f"Postagem {n}") for n in range(9)]
    wanted = {server.comment(posts[n % 9], f"Comentário {n}", ANA) for n in range(60)}
    got: set[str | None] = set()
    cursor: str | None = None
    for _ in range(80):
        channel = open_it()  # each page by a program that was just started
        fetched = channel.fetch("feed", cursor)
        channel.fetch("feed", cursor)  # read before the kill and not stored
        got |= {each.external_id for each in fetched.mentions}
        cursor = fetched.cursor
        if not fetched.has_more:
            break
    assert got == wanted


def test_a_comment_during_a_pass_is_not_lost(server: GraphServer, page: FacebookPage) -> None:
    server.page_size = 2
    posts = [server.post(f"Postagem {n}") for n in range(6)]
    fetched = page.fetch("feed", None)
    assert fetched.has_more
    late = server.comment(posts[-1], "Cheguei no meio", ANA)
    rest, cursor, _ = read(page, "feed", fetched.cursor)
    again, _, _ = read(page, "feed", cursor)
    assert late in {each.external_id for each in rest + again}


def test_an_edit_comes_with_its_time_and_a_removal_as_such(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Cardápio")
    edited, removed = server.comment(own, "caro", ANA), server.comment(own, "péssimo", BIA)
    _, cursor, _ = read(page, "feed")
    server.edit(edited, "caro demais")
    server.remove(removed)
    mentions, cursor, pages = read(page, "feed", cursor)
    assert [(each.external_id, each.text) for each in mentions] == [(edited, "caro demais")]
    assert mentions[0].edited_at is not None
    assert [each for one in pages for each in one.removals] == [Removal(removed)]
    _, _, pages = read(page, "feed", cursor)
    assert [each for one in pages for each in one.removals] == []


def test_old_posts_are_looked_at_once_an_hour(server: GraphServer, page: FacebookPage, now: FakeClock) -> None:
    now.advance(timedelta(days=-20))
    old = server.post("Vaga aberta")
    server.post("Também antiga")
    now.advance(timedelta(days=20))
    server.page_size = 1
    server.post("Hoje tem bolo")
    _, cursor, _ = read(page, "feed")
    late = server.comment(old, "Ainda está aberta?", ANA)
    near, cursor, pages = read(page, "feed", cursor)
    assert near == []
    assert len(pages) == 2
    now.advance(timedelta(hours=1, minutes=1))
    far, _, _ = read(page, "feed", cursor)
    assert [each.external_id for each in far] == [late]


def test_posts_that_tag_the_page(server: GraphServer, page: FacebookPage) -> None:
    tagged = server.post("Melhor padaria: Padaria Aurora", BIA, edge="tagged")
    mentions, cursor, _ = read(page, "tagged")
    assert [(each.external_id, each.author_key) for each in mentions] == [(tagged, "7002")]
    assert read(page, "tagged", cursor)[0] == []


def test_the_inbox_with_a_picture(server: GraphServer, page: FacebookPage) -> None:
    server.pictures["nota"] = PICTURE
    data = {
        "mime_type": "image/jpeg",
        "name": "nota.jpg",
        "size": 9,
        "image_data": {"url": f"{server.url}/picture/nota"},
    }
    film = {"mime_type": "video/mp4", "name": "filme.mp4", "video_data": {"url": "https://video.fbcdn.net/filme.mp4"}}
    server.message("Boa tarde", ANA)
    server.message("", ANA, attachments={"data": [data, film]})
    mentions, cursor, _ = read(page, "messages")
    assert [each.text for each in mentions] == ["Boa tarde", "📷 🎬"]
    assert all(each.is_private and each.is_direct and each.thread_key == mentions[0].thread_key for each in mentions)
    picture, video = mentions[1].attachments
    assert (picture.name, picture.content) == ("nota.jpg", PICTURE)
    assert (video.name, video.content) == ("filme.mp4", None)
    assert mentions[1].extra["file_2"] == "https://video.fbcdn.net/filme.mp4"
    server.message("Alguém aí?", ANA)
    assert [each.text for each in read(page, "messages", cursor)[0]] == ["Alguém aí?"]


def test_a_long_conversation_is_paged(server: GraphServer, page: FacebookPage) -> None:
    for n in range(35):
        server.message(f"mensagem {n}", ANA)
    server.page_size = 6
    mentions, _, pages = read(page, "messages")
    assert {each.text for each in mentions} == {f"mensagem {n}" for n in range(35)}
    assert len(pages) > 3


def test_a_public_answer_stands_below_the_comment_and_comes_back_as_ours(
    server: GraphServer, page: FacebookPage
) -> None:
    own = server.post("Bolo")
    first = server.comment(own, "Tem sem glúten?", ANA)
    below = server.comment(own, "Queria também", BIA, parent=first)
    mentions, cursor, _ = read(page, "feed")
    target = next(each for each in mentions if each.external_id == below)
    receipt = page.send(answer_to(target, "Temos, sim!"))
    assert server.answers(first) == ["Temos, sim!"]
    assert receipt.permalink
    _, _, pages = read(page, "feed", cursor)
    ours = [each for one in pages for each in one.own]
    assert [(each.external_id, each.text, each.in_reply_to) for each in ours] == [
        (receipt.external_id, "Temos, sim!", first)
    ]
    assert page.find_sent(answer_to(target, "Temos, sim!")) == receipt
    assert page.find_sent(answer_to(target, "Outra coisa")) is None
    old = answer_to(target, "Temos, sim!", written_at=datetime.now(UTC) + timedelta(hours=1))
    assert page.find_sent(old) is None


def test_a_post_of_a_visitor_is_answered_with_a_picture(server: GraphServer, page: FacebookPage) -> None:
    visit = server.post("Cadê minha encomenda?", ANA)
    mention = read(page, "feed")[0][0]
    file = OutgoingFile("nota.png", "image/png", b"\x89PNG")
    page.send(answer_to(mention, "Segue a nota", files=(file,)))
    assert server.answers(visit) == ["Segue a nota"]
    assert [each.values["attachment"]["size"] for each in server.nodes.values() if "attachment" in each.values] == [4]


def test_a_lost_receipt_is_looked_up(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Bolo")
    server.comment(own, "Tem?", ANA)
    mention = read(page, "feed")[0][0]
    server.lose_next(method="POST")
    error = failure(lambda: page.send(answer_to(mention, "Tem!")))
    assert not error.is_certain
    found = page.find_sent(answer_to(mention, "Tem!"))
    assert found is not None
    assert server.answers(mention.external_id or "") == ["Tem!"]


def test_a_comment_is_answered_privately_once_and_within_seven_days(
    server: GraphServer, page: FacebookPage, now: FakeClock
) -> None:
    own = server.post("Bolo")
    comment = server.comment(own, "Meu pedido não chegou", ANA)
    mention = read(page, "feed")[0][0]
    reply = answer_to(mention, "Mande o número do pedido", visibility=Visibility.PRIVATE)
    receipt = page.send(reply)
    assert server.private_answers == {comment: "Mande o número do pedido"}
    again = failure(lambda: page.send(reply))
    assert (again.problem, again.is_certain) == (Problem.WINDOW_CLOSED, True)
    mine = replace(reply, extra={**reply.extra, "author_id": ANA.id})
    assert page.find_sent(mine) == replace(receipt)
    server.comment(own, "O meu também não", BIA)
    now.advance(timedelta(days=8))
    late = next(each for each in read(page, "feed")[0] if each.author_key == BIA.id)
    error = failure(lambda: page.send(answer_to(late, visibility=Visibility.PRIVATE)))
    assert error.problem is Problem.WINDOW_CLOSED


def test_the_windows_of_the_inbox(server: GraphServer, open_it: Callable[..., FacebookPage], now: FakeClock) -> None:
    page = open_it()
    server.message("Oi", ANA)
    mention = read(page, "messages")[0][0]
    page.send(answer_to(mention, "um"))
    now.advance(timedelta(hours=25))
    page.send(answer_to(mention, "dois"))
    automatic = failure(lambda: page.send(answer_to(mention, "máquina", is_automatic=True)))
    unwanted = failure(lambda: open_it({"human_agent": "no"}).send(answer_to(mention, "não")))
    server.allows_person = False
    forbidden = failure(lambda: page.send(answer_to(mention, "três")))
    server.allows_person = True
    now.advance(timedelta(days=7))
    late = failure(lambda: page.send(answer_to(mention, "quatro")))
    assert {each.problem for each in (automatic, unwanted, forbidden, late)} == {Problem.WINDOW_CLOSED}
    conversation = server.inbox["messenger", ANA.id]
    assert server.answers(conversation) == ["um", "dois"]
    found = page.find_sent(answer_to(mention, "dois"))
    assert found is not None
    own = [each for one in read(page, "messages")[2] for each in one.own]
    assert {(each.text, each.is_private, each.thread_key) for each in own} >= {("dois", True, conversation)}


@pytest.mark.parametrize(
    ("refusal", "problem"),
    [
        ((190, 463, "Session has expired", 401), Problem.TOKEN_EXPIRED),
        ((190, 460, "password changed", 401), Problem.TOKEN_REVOKED),
        ((190, 467, "logged out", 401), Problem.TOKEN_REVOKED),
        ((190, 0, "Invalid OAuth access token", 401), Problem.TOKEN_REVOKED),
        ((10, 0, "Application does not have permission", 403), Problem.SCOPE_MISSING),
        ((200, 0, "Permissions error", 403), Problem.SCOPE_MISSING),
        ((299, 0, "Permissions error", 403), Problem.SCOPE_MISSING),
        ((3, 0, "capability", 400), Problem.SCOPE_MISSING),
        ((10, 2018278, "outside of allowed window", 403), Problem.WINDOW_CLOSED),
        ((10, 2534022, "window", 403), Problem.WINDOW_CLOSED),
        ((1404, 0, "window", 400), Problem.WINDOW_CLOSED),
        ((551, 1545041, "This person isn't available right now.", 400), Problem.RECIPIENT_REFUSED),
        ((100, 2018001, "No matching user found", 400), Problem.RECIPIENT_REFUSED),
        ((100, 33, "does not exist", 400), Problem.TARGET_GONE),
        ((803, 0, "Some of the aliases you requested do not exist", 404), Problem.TARGET_GONE),
        ((100, 0, "Length of param message[text] must be less", 400), Problem.TEXT_TOO_LONG),
        ((100, 0, "Invalid parameter", 400), Problem.REFUSED),
        ((506, 0, "Duplicate message", 400), Problem.DUPLICATE_REFUSED),
        ((368, 0, "abusive", 400), Problem.TEXT_REFUSED),
        ((2635, 0, "deprecated version", 400), Problem.NOT_SUPPORTED),
        ((80006, 0, "too many messenger api calls", 400), Problem.RATE_LIMITED),
        ((99999, 0, "what?", 400), Problem.REFUSED),
    ],
)
def test_what_the_network_refuses_has_a_name(
    server: GraphServer, page: FacebookPage, refusal: tuple[int, int, str, int], problem: Problem
) -> None:
    own = server.post("Bolo")
    server.comment(own, "Tem?", ANA)
    mention = read(page, "feed")[0][0]
    server.refuse_next(*refusal, method="POST")
    error = failure(lambda: page.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (problem, True)
    assert server.answers(own) == []


@pytest.mark.parametrize(("code", "status"), [(1, 500), (2, 503), (2, 400)])
def test_after_a_mishap_at_the_network_nobody_knows_whether_it_arrived(
    server: GraphServer, page: FacebookPage, code: int, status: int
) -> None:
    server.post("Bolo")
    mention = IncomingMention("facebook", "x", datetime.now(UTC), "1_2", extra={"kind": "comment", "target": "1_2"})
    read(page, "feed")
    server.refuse_next(code, 0, "temporarily unavailable", status, method="POST")
    error = failure(lambda: page.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (Problem.SERVER_ERROR, False)


@pytest.mark.parametrize("code", [4, 17, 32, 613])
def test_a_limit_tells_how_long_to_wait(server: GraphServer, page: FacebookPage, code: int) -> None:
    read(page, "feed")
    server.refuse_next(code, 0, "limit reached", 403)
    assert failure(lambda: page.fetch("feed", None)).retry_after == timedelta(minutes=10)
    use = {"1": [{"type": "pages", "call_count": 100, "estimated_time_to_regain_access": 19}]}
    body = {"error": {"code": code, "message": "limit"}}
    server.fail_next(400, headers={"X-Business-Use-Case-Usage": json.dumps(use)}, body=body)
    error = failure(lambda: page.fetch("feed", None))
    assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, timedelta(minutes=19))
    asked = len(server.requests)
    assert failure(lambda: page.fetch("feed", None)).problem is Problem.RATE_LIMITED
    assert len(server.requests) == asked


def test_a_page_near_its_limit_rests_by_itself(server: GraphServer, page: FacebookPage, now: FakeClock) -> None:
    server.usage = {"X-App-Usage": json.dumps({"call_count": 97, "total_time": 20, "total_cputime": 3})}
    error = failure(lambda: [page.fetch("tagged", None), page.fetch("tagged", None)])
    assert error.problem is Problem.RATE_LIMITED
    assert error.retry_after is not None
    assert timedelta(minutes=4) < error.retry_after <= timedelta(minutes=5)
    server.usage = {}
    now.advance(timedelta(minutes=6))
    page.fetch("tagged", None)


def test_http_mishaps_while_reading(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Bolo")
    server.comment(own, "Tem?", ANA)
    read(page, "tagged")
    server.fail_next(429, headers={"Retry-After": "7"}, body={"what": 1})
    error = failure(lambda: page.fetch("feed", None))
    assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, timedelta(seconds=7))
    server.fail_next(502)
    assert failure(lambda: page.fetch("feed", None)).problem is Problem.SERVER_ERROR
    server.cut_next(20, times=3)
    assert failure(lambda: page.fetch("feed", None)).problem in {Problem.NO_NETWORK, Problem.UNREADABLE}
    for shape in ([], {"data": {}}, {"nothing": 1}, b"<html>", "text"):
        server.shape_next(shape)
        assert failure(lambda: page.fetch("feed", None)).problem is Problem.UNREADABLE
    assert [each.text for each in read(page, "feed")[0]] == ["Tem?"]


def test_an_item_of_another_shape_is_told_once_and_the_others_go_on(server: GraphServer, page: FacebookPage) -> None:
    good = {"id": f"{PAGE_ID}_9", "message": "Olá", "created_time": datetime.now(UTC).isoformat(), "from": {"id": "7"}}
    odd = [7, {"id": "x"}, {"created_time": "2026-01-01T00:00:00+0000"}, {"id": "y", "created_time": "soon"}, good]
    below = {**good, "id": f"{PAGE_ID}_8", "comments": {"data": [{"message": "?"}, None, "x"], "paging": []}}
    read(page, "tagged")
    server.shape_next({"data": [*odd, below, good]}, times=2)
    fetched = page.fetch("feed", None)
    assert {each.external_id for each in fetched.mentions} == {f"{PAGE_ID}_9", f"{PAGE_ID}_8"}
    assert len(fetched.rejected) == 7
    assert all(each.excerpt == "" for each in fetched.rejected)
    assert page.fetch("feed", fetched.cursor).rejected == ()


def test_a_cursor_of_another_make_begins_anew(server: GraphServer, page: FacebookPage) -> None:
    own = server.post("Bolo")
    server.comment(own, "Tem?", ANA)
    for cursor in ('{"v":99}', "{}", "[]", "nonsense", '{"v":1}', '{"v":1,"since":"x"}'):
        assert len(read(page, "feed", cursor)[0]) == 1


def test_a_lost_place_in_a_list_begins_the_pass_again(server: GraphServer, page: FacebookPage) -> None:
    server.page_size = 2
    posts = [server.post(f"Postagem {n}") for n in range(5)]
    wanted = {server.comment(posts[n % 5], f"c{n}", ANA) for n in range(15)}
    fetched = page.fetch("feed", None)
    server.refuse_next(100, 0, "Invalid cursors values", path=f"/v26.0/{PAGE_ID}/feed")
    server.refuse_next(100, 0, "Invalid cursors values", path=f"/v26.0/{posts[-1]}/comments")
    rest, _, _ = read(page, "feed", fetched.cursor)
    assert {each.external_id for each in [*fetched.mentions, *rest]} == wanted


def test_a_post_that_goes_while_it_is_read_is_left_out(server: GraphServer, page: FacebookPage) -> None:
    server.page_size = 2
    post = server.post("Bolo")
    for n in range(6):
        server.comment(post, f"c{n}", ANA)
    fetched = page.fetch("feed", None)
    server.remove(post)
    rest, _, pages = read(page, "feed", fetched.cursor)
    assert rest == []
    assert not pages[-1].has_more


def test_acts_at_the_source(server: GraphServer, page: FacebookPage) -> None:
    comment = server.comment(server.post("Bolo"), "spam", ANA)
    for _ in range(2):
        page.act("hide", comment)
        assert server.nodes[comment].values["is_hidden"] is True
    page.act("unhide", comment)
    assert server.nodes[comment].values["is_hidden"] is False
    page.act("like", comment)
    assert server.nodes[comment].reactions == {PAGE_ID}
    page.act("unlike", comment)
    assert server.nodes[comment].reactions == set()
    assert failure(lambda: page.act("pin", comment)).problem is Problem.NOT_SUPPORTED
    server.remove(comment)
    assert failure(lambda: page.act("hide", comment)).problem is Problem.TARGET_GONE


def test_figures_leave_out_what_is_gone(server: GraphServer, page: FacebookPage) -> None:
    post = server.post("Bolo")
    kept, gone = server.comment(post, "bom", ANA), server.comment(post, "ruim", BIA)
    page.act("like", kept)
    server.remove(gone)
    found = {each.external_id: each for each in page.figures([post, kept, gone, "m_1"])}
    assert set(found) == {post, kept, "m_1"}
    assert found[post] == Figures(post, likes=0, shares=3, replies=1)
    assert found[kept].likes == 1


def test_a_day_is_counted(server: GraphServer, page: FacebookPage, now: FakeClock) -> None:
    post = server.post("Bolo")
    for n in range(7):
        server.comment(post, f"c{n}", ANA)
    server.message("Oi", ANA)
    today = now.now().date()
    assert page.count("feed", today) == 7
    assert page.count("messages", today) == 1
    assert page.count("feed", today + timedelta(days=1)) == 0


def test_trying_out_tells_what_works(server: GraphServer, page: FacebookPage) -> None:
    checked = page.check()
    assert checked.account_name == PAGE_NAME
    assert all(each.works for each in checked.findings)
    assert {each.ability for each in checked.findings} >= {
        Ability.READ_PUBLIC,
        Ability.READ_PRIVATE,
        Ability.REPLY_PUBLIC,
    }
    server.scopes = ["pages_messaging"]
    server.refuse_next(200, 0, "no", 403, path=f"/v26.0/{PAGE_ID}/conversations")
    found = {each.ability: each for each in page.check().findings}
    assert found[Ability.REPLY_PUBLIC].problem is Problem.SCOPE_MISSING
    assert found[Ability.READ_PRIVATE].problem is Problem.SCOPE_MISSING
    assert found[Ability.REPLY_PRIVATE].works
    server.shape_next([{"code": 200, "body": "{}"}], method="POST")
    assert {each.problem for each in page.check().findings} >= {Problem.UNREADABLE}
    assert all(each.method == "GET" or each.path.endswith("/v26.0/") for each in server.requests)


def test_a_token_of_a_person_leads_to_the_page_and_is_kept_for_good(server: GraphServer, now: FakeClock) -> None:
    options = {"page_id": PAGE_ID, "base_url": server.url, "app_id": "77"}
    credentials = FakeCredentials(token=USER_TOKEN, app_secret="app-secret")
    account = Account(1, "facebook", "Padaria", options)
    page = NETWORK.open(account=account, credentials=credentials, clock=now)  # type: ignore[arg-type]  # ours
    page.fetch("tagged", None)
    asked = server.asked(f"/v26.0/{PAGE_ID}/tagged")[-1]
    assert asked.bearer == PAGE_TOKEN
    assert len(asked.one("appsecret_proof")) == 64
    page.check()
    assert credentials.get("token") == PAGE_TOKEN
    page.close()


def test_a_page_by_its_name_still_knows_its_own_words(
    server: GraphServer, open_it: Callable[..., FacebookPage]
) -> None:
    own = server.post("Bolo")
    server.comment(own, "Tem?", ANA)
    server.message("Oi", ANA)
    page = open_it({"page_id": PAGE_ALIAS})
    mentions, _, pages = read(page, "feed")
    assert [each.text for each in mentions] == ["Tem?"]
    assert [each.external_id for each in pages[0].own] == [own]
    page.send(answer_to(read(page, "messages")[0][0], "Olá"))
    assert [each.text for each in read(page, "messages")[2][0].own] == ["Olá"]


def test_without_a_token_nothing_is_asked(server: GraphServer, open_it: Callable[..., FacebookPage]) -> None:
    page = open_it(None, other="x")
    assert failure(lambda: page.fetch("feed", None)).problem is Problem.NO_KEY
    assert server.requests == []


def test_waiting_and_the_kind(page: FacebookPage) -> None:
    stop = threading.Event()
    stop.set()
    assert page.wait(stop, 5) is False
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert tuple(page.streams) == ("feed", "tagged", "messages")


_REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data")
_PAYLOADS = _REAL / "channels" / "payloads" / "facebook"


@pytest.mark.skipif(not _PAYLOADS.exists(), reason="recorded answers are not on this machine")
def test_recorded_answers_are_read_without_loss() -> None:
    reader = PageReader("none")
    comments = json.loads((_PAYLOADS / "apidata_comments_comments_p2.json").read_text())["data"]
    named = json.loads((_PAYLOADS / "apidata_comments_comments_info.json").read_text())
    for item in [*comments, *named.values()]:
        seen = reader.comment(item, "")
        assert isinstance(seen.value, IncomingMention)
        assert (seen.value.text, seen.value.likes, seen.value.replies) == (
            item["message"],
            item["like_count"],
            item["comment_count"],
        )
        assert seen.value.permalink == item["permalink_url"]
        assert seen.id == item.get("id", seen.id)
    assert len({reader.comment(item, "").id for item in comments}) == len(comments)
    answer = reader.comment(comments[1], "")
    assert isinstance(answer.value, IncomingMention)
    assert answer.value.in_reply_to == "10158407654328553_10158412899928553"
    for name in ("apidata_posts_feeds_default_fields_p2", "apidata_posts_feed_fields_p2"):
        items = json.loads((_PAYLOADS / f"{name}.json").read_text())["data"]
        for item, (_, seen) in zip(items, reader.posts(items, "feed"), strict=True):
            assert isinstance(seen.value, IncomingMention)
            assert seen.id == item["id"]
            assert seen.value.text == item.get("message", seen.value.text)
            if "shares" in item:
                assert seen.value.shares == item["shares"]["count"]
                assert seen.value.likes == item["reactions"]["summary"]["total_count"]
                assert seen.value.replies == item["comments"]["summary"]["total_count"]
    post = json.loads((_PAYLOADS / "models_post.json").read_text())
    pictures = post["attachments"]["data"][0]["subattachments"]["data"]
    assert len(reader.post(post, "feed").files) == len(pictures)


def test_our_own_comment_is_no_mention() -> None:
    item = {"id": "1_2", "created_time": "2026-11-01T10:00:00+0000", "message": "Oi", "from": {"id": "9"}}
    own = PageReader("9").comment(item, "9_1").value
    assert isinstance(own, OwnPost)
    assert (own.external_id, own.in_reply_to) == ("1_2", "9_1")

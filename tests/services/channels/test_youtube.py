"""A YouTube channel through real HTTP: comments arrive once, answers stand there once, the quota is kept an eye on."""

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
from app.models.domain.channel_kind import Ability, Grade
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
from app.services.channels.youtube import KIND, NETWORK, YoutubeChannel
from app.services.channels.youtube_errors import until_midnight_pacific
from app.services.channels.youtube_reading import ChannelReader, video_of
from tests.counterparts.youtube import ACCESS_TOKEN, API_KEY, CHANNEL_ID, HANDLE, TITLE, Viewer, YoutubeServer
from tests.fakes import FakeClock, FakeCredentials

ANA, BIA = Viewer("UCanaAAA", "@anaprado"), Viewer("UCbiaBBB", "@bialuz")


@pytest.fixture
def now() -> FakeClock:
    return FakeClock(datetime.now(UTC))  # the counterpart's answers carry the real time in their headers


@pytest.fixture
def server(now: FakeClock) -> Iterator[YoutubeServer]:
    with YoutubeServer(now) as made:
        yield made


@pytest.fixture
def open_it(server: YoutubeServer, now: FakeClock) -> Iterator[Callable[..., YoutubeChannel]]:
    opened: list[YoutubeChannel] = []

    def make(channel_id: str = CHANNEL_ID, **secrets: str) -> YoutubeChannel:
        account = Account(1, "youtube", "Padaria", {"channel_id": channel_id, "base_url": server.url})
        credentials = FakeCredentials(**(secrets or {"api_key": API_KEY, "access_token": ACCESS_TOKEN}))
        opened.append(NETWORK.open(account=account, credentials=credentials, clock=now))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def channel(open_it: Callable[..., YoutubeChannel]) -> YoutubeChannel:
    return open_it()


def read(channel: Any, stream: str, cursor: str | None = None) -> tuple[list[IncomingMention], str, list[Fetched]]:
    """Read to the end; what came, the last cursor, the pages."""
    pages: list[Fetched] = []
    while not pages or pages[-1].has_more:
        pages.append(channel.fetch(stream, cursor))
        cursor = pages[-1].cursor
        assert len(pages) < 120
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
        visibility=Visibility.PUBLIC,
        in_reply_to=mention.external_id,
        thread_key=mention.thread_key,
        author_key=mention.author_key,
        permalink=mention.permalink,
        extra=mention.extra,
        written_at=datetime.now(UTC),
    )
    return replace(reply, **changes)


def test_comments_and_answers_arrive_with_their_thread(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Como fazemos o pão")
    top = server.comment(video, "Que forno é esse?", ANA)
    below = server.comment(video, "Também quero saber", BIA, top)
    mentions, cursor, pages = read(channel, "comments")
    found = {each.external_id: each for each in mentions}
    assert set(found) == {top, below}
    assert (found[top].author_key, found[top].author_name) == ("ucanaaaa", "@anaprado")
    assert found[top].in_reply_to == f"video:{video}"
    assert found[top].thread_key == f"video:{video}:ucanaaaa"
    assert found[top].permalink == f"https://www.youtube.com/watch?v={video}&lc={top}"
    assert found[top].replies == 1
    assert found[top].is_direct
    assert found[below].in_reply_to == top
    assert found[below].extra["top"] == top
    assert sum(each.calls for each in pages) == 2
    again, _, pages = read(channel, "comments", cursor)
    assert again == []
    assert sum(each.calls for each in pages) == 1


@pytest.mark.parametrize("trouble", ["none", "disorder", "duplicates"])
def test_a_backlog_in_pages_comes_whole_whatever_is_killed(
    server: YoutubeServer, open_it: Callable[..., YoutubeChannel], trouble: str
) -> None:
    server.page_size, server.shown_answers = 3, 2
    server.is_disordered = trouble == "disorder"
    server.has_duplicates = trouble == "duplicates"
    video = server.video("Pão")
    wanted = set()
    for n in range(20):
        top = server.comment(video, f"c{n}", ANA)
        wanted |= {top, *(server.comment(video, f"r{n}-{m}", BIA, top) for m in range(n % 7))}
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


def test_an_answer_in_an_old_thread_is_found_within_the_hour(
    server: YoutubeServer, channel: YoutubeChannel, now: FakeClock
) -> None:
    server.page_size = 1
    now.advance(timedelta(days=-9))
    video = server.video("Pão")
    old = server.comment(video, "Boa receita", ANA)
    server.comment(video, "Gostei", ANA)
    now.advance(timedelta(days=9))
    server.comment(video, "Nova", ANA)
    _, cursor, _ = read(channel, "comments")
    late = server.comment(video, "Eu não", BIA, old)
    near, cursor, _ = read(channel, "comments", cursor)
    assert near == []
    now.advance(timedelta(minutes=61))
    far, _, _ = read(channel, "comments", cursor)
    assert [each.external_id for each in far] == [late]


def test_a_long_thread_is_read_again_only_when_its_number_changes(
    server: YoutubeServer, channel: YoutubeChannel
) -> None:
    video = server.video("Pão")
    top = server.comment(video, "Polêmica", ANA)
    for n in range(12):
        server.comment(video, f"r{n}", BIA, top)
    mentions, cursor, _ = read(channel, "comments")
    assert len(mentions) == 13
    _, cursor, pages = read(channel, "comments", cursor)
    assert sum(each.calls for each in pages) == 1
    server.comment(video, "mais um", BIA, top)
    mentions, _, pages = read(channel, "comments", cursor)
    assert [each.text for each in mentions] == ["mais um"]
    assert sum(each.calls for each in pages) == 2


def test_edits_and_removals(server: YoutubeServer, channel: YoutubeChannel, now: FakeClock) -> None:
    video = server.video("Pão")
    edited, gone = server.comment(video, "caro", ANA), server.comment(video, "ruim", BIA)
    _, cursor, _ = read(channel, "comments")
    now.advance(timedelta(minutes=5))
    server.edit(edited, "caro, mas bom")
    server.remove(gone)
    mentions, _, pages = read(channel, "comments", cursor)
    assert [(each.external_id, each.text) for each in mentions] == [(edited, "caro, mas bom")]
    assert mentions[0].edited_at is not None
    assert mentions[0].edited_at > mentions[0].posted_at
    assert [each for page in pages for each in page.removals] == [Removal(gone)]


def test_our_videos_come_as_ours_with_their_audience(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Como fazemos o pão")
    mentions, cursor, pages = read(channel, "videos")
    assert mentions == []
    own = [each for page in pages for each in page.own]
    figures = Figures(f"video:{video}", likes=9, replies=2, reach=120)
    assert [(each.external_id, each.text, each.figures) for each in own] == [
        (f"video:{video}", "Como fazemos o pão", figures)
    ]
    assert [each.own for each in read(channel, "videos", cursor)[2]] == [()]
    server.videos.clear()
    assert [each for page in read(channel, "videos", cursor)[2] for each in page.removals] == [
        Removal(f"video:{video}")
    ]


def test_an_answer_stands_in_the_thread_and_comes_back_as_ours(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Pão")
    top = server.comment(video, "Que forno?", ANA)
    below = server.comment(video, "Pois é", BIA, top)
    mentions, cursor, _ = read(channel, "comments")
    target = next(each for each in mentions if each.external_id == below)
    receipt = channel.send(answer_to(target, "É a lenha!"))
    assert server.answers(top) == ["É a lenha!"]
    assert receipt.permalink == f"https://www.youtube.com/watch?v={video}&lc={receipt.external_id}"
    assert channel.find_sent(answer_to(target, "É a lenha!")) == receipt
    assert channel.find_sent(answer_to(target, "É a gás")) is None
    later = answer_to(target, "É a lenha!", written_at=datetime.now(UTC) + timedelta(hours=1))
    assert channel.find_sent(later) is None
    _, _, pages = read(channel, "comments", cursor)
    own = [each for page in pages for each in page.own]
    assert [(each.external_id, each.in_reply_to) for each in own] == [(receipt.external_id, top)]


def test_a_lost_receipt_is_looked_up(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Pão")
    top = server.comment(video, "Que forno?", ANA)
    mention = read(channel, "comments")[0][0]
    server.lose_next(method="POST")
    assert not failure(lambda: channel.send(answer_to(mention, "Lenha"))).is_certain
    assert channel.find_sent(answer_to(mention, "Lenha")) is not None
    assert server.answers(top) == ["Lenha"]


def test_what_cannot_be_sent(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Pão")
    server.comment(video, "Que forno?", ANA)
    mention = read(channel, "comments")[0][0]
    file = OutgoingFile("a.png", "image/png", b"x")
    cases = [
        (answer_to(mention, visibility=Visibility.PRIVATE), Problem.NOT_SUPPORTED),
        (answer_to(mention, files=(file,)), Problem.FILE_REFUSED),
        (answer_to(mention, "x" * 10_001), Problem.TEXT_TOO_LONG),
        (answer_to(mention, extra={}, in_reply_to="Ugnone.2"), Problem.TARGET_GONE),
        (answer_to(mention, extra={}, in_reply_to=None), Problem.TARGET_GONE),
    ]
    for reply, problem in cases:
        error = failure(lambda reply=reply: channel.send(reply))
        assert (error.problem, error.is_certain) == (problem, True)
    server.are_comments_disabled = True
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.facts["reason"]) == (Problem.REFUSED, "commentsDisabled")
    assert [each.text for each in server.comments.values()] == ["Que forno?"]


@pytest.mark.parametrize(
    ("status", "reason", "problem"),
    [
        (403, "rateLimitExceeded", Problem.RATE_LIMITED),
        (401, "authError", Problem.TOKEN_EXPIRED),
        (403, "insufficientPermissions", Problem.SCOPE_MISSING),
        (403, "accessNotConfigured", Problem.SCOPE_MISSING),
        (400, "keyInvalid", Problem.TOKEN_REVOKED),
        (404, "channelNotFound", Problem.NOT_FOUND),
        (400, "nobody knows", Problem.REFUSED),
        (503, "backendError", Problem.SERVER_ERROR),
        (500, "nobody knows", Problem.SERVER_ERROR),
    ],
)
def test_what_the_network_refuses_has_a_name(
    server: YoutubeServer, channel: YoutubeChannel, status: int, reason: str, problem: Problem
) -> None:
    read(channel, "comments")
    server.refuse_next(status, reason)
    assert failure(lambda: channel.fetch("comments", None)).problem is problem


@pytest.mark.parametrize(("status", "reason"), [(503, "backendError"), (400, "processingFailure"), (500, "odd")])
def test_after_a_mishap_nobody_knows_whether_it_arrived(
    server: YoutubeServer, channel: YoutubeChannel, status: int, reason: str
) -> None:
    server.comment(server.video("Pão"), "Que forno?", ANA)
    mention = read(channel, "comments")[0][0]
    server.refuse_next(status, reason, method="POST")
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (Problem.SERVER_ERROR, False)


def test_a_spent_quota_waits_for_midnight_in_california(
    server: YoutubeServer, channel: YoutubeChannel, now: FakeClock
) -> None:
    server.units_left = 1
    error = failure(lambda: channel.fetch("comments", None))
    assert error.problem is Problem.QUOTA_SPENT
    assert error.retry_after == until_midnight_pacific(now.now())
    assert until_midnight_pacific(datetime(2026, 11, 22, 7, 30, tzinfo=UTC)) == timedelta(minutes=30)
    assert until_midnight_pacific(datetime(2026, 7, 1, 7, 0, tzinfo=UTC)) == timedelta(days=1)
    assert until_midnight_pacific(datetime(2026, 3, 8, 8, 0, tzinfo=UTC)) == timedelta(hours=23)


def test_the_keys(server: YoutubeServer, open_it: Callable[..., YoutubeChannel]) -> None:
    server.comment(server.video("Pão"), "Que forno?", ANA)
    reader = open_it(HANDLE, api_key=API_KEY)
    mention = read(reader, "comments")[0][0]
    assert failure(lambda: reader.send(answer_to(mention))).problem is Problem.NO_KEY
    assert failure(lambda: open_it(api_key="other").fetch("comments", None)).problem is Problem.TOKEN_REVOKED
    assert failure(lambda: open_it(nothing="x").fetch("comments", None)).problem is Problem.NO_KEY
    assert failure(lambda: open_it("UCnobody").fetch("comments", None)).problem is Problem.NOT_FOUND
    assert len(read(open_it("", access_token=ACCESS_TOKEN), "comments")[0]) == 1
    server.tokens.clear()
    server.refuse_next(401, "", path="/channels")
    assert failure(lambda: open_it("", access_token="old").fetch("comments", None)).problem is Problem.TOKEN_EXPIRED


def test_trying_out_tells_what_works(server: YoutubeServer, open_it: Callable[..., YoutubeChannel]) -> None:
    checked = open_it().check()
    assert checked.account_name == TITLE
    assert {each.ability: each.works for each in checked.findings} == {
        Ability.READ_PUBLIC: True,
        Ability.REPLY_PUBLIC: True,
        Ability.HIDE: True,
    }
    found = {each.ability: each for each in open_it(api_key=API_KEY).check().findings}
    assert found[Ability.REPLY_PUBLIC].problem is Problem.NO_KEY
    server.token_channel = "UCanother"
    found = {each.ability: each for each in open_it().check().findings}
    assert found[Ability.REPLY_PUBLIC].problem is Problem.SCOPE_MISSING
    assert {each.method for each in server.requests} == {"GET"}


def test_hide_and_show(server: YoutubeServer, channel: YoutubeChannel) -> None:
    comment = server.comment(server.video("Pão"), "spam", ANA)
    for _ in range(2):
        channel.act("hide", comment)
        assert server.comments[comment].status == "heldForReview"
    channel.act("unhide", comment)
    assert server.comments[comment].status == "published"
    for kind, target in (("like", comment), ("hide", "video:1")):
        error = failure(lambda kind=kind, target=target: channel.act(kind, target))
        assert error.problem is Problem.NOT_SUPPORTED
    server.remove(comment)
    assert failure(lambda: channel.act("hide", comment)).problem is Problem.TARGET_GONE


def test_figures_and_count(server: YoutubeServer, channel: YoutubeChannel, now: FakeClock) -> None:
    video = server.video("Pão")
    top, gone = server.comment(video, "bom", ANA), server.comment(video, "ruim", BIA)
    below = server.comment(video, "sim", BIA, top)
    server.comments[below].likes = 4
    assert channel.count("comments", now.now().date()) == 3
    server.remove(gone)
    found = {each.external_id: each for each in channel.figures([f"video:{video}", top, gone, below])}
    assert set(found) == {f"video:{video}", top, below}
    assert found[f"video:{video}"].reach == 120
    assert found[top] == Figures(top, likes=0, replies=1)
    assert found[below].likes == 4


def test_other_shapes(server: YoutubeServer, channel: YoutubeChannel) -> None:
    read(channel, "comments")
    for shape in ([], {"items": 3}, {"nothing": 1}, b"<html>"):
        server.shape_next(shape)
        assert failure(lambda: channel.fetch("comments", None)).problem is Problem.UNREADABLE
    stamp = datetime.now(UTC).isoformat()
    good = {"id": "Ug9", "snippet": {"publishedAt": stamp, "textDisplay": "oi"}}
    threads = [
        None,
        {"id": "Ug1"},
        {"id": "Ug2", "snippet": {"topLevelComment": {"id": "Ug2", "snippet": {"publishedAt": "soon"}}}},
        {"id": "Ug9", "snippet": {"topLevelComment": good}, "replies": {"comments": [4, {"id": "Ug9.1"}]}},
    ]
    server.shape_next({"items": threads}, times=2)
    fetched = channel.fetch("comments", None)
    assert [each.external_id for each in fetched.mentions] == ["Ug9"]
    assert fetched.mentions[0].author_key is None
    assert len(fetched.rejected) == 5
    assert channel.fetch("comments", fetched.cursor).rejected == ()


def test_when_too_much_was_said_since_nobody_can_say_that_an_answer_is_not_there(
    server: YoutubeServer, channel: YoutubeChannel
) -> None:
    server.page_size = 1
    video = server.video("Pão")
    top = server.comment(video, "Polêmica", ANA)
    for n in range(8):
        server.comment(video, f"r{n}", BIA, top)
    reply = answer_to(IncomingMention("youtube", "x", datetime.now(UTC), top))
    assert failure(lambda: channel.find_sent(reply)).problem is Problem.NO_ANSWER


def test_a_thread_that_goes_while_it_is_read_is_left_out(server: YoutubeServer, channel: YoutubeChannel) -> None:
    video = server.video("Pão")
    top = server.comment(video, "Polêmica", ANA)
    for n in range(8):
        server.comment(video, f"r{n}", BIA, top)
    fetched = channel.fetch("comments", None)
    assert fetched.has_more
    server.remove(top)
    rest, _, pages = read(channel, "comments", fetched.cursor)
    assert rest == []
    assert not pages[-1].has_more


def test_a_channel_without_videos_and_odd_videos(server: YoutubeServer, channel: YoutubeChannel) -> None:
    assert channel.fetch("videos", None).own == ()
    server.video("Pão")
    server.shape_next({"items": [{"id": "x"}, 3]}, path="/videos")
    assert len(channel.fetch("videos", None).rejected) == 2
    server.shape_next({"items": [{"no": "id"}]}, path="/videos")
    assert channel.figures(["video:1"]) == []
    stop = threading.Event()
    stop.set()
    assert channel.wait(stop, 5) is False


def test_a_lost_page_begins_the_pass_again(server: YoutubeServer, channel: YoutubeChannel) -> None:
    server.page_size = 2
    video = server.video("Pão")
    wanted = {server.comment(video, f"c{n}", ANA) for n in range(7)}
    fetched = channel.fetch("comments", None)
    server.refuse_next(400, "invalidPageToken", path="/commentThreads")
    rest, _, _ = read(channel, "comments", fetched.cursor)
    assert {each.external_id for each in [*fetched.mentions, *rest]} == wanted


def test_the_kind() -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert KIND.grade(Ability.REPLY_PRIVATE) is Grade.NO
    assert KIND.daily_calls == 10_000
    assert KIND.oauth is not None


_REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data")
_PAYLOADS = _REAL / "channels" / "payloads" / "youtube"


@pytest.mark.skipif(not _PAYLOADS.exists(), reason="recorded answers are not on this machine")
def test_recorded_answers_are_read_without_loss() -> None:
    reader = ChannelReader("none")
    read_threads = read_comments = 0
    for path in sorted(_PAYLOADS.glob("comment*.json")):
        value = json.loads(path.read_text())
        items = value.get("items", [value])
        if path.name.startswith("comment_threads"):
            leaf = reader.threads(items, None)
            found = {each.id: each for each in leaf.items}
            expected = [each["snippet"]["topLevelComment"] for each in items]
            expected += [below for each in items for below in each.get("replies", {}).get("comments", [])]
            read_threads += len(items)
        else:
            found = {each["id"]: reader.comment(each) for each in items}
            expected = items
            read_comments += len(items)
        assert set(found) == {each["id"] for each in expected}
        for item in expected:
            mention = found[item["id"]].value
            assert isinstance(mention, IncomingMention)
            snippet = item["snippet"]
            assert mention.text == snippet["textOriginal"]
            assert mention.likes == snippet["likeCount"]
            assert mention.author_name == snippet["authorDisplayName"]
            assert mention.extra["author_id"] == snippet["authorChannelId"]["value"]
    assert read_threads > 10
    assert read_comments > 5
    for path in sorted(_PAYLOADS.glob("videos_videos_*.json")):
        for item in json.loads(path.read_text())["items"]:
            own = video_of(item).value
            assert isinstance(own, OwnPost)
            assert own.text == item["snippet"]["title"]

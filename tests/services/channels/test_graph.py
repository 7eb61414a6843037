"""What Facebook and Instagram share: passes over lists, limits, tokens, pictures, and the corners of their errors."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import Visibility
from app.services.channels import facebook_reading, instagram_reading
from app.services.channels.base import Account, ChannelError, OutgoingReply
from app.services.channels.facebook import NETWORK, FacebookPage
from app.services.channels.facebook_reading import PageReader
from app.services.channels.graph_errors import graph_error
from app.services.channels.graph_media import Pictures
from app.services.channels.graph_pass import Leaf, ListEnd, Todo, Walker
from app.services.channels.graph_reading import NamedFile, Seen, Unreadable, after_of, date_of, when
from app.services.channels.http import Answer
from tests.counterparts.graph import PAGE_ID, PAGE_TOKEN, GraphServer, Person, parse
from tests.fakes import FakeClock, FakeCredentials

ANA = Person("7001", "Ana Prado")
START = datetime(2026, 11, 1, 12, tzinfo=UTC)
FEED = f"/v26.0/{PAGE_ID}/feed"


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

    def make(**options: Any) -> FacebookPage:
        account = Account(1, "facebook", "Padaria", {"page_id": PAGE_ID, "base_url": server.url, **options})
        credentials = FakeCredentials(token=PAGE_TOKEN)
        opened.append(NETWORK.open(account=account, credentials=credentials, clock=now))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def failure(call: Callable[[], object]) -> ChannelError:
    with pytest.raises(ChannelError) as found:
        call()
    return found.value


class Board:
    """A source in memory: entries with items, both newest first, and a clock of its own."""

    has_windows = True

    def __init__(self) -> None:
        self.entries: list[tuple[str, datetime, list[tuple[str, datetime, str]]]] = []
        self.page = 2
        self.asked = 0
        self.time = START
        self.refuse: dict[str, ChannelError] = {}
        self.gone: set[str] = set()

    def outer(self, after: str | None) -> Leaf:
        self.asked += 1
        start = int(after or 0)
        shown = self.entries[start : start + self.page]
        lists = tuple(each for name, _, _ in shown for each in self._list(name, 0).lists)
        items = tuple(each for name, _, _ in shown for each in self._list(name, 0).items)
        following = str(start + self.page) if start + self.page < len(self.entries) else None
        return Leaf(items, lists, following, max((at for _, at, _ in shown), default=None))

    def inner(self, todo: Todo) -> Leaf:
        self.asked += 1
        if todo.path in self.refuse:
            raise self.refuse[todo.path]
        return self._list(todo.path, int(todo.after or 0))

    def is_gone(self, external_id: str) -> bool:
        self.asked += 1
        return external_id in self.gone

    def add(self, name: str, text: str = "") -> str:
        items = next(below for each, _, below in self.entries if each == name)
        items.insert(0, (f"{name}-{len(items)}-{self.asked}", self.time, text))
        return items[0][0]

    def _list(self, name: str, start: int) -> Leaf:
        listed = next(below for each, _, below in self.entries if each == name)
        shown = listed[start : start + self.page]
        items = tuple(Seen(i, name, at, IncomingMention("facebook", text, at, i)) for i, at, text in shown)
        if start + self.page >= len(listed):
            return Leaf(items, (ListEnd(name, None),))
        return Leaf(items, (ListEnd(name, shown[-1][1], Todo(name, str(start + self.page), name)),))


@pytest.fixture
def board() -> Board:
    made = Board()
    made.entries = [(f"e{n}", START - timedelta(days=n), []) for n in range(4)]
    return made


@pytest.fixture
def walker(board: Board) -> Walker:
    return Walker(board, now=lambda: board.time, server_now=lambda: board.time, asked=lambda: board.asked)


def read(walker: Walker, cursor: str | None) -> tuple[set[str | None], str]:
    found: set[str | None] = set()
    while True:
        fetched = walker.fetch(cursor)
        found |= {each.external_id for each in fetched.mentions}
        cursor = fetched.cursor
        if not fetched.has_more:
            return found, cursor


def test_a_flood_over_many_passes_loses_nothing(board: Board, walker: Walker) -> None:
    board.page = 20
    wanted, found = set(), set()
    cursor: str | None = None
    for minute in range(30):
        board.time = START + timedelta(minutes=minute)
        for n in range(25):
            board.entries[n % 4][2].insert(0, (f"m{minute}n{n}", board.time, "x"))
            wanted.add(f"m{minute}n{n}")
        new, cursor = read(walker, cursor)
        found |= new
        assert len(cursor) < 20_000
    assert found == wanted


def test_a_list_that_is_refused_is_told_and_the_others_go_on(board: Board, walker: Walker) -> None:
    for n in range(4):
        for _ in range(5):
            board.time += timedelta(seconds=1)
            board.entries[n][2].insert(0, (f"{n}-{board.time.second}", board.time, "x"))
    board.refuse["e1"] = ChannelError(Problem.REFUSED)
    pages = [walker.fetch(None)]
    while pages[-1].has_more:
        pages.append(walker.fetch(pages[-1].cursor))
    rejected = [each.detail for page in pages for each in page.rejected]
    found = {each.external_id for page in pages for each in page.mentions}
    assert rejected == ["list_refused"]
    assert len(found) == 15 + 2
    board.refuse["e1"] = ChannelError(Problem.SERVER_ERROR)
    with pytest.raises(ChannelError):
        read(walker, None)


def test_something_that_only_hides_is_not_called_removed(board: Board, walker: Walker) -> None:
    first, second = board.add("e0", "um"), board.add("e1", "dois")
    _, cursor = read(walker, None)
    board.entries[0][2].clear()
    board.entries[1][2].clear()
    board.gone = {first}
    fetched = walker.fetch(cursor)
    while fetched.has_more:
        fetched = walker.fetch(fetched.cursor)
    assert [each.external_id for each in fetched.removals] == [first]
    assert second in fetched.cursor


def test_a_day_that_takes_too_many_questions_is_not_counted(board: Board, walker: Walker) -> None:
    board.page = 1
    board.entries[0][2].extend((f"i{n}", START, "x") for n in range(100))
    assert walker.count(START.date()) is None


def test_a_late_comment_of_yesterday_is_still_handed_over(board: Board, walker: Walker) -> None:
    board.page = 10
    board.add("e0", "hoje")
    _, cursor = read(walker, None)
    board.entries[0][2].append(("released", START - timedelta(days=1), "estava em análise"))
    board.entries[0][2].append(("ancient", START - timedelta(days=5), "velho"))
    found, _ = read(walker, cursor)
    assert found == {"released"}


def test_too_much_at_once_is_asked_for_in_smaller_parts(server: GraphServer, open_it: Callable[..., Any]) -> None:
    server.comment(server.post("Bolo"), "Tem?", ANA)
    page = open_it()
    page.fetch("tagged", None)
    server.refuse_next(1, 0, "Please reduce the amount of data you're asking for, then retry your request", 500)
    assert [each.text for each in page.fetch("feed", None).mentions] == ["Tem?"]
    assert [each.one("limit") for each in server.asked(FEED)] == ["25", "5"]
    server.refuse_next(1, 0, "Please reduce the amount of data you're asking for", 500, times=9)
    assert failure(lambda: page.fetch("feed", None)).problem is Problem.SERVER_ERROR


def test_a_token_that_may_not_ask_for_itself_is_used_as_it_is(server: GraphServer, open_it: Callable[..., Any]) -> None:
    server.post("Bolo", ANA)
    server.refuse_next(200, 0, "no", 403)
    assert len(open_it().fetch("feed", None).mentions) == 1
    server.refuse_next(190, 463, "expired", 401)
    assert failure(lambda: open_it().fetch("feed", None)).problem is Problem.TOKEN_EXPIRED


def test_another_version_and_odd_numbers_in_the_form(server: GraphServer, open_it: Callable[..., Any]) -> None:
    page = open_it(version="v1.0", watch_days="muitos", first_days=None)
    error = failure(lambda: page.fetch("feed", None))
    assert error.problem in {Problem.NOT_FOUND, Problem.REFUSED}
    assert server.requests[-1].path.startswith("/v1.0/")


def test_odd_usage_headers_do_no_harm(server: GraphServer, open_it: Callable[..., Any]) -> None:
    page = open_it()
    for value in ("nonsense", "[]", '{"a": 3, "b": [4, {"call_count": "many"}]}'):
        server.usage = {"X-App-Usage": value, "X-Business-Use-Case-Usage": value}
        page.fetch("tagged", None)


def test_conversations_of_another_shape(server: GraphServer, open_it: Callable[..., Any]) -> None:
    page = open_it()
    page.fetch("feed", None)
    stamp = datetime.now(UTC).isoformat()
    messages = {
        "data": [None, {"id": "m_1"}, {"id": "m_2", "created_time": stamp, "shares": {"data": [{"link": "L"}]}}]
    }
    conversations = [3, {"id": "t_1"}, {"id": "t_2", "updated_time": stamp, "messages": messages}]
    server.shape_next({"data": conversations})
    fetched = page.fetch("messages", None)
    assert [(each.external_id, each.text, each.author_key) for each in fetched.mentions] == [("m_2", "L", None)]
    assert len(fetched.rejected) == 4


def test_pictures_come_from_the_network_alone(server: GraphServer) -> None:
    server.pictures["a"] = b"\xff\xd8"
    server.pictures["large"] = bytes(6 * 1024 * 1024)
    pictures = Pictures(server.url)
    urls = {
        "a": f"{server.url}/picture/a",
        "missing": f"{server.url}/picture/none",
        "large": f"{server.url}/picture/large",
        "elsewhere": "https://example.com/a.jpg",
        "plain": "http://x.fbcdn.net/a.jpg",
        "tricky": "https://evilfbcdn.net/a.jpg",
        "file": "file:///etc/passwd",
    }
    taken = pictures.taken([NamedFile(name, "image/jpeg", url) for name, url in urls.items()])
    assert {each.name: each.content is not None for each in taken} == {name: name == "a" for name in urls}
    assert pictures.taken([NamedFile("b", "image/jpeg", urls["a"], 9_000_000)])[0].content is None
    for _ in range(20):
        pictures.taken([NamedFile("a", "image/jpeg", urls["a"])])
    assert pictures.taken([NamedFile("a", "image/jpeg", urls["a"])])[0].content is None
    pictures.begin_page()
    assert pictures.taken([NamedFile("a", "image/jpeg", urls["a"])])[0].content is not None
    pictures.close()


def test_what_hangs_on_a_comment_or_a_post() -> None:
    reader = PageReader("9")
    base = {"id": "1_2", "created_time": "2026-11-01T10:00:00+0000", "message": ""}
    image = {"image": {"src": "https://x.fbcdn.net/a.jpg"}}
    sticker = reader.comment({**base, "attachment": {"type": "sticker", "media": image}}, "9_1")
    assert isinstance(sticker.value, IncomingMention)
    assert (sticker.value.text, sticker.files[0].media_type) == ("📷", "image/png")
    share = {"type": "share", "url": "https://example.com/x", "title": "Reportagem"}
    linked = reader.comment({**base, "attachment": share}, "9_1")
    assert isinstance(linked.value, IncomingMention)
    assert linked.value.extra["link_1"] == "https://example.com/x"
    assert linked.value.extra["link_title_1"] == "Reportagem"
    post = {**base, "attachments": {"data": [7, {"media_type": "link", **share}]}, "full_picture": "https://x/p.jpg"}
    assert reader.post(post, "feed").files == ()
    alone = reader.post({**base, "full_picture": "https://x.fbcdn.net/p.jpg"}, "feed")
    assert [each.url for each in alone.files] == ["https://x.fbcdn.net/p.jpg"]
    with pytest.raises(Unreadable):
        reader.comment({"created_time": base["created_time"], "permalink_url": "https://www.facebook.com/"}, "9_1")


def test_when_too_much_was_said_since_nobody_can_say_that_an_answer_is_not_there(
    server: GraphServer, open_it: Callable[..., Any]
) -> None:
    server.page_size = 1
    post = server.post("Bolo")
    for n in range(8):
        server.comment(post, f"c{n}", ANA)
    extra = {"kind": "comment", "target": "1_2", "post": post}
    reply = OutgoingReply("k", 1, "Oi", Visibility.PUBLIC, extra=extra)
    assert failure(lambda: open_it().find_sent(reply)).problem is Problem.NO_ANSWER


def test_figures_pass_on_what_is_no_matter_of_one_thing(server: GraphServer, open_it: Callable[..., Any]) -> None:
    comment = server.comment(server.post("Bolo"), "Tem?", ANA)
    page = open_it()
    page.fetch("tagged", None)
    server.refuse_next(190, 463, "expired", 401)
    assert failure(lambda: page.figures([comment])).problem is Problem.TOKEN_EXPIRED
    server.refuse_next(100, 33, "gone")
    server.refuse_next(4, 0, "limit")
    assert failure(lambda: page.figures([comment])).problem is Problem.RATE_LIMITED


def test_errors_without_a_readable_body() -> None:
    for body in (b"", b"<html>", b"[]", b'{"error": "text"}'):
        answer = Answer(503, {}, body, "")
        assert graph_error(answer).problem is Problem.SERVER_ERROR
        assert not graph_error(answer, was_sending=True).is_certain
    text = json.dumps({"error": {"code": "190", "error_subcode": "463"}}).encode()
    assert graph_error(Answer(400, {}, text, "")).problem is Problem.TOKEN_EXPIRED
    window = json.dumps({"error": {"code": 10, "message": "sent outside of allowed window"}}).encode()
    assert graph_error(Answer(400, {}, window, "")).problem is Problem.WINDOW_CLOSED


def test_times_and_cursors() -> None:
    moment = datetime(2021, 7, 21, 21, 5, 14, tzinfo=UTC)
    for value in ("2021-07-21T21:05:14+0000", "2021-07-21T21:05:14Z", "2021-07-21T21:05:14", 1626901514):
        assert when(value) == moment
    for odd in (None, True, "soon", 10**20, [], {}):
        with pytest.raises(Unreadable):
            when(odd)
    following = "https://graph.facebook.com/v26.0/1/feed?access_token=SECRET&fields=id&until=5&__paging_token=enc_x"
    assert after_of({"paging": {"next": following}}) == "until=5&__paging_token=enc_x"
    assert after_of({"paging": {"cursors": {"after": "x"}}}) is None
    assert after_of({"paging": {"next": "https://x/?access_token=SECRET"}}) is None
    assert date_of({"date": "nonsense"}) is None
    assert date_of({"date": "Sun, 22 Nov 2026 05:47:57 -0000"}) == datetime(2026, 11, 22, 5, 47, 57, tzinfo=UTC)


@pytest.mark.parametrize("seed", range(25))
def test_whatever_comes_between_whichever_questions_nothing_is_lost(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - chance that is the same each time
    board = Board()
    board.page = chance.randint(1, 4)
    board.entries = [(f"e{n}", START - timedelta(days=3 * n), []) for n in range(8)]
    wanted: set[str] = set()
    found: set[str | None] = set()
    cursor: str | None = None
    for step in range(150):
        for n in range(chance.choice([0, 0, 0, 1, 6])):
            entry = chance.choice(board.entries)
            entry[2].insert(0, (f"{step}-{n}", board.time, "x"))
            wanted.add(f"{step}-{n}")
        board.time += timedelta(minutes=chance.choice([0, 0, 1, 7, 45]))
        walker = Walker(board, now=lambda: board.time, server_now=lambda: board.time, asked=lambda: board.asked)
        fetched = walker.fetch(cursor)
        if chance.random() > 0.3:  # else killed before it was stored
            found |= {each.external_id for each in fetched.mentions}
            cursor = fetched.cursor
    for _ in range(3):
        board.time += timedelta(hours=2)
        new, cursor = read(walker, cursor)
        found |= new
    assert found == wanted


_REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[4] / "shared" / "data") / "channels"


@pytest.mark.skipif(not _REAL.exists(), reason="recorded answers are not on this machine")
def test_a_recorded_conversation_is_read_without_loss(server: GraphServer, open_it: Callable[..., Any]) -> None:
    folder = _REAL / "payloads" / "facebook"
    conversation = json.loads((folder / "models_conversation.json").read_text())
    message = json.loads((folder / "apidata_messages_message_info.json").read_text())
    page = open_it()
    page.fetch("tagged", None)
    conversation["updated_time"] = message["created_time"] = datetime.now(UTC).isoformat()
    server.shape_next({"data": [{**conversation, "messages": {"data": [message]}}]})
    mention = page.fetch("messages", None).mentions[0]
    assert (mention.external_id, mention.thread_key) == (message["id"], conversation["id"])
    assert (mention.author_key, mention.author_name) == (message["from"]["id"], message["from"]["name"])
    assert mention.permalink == f"https://www.facebook.com{conversation['link']}"
    picture = message["attachments"]["data"][0]
    found = mention.attachments[0]
    assert (found.name, found.media_type, found.size) == (picture["name"], picture["mime_type"], picture["size"])
    assert mention.extra["file_1"] == picture["image_data"]["url"]


@pytest.mark.skipif(not _REAL.exists(), reason="the contract is not on this machine")
@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("Comment", facebook_reading.COMMENT_FIELDS),
        ("PagePost", facebook_reading.POST_FIELDS),
        ("IGComment", instagram_reading.COMMENT_FIELDS),
        ("IGMedia", instagram_reading.MEDIA_FIELDS),
        ("IGMedia", instagram_reading.TAG_FIELDS),
        ("UnifiedThread", "id,updated_time,link,participants,messages"),
    ],
)
def test_what_we_ask_for_stands_in_the_contract(name: str, fields: str) -> None:
    contract = json.loads((_REAL / "contracts" / "meta" / f"{name}.json").read_text())
    known = {each["name"] for each in contract["fields"]}
    known |= {each.get("endpoint") for each in contract["apis"] if each["method"] == "GET"}
    assert set(parse(fields)) <= known

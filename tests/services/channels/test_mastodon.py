"""Mastodon through real HTTP: what people write arrives once, what we answer stands there once."""

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
from app.services.channels.mastodon import KIND, NETWORK, Mastodon
from tests.counterparts.mastodon import TOKEN, MastodonCounterpart
from tests.fakes import FakeClock, FakeCredentials

PICTURE = OutgoingFile("foto.png", "image/png", b"\x89PNG...")


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as made:
        yield made


@pytest.fixture
def open_it(server: MastodonCounterpart, clock: FakeClock) -> Iterator[Callable[..., Mastodon]]:
    opened: list[Mastodon] = []

    def make(*, terms: SearchTerms | None = None, **credentials: str) -> Mastodon:
        options = {"server": f"https://{server.host}/", "base_url": server.url}
        account = Account(1, "mastodon", "Loja", options, terms or SearchTerms())
        secrets = FakeCredentials(**(credentials or {"token": TOKEN}))
        opened.append(NETWORK.open(account=account, credentials=secrets, clock=clock))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def channel(open_it: Callable[..., Mastodon]) -> Mastodon:
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
        written_at=datetime(2026, 11, 21, 13, 0, tzinfo=UTC),
    )
    return replace(reply, **changes)


def test_a_mention_arrives_with_all_that_is_known(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja meu pedido não chegou!\n\nSocorro", spoiler_text="entrega", favourites_count=3)
    server.write("conversa de outros")
    (mention,), _, pages = read(channel, "mentions")
    assert mention.external_id == f"social.example:{number}"
    assert mention.text == "@loja meu pedido não chegou!\n\nSocorro"
    assert (mention.title, mention.author_key, mention.author_name) == ("entrega", "ana@longe.example", "Ana")
    assert mention.thread_key == f"social.example:{number}:ana@longe.example"
    assert (mention.is_direct, mention.is_private, mention.language, mention.likes) == (True, False, "pt", 3)
    assert mention.permalink == f"https://social.example/@ana@longe.example/{number}"
    assert mention.posted_at == datetime(2026, 11, 21, 13, 0, 1, tzinfo=UTC)
    assert pages[0].calls == 1


def test_nothing_is_lost_and_nothing_comes_twice(server: MastodonCounterpart, channel: Mastodon) -> None:
    wanted = [f"social.example:{server.write(f'@loja número {number}')}" for number in range(95)]
    first = channel.fetch("mentions", None)
    assert first.has_more
    late = server.write("@loja escrito no meio da leitura")
    rest, cursor, _ = read(channel, "mentions", first.cursor)
    again, cursor, _ = read(channel, "mentions", cursor)
    assert sorted(each.external_id or "" for each in (*first.mentions, *rest)) == sorted(wanted)
    assert [each.external_id for each in again] == [f"social.example:{late}"]
    assert read(channel, "mentions", cursor)[0] == []


def test_reading_goes_on_from_any_stored_cursor(server: MastodonCounterpart, open_it: Callable[..., Mastodon]) -> None:
    wanted = {f"social.example:{server.write(f'@loja número {number}')}" for number in range(120)}
    cursor: str | None = None
    found: set[str | None] = set()
    for _ in range(9):  # every page by a program that has just been started again; every second one dies unstored
        page = open_it().fetch("mentions", cursor)
        again = open_it().fetch("mentions", cursor)
        assert [each.external_id for each in again.mentions] == [each.external_id for each in page.mentions]
        found |= {each.external_id for each in page.mentions}
        cursor = page.cursor
    assert found == wanted


def test_a_first_reading_ends_thirty_days_back(server: MastodonCounterpart, channel: Mastodon) -> None:
    server.now -= timedelta(days=40)
    server.write("@loja antigo")
    server.now += timedelta(days=40)
    number = server.write("@loja novo")
    assert [each.external_id for each in read(channel, "mentions")[0]] == [f"social.example:{number}"]


def test_an_unreadable_cursor_begins_again(server: MastodonCounterpart, channel: Mastodon) -> None:
    server.write("@loja oi")
    for cursor in ("", "nonsense", '{"v":99}', "[]", '{"v":1,"mark":7,"seen":{"a":1},"at":[]}'):
        assert len(read(channel, "mentions", cursor)[0]) == 1


def test_answers_in_a_thread_share_one_conversation_per_author(server: MastodonCounterpart, channel: Mastodon) -> None:
    root = server.write("vocês conhecem a loja?", by="rui")
    middle = server.write("acho que sim", by="eva", reply_to=root)
    server.write("@loja e então?", reply_to=middle)
    server.write("@loja alô", reply_to=middle, by="rui")
    mentions, _, pages = read(channel, "mentions")
    assert {each.thread_key for each in mentions} == {
        f"social.example:{root}:ana@longe.example",
        f"social.example:{root}:rui@social.example",
    }
    assert {each.in_reply_to for each in mentions} == {f"social.example:{middle}"}
    assert pages[0].calls == 2  # one page, one context for both


def test_a_direct_post_is_private_and_so_is_its_answer(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja meu CPF é...", visibility="direct")
    (mention,), _, _ = read(channel, "mentions")
    assert mention.is_private
    receipt = channel.send(answer_to(mention))
    (answer,) = server.answers_to(number)
    assert receipt.external_id == f"social.example:{answer['id']}"
    assert receipt.permalink == answer["url"]
    assert answer["visibility"] == "direct"
    assert answer["content"] == "<p>@ana@longe.example Oi! Já vamos ver.</p>"


def test_the_same_key_is_published_once_and_a_lost_receipt_is_found(
    server: MastodonCounterpart, channel: Mastodon
) -> None:
    number = server.write("@loja oi")
    (mention,), _, _ = read(channel, "mentions")
    assert channel.find_sent(answer_to(mention)) is None
    server.lose_next(path="/api/v1/statuses", method="POST")
    assert failure(lambda: channel.send(answer_to(mention))).is_certain is False
    for each in range(60):
        server.write(f"outra resposta {each}", by="loja", reply_to=number)
    found = channel.find_sent(answer_to(mention))
    assert found is not None
    assert channel.send(answer_to(mention)) == found
    assert len(server.answers_to(number)) == 61
    assert channel.find_sent(answer_to(mention, written_at=datetime(2026, 11, 21, 15, tzinfo=UTC))) is None
    assert channel.find_sent(answer_to(mention, text="outra coisa")) is None


def test_an_answer_is_not_absent_while_there_is_more_to_look_through(
    server: MastodonCounterpart, channel: Mastodon
) -> None:
    number = server.write("@loja oi")
    (mention,), _, _ = read(channel, "mentions")
    channel.send(answer_to(mention))
    for each in range(410):
        server.write(f"outra resposta {each}", by="loja", reply_to=number)
    assert failure(lambda: channel.find_sent(answer_to(mention))).problem is Problem.NO_ANSWER
    assert failure(lambda: channel.find_sent(answer_to(mention, written_at=None))).problem is Problem.NO_ANSWER


def test_parts_follow_each_other_and_files_go_along(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja oi")
    (mention,), _, _ = read(channel, "mentions")
    first = channel.send(answer_to(mention, files=(PICTURE,)))
    second = channel.send(answer_to(mention, key="reply-2", text="e mais", previous_id=first.external_id))
    (answer,) = server.answers_to(number)
    assert [each["id"] for each in answer["media_attachments"]] == list(server.media)
    assert f"social.example:{server.answers_to(answer['id'])[0]['id']}" == second.external_id
    server.fail_next(503, path="/api/v2/media")
    error = failure(lambda: channel.send(answer_to(mention, key="reply-3", files=(PICTURE,))))
    assert (error.problem, error.is_certain) == (Problem.SERVER_ERROR, True)
    broken = replace(PICTURE, media_type="application/x-msdownload")
    error = failure(lambda: channel.send(answer_to(mention, key="reply-3", files=(broken,))))
    assert (error.problem, error.is_certain) == (Problem.FILE_REFUSED, True)


def test_the_answer_to_our_answer_threads(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja oi")
    (mention,), cursor, _ = read(channel, "mentions")
    receipt = channel.send(answer_to(mention))
    server.write("@loja obrigada!", reply_to=(receipt.external_id or "").rpartition(":")[2])
    (thanks,), _, _ = read(channel, "mentions", cursor)
    assert thanks.in_reply_to == receipt.external_id
    assert thanks.thread_key == f"social.example:{number}:ana@longe.example" == mention.thread_key


def test_our_own_posts_come_as_own_with_their_figures(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("Promoção! #LojaExemplo", by="loja", favourites_count=7, reblogs_count=2)
    _, cursor, pages = read(channel, "own")
    (own,) = pages[0].own
    assert (own.external_id, own.text, own.is_private) == (f"social.example:{number}", "Promoção! #LojaExemplo", False)
    assert own.figures == Figures(f"social.example:{number}", likes=7, shares=2, replies=0)
    assert read(channel, "own", cursor)[2][0].own == ()


def test_terms_are_found_as_hashtags_and_as_words(
    server: MastodonCounterpart, open_it: Callable[..., Mastodon]
) -> None:
    tagged = server.write("a #LojaExemplo atrasou")
    worded = server.write("comprei na loja exemplo e adorei")
    to_us = server.write("@loja viva a Loja Exemplo")
    server.write("nós somos a loja exemplo", by="loja")
    server.write("segredo da loja exemplo", visibility="direct")
    channel = open_it(terms=SearchTerms(any_of=("Loja Exemplo",)))
    mentions, cursor, pages = read(channel, "search")
    assert {each.external_id: each.is_direct for each in mentions} == {
        f"social.example:{tagged}": False,
        f"social.example:{worded}": False,
        f"social.example:{to_us}": True,
    }
    assert len(pages) == 2
    late = server.write("de novo a loja exemplo", at=server.now - timedelta(hours=1))
    assert [each.external_id for each in read(channel, "search", cursor)[0]] == [f"social.example:{late}"]
    assert read(open_it(), "search", cursor)[0] == []  # terms taken away


def test_a_busy_search_is_read_in_pages(server: MastodonCounterpart, open_it: Callable[..., Mastodon]) -> None:
    for number in range(100):
        server.write(f"#loja número {number}")
    mentions, cursor, _ = read(open_it(terms=SearchTerms(any_of=("loja",))), "search")
    assert len({each.external_id for each in mentions}) == 100
    assert len(cursor) < 40_000


def test_an_edit_comes_again_with_its_first_text(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja péssimo")
    _, cursor, _ = read(channel, "mentions")
    server.edit(number, "@loja ótimo")
    (edited,), cursor, _ = read(channel, "mentions", cursor)
    assert (edited.external_id, edited.text) == (f"social.example:{number}", "@loja ótimo")
    assert edited.edited_at == server.now
    assert edited.extra["first_text"] == "@loja péssimo"
    assert read(channel, "mentions", cursor)[0] == []


def test_what_was_deleted_is_a_removal(server: MastodonCounterpart, channel: Mastodon) -> None:
    server.write("@loja um")
    number = server.write("@loja dois")
    kept = server.write("@loja três")
    _, cursor, _ = read(channel, "mentions")
    server.delete(number)
    server.notifications = [each for each in server.notifications if each["id"] != kept]  # only hidden from the list
    page = channel.fetch("mentions", cursor)
    assert page.removals == (Removal(f"social.example:{number}"),)
    assert channel.fetch("mentions", page.cursor).removals == ()


def test_pictures_come_along_and_other_media_are_named(server: MastodonCounterpart, channel: Mastodon) -> None:
    media = [
        {"id": "1", "type": "image", "url": f"{server.url}/files/a.png", "description": "caixa rasgada"},
        {"id": "2", "type": "video", "url": f"{server.url}/files/b.mp4"},
        {"id": "3", "type": "image", "url": "http://192.168.7.7/c.png"},
        {"id": "4", "type": "image", "url": "file:///etc/passwd"},
    ]
    server.write("@loja veja", media_attachments=media)
    (mention,), _, _ = read(channel, "mentions")
    first, *others = mention.attachments
    assert (first.name, first.media_type, first.content) == ("a.png", "image/png", b"picture a.png")
    assert [each.content for each in others] == [None, None, None]
    assert mention.extra["media_text"] == "caixa rasgada"
    assert mention.extra["media"].splitlines()[1] == f"{server.url}/files/b.mp4"
    assert server.asked("/files")[0].bearer == ""


def test_a_boost_says_what_it_passes_on(server: MastodonCounterpart, open_it: Callable[..., Mastodon]) -> None:
    first = server.write("A #loja é boa")
    server.write("#loja", by="bia", reblog=server.statuses[first])
    mentions, _, _ = read(open_it(terms=SearchTerms(any_of=("loja",))), "search")
    boost = next(each for each in mentions if each.author_key == "bia@social.example")
    assert (boost.repost_of, boost.text) == (f"social.example:{first}", "A #loja é boa")


def test_favourites_and_figures(server: MastodonCounterpart, channel: Mastodon) -> None:
    number = server.write("@loja oi", reblogs_count=4)
    external_id = f"social.example:{number}"
    for kind, likes in (("like", 1), ("like", 1), ("unlike", 0), ("unlike", 0)):
        channel.act(kind, external_id)
        assert server.statuses[number]["favourites_count"] == likes
    assert list(channel.figures([external_id, "social.example:999"])) == [
        Figures(external_id, likes=0, shares=4, replies=0)
    ]
    assert failure(lambda: channel.act("hide", external_id)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.act("like", "social.example:999")).problem is Problem.TARGET_GONE
    assert channel.count("mentions", server.now.date()) is None


def test_the_length_is_that_of_the_server(clock: FakeClock) -> None:
    with MastodonCounterpart(most_characters=1_000) as server:
        account = Account(1, "mastodon", "Loja", {"server": server.host, "base_url": server.url})
        channel = Mastodon(account=account, credentials=FakeCredentials(token=TOKEN), clock=clock)
        server.write("@loja oi")
        (mention,), _, _ = read(channel, "mentions")
        channel.send(answer_to(mention, text="x" * 900))
        error = failure(lambda: channel.send(answer_to(mention, key="b", text="x" * 1_000)))
        assert (error.problem, error.facts) == (Problem.TEXT_TOO_LONG, {"most": "1000"})
        long_links = "https://loja.example/" + "a" * 990
        assert failure(lambda: channel.send(answer_to(mention, key="c", text=long_links))).problem is (
            Problem.TEXT_TOO_LONG  # the address counts as 23 for us, this server counts it whole
        )
        channel.close()


@pytest.mark.parametrize(
    ("state", "problem"),
    [("expired", Problem.TOKEN_EXPIRED), ("revoked", Problem.TOKEN_REVOKED), ("wrong", Problem.TOKEN_REVOKED)],
)
def test_a_key_that_does_not_work_any_more(
    server: MastodonCounterpart, channel: Mastodon, state: str, problem: Problem
) -> None:
    server.token_state = state
    assert failure(lambda: channel.fetch("mentions", None)).problem is problem


def test_no_key_at_all_and_the_key_of_a_sign_in(server: MastodonCounterpart, open_it: Callable[..., Mastodon]) -> None:
    server.write("@loja oi")
    assert failure(lambda: open_it(other="x").fetch("mentions", None)).problem is Problem.NO_KEY
    assert len(open_it(access_token=TOKEN).fetch("mentions", None).mentions) == 1


def test_rate_limits_say_how_long_to_wait(server: MastodonCounterpart, channel: Mastodon, clock: FakeClock) -> None:
    reset = (clock.now() + timedelta(minutes=4)).isoformat().replace("+00:00", "Z")
    for headers, wait in (
        ({"X-RateLimit-Reset": reset}, timedelta(minutes=4)),
        ({"Retry-After": "30", "X-RateLimit-Reset": reset}, timedelta(seconds=30)),
        ({}, None),
    ):
        server.fail_next(429, headers=headers)
        error = failure(lambda: channel.fetch("mentions", None))
        assert (error.problem, error.retry_after) == (Problem.RATE_LIMITED, wait)


@pytest.mark.parametrize(
    ("status", "said", "problem"),
    [
        (403, "This action is outside the authorized scopes", Problem.SCOPE_MISSING),
        (403, "This action is not allowed", Problem.REFUSED),
        (404, "Record not found", Problem.TARGET_GONE),
        (422, "Validation failed: Text character limit of 500 exceeded", Problem.TEXT_TOO_LONG),
        (422, "Validation failed: Something", Problem.TEXT_REFUSED),
        (429, "Too many requests", Problem.RATE_LIMITED),
        (500, "Something went wrong", Problem.SERVER_ERROR),
        (502, "", Problem.SERVER_ERROR),
    ],
)
def test_a_refused_answer_has_its_reason(
    server: MastodonCounterpart, channel: Mastodon, status: int, said: str, problem: Problem
) -> None:
    server.write("@loja oi")
    (mention,), _, _ = read(channel, "mentions")
    server.fail_next(status, body={"error": said}, path="/api/v1/statuses", method="POST")
    error = failure(lambda: channel.send(answer_to(mention)))
    assert (error.problem, error.is_certain) == (problem, status < 500)


def test_json_of_another_shape(server: MastodonCounterpart, channel: Mastodon) -> None:
    for value in ({"error": "?"}, "text", None, 7):
        server.shape_next(value)
        assert failure(lambda: channel.fetch("mentions", None)).problem is Problem.UNREADABLE
    number = server.write("@loja boa")
    good = server.notifications[0]
    bent = [
        None,
        "x",
        {},
        {"type": "mention", "status": 7},
        {"type": "mention", "created_at": good["created_at"], "status": {"id": "1"}},
        {**good, "created_at": "yesterday"},
        {**good, "status": {**good["status"], "id": "2", "account": None}},
        {"type": "follow", "id": "9"},
        good,
    ]
    server.shape_next(bent)
    page = channel.fetch("mentions", None)
    assert [each.external_id for each in page.mentions] == [f"social.example:{number}"]
    assert len(page.rejected) == 7
    assert {each.excerpt for each in page.rejected} == {""}
    server.shape_next({"no": "id"}, path="/api/v1/statuses")
    assert failure(lambda: channel.send(answer_to(page.mentions[0]))).is_certain is False
    server.shape_next(b"<html>", path="/api/v1/statuses")
    assert failure(lambda: channel.send(answer_to(page.mentions[0], key="b"))).is_certain is False


def test_disorder_and_doubles_are_harmless(server: MastodonCounterpart, channel: Mastodon) -> None:
    for number in range(6):
        server.write(f"@loja número {number}")
    mixed = [server.notifications[each] for each in (3, 0, 5, 5, 1, 4, 2, 3)]
    server.shape_next(mixed)
    mentions, cursor, _ = read(channel, "mentions")
    assert {each.external_id for each in mentions} == {f"social.example:{each}" for each in server.statuses}
    assert read(channel, "mentions", cursor)[0] == []


def test_trying_an_account_publishes_nothing(server: MastodonCounterpart, channel: Mastodon) -> None:
    checked = channel.check()
    assert checked.account_name == "@loja@social.example"
    assert all(each.works for each in checked.findings)
    assert server.statuses == {}
    server.scopes = {"read"}
    found = {each.ability: each.problem for each in channel.check().findings}
    assert found[Ability.REPLY_PUBLIC] is Problem.SCOPE_MISSING
    assert found[Ability.READ_PUBLIC] is None


def test_every_ability_is_listed_with_its_reason() -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert all((each.reason == "") == (each.grade.value == "yes") for each in KIND.abilities)

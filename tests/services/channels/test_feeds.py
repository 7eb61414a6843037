"""Feeds through real HTTP: what names the brand comes in once, and a document that means harm does none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import Account, ChannelError, Fetched, OutgoingReply, SearchTerms
from app.services.channels.feeds import BLOG, NETWORKS, RSS, Feeds
from tests.counterparts.feeds import FeedsCounterpart
from tests.fakes import FakeClock, FakeCredentials

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="pt-BR"><title>Diário</title>
<entry><id>tag:diario.example,2026:1</id><title type="html">Loja &lt;b&gt;Exemplo&lt;/b&gt;</title>
<author><name>Bia Reis</name></author><link href="/a/1"/>
<published>2026-11-20T10:00:00-03:00</published><updated>2026-11-20T12:00:00-03:00</updated>
<content type="html">&lt;p&gt;Um &lt;script&gt;alert(1)&lt;/script&gt;texto&lt;/p&gt;&lt;p&gt;longo&lt;/p&gt;</content>
<summary>curto</summary><category term="consumo"/></entry></feed>"""


@pytest.fixture
def server() -> Iterator[FeedsCounterpart]:
    with FeedsCounterpart() as made:
        yield made


@pytest.fixture
def open_it(server: FeedsCounterpart, clock: FakeClock) -> Iterator[Callable[..., Feeds]]:
    opened: list[Feeds] = []

    def make(*feeds: str, any_of: tuple[str, ...] = (), none_of: tuple[str, ...] = ()) -> Feeds:
        addresses = "\n".join(each if "/" in each else server.address(each) for each in feeds or ("news",))
        account = Account(1, "rss", "Jornais", {"feeds": addresses}, SearchTerms(any_of, none_of))
        opened.append(RSS.open(account=account, credentials=FakeCredentials(), clock=clock))  # type: ignore[arg-type]  # ours
        return opened[-1]

    yield make
    for each in opened:
        each.close()


def read(channel: Any, cursor: str | None = None) -> tuple[list[IncomingMention], str, list[Fetched]]:
    pages: list[Fetched] = []
    while not pages or pages[-1].has_more:
        pages.append(channel.fetch("feeds", cursor))
        cursor = pages[-1].cursor
    assert cursor is not None
    return [each for page in pages for each in page.mentions], cursor, pages


def failure(call: Callable[[], object]) -> ChannelError:
    with pytest.raises(ChannelError) as found:
        call()
    return found.value


def test_an_atom_entry_arrives_with_all_that_is_known(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.documents["atom"] = (ATOM.encode(), "application/atom+xml")
    (mention,), _, _ = read(open_it("atom"))
    assert mention.external_id == "tag:diario.example,2026:1"
    assert (mention.title, mention.text) == ("Loja Exemplo", "Um texto\n\nlongo")
    assert (mention.author_name, mention.author_key) == ("Bia Reis", "bia reis@127.0.0.1")
    assert mention.permalink == f"{server.url}/a/1"
    assert mention.posted_at == datetime(2026, 11, 20, 13, tzinfo=UTC)
    assert (mention.language, mention.is_direct, mention.is_private) == ("pt-br", False, False)
    assert mention.extra == {"feed": "Diário", "feed_address": "127.0.0.1/atom", "subjects": "consumo"}


def test_only_what_names_the_brand_comes_in(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.write("Lója  EXEMPLO abre filial", guid="1")
    server.write("Comércio cresce", "<p>A #LojaExemplo também</p>", guid="2")
    server.write("Lojas exemplares", guid="3")
    server.write("Loja Exemplo patrocina o futebol", guid="4")
    found = read(open_it(any_of=("loja exemplo", "lojaexemplo"), none_of=("futebol",)))[0]
    assert {each.title for each in found} == {"Lója EXEMPLO abre filial", "Comércio cresce"}
    assert len(read(open_it())[0]) == 4


def test_an_entry_comes_once_and_again_when_it_changes(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.write("Um", "texto", guid="a")
    channel = open_it()
    first, cursor, _ = read(channel)
    assert [each.external_id for each in first] == ["127.0.0.1/news#a"]
    assert read(channel, cursor)[0] == []
    assert server.requests[-1].headers["if-none-match"]
    server.write("Dois", guid="b")
    second, cursor, _ = read(open_it(), cursor)
    assert [each.title for each in second] == ["Dois"]
    server.rewrite("texto", "texto corrigido")
    (edited,), cursor, _ = read(channel, cursor)
    assert (edited.external_id, edited.text) == ("127.0.0.1/news#a", "texto corrigido")
    assert edited.edited_at is not None
    assert read(channel, cursor)[0] == []


def test_what_is_old_stays_out_and_odd_dates_do_not(
    server: FeedsCounterpart, open_it: Callable[..., Feeds], clock: FakeClock
) -> None:
    server.write("velho", guid="1", date="Mon, 01 Jan 2024 10:00:00 GMT")
    server.write("sem data", guid="2", date="")
    server.write("data sem pé", guid="3", date="ontem à noite")
    server.write("do futuro", guid="4", date="Fri, 01 Jan 2077 10:00:00 GMT")
    server.write("impossível", guid="5", date="Mon, 99 Foo 99999 99:99:99 GMT")
    found = {each.title: each for each in read(open_it())[0]}
    assert set(found) == {"sem data", "data sem pé", "do futuro", "impossível"}
    assert {each.posted_at for each in found.values()} == {clock.now()}
    assert found["data sem pé"].extra["date_as_written"] == "ontem à noite"


def test_identities_are_the_entrys_own_or_its_link_or_its_words(
    server: FeedsCounterpart, open_it: Callable[..., Feeds]
) -> None:
    server.write("um", guid="urn:uuid:1")
    server.write("dois", link="https://jornal.example/dois")
    server.write("três")
    server.write("quatro", guid="17", feed="other")
    server.write("", guid="", date="")
    found = {each.title: each.external_id for each in read(open_it("news", "other"))[0]}
    assert found["um"] == "urn:uuid:1"
    assert found["dois"] == "https://jornal.example/dois"
    assert (found["três"] or "").startswith("hash:")
    assert found["quatro"] == "127.0.0.1/other#17"


def test_links_that_are_none_are_left_out(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.write("um", guid="1", link="javascript:alert(1)")
    server.write("dois", guid="2", link="file:///etc/passwd")
    server.write("três", "<img src=x onerror=alert(1)><script>x</script>oi", guid="3")
    found = {each.title: each for each in read(open_it())[0]}
    assert [found[each].permalink for each in ("um", "dois")] == [None, None]
    assert found["três"].text == "oi"


def test_one_bad_feed_does_not_hold_up_the_others(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.write("Um", guid="a")
    server.write("Dois", guid="b", feed="last")
    server.documents["broken"] = (b"<html><body>nada aqui</body></html>", "text/html")
    channel = open_it("news", "broken", "last")
    found, cursor, pages = read(channel)
    assert {each.title for each in found} == {"Um", "Dois"}
    assert [(row.row, row.detail) for page in pages for row in page.rejected] == [(2, "unreadable")]
    assert [row for page in read(channel, cursor)[2] for row in page.rejected] == []  # told of once
    assert channel.check().findings[0].problem is Problem.UNREADABLE
    server.fail_next(503, times=2, path="/broken", headers={"Retry-After": "9"})
    error = failure(lambda: open_it("broken").fetch("feeds", None))
    assert (error.problem, error.retry_after) == (Problem.SERVER_ERROR, timedelta(seconds=9))
    server.fail_next(404, times=3)
    assert failure(lambda: read(open_it("news", "broken", "last"))).problem is Problem.NOT_FOUND


def test_a_killed_round_begins_again_without_loss(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    for name in ("a", "b", "c"):
        server.write(f"em {name}", guid=name, feed=name)
    page = open_it("a", "b", "c").fetch("feeds", None)
    rest = read(open_it("a", "b", "c"), page.cursor)[0]
    assert {each.title for each in (*page.mentions, *rest)} == {"em a", "em b", "em c"}
    assert len(rest) == 2
    assert read(open_it("c"), page.cursor)[0][0].title == "em c"  # the others were taken off the list


def bomb(levels: int = 9) -> bytes:
    names = "".join(f'<!ENTITY e{each + 1} "{f"&e{each};" * 10}">' for each in range(levels))
    return (
        f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY e0 "aaaaaaaaaa">{names}]><rss version="2.0"><channel>'
        f"<item><title>&e{levels};</title><guid>1</guid></item></channel></rss>"
    ).encode()


def test_documents_that_mean_harm(server: FeedsCounterpart, open_it: Callable[..., Feeds], tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("geheim", encoding="utf-8")
    begun = time.monotonic()
    server.documents["news"] = (bomb(), "application/rss+xml")
    error = failure(lambda: read(open_it()))
    assert (error.problem, error.facts) == (Problem.UNREADABLE, {"why": "entities"})
    wide = bomb(0).replace(b"aaaaaaaaaa", b"A" * 50_000).replace(b"&e0;", b"&e0;" * 20_000)
    server.documents["news"] = (wide, "application/rss+xml")
    assert all(len(each.text) <= 100_000 for each in read(open_it())[0])
    server.documents["news"] = (bomb().decode().encode("utf-16"), "application/rss+xml; charset=utf-16")
    for mention in _read_or_nothing(open_it()):
        assert len(mention.text) < 1_000
    outside = bomb(0).replace(b'"aaaaaaaaaa"', f'SYSTEM "{secret.as_uri()}"'.encode())
    server.documents["news"] = (outside, "application/rss+xml")
    assert all("geheim" not in each.text for each in _read_or_nothing(open_it()))
    server.documents["news"] = (str(secret).encode(), "text/plain")  # a document that is the name of a file
    assert _read_or_nothing(open_it()) == []
    assert time.monotonic() - begun < 10


def _read_or_nothing(channel: Feeds) -> list[IncomingMention]:
    try:
        return read(channel)[0]
    except ChannelError:
        return []


def test_huge_cut_and_broken_documents(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    server.huge_next(200 * 1024 * 1024)
    assert failure(lambda: read(open_it())).problem is Problem.TOO_LARGE
    server.bomb_next(50 * 1024 * 1024)
    assert failure(lambda: read(open_it())).problem is Problem.TOO_LARGE
    for content in (b"", b"\x00\x01\x02" * 50, b"{}", b"<rss", b"<?xml version='1.0'?><feed>", "ção".encode("utf-16")):
        server.documents["news"] = (content, "application/xml")
        assert failure(lambda: read(open_it())).problem is Problem.UNREADABLE
    server.write("bem & mal", guid="1")
    cut = server._made("news").replace(b"&amp;", b"&")[:-20]
    server.documents["news"] = (cut, "application/xml")
    assert [each.title for each in read(open_it())[0]] == ["bem & mal"]
    latin = server._made("news").replace(b"UTF-8", b"ISO-8859-1").replace(b"bem", "açaí".encode("latin-1"))
    server.documents["news"] = (latin, "application/xml")
    assert [each.title for each in read(open_it())[0]] == ["açaí & mal"]
    server.documents["news"] = (b"<rss version='2.0'><channel><title>vazio</title></channel></rss>", "text/xml")
    assert read(open_it())[0] == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://x.example/f", "http://localhost:{port}/news"])
def test_redirects_to_where_a_feed_never_is(
    server: FeedsCounterpart, open_it: Callable[..., Feeds], target: str
) -> None:
    server.redirect_next(target.format(port=server.port))
    assert failure(lambda: read(open_it())).problem is Problem.ADDRESS_REFUSED


def test_an_account_without_feeds_and_addresses_without_scheme(open_it: Callable[..., Feeds], clock: FakeClock) -> None:
    empty = Feeds(account=Account(1, "rss", "x", {"feeds": " \n "}), credentials=FakeCredentials(), clock=clock)
    assert failure(lambda: empty.fetch("feeds", None)).problem is Problem.ADDRESS_REFUSED
    assert empty.check().findings[0].works is False
    empty.close()
    assert open_it("nobody.invalid/rss", "nobody.invalid/rss")._addresses == ("https://nobody.invalid/rss",)


def test_a_feed_is_read_only(server: FeedsCounterpart, open_it: Callable[..., Feeds]) -> None:
    channel = open_it()
    reply = OutgoingReply("k", 1, "oi", Visibility.PUBLIC)
    assert failure(lambda: channel.send(reply)).problem is Problem.NOT_SUPPORTED
    assert failure(lambda: channel.act("like", "x")).problem is Problem.NOT_SUPPORTED
    assert channel.find_sent(reply) is None
    assert (channel.figures(["x"]), channel.count("feeds", server.now.date())) == ((), None)
    assert channel.check().account_name == "Jornal news"


def test_the_networks_and_what_they_can(server: FeedsCounterpart, clock: FakeClock) -> None:
    assert [each.kind.key for each in NETWORKS] == ["rss", "blog"]
    server.write("oi", guid="1")
    account = Account(2, "blog", "Blogs", {"feeds": server.address()})
    blog = BLOG.open(account=account, credentials=FakeCredentials(), clock=clock)
    assert read(blog)[0][0].channel == "blog"
    blog.close()
    for network in NETWORKS:
        assert {each.ability for each in network.kind.abilities} == set(Ability)
        assert all((each.reason == "") == (each.grade.value == "yes") for each in network.kind.abilities)

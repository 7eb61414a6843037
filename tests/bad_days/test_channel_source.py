"""What changes at the source afterwards, and what comes by two roads: one mention, with all that it ever said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from app.models.domain.channel_health import Light
from app.services.database import Database
from tests.bad_days.channel_counter import Counter
from tests.counterparts.http_server import Reply
from tests.counterparts.mastodon import MastodonCounterpart
from tests.fakes import FakeClock


@pytest.fixture
def server() -> Iterator[MastodonCounterpart]:
    with MastodonCounterpart() as running:
        yield running


@pytest.fixture
def counter(database: Database, clock: FakeClock) -> Iterator[Counter]:
    made = Counter(database, clock)
    yield made
    made.close()


def test_an_edit_at_the_source_is_shown_and_what_was_said_before_is_kept(
    counter: Counter, server: MastodonCounterpart
) -> None:
    counter.add(server)
    post = server.write("@loja péssimo")
    counter.read(lambda: counter.texts() == ["@loja péssimo"])
    mention = counter.mention("péssimo")
    server.edit(post, "@loja ótimo")
    counter.read(lambda: counter.texts() == ["@loja ótimo"])
    source = counter.services.sources.read(mention)
    assert [each.text for each in source.versions] == ["@loja péssimo"]
    detail = counter.services.inbox.mention(mention)
    assert (detail.text, detail.edited_at) == ("@loja ótimo", source.edited_at)
    assert source.edited_at is not None
    assert source.removed_at is None


def test_a_deletion_at_the_source_is_marked_and_the_words_stay(counter: Counter, server: MastodonCounterpart) -> None:
    counter.add(server)
    server.write("@loja fica")
    post = server.write("@loja some")
    counter.read(lambda: len(counter.texts()) == 2)
    mention, kept = counter.mention("some"), counter.mention("fica")
    server.delete(post)
    counter.read(lambda: counter.services.inbox.mention(mention).removed_at)
    source = counter.services.sources.read(mention)
    assert (source.whole_text, source.removed_at is None) == ("@loja some", False)
    assert counter.services.inbox.mention(kept).removed_at is None
    assert counter.texts() == ["@loja fica", "@loja some"]


def test_two_accounts_that_see_the_same_post_bring_one_mention(counter: Counter, server: MastodonCounterpart) -> None:
    accounts = [counter.add(server), counter.add(server, name="Loja, segunda conta")]
    posts = [server.write(f"@loja {number}") for number in range(5)]
    counter.read(lambda: all(counter.is_lit(each, Light.OK) for each in accounts))
    assert counter.texts() == [f"@loja {number}" for number in range(5)]
    server.edit(posts[2], "@loja dois")
    counter.read(lambda: "@loja dois" in counter.texts())
    counter.read(lambda: all(counter.is_lit(each, Light.OK) for each in accounts))
    assert len(counter.texts()) == 5
    versions = counter.services.sources.read(counter.mention("dois")).versions
    assert [each.text for each in versions] == ["@loja 2"]


def test_disorder_and_doubles_are_one_mention_each(counter: Counter, server: MastodonCounterpart) -> None:
    account = counter.add(server)

    def shuffled(do: Callable[[], Reply]) -> Reply:
        found = do()
        return Reply(body=b"[" + b",".join([found.body[1:-1]] * 3) + b"]") if found.body != b"[]" else found

    server.play_next(shuffled, 200, path="/api/v1/notifications")
    for number in (3, 1, 2):
        server.write(f"@loja {number}", at=server.now - timedelta(minutes=number))
    counter.read(lambda: counter.is_lit(account, Light.OK))
    server.write("@loja 0", at=server.now - timedelta(minutes=9))
    counter.read(lambda: len(counter.texts()) == 4)
    assert counter.texts() == [f"@loja {number}" for number in range(4)]

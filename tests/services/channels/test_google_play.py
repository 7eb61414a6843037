"""Google Play's reviews through the real HTTP client: signing in with a key file, pages, edits, the one answer."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import IncomingMention, RejectReason
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import Account, ChannelError, Figures, OutgoingReply
from app.services.channels.google_play import KIND, NETWORK, GooglePlayChannel
from tests.counterparts.google_play import PACKAGE, GooglePlayServer
from tests.fakes import FakeClock, FakeCredentials

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
T = int(NOW.timestamp()) - 86_400


@pytest.fixture
def server() -> Iterator[GooglePlayServer]:
    with GooglePlayServer(page=3) as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


def opened(server: GooglePlayServer, clock: FakeClock, key: str | None = None, **options: str) -> GooglePlayChannel:
    values = {"base_url": server.url, "package_name": PACKAGE, **options}
    credentials = FakeCredentials(service_account=server.key_file() if key is None else key)
    channel = NETWORK.open(account=Account(1, "google_play", "App", values), credentials=credentials, clock=clock)
    assert isinstance(channel, GooglePlayChannel)
    return channel


@pytest.fixture
def channel(server: GooglePlayServer, clock: FakeClock) -> Iterator[GooglePlayChannel]:
    found = opened(server, clock)
    yield found
    found.close()


def read(channel: GooglePlayChannel, cursor: str | None = None) -> tuple[list[IncomingMention], str]:
    found: list[IncomingMention] = []
    while True:
        page = channel.fetch("reviews", cursor)
        found += page.mentions
        cursor = page.cursor
        if not page.has_more:
            return found, cursor


def reply(words: str = "Obrigado!", review: str = "r1", **changes: Any) -> OutgoingReply:
    values: dict[str, Any] = {"visibility": Visibility.PUBLIC, "in_reply_to": review, "thread_key": review, **changes}
    return OutgoingReply("k1", 1, words, **values)


def problem_of(channel: GooglePlayChannel, cursor: str | None = None) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        channel.fetch("reviews", cursor)
    return caught.value


def test_a_review_is_a_public_mention_with_its_stars(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    server.write("r1", "Não abre\tTrava sempre na tela de login.", T, 2, thumbsUpCount=7, appVersionName="4.1")
    server.write("r2", "\tBom", T + 1, 5)
    server.write("r3", "", T + 2, 3)
    by_id = {each.external_id: each for each in read(channel)[0]}
    first = by_id["r1"]
    assert (first.title, first.text) == ("Não abre", "Trava sempre na tela de login.")
    assert (first.source_rating, first.likes, first.language) == (2, 7, "pt-BR")
    assert (first.posted_at, first.author_name) == (datetime.fromtimestamp(T, UTC), "Ana Souza")
    assert first.extra["app_version"] == "4.1"
    assert first.permalink == f"https://play.google.com/store/apps/details?id={PACKAGE}&reviewId=r1"
    assert (by_id["r2"].title, by_id["r2"].text) == (None, "Bom")
    assert by_id["r3"].text == "★★★"
    assert not first.is_private


def test_a_translation_stands_beside_the_authors_own_words(server: GooglePlayServer, clock: FakeClock) -> None:
    server.write("r1", "Muito ruim", T, originalText="Very bad", reviewerLanguage="en")
    channel = opened(server, clock, translation_language="pt")
    [mention] = read(channel)[0]
    channel.close()
    assert (mention.text, mention.extra["translation"], mention.language) == ("Very bad", "Muito ruim", "en")
    assert server.asked("/androidpublisher")[0].one("translationLanguage") == "pt"


def test_pages_are_read_to_the_end_and_later_only_the_new_ones(
    channel: GooglePlayChannel, server: GooglePlayServer, clock: FakeClock
) -> None:
    for number in range(10):
        server.write(f"r{number}", f"texto {number}", T + number * 7_200)
    found, cursor = read(channel)
    assert len(found) == 10
    asked = len(server.asked("/androidpublisher"))
    server.write("r20", "nova", T + 100_000)
    again, cursor = read(channel, cursor)
    assert "nova" in {each.text for each in again}
    assert len(server.asked("/androidpublisher")) - asked == 2
    clock.advance(timedelta(hours=7))
    everything, _ = read(channel, cursor)
    assert len(everything) == 11


def test_killed_between_two_pages_nothing_is_lost(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    for number in range(10):
        server.write(f"r{number}", f"texto {number}", T + number)
    first = channel.fetch("reviews", None)
    second = channel.fetch("reviews", first.cursor)
    assert second.has_more
    rest, _ = read(channel, first.cursor)  # the second page was read, but never stored
    ids = {each.external_id for each in [*first.mentions, *rest]}
    assert ids == {f"r{number}" for number in range(10)}


def test_a_page_whose_token_is_too_old_begins_the_pass_anew(
    channel: GooglePlayChannel, server: GooglePlayServer
) -> None:
    for number in range(5):
        server.write(f"r{number}", f"texto {number}", T + number)
    first = channel.fetch("reviews", None)
    server.fail_next(400, body={"error": {"message": "Invalid token"}})
    again = channel.fetch("reviews", first.cursor)
    assert (again.has_more, again.mentions) == (False, ())
    assert len(read(channel, again.cursor)[0]) == 5
    assert len(read(channel, "no json")[0]) == 5


def test_our_answer_comes_back_as_ours_and_an_edit_after_it_is_one(
    channel: GooglePlayChannel, server: GooglePlayServer
) -> None:
    server.write("r1", "Ruim", T)
    server.answer_by_hand("r1", "Vamos ver.", T + 60)
    page = channel.fetch("reviews", None)
    assert [(each.external_id, each.in_reply_to, each.text) for each in page.own] == [("r1:reply", "r1", "Vamos ver.")]
    assert page.mentions[0].edited_at is None
    server.write("r1", "Agora está bom", T + 120, 5)
    [mention], _ = read(channel)
    assert (mention.external_id, mention.text, mention.source_rating) == ("r1", "Agora está bom", 5)
    assert mention.edited_at == datetime.fromtimestamp(T + 120, UTC)


def test_an_answer_is_sent_found_and_replaced(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    server.write("r1", "Ruim", T)
    assert channel.find_sent(reply()) is None
    assert channel.find_sent(reply(review="gone")) is None
    server.lose_next(method="POST", path="/androidpublisher")
    channel.figures(["r1"])  # signed in already
    with pytest.raises(ChannelError) as caught:
        channel.send(reply())
    assert not caught.value.is_certain
    found = channel.find_sent(reply(written_at=NOW))
    assert found is not None
    assert found.external_id == "r1:reply"
    assert channel.find_sent(reply(written_at=datetime(2027, 1, 1, tzinfo=UTC))) is None
    assert channel.send(reply("Outra")).external_id == "r1:reply"
    comments = server.reviews["r1"]["comments"]
    answers = [each["developerComment"]["text"] for each in comments if "developerComment" in each]
    assert answers == ["Outra"]


@pytest.mark.parametrize(
    ("words", "review", "problem"), [("a" * 351, "r1", Problem.TEXT_TOO_LONG), ("oi", "r9", Problem.TARGET_GONE)]
)
def test_a_refused_answer_says_why(
    channel: GooglePlayChannel, server: GooglePlayServer, words: str, review: str, problem: Problem
) -> None:
    server.write("r1", "Ruim", T)
    with pytest.raises(ChannelError) as caught:
        channel.send(reply(words, review))
    assert (caught.value.problem, caught.value.is_certain) == (problem, True)


@pytest.mark.parametrize(
    ("status", "reason", "problem"),
    [
        (403, "permissionDenied", Problem.SCOPE_MISSING),
        (403, "accessNotConfigured", Problem.SCOPE_MISSING),
        (403, "quotaExceeded", Problem.RATE_LIMITED),
        (429, "rateLimitExceeded", Problem.RATE_LIMITED),
        (403, "dailyLimitExceeded", Problem.QUOTA_SPENT),
        (404, "applicationNotFound", Problem.NOT_FOUND),
        (503, "backendError", Problem.SERVER_ERROR),
    ],
)
def test_googles_own_words_are_read(
    channel: GooglePlayChannel, server: GooglePlayServer, status: int, reason: str, problem: Problem
) -> None:
    body = {"error": {"code": status, "message": "No.", "errors": [{"reason": reason}]}}
    server.fail_next(status, body=body, headers={"Retry-After": "30"}, path="/androidpublisher")
    error = problem_of(channel)
    assert error.problem is problem
    if problem is Problem.RATE_LIMITED:
        assert error.retry_after == timedelta(seconds=30)


def test_bodies_of_another_shape(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    server.write("r1", "boa", T)
    server.reviews["x"] = {"comments": [{"userComment": {"lastModified": {"seconds": "1"}}}]}
    server.reviews["y"] = {"reviewId": "y", "comments": [{"userComment": {"lastModified": {"seconds": "0"}}}]}
    page = channel.fetch("reviews", None)
    assert [each.reason for each in page.rejected] == [RejectReason.BAD_STRUCTURE]
    assert {each.external_id for each in page.mentions} == {"r1", "y"}
    server.shape_next([1], path="/androidpublisher")
    assert problem_of(channel).problem is Problem.UNREADABLE
    server.shape_next({"reviews": "no list"}, path="/androidpublisher")
    assert problem_of(channel).problem is Problem.UNREADABLE
    server.fail_next(500, body="words", path="/androidpublisher")
    assert problem_of(channel).problem is Problem.SERVER_ERROR
    server.cut_next(path="/androidpublisher", times=3)
    assert problem_of(channel).problem in {Problem.NO_NETWORK, Problem.UNREADABLE}


def test_a_token_is_kept_renewed_and_asked_anew_when_it_is_refused(
    channel: GooglePlayChannel, server: GooglePlayServer, clock: FakeClock
) -> None:
    server.write("r1", "boa", T)
    read(channel)
    read(channel)
    assert server.token_number == 1
    clock.advance(timedelta(minutes=59))
    read(channel)
    assert server.token_number == 2
    server.token_number = 9  # revoked elsewhere
    read(channel)
    assert server.token_number == 10
    server.token_number = 19
    channel.send(reply())
    assert server.token_number == 20


def test_a_key_that_google_no_longer_knows(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    server.refuse_tokens = 1
    assert problem_of(channel).problem is Problem.TOKEN_REVOKED
    told = "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe."
    server.fail_next(400, body={"error": "invalid_grant", "error_description": told}, path="/token")
    assert problem_of(channel).problem is Problem.CLOCK_WRONG
    server.fail_next(500, body="words", path="/token")
    assert problem_of(channel).problem is Problem.SERVER_ERROR
    server.shape_next({}, path="/token")
    assert problem_of(channel).problem is Problem.UNREADABLE
    server.reset_next(path="/token")
    error = problem_of(channel)
    assert (error.problem, error.is_certain) == (Problem.NO_NETWORK, True)


@pytest.mark.parametrize("change", ["no json", "no pem", "other key", "other address"])
def test_what_is_no_key_file_is_named(server: GooglePlayServer, clock: FakeClock, change: str) -> None:
    elliptic = ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    keys = {
        "no json": "-----BEGIN",
        "no pem": server.key_file(private_key="x"),
        "other key": server.key_file(private_key=elliptic.decode()),
        "other address": server.key_file(token_uri="http://exemplo.com/token"),
    }
    channel = opened(server, clock, keys[change])
    error = problem_of(channel)
    channel.close()
    assert (error.problem, error.facts) == (Problem.NO_KEY, {"why": "not_a_key_file"})
    assert "private" not in json.dumps(error.facts)


def test_the_check_tries_the_right_to_answer_on_a_review_that_is_not_there(
    channel: GooglePlayChannel, server: GooglePlayServer
) -> None:
    server.write("r1", "boa", T)
    checked = channel.check()
    assert checked.account_name == PACKAGE
    assert [each.works for each in checked.findings] == [True, True]
    server.may_reply = False
    assert channel.check().findings[1].problem is Problem.SCOPE_MISSING
    assert all("developerComment" not in each for each in server.reviews["r1"]["comments"])


def test_figures_leave_out_what_is_gone(channel: GooglePlayChannel, server: GooglePlayServer) -> None:
    server.write("r1", "boa", T, thumbsUpCount=4)
    assert channel.figures(["r1", "r2"]) == [Figures("r1", likes=4)]


def test_what_google_play_does_not_have(channel: GooglePlayChannel) -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert channel.streams == ("reviews",)
    assert channel.count("reviews", NOW.date()) is None
    assert not channel.wait(threading.Event(), 0.01)
    with pytest.raises(ChannelError):
        channel.act("hide", "r1")

"""Reading a real mailbox: pages, cursors, changes under our feet, and no trace left in it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import RejectReason
from app.services.channels.base import ChannelError
from tests.counterparts.dovecot import Dovecot
from tests.fakes import FakeClock, FakeCredentials
from tests.services.channels.email.conftest import ADDRESS, NOW, Box, OpenMail, drained, letter


def _ids(pages: list) -> list[str]:
    return [each.external_id for page in pages for each in page.mentions]


def test_the_first_sync_reads_page_by_page_oldest_first(box: Box, open_mail: OpenMail) -> None:
    for number in range(230):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=5) + timedelta(seconds=number))
    pages, _cursor = drained(open_mail(box))
    assert [len(page.mentions) for page in pages] == [100, 100, 30]
    assert _ids(pages) == [f"{number}@c.example" for number in range(230)]


def test_what_arrived_before_the_first_day_is_left_alone(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(message_id="<old@c.example>"), at=NOW - timedelta(days=40))
    box.put(letter(message_id="<new@c.example>"), at=NOW - timedelta(days=20))
    pages, cursor = drained(open_mail(box))
    assert _ids(pages) == ["new@c.example"]
    narrow, _ = drained(open_mail(box, first_days="10"))
    assert _ids(narrow) == []
    assert json.loads(cursor)["since"] == "2026-10-22"


def test_later_mails_come_alone_and_an_empty_question_moves_nothing(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(message_id="<1@c.example>"))
    channel = open_mail(box)
    pages, cursor = drained(channel)
    nothing = channel.fetch("INBOX", cursor)
    assert (nothing.mentions, nothing.has_more, nothing.cursor) == ((), False, cursor)
    box.put(letter(message_id="<2@c.example>"))
    later, _ = drained(channel, cursor=cursor)
    assert _ids(pages + later) == ["1@c.example", "2@c.example"]


def test_a_mailbox_of_old_mail_is_not_searched_at_each_question(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(), at=NOW - timedelta(days=400))
    channel = open_mail(box)
    first = channel.fetch("INBOX", None)
    assert json.loads(first.cursor)["uid"] == 1
    assert channel.fetch("INBOX", first.cursor).calls == 1


def test_nothing_is_marked_as_read(box: Box, open_mail: OpenMail) -> None:
    box.put(letter())
    drained(open_mail(box))
    names = [name for name, _data in box.mails()]
    assert len(names) == 1
    assert "S" not in names[0].partition(":2,")[2]


def test_after_a_kill_between_pages_nothing_is_missing(box: Box, open_mail: OpenMail) -> None:
    for number in range(250):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=5) + timedelta(seconds=number))
    first = open_mail(box).fetch("INBOX", None)
    box.put(letter(message_id="<late@c.example>"))
    # The page after this one was read and never stored.
    killed = open_mail(box)
    killed.fetch("INBOX", first.cursor)
    rest, _ = drained(open_mail(box), cursor=first.cursor)
    assert _ids([first, *rest]) == [*(f"{number}@c.example" for number in range(250)), "late@c.example"]
    # The same connection asked again from an older cursor starts there again.
    again = killed.fetch("INBOX", first.cursor)
    assert again.mentions[0].external_id == "100@c.example"


def test_a_new_validity_reads_again_from_the_first_day(box: Box, open_mail: OpenMail) -> None:
    for number in range(3):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=number))
    channel = open_mail(box)
    _pages, cursor = drained(channel)
    channel.close()
    box.server.change_uid_validity(4_242, user=box.address)
    pages, later = drained(channel, cursor=cursor)
    assert sorted(_ids(pages)) == ["0@c.example", "1@c.example", "2@c.example"]
    assert json.loads(later)["validity"] == 4_242
    assert json.loads(later)["since"] == json.loads(cursor)["since"]


def test_a_new_validity_in_the_middle_of_a_backlog_is_noticed(box: Box, open_mail: OpenMail) -> None:
    for number in range(150):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=5) + timedelta(seconds=number))
    channel = open_mail(box)
    first = channel.fetch("INBOX", None)
    box.server.change_uid_validity(77, user=box.address)
    for path in (box.server.maildir(box.address) / "new").glob("*M0*"):
        if b"<0@c.example>" in path.read_bytes():
            path.unlink()
    middle = channel.fetch("INBOX", first.cursor)
    assert (middle.mentions, middle.has_more, middle.cursor) == ((), True, first.cursor)
    pages, _ = drained(channel, cursor=middle.cursor)
    assert set(_ids(pages)) == {f"{number}@c.example" for number in range(1, 150)}


def test_the_server_gone_in_the_middle_has_a_name_and_costs_nothing(
    open_mail: OpenMail, shared_dovecot: object
) -> None:
    assert shared_dovecot
    with Dovecot() as server:
        for number in range(120):
            server.deliver(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=1, seconds=-number))
        channel = open_mail(server)
        first = channel.fetch("INBOX", None)
        server.stop()
        with pytest.raises(ChannelError) as caught:
            channel.fetch("INBOX", first.cursor)
        assert caught.value.problem is Problem.NO_NETWORK
        server.start()
        rest, _ = drained(channel, cursor=first.cursor)
        assert _ids([first, *rest]) == [f"{number}@c.example" for number in range(120)]


def test_a_connection_that_died_in_between_is_opened_again(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(message_id="<1@c.example>"))
    channel = open_mail(box)
    _pages, cursor = drained(channel)
    box.server.cut_connections()
    box.put(letter(message_id="<2@c.example>"))
    assert _ids(drained(channel, cursor=cursor)[0]) == ["2@c.example"]


def test_what_is_deleted_meanwhile_is_passed_over(box: Box, open_mail: OpenMail) -> None:
    for number in range(120):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=1, seconds=-number))
    channel = open_mail(box)
    first = channel.fetch("INBOX", None)
    for name in ("cur", "new"):
        for path in (box.server.maildir(box.address) / name).iterdir():
            if b"<110@c.example>" in path.read_bytes():
                path.unlink()
    rest, _ = drained(channel, cursor=first.cursor)
    assert "110@c.example" not in _ids(rest)
    assert len(_ids([first, *rest])) == 119
    assert all(not page.removals for page in rest)


def test_any_folder_is_a_stream_of_its_own(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(message_id="<in@c.example>"))
    box.put(letter(message_id="<sup@c.example>"), folder="Suporte")
    box.put(letter(message_id="<rec@c.example>"), folder="Reclama&AOcA9Q-es")
    channel = open_mail(box, folders="INBOX, Suporte; Reclamações", sent_folder="Sent")
    assert list(channel.streams) == ["INBOX", "Suporte", "Reclamações", "Sent"]
    assert [_ids(drained(channel, name)[0]) for name in channel.streams] == [
        ["in@c.example"],
        ["sup@c.example"],
        ["rec@c.example"],
        [],
    ]


def test_a_folder_that_is_not_there_has_a_name(box: Box, open_mail: OpenMail) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(box, folders="Nenhuma").fetch("Nenhuma", None)
    assert caught.value.problem is Problem.NOT_FOUND
    assert caught.value.facts["folder"] == "Nenhuma"


def test_a_mail_that_the_server_cannot_give_is_refused_after_three_tries(box: Box, open_mail: OpenMail) -> None:
    channel = open_mail(box)
    for number in range(4):
        box.put(letter(message_id=f"<{number}@c.example>"), at=NOW - timedelta(hours=1, seconds=-number))
    reader = _Stubborn(channel._box, uid=2)
    channel._pages._box = reader
    first = channel.fetch("INBOX", None)
    assert _ids([first]) == ["0@c.example"]
    assert first.has_more
    with pytest.raises(ChannelError) as caught:
        channel.fetch("INBOX", first.cursor)
    assert caught.value.problem is Problem.SERVER_ERROR
    last = channel.fetch("INBOX", first.cursor)
    assert _ids([last]) == ["2@c.example", "3@c.example"]
    assert [(each.reason, each.detail) for each in last.rejected] == [(RejectReason.UNREADABLE, "mail")]


class _Stubborn:
    """A mailbox whose server says NO whenever one certain mail is asked for."""

    def __init__(self, box: object, uid: int) -> None:
        self._box, self._uid = box, uid

    def letters(self, folder: str, validity: int, uids: list[int]) -> object:
        if self._uid in uids:
            raise ChannelError(Problem.UNREADABLE)
        return self._box.letters(folder, validity, uids)

    def pieces(self, *arguments: object) -> object:
        return self._box.pieces(*arguments)


@pytest.mark.parametrize("security", ["none", "tls"])
def test_idle_wakes_within_two_seconds(box: Box, open_mail: OpenMail, trust: Callable, security: str) -> None:
    port = box.server.tls_port if security == "tls" else box.server.port
    options = {"imap_port": str(port), "imap_security": security}
    channel = open_mail(box, trust=trust(box.server.certificate), **options)
    drained(channel)
    waits: list[float] = []

    def wait() -> None:
        started = time.monotonic()
        assert channel.wait(threading.Event(), 20)
        waits.append(time.monotonic() - started)

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(1.0)
    box.put(letter(message_id="<1@c.example>"))
    thread.join(25)
    assert 0.9 < waits[0] < 3.0
    assert _ids(drained(channel)[0]) == ["1@c.example"]


def test_what_came_since_the_last_reading_is_not_waited_for(box: Box, open_mail: OpenMail) -> None:
    channel = open_mail(box)
    drained(channel)
    box.put(letter(message_id="<1@c.example>"))
    started = time.monotonic()
    assert channel.wait(threading.Event(), 20)
    assert time.monotonic() - started < 3
    assert _ids(drained(channel)[0]) == ["1@c.example"]
    assert not channel.wait(threading.Event(), 0.2)


def test_a_server_gone_while_waiting_has_a_name(open_mail: OpenMail, shared_dovecot: object) -> None:
    assert shared_dovecot
    with Dovecot() as server:
        channel = open_mail(server)
        threading.Timer(0.7, server.stop).start()
        started, busy = time.monotonic(), time.thread_time()
        with pytest.raises(ChannelError) as caught:
            channel.wait(threading.Event(), 30)
        assert caught.value.problem is Problem.NO_NETWORK
        assert time.monotonic() - started < 15
        assert time.thread_time() - busy < 3  # nor does it turn and turn meanwhile


def test_waiting_ends_at_once_when_told_to_stop(box: Box, open_mail: OpenMail) -> None:
    channel, stop = open_mail(box), threading.Event()
    threading.Timer(0.3, stop.set).start()
    started = time.monotonic()
    assert not channel.wait(stop, 30)
    assert time.monotonic() - started < 3
    assert not channel.wait(threading.Event(), 0.2)


def test_a_server_without_idle_is_waited_for_in_vain(open_mail: OpenMail, shared_dovecot: object) -> None:
    assert shared_dovecot
    with Dovecot(has_idle=False) as server:
        channel = open_mail(server)
        started = time.monotonic()
        server.deliver(letter(), at=NOW)
        assert not channel.wait(threading.Event(), 0.6)
        assert 0.5 < time.monotonic() - started < 3
        stop = threading.Event()
        stop.set()
        assert not channel.wait(stop, 30)


def test_the_source_counts_its_mails_by_the_day_as_their_mentions_do(box: Box, open_mail: OpenMail) -> None:
    day = datetime(2026, 11, 19, tzinfo=UTC)
    for moment in (day - timedelta(seconds=1), day, day + timedelta(hours=12), day + timedelta(days=1)):
        # Each arrives ten minutes after it was written; one comes twice.
        box.put(letter(message_id=f"<{moment:%d%H}@c.example>", at=moment), at=moment + timedelta(minutes=10))
    box.put(letter(message_id="<1900@c.example>", at=day), at=day + timedelta(hours=2))
    box.put(b"From: ana@c.example\nSubject: sem data\n\noi\n", at=day + timedelta(hours=3))
    channel = open_mail(box)
    pages, _ = drained(channel)
    for each in (day.date() - timedelta(days=1), day.date(), day.date() + timedelta(days=1)):
        stored = {m.external_id for page in pages for m in page.mentions if m.posted_at.date() == each}
        assert channel.count("INBOX", each) == len(stored)
    assert channel.count("INBOX", day.date()) == 3
    assert channel.count("INBOX", date(2026, 1, 1)) == 0


@pytest.mark.parametrize("cursor", ["", "{}", "nonsense", '{"v": 2}', '{"v": 1, "validity": "x"}', "[1]"])
def test_a_cursor_that_cannot_be_read_starts_at_the_first_day(box: Box, open_mail: OpenMail, cursor: str) -> None:
    box.put(letter(message_id="<1@c.example>"))
    assert _ids([open_mail(box).fetch("INBOX", cursor)]) == ["1@c.example"]


def test_the_wrong_password_is_told_as_such(box: Box, open_mail: OpenMail) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(box, credentials=FakeCredentials(password="outra")).fetch("INBOX", None)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    assert box.address not in str(caught.value.facts)
    with pytest.raises(ChannelError) as caught:
        open_mail(box, credentials=FakeCredentials(password="não é esta")).fetch("INBOX", None)
    assert caught.value.problem is Problem.WRONG_PASSWORD
    with pytest.raises(ChannelError) as caught:
        open_mail(box, credentials=FakeCredentials()).fetch("INBOX", None)
    assert caught.value.problem is Problem.NO_KEY


def test_a_token_opens_the_mailbox_until_it_expires(box: Box, open_mail: OpenMail) -> None:
    box.put(letter(message_id="<1@c.example>"))
    box.server.tokens["good-token"] = box.address
    credentials = FakeCredentials(access_token="good-token")
    assert _ids(drained(open_mail(box, credentials=credentials, sign_in="oauth"))[0]) == ["1@c.example"]
    credentials.values["access_token"] = "expired-token"
    with pytest.raises(ChannelError) as caught:
        open_mail(box, credentials=credentials, sign_in="oauth").fetch("INBOX", None)
    assert caught.value.problem is Problem.TOKEN_EXPIRED
    credentials.values["access_token"] = "good-token"
    assert open_mail(box, credentials=credentials, sign_in="oauth").fetch("INBOX", None).mentions


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_tls_is_spoken_with_who_is_trusted_only(box: Box, open_mail: OpenMail, trust: Callable, security: str) -> None:
    box.put(letter(message_id="<1@c.example>"))
    port = str(box.server.tls_port if security == "tls" else box.server.port)
    options = {"imap_port": port, "imap_security": security}
    trusted = open_mail(box, trust=trust(box.server.certificate), **options)
    assert _ids(drained(trusted)[0]) == ["1@c.example"]
    with pytest.raises(ChannelError) as caught:
        open_mail(box, **options).fetch("INBOX", None)
    assert caught.value.problem is Problem.CERTIFICATE_REFUSED
    assert "self" in caught.value.facts["reason"]


def test_a_certificate_for_another_name_is_refused(
    open_mail: OpenMail, trust: Callable, shared_dovecot: object
) -> None:
    assert shared_dovecot
    with Dovecot(names=("outro.example",)) as server:
        options = {"imap_port": str(server.tls_port), "imap_security": "tls"}
        with pytest.raises(ChannelError) as caught:
            open_mail(server, trust=trust(server.certificate), **options).fetch("INBOX", None)
    assert caught.value.problem is Problem.CERTIFICATE_REFUSED


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"imap_host": "nao-existe.invalid"}, Problem.NAME_NOT_FOUND),
        ({"imap_host": ""}, Problem.NAME_NOT_FOUND),
        ({"imap_port": "1"}, Problem.NO_NETWORK),
    ],
)
def test_a_server_that_cannot_be_reached_has_a_name(
    box: Box, open_mail: OpenMail, options: dict[str, str], problem: Problem
) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(box, **options).fetch("INBOX", None)
    assert caught.value.problem is problem


def test_tls_asked_of_a_port_without_it_is_unreadable(box: Box, open_mail: OpenMail) -> None:
    with pytest.raises(ChannelError) as caught:
        open_mail(box, imap_security="tls").fetch("INBOX", None)
    assert caught.value.problem is Problem.UNREADABLE


def test_opening_and_closing_ask_nothing(open_mail: OpenMail, clock: FakeClock) -> None:
    channel = open_mail(None)
    assert list(channel.streams) == ["INBOX"]
    assert channel.figures(["1"]) == ()
    with pytest.raises(ChannelError) as caught:
        channel.act("like", "1")
    assert caught.value.problem is Problem.NOT_SUPPORTED
    channel.close()
    channel.close()
    assert clock.now() == NOW
    assert ADDRESS

"""Mails over slow lines: what keeps moving arrives, and what stops before its end was certainly not sent."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import pytest

from app.models.domain.channel_health import Problem
from app.services.channels.base import ChannelError, OutgoingFile
from app.services.channels.email import sender as sending
from app.services.channels.email.sender import seconds_for
from tests.services.channels.email.conftest import OpenMail, answer

BIG = OutgoingFile("fotos.zip", "application/zip", bytes(6_000_000))


class SlowLine:
    """A mail server behind a slow line: takes ``rate`` bytes a second, and stops or hangs up after ``most``."""

    def __init__(self) -> None:
        self.rate, self.most, self.hangs_up = 4_000_000.0, 1 << 40, False
        self.mails: list[bytes] = []
        self.words: list[bytes] = []
        self.is_over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self.is_over.set()
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join()

    def _serve(self) -> None:
        while not self.is_over.is_set():
            try:
                line, _ = self._listener.accept()
            except OSError:
                return
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65_536)
            with line:
                self._talk(line)

    def _talk(self, line: socket.socket) -> None:
        line.sendall(b"220 slow.example\r\n")
        while True:
            said = self._line(line)
            self.words.append(said)
            if not said or said.startswith(b"quit"):
                return
            if said.startswith(b"data"):
                line.sendall(b"354 go on\r\n")
                mail = self._mail(line)
                if mail is None:
                    return
                self.mails.append(mail)
            line.sendall(b"250 OK\r\n")

    def _line(self, line: socket.socket) -> bytes:
        said = b""
        while not said.endswith(b"\r\n"):
            sign = line.recv(1)
            if not sign:
                return b""
            said += sign
        return said.lower()

    def _mail(self, line: socket.socket) -> bytes | None:
        mail = bytearray()
        while not mail.endswith(b"\r\n.\r\n"):
            if len(mail) >= self.most:
                if not self.hangs_up:
                    self.is_over.wait(20)
                return None
            piece = line.recv(65_536)
            if not piece:
                return None
            mail += piece
            time.sleep(len(piece) / self.rate)
        return bytes(mail)


@pytest.fixture
def slow() -> Iterator[SlowLine]:
    line = SlowLine()
    yield line
    line.close()


def test_a_large_mail_over_a_slow_line_arrives(
    open_mail: OpenMail, slow: SlowLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_SECONDS", 0.8)
    channel = open_mail(None, slow)  # type: ignore[arg-type]  # only its port is looked at
    began = time.monotonic()
    channel.send(answer("Segue.\n.\n.. fim", files=(BIG,)))
    assert time.monotonic() - began > 1.2
    assert len(slow.mails) == 1
    assert b"\r\n..\r\n... fim" in slow.mails[0]
    assert slow.mails[0].endswith(b"--\r\n.\r\n")


@pytest.mark.parametrize(("hangs_up", "problem"), [(True, Problem.NO_NETWORK), (False, Problem.TIMED_OUT)])
def test_what_stops_before_its_end_was_certainly_not_sent(
    open_mail: OpenMail, slow: SlowLine, monkeypatch: pytest.MonkeyPatch, *, hangs_up: bool, problem: Problem
) -> None:
    monkeypatch.setattr(sending, "_SECONDS", 0.5)
    slow.most, slow.hangs_up = 1_000_000, hangs_up
    channel = open_mail(None, slow)  # type: ignore[arg-type]  # only its port is looked at
    with pytest.raises(ChannelError) as caught:
        channel.send(answer(files=(BIG,)))
    assert (caught.value.problem, caught.value.is_certain) == (problem, True)
    assert not any(each.startswith(b"quit") for each in slow.words)


def test_a_line_that_is_too_slow_for_the_outbox_is_given_up(
    open_mail: OpenMail, slow: SlowLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "_MOST_SECONDS", 1.0)
    channel = open_mail(None, slow)  # type: ignore[arg-type]  # only its port is looked at
    with pytest.raises(ChannelError) as caught:
        channel.send(answer(files=(BIG,)))
    assert (caught.value.problem, caught.value.is_certain) == (Problem.TIMED_OUT, True)


def test_the_time_follows_the_size() -> None:
    assert [seconds_for(size, 200.0) for size in (0, 3_000_000, 25_000_000)] == [30.0, 60.0, 200.0]

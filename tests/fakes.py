"""Stand-ins for the edges: time, secrets and networks."""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    ReplyLimits,
)
from app.services.channels.base import (
    Account,
    ChannelError,
    Checked,
    Credentials,
    Fetched,
    Figures,
    Finding,
    Network,
    OutgoingReply,
    Receipt,
)

DEFAULT_NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


class FakeClock:
    """A clock that stands still until a test moves it."""

    def __init__(self, at: datetime = DEFAULT_NOW) -> None:
        self._at = at

    def now(self) -> datetime:
        return self._at

    def align(self, team_now: datetime) -> None:
        """Stand where the test has put it."""

    def set(self, at: datetime) -> None:
        self._at = at

    def advance(self, step: timedelta) -> None:
        self._at += step


class FakeSecrets:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.passwords: dict[tuple[str, str], str] = {}
        self.keys: dict[str, bytes] = {}

    def password(self, host: str, user: str) -> str | None:
        return self.passwords.get((host, user))

    def set_password(self, host: str, user: str, password: str) -> None:
        self.passwords[host, user] = password

    def forget_password(self, host: str, user: str) -> None:
        self.passwords.pop((host, user), None)

    def key(self, name: str) -> bytes | None:
        return self.keys.get(name)

    def set_key(self, name: str, key: bytes) -> None:
        self.keys[name] = key

    def forget_key(self, name: str) -> None:
        self.keys.pop(name, None)


ALL_ABILITIES = tuple(AbilityNote(each, Grade.YES) for each in Ability)


def fake_kind(key: str = "instagram", **changes: Any) -> ChannelKind:
    """A network that can do everything, is asked every second, and whatever a test says otherwise."""
    values: dict[str, Any] = {
        "fields": (AccountField("token", FieldKind.SECRET),),
        "abilities": ALL_ABILITIES,
        "limits": ReplyLimits(public_length=2_200, private_length=1_000, most_parts=5, most_files=4),
        "poll": timedelta(seconds=1),
        "has_lookup": True,
        **changes,
    }
    return ChannelKind(key=key, **values)


class FakeCredentials:
    """Secrets of an account in memory."""

    def __init__(self, **values: str) -> None:
        self.values = dict(values)

    def get(self, key: str) -> str:
        if key not in self.values:
            raise ChannelError(Problem.NO_KEY)
        return self.values[key]

    def put(self, values: Mapping[str, str]) -> None:
        self.values |= values

    def access_token(self) -> str:
        return self.get("access_token")


Step = Fetched | BaseException


class FakeChannel:
    """A network in memory: what it gives is scripted, what it is asked and sent is kept for the test to look at.

    ``steps[stream]`` are answers (or errors to raise) to one ``fetch`` each; without any left a page is empty.
    ``send_steps`` likewise for ``send``; without any left every answer arrives. An answer whose error is not certain
    arrives when ``uncertain_arrives`` (it is in ``arrived`` and ``find_sent`` knows it), else it is lost.
    ``hanging`` set: ``fetch`` and ``send`` wait until ``close``, and then raise ``no_network``.
    """

    def __init__(self, *, streams: Sequence[str] = ("mentions",)) -> None:
        self.streams: Sequence[str] = tuple(streams)
        self.steps: dict[str, deque[Step]] = {stream: deque() for stream in streams}
        self.send_steps: deque[Receipt | BaseException] = deque()
        self.uncertain_arrives = False
        self.arrived: dict[str, tuple[OutgoingReply, Receipt]] = {}
        self.figures_of: dict[str, Figures] = {}
        self.counts: dict[tuple[str, date], int] = {}
        self.act_error: ChannelError | None = None
        self.checked: Checked | ChannelError = Checked("@loja", tuple(Finding(each, works=True) for each in Ability))
        self.fetches: list[tuple[str, str | None]] = []
        self.sends: list[OutgoingReply] = []
        self.lookups: list[str] = []
        self.acts: list[tuple[str, str]] = []
        self.figure_asks: list[tuple[str, ...]] = []
        self.hanging = threading.Event()
        self.announced = threading.Event()
        self.closed = threading.Event()

    def give(self, *steps: Step, stream: str | None = None) -> None:
        """Script the next answers of a stream, the first one unless named."""
        self.steps[stream or self.streams[0]].extend(steps)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        self.fetches.append((stream, cursor))
        self._hang()
        if not self.steps[stream]:
            return Fetched(cursor=cursor or "")
        step = self.steps[stream].popleft()
        if isinstance(step, BaseException):
            raise step
        return step

    def send(self, reply: OutgoingReply) -> Receipt:
        self.sends.append(reply)
        self._hang()
        receipt = Receipt(f"sent-{len(self.arrived) + 1}", f"https://example.test/p/{len(self.arrived) + 1}")
        step = self.send_steps.popleft() if self.send_steps else receipt
        if isinstance(step, BaseException):
            if isinstance(step, ChannelError) and not step.is_certain and self.uncertain_arrives:
                self.arrived[reply.key] = (reply, receipt)
            raise step
        self.arrived[reply.key] = (reply, step)
        return step

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        self.lookups.append(reply.key)
        found = self.arrived.get(reply.key)
        return None if found is None else found[1]

    def act(self, kind: str, external_id: str) -> None:
        self.acts.append((kind, external_id))
        if self.act_error is not None:
            raise self.act_error

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        self.figure_asks.append(tuple(external_ids))
        return [self.figures_of[each] for each in external_ids if each in self.figures_of]

    def count(self, stream: str, day: date) -> int | None:
        return self.counts.get((stream, day))

    def check(self) -> Checked:
        if isinstance(self.checked, ChannelError):
            raise self.checked
        return self.checked

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        until = time.monotonic() + seconds
        while not stop.is_set() and not self.announced.is_set() and time.monotonic() < until:
            self.announced.wait(min(0.02, max(0.0, until - time.monotonic())))
        was_announced = self.announced.is_set()
        self.announced.clear()
        return was_announced

    def close(self) -> None:
        self.closed.set()

    def network(self, kind: ChannelKind | None = None) -> Network:
        """Return a network whose accounts are all this channel, opened as often as asked."""

        def open_it(*, account: Account, credentials: Credentials, clock: object) -> FakeChannel:  # noqa: ARG001 - as adapters do
            self.closed.clear()
            return self

        return Network(kind or fake_kind(), open_it)

    def _hang(self) -> None:
        if self.hanging.is_set():
            self.closed.wait()
            raise ChannelError(Problem.NO_NETWORK)

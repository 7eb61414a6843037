"""Stand-ins for the edges: time and secrets."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

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

"""Secrets go to a real keyring or nowhere."""

from __future__ import annotations

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import KeyringLocked, PasswordDeleteError

from app.services.errors import Invalid, Unavailable
from app.services.secrets import KeyringSecrets, Secrets
from tests.fakes import FakeSecrets


class MemoryKeyring(KeyringBackend):
    priority = 1.0  # type: ignore[assignment] # a plain value is all that keyring asks

    def __init__(self) -> None:
        super().__init__()
        self.stored: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.stored.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.stored[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.stored.pop((service, username), None) is None:
            raise PasswordDeleteError


class LockedKeyring(MemoryKeyring):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)


@pytest.fixture
def ring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture(params=["keyring", "fake"])
def secrets(request: pytest.FixtureRequest, ring: MemoryKeyring) -> Secrets:
    return KeyringSecrets(backend=lambda: ring) if request.param == "keyring" else FakeSecrets()


def test_a_password_is_kept_by_host_and_user(secrets: Secrets) -> None:
    secrets.set_password("db.local", "ana", "sêñha")
    assert secrets.password("db.local", "ana") == "sêñha"
    assert secrets.password("db.local", "bia") is None
    secrets.forget_password("db.local", "ana")
    secrets.forget_password("db.local", "ana")
    assert secrets.password("db.local", "ana") is None


def test_a_key_is_kept(secrets: Secrets) -> None:
    assert secrets.key("file") is None
    secrets.set_key("file", bytes(range(32)))
    assert secrets.key("file") == bytes(range(32))
    secrets.forget_key("file")
    assert secrets.key("file") is None


@pytest.mark.parametrize("stored", ["not base64!", "c2hvcnQ="])
def test_a_damaged_key_is_said(ring: MemoryKeyring, stored: str) -> None:
    ring.stored["Balcao", "key:file"] = stored
    with pytest.raises(Invalid, match="key_damaged"):
        KeyringSecrets(backend=lambda: ring).key("file")


def test_what_does_not_fit_is_refused(ring: MemoryKeyring) -> None:
    secrets = KeyringSecrets(backend=lambda: ring)
    with pytest.raises(Invalid, match="secret_too_long"):
        secrets.set_password("host", "user", "x" * 1201)
    with pytest.raises(ValueError, match="32 bytes"):
        secrets.set_key("file", b"short")
    assert ring.stored == {}


@pytest.mark.parametrize("useless", [NullKeyring, FailKeyring])
def test_a_keyring_that_keeps_nothing_is_refused(useless: type[KeyringBackend]) -> None:
    secrets = KeyringSecrets(backend=useless)
    with pytest.raises(Unavailable, match="no_keyring"):
        secrets.set_password("host", "user", "x")


def test_a_locked_keyring_is_said() -> None:
    with pytest.raises(Unavailable, match="keyring_failed"):
        KeyringSecrets(backend=LockedKeyring).password("host", "user")

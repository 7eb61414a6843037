"""Keeps secrets in the operating system's keyring and nowhere else: passwords of servers, keys of encrypted files."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

import keyring
from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, NoKeyringError, PasswordDeleteError

from app.services.errors import Invalid, Unavailable

KEY_BYTES = 32
_SERVICE = "Balcao"
# Windows' vault holds 2,560 bytes and keyring writes UTF-16 there.
_LONGEST = 1_200
_USELESS = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")


class Secrets(Protocol):
    """Where secrets lie; a fake with the same methods stands in for it in tests."""

    def password(self, host: str, user: str) -> str | None:
        """Return the password of a database user, or None."""

    def set_password(self, host: str, user: str, password: str) -> None:
        """Remember it."""

    def forget_password(self, host: str, user: str) -> None:
        """Forget it; forgetting what is not there is harmless."""

    def key(self, name: str) -> bytes | None:
        """Return a key of 32 bytes, or None."""

    def set_key(self, name: str, key: bytes) -> None:
        """Remember it."""

    def forget_key(self, name: str) -> None:
        """Forget it; forgetting what is not there is harmless."""


class KeyringSecrets:
    """Secrets in the keyring that the operating system offers; one that would only pretend to keep them is refused.

    Every method raises Unavailable: ``no_keyring`` when there is none, ``keyring_failed`` when it refuses.
    """

    def __init__(self, *, backend: Callable[[], KeyringBackend] = keyring.get_keyring) -> None:
        self._backend = backend

    def password(self, host: str, user: str) -> str | None:
        """Return the password of a database user, or None."""
        return self._get(_database(host, user))

    def set_password(self, host: str, user: str, password: str) -> None:
        """Remember it."""
        self._set(_database(host, user), password)

    def forget_password(self, host: str, user: str) -> None:
        """Forget it; forgetting what is not there is harmless."""
        self._delete(_database(host, user))

    def key(self, name: str) -> bytes | None:
        """Return a key of 32 bytes, or None.

        Raises:
            Invalid: ``key_damaged`` when something else lies under that name.
        """
        stored = self._get(f"key:{name}")
        if stored is None:
            return None
        try:
            key = base64.b64decode(stored, validate=True)
        except binascii.Error as error:
            raise Invalid("key_damaged", name=name) from error
        if len(key) != KEY_BYTES:
            raise Invalid("key_damaged", name=name)
        return key

    def set_key(self, name: str, key: bytes) -> None:
        """Remember a key of 32 bytes."""
        if len(key) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._set(f"key:{name}", base64.b64encode(key).decode())

    def forget_key(self, name: str) -> None:
        """Forget it; forgetting what is not there is harmless."""
        self._delete(f"key:{name}")

    def _get(self, name: str) -> str | None:
        with _translated():
            return self._usable().get_password(_SERVICE, name)

    def _set(self, name: str, secret: str) -> None:
        if len(secret) > _LONGEST:
            raise Invalid("secret_too_long", limit=_LONGEST)
        with _translated():
            self._usable().set_password(_SERVICE, name, secret)

    def _delete(self, name: str) -> None:
        with _translated():
            backend = self._usable()
            if backend.get_password(_SERVICE, name) is None:
                return
            try:
                backend.delete_password(_SERVICE, name)
            except PasswordDeleteError:
                # Somebody else forgot it meanwhile; if it is still there, that is a refusal.
                if backend.get_password(_SERVICE, name) is not None:
                    raise

    def _usable(self) -> KeyringBackend:
        backend = self._backend()
        if type(backend).__module__.startswith(_USELESS):
            raise NoKeyringError
        return backend


def _database(host: str, user: str) -> str:
    return f"database:{user}@{host}"


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except NoKeyringError as error:
        raise Unavailable("no_keyring") from error
    except KeyringError as error:
        raise Unavailable("keyring_failed") from error

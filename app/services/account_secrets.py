"""Keeps the accounts' tokens sealed in the database under a key that only the keyrings of the team hold."""

from __future__ import annotations

import base64
import json
import secrets as random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.channel_health import Problem
from app.models.domain.people import Actor, Right
from app.models.schema.channels import AccountSecret
from app.models.schema.settings import BusinessSetting
from app.services.channels.base import ChannelError
from app.services.database import Database
from app.services.errors import Invalid, Unavailable, UserError
from app.services.rights import require
from app.services.secrets import KEY_BYTES, Secrets

_KEY_SETTING = "account_key"
_CHECK_SIGNS = 16
_NONCE_BYTES, _NAME_BYTES, _CHECK_BYTES = 12, 8, 3
_GROUP = 5
_CLAIM = timedelta(seconds=60)
_LOOK_AGAIN = 30.0
_WAITS = 40
_WAIT_SECONDS = 1.5
_EXPIRES_EARLY = timedelta(minutes=2)
Renew = Callable[[Mapping[str, str]], Mapping[str, str]]
"""Makes fresh secrets (access_token, refresh_token, expires_at as ISO) of old ones; raises ChannelError."""


class AccountSecrets:
    """Seals and unseals; every workstation of a team holds the same key of 32 bytes in its keyring."""

    def __init__(self, *, database: Database, secrets: Secrets) -> None:
        self._database = database
        self._secrets = secrets
        self._looked_at = float("-inf")
        self._was_here = False

    def put(self, account_id: int, values: Mapping[str, str]) -> None:
        """Seal an account's secrets in place of those it had.

        Raises:
            Unavailable: ``no_keyring``, ``keyring_failed``, ``team_key_missing`` when others sealed under a key that
                this workstation does not hold.
        """
        _name, key = self._key_for_sealing()
        sealed = _sealed(key, account_id, values)
        at = self._database.clock.now()
        self._database.quiet(lambda connection: _store(connection, account_id, sealed, _check(key), at))

    def values(self, account_id: int) -> tuple[dict[str, str], int]:
        """Return an account's secrets and their version; nothing and 0 when none are kept.

        Raises:
            Unavailable: ``no_keyring``, ``keyring_failed``, ``team_key_missing``.
        """
        with self._database.read() as connection:
            row = connection.execute(
                select(AccountSecret.sealed, AccountSecret.key_name, AccountSecret.version).where(
                    AccountSecret.account_id == account_id
                )
            ).one_or_none()
        if row is None:
            return {}, 0
        key = self._secrets.key(row.key_name)
        if key is None:
            raise Unavailable("team_key_missing")
        return _unsealed(key, account_id, row.sealed), int(row.version)

    def team_code(self, actor: Actor) -> str:
        """Return the team's key as letters and digits to be typed at another workstation.

        Raises:
            Refused: ``not_allowed``. Unavailable: as ``put``.
        """
        require(actor, Right.MANAGE_INSTALLATION)
        _name, key = self._key_for_sealing()
        text = base64.b32encode(key + sha256(key).digest()[:_CHECK_BYTES]).decode().rstrip("=")
        return "-".join(text[i : i + _GROUP] for i in range(0, len(text), _GROUP))

    def take_team_code(self, code: str) -> None:
        """Keep the team's key at this workstation.

        Raises:
            Invalid: ``team_code_wrong`` for a mistyped code or that of another team. Unavailable: ``no_keyring``.
        """
        key = _key_of_code(code)
        with self._database.read() as connection:
            known = _known_key(connection)
        if known is None or known.check != _check(key):
            raise Invalid("team_code_wrong")
        self._secrets.set_key(known.name, key)
        self._looked_at = float("-inf")

    def can_open(self, account_id: int) -> bool:
        """Tell whether an account's secrets, if it has any, can be read here; asked as often as one likes.

        A workstation without the key leaves the account to those that have it.
        """
        now = time.monotonic()
        if not self._was_here and now - self._looked_at > _LOOK_AGAIN:
            self._looked_at, self._was_here = now, self.is_key_here()
        return self._was_here or not self._has_secret(account_id)

    def is_key_here(self) -> bool:
        """Tell whether this workstation can read the accounts' secrets; True as well while the team has no key."""
        with self._database.read() as connection:
            known = _known_key(connection)
        try:
            return known is None or self._held(known) is not None
        except UserError:
            return False

    def make_ready(self) -> None:
        """See to it that secrets can be sealed here, before anything is stored. Raises Unavailable as ``put``."""
        self._key_for_sealing()

    def credentials(self, account_id: int, renew: Renew | None = None) -> SealedCredentials:
        """Return what an adapter reads secrets from; ``renew`` for accounts signed in by OAuth."""
        return SealedCredentials(database=self._database, secrets=self, account_id=account_id, renew=renew)

    def _has_secret(self, account_id: int) -> bool:
        statement = select(AccountSecret.account_id).where(AccountSecret.account_id == account_id)
        with self._database.read() as connection:
            return connection.execute(statement).first() is not None

    def _key_for_sealing(self) -> tuple[str, bytes]:
        """Return the team's key, made by the first who needs it; only a key under which nothing lies is replaced."""
        with self._database.read() as connection:
            known, is_used = _known_key(connection), _is_used(connection)
        if known is not None:
            key = self._held(known)
            if key is not None:
                return known.name, key
            if is_used:
                raise Unavailable("team_key_missing")
        fresh = random.token_bytes(KEY_BYTES)
        made = _KnownKey(known.name if known else f"accounts-{random.token_hex(_NAME_BYTES)}", _check(fresh))
        self._secrets.set_key(made.name, fresh)
        if self._database.quiet(lambda connection: _make_known(connection, made, instead_of=known)) != made:
            raise Unavailable("team_key_missing")  # another workstation was quicker: its key is the team's
        return made.name, fresh

    def _held(self, known: _KnownKey) -> bytes | None:
        """Return the key of this workstation's keyring when it is the team's."""
        key = self._secrets.key(known.name)
        return key if key is not None and _check(key) == known.check else None


class SealedCredentials:
    """An account's secrets as an adapter reads them; nothing is kept longer than the value is needed."""

    def __init__(self, *, database: Database, secrets: AccountSecrets, account_id: int, renew: Renew | None) -> None:
        self._database = database
        self._secrets = secrets
        self._account_id = account_id
        self._renew = renew

    def get(self, key: str) -> str:
        """Return a secret. Raises ChannelError ``no_key`` when it is not there or cannot be unsealed."""
        value = self._values().get(key, "")
        if not value:
            raise ChannelError(Problem.NO_KEY)
        return value

    def put(self, values: Mapping[str, str]) -> None:
        """Seal new values over the old ones; others stay."""
        try:
            self._secrets.put(self._account_id, {**self._values(), **values})
        except UserError as error:
            raise ChannelError(Problem.NO_KEY) from error

    def access_token(self) -> str:
        """Return an access token that is good for two more minutes at least, renewed by one workstation at a time.

        Raises:
            ChannelError: ``token_expired`` when it cannot be renewed, ``no_key``.
        """
        for _ in range(_WAITS):
            values = self._values()
            if not self._is_stale(values):
                return self.get("access_token")
            if self._renew is None or not values.get("refresh_token"):
                raise ChannelError(Problem.TOKEN_EXPIRED)
            if self._claim():
                return self._renewed(self._values())
            time.sleep(_WAIT_SECONDS)
        raise ChannelError(Problem.TOKEN_EXPIRED)

    def _renewed(self, values: Mapping[str, str]) -> str:
        if self._renew is None:
            raise ChannelError(Problem.TOKEN_EXPIRED)
        try:
            fresh = {**values, **self._renew(values)}
            self._secrets.put(self._account_id, fresh)
        except UserError as error:
            raise ChannelError(Problem.NO_KEY) from error
        finally:
            self._database.quiet(
                lambda connection: connection.execute(
                    update(AccountSecret)
                    .where(AccountSecret.account_id == self._account_id)
                    .values(refreshing_until=None)
                )
            )
        return fresh["access_token"]

    def _claim(self) -> bool:
        """Take the right to renew: two renewals at once would each make the other's refresh token worthless."""
        now = self._database.clock.now()

        def once(connection: Connection) -> bool:
            free = or_(AccountSecret.refreshing_until.is_(None), AccountSecret.refreshing_until <= now)
            taken = connection.execute(
                update(AccountSecret)
                .where(AccountSecret.account_id == self._account_id, free)
                .values(refreshing_until=now + _CLAIM)
            )
            return taken.rowcount == 1

        if not self._database.quiet(once):
            return False
        if self._is_stale(self._values()):
            return True
        # Another workstation has renewed it between our look and our claim.
        self._database.quiet(
            lambda connection: connection.execute(
                update(AccountSecret).where(AccountSecret.account_id == self._account_id).values(refreshing_until=None)
            )
        )
        return False

    def _is_stale(self, values: Mapping[str, str]) -> bool:
        expires_at = values.get("expires_at", "")
        if not values.get("access_token"):
            return True
        return bool(expires_at) and datetime.fromisoformat(expires_at) - _EXPIRES_EARLY <= self._database.clock.now()

    def _values(self) -> dict[str, str]:
        try:
            return self._secrets.values(self._account_id)[0]
        except Unavailable as error:
            raise ChannelError(Problem.NO_KEY) from error


@dataclass(frozen=True, slots=True)
class _KnownKey:
    """What the database tells of the team's key: its name in the keyrings, and what shows that a key is the one."""

    name: str
    check: str


def _known_key(connection: Connection) -> _KnownKey | None:
    value = connection.execute(
        select(BusinessSetting.value).where(BusinessSetting.key == _KEY_SETTING)
    ).scalar_one_or_none()
    return _KnownKey(str(value["name"]), str(value["check"])) if isinstance(value, dict) else None


def _make_known(connection: Connection, made: _KnownKey, *, instead_of: _KnownKey | None) -> _KnownKey | None:
    """Write a new key down unless another was meanwhile, or something was sealed; return the one that counts."""
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    value = {"name": made.name, "check": made.check}
    adding = module.insert(BusinessSetting).values(key=_KEY_SETTING, value=value, version=1)
    connection.execute(adding.on_conflict_do_nothing(index_elements=["key"]))
    locked = select(BusinessSetting.version).where(BusinessSetting.key == _KEY_SETTING).with_for_update()
    connection.execute(locked)
    present = _known_key(connection)
    if present == instead_of and present is not None and not _is_used(connection):
        connection.execute(update(BusinessSetting).where(BusinessSetting.key == _KEY_SETTING).values(value=value))
        return made
    return present


def _is_used(connection: Connection) -> bool:
    return connection.execute(select(AccountSecret.account_id).limit(1)).first() is not None


def _check(key: bytes) -> str:
    """Return what tells one key from another and nothing about it."""
    return sha256(b"balcao.team-key." + key).hexdigest()[:_CHECK_SIGNS]


def _store(connection: Connection, account_id: int, sealed: bytes, check: str, at: datetime) -> None:
    known = _known_key(connection)
    if known is None or known.check != check:
        raise Unavailable("team_key_missing")
    module = postgresql if connection.dialect.name == "postgresql" else sqlite
    values: dict[str, Any] = {"sealed": sealed, "key_name": known.name, "changed_at": at}
    adding = module.insert(AccountSecret).values(account_id=account_id, version=1, **values)
    changed = values | {"version": AccountSecret.version + 1}
    connection.execute(adding.on_conflict_do_update(index_elements=["account_id"], set_=changed))


def _sealed(key: bytes, account_id: int, values: Mapping[str, str]) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - seven megabytes, only for who has accounts

    nonce = random.token_bytes(_NONCE_BYTES)
    plain = json.dumps(dict(values), ensure_ascii=False).encode()
    return nonce + AESGCM(key).encrypt(nonce, plain, _bound_to(account_id))


def _unsealed(key: bytes, account_id: int, sealed: bytes) -> dict[str, str]:
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - as above
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - as above

    try:
        plain = AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _bound_to(account_id))
    except (InvalidTag, ValueError) as error:
        raise Unavailable("team_key_missing") from error
    found = json.loads(plain)
    return {str(name): str(value) for name, value in found.items()}


def _bound_to(account_id: int) -> bytes:
    """A sealed row moved to another account opens for nobody."""
    return f"balcao.account.{account_id}".encode()


def _key_of_code(code: str) -> bytes:
    text = "".join(each for each in code.upper() if each.isalnum())
    try:
        found = base64.b32decode(text + "=" * (-len(text) % 8))
    except ValueError as error:
        raise Invalid("team_code_wrong") from error
    key, check = found[:KEY_BYTES], found[KEY_BYTES:]
    if len(key) != KEY_BYTES or check != sha256(key).digest()[:_CHECK_BYTES]:
        raise Invalid("team_code_wrong")
    return key

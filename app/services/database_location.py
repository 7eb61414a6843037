"""Where the data lies: a local file or a PostgreSQL server; parsed from what a person or a script gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from app.services.errors import Invalid

_DEFAULT_PORT = 5432
_DEFAULT_SSL_MODE = "prefer"
_SSL_MODES = frozenset({"disable", "allow", "prefer", "require", "verify-ca", "verify-full"})


@dataclass(frozen=True, slots=True)
class LocalFile:
    """One SQLite file; ``key`` (32 bytes) when it is encrypted."""

    path: Path
    key: bytes | None = field(default=None, repr=False)

    def describe(self) -> str:
        """Return what may be shown and logged."""
        return str(self.path)


@dataclass(frozen=True, slots=True)
class Server:
    """A PostgreSQL database; the password comes from the keyring and is never shown."""

    host: str
    name: str
    user: str
    port: int = _DEFAULT_PORT
    password: str | None = None
    ssl_mode: str = _DEFAULT_SSL_MODE

    def describe(self) -> str:
        """Return what may be shown and logged."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        query = "" if self.ssl_mode == _DEFAULT_SSL_MODE else f"?sslmode={self.ssl_mode}"
        return f"postgresql://{quote(self.user, safe='')}@{host}:{self.port}/{quote(self.name, safe='')}{query}"

    def __repr__(self) -> str:
        """Keep the password out of logs."""
        return f"Server({self.describe()})"


Location = LocalFile | Server


def parse_location(text: str) -> Location:
    """Read a file path or ``postgresql://user[:password]@host[:port]/name[?sslmode=MODE]``.

    Raises:
        Invalid: ``database_url_invalid`` when the address has no host, user or name, or asks for what is not known:
            a slip in "sslmode" must not open an unencrypted way.
    """
    if not text.startswith(("postgresql://", "postgres://")):
        return LocalFile(Path(text).expanduser())
    try:
        parts = urlsplit(text)
        port = parts.port or _DEFAULT_PORT
        asked = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError as error:
        raise Invalid("database_url_invalid") from error
    name = unquote(parts.path.lstrip("/"))
    ssl_mode = asked.pop("sslmode", _DEFAULT_SSL_MODE)
    if not (parts.hostname and parts.username and name) or asked or ssl_mode not in _SSL_MODES:
        raise Invalid("database_url_invalid")
    password = unquote(parts.password) if parts.password else None
    return Server(
        host=parts.hostname,
        name=name,
        user=unquote(parts.username),
        port=port,
        password=password,
        ssl_mode=ssl_mode,
    )

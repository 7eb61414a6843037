"""Where the data lies: a local file or a PostgreSQL server; parsed from what a person or a script gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from app.services.errors import Invalid

_DEFAULT_PORT = 5432


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
    ssl_mode: str = "prefer"

    def describe(self) -> str:
        """Return what may be shown and logged."""
        return f"postgresql://{quote(self.user)}@{self.host}:{self.port}/{quote(self.name)}"

    def __repr__(self) -> str:
        """Keep the password out of logs."""
        return f"Server({self.describe()})"


Location = LocalFile | Server


def parse_location(text: str) -> Location:
    """Read a file path or ``postgresql://user[:password]@host[:port]/name``.

    Raises:
        Invalid: ``database_url_invalid`` when the address has no host, user or name.
    """
    if not text.startswith(("postgresql://", "postgres://")):
        return LocalFile(Path(text).expanduser())
    parts = urlsplit(text)
    name = unquote(parts.path.lstrip("/"))
    try:
        port = parts.port or _DEFAULT_PORT
    except ValueError as error:
        raise Invalid("database_url_invalid") from error
    if not (parts.hostname and parts.username and name):
        raise Invalid("database_url_invalid")
    password = unquote(parts.password) if parts.password else None
    return Server(host=parts.hostname, name=name, user=unquote(parts.username), port=port, password=password)

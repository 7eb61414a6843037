"""The identity of a mention: the same one arriving twice, from a file or a network, has the same 16 bytes."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from hashlib import blake2b

from app.models.domain.incoming import IncomingMention

KEY_BYTES = 16
# Stored keys depend on every byte of what follows: a change needs a new version here and a migration.
_PERSON = b"balcao.dedup.v1"
_BY_ID, _BY_CONTENT = b"id", b"content"
_WHITE = re.compile(r"\s+")


def dedup_key(account: str, mention: IncomingMention) -> bytes:
    """Return the 16-byte identity of a mention on a channel account (for files: the channel's key).

    It is BLAKE2b over the account and the external id or, where the source gives none, over author, posted-at second
    (UTC), title, text and place. Blanks and line ends count as one blank and letters are taken in NFC, so the same
    table saved by another program gives the same keys.
    """
    if mention.external_id is not None:
        return key_of_id(account, mention.external_id)
    return key_of_content(
        account,
        author=mention.author_key or mention.author_name,
        posted_at=mention.posted_at,
        parts=(mention.title, mention.text, mention.place),
    )


def key_of_id(account: str, external_id: str) -> bytes:
    """Return the identity given by the source's own identifier, taken exactly as it is."""
    return _digest(_BY_ID, (account, external_id))


def key_of_content(account: str, *, author: str | None, posted_at: datetime, parts: tuple[str | None, ...]) -> bytes:
    """Return the identity of content; ``posted_at`` is aware and counts to the second. None differs from empty text."""
    second = posted_at.astimezone(UTC).replace(microsecond=0).isoformat()
    return _digest(_BY_CONTENT, (account, author, second, *(_normal(part) for part in parts)))


def _normal(part: str | None) -> str | None:
    if part is None:
        return None
    return _WHITE.sub(" ", unicodedata.normalize("NFC", part)).strip()


def _digest(kind: bytes, parts: tuple[str | None, ...]) -> bytes:
    digest = blake2b(kind, digest_size=KEY_BYTES, person=_PERSON)
    for part in parts:
        octets = b"" if part is None else part.encode("utf-8", "surrogatepass")
        length = -1 if part is None else len(octets)
        digest.update(length.to_bytes(8, "big", signed=True))
        digest.update(octets)
    return digest.digest()

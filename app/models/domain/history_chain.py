"""The chain that makes a changed, removed or reordered history row visible, while bodies stay erasable."""

from __future__ import annotations

import hashlib
import hmac
from datetime import UTC, datetime, timedelta

GENESIS = b"\x00" * 32
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def digest_of(salt: bytes, body: str) -> bytes:
    """Return HMAC-SHA256 of a body under the row's own salt (32 bytes); without the salt it tells nothing."""
    return hmac.new(salt, body.encode(), hashlib.sha256).digest()


def chain_hash(
    previous: bytes, *, seq: int, case_id: int | None, actor_id: int, at: datetime, verb: str, digest: bytes
) -> bytes:
    """Return SHA-256 over the previous hash and every column of the row (32 bytes)."""
    stamp = (at - _EPOCH) // _MICROSECOND
    row = f"{seq}|{case_id or ''}|{actor_id}|{stamp}|{verb}|".encode()
    return hashlib.sha256(previous + row + digest).digest()

"""What a Bluesky post of ours is made of: a key of its own that never changes, and links by the bytes of its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

_SIGNS = "234567abcdefghijklmnopqrstuvwxyz"
_KEY_LENGTH, _CLOCK_BITS = 13, 10
_MILLION = 1_000_000
_LONG_AGO = datetime(2024, 1, 1, tzinfo=UTC)
_LINK = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}'»”]")
_NAME = re.compile(r"(?<![\w.@/])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\.)+[a-zA-Z]{2,63})")
_TAG = re.compile(r"(?<![\w#&/])#(\w*[^\W\d]\w*)")


def record_key(key: str, written_at: datetime | None) -> str:
    """Return a record key that is always the same for a key of ours, in the network's own form of time keys.

    Its second is when the answer was written; what stands below the second comes from the key.
    """
    second = int((written_at or _LONG_AGO).timestamp())
    digest = int.from_bytes(hashlib.sha256(key.encode()).digest()[:8], "big")
    number = ((second * _MILLION + digest % _MILLION) << _CLOCK_BITS) | (digest >> 40) % (1 << _CLOCK_BITS)
    signs = [_SIGNS[(number >> (5 * place)) & 31] for place in range(_KEY_LENGTH)]
    return "".join(reversed(signs))


def facets_of(text: str, did_of: Callable[[str], str]) -> list[dict[str, Any]]:
    """Return the links, names and hashtags of a text; ``did_of`` returns the lasting id of a handle, "" for nobody."""
    found = [_facet(text, each.span(), {"$type": f"{_FACET}#link", "uri": each[0]}) for each in _LINK.finditer(text)]
    found += [_facet(text, each.span(), {"$type": f"{_FACET}#tag", "tag": each[1]}) for each in _TAG.finditer(text)]
    for each in _NAME.finditer(text):
        did = did_of(each[1].lower())
        if did:
            found.append(_facet(text, each.span(), {"$type": f"{_FACET}#mention", "did": did}))
    return sorted(found, key=lambda facet: int(facet["index"]["byteStart"]))


def time_text(at: datetime) -> str:
    """Return a time as records hold it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


_FACET = "app.bsky.richtext.facet"


def _facet(text: str, span: tuple[int, int], feature: dict[str, str]) -> dict[str, Any]:
    start = len(text[: span[0]].encode())
    return {
        "index": {"byteStart": start, "byteEnd": start + len(text[slice(*span)].encode())},
        "features": [feature],
    }

"""The adapters of all networks on loopback, where the world's certificates are read once instead of at each opening."""

from __future__ import annotations

import functools

import httpx2
import pytest

_made = functools.cache(httpx2.create_ssl_context)


@pytest.fixture(autouse=True)
def certificates_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """To read them takes longer than most tests; a test that brings certificates of its own still gets those."""
    monkeypatch.setattr("httpx2._transports.default.create_ssl_context", _made)

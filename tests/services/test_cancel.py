"""A wish to stop reaches the work, from any thread and however often."""

from __future__ import annotations

import pytest

from app.services.cancel import Cancelled, CancelToken


def test_token_tells_and_raises_once_cancelled() -> None:
    token = CancelToken()
    token.raise_if_cancelled()
    assert not token.cancelled
    assert not token.wait(0)
    token.cancel()
    token.cancel()
    assert token.cancelled
    assert token.wait(10)
    with pytest.raises(Cancelled):
        token.raise_if_cancelled()

"""The files that may go with an answer: over a slow line they arrive before the outbox takes the answer for lost."""

from __future__ import annotations

import pytest

from app.models.domain.channel_kind import ReplyLimits
from app.services.channels import (
    bluesky_kind,
    discourse_forum,
    discourse_kind,
    facebook_kind,
    graph,
    mastodon_kind,
    mastodon_server,
    telegram,
    telegram_kind,
    x_door,
    x_kind,
)
from app.services.outbox.posts import SENDING_LIMIT

_SLOW = 50_000
"""Bytes a second."""
_REST = 60.0
"""Seconds that are left for the answer itself."""


@pytest.mark.parametrize(
    ("limits", "seconds"),
    [
        (bluesky_kind.KIND.limits, 60.0),
        (discourse_kind.KIND.limits, discourse_forum._UPLOAD_SECONDS),
        (facebook_kind.KIND.limits, graph._UPLOAD_SECONDS),
        (mastodon_kind.KIND.limits, mastodon_server._UPLOAD_SECONDS),
        (telegram_kind.KIND.limits, telegram._UPLOAD_SECONDS),
        (x_kind.KIND.limits, x_door._UPLOAD_SECONDS),
    ],
    ids=("bluesky", "discourse", "facebook", "mastodon", "telegram", "x"),
)
def test_the_largest_files_arrive_over_a_slow_line(limits: ReplyLimits, seconds: float) -> None:
    one = limits.most_file_bytes / _SLOW
    assert 0 < one < seconds
    assert limits.most_files * one + _REST < SENDING_LIMIT.total_seconds()

"""Names the networks: the one place, with the settings pages' order, that knows which adapters there are.

What a network is stands in a light module; its adapter, with the libraries that it needs, is imported when the first
account on it is opened, which is never on the way to the window.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from typing import Any

from app.models.domain.channel_kind import ChannelKind, OAuthPlan
from app.services.channels.base import Account, Channel, Credentials, Network
from app.services.channels.bluesky_kind import KIND as BLUESKY
from app.services.channels.consumidor_gov_kind import KIND as CONSUMIDOR_GOV
from app.services.channels.discourse_kind import KIND as FORUM
from app.services.channels.email.kind import KIND as EMAIL
from app.services.channels.email.kind import plan_of
from app.services.channels.facebook_kind import KIND as FACEBOOK
from app.services.channels.feeds_kind import BLOG_KIND, RSS_KIND
from app.services.channels.google_play_kind import KIND as GOOGLE_PLAY
from app.services.channels.instagram_kind import KIND as INSTAGRAM
from app.services.channels.mastodon_kind import KIND as MASTODON
from app.services.channels.telegram_kind import KIND as TELEGRAM
from app.services.channels.x_kind import KIND as X
from app.services.channels.youtube_kind import KIND as YOUTUBE
from app.services.clock import Clock

Load = Callable[[], Network]
PlanOf = Callable[[Mapping[str, Any]], OAuthPlan | None]
_LOADING = threading.Lock()
"""Accounts open on threads of their own: one adapter at a time is imported."""


def _late(kind: ChannelKind, load: Load, plan_of: PlanOf | None = None) -> Network:
    """Return a network whose adapter is imported by ``load`` when an account on it is opened."""

    def open_late(*, account: Account, credentials: Credentials, clock: Clock) -> Channel:
        with _LOADING:
            network = load()
        return network.open(account=account, credentials=credentials, clock=clock)

    return Network(kind, open_late, plan_of)


def _email() -> Network:
    from app.services.channels.email.channel import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _instagram() -> Network:
    from app.services.channels.instagram import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _facebook() -> Network:
    from app.services.channels.facebook import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _x() -> Network:
    from app.services.channels.x_v2 import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _youtube() -> Network:
    from app.services.channels.youtube import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _telegram() -> Network:
    from app.services.channels.telegram import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _mastodon() -> Network:
    from app.services.channels.mastodon import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _bluesky() -> Network:
    from app.services.channels.bluesky import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _consumidor_gov() -> Network:
    from app.services.channels.consumidor_gov import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _google_play() -> Network:
    from app.services.channels.google_play import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _forum() -> Network:
    from app.services.channels.discourse import NETWORK  # noqa: PLC0415 - opened off the UI thread, long after the start

    return NETWORK


def _rss() -> Network:
    from app.services.channels.feeds import RSS  # noqa: PLC0415 - opened off the UI thread, long after the start

    return RSS


def _blog() -> Network:
    from app.services.channels.feeds import BLOG  # noqa: PLC0415 - opened off the UI thread, long after the start

    return BLOG


_ALL = (
    _late(EMAIL, _email, plan_of),
    _late(INSTAGRAM, _instagram),
    _late(FACEBOOK, _facebook),
    _late(X, _x),
    _late(YOUTUBE, _youtube),
    _late(TELEGRAM, _telegram),
    _late(MASTODON, _mastodon),
    _late(BLUESKY, _bluesky),
    _late(CONSUMIDOR_GOV, _consumidor_gov),
    _late(GOOGLE_PLAY, _google_play),
    _late(FORUM, _forum),
    _late(RSS_KIND, _rss),
    _late(BLOG_KIND, _blog),
)
NETWORKS: dict[str, Network] = {network.kind.key: network for network in _ALL}
"""Networks by their channel's key, in the order in which they are offered."""

"""Names the networks: the one place, with the settings pages' order, that knows which adapters there are."""

from __future__ import annotations

from app.services.channels.base import Network
from app.services.channels.bluesky import NETWORK as BLUESKY
from app.services.channels.consumidor_gov import NETWORK as CONSUMIDOR_GOV
from app.services.channels.discourse import NETWORK as FORUM
from app.services.channels.email import NETWORK as EMAIL
from app.services.channels.facebook import NETWORK as FACEBOOK
from app.services.channels.feeds import BLOG, RSS
from app.services.channels.google_play import NETWORK as GOOGLE_PLAY
from app.services.channels.instagram import NETWORK as INSTAGRAM
from app.services.channels.mastodon import NETWORK as MASTODON
from app.services.channels.telegram import NETWORK as TELEGRAM
from app.services.channels.x_v2 import NETWORK as X
from app.services.channels.youtube import NETWORK as YOUTUBE

_ALL = (
    EMAIL,
    INSTAGRAM,
    FACEBOOK,
    X,
    YOUTUBE,
    TELEGRAM,
    MASTODON,
    BLUESKY,
    CONSUMIDOR_GOV,
    GOOGLE_PLAY,
    FORUM,
    RSS,
    BLOG,
)
NETWORKS: dict[str, Network] = {network.kind.key: network for network in _ALL}
"""Networks by their channel's key, in the order in which they are offered."""

"""E-mail: mailboxes read over IMAP, answers sent over SMTP."""

from app.services.channels.email.channel import NETWORK
from app.services.channels.email.kind import OAUTH_PLANS, PRESETS

__all__ = ["NETWORK", "OAUTH_PLANS", "PRESETS"]

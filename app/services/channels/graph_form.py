"""The form of an account on the Graph API, which Facebook pages and Instagram share."""

from __future__ import annotations

from app.models.domain.channel_kind import AccountField, FieldKind

BASE_URL = "https://graph.facebook.com"
VERSION = "v26.0"
"""The newest version of the Graph API (29 July 2026); each lives for about two years."""

GRAPH_FIELDS = (
    AccountField("page_id"),
    AccountField("token", FieldKind.SECRET),
    AccountField("app_id", is_required=False, is_advanced=True),
    AccountField("app_secret", FieldKind.SECRET, is_required=False, is_advanced=True),
    AccountField("human_agent", FieldKind.YES_NO, is_required=False, default="yes", is_advanced=True),
    AccountField("watch_days", FieldKind.NUMBER, is_required=False, default="90", is_advanced=True),
    AccountField("version", is_required=False, default=VERSION, is_advanced=True),
    AccountField("base_url", is_required=False, default=BASE_URL, is_advanced=True),
)
"""The form of an account on Facebook or Instagram; there is no sign-in with a browser.

Facebook's sign-in wants an HTTPS address of a server of ours and the app's secret in the exchange, and gives a person's
token instead of the page's. What works without a server is a page token or system user's token pasted once.
"""

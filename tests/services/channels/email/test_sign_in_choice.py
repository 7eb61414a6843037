"""The form decides whether an account signs in with the browser."""

from __future__ import annotations

from app.services.channels.email.channel import NETWORK


def test_only_a_browser_sign_in_has_a_plan() -> None:
    assert NETWORK.plan({"provider": "gmail", "sign_in": "password"}) is None
    gmail = NETWORK.plan({"provider": "gmail", "sign_in": "oauth"})
    assert gmail is not None
    assert "google" in gmail.authorize_url
    assert NETWORK.plan({"provider": "uol", "sign_in": "oauth"}) is None

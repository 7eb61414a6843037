"""What a network tells of a mention, in an attendant's words."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.models.domain.inbox import MentionDetail
from app.models.domain.vocabulary import MentionState, Visibility
from app.views.inbox.preview_facts import facts
from tests.fakes import DEFAULT_NOW

pytestmark = pytest.mark.usefixtures("qapp")


def _mention(**values: Any) -> MentionDetail:
    given: dict[str, Any] = {
        "id": 1,
        "channel_key": "mastodon",
        "channel_name": "Mastodon",
        "author": "Ana",
        "handle_key": None,
        "handle_id": None,
        "customer_id": None,
        "title": None,
        "text": "Oi",
        "posted_at": DEFAULT_NOW,
        "captured_at": DEFAULT_NOW,
        "permalink": None,
        "visibility": Visibility.PUBLIC,
        "is_direct": True,
        "state": MentionState.MONITORED,
        "state_reason": None,
        "rule_name": None,
        "case_id": None,
        "sentiment": None,
        "sentiment_is_suggested": False,
        "crisis_level": None,
        "crisis_words": (),
        "place": None,
        "likes": None,
        "shares": None,
        "replies": None,
        "reach": None,
        "extra": (),
        "attachments": (),
        "open_cases": (),
        "earlier_mentions": 0,
        "has_original": False,
        **values,
    }
    return MentionDetail(**given)


@pytest.mark.parametrize(
    ("reason", "words"),
    [("repost", "só repassa outra publicação"), ("terms", "fora dos termos de busca"), ("spam", "Golpe")],
)
def test_why_it_was_set_aside(reason: str, words: str) -> None:
    shown = dict(facts(_mention(state_reason=reason), DEFAULT_NOW, {"spam": "Golpe"}))
    assert shown["Situação"].endswith(words)


def test_edited_removed_and_the_day_by_which_to_answer() -> None:
    until = (DEFAULT_NOW + timedelta(days=1)).isoformat()
    mention = _mention(edited_at=DEFAULT_NOW, removed_at=DEFAULT_NOW, extra=(("answer_until", until), ("loja", "Sul")))
    shown = dict(facts(mention, DEFAULT_NOW, {}))
    assert shown["Editada pelo autor"].startswith("hoje")
    assert shown["Apagada na rede"].startswith("hoje")
    assert shown["Responder até"].startswith("amanhã")
    assert shown["Loja"] == "Sul"

"""What an Instagram account is to the program: its form and what it permits."""

from __future__ import annotations

from datetime import timedelta

from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    ChannelKind,
    Grade,
    ReplyLimits,
)
from app.services.channels.graph_form import GRAPH_FIELDS

CHANNEL = "instagram"

KIND = ChannelKind(
    key=CHANNEL,
    fields=GRAPH_FIELDS,
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.PARTLY, "mentions_webhook_only"),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "story_mentions_webhook_only"),
        AbilityNote(Ability.SEARCH, Grade.NO, "no_public_search"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "only_within_window"),
        AbilityNote(Ability.ATTACH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.HIDE, Grade.YES),
        AbilityNote(Ability.LIKE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "no_reach"),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(public_length=2200, private_length=950),
    poll=timedelta(minutes=2),
    has_lookup=True,
)
"""A direct message holds 1,000 bytes, not characters: 950 leave room for accents, and ``send`` counts again."""

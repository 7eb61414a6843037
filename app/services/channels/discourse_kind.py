"""What a forum on Discourse is to the program: its form and what it permits."""

from __future__ import annotations

from datetime import timedelta

from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    ReplyLimits,
)
from app.services.channels.feeds_kind import FEEDS_FIELD

CHANNEL = "forum"

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("server", is_required=False),
        AccountField("username", is_required=False),
        AccountField("key", FieldKind.SECRET, is_required=False),
        FEEDS_FIELD,
        AccountField("private_title", is_required=False, default="Sobre a sua mensagem", is_advanced=True),
        AccountField("base_url", is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.YES),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "needs_forum_key"),
        AbilityNote(Ability.SEARCH, Grade.YES),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.PARTLY, "needs_forum_key"),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "needs_forum_key"),
        AbilityNote(Ability.ATTACH, Grade.PARTLY, "needs_forum_key"),
        AbilityNote(Ability.HIDE, Grade.NO, "needs_moderator"),
        AbilityNote(Ability.LIKE, Grade.PARTLY, "needs_forum_key"),
        AbilityNote(Ability.FIGURES, Grade.YES),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(
        public_length=32_000,
        private_length=32_000,
        most_files=3,
        most_file_bytes=3_500_000,
        media_types=("image/jpeg", "image/png", "image/gif", "image/webp"),
    ),
    poll=timedelta(minutes=2),
    has_lookup=True,
    has_terms=True,
)

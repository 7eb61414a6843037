"""What Bluesky is to the program: its form and what it permits."""

from __future__ import annotations

from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    ReplyLimits,
)

CHANNEL = "bluesky"
SERVICE = "https://bsky.social"

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("handle"),
        AccountField("password", FieldKind.SECRET),
        AccountField("messages", FieldKind.YES_NO, is_required=False, default="yes"),
        AccountField("base_url", is_required=False, default=SERVICE, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.YES),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "needs_permission_for_messages"),
        AbilityNote(Ability.SEARCH, Grade.YES),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "only_if_they_accept"),
        AbilityNote(Ability.ATTACH, Grade.PARTLY, "public_pictures_only"),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.YES),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "no_reach"),
        AbilityNote(Ability.EDITS, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(
        public_length=300,
        private_length=1_000,
        unit="graphemes",
        most_parts=6,
        most_files=4,
        most_file_bytes=1_000_000,
        media_types=("image/jpeg", "image/png", "image/webp"),
    ),
    has_lookup=True,  # public answers have a key of their own besides; private ones have none
    has_terms=True,
)

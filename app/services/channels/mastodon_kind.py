"""What Mastodon is to the program: its form, its sign-in and what it permits."""

from __future__ import annotations

from app.models.domain.channel_kind import (
    FIXED_PORT,
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    OAuthPlan,
    ReplyLimits,
)

CHANNEL = "mastodon"
_LENGTH, _LONGEST_NAME = 500, 32

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("server", default="https://mastodon.social"),
        AccountField("token", FieldKind.SECRET, is_required=False),
        AccountField("client_id", is_required=False, is_advanced=True),
        AccountField("client_secret", FieldKind.SECRET, is_required=False, is_advanced=True),
        AccountField("base_url", is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.YES),
        AbilityNote(Ability.READ_PRIVATE, Grade.YES),
        AbilityNote(Ability.SEARCH, Grade.PARTLY, "hashtags_and_willing_authors"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.YES),
        AbilityNote(Ability.ATTACH, Grade.YES),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.YES),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "no_reach"),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(
        public_length=_LENGTH - _LONGEST_NAME,  # an answer begins with the @name of whom it answers
        private_length=_LENGTH - _LONGEST_NAME,
        most_parts=5,
        most_files=3,
        most_file_bytes=3_500_000,
        media_types=("image/jpeg", "image/png", "image/gif", "image/webp"),
    ),
    oauth=OAuthPlan(
        authorize_url="{server}/oauth/authorize",
        token_url="{server}/oauth/token",  # noqa: S106 - an address
        scopes=("read", "write"),
        client_secret_field="client_secret",  # noqa: S106 - the name of a field
        port=FIXED_PORT,
    ),
    has_lookup=True,  # a key alone would not do: servers keep it for an hour only
    has_terms=True,
)

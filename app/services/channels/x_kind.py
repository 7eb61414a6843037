"""What X is to the program: its form, what it permits and for what it wants money."""

from __future__ import annotations

from datetime import timedelta

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

CHANNEL = "x"
ADDRESS = "https://api.x.com"
MOST_PICTURE = 5 * 1024 * 1024

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("client_id"),
        AccountField("daily_items", FieldKind.NUMBER, default="0"),
        AccountField("first_days", FieldKind.NUMBER, default="7", is_required=False, is_advanced=True),
        AccountField("base_url", default=ADDRESS, is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.PARTLY, "paid_by_item"),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "paid_and_last_30_days"),
        AbilityNote(Ability.SEARCH, Grade.PARTLY, "paid_and_last_7_days"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.PARTLY, "only_who_addressed_us"),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "only_who_accepts_messages"),
        AbilityNote(Ability.ATTACH, Grade.PARTLY, "only_pictures"),
        AbilityNote(Ability.HIDE, Grade.PARTLY, "only_replies_to_us"),
        AbilityNote(Ability.LIKE, Grade.YES),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "paid_by_item"),
        AbilityNote(Ability.EDITS, Grade.YES),
        AbilityNote(Ability.REMOVALS, Grade.NO, "not_announced"),
    ),
    limits=ReplyLimits(
        public_length=280,
        private_length=10_000,
        unit="x_weighted",
        most_parts=10,
        most_files=3,
        most_file_bytes=3_500_000,
        media_types=("image/jpeg", "image/png", "image/gif", "image/webp"),
    ),
    poll=timedelta(minutes=5),
    oauth=OAuthPlan(
        authorize_url="https://x.com/i/oauth2/authorize",
        token_url="{base_url}/2/oauth2/token",  # noqa: S106 - an address
        scopes=(
            "tweet.read",
            "tweet.write",
            "tweet.moderate.write",
            "users.read",
            "dm.read",
            "dm.write",
            "like.write",
            "media.write",
            "offline.access",
        ),
        port=FIXED_PORT,
    ),
    has_lookup=True,
    cost_per_item=5_000,  # 0.005 dollar a post read; a direct message read costs twice that
    has_terms=True,
)

"""Two kinds of network: one that can be answered on and one that can only be listened to."""

from __future__ import annotations

from app.models.domain.channel_kind import Ability, AbilityNote, AccountField, ChannelKind, FieldKind, Grade

TALKING = ChannelKind(
    key="mastodon",
    fields=(
        AccountField("server"),
        AccountField("access_token", FieldKind.SECRET),
        AccountField("first_days", FieldKind.NUMBER, is_required=False, default="30"),
        AccountField("visibility", FieldKind.CHOICE, is_required=False, choices=("public", "unlisted")),
        AccountField("boosts", FieldKind.YES_NO, is_required=False),
    ),
    abilities=(AbilityNote(Ability.READ_PUBLIC, Grade.YES), AbilityNote(Ability.REPLY_PUBLIC, Grade.YES)),
    has_terms=True,
)
LISTENING = ChannelKind(
    key="rss",
    fields=(AccountField("feeds"),),
    abilities=(AbilityNote(Ability.READ_PUBLIC, Grade.YES), AbilityNote(Ability.REPLY_PUBLIC, Grade.NO, "read_only")),
)

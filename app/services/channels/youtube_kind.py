"""What YouTube is to the program: its form, its sign-in and what it permits."""

from __future__ import annotations

from datetime import timedelta

from app.models.domain.channel_kind import (
    Ability,
    AbilityNote,
    AccountField,
    ChannelKind,
    FieldKind,
    Grade,
    OAuthPlan,
    ReplyLimits,
)

CHANNEL = "youtube"
BASE_URL = "https://www.googleapis.com/youtube/v3"
LIST_UNITS, WRITE_UNITS, DAILY_UNITS = 1, 50, 10_000
"""What a question, an answer or act, and a day cost in units of the project's quota."""

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("channel_id", is_required=False),
        AccountField("api_key", FieldKind.SECRET, is_required=False),
        AccountField("client_id", is_required=False),
        AccountField("client_secret", FieldKind.SECRET, is_required=False),
        AccountField("watch_days", FieldKind.NUMBER, is_required=False, default="30", is_advanced=True),
        AccountField("base_url", is_required=False, default=BASE_URL, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.YES),
        AbilityNote(Ability.READ_PRIVATE, Grade.NO, "no_private_messages"),
        AbilityNote(Ability.SEARCH, Grade.NO, "quota_too_small"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.NO, "no_private_messages"),
        AbilityNote(Ability.ATTACH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.HIDE, Grade.YES),
        AbilityNote(Ability.LIKE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.FIGURES, Grade.YES),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(public_length=10_000),
    poll=timedelta(minutes=10),
    oauth=OAuthPlan(
        authorize_url="https://accounts.google.com/o/oauth2/v2/auth",
        token_url="https://oauth2.googleapis.com/token",  # noqa: S106 - an address
        scopes=("https://www.googleapis.com/auth/youtube.force-ssl",),
        client_secret_field="client_secret",  # noqa: S106 - the name of a field
        extra=(("access_type", "offline"), ("prompt", "consent")),
    ),
    has_lookup=True,
    daily_calls=DAILY_UNITS,
)

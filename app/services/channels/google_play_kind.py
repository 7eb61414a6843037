"""What Google Play is to the program: its form and what it permits."""

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

CHANNEL = "google_play"
SECRET = "service_account"  # noqa: S105 - the name of the form's field
ADDRESS = "https://androidpublisher.googleapis.com"

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("package_name"),
        AccountField(SECRET, FieldKind.SECRET),
        AccountField("translation_language", is_required=False, is_advanced=True),
        AccountField("base_url", default=ADDRESS, is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.PARTLY, "only_last_7_days"),
        AbilityNote(Ability.READ_PRIVATE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.SEARCH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.PARTLY, "one_answer_each"),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.ATTACH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "only_likes"),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_last_7_days"),
        AbilityNote(Ability.REMOVALS, Grade.NO, "not_announced"),
    ),
    limits=ReplyLimits(public_length=350),
    poll=timedelta(minutes=10),
    has_lookup=True,
    daily_calls=4_800,  # 200 questions an hour
)

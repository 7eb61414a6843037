"""What a Telegram bot is to the program: its form and what it permits."""

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

CHANNEL = "telegram"
ADDRESS = "https://api.telegram.org"
_MOST_FILE = 10_000_000

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("bot_token", FieldKind.SECRET),
        AccountField("base_url", default=ADDRESS, is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.PARTLY, "only_where_the_bot_is"),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "kept_for_24h"),
        AbilityNote(Ability.SEARCH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "only_who_wrote_first"),
        AbilityNote(Ability.ATTACH, Grade.YES),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.YES),
        AbilityNote(Ability.FIGURES, Grade.NO, "not_told_to_bots"),
        AbilityNote(Ability.EDITS, Grade.YES),
        AbilityNote(Ability.REMOVALS, Grade.NO, "not_told_to_bots"),
    ),
    limits=ReplyLimits(
        public_length=4096,
        private_length=4096,
        unit="utf16",
        most_parts=10,
        most_files=1,
        most_file_bytes=_MOST_FILE,
    ),
    poll=timedelta(seconds=30),
)

"""What a Facebook page is to the program: its form and what it permits."""

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

CHANNEL = "facebook"

KIND = ChannelKind(
    key=CHANNEL,
    fields=GRAPH_FIELDS,
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.YES),
        AbilityNote(Ability.READ_PRIVATE, Grade.PARTLY, "needs_app_review"),
        AbilityNote(Ability.SEARCH, Grade.NO, "no_public_search"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.YES),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.PARTLY, "only_within_window"),
        AbilityNote(Ability.ATTACH, Grade.PARTLY, "one_public_picture"),
        AbilityNote(Ability.HIDE, Grade.YES),
        AbilityNote(Ability.LIKE, Grade.YES),
        AbilityNote(Ability.FIGURES, Grade.PARTLY, "no_reach"),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "only_recent"),
    ),
    limits=ReplyLimits(
        public_length=8000,
        private_length=2000,
        most_files=1,
        most_file_bytes=4_000_000,
        media_types=("image/jpeg", "image/png", "image/gif"),
    ),
    poll=timedelta(minutes=2),
    has_lookup=True,
)

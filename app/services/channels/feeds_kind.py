"""What feeds of news and blogs are to the program: their form, and that they are only read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.models.domain.channel_kind import Ability, AbilityNote, AccountField, ChannelKind, Grade

FEEDS_FIELD = AccountField("feeds", is_required=False)


def _kind(key: str) -> ChannelKind:
    partly = {
        Ability.SEARCH: AbilityNote(Ability.SEARCH, Grade.PARTLY, "only_in_the_feed"),
        Ability.EDITS: AbilityNote(Ability.EDITS, Grade.PARTLY, "only_recent"),
        Ability.READ_PUBLIC: AbilityNote(Ability.READ_PUBLIC, Grade.YES),
    }
    return ChannelKind(
        key=key,
        fields=(replace(FEEDS_FIELD, is_required=True),),
        abilities=tuple(partly.get(each, AbilityNote(each, Grade.NO, "read_only")) for each in Ability),
        poll=timedelta(minutes=10),
        has_terms=True,
    )


RSS_KIND = _kind("rss")
BLOG_KIND = _kind("blog")

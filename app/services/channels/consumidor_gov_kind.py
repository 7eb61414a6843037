"""What consumidor.gov.br is to the program: its form and what it permits."""

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

CHANNEL = "consumidor_gov"
ADDRESS = "https://api.consumidor.gov.br/api/servico"

KIND = ChannelKind(
    key=CHANNEL,
    fields=(
        AccountField("client_id"),
        AccountField("code", FieldKind.SECRET),
        AccountField("client_secret", FieldKind.SECRET),
        AccountField("authorized_cpf", FieldKind.SECRET),
        AccountField("base_url", default=ADDRESS, is_required=False, is_advanced=True),
    ),
    abilities=(
        AbilityNote(Ability.READ_PUBLIC, Grade.PARTLY, "only_registered_companies"),
        AbilityNote(Ability.READ_PRIVATE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.SEARCH, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.REPLY_PUBLIC, Grade.PARTLY, "one_answer_in_10_days"),
        AbilityNote(Ability.REPLY_PRIVATE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.ATTACH, Grade.NO, "not_in_its_service"),
        AbilityNote(Ability.HIDE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.LIKE, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.FIGURES, Grade.NO, "no_such_thing"),
        AbilityNote(Ability.EDITS, Grade.PARTLY, "followed_for_45_days"),
        AbilityNote(Ability.REMOVALS, Grade.PARTLY, "followed_for_45_days"),
    ),
    limits=ReplyLimits(public_length=3_000),
    poll=timedelta(minutes=15),
    has_lookup=True,
)

"""A filter in words: one chip for every condition, and the filter without it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.inbox import CaseEvent, InboxFilter
from app.models.domain.vocabulary import Sentiment
from app.views.support.inbox_filter.condition import Condition
from app.views.support.inbox_filter.drill_texts import drilled, event_text, states_of
from app.views.support.texts import date_text

if TYPE_CHECKING:
    from app.services.filter_choices import Choice, FilterChoices


def sentiment_text(sentiment: Sentiment) -> str:
    """Return the name of a sentiment."""
    return {
        Sentiment.NEGATIVE: _tr("Negativo"),
        Sentiment.NEUTRAL: _tr("Neutro"),
        Sentiment.MIXED: _tr("Misto"),
        Sentiment.POSITIVE: _tr("Positivo"),
    }[sentiment]


def conditions(wanted: InboxFilter, choices: FilterChoices) -> list[Condition]:
    """Return the active conditions in the order of the panel."""
    found = _named(wanted, "channel_ids", choices.channels)
    found += _period(wanted)
    found += [
        Condition(
            choices.trees.path(node) or _tr("Classificação"),
            replace(wanted, node_ids=tuple(each for each in wanted.node_ids if each != node)),
        )
        for node in wanted.node_ids
    ]
    found += [
        Condition(
            sentiment_text(sentiment),
            replace(wanted, sentiments=tuple(each for each in wanted.sentiments if each is not sentiment)),
        )
        for sentiment in wanted.sentiments
    ]
    if wanted.no_sentiment:
        found.append(Condition(_tr("Sem sentimento"), replace(wanted, no_sentiment=False)))
    found += _named(wanted, "area_ids", choices.areas)
    found += _named(wanted, "owner_ids", choices.people)
    return found + states_of(wanted) + _marks(wanted) + drilled(wanted)


def _named(wanted: InboxFilter, field: str, choices: Sequence[Choice]) -> list[Condition]:
    names = {choice.id: choice.name for choice in choices}
    ids: tuple[int, ...] = getattr(wanted, field)
    return [
        Condition(names.get(row_id, "…"), _without_id(wanted, field, tuple(each for each in ids if each != row_id)))
        for row_id in ids
    ]


def _without_id(wanted: InboxFilter, field: str, ids: tuple[int, ...]) -> InboxFilter:
    if field == "channel_ids":
        return replace(wanted, channel_ids=ids)
    return replace(wanted, area_ids=ids) if field == "area_ids" else replace(wanted, owner_ids=ids)


def _period(wanted: InboxFilter) -> list[Condition]:
    found = []
    if wanted.since is not None or wanted.until is not None:
        text = event_text(wanted.event).format(when=_period_text(wanted.since, wanted.until))
        without = replace(wanted, since=None, until=None, event=CaseEvent.OPENED)
        found.append(Condition(text, without))
    if wanted.weekday is not None:
        found.append(Condition(_weekday(wanted.weekday), replace(wanted, weekday=None)))
    if wanted.hour is not None:
        text = _tr("{hour}h às {next}h").format(hour=wanted.hour, next=(wanted.hour + 1) % 24)
        found.append(Condition(text, replace(wanted, hour=None)))
    return found


def _weekday(number: int) -> str:
    names = (
        _tr("segunda"),
        _tr("terça"),
        _tr("quarta"),
        _tr("quinta"),
        _tr("sexta"),
        _tr("sábado"),
        _tr("domingo"),
    )
    return names[number % len(names)]


def _period_text(since: date | None, until: date | None) -> str:
    if since is not None and until is not None:
        if since == until:
            return date_text(since)
        return _tr("{since} a {until}").format(since=date_text(since), until=date_text(until))
    if since is not None:
        return _tr("desde {since}").format(since=date_text(since))
    return _tr("até {until}").format(until=date_text(until)) if until is not None else ""


def _marks(wanted: InboxFilter) -> list[Condition]:
    found = []
    if wanted.only_private is not None:
        text = _tr("Privadas") if wanted.only_private else _tr("Públicas")
        found.append(Condition(text, replace(wanted, only_private=None)))
    if wanted.only_vip:
        found.append(Condition(_tr("VIP"), replace(wanted, only_vip=False)))
    if wanted.intake_rule_id is not None:
        found.append(Condition(_tr("Por regra de entrada"), replace(wanted, intake_rule_id=None)))
    if wanted.intake_run_id is not None:
        found.append(Condition(_tr("De uma importação"), replace(wanted, intake_run_id=None)))
    if wanted.text:
        found.append(Condition(f"“{wanted.text}”", replace(wanted, text="")))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("filter_texts", text)

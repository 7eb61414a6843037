"""Builds the whole case screen in one call: a fixed number of statements, each by an index, at any size."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, func, select
from sqlalchemy.orm import aliased

from app.models.domain.case_detail import (
    ActOffer,
    AxisValue,
    CaseDetail,
    Deadlines,
    DraftText,
    ForwardingInfo,
    NextStepInfo,
    PromiseInfo,
    StepInfo,
    Viewer,
)
from app.models.domain.case_flow import CloseFacts, StepFacts, allowed_acts, missing_to_close, step_of
from app.models.domain.classification_tree import AxisInfo, Trees
from app.models.domain.routing import Routes
from app.models.domain.vocabulary import OPEN_STATES, AxisKey, CaseState, DraftKind, SentimentSource
from app.models.queries.case_advice import AdviceContext, recommendation
from app.models.queries.case_customer import customer_summary
from app.models.queries.case_duties import DutyWords, breaches_of, duties_of
from app.models.queries.case_facts import GONE, Carried, Suggested, case_carries
from app.models.queries.case_next_step import Dated, area_answered_at, next_step_of
from app.models.queries.case_timeline import IsOpen, TimelinePage, timeline
from app.models.queries.crisis_clocks import clock_of_case
from app.models.queries.routing import case_route
from app.models.queries.rows import AnyRow
from app.models.queries.timeline_network import ACCOUNT_COLUMNS, trouble_of
from app.models.schema.base import NEVER
from app.models.schema.cases import Case, Draft, Forwarding, Presence, Promise, Reply
from app.models.schema.channels import AccountHealth, Channel, ChannelAccount
from app.models.schema.mentions import Mention
from app.models.schema.people import Area, Person

# Built once, as every statement of this screen: building costs more than asking.
_PROMISES = (
    select(Promise.id, Promise.text, Promise.due_at, Promise.state)
    .where(Promise.case_id == bindparam("case_id"))
    .order_by(Promise.id)
)
_VIEWERS = (
    select(Person.name, Presence.is_typing)
    .join(Person, Person.id == Presence.person_id)
    .where(
        Presence.case_id == bindparam("case_id"),
        Presence.person_id != bindparam("person_id"),
        Presence.expires_at > bindparam("now"),
    )
    .order_by(Person.name)
)
_DRAFTS = select(Draft.kind, Draft.text, Draft.saved_at).where(
    Draft.case_id == bindparam("case_id"), Draft.person_id == bindparam("person_id")
)


@dataclass(frozen=True, slots=True)
class DetailContext:
    """What the screen needs besides the case: the team's trees and advice, who looks, and the time."""

    trees: Trees
    advice: AdviceContext
    required_axes: frozenset[str]
    person_id: int
    now: datetime
    zone: tzinfo
    warn_at: Callable[[AnyRow, Collection[int]], datetime]
    duty_words: Callable[[], DutyWords]
    silence_due_at: Callable[[AnyRow], datetime | None]
    is_open: IsOpen
    takes_one_reply: Callable[[Mapping[str, Collection[str]], str | None], bool]
    routes: Routes
    undo_send: timedelta


def case_detail(connection: Connection, case_id: int, context: DetailContext) -> CaseDetail | None:
    """Return everything the case screen draws, None when there is no such case."""
    row = _case_row(connection, case_id)
    if row is None:
        return None
    carried = case_carries(connection, case_id)
    nodes = carried.confirmed
    voice = _origin(connection, case_id)
    promises, forwarding = _promises(connection, case_id), _forwarding(connection, row)
    duties = duties_of(connection, case_id, context.duty_words)
    silence = context.silence_due_at(row)
    page = timeline(connection, case_id, person_id=context.person_id, is_open=context.is_open)
    keys = context.trees.keys_of(nodes.values())
    drafts = _drafts(connection, case_id, context.person_id)
    missing = missing_to_close(
        CloseFacts(
            has_nature=AxisKey.NATURE in keys,
            has_subject=AxisKey.SUBJECT in keys,
            has_solution=bool(row.solution),
            was_answered=row.first_response_at is not None,
        )
    )
    stopped = row.reply_count > 0 and context.takes_one_reply(keys, voice.text if voice is not None else None)
    return CaseDetail(
        **_header(row, voice),
        steps=_steps(row, keys),
        next_step=next_step_of(
            row, keys, Dated(promises, forwarding, duties, silence, area_answered_at(connection, row)), context.zone
        ),
        recommendation=recommendation(
            connection, row, voice, keys, context.advice, trees=context.trees, has_reply=row.reply_count > 0
        ),
        deadlines=_deadlines(row, nodes, context),
        forwarding=forwarding,
        promises=promises,
        axes=_axes(carried, voice, context),
        customer=customer_summary(connection, row),
        timeline=page.entries,
        earlier_cursor=page.earlier_cursor,
        offers=tuple(
            ActOffer(offer.act.value, offer.refusal.code.value if offer.refusal else None)
            for offer in allowed_acts(row.state, missing=missing, is_second_reply_stopped=stopped)
        ),
        missing_to_close=missing,
        viewers=_viewers(connection, case_id, context),
        drafts=tuple(each for each in drafts if each.kind is not DraftKind.FILES),
        has_draft_files=any(each.kind is DraftKind.FILES for each in drafts),
        proposed_message=_proposed_message(row),
        duties=duties,
        breaches=breaches_of(connection, case_id, context.duty_words),
        is_silent=silence is not None and silence < context.now,
        silence_due_at=silence,
        crisis_clock=None if row.crisis_level is None else clock_of_case(connection, case_id),
        route=case_route(connection, row, keys, context.now, context.routes),
        account_trouble=trouble_of(voice),
        undo_send=context.undo_send,
    )


def next_step_line(connection: Connection, case_id: int, context: DetailContext) -> NextStepInfo | None:
    """Return what is due on a case, as ``case_detail`` has it, without all the rest; None: there is no such case."""
    row = _case_row(connection, case_id)
    if row is None:
        return None
    keys = context.trees.keys_of(case_carries(connection, case_id).confirmed.values())
    dated = Dated(
        _promises(connection, case_id),
        _forwarding(connection, row),
        duties_of(connection, case_id, context.duty_words),
        context.silence_due_at(row),
        area_answered_at(connection, row),
    )
    return next_step_of(row, keys, dated, context.zone)


def earlier_entries(
    connection: Connection, case_id: int, cursor: int, *, person_id: int, is_open: IsOpen
) -> TimelinePage:
    """Return the timeline page before a cursor."""
    return timeline(connection, case_id, person_id=person_id, is_open=is_open, before=cursor)


@cache
def _case_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    survivor = aliased(Case)
    replies = select(func.count()).select_from(Reply).where(Reply.case_id == Case.id, Reply.state.not_in(GONE))
    return (
        select(
            *Case.__table__.c,
            Channel.key.label("channel_key"),
            Channel.name.label("channel_name"),
            *_answering(),
            Person.name.label("owner_name"),
            Area.silence_minutes,
            survivor.protocol.label("merged_into_protocol"),
            replies.scalar_subquery().label("reply_count"),
        )
        .join(Channel, Channel.id == Case.channel_id)
        .outerjoin(Person, Person.id == Case.owner_id)
        .outerjoin(Area, Area.id == Case.area_id)
        .outerjoin(survivor, survivor.id == Case.merged_into_id)
        .where(Case.id == bindparam("case_id"))
    )


def _answering() -> tuple[Any, ...]:
    """Return the columns that say how an answer may be given on a joined channel."""
    own = aliased(ChannelAccount)
    connected = (
        select(own.id).where(own.channel_id == Channel.id, own.is_connected, own.is_listen_only.is_(False)).exists()
    )
    return (
        Channel.has_public.label("can_reply_public"),
        Channel.has_private.label("can_reply_private"),
        Channel.reply_limit,
        connected.label("is_connected"),
    )


def _case_row(connection: Connection, case_id: int) -> AnyRow | None:
    row: AnyRow | None = connection.execute(_case_statement(), {"case_id": case_id}).one_or_none()
    return row


_PLAIN = [
    "id",
    "protocol",
    "version",
    "title",
    "state",
    "kind",
    "started_by",
    "channel_key",
    "channel_name",
    "opened_at",
    "closed_at",
    "closing_kind",
    "owner_id",
    "owner_name",
    "crisis_level",
    "is_vip",
    "is_severe",
    "is_founded",
    "solution",
    "snoozed_until",
    "follow_up_on",
    "satisfaction",
    "is_satisfied_resolved",
    "external_system",
    "external_number",
    "external_status",
    "merged_into_id",
    "merged_into_protocol",
    "reopened_count",
]


def _header(row: AnyRow, origin: AnyRow | None) -> dict[str, Any]:
    header = {name: getattr(row, name) for name in _PLAIN}
    # An answer goes where the customer spoke last, which may be another channel than the case began on.
    place = origin if origin is not None else row
    header |= {name: getattr(place, name) for name in ("can_reply_public", "can_reply_private", "reply_limit")}
    header["is_connected"] = bool(place.is_connected)
    header["is_public_origin"] = origin is not None and not origin.is_private
    return header


def _origin(connection: Connection, case_id: int) -> AnyRow | None:
    """Return the newest mention: where an answer goes, and what the mention-borne axes show."""
    return connection.execute(_origin_statement(), {"case_id": case_id}).one_or_none()


@cache
def _origin_statement() -> Any:  # noqa: ANN401 - a statement, built once: building costs more than asking
    return (
        select(
            Mention.id,
            Mention.is_private,
            Mention.is_direct,
            Mention.sentiment,
            Mention.sentiment_source,
            Mention.situation_node_id,
            Mention.text,
            *_answering(),
            *ACCOUNT_COLUMNS,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .outerjoin(ChannelAccount, ChannelAccount.id == Mention.account_id)
        .outerjoin(AccountHealth, AccountHealth.account_id == ChannelAccount.id)
        .where(Mention.case_id == bindparam("case_id"))
        .order_by(Mention.id.desc())
        .limit(1)
    )


def _promises(connection: Connection, case_id: int) -> tuple[PromiseInfo, ...]:
    return tuple(PromiseInfo(*row) for row in connection.execute(_PROMISES, {"case_id": case_id}))


def _forwarding(connection: Connection, row: AnyRow) -> ForwardingInfo | None:
    if row.state is not CaseState.WAITING_AREA:
        return None
    found = connection.execute(
        select(Forwarding.area_id, Area.name, Forwarding.reason, Forwarding.forwarded_at, Forwarding.due_at)
        .join(Area, Area.id == Forwarding.area_id)
        .where(Forwarding.case_id == row.id, Forwarding.returned_at.is_(None))
        .order_by(Forwarding.id.desc())
        .limit(1)
    ).one_or_none()
    return ForwardingInfo(*found) if found else None


def _steps(row: AnyRow, keys: dict[str, tuple[str, ...]]) -> tuple[StepInfo, ...]:
    view = step_of(
        StepFacts(
            state=row.state,
            is_history_seen=row.state is not CaseState.NEW or row.owner_id is not None,
            has_first_reply=row.first_response_at is not None,
            is_classified=AxisKey.NATURE in keys and AxisKey.SUBJECT in keys,
            is_protocol_told=row.protocol_told_at is not None,
            was_forwarded=row.was_forwarded,
            has_solution=bool(row.solution),
        )
    )
    return tuple(StepInfo(step.value, state.value) for step, state in view.states)


def _proposed_message(row: AnyRow) -> str | None:
    """Return the code of the message that the present step proposes to send to the customer."""
    if row.state is CaseState.WAITING_AREA and row.last_reply_at is None:
        return "tell_forwarded"
    if row.first_response_at is not None and row.protocol_told_at is None and row.state in OPEN_STATES:
        return "tell_protocol"
    return "tell_solution" if row.solution and row.state is CaseState.IN_SERVICE else None


def _deadlines(row: AnyRow, nodes: dict[int, int], context: DetailContext) -> Deadlines:
    return Deadlines(
        first_response_due_at=row.first_response_due_at,
        first_response_at=row.first_response_at,
        resolution_due_at=row.resolution_due_at,
        resolved_at=row.resolved_at,
        legal_due_at=row.legal_due_at,
        is_paused=row.due_at >= NEVER and row.state is CaseState.WAITING_CUSTOMER,
        warn_at=context.warn_at(row, list(nodes.values())),
    )


def _axes(carried: Carried, origin: AnyRow | None, context: DetailContext) -> tuple[AxisValue, ...]:
    return tuple(_axis(axis, carried, origin, context) for axis in context.trees.axes if axis.is_active)


def _axis(axis: AxisInfo, carried: Carried, origin: AnyRow | None, context: DetailContext) -> AxisValue:
    why = carried.suggested.get(axis.id)
    node_id = carried.nodes.get(axis.id)
    if axis.key == AxisKey.SITUATION and origin is not None and origin.situation_node_id is not None:
        node_id, why = origin.situation_node_id, None
    elif axis.key == AxisKey.SENTIMENT and origin is not None and origin.sentiment is not None:
        node_id = next((n.id for n in context.trees.children(axis.id) if n.key == origin.sentiment.value), None)
        why = Suggested() if origin.sentiment_source is SentimentSource.SUGGESTED else None
    is_said = why is None
    return AxisValue(
        axis_id=axis.id,
        axis_key=axis.key,
        axis_name=axis.name,
        carrier=axis.carrier,
        node_id=node_id if is_said else None,
        path=context.trees.path(node_id) if is_said else None,
        suggested_node_id=None if why is None else node_id,
        suggested_path=None if why is None else context.trees.path(node_id),
        confidence=None if why is None else why.confidence,
        reason="" if why is None else why.reason or "",
        is_required=axis.key in context.required_axes,
    )


def _viewers(connection: Connection, case_id: int, context: DetailContext) -> tuple[Viewer, ...]:
    rows = connection.execute(_VIEWERS, {"case_id": case_id, "person_id": context.person_id, "now": context.now})
    return tuple(Viewer(row.name, row.is_typing) for row in rows)


def _drafts(connection: Connection, case_id: int, person_id: int) -> tuple[DraftText, ...]:
    rows = connection.execute(_DRAFTS, {"case_id": case_id, "person_id": person_id})
    return tuple(DraftText(*row) for row in rows)

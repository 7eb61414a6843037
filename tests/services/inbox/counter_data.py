"""Random mentions and cases for the inbox's tests, and the same questions answered by plain Python."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, insert, select, update

from app.models.domain.business_hours import WeekCalendar
from app.models.domain.inbox import InboxFilter, InboxQuery, InboxView, RowKind, Sort, sort_of
from app.models.domain.people import Actor
from app.models.domain.vocabulary import (
    CaseState,
    DeliveryState,
    MentionState,
    Sentiment,
    SentimentSource,
    StartedBy,
    Visibility,
)
from app.models.domain.words import fold, search_words
from app.models.queries.case_facts import Voice
from app.models.schema.base import NEVER
from app.models.schema.cases import Case, CaseAxis, Reply
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis, Node
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.models.schema.people import Area, AreaMember
from app.models.schema.rules import Breach
from app.services.acts import Act
from app.services.case_book import CaseBook, NewCase
from app.services.database import Database
from app.services.facet_index import mention_words
from app.services.mention_book import MentionBook, NewMention
from app.services.team_calendars import CalendarShelf
from app.services.time_ids import next_time_ids

ZONE = ZoneInfo("America/Sao_Paulo")
VOCABULARY = ("reclamação", "pedido", "errado", "loja", "boleto", "atendimento", "ótimo", "entrega", "cartão", "não")
OPEN = {
    CaseState.NEW,
    CaseState.IN_SERVICE,
    CaseState.WAITING_CUSTOMER,
    CaseState.WAITING_AREA,
    CaseState.RESOLVED,
    CaseState.REOPENED,
}


@dataclass
class World:
    """What was stored, and what Python has to know to answer by itself."""

    channels: list[int]
    nodes: list[int]
    situations: list[int]
    areas: list[int]
    people: list[int]
    customers: list[int]


def populate(database: Database, actor: Actor, *, seed: int, mentions: int = 250, cases: int = 60) -> World:
    chance = random.Random(seed)  # noqa: S311 - the same data every time
    book = MentionBook()
    world = database.quiet(lambda connection: _world(connection, actor))

    def work(act: Act) -> None:
        store_mentions(act, book, chance, world, mentions)
        for number in range(cases):
            open_case(replace_time(act, chance), book, chance, world, number)

    database.act(work, actor=actor)
    database.quiet(lambda connection: _second_level(connection, random.Random(seed + 1), world, actor))  # noqa: S311 - the same data every time
    return world


def _second_level(connection: Connection, chance: random.Random, world: World, actor: Actor) -> None:
    """Put the actor into two areas, say the last word to some at odd times, let replies and reasons wait."""
    at = datetime(2026, 11, 21, 14, tzinfo=UTC)
    connection.execute(insert(AreaMember), [{"area_id": a, "person_id": actor.person_id} for a in world.areas[:2]])
    for case_id, channel_id in connection.execute(select(Case.id, Case.channel_id).order_by(Case.id)).all():
        if chance.random() < 0.6:
            said = at - timedelta(hours=chance.randrange(200))
            connection.execute(update(Case).where(Case.id == case_id).values(last_reply_at=said))
        for number in range(chance.choice([0, 0, 0, 1, 2])):
            state = chance.choice([DeliveryState.TO_APPROVE, DeliveryState.SENT])
            values = {"client_key": f"{case_id}-{number}", "case_id": case_id, "channel_id": channel_id, "text": "Oi"}
            times = {"written_at": at, "not_before": at}
            moved = {"visibility": Visibility.PUBLIC, "author_id": actor.person_id, "state": state}
            connection.execute(insert(Reply).values(**values, **times, **moved))
    for case_id in connection.execute(select(Case.id).order_by(Case.id)).scalars().all():
        for clock in chance.choice([(), (), ("first_response",), ("first_response", "resolution")]):
            reason = chance.choice([None, "volume"])
            missed = {"case_id": case_id, "clock": clock, "due_at": at, "noticed_at": at, "reason": reason}
            connection.execute(insert(Breach).values(**missed))


def replace_time(act: Act, chance: random.Random) -> Act:
    act.at = datetime(2026, 11, 21, 14, tzinfo=UTC) - timedelta(minutes=chance.randrange(60 * 24 * 60))
    return act


def _world(connection: Any, actor: Actor) -> World:
    channels = list(connection.execute(select(Channel.id).order_by(Channel.id).limit(4)).scalars())
    nature = connection.execute(select(Node.id).join(Axis).where(Axis.key == "nature").order_by(Node.id)).scalars()
    situation = connection.execute(select(Node.id).join(Axis).where(Axis.key == "situation").order_by(Node.id))
    at = datetime(2025, 1, 1, tzinfo=UTC)
    rows = [
        {"name": f"Cliente {i}", "folded_name": f"cliente {i}", "is_vip": i % 5 == 0, "created_at": at, "version": 1}
        for i in range(20)
    ]
    customers = list(connection.execute(insert(Customer).returning(Customer.id), rows).scalars())
    connection.execute(
        insert(Handle),
        [
            {
                "channel_id": channels[i % 4],
                "handle_key": f"cliente{i}",
                "display_name": f"Cliente {i}",
                "folded_name": f"cliente {i}",
                "customer_id": customer if i % 3 else None,
            }
            for i, customer in enumerate(customers)
        ],
    )
    return World(
        channels=channels,
        nodes=list(nature)[:4],
        situations=list(situation.scalars())[:3],
        areas=list(connection.execute(select(Area.id).order_by(Area.id).limit(3)).scalars()),
        people=[actor.person_id, actor.person_id + 1000],
        customers=customers,
    )


def store_mentions(act: Act, book: MentionBook, chance: random.Random, world: World, count: int) -> list[int]:
    at = datetime(2026, 11, 21, 14, tzinfo=UTC)
    # Few distinct seconds, so that many rows share one.
    times = [at - timedelta(minutes=30 * chance.randrange(48 * 60)) for _ in range(count)]
    ids = next_time_ids(act.connection, Mention, times)
    handles = list(act.connection.execute(select(Handle.id).order_by(Handle.id)).scalars())
    rows = []
    for mention_id, posted_at in zip(ids, times, strict=True):
        text = " ".join(chance.choice(VOCABULARY) for _ in range(chance.randrange(1, 6)))
        title = "Reclamação urgente" if chance.random() < 0.1 else None
        sentiment = chance.choice([None, *Sentiment])
        state = chance.choice([MentionState.TO_TRIAGE, MentionState.TO_TRIAGE, MentionState.MONITORED])
        values = {
            "id": mention_id,
            "dedup_key": mention_id.to_bytes(9, "big") + chance.randbytes(4),
            "channel_id": chance.choice(world.channels),
            "account_id": None,
            "conversation_id": None,
            "handle_id": chance.choice(handles),
            "case_id": None,
            "state": chance.choice([state, state, MentionState.IGNORED]),
            "sentiment": sentiment,
            "sentiment_source": SentimentSource.NONE if sentiment is None else SentimentSource.SUGGESTED,
            "crisis_level": chance.choice([None, None, None, 1, 3]),
            "situation_node_id": chance.choice([None, *world.situations]),
            "intake_rule_id": None,
            "intake_run_id": chance.choice([None, 7]),
            "posted_at": posted_at,
            "captured_at": posted_at,
            "is_private": chance.random() < 0.3,
            "is_direct": False,
            "title": title,
            "text": text,
        }
        rows.append(NewMention(values, mention_words(title, text)))
    book.insert(act, rows)
    return ids


def open_case(act: Act, mentions: MentionBook, chance: random.Random, world: World, number: int) -> int:
    book = CaseBook(mentions=mentions)
    due = act.at + timedelta(hours=chance.choice([1, 24, 24, 900, 2000]))
    axis = {1: chance.choice(world.nodes)} if chance.random() < 0.7 else {}
    new = NewCase(
        customer_id=chance.choice(world.customers),
        channel_id=chance.choice(world.channels),
        title=f"Caso {number} {chance.choice(VOCABULARY)}",
        preview="",
        started_by=StartedBy.CUSTOMER,
        voice=Voice(chance.choice([None, *Sentiment]), chance.random() < 0.5),
        first_response_due_at=due,
        resolution_due_at=due + timedelta(days=3),
        crisis_level=chance.choice([None, None, 2]),
        is_vip=chance.random() < 0.2,
        owner_id=chance.choice([None, *world.people]),
        nodes=axis,
    )
    case_id = book.insert(act, new)
    values: dict[str, Any] = {"due_at": chance.choice([due, NEVER]), "area_id": chance.choice([None, *world.areas])}
    values["state"] = chance.choice([*OPEN, CaseState.CLOSED, CaseState.CLOSED])
    values["closed_at"] = act.at if values["state"] is CaseState.CLOSED else None
    if values["state"] in OPEN:
        values["snoozed_until"] = chance.choice([None, None, act.at + timedelta(days=400), act.at])
    ids = act.connection.execute(
        select(Mention.id).where(Mention.case_id.is_(None)).order_by(Mention.id).offset(number).limit(2)
    ).scalars()
    mentions.move(act, list(ids), to=MentionState.IN_CASE, case_id=case_id)
    book.write(act, book.lock(act, case_id, None), values, is_voice_new=True)
    return case_id


def random_query(chance: random.Random, world: World, view: InboxView) -> InboxQuery:
    def some(values: list[Any]) -> tuple[Any, ...]:
        return tuple(chance.sample(values, chance.randrange(1, len(values)))) if chance.random() < 0.3 else ()

    day = datetime(2026, 11, 21, tzinfo=UTC).date()
    wanted = InboxFilter(
        channel_ids=some(world.channels),
        sentiments=some(list(Sentiment)),
        node_ids=some(world.nodes) if chance.random() < 0.5 else some(world.situations),
        since=day - timedelta(days=chance.randrange(5, 60)) if chance.random() < 0.3 else None,
        until=day - timedelta(days=chance.randrange(5)) if chance.random() < 0.3 else None,
        only_private=chance.choice([None, None, None, True, False]),
        no_sentiment=chance.random() < 0.1,
        only_vip=chance.random() < 0.1,
        text=chance.choice(["", "", "", "RECLAMACAO", '"pedido errado"', "loja -boleto", "recl*", "entrega cartao"]),
    )
    if chance.random() < 0.2:
        wanted = replace(wanted, owner_ids=some(world.people), area_ids=some(world.areas))
    if chance.random() < 0.2:
        wanted = replace(
            wanted, hour=chance.randrange(24) if chance.random() < 0.5 else None, weekday=chance.randrange(7)
        )
    if chance.random() < 0.1:
        wanted = replace(wanted, intake_run_id=7)
    elif chance.random() < 0.1:
        wanted = replace(wanted, case_states=(CaseState.NEW, CaseState.WAITING_AREA))
    return InboxQuery(view, wanted, chance.choice(list(Sort)))


@dataclass
class Rows:
    """Every row, read once; ``by_hand`` answers from them."""

    now: datetime
    mentions: list[Any]
    cases: list[Any]
    axes: dict[int, set[int]]
    node_axis: dict[int, int]
    vips: set[int]
    of_case: dict[int, list[Any]]
    own_areas: dict[int, set[int]]
    to_approve: set[int]
    unexplained: set[int]
    silence: dict[int | None, int]
    calendar: WeekCalendar


def read_rows(database: Database) -> Rows:
    with database.read() as connection:
        mentions = connection.execute(select(*Mention.__table__.columns)).all()
        cases = connection.execute(select(*Case.__table__.columns)).all()
        axes: dict[int, set[int]] = {}
        for case_id, node_id in connection.execute(select(CaseAxis.case_id, CaseAxis.node_id)):
            axes.setdefault(case_id, set()).add(node_id)
        node_axis = {row.id: row.axis_id for row in connection.execute(select(Node.id, Node.axis_id))}
        vip_handles = select(Handle.id).join(Customer, Customer.id == Handle.customer_id).where(Customer.is_vip)
        vips = set(connection.execute(vip_handles).scalars())
        own: dict[int, set[int]] = {}
        for person_id, area_id in connection.execute(select(AreaMember.person_id, AreaMember.area_id)):
            own.setdefault(person_id, set()).add(area_id)
        waiting = select(Reply.case_id).where(Reply.state == DeliveryState.TO_APPROVE)
        to_approve = set(connection.execute(waiting).scalars())
        unexplained = set(connection.execute(select(Breach.case_id).where(Breach.reason.is_(None))).scalars())
        silence: dict[int | None, int] = {None: 960}
        silence |= {row.id: row.silence_minutes for row in connection.execute(select(Area.id, Area.silence_minutes))}
        first = CalendarShelf().calendars(connection).first
        assert first is not None
    of_case: dict[int, list[Any]] = {}
    for row in mentions:
        of_case.setdefault(row.case_id, []).append(row)
    return Rows(
        database.clock.now(),
        list(mentions),
        list(cases),
        axes,
        node_axis,
        vips,
        of_case,
        own,
        to_approve,
        unexplained,
        silence,
        first.hours,
    )


def by_hand(rows: Rows, actor: Actor, query: InboxQuery) -> list[tuple[RowKind, int]]:
    """Answer a query by looking at every row."""
    found: list[tuple[RowKind, int]] = []
    for row in rows.mentions:
        nodes = {row.situation_node_id} | rows.axes.get(row.case_id, set())
        is_vip = row.handle_id in rows.vips
        if _mention_fits(row, query, nodes, rows.node_axis) and (is_vip or not query.filter.only_vip):
            found.append((RowKind.MENTION, row.id))
    found += [(RowKind.CASE, row.id) for row in rows.cases if _case_fits(row, query, rows, actor)]
    sort = sort_of(query.view, query.sort)
    if sort is Sort.DUE:
        due = {row.id: row.due_at for row in rows.cases}
        return sorted(found, key=lambda each: (due[each[1]], each[1]))
    return sorted(found, key=lambda each: (each[1], each[0] is RowKind.MENTION), reverse=sort is Sort.NEWEST)


@cache
def _words(text: str) -> list[str]:
    return search_words(text)


def words_fit(words: list[str], text: str) -> bool:
    joined = f" {' '.join(words)} "
    for part in {"RECLAMACAO": ["reclamacao"], "entrega cartao": ["entrega", "cartao"]}.get(text, []):
        if f" {part} " not in joined:
            return False
    return {
        '"pedido errado"': " pedido errado " in joined,
        "loja -boleto": " loja " in joined and " boleto " not in joined,
        "recl*": " recl" in joined,
    }.get(text, True)


def _nodes_fit(query: InboxQuery, nodes: set[Any], node_axis: dict[int, int]) -> bool:
    by_axis: dict[int, set[int]] = {}
    for node in query.filter.node_ids:
        by_axis.setdefault(node_axis[node], set()).add(node)
    return all(nodes & wanted for wanted in by_axis.values())


def _sentiment_fits(query: InboxQuery, sentiment: Sentiment | None) -> bool:
    wanted = query.filter
    if not wanted.sentiments and not wanted.no_sentiment:
        return True
    return sentiment in wanted.sentiments or (wanted.no_sentiment and sentiment is None)


def _day_fits(query: InboxQuery, at: datetime) -> bool:
    day = at.astimezone(ZONE).date()
    wanted = query.filter
    return (wanted.since is None or day >= wanted.since) and (wanted.until is None or day <= wanted.until)


def _mention_fits(row: Any, query: InboxQuery, nodes: set[Any], node_axis: dict[int, int]) -> bool:
    wanted, view = query.filter, query.view
    local = row.posted_at.astimezone(ZONE)
    views = {
        InboxView.TO_TRIAGE: row.state is MentionState.TO_TRIAGE,
        InboxView.CRISIS: row.state is MentionState.TO_TRIAGE and row.crisis_level is not None,
        InboxView.MONITORED: row.state is MentionState.MONITORED,
        InboxView.IGNORED: row.state is MentionState.IGNORED,
        InboxView.ALL_MENTIONS: True,
    }
    return all(
        [
            views.get(view, False),
            not (wanted.owner_ids or wanted.area_ids or wanted.case_states),
            not wanted.channel_ids or row.channel_id in wanted.channel_ids,
            _sentiment_fits(query, row.sentiment),
            _nodes_fit(query, nodes, node_axis),
            _day_fits(query, row.posted_at),
            wanted.only_private in (None, row.is_private),
            wanted.hour in (None, local.hour),
            wanted.weekday in (None, local.weekday()),
            wanted.intake_run_id in (None, row.intake_run_id),
            not wanted.text or words_fit(_words(f"{row.title}\n{row.text}" if row.title else row.text), wanted.text),
        ]
    )


def _case_fits(row: Any, query: InboxQuery, rows: Rows, actor: Actor) -> bool:
    wanted, now = query.filter, rows.now
    nodes, mentions = rows.axes.get(row.id, set()), rows.of_case.get(row.id, [])
    is_open = row.state in OPEN
    is_awake = row.snoozed_until is None or row.snoozed_until <= now
    views = {
        InboxView.MINE: is_open and row.owner_id == actor.person_id and is_awake,
        InboxView.AREA: row.state is CaseState.WAITING_AREA
        and row.area_id in rows.own_areas.get(actor.person_id, set()),
        InboxView.APPROVAL: row.id in rows.to_approve,
        InboxView.BREACHED: row.id in rows.unexplained,
        InboxView.SILENT: row.state in OPEN - {CaseState.WAITING_CUSTOMER, CaseState.RESOLVED}
        and rows.calendar.between(row.last_reply_at or row.opened_at, now)
        > timedelta(minutes=rows.silence[row.area_id]),
        InboxView.UNOWNED: is_open and row.owner_id is None and is_awake,
        InboxView.DUE_SOON: is_open and row.due_at <= now + timedelta(minutes=240),
        InboxView.CRISIS: is_open and row.crisis_level is not None,
        InboxView.WAITING_CUSTOMER: row.state is CaseState.WAITING_CUSTOMER,
        InboxView.WAITING_AREA: row.state is CaseState.WAITING_AREA,
        InboxView.SNOOZED: not is_awake,
        InboxView.CLOSED: row.state is CaseState.CLOSED,
        InboxView.ALL_CASES: True,
    }
    newest = sorted(mentions, key=lambda each: each.id, reverse=True)
    sentiment = next((each.sentiment for each in newest if each.sentiment is not None), None)
    is_private = newest[0].is_private if newest else True
    texts = [f"{each.title}\n{each.text}" if each.title else each.text for each in mentions] + [fold(row.title)]
    return all(
        [
            views.get(query.view, False),
            wanted.hour is None and wanted.weekday is None and wanted.intake_run_id is None,
            not wanted.channel_ids or row.channel_id in wanted.channel_ids,
            not wanted.owner_ids or row.owner_id in wanted.owner_ids,
            not wanted.case_states or row.state in wanted.case_states,
            not wanted.area_ids or row.area_id in wanted.area_ids,
            not wanted.only_vip or row.is_vip,
            _sentiment_fits(query, sentiment),
            wanted.only_private in (None, is_private),
            _nodes_fit(query, nodes, rows.node_axis),
            _day_fits(query, row.opened_at),
            not wanted.text or any(words_fit(_words(text), wanted.text) for text in texts),
        ]
    )

"""Opens cases from mentions or from a telephone call, each with its protocol in the same transaction."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.dedup import key_of_id
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import AxisKey, CaseState, MentionState, SentimentSource, StartedBy
from app.models.domain.words import clean_text
from app.models.queries.case_facts import Voice
from app.models.queries.classification import carried_nodes
from app.models.queries.customers import customer_row, survivor_of
from app.models.queries.rows import AnyRow
from app.models.schema.channels import Channel
from app.models.schema.classification import Axis
from app.models.schema.customers import Customer, Handle
from app.models.schema.mentions import Mention
from app.services.acts import Act, Done, Undo
from app.services.case_book import CaseBook, NewCase
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk, Step
from app.services.case_reader import CaseReader
from app.services.customer_book import (
    NewCustomer,
    clean_document,
    clean_email,
    clean_phone,
    complete_customer,
    customer_of_handle,
    document_hash,
    ensure_document_key,
    handle_for,
    link_handle,
    make_customer,
)
from app.services.database import Database
from app.services.duty_book import add_duties, answer_due, duties_at_opening
from app.services.errors import Invalid
from app.services.facet_index import mention_words
from app.services.manual_reading import ManualReading
from app.services.mention_book import MentionBook, Moved, NewMention
from app.services.rights import require
from app.services.time_ids import next_time_ids

FREE_STATES = frozenset({MentionState.TO_TRIAGE, MentionState.MONITORED, MentionState.IGNORED})
IN_CASE = frozenset({MentionState.IN_CASE})
_TITLE_LENGTH = 80
PREVIEW_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ManualCase:
    """A case opened by hand, mostly from a telephone call; ``text`` is what was said and becomes its first mention."""

    channel_key: str
    text: str
    customer_name: str = ""
    phone: str | None = None
    email: str | None = None
    document: str | None = None
    title: str | None = None
    customer_id: int | None = None
    started_by: StartedBy = StartedBy.CUSTOMER


@dataclass(frozen=True, slots=True)
class Opened:
    """A case just opened, and the mentions that moved into it."""

    case_id: int
    moved: list[Moved]


class CaseOpening:
    """The acts by which a case begins."""

    def __init__(
        self,
        *,
        database: Database,
        book: CaseBook,
        mentions: MentionBook,
        clock: CaseClock,
        desk: CaseDesk,
        reader: CaseReader,
    ) -> None:
        self._database = database
        self._book = book
        self._mentions = mentions
        self._clock = clock
        self._desk = desk
        self._reader = reader
        self._reading = ManualReading()

    def open_from_mentions(
        self, actor: Actor, mention_ids: Collection[int], *, customer_id: int | None = None, title: str | None = None
    ) -> Done[CaseDetail]:
        """Open a case on mentions, with its protocol, for their author or a given customer.

        Raises:
            Invalid: ``mention_missing``, ``customer_missing``. Refused: ``not_allowed``.
            Conflict: ``mention_changed`` when one belongs to a case already.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> Opened:
            rows = mention_rows(act.connection, mention_ids)
            customer = self._customer_for(act, rows, customer_id)
            case_id = self.insert_case(act, customer, rows, title)
            moved = self._mentions.move(
                act, mention_ids, to=MentionState.IN_CASE, expected=FREE_STATES, case_id=case_id
            )
            act.record(case_id, "open_case", {"mentions": sorted(mention_ids), "customer": customer})
            return Opened(case_id, moved)

        opened, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(opened.case_id, actor.person_id), changes, self._undo_open(actor, opened))

    def open_manual(
        self, actor: Actor, manual: ManualCase, *, also: Callable[[Act, int], object] = lambda _act, _case: None
    ) -> Done[CaseDetail]:
        """Open a case from what was said on the telephone (or written elsewhere), stored as its first mention.

        ``also`` is what else belongs to the same act; it gets the new case's id.

        Raises:
            Invalid: ``empty_text``, ``channel_unknown``, ``phone_invalid``, ``email_invalid``, ``document_invalid``.
        """
        require(actor, Right.WORK_CASES)
        text = clean_text(manual.text).strip()
        if not text:
            raise Invalid("empty_text")

        def once(act: Act) -> Opened:
            channel_id = channel_of(act.connection, manual.channel_key)
            customer, handle_id = self._manual_customer(act, manual, channel_id)
            said, crisis = self._reading.read(act.connection, text)
            row = _manual_mention(act, channel_id, handle_id, text) | said
            case_id = self.insert_case(act, customer, [row], manual.title, manual.started_by)
            values = row | {"state": MentionState.IN_CASE, "case_id": case_id}
            self._mentions.insert(act, [NewMention(values, mention_words(None, text))])
            act.record(case_id, "open_case", {"manual": manual.channel_key, "customer": customer})
            self._reading.ring(act, row["id"], crisis, channel_key=manual.channel_key, at=act.at)
            also(act, case_id)
            return Opened(case_id, [])

        opened, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(opened.case_id, actor.person_id), changes, self._undo_open(actor, opened))

    def insert_case(
        self,
        act: Act,
        customer_id: int,
        rows: Sequence[Any],
        title: str | None,
        started_by: StartedBy = StartedBy.CUSTOMER,
    ) -> int:
        """Insert a case on mentions inside an act; return its id."""
        newest_first = sorted((_plain(row) for row in rows), key=lambda each: each["id"], reverse=True)
        oldest, newest = newest_first[-1], newest_first[0]
        customer = customer_row(act.connection, customer_id)
        if customer is None:
            raise Invalid("customer_missing")
        nodes = carried_nodes(act.connection, customer_id) | _copied_nodes(act.connection, customer)
        crisis = min((each["crisis_level"] for each in newest_first if each["crisis_level"] is not None), default=None)
        clocked: dict[str, Any] = {
            "channel_id": newest["channel_id"],
            "is_vip": customer.is_vip,
            "crisis_level": crisis,
        }
        due = self._clock.opening(act.connection, clocked, list(nodes.values()), act.at)
        calendar = self._clock.calendar(act.connection)
        duties = duties_at_opening(act.connection, clocked["channel_id"], act.at, calendar)
        case_id = self._book.insert(
            act,
            NewCase(
                customer_id=customer_id,
                channel_id=newest["channel_id"],
                title=_title_of(title, oldest),
                preview=newest["text"][:PREVIEW_LENGTH],
                started_by=started_by,
                voice=_voice(newest_first),
                last_customer_at=newest["posted_at"],
                crisis_level=crisis,
                is_vip=customer.is_vip,
                nodes=nodes,
                first_response_due_at=due["first_response_due_at"],
                resolution_due_at=due["resolution_due_at"],
                legal_due_at=answer_due(duties),
            ),
        )
        add_duties(act, case_id, duties)
        return case_id

    @staticmethod
    def _customer_for(act: Act, rows: Sequence[AnyRow], customer_id: int | None) -> int:
        if customer_id is not None:
            if customer_row(act.connection, customer_id) is None:
                raise Invalid("customer_missing")
            chosen = survivor_of(act.connection, customer_id)
            for handle_id in ownerless_handles(act.connection, rows):
                link_handle(act, handle_id, chosen, "chosen")
            return chosen
        handle_ids = sorted({row.handle_id for row in rows if row.handle_id is not None})
        if not handle_ids:
            return make_customer(act, NewCustomer(""))
        chosen = customer_of_handle(act, handle_ids[0])
        for handle_id in ownerless_handles(act.connection, rows):
            link_handle(act, handle_id, chosen, "same_case")
        return chosen

    @staticmethod
    def _manual_customer(act: Act, manual: ManualCase, channel_id: int) -> tuple[int, int | None]:
        handle_id = _manual_handle(act, manual, channel_id)
        chosen = manual.customer_id
        if chosen is None and manual.document:
            ensure_document_key(act.connection)
            wanted = document_hash(act.connection, clean_document(manual.document))
            chosen = act.connection.execute(
                select(Customer.id).where(Customer.document_hash == wanted).order_by(Customer.id).limit(1)
            ).scalar_one_or_none()
        if chosen is None and handle_id is not None:
            chosen = act.connection.execute(
                select(Handle.customer_id).where(Handle.id == handle_id)
            ).scalar_one_or_none()
        new = NewCustomer(manual.customer_name, manual.email, manual.phone, manual.document)
        if chosen is None:
            chosen = make_customer(act, new)
        else:
            chosen = survivor_of(act.connection, chosen)
            complete_customer(act, chosen, new)
        if handle_id is not None and _is_ownerless(act.connection, handle_id):
            link_handle(act, handle_id, chosen, "typed")
        return chosen, handle_id

    def _undo_open(self, actor: Actor, opened: Opened) -> Undo:
        def revert() -> Done[CaseDetail]:
            _, changes = self._database.act(lambda act: self.void_new(act, opened, "void"), actor=actor)
            return Done(self._reader.detail(opened.case_id, actor.person_id), changes)

        return Undo("open_case", 1, revert)

    def void_new(self, act: Act, opened: Opened, verb: str) -> None:
        """Annul a case that nobody has touched since it was opened; its mentions go where they were."""
        row = self._book.lock(act, opened.case_id, 1)
        if opened.moved:
            self._mentions.restore(act, opened.moved)
        else:
            ids = list(act.connection.execute(select(Mention.id).where(Mention.case_id == row.id)).scalars())
            self._mentions.move(act, ids, to=MentionState.TO_TRIAGE, expected=IN_CASE)
        step = Step(is_voice_new=True)
        self._desk.write(act, row, {"state": CaseState.VOIDED}, step)
        act.record(opened.case_id, verb, {"of": "open_case"})


_MENTION_COLUMNS = (
    Mention.id,
    Mention.channel_id,
    Mention.handle_id,
    Mention.case_id,
    Mention.title,
    Mention.text,
    Mention.posted_at,
    Mention.sentiment,
    Mention.crisis_level,
    Mention.is_private,
)


def mention_rows(connection: Connection, mention_ids: Collection[int]) -> list[AnyRow]:
    """Return what cases need of mentions, in time order.

    Raises:
        Invalid: ``mention_missing`` when there is none or one is not there.
    """
    ids = sorted(set(mention_ids))
    rows: list[AnyRow] = []
    for start in range(0, len(ids), 500):
        statement = select(*_MENTION_COLUMNS).where(Mention.id.in_(ids[start : start + 500])).order_by(Mention.id)
        rows += connection.execute(statement).all()
    if not rows or len(rows) != len(ids):
        raise Invalid("mention_missing")
    return rows


def channel_of(connection: Connection, key: str) -> int:
    """Return the id of a channel.

    Raises:
        Invalid: ``channel_unknown``.
    """
    found = connection.execute(select(Channel.id).where(Channel.key == key)).scalar_one_or_none()
    if found is None:
        raise Invalid("channel_unknown", key=key)
    return int(found)


def _plain(row: AnyRow | Mapping[str, Any]) -> Mapping[str, Any]:
    return row if isinstance(row, Mapping) else row._asdict()


def _voice(newest_first: Sequence[Mapping[str, Any]]) -> Voice:
    sentiment = next((each["sentiment"] for each in newest_first if each["sentiment"] is not None), None)
    return Voice(sentiment, newest_first[0]["is_private"])


def _title_of(title: str | None, mention: Mapping[str, Any]) -> str:
    chosen = (title or "").strip() or (mention["title"] or "").strip() or mention["text"].strip()
    line = " ".join(clean_text(chosen).split())
    return line if len(line) <= _TITLE_LENGTH else line[: _TITLE_LENGTH - 1].rstrip() + "…"


def _copied_nodes(connection: Connection, customer: AnyRow) -> dict[int, int]:
    carried = {AxisKey.PROFILE.value: customer.profile_node_id, AxisKey.PERSONA.value: customer.persona_node_id}
    wanted = [key for key, node_id in carried.items() if node_id is not None]
    if not wanted:
        return {}
    axes = connection.execute(select(Axis.id, Axis.key).where(Axis.key.in_(wanted)))
    return {row.id: node_id for row in axes if (node_id := carried[row.key]) is not None}


def ownerless_handles(connection: Connection, rows: Sequence[AnyRow]) -> list[int]:
    """Return the handles of mentions that are no customer's yet, locked."""
    ids = sorted({row.handle_id for row in rows if row.handle_id is not None})
    found = connection.execute(
        select(Handle.id).where(Handle.id.in_(ids), Handle.customer_id.is_(None)).order_by(Handle.id).with_for_update()
    )
    return list(found.scalars())


def _is_ownerless(connection: Connection, handle_id: int) -> bool:
    return connection.execute(select(Handle.customer_id).where(Handle.id == handle_id)).scalar_one_or_none() is None


def _manual_handle(act: Act, manual: ManualCase, channel_id: int) -> int | None:
    if manual.channel_key == "email" and manual.email:
        key = clean_email(manual.email)
    elif manual.phone:
        key = clean_phone(manual.phone)
    else:
        return None
    return handle_for(act, channel_id, key, manual.customer_name.strip() or key)


def _manual_mention(act: Act, channel_id: int, handle_id: int | None, text: str) -> dict[str, Any]:
    blank = {column.name: None for column in Mention.__table__.c if column.nullable}
    return blank | {
        "id": next_time_ids(act.connection, Mention, [act.at])[0],
        "dedup_key": key_of_id("manual", secrets.token_hex(16)),
        "channel_id": channel_id,
        "handle_id": handle_id,
        "sentiment_source": SentimentSource.NONE,
        "posted_at": act.at,
        "captured_at": act.at,
        "is_private": True,
        "is_direct": True,
        "text": text,
    }

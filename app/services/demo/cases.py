"""Invented cases with their whole life: customer, classification, answers, forwarding, notes, chained history."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from app.models.domain.case_counts import CaseMeasure, Counted, case_counts
from app.models.domain.counters import case_counter
from app.models.domain.facets import case_tokens
from app.models.domain.history_chain import chain_hash, digest_of
from app.models.domain.protocol import make, next_number
from app.models.domain.vocabulary import (
    OPEN_STATES,
    CaseState,
    ClosingKind,
    DeliveryState,
    Sentiment,
    StartedBy,
    Visibility,
)
from app.models.domain.words import fold
from app.models.schema.base import EPOCH, NEVER, Code
from app.services.demo.outcomes import Reach, has_promise, node_row, promise_row, rate, went_to_ombudsman
from app.services.demo.people import People
from app.services.demo.plan import Chunk, Plan, Tally, add_count
from app.services.demo.tables import row_of
from app.services.mention_keys import LocalTimes
from app.services.time_ids import SUFFIX_BITS

_MICRO = 1_000_000
_NEVER = (NEVER - EPOCH) // timedelta(microseconds=1)
_OPEN_SHARES = (
    (CaseState.NEW, 25),
    (CaseState.IN_SERVICE, 30),
    (CaseState.WAITING_CUSTOMER, 15),
    (CaseState.WAITING_AREA, 14),
    (CaseState.RESOLVED, 9),
    (CaseState.REOPENED, 7),
)
_ENDED_SHARES = ((CaseState.CLOSED, 994), (CaseState.VOIDED, 4), (CaseState.MERGED, 2))
_PERSONA_SHARES = (11.6, 0.7, 4.0, 35.7, 12.1, 18.2, 6.9, 10.9)  # the order of the seeds; figures of the guide
_ANSWERED = frozenset(CaseState) - {CaseState.NEW, CaseState.VOIDED}
_RUNNING = frozenset({CaseState.NEW, CaseState.IN_SERVICE, CaseState.WAITING_AREA, CaseState.REOPENED})
_CASE, _REPLY = "case", "reply"


def _codes(vocabulary: Any) -> dict[Any, int]:  # noqa: ANN401 - any closed vocabulary
    return {member: Code(vocabulary).code_of(member) for member in vocabulary}


_STATES, _CLOSINGS, _VISIBLE = _codes(CaseState), _codes(ClosingKind), _codes(Visibility)
_CLOSING_OF = {code: kind for kind, code in _CLOSINGS.items()}
_SENT = Code(DeliveryState).code_of(DeliveryState.SENT)
_BY_CUSTOMER = Code(StartedBy).code_of(StartedBy.CUSTOMER)


@dataclass(frozen=True, slots=True)
class Opener:
    """The mention that a case is opened on."""

    mention_id: int
    second: int
    author: int
    channel_id: int
    text: str
    nature: str
    sentiment: Sentiment
    is_private: bool
    crisis_level: int | None


@dataclass(frozen=True, slots=True)
class Made:
    """The case that was made, as its mentions need it; ``holder`` is the case that keeps them, None = nobody.

    ``nodes`` = what the holder carries, by axis.
    """

    holder: int | None
    nodes: Mapping[int, int]


class Cases:
    """Makes cases in the order of time and keeps the chain, the protocol and the counts going."""

    def __init__(self, plan: Plan, people: People, times: LocalTimes, random: Random, *, reach: Reach) -> None:
        self._plan, self._people, self._times, self._random = plan, people, times, random
        self._reach = reach
        # Nobody answers as much as anybody else.
        self._shares = [1 / (place + 1) ** 0.6 for place in range(len(plan.team))]
        self._texts: dict[str, list[str]] = plan.texts
        self._customers: set[int] = set()
        self._last_id = 0
        self._last_kept: Made | None = None
        self._replies = self._forwardings = self._notes = self._promises = 0
        self.head = plan.head_hash
        self.seq = plan.history_seq
        self.given: tuple[date, int] | None = None
        self._states_open = [state for state, share in _OPEN_SHARES for _ in range(share)]
        self._states_ended = [state for state, share in _ENDED_SHARES for _ in range(share)]

    def make(self, chunk: Chunk, counts: Tally, said: Opener, *, is_open: bool) -> Made:
        """Make one case and all that belongs to it."""
        state = self._random.choice(self._states_open if is_open else self._states_ended)
        if state is CaseState.MERGED and self._last_kept is None:
            state = CaseState.CLOSED
        values = self._values(said, state)
        nodes = self._nodes(said)
        self._store_customer(chunk, said)
        chunk.add(_CASE, row_of(_CASE, values))
        rows = [node_row(values["id"], axis_id, node_id, self._random) for axis_id, node_id in sorted(nodes.items())]
        for row in rows:
            chunk.add("case_axis", row)
        chunk.add("protocol_search", (values["id"], values["protocol"]))
        self._store_facets(chunk, values, nodes, said, state)
        self._store_work(chunk, counts, values, said, state)
        suggested = frozenset(axis_id for _case, axis_id, _node, is_suggested, *_rest in rows if is_suggested)
        _count(counts, values, state, self._times, nodes=nodes, suggested=suggested)
        made = Made(values["id"], nodes)
        if state is CaseState.VOIDED:
            return Made(None, {})
        if state is CaseState.MERGED and self._last_kept is not None:
            return self._last_kept
        self._last_kept = made
        return made

    def _values(self, said: Opener, state: CaseState) -> dict[str, Any]:
        opened = said.second + self._random.randrange(60, 900)
        case_id = max(self._last_id + 1, opened << SUFFIX_BITS)
        self._last_id = case_id
        on = self._times.of_second(opened).on
        self.given = next_number(self.given, on)
        values: dict[str, Any] = {
            "id": case_id,
            "protocol": make(*self.given),
            "state": _STATES[state],
            "is_open": state in OPEN_STATES,
            "customer_id": said.author + 1,
            "channel_id": said.channel_id,
            "title": said.text[:80],
            "preview": said.text[:200],
            "started_by": _BY_CUSTOMER,
            "crisis_level": said.crisis_level,
            "is_vip": said.author % 97 == 0,
            "is_severe": False,
            "was_forwarded": False,
            "opened_at": opened * _MICRO,
            "first_response_due_at": (opened + 4 * 3600) * _MICRO,
            "resolution_due_at": (opened + 72 * 3600) * _MICRO,
            "last_customer_at": said.second * _MICRO,
            "reopened_count": int(state is CaseState.REOPENED),
            "version": 1,
            "owner_id": None if state is CaseState.NEW else self._random.choices(self._plan.team, self._shares)[0],
        }
        self._live(values, opened, state)
        if state is CaseState.CLOSED:
            rate(values, said.sentiment, self._random)
            if went_to_ombudsman(self._random):
                values["closing_kind"] = _CLOSINGS[ClosingKind.OMBUDSMAN]
        return values

    def _live(self, values: dict[str, Any], opened: int, state: CaseState) -> None:
        if state in _ANSWERED:
            answered = opened + 120 + int(self._random.expovariate(1 / 5400))
            values.update(first_response_at=answered * _MICRO, last_reply_at=answered * _MICRO)
            values["protocol_told_at"] = answered * _MICRO
            ended = answered + 600 + int(self._random.expovariate(1 / 86_400))
            if state in {CaseState.CLOSED, CaseState.RESOLVED}:
                values.update(resolved_at=ended * _MICRO, solution=self._random.choice(self._texts["solutions"]))
            if state is CaseState.CLOSED:
                values["closed_at"] = (ended + 60) * _MICRO
        values["was_forwarded"] = state is CaseState.WAITING_AREA or (
            state in _ANSWERED and self._random.random() < 0.2  # noqa: PLR2004 - a fifth goes to an area
        )
        if values["was_forwarded"] and state is CaseState.WAITING_AREA:
            values["area_id"] = self._random.choice(self._plan.areas)
        if state is CaseState.CLOSED:
            kind = ClosingKind.SECOND_LEVEL if values["was_forwarded"] else ClosingKind.FIRST_LEVEL
            values["closing_kind"] = _CLOSINGS[kind]
        if state is CaseState.MERGED and self._last_kept is not None:
            values["merged_into_id"] = self._last_kept.holder
        due = values["resolution_due_at"] if values.get("first_response_at") else values["first_response_due_at"]
        values["due_at"] = due if state in _RUNNING else _NEVER

    def _nodes(self, said: Opener) -> dict[int, int]:
        plan = self._plan
        chosen = {
            plan.axes["nature"]: plan.nodes[f"nature/{said.nature}"],
            plan.axes["subject"]: plan.subjects[int(len(plan.subjects) * self._random.random() ** 2)],
            plan.axes["persona"]: self._random.choices(plan.personas, weights=_PERSONA_SHARES)[0],
            plan.axes["profile"]: plan.profiles[0 if self._random.random() < 0.8 else 1],  # noqa: PLR2004 - mostly clients
        }
        if self._random.random() < 0.9:  # noqa: PLR2004 - a tenth carries no front
            chosen[plan.axes["front"]] = plan.nodes["front/service"]
        return chosen

    def _store_customer(self, chunk: Chunk, said: Opener) -> None:
        if said.author in self._customers:
            return
        self._customers.add(said.author)
        name = self._people.name(said.author)
        document = self._people.cpf(self._random) if said.author % 4 == 0 else None
        digest = None
        if document is not None:
            digest = hmac.new(bytes.fromhex(self._plan.document_key), document.encode(), hashlib.sha256).digest()
        values = {
            "id": said.author + 1,
            "name": name,
            "folded_name": fold(name),
            "email": f"{self._people.handle(said.author)}@exemplo.com.br" if said.author % 3 == 0 else None,
            "document": document,
            "document_hash": digest,
            "place": self._people.place(said.author),
            "is_vip": said.author % 97 == 0,
            "created_at": said.second * _MICRO,
            "version": 1,
        }
        chunk.add("customer", row_of("customer", values))
        link: dict[str, Any] = {
            "id": len(self._customers),
            "handle_id": said.author + 1,
            "customer_id": said.author + 1,
        }
        link |= {"reason": "case", "actor_id": self._plan.team[0], "linked_at": said.second * _MICRO}
        chunk.add("handle_link", row_of("handle_link", link))

    def _store_facets(
        self, chunk: Chunk, values: dict[str, Any], nodes: dict[int, int], said: Opener, state: CaseState
    ) -> None:
        tokens = case_tokens(
            channel_id=said.channel_id,
            state=state,
            owner_id=values["owner_id"],
            area_id=values.get("area_id"),
            sentiment=said.sentiment,
            is_vip=values["is_vip"],
            is_private=said.is_private,
            local_day=self._times.of_second(values["opened_at"] // _MICRO).on,
            node_ids=nodes.values(),
            crisis_level=said.crisis_level,
        )
        chunk.add("case_facet", (values["id"], " ".join(tokens)))

    def _store_work(
        self,
        chunk: Chunk,
        counts: Tally,
        values: dict[str, Any],
        said: Opener,
        state: CaseState,
    ) -> None:
        author = values["owner_id"] or self._plan.team[0]
        self._tell(chunk, values, values["opened_at"], "open_case", {"mentions": [said.mention_id]})
        answered = values.get("first_response_at")
        if answered is not None:
            self._reply(chunk, counts, values, said, at=answered)
            self._tell(
                chunk,
                values,
                answered,
                "reply_private" if said.is_private else "reply_public",
                {"reply": self._replies},
            )
        if has_promise(values, self._random):
            self._promises += 1
            chunk.add("promise", row_of("promise", promise_row(self._promises, values, state, author, self._random)))
        if values["was_forwarded"]:
            self._forward(chunk, counts, values, author)
        if self._random.random() < 0.12:  # noqa: PLR2004 - about one case in eight carries a note
            self._notes += 1
            text = self._random.choice(self._texts["notes"])
            chunk.add("note", (self._notes, values["id"], author, text, values["opened_at"] + 60 * _MICRO))
        if state is CaseState.CLOSED:
            body = {"from": {"state": "resolved"}, "to": {"state": "closed"}}
            self._tell(chunk, values, values["closed_at"], "close", body)

    def _reply(self, chunk: Chunk, counts: Tally, values: dict[str, Any], said: Opener, *, at: int) -> None:
        self._replies += 1
        text = self._random.choice(self._texts["replies"]).format(name=self._people.name(said.author).split()[0])
        visibility = Visibility.PRIVATE if said.is_private else Visibility.PUBLIC
        reply = {
            "id": self._replies,
            "client_key": f"demo-{self._replies}",
            "case_id": values["id"],
            "conversation_id": said.author + 1,
            "channel_id": said.channel_id,
            "in_reply_to_id": said.mention_id,
            "visibility": _VISIBLE[visibility],
            "author_id": values["owner_id"] or self._plan.team[0],
            "text": text,
            "state": _SENT,
            "written_at": at,
            "not_before": at,
            "sent_at": at,
            "attempts": 1,
        }
        chunk.add(_REPLY, row_of(_REPLY, reply))
        if not said.is_private:
            self._reach.answer(chunk, counts, said.channel_id, self._replies, text, at)

    def _forward(self, chunk: Chunk, counts: Tally, values: dict[str, Any], author: int) -> None:
        self._forwardings += 1
        at = (values.get("first_response_at") or values["opened_at"]) + 300 * _MICRO
        area = values.get("area_id") or self._random.choice(self._plan.areas)
        reason = self._random.choice(self._texts["reasons"])
        forwarding: dict[str, Any] = {
            "id": self._forwardings,
            "case_id": values["id"],
            "area_id": area,
            "reason": reason,
        }
        forwarding |= {"actor_id": author, "forwarded_at": at, "due_at": at + 86_400 * _MICRO}
        if values.get("area_id") is None:
            forwarding |= {"returned_at": at + 7_200 * _MICRO, "answer": self._random.choice(self._texts["solutions"])}
        chunk.add("forwarding", row_of("forwarding", forwarding))
        self._tell(chunk, values, at, "forward_to_area", {"area": area, "reason": reason})
        day = self._times.of_second(at // _MICRO).day
        add_count(counts, "case_day", (day, CaseMeasure.FORWARDED.value, values["channel_id"], area))

    def _tell(self, chunk: Chunk, values: dict[str, Any], at: int, verb: str, body: Mapping[str, object]) -> None:
        self.seq += 1
        text = json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        salt = self._random.randbytes(16)
        digest = digest_of(salt, text)
        actor = values["owner_id"] or self._plan.team[0]
        moment = EPOCH + timedelta(microseconds=at)
        self.head = chain_hash(
            self.head, seq=self.seq, case_id=values["id"], actor_id=actor, at=moment, verb=verb, digest=digest
        )
        chunk.add("history", (self.seq, values["id"], actor, at, verb, digest, self.head))
        chunk.add("history_body", (self.seq, salt, text))


def _count(
    counts: Tally,
    values: dict[str, Any],
    state: CaseState,
    times: LocalTimes,
    *,
    nodes: dict[int, int],
    suggested: frozenset[int],
) -> None:
    add_count(counts, "status_counter", (case_counter(state),))
    closing = values.get("closing_kind")
    case = Counted(
        state=state,
        channel_id=values["channel_id"],
        opened_at=_time(values["opened_at"]) or EPOCH,
        first_response_at=_time(values.get("first_response_at")),
        first_response_due_at=_time(values["first_response_due_at"]) or EPOCH,
        resolved_at=_time(values.get("resolved_at")),
        resolution_due_at=_time(values["resolution_due_at"]) or EPOCH,
        closed_at=_time(values.get("closed_at")),
        owner_id=values["owner_id"],
        area_id=values.get("area_id"),
        closing_kind=None if closing is None else _CLOSING_OF[closing],
        was_forwarded=values["was_forwarded"],
        crisis_level=values["crisis_level"],
        reopened_count=values["reopened_count"],
        satisfaction=values.get("satisfaction"),
        is_satisfied_resolved=values.get("is_satisfied_resolved"),
        nodes=nodes,
        suggested=suggested,
    )
    for (grain, key), n in case_counts(case, times.zone).items():
        add_count(counts, grain, key, n)


def _time(microseconds: int | None) -> datetime | None:
    return None if microseconds is None else EPOCH + timedelta(microseconds=microseconds)

"""Reads and answers complaints on consumidor.gov.br through its official service: one answer each, within ten days."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
)
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.services.channels.base import (
    Account,
    ChannelError,
    Checked,
    Credentials,
    Fetched,
    Figures,
    Finding,
    Network,
    OutgoingReply,
    OwnPost,
    Receipt,
    Removal,
)
from app.services.channels.consumidor_gov_complaints import (
    BRASILIA,
    MAY_MOVE,
    WAITS_FOR_US,
    Step,
    at_of,
    code_of,
    complaint_of,
    situation_of,
    step_id,
    steps,
    words_of,
)
from app.services.channels.consumidor_gov_door import ConsumidorGovDoor
from app.services.channels.consumidor_gov_kind import ADDRESS, KIND
from app.services.channels.loose_json import mapping, whole
from app.services.channels.shapes import text_at
from app.services.clock import Clock

_STREAM = "complaints"
_DAY = "%d-%m-%Y"
_FIRST_DAYS = 30
# Ten days to answer, twenty to be rated, and what the State's servant may take between.
_FOLLOWED = timedelta(days=45)
_DETAILS_A_PAGE = 20
_LISTING_HOLDS = timedelta(minutes=5)
_SLACK = timedelta(minutes=2)


class ConsumidorGovChannel:
    """The complaints against one company; a complaint is followed while its situation may still change."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        options = account.options
        self._client_id = str(options.get("client_id") or "")
        self._first_days = whole(options.get("first_days")) or _FIRST_DAYS
        self._door = ConsumidorGovDoor(
            base_url=str(options.get("base_url") or ADDRESS),
            client_id=self._client_id,
            credentials=credentials,
            clock=clock,
        )
        self._clock = clock
        self._listing: tuple[datetime, date, list[Any]] | None = None

    @property
    def streams(self) -> Sequence[str]:
        """Complaints with all that happens to them."""
        return (_STREAM,)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return up to twenty complaints that are new or have changed, oldest first."""
        del stream
        calls, now = self._door.calls, self._clock.now()
        today = now.astimezone(BRASILIA).date()
        begin, seen = _place(cursor)
        begin = max(begin or today - timedelta(days=self._first_days), today - _FOLLOWED)
        listing = self._listed(begin, today, now)
        signs = {
            text_at(each.get("protocolo")): _sign(each, today) for each in listing if text_at(each.get("protocolo"))
        }
        changed = [protocol for protocol, sign in signs.items() if seen.get(protocol) != sign]
        rejected = [
            RejectedRow(row, RejectReason.BAD_STRUCTURE, "consumidor_gov_listing", "")
            for row, each in enumerate(listing, start=1)
            if changed and not text_at(each.get("protocolo"))  # told with something new, not every quarter of an hour
        ]
        page = sorted(changed)[:_DETAILS_A_PAGE]  # a protocol begins with its year and month
        mentions: list[IncomingMention] = []
        own: list[OwnPost] = []
        removals: list[Removal] = []
        for row, protocol in enumerate(page, start=1):
            try:
                found = complaint_of(self._door.detailed(protocol), self._door.file)
            except ValueError:
                rejected.append(RejectedRow(row, RejectReason.BAD_STRUCTURE, "consumidor_gov_complaint", ""))
                continue
            mentions += found.mentions
            own += found.own
            removals += [Removal(protocol)] if found.is_gone else []
        kept = {protocol: sign for protocol, sign in seen.items() if protocol in signs}
        has_more = len(changed) > len(page)
        if not has_more:
            self._listing = None
        return Fetched(
            cursor=json.dumps(
                {"v": 1, "begin": begin.isoformat(), "seen": {**kept, **{each: signs[each] for each in page}}}
            ),
            mentions=tuple(mentions),
            rejected=tuple(rejected),
            own=tuple(own),
            removals=tuple(removals),
            has_more=has_more,
            calls=self._door.calls - calls,
        )

    def send(self, reply: OutgoingReply) -> Receipt:
        """Give the one answer. A machine's notice goes as a complement, so that it never uses that answer up."""
        protocol = _protocol(reply)
        complaint = self._door.detailed(protocol)
        if not complaint:
            raise ChannelError(Problem.TARGET_GONE)
        if situation_of(complaint) not in WAITS_FOR_US:
            raise ChannelError(Problem.WINDOW_CLOSED)
        self._door.told(protocol, "complementar" if reply.is_automatic else "responder", reply.text)
        try:  # the service does not tell the number of what was said: it is looked up
            return self.find_sent(reply) or Receipt()
        except ChannelError:
            return Receipt()

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look for the answer among the steps of its complaint."""
        protocol = _protocol(reply)
        kind = Step.COMPLEMENTED if reply.is_automatic else Step.ANSWERED
        for each in steps(self._door.detailed(protocol)):
            at = at_of(each.get("data"))
            is_old = reply.written_at is not None and at is not None and at < reply.written_at - _SLACK
            if code_of(each.get("tipo")) == kind and not is_old and words_of(each).split() == reply.text.split():
                return Receipt(step_id(protocol, each))
        return None

    def act(self, kind: str, external_id: str) -> None:
        """There is nothing to hide or to like."""
        del kind, external_id
        raise ChannelError(Problem.NOT_SUPPORTED)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Complaints have no audience figures."""
        del external_ids
        raise ChannelError(Problem.NOT_SUPPORTED)

    def count(self, stream: str, day: date) -> int | None:
        """Return how many complaints were opened on a day; the service itself counts days of Brasília."""
        del stream
        start = datetime.combine(day, time(), UTC)
        end = start + timedelta(days=1)
        found = self._door.listed(_period(start.astimezone(BRASILIA).date(), end.astimezone(BRASILIA).date()))
        times = [at_of(mapping(each).get("dataAbertura")) for each in found]
        return sum(at is not None and start <= at < end for at in times)

    def check(self) -> Checked:
        """Sign in, and list today's complaints; whether the person may answer only an answer would show."""
        today = self._clock.now().astimezone(BRASILIA).date()
        self._door.listed(_period(today, today))
        try:
            names = self._door.companies()
        except ChannelError:
            names = []
        return Checked(names[0] if names else self._client_id, (Finding(Ability.READ_PUBLIC, works=True),))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Nothing is announced."""
        stop.wait(seconds)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._door.close()

    def _listed(self, begin: date, today: date, now: datetime) -> list[Mapping[str, Any]]:
        """Return the listing, the same one for the pages of one reading."""
        kept = self._listing
        if kept is None or kept[1] != begin or now - kept[0] > _LISTING_HOLDS:
            kept = self._listing = (now, begin, self._door.listed(_period(begin, today)))
        return [mapping(each) for each in kept[2]]


def open_channel(*, account: Account, credentials: Credentials, clock: Clock) -> ConsumidorGovChannel:
    """Return the channel of one company."""
    return ConsumidorGovChannel(account=account, credentials=credentials, clock=clock)


NETWORK = Network(kind=KIND, open=open_channel)


def _place(cursor: str | None) -> tuple[date | None, dict[str, str]]:
    """Return the first day that is read, and what each complaint was like when it was read last."""
    try:
        stored = mapping(json.loads(cursor or "{}"))
        begin = date.fromisoformat(text_at(stored.get("begin")))
    except ValueError:
        return None, {}
    return begin, {key: text_at(value) for key, value in mapping(stored.get("seen")).items()}


def _sign(listed: Mapping[str, Any], today: date) -> str:
    """Return what changes when something happens to a complaint.

    A listing without steps does not show everything: what may still move is then looked at once a day.
    """
    parts = [str(situation_of(listed)), text_at(listed.get("prazo"))]
    if "tramites" in listed:
        parts.append(str(len(steps(listed))))
    elif situation_of(listed) in MAY_MOVE:
        parts.append(today.isoformat())
    return "|".join(parts)


def _protocol(reply: OutgoingReply) -> str:
    protocol = reply.extra.get("protocolo") or (reply.in_reply_to or "").partition(":")[0]
    if not protocol:
        raise ChannelError(Problem.TARGET_GONE)
    return protocol


def _period(first: date, last: date) -> dict[str, str]:
    return {"dataIniPeriodo": first.strftime(_DAY), "dataFimPeriodo": last.strftime(_DAY)}

"""Answers by itself whoever writes to us in private while the counter is closed, once, and never in a crisis."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import Connection, exists, or_, select
from sqlalchemy.dialects import postgresql, sqlite

from app.models.domain.channel_kind import Ability, ChannelKind
from app.models.domain.hours_check import week_from_stored
from app.models.domain.hours_notice import hours_notice
from app.models.domain.people import PROGRAM
from app.models.domain.template_text import Variable, fill
from app.models.domain.vocabulary import DeliveryState, MentionState
from app.models.queries.case_facts import GONE
from app.models.queries.case_timeline import SUFFIX_BITS
from app.models.queries.hours import calendar_of_channel
from app.models.queries.rows import AnyRow
from app.models.schema.base import EPOCH
from app.models.schema.cases import Reply
from app.models.schema.channels import AutoAnswer, Channel, ChannelAccount
from app.models.schema.customers import Handle
from app.models.schema.mentions import Conversation, Mention
from app.services.acts import Act
from app.services.case_book import touch_outbox
from app.services.case_clock import CaseClock
from app.services.database import Database
from app.services.errors import Refused
from app.services.first_day import original_setting
from app.services.opening_hours import REPLY_SETTING
from app.services.outbox.letters import MAY_SEND
from app.services.reply_guard import check_automatic
from app.services.setting_keys import COMPANY_NAME_SETTING
from app.services.settings_book import read_setting
from app.services.team_calendars import TeamCalendars
from app.services.write_gate import Priority

_LOG = logging.getLogger(__name__)
SWITCH = "auto_answer"
"""The option of an account that, when False, keeps it from answering by itself."""
_FRESH = timedelta(minutes=30)
_SAME_PERSON = timedelta(hours=12)
_MOST = 100
_MOST_FRESH = 2_000
_FOR_A_PERSON = (1, 2)
"""Crisis levels at which no machine answers."""


class AutoAnswerWatch:
    """One look writes the answers due now; any number of workstations may look, each message is answered once.

    It knows the fresh messages that need none, so that a busy night is not judged anew at every look.
    """

    def __init__(self, *, database: Database, clock: CaseClock, kinds: Mapping[str, ChannelKind]) -> None:
        self._database = database
        self._clock = clock
        self._kinds = {key: kind for key, kind in kinds.items() if kind.can(Ability.REPLY_PRIVATE)}
        self._settled: set[int] = set()

    def look(self) -> int:
        """Put an answer into the outbox for every fresh message that found the counter closed; return how many.

        Whatever can be decided by reading is: nothing is locked or written for a message that needs no answer.
        """
        now = self._database.clock.now()
        with self._database.read() as connection:
            rows = _fresh(connection, now, sorted(self._kinds))
            calendars = self._clock.calendars(connection) if rows else None
        self._settled &= {row.id for row in rows}
        if calendars is None:
            return 0
        texts: dict[int, str] = {}
        return sum(
            self._answer(row, calendars)
            for row in rows
            if row.id not in self._settled and _is_closed(calendars, row, now) and self._may_need(row, calendars, texts)
        )

    def _may_need(self, row: AnyRow, calendars: TeamCalendars, texts: dict[int, str]) -> bool:
        """Tell, without writing anything, whether there is something to say and nobody has said it."""
        with self._database.read() as connection:
            if row.channel_id not in texts:
                texts[row.channel_id] = self._allowed_text(connection, row)
            if not texts[row.channel_id]:
                return False
            if _was_answered(connection, row, calendars, self._database.clock.now()):
                self._settled.add(row.id)
                return False
        return True

    def _allowed_text(self, connection: Connection, row: AnyRow) -> str:
        """Return what may be said on the row's channel, "" for nothing."""
        text = _text(connection, row.channel_id)
        if text:
            try:
                check_automatic(connection, row.key, text, kinds=self._kinds)
            except Refused as refused:
                _LOG.info("the automatic answer is not sent: %s", refused.code)
                return ""
        return text

    def _answer(self, row: AnyRow, calendars: TeamCalendars) -> bool:
        def once(act: Act) -> bool:
            # Two workstations that look at the same time come one after the other here.
            lock = select(Conversation.id).where(Conversation.id == row.conversation_id).with_for_update()
            if row.handle_id is not None:
                act.connection.execute(select(Handle.id).where(Handle.id == row.handle_id).with_for_update())
            act.connection.execute(lock)
            if _was_answered(act.connection, row, calendars, act.at):
                return False
            text = self._allowed_text(act.connection, row)
            return bool(text) and _insert(act, row, text)

        return self._database.act(once, actor=PROGRAM, priority=Priority.BACKGROUND)[0]


def _was_answered(connection: Connection, row: AnyRow, calendars: TeamCalendars, at: datetime) -> bool:
    """Tell whether the conversation, in this closed time, or the person, of late, has heard of us."""
    last = connection.execute(
        select(AutoAnswer.written_at)
        .where(AutoAnswer.conversation_id == row.conversation_id)
        .order_by(AutoAnswer.id.desc())
        .limit(1)
    ).scalar()
    calendar = calendars.of_channel(row.channel_id)
    if last is not None and (calendar is None or not calendar.hours.intervals(last, at)):
        return True
    return _heard_of_late(connection, row, at) or _was_replied(connection, row)


def _fresh(connection: Connection, now: datetime, keys: list[str]) -> list[AnyRow]:
    """Return private messages of the last minutes to accounts that may answer, without an answer, oldest first.

    Of more than one look can hold it is the newest.
    """
    since = now - _FRESH
    lowest = (since - EPOCH) // timedelta(seconds=1) << SUFFIX_BITS
    rows = connection.execute(
        select(
            Mention.id,
            Mention.posted_at,
            Mention.channel_id,
            Mention.account_id,
            Mention.conversation_id,
            Mention.handle_id,
            Mention.case_id,
            Channel.key,
            ChannelAccount.options,
        )
        .join(Channel, Channel.id == Mention.channel_id)
        .join(ChannelAccount, ChannelAccount.id == Mention.account_id)
        .where(Mention.id >= lowest, Mention.posted_at >= since, Mention.posted_at <= now, Mention.has_time)
        .where(Mention.is_private, Mention.is_direct, Mention.is_automatic.is_(False))
        .where(Mention.external_id.is_not(None), Mention.conversation_id.is_not(None))
        .where(Mention.removed_at.is_(None), Mention.erased_at.is_(None), Mention.state != MentionState.IGNORED)
        .where(or_(Mention.crisis_level.is_(None), Mention.crisis_level.not_in(_FOR_A_PERSON)))
        .where(Channel.key.in_(keys), ChannelAccount.channel_id == Mention.channel_id, *MAY_SEND)
        .where(~exists(select(AutoAnswer.id).where(AutoAnswer.mention_id == Mention.id)))
        .order_by(Mention.id.desc())
        .limit(_MOST_FRESH)
    ).all()
    return [row for row in reversed(rows) if (row.options or {}).get(SWITCH) is not False]


def _is_closed(calendars: TeamCalendars, row: AnyRow, now: datetime) -> bool:
    return not calendars.is_open(row.channel_id, row.posted_at) and not calendars.is_open(row.channel_id, now)


def _heard_of_late(connection: Connection, row: AnyRow, now: datetime) -> bool:
    """Tell whether the same person, by any handle, has had an automatic answer in the last hours."""
    if row.handle_id is None:
        return False
    customer = connection.execute(select(Handle.customer_id).where(Handle.id == row.handle_id)).scalar()
    theirs = [row.handle_id]
    if customer is not None:
        theirs += connection.execute(select(Handle.id).where(Handle.customer_id == customer).limit(_MOST)).scalars()
    lowest = (now - _SAME_PERSON - _FRESH - EPOCH) // timedelta(seconds=1) << SUFFIX_BITS
    found = connection.execute(
        select(AutoAnswer.id)
        .join(Mention, Mention.id == AutoAnswer.mention_id)
        .where(Mention.handle_id.in_(sorted(set(theirs))), Mention.id >= lowest)
        .where(AutoAnswer.written_at > now - _SAME_PERSON)
        .limit(1)
    )
    return found.first() is not None


def _was_replied(connection: Connection, row: AnyRow) -> bool:
    """Tell whether a person has answered meanwhile, closed or not."""
    case_id = connection.execute(select(Mention.case_id).where(Mention.id == row.id)).scalar()
    if case_id is None:
        return False
    found = connection.execute(
        select(Reply.id)
        .where(Reply.case_id == case_id, Reply.written_at >= row.posted_at, Reply.state.not_in(GONE))
        .limit(1)
    )
    return found.first() is not None


def _text(connection: Connection, channel_id: int) -> str:
    """Return the team's answer with the hours of the channel and the company's name; "" when something is missing.

    The company's name is missing as long as it is the one of the first day: no customer is to read that.
    """
    template, company = (read_setting(connection, key).value for key in (REPLY_SETTING, COMPANY_NAME_SETTING))
    if company == original_setting(COMPANY_NAME_SETTING):
        company = None
    calendar = calendar_of_channel(connection, channel_id)
    if not isinstance(template, str) or calendar is None:
        return ""
    hours = hours_notice(week_from_stored(calendar.week))
    values = {Variable.HOURS: hours, Variable.COMPANY: company if isinstance(company, str) else None}
    filled = fill(template, values)
    return filled.text.strip() if filled.is_complete else ""


def _insert(act: Act, row: AnyRow, text: str) -> bool:
    module = postgresql if act.connection.dialect.name == "postgresql" else sqlite
    values = {
        "client_key": f"auto-{row.id}",
        "mention_id": row.id,
        "conversation_id": row.conversation_id,
        "account_id": row.account_id,
        "text": text,
        "state": DeliveryState.PENDING,
        "written_at": act.at,
        "not_before": act.at,
        "attempts": 0,
    }
    statement = module.insert(AutoAnswer).values(values).on_conflict_do_nothing().returning(AutoAnswer.id)
    if act.connection.execute(statement).first() is None:
        return False
    act.touch(mentions=[row.id], cases=[] if row.case_id is None else [row.case_id])
    touch_outbox(act)
    return True

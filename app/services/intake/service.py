"""Takes a batch of received rows into the database in one act: the one way in for files, channels and the telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, Connection, bindparam, insert, update
from sqlalchemy.exc import IntegrityError

from app.models.domain.changes import Topic
from app.models.domain.crisis import CrisisHit
from app.models.domain.dedup import dedup_key
from app.models.domain.incoming import Ledger, RejectedRow, RejectReason
from app.models.domain.people import PROGRAM, Actor
from app.models.domain.vocabulary import MentionState
from app.models.domain.words import clean_text
from app.models.schema.intake import IntakeReject, IntakeRun
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.crisis_clocks import begin_clocks
from app.services.database import Database, RetryAct
from app.services.intake import known
from app.services.intake.account_ledger import count_hour, keep_cursor
from app.services.intake.answers_to_us import answering_ours, strangers
from app.services.intake.batch import CrisisNews, IntakeBatch, IntakeItem, JoinedMention, Received, RunTaken
from app.services.intake.channel_page import EditedMention, PageTaker, with_run
from app.services.intake.companions import store_companions
from app.services.intake.fitting import fitted
from app.services.intake.known import Known
from app.services.intake.own_posts import LostReply
from app.services.intake.protocols import join_by_protocol
from app.services.intake.rows import Prepared, answering, erasure_hash, new_mention, prepare, thread_of
from app.services.intake.setting_aside import set_aside
from app.services.intake.setup import IntakeSetup, SetupReader
from app.services.mention_book import MentionBook, NewMention
from app.services.time_ids import next_time_ids, second_of
from app.services.write_gate import Priority

_FUTURE = timedelta(days=1)
_EXCERPT = 200
_COUNTS = ("received", "stored", "duplicate", "rejected")
# Built once: building a statement takes longer than running it.
_ADD_TO_RUN = (
    update(IntakeRun)
    .where(IntakeRun.id == bindparam("run"))
    .values({name: IntakeRun.__table__.c[name] + bindparam(name, type_=BigInteger) for name in _COUNTS})
)
CaseHook = Callable[[Act, int, JoinedMention], None]
CrisisHook = Callable[[Act, Sequence[CrisisNews]], None]


class IntakeService:
    """Stores what is received once, marks it, counts it, and accounts for every row.

    ``on_case_mention`` is called inside the act for each mention that joins an open case, ``on_crisis`` with the fresh
    mentions at crisis level, if any; ``on_edited`` for each mention of a case that its author has changed, ``on_lost``
    for each answer of ours that a network says did not arrive.
    """

    def __init__(
        self,
        *,
        database: Database,
        book: MentionBook,
        on_case_mention: CaseHook,
        on_crisis: CrisisHook = lambda _act, _news: None,
        on_edited: EditedMention = lambda _act, _case, _mention: None,
        on_lost: LostReply = lambda _act, _reply, _status: None,
    ) -> None:
        self._database = database
        self._book = book
        self._on_case_mention = on_case_mention
        self._on_crisis = on_crisis
        self._setup = SetupReader()
        self._pages = PageTaker(book=book, on_edited=on_edited, on_lost=on_lost, on_crisis=on_crisis)

    def receive(
        self,
        batch: IntakeBatch,
        *,
        actor: Actor = PROGRAM,
        priority: Priority = Priority.BACKGROUND,
        durable: bool = True,
    ) -> Received:
        """Store a batch in one act and return its account.

        Raises:
            Unavailable: when the database cannot be written; then nothing of the batch is stored.
        """
        return self._database.act(lambda act: self.store(act, batch), actor=actor, priority=priority, durable=durable)[
            0
        ]

    def store(self, act: Act, batch: IntakeBatch) -> Received:
        """Do the same inside an act of somebody else (a case opened by telephone)."""
        setup = self._setup.read(act.connection)
        batch = with_run(act, batch)
        rejects, fresh = _sift(act.at, batch)
        rejects += _refuse_erased(act.connection, setup, fresh)
        all_fresh = [prepare(setup, key, items[0]) for key, items in fresh.items()]
        found = _look_up(act.connection, all_fresh)
        prepared = [answering(each, found.stored) for each in all_fresh if each.key not in found.stored]
        if batch.page is not None and batch.account_id is not None:
            prepared = answering_ours(act.connection, batch.account_id, prepared, found.conversations)
        mentions, alerts = self._enter(act, setup, batch, prepared=prepared, found=found)
        edited = self._pages.take(act, setup, batch, fresh=fresh, found=found, rows=mentions)
        joined = self._join_cases(act, mentions)
        duplicates = sum(len(items) for items in fresh.values()) - len(prepared)
        ledger = Ledger(len(batch.items), len(mentions), duplicates, len(rejects))
        self._keep_account(act, batch, ledger, rejects)
        return Received(
            ledger=ledger,
            mention_ids=tuple(row.values["id"] for row in mentions),
            alerts=alerts,
            joined_cases=joined,
            rejects=tuple(rejects),
            edited=edited,
        )

    def look(self, batch: IntakeBatch, seen: set[bytes]) -> Received:
        """Say what ``receive`` would do, storing nothing; ``seen`` gathers the identities of earlier batches."""
        with self._database.read() as connection:
            rejects, fresh = _sift(self._database.clock.now(), batch)
            setup = self._setup.read(connection)
            rejects += _refuse_erased(connection, setup, fresh)
            stored = known.look_up(connection, fresh.keys() - seen).stored
        new = fresh.keys() - seen - stored.keys()
        seen |= fresh.keys()
        received = sum(len(items) for items in fresh.values())
        ledger = Ledger(len(batch.items), len(new), received - len(new), len(rejects))
        return Received(ledger=ledger, rejects=tuple(rejects))

    def _enter(
        self, act: Act, setup: IntakeSetup, batch: IntakeBatch, *, prepared: list[Prepared], found: Known
    ) -> tuple[list[NewMention], tuple[int, ...]]:
        if not prepared:
            return [], ()
        connection = act.connection
        old = set(found.conversations.values())
        old |= {each.answers_in for each in prepared if each.answers_in is not None}
        authors = {(e.author.channel_id, e.author.key): e.author for e in prepared if e.author}
        spoke_before = frozenset(found.handles.values())
        known.add_handles(connection, found, authors)
        threads = {
            (thread.channel_id, thread.key): thread
            for each in prepared
            if (thread := thread_of(each, batch.account_id, found.handles)) is not None
        }
        known.add_conversations(connection, found, threads)
        ids = next_time_ids(connection, Mention, [each.mention.posted_at for each in prepared], found.highest)
        made = [
            new_mention(
                each,
                mention_id,
                act=act,
                batch=batch,
                setup=setup,
                handles=found.handles,
                conversations=found.conversations,
            )
            for each, mention_id in zip(prepared, ids, strict=True)
        ]
        hits = [hit for _row, hit in made]
        rows = [row for row, _hit in made]
        if batch.page is not None:
            set_aside(connection, batch.page.terms, prepared, rows, spoke_before=spoke_before)
        rows = self._with_cases(act, prepared, rows, old, is_polled=batch.page is not None)
        try:
            self._book.insert(act, rows, zone=setup.zone)
        except IntegrityError as error:
            raise RetryAct from error
        store_companions(
            connection, [(row.values["id"], each.mention) for row, each in zip(rows, prepared, strict=True)]
        )
        return rows, self._ring(act, setup, prepared, rows, hits)

    def _ring(
        self,
        act: Act,
        setup: IntakeSetup,
        prepared: list[Prepared],
        rows: list[NewMention],
        hits: list[CrisisHit | None],
    ) -> tuple[int, ...]:
        """Start the clocks of fresh mentions that are at crisis level beyond doubt and hand them to ``on_crisis``."""
        youngest = act.at - setup.alert_within
        fresh = [
            CrisisNews(
                mention_id=row.values["id"],
                posted_at=row.values["posted_at"],
                channel=each.mention.channel,
                hit=sure,
                rule_name=setup.matrix.group_name(sure.level, sure.groups[0]),
            )
            for each, row, hit in zip(prepared, rows, hits, strict=True)
            if hit is not None and (sure := hit.sure) is not None and row.values["posted_at"] >= youngest
        ]
        if fresh:
            begin_clocks(act, [(each.mention_id, each.posted_at, each.hit) for each in fresh])
            self._on_crisis(act, fresh)
        return tuple(each.mention_id for each in fresh)

    def _with_cases(
        self, act: Act, prepared: list[Prepared], rows: list[NewMention], old: set[int], *, is_polled: bool
    ) -> list[NewMention]:
        """Put direct answers in a conversation that belongs to an open case into that case.

        What a network brings in private joins only when its author is the case's customer.
        """
        candidates = {
            row.values["conversation_id"]
            for each, row in zip(prepared, rows, strict=True)
            if each.is_answer and row.values["conversation_id"] in old
        }
        cases = known.open_cases_of(act.connection, candidates)
        foreign = strangers(act.connection, cases, prepared, rows) if is_polled else set()
        for each, row in zip(prepared, rows, strict=True):
            if row.values["id"] in foreign:
                continue
            case_id, opened_at = cases.get(row.values["conversation_id"], (None, act.at))
            if each.is_answer and case_id is not None and row.values["posted_at"] >= opened_at:
                row.values.update(state=MentionState.IN_CASE, case_id=case_id, intake_rule_id=None, state_reason=None)
        join_by_protocol(act.connection, prepared, rows)
        return rows

    def _join_cases(self, act: Act, mentions: Iterable[NewMention]) -> frozenset[int]:
        joined: set[int] = set()
        # Cases are locked in the order of their ids, as in every act.
        for row in sorted(mentions, key=lambda each: each.values["case_id"] or 0):
            case_id = row.values["case_id"]
            if case_id is not None and row.values["is_automatic"]:
                # A machine's note belongs to the case, but neither reopens it nor answers for its customer.
                act.touch(cases=[case_id])
            elif case_id is not None:
                told = JoinedMention(row.values["id"], row.values["posted_at"], is_private=row.values["is_private"])
                self._on_case_mention(act, case_id, told)
                act.touch(cases=[case_id])
                joined.add(case_id)
        return frozenset(joined)

    def _keep_account(self, act: Act, batch: IntakeBatch, ledger: Ledger, rejects: list[RejectedRow]) -> None:
        if batch.run_id is not None:
            _add_to_run(act, batch, ledger)
            if rejects:
                act.connection.execute(insert(IntakeReject), [_reject_row(batch.run_id, each) for each in rejects])
        if batch.account_id is not None and batch.page is not None:
            brought = {"received": ledger.received, "stored": ledger.stored}
            cost = {"calls": batch.page.calls, "cost": batch.page.cost}
            count_hour(act.connection, batch.account_id, act.at, **brought, **cost)
        if batch.account_id is not None and batch.cursor is not None:
            keep_cursor(act.connection, batch.account_id, batch.stream, batch.cursor, act.at)
        act.touch(topics=[Topic.INTAKE_RUNS])


def _look_up(connection: Connection, prepared: list[Prepared]) -> Known:
    return known.look_up(
        connection,
        [key for each in prepared for key in (each.key, each.parent_key) if key is not None],
        authors=[(each.author.channel_id, each.author.key) for each in prepared if each.author],
        threads=[(each.channel_id, each.thread_key) for each in prepared if each.thread_key is not None],
        seconds=[second_of(each.mention.posted_at) for each in prepared],
    )


def _refuse_erased(
    connection: Connection, setup: IntakeSetup, fresh: dict[bytes, list[IntakeItem]]
) -> list[RejectedRow]:
    if not fresh or not setup.has_erasures:
        return []
    hashes = {erasure_hash(setup.erasure_key, key): key for key in fresh}
    gone = [hashes[each] for each in known.erased_hashes(connection, hashes)]
    items = [item for key in gone for item in fresh.pop(key)]
    return [RejectedRow(item.row, RejectReason.ERASED_ON_REQUEST, "erased", "") for item in items]


def _sift(now: datetime, batch: IntakeBatch) -> tuple[list[RejectedRow], dict[bytes, list[IntakeItem]]]:
    """Part a batch into rejected rows and mentions by identity, in the order they came."""
    rejects: list[RejectedRow] = []
    fresh: dict[bytes, list[IntakeItem]] = {}
    latest = now + _FUTURE
    for item in batch.items:
        if isinstance(item.outcome, RejectedRow):
            rejects.append(replace(item.outcome, row=item.row))
            continue
        mention = fitted(item.row, item.outcome)
        if isinstance(mention, RejectedRow):
            rejects.append(mention)
        elif not clean_text(mention.text).strip() and not clean_text(mention.title or "").strip():
            rejects.append(RejectedRow(item.row, RejectReason.EMPTY_TEXT, "no_text", ""))
        elif mention.posted_at > latest:
            detail = f"date: {mention.posted_at.isoformat()}"
            rejects.append(RejectedRow(item.row, RejectReason.FUTURE_DATE, detail, mention.text[:_EXCERPT]))
        else:
            own = item if mention is item.outcome else replace(item, outcome=mention)
            fresh.setdefault(dedup_key(mention.channel, mention), []).append(own)
    return rejects, fresh


def _add_to_run(act: Act, batch: IntakeBatch, ledger: Ledger) -> None:
    counts: dict[str, Any] = {"run": batch.run_id, **{name: getattr(ledger, name) for name in _COUNTS}}
    statement = _ADD_TO_RUN
    if batch.next_row is not None:
        statement = statement.values(next_row=batch.next_row)
    if batch.first_row is not None:
        statement = statement.where(IntakeRun.next_row == batch.first_row)
    if not act.connection.execute(statement, counts).rowcount:
        raise RunTaken


def _reject_row(run_id: int, reject: RejectedRow) -> dict[str, object]:
    return {
        "run_id": run_id,
        "row": reject.row,
        "reason": reject.reason.value,
        "detail": clean_text(reject.detail),
        "excerpt": clean_text(reject.excerpt),
    }

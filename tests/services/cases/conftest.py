"""The case side wired on an opened database, and a way to put mentions into it."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, select, text

from app.models.domain.people import PROGRAM, Actor, Role
from app.models.domain.vocabulary import MentionState, SentimentSource
from app.models.schema import Base
from app.models.schema.cases import Case
from app.models.schema.channels import Channel
from app.models.schema.mentions import Mention
from app.services.acts import Act
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_joining import CaseJoining
from app.services.case_merge import CaseMergeService
from app.services.case_opening import CaseOpening
from app.services.case_reader import CaseReader, TreeShelf
from app.services.cases import CaseService
from app.services.classification import ClassificationService
from app.services.customer_book import handle_for
from app.services.customer_merge import CustomerMergeService
from app.services.customers import CustomerService
from app.services.database import Database
from app.services.drafts import DraftService
from app.services.facet_index import mention_words
from app.services.follow_up import FollowUpService
from app.services.forwarding import ForwardingService
from app.services.mention_book import MentionBook, NewMention
from app.services.notes import NoteService
from app.services.people import add_person
from app.services.presence import PresenceService
from app.services.replies import ReplyService
from app.services.reply_approval import ReplyApproval
from app.services.templates import TemplateService
from app.services.time_ids import next_time_ids
from app.services.tree_editing import TreeEditing
from tests.fakes import FakeClock

_keys = itertools.count(1)
# What an undone act may leave behind: its record, and numbers that are never given twice.
# An index of words gives a text that comes back another number.
_NUMBERED_ANEW = frozenset({"work_text"})
_LEFT_BEHIND = {"history", "history_body", "change_log", "change_counter", "protocol_counter", "alembic_version"}
_SEARCH = ("mention_facet", "case_facet")


@dataclass(frozen=True)
class Desk:
    """Every service of the case side."""

    database: Database
    actor: Actor
    clock: FakeClock
    shelf: TreeShelf
    book: CaseBook
    cases: CaseService
    merges: CaseMergeService
    replies: ReplyService
    approval: ReplyApproval
    notes: NoteService
    forwarding: ForwardingService
    follow_up: FollowUpService
    classification: ClassificationService
    trees: TreeEditing
    customers: CustomerService
    customer_merges: CustomerMergeService
    drafts: DraftService
    presence: PresenceService
    templates: TemplateService

    def mention(self, words: str = "Minha fatura veio errada", **values: Any) -> int:
        """Store a mention to triage on Instagram and return its id."""
        channel, author = values.pop("channel", "instagram"), values.pop("author", "ana.souza")
        at: datetime = values.pop("posted_at", self.clock.now())

        def work(act: Act) -> int:
            found = act.connection.execute(select(Channel.id).where(Channel.key == channel)).scalar_one()
            handle_id = handle_for(act, found, author, author.replace(".", " ").title()) if author else None
            mention_id = next_time_ids(act.connection, Mention, [at])[0]
            blank = {column.name: None for column in Mention.__table__.c if column.nullable}
            row = blank | {
                "id": mention_id,
                "dedup_key": next(_keys).to_bytes(16, "big"),
                "channel_id": found,
                "handle_id": handle_id,
                "state": MentionState.TO_TRIAGE,
                "sentiment_source": SentimentSource.NONE,
                "posted_at": at,
                "captured_at": at,
                "is_private": False,
                "is_direct": True,
                "text": words,
            }
            MentionBook().insert(act, [NewMention(row | values, mention_words(None, words))])
            return mention_id

        return self.database.act(work, actor=PROGRAM)[0]

    def open_case(self, words: str = "Minha fatura veio errada", **values: Any) -> int:
        """Open a case on one new mention and return its id."""
        return self.cases.open_from_mentions(self.actor, [self.mention(words, **values)]).value.id

    def version(self, case_id: int) -> int:
        with self.database.read() as connection:
            found: int = connection.execute(select(Case.version).where(Case.id == case_id)).scalar_one()
        return found

    def classify(self, case_id: int) -> None:
        """Give a case a nature and a subject."""
        trees = self.classification.trees()
        for key in ("nature", "subject"):
            axis = trees.axis_by_key(key)
            assert axis is not None
            node = trees.tree(axis.id)[0]
            self.classification.classify(self.actor, case_id, axis.id, node.id, expected_version=self.version(case_id))

    def prepare_to_close(self, case_id: int) -> None:
        """Fill in what closing asks for, the answer told by telephone aside."""
        self.classify(case_id)
        self.cases.write_solution(self.actor, case_id, "Fatura refeita.", expected_version=self.version(case_id))

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        """Return every row that an undo has to put back (versions left out, zero counts as none)."""
        found: dict[str, list[tuple[Any, ...]]] = {}
        with self.database.read() as connection:
            for table in Base.metadata.sorted_tables:
                if table.name in _LEFT_BEHIND:
                    continue
                left_out = {"version", "id"} if table.name in _NUMBERED_ANEW else {"version"}
                columns = [column for column in table.c if column.name not in left_out]
                rows = [tuple(row) for row in connection.execute(select(*columns))]
                if columns[-1].name == "n":
                    rows = [row for row in rows if row[-1] != 0]
                found[table.name] = sorted(rows, key=repr)
        for name in _SEARCH:
            found[name] = self.database.quiet(lambda connection, table=name: _tokens(connection, table))
        return found


def _tokens(connection: Connection, table: str) -> list[tuple[Any, ...]]:
    if connection.dialect.name == "postgresql":
        rows = connection.execute(text(f"SELECT token, id FROM {table}, unnest(tokens) AS token"))  # noqa: S608 - two known names
        return sorted(tuple(row) for row in rows)
    vocabulary = f"seen_{table}"
    connection.execute(
        text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{vocabulary} USING fts5vocab('main', '{table}', 'instance')")
    )
    return sorted(tuple(row) for row in connection.execute(text(f"SELECT term, doc FROM temp.{vocabulary}")))  # noqa: S608 - two known names


@pytest.fixture
def desk(database: Database, actor: Actor, clock: FakeClock) -> Desk:
    mentions, case_clock, shelf = MentionBook(), CaseClock(), TreeShelf()
    reader = CaseReader(database=database, shelf=shelf, clock=case_clock)
    book = CaseBook(mentions=mentions)
    work = CaseDesk(database=database, book=book, clock=case_clock, reader=reader)
    opening = CaseOpening(database=database, book=book, mentions=mentions, clock=case_clock, desk=work, reader=reader)
    joining = CaseJoining(database=database, book=book, mentions=mentions, opening=opening, desk=work, reader=reader)
    customers = CustomerService(database=database, book=book, desk=work, reader=reader)
    return Desk(
        database=database,
        actor=actor,
        clock=clock,
        shelf=shelf,
        book=book,
        cases=CaseService(desk=work, opening=opening, joining=joining, reader=reader),
        merges=CaseMergeService(database=database, book=book, mentions=mentions, desk=work, reader=reader),
        replies=ReplyService(database=database, desk=work, book=book, reader=reader),
        approval=ReplyApproval(database=database, desk=work, book=book, reader=reader),
        notes=NoteService(desk=work),
        forwarding=ForwardingService(database=database, desk=work, book=book, clock=case_clock),
        follow_up=FollowUpService(database=database, desk=work, clock=case_clock),
        classification=ClassificationService(database=database, desk=work, mentions=mentions, shelf=shelf),
        trees=TreeEditing(database=database, shelf=shelf),
        customers=customers,
        customer_merges=CustomerMergeService(database=database, book=book, customers=customers),
        drafts=DraftService(database=database),
        presence=PresenceService(database=database),
        templates=TemplateService(database=database),
    )


@pytest.fixture
def colleague(database: Database) -> Actor:
    return database.quiet(
        lambda connection: add_person(connection, name="Rui Prado", role=Role.ATTENDANT, at=database.clock.now())
    )


@pytest.fixture
def person_of(database: Database) -> Callable[[str, Role], Actor]:
    def make(name: str, role: Role) -> Actor:
        return database.quiet(lambda connection: add_person(connection, name=name, role=role, at=database.clock.now()))

    return make

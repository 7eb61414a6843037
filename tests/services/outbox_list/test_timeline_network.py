"""What the networks tell of a case's messages: edits, removals, acts there, answers written elsewhere, parts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import event, insert, update

from app.models.domain.case_detail import EntryKind, TimelineEntry
from app.models.domain.sending_acts import SourceAct
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.schema.cases import Reply, ReplyPart
from app.models.schema.channels import ChannelAct, OwnPost
from app.models.schema.mentions import Mention, MentionVersion
from app.services.channel_acts import ChannelActs
from tests.services.outbox.conftest import Office


def mention_of(office: Office, case_id: int) -> TimelineEntry:
    detail = office.desk.cases.detail(case_id, 0)
    return next(each for each in detail.timeline if each.kind is EntryKind.MENTION)


def change(office: Office, table: Any, row_id: int, **values: Any) -> None:
    office.desk.database.quiet(lambda c: c.execute(update(table).where(table.id == row_id).values(**values)))


def add(office: Office, table: Any, **values: Any) -> None:
    office.desk.database.quiet(lambda c: c.execute(insert(table).values(values)))


def test_an_edit_and_a_removal_are_marked(office: Office) -> None:
    case_id, at = office.case(), office.desk.clock.now()
    entry = mention_of(office, case_id)
    assert entry.network is not None
    assert (entry.network.can_reach, entry.network.has_source) == (True, False)
    change(office, Mention, entry.id, edited_at=at, removed_at=at)
    add(office, MentionVersion, mention_id=entry.id, seen_at=at, text="Antes", title=None)
    marks = mention_of(office, case_id).network
    assert marks is not None
    assert (marks.edited_at, marks.removed_at, marks.has_source, marks.can_reach) == (at, at, True, False)


def test_a_message_without_a_network_has_no_marks(office: Office) -> None:
    office.set_account(is_connected=False)
    assert mention_of(office, office.desk.open_case("Oi")).network is None


def test_the_last_act_of_each_pair_is_told(office: Office) -> None:
    case_id = office.case()
    mention_id = mention_of(office, case_id).id
    acts = ChannelActs(database=office.desk.database, kinds={office.kind.key: office.kind})
    for wanted in (SourceAct.HIDE, SourceAct.LIKE):
        acts.ask(office.desk.actor, mention_id, wanted)
    loop = office.loop()
    assert (loop.run_once(), loop.run_once()) == (1, 1)
    acts.ask(office.desk.actor, mention_id, SourceAct.UNHIDE)
    marks = mention_of(office, case_id).network
    assert marks is not None
    told = {mark.kind: (mark.state, mark.by, mark.wanted_next) for mark in marks.acts}
    assert told == {
        SourceAct.UNHIDE: (DeliveryState.PENDING, "Marta Sá", SourceAct.HIDE),
        SourceAct.LIKE: (DeliveryState.SENT, "Marta Sá", SourceAct.UNLIKE),
    }
    change(office, ChannelAct, 3, state=DeliveryState.FAILED, error_code="refused")
    marks = mention_of(office, case_id).network
    assert marks is not None
    assert [mark.wanted_next for mark in marks.acts if mark.error_code] == [SourceAct.UNHIDE]


def test_an_answer_written_elsewhere_stands_among_the_others(office: Office) -> None:
    case_id, at = office.case(), office.desk.clock.now()
    post = {
        "account_id": office.account_id, "external_id": "p9", "reply_id": None, "posted_at": at + timedelta(minutes=1),
        "text": "Oi, já estamos vendo.", "in_reply_to": office.external_id(case_id), "permalink": "https://r.example/9",
        "is_private": False,
    }  # fmt: skip
    add(office, OwnPost, **post)
    add(office, OwnPost, **(post | {"external_id": "p10", "in_reply_to": "another"}))
    found = [each for each in office.desk.cases.detail(case_id, 0).timeline if each.kind is EntryKind.ELSEWHERE]
    assert [(each.who, each.text, each.visibility) for each in found] == [
        ("@loja", "Oi, já estamos vendo.", Visibility.PUBLIC)
    ]


def test_answers_written_elsewhere_are_found_by_an_index_however_old(office: Office) -> None:
    if office.desk.database.dialect != "sqlite":
        return
    statements: list[tuple[str, Any]] = []
    case_id = office.case()
    engine = office.desk.database._engines.reader
    event.listen(engine, "before_cursor_execute", lambda _c, _cur, sql, params, *_r: statements.append((sql, params)))
    office.desk.cases.detail(case_id, 0)
    [(sql, params)] = [each for each in statements if "FROM own_post" in each[0]]
    with office.desk.database.read() as connection:
        plan = [row[-1] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", params)]
    assert any("ix_own_post_in_reply_to (account_id=? AND in_reply_to=?)" in step for step in plan), plan


def test_the_parts_of_an_answer_are_counted(office: Office) -> None:
    case_id, at = office.case(), office.desk.clock.now()
    reply_id = office.write(case_id)
    assert office.entry(case_id).sending is None
    for position in (1, 2):
        add(office, ReplyPart, reply_id=reply_id, position=position, external_id=f"p{position}", sent_at=at)
    change(office, Reply, reply_id, state=DeliveryState.SENT)
    sending = office.entry(case_id).sending
    assert sending is not None
    assert (sending.parts_sent, sending.next_try_at) == (2, None)

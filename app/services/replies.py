"""Writes answers to customers: guarded, never twice, and with some seconds in which they can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.models.domain.case_detail import CaseDetail
from app.models.domain.case_flow import Act as Verb
from app.models.domain.changes import Changes
from app.models.domain.channel_kind import ChannelKind
from app.models.domain.people import Actor, Right
from app.models.domain.vocabulary import DeliveryState, Visibility
from app.models.domain.words import clean_text
from app.models.queries.case_facts import last_touch, standing_replies
from app.models.queries.rows import AnyRow
from app.models.schema.cases import Promise, Reply
from app.services.acts import Act, Done, Undo
from app.services.attachments import NewFile, ask_about_public_files, check_files, kept_files, store_files
from app.services.case_book import CaseBook, touch_outbox
from app.services.case_desk import CaseDesk, Step
from app.services.case_reader import CaseReader, takes_one_reply
from app.services.database import Database
from app.services.drafts import drop_draft, put_draft, put_files
from app.services.errors import Conflict, Invalid, Refused
from app.services.follow_up import NewPromise, add_promise
from app.services.reply_book import (
    DRAFTS,
    NewReply,
    approval_of,
    drop_promise,
    give_text_back,
    has_left_in_part,
    insert_reply,
    locked_reply,
    move_reply,
    place_of,
    spoken,
    values_without,
)
from app.services.reply_guard import check_text
from app.services.rights import require
from app.services.staffing_measure import count_handling
from app.services.work_texts import put_reply

_STILL_HERE = frozenset({DeliveryState.PENDING, DeliveryState.FAILED, DeliveryState.TO_APPROVE})
_VERBS = {Visibility.PUBLIC: Verb.REPLY_PUBLIC, Visibility.PRIVATE: Verb.REPLY_PRIVATE}


@dataclass(frozen=True, slots=True)
class _Wanted:
    reply: NewReply
    in_reply_to: int | None
    promise: NewPromise | None
    second_reply_reason: str | None
    files: tuple[NewFile, ...] = ()
    kept_files: tuple[int, ...] = ()
    confirmed_files: bool = False
    worked: timedelta = timedelta()


class ReplyService:
    """Replies go to the outbox; on a channel without a connected account a person sends and marks them.

    ``kinds`` are the networks by channel key on which the program itself sends.
    """

    def __init__(
        self,
        *,
        database: Database,
        desk: CaseDesk,
        book: CaseBook,
        reader: CaseReader,
        kinds: Mapping[str, ChannelKind] | None = None,
    ) -> None:
        self._database = database
        self._desk = desk
        self._book = book
        self._reader = reader
        self._kinds = kinds or {}

    def write_reply(
        self,
        actor: Actor,
        case_id: int,
        *,
        expected_version: int,
        text: str,
        visibility: Visibility,
        client_key: str,
        in_reply_to: int | None = None,
        promise: NewPromise | None = None,
        second_reply_reason: str | None = None,
        files: Sequence[NewFile] = (),
        kept_files: Sequence[int] = (),
        confirmed_files: bool = False,
        worked: timedelta = timedelta(),
    ) -> Done[CaseDetail]:
        """Put an answer into the outbox. The same ``client_key`` never gives two replies.

        ``in_reply_to`` is a mention's id (the newest of the case when None). ``second_reply_reason`` lets a supervisor
        answer a second time where only one reply is given. ``files`` go with it and so do those of earlier replies that
        ``kept_files`` names by id; ``confirmed_files``: everybody may see them. ``worked`` = active work on it.

        Raises:
            Refused: ``public_reply_has_personal_data`` (kinds), ``unresolved_variables`` (names), ``reply_too_long``
                (limit, length), ``second_reply_stopped``, ``channel_has_no_public`` or ``channel_has_no_private``, a
                state's code, the codes of ``check_files``, ``public_attachment_question`` (names, has_metadata).
                Invalid: ``empty_text``, ``attachment_missing``. Conflict: ``case_answered`` (by, at, text: the
                colleague's) or ``case_changed``; the text is then kept as a draft.
        """
        require(actor, Right.WORK_CASES)
        wanted = _Wanted(
            NewReply(clean_text(text).strip(), visibility, client_key),
            in_reply_to,
            promise,
            second_reply_reason,
            tuple(files),
            tuple(kept_files),
            confirmed_files,
            worked,
        )
        if not wanted.reply.text:
            raise Invalid("empty_text")
        if self._is_known(client_key):
            return Done(self._reader.detail(case_id, actor.person_id), Changes(origin=self._database.workstation_key))
        try:
            done = self._desk.act(
                actor,
                case_id,
                expected_version,
                _VERBS[visibility],
                lambda act, row: self._work(act, row, wanted),
                name="reply",
                tables=(Promise,),
                can_undo=False,
            )
        except Conflict as conflict:
            if self._is_known(client_key):
                # The same reply came twice at once: it lies in the outbox, and nobody is to write it again.
                return Done(self._reader.detail(case_id, actor.person_id), Changes(self._database.workstation_key))
            self._keep_text(actor, case_id, wanted)
            raise self._explained(case_id, expected_version, actor) or conflict from conflict
        return Done(done.value, done.changes, self._way_back(actor, *_leaving(self._database, client_key)))

    def withdraw(self, actor: Actor, reply_id: int) -> Done[CaseDetail]:
        """Take a reply back that has not left yet, with its promise; its text is the person's draft again, whole.

        Its files stay with it; the editor finds them by ``AttachmentService.given_back``.

        Raises:
            Refused: ``reply_already_left``, ``reply_partly_sent``. Invalid: ``reply_missing``.
        """
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> int:
            reply, row = locked_reply(act, self._book, reply_id)
            if has_left_in_part(act.connection, reply_id):
                raise Refused("reply_partly_sent")
            move_reply(act, reply, DeliveryState.WITHDRAWN, _STILL_HERE, {})
            give_text_back(act, row.id, reply)
            drop_promise(act, row.id, reply)
            values = values_without(act.connection, row, reply)
            self._desk.write(act, row, values, Step())
            act.record(row.id, "reply_withdrawn", {"reply": reply_id})
            return int(row.id)

        case_id, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(case_id, actor.person_id), changes)

    def mark_sent(self, actor: Actor, reply_id: int, permalink: str | None = None) -> Done[CaseDetail]:
        """Say that a person has sent a reply by hand. Raises Refused ``reply_already_left``."""
        values = {"permalink": clean_text(permalink) if permalink else None, "error_code": None}
        allowed = {DeliveryState.PENDING, DeliveryState.FAILED, DeliveryState.UNCERTAIN}
        return self._settle(actor, reply_id, DeliveryState.SENT, allowed=allowed, values=values, verb="reply_sent")

    def retry(self, actor: Actor, reply_id: int) -> Done[CaseDetail]:
        """Send a failed reply again; the guard reads it once more, for notes may have come meanwhile.

        Raises:
            Refused: ``reply_already_left``, the guard's code.
        """
        return self._settle(
            actor,
            reply_id,
            DeliveryState.PENDING,
            allowed={DeliveryState.FAILED},
            values={"error_code": None},
            verb="reply_retried",
        )

    def settle_uncertain(self, actor: Actor, reply_id: int, *, was_sent: bool) -> Done[CaseDetail]:
        """Say, after a look at the network, whether an uncertain reply arrived; if not, it goes out again.

        What the guard stops on its way out again has failed: it can be withdrawn and written anew.

        Raises:
            Refused: ``reply_already_left``, the guard's code.
        """
        allowed = {DeliveryState.UNCERTAIN}
        clean: dict[str, Any] = {"error_code": None}
        if was_sent:
            return self._settle(actor, reply_id, DeliveryState.SENT, allowed=allowed, values=clean, verb="reply_sent")
        try:
            return self._settle(
                actor, reply_id, DeliveryState.PENDING, allowed=allowed, values=clean, verb="reply_retried"
            )
        except Refused as refused:
            if refused.code not in {"not_allowed", "reply_already_left"}:
                stopped = {"error_code": refused.code}
                failed = DeliveryState.FAILED
                self._settle(actor, reply_id, failed, allowed=allowed, values=stopped, verb="reply_failed")
            raise

    def _work(self, act: Act, row: AnyRow, wanted: _Wanted) -> Step:
        reply = wanted.reply
        replies = standing_replies(act.connection, row.id)
        if replies and takes_one_reply(act.connection, row.id):
            _allow_second(act.actor, wanted.second_reply_reason)
        place = place_of(act.connection, row, wanted.in_reply_to)
        kinds = self._kinds if place.account_id is not None else {}
        check_text(act.connection, row.id, place.channel_id, reply.text, reply.visibility, kinds=kinds)
        files = (*wanted.files, *kept_files(act.connection, row.id, wanted.kept_files))
        kind = kinds.get(place.channel_key)
        check_files(files, None if kind is None else kind.limits)
        if reply.visibility is Visibility.PUBLIC and not wanted.confirmed_files:
            ask_about_public_files(files)
        why = approval_of(act.connection, row, reply.visibility)
        state = DeliveryState.PENDING if why is None else DeliveryState.TO_APPROVE
        reply_id = insert_reply(act, row.id, reply, place, state)
        store_files(act.connection, reply_id, files)
        count_handling(act, place.channel_id, wanted.worked)
        drop_draft(act.connection, row.id, act.actor.person_id, DRAFTS[reply.visibility])
        put_files(act.connection, row.id, act.actor.person_id, (), at=act.at)
        body: dict[str, object] = {"reply": reply_id, "visibility": reply.visibility.value, "version": row.version + 1}
        if files:
            body["files"] = len(files)
        if wanted.promise is not None:
            body |= add_promise(act, row.id, wanted.promise)
        if wanted.second_reply_reason:
            body["second_reply_reason"] = wanted.second_reply_reason
        touch_outbox(act)
        if why is not None:
            # Nobody has answered the customer yet: state and clocks stay as they are until a second person agrees.
            body["approval"] = why.value
            return Step({"state": row.state, "owner_id": row.owner_id or act.actor.person_id}, body)
        return Step({"owner_id": row.owner_id or act.actor.person_id} | spoken(row, reply.text, act.at), body)

    def _settle(
        self,
        actor: Actor,
        reply_id: int,
        target: DeliveryState,
        *,
        allowed: set[DeliveryState],
        values: dict[str, Any],
        verb: str,
    ) -> Done[CaseDetail]:
        require(actor, Right.WORK_CASES)

        def once(act: Act) -> int:
            reply, row = locked_reply(act, self._book, reply_id)
            if target is DeliveryState.PENDING:
                self._send_again(act, row, reply, allowed, values)
            else:
                stamp = {"sent_at": act.at} if target is DeliveryState.SENT else {}
                move_reply(act, reply, target, allowed, values | stamp)
                if stamp:
                    put_reply(act.connection, reply_id, act.at)
            body = {"reply": reply_id, "permalink": values.get("permalink")}
            act.record(row.id, verb, body | ({"text": reply.text} if target is DeliveryState.SENT else {}))
            act.touch(cases=[row.id])
            return int(row.id)

        case_id, changes = self._database.act(once, actor=actor)
        return Done(self._reader.detail(case_id, actor.person_id), changes)

    def _send_again(
        self, act: Act, row: AnyRow, reply: AnyRow, allowed: set[DeliveryState], values: dict[str, Any]
    ) -> None:
        """Let a reply leave once more, with all its tries; it waits where the rules now want a second person."""
        kinds = self._kinds if reply.account_id is not None else {}
        needs_approval = reply.decided_by_id is None and approval_of(act.connection, row, reply.visibility) is not None
        target = DeliveryState.TO_APPROVE if needs_approval else DeliveryState.PENDING
        move_reply(act, reply, target, allowed, values | {"not_before": act.at, "attempts": 0})
        check_text(act.connection, row.id, reply.channel_id, reply.text, reply.visibility, kinds=kinds)
        if needs_approval:
            self._desk.write(act, row, values_without(act.connection, row, reply), Step())

    def _is_known(self, client_key: str) -> bool:
        with self._database.read() as connection:
            return connection.execute(select(Reply.id).where(Reply.client_key == client_key)).first() is not None

    def _way_back(self, actor: Actor, reply_id: int, within: timedelta | None) -> Undo | None:
        is_too_late = within is not None and within <= timedelta()
        return None if is_too_late else Undo("reply", 1, lambda: self.withdraw(actor, reply_id), within)

    def _keep_text(self, actor: Actor, case_id: int, wanted: _Wanted) -> None:
        at = self._database.clock.now()
        kind, text = DRAFTS[wanted.reply.visibility], wanted.reply.text
        self._database.quiet(lambda connection: put_draft(connection, case_id, actor.person_id, kind, text=text, at=at))

    def _explained(self, case_id: int, expected_version: int, actor: Actor) -> Conflict | None:
        """Return the conflict that shows a colleague's reply, when that is what changed the case."""
        with self._database.read() as connection:
            touch = last_touch(connection, case_id, verb="reply")
            if touch.by_id == actor.person_id or int(touch.body.get("version", 0)) <= expected_version:
                return None
            text = connection.execute(select(Reply.text).where(Reply.id == touch.body["reply"])).scalar_one_or_none()
        return Conflict("case_answered", by=touch.by, at=touch.at, text=text)


def _allow_second(actor: Actor, reason: str | None) -> None:
    if not reason or not actor.may(Right.REASSIGN):
        raise Refused("second_reply_stopped")


def _leaving(database: Database, client_key: str) -> tuple[int, timedelta | None]:
    """Return a reply's id and in how long the program sends it; None: a person sends it, or agrees first."""
    columns = (Reply.id, Reply.state, Reply.account_id, Reply.not_before)
    with database.read() as connection:
        row = connection.execute(select(*columns).where(Reply.client_key == client_key)).one()
    leaves = row.state is DeliveryState.PENDING and row.account_id is not None
    return row.id, row.not_before - database.clock.now() if leaves else None

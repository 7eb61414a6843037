"""What we write on Bluesky: answers and likes under keys that never change, and private messages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.graphemes import graphemes
from app.services.channels.base import ChannelError, OutgoingFile, OutgoingReply, Receipt
from app.services.channels.bluesky_reading import LIKE, POST, message_id, permalink
from app.services.channels.bluesky_session import BlueskySession
from app.services.channels.bluesky_writing import facets_of, record_key, time_text
from app.services.channels.shapes import Unfit, dig, moment, needed_list, text_at
from app.services.clock import Clock

_SENT_BEFORE = timedelta(minutes=2)
_MOST_PAGES, _PAGE = 5, 100
_MOST_PUBLIC, _MOST_PRIVATE = 300, 1_000


class BlueskyPosting:
    """Writes with one account's session."""

    def __init__(self, session: BlueskySession, clock: Clock) -> None:
        self._session = session
        self._clock = clock

    def publish(self, reply: OutgoingReply) -> Receipt:
        """Publish an answer; a second time under the same key it is the same post."""
        _keep_within(reply.text, _MOST_PUBLIC)
        if reply.extra.get("replies_closed") and reply.in_reply_to:
            raise ChannelError(Problem.REFUSED, facts={"why": "replies_closed"})
        record: dict[str, Any] = {
            "$type": POST,
            "text": reply.text,
            "createdAt": time_text(reply.written_at or self._clock.now()),
            "langs": ["pt"],
        }
        if reply.in_reply_to:
            record["reply"] = self._references(reply)
        if facets := facets_of(reply.text, lambda handle: self._did_of(handle, reply)):
            record["facets"] = facets
        if reply.files:
            images = [self._image(each) for each in reply.files]
            record["embed"] = {"$type": "app.bsky.embed.images", "images": images}
        body = {"repo": self._session.did, "collection": POST, "rkey": _key_of(reply), "record": record}
        return self._receipt(self._session.call("com.atproto.repo.putRecord", body))

    def find_post(self, reply: OutgoingReply) -> Receipt | None:
        """Look a public answer up by its key."""
        found = self._record(_key_of(reply))
        return None if found is None else self._receipt(found)

    def send_message(self, reply: OutgoingReply) -> Receipt:
        """Send a private message into its conversation, or into the one with the author of what is answered."""
        _keep_within(reply.text, _MOST_PRIVATE)
        if reply.files:
            raise ChannelError(Problem.FILE_REFUSED, facts={"why": "private"})
        convo_id = self._convo_of(reply)
        message: dict[str, Any] = {"text": reply.text}
        if facets := facets_of(reply.text, lambda handle: self._did_of(handle, reply)):
            message["facets"] = facets
        body = {"convoId": convo_id, "message": message}
        sent = self._session.call("chat.bsky.convo.sendMessage", body, is_chat=True)
        return _message_receipt(convo_id, sent)

    def find_message(self, reply: OutgoingReply) -> Receipt | None:
        """Look for a message of ours with this text, sent since the answer was written.

        Raises ChannelError ``no_answer`` when so much was said since that nobody can say that it is not there.
        """
        convo_id, cursor = self._convo_of(reply), ""
        since = None if reply.written_at is None else reply.written_at - _SENT_BEFORE
        for _ in range(_MOST_PAGES):
            query = {"convoId": convo_id, "limit": _PAGE, "cursor": cursor}
            page = self._session.ask("chat.bsky.convo.getMessages", query, is_chat=True)
            for message in needed_list(page, "messages"):
                at = moment(dig(message, "sentAt"))
                if since is not None and at is not None and at < since:
                    return None
                if text_at(message, "sender", "did") == self._session.did and text_at(message, "text") == reply.text:
                    return _message_receipt(convo_id, message)
            cursor = text_at(page, "cursor")
            if not cursor:
                return None
        raise ChannelError(Problem.NO_ANSWER)

    def like(self, uri: str, cid: str, *, already: str) -> None:
        """Like a post once."""
        if already:
            return
        record = {"$type": LIKE, "subject": {"uri": uri, "cid": cid}, "createdAt": time_text(self._clock.now())}
        body = {"repo": self._session.did, "collection": LIKE, "rkey": record_key(uri, None), "record": record}
        self._session.call("com.atproto.repo.putRecord", body)

    def unlike(self, uri: str, like_uri: str) -> None:
        """Take back our like, that of another app too."""
        for rkey in dict.fromkeys((record_key(uri, None), like_uri.rpartition("/")[2])):
            if rkey:
                body = {"repo": self._session.did, "collection": LIKE, "rkey": rkey}
                self._session.call("com.atproto.repo.deleteRecord", body)

    def try_writing(self) -> None:
        """Send a post without what a post needs, which no server takes: refused as such means that we may write."""
        record = {"$type": POST}
        body = {"repo": self._session.did, "collection": POST, "record": record, "validate": True}
        try:
            self._session.call("com.atproto.repo.createRecord", body)
        except ChannelError as error:
            if error.problem is not Problem.TEXT_REFUSED:
                raise

    def _references(self, reply: OutgoingReply) -> dict[str, Any]:
        """Return root and parent of an answer; the parent is our own part before it, where there is one."""
        parent = {"uri": reply.in_reply_to or "", "cid": reply.extra.get("cid", "")}
        root = {"uri": reply.extra.get("root_uri", ""), "cid": reply.extra.get("root_cid", "")}
        if not (parent["cid"] and root["uri"] and root["cid"]):
            parent, root = self._asked_references(parent["uri"])
        if reply.previous_id:
            before = self._record(reply.previous_id.rpartition("/")[2])
            if before is None:
                raise ChannelError(Problem.TARGET_GONE)
            parent = {"uri": text_at(before, "uri"), "cid": text_at(before, "cid")}
        return {"root": root, "parent": parent}

    def _asked_references(self, uri: str) -> tuple[dict[str, str], dict[str, str]]:
        page = self._session.ask("app.bsky.feed.getPosts", {"uris": [uri]})
        post = dig(needed_list(page, "posts"), 0)
        if post is None:
            raise ChannelError(Problem.TARGET_GONE)
        parent = {"uri": uri, "cid": text_at(post, "cid")}
        root = {name: text_at(post, "record", "reply", "root", name) for name in ("uri", "cid")}
        return parent, root if root["uri"] and root["cid"] else parent

    def _record(self, rkey: str) -> Any:  # noqa: ANN401 - any JSON value
        query = {"repo": self._session.did, "collection": POST, "rkey": rkey}
        try:
            return self._session.ask("com.atproto.repo.getRecord", query)
        except ChannelError as error:
            if error.problem is Problem.TARGET_GONE:
                return None
            raise

    def _image(self, file: OutgoingFile) -> dict[str, Any]:
        try:
            blob = dig(self._session.upload(file.content, file.media_type), "blob")
        except ChannelError as error:
            is_ours = error.problem in {Problem.TEXT_REFUSED, Problem.TEXT_TOO_LONG}
            problem = Problem.FILE_REFUSED if is_ours else error.problem
            raise ChannelError(problem, retry_after=error.retry_after) from error
        if not isinstance(blob, dict):
            raise ChannelError(Problem.UNREADABLE)
        return {"alt": "", "image": blob}

    def _convo_of(self, reply: OutgoingReply) -> str:
        convo_id = reply.extra.get("convo_id", "")
        if convo_id:
            return convo_id
        did = reply.extra.get("did") or self._did_of((reply.author_key or "").lower(), reply)
        if not did:
            raise ChannelError(Problem.RECIPIENT_REFUSED)
        try:
            found = self._session.ask("chat.bsky.convo.getConvoForMembers", {"members": [did]}, is_chat=True)
        except ChannelError as error:
            if error.problem is Problem.REFUSED:
                raise ChannelError(Problem.RECIPIENT_REFUSED) from error
            raise
        convo_id = text_at(found, "convo", "id")
        if not convo_id:
            raise ChannelError(Problem.UNREADABLE)
        return convo_id

    def _did_of(self, handle: str, reply: OutgoingReply) -> str:
        """Return the lasting id of a handle, "" when nobody has it."""
        if handle and handle == (reply.author_key or "").lower() and reply.extra.get("did"):
            return reply.extra["did"]
        try:
            return text_at(self._session.ask("com.atproto.identity.resolveHandle", {"handle": handle}), "did")
        except ChannelError as error:
            if error.problem in {Problem.REFUSED, Problem.TARGET_GONE, Problem.NOT_FOUND}:
                return ""
            raise

    def _receipt(self, record: object) -> Receipt:
        uri = text_at(record, "uri")
        if not uri:
            raise ChannelError(Problem.UNREADABLE, is_certain=False)
        return Receipt(uri, permalink(uri, self._session.handle))


def _message_receipt(convo_id: str, message: object) -> Receipt:
    try:
        return Receipt(message_id(convo_id, message), f"https://bsky.app/messages/{convo_id}")
    except Unfit as unfit:
        raise ChannelError(Problem.UNREADABLE, is_certain=False) from unfit


def _key_of(reply: OutgoingReply) -> str:
    return record_key(reply.key, reply.written_at)


def _keep_within(text: str, most: int) -> None:
    if sum(1 for _ in graphemes(text)) > most:
        raise ChannelError(Problem.TEXT_TOO_LONG, facts={"most": str(most)})

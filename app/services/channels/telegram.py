"""Reads and answers Telegram through a bot; what the bot was given is confirmed only once it is stored."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from urllib.parse import quote

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
)
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
from app.models.domain.vocabulary import Visibility
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
)
from app.services.channels.http import Answer, HttpClient
from app.services.channels.loose_json import mapping, moment, whole
from app.services.channels.shapes import list_at, text_at
from app.services.channels.telegram_kind import ADDRESS, KIND
from app.services.channels.telegram_messages import Bot, external_id, mention_of, message_of, own_post
from app.services.clock import Clock

_STREAM = "updates"
_PAGE = 100
_KINDS = json.dumps(["message", "edited_message", "channel_post", "edited_channel_post"])
_LONG_POLL_SECONDS = 5
_MOST_PICTURE = 5 * 1024 * 1024
_UPLOAD_SECONDS = 210.0
"""Enough for the largest file that may go with an answer, on a slow line."""
_MOST_PHOTO = 10 * 1024 * 1024
_CAPTION_UNITS = 1024
# After a week without a message Telegram begins to number anew: a place kept from before would pass over all of it.
_NUMBERING_HOLDS = timedelta(days=6)
_SERVER_ERROR, _TOO_MANY, _CONFLICT, _FORBIDDEN, _BAD = 500, 429, 409, 403, 400
_UNKNOWN = frozenset({401, 404})
_BAD_REQUESTS = (
    ("not found", Problem.TARGET_GONE),
    ("too long", Problem.TEXT_TOO_LONG),
    ("is empty", Problem.TEXT_REFUSED),
    ("rights", Problem.SCOPE_MISSING),
    ("file", Problem.FILE_REFUSED),
    ("photo", Problem.FILE_REFUSED),
)


class TelegramChannel:
    """A bot. There is no history and no way to look an answer up: an uncertain one is left to a person."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        base = str(account.options.get("base_url") or ADDRESS)
        self._http = HttpClient(base_url=base)
        self._uploads = HttpClient(base_url=base, whole_seconds=_UPLOAD_SECONDS)
        self._credentials = credentials
        self._clock = clock
        self._bot: Bot | None = None
        self._stored_offset: int | None = None

    @property
    def streams(self) -> Sequence[str]:
        """Everything that a bot is given comes in one queue."""
        return (_STREAM,)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return what waits behind ``cursor``; asking with it confirms all before it, which was stored with it.

        Telegram keeps what is not confirmed for 24 hours.
        """
        del stream
        calls = self._http.calls
        bot = self._who_we_are()
        place, last_at = _place(cursor)
        now = self._clock.now()
        self._stored_offset = place if last_at is None or now - last_at <= _NUMBERING_HOLDS else None
        updates = list_at(self._ask("getUpdates", self._question(_PAGE, 0)))
        mentions: list[IncomingMention] = []
        own: list[OwnPost] = []
        rejected: list[RejectedRow] = []
        for row, update in enumerate(updates, start=1):
            try:
                self._sort_in(mapping(update), bot, mentions, own)
            except ValueError:
                rejected.append(RejectedRow(row, RejectReason.BAD_STRUCTURE, "telegram_update", ""))
        numbers = [found for each in updates if (found := whole(mapping(each).get("update_id"))) is not None]
        if updates and not numbers:
            raise ChannelError(Problem.UNREADABLE)
        if numbers:
            place, last_at = max(numbers) + 1, now
        return Fetched(
            cursor=json.dumps({"v": 1, "offset": place, "at": last_at.isoformat() if last_at else None}),
            mentions=tuple(mentions),
            rejected=tuple(rejected),
            own=tuple(own),
            has_more=len(updates) >= _PAGE,
            calls=self._http.calls - calls,
        )

    def send(self, reply: OutgoingReply) -> Receipt:
        """Send one part; a file takes the text along as its caption."""
        values = _addressed(reply)
        try:
            result = self._publish(values, reply)
        except _Moved as moved:  # the group became a supergroup with another id: nothing was sent yet
            values["chat_id"] = moved.chat_id
            values.pop("reply_parameters", None)
            result = self._publish(values, reply)
        message = mapping(result)
        return Receipt(external_id(message) or None)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Telegram gives a bot neither its own messages nor a key to know one again."""
        del reply
        raise ChannelError(Problem.NOT_SUPPORTED)

    def act(self, kind: str, external_id: str) -> None:
        """Put a thumb up under a message, or take it away; a bot hides nothing."""
        if kind not in {"like", "unlike"}:
            raise ChannelError(Problem.NOT_SUPPORTED)
        chat, _, number = external_id.rpartition(":")
        thumb = [{"type": "emoji", "emoji": "👍"}] if kind == "like" else []
        self._post("setMessageReaction", {"chat_id": _chat(chat), "message_id": whole(number) or 0, "reaction": thumb})

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Bots are told no figures."""
        del external_ids
        raise ChannelError(Problem.NOT_SUPPORTED)

    def count(self, stream: str, day: date) -> int | None:
        """Telegram cannot tell how many messages there were."""
        del stream, day
        return None

    def check(self) -> Checked:
        """Ask who the bot is, whether groups show it everything, and whether somebody else takes its messages."""
        me = mapping(self._ask("getMe", {}))
        webhook = text_at(mapping(self._ask("getWebhookInfo", {})).get("url"))
        reads = (Problem.REFUSED, "webhook_set") if webhook else (None, "")
        sees = me.get("can_read_all_group_messages") is True
        groups = reads if webhook or sees else (Problem.SCOPE_MISSING, "group_privacy")
        joins = (None, "") if me.get("can_join_groups") is True else (Problem.SCOPE_MISSING, "cannot_join_groups")
        found = {
            Ability.READ_PRIVATE: reads,
            Ability.READ_PUBLIC: groups,
            Ability.REPLY_PRIVATE: (None, ""),
            Ability.REPLY_PUBLIC: joins,
        }
        return Checked(
            f"@{text_at(me.get('username'))}",
            tuple(
                Finding(ability, works=problem is None, problem=problem, why=why)
                for ability, (problem, why) in found.items()
            ),
        )

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Hold a question open until a message comes; it confirms nothing that is not stored yet."""
        until = time.monotonic() + seconds
        while not stop.is_set() and (left := until - time.monotonic()) > 0:
            pause = min(int(left), _LONG_POLL_SECONDS)
            try:
                if pause and list_at(self._ask("getUpdates", self._question(1, pause))):
                    return True
            except ChannelError:  # the next fetch says it
                pause = 0
            if not pause:
                stop.wait(left)
        return False

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()
        self._uploads.close()

    def _sort_in(
        self, update: Mapping[str, Any], bot: Bot, mentions: list[IncomingMention], own: list[OwnPost]
    ) -> None:
        message, is_channel = message_of(update)
        if not message:
            return  # another kind of update, asked for by an earlier program of the same bot
        ours = own_post(message, is_channel=is_channel)
        if ours is not None:
            own.append(ours)
            return
        mention = mention_of(message, bot, self._download)
        if mention is not None:
            mentions.append(mention)

    def _question(self, limit: int, timeout: int) -> dict[str, Any]:
        values: dict[str, Any] = {"limit": limit, "timeout": timeout, "allowed_updates": _KINDS}
        if self._stored_offset is not None:
            values["offset"] = self._stored_offset
        return values

    def _who_we_are(self) -> Bot:
        if self._bot is None:
            me = mapping(self._ask("getMe", {}))
            self._bot = Bot(text_at(me.get("id")), text_at(me.get("username")))
        return self._bot

    def _download(self, file_id: str, size: int) -> bytes | None:
        """Return a file that is small enough; a file that cannot be had does not keep its message back."""
        if size > _MOST_PICTURE:
            return None
        try:
            path = text_at(mapping(self._ask("getFile", {"file_id": file_id})).get("file_path"))
            answer = self._http.get(f"/file/bot{self._token()}/{quote(path)}") if path else None
        except ChannelError:
            return None
        is_there = answer is not None and answer.is_ok and len(answer.content) <= _MOST_PICTURE
        return answer.content if answer is not None and is_there else None

    def _publish(self, values: dict[str, Any], reply: OutgoingReply) -> object:
        if not reply.files:
            return self._post("sendMessage", {**values, "text": reply.text})
        if len(reply.text.encode("utf-16-le")) // 2 > _CAPTION_UNITS:
            raise ChannelError(Problem.TEXT_TOO_LONG, facts={"limit": str(_CAPTION_UNITS)})
        file = reply.files[0]
        is_picture = file.media_type in {"image/jpeg", "image/png"} and len(file.content) <= _MOST_PHOTO
        kind = "photo" if is_picture else "document"
        if reply.text:
            values = {**values, "caption": reply.text}
        form = {key: value if isinstance(value, str) else json.dumps(value) for key, value in values.items()}
        files = {kind: (file.name, file.content, file.media_type)}
        answer = self._uploads.send("POST", self._path(f"send{kind.title()}"), form=form, files=files)
        return _result(answer, was_sending=True)

    def _ask(self, method: str, values: Mapping[str, Any]) -> object:
        return _result(self._http.get(self._path(method), params=values), was_sending=False)

    def _post(self, method: str, values: Mapping[str, Any]) -> object:
        return _result(self._http.send("POST", self._path(method), json_body=values), was_sending=True)

    def _path(self, method: str) -> str:
        return f"/bot{self._token()}/{method}"

    def _token(self) -> str:
        return quote(self._credentials.get("bot_token").strip(), safe=":")


class _Moved(Exception):  # noqa: N818 - not a failure: the chat has a new id
    def __init__(self, chat_id: int) -> None:
        super().__init__("chat moved")
        self.chat_id = chat_id


def open_channel(*, account: Account, credentials: Credentials, clock: Clock) -> TelegramChannel:
    """Return the channel of one bot."""
    return TelegramChannel(account=account, credentials=credentials, clock=clock)


NETWORK = Network(kind=KIND, open=open_channel)


def _place(cursor: str | None) -> tuple[int | None, Any]:
    """Return the number from which to read on and when the last message came."""
    try:
        stored = mapping(json.loads(cursor or "{}"))
    except ValueError:
        stored = {}
    return whole(stored.get("offset")), moment(stored.get("at"))


def _addressed(reply: OutgoingReply) -> dict[str, Any]:
    """Return where an answer goes: under the message, or into the author's private chat when it is private."""
    answered_chat, _, number = (reply.previous_id or reply.in_reply_to or "").rpartition(":")
    chat = reply.extra.get("chat_id") or answered_chat or reply.thread_key or ""
    author = reply.extra.get("author_id") or reply.author_key or ""
    if reply.visibility is Visibility.PRIVATE and author and chat != author:
        return {"chat_id": _chat(author)}
    values: dict[str, Any] = {"chat_id": _chat(chat)}
    if reply.extra.get("topic_id"):
        values["message_thread_id"] = whole(reply.extra["topic_id"])
    if answered_chat == chat and whole(number):
        values["reply_parameters"] = {"message_id": whole(number), "allow_sending_without_reply": True}
    return values


def _chat(chat: str) -> int:
    number = whole(chat)
    if number is None:
        raise ChannelError(Problem.TARGET_GONE)
    return number


def _result(answer: Answer, *, was_sending: bool) -> object:
    """Return what was asked for. Raises ChannelError with what Telegram says of it."""
    try:
        body = mapping(answer.json())
    except ChannelError as error:
        if answer.is_ok:
            raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending) from error
        raise answer.error(was_sending=was_sending) from error
    if answer.is_ok and body.get("ok") is True:
        return body.get("result")
    if answer.is_ok:
        raise ChannelError(Problem.UNREADABLE, is_certain=not was_sending)
    moved = whole(mapping(body.get("parameters")).get("migrate_to_chat_id"))
    if was_sending and moved is not None:
        raise _Moved(moved)
    raise _error(answer, body, was_sending=was_sending)


def _error(answer: Answer, body: Mapping[str, Any], *, was_sending: bool) -> ChannelError:
    told = text_at(body.get("description")).lower()
    if answer.status == _TOO_MANY:
        seconds = whole(mapping(body.get("parameters")).get("retry_after"))
        return ChannelError(Problem.RATE_LIMITED, retry_after=None if seconds is None else timedelta(seconds=seconds))
    if answer.status in _UNKNOWN:
        return ChannelError(Problem.TOKEN_REVOKED)
    if answer.status == _CONFLICT:
        return ChannelError(Problem.REFUSED, facts={"why": "webhook_set" if "webhook" in told else "other_poller"})
    if answer.status == _FORBIDDEN:
        return ChannelError(Problem.RECIPIENT_REFUSED)
    if answer.status == _BAD:
        problem = next((problem for words, problem in _BAD_REQUESTS if words in told), Problem.REFUSED)
        return ChannelError(problem, facts={"status": str(answer.status)})
    return answer.error(was_sending=was_sending)

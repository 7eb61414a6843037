"""The private conversations of a page, on Messenger and on Instagram alike: read, answer, look up an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.incoming import IncomingMention
from app.services.channels.base import ChannelError, OutgoingReply, OwnPost, Receipt
from app.services.channels.graph import GraphClient
from app.services.channels.graph_pass import Leaf, ListEnd, Todo
from app.services.channels.graph_reading import (
    NamedFile,
    Seen,
    Unreadable,
    after_of,
    data_of,
    inside,
    name_of,
    node,
    objects,
    spoken,
    text_of,
    unreadable,
    when,
)

_MESSAGE = "id,created_time,from,to,message,attachments{id,mime_type,name,size,image_data,video_data,file_url},shares"
_CONVERSATION = f"id,updated_time,link,participants,messages.limit(10){{{_MESSAGE}}}"
_EARLIER = timedelta(minutes=2)
_MOST_PAGES = 10
_GONE = frozenset({Problem.NOT_FOUND, Problem.TARGET_GONE})


class Conversations:
    """The conversations of one page on one platform (``messenger`` or ``instagram``); a source for a pass.

    ``own_ids`` tells which authors are ourselves: the ids of the page and of its Instagram account.
    """

    has_windows = False

    def __init__(
        self, client: GraphClient, *, channel: str, platform: str, own_ids: Callable[[], frozenset[str]]
    ) -> None:
        self._client = client
        self._channel = channel
        self._platform = platform
        self._own_ids = own_ids

    def outer(self, after: str | None) -> Leaf:
        """Return a page of conversations, the last active first."""
        path = f"/{self._client.page_id}/conversations"
        answer = self._client.get(path, after=after, platform=self._platform, fields=_CONVERSATION, limit=20)
        items: list[Seen] = []
        lists: list[ListEnd] = []
        moments = []
        for row, found in enumerate(objects(answer, "data"), 1):
            try:
                conversation = node(found)
                name, updated = name_of(conversation), when(conversation.get("updated_time"))
            except Unreadable as error:
                items.append(unreadable(found, row, str(error)))
                continue
            moments.append(updated)
            below = self._leaf(inside(conversation, "messages"), name, _about(conversation))
            items.extend(below.items)
            lists.extend(below.lists)
        return Leaf(tuple(items), tuple(lists), after_of(answer), min(moments, default=None))

    def inner(self, todo: Todo) -> Leaf:
        """Return the next page of a conversation's messages."""
        answer = self._client.get(todo.path, after=todo.after, fields=_MESSAGE, limit=50)
        objects(answer, "data")
        return self._leaf(answer, todo.root, todo.about)

    def is_gone(self, external_id: str) -> bool:
        """Ask whether a message was taken back."""
        return is_gone(self._client, external_id)

    def send(self, recipient: Mapping[str, str], reply: OutgoingReply, *, as_person: bool) -> Receipt:
        """Send a private answer; ``as_person``: after the 24 hours the network allows a person's answer for 7 days."""
        body: dict[str, Any] = {"recipient": recipient, "messaging_type": "RESPONSE", "message": {"text": reply.text}}
        path = f"/{self._client.page_id}/messages"
        try:
            answer = self._client.send("POST", path, json_body=body)
        except ChannelError as error:
            if error.problem is not Problem.WINDOW_CLOSED or not as_person or "id" not in recipient:
                raise
            body |= {"messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"}
            answer = self._as_person(path, body)
        return Receipt(text_of(answer, "message_id") or None)

    def find_sent(self, reply: OutgoingReply, author_id: str) -> Receipt | None:
        """Look up an answer of ours in its conversation, back to when it was written.

        Raises ChannelError ``no_answer`` when so much was said since that nobody can say that it is not there.
        """
        if not author_id:
            raise ChannelError(Problem.NO_ANSWER)
        earliest = reply.written_at - _EARLIER if reply.written_at else None
        for leaf in self._talk(author_id):
            for each in leaf.items:
                is_ours = isinstance(each.value, OwnPost) and each.value.text.strip() == reply.text.strip()
                if is_ours and each.at is not None and (earliest is None or each.at >= earliest):
                    return Receipt(each.id)
            if earliest is not None and any(each.at is not None and each.at < earliest for each in leaf.items):
                return None
        return None

    def _talk(self, author_id: str) -> Iterator[Leaf]:
        """Give the conversation with somebody, newest messages first; it may be longer than is worth reading."""
        path = f"/{self._client.page_id}/conversations"
        answer = self._client.get(path, platform=self._platform, user_id=author_id, fields=_CONVERSATION, limit=1)
        found = next((each for each in objects(answer, "data") if isinstance(each, dict)), None)
        if found is None:
            return
        conversation = node(found)
        leaf = self._leaf(inside(conversation, "messages"), text_of(conversation, "id"), ())
        yield leaf
        for _ in range(_MOST_PAGES):
            todo = leaf.lists[0].todo
            if todo is None:
                return
            leaf = self.inner(todo)
            yield leaf
        if leaf.lists[0].todo is not None:
            raise ChannelError(Problem.NO_ANSWER)

    def _as_person(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            return self._client.send("POST", path, json_body=body)
        except ChannelError as error:
            if error.problem in {Problem.REFUSED, Problem.SCOPE_MISSING}:
                # The company's app was not allowed to answer later: for the attendant the time is over all the same.
                raise ChannelError(Problem.WINDOW_CLOSED, facts=error.facts) from error
            raise

    def _leaf(self, messages: Mapping[str, Any], name: str, about: tuple[str, ...]) -> Leaf:
        items: list[Seen] = []
        for row, found in enumerate(data_of(messages), 1):
            try:
                items.append(self._message(node(found), name, about))
            except Unreadable as error:
                items.append(unreadable(found, row, str(error)))
        after = after_of(messages)
        low = min((each.at for each in items if each.at is not None), default=None) if after else None
        todo = Todo(f"/{name}/messages", after, name, about=about) if after else None
        return Leaf(tuple(items), (ListEnd(name, low, todo),))

    def _message(self, item: Mapping[str, Any], name: str, about: tuple[str, ...]) -> Seen:
        external_id, at = name_of(item), when(item.get("created_time"))
        files, links = _files(item)
        text = spoken(text_of(item, "message") or " ".join(links.values()), files)
        author = inside(item, "from")
        author_id, handle = text_of(author, "id"), text_of(author, "username")
        link = f"https://www.facebook.com{about[0]}" if about and about[0].startswith("/") else None
        if author_id in self._own_ids():
            own = OwnPost(external_id, at, text, thread_key=name, permalink=link, is_private=True)
            return Seen(external_id, name, at, own)
        mention = IncomingMention(
            channel=self._channel,
            text=text,
            posted_at=at,
            external_id=external_id,
            author_key=(handle or author_id).lower() or None,
            author_name=text_of(author, "name") or (f"@{handle}" if handle else None),
            permalink=link,
            thread_key=name,
            is_private=True,
            is_direct=True,
            extra={"kind": "message", "target": external_id, "conversation": name, "author_id": author_id, **links},
        )
        return Seen(external_id, name, at, mention, files)


def is_gone(client: GraphClient, external_id: str) -> bool:
    """Ask whether something is not there any more; where that cannot be told, it still counts as there."""
    try:
        client.get(f"/{external_id}", fields="id")
    except ChannelError as error:
        return error.problem in _GONE
    return False


def _about(conversation: Mapping[str, Any]) -> tuple[str, ...]:
    link = text_of(conversation, "link")
    return (link,) if link else ()


def _files(item: Mapping[str, Any]) -> tuple[tuple[NamedFile, ...], dict[str, str]]:
    files = []
    for found in data_of(item.get("attachments")):
        if not isinstance(found, dict):
            continue
        picture, film = inside(found, "image_data"), inside(found, "video_data")
        url = text_of(picture, "url") or text_of(film, "url") or text_of(found, "file_url")
        kind = text_of(found, "mime_type") or ("image/jpeg" if picture else "video/mp4" if film else "")
        size = found.get("size")
        name = text_of(found, "name") or text_of(found, "id") or "file"
        files.append(NamedFile(name, kind or "application/octet-stream", url, size if isinstance(size, int) else 0))
    shares = [text_of(each, "link") for each in data_of(item.get("shares")) if isinstance(each, dict)]
    return tuple(files), {f"link_{n}": link for n, link in enumerate(filter(None, shares), 1)}

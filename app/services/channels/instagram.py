"""Instagram for companies, by way of the page it belongs to: comments, tags, direct messages, and our answers."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import (
    Account,
    Channel,
    ChannelError,
    Checked,
    Credentials,
    Fetched,
    Figures,
    Network,
    OutgoingReply,
    OwnPost,
    Receipt,
)
from app.services.channels.graph import GraphClient
from app.services.channels.graph_account import allowed, answers_as_person, read_figures, tried, wait, walkers
from app.services.channels.graph_media import Pictures
from app.services.channels.graph_messages import Conversations, is_gone
from app.services.channels.graph_pass import Leaf, ListEnd, Source, Todo
from app.services.channels.graph_reading import (
    Seen,
    Unreadable,
    after_of,
    count_of,
    data_of,
    inside,
    node,
    objects,
    text_of,
    unreadable,
)
from app.services.channels.instagram_kind import CHANNEL, KIND
from app.services.channels.instagram_reading import (
    COMMENT_FIELDS,
    MEDIA,
    MEDIA_FIELDS,
    TAG,
    TAG_FIELDS,
    AccountReader,
    comment_figures,
    media_figures,
)
from app.services.clock import Clock

_MOST_MESSAGE_BYTES = 1000
_EARLIER = timedelta(minutes=2)
_MOST_PAGES = 5
_RIGHTS = {
    Ability.REPLY_PUBLIC: "instagram_manage_comments",
    Ability.REPLY_PRIVATE: "instagram_manage_messages",
    Ability.HIDE: "instagram_manage_comments",
}


class _Identity:
    """The Instagram account that belongs to the page, asked for once."""

    def __init__(self, client: GraphClient) -> None:
        self._client = client
        self._found: tuple[str, str] | None = None

    def get(self) -> tuple[str, str]:
        """Return the account's id and handle. Raises ChannelError ``not_found`` where the page has none."""
        if self._found is None:
            answer = self._client.get(f"/{self._client.page_id}", fields="instagram_business_account{id,username}")
            found = inside(answer, "instagram_business_account")
            if not text_of(found, "id"):
                raise ChannelError(Problem.NOT_FOUND, facts={"why": "no_instagram_account"})
            self._found = text_of(found, "id"), text_of(found, "username")
        return self._found

    def own_ids(self) -> frozenset[str]:
        """Return the ids under which we write ourselves."""
        return frozenset({self._client.page_id, self.get()[0]})


class _Comments:
    """Our media with the comments and answers below them; a source for a pass."""

    has_windows = True

    def __init__(self, client: GraphClient, identity: _Identity) -> None:
        self._client = client
        self._identity = identity

    def outer(self, after: str | None) -> Leaf:
        own_id, handle = self._identity.get()
        reader = AccountReader(own_id, handle)
        answer = self._client.get(f"/{own_id}/media", after=after, fields=MEDIA_FIELDS, limit=25)
        items: list[Seen] = []
        lists: list[ListEnd] = []
        for row, found in enumerate(objects(answer, "data"), 1):
            try:
                media = reader.media(node(found))
            except Unreadable as error:
                items.append(unreadable(found, row, str(error)))
                continue
            items.append(media)
            place = {"id": media.id, "link": text_of(node(found), "permalink")}
            below = _read_comments(
                reader, inside(node(found), "comments"), place, count_of(node(found), "comments_count")
            )
            items.extend(below.items)
            lists.extend(below.lists)
        moments = [each.at for each in items if each.at is not None and each.root == "media"]
        following = after_of(answer)
        low = min(moments, default=None) if following else None
        return Leaf(tuple(items), (*lists, ListEnd("media", low)), following, max(moments, default=None))

    def inner(self, todo: Todo) -> Leaf:
        reader = AccountReader(*self._identity.get())
        media_id, link, parent = (*todo.about, "", "", "")[:3]
        place = {"id": media_id, "link": link}
        fields = COMMENT_FIELDS if parent else f"{COMMENT_FIELDS},replies.limit(50){{{COMMENT_FIELDS}}}"
        answer = self._client.get(todo.path, after=todo.after, fields=fields, limit=50)
        objects(answer, "data")
        if parent:
            return _read_answers(reader, answer, place, parent)
        return _read_comments(reader, answer, place, None)

    def is_gone(self, external_id: str) -> bool:
        return is_gone(self._client, external_id.removeprefix(MEDIA))


class _Tags:
    """The media of others in which we are tagged; a source for a pass."""

    has_windows = False

    def __init__(self, client: GraphClient, identity: _Identity) -> None:
        self._client = client
        self._identity = identity

    def outer(self, after: str | None) -> Leaf:
        own_id, handle = self._identity.get()
        answer = self._client.get(f"/{own_id}/tags", after=after, fields=TAG_FIELDS, limit=25)
        items: list[Seen] = []
        for row, found in enumerate(objects(answer, "data"), 1):
            try:
                items.append(AccountReader(own_id, handle).tag(node(found)))
            except Unreadable as error:
                items.append(unreadable(found, row, str(error)))
        newest = max((each.at for each in items if each.at is not None), default=None)
        return Leaf(tuple(items), (), after_of(answer), newest)

    def inner(self, todo: Todo) -> Leaf:
        raise ChannelError(Problem.NOT_FOUND, facts={"why": todo.root})

    def is_gone(self, external_id: str) -> bool:
        """Say no: what others published is not to be asked for by its id."""
        return not external_id


class InstagramAccount:
    """One Instagram account; see ``Channel``."""

    streams: Sequence[str] = ("comments", "tags", "messages")

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        self._account = account
        self._client = GraphClient(account=account, credentials=credentials, clock=clock)
        self._identity = _Identity(self._client)
        self._pictures = Pictures(self._client.base_url)
        own_ids = self._identity.own_ids
        self._messages = Conversations(self._client, channel=CHANNEL, platform="instagram", own_ids=own_ids)
        sources: dict[str, Source] = {
            "comments": _Comments(self._client, self._identity),
            "tags": _Tags(self._client, self._identity),
            "messages": self._messages,
        }
        self._walkers = walkers(sources, client=self._client, pictures=self._pictures, clock=clock, account=account)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return the next page of a stream."""
        return self._walkers[stream].fetch(cursor)

    def send(self, reply: OutgoingReply) -> Receipt:
        """Answer a direct message, below a comment, or privately to a comment (once, within seven days)."""
        if reply.files:
            raise ChannelError(Problem.FILE_REFUSED)
        if reply.visibility is Visibility.PRIVATE:
            return self._send_private(reply)
        target = reply.extra.get("top") or reply.extra.get("target") or reply.in_reply_to or ""
        if reply.extra.get("kind") == "tag":
            return self._send_to_tag(reply, target)
        answer = self._client.send("POST", f"/{target}/replies", form={"message": reply.text})
        return Receipt(text_of(answer, "id") or None, reply.permalink)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look an answer up among the answers to the same comment, or in the same conversation."""
        if reply.visibility is Visibility.PRIVATE:
            return self._messages.find_sent(reply, reply.extra.get("author_id") or "")
        if reply.extra.get("kind") == "tag":
            raise ChannelError(Problem.NOT_SUPPORTED)  # what stands below the media of others cannot be read
        top = reply.extra.get("top") or reply.in_reply_to or ""
        earliest = reply.written_at - _EARLIER if reply.written_at else None
        reader, after = AccountReader(*self._identity.get()), None
        for _ in range(_MOST_PAGES):
            answer = self._client.get(f"/{top}/replies", after=after, fields=COMMENT_FIELDS, limit=50)
            for each in reader.comments(objects(answer, "data"), {"id": MEDIA}, top):
                is_late = each.at is not None and (earliest is None or each.at >= earliest)
                if is_late and isinstance(each.value, OwnPost) and each.value.text.strip() == reply.text.strip():
                    return Receipt(each.id, reply.permalink)
            after = after_of(answer)
            if after is None:
                return None
        raise ChannelError(Problem.NO_ANSWER)

    def act(self, kind: str, external_id: str) -> None:
        """Hide or show a comment; the network lets nobody like by program."""
        if kind not in {"hide", "unhide"} or external_id.startswith((MEDIA, TAG)):
            raise ChannelError(Problem.NOT_SUPPORTED)
        self._client.send("POST", f"/{external_id}", form={"hide": "true" if kind == "hide" else "false"})

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return likes, and of our media comments too; media of others and messages are not told."""
        media = [each.removeprefix(MEDIA) for each in external_ids if each.startswith(MEDIA)]
        comments = [each for each in external_ids if each.isdecimal()]
        silent = [each for each in external_ids if not each.startswith(MEDIA) and not each.isdecimal()]
        return [
            *(Figures(each) for each in silent),
            *read_figures(self._client, media, "id,like_count,comments_count", media_figures),
            *read_figures(self._client, comments, "id,like_count", comment_figures),
        ]

    def count(self, stream: str, day: date) -> int | None:
        """Return how many items by others a day has; tags tell the day of the photo, not of the tag."""
        return None if stream == "tags" else self._walkers[stream].count(day)

    def check(self) -> Checked:
        """Name the account, read one media and one conversation, and look at the token's permissions."""
        self._client.renew()
        own_id, handle = self._identity.get()
        page = f"/{self._client.page_id}"
        findings = [
            tried(Ability.READ_PUBLIC, lambda: self._client.get(f"/{own_id}/media", fields="id", limit=1)),
            tried(
                Ability.READ_PRIVATE,
                lambda: self._client.get(f"{page}/conversations", fields="id", platform="instagram", limit=1),
            ),
            *allowed(self._client, _RIGHTS),
        ]
        return Checked(f"@{handle}", tuple(findings))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait out the time."""
        return wait(stop, seconds)

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()
        self._pictures.close()

    def _send_private(self, reply: OutgoingReply) -> Receipt:
        kind = reply.extra.get("kind")
        if len(reply.text.encode()) > _MOST_MESSAGE_BYTES:
            raise ChannelError(Problem.TEXT_TOO_LONG)
        if kind == "tag":
            raise ChannelError(Problem.NOT_SUPPORTED)
        is_message = kind == "message"
        target = reply.extra.get("author_id") if is_message else reply.extra.get("target") or reply.in_reply_to
        if not target:
            raise ChannelError(Problem.TARGET_GONE)
        recipient = {"id" if is_message else "comment_id": target}
        return self._messages.send(recipient, reply, as_person=answers_as_person(self._account, reply))

    def _send_to_tag(self, reply: OutgoingReply, media_id: str) -> Receipt:
        """Comment on the media of somebody who names us in its caption; a mere tag cannot be answered."""
        if reply.extra.get("named") != "yes":
            raise ChannelError(Problem.NOT_SUPPORTED)
        form = {"media_id": media_id, "message": reply.text}
        answer = self._client.send("POST", f"/{self._identity.get()[0]}/mentions", form=form)
        return Receipt(text_of(answer, "id") or None, reply.permalink)


def _read_comments(
    reader: AccountReader, listed: Mapping[str, Any], place: Mapping[str, str], count: int | None
) -> Leaf:
    """Read a list of comments with the answers below each; a list of answers that goes on is read to its end."""
    found = data_of(listed)
    items = list(reader.comments(found, place))
    after = after_of(listed)
    low = min((each.at for each in items if each.at is not None), default=None) if after else None
    about = (place["id"], place["link"])
    todo = Todo(f"/{place['id'].removeprefix(MEDIA)}/comments", after, place["id"], about=about) if after else None
    lists = [ListEnd(place["id"], low, todo, count)]
    for raw, comment in zip(found, tuple(items), strict=True):
        if comment.at is None or not isinstance(raw, dict) or "replies" not in raw:
            continue
        below = _read_answers(reader, inside(raw, "replies"), place, comment.id)
        items.extend(below.items)
        lists.extend(below.lists)
    return Leaf(tuple(items), tuple(lists))


def _read_answers(reader: AccountReader, listed: Mapping[str, Any], place: Mapping[str, str], parent: str) -> Leaf:
    items = list(reader.comments(data_of(listed), place, parent))
    after = after_of(listed)
    about = (place["id"], place["link"], parent)
    todo = Todo(f"/{parent}/replies", after, parent, is_sorted=False, about=about) if after else None
    low = max((each.at for each in items if each.at is not None), default=None) if after else None
    return Leaf(tuple(items), (ListEnd(parent, low, todo),))


def open_account(*, account: Account, credentials: Credentials, clock: Clock) -> Channel:
    """Open an account; asks nothing of the network."""
    return InstagramAccount(account=account, credentials=credentials, clock=clock)


NETWORK = Network(KIND, open_account)

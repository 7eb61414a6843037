"""Facebook pages: what people write on the page, under its posts and in its inbox, and our answers there."""

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
from app.services.channels.facebook_kind import CHANNEL, KIND
from app.services.channels.facebook_reading import (
    COMMENT_FIELDS,
    POST_FIELDS,
    PageReader,
    post_figures,
)
from app.services.channels.graph import GraphClient
from app.services.channels.graph_account import allowed, answers_as_person, read_figures, tried, wait, walkers
from app.services.channels.graph_media import Pictures
from app.services.channels.graph_messages import Conversations, is_gone
from app.services.channels.graph_pass import Leaf, ListEnd, Source, Todo
from app.services.channels.graph_reading import Seen, after_of, data_of, inside, objects, text_of
from app.services.clock import Clock

_COMMENTS = f"comments.filter(stream).order(reverse_chronological).limit(25){{{COMMENT_FIELDS}}}"
_BELOW = _COMMENTS.replace("comments.", "comments.summary(total_count).", 1)
_LISTED = POST_FIELDS.replace("comments.limit(0).summary(total_count)", _BELOW)
_FIGURES = "id,reactions.limit(0).summary(total_count),comments.limit(0).summary(total_count)"
_EARLIER = timedelta(minutes=2)
_MOST_PAGES = 5
_RIGHTS = {
    Ability.REPLY_PUBLIC: "pages_manage_engagement",
    Ability.REPLY_PRIVATE: "pages_messaging",
    Ability.HIDE: "pages_manage_engagement",
}
_ACTS: Mapping[str, tuple[str, str, Mapping[str, str] | None]] = {
    "hide": ("POST", "", {"is_hidden": "true"}),
    "unhide": ("POST", "", {"is_hidden": "false"}),
    "like": ("POST", "/likes", None),
    "unlike": ("DELETE", "/likes", None),
}


class _PagePosts:
    """The posts on the page, or those that tag it, with the comments below them; a source for a pass."""

    def __init__(self, client: GraphClient, edge: str, *, has_windows: bool) -> None:
        self.has_windows = has_windows
        self._client = client
        self._edge = edge

    def outer(self, after: str | None) -> Leaf:
        fields = _LISTED if self.has_windows else POST_FIELDS
        answer = self._client.get(f"/{self._client.page_id}/{self._edge}", after=after, fields=fields, limit=25)
        items: list[Seen] = []
        lists: list[ListEnd] = []
        reader = PageReader(self._client.page_id)
        for found, seen in reader.posts(list(objects(answer, "data")), self._edge):
            items.append(seen)
            if self.has_windows and "comments" in found:
                below = self._comments(inside(found, "comments"), seen.id)
                items.extend(below.items)
                lists.extend(below.lists)
        moments = [each.at for each in items if each.at is not None and each.root == self._edge]
        following = after_of(answer)
        low = min(moments, default=None) if following else None
        return Leaf(tuple(items), (*lists, ListEnd(self._edge, low)), following, max(moments, default=None))

    def inner(self, todo: Todo) -> Leaf:
        order = {"filter": "stream", "order": "reverse_chronological"}
        answer = self._client.get(todo.path, after=todo.after, fields=COMMENT_FIELDS, limit=100, **order)
        objects(answer, "data")
        return self._comments(answer, todo.root)

    def is_gone(self, external_id: str) -> bool:
        return is_gone(self._client, external_id)

    def _comments(self, listed: Mapping[str, Any], post_id: str) -> Leaf:
        items = list(PageReader(self._client.page_id).comments(list(data_of(listed)), post_id))
        after = after_of(listed)
        low = min((each.at for each in items if each.at is not None), default=None) if after else None
        todo = Todo(f"/{post_id}/comments", after, post_id) if after else None
        return Leaf(tuple(items), (ListEnd(post_id, low, todo),))


class FacebookPage:
    """One page; see ``Channel``."""

    streams: Sequence[str] = ("feed", "tagged", "messages")

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        self._account = account
        self._client = GraphClient(account=account, credentials=credentials, clock=clock)
        self._pictures = Pictures(self._client.base_url)
        self._messages = Conversations(self._client, channel=CHANNEL, platform="messenger", own_ids=self._own_ids)
        sources: dict[str, Source] = {
            "feed": _PagePosts(self._client, "feed", has_windows=True),
            "tagged": _PagePosts(self._client, "tagged", has_windows=False),
            "messages": self._messages,
        }
        self._walkers = walkers(sources, client=self._client, pictures=self._pictures, clock=clock, account=account)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return the next page of a stream."""
        return self._walkers[stream].fetch(cursor)

    def send(self, reply: OutgoingReply) -> Receipt:
        """Answer in the inbox, below a comment or post, or privately to a comment (once, within seven days)."""
        if reply.visibility is Visibility.PRIVATE:
            return self._send_private(reply)
        target = _public_target(reply)
        form = {"message": reply.text, "fields": "id,permalink_url"}
        picture = reply.files[0] if reply.files else None
        files = {"source": (picture.name, picture.content, picture.media_type)} if picture else None
        answer = self._client.send("POST", f"/{target}/comments", form=form, files=files)
        return Receipt(text_of(answer, "id") or None, text_of(answer, "permalink_url") or None)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look an answer up among our own newest ones below the same post, or in the same conversation."""
        if reply.visibility is Visibility.PRIVATE:
            author = reply.extra.get("author_id") or reply.author_key or ""
            return self._messages.find_sent(reply, author)
        post = reply.extra.get("post") or _public_target(reply)
        order = {"filter": "stream", "order": "reverse_chronological"}
        earliest = reply.written_at - _EARLIER if reply.written_at else None
        after: str | None = None
        for _ in range(_MOST_PAGES):
            answer = self._client.get(f"/{post}/comments", after=after, fields=COMMENT_FIELDS, limit=100, **order)
            items = PageReader(self._client.page_id).comments(list(objects(answer, "data")), post)
            for each in items:
                if each.at is not None and earliest is not None and each.at < earliest:
                    return None
                if isinstance(each.value, OwnPost) and each.value.text.strip() == reply.text.strip():
                    return Receipt(each.id, each.value.permalink)
            after = after_of(answer)
            if after is None:
                return None
        raise ChannelError(Problem.NO_ANSWER)  # too much was written since: nobody can say that it is not there

    def act(self, kind: str, external_id: str) -> None:
        """Hide, unhide, like or unlike a comment or a post."""
        if kind not in _ACTS:
            raise ChannelError(Problem.NOT_SUPPORTED)
        method, edge, form = _ACTS[kind]
        self._client.send(method, f"/{external_id}{edge}", form=form)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return reactions, comments and, of posts on the page, shares; private messages have none."""
        public = [each for each in external_ids if not each.startswith("m_")]
        ours = [each for each in public if each.startswith(f"{self._client.page_id}_")]
        others = [each for each in public if each not in set(ours)]
        return [
            *(Figures(each) for each in external_ids if each.startswith("m_")),
            *read_figures(self._client, ours, f"{_FIGURES},shares", post_figures),
            *read_figures(self._client, others, _FIGURES, post_figures),
        ]

    def count(self, stream: str, day: date) -> int | None:
        """Return how many items by others a day has."""
        return self._walkers[stream].count(day)

    def check(self) -> Checked:
        """Name the page, read one post and one conversation, and look at the token's permissions."""
        self._client.renew()
        page = f"/{self._client.page_id}"
        name = text_of(self._client.get(page, fields="id,name"), "name")
        findings = [
            tried(Ability.READ_PUBLIC, lambda: self._client.get(f"{page}/feed", fields="id", limit=1)),
            tried(
                Ability.READ_PRIVATE,
                lambda: self._client.get(f"{page}/conversations", fields="id", platform="messenger", limit=1),
            ),
            *allowed(self._client, _RIGHTS),
        ]
        return Checked(name, tuple(findings))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait out the time."""
        return wait(stop, seconds)

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()
        self._pictures.close()

    def _own_ids(self) -> frozenset[str]:
        return frozenset({self._client.page_id})

    def _send_private(self, reply: OutgoingReply) -> Receipt:
        if reply.files:
            raise ChannelError(Problem.FILE_REFUSED)
        if reply.extra.get("kind") == "message":
            recipient = {"id": reply.extra.get("author_id") or reply.author_key or ""}
        else:
            key = "comment_id" if reply.extra.get("kind") != "post" else "post_id"
            recipient = {key: reply.extra.get("target") or reply.in_reply_to or ""}
        if not next(iter(recipient.values())):
            raise ChannelError(Problem.TARGET_GONE)
        return self._messages.send(recipient, reply, as_person=answers_as_person(self._account, reply))


def _public_target(reply: OutgoingReply) -> str:
    """Return what is answered below: Facebook knows one level, an answer to an answer stands beside it."""
    target = reply.extra.get("top") or reply.extra.get("target") or reply.in_reply_to
    if not target:
        raise ChannelError(Problem.TARGET_GONE)
    return target


def open_page(*, account: Account, credentials: Credentials, clock: Clock) -> Channel:
    """Open a page; asks nothing of the network."""
    return FacebookPage(account=account, credentials=credentials, clock=clock)


NETWORK = Network(KIND, open_page)

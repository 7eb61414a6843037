"""YouTube: what people write below our videos, our answers there, and the audience of both."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
)
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import (
    Account,
    Channel,
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
from app.services.channels.graph_account import number_of, tried, wait
from app.services.channels.graph_pass import Leaf, ListEnd, Source, Todo, Walker
from app.services.channels.graph_reading import Seen, Unreadable, inside, node, text_of, unreadable
from app.services.channels.youtube_client import YoutubeClient
from app.services.channels.youtube_kind import KIND
from app.services.channels.youtube_reading import (
    VIDEO,
    VIDEOS,
    ChannelReader,
    answer_figures,
    thread_figures,
    video_figures,
    video_of,
)
from app.services.clock import Clock

_NEAR = timedelta(days=2)
_EARLIER = timedelta(minutes=2)
_MOST_PAGES, _BATCH = 5, 50
_STATUS = {"hide": "heldForReview", "unhide": "published"}


class _Threads:
    """The threads below our videos; a source for a pass."""

    has_windows = True

    def __init__(self, client: YoutubeClient) -> None:
        self._client = client

    def outer(self, after: str | None) -> Leaf:
        own_id = self._client.identity()[0]
        found, following = self._client.items(
            "/commentThreads",
            part="snippet,replies",
            allThreadsRelatedToChannelId=own_id,
            order="time",
            textFormat="plainText",
            maxResults=100,
            pageToken=after or "",
        )
        return ChannelReader(own_id).threads(found, following)

    def inner(self, todo: Todo) -> Leaf:
        found, following = _answers(self._client, todo.path, todo.after)
        return ChannelReader(self._client.identity()[0]).answers(found, todo, following)

    def is_gone(self, external_id: str) -> bool:
        return _is_gone(self._client, "/comments", external_id)


class _Videos:
    """Our own videos; a source for a pass."""

    has_windows = False

    def __init__(self, client: YoutubeClient) -> None:
        self._client = client

    def outer(self, after: str | None) -> Leaf:
        uploads = self._client.identity()[2]
        if not uploads:
            return Leaf()
        found, following = self._client.items(
            "/playlistItems", part="contentDetails", playlistId=uploads, maxResults=_BATCH, pageToken=after or ""
        )
        numbers = [text_of(inside(node(each), "contentDetails"), "videoId") for each in found if isinstance(each, dict)]
        listed = ",".join(filter(None, numbers))
        videos = self._client.items("/videos", part="snippet,statistics", id=listed)[0] if listed else []
        items: list[Seen] = []
        for row, each in enumerate(videos, 1):
            try:
                items.append(video_of(node(each)))
            except Unreadable as error:
                items.append(unreadable(each, row, str(error)))
        times = [each.at for each in items if each.at is not None]
        low = min(times, default=None) if following else None
        return Leaf(tuple(items), (ListEnd(VIDEOS, low),), following, max(times, default=None))

    def inner(self, todo: Todo) -> Leaf:
        raise ChannelError(Problem.NOT_FOUND, facts={"why": todo.root})

    def is_gone(self, external_id: str) -> bool:
        return _is_gone(self._client, "/videos", external_id.removeprefix(VIDEO))


class YoutubeChannel:
    """One YouTube channel; see ``Channel``."""

    streams: Sequence[str] = ("comments", "videos")

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        self._client = YoutubeClient(account=account, credentials=credentials, clock=clock)
        sources: dict[str, Source] = {"comments": _Threads(self._client), "videos": _Videos(self._client)}
        self._walkers = {
            name: Walker(
                source,
                now=clock.now,
                server_now=lambda: self._client.answered_at,
                asked=lambda: self._client.units,
                first_days=number_of(account, "first_days", 30),
                watch_days=number_of(account, "watch_days", 30),
                near=_NEAR,
            )
            for name, source in sources.items()
        }

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return the next page of a stream; its ``calls`` are units of the day's quota."""
        return self._walkers[stream].fetch(cursor)

    def send(self, reply: OutgoingReply) -> Receipt:
        """Answer in the thread of a comment; costs 50 units."""
        if reply.visibility is Visibility.PRIVATE:
            raise ChannelError(Problem.NOT_SUPPORTED)
        if reply.files:
            raise ChannelError(Problem.FILE_REFUSED)
        top = _top_of(reply)
        body = {"snippet": {"parentId": top, "textOriginal": reply.text}}
        answer = self._client.write("/comments", params={"part": "snippet"}, body=body)
        return self._receipt(text_of(answer, "id"), reply)

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look an answer up among the answers in the same thread."""
        top, after = _top_of(reply), ""
        reader = ChannelReader(self._client.identity()[0])
        earliest = reply.written_at - _EARLIER if reply.written_at else None
        wanted = " ".join(reply.text.split())
        for _ in range(_MOST_PAGES):
            found, following = _answers(self._client, top, after)
            for each in reader.answers(found, Todo(top, "", top), following).items:
                is_late = each.at is not None and (earliest is None or each.at >= earliest)
                if is_late and isinstance(each.value, OwnPost) and " ".join(each.value.text.split()) == wanted:
                    return self._receipt(each.id, reply)
            if following is None:
                return None
            after = following
        raise ChannelError(Problem.NO_ANSWER)

    def act(self, kind: str, external_id: str) -> None:
        """Hold a comment back from everybody's eyes, or let it be seen again; costs 50 units."""
        if kind not in _STATUS or external_id.startswith(VIDEO):
            raise ChannelError(Problem.NOT_SUPPORTED)
        params = {"id": external_id, "moderationStatus": _STATUS[kind]}
        self._client.write("/comments/setModerationStatus", params=params)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return likes, answers and views, fifty in one question; what is gone is left out."""
        videos = [each.removeprefix(VIDEO) for each in external_ids if each.startswith(VIDEO)]
        comments = [each for each in external_ids if not each.startswith(VIDEO)]
        answers = [each for each in comments if "." in each]
        threads = [each for each in comments if "." not in each]
        return [
            *self._figures("/videos", "statistics", videos, video_figures),
            *self._figures("/commentThreads", "snippet", threads, thread_figures),
            *self._figures("/comments", "snippet", answers, answer_figures),
        ]

    def count(self, stream: str, day: date) -> int | None:
        """Return how many comments by others a day has."""
        return self._walkers[stream].count(day)

    def check(self) -> Checked:
        """Name the channel, read one thread, and see whether the person who signed in owns the channel."""
        own_id, title, _ = self._client.identity()
        params: Mapping[str, Any] = {"part": "id", "allThreadsRelatedToChannelId": own_id, "maxResults": 1}
        reading = tried(Ability.READ_PUBLIC, lambda: self._client.items("/commentThreads", **params))
        writing = tried(Ability.REPLY_PUBLIC, lambda: self._own(own_id))
        hiding = Finding(Ability.HIDE, works=writing.works, problem=writing.problem)
        return Checked(title, (reading, writing, hiding))

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Wait out the time."""
        return wait(stop, seconds)

    @property
    def calls(self) -> int:
        """What was spent of the day's quota so far, in its units."""
        return self._client.units

    def close(self) -> None:
        """Let the connections go."""
        self._client.close()

    def _own(self, own_id: str) -> None:
        """Raise ChannelError ``scope_missing`` where the person who signed in has another channel."""
        found, _ = self._client.items("/channels", is_person=True, part="id", mine="true")
        if own_id not in {text_of(each, "id") for each in found if isinstance(each, dict)}:
            raise ChannelError(Problem.SCOPE_MISSING)

    def _figures(
        self, path: str, part: str, ids: Sequence[str], read: Callable[[Mapping[str, Any]], Figures]
    ) -> Iterable[Figures]:
        for start in range(0, len(ids), _BATCH):
            found, _ = self._client.items(path, part=part, id=",".join(ids[start : start + _BATCH]))
            for each in found:
                try:
                    yield read(node(each))
                except Unreadable:
                    continue

    def _receipt(self, external_id: str, reply: OutgoingReply) -> Receipt:
        video = reply.extra.get("video")
        link = f"https://www.youtube.com/watch?v={video}&lc={external_id}" if video and external_id else None
        return Receipt(external_id or None, link)


def _answers(client: YoutubeClient, thread: str, after: str) -> tuple[Sequence[object], str | None]:
    return client.items(
        "/comments", part="snippet", parentId=thread, textFormat="plainText", maxResults=100, pageToken=after
    )


def _is_gone(client: YoutubeClient, path: str, number: str) -> bool:
    try:
        return not client.items(path, part="id", id=number)[0]
    except ChannelError as error:
        return error.problem is Problem.NOT_FOUND


def _top_of(reply: OutgoingReply) -> str:
    """Return the comment whose thread is answered in: an answer's id begins with its thread's."""
    found = reply.extra.get("top") or (reply.in_reply_to or "").partition(".")[0]
    if not found or found.startswith(VIDEO):
        raise ChannelError(Problem.TARGET_GONE)
    return found


def open_channel(*, account: Account, credentials: Credentials, clock: Clock) -> Channel:
    """Open a channel; asks nothing of the network."""
    return YoutubeChannel(account=account, credentials=credentials, clock=clock)


NETWORK = Network(KIND, open_channel)

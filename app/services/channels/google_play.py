"""Reads and answers an application's reviews on Google Play, of which Google shows the last seven days only."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote, urlencode

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import (
    Ability,
)
from app.models.domain.incoming import IncomingMention, RejectedRow, RejectReason
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
from app.services.channels.google_play_key import ServiceAccountKey
from app.services.channels.google_play_kind import ADDRESS, CHANNEL, KIND
from app.services.channels.http import Answer, HttpClient
from app.services.channels.loose_json import mapping, moment, whole
from app.services.channels.shapes import list_at, text_at
from app.services.clock import Clock

_STREAM = "reviews"
_PAGE = 100
_WHOLE_WEEK_EVERY = timedelta(hours=6)
_LOOK_BACK = timedelta(hours=1)
_SLACK = timedelta(minutes=2)
_MOST_STARS = 5
_NO_REVIEW = "balcao-nenhuma"
_UNKNOWN_TOKEN, _FORBIDDEN, _NOT_FOUND, _TOO_MANY, _BAD = 401, 403, 404, 429, 400
_DETAILS = {
    "appVersionName": "app_version",
    "androidOsVersion": "android_version",
    "device": "device",
    "thumbsDownCount": "thumbs_down",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """Where reading stands: the page of this pass, the newest review before and in it, the last pass of the week."""

    token: str = ""
    seen: datetime | None = None
    top: datetime | None = None
    whole_at: datetime | None = None
    is_whole: bool = True


class GooglePlayChannel:
    """The reviews of one application; a second answer to a review takes the place of the first one."""

    def __init__(self, *, account: Account, credentials: Credentials, clock: Clock) -> None:
        base = str(account.options.get("base_url") or ADDRESS)
        self._package = str(account.options.get("package_name") or "")
        self._language = str(account.options.get("translation_language") or "")
        self._http = HttpClient(base_url=base)
        self._key = ServiceAccountKey(credentials=credentials, http=self._http, clock=clock)
        self._clock = clock

    @property
    def streams(self) -> Sequence[str]:
        """All reviews come in one list."""
        return (_STREAM,)

    def fetch(self, stream: str, cursor: str | None) -> Fetched:
        """Return one page, newest first; every six hours the whole week is looked through, for late and edited ones."""
        del stream
        calls, now, place = self._http.calls, self._clock.now(), _place_of(cursor)
        if not place.token:
            is_whole = place.whole_at is None or now - place.whole_at >= _WHOLE_WEEK_EVERY
            place = _Place(seen=place.seen, top=place.seen, whole_at=place.whole_at, is_whole=is_whole)
        answer = self._ask(self._path(), self._question(place.token))
        if answer.status == _BAD and place.token:  # the page's token is too old: begin this pass anew next time
            return Fetched(cursor=_cursor(_Place(seen=place.seen, whole_at=place.whole_at)), calls=2)
        page = _object(answer)
        reviews = list_at(page.get("reviews"))
        if not isinstance(page.get("reviews", []), list):
            raise ChannelError(Problem.UNREADABLE)
        mentions, own, rejected, times = self._read(reviews)
        top = max([*times, *([place.top] if place.top else [])], default=None)
        follow = text_at(mapping(page.get("tokenPagination")).get("nextPageToken"))
        is_old = bool(times) and place.seen is not None and max(times) < place.seen - _LOOK_BACK
        if not follow or (is_old and not place.is_whole):
            after = _Place(seen=top, whole_at=now if place.is_whole else place.whole_at)
        else:
            after = _Place(follow, place.seen, top, place.whole_at, place.is_whole)
        return Fetched(
            cursor=_cursor(after),
            mentions=tuple(mentions),
            rejected=tuple(rejected),
            own=tuple(own),
            has_more=bool(after.token),
            calls=self._http.calls - calls,
        )

    def send(self, reply: OutgoingReply) -> Receipt:
        """Answer a review, in the place of an earlier answer if there is one."""
        review = reply.in_reply_to or ""
        answer = self._post(f"{self._path(review)}:reply", {"replyText": reply.text})
        if not answer.is_ok:
            raise _error(answer, was_sending=True)
        return Receipt(_answer_id(review), self._permalink(review))

    def find_sent(self, reply: OutgoingReply) -> Receipt | None:
        """Look whether the review bears this answer."""
        review = reply.in_reply_to or ""
        answer = self._ask(self._path(review), {})
        if answer.status == _NOT_FOUND:
            return None
        ours, at = _developer(_object(answer))
        is_ours = text_at(ours.get("text")).split() == reply.text.split()
        if not is_ours or (reply.written_at and at and at < reply.written_at - _SLACK):
            return None
        return Receipt(_answer_id(review), self._permalink(review))

    def act(self, kind: str, external_id: str) -> None:
        """Google Play hides and likes nothing for a company."""
        del kind, external_id
        raise ChannelError(Problem.NOT_SUPPORTED)

    def figures(self, external_ids: Sequence[str]) -> Sequence[Figures]:
        """Return how many found each review helpful; a review that was taken away is left out."""
        found = []
        for each in external_ids:
            answer = self._ask(self._path(each), {})
            if answer.status != _NOT_FOUND:
                likes = whole(_user(_object(answer))[0].get("thumbsUpCount"))
                found.append(Figures(each, likes=likes))
        return found

    def count(self, stream: str, day: date) -> int | None:
        """Google Play does not tell how many reviews a day had."""
        del stream, day
        return None

    def check(self) -> Checked:
        """Read one review, and try to answer one that does not exist: only a missing right is said before that."""
        _object(self._ask(self._path(), {"maxResults": 1}))
        answer = self._post(f"{self._path(_NO_REVIEW)}:reply", {"replyText": "-"})
        problem = _error(answer, was_sending=False).problem if answer.status in {_FORBIDDEN, _UNKNOWN_TOKEN} else None
        return Checked(
            self._package,
            (
                Finding(Ability.READ_PUBLIC, works=True),
                Finding(Ability.REPLY_PUBLIC, works=problem is None, problem=problem),
            ),
        )

    def wait(self, stop: threading.Event, seconds: float) -> bool:
        """Nothing is announced."""
        stop.wait(seconds)
        return False

    @property
    def calls(self) -> int:
        """How often Google was asked so far."""
        return self._http.calls

    def close(self) -> None:
        """Let the connections go."""
        self._http.close()

    def _read(
        self, reviews: Sequence[object]
    ) -> tuple[list[IncomingMention], list[OwnPost], list[RejectedRow], list[datetime]]:
        mentions: list[IncomingMention] = []
        own: list[OwnPost] = []
        rejected: list[RejectedRow] = []
        times: list[datetime] = []
        for row, each in enumerate(reviews, start=1):
            review = mapping(each)
            key, (theirs, at) = text_at(review.get("reviewId")), _user(review)
            if not key or at is None:
                rejected.append(RejectedRow(row, RejectReason.BAD_STRUCTURE, "google_play_review", ""))
                continue
            ours, answered_at = _developer(review)
            times.append(at)
            mentions.append(self._mention(key, text_at(review.get("authorName")), theirs, at, answered_at))
            if answered_at is not None:
                own.append(
                    OwnPost(
                        _answer_id(key),
                        answered_at,
                        text_at(ours.get("text")),
                        key,
                        key,
                        permalink=self._permalink(key),
                    )
                )
        return mentions, own, rejected, times

    def _mention(
        self, key: str, name: str, theirs: Mapping[str, Any], at: datetime, answered_at: datetime | None
    ) -> IncomingMention:
        original = text_at(theirs.get("originalText"))
        title, tab, words = (original or text_at(theirs.get("text"))).partition("\t")
        if not tab:
            title, words = "", title
        stars = whole(theirs.get("starRating"))
        extra = {own: text_at(theirs.get(given)) for given, own in _DETAILS.items()}
        extra |= {"package": self._package, "translation": text_at(theirs.get("text")).strip() if original else ""}
        return IncomingMention(
            channel=CHANNEL,
            text=words.strip() or title.strip() or "★" * (stars or 0),
            title=title.strip() or None,
            posted_at=at,
            external_id=key,
            author_key=key.lower(),
            author_name=name or None,
            permalink=self._permalink(key),
            thread_key=key,
            is_direct=True,
            language=text_at(theirs.get("reviewerLanguage")).replace("_", "-") or None,
            likes=whole(theirs.get("thumbsUpCount")),
            source_rating=stars if stars and 1 <= stars <= _MOST_STARS else None,
            edited_at=at if answered_at is not None and at > answered_at else None,
            extra={name: value for name, value in extra.items() if value},
        )

    def _path(self, review: str = "") -> str:
        path = f"/androidpublisher/v3/applications/{quote(self._package, safe='')}/reviews"
        return f"{path}/{quote(review, safe='')}" if review else path

    def _question(self, token: str) -> dict[str, Any]:
        values: dict[str, Any] = {"maxResults": _PAGE}
        if token:
            values["token"] = token
        if self._language:
            values["translationLanguage"] = self._language
        return values

    def _permalink(self, review: str) -> str:
        return f"https://play.google.com/store/apps/details?{urlencode({'id': self._package, 'reviewId': review})}"

    def _ask(self, path: str, values: Mapping[str, Any]) -> Answer:
        answer = self._http.get(path, params=values, headers=self._signed_in())
        if answer.status == _UNKNOWN_TOKEN:
            self._key.forget()
            answer = self._http.get(path, params=values, headers=self._signed_in())
        return answer

    def _post(self, path: str, values: Mapping[str, Any]) -> Answer:
        answer = self._http.send("POST", path, json_body=values, headers=self._signed_in())
        if answer.status == _UNKNOWN_TOKEN:
            self._key.forget()
            answer = self._http.send("POST", path, json_body=values, headers=self._signed_in())
        return answer

    def _signed_in(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key.token()}"}


def open_channel(*, account: Account, credentials: Credentials, clock: Clock) -> GooglePlayChannel:
    """Return the channel of one application."""
    return GooglePlayChannel(account=account, credentials=credentials, clock=clock)


NETWORK = Network(kind=KIND, open=open_channel)


def _place_of(cursor: str | None) -> _Place:
    try:
        stored = mapping(json.loads(cursor or "{}"))
    except ValueError:
        stored = {}
    return _Place(
        text_at(stored.get("token")),
        moment(stored.get("seen")),
        moment(stored.get("top")),
        moment(stored.get("whole_at")),
        stored.get("is_whole") is not False,
    )


def _cursor(place: _Place) -> str:
    times = {"seen": place.seen, "top": place.top, "whole_at": place.whole_at}
    told = {name: at.isoformat() for name, at in times.items() if at is not None}
    return json.dumps({"v": 1, "token": place.token, "is_whole": place.is_whole, **told})


def _answer_id(review: str) -> str:
    return f"{review}:reply"


def _comment(review: Mapping[str, Any], kind: str) -> tuple[Mapping[str, Any], datetime | None]:
    """Return the newest comment of a side and when it was last changed."""
    comments = [mapping(mapping(each).get(kind)) for each in list_at(review.get("comments"))]
    timed = [(each, _last_changed(each)) for each in comments if each]
    return max(timed, key=lambda each: each[1] or datetime.min.replace(tzinfo=UTC), default=({}, None))


def _user(review: Mapping[str, Any]) -> tuple[Mapping[str, Any], datetime | None]:
    return _comment(review, "userComment")


def _developer(review: Mapping[str, Any]) -> tuple[Mapping[str, Any], datetime | None]:
    return _comment(review, "developerComment")


def _last_changed(comment: Mapping[str, Any]) -> datetime | None:
    return moment(mapping(comment.get("lastModified")).get("seconds"))


def _object(answer: Answer) -> Mapping[str, Any]:
    if not answer.is_ok:
        raise _error(answer, was_sending=False)
    body = answer.json()
    if not isinstance(body, dict):
        raise ChannelError(Problem.UNREADABLE)
    return body


def _error(answer: Answer, *, was_sending: bool) -> ChannelError:
    """Return what Google says of it."""
    usual = answer.error(was_sending=was_sending)
    try:
        told = mapping(mapping(answer.json()).get("error"))
    except ChannelError:
        return usual
    words = text_at(told.get("message")).lower()
    reasons = {text_at(mapping(each).get("reason")) for each in list_at(told.get("errors"))}
    if "dailyLimitExceeded" in reasons:
        return ChannelError(Problem.QUOTA_SPENT, retry_after=usual.retry_after)
    if answer.status == _TOO_MANY or reasons & {"rateLimitExceeded", "quotaExceeded", "userRateLimitExceeded"}:
        return ChannelError(Problem.RATE_LIMITED, retry_after=usual.retry_after)
    if answer.status == _FORBIDDEN:
        is_off = "accessNotConfigured" in reasons or "is disabled" in words
        return ChannelError(Problem.SCOPE_MISSING, facts={"why": "api_disabled"} if is_off else None)
    if was_sending and answer.status == _NOT_FOUND:
        return ChannelError(Problem.TARGET_GONE)
    if was_sending and answer.status == _BAD:
        is_long = "350" in words or "long" in words
        return ChannelError(Problem.TEXT_TOO_LONG if is_long else Problem.TEXT_REFUSED)
    return usual

"""Tables that every chart and badge reads: counts kept in the transaction of what they count."""

from __future__ import annotations

from sqlalchemy import Integer, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from app.models.schema.base import Base, BigId

# In a key there is no NULL: code 9 stands for "no sentiment yet" in the sentiment roll-ups.
NO_SENTIMENT = 9


def untimed_hour(day: int) -> int:
    """Return the key of a local day's mentions whose source told no time: below every real hour."""
    return -1 - day


class MentionHour(Base):
    """Mentions by hour (hours since 1970, UTC) and channel; those without a time of day under ``untimed_hour``."""

    __tablename__ = "mention_hour"
    __table_args__ = ({"sqlite_with_rowid": False},)

    hour: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class MentionHourSentiment(Base):
    """Mentions by hour (UTC) and sentiment code (``NO_SENTIMENT`` = none yet)."""

    __tablename__ = "mention_hour_sentiment"
    __table_args__ = ({"sqlite_with_rowid": False},)

    hour: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    sentiment: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int]


class MentionDay(Base):
    """Mentions by day (days since 1970 in the business's zone), channel, sentiment code, source code, state code."""

    __tablename__ = "mention_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sentiment: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    source: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    state: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int]


class AxisDay(Base):
    """Cases by day of opening (business zone), node as assigned, and channel; one tree axis a row."""

    __tablename__ = "axis_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class AxisMonth(Base):
    """As ``AxisDay`` by month (year * 12 + month - 1)."""

    __tablename__ = "axis_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class CaseDay(Base):
    """Counts of case events by day (business zone): measure = opened, closed, reopened, forwarded, answered..."""

    __tablename__ = "case_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    measure: Mapped[str] = mapped_column(primary_key=True)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class CaseHist(Base):
    """Durations in log-spaced buckets by day: measure = first_response, resolution; for medians and percentiles."""

    __tablename__ = "case_hist"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    measure: Mapped[str] = mapped_column(primary_key=True)
    bucket: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int]


class AxisMarkDay(Base):
    """As ``AxisDay``, of the cases that carry a mark (``CaseMark``): suggested, where closed, forwarded, crisis."""

    __tablename__ = "axis_mark_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mark: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]


class AxisMarkMonth(Base):
    """As ``AxisMarkDay`` by month (year * 12 + month - 1)."""

    __tablename__ = "axis_mark_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    mark: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]


class VoiceDay(Base):
    """Mentions in cases by day of posting, node that their case carries, channel, sentiment code, and ``measure``.

    ``measure`` 0 counts mentions, 1 adds up their engagement (likes, shares and replies).
    """

    __tablename__ = "voice_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sentiment: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    measure: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class VoiceMonth(Base):
    """As ``VoiceDay`` by month (year * 12 + month - 1)."""

    __tablename__ = "voice_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    month: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    node_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sentiment: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    measure: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class TeamDay(Base):
    """Counts and sums of cases by day, measure (``TeamMeasure``), owner and area as they are now; 0 = nobody, none."""

    __tablename__ = "team_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    measure: Mapped[str] = mapped_column(primary_key=True)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class TeamMonth(Base):
    """As ``TeamDay`` by month (year * 12 + month - 1), each case in two rows, of which one says ``EVERYBODY``.

    What a person did is asked without the area, and what an area did without the person: apart they are far fewer
    than the pairs of them.
    """

    __tablename__ = "team_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    measure: Mapped[str] = mapped_column(primary_key=True)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    area_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class CrisisDay(Base):
    """Crisis clocks by day of posting, level, channel, and how each ended: 0 = not yet, 1 = in time, 2 = late."""

    __tablename__ = "crisis_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    level: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    identified: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    answered: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int]


class ReachDay(Base):
    """Our own answers (``kind`` 0) and posts (1): ``measure`` 0 = how many, 1 likes, 2 shares, 3 replies, 4 reach."""

    __tablename__ = "reach_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    account_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    measure: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class HandlingDay(Base):
    """How long people worked on answers: seconds (``measure`` 1) and answers (0) by day, person and channel."""

    __tablename__ = "handling_day"
    __table_args__ = ({"sqlite_with_rowid": False},)

    day: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    person_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    measure: Mapped[int] = mapped_column(SmallInteger, primary_key=True, autoincrement=False)
    n: Mapped[int] = mapped_column(BigId)


class PersonMonth(Base):
    """Mentions by month (year * 12 + month - 1), channel and handle: counts of persons are not additive."""

    __tablename__ = "person_month"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    channel_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    handle_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    n: Mapped[int]


class StatusCounter(Base):
    """Badges that no partial index can count in a millisecond; keys in ``app.models.domain.counters``."""

    __tablename__ = "status_counter"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: Mapped[str] = mapped_column(primary_key=True)
    n: Mapped[int]

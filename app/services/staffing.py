"""Turns a forecast into people for each half hour of the week, by the team's own rules and measured times."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sqlalchemy import Connection

from app.models.domain.business_hours import Span
from app.models.domain.forecast import Outlook
from app.models.domain.forecast_hours import hour_shares
from app.models.domain.forecast_whatif import ChannelVolume
from app.models.domain.people import Actor, Right
from app.models.domain.staffing import (
    HALF_HOUR,
    HALVES,
    MEASURED_FROM,
    WEEK,
    Demand,
    RulesError,
    StaffingRules,
    WeekPlan,
    checked,
    week_plan,
)
from app.models.domain.zone_days import day_of, hour_number, local_hours, midnight, split_hour
from app.models.queries.forecast import handling, volume_by_hour
from app.services.acts import Done
from app.services.business_zone import business_zone
from app.services.database import Database
from app.services.errors import Invalid
from app.services.forecast import SHARE_DAYS, VolumeForecast
from app.services.rights import require
from app.services.rule_set import SettingSection
from app.services.settings_book import SettingsBook, SettingValue
from app.services.team_calendars import CalendarShelf

SETTING = SECTION = "staffing"
_PLANNED_DAYS = 28
_HOURS = 24
_MEASURED_DAYS = 90
_FULL = 100


@dataclass(frozen=True, slots=True)
class StaffingState:
    """The rules as stored, with their version (0 = the first day's, stored by nobody yet)."""

    rules: StaffingRules
    version: int


@dataclass(frozen=True, slots=True)
class Staffing:
    """A plan and what it rests on.

    ``handling_seconds`` is measured on ``measured_answers`` answers, or typed while these are fewer than fifty
    (``is_measured``). ``served_percent`` = mentions that need an answer, typed or as in the last eight weeks.
    ``deferred_percent`` = part of the answers that is due in hours. ``daily`` = mentions expected on each weekday.
    """

    plan: WeekPlan
    rules: StaffingRules
    handling_seconds: float
    measured_answers: int
    is_measured: bool
    served_percent: float
    deferred_percent: float
    daily: tuple[float, ...]
    since: date
    until: date


class StaffingService:
    """Reads the rules, keeps them with their history, and plans a week of the coming four."""

    def __init__(self, *, database: Database, settings: SettingsBook) -> None:
        self._database, self._settings = database, settings
        self._calendars = CalendarShelf()

    def rules(self) -> StaffingState:
        """Return what the team has agreed on."""
        found = self._settings.read(SETTING)
        return StaffingState(StaffingRules.from_mapping(found.value or {}), found.version)

    def save(self, actor: Actor, rules: StaffingRules, *, expected_version: int) -> Done[SettingValue]:
        """Store the rules. One undo.

        Raises:
            Refused: ``not_allowed``. Invalid: ``staffing_out_of_range`` (field, low, high).
            Conflict: ``setting_changed``.
        """
        return self._settings.change(
            actor, SETTING, _valid(rules).to_mapping(), expected_version=expected_version, section=SECTION
        )

    def plan(
        self, actor: Actor, found: VolumeForecast, rules: StaffingRules, *, is_cautious: bool = False
    ) -> Staffing | None:
        """Return the people for an ordinary week of the coming four, None where nothing could be forecast.

        ``is_cautious`` plans for the upper bound of the forecast's interval of 80 % instead of what is expected.
        Off the UI thread: up to half a second.

        Raises:
            Refused: ``not_allowed``. Invalid: ``staffing_out_of_range`` (field, low, high).
        """
        require(actor, Right.READ)
        rules = _valid(rules)
        days = found.outlooks.days if found.outlooks is not None else None
        if not isinstance(days, Outlook):
            return None
        groups = _Groups.of(found, rules)
        with self._database.read() as connection:
            answers, seconds = handling(connection, found.today - timedelta(days=_MEASURED_DAYS), found.today)
            calendar = self._calendars.calendars(connection).first
            is_open = [True] * WEEK if calendar is None else _open_halves(calendar.week.get)
            at_once, deferred = (_shares(connection, found, ids) for ids in (groups.at_once_ids, groups.deferred_ids))
        is_measured = answers >= MEASURED_FROM and seconds > 0
        handled = seconds / answers if is_measured else rules.handling_seconds
        # The measured time is what one person worked: conversations held at once are in it already.
        used = replace(rules, concurrency=1) if is_measured else rules
        daily = _daily(days, found.holidays, is_cautious=is_cautious)
        need = groups.served / _FULL
        demand = Demand(
            _halves(daily, at_once, need * (1 - groups.deferred / _FULL)),
            _halves(daily, deferred, need * groups.deferred / _FULL),
            is_open,
        )
        return Staffing(
            plan=week_plan(demand, handled, used),
            rules=rules,
            handling_seconds=handled,
            measured_answers=answers,
            is_measured=is_measured,
            served_percent=groups.served,
            deferred_percent=groups.deferred,
            daily=daily,
            since=days.points[0].start,
            until=days.points[min(_PLANNED_DAYS, len(days.points)) - 1].start,
        )


def staffing_section() -> SettingSection:
    """Return the rules of staffing as a section of the rule set."""
    return SettingSection(SECTION, {SETTING: lambda value: StaffingRules.from_mapping(value or {})})


@dataclass(frozen=True, slots=True)
class _Groups:
    """Channels answered at once and those answered in hours; per cent of mentions served, of answers deferred."""

    at_once_ids: tuple[int, ...]
    deferred_ids: tuple[int, ...]
    served: float
    deferred: float

    @classmethod
    def of(cls, found: VolumeForecast, rules: StaffingRules) -> _Groups:
        chosen = [each for each in found.channels if not found.channel_ids or each.id in found.channel_ids]
        late = [each for each in chosen if each.key in rules.deferred]
        received, in_case = _sum(chosen)
        served = _FULL * in_case / received if received else 0.0
        if rules.served_percent is not None:
            served = rules.served_percent
        # What is in a case is what is answered; where nothing is yet, what was received tells the proportion.
        part, whole = (_sum(late)[1], in_case) if in_case else (_sum(late)[0], received)
        return cls(
            at_once_ids=tuple(each.id for each in chosen if each.key not in rules.deferred),
            deferred_ids=tuple(each.id for each in late),
            served=served,
            deferred=_FULL * part / whole if whole else 0.0,
        )


def _sum(channels: Sequence[ChannelVolume]) -> tuple[int, int]:
    return sum(each.received for each in channels), sum(each.in_case for each in channels)


def _valid(rules: StaffingRules) -> StaffingRules:
    try:
        return checked(rules)
    except RulesError as error:
        raise Invalid(
            "staffing_out_of_range", field=error.field, low=_told(error.low), high=_told(error.high)
        ) from error


def _told(limit: float) -> int | float:
    return int(limit) if limit == int(limit) else limit


def _daily(days: Outlook, holidays: frozenset[date], *, is_cautious: bool) -> tuple[float, ...]:
    """Return the mean of each weekday over the coming four weeks, holidays left out where other days are left."""
    found = []
    for weekday in range(7):
        points = [point for point in days.points[:_PLANNED_DAYS] if point.start.weekday() == weekday]
        usual = [point for point in points if point.start not in holidays] or points
        values = [point.high80 if is_cautious else point.value for point in usual]
        found.append(sum(values) / len(values) if values else 0.0)
    return tuple(found)


def _halves(daily: Sequence[float], shares: Sequence[Sequence[float]], need: float) -> list[float]:
    return [daily[weekday] * need * shares[weekday][half // 2] / 2 for weekday in range(7) for half in range(HALVES)]


def _shares(connection: Connection, found: VolumeForecast, ids: Sequence[int]) -> tuple[tuple[float, ...], ...]:
    """Return the share of each hour in each weekday's volume of some channels, over the last eight weeks."""
    zone = business_zone(connection)
    first = hour_number(midnight(found.last - timedelta(days=SHARE_DAYS - 1), zone))
    last = hour_number(midnight(found.last + timedelta(days=1), zone))
    rows = volume_by_hour(connection, first, last, ids) if ids else []
    by_day: dict[date, list[float]] = {}
    for local, (_hour, n) in zip(local_hours(zone, [hour for hour, _n in rows]), rows, strict=True):
        day, _weekday, hour = split_hour(local)
        by_day.setdefault(day_of(day), [0.0] * _HOURS)[hour] += n
    return hour_shares(by_day, found.last)


def _open_halves(spans_of: Callable[[int], Sequence[Span] | None]) -> list[bool]:
    """Return which half hours of the week the counter is open in, at least in part."""
    return [
        any(start < (half + 1) * HALF_HOUR and end > half * HALF_HOUR for start, end in spans_of(weekday) or ())
        for weekday in range(7)
        for half in range(HALVES)
    ]

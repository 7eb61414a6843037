"""Edits opening hours: calendars, weeks, dates that differ and who goes by which; tells whether the counter is open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select, update

from app.models.domain.business_hours import NeverOpenError, WeekCalendar
from app.models.domain.changes import Topic
from app.models.domain.hours_check import DayHours, HoursError, Minutes, Week, checked, missing_years, week_from_stored
from app.models.domain.people import Actor, Right
from app.models.queries.hours import calendars, days_of, out_of_hours, users_of_hours
from app.models.schema.channels import Channel
from app.models.schema.people import Area
from app.models.schema.settings import Calendar
from app.services.acts import Act, Done, Undo
from app.services.case_clock import targets
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.hours_form import (
    CalendarForm,
    add_form,
    check_form,
    difference_of,
    form_to_json,
    read_form,
    refused_hours,
    remove_form,
    write_form,
)
from app.services.rights import require
from app.services.setting_keys import COMPANY_NAME_SETTING
from app.services.settings_book import SettingsBook, SettingValue, record_change
from app.services.team_calendars import CalendarShelf, check_calendars

SECTION = "hours"
REPLY_SETTING = "out_of_hours_reply"
CHANNEL, AREA = "channel", "area"
# What is open for so long is always open.
_HORIZON = timedelta(days=30)
Expected = Callable[[CalendarForm, int], bool]
"""Tells whether a calendar, with its version, is still as the editor thinks."""
_USERS: dict[str, type[Channel] | type[Area]] = {CHANNEL: Channel, AREA: Area}


@dataclass(frozen=True)
class CalendarInfo:
    """A calendar as its editor shows it; ``days`` are its own dates in order, the first calendar is the team's."""

    id: int
    name: str
    zone: str
    week: Mapping[int, tuple[Minutes, ...]]
    days: tuple[DayHours, ...]
    version: int
    is_first: bool

    @property
    def form(self) -> CalendarForm:
        """What an edit starts from."""
        return CalendarForm(self.name, self.zone, self.week, {each.day: each for each in self.days})


@dataclass(frozen=True, slots=True)
class HoursUser:
    """A channel or an area (``kind``) and its calendar, None = the team's; ``limit`` = a reply's characters."""

    kind: str
    id: int
    key: str
    name: str
    calendar_id: int | None
    limit: int | None = None


@dataclass(frozen=True)
class HoursBook:
    """All that the page of the hours shows."""

    calendars: tuple[CalendarInfo, ...]
    users: tuple[HoursUser, ...]
    reply: SettingValue
    company: str = ""

    def days(self, calendar_id: int) -> tuple[DayHours, ...]:
        """Return the dates that hold for a calendar: its own, and the first one's where it says nothing."""
        found: dict[date, DayHours] = {}
        for each in self.calendars:
            if each.is_first or each.id == calendar_id:
                found |= {one.day: one for one in each.days}
        return tuple(found[day] for day in sorted(found))


@dataclass(frozen=True, slots=True)
class OpenStatus:
    """Whether the counter is open; ``until`` = the next closing or opening, None when nothing changes any more."""

    is_open: bool
    until: datetime | None


class OpeningHoursService:
    """Reads and edits the calendars; every edit carries the version that was read and has one undo."""

    def __init__(self, *, database: Database, settings_book: SettingsBook) -> None:
        self._database, self._settings = database, settings_book

    def book(self) -> HoursBook:
        """Return all calendars, who goes by them, and the text of the automatic answer."""
        with self._database.read() as connection:
            rows = calendars(connection)
            found = tuple(
                CalendarInfo(
                    id=row.id,
                    name=row.name,
                    zone=row.zone,
                    week=week_from_stored(row.week),
                    days=days_of(connection, row.id),
                    version=row.version,
                    is_first=row is rows[0],
                )
                for row in rows
            )
            channels, areas = users_of_hours(connection)
        users = [HoursUser(CHANNEL, row.id, row.key, row.name, row.calendar_id, row.reply_limit) for row in channels]
        users += [HoursUser(AREA, row.id, row.key, row.name, row.calendar_id) for row in areas]
        company = self._settings.read(COMPANY_NAME_SETTING).value
        return HoursBook(
            found, tuple(users), self._settings.read(REPLY_SETTING), company if isinstance(company, str) else ""
        )

    def add(self, actor: Actor, name: str, *, like: int) -> Done[int]:
        """Add a calendar with the week and zone of another; dates of the team's first hold for it by themselves.

        Raises:
            Invalid: ``calendar_name_missing``, ``calendar_name_taken`` (name).
        """
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> tuple[int, CalendarForm]:
            source, _ = read_form(act.connection, like)
            form = CalendarForm(name.strip(), source.zone, source.week, {})
            check_form(form)
            _check_name(act.connection, form.name)
            made = add_form(act.connection, form)
            record_change(act, SECTION, f"calendar:{form.name}", None, form_to_json(form), Topic.HOURS)
            return made, form

        (made, form), changes = self._database.act(work, actor=actor)
        undo = Undo("calendar_added", 1, lambda: self._remove(actor, made, lambda present, _version: present == form))
        return Done(made, changes, undo)

    def remove(self, actor: Actor, calendar_id: int, *, expected_version: int) -> Done[int]:
        """Take a calendar out; who went by it goes by the team's first again.

        Raises:
            Conflict: ``calendar_changed``. Refused: ``calendar_is_first``.
        """
        return self._remove(actor, calendar_id, lambda _form, version: version == expected_version)

    def _remove(self, actor: Actor, calendar_id: int, is_as_expected: Expected) -> Done[int]:
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> tuple[CalendarForm, list[tuple[str, int]]]:
            form = _read(act, calendar_id, is_as_expected)
            if calendars(act.connection)[0].id == calendar_id:
                raise Refused("calendar_is_first", name=form.name)
            users = _release(act.connection, calendar_id)
            remove_form(act.connection, calendar_id)
            record_change(act, SECTION, f"calendar:{form.name}", form_to_json(form), None, Topic.HOURS)
            return form, users

        (form, users), changes = self._database.act(work, actor=actor)

        def again(act: Act) -> int:
            _check_name(act.connection, form.name)
            add_form(act.connection, form, calendar_id)
            for kind, user_id in users:
                _assign(act.connection, kind, user_id, calendar_id)
            record_change(act, SECTION, f"calendar:{form.name}", None, form_to_json(form), Topic.HOURS)
            return calendar_id

        def revert() -> Done[int]:
            return Done(*self._database.act(again, actor=actor))

        return Done(calendar_id, changes, Undo("calendar_removed", 1, revert))

    def rename(self, actor: Actor, calendar_id: int, name: str, *, expected_version: int) -> Done[int]:
        """Give a calendar another name. Raises as ``put``."""
        return self._change(actor, calendar_id, lambda form: replace(form, name=name.strip()), expected_version)

    def set_zone(self, actor: Actor, calendar_id: int, zone: str, *, expected_version: int) -> Done[int]:
        """Give a calendar another zone (IANA). Raises as ``put``, and Invalid ``zone_unknown``."""
        return self._change(actor, calendar_id, lambda form: replace(form, zone=zone), expected_version)

    def set_week(self, actor: Actor, calendar_id: int, week: Week, *, expected_version: int) -> Done[int]:
        """Give a calendar another week.

        Raises:
            Invalid: ``hours_backwards``, ``hours_overlap`` (day, interval), ``calendar_never_opens``; as ``put``.
        """
        good = _checked_week(week)
        return self._change(actor, calendar_id, lambda form: replace(form, week=good), expected_version)

    def change_days(
        self,
        actor: Actor,
        calendar_id: int,
        *,
        put: Iterable[DayHours] = (),
        remove: Iterable[date] = (),
        expected_version: int,
    ) -> Done[int]:
        """Write dates that differ and take others out, in one act. Raises as ``put``."""
        fresh, gone = {each.day: each for each in put}, frozenset(remove)

        def edit(form: CalendarForm) -> CalendarForm:
            kept = {day: each for day, each in form.days.items() if day not in gone}
            return replace(form, days=kept | fresh)

        return self._change(actor, calendar_id, edit, expected_version, count=max(1, len(fresh) or len(gone)))

    def put(self, actor: Actor, calendar_id: int, form: CalendarForm, *, expected_version: int) -> Done[int]:
        """Make a calendar say ``form`` and return its new version; undo puts the earlier one back.

        Raises:
            Conflict: ``calendar_changed``. Invalid: ``calendar_never_opens``, ``calendar_name_missing``,
            ``calendar_name_taken``, ``exception_name_missing``. Refused: ``clock_never_ends``.
        """
        return self._change(actor, calendar_id, lambda _form: form, expected_version)

    def assign(self, actor: Actor, kind: str, user_id: int, calendar_id: int | None) -> Done[int | None]:
        """Let a channel or an area go by a calendar; None = the team's first.

        Raises:
            Conflict: ``calendar_changed`` when the calendar is gone.
        """
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> int | None:
            names = {row.id: row.name for row in calendars(act.connection)}
            if calendar_id is not None and calendar_id not in names:
                raise Conflict("calendar_changed")
            before, key = _assign(act.connection, kind, user_id, calendar_id)
            after = None if calendar_id is None else names[calendar_id]
            record_change(act, SECTION, f"{kind}:{key}", names.get(before or 0), after, Topic.HOURS)
            return before

        before, changes = self._database.act(work, actor=actor)
        return Done(before, changes, Undo("hours_assigned", 1, lambda: self.assign(actor, kind, user_id, before)))

    def set_reply(self, actor: Actor, text: str, *, expected_version: int) -> Done[SettingValue]:
        """Change what the automatic answer out of hours says. Raises as ``SettingsBook.change``."""
        if not text.strip():
            raise Invalid("reply_text_missing")
        return self._settings.change(
            actor,
            REPLY_SETTING,
            text.strip(),
            expected_version=expected_version,
            section=SECTION,
            topics=(Topic.HOURS,),
        )

    def is_out_of_hours(self, at: datetime, channel_key: str) -> bool:
        """Tell whether something that arrives by a channel at that instant finds the counter closed."""
        with self._database.read() as connection:
            return bool(out_of_hours(connection, {0: (channel_key, at)}))

    def missing_years(self, at: datetime) -> tuple[int, ...]:
        """Return the years, up to a quarter from now, for which the team's calendar has no holidays."""
        with self._database.read() as connection:
            rows = calendars(connection)
            if not rows:
                return ()
            today = at.astimezone(ZoneInfo(rows[0].zone)).date()
            return missing_years(((each.day, each.origin) for each in days_of(connection, rows[0].id)), today)

    def _change(
        self,
        actor: Actor,
        calendar_id: int,
        edit: Callable[[CalendarForm], CalendarForm],
        expected_version: int,
        *,
        count: int = 1,
    ) -> Done[int]:
        require(actor, Right.EDIT_SETTINGS)

        def work(act: Act) -> tuple[CalendarForm, CalendarForm]:
            before = _read(act, calendar_id, lambda _form, version: version == expected_version)
            after = edit(before)
            check_form(after)
            if after.name != before.name:
                _check_name(act.connection, after.name)
            _write(act, calendar_id, before, after)
            return before, after

        (before, after), changes = self._database.act(work, actor=actor)

        def back(act: Act) -> int:
            # Not the version: what is taken back after a later edit was taken back finds its own hours again.
            present = _read(act, calendar_id, lambda form, _version: form == after)
            _write(act, calendar_id, present, before)
            return calendar_id

        def revert() -> Done[int]:
            return Done(*self._database.act(back, actor=actor))

        return Done(expected_version + 1, changes, Undo("hours_changed", count, revert))


def open_status(form: CalendarForm, days: Iterable[DayHours], at: datetime) -> OpenStatus:
    """Return whether a calendar is open at an instant, and until when."""
    hours = week_calendar(form, days)
    try:
        if not hours.is_open(at):
            return OpenStatus(is_open=False, until=hours.next_open(at))
    except NeverOpenError:
        return OpenStatus(is_open=False, until=None)
    horizon = at + _HORIZON
    until = at
    for stretch in hours.intervals(at, horizon):
        if stretch.start > until:
            break
        until = stretch.end
    return OpenStatus(is_open=True, until=None if until >= horizon else until)


def week_calendar(form: CalendarForm, days: Iterable[DayHours]) -> WeekCalendar:
    """Return the calendar to count with; ``days`` are all dates that hold for it."""
    return WeekCalendar(
        form.zone,
        {day: [(start * 60, end * 60) for start, end in spans] for day, spans in form.week.items()},
        {each.day: [(start * 60, end * 60) for start, end in each.intervals] for each in days},
    )


def _read(act: Act, calendar_id: int, is_as_expected: Expected) -> CalendarForm:
    form, version = read_form(act.connection, calendar_id)
    if not is_as_expected(form, version):
        raise Conflict("calendar_changed")
    return form


def _write(act: Act, calendar_id: int, before: CalendarForm, after: CalendarForm) -> None:
    write_form(act, calendar_id, before, after)
    check_calendars(CalendarShelf().calendars(act.connection), targets(act.connection), act.at)
    record_change(act, SECTION, f"calendar:{after.name}", *difference_of(before, after), Topic.HOURS)


def _checked_week(week: Week) -> dict[int, tuple[Minutes, ...]]:
    try:
        return {day: checked(week.get(day, ()), weekday=day) for day in range(7)}
    except HoursError as error:
        raise refused_hours(error) from error


def _check_name(connection: Connection, name: str) -> None:
    if connection.execute(select(Calendar.id).where(Calendar.name == name)).first() is not None:
        raise Invalid("calendar_name_taken", name=name)


def _assign(connection: Connection, kind: str, user_id: int, calendar_id: int | None) -> tuple[int | None, str]:
    table = _USERS[kind]
    row = connection.execute(select(table.calendar_id, table.key).where(table.id == user_id)).one()
    connection.execute(update(table).where(table.id == user_id).values(calendar_id=calendar_id))
    return row.calendar_id, row.key


def _release(connection: Connection, calendar_id: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    for kind, table in _USERS.items():
        ids = list(connection.execute(select(table.id).where(table.calendar_id == calendar_id)).scalars())
        found += [(kind, each) for each in ids]
        connection.execute(update(table).where(table.calendar_id == calendar_id).values(calendar_id=None))
    return found

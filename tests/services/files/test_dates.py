"""The ways a moment is written."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime, timedelta
from time import perf_counter
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.incoming import RejectReason
from app.services.files.dates import BadDateError, guess_form, parse_clock, parse_date, refuse_future
from app.services.files.mapping import DateForm

SAO_PAULO = ZoneInfo("America/Sao_Paulo")
LOCAL = datetime(2017, 1, 8, 14, 30, tzinfo=ZoneInfo("America/Sao_Paulo")).astimezone(UTC)
DAY = datetime(2017, 1, 8, tzinfo=ZoneInfo("America/Sao_Paulo")).astimezone(UTC)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("08/01/2017", DateForm.DMY, DAY),
        ("8/1/17", DateForm.DMY, DAY),
        ("01/08/2017", DateForm.MDY, DAY),
        ("08.01.2017", DateForm.DMY, DAY),
        ("08-01-2017 14:30", DateForm.DMY, LOCAL),
        ("08/01/2017 14:30:00", DateForm.DMY, LOCAL),
        ("08/01/2017 às 14h30", DateForm.DMY, LOCAL),
        ("08/01/2017, 14:30", DateForm.DMY, LOCAL),
        ("08/01/2017 - 14:30", DateForm.DMY, LOCAL),
        ("01/08/2017 2:30 PM", DateForm.MDY, LOCAL),
        ("2017-01-08", DateForm.DMY, DAY),
        ("2017-01-08T14:30:00", DateForm.ISO, LOCAL),
        ("2017-01-08 14:30:00.123", DateForm.ISO, LOCAL),
        ("2017-01-08T16:30:00Z", DateForm.ISO, LOCAL),
        ("2017-01-08T14:30:00-02:00", DateForm.ISO, LOCAL),
        ("2017-01-08T16:30:00+0000", DateForm.ISO, LOCAL),
        ("20170108", DateForm.DMY, DAY),
        ("20170108T143000", DateForm.ISO, LOCAL),
        ("8 de janeiro de 2017", DateForm.DMY, DAY),
        ("domingo, 8 de janeiro de 2017 às 14:30", DateForm.DMY, LOCAL),
        ("08 jan 2017", DateForm.DMY, DAY),
        ("08/jan/2017", DateForm.DMY, DAY),
        ("8 de enero de 2017", DateForm.DMY, DAY),
        ("Jan 8, 2017 2:30 PM", DateForm.DMY, LOCAL),
        ("January 8, 2017", DateForm.DMY, DAY),
        ("Sun, 08 Jan 2017 14:30:00 -0200", DateForm.RFC2822, LOCAL),
        ("Sun Jan 08 16:30:00 +0000 2017", DateForm.DMY, LOCAL),
        ("42743", DateForm.EXCEL_SERIAL, DAY),
        ("42743.6041666667", DateForm.EXCEL_SERIAL, LOCAL),
        ("42743,6041666667", DateForm.EXCEL_SERIAL, LOCAL),
        (str(int(LOCAL.timestamp())), DateForm.EPOCH, LOCAL),
        (str(int(LOCAL.timestamp() * 1000)), DateForm.EPOCH, LOCAL),
    ],
)
def test_forms(text: str, form: DateForm, expected: datetime) -> None:
    assert parse_date(text, form, SAO_PAULO) == expected


@pytest.mark.parametrize(
    "text",
    ["", "ontem", "31/02/2017", "32/01/2017", "00/00/0000", "01/01/1900", "2017-13-01", "08/01/2017 25:00", "42743",
     "8 de brumário de 2017", "1/1/1", "99999999999999999999", "2017-01-08T14:30:00+99:99", "a/b/c"],
)  # fmt: skip
def test_what_is_no_moment(text: str) -> None:
    with pytest.raises(BadDateError) as caught:
        parse_date(text, DateForm.DMY, SAO_PAULO)
    assert caught.value.reason is RejectReason.BAD_DATE


def test_an_hour_that_summer_time_skips_is_the_hour_after() -> None:
    # On 15 October 2017 the clocks in Brazil went from 00:00 to 01:00.
    assert parse_date("15/10/2017 00:30", DateForm.DMY, SAO_PAULO) == datetime(2017, 10, 15, 3, 30, tzinfo=UTC)
    assert parse_date("15/10/2017", DateForm.DMY, SAO_PAULO).astimezone(SAO_PAULO).day == 15


def test_an_hour_that_happens_twice_is_the_first() -> None:
    # On 18 February 2018 the hour from 23:00 of the 17th came twice.
    assert parse_date("17/02/2018 23:30", DateForm.DMY, SAO_PAULO) == datetime(2018, 2, 18, 1, 30, tzinfo=UTC)


def test_a_clock_from_another_column_is_added_to_a_bare_day() -> None:
    assert parse_date("08/01/2017", DateForm.DMY, SAO_PAULO, "14:30") == LOCAL
    assert parse_date("08/01/2017 14:30", DateForm.DMY, SAO_PAULO, "09:00") == LOCAL
    assert parse_clock("9h05").minute == 5
    with pytest.raises(BadDateError):
        parse_date("08/01/2017", DateForm.DMY, SAO_PAULO, "26:00")


def test_the_future_begins_a_day_from_now() -> None:
    now = datetime(2024, 1, 1, tzinfo=UTC)
    refuse_future(now + timedelta(hours=24), now)
    with pytest.raises(BadDateError) as caught:
        refuse_future(now + timedelta(hours=25), now)
    assert caught.value.reason is RejectReason.FUTURE_DATE


@pytest.mark.parametrize(
    ("values", "form"),
    [
        (["01/02/2024", "03/04/2024"], DateForm.DMY),
        (["01/02/2024", "25/04/2024"], DateForm.DMY),
        (["01/25/2024", "03/04/2024"], DateForm.MDY),
        (["2024-01-02", "2024-03-04 10:00"], DateForm.ISO),
        (["45000", "45001.5"], DateForm.EXCEL_SERIAL),
        (["1704067200", "1704153600"], DateForm.EPOCH),
        (["1704067200000"], DateForm.EPOCH),
        (["Sun, 08 Jan 2017 14:30:00 -0200"], DateForm.RFC2822),
        (["8 de janeiro de 2017"], DateForm.DMY),
        (["12", "13"], None),
        (["texto", "outro"], None),
        (["", "  "], None),
        (["45/67/2024"], None),
    ],
)
def test_guessing_the_form(values: list[str], form: DateForm | None) -> None:
    assert guess_form(values) is form


@given(st.datetimes(min_value=datetime(1990, 1, 2), max_value=datetime(2090, 1, 1)))  # noqa: DTZ001 - local times
def test_every_moment_written_as_in_brazil_comes_back(moment: datetime) -> None:
    moment = moment.replace(microsecond=0)
    expected = moment.replace(tzinfo=SAO_PAULO, fold=0).astimezone(UTC)
    assert parse_date(moment.strftime("%d/%m/%Y %H:%M:%S"), DateForm.DMY, SAO_PAULO) == expected
    assert parse_date(moment.isoformat(), DateForm.ISO, SAO_PAULO) == expected


@given(st.text(max_size=40), st.sampled_from(DateForm))
def test_any_text_is_a_moment_or_a_bad_date(text: str, form: DateForm) -> None:
    with contextlib.suppress(BadDateError):
        assert parse_date(text, form, SAO_PAULO).tzinfo is UTC


@pytest.mark.parametrize("blanks", [80, 5_000])
def test_a_long_run_of_blanks_is_read_at_once(blanks: int) -> None:
    hostile = f"1h{' ' * blanks}x"
    begun = perf_counter()
    for text, clock in ((f"01/01/2020 {hostile}", ""), ("01/01/2020", hostile)):
        with pytest.raises(BadDateError):
            parse_date(text, DateForm.DMY, SAO_PAULO, clock)
    guess_form([f"01/01/2020 {hostile}", hostile])
    assert perf_counter() - begun < 0.5


@pytest.mark.parametrize("text", ["9" * 19, "9" * 25, "9" * 90])
def test_seconds_beyond_all_years_are_a_bad_date(text: str) -> None:
    with pytest.raises(BadDateError):
        parse_date(text, DateForm.EPOCH, SAO_PAULO)

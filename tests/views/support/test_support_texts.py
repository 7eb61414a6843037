"""Times, spans and figures read as a Brazilian says them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication

from app.views.support import texts
from app.views.support.i18n import install_language

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "text"),
    [
        (timedelta(seconds=40), "40 s"),
        (timedelta(minutes=25), "25 min"),
        (timedelta(hours=1, minutes=10), "1 h 10"),
        (timedelta(hours=3), "3 h"),
        (timedelta(hours=23, minutes=5), "23 h 05"),
        (timedelta(days=1, hours=4), "1 d 4 h"),
        (timedelta(days=2, hours=4), "2 d"),
        (timedelta(seconds=-5), "0 s"),
    ],
)
def test_spans(span: timedelta, text: str) -> None:
    assert texts.duration_text(span) == text


@pytest.mark.parametrize(
    ("left", "text"),
    [
        (timedelta(minutes=25), "vence em 25 min"),
        (timedelta(hours=3, minutes=40), "3 h 40"),
        (timedelta(days=2), "2 d"),
        (timedelta(minutes=-70), "atrasado 1 h 10"),
    ],
)
def test_deadlines(left: timedelta, text: str) -> None:
    assert texts.due_text(NOW + left, NOW) == text


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (timedelta(seconds=2), "agora"),
        (timedelta(seconds=40), "há 40 s"),
        (timedelta(minutes=2, seconds=50), "há 2 min"),
        (timedelta(hours=2, minutes=50), "há 2 h"),
        (timedelta(days=3, hours=5), "há 3 d"),
    ],
)
def test_ago(ago: timedelta, text: str) -> None:
    assert texts.ago_text(NOW - ago, NOW) == text


@pytest.mark.parametrize(
    ("at", "text", "short"),
    [
        (datetime(2026, 11, 21, 13, 49, tzinfo=UTC), "hoje 13:49", "13:49"),
        (datetime(2026, 11, 20, 16, 20, tzinfo=UTC), "ontem 16:20", "ontem"),
        (datetime(2026, 11, 22, 9, 0, tzinfo=UTC), "amanhã 09:00", "22 nov"),
        (datetime(2026, 11, 18, 9, 10, tzinfo=UTC), "qua 09:10", "18 nov"),
        (datetime(2026, 10, 12, 16, 20, tzinfo=UTC), "12 out 16:20", "12 out"),
        (datetime(2025, 10, 12, 16, 20, tzinfo=UTC), "12 out 2025", "12 out 2025"),
    ],
)
def test_moments(at: datetime, text: str, short: str) -> None:
    assert texts.when_text(at, NOW, zone=UTC) == text
    assert texts.short_when_text(at, NOW, zone=UTC) == short


def test_figures_and_dates() -> None:
    assert texts.number_text(807_774) == "807.774"
    assert texts.number_text(4.25, 1) in {"4,2", "4,3"}
    assert texts.percent_text(0.941, 1) == "94,1 %"
    assert texts.count_text(128) == "128"
    assert texts.count_text(7_508_166) == "7.508 mil"
    assert texts.date_text(date(2026, 11, 21)) == "21/11/2026"
    assert texts.weekday_text(date(2026, 11, 21)) == "sáb"
    exact = texts.exact_text(NOW, zone=UTC)
    assert "21 de novembro de 2026" in exact
    assert exact.endswith("14:00:00")
    assert texts.progress_text(1_200, 5_000, 480.2, timedelta(seconds=8)) == "1.200 de 5.000 · 480/s · faltam 8 s"
    assert texts.progress_text(7, None, 0.0, None) == "7"
    assert texts.utc_now().tzinfo is UTC


def test_english(qapp: QApplication) -> None:
    translators = install_language(qapp, "en")
    try:
        assert texts.due_text(NOW + timedelta(minutes=25), NOW) == "due in 25 min"
        assert texts.number_text(807_774) == "807,774"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)

from datetime import UTC, datetime, timedelta

from app.models.domain.breach import AREA, FIRST_RESPONSE, RESOLUTION, Lateness, Watched, missed

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
H = timedelta(hours=1)


def test_what_was_met_late_or_not_at_all_is_missed() -> None:
    clocks = [
        Watched(FIRST_RESPONSE, NOW - 2 * H, NOW - 2 * H),
        Watched(RESOLUTION, NOW - 2 * H, NOW - H),
        Watched(AREA, NOW - H),
        Watched("history", NOW),
        Watched("answer", NOW + H),
    ]
    assert missed(clocks, NOW) == (Lateness(RESOLUTION, NOW - 2 * H), Lateness(AREA, NOW - H))

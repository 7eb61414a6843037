from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.dedup import KEY_BYTES, dedup_key, key_of_content, key_of_id
from app.models.domain.incoming import IncomingMention

AT = datetime(2026, 11, 21, 12, 30, 5, tzinfo=UTC)
MENTION = IncomingMention(channel="site", text="Não recebi\no pedido", posted_at=AT, title="Atraso", author_key="ana")


def test_stored_keys_never_change() -> None:
    assert key_of_id("x", "123").hex() == "1d6a8c902d3f6a9a51db8ce9a9fe8450"
    assert dedup_key("site", MENTION).hex() == "9e5de5fadd67d0bee4d308fff8829341"
    assert len(dedup_key("site", MENTION)) == KEY_BYTES


def test_external_id_decides_when_there_is_one() -> None:
    named = replace(MENTION, external_id="77")
    assert dedup_key("site", named) == dedup_key("site", replace(named, text="editado", author_key=None))
    assert dedup_key("site", named) != dedup_key("other", named)
    assert dedup_key("site", named) != dedup_key("site", replace(named, external_id="78"))
    assert dedup_key("site", named) != dedup_key("site", MENTION)


def test_the_same_content_in_another_dress_is_the_same() -> None:
    dressed = replace(
        MENTION,
        text=" Na\u0303o  recebi\r\no pedido ",
        posted_at=AT.astimezone(timezone(timedelta(hours=-3))) + timedelta(milliseconds=400),
        likes=5,
        raw=b"x",
    )
    assert dedup_key("site", dressed) == dedup_key("site", MENTION)


def test_each_part_of_the_content_counts() -> None:
    others = [
        replace(MENTION, text="Recebi o pedido"),
        replace(MENTION, title=None),
        replace(MENTION, title=""),
        replace(MENTION, author_key="bia"),
        replace(MENTION, place="SP"),
        replace(MENTION, posted_at=AT + timedelta(seconds=1)),
    ]
    assert len({dedup_key("site", other) for other in [MENTION, *others]}) == len(others) + 1


def test_the_name_stands_in_for_a_missing_handle() -> None:
    by_name = replace(MENTION, author_key=None, author_name="ana")
    assert dedup_key("site", by_name) == dedup_key("site", MENTION)


@given(st.lists(st.text(max_size=5), min_size=2, max_size=4), st.lists(st.text(max_size=5), min_size=2, max_size=4))
def test_parts_do_not_run_into_each_other(one: list[str], other: list[str]) -> None:
    key = key_of_content("a", author=None, posted_at=AT, parts=tuple(one))
    other_key = key_of_content("a", author=None, posted_at=AT, parts=tuple(other))
    if len(one) != len(other):
        assert key != other_key
    elif [" ".join(part.split()) for part in one] == one and [" ".join(part.split()) for part in other] == other:
        assert (key == other_key) == (one == other) or not all(part.isascii() for part in one + other)


@given(st.text(), st.text())
def test_ids_are_told_apart(one: str, other: str) -> None:
    assert (key_of_id("a", one) == key_of_id("a", other)) == (one == other)
    assert key_of_id("a", one + other) != key_of_id("a" + one, other) or not one

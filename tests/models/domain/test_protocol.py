from datetime import date, timedelta
from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain import protocol
from app.models.domain.protocol import display, fragment, is_mistyped, is_valid, make, next_number, parse, spoken

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(9998, 12, 31))
NUMBERS = st.integers(min_value=1, max_value=protocol.HIGHEST_NUMBER)
DIGITS = range(10)


def test_forms() -> None:
    stored = make(date(2026, 11, 21), 42)
    assert stored == "202611210000421"
    assert is_valid(stored)
    assert display(stored) == "2026 1121 000 042-1"
    assert spoken(stored) == "dois zero dois meia, um um dois um, zero zero zero, zero quatro dois, um"


@pytest.mark.parametrize(
    ("day", "number"), [(date(2026, 1, 1), 0), (date(2026, 1, 1), 1_000_000), (date(1999, 1, 1), 1)]
)
def test_a_number_that_has_no_protocol_is_refused(day: date, number: int) -> None:
    with pytest.raises(ValueError, match="out of range"):
        make(day, number)


# The three properties below, together with "position by position from the left", prove for any length that
# each single wrong digit and each swap of two neighbours changes the end value.
def test_table_is_a_quasigroup_so_that_every_single_wrong_digit_is_found() -> None:
    for line in [*protocol._DAMM, *zip(*protocol._DAMM, strict=True)]:
        assert sorted(line) == list(DIGITS)


def test_table_is_totally_anti_symmetric_so_that_every_neighbour_swap_is_found() -> None:
    table = protocol._DAMM
    for interim in DIGITS:
        for first, second in permutations(DIGITS, 2):
            assert table[table[interim][first]][second] != table[table[interim][second]][first]


def test_table_has_zeros_on_its_diagonal_so_that_the_check_digit_is_the_interim_digit() -> None:
    assert all(protocol._DAMM[digit][digit] == 0 for digit in DIGITS)


SAMPLES = [
    make(day, number)
    for day in (date(2000, 1, 1), date(2026, 11, 21), date(2028, 2, 29), date(2031, 12, 31), date(9999, 12, 31))
    for number in (1, 7, 42, 6_062, 10_000, 99_999, 123_456, 909_090, 999_999)
]


@pytest.mark.parametrize("stored", SAMPLES)
def test_every_single_wrong_digit_is_found(stored: str) -> None:
    for place, right in enumerate(stored):
        for wrong in set("0123456789") - {right}:
            assert protocol._check(stored[:place] + wrong + stored[place + 1 :]) != 0


@pytest.mark.parametrize("stored", SAMPLES)
def test_every_swap_of_neighbours_is_found(stored: str) -> None:
    for place in range(protocol.LENGTH - 1):
        swapped = stored[:place] + stored[place + 1] + stored[place] + stored[place + 2 :]
        assert swapped == stored or not is_valid(swapped)
        assert swapped == stored or is_mistyped(swapped)


@given(DAYS, NUMBERS)
def test_whatever_is_given_can_be_read_back_from_every_form(day: date, number: int) -> None:
    stored = make(day, number)
    assert parse(stored) == parse(display(stored)) == parse(f"Protocolo nº {display(stored)}.") == stored
    assert fragment(stored) == stored
    assert len(stored) == protocol.LENGTH


@given(DAYS, NUMBERS, DAYS, NUMBERS)
def test_strings_sort_by_day_and_number(day: date, number: int, other_day: date, other: int) -> None:
    assert (make(day, number) < make(other_day, other)) == ((day, number) < (other_day, other))


@pytest.mark.parametrize(
    "text",
    [
        "202611210000421",
        "2026 1121 000 042-1",
        "  2026.1121.000.042–1 ",
        "PROTOCOLO: 2026 1121 000042-1",
        "Prot. n° 2026/1121/000042-1",
        "nº 2026 1121 000 042-1",
        "Atendimento número 2026 1121 000 042-1",
        "#202611210000421",
        "２０２６ 1121 000 042-1",
    ],
)
def test_parse_accepts_what_people_type(text: str) -> None:
    assert parse(text) == "202611210000421"
    assert not is_mistyped(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "protocolo",
        "202611210000426",
        "202613210000420",
        "20261121000042",
        "2026112100004211",
        "meu protocolo 2026 1121 000 042-1 sumiu",
        "2026 1121 000 042-1" + " " * 80,
        "999911210000420",
        "199911210000420",
    ],
)
def test_parse_refuses_what_is_no_protocol(text: str) -> None:
    assert parse(text) is None


def test_day_and_number_must_be_possible_even_with_the_right_check_digit() -> None:
    for body in ("20261321000042", "20260229000001", "19991231000001", "20261121000000"):
        stored = body + str(protocol._check(body))
        assert not is_valid(stored)
        assert is_mistyped(stored)


def test_other_signs_are_no_protocol() -> None:
    assert not is_valid("20261121000042x")
    assert not is_valid("٢٠٢٦١١٢١٠٠٠٠٤٢١")


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0042-1", "00421"),
        ("042", "042"),
        ("protocolo 1121 000", "1121000"),
        ("42", None),
        ("12a4", None),
        ("2026112100004211", None),
        ("não tem", None),
    ],
)
def test_fragment(text: str, digits: str | None) -> None:
    assert fragment(text) == digits


def test_next_number() -> None:
    monday, tuesday = date(2026, 11, 23), date(2026, 11, 24)
    assert next_number(None, monday) == (monday, 1)
    assert next_number((monday, 41), monday) == (monday, 42)
    assert next_number((monday, 41), tuesday) == (tuesday, 1)
    assert next_number((tuesday, 41), monday) == (tuesday, 42)
    assert next_number((monday, 999_999), monday) == (tuesday, 1)


@given(st.lists(st.integers(min_value=-3, max_value=3), min_size=2, max_size=40))
def test_protocols_only_grow_however_the_clock_jumps(jumps: list[int]) -> None:
    last: tuple[date, int] | None = None
    today = date(2026, 11, 21)
    given_protocols = []
    for jump in jumps:
        today += timedelta(days=jump)
        last = next_number(last, today)
        given_protocols.append(make(*last))
    assert all(earlier < later for earlier, later in pairwise(given_protocols))

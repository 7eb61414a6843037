"""What differs between two rule files is counted and named."""

from __future__ import annotations

import pytest

from app.models.domain.rule_difference import MOST_NAMES, LeafChange, difference, leaf_changes, told_change


def test_entries_are_matched_by_name() -> None:
    before = {"zone": "a", "areas": [{"key": "it", "minutes": 1}, {"key": "sac", "minutes": 2}]}
    after = {"zone": "b", "areas": [{"key": "sac", "minutes": 3}, {"name": "Loja", "minutes": 2}]}
    found = difference("areas", before, after)
    assert (found.added, found.changed, found.removed) == (1, 2, 1)
    assert found.added_names == ("areas › Loja",)
    assert found.removed_names == ("areas › it",)
    assert found.changed_names == ("", "areas › sac")
    assert not found.is_same


def test_what_lies_below_an_entry_is_counted_apart() -> None:
    before = {"levels": [{"name": "Perigo", "groups": [{"key": "poison", "words": ["a"]}]}]}
    after = {"levels": [{"name": "Perigo", "groups": [{"key": "poison", "words": ["a", "b"]}]}]}
    assert difference("crisis", before, after).changed_names == ("levels › Perigo › groups › poison",)


def test_equal_names_are_told_apart_and_nameless_entries_too() -> None:
    before = [{"name": "x", "n": 1}, {"name": "x", "n": 2}, {"n": 3}]
    assert difference("s", before, before).is_same
    assert difference("s", before, before[:1]).removed_names == ("x (2)", "?")


@pytest.mark.parametrize(("before", "after", "changed"), [(1, 2, 1), ([1], [1, 2], 1), ({}, {}, 0), (None, None, 0)])
def test_plain_values(before: object, after: object, changed: int) -> None:
    assert difference("s", before, after).changed == changed


def test_names_are_not_without_end() -> None:
    rows = [{"key": str(place)} for place in range(MOST_NAMES + 5)]
    found = difference("s", [], rows)
    assert (found.added, len(found.added_names)) == (MOST_NAMES + 5, MOST_NAMES)


def test_leaves_say_from_and_to() -> None:
    before = {
        "levels": [{"name": "Perigo", "minutes": 5, "words": ["a", "b"]}, {"name": "Perigo", "on": True}],
        "x": None,
    }
    after = {"levels": [{"name": "Perigo", "minutes": 7, "words": ["a"]}], "y": 1}
    assert leaf_changes(before, after) == (
        LeafChange("levels › Perigo › minutes", "5", "7"),
        LeafChange("levels › Perigo › words", "a, b", "a"),
        LeafChange("levels › Perigo (2) › name", "Perigo", None),
        LeafChange("levels › Perigo (2) › on", "True", None),
        LeafChange("y", None, "1"),
    )
    assert leaf_changes("a", "b") == (LeafChange("", "a", "b"),)
    assert leaf_changes(None, None) == ()


def test_what_is_told_of_a_file_is_what_differs_alone() -> None:
    before = {"zone": "a", "areas": [{"key": "it", "minutes": 1, "note": None}, {"key": "sac", "minutes": 2}]}
    after = {"zone": "a", "areas": [{"key": "it", "minutes": 3, "note": "x"}, {"key": "shop", "minutes": 2}]}
    told = told_change(before, after)
    assert told == (
        {"areas › it › minutes": "1", "areas › sac › key": "sac", "areas › sac › minutes": "2"},
        {
            "areas › it › minutes": "3",
            "areas › it › note": "x",
            "areas › shop › key": "shop",
            "areas › shop › minutes": "2",
        },
    )
    # Read again where it is shown, it says the same.
    assert leaf_changes(*told) == leaf_changes(before, after)


def test_another_order_of_the_same_entries_is_told() -> None:
    one, two = {"key": "one", "below": [{"key": "x"}, {"key": "y"}]}, {"key": "two"}
    assert leaf_changes({"rules": [one, two]}, {"rules": [two, one]}) == (LeafChange("rules", "one, two", "two, one"),)
    turned = {"key": "one", "below": [{"key": "y"}, {"key": "x"}]}
    assert leaf_changes([one], [turned]) == (LeafChange("one › below", "x, y", "y, x"),)
    assert told_change([one, two], [two, one]) == ({"": "one, two"}, {"": "two, one"})
    assert leaf_changes([two], "plain") == (LeafChange("two › key", "two", None), LeafChange("", None, "plain"))

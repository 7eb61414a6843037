"""The help's pictures are what their description draws, each is named by a page, and none is heavy or too wide."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from app.views.support.tokens import Tokens
from tests.help_pictures.drawing import svg
from tests.help_pictures.parts import Picture
from tests.help_pictures.scenes import FOLDER, PICTURES

PAGES = sorted(FOLDER.parent.glob("*.md"))
NAMED = [
    (path.name, alt, name)
    for path in PAGES
    for alt, name in re.findall(r"!\[([^\]]*)\]\(picture:([^)]*)\)", path.read_text(encoding="utf-8"))
]
COLORS = {field.name for field in fields(Tokens)}
HEAVIEST = 6_000


@pytest.mark.parametrize("picture", PICTURES, ids=[each.name for each in PICTURES])
def test_a_picture_is_what_its_description_draws(picture: Picture) -> None:
    drawn = svg(picture)
    path = FOLDER / f"{picture.name}.svg"
    assert path.read_text(encoding="utf-8") == drawn, "python -m tests.help_pictures"
    assert len(drawn.encode()) < HEAVIEST
    assert set(re.findall(r"(?<!\$)\$([a-z_]+)", drawn)) <= COLORS
    assert not re.search(r"#[0-9a-fA-F]{3}|href|script|style|<image", drawn)


def test_every_picture_is_shown_once_and_every_one_shown_is_there() -> None:
    shown = [name for _, _, name in NAMED]
    assert sorted(shown) == sorted(each.name for each in PICTURES)
    assert {path.stem for path in FOLDER.iterdir()} == set(shown)


def test_a_page_shows_pictures_with_words_and_in_no_other_way() -> None:
    assert [page for page, alt, _ in NAMED if len(alt) < 20] == []
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        assert len(re.findall(r"!\[", text)) == len([1 for page, *_ in NAMED if page == path.name]), path.name


@pytest.mark.parametrize("picture", PICTURES, ids=[each.name for each in PICTURES])
def test_the_steps_of_a_picture_are_numbered_from_one(picture: Picture) -> None:
    parts = [part.number for frame in picture.frames for part in frame.parts]
    menus = [number for frame in picture.frames for _, number in frame.menu]
    steps = {number for number in (*parts, *menus) if number}
    assert steps == set(range(1, len(steps) + 1))


def test_every_key_page_has_two_pictures_or_more() -> None:
    for path in PAGES:
        if "_key_" in path.name:
            assert len([1 for page, *_ in NAMED if page == path.name]) > 1, path.name

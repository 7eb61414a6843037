"""Draws a described picture as a small SVG whose colours are names (``$accent``) that the help fills from the theme."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from html import escape

from tests.help_pictures.parts import Frame, Kind, Look, Part, Picture

WIDTH = 640
LETTER = 6.9
"""Mean width of a letter at 13 px; a text is wrapped and boxes are made wide by it."""
_GAP, _MARGIN, _BAR, _LINE = 14, 18, 32, 18
_MENU_WIDTH, _PHONE_WIDTH = 206, 300
_SIZE, _SMALL = 13, 12


class Pen:
    """Collects the elements of one drawing."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """What was drawn."""
        return "\n".join(self._lines)

    def rect(
        self, x: float, y: float, width: float, height: float, *, fill: str, line: str = "", radius: float = 6
    ) -> None:
        """Draw a box; ``line`` is the colour of its edge."""
        edge = f' stroke="${line}"' if line else ""
        if line == "accent":
            edge += ' stroke-width="2"'
        self._lines.append(
            f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}" rx="{_n(radius)}"'
            f' fill="${fill}"{edge}/>'
        )

    def words(
        self, x: float, y: float, text: str, *, color: str = "text", size: int = _SIZE, weight: int = 0, at: str = ""
    ) -> None:
        """Write a line with its base at ``y``."""
        more = f' font-size="{size}"' if size != _SIZE else ""
        more += f' font-weight="{weight}"' if weight else ""
        more += f' text-anchor="{at}"' if at else ""
        self._lines.append(f'<text x="{_n(x)}" y="{_n(y)}" fill="${color}"{more}>{_safe(text)}</text>')

    def dot(self, x: float, y: float, radius: float, *, fill: str = "none", line: str = "") -> None:
        """Draw a circle."""
        edge = f' stroke="${line}" stroke-width="1.5"' if line else ""
        color = fill if fill == "none" else f"${fill}"
        self._lines.append(f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(radius)}" fill="{color}"{edge}/>')

    def path(self, way: str, *, line: str, width: float = 1.5) -> None:
        """Draw a line."""
        self._lines.append(f'<path d="{way}" fill="none" stroke="${line}" stroke-width="{_n(width)}"/>')

    def badge(self, x: float, y: float, number: int) -> None:
        """Draw the number of a step, centred at a place; 0 draws nothing."""
        if number:
            self.dot(x, y, 11, fill="warn")
            self.words(x, y + 4.5, str(number), color="surface", weight=600, at="middle")


def svg(picture: Picture) -> str:
    """Return a picture as the text of an SVG file."""
    pen = Pen()
    places = _places(picture.frames)
    height = max(_height(frame, width) for frame, (_, width) in zip(picture.frames, places, strict=True))
    for frame, (x, width) in zip(picture.frames, places, strict=True):
        _frame(pen, frame, x, width, height)
    for x, width in places[:-1]:
        middle = 1 + height / 2
        start = x + width + 6
        pen.path(f"M{_n(start)} {_n(middle)}h14m-5 -5l5 5l-5 5", line="muted", width=2)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{_n(height + 2)}"'
        f' viewBox="0 0 {WIDTH} {_n(height + 2)}" font-family="Inter" font-size="{_SIZE}">\n{pen.text}\n</svg>\n'
    )


def _places(frames: tuple[Frame, ...]) -> list[tuple[float, float]]:
    """Return (left, width) of each frame; a phone alone stands in the middle."""
    if len(frames) == 1 and frames[0].look is Look.PHONE:
        return [((WIDTH - _PHONE_WIDTH) / 2, _PHONE_WIDTH)]
    between = 26
    width = (WIDTH - 2 - between * (len(frames) - 1)) / len(frames)
    return [(1 + place * (width + between), width) for place in range(len(frames))]


def _frame(pen: Pen, frame: Frame, x: float, width: float, height: float) -> None:
    is_phone = frame.look is Look.PHONE
    radius = 18 if is_phone else 8
    pen.rect(x, 1, width, height, fill="surface", line="line_strong", radius=radius)
    pen.path(f"M{_n(x)} {1 + _BAR}h{_n(width)}", line="line_strong", width=1)
    if frame.look is Look.BROWSER:
        for place in range(3):
            pen.dot(x + 16 + place * 13, 1 + _BAR / 2, 4, fill="line_strong")
        pen.rect(x + 58, 7, width - 72, 20, fill="background", line="line", radius=10)
        pen.words(x + 70, 21, frame.title, color="muted", size=_SMALL)
    else:
        pen.words(x + width / 2, 22, frame.title, weight=600, at="middle")
    left = x + _MARGIN
    if frame.menu:
        _menu(pen, frame, x, height)
        left += _MENU_WIDTH
    inner = x + width - _MARGIN - left
    y = 1 + _BAR + _GAP
    for part in frame.parts:
        _DRAW[part.kind](pen, part, left, y, inner)
        y += _tall(part, inner)


def _menu(pen: Pen, frame: Frame, x: float, height: float) -> None:
    pen.path(f"M{_n(x + _MENU_WIDTH)} {1 + _BAR}v{_n(height - _BAR)}", line="line", width=1)
    y: float = 1 + _BAR + 10
    for text, number in frame.menu:
        if number:
            pen.rect(x + 8, y, _MENU_WIDTH - 16, 28, fill="accent_soft", line="accent")
            pen.badge(x + _MENU_WIDTH - 22, y + 14, number)
        weight = 600 if number else 0
        pen.words(x + 18, y + 18.5, text, color="text" if number else "muted", weight=weight)
        y += 32


def _heading(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    del width
    pen.words(x, y + 16, part.text, size=15, weight=600)


def _note(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    start = 28 if part.number else 0
    pen.badge(x + 11, y + 10, part.number)
    for place, line in enumerate(_wrapped(part.text, width - start)):
        pen.words(x + start, y + 14 + place * _LINE, line, color="muted")


def _field(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    pen.words(x, y + 11, part.text, color="muted", size=_SMALL)
    room = width - 34
    _box(pen, part, x, y + 17, room)
    pen.words(x + 10, y + 36, part.value)
    pen.badge(x + width - 13, y + 32, part.number)


def _secret(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    pen.words(x, y + 11, part.text, color="muted", size=_SMALL)
    pen.rect(x, y + 17, width - 34, 30, fill="warn_soft", line="warn")
    pen.words(x + 10, y + 36.5, part.value, weight=600)
    copy = x + width - 34 - 24
    pen.path(f"M{_n(copy + 4)} {_n(y + 24)}h10v10M{_n(copy)} {_n(y + 28)}h10v11h-10z", line="warn")
    pen.badge(x + width - 13, y + 32, part.number)


def _button(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    del width
    wide = len(part.text) * LETTER + 30
    is_chosen = bool(part.number)
    pen.rect(x, y, wide, 30, fill="accent" if is_chosen else "raised", line="" if is_chosen else "line_strong")
    color = "on_accent" if is_chosen else "text"
    pen.words(x + wide / 2, y + 19.5, part.text, color=color, weight=600 if is_chosen else 0, at="middle")
    pen.badge(x + wide + 19, y + 15, part.number)


def _check(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    on = part.is_on
    pen.rect(x + 1, y + 3, 16, 16, fill="accent" if on else "surface", line="" if on else "line_strong", radius=3)
    if on:
        pen.path(f"M{_n(x + 5)} {_n(y + 11)}l3 3l6 -6", line="on_accent", width=2)
    _chosen_words(pen, part, x, y, width)


def _radio(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    pen.dot(x + 9, y + 11, 7.5, fill="surface", line="accent" if part.is_on else "line_strong")
    if part.is_on:
        pen.dot(x + 9, y + 11, 4, fill="accent")
    _chosen_words(pen, part, x, y, width)


def _chosen_words(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    pen.words(x + 26, y + 15.5, part.text, weight=600 if part.number else 0)
    pen.badge(x + width - 13, y + 11, part.number)


def _row(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    _box(pen, part, x, y, width - 34, fill="raised")
    pen.words(x + 10, y + 20, part.text, weight=600 if part.number else 0)
    pen.words(x + width - 44, y + 20, part.value, color="muted", at="end")
    pen.badge(x + width - 13, y + 15, part.number)


def _bubble(pen: Pen, part: Part, x: float, y: float, width: float) -> None:
    lines = _wrapped(part.text, width - 70)
    wide = max(len(line) for line in lines) * LETTER + 24
    tall = len(lines) * _LINE + 12
    is_ours = part.kind is Kind.SAID
    left = x + width - wide if is_ours else x
    pen.rect(left, y, wide, tall, fill="accent_soft" if is_ours else "background", line="line", radius=9)
    for place, line in enumerate(lines):
        pen.words(left + 12, y + 19 + place * _LINE, line)
    pen.badge(left - 17 if is_ours else left + wide + 17, y + tall / 2, part.number)


def _box(pen: Pen, part: Part, x: float, y: float, width: float, *, fill: str = "surface") -> None:
    is_chosen = bool(part.number)
    pen.rect(x, y, width, 30, fill="accent_soft" if is_chosen else fill, line="accent" if is_chosen else "line_strong")


_DRAW: dict[Kind, Callable[[Pen, Part, float, float, float], None]] = {
    Kind.HEADING: _heading,
    Kind.NOTE: _note,
    Kind.FIELD: _field,
    Kind.BUTTON: _button,
    Kind.CHECK: _check,
    Kind.RADIO: _radio,
    Kind.ROW: _row,
    Kind.SECRET: _secret,
    Kind.HEARD: _bubble,
    Kind.SAID: _bubble,
}
_TALL = {
    Kind.HEADING: 32.0,
    Kind.FIELD: 59.0,
    Kind.SECRET: 59.0,
    Kind.BUTTON: 42.0,
    Kind.CHECK: 30.0,
    Kind.RADIO: 30.0,
    Kind.ROW: 38.0,
}


def _tall(part: Part, width: float) -> float:
    if part.kind is Kind.NOTE:
        return len(_wrapped(part.text, width - (28 if part.number else 0))) * _LINE + 8.0
    if part.kind in {Kind.HEARD, Kind.SAID}:
        return len(_wrapped(part.text, width - 70)) * _LINE + 22.0
    return _TALL[part.kind]


def _height(frame: Frame, width: float) -> float:
    inner = width - 2 * _MARGIN - (_MENU_WIDTH if frame.menu else 0)
    parts = sum(_tall(part, inner) for part in frame.parts) + _GAP
    return _BAR + max(parts + 6, len(frame.menu) * 32 + 16)


def _wrapped(text: str, width: float) -> list[str]:
    return textwrap.wrap(text, max(8, int(width / LETTER)))


def _n(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")


def _safe(text: str) -> str:
    return escape(text, quote=False).replace("$", "$$")

"""Every length on the screen grows with the person's font setting; this is where lengths come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

SCALES: Final = (80, 90, 100, 110, 125, 150, 175, 200)
"""Steps of the font setting, per cent."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in device-independent pixels at one font scale and density."""

    scale: int = 100
    compact: bool = False

    def px(self, at_100: float) -> int:
        """Return a length drawn for 100 % at this scale, never below one pixel."""
        return max(1, round(at_100 * self.scale / 100))

    def step(self, count: float = 1) -> int:
        """Return ``count`` steps of 4 px: 2 inside a thing, 3 or 4 between things."""
        return self.px(4 * count)

    @property
    def control(self) -> int:
        """Height of buttons and fields."""
        return self.px(24 if self.compact else 28)

    @property
    def row(self) -> int:
        """Height of a list row: two lines of text, or one when dense."""
        return self.row_dense if self.compact else self.row_tall

    @property
    def row_tall(self) -> int:
        """Height of a row with who, deadline and two lines of text."""
        return self.px(72)

    @property
    def row_dense(self) -> int:
        """Height of a row of one line."""
        return self.px(32)

    @property
    def table_row(self) -> int:
        """Height of a table row."""
        return self.px(26 if self.compact else 32)

    @property
    def sidebar(self) -> int:
        """Width of the navigation."""
        return self.px(188)

    @property
    def bar(self) -> int:
        """Height of the top bar."""
        return self.px(40)

    @property
    def radius(self) -> int:
        """Corner of boxes and controls."""
        return self.px(6)

    @property
    def chip_radius(self) -> int:
        """Corner of chips."""
        return self.px(9)

    @property
    def icon(self) -> int:
        """Side of an icon."""
        return self.px(16)

    @property
    def font(self) -> int:
        """Size of normal text."""
        return self.px(13)

    @property
    def font_small(self) -> int:
        """Size of secondary text."""
        return self.px(12)

    @property
    def font_tiny(self) -> int:
        """Size of group headings and key hints."""
        return self.px(11)

    @property
    def font_title(self) -> int:
        """Size of a pane's title."""
        return self.px(15)

    @property
    def font_page(self) -> int:
        """Size of a page's title."""
        return self.px(17)

    @property
    def font_figure(self) -> int:
        """Size of a large figure or protocol."""
        return self.px(20)


def next_scale(current: int, direction: int) -> int:
    """Return the step above (``direction`` > 0) or below the current scale, staying within 80 to 200."""
    if direction > 0:
        return next((scale for scale in SCALES if scale > current), SCALES[-1])
    return next((scale for scale in reversed(SCALES) if scale < current), SCALES[0])

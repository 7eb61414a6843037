"""What a chart is painted with: colours, letters and lengths of a screen's theme, or of a sheet of paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from app.views.support.tokens import LIGHT, SENTIMENT_CHART, contrast_ratio

if TYPE_CHECKING:
    from app.models.domain.chart import Category
    from app.views.support.theme import Theme
    from app.views.support.tokens import Tokens

TextRole = Literal["tiny", "small", "strong", "title"]
_SIZES: Final = {"tiny": 11, "small": 12, "strong": 12, "title": 15}
SEEN: Final = 1.9
"""Least contrast between a filled shape and its ground; words and signs tell what colour alone would."""
BEFORE_SHARE: Final = 0.42
_NO_SENTIMENT: Final = "no_sentiment"


@dataclass(frozen=True)
class ChartStyle:
    """Tokens, the font and how many pixels of the device one pixel at 100 % takes."""

    tokens: Tokens
    unit: float
    base: QFont

    @classmethod
    def of(cls, theme: Theme) -> ChartStyle:
        """Return the style of a screen as it looks now."""
        return cls(theme.tokens, theme.metrics.scale / 100, theme.font())

    @classmethod
    def for_paper(cls, *, font: QFont, unit: float) -> ChartStyle:
        """Return the style of a white page on which ``unit`` pixels of the device are one pixel of a screen."""
        return cls(LIGHT, unit, font)

    def px(self, at_100: float) -> float:
        """Return a length drawn for 100 % in pixels of the device."""
        return at_100 * self.unit

    def font(self, role: TextRole = "tiny") -> QFont:
        """Return the font of a role."""
        font = QFont(self.base)
        font.setPixelSize(max(1, round(self.px(_SIZES[role]))))
        if role in {"strong", "title"}:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def metrics(self, role: TextRole = "tiny") -> QFontMetricsF:
        """Return the measures of a role's letters in pixels of the device."""
        return QFontMetricsF(self.font(role))

    def color(self, name: str) -> QColor:
        """Return a token's colour."""
        return QColor(getattr(self.tokens, name))

    def series(self, number: int) -> QColor:
        """Return chart colour 1 to 6; higher numbers go round."""
        return QColor(self.tokens.charts[(number - 1) % len(self.tokens.charts)])

    def of_key(self, key: object, place: int) -> QColor:
        """Return the colour of a track or category: a sentiment has its own, else its place (from 0) decides."""
        if key == _NO_SENTIMENT:
            return self.color("line_strong")
        number = SENTIMENT_CHART.get(str(key))
        return self.series(number if number is not None else place + 1)

    def own(self, category: Category, otherwise: QColor) -> QColor:
        """Return the category's own colour where it can be seen on the ground, else the other."""
        if category.color and QColor.isValidColorName(category.color):
            own = QColor(category.color)
            if contrast_ratio(own.name(), self.tokens.surface) >= SEEN:
                return own
        return otherwise

    def pale(self, color: QColor, share: float = BEFORE_SHARE) -> QColor:
        """Return a colour between the ground (0) and itself (1)."""
        return blend(self.color("surface"), color, share)

    def ink_on(self, color: QColor) -> QColor:
        """Return whichever of text and ground can be read better on a colour."""
        name = color.name()
        text, ground = self.tokens.text, self.tokens.surface
        return QColor(text if contrast_ratio(text, name) >= contrast_ratio(ground, name) else ground)


def blend(low: QColor, high: QColor, share: float) -> QColor:
    """Return a colour between two, 0 = low, 1 = high."""
    parts = (
        round(a + (b - a) * share)
        for a, b in zip((low.red(), low.green(), low.blue()), (high.red(), high.green(), high.blue()), strict=True)
    )
    return QColor(*parts)

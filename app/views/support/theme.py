"""The look of the whole application: palette, sizes, fonts and icons, switched at run time from one place."""

from __future__ import annotations

import platform
import weakref
from functools import cache
from typing import TYPE_CHECKING, Literal

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette

from app.views.support.icons import OutlineEngine
from app.views.support.metrics import Metrics, next_scale
from app.views.support.resource import resource_path
from app.views.support.stylesheet import build_stylesheet
from app.views.support.tokens import CONTRAST, DARK, LIGHT, SENTIMENT_CHART, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QLayout, QWidget

    from app.views.support.tokens import Tone

ThemeChoice = Literal["system", "light", "dark", "contrast"]
FontRole = Literal["normal", "small", "tiny", "strong", "small_strong", "title", "page", "figure"]
CHOICES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "contrast")


class Theme(QObject):
    """Holds the current palette and sizes, applies them to the application and says when they change.

    Widgets that paint themselves ask ``color``, ``font`` and ``metrics`` each time they paint; layouts take
    their spacing from ``metrics`` and set it again on ``changed``.
    """

    changed = Signal()

    def __init__(
        self,
        *,
        app: QApplication,
        choice: ThemeChoice = "system",
        scale: int = 100,
        compact: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._choice: ThemeChoice = choice
        self._metrics = Metrics(scale=scale, compact=compact)
        self._tokens = self._resolve()
        self._layouts: list[tuple[weakref.ref[QLayout], tuple[float, float, float, float], float]] = []
        self._sweep_at = 500
        self._family = _load_family()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours now in use."""
        return self._tokens

    @property
    def metrics(self) -> Metrics:
        """The lengths now in use."""
        return self._metrics

    @property
    def choice(self) -> ThemeChoice:
        """What the person chose: system, light, dark or contrast."""
        return self._choice

    @property
    def is_dark(self) -> bool:
        """Whether text is lighter than its ground."""
        return self._tokens.is_dark

    def apply(
        self, *, choice: ThemeChoice | None = None, scale: int | None = None, compact: bool | None = None
    ) -> None:
        """Change what is given, keep the rest, repaint everything and emit ``changed``."""
        self._choice = choice or self._choice
        self._metrics = Metrics(
            scale=self._metrics.scale if scale is None else max(80, min(200, scale)),
            compact=self._metrics.compact if compact is None else compact,
        )
        self._apply()

    def step_scale(self, direction: int) -> int:
        """Grow (1), shrink (-1) or reset (0) the font and return the new per cent."""
        self.apply(scale=100 if direction == 0 else next_scale(self._metrics.scale, direction))
        return self._metrics.scale

    def space(
        self, layout: QLayout, *, margins: tuple[float, float, float, float] = (0, 0, 0, 0), spacing: float = 2
    ) -> None:
        """Give a layout margins (left, top, right, bottom) and spacing, in steps of 4 px that follow the font."""
        if len(self._layouts) >= self._sweep_at:
            self._layouts = [item for item in self._layouts if item[0]() is not None]
            self._sweep_at = 2 * len(self._layouts) + 500
        self._layouts.append((weakref.ref(layout), margins, spacing))
        self._space(layout, margins, spacing)

    def color(self, name: str) -> QColor:
        """Return a token's colour, for example ``accent``; raises AttributeError for an unknown name."""
        return QColor(getattr(self._tokens, name))

    def tone(self, tone: Tone) -> tuple[QColor, QColor]:
        """Return (text colour, soft background) of a tone."""
        foreground, soft = self._tokens.tone(tone)
        return QColor(foreground), QColor(soft)

    def chart(self, number: int) -> QColor:
        """Return chart colour 1 to 6; higher numbers go round."""
        return QColor(self._tokens.charts[(number - 1) % len(self._tokens.charts)])

    def sentiment(self, key: str) -> QColor:
        """Return the chart colour of ``negative``, ``neutral``, ``mixed`` or ``positive``."""
        return self.chart(SENTIMENT_CHART.get(key, 6))

    def icon(self, name: str, color: str = "muted") -> QIcon:
        """Return an icon that follows the palette by itself; give the widget an accessible name beside it."""
        return QIcon(OutlineEngine(name, lambda: self.color(color)))

    def font(self, role: FontRole = "normal") -> QFont:
        """Return the interface font for a role at the current scale."""
        sizes = {
            "small": self._metrics.font_small,
            "small_strong": self._metrics.font_small,
            "tiny": self._metrics.font_tiny,
            "title": self._metrics.font_title,
            "page": self._metrics.font_page,
            "figure": self._metrics.font_figure,
        }
        font = QFont(self._app.font())
        if self._family:
            font.setFamily(self._family)
        font.setPixelSize(sizes.get(role, self._metrics.font))
        if role in {"strong", "small_strong", "title", "page", "figure"}:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _space(self, layout: QLayout, margins: tuple[float, float, float, float], spacing: float) -> None:
        layout.setContentsMargins(*[self._metrics.px(4 * steps) if steps else 0 for steps in margins])
        layout.setSpacing(self._metrics.px(4 * spacing) if spacing else 0)

    def _space_again(self) -> None:
        kept = []
        for reference, margins, spacing in self._layouts:
            layout = reference()
            if layout is not None and shiboken6.isValid(layout):
                self._space(layout, margins, spacing)
                kept.append((reference, margins, spacing))
        self._layouts = kept

    def _resolve(self) -> Tokens:
        if self._choice != "system":
            return {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}[self._choice]
        hints = self._app.styleHints()
        if _wants_contrast(hints):
            return CONTRAST
        return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT

    def _apply(self) -> None:
        self._tokens = self._resolve()
        self._app.setPalette(build_palette(self._tokens))
        self._app.setFont(self.font())
        self._app.setStyleSheet(build_stylesheet(self._tokens, self._metrics))
        self._space_again()
        self.changed.emit()

    def _on_system_changed(self) -> None:
        if self._choice == "system" and self._resolve() is not self._tokens:
            self._apply()


def build_palette(tokens: Tokens) -> QPalette:
    """Return Qt's palette for the tokens; disabled texts are faint."""
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.background,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.faint,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.on_accent,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.Light: tokens.raised,
        role.Midlight: tokens.line,
        role.Mid: tokens.line_strong,
        role.Dark: tokens.line_strong,
        role.Shadow: tokens.line_strong,
    }
    palette = QPalette()
    for key, color in colors.items():
        palette.setColor(key, QColor(color))
    for key in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, key, QColor(tokens.faint))
    return palette


def set_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet looks at and have the widget drawn anew."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def _wants_contrast(hints: object) -> bool:
    """Tell whether the desktop asks for high contrast; older Qt versions cannot say."""
    accessibility = getattr(hints, "accessibility", None)
    preference = getattr(accessibility() if accessibility else None, "contrastPreference", None)
    return preference is not None and getattr(preference(), "name", "") == "HighContrast"


@cache
def _load_family() -> str:
    """Return the font family to use: the system's own where it has a good one, else the one we bring.

    Once in a process: each font that is added makes Qt forget all it has measured.
    """
    if platform.system() in {"Windows", "Darwin"}:
        return ""
    families: list[str] = []
    for path in sorted(resource_path("fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return "Inter" if "Inter" in families else (families[0] if families else "")

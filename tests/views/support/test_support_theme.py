"""Every text can be read in every palette; sizes follow the font; icons follow the palette and stay sharp."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.views.support.icons import icon_names
from app.views.support.metrics import SCALES, Metrics, next_scale
from app.views.support.stylesheet import build_stylesheet
from app.views.support.theme import CHOICES, Theme, build_palette
from app.views.support.tokens import PALETTES, READABLE, Tokens, contrast_ratio, text_pairs


def test_ratio_of_known_pairs() -> None:
    assert contrast_ratio("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast_ratio("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", PALETTES.values(), ids=PALETTES)
def test_every_text_can_be_read(tokens: Tokens) -> None:
    weak = {
        name: round(contrast_ratio(a, b), 2) for name, a, b in text_pairs(tokens) if contrast_ratio(a, b) < READABLE
    }
    assert weak == {}


def test_high_contrast_reaches_seven() -> None:
    assert min(contrast_ratio(a, b) for _, a, b in text_pairs(PALETTES["contrast"])) >= 7


@pytest.mark.parametrize("tokens", PALETTES.values(), ids=PALETTES)
def test_focus_ring_and_charts_stand_out(tokens: Tokens) -> None:
    for ground in (tokens.background, tokens.surface):
        assert contrast_ratio(tokens.focus, ground) >= 3
        for color in tokens.charts:
            assert contrast_ratio(color, ground) >= 2.7, color


@pytest.mark.parametrize("tokens", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("scale", [80, 100, 200])
def test_stylesheet_has_no_holes(tokens: Tokens, scale: int) -> None:
    sheet = build_stylesheet(tokens, Metrics(scale=scale))
    assert "$" not in sheet
    assert "None" not in sheet
    assert "-1px" not in sheet.replace("margin: -1px", "")


def test_metrics_grow_with_the_font() -> None:
    small, normal, large = Metrics(scale=80), Metrics(), Metrics(scale=200)
    assert (normal.control, normal.row_tall, normal.row_dense, normal.font) == (28, 72, 32, 13)
    for name in ("control", "row", "table_row", "sidebar", "bar", "icon", "font", "font_small", "radius"):
        assert getattr(small, name) < getattr(normal, name) < getattr(large, name)
    assert Metrics(compact=True).row == 32


def test_scale_steps_stay_within_bounds() -> None:
    assert next_scale(100, 1) == 110
    assert next_scale(100, -1) == 90
    assert next_scale(103, 1) == 110
    assert next_scale(200, 1) == 200
    assert next_scale(80, -1) == 80
    assert SCALES[0] == 80
    assert SCALES[-1] == 200


def test_switch_at_run_time(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    for choice in CHOICES:
        with qtbot.waitSignal(theme.changed):
            theme.apply(choice=choice)
        assert theme.choice == choice
        assert qapp.palette().color(QPalette.ColorRole.Window) == theme.color("background")
    theme.apply(scale=500)
    assert theme.metrics.scale == 200
    assert theme.step_scale(0) == 100
    assert theme.step_scale(-1) == 90
    assert theme.font("title").pixelSize() > theme.font("small").pixelSize()


def test_colors_by_name(theme: Theme) -> None:
    assert theme.color("accent") == QColor("#0b6e6e")
    assert theme.chart(7) == theme.chart(1)
    assert theme.sentiment("negative") == theme.chart(4)
    assert theme.sentiment("unheard of") == theme.chart(6)
    with pytest.raises(AttributeError):
        theme.color("pink")


def test_layouts_follow_the_font(theme: Theme, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    layout = QHBoxLayout(box)
    theme.space(layout, margins=(1, 2, 3, 0), spacing=2)
    assert layout.spacing() == 8
    theme.apply(scale=200)
    assert layout.spacing() == 16
    assert layout.contentsMargins().right() == 24
    assert layout.contentsMargins().bottom() == 0
    del layout, box
    gc.collect()
    theme.apply(scale=100)


def test_palette_of_every_theme_is_complete() -> None:
    for tokens in PALETTES.values():
        palette = build_palette(tokens)
        assert palette.color(QPalette.ColorRole.Accent) == QColor(tokens.accent)


def test_every_icon_is_a_mit_outline_that_paints(theme: Theme) -> None:
    names = icon_names()
    assert 60 <= len(names) <= 130
    for name in names:
        image = theme.icon(name, "text").pixmap(32, 32).toImage()
        assert _inked(image) > 10, name


def test_icon_is_recoloured_with_the_palette(theme: Theme) -> None:
    icon = theme.icon("inbox", "accent")
    light = _ink(icon.pixmap(32, 32).toImage())
    theme.apply(choice="dark")
    dark = _ink(icon.pixmap(32, 32).toImage())
    assert _near(light, QColor("#0b6e6e"))
    assert _near(dark, QColor("#4fc3c0"))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icon_has_the_pixels_of_the_screen(theme: Theme, ratio: float) -> None:
    pixmap = theme.icon("search").pixmap(QSize(16, 16), ratio)
    assert pixmap.devicePixelRatio() == pytest.approx(ratio)
    assert pixmap.width() == round(16 * ratio)


def test_unknown_icon_is_a_bug(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("unheard-of")


def test_icons_survive_their_python_side(theme: Theme, qtbot: QtBot) -> None:
    buttons = [QPushButton(theme.icon("inbox"), "x") for _ in range(50)]
    gc.collect()
    for button in buttons:
        qtbot.addWidget(button)
        assert not button.grab().isNull()


def _inked(image: QImage) -> int:
    return sum(image.pixelColor(x, y).alpha() > 60 for x in range(image.width()) for y in range(image.height()))


def _ink(image: QImage) -> QColor:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda color: color.alpha())


def _near(one: QColor, two: QColor) -> bool:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue())) <= 6

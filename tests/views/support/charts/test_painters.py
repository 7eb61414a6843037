"""Every shape is painted in every palette and size, as vectors too; what does not fit is counted; nothing collides."""

from __future__ import annotations

from itertools import combinations
from time import perf_counter

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.models.domain.chart import ChartData, Shape, Unit
from app.views.support.charts.chart_summaries import chart_summary
from app.views.support.charts.chart_words import axis_text, period_text, spoken, value_text
from app.views.support.charts.painting import paint_chart
from app.views.support.charts.scale import round_ticks
from app.views.support.charts.sheet import SheetTexts, sheet_image, sheet_svg
from app.views.support.charts.style import SEEN, ChartStyle
from app.views.support.charts.tables import worded_table
from app.views.support.theme import Theme
from app.views.support.tokens import CONTRAST, DARK, LIGHT, PALETTES, contrast_ratio
from tests.views.support.charts import samples

BOX = QRectF(0, 0, 420, 230)


def painted(data: ChartData, style: ChartStyle, box: QRectF = BOX) -> tuple[QImage, tuple[int, int]]:
    image = QImage(int(box.width()), int(box.height()), QImage.Format.Format_RGB32)
    image.fill(style.color("surface"))
    painter = QPainter(image)
    done = paint_chart(painter, box, data, style)
    painter.end()
    return image, (len(done.marks), done.left_out)


def blank(image: QImage, style: ChartStyle) -> QImage:
    made = QImage(image.size(), image.format())
    made.fill(style.color("surface"))
    return made


@pytest.mark.parametrize("name", samples.EVERY)
def test_every_shape_is_painted_in_every_palette_and_size(name: str, theme: Theme) -> None:
    data = samples.EVERY[name]
    wanted = sum(cell.value is not None for track in data.tracks for cell in track.cells)
    for tokens, unit in ((LIGHT, 0.8), (LIGHT, 1.0), (DARK, 1.0), (CONTRAST, 2.0)):
        style = ChartStyle(tokens, unit, theme.font())
        image, found = painted(data, style, QRectF(0, 0, 420 * unit, 230 * unit))
        assert image != blank(image, style), (tokens.name, unit)
        assert found == (wanted, 0), (tokens.name, unit)


@pytest.mark.parametrize("shape", Shape)
def test_nothing_to_show_is_said(shape: Shape, theme: Theme) -> None:
    style = ChartStyle.of(theme)
    image, (marks, _left_out) = painted(samples.nothing(shape), style)
    assert marks == 0
    assert image != blank(image, style)


@pytest.mark.parametrize("name", samples.EVERY)
def test_no_shape_breaks_in_a_narrow_box(name: str, theme: Theme) -> None:
    for box in (QRectF(0, 0, 60, 40), QRectF(0, 0, 8, 8)):
        painted(samples.EVERY[name], ChartStyle.of(theme), box)


def test_what_finds_no_room_is_counted_and_painted_fast(theme: Theme) -> None:
    data = samples.bars(10_000)
    painted(data, ChartStyle.of(theme))
    began = perf_counter()
    _image, (marks, left_out) = painted(data, ChartStyle.of(theme))
    assert perf_counter() - began < 0.15
    assert marks + left_out == 10_000
    assert 5 < marks < 20


def test_names_of_bubbles_cover_neither_each_other_nor_a_bubble(theme: Theme) -> None:
    written: list[QRectF] = []

    class Pen(QPainter):
        def drawText(self, *args: object) -> None:  # noqa: N802 - Qt's name
            if isinstance(args[0], QRectF):
                written.append(QRectF(args[0]))

    image = QImage(420, 230, QImage.Format.Format_RGB32)
    painter = Pen(image)
    marks = paint_chart(painter, BOX, samples.bubbles(), ChartStyle.of(theme)).marks
    painter.end()
    names = written[-7:]
    assert not any(a.intersects(b) for a, b in combinations(names, 2))
    assert not any(name.intersects(mark.area) for name in names for mark in marks)


def test_a_drawing_is_vectors_and_a_picture_is_sharp(theme: Theme) -> None:
    texts = SheetTexts("Assuntos", "Atendimentos por macroassunto.", "6 atendimentos.", "Contado linha a linha.")
    drawing = sheet_svg(samples.bars(), ChartStyle.of(theme), texts).decode("utf-8")
    assert "<title>Assuntos</title>" in drawing
    assert "macroassunto" in drawing
    assert "<image" not in drawing
    assert sheet_image(samples.bars(), ChartStyle.of(theme), texts).devicePixelRatio() == 2


def test_paper_has_its_own_style(theme: Theme) -> None:
    style = ChartStyle.for_paper(font=theme.font(), unit=12.5)
    image, (marks, _left_out) = painted(samples.hours(), style, QRectF(0, 0, 2_000, 1_200))
    assert style.color("surface") == QColor("#ffffff")
    assert (marks, image.pixelColor(1_999, 0)) == (24, QColor("#ffffff"))


def test_fills_can_be_seen_on_their_ground() -> None:
    for tokens in PALETTES.values():
        weak = [each for each in tokens.charts if contrast_ratio(each, tokens.surface) < SEEN]
        assert weak == [], tokens.name
        assert contrast_ratio(tokens.muted, tokens.surface) >= 4.5
        assert contrast_ratio(tokens.accent, tokens.accent_soft) >= 4.5


def test_sectors_and_circles_are_hit_where_they_are(theme: Theme) -> None:
    image = QImage(420, 230, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    marks = paint_chart(painter, BOX, samples.hours(Shape.CLOCK), ChartStyle.of(theme)).marks
    painter.end()
    middle = BOX.center()
    hit = [mark.place for mark in marks if mark.contains(QPointF(middle.x() + 60, middle.y() + 8))]
    assert hit == [6]
    assert not any(mark.contains(middle) for mark in marks)


@pytest.mark.parametrize(
    ("low", "high", "unit", "ticks"),
    [
        (0, 0, Unit.NUMBER, (0, 1)),
        (0, 1, Unit.NUMBER, (0, 1)),
        (0, 7, Unit.NUMBER, (0, 2, 4, 6, 8)),
        (0, 807, Unit.NUMBER, (0, 250, 500, 750, 1000)),
        (0, 95, Unit.MINUTES, (0, 30, 60, 90, 120)),
        (0, 97, Unit.PERCENT, (0, 25, 50, 75, 100)),
        (-40, 60, Unit.SCORE, (-50, -25, 0, 25, 50, 75)),
    ],
)
def test_ticks_are_round_and_enclose_the_values(low: int, high: int, unit: Unit, ticks: tuple[int, ...]) -> None:
    assert round_ticks(low, high, unit=unit) == ticks


def test_values_and_cells_read_as_people_write() -> None:
    assert value_text(Unit.NUMBER, 12_345) == "12.345"
    assert value_text(Unit.PERCENT, 94.06) == "94,1 %"
    assert value_text(Unit.MINUTES, 70) == "1 h 10"
    assert value_text(Unit.SCORE, -4.25) in {"−4,2", "−4,3"}
    assert value_text(Unit.NUMBER, None) == "–"
    assert (axis_text(Unit.NUMBER, 25_000), axis_text(Unit.NUMBER, 2_500_000)) == ("25 mil", "2,5 mi")
    assert spoken(samples.heat(), 1, 20) == "20 h, terça-feira: 44"
    assert spoken(samples.bars(compared=True), 0, 0) == "Atendimento: 3 · antes 1"
    assert spoken(samples.percent(), 0, 1) == "Sem área: 81,5 % (81 atendimentos)"
    assert spoken(samples.forecast(), 1, 7) == "dom 08/11/2026, Previsão: 60, entre 40 e 80"
    assert spoken(samples.bubbles(), 0, 0) == "Reclamão: 357 menções, sentimento −80"
    assert period_text(samples.FIRST, samples.FIRST.replace(day=30)) == "1–30 nov 2026"


def test_every_chart_is_told_in_words_and_as_a_table() -> None:
    for name, data in samples.EVERY.items():
        assert chart_summary(data).endswith("."), name
        table = worded_table(data)
        assert len(set(table.headers)) == len(table.headers), name
        assert all(len(row) == len(table.headers) for row in table.rows), name
    assert chart_summary(samples.hours()) == (
        "828 menções. Pico: 23 h, com 69. 60 % chegam com o balcão fechado. Mais 4 sem hora, só com o dia."
    )
    assert worded_table(samples.hours(compared=True)).headers == ("Hora", "Menções", "Menções (comparação)")

"""A chart with its title, its definition and its sentence on one sheet: for pictures, files and printed reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from app.services.exports import whole_or_nothing
from app.views.support.charts.painting import paint_chart

if TYPE_CHECKING:
    from pathlib import Path

    from app.models.domain.chart import ChartData
    from app.views.support.charts.style import ChartStyle, TextRole

_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_SIZE: Final = (760, 420)
_SHARPER: Final = 2
_MOST: Final = 4_000


@dataclass(frozen=True, slots=True)
class SheetTexts:
    """The words around a chart; empty ones take no room."""

    title: str
    definition: str = ""
    summary: str = ""
    notes: str = ""


def paint_sheet(painter: QPainter, rect: QRectF, data: ChartData, style: ChartStyle, texts: SheetTexts) -> None:
    """Paint title and definition, the chart below them, sentence and remarks at the foot."""
    painter.save()
    top = rect.top()
    top += _write(painter, rect, texts.title, style, "title", "text")
    below_title = QRectF(rect.left(), top, rect.width(), rect.height())
    top += _write(painter, below_title, texts.definition, style, "small", "muted")
    foot = QRectF(rect.left(), 0, rect.width(), rect.height())
    below = "\n".join(text for text in (texts.summary, texts.notes) if text)
    high = _height(foot, below, style, "small")
    bottom = rect.bottom() - high
    _write(painter, QRectF(rect.left(), bottom, rect.width(), high), below, style, "small", "muted")
    painter.restore()
    gap = style.px(8)
    paint_chart(painter, QRectF(rect.left(), top + gap, rect.width(), bottom - top - 2 * gap), data, style)


def sheet_image(data: ChartData, style: ChartStyle, texts: SheetTexts) -> QImage:
    """Return the sheet as a picture twice as sharp as the screen."""
    size = _sheet_size(style)
    image = QImage(size * _SHARPER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(_SHARPER)
    image.fill(style.color("surface"))
    painter = QPainter(image)
    paint_sheet(painter, _inside(size, style), data, style, texts)
    painter.end()
    return image


def sheet_svg(data: ChartData, style: ChartStyle, texts: SheetTexts) -> bytes:
    """Return the sheet as a drawing that stays sharp at any size."""
    size, buffer = _sheet_size(style), QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRectF(0, 0, size.width(), size.height()))
    generator.setTitle(texts.title)
    generator.setDescription(texts.summary or texts.definition)
    painter = QPainter(generator)
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), style.color("surface"))
    paint_sheet(painter, _inside(size, style), data, style, texts)
    painter.end()
    return bytes(buffer.data().data())


def write_picture(content: QImage | bytes, path: Path) -> None:
    """Write a picture (PNG) or a drawing (SVG) to a file, whole or not at all.

    Raises:
        Unavailable: ``export.unwritable``, ``export.disk_full`` (``path``).
    """
    with whole_or_nothing(path) as temporary:
        temporary.write_bytes(content if isinstance(content, bytes) else _as_png(content))


def _as_png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # Qt for Python wants text, its stubs bytes
    return bytes(buffer.data().data())


def _sheet_size(style: ChartStyle) -> QSize:
    wide, high = (min(_MOST, round(style.px(each))) for each in _SIZE)
    return QSize(wide, high)


def _inside(size: QSize, style: ChartStyle) -> QRectF:
    edge = style.px(16)
    return QRectF(0, 0, size.width(), size.height()).adjusted(edge, edge, -edge, -edge)


def _height(rect: QRectF, text: str, style: ChartStyle, role: TextRole) -> float:
    if not text:
        return 0.0
    flags = int(_WRAPPED | Qt.TextFlag.TextWordWrap)
    return style.metrics(role).boundingRect(rect, flags, text).height() + style.px(2)


def _write(painter: QPainter, rect: QRectF, text: str, style: ChartStyle, role: TextRole, color: str) -> float:  # noqa: PLR0917 - a word, its box and its look
    """Write a text that may take several lines; return how high it is."""
    high = _height(rect, text, style, role)
    if high:
        painter.setFont(style.font(role))
        painter.setPen(style.color(color))
        painter.drawText(
            QRectF(rect.left(), rect.top(), rect.width(), high), int(_WRAPPED | Qt.TextFlag.TextWordWrap), text
        )
    return high

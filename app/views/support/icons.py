"""Icons are drawn from outlines in the palette's colours while painting, so they are sharp on every screen."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.views.support.resource import resource_path

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

_DISABLED_OPACITY = 0.45


def icon_names() -> list[str]:
    """Return the names of all outlines at hand."""
    return sorted(path.stem for path in resource_path("icons").glob("*.svg"))


@lru_cache(maxsize=256)
def _outline(name: str) -> str:
    """Return the drawing of an icon; raises FileNotFoundError for an unknown name."""
    return resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, color: str) -> QSvgRenderer:
    drawing = _outline(name).replace("currentColor", color).replace('stroke-width="2"', 'stroke-width="1.75"')
    return QSvgRenderer(QByteArray(drawing.encode()))


def paint_icon(painter: QPainter, rect: QRect | QRectF, name: str, color: QColor) -> None:
    """Draw the outline ``name`` into ``rect`` in ``color``; for delegates and widgets that paint themselves."""
    _renderer(name, color.name()).render(painter, QRectF(rect))


class OutlineEngine(QIconEngine):
    """Paints one outline in whatever colour the palette has when asked."""

    def __init__(self, name: str, color: Callable[[], QColor]) -> None:
        super().__init__()
        _outline(name)
        self._name = name
        self._color = color

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw into ``rect``; a disabled icon is pale."""
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(_DISABLED_OPACITY)
        side = min(rect.width(), rect.height())
        square = QRectF(
            rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, float(side), float(side)
        )
        paint_icon(painter, square, self._name, self._color())
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon at ``size`` device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return an equal engine."""
        return OutlineEngine(self._name, self._color)

    def key(self) -> str:
        """Name this kind of engine to Qt."""
        return "balcao-outline"

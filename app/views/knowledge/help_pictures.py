"""The help's own drawings: outlines beside the pages, filled with the theme's colours, and nothing else is loaded."""

from __future__ import annotations

import re
from dataclasses import asdict
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.views.support.resource import resource_path

if TYPE_CHECKING:
    from app.views.support.theme import Theme

LINK: Final = "picture:"
_NAME: Final = re.compile(r"[a-z0-9_-]{1,60}")


def picture_of_link(link: str) -> str:
    """Return the name of the picture that a link means, nothing for any other link or a name that could lead away."""
    name = link.removeprefix(LINK)
    return name if link.startswith(LINK) and _NAME.fullmatch(name) else ""


def draw_picture(name: str, *, theme: Theme, most: int, ratio: float) -> QImage | None:
    """Return a picture in the theme's colours, at most ``most`` px wide, with ``ratio`` device pixels to one.

    None for a picture that is not there.
    """
    drawing = _drawing(name) if _NAME.fullmatch(name) else ""
    if not drawing:
        return None
    colors = {key: value for key, value in asdict(theme.tokens).items() if isinstance(value, str)}
    renderer = QSvgRenderer(QByteArray(Template(drawing).safe_substitute(colors).encode()))
    natural = renderer.defaultSize()
    width = max(1, min(theme.metrics.px(natural.width()), most))
    height = max(1, round(width * natural.height() / natural.width()))
    image = QImage(round(width * ratio), round(height * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


@lru_cache(maxsize=64)
def _drawing(name: str) -> str:
    path = resource_path("help", "pictures", f"{name}.svg")
    return path.read_text(encoding="utf-8") if path.is_file() else ""

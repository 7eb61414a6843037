"""The program's picture in Windows' own form, drawn from the one vector source so that the two never differ."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SIZES = (16, 24, 32, 48, 64, 128, 256)


def draw_png(source: Path, size: int) -> bytes:
    """Return the drawing as a PNG of size x size pixels; ValueError when it is not a readable SVG."""
    renderer = QSvgRenderer(str(source))
    if not renderer.isValid():
        raise ValueError(f"{source} is not a drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    buffer.close()
    return bytes(data.data())


def ico_bytes(pictures: Sequence[tuple[int, bytes]]) -> bytes:
    """Put PNG pictures (size in pixels, bytes) into one .ico file."""
    offset = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, png in pictures:
        side = size % 256  # 256 is written as 0
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return directory + b"".join(png for _, png in pictures)


def write_ico(source: Path, target: Path) -> None:
    """Draw the source in every size that Windows asks for."""
    target.write_bytes(ico_bytes([(size, draw_png(source, size)) for size in SIZES]))

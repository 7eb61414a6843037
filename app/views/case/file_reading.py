"""Reads a file that shall go with an answer, off the screen's thread: bounded, checked, with its small picture."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeDatabase, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.models.domain.channel_kind import ReplyLimits
from app.models.domain.sending_files import LARGEST
from app.services.attachments import NewFile, check_files
from app.services.errors import Refused, Unavailable

_THUMB: Final = 96
_MOST_PIXELS_MB: Final = 256
_PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp"})
_MEGA: Final = 1024 * 1024


def read_file(path: Path, limits: ReplyLimits | None) -> tuple[NewFile, QImage | None]:
    """Return a file and, of a picture, its thumbnail; nothing larger than may be sent is read.

    Raises:
        Refused: the codes of ``check_files``. Unavailable: ``file_unreadable``.
    """
    largest = min(LARGEST, limits.most_file_bytes or LARGEST) if limits is not None else LARGEST
    try:
        with path.open("rb") as source:
            content = source.read(largest + 1)
    except OSError as error:
        raise Unavailable("file_unreadable", name=path.name) from error
    if len(content) > largest:
        raise Refused("reply_file_too_large", name=path.name, limit=max(1, largest // _MEGA))
    kind = QMimeDatabase().mimeTypeForFileNameAndData(path.name, QByteArray(content)).name()
    return checked(NewFile(path.name, kind, content), limits)


def picture_file(picture: QImage, name: str, limits: ReplyLimits | None) -> tuple[NewFile, QImage | None]:
    """Return a pasted picture as a PNG file. Raises Refused with the codes of ``check_files``."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide types the format as bytes; text is what works
    return checked(NewFile(name, "image/png", bytes(held.data())), limits)


def checked(file: NewFile, limits: ReplyLimits | None) -> tuple[NewFile, QImage | None]:
    """Return a file that may go, with its thumbnail. Raises Refused with the codes of ``check_files``."""
    check_files((file,), limits)
    return file, thumbnail(file.media_type, file.content)


def thumbnail(media_type: str, content: bytes) -> QImage | None:
    """Return a small picture of a picture, None of anything else or what cannot be read."""
    if media_type not in _PICTURES:
        return None
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAllocationLimit(_MOST_PIXELS_MB)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid():
        reader.setScaledSize(size.scaled(QSize(_THUMB, _THUMB), Qt.AspectRatioMode.KeepAspectRatio))
    found = reader.read()
    return None if found.isNull() else found

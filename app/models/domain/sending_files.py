"""Which files may go with an answer: nothing that runs, nothing that hides what it is, nothing the network refuses."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

LARGEST = 25 * 1024 * 1024
"""Bytes of one file with an answer, on every network."""
MOST = 10
"""Files with one answer where the network itself sets no limit."""
_RUNNING_ENDINGS = """
    apk app appimage bat cmd com cpl deb desktop dll dmg docm dotm exe gadget hta inf ins iso jar js jse lnk msc msi
    msix msp mst pif pptm ps1 ps1xml psm1 py pyw reg rpm scf scr sct sh shb sys url vb vbe vbs vhd vhdx vxd ws wsc wsf
    wsh xll xlsm xltm
"""
_USUAL_ENDINGS = """
    7z avi bmp bz2 csv doc docx eml gif gz heic htm html ics jpeg jpg json md mkv mov mp3 mp4 mpeg odp ods odt ogg pdf
    png ppt pptx rar rtf svg tar tgz tif tiff txt vcf wav webm webp xls xlsx xml xz zip
"""
_RUNS = frozenset(_RUNNING_ENDINGS.split())
_KNOWN = _RUNS | frozenset(_USUAL_ENDINGS.split())
_PACKED = frozenset({"gz", "bz2", "xz"})
# Windows and DOS programs, Linux programs, macOS programs and Java classes, shortcuts, scripts.
_PROGRAM_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"\xca\xfe\xba\xbe",
    b"\xfe\xed\xfa\xce",
    b"\xfe\xed\xfa\xcf",
    b"\xce\xfa\xed\xfe",
    b"\xcf\xfa\xed\xfe",
    b"L\x00\x00\x00\x01\x14\x02\x00",
    b"#!",
    b"!<arch>\ndebian",
)
_HEAD = 64 * 1024
_METADATA_MARKS = (b"Exif\x00\x00", b"eXIf", b"EXIF")


def refusal(name: str, content: bytes) -> str | None:
    """Return why a file must not go with an answer, None when it may.

    ``empty``, ``program`` (by its name or its first bytes), ``two_endings`` (``fatura.pdf.html``), ``hidden_name``
    (signs that turn the name round or do not show).
    """
    if any(unicodedata.category(sign) in {"Cc", "Cf"} for sign in name) or not name.strip(". "):
        return "hidden_name"
    before, last = ["", "", *(each.strip() for each in name.casefold().split(".")[1:])][-2:]
    if last in _RUNS or content.startswith(_PROGRAM_STARTS):
        return "program"
    if before in _RUNS or (before in _KNOWN and last != before and not (before == "tar" and last in _PACKED)):
        return "two_endings"
    return None if content else "empty"


def is_media_allowed(media_type: str, allowed: Collection[str]) -> bool:
    """Tell whether a network takes a kind of file; ``image/*`` stands for all pictures, nothing listed for anything."""
    kind = media_type.partition(";")[0].strip().casefold()
    return not allowed or kind in allowed or f"{kind.partition('/')[0]}/*" in allowed


def has_picture_metadata(media_type: str, content: bytes) -> bool:
    """Tell whether a picture carries data of the camera, and maybe of the place; they are sent as they are."""
    return media_type.startswith("image/") and any(mark in content[:_HEAD] for mark in _METADATA_MARKS)

"""The list of what a program folder holds, so that one signature can answer for every file in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUMS_NAME = "SHA256SUMS"
SIGNATURE_NAME = "SHA256SUMS.sig"


def file_digest(path: Path) -> str:
    """Return the SHA-256 of a file's bytes as 64 hexadecimal digits."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def folder_digests(folder: Path) -> dict[str, str]:
    """Return relative path (with `/`) -> SHA-256 for every file of a folder, except the list itself and its signature.

    A link that leads outside the folder is an OSError: its content is not the folder's to vouch for.
    """
    inside = folder.resolve()
    digests: dict[str, str] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            continue
        if not path.resolve().is_relative_to(inside):
            raise OSError(f"{path} leads outside the folder")
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in {SUMS_NAME, SIGNATURE_NAME}:
            digests[name] = file_digest(path)
    return digests


def sums_text(digests: dict[str, str]) -> str:
    """Return the list in the form that `sha256sum --check` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(digests.items()))


def parse_sums(text: str) -> dict[str, str]:
    """Read such a list back; ValueError for a line of another form or a name given twice."""
    digests: dict[str, str] = {}
    for line in text.splitlines():
        digest, gap, name = line[:64], line[64:66], line[66:]
        if gap != "  " or not name or name in digests or set(digest) - set("0123456789abcdef"):
            raise ValueError(f"not a checksum line: {line!r}")
        digests[name] = digest
    return digests


def write_sums(folder: Path) -> Path:
    """Write the list into the folder and return its path."""
    target = folder / SUMS_NAME
    target.write_bytes(sums_text(folder_digests(folder)).encode())
    return target

"""Refuses places that destroy a database file: network shares, and folders that a cloud program copies."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath

from app.services.errors import Refused

_NETWORK_TYPES = frozenset(
    {
        "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "davfs", "fuse.davfs", "fuse.davfs2", "fuse.gvfsd-fuse",
        "fuse.rclone", "fuse.sshfs", "glusterfs", "fuse.glusterfs", "lustre", "ncpfs", "nfs", "nfs4", "smb2", "smb3",
        "smbfs", "sshfs", "webdav",
    }
)  # fmt: skip
_CLOUD_FOLDERS = (
    ("OneDrive", re.compile(r"^onedrive( ?-.*)?$")),
    ("Dropbox", re.compile(r"^dropbox( \(.*\))?$")),
    ("Google Drive", re.compile(r"^(google ?drive|googledrive|my drive|meu drive|gdrive)$")),
    ("iCloud", re.compile(r"^(icloud ?drive|iclouddrive|mobile documents)$")),
    ("Box", re.compile(r"^box( sync)?$")),
    ("MEGA", re.compile(r"^(mega|megasync)$")),
    ("Nextcloud", re.compile(r"^(nextcloud|owncloud)$")),
    ("pCloud", re.compile(r"^(pclouddrive|pcloud drive)$")),
)
_DRIVE_REMOTE = 4  # what Windows calls a drive that lies on another machine
_OCTAL = re.compile(r"\\([0-7]{3})")


def check_storage(path: Path, *, mounts: str | None = None) -> None:
    """Refuse a place for a database file; ``mounts`` = text in the form of /proc/self/mounts (None = this system's).

    Raises:
        Refused: ``storage_network`` (path, kind) or ``storage_cloud`` (path, product); the way out is a folder on
            this computer's own disk, or a PostgreSQL server for a team.
    """
    whole = str(path)
    if whole.startswith(("\\\\", "//")):
        raise Refused("storage_network", path=whole, kind="UNC")
    product = cloud_product(path)
    if product:
        raise Refused("storage_cloud", path=whole, product=product)
    kind = _drive_kind(path) if os.name == "nt" else network_kind(path, mounts or _system_mounts())
    if kind:
        raise Refused("storage_network", path=whole, kind=kind)


def cloud_product(path: PurePath) -> str | None:
    """Name the synchronising program whose folder the path lies in, judged by the folders' names."""
    for part in path.parts[:-1]:
        name = part.casefold()
        for product, pattern in _CLOUD_FOLDERS:
            if pattern.match(name):
                return product
    return None


def network_kind(path: PurePath, mounts: str) -> str | None:
    """Return the kind of network file system that holds the path, or None on a local disk."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:  # noqa: PLR2004 - device, folder, kind
            continue
        folder = _OCTAL.sub(lambda found: chr(int(found[1], 8)), fields[1])
        # Of two at one folder the later lies on top: an automounter's own entry stands below that of the share.
        if path.is_relative_to(folder) and len(folder) >= longest:
            longest, kind = len(folder), fields[2]
    return kind if kind in _NETWORK_TYPES else None


def _system_mounts() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _drive_kind(path: Path) -> str | None:
    import ctypes  # noqa: PLC0415 - its use is for one system only

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name is known to the type checker on Windows only
    return "SMB" if kernel.GetDriveTypeW(f"{path.drive}\\") == _DRIVE_REMOTE else None

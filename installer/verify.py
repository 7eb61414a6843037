"""The other half of signing: tells whether a program folder or a Windows file is what its maker signed."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from installer.checksums import SIGNATURE_NAME, SUMS_NAME, folder_digests, parse_sums

if TYPE_CHECKING:
    from collections.abc import Sequence


class TamperedError(Exception):
    """The folder or file is not what was signed; the text lists why."""


def load_public_key(pem: bytes) -> Ed25519PublicKey:
    """Read a PEM public key; TypeError when it is no Ed25519 key, ValueError when it is no key."""
    key = serialization.load_pem_public_key(pem)
    if not isinstance(key, Ed25519PublicKey):
        raise TypeError("not an Ed25519 public key")
    return key


def differences(listed: dict[str, str], found: dict[str, str]) -> list[str]:
    """Say in which files a folder differs from its list."""
    changed = [f"changed: {name}" for name in sorted(listed.keys() & found) if listed[name] != found[name]]
    missing = [f"missing: {name}" for name in sorted(listed.keys() - found)]
    extra = [f"not in the list: {name}" for name in sorted(found.keys() - listed)]
    return changed + missing + extra


def verify_folder(folder: Path, key: Ed25519PublicKey) -> int:
    """Return how many files were found good; raise TamperedError when the signature, the list or a file is not."""
    try:
        sums, signature = (folder / SUMS_NAME).read_bytes(), (folder / SIGNATURE_NAME).read_bytes()
    except OSError as error:
        raise TamperedError(f"unsigned: {error.filename} is missing") from error
    try:
        key.verify(signature, sums)
    except InvalidSignature as error:
        raise TamperedError("the signature is not of this list and this key") from error
    try:
        listed, found = parse_sums(sums.decode()), folder_digests(folder)
    except (ValueError, OSError) as error:
        raise TamperedError(str(error)) from error
    if wrong := differences(listed, found):
        raise TamperedError("; ".join(wrong))
    return len(found)


def verify_windows_file(path: Path, authority: Path) -> None:
    """Check a Windows file's signature against an authority's PEM; TamperedError when it does not hold."""
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise OSError("osslsigncode is not installed")
    command = [tool, "verify", "-CAfile", str(authority), "-in", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise TamperedError(f"{path.name}: {(done.stdout + done.stderr).strip()}")


def main(arguments: Sequence[str]) -> int:
    """Verify a folder; exit code 1 when it is not what was signed."""
    parser = argparse.ArgumentParser(prog="python -m installer.verify", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--key", type=Path, required=True, help="the maker's public key, PEM")
    chosen = parser.parse_args(arguments)
    try:
        count = verify_folder(chosen.folder, load_public_key(chosen.key.read_bytes()))
    except TamperedError as reason:
        print(f"REFUSED: {reason}", file=sys.stderr)
        return 1
    print(f"good: {count} files, signed")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

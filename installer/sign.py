"""Signing of what is built: Ed25519 over the checksums of a folder, Authenticode (osslsigncode) for Windows files.

Keys come from the environment and are never written anywhere:
  BALCAO_SIGN_KEY          the Ed25519 private key, PEM text (or BALCAO_SIGN_KEY_FILE, the path of that PEM)
  BALCAO_PFX_FILE          the Windows certificate with its key, a .pfx / .p12 file
  BALCAO_PFX_PASSWORD      its password
  BALCAO_TIMESTAMP_URL     a time stamp service, so that signatures outlive the certificate (optional)
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from installer.checksums import SIGNATURE_NAME, write_sums

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class SigningError(Exception):
    """A key that cannot be used or a tool that failed; the text says which."""


@dataclass(frozen=True)
class WindowsCertificate:
    """What osslsigncode needs; the password never shows in a log or a process list."""

    pfx: Path
    password: str = field(repr=False)
    timestamp_url: str | None = None


def load_private_key(pem: bytes) -> Ed25519PrivateKey:
    """Read an unencrypted PEM key; SigningError when it is no Ed25519 key."""
    try:
        key = serialization.load_pem_private_key(pem, password=None)
    except (ValueError, TypeError) as error:
        raise SigningError("the signing key is not a readable PEM private key") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise SigningError("the signing key is not an Ed25519 key")
    return key


def key_from_environment(environment: Mapping[str, str]) -> Ed25519PrivateKey | None:
    """Return the release key the environment names; None when it names none."""
    if text := environment.get("BALCAO_SIGN_KEY"):
        return load_private_key(text.encode())
    if name := environment.get("BALCAO_SIGN_KEY_FILE"):
        try:
            return load_private_key(Path(name).read_bytes())
        except OSError as error:
            raise SigningError(f"the signing key {name} cannot be read") from error
    return None


def certificate_from_environment(environment: Mapping[str, str]) -> WindowsCertificate | None:
    """Return the Windows certificate the environment names; None when it names none."""
    name = environment.get("BALCAO_PFX_FILE")
    if not name:
        return None
    if not Path(name).is_file():
        raise SigningError(f"the certificate {name} cannot be read")
    return WindowsCertificate(
        Path(name), environment.get("BALCAO_PFX_PASSWORD", ""), environment.get("BALCAO_TIMESTAMP_URL")
    )


def public_pem(key: Ed25519PrivateKey) -> bytes:
    """Return the public half, the file that people verify with."""
    return key.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def new_private_pem() -> bytes:
    """Return a new private key as unencrypted PEM."""
    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def sign_folder(folder: Path, key: Ed25519PrivateKey | None) -> bool:
    """Write the checksums and, with a key, the 64 bytes of their signature; return whether it is signed."""
    sums = write_sums(folder)
    signature = folder / SIGNATURE_NAME
    signature.unlink(missing_ok=True)
    if key is None:
        return False
    signature.write_bytes(key.sign(sums.read_bytes()))
    return True


def sign_windows_file(path: Path, certificate: WindowsCertificate) -> None:
    """Sign one .exe or .dll in place; SigningError when osslsigncode is missing or refuses."""
    tool = shutil.which("osslsigncode")
    if tool is None:
        raise SigningError("osslsigncode is not installed")
    with tempfile.TemporaryDirectory() as scratch:
        signed, password = Path(scratch) / path.name, Path(scratch) / "password"
        password.touch(mode=0o600)
        password.write_text(certificate.password, encoding="utf-8")
        stamp = ["-ts", certificate.timestamp_url] if certificate.timestamp_url else []
        command = [tool, "sign", "-pkcs12", str(certificate.pfx), "-readpass", str(password), "-h", "sha256"]
        command += ["-n", "Balcão", *stamp, "-in", str(path), "-out", str(signed)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode or not signed.exists():
            raise SigningError(f"osslsigncode could not sign {path.name}: {(done.stdout + done.stderr).strip()}")
        shutil.copyfile(signed, path)


def main(arguments: Sequence[str]) -> int:
    """Sign a folder with the key of the environment, or make a key."""
    parser = argparse.ArgumentParser(prog="python -m installer.sign", description=__doc__)
    words = parser.add_subparsers(dest="word", required=True)
    words.add_parser("folder", help="sign a program folder").add_argument("folder", type=Path)
    words.add_parser("new-key", help="write a new private key; print its public half").add_argument("file", type=Path)
    chosen = parser.parse_args(arguments)
    if chosen.word == "new-key":
        chosen.file.touch(mode=0o600, exist_ok=False)
        chosen.file.write_bytes(new_private_pem())
        print(public_pem(load_private_key(chosen.file.read_bytes())).decode(), end="")
        return 0
    signed = sign_folder(chosen.folder, key_from_environment(os.environ))
    print("signed" if signed else "UNSIGNED: no BALCAO_SIGN_KEY in the environment; checksums written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

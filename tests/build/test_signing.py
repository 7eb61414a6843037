"""What was signed is recognised; whatever was touched afterwards is refused."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from importlib.metadata import distribution
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from installer import sign, verify
from installer.checksums import SIGNATURE_NAME, SUMS_NAME, folder_digests, parse_sums, sums_text, write_sums

PASSWORD = "só para este teste"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "balcao"
    (made / "_internal").mkdir(parents=True)
    (made / "balcao").write_bytes(b"\x7fELF program")
    (made / "_internal" / "menção.txt").write_text("olá", encoding="utf-8")
    return made


@pytest.fixture
def key_pem() -> bytes:
    return sign.new_private_pem()


@pytest.fixture
def signed(folder: Path, key_pem: bytes) -> Path:
    assert sign.sign_folder(folder, sign.load_private_key(key_pem))
    return folder


def public(pem: bytes) -> verify.Ed25519PublicKey:
    return verify.load_public_key(sign.public_pem(sign.load_private_key(pem)))


def test_a_signed_folder_is_found_good(signed: Path, key_pem: bytes) -> None:
    assert verify.verify_folder(signed, public(key_pem)) == 2


def change_a_file(folder: Path) -> None:
    (folder / "balcao").write_bytes(b"\x7fELF Program")


def add_a_file(folder: Path) -> None:
    (folder / "_internal" / "sitecustomize.py").write_text("import os", encoding="utf-8")


def remove_a_file(folder: Path) -> None:
    (folder / "_internal" / "menção.txt").unlink()


def change_file_and_sums(folder: Path) -> None:
    change_a_file(folder)
    write_sums(folder)


def change_the_signature(folder: Path) -> None:
    path = folder / SIGNATURE_NAME
    data = bytearray(path.read_bytes())
    data[10] ^= 1
    path.write_bytes(bytes(data))


def remove_the_signature(folder: Path) -> None:
    (folder / SIGNATURE_NAME).unlink()


def link_outside(folder: Path) -> None:
    (folder / "balcao").unlink()
    (folder / "balcao").symlink_to("/bin/sh")


@pytest.mark.parametrize(
    ("tamper", "reason"),
    [
        (change_a_file, "changed: balcao"),
        (add_a_file, "not in the list: _internal/sitecustomize.py"),
        (remove_a_file, "missing: _internal/menção.txt"),
        (change_file_and_sums, "signature"),
        (change_the_signature, "signature"),
        (remove_the_signature, "unsigned"),
        (link_outside, "leads outside"),
    ],
)
def test_tampering_is_refused_with_its_reason(signed: Path, key_pem: bytes, tamper: object, reason: str) -> None:
    assert callable(tamper)
    tamper(signed)
    with pytest.raises(verify.TamperedError, match=reason):
        verify.verify_folder(signed, public(key_pem))


def test_another_key_is_refused(signed: Path) -> None:
    with pytest.raises(verify.TamperedError, match="this key"):
        verify.verify_folder(signed, public(sign.new_private_pem()))


def test_without_a_key_the_sums_are_written_and_the_folder_is_called_unsigned(signed: Path, key_pem: bytes) -> None:
    assert not sign.sign_folder(signed, None)
    assert (signed / SUMS_NAME).exists()
    with pytest.raises(verify.TamperedError, match="unsigned"):
        verify.verify_folder(signed, public(key_pem))


def test_sums_are_read_back_as_written_and_nothing_else_is_read(folder: Path) -> None:
    digests = folder_digests(folder)
    assert parse_sums(sums_text(digests)) == digests
    line = sums_text(digests).splitlines()[0]
    for wrong in (line[1:], line.replace("  ", " "), f"{line}\n{line}", line[:64].upper() + line[64:], line[:66]):
        with pytest.raises(ValueError, match="checksum line"):
            parse_sums(wrong)


def test_the_key_comes_from_the_environment_as_text_or_file(tmp_path: Path, key_pem: bytes) -> None:
    file = tmp_path / "key.pem"
    file.write_bytes(key_pem)
    expected = sign.public_pem(sign.load_private_key(key_pem))
    for environment in ({"BALCAO_SIGN_KEY": key_pem.decode()}, {"BALCAO_SIGN_KEY_FILE": str(file)}):
        found = sign.key_from_environment(environment)
        assert found is not None
        assert sign.public_pem(found) == expected
    assert sign.key_from_environment({}) is None
    with pytest.raises(sign.SigningError, match="cannot be read"):
        sign.key_from_environment({"BALCAO_SIGN_KEY_FILE": str(tmp_path / "none")})
    with pytest.raises(sign.SigningError, match="PEM"):
        sign.key_from_environment({"BALCAO_SIGN_KEY": "no key"})


def test_the_command_line_makes_a_private_key_signs_and_verifies(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    private, public_file = tmp_path / "private.pem", tmp_path / "public.pem"
    assert sign.main(["new-key", str(private)]) == 0
    public_file.write_text(capsys.readouterr().out, encoding="utf-8")
    assert private.stat().st_mode & 0o077 == 0
    monkeypatch.setenv("BALCAO_SIGN_KEY_FILE", str(private))
    assert sign.main(["folder", str(folder)]) == 0
    assert verify.main([str(folder), "--key", str(public_file)]) == 0
    change_a_file(folder)
    assert verify.main([str(folder), "--key", str(public_file)]) == 1
    assert "REFUSED: changed: balcao" in capsys.readouterr().err


def throw_away_certificate(tmp_path: Path) -> tuple[sign.WindowsCertificate, Path]:
    """Return a self-signed code-signing certificate and the PEM that vouches for it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Balcão, only for this test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=2))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    locked = serialization.BestAvailableEncryption(PASSWORD.encode())
    pfx, authority = tmp_path / "test.pfx", tmp_path / "authority.pem"
    pfx.write_bytes(pkcs12.serialize_key_and_certificates(b"balcao", key, certificate, None, locked))
    authority.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return sign.WindowsCertificate(pfx, PASSWORD), authority


@pytest.fixture
def windows_program(tmp_path: Path) -> Path:
    if shutil.which("osslsigncode") is None:
        pytest.skip("osslsigncode is not installed; `python run.py test` names the apt line")
    small = distribution("setuptools").locate_file("setuptools/cli-64.exe")  # in the lock: PyInstaller needs it
    return Path(shutil.copyfile(str(small), tmp_path / "balcao.exe"))


def test_a_windows_program_is_signed_and_tampering_is_refused(windows_program: Path, tmp_path: Path) -> None:
    certificate, authority = throw_away_certificate(tmp_path)
    with pytest.raises(verify.TamperedError):
        verify.verify_windows_file(windows_program, authority)
    sign.sign_windows_file(windows_program, certificate)
    verify.verify_windows_file(windows_program, authority)
    data = bytearray(windows_program.read_bytes())
    data[len(data) // 3] ^= 1
    windows_program.write_bytes(bytes(data))
    with pytest.raises(verify.TamperedError, match=r"balcao\.exe"):
        verify.verify_windows_file(windows_program, authority)


def test_a_wrong_password_leaves_the_windows_program_as_it_was(windows_program: Path, tmp_path: Path) -> None:
    certificate, _authority = throw_away_certificate(tmp_path)
    before = windows_program.read_bytes()
    with pytest.raises(sign.SigningError, match="could not sign"):
        sign.sign_windows_file(windows_program, sign.WindowsCertificate(certificate.pfx, "wrong"))
    assert windows_program.read_bytes() == before


def test_the_certificate_comes_from_the_environment_and_hides_its_password(tmp_path: Path) -> None:
    assert sign.certificate_from_environment({}) is None
    with pytest.raises(sign.SigningError, match="cannot be read"):
        sign.certificate_from_environment({"BALCAO_PFX_FILE": str(tmp_path / "none.pfx")})
    (tmp_path / "c.pfx").touch()
    found = sign.certificate_from_environment(
        {"BALCAO_PFX_FILE": str(tmp_path / "c.pfx"), "BALCAO_PFX_PASSWORD": PASSWORD}
    )
    assert found is not None
    assert found.password == PASSWORD
    assert PASSWORD not in repr(found)


def test_openssl_alone_can_verify_a_linux_folder(signed: Path, key_pem: bytes, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    key = tmp_path / "public.pem"
    key.write_bytes(sign.public_pem(sign.load_private_key(key_pem)))
    command = [openssl, "pkeyutl", "-verify", "-rawin", "-pubin", "-inkey", str(key)]
    files = ["-in", str(signed / SUMS_NAME), "-sigfile", str(signed / SIGNATURE_NAME)]
    assert subprocess.run([*command, *files], capture_output=True, check=False).returncode == 0
    change_file_and_sums(signed)
    assert subprocess.run([*command, *files], capture_output=True, check=False).returncode != 0

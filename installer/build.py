"""The build from source to a program folder that starts without Python, signed when keys are given."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from installer.icon import write_ico
from installer.sign import (
    SigningError,
    certificate_from_environment,
    key_from_environment,
    sign_folder,
    sign_windows_file,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).resolve().parent.parent
BUILD, DIST = ROOT / "build", ROOT / "dist"
FOLDER = DIST / "balcao"
ICON = ROOT / "resources" / "balcao.svg"
WINDOWS = os.name == "nt"


def project_version() -> str:
    """Return the version that pyproject.toml names, three numbers with dots."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    return str(version)


def version_info_text(version: str) -> str:
    """Return the resource that makes Windows show name and version in a file's properties."""
    numbers = tuple([*(int(part) for part in version.split(".")), 0, 0, 0][:4])
    strings = {
        "CompanyName": "Balcão",
        "FileDescription": "Balcão: atendimento ao consumidor",
        "FileVersion": version,
        "InternalName": "balcao",
        "LegalCopyright": "MIT, Balcão contributors",
        "OriginalFilename": "balcao.exe",
        "ProductName": "Balcão",
        "ProductVersion": version,
    }
    table = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in strings.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004,"
        f" fileType=1, subtype=0, date=(0, 0)), kids=[StringFileInfo([StringTable('041604B0', [{table}])]),"
        " VarFileInfo([VarStruct('Translation', [0x0416, 1200])])])\n"
    )


def freeze() -> None:
    """Run PyInstaller; CalledProcessError when it fails."""
    BUILD.mkdir(exist_ok=True)
    write_ico(ICON, BUILD / "balcao.ico")
    (BUILD / "version_info.txt").write_text(version_info_text(project_version()), encoding="utf-8")
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    paths = ["--workpath", str(BUILD), "--distpath", str(DIST), str(ROOT / "installer" / "balcao.spec")]
    subprocess.run([*command, *paths], cwd=ROOT, check=True)


def add_desktop_files(folder: Path) -> None:
    """Put what a Linux desktop needs beside the program: the menu entry, the icon and the two small scripts."""
    shutil.copyfile(ICON, folder / "balcao.svg")
    for name in ("balcao.desktop", "install.sh"):
        shutil.copyfile(ROOT / "installer" / "linux" / name, folder / name)
    (folder / "install.sh").chmod(0o755)


def sign(folder: Path) -> bool:
    """Sign Windows programs, then the checksums of all; say plainly what stays unsigned."""
    certificate, key = certificate_from_environment(os.environ), key_from_environment(os.environ)
    programs = sorted(folder.glob("*.exe"))
    if certificate is not None:
        for program in programs:
            sign_windows_file(program, certificate)
    elif programs:
        print("UNSIGNED programs: no BALCAO_PFX_FILE in the environment; Windows will warn whoever starts them")
    signed = sign_folder(folder, key)
    print("signed: SHA256SUMS.sig" if signed else "UNSIGNED: no BALCAO_SIGN_KEY in the environment")
    return signed


def pack(folder: Path, version: str) -> Path:
    """Put the folder into one archive whose entries belong to nobody in particular."""

    def anonymous(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        return entry

    if WINDOWS:
        return Path(shutil.make_archive(str(DIST / f"balcao-{version}-windows"), "zip", folder.parent, folder.name))
    target = DIST / f"balcao-{version}-linux.tar.gz"
    with tarfile.open(target, "w:gz", compresslevel=6) as archive:
        archive.add(folder, arcname=f"balcao-{version}", filter=anonymous)
    return target


def windows_installer(folder: Path, version: str, target: Path) -> bool:
    """Make the installer of a built Windows folder; return whether makensis was there to do it."""
    tool = shutil.which("makensis")
    if tool is None:
        return False
    icon = target.with_suffix(".ico")
    write_ico(ICON, icon)
    facts = {"VERSION": version, "SOURCE": folder.resolve(), "TARGET": target.resolve(), "ICON": icon.resolve()}
    defines = [f"-D{name}={value}" for name, value in facts.items()]
    script = ROOT / "installer" / "windows.nsi"
    subprocess.run([tool, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(script)], check=True)
    icon.unlink()
    return True


def megabytes(path: Path) -> float:
    """Return the size of a file, or of all files of a folder, in MB (10^6 bytes)."""
    files = [path] if path.is_file() else [part for part in path.rglob("*") if part.is_file() and not part.is_symlink()]
    return sum(part.stat().st_size for part in files) / 1e6


def make_packages(folder: Path, version: str) -> None:
    """Make what people download: an archive, and on Windows an installer, signed like the programs in it."""
    packages = [pack(folder, version)]
    setup = DIST / f"balcao-{version}-setup.exe"
    if WINDOWS and windows_installer(folder, version, setup):
        certificate = certificate_from_environment(os.environ)
        if certificate is not None:
            sign_windows_file(setup, certificate)
        packages.append(setup)
    for package in packages:
        print(f"packed: {package.relative_to(ROOT)} ({megabytes(package):.0f} MB)")


def main(arguments: Sequence[str]) -> int:
    """Build, sign, pack, and with --smoke try the result on a clean profile."""
    parser = argparse.ArgumentParser(prog="python run.py build", description=__doc__)
    parser.add_argument("--smoke", action="store_true", help="start the result on a clean profile and import a file")
    parser.add_argument("--pack", action="store_true", help="also make the archive that people download")
    chosen = parser.parse_args(arguments)
    try:
        freeze()
        if sys.platform == "linux":
            add_desktop_files(FOLDER)
        sign(FOLDER)
        print(f"built: {FOLDER.relative_to(ROOT)} ({megabytes(FOLDER):.0f} MB)")
        if chosen.pack:
            make_packages(FOLDER, project_version())
    except subprocess.CalledProcessError as error:
        print(f"{Path(error.cmd[0]).name} failed with exit code {error.returncode}", file=sys.stderr)
        return 1
    except SigningError as error:
        print(f"The build is NOT signed: {error}", file=sys.stderr)
        return 1
    if chosen.smoke:
        return subprocess.run(
            [sys.executable, "-m", "tests.build.smoke", str(FOLDER)], cwd=ROOT, check=False
        ).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

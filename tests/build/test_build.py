"""The pure parts of the build and of its trial."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import app
from installer import build, icon
from tests.build import smoke

ROOT = Path(__file__).resolve().parents[2]


def test_the_version_is_said_in_one_way() -> None:
    numbers = tuple([*map(int, build.project_version().split(".")), 0, 0, 0][:4])
    text = build.version_info_text(build.project_version())
    assert f"filevers={numbers}" in text
    assert f"'ProductVersion', {build.project_version()!r}" in text
    assert getattr(app, "__version__", build.project_version()) == build.project_version()
    compile(text, "version_info.txt", "eval")


def test_the_icon_holds_every_size_as_a_picture(tmp_path: Path) -> None:
    target = tmp_path / "balcao.ico"
    icon.write_ico(build.ICON, target)
    data = target.read_bytes()
    _, kind, count = struct.unpack_from("<HHH", data)
    assert (kind, count) == (1, len(icon.SIZES))
    for index, size in enumerate(icon.SIZES):
        length, offset = struct.unpack_from("<II", data, 6 + 16 * index + 8)
        picture = QImage.fromData(data[offset : offset + length])
        assert (picture.width(), picture.height()) == (size, size)
        assert picture.pixelColor(size // 2, size // 2).alpha() == 255


def test_a_broken_drawing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.svg").write_text("<nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="not a drawing"):
        icon.draw_png(tmp_path / "x.svg", 16)


def test_the_archive_names_no_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "DIST", tmp_path)
    monkeypatch.setattr(build, "WINDOWS", False)
    folder = tmp_path / "balcao"
    folder.mkdir()
    (folder / "balcao").write_bytes(b"x")
    with tarfile.open(build.pack(folder, "1.2.3")) as archive:
        assert archive.getnames() == ["balcao-1.2.3", "balcao-1.2.3/balcao"]
        assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in archive} == {(0, 0, "", "")}


def test_the_linux_menu_entry_comes_and_goes(tmp_path: Path) -> None:
    folder, home = tmp_path / "a folder", tmp_path / "home"
    folder.mkdir()
    build.add_desktop_files(folder)
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}
    subprocess.run([folder / "install.sh"], env=environment, check=True, capture_output=True)
    entry = home / ".local/share/applications/balcao.desktop"
    text = entry.read_text(encoding="utf-8")
    assert f'Exec="{folder}/balcao"' in text
    assert "@FOLDER@" not in text
    assert (home / ".local/bin/balcao").is_symlink()
    subprocess.run([folder / "install.sh", "--remove"], env=environment, check=True, capture_output=True)
    assert not entry.exists()
    assert not (home / ".local/bin/balcao").is_symlink()


def test_the_windows_installer_compiles_without_a_warning(tmp_path: Path) -> None:
    if shutil.which("makensis") is None:
        pytest.skip("nsis is not installed; `python run.py test` names the apt line")
    folder, target = tmp_path / "balcao", tmp_path / "balcao-1.2.3-setup.exe"
    (folder / "_internal").mkdir(parents=True)
    (folder / "balcao.exe").write_bytes(b"MZ")
    (folder / "_internal" / "menção.bin").write_bytes(os.urandom(300_000))
    assert build.windows_installer(folder, "1.2.3", target)
    data = target.read_bytes()
    assert data.startswith(b"MZ")
    assert len(data) > 300_000  # inner folders are taken along
    assert "1.2.3".encode("utf-16-le") in data


def test_without_the_tool_there_is_no_windows_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not build.windows_installer(tmp_path, "1.2.3", tmp_path / "setup.exe")


def test_the_recipe_is_python_and_names_what_exists() -> None:
    text = (ROOT / "installer" / "balcao.spec").read_text(encoding="utf-8")
    compile(text, "balcao.spec", "exec")
    assert (ROOT / "app" / "models" / "migrations").is_dir()
    assert build.ICON.is_file()


@pytest.mark.parametrize(
    "output",
    [
        "",
        "not json",
        json.dumps({"received": 3}),
        json.dumps({"received": 3, "stored": 1, "duplicate": 1, "rejected": 0}),
        "[]",
    ],
)
def test_a_ledger_that_does_not_add_up_fails_the_trial(output: str) -> None:
    with pytest.raises(smoke.SmokeError):
        smoke.read_ledger(output)


def test_only_the_last_line_is_the_ledger() -> None:
    ledger = {"received": 3, "stored": 1, "duplicate": 1, "rejected": 1}
    assert smoke.read_ledger(f"lendo...\n{json.dumps(ledger)}\n") == ledger


def test_an_empty_screen_has_no_colours_of_a_window() -> None:
    header = struct.pack(">25I", 100, *([0] * 18), 2, *([0] * 5))
    empty = header + b"\0" * 24 + struct.pack("<400I", *([0] * 200), *([0xFFFFFF] * 200))
    drawn = header + b"\0" * 24 + struct.pack("<400I", *range(400))
    assert smoke.colours_on_screen(empty) == 2
    assert smoke.colours_on_screen(drawn) == 400


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(sys.argv[:1])
label = QLabel("Olá, balcão")
label.resize(600, 300)
label.show()
{then}
app.exec()
"""


@pytest.mark.parametrize(
    ("then", "complaint"),
    [
        ("", None),
        ("sys.exit(3)", "ended with 3"),
        ("QTimer.singleShot(1500, app.quit)", "closed by itself"),
        ("QTimer.singleShot(100, lambda: 1 / 0)", "ZeroDivisionError"),
    ],
)
def test_the_trial_of_a_window_sees_what_goes_wrong(tmp_path: Path, then: str, complaint: str | None) -> None:
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed; `python run.py test` names the apt line")
    program = tmp_path / "program"
    program.write_text(f"#!{sys.executable}\n{WINDOW.format(then=then)}", encoding="utf-8")
    program.chmod(0o755)
    environment = smoke.clean_environment(tmp_path / "home")
    if complaint is None:
        smoke.try_window(program, tmp_path, tmp_path / "any.db", environment)
    else:
        with pytest.raises(smoke.SmokeError, match=complaint):
            smoke.try_window(program, tmp_path, tmp_path / "any.db", environment)

"""run.py's decisions, apart from the machine it runs on."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

import run
from installer.checks import Check, all_checks, run_checks, surroundings

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\nVERSION_ID="12"\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = 'ID=fedora\nID_LIKE="rhel"\nPRETTY_NAME="Not debian"\n'


@pytest.mark.parametrize(("text", "expected"), [(DEBIAN, True), (MINT, True), (FEDORA, False), ("", False)])
def test_debian_and_its_children_are_known(text: str, *, expected: bool) -> None:
    assert run.is_debian_like(text) is expected


def test_missing_packages_are_named_in_order() -> None:
    there = {"libEGL.so.1", "Xvfb"}
    parts = {"libegl1": "libEGL.so.1", "libgl1": "libGL.so.1", "xvfb": "Xvfb", "xauth": "xauth"}
    assert run.missing_packages(parts, there.__contains__) == ["libgl1", "xauth"]


def test_apt_line_can_be_pasted() -> None:
    assert (
        run.apt_line(["libgl1", "xauth"], sudo=True) == "sudo apt-get install --no-install-recommends -y libgl1 xauth"
    )
    assert not run.apt_line(["libgl1"], sudo=False).startswith("sudo")


def test_proofs_are_looked_up_by_their_kind(tmp_path: Path) -> None:
    has = run.present_on_this_system("\tlibEGL.so.1 (libc6,x86-64) => /usr/lib/libEGL.so.1\n")
    assert has("libEGL.so.1")
    assert not has("libEGL.so.2")
    assert not has("no-such-program-anywhere")
    assert not has(str(tmp_path))
    (tmp_path / "sans.ttf").touch()
    assert has(str(tmp_path))


@pytest.mark.parametrize("version", [(3, 10), (3, 14), (2, 7)])
def test_a_python_outside_the_range_is_refused_with_both_numbers(version: tuple[int, int]) -> None:
    with pytest.raises(run.SetupError, match=rf"3\.11 to 3\.13; this is {version[0]}\.{version[1]}"):
        run.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_inside_the_range_is_taken(version: tuple[int, int]) -> None:
    run.check_python(version)


@pytest.mark.parametrize(
    ("output", "sign"),
    [
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "differs from the lock"),
        (
            "Failed to establish a new connection: Temporary failure in name resolution\nNo matching distribution",
            "proxy",
        ),
        ("ReadTimeoutError: Read timed out.", "cannot be reached"),
        ("SSLError(SSLCertVerificationError", "certificate"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: No matching distribution found for x==1", "no file for this system"),
        ("PermissionError: [WinError 5] Access is denied", "Close running copies"),
        ("something new", "could not install"),
    ],
)
def test_each_failure_of_pip_has_its_sentence(output: str, sign: str) -> None:
    assert sign in run.explain_pip(output)


def test_an_unreadable_stamp_means_that_nothing_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "ENVIRONMENT", tmp_path)
    assert run.read_stamp() == {}
    (tmp_path / run.STAMP).write_text("[broken", encoding="utf-8")
    assert run.read_stamp() == {}
    (tmp_path / run.STAMP).write_text(json.dumps({"dev": "abc"}), encoding="utf-8")
    assert run.read_stamp() == {"dev": "abc"}


def test_the_digest_is_the_same_with_windows_line_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "ROOT", tmp_path)
    digests = set()
    for content in (b"a==1\nb==2\n", b"a==1\r\nb==2\r\n"):
        (tmp_path / "requirements.txt").write_bytes(content)
        digests.add(run.lock_digest("runtime"))
    assert len(digests) == 1


def test_every_word_is_in_the_help_and_has_a_door(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["help"]) == 0
    printed = capsys.readouterr().out
    assert all(f"\n  {word}" in printed for word in run.WORDS)


def test_an_unknown_word_prints_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run.main(["tset"]) == 2
    assert "Unknown word: tset" in capsys.readouterr().out


def test_a_set_up_that_stops_prints_its_reason_and_nothing_else(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(_arguments: object) -> int:
        raise run.SetupError("do this")

    monkeypatch.setitem(run.WORDS, "lint", stop)
    assert run.main(["lint"]) == 1
    assert capsys.readouterr().err.strip() == "do this"


def test_all_checks_hold_every_gate_and_build_only_in_ci() -> None:
    here, in_ci = ([check.name for check in all_checks(Path, ci=ci)] for ci in (False, True))
    gates = [
        "ruff check",
        "ruff format",
        "mypy",
        "mypy, as on Windows",
        "import-linter",
        "pytest",
        "coverage >= 90 %",
        "domain = 100 %",
        "bench, small",
    ]
    assert here == gates
    assert in_ci == ["build and try it", *gates]


@pytest.mark.parametrize("beside", ["", "quick"])
def test_a_failing_check_fails_the_whole_and_stops_no_other(capfd: pytest.CaptureFixture[str], beside: str) -> None:
    first = Check("first", (sys.executable, "-c", "print('não'); raise SystemExit(3)"), beside)
    second = Check("second", (sys.executable, "-c", "print('sim')"), beside)
    assert run_checks([first, second]) == 1
    before, closing = capfd.readouterr().out.split("== all checks")
    assert "não" in before.split("== first")[1]
    assert "sim" in before.split("== second")[1]
    assert "FAILED  first" in closing
    assert "ok      second" in closing
    assert run_checks([second]) == 0


def test_a_log_that_lacks_a_letter_stops_no_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert run_checks([Check("one", (sys.executable, "-c", "print('não')"), "quick")]) == 0


def test_children_keep_what_they_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in surroundings(offscreen=True)

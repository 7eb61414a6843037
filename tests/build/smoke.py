"""Tries the built program as its first user would: a clean profile, a file to import, a window on a virtual screen."""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

FIRST_FILE = (
    "id;canal;data;autor;texto\n"
    "a1;Facebook;01/11/2026 09:15;@ana;Minha entrega não chegou até hoje\n"
    'a2;Instagram;01/11/2026 10:40;@beto;"Cobrança errada; ninguém responde"\n'
    "a3;Facebook;02/11/2026 14:05;@carla;Obrigada pelo atendimento rápido!\n"
)
SECONDS_TO_START = 60.0
COLOURS_OF_A_WINDOW = 24


class SmokeError(Exception):
    """What the built program did wrong."""


def clean_environment(home: Path) -> dict[str, str]:
    """Return the environment of a person who has never used the program: no profile, no Python, no project."""
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "TEMP", "TMP"}}
    for name in ("config", "data", "cache", "state", "runtime"):
        (home / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        kept[f"XDG_{name.upper()}_{'DIR' if name == 'runtime' else 'HOME'}"] = str(home / name)
    return {**kept, "HOME": str(home), "APPDATA": str(home), "LOCALAPPDATA": str(home), "LANG": "C.UTF-8"}


def see_spelling(folder: Path) -> None:
    """See that the spelling library and its dictionary came along: only typing in a window would miss them."""
    parts = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    wanted = (r"/hunspell/hunspell\..*(so|pyd)$", r"/resources/dictionaries/vero_pt_BR\.zip$")
    missing = [pattern for pattern in wanted if not any(re.search(pattern, f"/{part}") for part in parts)]
    if missing:
        raise SmokeError(f"spelling is not complete: {missing}")
    print("  spelling: library and dictionary are there")


def run_command(program: Path, arguments: Sequence[str], environment: dict[str, str]) -> str:
    """Run the program as a command and return what it printed; SmokeError when it fails."""
    command = [str(program), *arguments]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )
    if done.returncode:
        raise SmokeError(f"{' '.join(arguments)} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def read_ledger(output: str) -> dict[str, int]:
    """Return the four counts of the last line; SmokeError when they are missing or do not add up."""
    try:
        last = json.loads(output.strip().splitlines()[-1])
        ledger = {name: int(last[name]) for name in ("received", "stored", "duplicate", "rejected")}
    except (IndexError, KeyError, ValueError, TypeError) as error:
        raise SmokeError(f"the last line is no ledger:\n{output}") from error
    if ledger["received"] != ledger["stored"] + ledger["duplicate"] + ledger["rejected"]:
        raise SmokeError(f"the ledger does not add up: {ledger}")
    return ledger


def try_import(program: Path, home: Path, environment: dict[str, str]) -> Path:
    """Import a file twice: first all of it is stored, then all of it is known; return the database."""
    source, database = home / "menções.csv", home / "balcao.db"
    source.write_text(FIRST_FILE, encoding="utf-8")
    rows = FIRST_FILE.count("\n") - 1
    expected = ({"stored": rows, "duplicate": 0}, {"stored": 0, "duplicate": rows})
    for wanted in expected:
        output = run_command(program, ["import", str(source), "--database", str(database), "--json"], environment)
        ledger = read_ledger(output)
        if ledger != {"received": rows, "rejected": 0, **wanted}:
            raise SmokeError(f"expected {wanted} of {rows}, got {ledger}")
        print(f"  import: {ledger}")
    return database


@contextmanager
def virtual_screen(folder: Path) -> Iterator[str]:
    """Run Xvfb with its picture in the folder; give the display's name."""
    read_end, write_end = os.pipe()
    screen = ["-screen", "0", "1280x800x24", "-nolisten", "tcp", "-fbdir", str(folder)]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), *screen],
        pass_fds=(write_end,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    try:
        with os.fdopen(read_end) as numbers:
            number = numbers.readline().strip()
        if not number:
            raise SmokeError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(10)


def colours_on_screen(picture: bytes) -> int:
    """Count the different pixels of an XWD picture of 32 bits a pixel; an empty screen has one or two."""
    header_size, colour_entries = struct.unpack_from(">I", picture)[0], struct.unpack_from(">I", picture, 76)[0]
    pixels = picture[header_size + 12 * colour_entries :]
    return len(set(struct.unpack(f"<{len(pixels) // 4}I", pixels[: len(pixels) // 4 * 4])))


def wait_for_window(process: subprocess.Popen[str], folder: Path) -> float:
    """Return the seconds until something is drawn; SmokeError when the program ends or draws nothing."""
    start = time.monotonic()
    while (seconds := time.monotonic() - start) < SECONDS_TO_START:
        if process.poll() is not None:
            raise SmokeError(f"the program ended with {process.returncode}")
        if colours_on_screen((folder / "Xvfb_screen0").read_bytes()) >= COLOURS_OF_A_WINDOW:
            return seconds
        time.sleep(0.1)
    raise SmokeError(f"no window after {SECONDS_TO_START:.0f} s")


def see_it_stay(process: subprocess.Popen[str]) -> None:
    """Give the program two seconds to fall over; SmokeError when it does."""
    time.sleep(2)
    if process.poll() is not None:
        raise SmokeError(f"the window closed by itself with {process.returncode}")


def try_window(program: Path, home: Path, database: Path, environment: dict[str, str]) -> None:
    """Start the window on a virtual screen, wait until it is drawn, and see that it stays up."""
    screen = home / "screen"
    screen.mkdir()
    with virtual_screen(screen) as display:
        start = {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        arguments = ["--database", str(database), "--profile", str(home / "profile")]
        process = subprocess.Popen([str(program), *arguments], env=start, text=True, stderr=subprocess.PIPE)
        try:
            seconds = wait_for_window(process, screen)
            see_it_stay(process)
        except SmokeError as error:
            raise SmokeError(f"{error}\n{stop(process)}") from error
        complaints = stop(process)
    if "Traceback" in complaints:
        raise SmokeError(f"the window came with an error:\n{complaints}")
    print(f"  window: drawn after {seconds:.1f} s")


def stop(process: subprocess.Popen[str]) -> str:
    """End the program, politely first, and return what it wrote to its error stream."""
    process.terminate()
    try:
        return process.communicate(timeout=15)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        return process.communicate()[1]


def main(arguments: Sequence[str]) -> int:
    """Try a program folder; exit code 1 when something is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.build.smoke", description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args(arguments).folder.resolve()
    program = folder / ("balcao-cli.exe" if os.name == "nt" else "balcao")
    with tempfile.TemporaryDirectory(prefix="balcao-smoke-") as scratch:
        home = Path(scratch)
        environment = clean_environment(home)
        try:
            print(f"  version: {run_command(program, ['--version'], environment).strip()}")
            see_spelling(folder)
            database = try_import(program, home, environment)
            if shutil.which("Xvfb"):
                try_window(program, home, database, environment)
            else:
                print("  window: NOT tried, there is no Xvfb")
        except (SmokeError, subprocess.TimeoutExpired) as error:
            print(f"SMOKE FAILED: {error}", file=sys.stderr)
            return 1
    print("the built program works on a clean profile")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

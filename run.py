"""One door to the project, standard library only, so that a fresh clone needs nothing but Python.

It keeps a private environment in `.venv` equal to the hashed locks, names (or installs) the system libraries that Qt
needs on Debian and Ubuntu, and runs every word below inside that environment.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from installer.checks import all_checks, quick_checks, run_checks, surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = "balcao-locks.json"
LOCKS = {"runtime": "requirements.txt", "dev": "requirements-dev.txt"}
OLDEST, FIRST_TOO_NEW = (3, 11), (3, 14)
WINDOWS = sys.platform == "win32"
IS_ROOT = sys.platform != "win32" and os.geteuid() == 0

# Signs in pip's output (any of them) -> what to do; the first match wins.
PIP_COMPLAINTS = (
    (("MATCH THE HASHES",), "A package differs from the lock. Do not install it; see who changed it and why."),
    (("No space left", "not enough space"), "The disk is full. Free about 2 GB and try again."),
    (("SSLError", "CERTIFICATE"), "The package index's certificate is not trusted. Set PIP_CERT to the right file."),
    (
        ("name resolution", "getaddrinfo", "NewConnection", "timed out", "Max retries", "unreachable", "ProxyError"),
        "The package index cannot be reached. Check the network or the proxy and try again.",
    ),
    (("No matching distribution",), "The package index has no file for this system and Python. Check both."),
    (("Permission denied", "Access is denied"), "A file in .venv is in use. Close running copies of Balcão."),
)

HELP = """Balcão: python run.py [WORD]
  (nothing)        start the application
  app ARGS...      the same as `python -m app ARGS...` in the private environment
  test             set up and run every check (what CI runs)
  lint             only the quick checks: ruff, format, types, architecture
  build [--smoke]  make the program folder with PyInstaller, sign it if keys are given; --smoke also tries it
  bench ARGS...    measure through the real services and screens
  nightly          every network there and back, kill -9 five hundred times, a large mailbox
  screenshots ...  take fresh pictures of the screens
  train-sentiment  learn the shipped sentiment model anew from the project's own texts
  lock             write the locks anew from pyproject.toml
  setup            only make the environment ready for development
  help             this text
"""


class SetupError(Exception):
    """What stops the set-up, in words that say what to do."""


# Debian package -> what proves that it is there: a shared object, a program on the PATH, or a folder that holds fonts.
OFFSCREEN_PARTS = {
    "libglib2.0-0": "libglib-2.0.so.0",
    "libegl1": "libEGL.so.1",
    "libgl1": "libGL.so.1",
    "libdbus-1-3": "libdbus-1.so.3",
    "libfontconfig1": "libfontconfig.so.1",
    "libxkbcommon0": "libxkbcommon.so.0",
    "fonts-dejavu-core": "/usr/share/fonts",
}
WINDOW_PARTS = {
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libx11-xcb1": "libX11-xcb.so.1",
}
TEST_PARTS = {"xvfb": "Xvfb", "xauth": "xauth", "git": "git", "dovecot-imapd": "dovecot"}
BUILD_PARTS = {"binutils": "objdump", "osslsigncode": "osslsigncode", "nsis": "makensis"}
if sys.base_prefix == "/usr":  # Debian keeps the library that PyInstaller takes along in a package of its own
    BUILD_PARTS["libpython{}.{}".format(*sys.version_info)] = "libpython{}.{}.so.1.0".format(*sys.version_info)


def is_debian_like(os_release: str) -> bool:
    """Tell from the text of /etc/os-release whether apt brings this system's packages."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return bool({"debian", "ubuntu"} & set(names))


def missing_packages(parts: Mapping[str, str], has: Callable[[str], bool]) -> list[str]:
    """Return the Debian packages whose proof is not there, in order."""
    return [package for package, proof in parts.items() if not has(proof)]


def apt_line(packages: Sequence[str], *, sudo: bool) -> str:
    """Return the exact command that brings the packages."""
    prefix = "sudo " if sudo else ""
    return f"{prefix}apt-get install --no-install-recommends -y {' '.join(packages)}"


def present_on_this_system(libraries: str) -> Callable[[str], bool]:
    """Return a test for one proof, given the output of `ldconfig -p`."""

    def has(proof: str) -> bool:
        if ".so." in proof:
            return f"\t{proof} " in libraries
        if proof.startswith("/"):
            return any(found.suffix in {".ttf", ".otf", ".ttc"} for found in Path(proof).rglob("*"))
        # Debian keeps servers where a person's own PATH does not lead.
        return shutil.which(proof, path=os.environ.get("PATH", "") + ":/usr/sbin") is not None

    return has


def ensure_system(parts: Mapping[str, str], *, optional: Mapping[str, str]) -> None:
    """Install the missing system packages when that is allowed (root or CI), or name them with the apt line."""
    release = Path("/etc/os-release")
    if WINDOWS or not release.exists() or not is_debian_like(release.read_text(encoding="utf-8")):
        return
    ldconfig = shutil.which("ldconfig", path=os.environ.get("PATH", "") + ":/sbin:/usr/sbin") or "ldconfig"
    has = present_on_this_system(subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout)
    needed, wished = missing_packages(parts, has), missing_packages(optional, has)
    if not needed and not wished:
        return
    if IS_ROOT or os.environ.get("CI"):
        install_packages([*needed, *wished])
    elif needed:
        raise SetupError(f"Qt needs system packages that are missing. Run:\n  {apt_line(needed + wished, sudo=True)}")
    else:
        say(f"Some checks will be skipped; to run them all: {apt_line(wished, sudo=True)}")


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages without asking; raise SetupError with the line to type when apt fails."""
    say(f"Installing system packages: {' '.join(packages)}")
    become = [] if IS_ROOT else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], shlex.split(apt_line(packages, sudo=False))):
        try:
            done = subprocess.run(
                [*become, *command], env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
            )
        except FileNotFoundError:
            raise SetupError(f"Cannot install system packages here. Run:\n  {apt_line(packages, sudo=True)}") from None
        if done.returncode:
            tail = "\n".join((done.stdout + done.stderr).splitlines()[-5:])
            raise SetupError(f"apt failed:\n{tail}\nRun it yourself:\n  {apt_line(packages, sudo=not IS_ROOT)}")


# --- the private environment ------------------------------------------------------------------------------------


def check_python(version: tuple[int, int]) -> None:
    """Raise SetupError when this Python is outside the range the project supports."""
    if not OLDEST <= version < FIRST_TOO_NEW:
        newest = f"{FIRST_TOO_NEW[0]}.{FIRST_TOO_NEW[1] - 1}"
        raise SetupError(
            f"Balcão needs Python {OLDEST[0]}.{OLDEST[1]} to {newest}; this is {version[0]}.{version[1]}. "
            f"Start run.py with another Python, for example: python{newest} run.py"
        )


def env_program(name: str) -> Path:
    """Return the path of a program in the private environment, on this system."""
    return ENVIRONMENT / ("Scripts" if WINDOWS else "bin") / (f"{name}.exe" if WINDOWS else name)


def lock_digest(kind: str) -> str:
    """Return the SHA-256 of a lock as text with one kind of line end, so that a Windows checkout agrees."""
    return hashlib.sha256((ROOT / LOCKS[kind]).read_text(encoding="utf-8").encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    """Return what the environment says about itself; nothing when it is missing or unreadable."""
    try:
        found = json.loads((ENVIRONMENT / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def explain_pip(output: str) -> str:
    """Turn pip's complaint into one sentence that says what to do."""
    for signs, sentence in PIP_COMPLAINTS:
        if any(sign in output for sign in signs):
            return sentence
    return "pip could not install the locked packages."


def make_environment() -> None:
    """Create `.venv`; a broken one (its Python gone) is made anew."""
    whole = env_program("python").exists() and env_program("pip").exists()
    if whole and read_stamp().get("python", sys.version) == sys.version:
        return
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not IS_ROOT or shutil.which("apt-get") is None:
            raise SetupError(f"This Python cannot make environments. Run:\n  {apt_line([package], sudo=True)}")
        install_packages([package])
    say("Making the private environment in .venv")
    done = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SetupError(f"The environment could not be made:\n{(done.stdout + done.stderr).strip()}")


def ensure_environment(kind: str) -> None:
    """Make `.venv` hold what the lock of this kind ("runtime" or "dev") says; nothing to do costs a millisecond."""
    digest = lock_digest(kind)
    if env_program("python").exists() and read_stamp().get(kind) == digest:
        return
    make_environment()
    say(f"Installing the locked packages of {LOCKS[kind]} (one or two minutes the first time)")
    pip = [str(env_program("python")), "-m", "pip", "--no-input", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "install", "--progress-bar", "off", "--require-hashes", "-r", LOCKS[kind]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        output = (done.stdout + done.stderr).strip().splitlines()
        errors = [line for line in output if line.startswith("ERROR")] or output
        raise SetupError("\n    ".join([explain_pip("\n".join(output)), *errors[-5:]]))
    stamp = {kind: digest, "python": sys.version}
    if kind == "dev":  # the development lock holds the whole runtime lock, resolved together
        stamp["runtime"] = lock_digest("runtime")
    (ENVIRONMENT / STAMP).write_text(json.dumps(stamp), encoding="utf-8")


# --- the words --------------------------------------------------------------------------------------------------


def say(text: str) -> None:
    """Tell the person at the terminal what goes on."""
    print(text, flush=True)


def inside(command: Sequence[str | Path], *, offscreen: bool = False) -> int:
    """Run a command of the private environment from the project's root and return its exit code."""
    environment = surroundings(offscreen=offscreen)
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, check=False).returncode


def ready(kind: str) -> None:
    """Set up the system and the environment for running the application ("runtime") or developing it ("dev")."""
    developing = kind == "dev"
    parts = {**OFFSCREEN_PARTS, **WINDOW_PARTS, **(TEST_PARTS if developing else {})}
    ensure_system(parts, optional=BUILD_PARTS if developing else {})
    ensure_environment(kind)


def word_app(arguments: Sequence[str]) -> int:
    """Start the application."""
    ready("runtime")
    return inside([env_program("python"), "-m", "app", *arguments])


def word_test(_arguments: Sequence[str]) -> int:
    """Run every check."""
    ready("dev")
    return run_checks(all_checks(env_program, ci=bool(os.environ.get("CI"))))


def word_lint(_arguments: Sequence[str]) -> int:
    """Run the quick checks."""
    ready("dev")
    return run_checks(quick_checks(env_program))


def word_setup(_arguments: Sequence[str]) -> int:
    """Make everything ready for development."""
    ready("dev")
    say(f"Ready: {env_program('python')}")
    return 0


def word_lock(_arguments: Sequence[str]) -> int:
    """Write both locks anew; hashes cover every system and no line names where the packages came from."""
    ready("dev")
    common = ["-m", "uv", "export", "--format", "requirements-txt", "--no-header", "--no-annotate", "--no-emit-project"]
    for kind, name in LOCKS.items():
        groups = ["--all-groups"] if kind == "dev" else ["--no-dev"]
        code = inside([env_program("python"), *common, "--quiet", *groups, "--output-file", name])
        if code:
            return code
    return 0


def module_word(module: str) -> Callable[[Sequence[str]], int]:
    """Return a word that runs a module of the project in the development environment."""

    def run_module(arguments: Sequence[str]) -> int:
        ready("dev")
        return inside([env_program("python"), "-m", module, *arguments], offscreen=True)

    return run_module


def word_help(_arguments: Sequence[str]) -> int:
    """Print the words."""
    say(HELP)
    return 0


WORDS: dict[str, Callable[[Sequence[str]], int]] = {
    "app": word_app,
    "test": word_test,
    "lint": word_lint,
    "setup": word_setup,
    "lock": word_lock,
    "build": module_word("installer.build"),
    "bench": module_word("tests.budgets"),
    "nightly": module_word("tests.nightly"),
    "screenshots": module_word("tests.screenshots"),
    "train-sentiment": module_word("installer.train_sentiment"),
    "help": word_help,
}


def main(arguments: Sequence[str]) -> int:
    """Run one word and return its exit code; 2 for an unknown word, 1 when the set-up stops."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("app", [])
    if word in {"-h", "--help"}:
        word = "help"
    if word not in WORDS:
        say(f"Unknown word: {word}\n\n{HELP}")
        return 2
    try:
        check_python(sys.version_info[:2])
        return WORDS[word](rest)
    except SetupError as stop:
        print(f"\n{stop}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

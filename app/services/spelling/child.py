"""The dictionary at work in a process of its own: one suggestion can hold the interpreter's lock for a second."""

from __future__ import annotations

import contextlib
import signal
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sys

    from hunspell import Hunspell

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection as Connection
    else:
        from multiprocessing.connection import Connection

LANGUAGE: Final = "pt_BR"
ARCHIVE: Final = f"vero_{LANGUAGE}.zip"
_KNOWN, _UNKNOWN = "atendimento", "atendimentx"


@dataclass(frozen=True, slots=True)
class Ready:
    """The child's first word: the dictionary is loaded, or why it cannot be (the name of the error)."""

    failure: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """Asks which of these words are wrong; the answer is a list of them."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggest:
    """Asks what a word was meant to be; the answer is a list, best first."""

    word: str


def serve(pipe: Connection, archive: Path) -> None:
    """Load the dictionary and answer until the pipe closes."""
    # Ctrl+C belongs to the parent, which ends this process in order.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(EOFError, ConnectionError):  # the parent is gone
        try:
            dictionary = load(archive)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with library or files, the parent is told
            pipe.send(Ready(type(error).__name__))
            return
        pipe.send(Ready())
        while True:
            pipe.send(answer(dictionary, pipe.recv()))


def load(archive: Path) -> Hunspell:
    """Return the dictionary of the archive; raises what is wrong with library or files."""
    from hunspell import Hunspell  # noqa: PLC0415 - where the library is missing, everything else must still work

    # The library reads plain files only, and all of them while it starts.
    with tempfile.TemporaryDirectory(prefix="balcao-", ignore_cleanup_errors=True) as folder:
        with zipfile.ZipFile(archive) as packed:
            for suffix in (".aff", ".dic"):
                packed.extract(LANGUAGE + suffix, folder)
        dictionary = Hunspell(LANGUAGE, hunspell_data_dir=folder, system_encoding="utf-8")
    # It says nothing about files that it cannot use: then it knows no word, or every one.
    if not dictionary.spell(_KNOWN) or dictionary.spell(_UNKNOWN):
        raise ValueError(archive.name)
    return dictionary


def answer(dictionary: Hunspell, question: object) -> list[str]:
    """Return the wrong words of a check, or suggestions."""
    if isinstance(question, Suggest):
        return list(dictionary.suggest(question.word))
    if isinstance(question, Check):
        return [word for word in question.words if not dictionary.spell(word)]
    raise TypeError(type(question).__name__)

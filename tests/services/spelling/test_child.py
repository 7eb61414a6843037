"""The child's work done in this process, where it can be measured."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.services.spelling.child import ARCHIVE, Check, Ready, Suggest, answer, load, serve
from app.services.spelling.speller import DICTIONARIES


@pytest.fixture(autouse=True)
def interrupt() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


def test_it_answers_until_the_pipe_closes() -> None:
    ours, theirs = multiprocessing.Pipe()
    for question in (Check(("voçe", "você")), Suggest("voçe")):
        ours.send(question)

    class Ending:
        """The child's end of a pipe whose other end goes away after two questions."""

        def __init__(self) -> None:
            self.left = 2

        def send(self, value: object) -> None:
            theirs.send(value)

        def recv(self) -> object:
            if not self.left:
                raise EOFError
            self.left -= 1
            return theirs.recv()

    serve(Ending(), DICTIONARIES / ARCHIVE)  # type: ignore[arg-type]  # speaks like a pipe
    got = [ours.recv() for _ in range(3)]
    assert got[:2] == [Ready(), ["voçe"]]
    assert got[2][0] == "você"


def test_it_says_why_it_cannot_begin(tmp_path: Path) -> None:
    ours, theirs = multiprocessing.Pipe()
    serve(theirs, tmp_path / ARCHIVE)
    assert ours.recv() == Ready("FileNotFoundError")


def test_what_it_does_not_understand_is_a_bug() -> None:
    with pytest.raises(TypeError):
        answer(load(DICTIONARIES / ARCHIVE), "voçe")

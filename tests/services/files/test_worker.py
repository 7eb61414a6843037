"""Reading in a child process: same result, cancel, crash."""

from __future__ import annotations

import multiprocessing
import os
import time
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from app.models.domain.incoming import IncomingMention
from app.services.errors import Invalid, Unavailable
from app.services.files import worker
from app.services.files.items import Batch
from app.services.files.worker import ReadRequest, batches, look_in_child, read_in_child

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from multiprocessing.connection import Connection
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

HEAD = "Código;Data;Título;Reclamação\n"


def never() -> bool:
    return False


def table(make_file: Make, count: int) -> Path:
    rows = (f"{number};05/0{number % 9 + 1}/2024;Título {number};Não funciona\n" for number in range(count))
    return make_file("a.csv", HEAD + "".join(rows) + "x;31/02/2024;ruim;ruim\n")


def test_the_child_reads_what_this_process_reads(make_file: Make, now: datetime) -> None:
    request = ReadRequest(table(make_file, 25), now, batch_rows=10)
    found = list(read_in_child(request, is_cancelled=never))
    assert found == list(batches(request))
    assert [len(batch.items) for batch in found] == [10, 10, 6]
    assert [batch.last_row for batch in found] == [10, 20, 26]
    first = found[0].items[0]
    assert isinstance(first.item.outcome, IncomingMention)
    assert first.words == "titulo 0 nao funciona"
    assert found[2].items[-1].words == ""
    assert found[-1].position == found[-1].total_bytes


def test_mails_with_attachments_cross_the_pipe(tmp_path: Path, now: datetime) -> None:
    for number in range(3):
        mail = EmailMessage()
        mail["From"], mail["Subject"], mail["Date"] = "a@b.example", "oi", "Tue, 05 Mar 2024 10:00:00 -0300"
        mail.set_content("segue a foto")
        mail.add_attachment(b"x" * 3_000_000, maintype="image", subtype="png", filename="foto.png")
        (tmp_path / f"{number}.eml").write_bytes(bytes(mail))
    found = list(read_in_child(ReadRequest(tmp_path, now), is_cancelled=never))
    assert [len(batch.items) for batch in found] == [2, 1]  # a batch ends at 4 MiB too
    assert found == list(batches(ReadRequest(tmp_path, now)))


def test_reading_goes_on_after_the_last_row_done(make_file: Make, now: datetime) -> None:
    request = ReadRequest(table(make_file, 25), now, start_at=20)
    assert [parsed.item.row for batch in batches(request) for parsed in batch.items] == list(range(21, 27))


def test_a_cancel_ends_the_child_within_a_second(make_file: Make, now: datetime) -> None:
    request = ReadRequest(table(make_file, 20_000), now, batch_rows=10)
    reading = read_in_child(request, is_cancelled=lambda: bool(stop))
    stop: list[float] = []
    next(reading)
    stop.append(time.monotonic())
    assert list(reading) == []
    assert time.monotonic() - stop[0] < 1
    assert multiprocessing.active_children() == []


def test_closing_the_iterator_ends_the_child(make_file: Make, now: datetime) -> None:
    reading = read_in_child(ReadRequest(table(make_file, 20_000), now, batch_rows=10), is_cancelled=never)
    next(reading)
    reading.close()  # type: ignore[attr-defined]  # it is a generator
    assert multiprocessing.active_children() == []


def test_an_error_comes_back_with_its_code_and_facts(make_file: Make, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        list(read_in_child(ReadRequest(make_file("vazio.csv", ""), now), is_cancelled=never))
    assert (caught.value.code, caught.value.facts) == ("file_empty", {"name": "vazio.csv"})


def crash(pipe: Connection, _request: ReadRequest) -> None:
    pipe.close()
    os._exit(7)


def test_a_child_that_dies_is_told(make_file: Make, now: datetime) -> None:
    child = worker._Child[Batch](crash, ReadRequest(make_file("a.csv", HEAD), now))
    with pytest.raises(Unavailable) as caught:
        list(child.results(Batch, never))
    assert (caught.value.code, caught.value.facts) == ("file_reader_died", {"exit_code": 7})


def test_the_wizard_looks_through_the_child(make_file: Make, now: datetime) -> None:
    path = table(make_file, 3)
    seen = look_in_child(path, now=now, is_cancelled=never)
    assert seen is not None
    assert seen.headers == ("Código", "Data", "Título", "Reclamação")
    assert look_in_child(path, now=now, is_cancelled=lambda: True) is None

"""Conversations and complaint mails come in through the whole import: stored once, ours counted, longer ones added."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from app.models.domain.incoming import RejectReason
from app.models.domain.people import PROGRAM
from app.models.schema.mentions import Mention
from app.services.cancel import CancelToken
from app.services.database import Database
from app.services.files.stream import chat_mapping
from app.services.intake.import_job import ImportJob, ImportReport, Pace
from app.services.intake.runs import ImportRuns
from app.services.intake.service import IntakeService
from app.services.mention_book import MentionBook

CHAT = (
    "01/12/2025 10:00 - As mensagens são protegidas com a criptografia de ponta a ponta.\n"
    "01/12/2025 10:01 - Maria Souza: Meu pedido não chegou\n"
    "01/12/2025 10:05 - Loja Aurora: Olá! Vamos ver.\n"
    "01/12/2025 10:06 - Maria Souza: Obrigada\n"
)


@pytest.fixture
def job(database: Database) -> ImportJob:
    intake = IntakeService(database=database, book=MentionBook(), on_case_mention=lambda *_: None)
    return ImportJob(database=database, intake=intake, runs=ImportRuns(database=database))


def bring(job: ImportJob, path: Path, own_name: str | None = None) -> ImportReport:
    seen = job.look(path, cancel=CancelToken())
    assert seen is not None
    mapping = None if own_name is None else chat_mapping("America/Sao_Paulo", own_name)
    headers = seen.headers if mapping is not None else ()
    return job.run(path, mapping, actor=PROGRAM, cancel=CancelToken(), pace=Pace.BULK, headers=headers)


def texts(database: Database) -> list[str]:
    with database.read() as connection:
        return list(connection.execute(select(Mention.text).order_by(Mention.id)).scalars())


def test_a_longer_export_adds_only_what_is_new(job: ImportJob, database: Database, tmp_path: Path) -> None:
    path = tmp_path / "Conversa do WhatsApp com Maria Souza.txt"
    path.write_text(CHAT, "utf-8")
    first = bring(job, path)
    assert (first.ledger.received, first.ledger.stored, first.ledger.rejected) == (3, 2, 1)
    assert first.reasons == ((RejectReason.OWN_MESSAGE, 1),)
    later = tmp_path / "Conversa do WhatsApp com Maria Souza (1).txt"
    later.write_text(CHAT + "02/12/2025 09:00 - Maria Souza: Chegou!\n", "utf-8")
    second = bring(job, later)
    assert (second.ledger.stored, second.ledger.duplicate, second.ledger.rejected) == (1, 2, 1)
    assert texts(database) == ["Meu pedido não chegou", "Obrigada", "Chegou!"]


def test_a_person_says_who_is_us(job: ImportJob, database: Database, tmp_path: Path) -> None:
    path = tmp_path / "chat.txt"
    path.write_text(CHAT, "utf-8")
    assert bring(job, path, "Maria Souza").ledger.stored == 1
    assert texts(database) == ["Olá! Vamos ver."]

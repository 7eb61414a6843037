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


def test_mails_come_in_without_what_they_quote_and_notices_as_complaints(
    job: ImportJob, database: Database, tmp_path: Path
) -> None:
    head = "From: {}\nTo: sac@aurora.example\nDate: Tue, 02 Dec 2025 10:00:00 -0300\nMessage-ID: <{}@x.example>\n"
    quoted = "Em ter., 2 de dez. de 2025 às 9:00, SAC <sac@aurora.example> escreveu:\n> Podemos ajudar?"
    letters = (
        head.format("maria@correio.example", 1) + f"Subject: Re: Pedido\n\nNao chegou.\n\n{quoted}\n",
        head.format("nao-responda@reclameaqui.com.br", 2)
        + "Subject: Nova =?utf-8?q?reclama=C3=A7=C3=A3o?=\n\nID: 12345678\nConsumidor: Ana\nRelato:\nVeio errado.\n",
        head.format("maria@correio.example", 3)
        + "Subject: Ausente: Re: Pedido\nAuto-Submitted: auto-replied\n\nVolto dia 9.\n",
    )
    for number, letter in enumerate(letters):
        (tmp_path / f"{number}.eml").write_text(letter, "utf-8")
    assert bring(job, tmp_path).ledger.stored == 3
    with database.read() as connection:
        found = connection.execute(select(Mention.text, Mention.external_id, Mention.is_automatic).order_by(Mention.id))
        assert [tuple(row) for row in found] == [
            ("Nao chegou.", "1@x.example", False),
            ("Veio errado.", "12345678", False),
            ("Volto dia 9.", "3@x.example", True),
        ]

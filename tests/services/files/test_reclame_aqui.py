"""Notices of Reclame Aqui become complaints; all other mail stays mail; its exports are understood without a hand."""

from __future__ import annotations

from datetime import UTC, datetime
from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from app.models.domain.incoming import IncomingMention
from app.services.files.mail import parse_mail
from app.services.files.reclame_aqui import complaint_of
from app.services.files.stream import open_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[[str, bytes | str], Path]

LINK = "https://www.reclameaqui.com.br/lojas-aurora/secador-nao-chegou_aB3-dE5fG7hI9jK_/"
NEW = f"""<html><body><p>Olá, Lojas Aurora!</p><p>Você recebeu uma nova reclamação.</p>
<p><b>Título:</b> Secador não chegou</p><p><b>Consumidor:</b> Maria Souza</p><p><b>Cidade:</b> Recife</p>
<p><b>Estado:</b> PE</p><p><b>Reclamação:</b></p><p>Comprei um secador em 3 de março.<br>Até hoje
nada: nem resposta.</p>
<p><a href="{LINK}?utm=1">Responder reclamação</a></p><p>Equipe Reclame AQUI</p></body></html>"""


def notice(
    subject: str,
    text: str,
    *,
    sender: str = "nao-responda@mail.reclameaqui.com.br",
    html: bool = True,
    mark: str = "n1",
) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = f"Reclame AQUI <{sender}>", "sac@aurora.example", subject
    mail["Date"], mail["Message-ID"] = "Tue, 05 Mar 2024 10:00:00 -0300", f"<{mark}@reclameaqui.com.br>"
    mail.set_content(text, subtype="html" if html else "plain")
    return bytes(mail)


def test_a_new_complaint() -> None:
    data = notice("Nova reclamação no Reclame AQUI", NEW)
    found = complaint_of(parse_mail(data), raw=data)
    assert found == IncomingMention(
        channel="reclame_aqui",
        text="Comprei um secador em 3 de março.\nAté hoje nada: nem resposta.",
        posted_at=datetime(2024, 3, 5, 13, tzinfo=UTC),
        external_id="aB3-dE5fG7hI9jK_",
        title="Secador não chegou",
        author_name="Maria Souza",
        permalink=LINK,
        thread_key="aB3-dE5fG7hI9jK_",
        is_direct=True,
        place="Recife - PE",
        extra={"notice": "complaint", "message_id": "n1@reclameaqui.com.br"},
        raw=data,
    )


def test_a_reply_belongs_to_its_complaint() -> None:
    text = f"O consumidor respondeu.\n\nRéplica do consumidor:\nContinuo sem o secador.\n\nAcesse {LINK}\n"
    first = complaint_of(parse_mail(notice('Nova réplica em "Secador não chegou"', text, html=False)))
    again = complaint_of(parse_mail(notice("Nova réplica", text, html=False, mark="n2")))
    assert first is not None
    assert again is not None
    assert (first.text, first.title) == ("Continuo sem o secador.", "Secador não chegou")
    assert (first.in_reply_to, first.thread_key) == ("aB3-dE5fG7hI9jK_", "aB3-dE5fG7hI9jK_")
    assert first.external_id != again.external_id
    assert first.extra["notice"] == "reply"


def test_an_evaluation_carries_its_mark() -> None:
    text = (
        "Maria Souza avaliou o atendimento.\nID da reclamação: 12345678\nConsumidor: Maria Souza\nNota: 7\n"
        "O problema foi resolvido? Sim\nVoltaria a fazer negócio? Não\nConsiderações finais:\n"
        "Demorou, mas veio.\n\nEquipe Reclame AQUI"
    )
    found = complaint_of(parse_mail(notice("Sua empresa foi avaliada", text, html=False)))
    assert found is not None
    assert (found.source_rating, found.text) == (7, "Demorou, mas veio.")
    assert (found.external_id, found.in_reply_to) == ("12345678#evaluation", "12345678")
    assert (found.extra["solved"], found.extra["would_return"]) == ("Sim", "Não")


@pytest.mark.parametrize(
    "data",
    [
        notice("Nova reclamação", NEW, sender="golpe@reclameaqui.com.br.mau.example"),
        notice("Nova reclamação", NEW, sender="golpe@reclameaqui.com"),
        notice("Conheça o prêmio Época", "<p>Vote na sua empresa preferida!</p>"),
        notice("Nova reclamação", "Acesse o painel.", html=False),
        b"From: nao-responda@reclameaqui.com.br\nSubject: Nova reclamacao\n\nReclamacao: nada\n",
    ],
)
def test_other_mail_is_no_complaint(data: bytes) -> None:
    assert complaint_of(parse_mail(data)) is None


def test_a_notice_without_a_number_still_comes_in() -> None:
    found = complaint_of(parse_mail(notice("Nova reclamação", "Reclamação:\nNada chegou.\n", html=False)))
    assert found is not None
    assert (found.external_id, found.thread_key, found.permalink) == ("n1@reclameaqui.com.br", None, None)


def test_the_mail_import_knows_it(make_file: Make, now: datetime) -> None:
    outcome = next(iter(open_source(make_file("a.eml", notice("Nova reclamação", NEW)), now=now).items())).outcome
    assert isinstance(outcome, IncomingMention)
    assert (outcome.channel, outcome.raw is not None) == ("reclame_aqui", True)


def test_the_export_is_understood(make_file: Make, now: datetime) -> None:
    headings = (
        "Origem;Id Origem;Data Reclamação;Status Hugme;Status RA;Nome;CPF/CNPJ;Nota;Email;Telefones;Cidade;Estado;"
        "Resposta da empresa;Data de Resposta;Título;Texto da Reclamação;Data Avaliacao;Id HugMe\n"
    )
    row = (
        "ReclameAQUI;12345678;05/03/2024 10:01:00;Novo;Não respondido;Maria Souza;;7;maria@correio.example;"
        "(11) 95555-0100;Recife;PE;Olá, vamos ver;06/03/2024 09:00:00;Não chegou;Comprei um secador e nada.;;99887766\n"
    )
    outcome = next(
        iter(open_source(make_file("base.csv", "Base Completa\n\n" + headings + row), now=now).items())
    ).outcome
    assert isinstance(outcome, IncomingMention)
    assert (outcome.channel, outcome.external_id, outcome.title) == ("reclame_aqui", "12345678", "Não chegou")
    assert (outcome.text, outcome.source_rating, outcome.place) == ("Comprei um secador e nada.", 7, "Recife - PE")
    assert (outcome.email, outcome.phone) == ("maria@correio.example", "(11) 95555-0100")


def test_what_a_consumer_wrote_is_never_cut_at_a_line_that_looks_like_a_label() -> None:
    text = "Consumidor: Ana\nReclamação:\nComprei e veio errado.\nProduto: secador\nStatus: nada\nQuero a troca.\n"
    found = complaint_of(parse_mail(notice("Nova reclamação", text, html=False)))
    assert found is not None
    assert found.text == "Comprei e veio errado.\nProduto: secador\nStatus: nada\nQuero a troca."
    both = "Reclamação: Veio errado.\nRéplica do consumidor:\nContinua errado.\n"
    reply = complaint_of(parse_mail(notice("Nova réplica", both, html=False)))
    assert reply is not None
    assert reply.text == "Continua errado."

"""consumidor.gov.br through the real HTTP client: every step of a complaint once, the one answer, the day's token."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability
from app.models.domain.incoming import RejectReason
from app.models.domain.vocabulary import Visibility
from app.services.channels.base import Account, ChannelError, Fetched, OutgoingReply
from app.services.channels.consumidor_gov import KIND, NETWORK, ConsumidorGovChannel
from app.services.channels.consumidor_gov_complaints import at_of
from tests.counterparts.consumidor_gov import CLIENT, CODE, CPF, SECRET, ConsumidorGovServer
from tests.fakes import FakeClock, FakeCredentials

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def server() -> Iterator[ConsumidorGovServer]:
    with ConsumidorGovServer(NOW) as running:
        yield running


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(NOW)


def opened(server: ConsumidorGovServer, clock: FakeClock, **secrets: str) -> ConsumidorGovChannel:
    values = {"code": CODE, "client_secret": SECRET, "authorized_cpf": "529.982.247-25", **secrets}
    account = Account(1, "consumidor_gov", "Loja", {"base_url": server.url, "client_id": CLIENT})
    channel = NETWORK.open(account=account, credentials=FakeCredentials(**values), clock=clock)
    assert isinstance(channel, ConsumidorGovChannel)
    return channel


@pytest.fixture
def channel(server: ConsumidorGovServer, clock: FakeClock) -> Iterator[ConsumidorGovChannel]:
    found = opened(server, clock)
    yield found
    found.close()


def read(channel: ConsumidorGovChannel, cursor: str | None = None) -> tuple[list[Fetched], str]:
    pages: list[Fetched] = []
    while True:
        page = channel.fetch("complaints", cursor)
        pages.append(page)
        cursor = page.cursor
        if not page.has_more:
            return pages, cursor


def reply(protocol: str, words: str = "Já enviamos outro.", **changes: Any) -> OutgoingReply:
    values: dict[str, Any] = {
        "visibility": Visibility.PUBLIC,
        "in_reply_to": protocol,
        "extra": {"protocolo": protocol},
        "written_at": NOW,
        **changes,
    }
    return OutgoingReply("k1", 1, words, **values)


def problem_of(channel: ConsumidorGovChannel) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        channel.fetch("complaints", None)
    return caught.value


def refused(channel: ConsumidorGovChannel, given: OutgoingReply) -> ChannelError:
    with pytest.raises(ChannelError) as caught:
        channel.send(given)
    return caught.value


def test_a_complaint_comes_with_its_consumer_and_its_deadline(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    protocol = server.complain("A geladeira não chegou.", 2 * DAY)
    server.files["7"] = b"%PDF-"
    step = server.complaints[protocol]["tramites"][0]
    step["anexos"] = [
        {"codigo": 7, "nome": "nota.pdf", "tamanho": 5},
        {"codigo": 8, "nome": "filme.mp4", "tamanho": 90_000_000},
        {"codigo": 9, "nome": "sumiu.png", "tamanho": 5},
    ]
    [page], _ = read(channel)
    [mention] = page.mentions
    assert mention.text == "A geladeira não chegou.\n\nQuero a troca."
    assert (mention.external_id, mention.thread_key) == (protocol, protocol)
    assert (mention.title, mention.place) == ("Eletrodoméstico – Não entrega", "Recife/PE")
    assert (mention.author_key, mention.author_name) == ("c77", "Ana Souza")
    assert (mention.document, mention.email, mention.phone) == (CPF, "ana@exemplo.com.br", "8155550000")
    assert mention.posted_at == NOW - 2 * DAY
    assert mention.extra["answer_until"] == (NOW + 8 * DAY).isoformat()
    assert mention.extra["situacao"] == "Em análise pelo fornecedor"
    assert [(each.name, each.content) for each in mention.attachments] == [
        ("nota.pdf", b"%PDF-"),
        ("filme.mp4", None),
        ("sumiu.png", None),
    ]


def test_without_a_told_deadline_it_is_ten_days(channel: ConsumidorGovChannel, server: ConsumidorGovServer) -> None:
    protocol = server.complain("Nada chegou.", DAY)
    server.complaints[protocol]["prazo"] = None
    server.complaints[protocol]["reclamante"] = {"emails": ["a@exemplo.com.br"], "telefones": ["1155550000"]}
    server.complaints[protocol]["tramites"][0]["textos"] = []
    [mention] = read(channel)[0][0].mentions
    assert mention.extra["answer_until"] == (NOW + 9 * DAY).isoformat()
    assert (mention.author_key, mention.email, mention.phone) == (protocol, "a@exemplo.com.br", "1155550000")
    assert mention.text == "Eletrodoméstico – Não entrega"


def test_thirty_days_are_read_in_pages_and_a_kill_loses_nothing(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    for number in range(45):
        server.complain(f"reclamação {number}", timedelta(hours=10 * number + 1))
    server.complain("velha demais", 40 * DAY)
    first = channel.fetch("complaints", None)
    assert (len(first.mentions), first.has_more) == (20, True)
    channel.fetch("complaints", first.cursor)  # read, but never stored
    rest, cursor = read(channel, first.cursor)
    texts = {each.text.partition("\n")[0] for page in [first, *rest] for each in page.mentions}
    assert texts == {f"reclamação {number}" for number in range(45)}
    assert read(channel, cursor)[0][0].mentions == ()
    assert len(server.asked("/reclamacoes/listar")) <= 3


def test_what_happens_later_is_told_and_our_answer_is_ours(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    protocol = server.complain("Não chegou.", 3 * DAY)
    _, cursor = read(channel)
    server.add_step(protocol, 6, "Ana Souza", "Continua sem chegar.")
    server.add_step(protocol, 6, "Loja Exemplo", "Estamos vendo.")
    server.add_step(protocol, 3, "Loja Exemplo", "Enviamos outra.")
    server.add_step(protocol, 15, "Gestor", "Pedimos mais informações.")
    server.add_step(protocol, 2, "Loja Exemplo")
    server.put_in(protocol, 6)
    rating = [
        {"texto": "Resolveram rápido.", "tipo": {"codigo": 1, "descricao": "Comentário"}},
        {"texto": "4", "tipo": {"codigo": 2, "descricao": "Nota do consumidor"}},
    ]
    server.add_step(protocol, 4, "Ana Souza", textos=rating)
    [page], cursor = read(channel, cursor)
    opening, complement, state, rated = page.mentions
    assert opening.external_id == protocol
    assert "answer_until" not in opening.extra
    assert (complement.text, complement.in_reply_to, complement.author_key) == ("Continua sem chegar.", protocol, "c77")
    assert (state.author_key, state.author_name) == ("gestor", "Gestor")
    assert (rated.source_rating, rated.text) == (4, "Resolveram rápido.\n\n4")
    assert [each.text for each in page.own] == ["Estamos vendo.", "Enviamos outra."]
    assert all(each.in_reply_to == protocol for each in page.own)
    assert read(channel, cursor)[0][0].mentions == ()


def test_an_edit_has_its_time_and_a_cancelled_complaint_is_taken_away(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    edited, gone = server.complain("Texto", 3 * DAY), server.complain("Outro", 3 * DAY)
    _, cursor = read(channel)
    server.complaints[edited]["tramites"][0]["textos"][0]["texto"] = "Texto sem nome"
    server.add_step(edited, 11, "Gestor")
    server.put_in(gone, 8)
    [page], _ = read(channel, cursor)
    assert [(each.external_id, each.edited_at) for each in page.mentions] == [(edited, NOW)]
    assert [each.external_id for each in page.removals] == [gone]


def test_a_listing_without_steps_is_looked_through_once_a_day(clock: FakeClock) -> None:
    with ConsumidorGovServer(NOW, has_steps=False) as server:
        channel = opened(server, clock)
        protocol = server.complain("Não chegou.", DAY)
        _, cursor = read(channel)
        server.add_step(protocol, 6, "Ana Souza", "E agora?")
        assert read(channel, cursor)[0][0].mentions == ()
        clock.advance(DAY)
        assert [each.text for each in read(channel, cursor)[0][0].mentions][1:] == ["E agora?"]
        channel.close()


def test_one_answer_is_given_and_no_second(channel: ConsumidorGovChannel, server: ConsumidorGovServer) -> None:
    protocol = server.complain("Não chegou.")
    receipt = channel.send(reply(protocol))
    assert receipt.external_id == f"{protocol}:2"
    assert server.complaints[protocol]["tramites"][-1]["textos"][0]["texto"] == "Já enviamos outro."
    assert refused(channel, reply(protocol, "E mais isto.")).problem is Problem.WINDOW_CLOSED
    assert refused(channel, reply("999")).problem is Problem.TARGET_GONE
    assert refused(channel, reply("", extra={})).problem is Problem.TARGET_GONE


def test_a_machines_notice_never_uses_the_one_answer_up(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    protocol = server.complain("Não chegou.")
    channel.send(reply(protocol, "Respondemos amanhã.", is_automatic=True))
    assert server.complaints[protocol]["tramites"][-1]["tipo"]["codigo"] == 6
    assert channel.send(reply(protocol)).external_id == f"{protocol}:3"


def test_an_answer_whose_receipt_was_lost_is_found_again(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer
) -> None:
    protocol = server.complain("Não chegou.")
    assert channel.find_sent(reply(protocol)) is None
    server.lose_next(path="/reclamacao", method="POST")
    assert not refused(channel, reply(protocol)).is_certain
    found = channel.find_sent(reply(protocol))
    assert found is not None
    assert found.external_id == f"{protocol}:2"
    assert channel.find_sent(reply(protocol, written_at=NOW + DAY)) is None
    other = server.complain("Outra.")
    server.play_next(lambda do: do(), path=f"/reclamacao/{other}/detalhe")
    server.fail_next(500, path=f"/reclamacao/{other}/detalhe")
    assert channel.send(reply(other)).external_id is None


@pytest.mark.parametrize(
    ("status", "message", "problem"),
    [
        (400, "A reclamação já foi respondida.", Problem.WINDOW_CLOSED),
        (400, "Prazo expirado para resposta.", Problem.WINDOW_CLOSED),
        (400, "O texto excede 3000 caracteres.", Problem.TEXT_TOO_LONG),
        (400, "CPF do usuário autorizado inexistente ou inválido.", Problem.SCOPE_MISSING),
        (400, "Outra coisa.", Problem.REFUSED),
        (404, "Sem resultado.", Problem.TARGET_GONE),
        (429, "", Problem.RATE_LIMITED),
    ],
)
def test_a_refused_answer_says_why(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer, status: int, message: str, problem: Problem
) -> None:
    protocol = server.complain("Não chegou.")
    server.fail_next(status, body=[{"mensagem": message}], path="/reclamacao", method="POST")
    error = refused(channel, reply(protocol))
    assert (error.problem, error.is_certain) == (problem, True)


def test_the_token_lasts_a_day_and_is_asked_anew_when_it_is_refused(
    channel: ConsumidorGovChannel, server: ConsumidorGovServer, clock: FakeClock
) -> None:
    protocol = server.complain("Não chegou.")
    read(channel)
    read(channel)
    assert server.token_number == 1
    clock.advance(timedelta(hours=9))
    read(channel)
    assert server.token_number == 2
    clock.set(datetime(2026, 11, 22, 3, 1, tzinfo=UTC))  # past midnight in Brasília
    read(channel)
    assert server.token_number == 3
    server.token_number = 9
    read(channel)
    assert server.token_number == 10
    server.fail_next(400, body={"mensagem": "Token informado inválido"}, path="/reclamacao", method="POST")
    assert channel.send(reply(protocol)).external_id is not None
    assert server.token_number == 11
    server.fail_next(400, 2, body={"mensagem": "Token informado inválido"}, path="/reclamacoes")
    assert problem_of(channel).problem is Problem.TOKEN_REVOKED


def test_wrong_keys_are_named_and_stand_in_no_error(server: ConsumidorGovServer, clock: FakeClock) -> None:
    channel = opened(server, clock, client_secret="errado-xyz")
    error = problem_of(channel)
    assert error.problem is Problem.WRONG_PASSWORD
    assert "errado-xyz" not in str(error) + str(error.facts)
    channel.close()
    channel = opened(server, clock, authorized_cpf="11144477735")
    error = problem_of(channel)
    assert (error.problem, error.facts) == (Problem.SCOPE_MISSING, {"why": "cpf"})
    server.fail_next(503, path="/seguranca")
    channel.close()
    channel = opened(server, clock)
    assert problem_of(channel).problem is Problem.SERVER_ERROR
    server.shape_next({}, path="/seguranca")
    assert problem_of(channel).problem is Problem.UNREADABLE
    server.lose_next(path="/seguranca")
    assert refused(channel, reply("1")).is_certain
    channel.close()


def test_bodies_of_another_shape(channel: ConsumidorGovChannel, server: ConsumidorGovServer) -> None:
    server.complain("boa", DAY)
    broken = server.complain("sem data", DAY)
    server.shape_next({"dado": {"protocolo": broken}}, path=f"/reclamacao/{broken}")
    server.complaints["x"] = {**server.complaints[broken], "protocolo": None}
    [page], cursor = read(channel)
    assert [each.reason for each in page.rejected] == [RejectReason.BAD_STRUCTURE] * 2
    assert [each.text.partition("\n")[0] for each in page.mentions] == ["boa"]
    assert json.loads(cursor)["begin"] == "2026-10-22"
    for shape in ({"dados": 3}, {"x": 1}, b"<html>"):
        server.shape_next(shape, path="/reclamacoes")
        fresh = opened(server, FakeClock(NOW))
        assert problem_of(fresh).problem is Problem.UNREADABLE
        fresh.close()
    server.shape_next([server.complaints[broken]], path="/reclamacoes")  # the listing without an envelope
    server.shape_next([{"dado": server.complaints[broken]}], path="/reclamacao/")
    fresh = opened(server, FakeClock(NOW))
    assert len(fresh.fetch("complaints", "no json").mentions) == 1
    fresh.close()


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ("21/11/2026 11:00:00", NOW),
        ("21/11/2026 11:00", NOW),
        ("21/11/2026", datetime(2026, 11, 21, 3, 0, tzinfo=UTC)),
        (int(NOW.timestamp() * 1000), NOW),
        (10**30, None),
        ("2026-11-21", None),
        (None, None),
        (True, None),
    ],
)
def test_times_are_brasilias(value: object, at: datetime | None) -> None:
    assert at_of(value) == at


def test_the_check_and_the_count(channel: ConsumidorGovChannel, server: ConsumidorGovServer) -> None:
    server.complain("uma", DAY)
    server.complain("duas", DAY + timedelta(hours=13))  # still the day before in Brasília
    server.complain("três", DAY + timedelta(hours=15))
    assert channel.check().account_name == "Loja Exemplo"
    server.fail_next(500, path="/cadastros")
    assert channel.check().account_name == CLIENT
    assert channel.count("complaints", (NOW - DAY).date()) == 2
    assert channel.count("complaints", NOW.date()) == 0


def test_what_the_service_does_not_have(channel: ConsumidorGovChannel) -> None:
    assert {each.ability for each in KIND.abilities} == set(Ability)
    assert channel.streams == ("complaints",)
    assert not channel.wait(threading.Event(), 0.01)
    with pytest.raises(ChannelError):
        channel.act("hide", "1")
    with pytest.raises(ChannelError):
        channel.figures(["1"])

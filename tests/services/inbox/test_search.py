"""The search box finds the same on both engines, however a word is written."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from app.models.domain.people import Actor
from app.models.domain.search_hit import HitKind
from app.models.domain.vocabulary import CaseState
from app.models.schema.cases import Case
from app.services.database import Database
from app.services.inbox import InboxService
from app.services.search import SearchService
from tests.services.inbox.counter_data import populate, read_rows, words_fit


@pytest.fixture
def search(database: Database, actor: Actor) -> SearchService:
    populate(database, actor, seed=31, mentions=200, cases=12)
    return SearchService(database=database, inbox=InboxService(database=database))


def test_words_in_every_spelling(database: Database, actor: Actor, search: SearchService) -> None:
    answers = [search.lookup(text, actor) for text in ("reclamacao", "RECLAMAÇÃO", "reclamação", "reclam*")]
    assert len({answer.hits for answer in answers}) == 1
    mentions = [hit for hit in answers[0].hits if hit.kind is HitKind.MENTION]
    assert len(mentions) == 25
    assert [hit.id for hit in mentions] == sorted((hit.id for hit in mentions), reverse=True)
    everyone = read_rows(database).mentions
    wanted = [
        row
        for row in everyone
        if words_fit(f"{row.title} {row.text}".lower().replace("çã", "ca").split(), "RECLAMACAO")
    ]
    assert answers[0].mentions.n == len(wanted)


def test_phrases_exclusions_and_nonsense(actor: Actor, search: SearchService) -> None:
    phrase = search.lookup('"pedido errado"', actor)
    assert phrase.mentions.n > 0
    assert all(hit.row is not None and "pedido errado" in hit.row.text for hit in phrase.hits)
    assert all("pedido errado" in hit.excerpt for hit in phrase.hits if hit.kind is HitKind.MENTION)
    without = search.lookup("loja -boleto", actor)
    assert all(hit.row is not None and "boleto" not in hit.row.text for hit in without.hits)
    for text in ("", "   ", '"', "-", "***", "!!!", "'; DROP TABLE mention; --", '" OR 1 *', "NEAR(a b)", "x" * 5000):
        assert search.lookup(text, actor).mentions.n == 0, text


def test_protocols_whole_in_pieces_and_merged(database: Database, actor: Actor, search: SearchService) -> None:
    first, second = read_rows(database).cases[:2]
    two_lines = update(Case).where(Case.id == first.id).values(preview="Chegou\nquebrado")
    database.quiet(lambda connection: connection.execute(two_lines))
    found = search.lookup(f"Protocolo {first.protocol[:8]} {first.protocol[8:]}", actor)
    assert found.exact_case_id == first.id
    assert found.hits[0].row is not None
    assert found.hits[0].row.protocol == first.protocol
    assert found.hits[0].excerpt.endswith("Chegou quebrado")
    piece = search.lookup(second.protocol[-6:], actor)
    assert second.id in {hit.id for hit in piece.hits if hit.kind is HitKind.CASE}
    database.quiet(
        lambda connection: connection.execute(
            update(Case).where(Case.id == first.id).values(state=CaseState.MERGED, merged_into_id=second.id)
        )
    )
    assert search.lookup(first.protocol, actor).exact_case_id == second.id


def test_customers_by_the_beginning_of_their_name(actor: Actor, search: SearchService) -> None:
    answer = search.lookup("CLIENTE 1", actor)
    names = [hit.title for hit in answer.hits if hit.kind is HitKind.CUSTOMER]
    assert "Cliente 1" in names
    assert all(name.startswith("Cliente 1") for name in names)


@pytest.mark.parametrize("text", ["ate:31/12/9999", "desde:01/01/0001", "desde:01/01/0001 ate:31/12/9999 reclamacao"])
def test_days_at_the_ends_of_the_calendar(actor: Actor, search: SearchService, text: str) -> None:
    assert (
        search.lookup(f"{text} canal:instagram", actor).mentions.n
        == search.lookup(f"{'reclamacao ' if 'recl' in text else ''}canal:instagram", actor).mentions.n
    )


def test_a_sentiment_that_there_is_not_finds_nothing(actor: Actor, search: SearchService) -> None:
    assert search.lookup("sentimento:neg", actor).mentions.n
    assert search.lookup("sentimento:azul", actor).hits == ()

"""The search over everything, on both engines: all kinds, word forms, filters by name, what asks for nothing."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from app.models.domain.search_hit import Found, HitKind, SearchOptions, SearchResults
from app.models.domain.vocabulary import Visibility
from app.models.schema.reading import WorkText
from app.services.articles import ArticleService
from app.services.inbox import InboxService
from app.services.search import SearchService
from app.services.work_texts import rebuild_work_texts

from .conftest import Desk  # isort: skip

NEWEST = SearchOptions()
ALL_FORMS = SearchOptions(with_forms=True)


@pytest.fixture
def search(desk: Desk) -> SearchService:
    return SearchService(database=desk.database, inbox=InboxService(database=desk.database))


def hits(results: SearchResults, kind: HitKind) -> tuple[Found, ...]:
    return next((group.hits for group in results.groups if group.kind is kind), ())


def kinds(results: SearchResults) -> list[HitKind]:
    return [group.kind for group in results.groups]


def worked_case(desk: Desk) -> int:
    """A case with a note, a sent answer and a solution about gum trees, a word that nothing else holds."""
    case_id = desk.open_case("A seringueira chegou quebrada")
    desk.notes.write_note(desk.actor, case_id, "Seringueira: pedir fotos", expected_version=desk.version(case_id))
    desk.replies.write_reply(
        desk.actor,
        case_id,
        expected_version=desk.version(case_id),
        text="Vamos trocar a sua seringueira.",
        visibility=Visibility.PUBLIC,
        client_key="k1",
    )
    return case_id


def test_one_word_leads_to_every_kind_and_old_texts_are_indexed_later(desk: Desk, search: SearchService) -> None:
    case_id = worked_case(desk)
    reply_id = desk.database.quiet(lambda c: c.exec_driver_sql("SELECT max(id) FROM reply").scalar_one())
    assert HitKind.REPLY not in kinds(search.find("seringueira", desk.actor))
    desk.replies.mark_sent(desk.actor, reply_id)
    desk.cases.write_solution(desk.actor, case_id, "Seringueira trocada", expected_version=desk.version(case_id))
    ArticleService(database=desk.database).add(desk.actor, "Seringueiras", "Como trocar uma seringueira quebrada")
    found = search.find("SERINGUEIRA", desk.actor)
    wanted = [HitKind.CASE, HitKind.MENTION, HitKind.NOTE, HitKind.SOLUTION, HitKind.REPLY, HitKind.ARTICLE]
    assert kinds(found) == wanted
    assert {hits(found, kind)[0].id for kind in (HitKind.NOTE, HitKind.SOLUTION, HitKind.REPLY)} == {case_id}
    (note,) = hits(found, HitKind.NOTE)
    assert [note.snippet.text[start:end] for start, end in note.snippet.marks] == ["Seringueira"]

    desk.database.quiet(lambda c: (c.execute(delete(WorkText)), c.exec_driver_sql("DELETE FROM work_search")))
    assert HitKind.NOTE not in kinds(search.find("seringueira", desk.actor))
    assert rebuild_work_texts(desk.database) == 3
    assert rebuild_work_texts(desk.database) == 0
    assert search.find("SERINGUEIRA", desk.actor).groups == found.groups

    desk.cases.write_solution(desk.actor, case_id, "Outra coisa", expected_version=desk.version(case_id))
    assert HitKind.SOLUTION not in kinds(search.find("seringueira", desk.actor))
    assert kinds(search.find("seringueira canal:facebook", desk.actor)) == []
    assert HitKind.NOTE in kinds(search.find("seringueira canal:instagram", desk.actor))
    assert HitKind.NOTE not in kinds(search.find("seringueira desde:01/01/2027", desk.actor))


def test_a_note_taken_back_is_found_no_more(desk: Desk, search: SearchService) -> None:
    case_id = desk.open_case()
    done = desk.notes.write_note(desk.actor, case_id, "jabuticaba", expected_version=desk.version(case_id))
    assert kinds(search.find("jabuticaba", desk.actor)) == [HitKind.NOTE]
    assert done.undo is not None
    done.undo.revert()
    assert search.find("jabuticaba", desk.actor).is_empty


def test_forms_of_a_word_and_alternatives(desk: Desk, search: SearchService) -> None:
    said = ("Vou reclamar", "Minha reclamação", "Já reclamei", "Reclamamos ontem", "Nada disso", "Trocaram tudo")
    ids = [desk.mention(words, author=f"autor{number}") for number, words in enumerate(said)]

    def mentions(text: str, options: SearchOptions = NEWEST) -> set[int]:
        return {hit.id for hit in hits(search.find(text, desk.actor, options), HitKind.MENTION)}

    assert mentions("reclamar") == {ids[0]}
    assert mentions("reclamar", ALL_FORMS) == mentions("~reclamei") == set(ids[:4])
    assert mentions("~reclamar -ontem") == set(ids[:3])
    assert mentions("troquei", ALL_FORMS) == {ids[5]}
    assert mentions("reclamei|trocaram") == {ids[2], ids[5]}
    assert mentions("recla*") == set(ids[:4])
    assert mentions("re*") == set()  # too short for a beginning: it is a word
    assert mentions("de:autor2") == {ids[2]}
    assert mentions("de:autor2 reclamar") == set()
    assert mentions("estado:triar reclamar -canal:instagram") == set()
    assert mentions("estado:triar reclamar") == {ids[0]}
    assert mentions("reclamar idioma:pt") == set()
    best = search.find("reclamei reclamar|reclamei", desk.actor, SearchOptions(by_relevance=True))
    assert hits(best, HitKind.MENTION)[0].id == ids[2]


def test_nearly_equal_texts_stand_once_and_open_together(desk: Desk, search: SearchService) -> None:
    text = "Comprei uma geladeira nova e ela parou de funcionar no terceiro dia de uso"
    for number in range(4):
        desk.mention(f"{text} https://exemplo.com/{number}", author=f"autor{number}")
    (only,) = hits(search.find("geladeira", desk.actor), HitKind.MENTION)
    assert only.alike == 3
    together = search.find(only.alike_text, desk.actor)
    assert [group.count.n for group in together.groups if group.kind is HitKind.MENTION] == [4]


def test_what_asks_for_nothing_says_why(desk: Desk, search: SearchService) -> None:
    desk.mention("Minha reclamação não foi lida")
    assert search.find("reclamasao", desk.actor).instead == "reclamacao"
    assert search.find("zzzzqqqq", desk.actor).instead == ""
    assert search.find("-troca", desk.actor).has_words_only_to_leave_out
    assert search.find("desde:ontem", desk.actor).problems
    assert search.find("-dono:ana", desk.actor).problems
    long = search.find("reclamacao " + "x" * 10_000, desk.actor)
    assert long.is_cut
    assert search.find(" ".join(f"a{number}" for number in range(400)), desk.actor).is_cut
    nonsense = ('"', '"" - * ~ |', "((((", '"a" OR "b', "NEAR(a, b)", "' & !", '-"', "~~a||b*", "{words}:x", "\x00")
    for text in nonsense:
        search.find(text, desk.actor, ALL_FORMS)

"""Templates and support material are edited with version, record and undo; a good answer becomes an article."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from app.models.domain.crisis_room import ApprovedPosition
from app.models.domain.people import Actor, Role
from app.models.domain.vocabulary import Visibility
from app.models.schema.rules import RuleChange
from app.models.schema.settings import Template
from app.services.articles import ArticleSection, ArticleService
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.first_day import original_templates
from app.services.rule_set import RuleSet
from app.services.template_editing import EditableTemplate, TemplateEditing, TemplateSection
from app.services.templates import POSITION_ID, TemplateService
from tests.services.cases.conftest import Desk


@pytest.fixture
def editing(database: Database) -> TemplateEditing:
    return TemplateEditing(database=database)


@pytest.fixture
def articles(database: Database) -> ArticleService:
    return ArticleService(database=database)


@pytest.fixture
def rules(database: Database, editing: TemplateEditing, articles: ArticleService) -> RuleSet:
    return RuleSet(database=database, sections=[TemplateSection(editing=editing), ArticleSection(articles=articles)])


def _named(editing: TemplateEditing, name: str) -> EditableTemplate:
    return next(each for each in editing.all() if each.info.name == name)


def test_a_template_is_added_changed_and_taken_back(editing: TemplateEditing, actor: Actor, database: Database) -> None:
    done = editing.add(
        actor, "  Troca ", "Olá, {cliente}! A troca sai até {prazo}.", shortcut="troca", trait="Acolhedor"
    )
    made = _named(editing, "Troca")
    assert (made.info.shortcut, made.info.trait, made.unknown, made.is_active) == ("troca", "Acolhedor", (), True)
    changed = editing.change(actor, done.value, expected_version=1, text="Olá, {clinete}!")
    assert changed.value == 2
    assert _named(editing, "Troca").unknown == ("clinete",)
    assert changed.undo is not None
    changed.undo.revert()
    assert _named(editing, "Troca").unknown == ()
    assert done.undo is not None
    done.undo.revert()
    assert not _named(editing, "Troca").is_active
    with database.read() as connection:
        told = connection.execute(select(RuleChange.what).order_by(RuleChange.id)).scalars().all()
    assert told == ["template_added", "template_changed", "template_undo", "template_undo"]


def test_a_template_that_nobody_used_is_gone_after_undo(editing: TemplateEditing, actor: Actor) -> None:
    done = editing.add(actor, "Troca", "Olá!")
    assert done.undo is not None
    done.undo.revert()
    assert all(each.info.name != "Troca" for each in editing.all())


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "template_without_name"),
        ({"name": "x" * 81}, "template_too_long"),
        ({"text": "\x00 "}, "template_without_text"),
        ({"text": "x" * 10_001}, "template_too_long"),
        ({"name": "SOLUÇÃO"}, "template_name_taken"),
        ({"shortcut": "Sol"}, "shortcut_taken"),
        ({"shortcut": "x" * 21}, "template_too_long"),
    ],
)
def test_what_cannot_be_a_template_is_refused(
    editing: TemplateEditing, actor: Actor, values: dict[str, str], code: str
) -> None:
    count = len(editing.all())
    with pytest.raises(Invalid, match=code):
        editing.add(actor, **({"name": "Nova", "text": "Olá"} | values))
    assert len(editing.all()) == count


def test_two_editors_of_one_template(editing: TemplateEditing, actor: Actor) -> None:
    found = _named(editing, "Solução")
    editing.change(actor, found.info.id, expected_version=1, text="Primeira")
    with pytest.raises(Conflict, match="template_changed"):
        editing.change(actor, found.info.id, expected_version=1, text="Segunda")
    with pytest.raises(ValueError, match="editable"):
        editing.change(actor, found.info.id, expected_version=2, used_count=9)
    with pytest.raises(Invalid, match="template_missing"):
        editing.change(actor, 9_999, expected_version=1, text="x")


def test_only_a_supervisor_edits(editing: TemplateEditing, articles: ArticleService) -> None:
    attendant = Actor(person_id=2, name="Rui", role=Role.ATTENDANT)
    with pytest.raises(Refused, match="not_allowed"):
        editing.add(attendant, "x", "y")
    with pytest.raises(Refused, match="not_allowed"):
        articles.add(attendant, "x", "y")


def test_a_template_of_another_channel_is_not_offered(desk: Desk) -> None:
    editing, offered = TemplateEditing(database=desk.database), TemplateService(database=desk.database)
    choices = editing.choices()
    ids = {name: row_id for row_id, name in choices.channels}
    assert ("complaint", "Reclamação") in choices.natures
    long = "x" * 300
    added = editing.add(desk.actor, "Só no X", long, channel_id=ids["X"])
    assert _named(editing, "Só no X").too_long_for == ("X",)
    case_id = desk.open_case()
    names = [each.name for each in offered.for_case(case_id, Visibility.PUBLIC)]
    assert "Só no X" not in names
    editing.change(desk.actor, added.value, expected_version=1, channel_id=ids["Instagram"])
    assert "Só no X" in [each.name for each in offered.for_case(case_id, Visibility.PUBLIC)]


def test_templates_travel_and_go_back_to_the_original(
    rules: RuleSet, editing: TemplateEditing, actor: Actor, database: Database
) -> None:
    text = rules.export(["templates"])
    assert all(each.is_same for each in rules.preview(text))
    solution = _named(editing, "Solução")
    editing.change(actor, solution.info.id, expected_version=1, text="Outra")
    database.quiet(lambda connection: connection.execute(update(Template).values(used_count=3)))
    editing.add(actor, "Nova", "Olá")
    done = rules.restore(actor, "templates")
    active = {each.info.name: each for each in editing.all() if each.is_active}
    assert active.keys() == {str(row["name"]) for row in original_templates()}
    assert active["Solução"].info.text == solution.info.text
    assert active["Solução"].info.used_count == 3
    assert done.undo is not None
    done.undo.revert()
    assert _named(editing, "Nova").is_active
    assert _named(editing, "Solução").info.text == "Outra"


def test_articles_are_found_by_words_and_beginnings(articles: ArticleService, actor: Actor) -> None:
    articles.add(actor, "Trocas e devoluções", "O prazo de troca é de 7 dias corridos.", nature_key="question")
    articles.add(actor, "Horário das lojas", "Abrimos às 9 h; troca de produto só até as 17 h.")
    assert [each.title for each in articles.search("TROCA")] == ["Trocas e devoluções", "Horário das lojas"]
    assert [each.title for each in articles.search("devol praz")] == ["Trocas e devoluções"]
    assert articles.search("100% _troca") == ()
    second = articles.search("horario")[0]
    articles.count_use(actor, second.id)
    assert [each.title for each in articles.search("")] == ["Horário das lojas", "Trocas e devoluções"]
    assert articles.search("", nature_key="question")[0].title == "Trocas e devoluções"
    changed = articles.change(actor, second.id, expected_version=1, text="Abrimos cedo.")
    assert [each.id for each in articles.search("troca produto")] == []
    assert changed.undo is not None
    changed.undo.revert()
    assert [each.id for each in articles.search("troca produto")] == [second.id]
    articles.change(actor, second.id, expected_version=3, is_active=False)
    assert articles.search("lojas") == ()
    assert [each.is_active for each in articles.search("lojas", include_retired=True)] == [False]


@pytest.mark.parametrize(
    ("title", "text", "code"),
    [
        ("", "x", "article_without_title"),
        ("x" * 161, "x", "article_too_long"),
        ("Novo", " ", "article_without_text"),
        ("Novo", "x" * 50_001, "article_too_long"),
        ("Já há", "x", "article_title_taken"),
    ],
)
def test_what_cannot_be_an_article_is_refused(
    articles: ArticleService, actor: Actor, title: str, text: str, code: str
) -> None:
    articles.add(actor, "Já há", "Texto")
    with pytest.raises(Invalid, match=code):
        articles.add(actor, title, text)
    with pytest.raises(Invalid, match="article_missing"):
        articles.change(actor, 999, expected_version=1, text="x")


def test_a_good_public_answer_becomes_an_article(desk: Desk, articles: ArticleService) -> None:
    case_id = desk.open_case("Qual o prazo de troca?")
    number = desk.cases.detail(case_id, 0).protocol
    write = {"expected_version": desk.version(case_id), "client_key": "a"}
    text = f"Oi, Ana! O prazo é de 7 dias. Protocolo {number}. Anatomia à parte."
    done = desk.replies.write_reply(desk.actor, case_id, text=text, visibility=Visibility.PUBLIC, **write)
    reply = next(each for each in done.value.timeline if each.kind == "reply")
    made = articles.from_reply(desk.actor, reply.id)
    (found,) = articles.search("prazo troca")
    assert found.text == "Oi, {cliente}! O prazo é de 7 dias. Protocolo {protocolo}. Anatomia à parte."
    assert (found.title, found.is_from_reply) == ("Qual o prazo de troca?", True)
    assert made.undo is not None
    made.undo.revert()
    assert articles.search("prazo") == ()
    write = {"expected_version": desk.version(case_id), "client_key": "b"}
    private = desk.replies.write_reply(desk.actor, case_id, text="Só nós", visibility=Visibility.PRIVATE, **write)
    hidden = max(each.id for each in private.value.timeline if each.kind == "reply")
    with pytest.raises(Refused, match="reply_not_public"):
        articles.from_reply(desk.actor, hidden)
    with pytest.raises(Invalid, match="reply_missing"):
        articles.from_reply(desk.actor, 9_999)


def test_articles_travel(rules: RuleSet, articles: ArticleService, actor: Actor) -> None:
    articles.add(actor, "Trocas", "Sete dias.", nature_key="question")
    text = rules.export(["articles"])
    (trocas,) = articles.search("trocas")
    articles.change(actor, trocas.id, expected_version=1, text="Dez dias.")
    articles.add(actor, "Outra", "Sai.")
    rules.take_in(actor, text)
    assert [(each.title, each.text) for each in articles.search("")] == [("Trocas", "Sete dias.")]
    assert articles.search("sete")[0].id == trocas.id
    rules.restore(actor, "articles")
    assert articles.search("") == ()


def test_the_position_of_a_crisis_comes_first_among_the_templates(desk: Desk) -> None:
    case_id = desk.open_case("Achei veneno no iogurte")
    position = ApprovedPosition(1, "Iogurte", "Recolhemos o lote, {cliente}.", "Marta Sá", desk.clock.now())
    offered = TemplateService(database=desk.database, position=lambda wanted: position if wanted == case_id else None)
    first = offered.for_case(case_id, Visibility.PUBLIC)[0]
    assert (first.id, first.name) == (POSITION_ID, "Iogurte")
    filled = offered.fill(desk.actor, POSITION_ID, case_id)
    assert filled.text.startswith("Recolhemos o lote, Ana")
    offered.count_use(desk.actor, POSITION_ID)
    with pytest.raises(Invalid, match="template_missing"):
        TemplateService(database=desk.database).fill(desk.actor, POSITION_ID, case_id)

"""Settings are changed with version, record and undo; a rule set goes out, is previewed, taken in and taken back."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from app.models.domain.people import Actor, Role
from app.models.domain.rule_difference import leaf_changes
from app.models.schema.history import History
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused
from app.services.first_day import original_setting
from app.services.rule_set import RuleSet, SettingSection
from app.services.settings_book import SettingsBook


def _levels(value: object) -> None:
    if not isinstance(value, dict) or "levels" not in value:
        raise ValueError("crisis")


@pytest.fixture
def book(database: Database) -> SettingsBook:
    return SettingsBook(database=database)


@pytest.fixture
def rules(database: Database) -> RuleSet:
    return RuleSet(
        database=database,
        sections=[
            SettingSection("crisis", {"crisis": _levels}),
            SettingSection("persona", {"brand_for_test": lambda _value: None}),
        ],
    )


def test_a_setting_is_changed_and_put_back(
    book: SettingsBook, rules: RuleSet, actor: Actor, database: Database
) -> None:
    before = book.read("undo_send_seconds")
    done = book.change(actor, "undo_send_seconds", 20, expected_version=before.version, section="replies", topics=())
    assert book.read("undo_send_seconds") == done.value
    assert done.value.value == 20
    note = rules.last_change("replies")
    assert note is not None
    assert (note.who, note.before, note.after) == (actor.name, before.value, 20)
    assert done.undo is not None
    done.undo.revert()
    assert book.read("undo_send_seconds").value == before.value
    with database.read() as connection:
        verbs = connection.execute(select(History.verb).where(History.verb == "rule_changed")).all()
    assert len(verbs) == 2


def test_two_supervisors_do_not_overwrite_each_other(book: SettingsBook, actor: Actor) -> None:
    version = book.read("company_name").version
    book.change(actor, "company_name", "Padaria Sol", expected_version=version, section="company")
    with pytest.raises(Conflict, match="setting_changed"):
        book.change(actor, "company_name", "Padaria Lua", expected_version=version, section="company")
    assert book.read("company_name").value == "Padaria Sol"


def test_a_setting_that_nobody_stored_has_version_zero_and_is_stored_once(book: SettingsBook, actor: Actor) -> None:
    assert (book.read("brand_for_test").value, book.read("brand_for_test").version) == (None, 0)
    done = book.change(actor, "brand_for_test", {"name": "Sol"}, expected_version=0, section="persona")
    assert done.undo is not None
    done.undo.revert()
    assert (book.read("brand_for_test").value, book.read("brand_for_test").version) == (None, 0)
    book.change(actor, "brand_for_test", {"name": "Sol"}, expected_version=0, section="persona")
    with pytest.raises(Conflict, match="setting_changed"):
        book.change(actor, "brand_for_test", {"name": "Lua"}, expected_version=0, section="persona")


def test_an_attendant_may_not(book: SettingsBook, rules: RuleSet) -> None:
    attendant = Actor(person_id=2, name="Rui", role=Role.ATTENDANT)
    with pytest.raises(Refused, match="not_allowed"):
        book.change(attendant, "company_name", "x", expected_version=1, section="company")
    with pytest.raises(Refused, match="not_allowed"):
        rules.take_in(attendant, rules.export())


def test_a_rule_set_goes_to_another_company_and_back(rules: RuleSet, book: SettingsBook, actor: Actor) -> None:
    file = json.loads(rules.export())
    file["sections"]["crisis"]["crisis"]["levels"] = file["sections"]["crisis"]["crisis"]["levels"][:1]
    text = json.dumps(file)
    crisis, persona = rules.preview(text)
    assert (crisis.section, crisis.is_same, crisis.removed > 0, persona.is_same) == ("crisis", False, True, True)
    done = rules.take_in(actor, text)
    assert done.value == ("crisis",)
    assert len(book.read("crisis").value["levels"]) == 1
    assert all(each.is_same for each in rules.preview(text))
    assert done.undo is not None
    done.undo.revert()
    assert book.read("crisis").value == original_setting("crisis")


def test_what_is_the_same_already_leaves_no_trace(rules: RuleSet, actor: Actor) -> None:
    done = rules.take_in(actor, rules.export())
    assert (done.value, done.undo) == ((), None)
    assert rules.changes() == ()


def test_a_section_goes_back_to_the_original(rules: RuleSet, book: SettingsBook, actor: Actor) -> None:
    present = book.read("crisis")
    changed = present.value | {"levels": []}
    book.change(actor, "crisis", changed, expected_version=present.version, section="crisis")
    done = rules.restore(actor, "crisis")
    assert book.read("crisis").value == original_setting("crisis")
    assert done.undo is not None
    done.undo.revert()
    assert book.read("crisis").value == changed


def test_the_history_says_from_what_to_what_a_file_and_the_original_changed_it(rules: RuleSet, actor: Actor) -> None:
    file = json.loads(rules.export(["crisis"]))
    minutes = file["sections"]["crisis"]["crisis"]["levels"][0]["answer_minutes"]
    file["sections"]["crisis"]["crisis"]["levels"][0]["answer_minutes"] = 7
    path = "crisis › levels › Perigo › answer_minutes"
    rules.take_in(actor, json.dumps(file))
    done = rules.restore(actor, "crisis")
    assert done.undo is not None
    done.undo.revert()
    was, became = {path: str(minutes)}, {path: "7"}
    assert [(note.what, note.before, note.after) for note in reversed(rules.changes("crisis"))] == [
        ("taken_in", was, became),
        ("restored", became, was),
        ("undo", was, became),
    ]
    (leaf,) = leaf_changes(rules.changes("crisis")[0].before, rules.changes("crisis")[0].after)
    assert (leaf.path, leaf.before, leaf.after) == (path, str(minutes), "7")


def test_an_import_is_not_taken_back_over_later_work(rules: RuleSet, book: SettingsBook, actor: Actor) -> None:
    present = book.read("crisis")
    book.change(actor, "crisis", present.value | {"levels": []}, expected_version=present.version, section="crisis")
    done = rules.restore(actor, "crisis")
    later = book.read("crisis")
    book.change(actor, "crisis", later.value | {"negations": []}, expected_version=later.version, section="crisis")
    assert done.undo is not None
    with pytest.raises(Conflict, match="rules_changed_since"):
        done.undo.revert()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("não é json", "rule_set_unreadable"),
        ("[" * 100_000, "rule_set_unreadable"),
        ("[]", "rule_set_unreadable"),
        ('{"format":"balcao.rules","version":1}', "rule_set_unreadable"),
        ('{"format":"balcao.rules","version":2,"sections":{}}', "rule_set_newer"),
        ('{"format":"balcao.rules","version":1,"sections":{"future":{}}}', "rule_set_newer"),
        ('{"format":"balcao.rules","version":1,"sections":{"crisis":{"crisis":[]}}}', "rule_set_unreadable"),
        ('{"format":"balcao.rules","version":1,"sections":{"crisis":{"other":[]}}}', "rule_set_unreadable"),
        ('{"format":"balcao.rules","version":1,"sections":{"crisis":7}}', "rule_set_unreadable"),
    ],
)
def test_a_file_that_cannot_be_used_changes_nothing(rules: RuleSet, actor: Actor, text: str, code: str) -> None:
    with pytest.raises(Invalid, match=code):
        rules.preview(text)
    with pytest.raises(Invalid, match=code):
        rules.take_in(actor, text)
    assert rules.changes() == ()


def test_a_file_beyond_all_measure_is_not_read(rules: RuleSet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.rule_set.MOST_CHARACTERS", 10)
    with pytest.raises(Invalid, match="rule_set_too_large"):
        rules.preview("x" * 11)


def test_changes_come_in_pages(book: SettingsBook, rules: RuleSet, actor: Actor) -> None:
    for place in range(5):
        version = book.read("company_name").version
        book.change(actor, "company_name", f"Loja {place}", expected_version=version, section="company")
    first = rules.changes(limit=3)
    second = rules.changes("company", before_id=first[-1].id, limit=3)
    assert [note.after for note in (*first, *second)] == [f"Loja {place}" for place in (4, 3, 2, 1, 0)]

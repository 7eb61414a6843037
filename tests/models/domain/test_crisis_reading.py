"""Misspelling, quotation, exceptions and explanation of the crisis matrix, and the faults an edited one may have."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.domain.crisis import CrisisMatrix, Group, Level, StoredWords, crisis_level, read_rule
from app.models.domain.crisis_check import Problem, ProblemKind, problems_of
from app.models.domain.crisis_doubt import Doubt
from app.models.domain.crisis_findings import Explained, Outcome, explain
from app.models.domain.crisis_words import Part, Trigger, WordIndex
from app.models.domain.vocabulary import Sentiment

SEED = json.loads((Path(__file__).parents[3] / "resources" / "seeds" / "crisis.json").read_text(encoding="utf-8"))
MATRIX = CrisisMatrix.from_mapping(SEED)


def level(text: str, sentiment: Sentiment | None = None) -> int | None:
    hit = crisis_level(text, MATRIX, sentiment)
    return hit.level if hit else None


def one(*words: str, **more: Any) -> CrisisMatrix:
    """A matrix of one level with one group."""
    group = {"key": "g", "name": "G", "words": list(words), "exceptions": more.pop("group_exceptions", [])}
    row = {"level": 1, "name": "x", "identify_minutes": 1, "answer_minutes": 2, "groups": [group], **more}
    return CrisisMatrix.from_mapping({"levels": [row], "negations": ["não"], "quotation_cues": ["notícia"]})


@pytest.mark.parametrize(
    "text",
    [
        "vou no procom",
        "proccon neles",
        "vou no p\u200brocon",
        "fui parar no hospitau",
        "no ospital desde ontem",
        "intochicação alimentar",
        "inceticida na salada",
        "abri um prosseso",
        "meu advogadu vai ligar",
        "chamei a polissia",
        "tive uma intoxicasão",
        "vou processá-los, ou melhor, processaremos",
        "estão me processando",
        "Denunciei na vijilância sanitária",
        "ＰＲＯＣＯＮ",
        "Deleg\u0301acia",
    ],
)
def test_people_misspell_danger_words(text: str) -> None:
    assert level(text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "ele está preso no trânsito",
        "que alegria",
        "troquei o processador do computador",
        "a relação com a marca",
        "vi no youtube",
        "bonito o vencedor",
        "http 12345 67890abcdef",
    ],
)
def test_lookalikes_are_no_slips(text: str) -> None:
    assert level(text, Sentiment.NEGATIVE) is None


def test_a_slip_is_one_letter_away() -> None:
    matrix = one("delegacia")
    for typed in ("delegcia", "delegaccia", "dellegacia", "delegasia", "deelgacia", "dalegacia", "delegacias"):
        assert crisis_level(typed, matrix) is not None, typed
    for typed in ("dlegcia", "delegantes", "xelegacia", "dalegocia", "deleagcai"):
        assert crisis_level(typed, matrix) is None, typed
    assert crisis_level("delegxcia delegacia", matrix) is not None


def test_exact_words_stems_and_short_ones() -> None:
    assert crisis_level("os ratos", one("=rato")) is None
    assert crisis_level("um rato", one("=rato")) is not None
    assert crisis_level("contaminou tudo", one("contamin*")) is not None
    assert crisis_level("kontaminou tudo", one("contamin*")) is not None
    assert crisis_level("achei caco de vidro quebrado no prato", one("caco* vidro")) is not None
    assert crisis_level("cacos de vidros", one("caco vidrro")) is not None
    assert crisis_level("um vidro todo quebrado", one("vidro quebr*")) is not None
    assert crisis_level("que passo curto", one("passa")) is None


def test_the_index_forgets_when_it_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.models.domain.crisis_words._REMEMBERED", 3)
    index = WordIndex()
    assert index.add(Trigger(0, 0, "veneno"))
    assert not index.add(Trigger(0, 0, "!?"))
    for word in ("a", "b", "c", "veneno", "d"):
        assert bool(index[word]) == (word == "veneno")
    assert len(index) <= 3
    assert Part.of("*") is None


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ('li a notícia: "Procon multa empresa"', Doubt.QUOTED),
        ("Notícia de hoje: Procon multa empresa", Doubt.QUOTED),
        ("saiu a notícia “o Procon multou”", Doubt.QUOTED),
        ("> vou ao Procon\nobrigada", Doubt.QUOTED),
        ('vou no "Procon" amanhã', None),
        ("“oi” disse ela, vou ao Procon", None),
        ("«oi» vou ao Procon, «tchau»", None),
        ('"oi" vou ao Procon "já"', None),
        ('notícia "vou ao Procon', None),
        ("obs: vou ao Procon", None),
        ("a notícia saiu. Agora é: Procon", None),
        ("não vou ao Procon", Doubt.NEGATED),
    ],
)
def test_quotation_is_a_doubt(text: str, doubt: Doubt | None) -> None:
    hit = crisis_level(text, MATRIX)
    assert hit is not None
    assert [mark.doubt for mark in MATRIX.marks(text, hit)] == [doubt]
    assert hit.doubt == (doubt is not None)


def test_marks_say_where_the_words_stand() -> None:
    text = "😀 Achei LARVA e chamei o  Procon"
    hit = crisis_level(text, MATRIX)
    assert hit is not None
    marks = MATRIX.marks(text, hit)
    assert [text[mark.start : mark.end] for mark in marks] == ["LARVA", "Procon"]
    assert [(mark.text, mark.trigger, mark.group) for mark in marks] == [
        ("LARVA", "larva", "foreign_body"),
        ("Procon", "procon", "authorities"),
    ]
    assert read_rule(hit.rule) == (1, "foreign_body", "larva")
    assert hit.sure is hit


def test_a_certain_lower_level_stands_beside_a_doubtful_danger() -> None:
    hit = crisis_level("não vou ao Procon, mas sou jornalista e péssimo atendimento", MATRIX, Sentiment.NEGATIVE)
    assert hit is not None
    assert (hit.level, hit.doubt) == (1, True)
    assert hit.sure is not None
    assert hit.sure.level == 2
    both = crisis_level("não vou ao Procon nem sou jornalista", MATRIX)
    assert both is not None
    assert both.sure is None


def test_negation_puts_no_doubt_on_what_asks_for_a_sentiment() -> None:
    hit = crisis_level("não tive atendimento", MATRIX, Sentiment.NEGATIVE)
    assert hit is not None
    assert not hit.doubt


def test_exceptions_of_a_group_leave_other_groups_alone() -> None:
    groups = [
        {"key": "a", "name": "A", "words": ["médico"], "exceptions": ["plano médico"]},
        {"key": "b", "name": "B", "words": ["plano"]},
    ]
    matrix = one(groups=groups)
    hit = crisis_level("meu plano médico", matrix)
    assert hit is not None
    assert hit.groups == ("b",)


def test_everything_is_explained() -> None:
    text = "processo seletivo, não vou ao Procon, sou jornalista, atendimento; li a notícia: 'Anatel' multa"
    found = explain(text, MATRIX)
    outcomes = {(each.text, each.outcome, each.because) for each in found.findings}
    assert ("processo", Outcome.EXCEPTED, "processo seletivo") in outcomes
    assert ("Procon", Outcome.NEGATED, "") in outcomes
    assert ("jornalista", Outcome.FIRED, "") in outcomes
    assert ("atendimento", Outcome.OTHER_SENTIMENT, "") in outcomes
    assert ("Anatel", Outcome.QUOTED, "") in outcomes
    worse = explain("veneno no atendimento", MATRIX, Sentiment.NEGATIVE)
    assert [(each.outcome, each.because) for each in worse.findings] == [
        (Outcome.FIRED, ""),
        (Outcome.OUTRANKED, "1"),
    ]
    assert explain("bom dia", MATRIX) == Explained(None, ())


@given(st.text(max_size=150), st.sampled_from([None, *Sentiment]))
def test_explanation_and_level_agree(text: str, sentiment: Sentiment | None) -> None:
    explained = explain(text, MATRIX, sentiment)
    assert explained.hit == crisis_level(text, MATRIX, sentiment)
    for finding in explained.findings:
        assert text[finding.start : finding.end] == finding.text


@given(
    st.lists(
        st.sampled_from(["não", "vou", "ao", "procon", "processo", "seletivo", '"', ":", "notícia", ",", "médico"])
    )
)
def test_a_fired_finding_means_a_hit_beyond_doubt(words: list[str]) -> None:
    explained = explain(" ".join(words), MATRIX)
    fired = any(each.outcome is Outcome.FIRED for each in explained.findings)
    assert fired == (explained.hit is not None and explained.hit.sure is not None)


def test_the_matrix_goes_to_its_form_and_back() -> None:
    again = CrisisMatrix.from_mapping(MATRIX.as_mapping())
    assert again == MATRIX
    assert again.as_mapping() == MATRIX.as_mapping()
    other = MATRIX.with_doubt_words("negations", ["nunquinha"])
    assert other.as_mapping()["negations"] == ["nunquinha"]
    assert crisis_level("nunquinha vou ao procon", other) is not None
    assert MATRIX.group_name(1, "health") == "Saúde"
    assert MATRIX.group_name(1, "gone") == "gone"
    with pytest.raises(TypeError):
        one(exceptions="processo seletivo")


def test_what_is_kept_of_a_hit_is_read_again() -> None:
    for text in ("não vou ao Procon", "larva e Procon"):
        hit = crisis_level(text, MATRIX)
        assert hit is not None
        kept = StoredWords.from_hit(hit)
        assert StoredWords.of(kept.text()) == kept
        assert kept.doubt == hit.doubt
    assert StoredWords.of("?procon; larva") == StoredWords(("procon", "larva"), doubt=True)
    assert StoredWords.of(None) == StoredWords()
    assert StoredWords(("a",)).text() == "a"


def problems(*levels: Level) -> list[tuple[ProblemKind, str]]:
    return [(each.kind, each.word) for each in problems_of(CrisisMatrix(levels))]


def test_the_first_days_matrix_has_no_fault() -> None:
    assert problems_of(MATRIX) == ()


def test_faults_are_found_and_what_blocks_comes_first() -> None:
    minute = timedelta(minutes=1)
    fine = Level(1, "A", minute, minute, (Group("g", "G", ("veneno",)),))
    assert problems(fine) == []
    assert problems() == [(ProblemKind.NO_LEVEL, "")]
    assert problems(fine, replace(fine, groups=())) == [(ProblemKind.SAME_LEVEL, "")]
    assert problems(replace(fine, name=" ", answer_within=timedelta())) == [
        (ProblemKind.NO_NAME, ""),
        (ProblemKind.BAD_LIMITS, ""),
    ]
    twice = (Group("g", "G", ("veneno",)), Group("g", "", ()))
    assert problems(replace(fine, groups=twice)) == [
        (ProblemKind.SAME_GROUP, ""),
        (ProblemKind.NO_NAME, ""),
        (ProblemKind.EMPTY_GROUP, ""),
    ]
    words = (
        "!!",
        "Veneno",
        "veneno ",
        "ven*",
        "venenoso",
        "intoxic*",
        "intoxica*",
        "comida com veneno",
        "=rato",
        "rato",
    )
    found = problems(replace(fine, groups=(Group("g", "G", words, ("?",)),), exceptions=("…",)))
    assert found == [
        (ProblemKind.EMPTY_WORD, "!!"),
        (ProblemKind.EMPTY_WORD, "?"),
        (ProblemKind.EMPTY_WORD, "…"),
        (ProblemKind.COVERED, "Veneno"),
        (ProblemKind.DUPLICATE, "veneno "),
        (ProblemKind.SHORT_STEM, "ven*"),
        (ProblemKind.COVERED, "venenoso"),
        (ProblemKind.COVERED, "intoxica*"),
        (ProblemKind.COVERED, "comida com veneno"),
        (ProblemKind.COVERED, "=rato"),
    ]
    assert Problem(ProblemKind.NO_LEVEL).is_blocking
    lower = replace(fine, level=2)
    assert problems(fine, lower) == [(ProblemKind.DUPLICATE, "veneno")]
    assert problems(replace(fine, groups=(Group("g", "G", ("=veneno",)),)), lower) == []

"""How the crisis page says what was found, what is wrong with a matrix, and what an edit would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.models.domain.crisis_check import Problem, ProblemKind
from app.models.domain.crisis_findings import Finding, Outcome
from app.models.domain.vocabulary import Sentiment
from app.views.support.texts import number_text, percent_text

if TYPE_CHECKING:
    from app.models.domain.crisis_findings import Explained
    from app.services.crisis_review import HeavyRule, ReviewPreview
    from app.views.support.tokens import Tone

TONES: dict[int, Tone] = {1: "bad", 2: "warn", 3: "info"}


def level_name(level: int, name: str) -> str:
    """Return how a level is called."""
    return _tr("Nível {level} · {name}").format(level=level, name=name)


def sentiment_name(sentiment: Sentiment | None) -> str:
    """Return a sentiment's name; None could not be told."""
    names = {
        Sentiment.POSITIVE: _tr("positivo"),
        Sentiment.NEUTRAL: _tr("neutro"),
        Sentiment.MIXED: _tr("misto"),
        Sentiment.NEGATIVE: _tr("negativo"),
    }
    return _tr("não deu para dizer") if sentiment is None else names[sentiment]


def verdict(explained: Explained) -> tuple[str, Tone]:
    """Return in one sentence what a text would be marked as, with its tone."""
    hit = explained.hit
    if hit is None:
        return _tr("Não é crise: a menção entra sem marca."), "ok"
    if not hit.doubt:
        return _tr("Crise de nível {level}: os dois relógios começam e a equipe é avisada.").format(
            level=hit.level
        ), TONES.get(hit.level, "info")
    if hit.certain is None:
        return _tr("Nível {level} em dúvida: recebe a marca, mas não toca o alerta.").format(level=hit.level), "warn"
    text = _tr("Nível {level} em dúvida. Sem dúvida, nível {certain}: o alerta toca por ele.")
    return text.format(level=hit.level, certain=hit.certain.level), "warn"


def finding_text(finding: Finding) -> str:
    """Return one rule that was met and what became of it."""
    head = _tr("“{text}” · nível {level}, {group} · regra “{trigger}”").format(
        text=finding.text, level=finding.level, group=finding.group, trigger=finding.trigger
    )
    return f"{head}\n{_outcome(finding)}"


def outcome_tone(outcome: Outcome) -> Tone:
    """Return the tone of an outcome."""
    return {Outcome.FIRED: "bad", Outcome.NEGATED: "warn", Outcome.QUOTED: "warn"}.get(outcome, "neutral")  # type: ignore[return-value]  # all values are tones


def outcome_name(outcome: Outcome) -> str:
    """Return an outcome in a word or two."""
    return {
        Outcome.FIRED: _tr("Vale"),
        Outcome.NEGATED: _tr("Dúvida: negação"),
        Outcome.QUOTED: _tr("Dúvida: citação"),
        Outcome.EXCEPTED: _tr("Exceção"),
        Outcome.OTHER_SENTIMENT: _tr("Outro sentimento"),
        Outcome.OUTRANKED: _tr("Perde para o mais grave"),
    }[outcome]


def problem_text(problem: Problem) -> str:
    """Return what is wrong with a matrix, as a sentence."""
    text = {
        ProblemKind.NO_LEVEL: _tr("A matriz precisa de pelo menos um nível."),
        ProblemKind.NO_NAME: _tr("Nível {level}: falta um nome."),
        ProblemKind.BAD_LIMITS: _tr("Nível {level}: os prazos precisam ser maiores que zero."),
        ProblemKind.SAME_LEVEL: _tr("O nível {level} aparece duas vezes."),
        ProblemKind.SAME_GROUP: _tr("Nível {level}: o grupo “{group}” aparece duas vezes."),
        ProblemKind.EMPTY_WORD: _tr("Nível {level}, {group}: “{word}” não tem letra nenhuma."),
        ProblemKind.EMPTY_GROUP: _tr("Nível {level}: o grupo “{group}” está sem palavras e nunca dispara."),
        ProblemKind.DUPLICATE: _tr("Nível {level}, {group}: “{word}” já está em “{other}”."),
        ProblemKind.COVERED: _tr("Nível {level}, {group}: “{word}” sobra, pois “{other}” já pega os mesmos textos."),
        ProblemKind.SHORT_STEM: _tr("Nível {level}, {group}: “{word}” é curta demais e pega palavras demais."),
    }[problem.kind]
    return text.format(level=problem.level, group=problem.group, word=problem.word, other=problem.other)


def preview_text(preview: ReviewPreview) -> str:
    """Return what an edit would change in the past 30 days."""
    levels = sorted({*preview.before, *preview.after})
    lines = [
        _tr("Nos últimos 30 dias: {total} menções lidas, {changed} mudariam.").format(
            total=number_text(preview.total), changed=number_text(preview.changed)
        ),
        *(
            _tr("Nível {level}: {before} hoje, {after} com esta matriz.").format(
                level=level,
                before=number_text(preview.before.get(level, 0)),
                after=number_text(preview.after.get(level, 0)),
            )
            for level in levels
        ),
        _tr("Passam a ser crise: {newly}. Deixam de ser: {gone}. Mudam de nível: {moved}.").format(
            newly=number_text(preview.newly),
            gone=number_text(preview.no_longer),
            moved=number_text(preview.regraded),
        ),
        _tr("Em crise ficariam {share} de todas as menções.").format(share=percent_text(preview.share, 1)),
    ]
    return "\n".join(lines)


def heavy_text(heavy: HeavyRule, group: str, trigger: str) -> str:
    """Return the warning of a word that fires on a large part of everything."""
    return _tr("Atenção: “{trigger}” ({group}) sozinha marca {share} de todas as menções.").format(
        trigger=trigger, group=group, share=percent_text(heavy.share, 0)
    )


def _outcome(finding: Finding) -> str:
    texts = {
        Outcome.FIRED: _tr("Vale: é o que marca a menção."),
        Outcome.NEGATED: _tr("Fica em dúvida: há uma negação antes."),
        Outcome.QUOTED: _tr("Fica em dúvida: é citação de outra pessoa ou de notícia."),
        Outcome.EXCEPTED: _tr("Não vale: a exceção “{because}” cobre o trecho."),
        Outcome.OTHER_SENTIMENT: _tr("Não vale: este nível só olha menções negativas."),
        Outcome.OUTRANKED: _tr("Também dispara, mas o nível {because} é mais grave."),
    }
    return texts[finding.outcome].format(because=finding.because)


def _tr(text: str) -> str:
    return QCoreApplication.translate("crisis_texts", text)

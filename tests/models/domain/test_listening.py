"""What the report counts of what was heard."""

from __future__ import annotations

from datetime import date

from app.models.domain.listening import Counted, Heard, ListeningReport, listen, subject_words
from app.models.domain.vocabulary import Sentiment

MONDAY = date(2026, 11, 16)


def heard(text: str, **values: object) -> Heard:
    given = {"day": MONDAY, "weekday": 0, "hour": 10, **values}
    return Heard(text, **given)  # type: ignore[arg-type]  # a test names what matters


def test_it_counts_language_tone_subjects_themes_days_hours_and_authors() -> None:
    report = listen(
        7,
        [
            heard("A entrega atrasou muito", sentiment=Sentiment.NEGATIVE, language="pt-BR", author="Ana"),
            heard("Entrega! Entrega ótima", sentiment=Sentiment.POSITIVE, language="pt", author="Ana"),
            heard("Procon já", hour=None, themes=("politics", "politics"), crisis_level=2, danger=("procon",)),
            heard("Fim", day=date(2026, 11, 18), weekday=2, hour=22, author="Bia"),
        ],
        since=MONDAY,
        until=date(2026, 11, 18),
    )
    assert report.languages == (Counted("", 2), Counted("pt", 2))
    assert report.subjects == (Counted("entrega", 2),)
    assert report.themes == (Counted("politics", 1),)
    assert (report.danger, report.levels) == ((Counted("procon", 1),), ((2, 1),))
    assert report.days == ((MONDAY, 3), (date(2026, 11, 17), 0), (date(2026, 11, 18), 1))
    assert (report.hours[10], report.hours[22], sum(report.hours)) == (2, 1, 3)
    assert (report.weekdays[0], report.weekdays[2]) == (3, 1)
    assert (report.authors, report.talkers) == (2, (Counted("Ana", 2), Counted("Bia", 1)))
    assert report.peak_hours == (10, 22)
    assert (report.share(Sentiment.NEGATIVE), report.share(None), report.share(Sentiment.MIXED)) == (0.25, 0.5, 0)
    assert abs(report.a_day - 4 / 3) < 1e-9


def test_nothing_heard_is_a_report_too() -> None:
    report = listen(7, [], since=MONDAY, until=MONDAY, is_partial=True)
    assert (report.mentions, report.is_partial, report.peak_hours, report.share(None)) == (0, True, (), 0)
    assert ListeningReport(7, MONDAY, MONDAY).a_day == 0


def test_subjects_are_words_that_say_something() -> None:
    assert subject_words("Não sei porque a ENTREGA das 1234 velas não veio até você") == {"entrega", "velas", "veio"}

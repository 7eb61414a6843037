"""What is heard of a brand on an account before anybody answers there: language, tone, subjects, themes, hours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.models.domain.vocabulary import Sentiment
from app.models.domain.words import search_words

MOST_SHOWN = 20
_LEAST_LETTERS = 4
_HOURS, _WEEKDAYS = 24, 7
_EMPTY_WORDS = frozenset(
    search_words("""
    acho agora ainda alem algo alguem alguma algumas alguns ambos antes apenas aqui aquela aquelas aquele aqueles
    aquilo assim ate atraves bastante cada caso coisa coisas como comigo conosco conforme contra cujo dela delas dele
    deles demais depois desde dessa dessas desse desses desta destas deste destes deve devem dias disse disso disto
    dizer durante ela elas ele eles embora enquanto entao entre era eram essa essas esse esses esta estao estar estas
    estava estavam este estes estive estou fazem fazendo fazer feita feito fica ficar ficou foi fora foram fosse gente
    haja havia hoje isso isto lhes logo mais mas meio menos mesma mesmas mesmo mesmos meus minha minhas muita muitas
    muito muitos nada nao naquela naquele nela nele nem nenhum nenhuma nessa nesse nesta neste ninguem nisso nosso nossa
    nossos nossas nunca onde ontem outra outras outro outros para pela pelas pelo pelos pode podem poder pois por porem
    porque pouco pouca pra pras pro pros posso quais qual qualquer quando quanto quantos quase quem quer quero saber
    seja sejam sempre sendo sera serao seria seus sido sobre sois somos sou sua suas tambem tanta tanto tantos tao tava
    tem temos tenha tenho tenham ter teria teve tinha tive toda todas todo todos tudo tres uma umas uns vai vamos vao
    vem ver vez vezes voce voces volta voltar vou with this that from have your what http https
    """)
)
"""Folded words that say nothing of the subject."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One mention as the report counts it, at its local ``day``, ``weekday`` (0 = Monday) and ``hour`` (None: unknown).

    ``themes`` are keys of delicate themes, ``danger`` the words of the crisis matrix found, at ``crisis_level``.
    """

    text: str
    day: date
    weekday: int
    hour: int | None
    sentiment: Sentiment | None = None
    language: str | None = None
    author: str | None = None
    themes: tuple[str, ...] = ()
    crisis_level: int | None = None
    danger: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """A word, language, theme or author with the number of mentions."""

    key: str
    n: int


@dataclass(frozen=True, slots=True)
class ListeningReport:
    """What an account brought from ``since`` to ``until`` (local days), the most frequent first.

    ``is_partial``: there was more, and the newest mentions alone were read. ``languages`` and ``tones`` have the key
    "" for what nobody could tell; ``danger`` are crisis words, ``levels`` crisis levels. ``days`` is every day of the
    period, ``hours`` and ``weekdays`` hold 24 and 7 counts; ``authors`` counts all, ``talkers`` names the busiest.
    """

    account_id: int
    since: date
    until: date
    mentions: int = 0
    is_partial: bool = False
    languages: tuple[Counted, ...] = ()
    tones: tuple[Counted, ...] = ()
    subjects: tuple[Counted, ...] = ()
    themes: tuple[Counted, ...] = ()
    danger: tuple[Counted, ...] = ()
    levels: tuple[tuple[int, int], ...] = ()
    days: tuple[tuple[date, int], ...] = ()
    hours: tuple[int, ...] = (0,) * _HOURS
    weekdays: tuple[int, ...] = (0,) * _WEEKDAYS
    authors: int = 0
    talkers: tuple[Counted, ...] = ()

    @property
    def a_day(self) -> float:
        """Mentions a day on the average of the days."""
        return self.mentions / max(len(self.days), 1)

    @property
    def peak_hours(self) -> tuple[int, ...]:
        """The local hours that bring the most, busiest first, at most three; none without mentions."""
        busy = sorted((hour for hour in range(_HOURS) if self.hours[hour]), key=lambda hour: (-self.hours[hour], hour))
        return tuple(busy[:3])

    def share(self, tone: Sentiment | None) -> float:
        """Return the part of a tone in all mentions, 0 to 1; None is what nobody could tell."""
        key = "" if tone is None else tone.value
        return next((each.n for each in self.tones if each.key == key), 0) / max(self.mentions, 1)


@dataclass(slots=True)
class _Tally:
    languages: Counter[str] = field(default_factory=Counter)
    tones: Counter[str] = field(default_factory=Counter)
    subjects: Counter[str] = field(default_factory=Counter)
    themes: Counter[str] = field(default_factory=Counter)
    danger: Counter[str] = field(default_factory=Counter)
    levels: Counter[int] = field(default_factory=Counter)
    days: Counter[date] = field(default_factory=Counter)
    hours: Counter[int] = field(default_factory=Counter)
    weekdays: Counter[int] = field(default_factory=Counter)
    authors: Counter[str] = field(default_factory=Counter)
    mentions: int = 0

    def add(self, heard: Heard) -> None:
        self.mentions += 1
        self.languages[(heard.language or "").casefold().replace("_", "-").partition("-")[0]] += 1
        self.tones["" if heard.sentiment is None else heard.sentiment.value] += 1
        self.subjects.update(subject_words(heard.text))
        self.themes.update(set(heard.themes))
        self.danger.update(set(heard.danger))
        self.days[heard.day] += 1
        self.weekdays[heard.weekday] += 1
        if heard.crisis_level is not None:
            self.levels[heard.crisis_level] += 1
        if heard.hour is not None:
            self.hours[heard.hour] += 1
        if heard.author:
            self.authors[heard.author] += 1


def listen(
    account_id: int, heard: Iterable[Heard], *, since: date, until: date, is_partial: bool = False
) -> ListeningReport:
    """Count what was heard from ``since`` to ``until``, both local days and included."""
    tally = _Tally()
    for each in heard:
        tally.add(each)
    period = [since + timedelta(days=n) for n in range((until - since).days + 1)]
    return ListeningReport(
        account_id=account_id,
        since=since,
        until=until,
        mentions=tally.mentions,
        is_partial=is_partial,
        languages=_most(tally.languages),
        tones=_most(tally.tones),
        # A word that only one mention has is no subject yet.
        subjects=tuple(each for each in _most(tally.subjects) if each.n > 1),
        themes=_most(tally.themes),
        danger=_most(tally.danger),
        levels=tuple(sorted(tally.levels.items())),
        days=tuple((day, tally.days[day]) for day in period),
        hours=tuple(tally.hours[hour] for hour in range(_HOURS)),
        weekdays=tuple(tally.weekdays[day] for day in range(_WEEKDAYS)),
        authors=len(tally.authors),
        talkers=_most(tally.authors),
    )


def subject_words(text: str) -> set[str]:
    """Return the folded words of a text that may name its subject, each once."""
    words = (word for word in search_words(text) if len(word) >= _LEAST_LETTERS and not word.isdecimal())
    return {word for word in words if word not in _EMPTY_WORDS}


def _most(counter: Counter[str]) -> tuple[Counted, ...]:
    ordered = sorted(counter.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Counted(key, n) for key, n in ordered[:MOST_SHOWN])

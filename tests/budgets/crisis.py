"""The crisis matrix on a batch of 10,000 texts, their sentiment read too, and on 30 days of this database."""

from __future__ import annotations

import json
import time
from random import Random

from app.models.domain.crisis import CrisisMatrix, crisis_level
from app.models.domain.text_reading import read_text
from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.case_clock import CaseClock
from app.services.case_desk import CaseDesk
from app.services.case_reader import CaseReader, TreeShelf
from app.services.crisis_matrix import CrisisMatrixService
from app.services.crisis_review import CrisisReview
from app.services.database import Database
from app.services.first_day import SEEDS
from app.services.lexicons import lexicon
from app.services.mention_book import MentionBook
from app.services.settings_book import SettingsBook
from tests.budgets.table import Line

_TEXTS = 10_000
_ENDINGS = (
    "",
    " Vou ao Procon.",
    " Não vou ao Procon, mas quero uma resposta.",
    " Péssimo atendimento, ninguém responde.",
    " Obrigada, adorei!",
    " Minha filha passou mal.",
    " Alguém sabe o telefone?",
)


def measure_crisis(database: Database) -> list[Line]:
    """Return the lines of the crisis rules."""
    matrix = CrisisMatrixService(database=database, settings=SettingsBook(database=database)).read().matrix
    return [_batch(matrix), _preview(database, matrix)]


def _batch(matrix: CrisisMatrix) -> Line:
    texts, words = _texts(), lexicon()
    fresh = CrisisMatrix.from_mapping(matrix.as_mapping())  # nothing is remembered of earlier texts
    started, computed = time.perf_counter(), time.thread_time()
    for text in texts:
        crisis_level(text, fresh, read_text(text, words).sentiment)
    busy = time.thread_time() - computed
    name = f"crisis level and sentiment of {_TEXTS} texts"
    return Line(name, time.perf_counter() - started, "s", most=2, busy=busy)


def _preview(database: Database, matrix: CrisisMatrix) -> Line:
    mentions, clock = MentionBook(), CaseClock()
    book = CaseBook(mentions=mentions)
    reader = CaseReader(database=database, shelf=TreeShelf(), clock=clock)
    desk = CaseDesk(database=database, book=book, clock=clock, reader=reader)
    review = CrisisReview(database=database, mentions=mentions, cases=book, desk=desk)
    started, computed = time.perf_counter(), time.thread_time()
    found = review.preview(matrix, cancel=CancelToken())
    rate = found.total / max(time.perf_counter() - started, 1e-6)
    busy = found.total / max(time.thread_time() - computed, 1e-6)
    return Line("preview of a matrix on the past 30 days", rate, "rows/s", busy=busy)


def _texts() -> list[str]:
    """Return invented mentions: the demonstration's sentences with names and endings drawn."""
    random = Random(7)  # noqa: S311 - invented data
    said = json.loads((SEEDS / "demo.json").read_text(encoding="utf-8"))
    pool = [each for each in _sentences(said) if " " in each]
    return [f"{random.choice(pool)} {random.choice(pool)}{random.choice(_ENDINGS)}" for _text in range(_TEXTS)]


def _sentences(data: object) -> list[str]:
    if isinstance(data, str):
        return [data]
    if isinstance(data, dict):
        return [each for value in data.values() for each in _sentences(value)]
    return [each for value in data for each in _sentences(value)] if isinstance(data, list) else []

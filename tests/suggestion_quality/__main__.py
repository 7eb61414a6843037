"""``python -m tests.suggestion_quality [--small] [--mentions N]``: what suggestions are worth, axis by axis.

The demonstration year is learned through the services; real complaints with a category of their own, where
``BALCAO_REAL_DATA`` has them, by the learning alone. Every figure is of cases that were held out.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import os
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.models.domain.people import PROGRAM
from app.models.domain.suggestion import AxisQuality
from app.services.cancel import CancelToken
from app.services.case_book import CaseBook
from app.services.case_reader import TreeShelf
from app.services.clock import SystemClock
from app.services.database_location import LocalFile
from app.services.demo.load import load_demo
from app.services.mention_book import MentionBook
from app.services.opening import open_database
from app.services.suggestions.proposer import SuggestionProposer
from app.services.suggestions.service import SuggestionService
from app.services.suggestions.team_sentiment import TeamSentiment
from app.services.suggestions.text_features import TextReader
from app.services.suggestions.trainer import SuggestionTrainer
from app.services.suggestions.training import Examples, learn
from app.services.suggestions.turn import Turn

REAL = Path(os.environ.get("BALCAO_REAL_DATA") or Path(__file__).parents[3] / "shared" / "data") / "real_input"
_MENTIONS, _FEW_MENTIONS = 40_000, 2_000
_LEAST_OF_A_TAG = 20
_HEAD = (
    f"{'axis':<28}{'examples':>9}{'classes':>8}{'tested':>7}{'accuracy':>9}{'blind':>7}{'F1':>6}{'blind':>7}"
    f"{'proposes':>9}{'right':>7}  verdict"
)


@dataclass(frozen=True)
class RealFile:
    """A table of complaints; ``columns`` are title, text and category, ``encoding`` as its program wrote it."""

    name: str
    encoding: str
    delimiter: str
    columns: tuple[str, str, str]


FILES = (
    RealFile("reclame_aqui_nagem.csv", "utf-8", ",", ("titulo", "texto", "categoria")),
    RealFile("reclame_aqui_ibyte_excel.csv", "cp1252", ";", ("Título", "Reclamação", "Categoria")),
)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="tests.suggestion_quality", description=__doc__)
    parser.add_argument("--small", action="store_true", help=f"{_FEW_MENTIONS} mentions and no real complaints")
    parser.add_argument("--mentions", type=int, default=_MENTIONS, metavar="N")
    options = parser.parse_args()
    count = _FEW_MENTIONS if options.small else options.mentions
    _tell(f"\ndemonstration data, {count} mentions\n{_HEAD}")
    for name, quality in demo_qualities(count):
        _tell(line(name, quality))
    for file in FILES if not options.small else ():
        if (REAL / file.name).is_file():
            _tell(f"\nsubject, learned from the categories of {file.name}\n{_HEAD}")
            _tell(line("subject", real_quality(file)))
    return 0


def demo_qualities(mentions: int) -> list[tuple[str, AxisQuality]]:
    """Return the quality by axis of what was learned from demonstration data, through the services."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(
            LocalFile(Path(folder) / "quality.balcao"),
            clock=SystemClock(),
            workstation_key="quality",
            workstation_name="quality",
            announce=lambda _: None,
        )
        try:
            load_demo(database, mentions)
            shelf, turn = TreeShelf(), Turn(database=database)
            trainer = SuggestionTrainer(database=database, shelf=shelf, turn=turn)
            book = CaseBook(mentions=MentionBook())
            proposer = SuggestionProposer(database=database, book=book, shelf=shelf, turn=turn)
            sentiment = TeamSentiment(database=database, book=MentionBook(), turn=turn)
            service = SuggestionService(
                database=database, shelf=shelf, trainer=trainer, proposer=proposer, sentiment=sentiment, turn=turn
            )
            service.train(PROGRAM, CancelToken(), lambda _done, _total: None)
            return [(axis.axis_key, axis.quality) for axis in service.overview(PROGRAM)]
        finally:
            database.close()


def real_quality(file: RealFile) -> AxisQuality:
    """Return the quality of learning the main category of real complaints, the newest held out."""
    title, text, category = file.columns
    with (REAL / file.name).open(encoding=file.encoding, newline="") as opened:
        rows = [row for row in csv.DictReader(opened, delimiter=file.delimiter) if row[category]]
    tags = [row[category].split(" > ") for row in rows]
    often = Counter(tag for each in tags for tag in set(each))
    shop = often.most_common(1)[0][0]
    # A complaint carries several tags in any order: the commonest one that says something is its subject.
    telling = {
        tag
        for tag, n in often.items()
        if n >= _LEAST_OF_A_TAG and tag != shop and not tag.startswith(("Outro", "Não encontrei"))
    }
    reader, examples, numbers = TextReader(), Examples(), {tag: at for at, tag in enumerate(sorted(telling))}
    for row, carried in zip(rows, tags, strict=True):
        known = [tag for tag in carried if tag in telling]
        if known:
            examples.features.append(reader.features(f"{row[title]}\n{row[text]}"))
            examples.labels.append(numbers[max(known, key=lambda tag: often[tag])])
    return learn(examples).quality


def line(name: str, quality: AxisQuality) -> str:
    """Return one line of the table."""
    return (
        f"{name:<28}{quality.examples:>9}{quality.classes:>8}{quality.tested:>7}{quality.accuracy:>9.3f}"
        f"{quality.baseline_accuracy:>7.3f}{quality.f1:>6.2f}{quality.baseline_f1:>7.2f}{quality.covered:>9.2f}"
        f"{quality.right_above_floor:>7.2f}  {quality.verdict.value}"
    )


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")


if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())

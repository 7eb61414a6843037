"""A desk whose team classifies by a word, so that there is something to learn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from sqlalchemy import Connection, insert

from app.models.domain.case_detail import AxisValue
from app.models.domain.vocabulary import CaseState, MentionState
from app.models.schema.cases import CaseAxis
from app.services.mention_book import MentionBook
from app.services.recount import recount
from app.services.suggestions.proposer import SuggestionProposer
from app.services.suggestions.service import SuggestionService
from app.services.suggestions.team_sentiment import TeamSentiment
from app.services.suggestions.trainer import SuggestionTrainer
from app.services.suggestions.turn import Turn
from tests.factories import make_case, make_customer, make_mention
from tests.services.cases.conftest import Desk, colleague, desk

__all__ = ["colleague", "desk"]
TEXTS = {
    "complaint": "A fatura veio com cobrança errada de novo, quero o estorno do valor {n}",
    "praise": "Parabéns pela loja {n}, adorei a entrega rápida e o carinho da equipe",
    "question": "Vocês abrem no sábado? Queria saber o horário da unidade {n}",
}


@dataclass(frozen=True)
class Learning:
    """The parts, one by one, and the desk on whose cases they work."""

    desk: Desk
    service: SuggestionService
    trainer: SuggestionTrainer
    proposer: SuggestionProposer
    sentiment: TeamSentiment
    turn: Turn

    def axis(self, key: str) -> int:
        axis = self.desk.classification.trees().axis_by_key(key)
        assert axis is not None
        return axis.id

    def node(self, axis_key: str, node_key: str) -> int:
        return next(n.id for n in self.desk.classification.tree(self.axis(axis_key)) if n.key == node_key)

    def classified(self, count: int, label: Callable[[int, str], str] = lambda _n, key: key) -> None:
        """Put in that many closed cases of each kind with the nature that ``label`` names."""
        axis_id = self.axis("nature")
        nodes = {key: self.node("nature", key) for key in TEXTS}

        def fill(connection: Connection) -> None:
            customer = make_customer(connection)
            for number in range(count):
                for key, words in TEXTS.items():
                    # No number that a case opened later could get.
                    case = {"protocol": f"19990101{key}{number}", "is_open": False, "state": CaseState.CLOSED}
                    case_id = make_case(connection, customer, **case)
                    text = words.format(n=number)
                    make_mention(connection, text, case_id=case_id, state=MentionState.IN_CASE)
                    node_id = nodes[label(number, key)]
                    connection.execute(insert(CaseAxis).values(case_id=case_id, axis_id=axis_id, node_id=node_id))

        self.desk.database.quiet(fill)

    def uncounted(self) -> dict[tuple[object, ...], int]:
        """Return by how much roll-ups and facets fall short of the rows: those of bare rows do, no other may."""
        with self.desk.database.read() as connection:
            return {(each.table, *each.key): each.counted - each.stored for each in recount(connection)}

    def value(self, case_id: int, axis_key: str = "nature") -> AxisValue:
        detail = self.desk.cases.detail(case_id, self.desk.actor.person_id)
        return next(axis for axis in detail.axes if axis.axis_key == axis_key)


@pytest.fixture
def learning(desk: Desk) -> Learning:
    """The suggestions as the program wires them."""
    database, shelf = desk.database, desk.shelf
    turn = Turn(database=database)
    trainer = SuggestionTrainer(database=database, shelf=shelf, turn=turn)
    proposer = SuggestionProposer(database=database, book=desk.book, shelf=shelf, turn=turn)
    sentiment = TeamSentiment(database=database, book=MentionBook(), turn=turn)
    service = SuggestionService(
        database=database, shelf=shelf, trainer=trainer, proposer=proposer, sentiment=sentiment, turn=turn
    )
    return Learning(desk, service, trainer, proposer, sentiment, turn)

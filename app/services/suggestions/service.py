"""What the supervisor sees and decides of the suggestions: quality by axis, on or off, learn now."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from app.models.domain.people import Actor, Right
from app.models.domain.suggestion import AxisLearning, AxisQuality
from app.models.domain.vocabulary import AxisKey
from app.models.queries.confirmed_sentiments import sentiment_shares
from app.models.queries.suggestions import confirmed_shares
from app.services.acts import Act, Done, Undo
from app.services.cancel import Cancelled, CancelToken
from app.services.case_reader import TreeShelf
from app.services.database import Database
from app.services.errors import Invalid
from app.services.rights import require
from app.services.suggestions.proposer import SuggestionProposer
from app.services.suggestions.store import Kept, kept_models, switch
from app.services.suggestions.team_sentiment import TeamSentiment
from app.services.suggestions.trainer import LEARNED_AXES, SuggestionTrainer
from app.services.suggestions.turn import Turn
from app.services.watch_loop import Watch

SHOWN_AXES: Final = (*LEARNED_AXES, AxisKey.SENTIMENT)
_LOOK, _LEARN = timedelta(seconds=3), timedelta(minutes=5)


class SuggestionService:
    """Serves the quality page; ``watches`` are what goes on in the background."""

    def __init__(
        self,
        *,
        database: Database,
        shelf: TreeShelf,
        trainer: SuggestionTrainer,
        proposer: SuggestionProposer,
        sentiment: TeamSentiment,
        turn: Turn,
    ) -> None:
        self._database = database
        self._shelf = shelf
        self._trainer = trainer
        self._proposer = proposer
        self._sentiment = sentiment
        self._turn = turn
        self._stopping = CancelToken()

    def overview(self, actor: Actor) -> tuple[AxisLearning, ...]:
        """Return what is known of each axis that is learned, in the team's order.

        Raises:
            Refused: ``not_allowed``.
        """
        require(actor, Right.READ)
        with self._database.read() as connection:
            trees = self._shelf.trees(connection)
            kept, shares = kept_models(connection), confirmed_shares(connection)
            feelings = sentiment_shares(connection)
        found = []
        for axis in trees.axes:
            if not axis.is_active or axis.key not in SHOWN_AXES:
                continue
            each = kept.get(axis.key) or Kept(axis.key, AxisQuality())
            is_sentiment = axis.key == AxisKey.SENTIMENT
            confirmed, suggested = feelings if is_sentiment else shares.get(axis.id, (0, 0))
            nodes = {node for row in each.quality.confusion for node in row[:2]}
            found.append(
                AxisLearning(
                    axis_key=axis.key,
                    axis_name=axis.name,
                    quality=each.quality,
                    is_wanted=each.is_wanted,
                    trained_at=each.trained_at,
                    confirmed=confirmed,
                    suggested=suggested,
                    version=each.version,
                    names={node: trees.path(node) or "" for node in nodes},
                )
            )
        return tuple(found)

    def switch(self, actor: Actor, axis_key: str, *, is_wanted: bool, expected_version: int) -> Done[None]:
        """Let an axis be proposed or not; what nobody has confirmed is taken back from open cases within seconds.

        Raises:
            Refused: ``not_allowed``. Invalid: ``axis_unknown``. Conflict: ``suggestions_changed``.
        """
        require(actor, Right.EDIT_SETTINGS)
        if axis_key not in SHOWN_AXES:
            raise Invalid("axis_unknown")

        def to(wish: bool, version: int) -> Callable[[Act], None]:  # noqa: FBT001 - the two ways of one switch
            return lambda act: switch(act, axis_key, is_wanted=wish, expected_version=version)

        _, changes = self._database.act(to(is_wanted, expected_version), actor=actor)

        def revert() -> Done[None]:
            _, undone = self._database.act(to(not is_wanted, expected_version + 1), actor=actor)
            return Done(None, undone)

        return Done(None, changes, Undo("suggestions_switched", 1, revert))

    def train(
        self, actor: Actor, token: CancelToken, report: Callable[[int, int | None], None], *, from_nothing: bool = True
    ) -> int:
        """Learn all axes now; return how many may propose. Long: a job's work. Raises as ``SuggestionTrainer.train``.

        Raises:
            Refused: ``not_allowed``.
        """
        require(actor, Right.EDIT_SETTINGS)
        return self._trainer.train(token, report, from_nothing=from_nothing)

    def watches(self) -> tuple[Watch, ...]:
        """Return what looks again and again: proposing every few seconds, learning when enough was classified."""
        if self._database.is_read_only:
            return ()
        return (
            Watch("suggestions", self._proposer.run_once, _LOOK),
            Watch("team_sentiment", self._sentiment.run_once, _LOOK),
            Watch("learning", self.learn_if_due, _LEARN),
        )

    def learn_if_due(self) -> bool:
        """Learn in the background when enough was classified since; tell whether that happened."""
        if self._stopping.cancelled or not self._trainer.is_due() or not self._turn.take():
            return False
        try:
            self._trainer.train(self._stopping)
        except Cancelled:
            if self._is_ending():
                self._turn.give_back()  # another workstation need not wait until the turn runs out
            return False
        return True

    def _is_ending(self) -> bool:
        return self._stopping.cancelled

    def stop(self) -> None:
        """End a learning that is under way, at the end of the program; another workstation goes on."""
        self._stopping.cancel()

"""From classified cases to a proposal on a new one, and from there to what a person confirms."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.models.domain.people import Actor
from app.models.domain.suggestion import Verdict
from app.models.domain.vocabulary import Sentiment, SentimentSource
from app.models.schema.mentions import Mention
from app.services.cancel import Cancelled, CancelToken
from app.services.database import Database
from app.services.errors import Conflict, Invalid, Refused, Unavailable
from app.services.suggestions.trainer import SuggestionTrainer
from app.services.suggestions.turn import Turn
from tests.services.suggestions.conftest import Learning

COMPLAINT = "De novo cobrança errada na fatura, exijo o estorno"


def _dies(pipe: object) -> None:
    """Be a learning process that is gone before it has said a word."""


def test_a_new_case_gets_a_proposal_that_no_rule_decides_on(learning: Learning) -> None:
    learning.classified(14)
    assert learning.trainer.is_due()
    shown: list[int] = []
    assert learning.trainer.train(CancelToken(), lambda done, _total: shown.append(done)) == 1
    assert shown == sorted(shown)
    assert not learning.trainer.is_due()
    desk = learning.desk
    case_id = desk.open_case(COMPLAINT)
    before, uncounted = desk.cases.detail(case_id, desk.actor.person_id), learning.uncounted()
    assert learning.proposer.run_once() == 1
    assert learning.proposer.run_once() == 0
    after = desk.cases.detail(case_id, desk.actor.person_id)
    value = learning.value(case_id)
    assert (value.node_id, value.path) == (None, None)
    assert value.suggested_node_id == learning.node("nature", "complaint")
    assert value.confidence is not None
    assert value.confidence > 0.6
    assert {"cobrança", "fatura"} & set(value.reason.split(", "))
    # Nothing that decides has seen it: not the version, the deadlines, what closing lacks, the kind, the steps.
    same = ("version", "deadlines", "missing_to_close", "kind", "steps", "duties", "recommendation", "route")
    assert [getattr(after, name) for name in same] == [getattr(before, name) for name in same]
    assert learning.uncounted() == uncounted
    (nature,) = (each for each in learning.service.overview(desk.actor) if each.axis_key == "nature")
    assert (nature.suggested, nature.proposes, nature.quality.verdict) == (1, True, Verdict.TRUSTED)


def test_accepting_confirms_in_one_act_and_undo_proposes_again(learning: Learning) -> None:
    learning.classified(14)
    learning.trainer.train(CancelToken())
    desk = learning.desk
    case_id = desk.open_case(COMPLAINT)
    learning.proposer.run_once()
    before, version, uncounted = desk.picture(), desk.version(case_id), learning.uncounted()
    done = desk.classification.accept(desk.actor, case_id, expected_version=version)
    value = learning.value(case_id)
    assert (value.node_id, value.suggested_node_id) == (learning.node("nature", "complaint"), None)
    (entry,) = (each for each in done.value.timeline if each.verb == "classify")
    assert (entry.who, dict(entry.facts)["suggested"]) == (desk.actor.name, "True")
    assert learning.uncounted() == uncounted
    with pytest.raises(Invalid, match="nothing_suggested"):
        desk.classification.accept(desk.actor, case_id, expected_version=version + 1)
    assert done.undo is not None
    done.undo.revert()
    assert desk.picture() == before
    assert learning.value(case_id).suggested_node_id is not None


def test_what_a_person_said_or_cleared_is_never_proposed_over(learning: Learning) -> None:
    learning.classified(14)
    learning.trainer.train(CancelToken())
    desk, axis = learning.desk, learning.axis("nature")
    praise = learning.node("nature", "praise")
    said, cleared = desk.open_case(COMPLAINT), desk.open_case(COMPLAINT)
    desk.classification.classify(desk.actor, said, axis, praise, expected_version=1)
    desk.classification.classify(desk.actor, cleared, axis, praise, expected_version=1)
    desk.classification.classify(desk.actor, cleared, axis, None, expected_version=2)
    assert learning.proposer.run_once() == 0
    assert learning.value(said).node_id == praise
    assert learning.value(cleared).suggested_node_id is None


def test_switched_off_what_nobody_confirmed_is_taken_back(learning: Learning, colleague: Actor) -> None:
    learning.classified(14)
    learning.trainer.train(CancelToken())
    desk = learning.desk
    case_id = desk.open_case(COMPLAINT)
    learning.proposer.run_once()
    nature = next(each for each in learning.service.overview(desk.actor) if each.axis_key == "nature")
    with pytest.raises(Refused, match="not_allowed"):
        learning.service.switch(colleague, "nature", is_wanted=False, expected_version=nature.version)
    done = learning.service.switch(desk.actor, "nature", is_wanted=False, expected_version=nature.version)
    with pytest.raises(Conflict, match="suggestions_changed"):
        learning.service.switch(desk.actor, "nature", is_wanted=True, expected_version=nature.version)
    with pytest.raises(Invalid, match="axis_unknown"):
        learning.service.switch(desk.actor, "weather", is_wanted=True, expected_version=0)
    assert learning.proposer.run_once() == 1
    assert learning.value(case_id).suggested_node_id is None
    assert done.undo is not None
    done.undo.revert()
    learning.proposer.run_once()
    assert learning.value(case_id).suggested_node_id is not None


def test_learning_goes_on_with_what_was_classified_since(learning: Learning) -> None:
    learning.classified(14)
    learning.trainer.train(CancelToken())
    desk, axis = learning.desk, learning.axis("nature")
    for number in range(20):
        case_id = desk.open_case(f"Cobrança indevida na fatura número {number}, devolvam o valor")
        desk.classification.classify(
            desk.actor, case_id, axis, learning.node("nature", "complaint"), expected_version=1
        )
    assert learning.service.learn_if_due()
    assert not learning.service.learn_if_due()
    quality = next(e.quality for e in learning.service.overview(desk.actor) if e.axis_key == "nature")
    assert (quality.examples, quality.verdict) == (62, Verdict.TRUSTED)


def test_one_workstation_learns_at_a_time(learning: Learning, open_another: Callable[..., Database]) -> None:
    other = Turn(database=open_another())
    assert learning.turn.take()
    assert learning.turn.take()
    assert not other.take()
    learning.turn.give_back()
    assert other.take()
    with pytest.raises(Refused, match="suggestions_elsewhere"):
        learning.trainer.train(CancelToken())


def test_no_words_no_crash(learning: Learning) -> None:
    """Nothing classified, nothing to propose; a cancel and a dead child leave everything as it was."""
    assert not learning.trainer.is_due()
    assert learning.trainer.train(CancelToken()) == 0
    verdicts = {each.quality.verdict for each in learning.service.overview(learning.desk.actor)}
    assert verdicts == {Verdict.FEW_EXAMPLES}
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        learning.trainer.train(token)
    learning.desk.open_case(COMPLAINT)
    dying = SuggestionTrainer(
        database=learning.desk.database, shelf=learning.desk.shelf, turn=learning.turn, target=_dies
    )
    with pytest.raises(Unavailable, match="suggestions_failed"):
        dying.train(CancelToken())
    learning.service.stop()
    assert not learning.service.learn_if_due()


def test_the_team_own_sense_of_sentiment_is_learned_and_used(learning: Learning) -> None:
    """Where this team calls *top* bad news, new mentions are read its way; what a person said stays."""
    desk = learning.desk
    bad, good = learning.node("sentiment", "negative"), learning.node("sentiment", "positive")
    axis = learning.axis("sentiment")
    pairs = [
        (
            desk.mention(f"xaveco zureta no guichê {n}, que bom isso"),
            desk.mention(f"nos trinques na vitrine {n}, que bom"),
        )
        for n in range(30)
    ]
    dark, bright = zip(*pairs, strict=True)
    desk.classification.classify_mentions(desk.actor, dark, axis, bad)
    desk.classification.classify_mentions(desk.actor, bright, axis, good)
    assert learning.trainer.is_due()
    learning.trainer.train(CancelToken())
    quality = next(e.quality for e in learning.service.overview(desk.actor) if e.axis_key == "sentiment")
    assert (quality.verdict, quality.examples) == (Verdict.TRUSTED, 60)
    assert learning.sentiment.run_once() == 0
    new = desk.mention(
        "xaveco zureta no guichê agora, que bom isso",
        sentiment=Sentiment.POSITIVE,
        sentiment_source=SentimentSource.SUGGESTED,
    )
    said = desk.mention(
        "xaveco zureta no guichê agora, que bom",
        sentiment=Sentiment.POSITIVE,
        sentiment_source=SentimentSource.CONFIRMED,
    )
    assert learning.sentiment.run_once() == 1
    assert learning.sentiment.run_once() == 0
    with desk.database.read() as connection:
        rows = connection.execute(select(Mention.id, Mention.sentiment).where(Mention.id.in_([new, said])))
        assert {row.id: row.sentiment for row in rows} == {new: Sentiment.NEGATIVE, said: Sentiment.POSITIVE}

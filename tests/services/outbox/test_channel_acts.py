"""Hiding and liking at the source: asked for by a person, done by the outbox, taken back by the opposite."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.models.domain.channel_health import Problem
from app.models.domain.channel_kind import Ability, AbilityNote, Grade
from app.models.domain.people import Actor, Role
from app.models.domain.sending_acts import SourceAct
from app.services.channel_acts import ChannelActs
from app.services.channels.base import ChannelError
from app.services.errors import Invalid, Refused
from tests.fakes import fake_kind
from tests.services.outbox.conftest import Office

HIDE, UNHIDE, LIKE = SourceAct.HIDE, SourceAct.UNHIDE, SourceAct.LIKE


@pytest.fixture
def acts(office: Office) -> ChannelActs:
    return ChannelActs(database=office.desk.database, kinds={office.kind.key: office.kind})


def mention(office: Office, **values: object) -> int:
    return office.desk.mention("Golpe!", **{"external_id": "m9", "account_id": office.account_id, **values})


def states(acts: ChannelActs, mention_id: int) -> list[tuple[str, str]]:
    return [(each.kind.value, each.state.value) for each in acts.acts_of(mention_id)]


def test_what_is_asked_is_done_and_taken_back(office: Office, acts: ChannelActs) -> None:
    mention_id, actor, loop = mention(office), office.desk.actor, office.loop()
    assert acts.offered(mention_id) == (HIDE, LIKE)
    done = acts.ask(actor, mention_id, HIDE)
    assert acts.ask(actor, mention_id, HIDE).undo is None
    assert loop.run_once() == 1
    assert acts.offered(mention_id) == (UNHIDE, LIKE)
    (info,) = acts.acts_of(mention_id)
    assert (info.by, info.done_at) == ("Marta Sá", office.desk.clock.now())
    assert done.undo is not None
    done.undo.revert()
    assert loop.run_once() == 1
    assert office.channel.acts == [("hide", "m9"), ("unhide", "m9")]
    assert acts.offered(mention_id) == (HIDE, LIKE)


def test_what_was_never_tried_is_only_given_up(office: Office, acts: ChannelActs) -> None:
    mention_id, actor = mention(office), office.desk.actor
    done = acts.ask(actor, mention_id, HIDE)
    assert done.undo is not None
    done.undo.revert()
    assert office.loop().run_once() == 0
    assert office.channel.acts == []
    assert states(acts, mention_id) == [("hide", "withdrawn")]


@pytest.mark.parametrize("is_certain", [True, False])
def test_a_passing_failure_is_tried_again_doing_it_twice_is_harmless(
    office: Office,
    acts: ChannelActs,
    is_certain: bool,  # noqa: FBT001 - a parameter
) -> None:
    mention_id, actor, loop = mention(office), office.desk.actor, office.loop()
    acts.ask(actor, mention_id, LIKE)
    office.channel.act_error = ChannelError(Problem.TIMED_OUT, is_certain=is_certain)
    assert loop.run_once() == 0
    assert states(acts, mention_id) == [("like", "pending")]
    acts.ask(actor, mention_id, SourceAct.UNLIKE)
    office.channel.act_error = None
    assert loop.run_once() == 0
    office.later(seconds=31)
    assert loop.run_once() == 1
    assert loop.run_once() == 1
    assert [kind for kind, _id in office.channel.acts] == ["like", "like", "unlike"]


def test_a_failure_is_told_in_the_cases_history(office: Office, acts: ChannelActs) -> None:
    mention_id = mention(office)
    case_id = office.desk.cases.open_from_mentions(office.desk.actor, [mention_id]).value.id
    acts.ask(office.desk.actor, mention_id, HIDE)
    office.channel.act_error = ChannelError(Problem.NOT_SUPPORTED)
    office.loop().run_once()
    verbs = [each.verb for each in office.desk.cases.detail(case_id, 0).timeline if each.verb]
    assert verbs[-2:] == ["source_hide", "source_act_failed"]
    office.channel.act_error = None
    acts.ask(office.desk.actor, mention_id, HIDE)
    assert office.loop().run_once() == 1


def test_an_adapters_bug_has_failed(office: Office, acts: ChannelActs, monkeypatch: pytest.MonkeyPatch) -> None:
    mention_id = mention(office)
    acts.ask(office.desk.actor, mention_id, HIDE)
    monkeypatch.setattr(office.channel, "act", lambda *_args: {}["bug"])
    assert office.loop().run_once() == 0
    assert states(acts, mention_id) == [("hide", "failed")]


def test_what_died_half_way_is_done_again(office: Office, acts: ChannelActs, monkeypatch: pytest.MonkeyPatch) -> None:
    mention_id = mention(office)
    acts.ask(office.desk.actor, mention_id, HIDE)

    def die(*_args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(office.channel, "act", die)
        with pytest.raises(KeyboardInterrupt):
            office.loop().run_once()
    assert office.loop().run_once() == 0
    office.later(minutes=6)
    assert office.loop().run_once() == 1


def test_what_cannot_be_done_is_refused(
    office: Office, acts: ChannelActs, person_of: Callable[[str, Role], Actor]
) -> None:
    actor = office.desk.actor
    kind = fake_kind(abilities=(AbilityNote(Ability.LIKE, Grade.YES),))
    unable = ChannelActs(database=office.desk.database, kinds={kind.key: kind})
    mention_id = mention(office)
    assert unable.offered(mention_id) == (LIKE,)
    for service, which, code in (
        (unable, mention_id, "act_not_supported"),
        (acts, mention(office, external_id=None), "act_not_supported"),
        (acts, mention(office, removed_at=office.desk.clock.now()), "mention_gone"),
    ):
        with pytest.raises(Refused, match=code):
            service.ask(actor, which, HIDE)
    with pytest.raises(Invalid, match="mention_missing"):
        acts.ask(actor, 1, HIDE)
    with pytest.raises(Refused, match="not_allowed"):
        acts.ask(person_of("Lia Reis", Role.ANALYST), mention_id, HIDE)
    office.set_account(is_listen_only=True)
    assert acts.offered(mention_id) == ()
    with pytest.raises(Refused, match="act_needs_account"):
        acts.ask(actor, mention_id, HIDE)

"""What may be proposed is judged on cases held out, against always saying the most common."""

from __future__ import annotations

import pytest

from app.models.domain.suggestion import AxisLearning, AxisQuality, Measured, Verdict, fitness, judge, macro_f1


def measured(right: int, wrong: int, *, usual: int = 1) -> Measured:
    """Half of class 1, half of class 2; class 2 is guessed right ``right`` times, sure of it."""
    count = right + wrong
    real = [1] * count + [2] * count
    said = [1] * count + [2] * right + [1] * wrong
    return Measured(real, said, [0.9] * (2 * count), usual)


def judged(what: Measured) -> AxisQuality:
    return judge(what, examples=100, classes=2, contradictory=0.3, is_time_split=True)


@pytest.mark.parametrize(
    ("examples", "sizes", "verdict"),
    [
        (29, [20, 9], Verdict.FEW_EXAMPLES),
        (40, [40], Verdict.ONE_CLASS),
        (40, [36, 4], Verdict.ONE_CLASS),
        (40, [4] * 10, Verdict.FEW_EXAMPLES),
        (40, [35, 5], Verdict.TRUSTED),
    ],
)
def test_there_must_be_something_to_choose(examples: int, sizes: list[int], verdict: Verdict) -> None:
    assert fitness(examples, sizes) is verdict


def test_better_than_a_blind_guess_beyond_chance_is_trusted() -> None:
    good, unsure = judged(measured(40, 10)), judged(measured(2, 48))
    assert good.verdict is Verdict.TRUSTED
    assert (good.accuracy, good.baseline_accuracy, good.tested) == (0.9, 0.5, 100)
    assert good.f1 > good.baseline_f1
    assert (good.floor, good.covered, good.right_above_floor) == (0.3, 1.0, 0.9)
    assert good.confusion == ((1, 1, 50), (2, 1, 10), (2, 2, 40))
    assert good.is_contradictory
    assert unsure.verdict is Verdict.NOT_BETTER  # two in a hundred may be luck


def test_nothing_is_proposed_below_the_confidence_that_is_right_often_enough() -> None:
    real, said = [1] * 10 + [2] * 90, [1] * 10 + [2] * 50 + [1] * 40
    sure = [0.95] * 60 + [0.42] * 40
    found = judged(Measured(real, said, sure, usual=1))
    assert (found.floor, found.covered, found.right_above_floor) == (0.3, 1.0, 0.6)
    often_wrong = judged(Measured(real, [2] * 10 + [1] * 90, [0.95] * 100, usual=2))
    assert (often_wrong.floor, often_wrong.covered, often_wrong.verdict) == (1.0, 0.0, Verdict.NOT_BETTER)


def test_f1_weighs_each_class_alike() -> None:
    assert macro_f1([(1, 1), (1, 1), (2, 1)]) == pytest.approx(0.4)
    assert macro_f1([]) == 0
    assert judged(Measured((), (), (), usual=1)).accuracy == 0


def test_quality_is_stored_as_plain_values_and_damage_counts_as_never_trained() -> None:
    good = judged(measured(40, 10))
    assert AxisQuality.from_mapping(good.to_mapping()) == good
    for damaged in (None, {}, {**good.to_mapping(), "verdict": "?"}, {**good.to_mapping(), "confusion": [1]}):
        assert AxisQuality.from_mapping(damaged) == AxisQuality()


def test_the_confirmed_share_and_whether_an_axis_is_proposed() -> None:
    axis = AxisLearning("nature", "Natureza", judged(measured(40, 10)), is_wanted=True, confirmed=3, suggested=1)
    assert (axis.confirmed_share, axis.proposes) == (0.75, True)
    assert AxisLearning("nature", "Natureza", axis.quality, is_wanted=False).confirmed_share is None

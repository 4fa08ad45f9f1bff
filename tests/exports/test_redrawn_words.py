"""How much hangs on the weights, in a sentence."""

from typing import Any

import pytest

from exports.words.redrawn import redrawn_words
from improvement.standing_model import Standing
from scoring.redrawn import Robustness
from scoring.robustness import robustness
from tests.exports.small import GOOD, answered
from tests.exports.standings import case, standing, weak


def redrawn(here: Standing, **changed: Any) -> Standing:
    found = robustness(here.questionnaire, here.score)
    return here.model_copy(update={"redrawn": Robustness(**{name: getattr(found, name) for name in found.__slots__} | changed)})


def one_weakest() -> Standing:
    """A purpose people can feel stands lower than all others."""
    return standing(lambda question: 1 if question.id.startswith("leadership-purpose") else 4)


STAYS = "plausible sets of weights the level of the whole stays 1; “A purpose people can feel” stays the weakest practice in"


@pytest.mark.parametrize(
    ("kept", "weakest", "said"),
    [
        (0.97, 0.88, f"In 97 of 100 {STAYS} 88 of 100."),
        (1.0, 0.9999, f"In all {STAYS} 99 of 100."),
        (0.0, 0.001, f"In none of 100 {STAYS} 1 of 100."),
        (None, 0.5, "In 50 of 100 plausible sets of weights “A purpose people can feel” stays the weakest practice."),
    ],
)
def test_shares_are_told_of_a_hundred(kept, weakest, said):
    here = redrawn(one_weakest(), overall_kept=kept, weakest={"leadership-purpose": weakest})
    assert redrawn_words(here) == f"Weights are judgements. {said}"


def test_of_several_equally_weak_ones_none_stays_so():
    assert "weakest" not in redrawn_words(redrawn(standing(weak), weakest={"confidence": 0.5}))


def test_a_single_practice_is_no_weakest():
    assert (
        redrawn_words(redrawn(answered(GOOD))) == "Weights are judgements. In all plausible sets of weights the level of the whole stays 3."
    )


def test_while_too_little_is_answered_nothing_is_said():
    assert redrawn_words(redrawn(case("incomplete"))) == ""
    assert redrawn_words(case("mixed")) == ""

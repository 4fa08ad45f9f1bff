"""Many assessments together against one by one: the same exact figures."""

from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest

from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.coded import FIRST, NOT_APPLICABLE, Coded, encode
from scoring.cohort import CohortScore, score_many
from scoring.cohort_practice import UNTOLD, Scores
from scoring.maturity import score
from scoring.result import Score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.random_assessments import random_questionnaire, random_responses
from tests.scoring.said import responses, told

EXACT = ("index", "low", "high", "completeness")
STAGED = ("level", "level_low", "level_high")
TOGETHER = 10


def figures(found: Scores, at: int) -> dict[str, Any]:
    exact = {name: getattr(found, name).fraction(at) for name in EXACT}
    staged = {name: int(getattr(found, name)[at]) for name in STAGED}
    return exact | {name: None if level == UNTOLD else level for name, level in staged.items()}


def one_by_one(found: Score) -> dict[str, Any]:
    return {name: getattr(found, name) for name in (*EXACT, *STAGED)}


def together(asked: Questionnaire, *many: Responses) -> CohortScore:
    """Scored together, after looking that each comes to what it comes to alone."""
    found = score_many(encode(asked, many))
    for at, one in enumerate(many):
        alone = score(asked, one)
        assert figures(found.overall, at) == one_by_one(alone.overall)
        assert {name: figures(part, at) for name, part in found.dimensions.items()} == {
            n: one_by_one(p) for n, p in alone.dimensions.items()
        }
        assert {name: figures(part, at) for name, part in found.practices.items()} == {n: one_by_one(p) for n, p in alone.practices.items()}
    return found


@pytest.mark.parametrize("seed", range(100))
def test_a_thousand_random_assessments_come_to_what_each_comes_to_alone(seed: int):
    random = Random(seed)  # noqa: S311
    asked = random_questionnaire(random, conditional=True, certain=False)
    mode = random.choice(["full", "full", "full", "quick"])
    together(asked, *(random_responses(random, asked, 6).model_copy(update={"mode": mode}) for _ in range(TOGETHER)))


def test_weights_too_large_for_machine_words_stay_exact():
    weights = ["1000000007/3", "999999937/7", "0.000000001"]
    asked = questionnaire(
        dimension(
            "all", practice("p", *(question(f"q{n}", "rated", weight=weight) for n, weight in enumerate(weights)), weight="1/999999937")
        )
    )
    found = together(asked, responses({"q0": "L", "q1": 17, "q2": 1}), responses({"q0": "N", "q2": None}), responses({}))
    assert found.practices["p"].index.numerators.dtype == object
    assert found.overall.index.floats[:2] == pytest.approx([52.35, 7.5], abs=1e-4)
    assert np.isnan(found.overall.index.floats[2])


def test_weights_beyond_a_small_table_are_sorted_instead():
    asked = questionnaire(dimension("all", practice("p", question("q0", weight=9001), question("q1", weight=2))))
    found = together(asked, responses({"q0": 3}), responses({"q1": 3}), responses({"q0": 1, "q1": 3}))
    assert found.practices["p"].index.numerators.dtype == np.int64


def test_fifty_voices_of_one_group_are_shared_out_exactly():
    asked = questionnaire(dimension("all", practice("p", question("q0"), question("q1", "yes_no"))))
    many = {f"r{n}": ("staff", {"q0": n % 6, "q1": n % 3 == 0}) for n in range(50)}
    few = {f"r{n}": ("leader", {"q0": n}) for n in range(3)}
    together(asked, told(many), told(few), told(many | {"x": ("user", {"q1": True})}))


def test_whoever_has_no_part_in_a_question_is_not_taken_to_deny_it():
    asked = questionnaire(
        dimension(
            "all", practice("p", question("q0", "yes_no"), question("q1", shown_if={"question": "q0", "at_least": 1}), question("q2"))
        )
    )
    people = {"asha": ("staff", {"q0": False, "q1": 4}), "ben": ("staff", {"q0": True, "q1": 2})}
    apart = told(people, withheld={"q1": ("asha", "stranger"), "gone": ("ben",)})
    found = together(asked, told(people), apart, told(people, withheld={"q0": ("ben",)}))
    assert found.practices["p"].index.fraction(0) < found.practices["p"].index.fraction(1)


def test_a_note_alone_and_an_answer_to_another_question_are_no_answers():
    asked = questionnaire(dimension("all", practice("p", question("q0"), question("q1"))))
    agreed = [{"question": name, "value": 3} for name in ("q1", "gone")]
    together(asked, responses({"q0": {"value": None, "note": "Ask Ben."}, "gone": 3}), responses({"q0": ...}, consensus=agreed))


def test_an_assessment_without_respondents_has_the_whole_range():
    asked = questionnaire(dimension("all", practice("p", question("q0"))))
    found = together(asked, told({}))
    assert (found.overall.low.fraction(0), found.overall.high.fraction(0)) == (0, 100)


def test_a_quick_mode_that_asks_nothing_tells_nothing():
    asked = questionnaire(dimension("all", practice("p", question("q0"))))
    found = together(asked, responses({}, mode="quick"), responses({}, mode="quick"))
    assert not found.overall.low.told.any()


def coded() -> Coded:
    return encode(questionnaire(dimension("all", practice("p", question("q0"), question("q1")))), [responses({"q0": 3, "q1": 4})])


def test_one_byte_holds_a_code():
    assert coded().answers.dtype == np.uint8
    assert coded().answers.tolist() == [[[FIRST]], [[FIRST]]]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"groups": ("leader", "staff")}, "a column for each seat"),
        ({"agreed": np.zeros((2, 5), np.uint8)}, "a column for each seat"),
        ({"values": {"q0": (), "q9": ()}}, "not those that the questionnaire asks"),
        ({"answers": np.full((2, 1, 1), FIRST + 1, np.uint8)}, "stands for no answer"),
        ({"agreed": np.full((2, 1), FIRST + 1, np.uint8)}, "stands for no answer"),
        ({"agreed": np.full((2, 1), NOT_APPLICABLE, np.uint8)}, "is a value"),
        ({"groups": ("leader", "staff", "leader"), "answers": np.zeros((2, 3, 1), np.uint8)}, "side by side"),
    ],
)
def test_codes_that_do_not_fit_are_refused(wrong: dict[str, Any], why: str):
    with pytest.raises(ValueError, match=why):
        replace(coded(), **wrong)


def test_only_assessments_in_one_mode_are_coded_together():
    asked = questionnaire(dimension("all", practice("p", question("q0", modes=["quick", "full"]))))
    for many in ([], [responses({}), responses({}, mode="quick")]):
        with pytest.raises(ValueError, match="same mode"):
            encode(asked, many)

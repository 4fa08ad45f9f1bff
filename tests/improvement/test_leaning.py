"""Why the posture is where it is."""

from fractions import Fraction

import pytest

from exports.figures import posture_axes
from exports.words.posture import posture_finding
from improvement.leaning import asked, sides
from questionnaires.library import load
from scoring.maturity import score
from tests.exports.small import GOOD, answered
from tests.exports.standings import CASES, answers, case, responses


@pytest.mark.parametrize("name", CASES)
def test_what_the_questions_move_adds_up_to_the_position(name):
    here = case(name)
    left, right = sides(here, "stance")
    moves = [pull.moves for side in (left, right) for pull in side.pulls if pull.moves is not None]
    position = here.score.posture.stance.position
    if position is None:
        assert left.mean is None or right.mean is None
    else:
        assert sum(moves) == position == right.mean - left.mean


def test_reactive_answers_pull_to_the_left_strongest_first_and_open_ones_come_last():
    left, right = sides(case("mixed"), "stance")
    assert (left.tag, right.tag) == ("reactive", "proactive")
    assert [pull.moves for pull in left.pulls] == [Fraction(-3, 20), Fraction(-1, 10), 0, 0]
    assert all(pull.moves >= 0 for pull in right.pulls)
    assert len(right.pulls) == 17
    _, half = sides(case("incomplete"), "stance")
    known = [pull.moves is not None for pull in half.pulls]
    assert known == sorted(known, reverse=True)
    assert False in known


def test_an_axis_without_questions_on_both_sides_is_not_asked():
    assert asked(case("mixed")) == ("stance",)
    assert asked(answered(GOOD)) == ()


def test_the_foundations_ask_about_both_axes():
    """Defensive answers at 3, everything else at 1: control is kept, and little of it serves the organisation's own aims."""
    content = load("itsm-foundations")
    levels = {q.id: 3 if q.posture == "defensive" else 1 for q in content.questions.values()}
    recorded = answers(content, lambda question: levels[question.id], {})
    scored = score(content, responses(content, recorded, "full"))
    here = case("mixed").model_copy(update={"questionnaire": content, "score": scored, "answers": recorded})
    assert asked(here) == ("stance", "posture")
    left, right = sides(here, "posture")
    assert (len(left.pulls), len(right.pulls)) == (9, 11)
    assert scored.posture.posture.position == right.mean - left.mean < 0
    assert posture_finding(here).endswith(", and defence is ahead of strategy")
    assert [row.left for row in posture_axes(here).rows] == ["Reactive", "Defensive"]

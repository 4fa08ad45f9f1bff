"""Where the difference of two indices comes from, exactly."""

from fractions import Fraction
from random import Random

from hypothesis import given, settings

from questionnaires.model import Dimension, Practice
from scoring.change import Occasion, rescore
from scoring.maturity import score
from scoring.split import Split, split
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.random_assessments import changed, random_questionnaire, random_responses, randoms
from tests.scoring.said import responses

ASKED = questionnaire(dimension("all", practice("one", question("a"), question("b"))))
HEAVY = questionnaire(dimension("all", practice("one", question("a", weight=3), question("b"))))
WIDER = questionnaire(dimension("all", practice("one", question("a"), question("b"), question("new"))))


def parts(then, now):
    occasions = [Occasion(asked, said, score(asked, said).overall.index) for asked, said in (then, now)]
    found = rescore(*occasions)
    return split(*occasions, found) if found else None


def points(answers=0, scope=0, weights=0):
    return Split(Fraction(answers), Fraction(scope), Fraction(weights))


def test_other_answers_to_the_same_questions():
    assert parts((ASKED, responses({"a": 1, "b": 2})), (ASKED, responses({"a": 3, "b": 2}))) == points(answers=20)


def test_the_same_answers_by_other_weights():
    """40 and 0: a mean of 20, and with three times the weight on the first 30."""
    assert parts((ASKED, responses({"a": 2, "b": 0})), (HEAVY, responses({"a": 2, "b": 0}))) == points(weights=10)


def test_a_question_that_was_not_asked_before():
    assert parts((ASKED, responses({"a": 2, "b": 2})), (WIDER, responses({"a": 2, "b": 2, "new": 5}))) == points(scope=20)


def test_a_question_that_applies_no_longer():
    """What is left of 100 and 0 is 100: nobody answered otherwise."""
    assert parts((ASKED, responses({"a": 5, "b": 0})), (ASKED, responses({"a": 5, "b": None}))) == points(scope=50)


def test_all_three_at_once():
    """Then (40 + 0)/2 = 20. By the newer weights 30; answered anew (3 x 60 + 20)/4 = 50; with the new question (3 x 60 + 20 + 0)/5 = 40."""
    newer = questionnaire(dimension("all", practice("one", question("a", weight=3), question("b"), question("new"))))
    found = parts((ASKED, responses({"a": 2, "b": 0})), (newer, responses({"a": 3, "b": 1, "new": 0})))
    assert (found, found.total) == (points(answers=20, scope=-10, weights=10), 20)


def test_without_an_index_there_is_nothing_to_part():
    assert parts((ASKED, responses({})), (ASKED, responses({"a": 1, "b": 1}))) is None
    two = questionnaire(dimension("all", practice("one", question("a")), practice("two", question("c"))))
    assert parts((two, responses({"a": 1})), (two, responses({"a": 1, "c": 1}))) is None


def test_where_nothing_applies_both_times_there_is_nothing_to_part():
    assert parts((ASKED, responses({"a": 1, "b": None})), (ASKED, responses({"a": None, "b": 1}))) is None


@settings(max_examples=200)
@given(randoms)
def test_the_parts_always_add_up_to_the_whole_difference(random: Random):
    """Of two versions with other weights, in any mode, whatever anybody answers."""
    asked = random_questionnaire(random, conditional=True, certain=False)
    newer = changed(asked, dimensions=[_reweighed(random, each) for each in asked.dimensions])
    then, now = random_responses(random, asked, 3), random_responses(random, newer, 3)
    found = parts((asked, then), (newer, now))
    if found is not None:
        assert found.total == score(newer, now).overall.index - score(asked, then).overall.index


@settings(max_examples=50)
@given(randoms)
def test_one_questionnaire_has_no_part_of_other_weights(random: Random):
    asked = random_questionnaire(random, conditional=True, certain=False)
    then, now = (random_responses(random, asked, 3) for _ in range(2))
    found = parts((asked, then), (asked, now))
    assert found is None or found.weights == 0


def _reweighed(random: Random, each: Dimension) -> Dimension:
    weight = Fraction(random.randint(1, 4))
    return each.model_copy(update={"weight": weight, "practices": tuple(_with_weights(random, practice) for practice in each.practices)})


def _with_weights(random: Random, one: Practice) -> Practice:
    return one.model_copy(
        update={"questions": tuple(q.model_copy(update={"weight": Fraction(random.randint(1, 3))}) for q in one.questions)}
    )

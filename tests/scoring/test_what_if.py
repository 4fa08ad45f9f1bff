"""What an assessment would be with some questions raised: what advice is made of."""

from fractions import Fraction
from random import Random

from hypothesis import given, settings

from questionnaires.answer import Responses
from questionnaires.model import Questionnaire
from scoring.maturity import Assessed, score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.random_assessments import assessments, better, random_value, randoms
from tests.scoring.said import responses, told

F = Fraction
ASKED = questionnaire(
    dimension(
        "top",
        practice("one", question("a"), question("b", "rated"), needs=["two"]),
        practice("two", question("m", "metric"), question("c")),
    ),
    gates=[{"id": "basics", "title": "Basics", "measure": "adoption", "at_least": 85}],
)


def test_raising_an_answer_is_the_same_as_having_given_it():
    before, after = {"a": 1, "b": "P", "m": 20, "c": 2}, {"a": 4, "b": F(70), "m": 90, "c": 2}
    raised_to = {"a": F(4), "b": F(70), "m": F(90)}
    assert Assessed(ASKED, responses(before)).raised(raised_to) == score(ASKED, responses(after))


def test_an_answer_that_is_already_better_stays():
    assessed = Assessed(ASKED, responses({"a": 4, "b": "F", "m": 90, "c": 2}))
    assert assessed.raised({"a": F(2), "b": "P", "m": F(10)}) == assessed.score()


def test_what_is_missing_or_not_applicable_or_not_asked_stays_so():
    assessed = Assessed(ASKED, responses({"a": ..., "b": None, "c": 2}))
    assert assessed.raised({"a": F(5), "b": "F", "m": F(100), "unknown": F(5)}) == assessed.score()


def test_level_by_level_the_larger_of_the_present_attainment_and_the_goal_counts():
    people = {"asha": ("leader", {"a": 5}), "ben": ("leader", {"a": 0})}
    found = Assessed(ASKED, told(people)).raised({"a": F(3)}).practices["one"].trace[0]
    assert found.by_level == {1: 1, 2: 1, 3: 1, 4: F(1, 2), 5: F(1, 2)}


def test_a_hidden_question_is_raised_only_by_itself():
    asked = questionnaire(dimension("top", practice("one", question("p"), question("child", shown_if={"question": "p", "at_least": 3}))))
    assessed = Assessed(asked, responses({"p": 0}))
    assert [t.state for t in assessed.raised({"p": F(5)}).practices["one"].trace] == ["answered", "implied_no"]
    assert [t.attainment for t in assessed.raised({"child": F(5)}).practices["one"].trace] == [0, 1]


@settings(max_examples=60, deadline=None)
@given(assessments(), randoms)
def test_the_outlook_has_the_figures_of_the_whole_what_if(drawn: tuple[Questionnaire, Responses], random: Random):
    asked, given_ = drawn
    chosen = random.sample(list(asked.questions.values()), min(3, len(asked.questions)))
    to = {one.id: random_value(random, one, asked.lowest) for one in chosen}
    assessed = Assessed(asked, given_)
    whole, outlook = assessed.raised(to), assessed.outlook(to)
    assert (outlook.overall, outlook.dimensions, outlook.practices) == (whole.overall, whole.dimensions, whole.practices)


@settings(max_examples=60, deadline=None)
@given(assessments(people=1, conditional=False, certain=True), randoms)
def test_raising_one_persons_answers_is_the_same_as_answering_better(drawn: tuple[Questionnaire, Responses], random: Random):
    asked, given_ = drawn
    given_ = given_.model_copy(update={"consensus": ()})
    risen = []
    for answer in given_.answers:
        one = asked.questions[answer.question]
        best = better(one, answer.value, random_value(random, one, asked.lowest)) if answer.state == "answered" else None
        risen.append(answer.model_copy(update={"value": best}))
    whole = score(asked, given_.model_copy(update={"answers": tuple(risen)}))
    found = Assessed(asked, given_).raised({answer.question: answer.value for answer in risen if answer.state == "answered"})
    assert found == whole

from questionnaires.quick import restrict
from tests.builders import dimension, practice, question, questionnaire

QUICK = ["quick", "full"]


def test_a_quick_question_whose_parent_is_not_quick_is_asked_of_everybody():
    child = question("hours", modes=QUICK, shown_if={"question": "open", "at_least": 1})
    asked = questionnaire(dimension("service", practice("desk", question("open", "yes_no"), child)))
    assert restrict(asked, "quick").questions["hours"].shown_if is None


def test_a_quick_question_whose_parent_is_quick_keeps_its_condition():
    child = question("hours", modes=QUICK, shown_if={"question": "open", "at_least": 1})
    asked = questionnaire(dimension("service", practice("desk", question("open", "yes_no", modes=QUICK), child)))
    assert restrict(asked, "quick").questions["hours"].shown_if is not None

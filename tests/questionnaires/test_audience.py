from questionnaires.audience import asked_of
from tests.builders import dimension, practice, question, questionnaire

WHOLE = questionnaire(
    dimension(
        "everybody",
        practice(
            "some",
            question("all", audience=["leader", "staff", "user"]),
            question("staffs", audience=["staff"]),
            question("figure", "metric", audience=["staff", "user"]),
        ),
        practice(
            "hanging",
            question("gate", "yes_no", audience=["staff"]),
            question("behind", audience=["staff", "user"], shown_if={"question": "gate", "at_least": 1}),
        ),
    ),
    dimension("leaders", practice("theirs", question("led", audience=["leader"]))),
)


def test_a_group_is_asked_what_concerns_it_and_no_figure():
    assert list(asked_of(WHOLE, "staff").questions) == ["all", "staffs", "gate", "behind"]
    assert list(asked_of(WHOLE, "leader").questions) == ["all", "led"]


def test_practices_and_dimensions_without_any_of_it_are_left_out():
    for_staff = asked_of(WHOLE, "staff")
    assert list(for_staff.practices) == ["some", "hanging"]
    assert [d.id for d in for_staff.dimensions] == ["everybody"]


def test_a_question_behind_one_that_is_not_asked_is_not_asked_either():
    assert list(asked_of(WHOLE, "user").questions) == ["all"]


def test_the_time_it_takes_is_their_share_of_the_whole():
    assert asked_of(WHOLE, "staff").minutes.full == 14, "4 of 6 questions, of 20 minutes"
    assert asked_of(WHOLE, "user").minutes.quick == 1


def test_nobody_asked_is_a_questionnaire_without_questions():
    assert not asked_of(questionnaire(dimension("d", practice("p", question("q", audience=["leader"])))), "user").questions

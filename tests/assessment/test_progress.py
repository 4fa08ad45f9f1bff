from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

import pytest

from assessment.model import RecordedAnswer
from assessment.progress import progress, together, visibilities
from questionnaires.answer import valid_value
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import told

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PARENT = {"question": "desk-open", "at_least": 1}
ASKED = questionnaire(
    dimension(
        "service",
        practice(
            "desk",
            question("desk-open", "yes_no"),
            question("desk-hours", shown_if=PARENT),
            question("desk-late", shown_if={"question": "desk-hours", "at_least": 3}),
        ),
        practice("portal", question("portal-use", "rated"), question("portal-who", shown_if={"question": "portal-use", "at_least": 40})),
    )
)


def given(**values: Any) -> dict[str, RecordedAnswer]:
    said = {name.replace("_", "-"): value for name, value in values.items()}
    return {
        name: RecordedAnswer(question=name, state="answered", value=valid_value(ASKED, ASKED.questions[name], value), saved_at=NOW)
        for name, value in said.items()
    }


def stated(name: str, state: Any) -> dict[str, RecordedAnswer]:
    return {name: RecordedAnswer(question=name, state=state, reason="out of scope", saved_at=NOW)}


def test_a_question_waits_for_its_parent():
    assert visibilities(ASKED, {})["desk-hours"] == "waiting"


def test_a_no_hides_the_child_and_the_childs_child():
    seen = visibilities(ASKED, given(desk_open=False))
    assert (seen["desk-hours"], seen["desk-late"]) == ("hidden", "hidden")


def test_a_yes_shows_the_child_and_the_childs_child_waits():
    seen = visibilities(ASKED, given(desk_open=True))
    assert (seen["desk-hours"], seen["desk-late"]) == ("shown", "waiting")


def test_a_parent_that_does_not_apply_leaves_the_child_waiting():
    assert visibilities(ASKED, stated("desk-open", "not_applicable"))["desk-hours"] == "waiting"


@pytest.mark.parametrize(("letter", "seen"), [("P", "hidden"), ("L", "shown")])
def test_a_letter_counts_as_its_middle_percentage(letter: str, seen: str):
    assert visibilities(ASKED, given(portal_use=letter))["portal-who"] == seen


def test_nothing_answered_reads_not_started():
    stand = progress(ASKED, {}, "full")
    assert (stand.answered, stand.of, stand.minutes_left) == (0, 5, 20)
    assert [p.words for p in stand.practices] == ["Not started", "Not started"]
    assert stand.next_practice == "desk"


def test_hidden_questions_are_not_asked_and_dont_know_is_an_answer():
    stand = progress(ASKED, given(desk_open=False) | stated("portal-use", "dont_know"), "full")
    assert [p.words for p in stand.practices] == ["Complete", "1 of 2 answered"]
    assert (stand.answered, stand.of) == (2, 3)
    assert stand.practices[1].missing == ("portal-who",)


def test_minutes_left_are_rounded_up():
    assert progress(ASKED, given(desk_open=True, desk_hours=3), "full").minutes_left == 12


def test_all_answered_is_complete():
    stand = progress(ASKED, given(desk_open=True, desk_hours=1, portal_use=Fraction(10)), "full")
    assert (stand.share, stand.next_practice) == (1.0, None)


def test_together_a_question_is_missing_while_nobody_has_answered_it():
    people = {"asha": ("leader", {"desk-open": True}), "ben": ("staff", {"desk-open": False, "portal-use": 10})}
    reached = together(ASKED, score(ASKED, told(people)), "full")
    desk, portal = reached.practices
    assert (desk.answered, desk.of, desk.missing) == (1, 1, ())
    assert (portal.answered, portal.of) == (1, 1)
    assert (reached.answered, reached.of) == (2, 2)


def test_together_nobody_has_answered_a_thing_at_first():
    reached = together(ASKED, score(ASKED, told({})), "full")
    assert (reached.answered, reached.of, reached.next_practice) == (0, 5, "desk")

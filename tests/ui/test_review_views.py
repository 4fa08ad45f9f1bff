"""What the review says of answers that are complete or frozen, run in this process."""

import pytest

from assessment import service as assessments
from assessment.model import Given
from people.model import Person
from people.work import writing
from questionnaires.library import load
from questionnaires.model import Question
from tests.ui.test_act_views import plain, shown
from tests.ui.test_footing_views import NOW, everywhere, final

FIRST = next(iter(load("three-pillars").questions))


def test_from_a_final_estimate_a_way_leads_on_to_the_full_one(beginner: Person):
    made = final(beginner, "three-pillars", everywhere(2), "quick")
    (way,) = [link for link in shown("results", a=made.id).get("page_link") if link.proto.label == "Go on to the full one"]
    assert way.proto.page == "review"
    assert "Reopen it, then go on to the full one; every answer is kept" in plain(shown("review", a=made.id))


def test_a_final_full_assessment_is_led_nowhere_else(beginner: Person):
    made = final(beginner, "three-pillars", everywhere(2))
    assert "then go on to the full one" not in plain(shown("review", a=made.id))


def unknown_first(question: Question) -> Given:
    return Given(state="dont_know") if question.id == FIRST else everywhere(2)(question)


def test_dont_knows_are_told_apart_where_nothing_is_missing(beginner: Person):
    made = final(beginner, "three-pillars", unknown_first)
    writing(beginner, NOW, lambda work: assessments.reopen(work, made.id, "To look again."))
    said = "Nothing is missing: 45 answered, 1 “don’t know”"
    assert shown("review", a=made.id).title[0].value.replace("\\", "") == said
    listed = shown("assessments")
    assert listed.title[0].value == "One assessment is open, ready for its review"
    assert f"{said}. Next: review and finalise." in plain(listed)


def test_without_a_dont_know_all_questions_are_answered(beginner: Person):
    made = final(beginner, "three-pillars", everywhere(2))
    writing(beginner, NOW, lambda work: assessments.reopen(work, made.id, "To look again."))
    assert shown("review", a=made.id).title[0].value == "All 46 questions are answered"


@pytest.mark.parametrize("mode", ["quick", "full"])
def test_what_happens_then_promises_a_level_only_where_there_is_one_and_names_the_way_back(beginner: Person, mode: str):
    made = final(beginner, "three-pillars", everywhere(2), mode)
    writing(beginner, NOW, lambda work: assessments.reopen(work, made.id, "To look again."))
    said = plain(shown("review", a=made.id))
    assert "The answers no longer change, unless somebody reopens the assessment and says why." in said
    assert ("its level" in said) is (mode == "full")

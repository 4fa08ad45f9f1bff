"""The workshop view and what an agreed answer changes on results, practice and paper, run in this process."""

import pytest
from streamlit.testing.v1 import AppTest

from assessment import consensus, service
from assessment.consensus import Agreeing
from assessment.model import Assessment
from improvement.standing import gather
from people.model import Person
from people.work import reading, writing
from tests.exports.paper import printed, words
from tests.ui.test_act_views import plain, press, shown
from tests.ui.test_anonymous_views import ASKED, PRACTICE, asked_of_several, join
from tests.ui.test_footing_views import NOW

__all__ = ["asked_of_several"]
WHY = "The desk keeps a list that the others had not seen."


@pytest.fixture
def differing(beginner: Person, asked_of_several: Assessment) -> Assessment:
    """Four people of the staff see one question differently."""
    join(beginner, asked_of_several, 1)
    return asked_of_several


def workshop(begun: Assessment, **more: object) -> AppTest:
    return shown("workshop", a=begun.id, **more)


def agree(at: AppTest, level: str = "=3", why: str = WHY) -> AppTest:
    choice = next(radio for radio in at.radio if radio.key.endswith("-choice"))
    choice.set_value(level)
    at.text_area[0].set_value(why)
    return press(at, "Record what you agreed")


def agreed(leader: Person, begun: Assessment):
    with reading(leader, NOW) as work:
        return consensus.agreed(work, begun.id)


def test_the_question_that_people_see_differently_is_on_the_screen_with_who_chose_what(differing: Assessment):
    at = workshop(differing)
    assert at.title[0].value.replace("\\", "") == ASKED.text
    assert "Four people answered, from level 1 to level 5, with level 1 in the middle." in plain(at)
    assert "Nothing is agreed yet." in plain(at)
    captions = at.radio[0].proto.captions
    assert [caption for caption in captions if caption] == ["Three people chose this", "One person chose this"]


def test_what_is_agreed_counts_and_stands_everywhere_with_what_settled_it(beginner: Person, differing: Assessment):
    at = agree(workshop(differing))
    assert at.success[0].value.startswith("Recorded")
    assert "One of one is agreed." in plain(at)
    assert agreed(beginner, differing)[ASKED.id].value == 3
    results, practice = (plain(shown(view, a=differing.id, p=PRACTICE)) for view in ("results", "practice"))
    assert "Where people differed they have agreed on an answer" in results
    assert f"Agreed: {ASKED.levels[3]}" in practice
    with reading(beginner, NOW) as work:
        paper = words(printed(gather(work, differing.id)))
    assert f"Agreed: level 3. “{WHY}”" in paper


def test_without_a_reason_or_a_choice_nothing_is_recorded_and_nothing_written_is_lost(beginner: Person, differing: Assessment):
    at = agree(workshop(differing), why="")
    assert "Say what settled it" in at.error[0].value.replace("\\", "")
    assert at.radio[0].value == "=3"
    at = workshop(differing)
    at.text_area[0].set_value(WHY)
    at = press(at, "Record what you agreed")
    assert at.error
    assert at.text_area[0].value == WHY
    assert agreed(beginner, differing) == {}


def test_it_is_taken_back_and_the_form_is_empty_again(beginner: Person, differing: Assessment):
    at = press(agree(workshop(differing)), "Take the agreed answer back")
    assert at.success[0].value.startswith("Taken back")
    assert agreed(beginner, differing) == {}
    assert at.text_area[0].value == ""


def test_whoever_records_over_another_one_learns_of_it_and_keeps_what_they_wrote(beginner: Person, differing: Assessment):
    at = workshop(differing)
    wanted = Agreeing(question=ASKED.id, value=1, rationale="Somebody else was faster.")
    writing(beginner, NOW, lambda work: consensus.record_consensus(work, differing.id, wanted))
    at = agree(at)
    assert "Look at it again, then decide" in at.error[0].value.replace("\\", "")
    assert at.text_area[0].value == WHY
    assert agreed(beginner, differing)[ASKED.id].value == 1


def test_every_other_question_may_be_agreed_on_too(beginner: Person, differing: Assessment):
    with reading(beginner, NOW) as work:
        every = service.questionnaire(work, differing).questions.values()
    yes_no = next(question for question in every if question.kind == "yes_no")
    at = workshop(differing, q=yes_no.id)
    assert at.title[0].value.replace("\\", "") == yes_no.text
    assert "No answers of several people are counted here yet" in plain(at)
    agree(at, "=yes")
    assert agreed(beginner, differing)[yes_no.id].value is True


def test_of_several_options_those_are_agreed_on_that_are_there(beginner: Person, differing: Assessment):
    with reading(beginner, NOW) as work:
        question = next(q for q in service.questionnaire(work, differing).questions.values() if q.kind == "choices")
    at = workshop(differing, q=question.id)
    there = [question.options[0].id, question.options[-1].id]
    at.multiselect[0].set_value(there)
    at.text_area[0].set_value(WHY)
    press(at, "Record what you agreed")
    assert agreed(beginner, differing)[question.id].value == tuple(there)


def test_next_and_previous_go_through_every_question(differing: Assessment):
    at = workshop(differing)
    at.session_state["workshop-list"] = "Every question"
    first = at.run().title[0].value
    second = press(at, "Next").title[0].value
    assert second != first
    assert press(at, "Previous").title[0].value == first


def test_a_final_assessment_shows_what_was_agreed_and_changes_nothing(beginner: Person, differing: Assessment):
    agree(workshop(differing))
    writing(beginner, NOW, lambda work: service.finalise(work, differing.id))
    at = workshop(differing)
    assert "This assessment is final" in at.info[0].value
    assert WHY in plain(at)
    assert not at.radio


def test_where_nobody_differs_the_page_says_what_can_be_done(beginner: Person, asked_of_several: Assessment):
    assert "Fewer than two people’s answers are counted yet" in plain(workshop(asked_of_several))
    join(beginner, asked_of_several, 1)
    for _ in range(8):
        join(beginner, asked_of_several, 1)
    assert "Nothing here asks for a talk" in plain(workshop(asked_of_several))

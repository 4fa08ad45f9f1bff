"""What a practice's page and the report say of anonymous answers, run in this process."""

import pytest

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Annotation, Assessment, Given, Start
from improvement.standing import gather
from people import service as people
from people.model import Person
from people.work import reading, writing
from questionnaires.library import load
from tests.assessment.nameless import nameless, says
from tests.exports.paper import printed, words
from tests.ui.test_act_views import plain, shown
from tests.ui.test_footing_views import NOW

ASKED = next(q for q in load("three-pillars").questions.values() if q.kind == "anchored" and "staff" in q.audience and not q.shown_if)
PRACTICE = load("three-pillars").practice_of[ASKED.id].id
WAITS = "Anonymous answers of staff are shown once four people have answered. Three have."


@pytest.fixture
def asked_of_several(beginner: Person) -> Assessment:
    """An assessment that three anonymous people have answered one question of, with a note."""
    with reading(beginner, NOW) as work:
        function = people.functions(work)[0].id
    period = {"name": "First", "starts": "2026-01-01", "ends": "2026-06-30"}
    wanted = Start.model_validate({"questionnaire": "three-pillars", "function_id": function} | period)
    begun = writing(beginner, NOW, lambda work: assessments.start(work, wanted))
    for value in (1, 1, 5):
        join(beginner, begun, value)
    return begun


def join(beginner: Person, begun: Assessment, value: int) -> None:
    who = nameless(beginner, begun, NOW)
    says(who, begun, NOW, **{ASKED.id: value})
    writing(who, NOW, lambda work: answering.annotate(work, begun.id, ASKED.id, Annotation(note="the night shift")))


def page(begun: Assessment) -> str:
    """A practice's page with its trace open."""
    at = shown("practice", a=begun.id, p=PRACTICE)
    at.session_state[f"why-{PRACTICE}"] = True
    at.run()
    return plain(at) + "\n".join(str(table.value) for table in at.table)


def paper(beginner: Person, begun: Assessment) -> str:
    with reading(beginner, NOW) as work:
        return words(printed(gather(work, begun.id)))


def test_a_practices_page_says_that_three_are_not_shown_yet(asked_of_several: Assessment):
    said = page(asked_of_several)
    assert f"Not shown yet. {WAITS}" in said
    assert "night shift" not in said
    assert "on average of" not in said


def test_beside_ones_own_answer_the_sentence_about_the_others_begins_after_one_full_stop(beginner: Person, asked_of_several: Assessment):
    own = ASKED.levels[3]
    assert own.endswith(".")
    writing(beginner, NOW, lambda work: answering.record_answer(work, asked_of_several.id, ASKED.id, Given(value=3)))
    said = page(asked_of_several)
    assert f"{own} {WAITS}" in said


def test_with_the_fourth_the_page_tells_them_together(beginner: Person, asked_of_several: Assessment):
    join(beginner, asked_of_several, 1)
    said = page(asked_of_several)
    assert "2 of 5 on average of four answers: three at level 1 and one at level 5" in said
    assert "Not shown yet" not in said


def test_the_report_says_the_same_and_repeats_no_note(beginner: Person, asked_of_several: Assessment):
    three = paper(beginner, asked_of_several)
    join(beginner, asked_of_several, 1)
    four = paper(beginner, asked_of_several)
    assert (WAITS in three, WAITS in four) == (True, False)
    assert "2 of 5 on average of four answers" in four
    assert "night shift" not in three + four


def test_the_review_says_what_is_not_counted(asked_of_several: Assessment):
    assert "One question has anonymous answers that are not counted yet." in plain(shown("review", a=asked_of_several.id))

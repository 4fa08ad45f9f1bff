"""What the results page says of foundations in the states that a well-kept organisation never shows, run in this process."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Assessment, Given, Start
from people import service as people
from people.model import Person
from people.work import reading, writing
from questionnaires.library import load
from questionnaires.model import Question
from questionnaires.quick import restrict
from tests.exports.standings import at_level
from tests.ui.test_act_views import plain, shown, text

NOW = datetime.now(UTC)
ASSESS = "Assess ITSM Foundations"


def everywhere(level: int) -> Callable[[Question], Given | None]:
    return lambda question: Given(value=at_level(question, level), source="The log")


def final(beginner: Person, name: str, answers: Callable[[Question], Given | None], mode: str = "full", **more: str) -> Assessment:
    """Answered question by question, None leaves one open, and made final."""
    with reading(beginner, NOW) as work:
        function = people.functions(work)[0].id
    asked = {"questionnaire": name, "function_id": function, "mode": mode, "starts": "2026-01-01"}
    asked |= {"name": more.get("title", "First"), "ends": more.get("ends", "2026-06-30")}

    def whole(work):
        made = assessments.start(work, Start.model_validate(asked))
        for question in restrict(load(name), made.mode).questions.values():
            if given := answers(question):
                answering.record_answer(work, made.id, question.id, given)
        return assessments.finalise(work, made.id)

    return writing(beginner, NOW, whole)


def buttons(at) -> list[str]:
    return [button.label for button in at.button]


def test_a_pillar_without_a_level_yet_is_not_told_one_and_still_led_to_the_foundations(beginner: Person):
    open_ones = {question.id for question in load("three-pillars").practices["autonomy"].questions}
    made = final(beginner, "three-pillars", lambda question: None if question.id in open_ones else everywhere(3)(question))
    at = shown("results", a=made.id)
    assert "the level is ." not in text(at)
    assert "After the foundations" not in text(at)
    assert "Until somebody assesses ITSM Foundations\\, nobody can tell what holds these levels back\\." in text(at)
    assert ASSESS in buttons(at)


def test_a_foundation_that_does_not_apply_is_no_questionnaire_to_assess(beginner: Person):
    inside = {question.id for question in load("itsm-foundations").practices["incident"].questions}
    apart = Given(state="not_applicable", reason="Another company does it.")
    made = final(beginner, "itsm-foundations", lambda question: apart if question.id in inside else everywhere(3)(question))
    at = shown("results", a=made.id)
    assert "After the foundations\\, the level is not determinable\\: “Incident management” not assessed\\." in text(at)
    assert not [label for label in buttons(at) if label.startswith("Assess")]


@pytest.mark.parametrize("mode", ["quick", "full"])
def test_newer_foundations_stand_beside_a_result_only_where_it_has_a_level(beginner: Person, mode: str):
    made = final(beginner, "three-pillars", everywhere(3), mode)
    final(beginner, "itsm-foundations", everywhere(1))
    at = shown("results", a=made.id)
    assert ("**With today’s foundations**" in text(at)) is (mode == "full")
    assert "Level None" not in text(at)
    assert "Level 3 by points\\, held at 1\\. Judged on ITSM Foundations of IT" in text(at) or mode == "quick"


def test_a_held_practice_says_what_to_lay_first_until_it_is_laid(beginner: Person):
    final(beginner, "itsm-foundations", everywhere(1))
    made = final(beginner, "three-pillars", everywhere(3))
    page = {"a": made.id, "p": "confidence"}
    lay = "Lay Knowledge management first\\: it is at level 1\\, and this practice needs it at 3\\. Then start here with"
    assert lay in shown("practice", **page).info[0].value
    final(beginner, "itsm-foundations", everywhere(3), ends="2026-07-31")
    at = shown("practice", **page)
    assert "**So what**  \nStart here with" in at.info[0].value
    assert "With today’s foundations\\: nothing holds it\\." in text(at)
    assert "Held at level 1\\: Knowledge management is at level 1\\, needs 3\\." in text(at)


def test_foundations_assessed_after_the_result_was_issued_are_not_asked_for_again(beginner: Person):
    made = final(beginner, "three-pillars", everywhere(3))
    assert "which nobody has assessed" in plain(shown("practice", a=made.id, p="confidence"))
    final(beginner, "itsm-foundations", everywhere(1))
    at = shown("results", a=made.id)
    assert "When this was issued, ITSM Foundations were not assessed; today’s are below." in plain(at)
    assert "Until somebody assesses" not in text(at)
    assert ASSESS not in buttons(at)
    said = plain(shown("practice", a=made.id, p="confidence"))
    assert "When this was issued, nobody had assessed Knowledge management, which it rests on." in said
    assert "With today’s foundations: Held at level 1: Knowledge management is at level 1, needs 3." in said
    assert "which nobody has assessed" not in said


def test_a_practice_that_stands_lowest_and_is_needed_by_others_is_listed_once(beginner: Person):
    inside = {question.id for question in load("itsm-foundations").practices["incident"].questions}
    made = final(beginner, "itsm-foundations", lambda question: everywhere(1 if question.id in inside else 3)(question))
    at = shown("results", a=made.id)
    badges = [m.value for m in at.markdown if "material/lock:" in m.value and "badge" in m.value]
    assert len(badges) == 1

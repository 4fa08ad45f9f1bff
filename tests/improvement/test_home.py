"""What a leader sees first."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment import service as assessments
from assessment.model import Assessment
from improvement import service
from improvement.home import held_back_by, overdue, situation, stale
from improvement.model import Accept, OwnAction, Status, Update
from people.work import Work
from questionnaires.answer import Answer, Respondent, Responses
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import NOW, Cast
from tests.improvement.assessed import answer, begun, weak
from tests.improvement.conftest import ASHA, CHITRA, NAMES, TODAY
from tests.improvement.conftest import NOW as THEN


def test_before_anything_is_done_nothing_waits(work: Work, cast: Cast):
    nothing = dict.fromkeys(("positions", "under_way", "decisions", "overdue", "stale", "ground"), ()) | {
        "pillars": None,
        "nothing_chosen": False,
    }
    assert situation(work).model_dump() == nothing


def test_an_assessment_under_way_tells_how_far_it_is(work: Work, cast: Cast):
    assessment = answer(work, begun(work, cast.it), leadership_purpose_why=1)
    (matter,) = situation(work).under_way
    assert (matter.what, matter.who) == ("“Spring 2026”", "IT")
    assert matter.consequence.startswith("1 of 46 answered. About 3")
    assert matter.link == f"/answer?a={assessment.id}"


@pytest.fixture
def complete(work: Work, cast: Cast) -> Assessment:
    return weak(work, cast.it)


def test_a_complete_assessment_waits_to_be_finalised(work: Work, complete: Assessment):
    now = situation(work)
    (decision,) = now.decisions
    assert now.under_way == ()
    assert decision.what == "Finalise “Spring 2026”?"
    assert decision.consequence == "Finalising freezes the answers. Reopening asks for a reason and keeps this result."
    assert decision.link == f"/review?a={complete.id}"


def test_a_final_assessment_says_where_the_function_stands_and_what_holds_it_back(work: Work, complete: Assessment):
    assessments.finalise(work, complete.id)
    (position,) = situation(work).positions
    assert (position.function, position.assessment.id, position.overall.level) == ("IT", complete.id, 0)
    assert position.link == f"/results?a={complete.id}"
    assert len([one for one in position.held_back_by if one.level is not None]) == 12
    assert position.held_back_by[-1].is_foundation
    assert position.assess.startswith("/assessments?q=itsm-foundations&f=")
    assert position.held_back_by[0].model_dump() == {
        "title": "A purpose people can feel",
        "level": 0,
        "needs": 1,
        "link": f"/practice?a={complete.id}&p=leadership-purpose",
        "is_foundation": False,
    }


def test_only_the_newest_final_assessment_of_a_function_counts(work: Work, cast: Cast, complete: Assessment):
    assessments.finalise(work, complete.id)
    old = answer(work, begun(work, cast.it, "Before", starts=date(2025, 1, 1), ends=date(2025, 6, 30)), leadership_purpose_why=1)
    theirs = answer(work, begun(work, cast.hr), leadership_purpose_why=1)
    for one in (old, theirs):
        assessments.finalise(work, one.id)
    assert {p.assessment.id for p in situation(work).positions} == {complete.id, theirs.id}


def test_decisions_stand_oldest_first_and_name_consequence_and_who_asked(work: Work, as_actor, cast: Cast, complete: Assessment):
    monday, tuesday = (replace(work, now=NOW + timedelta(days=n)) for n in (1, 2))
    service.propose(tuesday, complete.id, "gain-first-announcement")
    mine = service.accept(
        monday,
        Accept(assessment_id=complete.id, recommended_id="manager-pack", owner_id=cast.chitra.id, due=date(2026, 6, 1)),
    )
    chitra = replace(as_actor(cast.chitra), now=NOW + timedelta(days=3))
    running = service.update(chitra, mine.id, Update(status=Status.IN_PROGRESS, per_cent=10), mine.row_version)
    service.update(chitra, mine.id, Update(status=Status.DONE, per_cent=100, note="All briefed."), running.row_version)
    decisions = situation(replace(work, now=NOW + timedelta(days=4))).decisions
    assert [(d.what.partition(",")[0], d.who, d.link.partition("?")[0]) for d in decisions] == [
        ("Finalise “Spring 2026”?", "IT", "/review"),
        ("Accept A-01", "Asha", "/action"),
        ("Verify A-02", "Chitra", "/action"),
    ]
    assert decisions[1].consequence == "It promises 2.5 points of the index. Accepting it names an owner and a due date."
    assert decisions[2].consequence.startswith("Verified, it counts as delivered.")


def test_a_proposal_of_ones_own_promises_no_points(work: Work, cast: Cast):
    service.write_own(work, OwnAction(function_id=cast.it.id, title="Ask the ten who call most"))
    assert situation(work).decisions[0].consequence == "Accepting it names an owner and a due date."


def test_the_longest_overdue_stands_first(action):
    late = [action(number=n, due=TODAY - timedelta(days=days)) for n, days in ((1, 1), (2, 12), (3, -1))]
    assert [(m.what, m.consequence, m.who, m.link) for m in overdue(late, NAMES, TODAY)] == [
        ("A-02, “Tell employees what is in it for them”", "12 days late, due on 21 October 2026.", "Chitra", "/action?id=A-02"),
        ("A-01, “Tell employees what is in it for them”", "1 day late, due on 1 November 2026.", "Chitra", "/action?id=A-01"),
    ]


def test_the_quietest_action_stands_first(action):
    quiet = [
        action(number=n, updated_at=THEN - timedelta(days=days), owner_id=owner)
        for n, days, owner in ((1, 30, ASHA), (2, 45, CHITRA), (3, 29, ASHA))
    ]
    assert [(m.what[:4], m.consequence, m.who) for m in stale(quiet, NAMES, THEN)] == [
        ("A-02", "No update for 45 days.", "Chitra"),
        ("A-01", "No update for 30 days.", "Asha"),
    ]


def result(content, foundations=None, **answers):
    given = tuple(Answer(respondent="asha", question=q, value=v) for q, v in answers.items())
    asha = (Respondent(id="asha", group="leader"),)
    responses = Responses(questionnaire="small", version="1.0.0", respondents=asha, answers=given, foundations=foundations or {})
    return score(content, responses)


def held(content, foundations=None, **answers):
    found = held_back_by(content, result(content, foundations, **answers), CHITRA)
    return [(one.title, one.level, one.needs) for one in found]


def test_prerequisites_that_bind_stand_before_the_lowest_practices_and_unassessed_ones_last():
    pillars = dimension("d", practice("p", question("a"), needs=["base/knowledge", "base/catalogue"]), practice("r", question("b")))
    content = questionnaire(pillars)
    known = {"base/knowledge": 1}
    assert held(content, known, a=4, b=2) == [("base/knowledge", 1, 3), ("R", 2, 3), ("base/catalogue", None, 3)]


def test_a_prerequisite_within_the_questionnaire_has_its_title():
    content = questionnaire(dimension("d", practice("p", question("a"), needs=["r"]), practice("r", question("b"))))
    assert held(content, a=4, b=2) == [("R", 2, 3)]
    assert held(content, a=4)[-1] == ("R", None, 3)


def test_at_the_highest_level_nothing_holds_back():
    content = questionnaire(dimension("d", practice("p", question("a"))))
    assert held(content, a=5) == []

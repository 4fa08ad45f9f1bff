"""The organisation's other functions beside this one: which results are compared, on what, and which cannot be."""

from datetime import date

from assessment import service as assessments
from assessment.model import Assessment
from improvement.benchmark_model import Sisters
from improvement.sisters import sisters
from people import service as people
from people.model import Function, FunctionKind
from people.work import Work
from questionnaires import library
from tests.cast import Cast
from tests.improvement.assessed import answer, begun

PILLARS = library.load("three-pillars")
LAST_YEAR = {"starts": date(2025, 1, 1), "ends": date(2025, 6, 30)}


def final(work: Work, function: Function, why: int, name: str = "Theirs", **more: object) -> Assessment:
    made = answer(work, begun(work, function, name, **more), leadership_purpose_why=why)
    return assessments.finalise(work, made.id)


def beside(work: Work, assessment: Assessment) -> Sisters:
    return sisters(work, assessment, PILLARS)


def test_another_function_stands_beside_on_the_questions_of_both(work: Work, cast: Cast):
    theirs, own = final(work, cast.hr, 4), answer(work, begun(work, cast.it), leadership_purpose_why=1)
    found = beside(work, own)
    assert [(one.function, one.assessment.id) for one in found.compared] == [("People team", theirs.id)]
    assert (found.questions, found.unready) == (46, ())
    indices = [score.practices["leadership-purpose"].index for score in (found.own, found.compared[0].score)]
    assert indices == [20, 80]


def test_the_newest_final_result_counts_and_an_open_one_never(work: Work, cast: Cast):
    final(work, cast.hr, 1, "Old", **LAST_YEAR)
    newest = final(work, cast.hr, 2)
    answer(work, begun(work, cast.hr, "Under way"), leadership_purpose_why=5)
    assert [one.assessment.id for one in beside(work, begun(work, cast.it)).compared] == [newest.id]


def test_what_cannot_be_compared_says_how_far_it_is(work: Work, cast: Cast):
    facilities = people.create_function(work, "Facilities", FunctionKind.FACILITIES)
    under_way = begun(work, cast.hr, "Under way")
    foundations = begun(work, facilities, "Other", questionnaire="itsm-foundations")
    found = beside(work, begun(work, cast.it))
    assert (found.own, found.compared, found.questions) == (None, (), 0)
    assert {one.function: one.begun for one in found.unready} == {"People team": under_way, "Facilities": None}
    assert sisters(work, foundations, library.load("itsm-foundations")).compared == ()


def test_a_quick_estimate_stands_beside_a_quick_one_alone(work: Work, cast: Cast):
    quick = final(work, cast.hr, 3, mode="quick")
    full, estimate = begun(work, cast.it), begun(work, cast.it, "Estimate", mode="quick")
    found = beside(work, full)
    assert (found.compared, [one.begun for one in found.unready]) == ((), [quick])
    assert beside(work, estimate).questions == 15


def test_a_quick_assessment_stands_beside_a_full_one_on_the_quick_questions(work: Work, cast: Cast):
    final(work, cast.hr, 3)
    assert beside(work, begun(work, cast.it, mode="quick")).questions == 15


def test_another_major_version_is_another_questionnaire(work: Work, cast: Cast):
    final(work, cast.hr, 3)
    later = begun(work, cast.it).model_copy(update={"version": "2.0.0"})
    assert beside(work, later).compared == ()
    assert len(beside(work, later.model_copy(update={"version": "1.9.0"})).compared) == 1


def test_a_function_of_another_organisation_is_no_sister(work: Work, as_actor, cast: Cast):
    final(as_actor(cast.dev), cast.their_it, 5)
    assert [one.function for one in beside(work, begun(work, cast.it)).unready] == ["People team"]


def test_who_may_not_read_an_assessment_is_not_told_of_it(work: Work, as_actor, cast: Cast):
    final(work, cast.hr, 3)
    own = begun(work, cast.it)
    assert len(beside(as_actor(cast.vera), own).compared) == 1
    assert beside(as_actor(cast.ben), own).compared == ()

"""What a result stands on: whose foundations count, what finalising freezes, and what a newer foundation shows beside it."""

from collections.abc import Iterator
from datetime import date

import pytest

from assessment import foundations, service
from improvement import footing
from people.model import FunctionKind
from people.service import create_function
from people.work import Work
from tests.assessment.grounds import (
    GROUND,
    PILLARS,
    again,
    answered,
    at,
    begun,
    final,
    footing_of,
    frozen,
    gated,
    ground,
    pillars,
    renewed,
    shelf,
    stands_on,
)
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import Cast


@pytest.fixture(autouse=True)
def small() -> Iterator[None]:
    with shelf():
        yield


def test_a_questionnaire_needs_the_others_once_and_never_itself():
    assert foundations.needed(PILLARS) == ("ground",)
    own = questionnaire(
        dimension("d", practice("a", question("x")), practice("b", question("y"), needs=["small/a", "a", "far/z", "far/w"]))
    )
    assert foundations.needed(own) == ("far",)


def test_without_foundations_nobody_can_tell_what_a_pillar_is_held_at(work: Work, cast: Cast):
    pillar = pillars(work, cast.it)
    overall = service.result(work, pillar.id).overall
    assert (overall.level, overall.gated_level) == (4, None)
    assert [(one.id, one.level, one.needs) for one in overall.binding] == [("ground/knowledge", None, 3), ("ground/catalogue", None, 3)]
    assert foundations.issued(frozen(work, pillar)) == {}
    assert footing.stands_on(work, pillar, PILLARS) == ()


def test_finalising_freezes_each_level_with_the_assessment_and_the_result_it_was_read_from(work: Work, cast: Cast):
    under = ground(work, cast.it, know=1, listed=2)
    pillar = pillars(at(work, 1), cast.it)
    assert gated(work, pillar) == 1
    assert stands_on(work, pillar) == footing_of(work, under)
    assert service.responses(work, pillar).foundations == {"ground/knowledge": 1, "ground/catalogue": 2}
    assert renewed(work, pillar) == "none"


def test_a_later_foundation_leaves_the_issued_result_as_it_was_and_stands_beside_it(work: Work, cast: Cast):
    ground(work, cast.it, know=1)
    pillar = pillars(at(work, 1), cast.it)
    issued = service.result(work, pillar.id)
    better = ground(at(work, 2), cast.it, know=5, ends=date(2026, 3, 1))
    assert service.result(work, pillar.id) == issued
    assert (gated(work, pillar), renewed(work, pillar)) == (1, 4)
    (then,) = footing.stands_on(work, pillar, PILLARS)
    shown = footing.renewed(work, pillar, PILLARS)
    assert shown
    assert (then.score.practices["knowledge"].level, shown.stands_on[0].score.practices["knowledge"].level) == (1, 5)
    assert shown.stands_on[0].assessment == better
    assert shown.score.overall.index == issued.overall.index, "a foundation never alters the index"


def test_foundations_that_come_after_the_pillars_are_shown_beside_them(work: Work, cast: Cast):
    pillar = pillars(work, cast.it)
    ground(at(work, 1), cast.it, know=2)
    assert (gated(work, pillar), renewed(work, pillar)) == (None, 2)


def test_reopened_foundations_that_are_finalised_again_are_newer_and_the_issued_result_keeps_the_old_ones(work: Work, cast: Cast):
    under = ground(work, cast.it, know=1)
    before = footing_of(work, under)
    pillar = pillars(at(work, 1), cast.it)
    again(at(work, 2), under, know=3)
    assert stands_on(work, pillar) == before
    assert (gated(work, pillar), renewed(work, pillar)) == (1, 4)
    (then,) = footing.stands_on(work, pillar, PILLARS)
    assert then.score.practices["knowledge"].level == 1, "read from the superseded result"


def test_reopened_foundations_count_for_nobody_until_they_are_final(work: Work, cast: Cast):
    under = ground(work, cast.it, know=2)
    service.reopen(at(work, 1), under.id, "A mistake")
    assert gated(work, pillars(at(work, 2), cast.it)) is None
    assert foundations.todays(work, begun(work, "pillars", cast.it), PILLARS) == {}


def test_older_foundations_are_not_shown_as_todays_while_the_newer_are_reopened(work: Work, cast: Cast):
    ground(work, cast.it, know=5, ends=date(2025, 6, 30))
    newest = ground(at(work, 1), cast.it, know=1)
    pillar = pillars(at(work, 2), cast.it)
    service.reopen(at(work, 3), newest.id, "A mistake")
    assert (gated(work, pillar), renewed(work, pillar)) == (1, "none")
    assert gated(work, pillars(at(work, 4), cast.it)) == 4, "a new result stands on what is final when it is issued"


def test_quick_foundations_have_no_levels_and_are_passed_over(work: Work, cast: Cast):
    ground(work, cast.it, know=2, ends=date(2025, 6, 30))
    ground(at(work, 1), cast.it, know=5, mode="quick")
    assert gated(work, pillars(at(work, 2), cast.it)) == 2


def test_a_quick_pillar_is_held_by_nothing_and_still_keeps_what_was_there(work: Work, cast: Cast):
    under = ground(work, cast.it, know=1)
    quick = pillars(at(work, 1), cast.it, mode="quick")
    overall = service.result(work, quick.id).overall
    assert (overall.level, overall.gated_level, overall.binding) == (None, None, ())
    assert stands_on(work, quick) == footing_of(work, under)


def test_the_same_function_comes_first_then_it_and_no_other(work: Work, cast: Cast):
    site = create_function(work, "Site", FunctionKind.FACILITIES)
    ground(work, cast.it, know=2)
    ground(at(work, 1), cast.hr, know=1, ends=date(2025, 6, 30))
    later = at(work, 2)
    assert gated(later, pillars(later, cast.hr)) == 1, "its own, though IT's are newer"
    assert gated(later, pillars(later, site)) == 2, "IT's, where it has none of its own"
    assert gated(later, pillars(later, cast.it)) == 2, "never another function's"


def test_a_foundation_of_ones_own_takes_its_functions_place(work: Work, cast: Cast):
    ground(work, cast.it, know=2)
    pillar = pillars(at(work, 1), cast.hr)
    ground(at(work, 2), cast.hr, know=1, ends=date(2025, 6, 30))
    assert (gated(work, pillar), renewed(work, pillar)) == (2, 1)


def test_without_its_own_and_without_its_it_a_function_stands_on_nothing(work: Work, cast: Cast):
    ground(work, cast.hr, know=3)
    assert gated(work, pillars(at(work, 1), cast.it)) is None


def test_the_latest_period_counts_and_not_who_was_finalised_last(work: Work, cast: Cast):
    ground(work, cast.it, know=2)
    pillar = pillars(at(work, 1), cast.it)
    ground(at(work, 2), cast.it, know=5, ends=date(2025, 6, 30))
    assert (gated(work, pillar), renewed(work, pillar)) == (2, "none")


def test_another_organisations_foundations_never_count(work: Work, as_actor, cast: Cast):
    ground(as_actor(cast.dev), cast.their_it, know=5)
    pillar = pillars(at(work, 1), cast.it)
    assert gated(work, pillar) is None
    again(as_actor(cast.dev), ground(as_actor(cast.dev), cast.their_it, know=4), know=5)
    assert renewed(work, pillar) == "none"
    assert gated(work, pillars(at(work, 2), cast.it)) is None


def test_an_unanswered_foundation_is_assessed_without_a_level_and_never_passed(work: Work, cast: Cast):
    final(work, begun(work, "ground", cast.it), know=4)
    pillar = pillars(at(work, 1), cast.it)
    assert service.responses(work, pillar).foundations == {"ground/knowledge": 4, "ground/catalogue": None}
    assert gated(work, pillar) is None


def test_an_open_pillar_is_judged_on_todays_foundations_at_each_look(work: Work, cast: Cast):
    pillar = answered(work, begun(work, "pillars", cast.it), trust=4)
    assert gated(work, pillar) is None
    ground(work, cast.it, know=1)
    assert gated(work, pillar) == 1
    (shown,) = footing.stands_on(work, pillar, PILLARS)
    assert shown.questionnaire == GROUND
    ground(at(work, 1), cast.it, know=2, ends=date(2026, 3, 1))
    assert (gated(work, pillar), renewed(work, pillar)) == (2, "none")


def test_a_reopened_pillar_is_issued_anew_on_what_is_there_then(work: Work, cast: Cast):
    ground(work, cast.it, know=1)
    pillar = pillars(at(work, 1), cast.it)
    better = ground(at(work, 2), cast.it, know=5, ends=date(2026, 3, 1))
    again(at(work, 3), pillar)
    assert (gated(work, pillar), renewed(work, pillar)) == (4, "none")
    assert stands_on(work, pillar) == footing_of(work, better)
    (old,) = service.superseded_results(work, pillar.id)
    assert foundations.issued(old)["ground"] != stands_on(work, pillar)


def test_foundations_say_what_stands_on_them(work: Work, cast: Cast):
    under = ground(work, cast.it, know=1)
    final(at(work, 1), begun(work, "other", cast.it), only=3)
    pillars(at(work, 1), cast.hr)
    assert footing.carries(work, under) is None
    pillar = pillars(at(work, 1), cast.it)
    above = footing.carries(work, under)
    assert above
    assert (above.assessment, above.questionnaire) == (pillar, PILLARS)
    assert footing.carries(work, pillar) is None

"""What is told of how far several people agree, on both engines: never more than the result counts."""

from fractions import Fraction

import pytest

from assessment import service
from assessment.hearing import hearing
from assessment.model import Assessment
from improvement.standing import gather
from people.work import reading, writing
from scoring.panel import Panel
from scoring.panel_items import Untold
from tests.assessment.invited import LATER
from tests.assessment.nameless import nameless, says
from tests.cast import Cast


@pytest.fixture
def two(begun: Assessment, cast: Cast) -> tuple[str, str]:
    """Two described questions of one practice that staff are asked and that nothing hides."""
    with reading(cast.asha, LATER) as work:
        asked = service.questionnaire(work, begun)
    open_ = [
        [q.id for q in p.questions if q.kind == "anchored" and "staff" in q.audience and not q.shown_if] for p in asked.practices.values()
    ]
    first, second, *_ = next(found for found in open_ if len(found) > 1)
    return first, second


def heard(cast: Cast, begun: Assessment) -> Panel | None:
    with reading(cast.vera, LATER) as work:
        return gather(work, begun.id).panel


def answer(who, begun: Assessment, **given: int) -> None:
    says(who, begun, LATER, **given)


def test_one_person_makes_no_panel(begun, two, cast: Cast):
    assert heard(cast, begun) is None
    answer(cast.asha, begun, **{two[0]: 3})
    assert heard(cast, begun) is None


def test_two_named_people_make_one(begun, two, cast: Cast):
    answer(cast.asha, begun, **{two[0]: 1})
    answer(cast.tom, begun, **{two[0]: 4})
    panel = heard(cast, begun)
    assert panel is not None
    assert (panel.people, panel.discuss) == (2, (two[0],))
    assert panel.items[two[0]].median == Fraction(5, 2)


def test_three_anonymous_people_are_in_no_panel_and_the_fourth_brings_all(begun, two, cast: Cast):
    answer(cast.asha, begun, **{two[0]: 3})
    for value in (0, 0, 5):
        answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: value})
        assert heard(cast, begun) is None
    answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: 5})
    panel = heard(cast, begun)
    assert panel is not None
    assert (panel.people, dict(panel.items[two[0]].distribution)["0"]) == (5, 2)


def test_the_fifth_to_seventh_change_nothing(begun, two, cast: Cast):
    for value in (0, 0, 5, 5):
        answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: value})
    four = heard(cast, begun)
    for value in (1, 2, 3):
        answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: value})
        assert heard(cast, begun) == four


def test_a_group_of_fewer_than_four_anonymous_people_is_in_no_part_of_it(begun, two, cast: Cast):
    for value in (0, 0, 5, 5):
        answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: value})
    for value in (4, 4, 4):
        answer(nameless(cast.asha, begun, LATER, "leader"), begun, **{two[0]: value})
    panel = heard(cast, begun)
    assert panel is not None
    assert (panel.people, sum(panel.items[two[0]].distribution.values()), dict(panel.items[two[0]].groups)) == (4, 4, {})


def test_what_four_said_to_one_question_and_another_four_to_the_next_is_not_put_together(begun, two, cast: Cast):
    answer(cast.asha, begun, **dict.fromkeys(two, 3))
    crowd = [nameless(cast.asha, begun, LATER) for _ in range(5)]
    for who in crowd[:4]:
        answer(who, begun, **{two[0]: 4})
    for who in crowd[1:]:
        answer(who, begun, **{two[1]: 1})
    panel = heard(cast, begun)
    assert panel is not None
    (practice,) = [one for one in panel.practices.values() if one.respondents]
    assert (practice.interval, practice.untold, practice.gaps) == (None, Untold.WITHHELD, ())
    assert [panel.items[name].interval is not None for name in two] == [True, True]
    assert panel.concord.single is None, "it would put them together as well"


def test_four_who_answered_both_are_put_together(begun, two, cast: Cast):
    answer(cast.asha, begun, **dict.fromkeys(two, 3))
    for _ in range(4):
        answer(nameless(cast.asha, begun, LATER), begun, **{two[0]: 4, two[1]: 1})
    panel = heard(cast, begun)
    assert panel is not None
    (practice,) = [one for one in panel.practices.values() if one.respondents]
    assert practice.interval is not None


def test_a_final_result_keeps_its_panel_as_it_was_frozen(begun, two, cast: Cast):
    answer(cast.asha, begun, **{two[0]: 1})
    answer(cast.tom, begun, **{two[0]: 4})
    before = heard(cast, begun)
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    assert heard(cast, begun) == before


def test_the_frozen_score_itself_is_as_it_is_without_a_panel(begun, two, cast: Cast):
    answer(cast.asha, begun, **{two[0]: 1})
    answer(cast.tom, begun, **{two[0]: 4})
    with reading(cast.asha, LATER) as work:
        score = service.result(work, begun.id)
        assert hearing(work, service.get(work, begun.id), score) is not None
    assert {(one.interval, one.agreement) for one in [score.overall, *score.practices.values()]} == {(None, None)}

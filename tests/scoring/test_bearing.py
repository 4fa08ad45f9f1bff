"""The same levels, judged again on other foundations."""

import pytest

from scoring.bearing import bearings
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses


def two_practices(low=2, high=4, **more):
    """One pillar: `plain` needs nothing, `resting` needs two practices of other foundations."""
    asked = questionnaire(
        dimension(
            "pillar", practice("plain", question("p")), practice("resting", question("r"), needs=["itsm/knowledge", "itsm/catalogue"])
        ),
        **more,
    )
    return asked, score(asked, responses({"p": low, "r": high}))


def on(knowledge, catalogue, **levels):
    asked, result = two_practices(**levels)
    return bearings(asked, result, {"itsm/knowledge": knowledge, "itsm/catalogue": catalogue})["pillar"]


@pytest.mark.parametrize(
    ("levels", "knowledge", "catalogue", "carried", "lean"),
    [
        ({}, 3, 3, 2, 0),
        ({}, 2, 3, 2, 0),
        ({}, 1, 2, 1, 1),
        ({}, 0, 5, 0, 2),
        ({"low": 5, "high": 5}, 3, 3, 5, 0),
        ({"low": 5, "high": 5}, 3, 2, 2, 3),
        ({"low": 0, "high": 5}, 0, 0, 0, 0),
    ],
)
def test_a_pillar_is_carried_as_far_as_the_weakest_prerequisite_of_its_practices(levels, knowledge, catalogue, carried, lean):
    bearing = on(knowledge, catalogue, **levels)
    assert (bearing.carried, bearing.lean) == (carried, lean)


def test_what_holds_only_a_practice_above_the_pillars_level_tilts_nothing():
    """The pillar is at 2, its practice at 4 is held at 2 by a prerequisite at 2, which would have to be at 3."""
    bearing = on(2, 3)
    assert [(b.id, b.level, b.needs) for b in bearing.binding] == [("itsm/knowledge", 2, 3)]
    assert (bearing.tilting, bearing.lean) == ((), 0)


def test_what_tilts_is_all_that_has_to_rise_and_what_holds_is_all_that_has_to_rise_first():
    bearing = on(1, 0, low=3)
    assert {b.id for b in bearing.tilting} == {"itsm/knowledge", "itsm/catalogue"}
    assert [b.id for b in bearing.holding] == ["itsm/catalogue"]


@pytest.mark.parametrize("known", [{}, {"itsm/knowledge": None, "itsm/catalogue": 3}, {"itsm/knowledge": 0}])
def test_a_prerequisite_without_a_level_leaves_open_what_is_carried(known):
    asked, result = two_practices()
    bearing = bearings(asked, result, known)["pillar"]
    assert (bearing.level, bearing.carried, bearing.lean, bearing.holding) == (2, None, 0, ())
    assert bearing.unassessed


def test_a_pillar_without_a_level_leans_on_nothing():
    asked, _ = two_practices()
    bearing = bearings(asked, score(asked, responses({"r": 4})), {"itsm/knowledge": 1, "itsm/catalogue": 1})["pillar"]
    assert (bearing.level, bearing.carried, bearing.lean, bearing.tilting) == (None, None, 0, ())


def test_a_pillar_that_does_not_apply_is_left_out_and_so_is_a_practice_that_does_not():
    asked, _ = two_practices()
    assert bearings(asked, score(asked, responses({"p": None, "r": None})), {}) == {}
    assert bearings(asked, score(asked, responses({"p": 3, "r": None})), {})["pillar"].carried == 3


@pytest.mark.parametrize("need", ["base", "small/base"])
def test_a_prerequisite_of_the_same_questionnaire_is_read_there_and_nowhere_else(need):
    asked = questionnaire(
        dimension("low", practice("base", question("b"))), dimension("top", practice("pillar", question("q"), needs=[need]))
    )
    found = bearings(asked, score(asked, responses({"b": 1, "q": 3})), {"small/base": 5})
    assert (found["low"].carried, found["top"].carried) == (1, 1)


def test_on_the_foundations_it_was_scored_on_a_result_comes_to_the_same_again():
    asked, _ = two_practices()
    for low, high, knowledge, catalogue in [(2, 4, 1, 3), (5, 5, 3, 2), (0, 3, 1, 1), (4, 4, 4, 4)]:
        known = {"itsm/knowledge": knowledge, "itsm/catalogue": catalogue}
        result = score(asked, responses({"p": low, "r": high}, foundations=known))
        again = bearings(asked, result, known)["pillar"]
        assert (again.level, again.carried, again.binding) == (
            result.dimensions["pillar"].level,
            result.dimensions["pillar"].gated_level,
            result.dimensions["pillar"].binding,
        )


def test_nothing_carries_a_pillar_below_the_lowest_level_of_its_own_scale():
    levels = {level: f"Anchor {level}." for level in range(1, 6)}
    asked = questionnaire(
        dimension("pillar", practice("resting", question("r", levels=levels), needs=["itsm/knowledge"])),
        scale=[{"level": level, "name": f"Level {level}"} for level in range(1, 6)],
    )
    bearing = bearings(asked, score(asked, responses({"r": 4})), {"itsm/knowledge": 0})["pillar"]
    assert (bearing.carried, bearing.lean) == (1, 3)
    assert [b.id for b in bearing.holding] == ["itsm/knowledge"]

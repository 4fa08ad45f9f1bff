from scoring.maturity import score
from scoring.robustness import robustness
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

ASKED = questionnaire(
    dimension(
        "all",
        practice("sure", *(question(f"s{n}") for n in range(4))),
        practice("torn", *(question(f"t{n}", "rated", level=1) for n in range(2)), question("k", "yes_no", level=2)),
    )
)
EVEN = {f"s{n}": 3 for n in range(4)}


def redrawn(answers, asked=ASKED, mode="full", **more):
    return robustness(asked, score(asked, responses(answers, mode=mode)), **more)


def test_equal_answers_keep_their_level_whatever_the_weights():
    found = redrawn(EVEN | {"t0": 100, "t1": 0, "k": False})
    assert found.level_kept["sure"] == 1
    assert 0.3 < found.level_kept["torn"] < 0.7


def test_the_weakest_practice_is_told_with_its_share_of_draws():
    found = redrawn(EVEN | {"t0": 100, "t1": 100, "k": False}, draws=300)
    assert set(found.weakest) <= {"sure", "torn"}
    assert sum(found.weakest.values()) == 1
    assert list(redrawn(EVEN | {"t0": 0, "t1": 10, "k": False}).weakest) == ["torn"]


def test_a_share_exactly_on_a_threshold_stays_below_it():
    on_the_edge = score(ASKED, responses(EVEN | {"t0": 50, "t1": 50, "k": False}))
    assert on_the_edge.practices["torn"].level == 0
    assert robustness(ASKED, on_the_edge).level_kept["torn"] == 1


def test_the_same_seed_gives_the_same_draws():
    scored = score(ASKED, responses(EVEN | {"t0": 100, "t1": 0, "k": False}))
    assert robustness(ASKED, scored) == robustness(ASKED, scored)
    assert robustness(ASKED, scored).level_kept["torn"] != robustness(ASKED, scored, seed=2).level_kept["torn"]


def test_a_knockout_holds_whatever_the_weights_and_an_unanswered_level_stops_the_climb():
    asked = questionnaire(
        dimension("all", practice("one", question("a"), question("k", "yes_no", level=3, knockout=1), question("b", "yes_no", level=1)))
    )
    knocked = score(asked, responses({"a": 5, "k": False, "b": True}))
    assert (knocked.practices["one"].level, robustness(asked, knocked).level_kept) == (2, {"one": 1})
    stopped = questionnaire(
        dimension(
            "all", practice("one", question("x", "yes_no", level=1), question("y", "yes_no", level=2), question("z", "yes_no", level=3))
        )
    )
    assert redrawn({"x": True, "z": True}, stopped).level_kept == {"one": 1}


def test_without_an_index_everywhere_nobody_is_called_the_weakest():
    assert redrawn(EVEN).weakest == {}
    assert redrawn({}).level_kept == {}


def test_quick_mode_has_no_level_to_keep():
    asked = questionnaire(dimension("all", practice("one", question("a", modes=["quick", "full"]))))
    found = redrawn({"a": 3}, asked, mode="quick")
    assert (found.overall_kept, found.level_kept, found.weakest) == (None, {}, {"one": 1})


def test_the_level_of_the_whole_is_kept_where_its_lowest_practice_keeps_it():
    found = redrawn(EVEN | {"t0": 100, "t1": 0, "k": False})
    assert found.overall_kept == found.level_kept["torn"]


def test_a_dimension_that_is_not_mandatory_holds_no_level_of_the_whole():
    torn = practice("torn", question("t0", "rated", level=1), question("t1", "rated", level=1))
    asked = questionnaire(dimension("all", practice("sure", question("s0"))), dimension("more", torn, mandatory=False))
    found = redrawn({"s0": 3, "t0": 100, "t1": 0}, asked)
    assert (found.overall_kept, found.level_kept["torn"] < 1) == (1, True)


def test_where_nothing_mandatory_applies_every_practice_counts():
    asked = questionnaire(
        dimension("all", practice("gone", question("g"))), dimension("more", practice("one", question("a")), mandatory=False)
    )
    assert redrawn({"g": None, "a": 2}, asked).overall_kept == 1

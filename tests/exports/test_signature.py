"""The signature picture's value: who leans and by how much, which stones let them, and the same in words."""

from uuid import UUID

import pytest

from exports.figures import renewed_signature, signature, signature_of
from exports.figures.signature import needed
from improvement.standing_model import Renewed
from tests.builders import dimension, practice, question, questionnaire
from tests.exports.besides import FOUR_WEAK, PAIR, SIDES, beside, case, foundations, laid, of, standing_at, without
from tests.exports.small import GOOD, answered
from tests.exports.standings import pillars


def columns(name):
    return [(c.height, c.solid, c.lean, c.says) for c in case(name).columns]


def stones(figure):
    return {stone.title: stone for course in figure.courses for stone in course}


def marked(name):
    return {title: (s.says, s.needs, s.is_cracked) for title, s in stones(case(name)).items() if s.is_marked}


@pytest.mark.parametrize("name", SIDES)
def test_every_state_has_a_finding_a_source_words_for_the_blind_and_a_table(name):
    figure = case(name)
    assert figure.title
    assert not figure.title.endswith(".")
    assert figure.caption.endswith("Method 1.0.0.")
    assert figure.alt.startswith(figure.title)
    table = figure.table()
    assert len(table.rows) == len(figure.columns) + len(stones(figure))
    assert all(len(row) == len(table.headers) for row in table.rows)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        (
            "two lean",
            "All three pillars stand at level 2 by points; Knowledge management and Continual improvement at level 1 let two of them lean",
        ),
        ("four weak stones", "Four weak foundations let all three pillars lean, Continual improvement most"),
        (
            "as bad as it gets",
            "All three pillars stand at level 5 by points; seven weak foundations let all of them lean, Service request management most",
        ),
        ("all true", "All three pillars stand true on their foundations"),
        ("one practice waits", "All three pillars stand true on their foundations, though Knowledge management holds one practice back"),
        ("nothing built", "All three pillars stand at level 0: there is nothing yet for the foundations to carry"),
        ("a stone is open", "Nobody can tell yet whether one of three pillars stands true: Knowledge management has no level"),
        ("a stone does not apply", "Nobody can tell yet whether one of three pillars stands true: Knowledge management has no level"),
        ("a pillar is open", "How high one of three pillars stands is still open, and so is what carries it"),
        ("nothing answered", "How high all three pillars stand is still open, and so is what carries them"),
        ("foundations not assessed", "Nobody knows what the pillars stand on: the foundations are not assessed"),
        ("pillars not assessed", "Knowledge management is the weakest foundation, at level 1; no pillars are assessed yet"),
        ("neither answered", "The foundations have no levels yet, and no pillars are assessed on them"),
        ("quick pillars", "A quick estimate has no levels, so nobody can tell what the pillars rest on"),
        ("quick foundations", "A quick estimate has no levels, so nobody can tell what the pillars rest on"),
        ("a sister function", "All three pillars stand at level 2 by points; Service request management at level 1 lets two of them lean"),
    ],
)
def test_the_title_is_what_is_found(name, title):
    assert case(name).title == title


def test_a_pillar_leans_by_the_levels_that_its_foundations_do_not_carry():
    """Leadership rests on outcome measurement at 2, experience on knowledge at 1, operations on continual improvement at 1."""
    assert columns("two lean") == [(2, 2, 0, "Level 2, carried"), (2, 1, 1, "Level 2, held at 1"), (2, 1, 1, "Level 2, held at 1")]
    assert columns("four weak stones") == [
        (3, 2, 1, "Level 3, held at 2"),
        (4, 1, 3, "Level 4, held at 1"),
        (5, 0, 5, "Level 5, held at 0"),
    ]


def test_the_stones_that_let_pillars_lean_are_cracked_and_say_what_they_need_for_which():
    assert marked("two lean") == {
        "Knowledge management": ("Level 1", "needs 2 for\u00a0B", True),
        "Continual improvement": ("Level 1", "needs 2 for\u00a0C", True),
    }
    assert marked("four weak stones")["Service request management"] == ("Level 2", "needs 3 for\u00a0B,\u00a0C", True)


def test_a_stone_that_holds_back_a_single_practice_is_marked_but_not_cracked():
    """Experience is at 2; confidence alone is at 4, and held at 2 by knowledge."""
    assert columns("one practice waits")[1] == (2, 2, 0, "Level 2, carried")
    assert marked("one practice waits") == {"Knowledge management": ("Level 2", "needs 3 for\u00a0one practice", False)}


def test_the_table_says_what_has_to_rise_first():
    rows = {row[0]: row[1:] for row in case("four weak stones").table().rows}
    assert rows["B Human psychology and experience design"] == ("90.4", "4", "Held at 1 by Knowledge management")
    assert rows["Knowledge management"][1:] == ("1", "needs 3 for\u00a0B")
    assert rows["Strategic intent"][1:] == ("3", "")


def test_capabilities_lie_on_the_core_practices_and_these_on_the_direction():
    courses = [[stone.practice for stone in course] for course in case("two lean").courses]
    assert [len(course) for course in courses] == [3, 4, 4, 1]
    assert courses[0] == ["outcome-measurement", "improvement-discipline", "proactive-engagement"]
    assert courses[-1] == ["strategic-intent"]


def test_each_stone_has_the_colour_of_its_level_and_prints_it():
    found = {s.practice: (s.shade, s.says) for s in stones(case("two lean")).values()}
    for name, level in PAIR.items():
        assert found[name] == (level, f"Level {level}")


def test_foundations_that_nobody_assessed_are_outlines_by_name_and_the_pillars_cannot_be_judged():
    figure = case("foundations not assessed")
    assert set(stones(figure)) == {
        "Outcome measurement",
        "Knowledge",
        "Service request",
        "Change enablement",
        "Continual improvement",
        "Service level",
        "Improvement discipline",
    }
    assert {(s.shade, s.says, s.level) for s in stones(figure).values()} == {(None, "?", "Not assessed")}
    assert figure.below == "Not determinable: ITSM Foundations not assessed"
    assert [(c.height, c.solid, c.is_told) for c in figure.columns] == [(3, 0, False), (2, 0, False), (1, 0, False)]


def test_without_pillars_there_is_an_invitation_in_their_place():
    figure = case("pillars not assessed")
    assert figure.columns == ()
    assert figure.above.endswith("Assess the pillars to see what these foundations carry.")
    assert figure.alt == f"{figure.title}. Twelve stones."


def test_a_stone_without_a_level_has_no_colour_and_says_what_is_known():
    assert (
        stones(case("a stone is open"))["Knowledge management"].shade,
        stones(case("a stone is open"))["Knowledge management"].says,
    ) == (
        None,
        "Level 0–5",
    )
    assert stones(case("a stone does not apply"))["Knowledge management"].says == "does not apply"


def test_a_pillar_whose_level_is_open_is_as_high_as_it_may_be_and_cannot_be_judged():
    column = case("a pillar is open").columns[1]
    assert (column.height, column.solid, column.is_told, column.says, column.held) == (2, 0, False, "Level 0–2", "Not determinable")


def test_an_estimate_has_no_level_so_its_index_is_its_height():
    column = case("quick pillars").columns[0]
    assert (column.is_estimate, column.is_told, column.says) == (True, False, "No level: an estimate")
    assert column.height == pytest.approx(float(column.index) / 20)
    assert stones(case("quick foundations"))["Knowledge management"].says == "Index 40.0"


def test_a_pillar_with_nothing_applicable_is_left_out():
    asked = questionnaire(
        dimension("here", practice("one", question("a"), needs=["itsm/x"])), dimension("gone", practice("two", question("b")))
    )
    only = beside(asked, {"one": 3}, None)
    dimensions = {**only.score.dimensions, "gone": only.score.dimensions["gone"].model_copy(update={"low": None})}
    figure = signature(only.model_copy(update={"score": only.score.model_copy(update={"dimensions": dimensions})}))
    assert [c.title for c in figure.columns] == ["Here"]
    none = {name: one.model_copy(update={"low": None}) for name, one in dimensions.items()}
    nothing = signature(only.model_copy(update={"score": only.score.model_copy(update={"dimensions": none})}))
    assert (nothing.title, nothing.columns) == ("Nothing in this questionnaire applies here", ())


def test_the_caption_says_whose_foundations_count_where_the_function_has_none_of_its_own():
    assert "HR has no foundations of its own that are final, so those of IT count." in case("a sister function").caption
    assert "of its own" not in case("two lean").caption
    assert "46 of 46 questions answered, 15 Nov 2026" in case("two lean").caption
    assert "69 of 69 questions answered, 15 Nov 2026" in case("two lean").caption


def test_the_words_for_the_blind_name_who_leans_and_what_is_cracked():
    alt = case("two lean").alt
    assert "Three columns on twelve stones." in alt
    assert "Human psychology and experience design: Level 2, held at 1." in alt
    assert "Marked stones: Knowledge management: Level 1, needs 2 for\u00a0B." in alt


def test_the_picture_on_the_issued_foundations_says_what_the_issued_result_says():
    for name in ("two lean", "four weak stones", "all true", "one practice waits"):
        above, ground = SIDES[name]()
        drawn = {column.dimension: column.solid for column in signature(above, ground).columns}
        assert drawn == {dimension: score.gated_level for dimension, score in above.score.dimensions.items()}


def test_from_either_side_it_is_the_same_picture():
    above, (ground,) = SIDES["two lean"]()
    assert signature_of(of(above, stands_on=(ground,))) == signature_of(of(ground, carries=above)) == case("two lean")


def test_pillars_issued_before_the_foundations_are_judged_on_those_that_carry_them_now():
    ground = laid({"knowledge": 1})
    figure = signature_of(of(ground, carries=standing_at({})))
    assert [column.lean for column in figure.columns] == [0, 1, 0]


def test_an_assessment_that_neither_rests_on_another_nor_carries_one_has_no_such_picture():
    assert signature_of(answered(GOOD)) is None
    assert signature_of(of(laid({}))).columns == ()


def test_todays_foundations_give_a_picture_of_their_own_where_they_are_newer():
    issued = standing_at({})
    standing = of(issued)
    assert renewed_signature(standing) is None
    ground = laid({"service-request": 1})
    today = of(issued, renewed=Renewed(stands_on=(ground,), score=standing_at({}, on=(ground,)).score))
    assert [column.lean for column in renewed_signature(today).columns] == [0, 1, 1]
    assert [column.is_told for column in signature_of(today).columns] == [False, False, False]


def test_prerequisites_of_the_own_questionnaire_are_no_stones():
    assert needed(foundations()) == ()
    assert len(needed(pillars())) == 7


def test_a_pillar_alone_is_told_in_the_singular():
    asked = questionnaire(dimension("only", practice("one", question("a"), needs=["itsm-foundations/knowledge"])))

    def titled(level, ground):
        return signature(beside(asked, {}, level), ground).title

    assert titled(3, (laid({"knowledge": 1}),)) == "Knowledge management at level 1 lets the pillar lean"
    assert titled(3, (laid({}, 3),)) == "The pillar stands true on its foundations"
    assert titled(0, (laid({}, 3),)) == "The pillar stands at level 0: there is nothing yet for the foundations to carry"
    assert (
        titled(3, (laid({"knowledge": None}),)) == "Nobody can tell yet whether the pillar stands true: Knowledge management has no level"
    )
    assert titled(None, (laid({}),)) == "How high the pillar stands is still open, and so is what carries it"


def test_weak_foundations_at_different_levels_are_each_named_with_theirs():
    ground = laid({"knowledge": 1, "service-request": 0}, 3)
    title = signature(standing_at({"leadership": 1}, on=(ground,)), (ground,)).title
    assert title == "Service request management at level 0 and Knowledge management at level 1 let two of three pillars lean"


def test_many_stones_without_a_level_are_counted():
    ground = laid({"knowledge": None, "service-request": None, "continual-improvement": None}, 3)
    title = signature(standing_at({}, on=(ground,)), (ground,)).title
    assert title == "Nobody can tell yet whether two of three pillars stand true: three of their foundations have no level"


@pytest.mark.parametrize(
    ("levels", "title"),
    [
        ({}, "All twelve foundations lie at level 3; no pillars are assessed on them yet"),
        (
            {"problem": 1, "incident": 1},
            "Incident management and Problem management are the weakest foundations, at level 1; no pillars are",
        ),
        (
            FOUR_WEAK | {"knowledge": 0, "problem": 0},
            "Three of twelve foundations are the weakest, at level 0; no pillars are assessed yet",
        ),
    ],
)
def test_the_foundations_alone_are_told_by_the_weakest(levels, title):
    assert signature(None, (laid(levels, 3),)).title.startswith(title)


def test_a_long_row_of_pillars_runs_out_of_letters_and_goes_on_in_numbers():
    many = questionnaire(
        *(dimension(f"d{n}", practice(f"p{n}", question(f"q{n}"), needs=["itsm-foundations/incident"])) for n in range(27))
    )
    letters = [column.letter for column in signature(beside(many, {}, 2)).columns]
    assert (letters[0], letters[25], letters[26]) == ("A", "Z", "27")


def test_a_function_of_another_id_with_foundations_of_its_own_is_not_said_to_borrow():
    own = laid({}, function="HR")
    hr = standing_at({}, function="HR")
    assert hr.assessment.function_id == own.assessment.function_id == UUID(int=80)
    assert "of its own" not in signature(hr, (own,)).caption


def test_a_stone_that_does_not_apply_leaves_the_weakest_to_the_others():
    assert signature(None, (without(foundations(), "knowledge", 3),)).title.startswith("All eleven foundations lie at level 3")


def test_more_than_two_foundations_that_hold_practices_back_are_counted():
    ground = laid({})
    above = standing_at(dict.fromkeys(("confidence", "success-measures", "product-management"), 4), on=(ground,))
    assert signature(above, (ground,)).title.endswith(", though three foundations hold three practices back")

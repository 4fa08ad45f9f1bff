"""A practice of which missing answers leave the level open is never told by the upper end of its range."""

from exports.figures import dumbbell
from exports.words.gaps import gap_finding
from exports.words.practice import next_step
from exports.words.practice_decision import practice_decision
from improvement.standing_model import Standing
from tests.exports.standings import pillars, standing
from ui.charts import rows
from ui.parts import practice_rows

PRACTICE = pillars().practices["confidence"]
OPEN = PRACTICE.questions[0].id


def here() -> Standing:
    return standing(lambda question: None if question.id == OPEN else 3)


def test_it_has_a_range_in_place_of_a_point_and_of_a_gap():
    row = next(row for row in dumbbell(here()).rows if row.practice == PRACTICE.id)
    assert (row.now, row.high, row.target, row.today) == (None, 3.0, 3.0, f"{row.low:.0f}–3")
    assert row.gap == f"0–{3 - row.low:.0f}"
    assert "one cannot be rated yet" in gap_finding(here())


def test_it_may_reach_its_target_and_is_not_said_to_be_there():
    gap = next(gap for gap in here().gaps if gap.practice == PRACTICE.id)
    assert practice_rows.missing(here(), gap) == ":gray[may reach the target of 3]"
    far = gap.model_copy(update={"target": 5})
    assert practice_rows.missing(here(), far) == ":orange[at least two levels to the target of 5]"


def test_its_decision_is_no_praise_and_its_next_level_still_needs_the_answer():
    assert "The target is reached" not in practice_decision(here(), PRACTICE.id)
    assert next_step(here(), PRACTICE.id)[1]


def test_the_pale_line_is_drawn_beside_a_point_too():
    """Enough is answered for a point, and one missing answer still leaves a range."""
    figure = dumbbell(here())
    known = figure.rows[0].model_copy(update={"now": 3.0, "low": 2.0, "high": 3.0})
    drawn = rows.dumbbell(figure.model_copy(update={"rows": (known,)})).to_dict()
    marks = [row for layer in drawn["layer"] for row in layer["data"].get("values", ())]
    assert any({"x": 2.0, "x2": 3.0}.items() <= row.items() for row in marks)

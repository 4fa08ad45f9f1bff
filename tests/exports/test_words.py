"""Titles are findings, and decisions follow from them: weak, mixed, strong, empty, incomplete and quick."""

from fractions import Fraction

import pytest

from exports.pdf.cover import cover_lines
from exports.words import change, extremes, gaps, gates, index, pillars, summary
from improvement.standing_model import Gap
from scoring.result import Binding
from tests.exports import standings
from tests.exports.standings import case

HEADLINES = {
    "weak": "All 12 practices are short of their target",
    "mixed": "Three of 12 practices hold 54 % of the gap to target; close those first",
    "strong": "Every practice is at its target",
    "empty": "Nothing is answered yet, so the index may be anything from 0 to 100",
    "incomplete": "With 12 of 46 questions answered, the index lies between 9 and 84",
    "quick": "A quick estimate of 37 of 100; operational excellence and feedback loops is furthest behind",
}


@pytest.mark.parametrize("name", [n for n in HEADLINES if n != "weak"])
def test_the_headline_is_the_finding(name):
    assert summary.headline(case(name)) == HEADLINES[name]


def test_where_the_gap_is_spread_the_headline_names_who_holds_the_level():
    assert summary.headline(case("weak")) == "Eleven of 12 practices hold the whole at level 0"


def test_two_practices_that_hold_the_whole_are_named():
    here = case("mixed")
    spread = tuple(Gap(practice=g.practice, target=3, target_index=Fraction(60), level=g.level, index=Fraction(40)) for g in here.gaps)
    headline = summary.headline(here.model_copy(update={"gaps": spread}))
    assert headline == "“Journeys, not only visits” and “Run as a product” hold the whole at level 0"


def test_where_every_practice_stands_alike_the_headline_says_so():
    here = case("mixed")
    level = {p: s.model_copy(update={"level": 2, "level_low": 2, "level_high": 2}) for p, s in here.score.practices.items()}
    overall = here.score.overall.model_copy(update={"level": 2})
    same = tuple(Gap(practice=g.practice, target=3, target_index=Fraction(60), level=2, index=Fraction(40)) for g in here.gaps)
    score = here.score.model_copy(update={"practices": level, "overall": overall})
    assert summary.headline(here.model_copy(update={"score": score, "gaps": same})) == "All twelve practices stand at level 2"


def test_incomplete_answers_give_a_range_and_no_point():
    here = case("incomplete")
    assert index.headline_number(here) == "9–84"
    assert index.index_words(here) == "between 9 and 84 of 100"
    assert "37" not in summary.summary_lead(here)
    assert summary.summary_decision(here) == "Answer the 34 open questions before deciding anything else: they leave a range of 75 points."


def test_a_point_with_missing_answers_carries_its_range():
    first = next(iter(standings.pillars().questions))
    here = standings.standing(lambda q: None if q.id == first else standings.mixed(q))
    assert index.index_words(here).endswith("whatever the missing answer is")
    assert index.index_words(here).startswith("40 of 100, between ")


def test_quick_mode_is_called_an_estimate_and_has_no_levels():
    lead = summary.summary_lead(case("quick"))
    assert "an estimate from the 15 questions of the quick mode, without levels" in lead
    assert "level 0" not in lead
    assert gates.gated_words(case("quick")) == ""


def test_foundations_that_nobody_assessed_leave_the_gated_level_open():
    assert gates.gated_words(case("mixed")) == "not determinable: ITSM Foundations not assessed"
    assert gates.gate_decision(case("mixed")).startswith("Eight practices rest on practices of ITSM Foundations that nobody has assessed.")
    assert "Knowledge carries “Confidence before convenience”" in gates.unassessed_words(case("mixed"))
    assert gates.held_practices(case("mixed")) == ()


def held_back(level: int, gated: int):
    here = case("mixed")
    binding = Binding(holds="confidence", id="itsm-foundations/knowledge", level=1, needs=2)
    practice = here.score.practices["confidence"].model_copy(update={"binding": (binding,)})
    overall = here.score.overall.model_copy(update={"binding": (binding,), "level": level, "gated_level": gated})
    update = {"overall": overall, "practices": {**here.score.practices, "confidence": practice}}
    return here.model_copy(update={"score": here.score.model_copy(update=update)})


def test_a_foundation_that_is_too_low_is_named_with_what_it_needs():
    here = held_back(2, 1)
    assert gates.gated_words(here) == "2 by points, held at 1"
    assert gates.gate_decision(here) == "Lay Knowledge first: it is at level 1, and “Confidence before convenience” needs it at 2."
    assert gates.binding_words(here, here.score.overall.binding[0]) == "Knowledge is at level 1, needs 2"
    assert gates.unassessed_words(here) == ""
    assert gates.held_practices(here) == ("confidence",)
    assert "Level 2 by points, held at 1." in summary.summary_lead(here)


def test_a_level_that_its_foundations_carry_needs_no_decision():
    here = case("mixed")
    overall = here.score.overall.model_copy(update={"binding": (), "gated_level": 0})
    carried = here.model_copy(update={"score": here.score.model_copy(update={"overall": overall})})
    assert gates.gated_words(carried) == "carried by its foundations"
    assert gates.gate_decision(carried) == ""


def test_practices_that_are_held_below_a_level_that_is_not_are_counted():
    here = held_back(1, 1)
    assert gates.gated_words(here) == "one practice held back"
    assert "One practice is held back by what it rests on." in summary.summary_lead(here)
    assert cover_lines(here)[1].endswith("; one practice held back")
    assert gates.gate_decision(here) == (
        "Lay Knowledge before raising what rests on it: it is at level 1, and “Confidence before convenience” needs it at 2."
    )


def test_a_questionnaire_unknown_here_is_named_by_its_id():
    assert gates.questionnaire_title("house-rules/tidiness") == "House rules"
    assert gates.prerequisite(case("mixed"), "three-pillars/confidence") == "“Confidence before convenience”"


GAP_FINDINGS = {
    "weak": "All 12 practices are short of their target",
    "mixed": "“Journeys, not only visits” and “Run as a product” have furthest to go",
    "strong": "Every practice is at its target",
    "empty": "No practice can be compared with its target yet",
    "incomplete": "“Journeys, not only visits” has furthest to go; nine cannot be rated yet",
}


@pytest.mark.parametrize("name", GAP_FINDINGS)
def test_the_gaps_are_told_by_who_is_furthest(name):
    assert gaps.gap_finding(case(name)) == GAP_FINDINGS[name]


def test_without_targets_there_is_no_gap_to_tell():
    none = case("mixed").model_copy(update={"gaps": ()})
    assert gaps.gap_finding(none) == "No target is set yet"
    assert gaps.concentration(none) == ""


def test_a_single_practice_may_hold_half_of_the_gap():
    here = case("mixed")
    lone = tuple(g.model_copy(update={"index": Fraction(0) if i == 0 else g.target_index - 1}) for i, g in enumerate(here.gaps))
    assert gaps.concentration(here.model_copy(update={"gaps": lone})).startswith("One of 12 practices holds ")


def test_the_gap_decision_names_two_at_most_and_says_what_can_wait():
    assert summary.gap_decision(case("mixed")) == (
        "Aim the next quarter at “Journeys, not only visits” and “Run as a product”. The other seven practices short of target can wait."
    )
    assert summary.gap_decision(case("strong")).startswith("Set higher targets")
    assert summary.gap_decision(case("empty")).startswith("Answer the 46 open questions")


def test_pillars_are_told_weakest_first():
    assert (
        pillars.pillar_finding(case("mixed"))
        == "Operational excellence and feedback loops is the weakest pillar, leadership mindset the strongest"
    )
    assert pillars.pillar_finding(case("empty")) == "All three pillars are still open; the bars show what is possible"


def test_pillars_that_are_still_open_are_counted_as_one_speaks():
    here = case("mixed")
    known = here.score.dimensions
    for shut, said in (
        (tuple(known)[:1], "The one pillar is still open; the bar shows what is possible"),
        (tuple(known)[:2], "Both pillars are still open; the bars show what is possible"),
    ):
        dimensions = {d: known[d].model_copy(update={"index": None}) for d in shut}
        assert pillars.pillar_finding(_with_dimensions(here, dimensions)) == said
    one_open = {d: s.model_copy(update={"index": None if d == next(iter(known)) else s.index}) for d, s in known.items()}
    assert pillars.pillar_finding(_with_dimensions(here, one_open)) == "One of three pillars is still open; the bars show what is possible"


def _with_dimensions(here, dimensions):
    return here.model_copy(update={"score": here.score.model_copy(update={"dimensions": dimensions})})


def test_pillars_that_stand_alike_are_told_once():
    here = case("mixed")
    level = {d: s.model_copy(update={"index": Fraction(40)}) for d, s in here.score.dimensions.items()}
    assert pillars.pillar_finding(_with_dimensions(here, level)) == "All pillars stand at 40 of 100"


def test_the_lead_of_the_pillars_warns_of_the_mean():
    assert "The practices reach from 0 to 80; a mean hides the weakest of them." in pillars.pillar_lead(case("mixed"))
    assert "Leadership mindset: between 13 and 88 of 100, between level 0 and 2" in pillars.pillar_lead(case("incomplete"))


def test_strongest_and_weakest_are_named_or_counted():
    assert extremes.strongest_words(case("mixed")) == "“Success beyond deflection”: 80 of 100, level 3."
    assert extremes.weakest_words(case("mixed")) == "“Journeys, not only visits” and “Run as a product”: 0 of 100."
    assert extremes.weakest_words(case("empty")) == "No practice is answered yet."
    assert extremes.weakest_words(case("weak")).endswith("at 0 of 100.")


def test_change_is_told_in_figures_without_a_verdict():
    previous = case("mixed").previous
    assert change.change_finding(previous) == "Nine practices stand higher than in Autumn 2025, one lower"
    assert index.change_words(previous) == "On the 46 questions common to both, the index went from 17 to 41 (+23.6) since Autumn 2025."
    said = f"{change.change_finding(previous)} {index.change_words(previous)}"
    assert not any(verdict in said.lower() for verdict in ("improved", "declined", "better", "worse"))


def moved(before: int, after: int | None):
    previous = case("mixed").previous
    assert previous is not None
    assert previous.change is not None
    pairs = {
        p: d.model_copy(
            update={"before": d.before.model_copy(update={"index": Fraction(before)}), "after": d.after.model_copy(update={"index": after})}
        )
        for p, d in previous.change.practices.items()
    }
    return previous.model_copy(update={"change": previous.change.model_copy(update={"practices": pairs})})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (40, 40, "Every practice stands where it stood in Autumn 2025"),
        (40, 20, "Twelve practices stand lower than in Autumn 2025, none higher"),
        (20, 40, "Twelve practices stand higher than in Autumn 2025, none lower"),
        (20, None, "Too little is answered to compare with Autumn 2025"),
    ],
)
def test_all_one_way_is_told_so(before, after, said):
    assert change.change_finding(moved(before, after)) == said


def test_assessments_without_a_common_question_are_not_compared():
    previous = case("mixed").previous.model_copy(update={"change": None})
    assert change.change_finding(previous) == "No question is common with Autumn 2025"
    assert "cannot be compared" in index.change_words(previous)
    assert "Index on 0 common questions" in change.change_source(case("mixed"), previous)


def test_an_unknown_index_now_is_compared_as_a_range():
    said = index.change_words(case("incomplete").previous)
    assert said.endswith("the index of Autumn 2025 lay at 17 and lies between 9 and 84 today.")

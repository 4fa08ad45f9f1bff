"""The comparison in words: each kind of standing, and what is said where nothing can be compared."""

from collections.abc import Mapping
from typing import Any

import pytest

from exports.figures import aim_rows, certainty, side_by_side
from exports.words.benchmark import benchmark_decision, benchmark_finding
from exports.words.references import own_words, references_finding, reported
from exports.words.sisters import sister_words, sisters_clause, sisters_finding, unready_words
from exports.words.targets import aims_words, alone_words, levels_words, sure_finding, sure_words
from improvement.benchmark_model import Unready
from improvement.gaps import held_against
from improvement.standing_model import Standing
from questionnaires.model import Question
from tests.exports.compared import ahead, barely, behind, beside, named, profile
from tests.exports.several import CALM, CALM_ON, SPLIT, SPLIT_ON, group, several, two_groups, two_people, unanimous
from tests.exports.standings import at_level, case, full, pillars, standing, strong


def test_the_title_counts_the_practices_at_their_target():
    assert benchmark_finding(case("strong")) == "Every practice reaches your own target"
    assert benchmark_finding(case("weak")) == "None of 12 practices reaches your own target"
    assert benchmark_finding(held_against(case("strong"), {})) == "No practice has a target yet"
    assert benchmark_finding(case("empty")) == "Too little is answered to hold a practice against its target"


def test_another_function_that_is_ahead_stands_in_the_title_and_is_to_be_asked():
    here = beside({"HR": ahead})
    assert benchmark_finding(here).endswith("; HR is ahead in two")
    assert benchmark_decision(here).startswith("Ask HR how they do “")
    assert sisters_finding(here) == "HR is three levels ahead in “Simple first, complex when ready” and “Feedback acted on fast”"
    (row,) = [row for row in side_by_side(here).rows if row.practice == "simple-first"]
    assert ([cell.text for cell in row.cells], row.ahead) == (["1", "4"], "HR +3")


def test_several_functions_ahead_are_counted_together():
    here = beside({"HR": ahead, "Facilities": ahead})
    assert sisters_clause(here) == "other functions are ahead in two"
    assert {row.ahead for row in side_by_side(here).rows} == {"", "HR +3"}


def test_a_function_that_is_nowhere_ahead_could_ask_in_turn():
    here = beside({"HR": behind})
    assert sisters_clause(here) == ""
    assert sisters_finding(here) == "HR is nowhere ahead of IT"
    assert sister_words(here, here.sisters.compared[0]) == "HR is nowhere ahead; it could ask you how you do “A purpose people can feel”."
    assert benchmark_decision(here).startswith("Aim the next quarter at ")


def test_what_missing_answers_leave_open_is_no_lead():
    here = beside({"HR": ahead}, own=barely)
    assert {row.cells[0].text for row in side_by_side(here).rows if row.practice == "autonomy"} == {"0–5"}
    assert sisters_clause(here) == "HR is ahead in two"
    nothing = beside({"HR": ahead}, own=lambda _: None)
    assert sisters_finding(nothing) == "Too little is answered to hold the functions beside each other"
    assert sister_words(nothing, nothing.sisters.compared[0]) == "Too little is answered to tell how HR stands beside you."


def test_in_quick_mode_points_are_compared_and_few_of_them_are_no_lead():
    here = beside({"HR": ahead}, mode="quick")
    assert sisters_finding(here).startswith("HR is ")
    assert " points ahead in “" in sisters_finding(here)
    alike = beside({"HR": behind}, mode="quick", own=behind)
    assert sister_words(alike, alike.sisters.compared[0]) == "HR stands where you stand, as far as can be told."


def test_a_function_that_cannot_be_compared_says_what_it_would_take():
    open_one = named("HR").model_copy(update={"state": "open", "finalised_at": None})
    told = [unready_words(Unready(function="HR", begun=one)) for one in (None, open_one)]
    assert told == [
        "HR has not been assessed with this questionnaire. Start an assessment of it.",
        "HR is being assessed. Finalise “HR, summer 2026”; until then nothing of it is compared.",
    ]
    quick, old = named("HR").model_copy(update={"mode": "quick"}), named("HR").model_copy(update={"version": "0.9.0"})
    assert "quick estimate alone" in unready_words(Unready(function="HR", begun=quick))
    assert "another version of the questionnaire" in unready_words(Unready(function="HR", begun=old))
    assert sisters_finding(standing()) == "No other function can be compared yet"
    assert side_by_side(standing()) is None


def sure(here: Standing, practice: str) -> str:
    return next(sure_words(here, gap) for gap in here.gaps if gap.practice == practice)


def people(*levels: int) -> Standing:
    """Staff, each of whom answers two whole practices at one level."""
    asked = [q for practice in (SPLIT, CALM) for q in pillars().practices[practice].questions]
    return several({f"staff{n}": ("staff", {q.id: said(q, level) for q in asked}) for n, level in enumerate(levels)})


def said(question: Question, level: int) -> Any:
    value = at_level(question, level)
    return {"value": list(value) if isinstance(value, tuple) else value}


@pytest.mark.parametrize(
    ("levels", "target", "words"),
    [
        ((1, 1, 2, 1, 1, 2), 4, "Below the target, beyond doubt"),
        ((3, 3, 3, 4, 3, 2), 5, "Below the target, beyond doubt"),
        ((5, 5, 5, 5, 5, 4), 3, "Above the target, beyond doubt"),
        ((0, 5, 0, 5, 1, 4), 3, "Could be chance"),
        ((3, 3, 3, 4, 3, 3), 3, "At the target; could be chance"),
    ],
)
def test_an_interval_that_leaves_the_target_out_is_beyond_doubt(levels: tuple[int, ...], target: int, words: str):
    assert sure(held_against(people(*levels), {CALM: target}), CALM) == words


def test_points_and_level_may_say_different_things_and_both_are_told():
    here = people(3, 3, 3, 3, 3, 3)
    (gap,) = held_against(here, {CALM: 3}).gaps
    full, short = gap.model_copy(update={"target_index": 90}), gap.model_copy(update={"target_index": 10, "level": 2})
    assert sure_words(here, full) == "Level reached, though not in full"
    assert sure_words(here, short) == "Enough points, but a lower level is not complete"


@pytest.mark.parametrize(
    ("levels", "targets", "words"),
    [
        ((1, 1, 2, 1, 1, 2), {CALM: 4, SPLIT: 5}, "Both gaps are beyond doubt"),
        ((1, 1, 2, 1, 1, 2), {CALM: 4}, "The one gap is beyond doubt"),
        ((0, 5, 0, 5, 1, 4), {CALM: 3, SPLIT: 3}, "None of two gaps is beyond doubt"),
        ((5, 5, 5, 5, 5, 5), {CALM: 3}, "No gap is left that could be chance"),
        ((1, 2), {CALM: 3}, "No practice has answers enough to tell whether its gap is chance"),
        ((1, 2), {"autonomy": 3}, "Too little is answered to tell a gap from chance"),
    ],
)
def test_the_gaps_beyond_doubt_are_counted(levels: tuple[int, ...], targets: Mapping[str, int], words: str):
    assert sure_finding(held_against(people(*levels), targets)) == words


def test_without_an_interval_the_reason_stands_there():
    assert sure(two_people(), SPLIT) == "Fewer than five people: no interval"
    assert sure(two_people(), "autonomy") == "Nobody has answered"
    one = several(group("leader", {SPLIT_ON: [4]}) | group("staff", {CALM_ON: [3]}))
    assert sure(one, SPLIT) == "One person answered: no interval"
    assert sure(unanimous(), SPLIT) == "Too little is answered"
    assert sure_finding(standing()) == "Nobody can tell yet which gaps could be chance"
    assert (sure_words(standing(), standing().gaps[0]), certainty(standing())) == ("", None)


def test_one_person_or_nobody_leaves_the_doubt_without_a_size():
    assert alone_words(case("mixed")).startswith("One person answered")
    assert alone_words(case("empty")) == "Nothing is answered yet, so there is nothing to hold against a target."


def test_every_gap_has_its_row_with_index_and_target():
    rows = aim_rows(unanimous())
    assert [row.practice for row in rows] == [gap.practice for gap in unanimous().gaps]
    assert {row.aim for row in rows} == {"3"}
    assert certainty(two_groups()).headers == ("Practice", "Index, 95 % sure", "Index at target", "Chance?")


def test_whose_targets_they_are():
    here = standing(target_profiles=(profile("Another"), profile("By 2028", **{p.replace("-", "_"): 3 for p in pillars().practices})))
    assert aims_words(here) == "The targets are those of “By 2028”. Set by Asha Rao on 3 Sep 2026: The board wants it."
    assert aims_words(standing(target_profiles=(profile(),))) == "These targets are this assessment’s own."


@pytest.mark.parametrize(
    ("levels", "words"),
    [([4] * 12, "level 4 in 12 practices"), ([4, 4, 3, 2, 2, 2], "level 2 in three practices, level 4 in two and level 3 in one")],
)
def test_the_levels_of_a_profile_are_counted(levels, words):
    assert levels_words(levels).replace("twelve", "12") == words


def test_the_same_result_against_other_targets_keeps_its_score():
    here, other = case("strong"), held_against(case("strong"), {"autonomy": 5})
    assert other.score == here.score
    assert [(gap.practice, gap.target) for gap in other.gaps] == [("autonomy", 5)]
    assert benchmark_finding(standing(strong)) == "Every practice reaches your own target"


def test_published_figures_stand_beside_the_newest_reading_of_their_own_measure():
    here = full()
    found = {one.measure.id: (own_words(one), len(figures)) for one, figures in reported(here)}
    assert found["self-service-adoption"] == ("Yours: 44 % for Q3 2026", 2)
    assert found["self-service-success"] == ("Yours: not read yet", 1)
    assert references_finding(here) == "Three measures can be read beside what others have reported; all are over 5 years old or undated"
    bare = here.model_copy(update={"questionnaire": here.questionnaire.model_copy(update={"measures": ()})})
    assert (reported(bare), references_finding(bare)) == ([], "Nobody has reported a figure that comes close enough")

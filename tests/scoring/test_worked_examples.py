"""The worked examples of the scoring specification, to the last digit."""

from fractions import Fraction

import pytest

from questionnaires.model import Questionnaire
from scoring.maturity import METHOD, score
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses

F = Fraction


def percentages(*shares: str, dims: int = 1) -> tuple[Questionnaire, dict[str, Fraction]]:
    """A practice for each share, rated at exactly that."""
    practices = [practice(f"p{n}", question(f"q{n}", "rated")) for n in range(len(shares))]
    return questionnaire(dimension("foundations", *practices)), {f"q{n}": F(share) * 100 for n, share in enumerate(shares)}


def test_a_mean_hides_a_weak_foundation_that_the_geometric_mean_and_the_minimum_show():
    asked, answers = percentages("0.72", "0.68", "0.22", "0.80", "0.55", "0.60", "0.35", "0.30")
    whole = score(asked, responses(answers)).overall
    assert whole.index == F("52.75")
    assert whole.geometric == pytest.approx(48.3, abs=0.05)
    assert (whole.minimum, whole.range) == (22, 58)


def weighted(*terms):
    return [question(f"q{n}", "rated", weight=weight) for n, (weight, _) in enumerate(terms)], {
        f"q{n}": value for n, (_, value) in enumerate(terms) if value != "unanswered"
    }


def test_missing_answers_leave_a_range_and_not_applicable_ones_leave_the_sum():
    asked, answers = weighted((2, F(80)), (1, F(100)), (1, None), (1, "unanswered"), (1, F(40)))
    found = score(questionnaire(dimension("all", practice("one", *asked))), responses(answers)).practices["one"]
    assert (found.index, found.low, found.high, found.completeness) == (75, 60, 80, F(4, 5))


def test_every_term_of_the_trace_adds_up_to_the_index():
    asked, answers = weighted((2, F(80)), (1, F(100)), (1, None), (1, "unanswered"), ("1/3", F(40)))
    found = score(questionnaire(dimension("all", practice("one", *asked))), responses(answers)).practices["one"]
    answered = [term for term in found.trace if term.attainment is not None]
    assert 100 * sum(t.weight * t.attainment for t in answered) / sum(t.weight for t in answered) == found.index
    assert [term.state for term in found.trace] == ["answered", "answered", "not_applicable", "unanswered", "answered"]


def test_an_anchored_practice_is_one_table_read_twice():
    asked = questionnaire(dimension("all", practice("one", question("a", weight=2), question("b"))))
    found = score(asked, responses({"a": 4, "b": 1})).practices["one"]
    assert found.attainment == {1: 1, 2: F(2, 3), 3: F(2, 3), 4: F(2, 3), 5: 0}
    assert found.index == 100 * sum(found.attainment.values()) / 5 == 60
    assert found.level == 2


def test_a_weighted_scale_of_one_to_five_gives_the_weighted_mean_of_x_less_one_over_four():
    levels = {level: f"Anchor {level}." for level in range(1, 6)}
    asked = questionnaire(
        dimension("all", practice("one", question("a", weight="1/3", levels=levels), question("b", weight=2, levels=levels))),
        scale=[{"level": level, "name": str(level)} for level in range(1, 6)],
    )
    found = score(asked, responses({"a": 5, "b": 2}))
    assert found.overall.index == 100 * (F(1, 3) * 1 + 2 * F(1, 4)) / (F(1, 3) + 2)
    assert found.overall.level == 2


def gate(level, *prerequisites):
    foundations = [practice(f"need{n}", question(f"need{n}-q")) for n in range(len(prerequisites))]
    pillar = practice("pillar", question("pillar-q"), needs=[f"need{n}" for n in range(len(prerequisites))])
    asked = questionnaire(dimension("base", *foundations), dimension("top", pillar))
    found = score(asked, responses({"pillar-q": level} | {f"need{n}-q": reached for n, reached in enumerate(prerequisites)}))
    return found.practices["pillar"]


@pytest.mark.parametrize(("level", "prerequisites", "gated"), [(4, [1, 2], 1), (5, [3, 3], 5), (5, [3, 2], 2), (2, [4, 4], 2), (4, [0], 0)])
def test_the_gate_cases_of_the_specification(level, prerequisites, gated):
    assert gate(level, *prerequisites).gated_level == gated


def test_a_pillar_at_four_with_knowledge_at_one_and_catalogue_at_two_is_held_by_both():
    found = gate(4, 1, 2)
    assert [(b.holds, b.id, b.level, b.needs) for b in found.binding] == [("pillar", "need0", 1, 3), ("pillar", "need1", 2, 3)]
    assert (found.level, found.index) == (4, 80)


def test_a_result_says_by_which_questionnaire_and_method_it_was_made():
    asked, answers = percentages("0.5")
    found = score(asked, responses(answers))
    assert (found.questionnaire, found.version, found.method) == ("small", "1.0.0", METHOD)
    assert len(found.hash) == 64

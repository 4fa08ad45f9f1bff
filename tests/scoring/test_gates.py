"""The foundation gate across questionnaires, the adoption gate, pitfalls and claims (sections 3 and 4)."""

from fractions import Fraction

import pytest

from questionnaires.answer import Reading
from scoring.maturity import score
from scoring.outcomes import claims_against_outcomes, period_end
from tests.builders import dimension, practice, question, questionnaire
from tests.scoring.said import responses, told

F = Fraction
GATE = {"id": "basics", "title": "Basics first", "measure": "adoption", "at_least": 85}


def pillar(*needs, **more):
    return questionnaire(dimension("top", practice("pillar", question("q"), needs=needs, **more)))


def held(asked, answers, **more):
    found = score(asked, responses(answers, **more))
    assert found.overall.binding == found.dimensions["top"].binding == found.practices["pillar"].binding
    assert found.overall.gated_level == found.dimensions["top"].gated_level == found.practices["pillar"].gated_level
    return found.practices["pillar"].gated_level, [(b.id, b.level, b.needs) for b in found.practices["pillar"].binding]


def test_a_prerequisite_of_another_questionnaire_is_read_from_the_foundations():
    asked = pillar("itsm/knowledge", "itsm/catalogue")
    assert held(asked, {"q": 5}, foundations={"itsm/knowledge": 2, "itsm/catalogue": 3}) == (2, [("itsm/knowledge", 2, 3)])
    assert held(asked, {"q": 5}, foundations={"itsm/knowledge": 3, "itsm/catalogue": 3}) == (5, [])


@pytest.mark.parametrize("foundations", [{}, {"itsm/knowledge": None}])
def test_a_prerequisite_that_is_not_assessed_is_never_taken_as_passed(foundations):
    assert held(pillar("itsm/knowledge"), {"q": 2}, foundations=foundations) == (None, [("itsm/knowledge", None, 2)])
    assert held(pillar("itsm/knowledge"), {"q": 0}, foundations=foundations) == (None, [("itsm/knowledge", None, 0)])


def test_a_practice_without_a_level_is_held_back_by_nothing_that_could_be_named():
    assert held(pillar("itsm/knowledge"), {}) == (None, [])


@pytest.mark.parametrize("answer", [..., None])
def test_a_prerequisite_of_the_same_file_without_a_level_is_not_assessed(answer):
    asked = questionnaire(
        dimension("base", practice("need", question("n"))), dimension("top", practice("pillar", question("q"), needs=["need"]))
    )
    found = score(asked, responses({"q": 4, "n": answer}))
    assert found.practices["pillar"].gated_level is None
    assert found.dimensions["top"].gated_level is found.overall.gated_level is None
    assert [(b.id, b.level, b.needs) for b in found.overall.binding] == [("need", None, 3)]


def test_a_prerequisite_may_bear_its_own_questionnaires_name():
    asked = questionnaire(
        dimension("base", practice("need", question("n"))), dimension("top", practice("pillar", question("q"), needs=["small/need"]))
    )
    assert score(asked, responses({"q": 4, "n": 1})).practices["pillar"].gated_level == 1


def test_a_gated_level_stays_on_the_scale():
    scale = [{"level": level, "name": str(level)} for level in range(1, 6)]
    levels = {level: f"Anchor {level}." for level in range(1, 6)}
    asked = questionnaire(dimension("top", practice("pillar", question("q", levels=levels), needs=["itsm/knowledge"])), scale=scale)
    assert held(asked, {"q": 4}, foundations={"itsm/knowledge": 0})[0] == 1


def test_the_weakest_gated_practice_is_the_gated_level_above():
    asked = questionnaire(dimension("top", practice("a", question("x"), needs=["itsm/k"]), practice("b", question("y"))))
    found = score(asked, responses({"x": 5, "y": 3}, foundations={"itsm/k": 1}))
    assert (found.overall.level, found.overall.gated_level) == (3, 1)


def gate(readings, answers=None, people=None):
    asked = questionnaire(
        dimension("all", practice("one", question("m", "metric"), question("m2", "metric"), question("parent"))), gates=[GATE]
    )
    given = [{"measure": "adoption", "value": value, "period": period} for value, period in readings]
    found = score(asked, told(people, readings=given) if people else responses(answers or {}, readings=given))
    return found.gates[0].state, found.gates[0].reading


def test_the_adoption_gate_is_ready_only_where_the_reading_reaches_it():
    assert gate([(85, "2026")]) == ("ready", 85)
    assert gate([("84.9", "2026")]) == ("not_ready", F("84.9"))
    assert gate([]) == ("not_determinable", None)


@pytest.mark.parametrize(
    ("readings", "counts"),
    [
        ([(90, "2026-09"), (60, "2026-08")], 90),
        ([(60, "2026-Q3"), (90, "2026-09")], 90),
        ([(90, "2026-Q2"), (60, "2026-05")], 90),
        ([(60, "2026-11"), (90, "2026")], 90),
        ([(60, "2025"), (90, "2026-01")], 90),
    ],
)
def test_the_newest_reading_counts_by_the_end_of_its_period_and_then_by_entry(readings, counts):
    assert gate(readings)[1] == counts


@pytest.mark.parametrize(("period", "end"), [("2026", (2026, 12)), ("2026-Q1", (2026, 3)), ("2026-Q4", (2026, 12)), ("2026-02", (2026, 2))])
def test_a_period_ends_with_its_last_month(period, end):
    assert period_end(period) == end


def test_a_metric_answer_counts_as_a_reading_only_where_there_is_none():
    assert gate([], {"m": 90}) == ("ready", 90)
    assert gate([(60, "2020")], {"m": 90}) == ("not_ready", 60)


def test_metric_answers_of_several_people_count_with_their_mean():
    assert gate([], people={"asha": ("leader", {"m": 90}), "ben": ("staff", {"m": 70}), "tom": ("staff", {"m": 80})})[1] == F(165, 2)


def test_of_two_metric_questions_on_one_measure_the_first_that_is_answered_counts():
    assert gate([], {"m2": 50})[1] == 50
    assert gate([], {"m": ..., "m2": 50})[1] == 50
    assert gate([], {"m": 40, "m2": 50})[1] == 40


def test_nobody_measured_an_implied_no():
    asked = questionnaire(
        dimension("all", practice("one", question("parent"), question("m", "metric", shown_if={"question": "parent", "at_least": 3}))),
        gates=[GATE],
    )
    assert score(asked, responses({"parent": 0})).gates[0].reading is None


PITFALL = {"id": "trap", "title": "Trap", "effect": "Bad.", "advice": "Stop."}


def pitfall(when, answers, **more):
    asked = questionnaire(
        dimension("top", practice("a", question("x"), question("y")), practice("b", question("z"))), pitfalls=[PITFALL | {"when": when}]
    )
    found = score(asked, responses(answers, **more)).pitfalls[0]
    return found.state, {because.name: because.value for because in found.because}


def test_a_pitfall_shows_what_made_its_rule_true():
    found = pitfall(
        "level(a) <= 1 and index(top) > 40 and answer(x) == 2 and reading(adoption) < 50",
        {"x": 2, "y": 0, "z": 5},
        readings=[{"measure": "adoption", "value": 49, "period": "2026"}],
    )
    assert found == ("found", {"level(a)": 0, "index(top)": 60, "answer(x)": 2, "reading(adoption)": 49})


def test_every_pitfall_is_listed_found_or_not():
    assert pitfall("level(a) >= 3", {"x": 2, "y": 2, "z": 5}) == ("not_found", {"level(a)": 2})
    assert pitfall("level(a) >= 3", {}) == ("not_determinable", {"level(a)": None})


def test_a_pitfall_may_name_another_questionnaires_practice_by_its_level_alone():
    rule = "level(itsm/knowledge) <= 1 or index(itsm/knowledge) > 0"
    assert pitfall(rule, {}, foundations={"itsm/knowledge": 1}) == ("found", {"level(itsm/knowledge)": 1, "index(itsm/knowledge)": None})
    assert pitfall(rule, {})[0] == "not_determinable"


def test_a_pitfall_may_name_what_the_mode_does_not_ask():
    assert pitfall("answer(x) == 1 or index(a) > 0 or level(top) > 0", {}, mode="quick")[0] == "not_determinable"


def test_a_pitfall_sees_the_level_before_the_gate():
    asked = questionnaire(dimension("top", practice("a", question("x"), needs=["itsm/k"])), pitfalls=[PITFALL | {"when": "level(a) == 4"}])
    assert score(asked, responses({"x": 4}, foundations={"itsm/k": 1})).pitfalls[0].state == "found"


def claims(level, reading, expected, *, better="higher", mode="full"):
    measure = {"id": "adoption", "title": "Adoption", "unit": "%", "better": better, "definition": "Share."}
    asked = questionnaire(
        dimension("top", practice("a", question("x", modes=["quick", "full"]), measures=["adoption"]), practice("b", question("y"))),
        measures=[measure],
    )
    found = claims_against_outcomes(asked, score(asked, responses({"x": level}, mode=mode)), reading, expected)
    return [(claim.practice, claim.level, claim.measure, claim.reading, claim.expected) for claim in found]


def test_a_claim_that_its_outcome_does_not_show_is_listed():
    assert claims(4, {"adoption": F(6)}, {"adoption": F(50)}) == [("a", 4, "adoption", 6, 50)]
    assert claims(3, {"adoption": F(60)}, {"adoption": F(50)}, better="lower") == [("a", 3, "adoption", 60, 50)]


def test_a_claim_that_its_outcome_bears_out_or_that_is_modest_is_not():
    assert claims(4, {"adoption": F(50)}, {"adoption": F(50)}) == []
    assert claims(4, {"adoption": F(50)}, {"adoption": F(50)}, better="lower") == []
    assert claims(2, {"adoption": F(6)}, {"adoption": F(50)}) == []
    assert claims(4, {"adoption": F(6)}, {"adoption": F(50)}, mode="quick") == []


def test_without_a_reading_or_an_expectation_nothing_is_said():
    assert claims(4, {}, {"adoption": F(50)}) == []
    assert claims(4, {"adoption": F(6)}, {}) == []


def test_a_reading_is_a_number_of_a_period():
    assert Reading(measure="adoption", value="62.5", period="2026-Q3").value == F(125, 2)

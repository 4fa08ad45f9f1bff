import pytest

from improvement.proof import ONLY_FULL, absent_pitfalls, found_pitfalls, untold_pitfalls
from questionnaires.answer import Answer, Reading, Respondent, Responses
from questionnaires.quick import restrict
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire


def found(when, answers, people=1):
    return found_pitfalls(*scored(when, answers, people))


def scored(when, answers, people=1, mode="full", **states):
    """The small questionnaire with this rule, and its score; `states` gives a question a state instead of an answer."""
    pitfall = {"id": "trap", "title": "Trap", "when": when, "effect": "It fails.", "advice": "Mend it."}
    asked = (
        question("ladder", modes=["quick", "full"]),
        question("yes", "yes_no"),
        question("rating", "rated"),
        question("share", "coverage"),
        question("figure", "metric"),
        question("parts", "choices"),
    )
    content = questionnaire(dimension("d", practice("p", *asked)), pitfalls=[pitfall])
    who = tuple(Respondent(id=f"r{n}", group="leader") for n in range(people))
    given = tuple(Answer(respondent=f"r{n}", question=q, value=v) for q, values in answers.items() for n, v in enumerate(values))
    given += tuple(Answer(respondent="r0", question=q, state=state, reason="So.") for q, state in states.items())
    readings = (Reading(measure="adoption", value=6, period="2026"),)
    responses = Responses(questionnaire="small", version="1.0.0", mode=mode, respondents=who, answers=given, readings=readings)
    return restrict(content, mode), score(content, responses)


@pytest.mark.parametrize(
    ("when", "answers", "proof"),
    [
        ("answer(ladder) <= 1", {"ladder": [1]}, "“How is ladder done?” was answered 1: “Anchor 1 of ladder”."),
        ("answer(ladder) <= 2", {"ladder": [1, 2]}, "“How is ladder done?” was answered 1.5 on average."),
        ("answer(yes) == 0", {"yes": [False]}, "“How is yes done?” was answered no."),
        ("answer(yes) == 1", {"yes": [True]}, "“How is yes done?” was answered yes."),
        ("answer(rating) < 50", {"rating": ["P"]}, "“How is rating done?” was answered 32.5 %."),
        ("answer(share) < 1", {"share": ["half"]}, "“How is share done?” was answered “half”."),
        ("answer(share) < 1", {"share": ["none", "half"]}, "“How is share done?” was answered 25 % on average."),
        ("answer(figure) < 85", {"figure": [20]}, "“How is figure done?” was answered 20 %."),
        ("answer(parts) < 2", {"parts": [("a",)]}, "“How is parts done?” was answered 1 of 2 options."),
        ("level(p) == 1", {"ladder": [1]}, "“P” is at level 1."),
        ("index(d) < 50", {"ladder": [1]}, "“D” has 20 of 100 points."),
        ("reading(adoption) < 85", {}, "Adoption reads 6 %."),
    ],
)
def test_a_found_pitfall_names_what_made_its_rule_true(when, answers, proof):
    (pitfall,) = found(when, answers, people=max((len(values) for values in answers.values()), default=1))
    assert [ground.sentence for ground in pitfall.proof] == [proof]


def test_the_rule_reads_as_a_sentence_and_only_known_values_prove_it():
    (pitfall,) = found(
        "answer(ladder) <= 1 or level(p) >= 4 or index(p) > 90 or reading(adoption) > 99 or answer(yes) == 1", {"ladder": [0]}
    )
    assert "the answer to “How is ladder done?” is at most 1" in pitfall.rule
    assert "the level of “P” is at least 4" in pitfall.rule
    assert "the reading of Adoption is above 99" in pitfall.rule
    assert [ground.sentence for ground in pitfall.proof] == ["“How is ladder done?” was answered 0: “Anchor 0 of ladder”."]


def test_a_rule_that_does_not_hold_is_not_listed():
    assert found("answer(ladder) <= 1", {"ladder": [3]}) == ()
    assert found("answer(ladder) <= 1", {}) == ()


def test_a_ground_leads_to_its_practice_and_a_reading_to_its_measure():
    (pitfall,) = found("answer(ladder) <= 1 and index(d) < 50 and level(p) <= 1 and reading(adoption) < 85", {"ladder": [1]})
    assert [(ground.practice, ground.measure) for ground in pitfall.proof] == [("p", None), (None, None), ("p", None), (None, "adoption")]


def missing(when, answers, **more):
    (pitfall,) = untold_pitfalls(*scored(when, answers, **more))
    return [ground.sentence for ground in pitfall.missing]


@pytest.mark.parametrize(
    ("when", "states", "said"),
    [
        ("answer(yes) == 0", {}, "“How is yes done?” is not answered."),
        ("answer(yes) == 0", {"yes": "dont_know"}, "“How is yes done?” is answered “don’t know”."),
        ("answer(yes) == 0", {"yes": "not_applicable"}, "“How is yes done?” does not apply here."),
        ("answer(figure) < 85", {}, "No reading: “How is figure done?” is not answered."),
        ("reading(other) < 85", {}, "No reading of “other”."),
        ("level(p) <= 1", {}, "“P” has no level yet."),
        ("index(d) <= 1", {}, "“D” has no points yet."),
    ],
)
def test_what_cannot_be_told_says_what_is_missing(when, states, said):
    assert missing(when, {}, **states) == [said]


def test_only_what_leaves_the_rule_open_is_missing():
    assert missing("answer(ladder) <= 1 and (answer(yes) == 1 or answer(share) == 1)", {"ladder": [1], "yes": [False]}) == [
        "“How is share done?” is not answered."
    ]


def test_a_quick_assessment_says_once_that_it_asks_too_little():
    assert missing("answer(yes) == 0 and answer(share) == 0", {}, mode="quick") == [ONLY_FULL]
    assert missing("level(p) <= 1", {"ladder": [1]}, mode="quick") == ["Levels need the full assessment."]


def test_a_pitfall_that_is_not_there_is_neither_found_nor_untold():
    whole = scored("answer(ladder) <= 1", {"ladder": [3]})
    assert [pitfall.id for pitfall in absent_pitfalls(*whole)] == ["trap"]
    assert untold_pitfalls(*whole) == found_pitfalls(*whole) == ()

import pytest

from improvement.proof import found_pitfalls
from questionnaires.answer import Answer, Reading, Respondent, Responses
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire


def found(when, answers, people=1):
    pitfall = {"id": "trap", "title": "Trap", "when": when, "effect": "It fails.", "advice": "Mend it."}
    asked = (
        question("ladder"),
        question("yes", "yes_no"),
        question("rating", "rated"),
        question("share", "coverage"),
        question("figure", "metric"),
        question("parts", "choices"),
    )
    content = questionnaire(dimension("d", practice("p", *asked)), pitfalls=[pitfall])
    who = tuple(Respondent(id=f"r{n}", group="leader") for n in range(people))
    given = tuple(Answer(respondent=f"r{n}", question=q, value=v) for q, values in answers.items() for n, v in enumerate(values))
    readings = (Reading(measure="adoption", value=6, period="2026"),)
    responses = Responses(questionnaire="small", version="1.0.0", respondents=who, answers=given, readings=readings)
    return found_pitfalls(content, score(content, responses))


@pytest.mark.parametrize(
    ("when", "answers", "proof"),
    [
        ("answer(ladder) <= 1", {"ladder": [1]}, "“How is ladder done?” was answered 1: “Anchor 1 of ladder.”."),
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
    assert pitfall.proof == (proof,)


def test_the_rule_reads_as_a_sentence_and_only_known_values_prove_it():
    (pitfall,) = found(
        "answer(ladder) <= 1 or level(p) >= 4 or index(p) > 90 or reading(adoption) > 99 or answer(yes) == 1", {"ladder": [0]}
    )
    assert "the answer to “How is ladder done?” is at most 1" in pitfall.rule
    assert "the level of “P” is at least 4" in pitfall.rule
    assert "the reading of Adoption is above 99" in pitfall.rule
    assert not any("yes" in sentence for sentence in pitfall.proof)


def test_a_rule_that_does_not_hold_is_not_listed():
    assert found("answer(ladder) <= 1", {"ladder": [3]}) == ()
    assert found("answer(ladder) <= 1", {}) == ()

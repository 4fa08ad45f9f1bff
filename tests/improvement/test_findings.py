"""Each kind of question says in one sentence where it stands and what it needs."""

from fractions import Fraction

import pytest

from improvement.findings import Finding, sentence
from questionnaires.answer import Answer, Respondent, Responses
from questionnaires.model import Move
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire

CONTENT = questionnaire(
    dimension(
        "d",
        practice(
            "p",
            question("ladder"),
            question("yes", "yes_no"),
            question("rating", "rated"),
            question("share", "coverage"),
            question("figure", "metric"),
            question("parts", "choices"),
            question("always", "yes_no", level=None),
        ),
    )
)


def told(name, value, to, *others, said=None, after=""):
    """The sentence for a question with these answers, and a move to `to`."""
    voices = [Answer(respondent=f"r{n}", question=name, value=v) for n, v in enumerate((value, *others))]
    people = tuple(Respondent(id=voice.respondent, group="leader") for voice in voices)
    responses = Responses(questionnaire="small", version="1.0.0", respondents=people, answers=tuple(voices))
    term = next(t for t in score(CONTENT, responses).practices["p"].trace if t.question == name)
    one = value if said is None and not others else said
    return sentence(CONTENT, Finding(term=term, move=Move(question=name, **{"from": value}, to=to), said=one, after=after))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (told("ladder", 1, 2), "Question 1, “How is ladder done?”, is at level 1; level 2 needs this: “Anchor 2 of ladder”."),
        (
            told("ladder", 0, 3),
            "Question 1, “How is ladder done?”, is at level 0; level 3, where this leads, needs this: “Anchor 3 of ladder”.",
        ),
        (
            told("ladder", 1, 2, 2),
            "Question 1, “How is ladder done?”, is at level 1.5 on average; level 2 needs this: “Anchor 2 of ladder”.",
        ),
        (
            told("ladder", 3, 4, after="Begin"),
            "Once “Begin” is done, question 1, “How is ladder done?”, is at level 3; level 4 needs this: “Anchor 4 of ladder”.",
        ),
        (told("yes", False, True), "Question 2, “How is yes done?”, is answered no; level 2 needs yes."),
        (told("yes", False, True, True), "Question 2, “How is yes done?”, is answered yes by 50 %; level 2 needs yes."),
        (told("always", False, True), "Question 7, “How is always done?”, is answered no; every level needs yes."),
        (told("rating", "P", "F"), "Question 3, “How is rating done?”, is at partly achieved; the aim is fully achieved."),
        (told("rating", Fraction(40), Fraction(90)), "Question 3, “How is rating done?”, is at 40 %; the aim is 90 %."),
        (told("share", "none", "all"), "Question 4, “How is share done?”, is at “none”; the aim is “all”."),
        (told("share", "none", "all", "half"), "Question 4, “How is share done?”, stands at 25 %; the aim is “all”."),
        (told("figure", Fraction(85, 2), Fraction(85)), "Question 5, “How is figure done?”, is at 42.5 %; the aim is 85 %."),
        (told("parts", ("b",), ("a", "b")), "Question 6, “How is parts done?”, still lacks “A”."),
        (told("parts", ("b",), ("a", "b"), ()), "Question 6, “How is parts done?”, is 12.5 % complete; the aim is “A”, “B”."),
    ],
)
def test_the_finding_is_named_in_the_words_of_its_kind(words, expected):
    assert words == expected


@pytest.mark.parametrize(
    ("name", "to", "aim"),
    [("child-ladder", 3, "level 3"), ("child-yes", True, "yes"), ("child-parts", ("a",), "“A”")],
)
def test_what_an_earlier_no_hides_counts_as_no(name, to, aim):
    hidden = {"shown_if": {"question": "parent", "at_least": 1}}
    children = (question("child-ladder", **hidden), question("child-yes", "yes_no", **hidden), question("child-parts", "choices", **hidden))
    content = questionnaire(dimension("d", practice("p", question("parent"), *children)))
    answers = (Answer(respondent="r", question="parent", value=0),)
    people = (Respondent(id="r", group="leader"),)
    result = score(content, Responses(questionnaire="small", version="1.0.0", respondents=people, answers=answers))
    term = next(t for t in result.practices["p"].trace if t.question == name)
    finding = Finding(term=term, move=Move(question=name, **{"from": to}, to=to))
    assert sentence(content, finding).endswith(f"counts as no because of an earlier answer; the aim is {aim}.")

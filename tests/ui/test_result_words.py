"""The sentences of the results page and of one practice, for weak, mixed, strong, empty, incomplete and quick answers."""

from fractions import Fraction

import pytest

from questionnaires.answer import Answer, Respondent, Responses
from scoring.maturity import score
from tests.builders import dimension, practice, question, questionnaire
from tests.exports.standings import case, standing, strong
from ui.parts import practice_words, why_words
from ui.parts.certainty_words import facts
from ui.parts.next_step import next_step
from ui.parts.verdict import holders, verdict


@pytest.mark.parametrize(
    ("name", "title", "lead"),
    [
        ("weak", "Level 0, held back by eleven of 12 practices", "The index is **5 of 100**. All 46 questions are answered"),
        ("mixed", "Level 0, held back by “Journeys, not only visits” and “Run as a product”", "The index is **41 of 100**."),
        ("empty", "Nothing is answered yet", "None of the 46 questions is answered."),
        ("incomplete", "Level 0, whatever the 34 open questions will bring", "The index lies **between 9 and 84 of 100**. 12 of 46"),
        ("quick", "A quick estimate: index 37 of 100", "Levels need the full assessment. All 15 questions are answered"),
    ],
)
def test_the_first_sentence_says_what_can_be_told_and_no_more(name, title, lead):
    said = verdict(case(name))
    assert said.title == title
    assert said.lead.startswith(lead)


def test_an_incomplete_assessment_has_a_range_and_no_point():
    said = verdict(case("incomplete"))
    assert "between 9 and 84" in said.lead
    assert "is **" not in said.lead


def test_nothing_holds_back_what_has_no_level_or_the_highest():
    assert holders(case("quick")) == holders(case("empty")) == ()
    best = standing(strong)
    top = best.score.overall.model_copy(update={"level": best.questionnaire.highest})
    assert holders(best.model_copy(update={"score": best.score.model_copy(update={"overall": top})})) == ()


@pytest.mark.parametrize(
    ("name", "button", "to"),
    [
        ("empty", "Start answering", "/answer?a="),
        ("incomplete", "Go on answering", "/answer?a="),
        ("mixed", "Choose what to do", "/advice?a="),
    ],
)
def test_the_next_step_follows_from_the_state(name, button, to):
    step = next_step(case(name))
    assert step.button == button
    assert step.to.startswith(to)


def test_an_open_assessment_with_every_question_looked_at_is_to_be_reviewed():
    assert next_step(standing(final=False)).button == "Review and finalise"


def test_where_all_advice_is_in_the_register_the_register_is_next():
    here = standing()
    assert next_step(here.model_copy(update={"ten": ()})).to == "/register"


def test_certainty_tells_what_missing_answers_and_missing_evidence_mean():
    told = {fact.what: fact.value for fact in facts(case("incomplete"))}
    assert told["Answered"] == "12 of 46"
    assert told["Range of the index"] == "8.6 to 83.6"
    assert told["Margin of error"] == "not determinable"
    assert "Evidenced index" not in told
    assert {fact.what for fact in facts(case("mixed"))} >= {"Evidenced index", "Geometric mean", "Weakest to strongest practice"}


SMALL = questionnaire(
    dimension(
        "d",
        practice(
            "p",
            question("heavy", weight=2),
            question("letter", "rated", knockout="1/2"),
            question("left-out", "yes_no"),
            question("open", "yes_no"),
        ),
    )
)


@pytest.fixture
def small():
    """Weights 2, 1, 1 (not applicable), 1 (unanswered): (2 x 4/5 + 1 x 0.325) / 3."""
    said = {"heavy": (4, "answered"), "letter": ("P", "answered"), "left-out": (None, "not_applicable")}
    given = tuple(
        Answer(respondent="asha", question=q, value=v, state=s, reason="No portal" if s == "not_applicable" else "")
        for q, (v, s) in said.items()
    )
    who = (Respondent(id="asha", group="leader"),)
    came_to = score(SMALL, Responses(questionnaire="small", version="1.0.0", mode="full", respondents=who, answers=given))
    return standing().model_copy(update={"questionnaire": SMALL, "score": came_to, "answers": {}})


def test_the_sum_is_written_out_with_weights_and_gives_exactly_the_index(small):
    came_to = small.score.practices["p"]
    assert why_words.written_out(came_to) == "(2 × 4/5 + 1 × 13/40) ÷ 3 = **77/120**, and 100 times that is **64.2**."
    assert why_words.weights(came_to) == "Each share is multiplied by the weight of its question."
    assert sum(why_words.points(came_to), Fraction(0)) == came_to.index


def test_every_term_stands_in_the_table_with_its_state(small):
    lines = why_words.term_lines(small, "p")
    assert [(line.times, line.points) for line in lines] == [("2 × 4/5", "53.3"), ("1 × 13/40", "10.8"), ("left out", "–"), ("1 × ?", "–")]
    assert [line.answer.partition("  \n")[0] for line in lines[2:]] == ["Does not apply", "Not answered"]


def test_what_is_open_and_what_is_left_out_is_told(small):
    came_to = small.score.practices["p"]
    assert why_words.range_words(came_to).startswith("With one missing answer at nothing the index would be 43.8, at its best")
    assert (
        why_words.exclusion_words(came_to)
        == "One question does not apply and is left out. Counted as nothing, the index would be 48.1 (−16.0)."
    )
    assert "Counting only answers whose evidence somebody has seen, the index is 0.0." in why_words.evidence_words(came_to)


def test_a_missed_knockout_is_named(small):
    assert "How is letter done" in why_words.knockout_words(small, "p")


def test_a_practice_of_the_real_questionnaire_adds_up_in_every_case():
    for name in ("weak", "mixed", "strong"):
        for practice_id, came_to in case(name).score.practices.items():
            assert sum(why_words.points(came_to), Fraction(0)) == came_to.index, practice_id


def test_the_climb_says_which_levels_count():
    climb = why_words.climb(case("mixed"), "leadership-purpose")
    assert [step.counts for step in climb] == ["yes", "yes", "no", "no", "no"]
    assert climb[2].attained == "33 %"
    assert why_words.level_rule(case("mixed"), "leadership-purpose").endswith("That gives **level 2**.")
    assert why_words.level_rule(case("quick"), "leadership-purpose") == "A quick estimate has no levels."


def test_a_practice_says_where_it_stands_and_what_it_holds():
    assert practice_words.stands(case("mixed"), "journey-insight").endswith("It keeps the whole at level 0.")
    assert practice_words.stands(case("incomplete"), "change-funding").startswith("Index **between 0 and 100** of 100, level 0–5")
    assert "level" not in practice_words.stands(case("quick"), "leadership-purpose").split("target")[0]


def test_too_little_answered_shows_the_range_of_a_practice():
    scores = case("incomplete").score.practices
    assert practice_words.figure(scores["leadership-purpose"]) == "50"
    assert practice_words.figure(scores["change-funding"]) == "0–100"


def test_guidance_keeps_its_lists_and_nothing_else_of_its_markup():
    assert practice_words.paragraphs("Begin *here*.\n\n- One\n\n- [Two](x)") == "Begin \\*here\\*\\.\n\n- One\n\n- \\[Two\\]\\(x\\)"

"""An assessment that tells nothing, because nothing applies or nobody knows: each sentence stays true, on screen and on paper."""

from io import BytesIO

import pytest

from assessment.model import RecordedAnswer
from exports.pdf.pages import summary
from exports.pdf.report import build
from exports.words.claims import claims_decision, claims_finding
from exports.words.extremes import strongest_words
from exports.words.pitfalls import pitfall_decision, pitfall_finding
from exports.words.posture import posture_decision, unasked_words
from exports.words.source import source
from exports.words.summary import act_first, gap_decision, headline, summary_decision, summary_lead
from improvement.advice import recommend, ten
from improvement.gaps import gaps
from improvement.leaning import asked
from improvement.proof import found_pitfalls
from improvement.standing_model import Standing
from scoring.maturity import score
from tests.exports.small import kinds
from tests.exports.standings import NOW, empty, pillars, responses, standing
from ui.parts.next_step import next_step

CHOOSE = "Nothing in this questionnaire applies here. Choose one that fits this function, or look at the reasons again."
FIND_OUT = "Reopen the assessment and find out the 46 missing answers"


def telling_nothing(state: str, *, final: bool = True) -> Standing:
    """Every question of the pillars in one state."""
    whole = pillars()
    recorded = {q: RecordedAnswer(question=q, state=state, reason="None here.", saved_at=NOW) for q in whole.questions}
    said = responses(whole, recorded, "full")
    scored, targets = score(whole, said), dict.fromkeys(whole.practices, 3)
    advice = recommend(whole, said, scored, targets, scored.gates)
    return standing(
        empty,
        final=final,
        answers=recorded,
        score=scored,
        gaps=gaps(whole, scored, targets),
        advice=advice,
        ten=ten(advice),
        pitfalls=found_pitfalls(whole, scored),
    )


@pytest.fixture(scope="module")
def apart() -> Standing:
    return telling_nothing("not_applicable")


@pytest.fixture(scope="module")
def unknown() -> Standing:
    return telling_nothing("dont_know")


def test_where_nothing_applies_nothing_is_asked_for_and_nothing_is_promised(apart: Standing):
    assert headline(apart) == "Nothing in this questionnaire applies here"
    assert summary_lead(apart).startswith("Nothing of it applies to IT at Northwind Utilities plc, so there is no index and no level.")
    for decision in (summary_decision, act_first, gap_decision, claims_decision, pitfall_decision):
        assert decision(apart) == CHOOSE
    assert strongest_words(apart) == "No practice applies here."
    assert pitfall_finding(apart) == "No pitfall can be told, because nothing applies here"
    assert claims_finding(apart) == "Nothing is claimed, because nothing applies here"
    assert source(apart).startswith("No question applies here. 46 questions not applicable.")
    assert (next_step(apart).sentence, next_step(apart).to) == (CHOOSE, "/assessments")


def test_a_questionnaire_about_posture_says_that_its_questions_do_not_apply(apart: Standing):
    assert asked(apart) == ()
    assert unasked_words(apart)[0] == "What this questionnaire asks about posture does not apply here"
    assert unasked_words(standing(of=kinds()))[0] == "This questionnaire does not ask about posture"


def test_where_nobody_knows_the_next_step_is_to_reopen_and_find_out(unknown: Standing):
    assert headline(unknown) == "Nothing is known yet, so the index may be anything from 0 to 100"
    assert summary_decision(unknown).startswith(f"{FIND_OUT} before deciding anything else")
    assert act_first(unknown) == summary_decision(unknown)
    assert next_step(unknown).sentence == summary_decision(unknown)
    assert next_step(unknown).to.startswith("/review?a=")
    assert strongest_words(unknown) == "No practice is known yet."
    for decision in (gap_decision, claims_decision, pitfall_decision, posture_decision):
        assert decision(unknown).startswith("Reopen the assessment and find out the ")


def test_while_it_is_open_the_same_is_asked_as_questions():
    here = telling_nothing("dont_know", final=False)
    assert summary_decision(here).startswith("Answer the 46 open questions before deciding anything else")
    assert next_step(here).sentence.startswith("Every question has been looked at.")


@pytest.mark.parametrize("state", ["not_applicable", "dont_know"])
def test_its_report_is_built_and_counts_nothing_of_nothing(state: str):
    here = telling_nothing(state)
    figures = summary.figures(here)
    assert not [figure for figure in figures if (figure.number, figure.unit) == ("0", "of 0")]
    paper = BytesIO()
    build(here, paper, "Internal")
    assert paper.getvalue().startswith(b"%PDF-")

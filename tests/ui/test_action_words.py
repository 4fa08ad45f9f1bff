"""Actions, advice and Home in words."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from improvement.home_model import Holding, Matter, Position, Situation
from improvement.model import Status
from tests.exports.standings import ASHA, NOW, TODAY, action, case, standing
from ui.parts import action_words, advice_words, home_words

HERE = standing()


def made(**changed):
    return action(HERE.advice[0], 7, Status.IN_PROGRESS).model_copy(update={"updated_at": NOW, "due": date(2026, 12, 4)} | changed)


@pytest.mark.parametrize(
    ("due", "status", "said"),
    [
        (date(2026, 12, 4), Status.IN_PROGRESS, "4 Dec 2026"),
        (date(2026, 11, 19), Status.BLOCKED, ":orange[**19 Nov, 1 day late**]"),
        (date(2025, 11, 18), Status.BLOCKED, ":orange[**18 Nov 2025, 367 days late**]"),
        (date(2026, 11, 19), Status.DONE, "19 Nov 2026"),
        (None, Status.PROPOSED, ":gray[no date yet]"),
    ],
)
def test_a_due_date_says_how_late_it_is_only_while_it_runs(due, status, said):
    assert action_words.due(made(due=due, status=status), TODAY) == said


def test_what_nobody_spoke_of_for_30_days_is_stale():
    assert action_words.badges(made(), NOW) == ":blue-badge[In progress]"
    assert action_words.badges(made(updated_at=NOW - timedelta(days=30)), NOW) == ":blue-badge[In progress] :yellow-badge[Stale]"


def test_verifying_ones_own_action_is_labelled():
    own = made(status=Status.VERIFIED, owner_id=ASHA, verified_by=ASHA)
    assert action_words.status_badge(own) == ":green-badge[Verified (own)]"


def test_a_promise_is_a_level_or_points_or_nothing():
    assert action_words.lift(made(level_from=1, level_to=2)) == ":gray[1]\u00a0→\u00a0**2**"
    assert action_words.lift(made(level_to=None, index_lift=Fraction(7, 5))) == "**+1.4**"
    assert action_words.lift(made(level_to=None, index_lift=None)) == ""


def test_facts_leave_out_what_is_not_known_and_escape_names():
    known = action_words.facts(made(first_due=date(2026, 11, 1)), "*Asha*", TODAY, "EUR")
    assert known["Owner"] == "**\\*Asha\\***"
    assert known["First agreed"] == "1 Nov 2026"
    assert "Finished" not in known
    assert action_words.facts(made(owner_id=None), "", TODAY, "EUR")["Owner"] == ":gray[nobody yet]"


@pytest.mark.parametrize(
    ("number", "late", "stale", "said"),
    [
        (0, 0, 0, "No actions yet"),
        (1, 0, 0, "One action; it is on time"),
        (1, 1, 1, "One action; it is late and stale"),
        (14, 1, 0, "14 actions; one is late"),
        (14, 2, 1, "14 actions; two are late, one is stale"),
    ],
)
def test_the_register_says_first_what_is_late_and_stale(number, late, stale, said):
    assert action_words.register_title((made(),) * number, late, stale) == said


def test_an_advice_says_what_it_takes_and_brings():
    advice = HERE.advice[0]
    assert advice_words.takes(HERE, advice).endswith(f"over {advice.action.takes_weeks} weeks")
    assert advice_words.brings(HERE, advice).startswith("lifts the index by ")
    assert "+" not in advice_words.brings(HERE, advice)


def test_what_waits_for_another_action_or_a_gate_says_so():
    first, second = HERE.advice[0], HERE.advice[1]
    waiting = second.model_copy(update={"waits_for": (first.action.id,), "held_by_gate": HERE.questionnaire.gates[0].id})
    said = advice_words.waits(HERE, waiting)
    assert said.startswith(f"Comes after “{first.action.title}”.")
    assert "Not yet:" in said
    assert advice_words.waits(HERE, first.model_copy(update={"waits_for": (), "held_by_gate": None})) == ""


def test_an_action_in_the_register_is_recognised_until_it_is_closed():
    advice = HERE.advice[0]
    there = made(recommended=advice.action.id, questionnaire="three-pillars")
    assert advice_words.taken(HERE.model_copy(update={"actions": (there,)}), HERE.advice) == {advice.action.id: there}
    closed = there.model_copy(update={"status": Status.CANCELLED})
    assert advice_words.taken(HERE.model_copy(update={"actions": (closed,)}), HERE.advice) == {}


def position(name="mixed", *holding):
    here = case(name)
    return Position(
        function="IT",
        questionnaire="Three Pillars",
        assessment=here.assessment,
        overall=here.score.overall,
        held_back_by=holding,
        link="/results",
    )


def held(title, level=0):
    return Holding(title=title, level=level, needs=1, link="/practice")


def situation(*positions, **more):
    empty = {"under_way": (), "decisions": (), "overdue": (), "stale": ()}
    return Situation(positions=positions, **(empty | more))


MATTER = Matter(what="“Autumn”", consequence="3 of 46 answered.", who="IT", since=NOW, link="/answer")


@pytest.mark.parametrize(
    ("here", "title"),
    [
        (situation(), "Start with one assessment"),
        (situation(under_way=(MATTER,)), "“Autumn” is under way; a result needs the rest of its answers"),
        (situation(decisions=(MATTER,)), "Every question is answered; finalise to see the result stand"),
        (situation(position("mixed", held("A"))), "IT is at level 0, held back by “A”"),
        (situation(position("mixed", held("A"), held("B"), held("C"))), "IT is at level 0, held back by three practices"),
        (situation(position("mixed", held("Knowledge", None))), "IT is at level 0"),
        (situation(position("quick")), "IT: a quick estimate of 37 of 100"),
    ],
)
def test_home_begins_with_what_matters_most(here, title):
    assert home_words.title(here) == title


def test_home_tells_the_index_with_its_range_and_what_waits():
    here = situation(position("incomplete"), decisions=(MATTER,), overdue=(MATTER, MATTER))
    assert home_words.lead(here) == (
        "The index lies between **9 and 84** of 100, by “Autumn 2026”\\. One decision waits for you and two actions are late."
    ).replace("”\\.", "”.")
    figures = {figure.label: figure for figure in home_words.figures(here, here.leading, 5)}
    assert figures["Index, 0 to 100"].value == "9–84"
    assert figures["Actions on time"].value == "3 of 5"
    assert figures["Actions on time"].warns
    assert figures["Waiting for you"].caveat == "since 20 Nov 2026"


def test_home_counts_everything_that_waits_under_its_heading():
    assert home_words.waiting_title(situation(decisions=(MATTER,))) == "One thing needs your decision"
    assert home_words.waiting_title(situation(decisions=(MATTER, MATTER))) == "Two things need your decision"
    assert home_words.waiting_title(situation(under_way=(MATTER,))) == "Go on here"
    assert home_words.waiting_title(situation(under_way=(MATTER, MATTER), decisions=(MATTER,))) == "Three things wait for you"


def test_a_level_s_caveat_fits_a_phone():
    here = situation(position("mixed", held("A"), held("B"), held("C")))
    figures = {figure.label: figure for figure in home_words.figures(here, here.leading, 5)}
    assert figures["Level"].caveat == "held back by 3"
    assert figures["Level"].warns


def test_home_says_what_an_assessment_brings_where_there_is_none():
    assert home_words.lead(situation()).startswith("Ten minutes for an estimate")

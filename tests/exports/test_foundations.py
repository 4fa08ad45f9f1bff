"""The report of the foundations: in their own words, every question whole, every practice on its page."""

from functools import cache

import pytest

from exports.figures import pillars as bars
from exports.pdf.pages.practice import practice_page
from exports.words.method import formulas
from exports.words.pillars import nouns, pillar_finding
from exports.words.practice import practice_finding
from improvement.standing_model import Standing
from tests.exports.paper import pages, printed, words
from tests.exports.standings import action, case, foundations, pillars, standing


def level(question):
    """Settled in direction, a level behind in daily work."""
    return 3 if question.id.startswith("strategic-intent") else 2


@cache
def here() -> Standing:
    made = standing(level, of=foundations())
    register = tuple(
        action(next(a for a in made.advice if a.practice == practice), number, "in_progress").model_copy(
            update={"questionnaire": "itsm-foundations"}
        )
        for number, practice in enumerate(("service-level", "problem", "incident"), 1)
    )
    return made.model_copy(update={"actions": register})


@cache
def report() -> bytes:
    return printed(here())


def test_what_its_dimensions_are_called_follows_from_their_roles():
    assert nouns(pillars()) == ("pillar", "pillars")
    assert nouns(foundations()) == ("part", "parts")
    capabilities = tuple(d.model_copy(update={"role": "capability"}) for d in foundations().dimensions)
    assert nouns(foundations().model_copy(update={"dimensions": capabilities})) == ("capability", "capabilities")


def test_its_weakest_part_is_not_called_a_pillar():
    assert pillar_finding(here()).endswith("is the weakest part, direction the strongest")
    assert "each part's practices" in bars(here()).caption
    said = words(report())
    assert "weakest pillar" not in said
    assert "pillar" not in said[said.index("DISTANCE TO TARGET") :]


def test_parts_that_nobody_answered_are_called_parts_too():
    assert pillar_finding(standing(lambda _: None, of=foundations())) == "All three parts are still open; the bars show what is possible"


def test_its_method_leaves_out_the_gate_that_it_does_not_have():
    assert "Adoption gate" in dict(formulas(case("mixed")))
    assert "Adoption gate" not in dict(formulas(here()))
    assert "A part is at the level of its weakest practice" in dict(formulas(here()))["Level"]
    assert "A pillar is at the level of its weakest practice" in dict(formulas(case("mixed")))["Level"]


def test_no_question_is_cut():
    cut = [page for page in pages(report()) if "before a u…" in page]
    assert cut == []
    assert words(report()).count("was noticed by those who provide them before a user's report?") >= 1


@pytest.mark.parametrize("practice", ["service-level", "problem", "incident"])
def test_a_practice_stands_on_one_page_with_its_actions(practice):
    page = next(
        page
        for page in pages(report())
        if practice_finding(here(), practice) in page and here().questionnaire.practices[practice].title.upper() in page
    )
    assert "Its actions in the register" in page
    assert practice_page(here(), practice)

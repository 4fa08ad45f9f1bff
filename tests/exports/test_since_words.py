"""A change in words: the finding, the reason of each verdict, and where the difference comes from."""

from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from exports import figures
from exports.words import method, since, tested
from improvement.standing_model import Previous, Standing
from scoring.since import Moved, People, Via, Why
from scoring.split import Split
from tests.exports.changed import DOWN, STEADY, UP, changed, now, then
from tests.exports.standings import case


@cache
def pairs() -> Standing:
    return changed(then(), now())


def moved(practice: str, **other: object) -> Moved:
    assert pairs().previous is not None
    return replace(pairs().previous.moved[practice], **other)


def previous(**counts: int) -> Previous:
    """With so many practices of each verdict, by the name of one that has it."""
    kinds = {"up": moved(UP), "down": moved(DOWN), "same": moved(STEADY), "one": untested(Why.ONE_ASSESSOR)}
    every = {f"{kind}-{n}": kinds[kind] for kind, number in counts.items() for n in range(number)}
    return pairs().previous.model_copy(update={"moved": every})


def untested(why: Why, verdict: str = "not_determinable", people: People = People(1, 1, 1)) -> Moved:
    return moved(UP, verdict=verdict, why=why, people=people, via=None, points=None, interval=None, p=None)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"up": 2, "same": 9}, "Two practices improved; for nine nothing can be told apart from chance"),
        ({"up": 1, "down": 1, "same": 1}, "One practice improved and one declined; for one nothing can be told apart from chance"),
        ({"down": 3, "same": 2}, "Three practices declined; for two nothing can be told apart from chance"),
        ({"up": 12}, "Twelve practices improved since Autumn 2025"),
        ({"same": 5}, "None of five practices has moved by more than chance could explain since Autumn 2025"),
        ({"same": 1}, "The one practice that can be tested has not moved by more than chance could explain since Autumn 2025"),
        ({"one": 12}, "Two practices stand higher than in Autumn 2025, one lower"),
    ],
)
def test_the_title_is_what_was_found(counts, said):
    assert since.since_finding(previous(**counts)) == said


PAIRS = "Eight people who answered both times"
GROUPS = "On average the eight people of this time stand"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (moved(UP), f"{PAIRS} moved up by 23 points on average; chance alone would rarely do that."),
        (moved(DOWN), f"{PAIRS} moved down by 20 points on average; chance alone would rarely do that."),
        (moved(STEADY), f"{PAIRS} moved up by 6 points on average; chance alone could do that."),
        (moved(STEADY, points=0.6), f"{PAIRS} moved up by 1 point on average; chance alone could do that."),
        (moved(STEADY, points=0.4), f"{PAIRS} stayed where they were on average."),
        (moved(UP, why=Why.MISSING), f"{PAIRS} moved up by 23 points on average, but missing answers alone could have made that."),
        (moved(UP, why=Why.TWO_WAYS), f"{PAIRS} moved up by 23 points on average, but the result did not move with them."),
        (
            moved(UP, via=Via.INDEPENDENT),
            f"{GROUPS} 23 points higher than the eight of last time; chance alone would rarely do that.",
        ),
        (
            moved(DOWN, via=Via.INDEPENDENT, points=-1.0),
            f"{GROUPS} 1 point lower than the eight of last time; chance alone would rarely do that.",
        ),
        (moved(STEADY, via=Via.INDEPENDENT, points=0.0), f"{GROUPS} where the eight of last time stood."),
        (
            moved(UP, agreed=True),
            f"{PAIRS} moved up by 23 points on average; chance alone would rarely do that. "
            "An answer was agreed on; this goes by what people had answered themselves.",
        ),
        (
            untested(Why.TOO_FEW, people=People(3, 4, 3)),
            "Three people answered then and four this time; five each time are needed to tell a change from chance.",
        ),
        (
            untested(Why.ONE_ASSESSOR, people=People(1, 8, 1)),
            "At one of the two times a single person answered, and nobody knows how alike one person would rate twice.",
        ),
    ],
)
def test_each_verdict_has_its_reason_in_one_sentence(told, said):
    assert since.reason_words(told) == said


def test_whatever_the_reason_there_is_a_sentence_without_a_statistics_name():
    for why in Why:
        told = moved(UP, why=why) if why in {Why.BEYOND_CHANCE, Why.CHANCE, Why.MISSING, Why.TWO_WAYS} else untested(why)
        said = since.reason_words(told)
        assert said.endswith(".")
        assert not any(name in said for name in ("Welch", "Holm", "paired", "p value", "nan "))


def test_reasons_that_several_practices_share_are_told_once():
    every = previous(one=3)
    assert since.untold_words(every).startswith("One person answered each time")
    some = every.model_copy(update={"moved": {**every.moved, "new": untested(Why.NOTHING_COMMON, "not_comparable"), "up": moved(UP)}})
    assert since.untold_words(some) == (
        "Three practices: One person answered each time, and nobody knows how alike one person would rate the same work twice. "
        "One practice: None of its questions was asked both times."
    )
    assert since.untold_words(previous(up=1)) == ""


def test_those_that_moved_come_first():
    assert [name for name, _ in since.in_order(pairs())][:3] == [UP, DOWN, "change-funding"]
    assert since.in_order(case("mixed")) == ()
    assert since.in_order(case("mixed").model_copy(update={"previous": None})) == ()


def split(answers: int, scope: int, weights: int) -> str:
    parted = Split(Fraction(answers), Fraction(scope), Fraction(weights))
    return since.split_words(pairs().previous.model_copy(update={"split": parted}))


def test_where_the_difference_of_the_index_comes_from():
    assert split(7, 0, 0) == "All of that comes from other answers to the same questions."
    assert split(0, 0, 0) == ""
    assert split(7, -2, 0) == (
        "Of the +5.0 points between the two indices as issued, +7.0 from other answers to the same questions "
        "and −2.0 from questions that were asked, or applied, at one of the times only."
    )
    assert split(7, -2, 1).endswith("at one of the times only and +1.0 from other weights.")
    assert since.split_words(pairs().previous.model_copy(update={"split": None})) == ""


def standing_with(**counts: int) -> Standing:
    names = iter(pairs().questionnaire.practices)
    told = {next(names): one for one in previous(**counts).moved.values()}
    return pairs().model_copy(update={"previous": pairs().previous.model_copy(update={"moved": told})})


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({"up": 1, "down": 1}, "Find out first, with those who answered, what made “People change paid for with the technology” decline."),
        ({"up": 1, "same": 1}, "Keep up what was done for “A purpose people can feel”."),
        ({"same": 2}, "Read nothing into these differences: decide by where the practices stand now"),
        ({"one": 2}, "Ask five people or more next time, by name"),
    ],
)
def test_a_change_asks_for_one_decision(counts, said):
    assert since.since_decision(standing_with(**counts)).startswith(said)


def test_the_tests_bear_their_names_where_experts_look():
    rows = {row.title: row for row in tested.tested_rows(pairs())}
    assert rows["A purpose people can feel"] == (
        "A purpose people can feel",
        "8, 8, 8",
        "Paired t",
        "+22.5 (+11.3 to +33.7)",
        "0.025",
        "Improved",
    )
    assert tested.tested_words(moved(UP, via=Via.INDEPENDENT, p=0.0001)).endswith(
        "p < 0.001 after Holm’s correction over all practices that were tested."
    )
    assert tested.tested_words(untested(Why.WITHHELD)) == ""
    assert tested.interval_words(moved(UP, interval=(20.0, 20.0))) == "+20.0"
    assert tested.tested_rows(case("mixed")) == ()


def test_the_method_names_the_tests_and_their_sources_where_there_is_a_change():
    said = dict(method.formulas(pairs()))
    assert "Welch (1947)" in said["More than chance"]
    assert "Holm (1979)" in said["More than chance"]
    assert "Jacobson & Truax (1991)" in said["One assessor"]
    assert "Dirichlet" in said["How much hangs on the weights"]
    alone = pairs().model_copy(update={"previous": None, "redrawn": None})
    assert not {"Change", "More than chance", "How much hangs on the weights"} & dict(method.formulas(alone)).keys()
    assert method.limits(pairs()) == (
        *method.limits(alone),
        "A change that cannot be told from chance may still be one: few people show only large ones.",
    )


def test_the_figure_says_what_is_more_than_chance():
    figure = figures.slope(pairs())
    assert figure.title == "One practice improved and one declined; for ten nothing can be told apart from chance"
    assert [row.practice for row in figure.rows if row.emphasised] == [UP, DOWN]
    assert figure.table().headers == ("Practice", "Autumn 2025", "Autumn 2026", "Difference", "95 % interval", "Verdict")
    assert figure.table().rows[0] == ("A purpose people can feel", "45.0", "67.5", "+22.5", "+11.3 to +33.7", "Improved")


def test_other_people_of_the_same_answers_show_nothing():
    apart = changed(then(), now(), same=False)
    assert since.since_finding(apart.previous) == "None of twelve practices has moved by more than chance could explain since Autumn 2025"
    assert not any(row.emphasised for row in figures.slope(apart).rows)

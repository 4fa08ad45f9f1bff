"""A measure in sentences: where it stands, which way it goes, what it proves, how it is counted."""

from fractions import Fraction

import pytest

from assessment.catalogue import catalogue
from assessment.followed import Followed
from exports.words import followed as words
from exports.words.measures import followed as of_standing
from exports.words.numbers import apart
from questionnaires import library
from tests.exports.standings import case, reading

USES = {one.measure.id: one for one in catalogue(library.published(), "EUR")}
ADOPTION, HOURS, BASIC = "self-service-adoption", "time-to-resolution", "basic-service-adoption"


def measure(name: str, *readings: tuple[int, str], target: object = None) -> Followed:
    read = tuple(reading(name, value, period) for value, period in readings)
    return Followed(
        function_id=read[0].function_id if read else case("mixed").assessment.function_id, uses=USES[name], readings=read, target=target
    )


UNREAD, OPEN = measure(HOURS), measure(HOURS, (12, "2026-01"))
MET, SHORT = measure(ADOPTION, (70, "2026-01"), target=65), measure(ADOPTION, (53, "2026-01"), target=65)

WORSE = measure(HOURS, (9, "2026-01"), (12, "2026-02"), target=8)


@pytest.mark.parametrize(
    ("followed", "title"),
    [
        ([], "No questionnaire has a measure yet"),
        ([UNREAD], "Nobody has read the one measure yet"),
        ([UNREAD, UNREAD], "Nobody has read any of two measures yet"),
        ([OPEN, UNREAD], "One of two measures is read, without a target; one is not read yet"),
        ([OPEN, OPEN], "Two of two measures are read, without a target"),
        ([MET, MET, SHORT, OPEN, UNREAD, UNREAD, UNREAD], "Two of seven measures are on target; nobody has read three"),
        ([MET, SHORT], "One of two measures is on target"),
        ([SHORT, UNREAD], "None of two measures is on target; one is not read yet"),
    ],
)
def test_the_title_of_the_page_is_what_was_found(followed, title: str):
    assert words.page_finding(followed) == title


@pytest.mark.parametrize(
    ("followed", "said"),
    [
        ([SHORT, measure(BASIC)], "Take a first reading of “Adoption of basic services”: until then its adoption gate is not passed."),
        (
            [measure(HOURS, (9, "2026-01"), (12, "2026-02"), target=8)],
            "Find out why “Time to resolution” got worse since the reading before.",
        ),
        ([SHORT, OPEN, UNREAD], "Set a target for “Time to resolution”; a reading without a target leads to no decision."),
        ([SHORT, UNREAD], "Name an owner who takes a first reading of “Time to resolution” before the next review."),
        ([SHORT, MET], "Read every measure again before the next review, by the same definition and from the same source."),
    ],
)
def test_one_thing_is_to_be_done_first(followed, said: str):
    assert words.page_decision(followed) == said


@pytest.mark.parametrize(
    ("followed", "said"),
    [
        (UNREAD, "Nobody has read “Time to resolution” yet"),
        (OPEN, "Time to resolution reads 12 hours, and nobody has set a target"),
        (MET, "Self-service adoption is on target with 70 %"),
        (SHORT, "Self-service adoption is 12 points short of its target"),
        (measure(ADOPTION, (64, "2026-01"), target=65), "Self-service adoption is 1 point short of its target"),
        (measure(HOURS, (12, "2026-01"), target=8), "Time to resolution is 4 hours above its target"),
    ],
)
def test_where_a_measure_stands(followed: Followed, said: str):
    assert words.stands(followed) == said


def test_the_way_is_up_or_down_and_better_or_worse():
    up = measure(ADOPTION, (50, "2025-Q4"), (53, "2026-01"))
    down = measure(HOURS, (12, "2024"), (9, "2026-01"))
    assert (words.way(up), words.moved(up)) == ("up 3 points: better", "Since Q4 2025 up 3 points: better.")
    assert (words.way(down), words.moved(down)) == ("down 3 hours: better", "Since 2024 down 3 hours: better.")
    assert words.way(measure(ADOPTION, (53, "2025-12"), (50, "2026-01"))) == "down 3 points: worse"
    assert words.way(measure(ADOPTION, (53, "2025-12"), (53, "2026-01"))) == "unchanged"
    assert (words.way(SHORT), words.moved(SHORT)) == ("", "")


def test_the_trend_is_told_from_its_first_reading_to_its_last():
    assert words.trend_finding(SHORT) == "Read once so far: 53 % for Jan 2026"
    assert words.trend_finding(measure(ADOPTION, (1, "2025-Q4"), (2, "2025-12"))) == "Read for one period end so far: 2 % for Dec 2025"
    risen = measure(ADOPTION, (22, "2024-10"), (60, "2025"), (53, "2026-01"))
    assert words.trend_finding(risen) == "From 22 % for Oct 2024 to 53 % for Jan 2026: better"
    assert words.trend_finding(measure(HOURS, (8, "2024"), (9, "2025"))) == "From 8 hours for 2024 to 9 hours for 2025: worse"
    assert words.trend_finding(measure(HOURS, (9, "2024"), (9, "2025"))).endswith(": unchanged")


def test_the_ways_of_several_are_counted():
    better, worse = measure(ADOPTION, (50, "2025"), (53, "2026-01")), measure(HOURS, (8, "2025"), (9, "2026-01"))
    same = measure(ADOPTION, (50, "2025"), (50, "2026-01"))
    assert words.moves_finding([SHORT]) == "No measure has been read twice yet, so nothing can be told of its way"
    assert words.moves_finding([same]) == "Every measure stands where it stood at the reading before"
    assert words.moves_finding([better, better, worse]) == "Two measures got better since the reading before, one worse"
    assert words.moves_finding([better]) == "One measure got better since the reading before, none worse"
    assert words.moves_finding([worse, same]) == "One measure got worse since the reading before, none better"


def test_a_measure_says_what_it_proves_and_which_gate_it_opens():
    assert words.uses(measure(BASIC)) == (
        "Proves “Simple first, complex when ready”; opens the adoption gate “Basic services adopted before complex ones”."
    )
    many = words.uses(measure("end-user-satisfaction"), 3)
    assert many.count("“") == 3
    assert many.endswith(" more practices.")
    lonely = measure(BASIC).uses.model_copy(update={"practices": (), "gates": ()})
    assert words.uses(SHORT.model_copy(update={"uses": lonely})) == "No practice is tied to it."


def test_a_metric_question_is_named_as_the_same_fact():
    (said,) = words.also_asked(measure(BASIC))
    assert said.startswith("Also asked in “What percentage of needs")
    assert said.endswith("” (Three Pillars of Self-Service Adoption): one fact.")


@pytest.mark.parametrize("name", USES)
def test_every_definition_falls_into_its_parts_and_loses_no_word(name: str):
    text = USES[name].measure.definition
    parts = words.parts(text)
    assert [part.label for part in parts] == ["", "Formula", "Counting rules", "Traps"]
    joined = " ".join(f"{part.label}: {part.text}" if part.label else part.text for part in parts)
    assert joined.casefold() == " ".join(text.split()).casefold()


def test_a_definition_without_labels_is_one_part():
    assert words.parts("Just a share.") == (("", "Just a share."),)


def test_a_number_is_never_written_as_the_bound_that_it_misses():
    assert apart(Fraction("84.996"), Fraction(85)) == "84.996"
    assert apart(Fraction("84.9"), Fraction(85)) == "84.9"
    assert apart(Fraction(85), Fraction(85)) == "85"


def test_a_standing_tells_its_measures_in_its_own_money():
    here = case("mixed").model_copy(update={"questionnaire": library.load("itsm-foundations"), "currency": "INR"})
    assert {one.measure.unit for one in of_standing(here) if one.measure.id == "cost-per-ticket"} == {"INR"}

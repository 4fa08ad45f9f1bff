"""Who is the same person in two assessments, and what that tells of a change, on both engines and through the real services."""

import pytest

from assessment import service
from assessment.model import Assessment
from assessment.same_people import same_people
from improvement.standing import gather
from improvement.standing_model import Previous
from people.model import Person
from people.work import reading, writing
from scoring.since import Moved, People, Via, Why
from tests.assessment import twice
from tests.assessment.invited import LATER
from tests.assessment.nameless import says
from tests.assessment.twice import EIGHT, HIGHER, LEVELS, PRACTICE, anonymously, answers, begin, by_name, finalise, named
from tests.cast import Cast


@pytest.fixture
def first(database, cast: Cast) -> Assessment:
    return begin(cast.asha, cast.it.id, twice.THEN, LATER)


@pytest.fixture
def second(first: Assessment, cast: Cast) -> Assessment:
    return begin(cast.asha, cast.it.id, twice.NOW, LATER)


def previous(who: Person, assessment: Assessment) -> Previous:
    with reading(who, LATER) as work:
        found = gather(work, assessment.id).previous
    assert found is not None
    return found


def moved(who: Person, assessment: Assessment) -> Moved:
    return previous(who, assessment).moved[PRACTICE]


def test_those_invited_to_the_same_address_are_the_same_people(first, second, cast: Cast):
    finalise(cast.asha, by_name(cast.asha, first, dict(zip(EIGHT, LEVELS, strict=True)), LATER), LATER)
    finalise(cast.asha, by_name(cast.asha, second, dict(zip(map(str.upper, EIGHT), HIGHER, strict=True)), LATER), LATER)
    found = moved(cast.asha, second)
    assert (found.verdict, found.via, found.people) == ("improved", Via.PAIRED, People(8, 8, 8))
    assert found == moved(cast.vera, second), "whoever only looks is told the same"


def test_other_people_of_the_same_answers_show_nothing_that_chance_could_not(first, second, cast: Cast):
    finalise(cast.asha, by_name(cast.asha, first, dict(zip(EIGHT, LEVELS, strict=True)), LATER), LATER)
    others = (f"other{n}@example.org" for n in range(8))
    by_name(cast.asha, second, dict(zip(others, HIGHER, strict=True)), LATER)
    found = moved(cast.asha, second)
    assert (found.verdict, found.why, found.via, found.people) == ("no_detectable_change", Why.CHANCE, Via.INDEPENDENT, People(8, 8, 0))


def test_a_member_is_the_same_person_whatever_they_are_called(first, second, cast: Cast):
    answers(cast.asha, first, 1, LATER)
    answers(cast.asha, second, 4, LATER)
    with reading(cast.vera, LATER) as work:
        same = same_people(work, first.id, second.id)
    assert len(same) == 1
    finalise(cast.asha, first, LATER)
    found = moved(cast.asha, second)
    assert (found.verdict, found.why, found.people) == ("not_determinable", Why.ONE_ASSESSOR, People(1, 1, 1))


def test_the_ids_of_respondents_are_all_that_says_who_is_who(first, second, cast: Cast):
    for each in (first, second):
        by_name(cast.asha, each, dict.fromkeys(EIGHT[:2], 2), LATER)
    with reading(cast.asha, LATER) as work:
        told = str(same_people(work, first.id, second.id))
    assert told.count("-") == 2 * 3 * 4, "Asha and two others, twice"
    assert "example.org" not in told


def test_somebody_of_another_organisation_is_told_of_nobody(first, second, cast: Cast):
    for each in (first, second):
        by_name(cast.asha, each, {EIGHT[0]: 2}, LATER)
    with reading(cast.dev, LATER) as work:
        assert same_people(work, first.id, second.id) == {}


def test_an_address_that_was_invited_twice_is_nobodys(first, second, cast: Cast):
    by_name(cast.asha, first, {EIGHT[0]: 2}, LATER)
    by_name(cast.asha, first, {EIGHT[0]: 3}, LATER)
    by_name(cast.asha, second, {EIGHT[0]: 2}, LATER)
    named(cast.asha, first, None, LATER)
    named(cast.asha, second, None, LATER)
    with reading(cast.asha, LATER) as work:
        assert len(same_people(work, first.id, second.id)) == 1, "Asha alone"


def test_anonymous_people_are_never_paired_and_count_in_fours(first, second, cast: Cast):
    finalise(cast.asha, anonymously(cast.asha, first, LEVELS, LATER), LATER)
    anonymously(cast.asha, second, HIGHER[:7], LATER)
    assert moved(cast.asha, second).people == People(8, 4, 0)
    assert moved(cast.asha, second).why is Why.TOO_FEW
    anonymously(cast.asha, second, HIGHER[7:], LATER)
    found = moved(cast.asha, second)
    assert (found.people, found.via, found.why) == (People(8, 8, 0), Via.INDEPENDENT, Why.CHANCE)
    with reading(cast.asha, LATER) as work:
        assert len(same_people(work, first.id, second.id)) == 1, "Asha alone"


def test_what_would_put_together_too_few_anonymous_people_is_told_by_no_change_either(first, second, cast: Cast):
    """Four answer one question and another four the next: their own means, taken from the question's, would be of single people."""
    finalise(cast.asha, by_name(cast.asha, first, dict(zip(EIGHT, LEVELS, strict=True)), LATER), LATER)
    one, two, *_ = (question.id for question in twice.ASKED)
    crowd = [twice.nameless(cast.asha, second, LATER) for _ in range(5)]
    for who in crowd[:4]:
        says(who, second, LATER, **{one: 4})
    for who in crowd[1:]:
        says(who, second, LATER, **{two: 1})
    found = moved(cast.asha, second)
    assert (found.verdict, found.why, found.points, found.interval, found.p) == ("not_determinable", Why.WITHHELD, None, None, None)


def test_a_change_reads_frozen_facts_and_stays_what_it_was(first, second, cast: Cast):
    finalise(cast.asha, by_name(cast.asha, first, dict(zip(EIGHT, LEVELS, strict=True)), LATER), LATER)
    by_name(cast.asha, second, dict(zip(EIGHT, HIGHER, strict=True)), LATER)
    open_ = previous(cast.asha, second)
    finalise(cast.asha, second, LATER)
    assert previous(cast.asha, second) == open_
    writing(cast.asha, LATER, lambda work: service.reopen(work, second.id, "One more comes."))
    assert previous(cast.asha, second) == open_


def test_the_difference_of_the_indices_is_parted(first, second, cast: Cast):
    """Nothing but one practice is answered, so there is no index of the whole to part."""
    finalise(cast.asha, by_name(cast.asha, first, {EIGHT[0]: 1}, LATER), LATER)
    by_name(cast.asha, second, {EIGHT[0]: 3}, LATER)
    assert previous(cast.asha, second).split is None
    whole = [begin(cast.asha, cast.hr.id, period, LATER) for period in (twice.THEN, twice.NOW)]
    for each, level in zip(whole, (1, 3), strict=True):
        twice.everything(cast.asha, each, level, LATER)
        finalise(cast.asha, each, LATER)
    found = previous(cast.asha, whole[1])
    assert found.split is not None
    with reading(cast.asha, LATER) as work:
        after, before = (service.result(work, each.id).overall.index for each in reversed(whole))
    assert (found.split.answers, found.split.scope, found.split.weights) == (after - before, 0, 0)

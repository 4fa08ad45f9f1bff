"""No one can work out one organisation from all that was ever published."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings

from scoring import benchmark, disclosure, packs
from scoring.benchmark import MEDIAN, QUARTILES, SETS
from scoring.disclosure import Member, Release, Withheld, blocks, publish, publish_all
from tests.scoring.attacker import insiders, pinned
from tests.scoring.random_assessments import randoms

BANDS = {"size": ["small", "middle", "large"], "sector": ["public", "private"]}


def cohort(*values, start=0, **filters):
    return [Member(f"o{start + n}", "r1", value, filters) for n, value in enumerate(values)]


def even(count, start=0, **filters):
    return cohort(*(100 * (n + 0.5) / count for n in range(count)), start=start, **filters)


def test_marks_come_with_the_size_of_the_cohort():
    assert publish(even(9)) is Withheld.TOO_FEW
    assert tuple(publish(even(10)).marks) == MEDIAN
    assert tuple(publish(even(20)).marks) == QUARTILES
    assert tuple(publish(even(50)).marks) == SETS[0]


def test_whole_numbers_only_and_never_the_ends():
    told = publish(even(50))
    assert all(isinstance(mark, int) for mark in told.marks.values())
    assert min(told.marks) == Fraction(1, 10)
    assert max(told.marks) == Fraction(9, 10)


def test_the_newcomers_figure_is_not_given_away():
    first = publish(even(10))
    for more in (1, 4):
        assert publish([*even(10), *even(more, start=10)], [first]) is Withheld.TOO_CLOSE
    assert isinstance(publish([*even(10), *even(5, start=10)], [first]), Release)


def test_one_that_leaves_or_is_assessed_anew_is_not_given_away_either():
    first = publish(even(20))
    again = [Member("o0", "r2", 50), *even(20)[1:]]
    assert publish(even(20)[1:], [first]) is Withheld.TOO_CLOSE
    assert publish(again, [first]) is Withheld.TOO_CLOSE
    assert isinstance(publish(even(20), [first]), Release)


def test_newcomers_that_are_all_alike_are_not_given_away_as_a_group():
    first = publish(even(50))
    assert publish([*even(50), *cohort(*[70.0] * 5, start=50)], [first]) is Withheld.TOO_ALIKE


def test_a_cohort_that_is_all_alike_says_nothing_but_all_at_an_end_are_where_the_scale_ends():
    assert publish(cohort(*[62.0] * 12)) is Withheld.TOO_ALIKE
    assert isinstance(publish(cohort(*[0.0] * 8, *[100.0] * 8)), Release)


def test_of_two_cohorts_that_stand_too_close_the_smaller_is_suppressed():
    told = publish_all([*even(20, sector="public"), *even(3, start=20, sector="private")], ["sector"])
    assert isinstance(told[""], Release)
    assert told["sector=public"] is Withheld.TOO_CLOSE
    assert told["sector=private"] is Withheld.TOO_FEW


def test_what_is_left_over_of_several_cohorts_is_not_given_away():
    whole = [*even(15, size="small"), *even(15, start=15, size="large"), *even(2, start=30, size="middle")]
    told = publish_all(whole, ["size", "region"])
    assert [name for name, found in told.items() if isinstance(found, Release)] == ["", "size=large"]


def test_each_organisation_counts_once_and_on_the_scale():
    with pytest.raises(ValueError, match="one result"):
        publish([Member("o1", "r1", 5), Member("o1", "r2", 6)])
    with pytest.raises(ValueError, match="0 to 100"):
        publish(cohort(101))


def newcomer(random, number):
    value = random.choice([random.uniform(0, 100), random.gauss(60, 15), 62, 0])
    return Member(f"o{number}", "first", min(100, max(0, value)), {name: random.choice(bands) for name, bands in BANDS.items()})


def history(random):
    """A population over some rounds: some join, some leave, some are assessed anew; after each all is published that may be."""
    numbers = iter(range(10_000))
    people = [newcomer(random, next(numbers)) for _ in range(random.choice([6, 12, 25, 60]))]
    releases, told = [], []
    anew = random.choice([0, 0, 0.1])
    for at in range(3):
        for found in publish_all(people, random.sample(list(BANDS), random.randint(0, 2)), releases).values():
            if isinstance(found, Release):
                releases.append(found)
                told.append((found, None))
        issued = packs.histogram(people, releases)
        if not isinstance(issued, Withheld):
            releases.append(issued.release)
            told.append((issued.release, issued.histogram))
        stay = random.sample(people, max(1, len(people) - random.choice([0, 1, 5, 6])))
        stay = [Member(m.organisation, f"r{at}", random.uniform(0, 100), m.filters) if random.random() < anew else m for m in stay]
        people = stay + [newcomer(random, next(numbers)) for _ in range(random.choice([0, 1, 5, 12]))]
    return told


@settings(max_examples=150, deadline=None)
@given(randoms)
def test_nothing_is_ever_published_that_the_rule_forbids(random):
    told = history(random)
    releases = [release for release, _ in told]
    assert all(len(block) >= 5 for block in blocks(releases).values())
    for release, histogram in told:
        assert all(benchmark.publishable(q, release.organisations) for q in release.marks)
        assert histogram is None or min(histogram.counts) >= 5
    for first in releases:
        for second in releases:
            assert not 0 < len(first.values.keys() - second.values.keys()) < 5


def caught(seeds):
    return sum(pinned(told) for seed in seeds if (told := history(Random(seed))))  # noqa: S311 - the same at every run


def test_a_solver_over_all_releases_of_a_thousand_populations_pins_no_organisation():
    assert caught(range(1000)) == 0


def caught_from_within(seeds):
    histories = (history(Random(seed)) for seed in seeds)  # noqa: S311 - the same at every run
    return sum(any(pinned(told, who) for who in insiders(told)) for told in histories if told)


def test_a_member_that_knows_its_own_figures_pins_nobody():
    assert caught_from_within(range(100, 220)) == 0


def test_with_one_beyond_the_marks_instead_of_two_a_member_pins_somebody(monkeypatch):
    for first, all_of in (("nsmallest", min), ("nlargest", max)):
        monkeypatch.setattr(disclosure, first, lambda _, values, end=all_of: [end(values)])
    assert caught_from_within([109]) > 0


def without(monkeypatch, *rules):
    for module in (disclosure, packs):
        for rule in rules:
            monkeypatch.setattr(module, rule, lambda *_: True)


def test_without_the_least_size_the_solver_pins_somebody(monkeypatch):
    monkeypatch.setattr(benchmark, "publishable", lambda *_: True)
    without(monkeypatch, "spread", "apart")
    assert caught(range(10)) > 0


def test_without_the_rules_on_blocks_the_solver_pins_somebody(monkeypatch):
    without(monkeypatch, "spread", "apart")
    assert caught(range(150)) > 0

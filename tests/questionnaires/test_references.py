"""Published figures: each with its people, its source and what differs; none invented, none without a measure of ours."""

from fractions import Fraction

import pytest
from pydantic import ValidationError

from questionnaires import library
from questionnaires.references import Reference, published, references

ROW = {"measure": "m", "value": "5", "unit": "%", "year": "2020", "population": "p", "source": "s", "url": "", "differs": "d"}


def test_every_figure_belongs_to_a_measure_that_some_questionnaire_reads():
    known = {measure.id for asked in library.published() for measure in asked.measures}
    assert {one.measure for one in published()} <= known
    assert len(published()) >= 10


def test_every_link_is_one_that_a_browser_opens():
    assert all(one.url.startswith(("https://", "http://")) for one in published() if one.url)


def test_the_newest_stands_first_and_one_without_a_year_last():
    years = [one.year for one in references("first-contact-resolution")]
    assert years == [2015, 2015, None, None]
    assert references("improvements-on-time") == []


@pytest.mark.parametrize(("year", "now", "old"), [("2020", 2025, False), ("2020", 2026, True), ("", 2026, True)])
def test_a_figure_is_old_after_five_years_and_when_nobody_knows(year, now, old):
    assert Reference.model_validate(ROW | {"year": year}).is_old(now) is old


def test_a_value_is_kept_exactly():
    assert Reference.model_validate(ROW | {"value": "66.9"}).value == Fraction(669, 10)


@pytest.mark.parametrize("missing", ["measure", "value", "unit", "population", "source", "differs"])
def test_a_figure_without_its_facts_is_no_figure(missing):
    with pytest.raises(ValidationError):
        Reference.model_validate(ROW | {missing: ""})

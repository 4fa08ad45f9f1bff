"""Peers as words and figures: the same on page and paper, and in no place a peer."""

import io
import json
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from pypdf import PdfReader

from assessment.peer_model import PACK, WHOLE, Facts, PeerCohort, PeerFigure, Peers, Sector
from exports.figures import peer_strip
from exports.pdf.drawings import draw_peers
from exports.pdf.pages.peers import peers_part
from exports.pdf.report import build
from exports.words import peers as words
from exports.words.method import formulas, limits
from scoring.benchmark import Standing as Place
from scoring.benchmark import standing_among
from scoring.disclosure import Withheld
from tests.exports.standings import mixed, pillars, standing
from ui.charts import draw, spec

AT = datetime(2026, 11, 18, tzinfo=UTC)
QUARTERS = ((Fraction(1, 4), 30), (Fraction(1, 2), 44), (Fraction(3, 4), 60))


def figure(*marks, organisations=40, at=AT) -> PeerFigure:
    return PeerFigure(organisations=organisations, marks=marks or QUARTERS, frozen_at=at)


def cohort(**changed) -> PeerCohort:
    asked = pillars()
    names = ["", *(f"d:{one.id}" for one in asked.dimensions), *(f"p:{name}" for name in asked.practices)]
    when = {"frozen_at": AT, "since": date(2024, 11, 18)}
    return PeerCohort(**{"name": WHOLE, "figures": {name: figure() for name in names}, "organisations": 40, **when, **changed})


def peers(*cohorts: PeerCohort, state="told", **more) -> Peers:
    return Peers(state=state, method="1.0.0", cohorts=cohorts, **more)


def report(**more) -> str:
    out = io.BytesIO()
    build(standing(mixed, **more), out)
    return " ".join("\n".join(page.extract_text() for page in PdfReader(out).pages).split())


def test_the_strip_has_the_whole_and_each_dimension_above_its_practices():
    strip = peer_strip(standing(mixed), cohort())
    assert [row.title for row in strip.rows[:3]] == ["Overall", "Leadership mindset", pillars().dimensions[0].practices[0].title]
    assert [row.is_group for row in strip.rows].count(True) == 1 + len(pillars().dimensions)
    assert len(strip.table().rows) == len(strip.rows) == 16


def test_chart_and_drawing_say_what_the_table_says():
    strip = peer_strip(standing(mixed), cohort())
    drawn, chart = " ".join(draw_peers(strip, 460).printed), json.dumps(spec(strip))
    for row in strip.rows:
        for place in (drawn, chart):
            assert row.place.replace(", likely ", " · ") in place.replace("\\u00b7", "·")
    assert draw(strip).to_dict()


def test_no_mark_stands_for_a_peer():
    """A bar, a stroke and a dot for each row, and words: nothing more."""
    strip = peer_strip(standing(mixed), cohort())
    told = spec(strip)
    marks = [len(layer["data"]["values"]) for layer in told["layer"] if layer["mark"]["type"] != "text"]
    assert marks == [16, 16, 16]


def test_above_the_median_counts_practices_alone():
    strip = peer_strip(standing(mixed), cohort())
    above = sum(row.own > 44 for row in strip.rows if not row.is_group)
    assert strip.title == words.finding(above, 12)
    assert words.finding(0, 12) == "Above the median of peers in none of 12 practices"
    assert words.finding(1, 1) == "Above the median of peers in one of one practice"
    assert words.finding(0, 0) == "How peers stand"


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (standing_among(dict(QUARTERS), 40, 52), "62, likely 47 to 76"),
        (standing_among(dict(QUARTERS), 40, 12), "below 25"),
        (standing_among(dict(QUARTERS), 40, 99), "above 75"),
        (standing_among({}, 0, 99), "–"),
    ],
)
def test_a_place_is_a_percentile_with_its_band_or_beyond_the_outermost_mark(found, says):
    assert words.place(found) == says


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (None, ""),
        (Place(50, 75, 62, (48.2, 74.1)), "Overall you are at percentile 62, likely 48 to 74."),
        (Place(None, 25, None, None), "Overall you are below percentile 25."),
        (Place(75, None, None, None), "Overall you are above percentile 75."),
        (Place(None, 50, None, None), "Overall you are below the median of peers."),
        (Place(50, None, None, None), "Overall you are above the median of peers."),
    ],
)
def test_the_whole_has_a_sentence(found, says):
    assert words.overall(found) == says


def test_what_is_withheld_says_why_and_draws_no_mark():
    told = {name: one for name, one in cohort().figures.items() if name != "p:autonomy"}
    strip = peer_strip(standing(mixed), cohort(figures=told, withheld={"p:autonomy": Withheld.TOO_ALIKE}))
    row = next(row for row in strip.rows if row.figure == "p:autonomy")
    assert (row.median, row.place) == (None, f"not told: {words.why_not(Withheld.TOO_ALIKE)}")
    assert "not told" in draw_peers(strip, 460).printed
    said = words.withheld(peers(withheld={"sector=public": Withheld.TOO_FEW}, facts=Facts(sector=Sector.PUBLIC)))
    assert said == ("Not shown: Sector: public administration, because too few organisations are in it: each needs 10 others.",)


def test_with_a_median_alone_there_is_no_middle_half():
    told = {"": figure((Fraction(1, 2), 44), organisations=12)}
    (row,) = peer_strip(standing(mixed), cohort(figures=told)).table().rows
    assert row[2:4] == ("44", "–")


def test_an_incomplete_result_is_not_placed():
    strip = peer_strip(standing(lambda question: 3 if question.id.startswith("leadership") else None), cohort())
    assert {row.own for row in strip.rows if row.figure in {"", "p:autonomy"}} == {None}
    assert strip.overall == ""


@pytest.mark.parametrize(
    ("others", "says"),
    [
        (2, "No peer benchmark: 2 comparable organisations, 10 needed"),
        (1, "No peer benchmark: 1 comparable organisation, 10 needed"),
        (0, "No peer benchmark: 0 comparable organisations, 10 needed"),
    ],
)
def test_the_report_says_how_many_are_missing(others, says):
    assert says in report(peers=peers(state="too_few", others=others))


def test_the_report_shows_peers_and_says_how_they_are_counted():
    said = report(peers=peers(cohort()))
    assert "Above the median of peers in" in said
    assert "40 organisations, your own among them where it took part by then" in said
    assert "Peers are those who take part, no sample of all organisations" in said
    assert "No other organisations are compared here" not in said


def test_without_peers_the_method_is_as_it_was():
    without = standing(mixed)
    assert peers_part(without) == ()
    assert "Peers" not in dict(formulas(without))
    assert any(one.startswith("No other organisations are compared here") for one in limits(without))


def test_packs_name_their_sources_and_older_rows_are_told():
    packs = cohort(name=PACK, frozen_at=None, since=None, sources=("North: 40 organisations, 2026",))
    assert words.source(packs, "1.0.0").startswith("40 organisations. Packs: North: 40 organisations, 2026.")
    older = cohort().figures | {"p:autonomy": figure(at=datetime(2026, 1, 1, tzinfo=UTC), organisations=30)}
    assert "that row was frozen on an earlier day" in words.source(cohort(figures=older), "1.0.0")


@pytest.mark.parametrize(
    ("name", "says"), [("", "Everybody who takes part"), ("pack", "Imported packs"), ("size=small", "Size: fewer than 250 people")]
)
def test_a_cohort_has_a_name(name, says):
    assert words.cohort_name(name) == says

"""What can be told of a chart without a browser; how it looks is for eyes."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import streamlit as st

from exports import figures
from exports.figures import Figure
from exports.words.measures import followed
from tests.exports.besides import SIDES, case
from tests.exports.changed import changed, now, then
from tests.exports.compared import ahead, beside
from tests.exports.several import SPLIT, two_groups
from tests.exports.standings import full
from ui import charts
from ui.charts.base import Canvas, folded, rows_named
from ui.charts.palette import DARK, LIGHT, NAMES, ROLE, Palette

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"
STANDING = full()
PRACTICE = next(iter(STANDING.score.practices))
DRAWN = [
    figures.index_strip(STANDING),
    figures.pillars(STANDING),
    figures.heatmap(STANDING),
    figures.dumbbell(STANDING),
    figures.level_bar(STANDING, PRACTICE),
    figures.bars(STANDING, PRACTICE),
    figures.side_by_side(beside({"HR": ahead})),
    figures.bullets(STANDING),
    figures.slope(STANDING),
    figures.posture_axes(STANDING),
    figures.evidence(STANDING),
    figures.evidence_above(STANDING),
    figures.slope(changed(then(), now())),
    figures.agenda(two_groups()),
    figures.spreads(two_groups(), SPLIT),
    case("four weak stones"),
    case("foundations not assessed"),
    case("pillars not assessed"),
    *figures.trends(followed(STANDING), STANDING.today)[:2],
]
named = pytest.mark.parametrize("figure", DRAWN, ids=lambda figure: type(figure).__name__)


def draw(figure: Figure) -> dict[str, Any]:
    """The chart as the browser gets it; Altair refuses what is no valid Vega-Lite."""
    return charts.draw(figure).to_dict()


def everything(spec: Any) -> Iterator[tuple[str, Any]]:
    items = spec.items() if isinstance(spec, dict) else ((str(at), each) for at, each in enumerate(spec)) if isinstance(spec, list) else ()
    for name, value in items:
        yield name, value
        yield from everything(value)


def texts(spec: Any) -> set[str]:
    return {
        str(row["text"])
        for name, rows in everything(spec)
        if name == "values" and isinstance(rows, list)
        for row in rows
        if isinstance(row, dict) and "text" in row
    }


@named
def test_each_figure_of_a_page_becomes_json_with_a_height_and_layers(figure: Figure):
    spec = json.loads(json.dumps(draw(figure), allow_nan=False))
    assert spec["height"] > 0
    assert all(layer["data"]["values"] for layer in spec["layer"])


@named
def test_marks_name_roles_and_never_a_colour(figure: Figure):
    spec = draw(figure)
    assert {row["color"] for name, rows in everything(spec) if name == "values" for row in rows if isinstance(row, dict)} <= set(NAMES)
    assert "#" not in json.dumps(spec["layer"])


@pytest.mark.parametrize(("mode", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_theme_lists_the_colours_in_the_order_of_the_roles(mode: str, palette: Palette):
    theme = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][mode]
    assert tuple(theme["chartCategoricalColors"]) == palette.flat()
    assert len(palette.flat()) == len(NAMES)
    assert theme["backgroundColor"] == palette.ground


@named
def test_no_text_reaches_an_address_or_an_expression(figure: Figure):
    canary = "</script> https://evil.example/x.png datum.x"
    loud = figure.model_validate_json(json.dumps(replaced(json.loads(figure.model_dump_json()), canary)))
    for name, value in everything(draw(loud)):
        assert name not in {"url", "href", "src", "signal", "calculate"}
        if name in {"expr", "field", "filter", "labelExpr"}:
            assert "evil" not in value


def replaced(value: Any, canary: str) -> Any:
    if isinstance(value, dict):
        return {name: replaced(each, canary) for name, each in value.items()}
    if isinstance(value, list):
        return [replaced(each, canary) for each in value]
    return f"{value} {canary}" if isinstance(value, str) else value


def test_the_strip_writes_the_index_the_target_and_the_year_before():
    strip = DRAWN[0]
    assert texts(draw(strip)) == {f"You {strip.now_text}", f"Target {strip.target_text}", f"Before: {strip.previous_text}"}


def test_a_target_close_to_today_is_written_one_line_higher():
    apart, close = (DRAWN[0].model_copy(update={"now": 40.0, "target": target}) for target in (90.0, 45.0))
    assert len({row["y"] for row in worded(apart) if "Before" not in row["text"]}) == 1
    assert len({row["y"] for row in worded(close) if "Before" not in row["text"]}) == 2


def worded(strip: Figure) -> list[dict[str, Any]]:
    spec = draw(strip)
    return [
        row
        for name, rows in everything(spec)
        if name == "values" and isinstance(rows, list)
        for row in rows
        if isinstance(row, dict) and "text" in row
    ]


def test_a_strip_without_a_headline_writes_its_range_over_the_range():
    strip = DRAWN[0].model_copy(update={"now": None, "low": 30.0, "high": 50.0, "now_text": "30 to 50"})
    assert {"x": 40.0, "text": "You 30 to 50"}.items() <= next(row for row in worded(strip) if "You" in row["text"]).items()


def test_an_unknown_question_shows_what_it_leaves_open():
    bars = DRAWN[5]
    open_row = bars.rows[0].model_copy(update={"share": None, "low": 0.0, "high": 1.0})
    spec = draw(bars.model_copy(update={"rows": (open_row,)}))
    strokes = spec["layer"][0]["data"]["values"]
    assert [row["color"] for row in strokes] == [ROLE.empty, ROLE.span]


def test_the_heatmap_prints_every_number_it_colours():
    heat = DRAWN[2]
    assert {cell.text for row in heat.rows for cell in row.cells} <= texts(draw(heat))


def test_a_trend_writes_its_newest_value_and_its_target_apart_from_each_other():
    rising = DRAWN[-2]
    said = {row["text"]: row["y"] for row in worded(rising)}
    assert {"44 %", "Target 60 %", "0", "100", "2026", "Apr"} <= set(said)
    close = rising.model_copy(update={"target": rising.dots[-1].value + 1})
    near = {row["text"]: row["y"] for row in worded(close)}
    assert near["44 %"] - near["Target 60 %"] == pytest.approx(17)


def test_a_single_reading_is_a_dot_without_a_target_line():
    alone = draw(DRAWN[-1])
    assert len(DRAWN[-1].dots) == 1
    assert ROLE.target not in {row["color"] for name, rows in everything(alone) if name == "values" for row in rows}


@pytest.mark.parametrize("name", SIDES)
def test_the_signature_picture_is_laid_out_for_a_desk_and_for_a_phone_and_says_the_same_on_both(name: str):
    figure, spec = case(name), draw(case(name))
    sides: dict[str, list[str]] = {}
    for layer in spec["layer"]:
        sides.setdefault(layer["transform"][0]["filter"], []).extend(row["text"] for row in layer["data"]["values"] if "text" in row)
    assert set(sides) == {"width >= 640", "width < 640"}
    for said in map(" ".join, sides.values()):
        for column in figure.columns:
            assert f"Index {column.index}" in said
        for stone in (stone for course in figure.courses for stone in course):
            assert all(word in said.split() for word in stone.title.split())


def test_the_signature_picture_is_few_layers_because_each_costs_time():
    assert len(draw(case("four weak stones"))["layer"]) <= 8


def test_a_figure_for_paper_alone_says_so():
    with pytest.raises(NotImplementedError, match="Radar is drawn on paper only"):
        draw(figures.radar(STANDING))


def test_long_labels_fold_between_words():
    assert folded("one two three four", 9) == ["one two", "three", "four"]
    assert folded("incomprehensibilities", 5) == ["incomprehensibilities"]
    assert folded("", 5) == [""]


def test_a_layer_without_rows_is_left_out():
    canvas = Canvas(0, 1, names=rows_named(["a"]))
    canvas.points([], 10)
    assert canvas.finished(10)["layer"] == []


@named
def test_a_chart_is_made_once_for_the_same_figure_and_shown_unharmed(figure: Figure):
    kept = charts.spec(figure)
    before = json.dumps(kept)
    st.vega_lite_chart(kept, theme="streamlit", alt=figure.alt)
    assert charts.spec(type(figure).model_validate(figure.model_dump())) is kept, "an equal figure is the same chart"
    assert json.dumps(kept) == before == json.dumps(charts.draw(figure).to_dict())

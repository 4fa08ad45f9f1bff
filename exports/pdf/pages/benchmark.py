"""Benchmark: the result beside the own target, the previous assessment, sister functions and what others have reported."""

from exports import theme
from exports.figures import aim_rows, side_by_side
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture, Space
from exports.pdf.drawings import draw_side_by_side
from exports.pdf.grid import Grid
from exports.pdf.pages.peers import peers_part
from exports.pdf.paper import MEASURE
from exports.pdf.parts import bullets, eyebrow, heading, lead, para, so_what, source, title, together
from exports.words.benchmark import LEAD, NO_PREVIOUS, benchmark_decision, benchmark_finding
from exports.words.gaps import gap_finding
from exports.words.index import change_words
from exports.words.references import CAPTION, NONE_FITS, figure_words, own_words, people_words, references_finding, reported, year_words
from exports.words.since import since_finding
from exports.words.sisters import ALONE, sister_words, sisters_finding, unready_words
from exports.words.targets import HOW_SURE, ONE_PERSON, aims_words, sure_finding
from improvement.standing_model import Standing
from questionnaires.references import Reference

NOTE = style.SMALL._replace(after=8)


def benchmark_page(standing: Standing) -> tuple[Block, ...]:
    """In the order of the page: the nearest comparison first. Nothing where nothing applies or nothing is answered."""
    if not standing.score.overall.completeness:
        return ()
    return (
        Anchor(name="benchmark", title="Benchmark"),
        eyebrow("Benchmark"),
        title(benchmark_finding(standing)),
        lead(LEAD),
        so_what(benchmark_decision(standing)),
        *_target(standing),
        *_previous(standing),
        *_sisters(standing),
        *peers_part(standing),
        *_references(standing),
    )


def _target(standing: Standing) -> tuple[Block, ...]:
    said = (heading(gap_finding(standing)), para(aims_words(standing), look=style.SMALL))
    drawn = "gaps" if standing.assessment.mode == "full" else "position"
    if standing.panel is None:
        return (*said, para(f"{ONE_PERSON} Each gap is drawn under “Distance to target”.", look=NOTE, link=drawn))
    rows = [[para(cell, look=style.CELL) for cell in row[1:]] for row in aim_rows(standing)]
    head = ("Practice", "Today", "Target", "Gap", "Index, 95 % sure", "At target", "Chance?")
    table = Grid(head=head, widths=(3.1, 0.8, 0.8, 0.7, 1.4, 1, 3.1), rows=rows)
    return (*said, table, heading(sure_finding(standing)), para(HOW_SURE, look=NOTE))


def _previous(standing: Standing) -> tuple[Block, ...]:
    if standing.previous is None:
        return (heading("This is the first assessment"), para(NO_PREVIOUS, look=NOTE))
    return (heading(since_finding(standing.previous)), para(change_words(standing.previous), look=NOTE))


def _sisters(standing: Standing) -> tuple[Block, ...]:
    figure = side_by_side(standing)
    drawn = (Picture(drawing=draw_side_by_side(figure, MEASURE), alt=figure.alt, after=4), source(figure.caption)) if figure else ()
    said = [sister_words(standing, one) for one in standing.sisters.compared]
    left = [unready_words(one) for one in standing.sisters.unready]
    return (heading(sisters_finding(standing)), *drawn, *bullets(said + left or [ALONE], look=style.SMALL), Space(size=6))


def _references(standing: Standing) -> tuple[Block, ...]:
    found = reported(standing)
    said = heading(references_finding(standing))
    if not found:
        return (said, para(NONE_FITS, look=NOTE))
    rows = [
        [_measure(one.measure.title, own_words(one)) if not at else para(""), *_reference(figure, standing.today.year)]
        for one, figures in found
        for at, figure in enumerate(figures)
    ]
    head = ("Measure", "Figure", "Year", "Whom, and what differs", "Source")
    return together(said, para(CAPTION, look=style.SMALL), Grid(head=head, widths=(1.9, 0.6, 0.7, 3.9, 2.8), rows=rows))


def _measure(name: str, own: str) -> Block:
    return para(f"{name}. {own}.", look=style.CELL_BOLD)


def _reference(one: Reference, year: int) -> list[Block]:
    look = style.CELL._replace(colour=theme.MUTED) if one.is_old(year) else style.CELL
    return [para(words, look=look) for words in (figure_words(one), year_words(one), people_words(one), one.source)]

"""The benchmark report: a standing in, a PDF out. The same standing gives the same bytes."""

from typing import BinaryIO

from exports.pdf.block import Anchor, stacked
from exports.pdf.cover import draw_cover
from exports.pdf.pages.findings import measures_page, pitfalls_page
from exports.pdf.pages.method import answers_page, method_page
from exports.pdf.pages.position import gaps_page, position_page
from exports.pdf.pages.practice import guidance, practice_page
from exports.pdf.pages.register import register_page, ten_page
from exports.pdf.pages.summary import summary_page
from exports.pdf.paper import MEASURE, Paper
from exports.words.numbers import day
from exports.words.source import as_of
from exports.words.summary import headline
from improvement.standing_model import Standing

CLASSIFICATION = "Confidential"
LONGEST_LINE = 110
SECTION_GAP = 26.0


def build(standing: Standing, out: BinaryIO, classification: str = CLASSIFICATION) -> None:
    """Write the whole report."""
    paper = Paper(out, _line(standing, classification), "" if standing.is_final else "DRAFT")
    _describe(paper, standing)
    draw_cover(paper.cover(), standing, classification)
    paper.new_page()
    paper.flow(summary_page(standing))
    for blocks in (position_page(standing), gaps_page(standing)):
        if blocks:
            paper.section(blocks)
    _practices(paper, standing)
    for blocks in (pitfalls_page(standing), measures_page(standing), ten_page(standing), register_page(standing)):
        if blocks:
            paper.section(blocks, least=min(stacked(blocks, MEASURE) + SECTION_GAP, 700))
    for blocks in (method_page(standing), answers_page(standing)):
        paper.section(blocks)
    paper.save()


def _practices(paper: Paper, standing: Standing) -> None:
    """Each practice on its own page, or below the one before where it fits; guidance where a page would stay half empty."""
    pages = {practice: practice_page(standing, practice) for practice in standing.score.practices}
    needed = {practice: stacked(blocks, MEASURE) + SECTION_GAP for practice, blocks in pages.items()}
    order = tuple(pages)
    for i, practice in enumerate(order):
        entry = (Anchor(name="practices", title="Practices"),) if not i else ()
        paper.section((*entry, *pages[practice]), least=needed[practice])
        follows = needed[order[i + 1]] if i + 1 < len(order) else 0
        advice = guidance(standing, practice)
        if not 0 < follows <= paper.room and stacked(advice, MEASURE) + 8 <= paper.room:
            paper.top -= 8
            paper.flow(advice)


def _line(standing: Standing, classification: str) -> str:
    line = f"{standing.organisation} · {standing.function} · {standing.assessment.name} · {day(as_of(standing))}"
    return f"{line[:LONGEST_LINE]} · {classification[:60]}"


def _describe(paper: Paper, standing: Standing) -> None:
    pen = paper.pen
    pen.setTitle(f"Maturity benchmark: {standing.organisation}, {standing.assessment.name}")
    pen.setSubject(headline(standing))
    pen.setAuthor(standing.organisation)
    pen.setCreator("Plumbline")
    pen.setProducer("Plumbline")
    pen.setKeywords(
        [standing.questionnaire.title, f"{standing.score.questionnaire} {standing.score.version}", f"method {standing.score.method}"]
    )
    pen.setViewerPreference("DisplayDocTitle", "true")
    pen.showOutline()

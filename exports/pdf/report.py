"""The benchmark report: a standing in, a PDF out. The same standing gives the same bytes."""

from collections.abc import Sequence
from typing import BinaryIO

from exports.pdf.block import Anchor, Block, stacked
from exports.pdf.cover import draw_cover
from exports.pdf.pages.agreement import agreement_page
from exports.pdf.pages.benchmark import benchmark_page
from exports.pdf.pages.change import change_page
from exports.pdf.pages.claims import claims_page, to_be_seen
from exports.pdf.pages.findings import definitions, measures_page
from exports.pdf.pages.ground import ground_page
from exports.pdf.pages.method import answers_page, method_page
from exports.pdf.pages.pitfalls import pitfalls_page, watch
from exports.pdf.pages.position import gaps_page, position_page
from exports.pdf.pages.posture import posture_page
from exports.pdf.pages.practice import guidance, practice_page
from exports.pdf.pages.register import register_page, ten_page
from exports.pdf.pages.summary import summary_page
from exports.pdf.paper import FOOT, MEASURE, TOP, Paper
from exports.words.numbers import day
from exports.words.source import as_of, name_line, scored
from exports.words.summary import headline
from improvement.standing_model import Standing

CLASSIFICATION = "Confidential"
SECTION_GAP, FILL_GAP = 26.0, 8.0
TABLE_BEGINS = 220.0
"""A page with less room left than this starts no long table."""
PITFALL_BEGINS = 260.0
"""The pitfalls begin below the posture where at least the first of them fits."""


def build(standing: Standing, out: BinaryIO, classification: str = CLASSIFICATION) -> None:
    """Write the whole report."""
    paper = Paper(out, _line(standing, classification), "" if standing.is_final else "DRAFT")
    _describe(paper, standing)
    draw_cover(paper.cover(), standing, classification)
    paper.new_page()
    paper.flow(summary_page(standing))
    for blocks in (ground_page(standing), position_page(standing), gaps_page(standing)):
        if blocks:
            paper.section(blocks)
    _fitted(paper, change_page(standing))
    _practices(paper, standing)
    _fitted(paper, agreement_page(standing))
    _fitted(paper, benchmark_page(standing))
    _proven(paper, standing)
    _fitted(paper, ten_page(standing))
    paper.section(register_page(standing), least=TABLE_BEGINS)
    paper.section(method_page(standing), least=TABLE_BEGINS)
    paper.section(answers_page(standing), least=TABLE_BEGINS)
    paper.save()


def _practices(paper: Paper, standing: Standing) -> None:
    """Each practice on its own page, or below the one before where it fits; guidance where a page would stay half empty."""
    pages = {practice: practice_page(standing, practice) for practice in scored(standing)}
    needed = {practice: stacked(blocks, MEASURE) + SECTION_GAP for practice, blocks in pages.items()}
    order = tuple(pages)
    for i, practice in enumerate(order):
        entry = (Anchor(name="practices", title="Practices"),) if not i else ()
        paper.section((*entry, *pages[practice]), least=needed[practice])
        follows = needed[order[i + 1]] if i + 1 < len(order) else 0
        if not 0 < follows <= paper.room:
            _fill(paper, guidance(standing, practice))


def _proven(paper: Paper, standing: Standing) -> None:
    """Posture, pitfalls, claims, measures; what fills a page comes where the next part does not fit below."""
    claims, measures = claims_page(standing), measures_page(standing)
    _fitted(paper, posture_page(standing))
    paper.section(pitfalls_page(standing), least=PITFALL_BEGINS)
    if not _fits(paper, claims or measures):
        _fill(paper, watch(standing))
    _fitted(paper, claims)
    if claims and not _fits(paper, measures):
        _fill(paper, to_be_seen(standing, paper.room - FILL_GAP))
    _fitted(paper, measures)
    _fill(paper, definitions(standing, paper.room - FILL_GAP))


def _fits(paper: Paper, blocks: Sequence[Block]) -> bool:
    return 0 < stacked(blocks, MEASURE) + SECTION_GAP <= paper.room


def _fitted(paper: Paper, blocks: Sequence[Block]) -> None:
    """Below what stands there where the whole fits, else on a page of its own."""
    if blocks:
        paper.section(blocks, least=min(stacked(blocks, MEASURE) + SECTION_GAP, TOP - FOOT))


def _fill(paper: Paper, blocks: Sequence[Block]) -> None:
    """Into the rest of a page that would stay half empty, where there is room for the whole."""
    if blocks and stacked(blocks, MEASURE) + FILL_GAP <= paper.room:
        paper.top -= FILL_GAP
        paper.flow(blocks)


def _line(standing: Standing, classification: str) -> str:
    line = f"{standing.organisation} · {name_line(standing)} · {day(as_of(standing))}"
    return f"{classification} · {line}"


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

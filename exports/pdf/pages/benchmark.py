"""Benchmark: the result beside the own target, the previous assessment, sister functions and what others have reported."""

from exports.pdf.block import Anchor, Block
from exports.pdf.pages.peers import peers_part
from exports.pdf.parts import eyebrow, heading, lead, para, so_what, title
from exports.words.benchmark import LEAD, benchmark_decision, benchmark_finding
from exports.words.index import change_words
from improvement.standing_model import Standing


def benchmark_page(standing: Standing) -> tuple[Block, ...]:
    """In the order of the page: the nearest comparison first."""
    return (
        Anchor(name="benchmark", title="Benchmark"),
        eyebrow("Benchmark"),
        title(benchmark_finding(standing)),
        lead(LEAD),
        *_previous(standing),
        *peers_part(standing),
        so_what(benchmark_decision(standing)),
    )


def _previous(standing: Standing) -> tuple[Block, ...]:
    if standing.previous is None:
        return ()
    return (heading(f"Against {standing.previous.assessment.name}"), para(change_words(standing.previous)))

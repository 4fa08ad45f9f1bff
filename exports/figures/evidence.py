"""Evidenced beside claimed: what is left of an index when only seen evidence counts."""

from fractions import Fraction

from exports.figures.value import Figure, Table, number
from exports.words.claims import NOBODY_SAW, above_finding, widest, widest_finding
from exports.words.index import is_told
from exports.words.numbers import counted, index, index_1, start
from exports.words.source import scored, source
from ground.value import Value
from improvement.standing_model import Standing
from scoring.result import Score

WHOLE = "The whole"
FEW = 3
"""So many of the widest gaps stand out."""


class EvidenceRow(Value):
    """One practice, dimension or the whole, 0-100."""

    practice: str
    """Its id; a dimension's, or empty for the whole."""
    title: str
    claimed: float
    evidenced: float
    claimed_text: str
    evidenced_text: str
    gap: str
    """Printed at the right end."""
    emphasised: bool


class Evidence(Figure):
    """Claimed and evidenced index side by side."""

    rows: tuple[EvidenceRow, ...]
    each: str = "Practice"
    """What a row is, as the table's head says it."""

    def table(self) -> Table:
        """Practice, claimed, evidenced, gap."""
        return Table(
            (self.each, "Claimed", "Evidenced", "Unseen"),
            tuple((r.title, r.claimed_text, r.evidenced_text, r.gap) for r in self.rows),
        )


def evidence(standing: Standing) -> Evidence | None:
    """None while too little is answered to tell any practice."""
    order = widest(standing)
    if not order:
        return None
    title = widest_finding(standing)
    return Evidence(
        title=title,
        caption=f"{NOBODY_SAW}{_left_out(standing)} {source(standing)}",
        alt=f"{title}. {start(counted(len(order), 'practice'))}, each with its claimed and its evidenced index, largest gap first.",
        rows=tuple(_row(standing, practice, place) for place, practice in enumerate(order)),
    )


def evidence_above(standing: Standing) -> Evidence | None:
    """Of the whole and of each dimension, in the questionnaire's order; None while too little is answered to tell the whole."""
    if not is_told(standing.score.overall):
        return None
    told = {d.id: d.title for d in standing.questionnaire.dimensions if d.id in standing.score.dimensions}
    shown = [(d, title) for d, title in told.items() if is_told(standing.score.dimensions[d])]
    title = above_finding(standing)
    return Evidence(
        title=title,
        caption=f"{NOBODY_SAW} {source(standing)}",
        alt=f"{title}. The whole, then {counted(len(shown), 'part')} of it, each with its claimed and its evidenced index.",
        rows=(
            _figures("", WHOLE, standing.score.overall, emphasised=False),
            *(_figures(d, title, standing.score.dimensions[d], emphasised=False) for d, title in shown),
        ),
        each="Part",
    )


def _row(standing: Standing, practice: str, place: int) -> EvidenceRow:
    score = standing.score.practices[practice]
    emphasised = score.index != score.evidenced_index and place < FEW
    return _figures(practice, standing.questionnaire.practices[practice].title, score, emphasised=emphasised)


def _figures(of: str, title: str, score: Score, *, emphasised: bool) -> EvidenceRow:
    gap = (score.index or Fraction(0)) - (score.evidenced_index or 0)
    return EvidenceRow(
        practice=of,
        title=title,
        claimed=number(score.index) or 0.0,
        evidenced=number(score.evidenced_index) or 0.0,
        claimed_text=index_1(score.index),
        evidenced_text=index_1(score.evidenced_index),
        gap=index(gap),
        emphasised=emphasised,
    )


def _left_out(standing: Standing) -> str:
    few = sum(not is_told(score) and score.completeness is not None for score in scored(standing).values())
    return f" {start(counted(few, 'practice'))} with too few answers {'is' if few == 1 else 'are'} left out." if few else ""

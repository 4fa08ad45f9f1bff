"""Agreement and interval of each practice, under their statistics' names: for the expert view and the method."""

from typing import NamedTuple

from exports.words.agreement import margin
from exports.words.numbers import NOBODY_KNOWS, rounded
from exports.words.options import rational
from improvement.standing_model import Standing
from scoring.panel import PracticePanel
from scoring.panel_items import Untold

HEADS = ("Practice", "People", "Agreement, r_wg", "Index, 95 % interval")

_ALPHA = "1: all alike; 0: as chance would. Below 0.67 no firm conclusion (Krippendorff 2004)."
_ICC = "How far one person’s answers, and the mean of all, tell questions apart; low where they hardly differ (Shrout & Fleiss 1979)."


class PanelRow(NamedTuple):
    """One practice as those who answered see it."""

    title: str
    people: str
    agreement: str
    interval: str
    """By Student's t; or why there is none."""


_WHY_NOT = {
    Untold.NOBODY: "nobody has answered",
    Untold.NOT_APPLICABLE: "does not apply",
    Untold.CONSENSUS: "one answer was agreed",
    Untold.TOO_FEW: "fewer than five people",
    Untold.NO_REPLICATION: "no two of one group",
    Untold.WITHHELD: "not told: too few anonymous people answered the same questions",
}


def panel_rows(standing: Standing) -> tuple[PanelRow, ...]:
    """Each practice that somebody answered, in the questionnaire's order; none where one person answered."""
    told = standing.panel.practices if standing.panel else {}
    titles = {practice.id: practice.title for practice in standing.questionnaire.practices.values()}
    return tuple(_panel_row(titles[name], told[name]) for name in titles if name in told and told[name].respondents)


def _panel_row(title: str, told: PracticePanel) -> PanelRow:
    agreement = NOBODY_KNOWS if told.agreement is None else rounded(rational(told.agreement), 2)
    interval = margin(told.interval) if told.interval else _WHY_NOT[told.untold or Untold.TOO_FEW]
    return PanelRow(title, str(told.respondents), agreement, interval)


def concord_facts(standing: Standing) -> tuple[tuple[str, str, str], ...]:
    """What, its value, and how to read it: whether people tell the questions apart alike."""
    found = standing.panel.concord if standing.panel else None
    if found is None:
        return ()
    facts = []
    if found.alpha is not None:
        facts += [("Krippendorff’s alpha", _figure(found.alpha), _ALPHA)]
    if found.single is not None and found.mean is not None:
        # Below 0 the second has no meaning.
        both = f"{_figure(found.single)} and {_figure(found.mean)}" if found.single >= 0 else "below 0"
        facts += [("ICC(2,1) and ICC(2,k)", f"{both}, over {found.questions} questions that all {found.raters} answered", _ICC)]
    return tuple(facts)


def _figure(number: float) -> str:
    return rounded(rational(number), 2).replace("-", "−")

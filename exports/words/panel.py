"""Agreement and interval of each practice, under their statistics' names: for the expert view and the method."""

from typing import NamedTuple

from exports.words.agreement import margin
from exports.words.numbers import NOBODY_KNOWS, rounded
from exports.words.options import rational
from improvement.standing_model import Standing
from scoring.panel import PracticePanel
from scoring.panel_items import Untold

HEADS = ("Practice", "People", "Agreement, r_wg", "Index, 95 % interval")


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

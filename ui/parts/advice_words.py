"""Recommended actions in words: what each brings, what it takes, why it stands where it stands. Pure."""

from collections.abc import Sequence
from fractions import Fraction

from exports.words.numbers import days, index_1, listed, money, plain, quoted, signed
from improvement.model import OPEN, Action
from improvement.standing_model import Advice, Lift, Shift, Standing


def takes(standing: Standing, advice: Advice) -> str:
    """`3–8 person-days and no money, over 6 weeks`."""
    weeks = plain(advice.action.takes_weeks)
    over = f"over {weeks} week{'' if weeks == '1' else 's'}"
    return f"{days(*advice.action.effort_days)} and {money(*advice.action.cost, standing.currency)}, {over}"


def brings(standing: Standing, advice: Advice) -> str:
    """`lifts the index by 1.4 points and “A purpose people can feel” to level 1`."""
    return lifts(standing, advice.lift)


def lifts(standing: Standing, lift: Lift) -> str:
    """What one or several actions bring together."""
    opened = [f"{quoted(_title(standing, p))} to level {shift.level_after}" for p, shift in lift.practices.items() if shift.levels > 0]
    whole = f"the whole from level {lift.overall.level_before} to {lift.overall.level_after}" if lift.overall.levels > 0 else ""
    parts = [f"the index by {signed(lift.overall.points).lstrip('+')} points", *opened, *([whole] if whole else [])]
    return f"lifts {listed(parts)}"


def from_to(lift: Lift) -> tuple[str, str]:
    """The overall index before and after; its low bound where the index is not known."""
    return _figure(lift.overall, after=False), _figure(lift.overall, after=True)


def waits(standing: Standing, advice: Advice) -> str:
    """What has to be done or answered first; empty where it can begin today."""
    gate = next((g for g in standing.questionnaire.gates if g.id == advice.held_by_gate), None)
    parts = []
    if advice.waits_for:
        actions = standing.questionnaire.actions
        named = [quoted(actions[a].title) for a in advice.waits_for if a in actions]
        parts.append(f"Comes after {listed(named)}." if named else "")
    if gate:
        parts.append(f"Not yet: {gate.title[:1].lower() + gate.title[1:]} is not reached.")
    return " ".join(part for part in parts if part)


def taken(standing: Standing, advice: Sequence[Advice]) -> dict[str, Action]:
    """The actions already in the register and not closed, by recommended action."""
    wanted = {one.action.id for one in advice}
    ours = (a for a in standing.actions if a.questionnaire == standing.assessment.questionnaire and a.status in OPEN)
    return {a.recommended: a for a in ours if a.recommended in wanted and a.recommended is not None}


def promised(action: Action) -> str:
    """`+1.4 points`; empty where nothing was promised."""
    return f"{signed(action.index_lift)} points" if action.index_lift else ""


def _figure(shift: Shift, *, after: bool) -> str:
    point: Fraction | None = shift.index_after if after else shift.index_before
    low = shift.low_after if after else shift.low_before
    return index_1(point) if point is not None else f"at least {index_1(low)}"


def _title(standing: Standing, practice: str) -> str:
    return standing.questionnaire.practices[practice].title

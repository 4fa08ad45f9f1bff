"""One action in words and badges. Pure."""

from collections.abc import Mapping
from datetime import date, datetime

from exports.words.numbers import count, day, days, money, signed
from improvement.model import WORDS, Action, Status
from ui.parts.markdown import escaped

COLOURS: Mapping[Status, str] = {
    Status.PROPOSED: "gray",
    Status.ACCEPTED: "gray",
    Status.IN_PROGRESS: "blue",
    Status.BLOCKED: "orange",
    Status.DONE: "green",
    Status.VERIFIED: "green",
    Status.CANCELLED: "gray",
}
CLOSED_APART = frozenset({Status.VERIFIED, Status.CANCELLED, Status.PROPOSED})
"""Told on the board's cards, because no column bears their name."""


def due(action: Action, today: date) -> str:
    """`4 Dec 2026`, or bold and orange `13 Nov, 9 days late`."""
    if action.due is None:
        return ":gray[no date yet]"
    if not action.is_overdue(today):
        return day(action.due)
    late = (today - action.due).days
    when = day(action.due).removesuffix(f" {today.year}")
    return f":orange[**{when}, {late} day{'' if late == 1 else 's'} late**]"


def lift(action: Action) -> str:
    """The level promised, `1 → 2`, else the points promised; empty without a promise."""
    if action.level_to is not None:
        return f":gray[{'–' if action.level_from is None else action.level_from}]\u00a0→\u00a0**{action.level_to}**"
    return f"**{signed(action.index_lift)}**" if action.index_lift else ""


def status_badge(action: Action) -> str:
    """The status as a coloured word."""
    own = " (own)" if action.self_verified else ""
    return f":{COLOURS[action.status]}-badge[{WORDS[action.status]}{own}]"


def stale_badge(action: Action, now: datetime) -> str:
    """`Stale`, where nobody has said anything for 30 days; else empty."""
    return ":yellow-badge[Stale]" if action.is_stale(now) else ""


def badges(action: Action, now: datetime) -> str:
    """Status, and stale beside it."""
    return f"{status_badge(action)} {stale_badge(action, now)}".strip()


def facts(action: Action, owner: str, today: date, currency: str) -> Mapping[str, str]:
    """What the action's page lists, in Markdown; what is not known is left out."""
    known = {
        "Owner": f"**{escaped(owner)}**" if owner else ":gray[nobody yet]",
        "Due": due(action, today),
        "First agreed": day(action.first_due) if action.first_due and action.first_due != action.due else "",
        "Progress": f"{action.per_cent} %",
        "Level": lift(action) if action.level_to is not None else "",
        "Index": f"{signed(action.index_lift)} points promised" if action.index_lift else "",
        "Effort": days(*action.effort_days) if action.effort_days else "",
        "Cost": money(*action.cost, currency) if action.cost else "",
        "Finished": day(action.done_at.date()) if action.done_at else "",
    }
    return {name: value for name, value in known.items() if value}


def register_title(actions: tuple[Action, ...], late: int, stale: int) -> str:
    """`14 actions; one is late, two are stale`."""
    if not actions:
        return "No actions yet"
    troubles = [f"{count(n)} {'is' if n == 1 else 'are'} {word}" for n, word in ((late, "late"), (stale, "stale")) if n]
    if len(actions) == 1:
        return f"One action; it is {' and '.join(word for n, word in ((late, 'late'), (stale, 'stale')) if n) or 'on time'}"
    return f"{len(actions)} actions; {', '.join(troubles)}" if troubles else f"{len(actions)} actions, all on time"

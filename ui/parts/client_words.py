"""A client at a glance, in words. Pure."""

from collections.abc import Sequence
from datetime import datetime

from exports.words.index import index_figure, level_number
from exports.words.numbers import counted, day, start
from improvement.clients import Glance


def finding(glances: Sequence[Glance]) -> str:
    """`Three clients; in one an action is late`."""
    late = sum(one.overdue > 0 for one in glances)
    said = start(counted(len(glances), "client"))
    if not late:
        return f"{said}; no action is late" if any(one.newest for one in glances) else f"{said}; no result yet"
    return f"{said}; actions are late in {'one' if late == 1 else late} of them" if len(glances) > 1 else f"{said}; actions are late"


def standing(one: Glance) -> str:
    """`Level 1 · index 46.3`, or that there is no result yet."""
    if one.overall is None:
        return "No final result yet"
    index = f"index {index_figure(one.overall)}"
    return f"Quick estimate · {index}" if one.newest and one.newest.mode == "quick" else f"Level {level_number(one.overall)} · {index}"


def source(one: Glance, local: datetime | None) -> str:
    """`Spring 2026 · last activity on 3 March 2026`; `local` is the last activity on the client's own clock."""
    active = f"last activity on {day(local.date())}" if local else ""
    return " · ".join(part for part in (one.newest.name if one.newest else "", active) if part)


def under_way(one: Glance) -> str:
    """`2 assessments under way`."""
    return start(f"{counted(one.is_open, 'assessment')} under way") if one.is_open else "No assessment under way"


def late(one: Glance) -> str:
    """`Three actions are late`; empty where none is."""
    return start(f"{counted(one.overdue, 'action')} {'is' if one.overdue == 1 else 'are'} late") if one.overdue else ""

"""Which recommended actions come before which: named prerequisites, and whatever reaches the start of a move. Pure."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heappop, heappush
from typing import Any

from improvement.profile import Profile, total
from questionnaires.model import Move, RecommendedAction

Moving = Mapping[str, tuple[Move, ...]]
"""The moves of each action that raise something."""
Movers = Mapping[str, Sequence[tuple[str, Move]]]
"""The same by question."""
Waits = Mapping[str, tuple[str, ...]]
"""The actions that come directly before each."""
Key = tuple[Any, ...]


def waits(profile: Profile, moving: Moving) -> Waits:
    """For each action that moves something; what moves nothing here is waited for by nobody."""
    movers: dict[str, list[tuple[str, Move]]] = {}
    for name, move in ((name, move) for name, moves in moving.items() for move in moves):
        movers.setdefault(move.question, []).append((name, move))
    return {name: _waits_for(profile, moving, movers, profile.content.actions[name]) for name in moving}


def everything_before(name: str, waiting: Waits) -> frozenset[str]:
    """All that comes before an action, near and far."""
    found: set[str] = set()
    ahead = [*waiting[name]]
    while ahead:
        one = ahead.pop()
        if one not in found and one != name:
            found.add(one)
            ahead.extend(waiting[one])
    return frozenset(found)


def in_order(keys: Mapping[str, Key], waiting: Waits) -> tuple[str, ...]:
    """The least key first, but nothing before what it waits for. Where some wait for each other, the least key goes first."""
    left = {name: set(waiting[name]) & keys.keys() for name in keys}
    placed: list[str] = []
    ready = [(keys[name], name) for name in left if not left[name]]
    heapify(ready)
    while left:
        _, name = heappop(ready) if ready else min((keys[name], name) for name in left)
        placed.append(name)
        del left[name]
        for freed in _freed(name, left):
            heappush(ready, (keys[freed], freed))
    return tuple(placed)


def _freed(name: str, left: Mapping[str, set[str]]) -> Collection[str]:
    waited = [other for other, ahead in left.items() if name in ahead]
    for other in waited:
        left[other].discard(name)
    return [other for other in waited if not left[other]]


def _waits_for(profile: Profile, moving: Moving, movers: Movers, action: RecommendedAction) -> tuple[str, ...]:
    below = [move for move in moving[action.id] if profile.starts_below(move)]
    reaching = [_reaching(profile, [other for other in movers[move.question] if other[0] != action.id], move) for move in below]
    named = [name for name in action.after if name in moving]
    return tuple(dict.fromkeys([*named, *(name for found in reaching for name in found)]))


def _reaching(profile: Profile, others: Sequence[tuple[str, Move]], move: Move) -> Sequence[str]:
    """What brings the question to the move's start: of several the one that begins lowest, ends lowest, costs least; none: ()."""
    found = [(_modesty(profile, name, other), name) for name, other in others if profile.reaches_start(other, move)]
    return [min(found)[1]] if found else []


def _modesty(profile: Profile, name: str, move: Move) -> tuple[Fraction, Fraction, Fraction]:
    start, end = profile.worth(move.question, move.start), profile.worth(move.question, move.to)
    return total(start), total(end), sum(profile.content.actions[name].effort_days, Fraction(0))

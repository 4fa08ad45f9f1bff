"""An outcome measure of a function in sentences: where it stands, which way it goes, what it counts, who uses it."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from assessment.followed import Followed, State
from exports.words.numbers import count, counted, listed, month_name, plain, quoted, start
from questionnaires.model import Measure

_LABEL = re.compile(r"(?:^|(?<=[.!?] ))([A-Z][\w-]*(?: [\w-]+){0,3}): ")
"""A short label at the beginning of a sentence: `Counting rules: ...`."""

_DECISIONS: tuple[tuple[Callable[[Followed], bool], str], ...] = (
    (lambda one: bool(one.uses.gates) and one.newest is None, "Take a first reading of {}: until then its adoption gate is not passed."),
    (lambda one: one.move is not None and one.move.better is False, "Find out why {} got worse since the reading before."),
    (lambda one: one.state is State.UNTARGETED, "Set a target for {}; a reading without a target leads to no decision."),
    (lambda one: one.newest is None, "Name an owner who takes a first reading of {} before the next review."),
)


class Part(NamedTuple):
    """A piece of a definition; the first one has no label."""

    label: str
    text: str


def page_finding(followed: Sequence[Followed]) -> str:
    """`Two of seven measures are on target; nobody has read four`."""
    of = counted(len(followed), "measure")
    stand = Counter(one.state for one in followed)
    unread, aimed = stand[State.UNREAD], stand[State.MET] + stand[State.SHORT]
    if not followed:
        return "No questionnaire has a measure yet"
    if unread == len(followed):
        return start(f"nobody has read any of {of} yet") if unread > 1 else "Nobody has read the one measure yet"
    rest = "; one is not read yet" if unread == 1 else f"; nobody has read {count(unread)}" if unread else ""
    if not aimed:
        read = len(followed) - unread
        return start(f"{count(read)} of {of} {'is' if read == 1 else 'are'} read, without a target{rest}")
    met = stand[State.MET]
    return start(f"{count(met) if met else 'none'} of {of} {'is' if met < 2 else 'are'} on target{rest}")


def page_decision(followed: Sequence[Followed]) -> str:
    """What to do first: a closed gate, then a fall, then what is not read, then what has no target."""
    for applies, said in _DECISIONS:
        first = next((one for one in followed if applies(one)), None)
        if first:
            return said.format(quoted(first.measure.title))
    return "Read every measure again before the next review, by the same definition and from the same source."


def value(measure: Measure, number: Fraction) -> str:
    """`53 %`, `11.5 hours`."""
    return f"{plain(number)} {measure.unit}"


def when(period: str) -> str:
    """`2026`, `Q3 2026`, `Sep 2026`."""
    year, _, part = period.partition("-")
    return f"{part if part.startswith('Q') else month_name(int(part))} {year}" if part else year


def stands(followed: Followed) -> str:
    """`Self-service adoption is 12 points short of its target`."""
    title, newest, target = followed.measure.title, followed.newest, followed.target
    if newest is None:
        return f"Nobody has read {quoted(title)} yet"
    reads = value(followed.measure, newest.value)
    if target is None:
        return f"{title} reads {reads}, and nobody has set a target"
    if followed.state is State.MET:
        return f"{title} is on target with {reads}"
    away = "short of" if followed.measure.better == "higher" else "above"
    return f"{title} is {_distance(followed.measure, abs(target - newest.value))} {away} its target"


def latest(followed: Followed) -> str:
    """`53 % for Sep 2026`; empty without a reading."""
    newest = followed.newest
    return f"{value(followed.measure, newest.value)} for {when(newest.period)}" if newest else ""


def aimed(followed: Followed) -> str:
    """`Target 65 %`, `No target`."""
    return f"Target {value(followed.measure, followed.target)}" if followed.target is not None else "No target"


def way(followed: Followed) -> str:
    """`up 3 points: better`; empty without a reading before."""
    move = followed.move
    if move is None:
        return ""
    if move.better is None:
        return "unchanged"
    return f"{'up' if move.by > 0 else 'down'} {_distance(followed.measure, abs(move.by))}: {_verdict(move.better)}"


def moved(followed: Followed) -> str:
    """`Since Jun 2026: up 3 points: better.`; empty without a reading before."""
    return f"Since {when(followed.move.since)} {way(followed)}." if followed.move else ""


def trend_finding(followed: Followed) -> str:
    """`From 22 % for Oct 2024 to 53 % for Sep 2026: better`; of a single period what it reads."""
    first, last = followed.readings[0], followed.readings[-1]
    if followed.move is None:
        return f"Read once so far: {latest(followed)}" if first is last else f"Read for one period end so far: {latest(followed)}"
    ends = [f"{value(followed.measure, reading.value)} for {when(reading.period)}" for reading in (first, last)]
    went = "unchanged" if first.value == last.value else _verdict(followed.measure.reaches(last.value, first.value))
    return f"From {ends[0]} to {ends[1]}: {went}"


def moves_finding(followed: Sequence[Followed]) -> str:
    """`Two measures got better since the reading before, one got worse`."""
    moves = [one.move for one in followed if one.move]
    if not moves:
        return "No measure has been read twice yet, so nothing can be told of its way"
    better, worse = (sum(move.better is way for move in moves) for way in (True, False))
    if not better and not worse:
        return "Every measure stands where it stood at the reading before"
    if not better:
        return start(f"{counted(worse, 'measure')} got worse since the reading before, none better")
    return start(f"{counted(better, 'measure')} got better since the reading before, {count(worse) if worse else 'none'} worse")


def uses(followed: Followed, most: int | None = None) -> str:
    """What it is read for: the practices that it proves (`most` of them by name), and the adoption gates that it opens."""
    proves = f"proves {listed(_named(followed.uses.practices, most))}" if followed.uses.practices else ""
    titles = list(dict.fromkeys(quoted(one.gate.title) for one in followed.uses.gates))
    opens = f"opens the adoption gate {listed(titles)}" if titles else ""
    said = "; ".join(part for part in (proves, opens) if part)
    return f"{start(said)}." if said else "No practice is tied to it."


def also_asked(followed: Followed) -> tuple[str, ...]:
    """`Also asked in “...” (ITSM Foundations): one fact.` for each metric question."""
    return tuple(f"Also asked in {quoted(one.text)} ({one.title}): one fact." for one in followed.uses.asked)


def parts(text: str) -> tuple[Part, ...]:
    """The definition at its labels, so that formula, rules and traps can be found."""
    first, *rest = _LABEL.split(text)
    found = [Part("", first.strip()), *(Part(label, said.strip()) for label, said in zip(rest[::2], rest[1::2], strict=True))]
    return tuple(part._replace(text=start(part.text)) for part in found if part.text)


def _named(titles: Sequence[str], most: int | None) -> list[str]:
    named = [quoted(title) for title in titles]
    if most is None or len(named) <= most + 1:
        return named
    return [*named[:most], f"{count(len(named) - most)} more practices"]


def _verdict(better: bool) -> str:  # noqa: FBT001 - a fact, not a switch
    return "better" if better else "worse"


def _distance(measure: Measure, number: Fraction) -> str:
    if measure.unit != "%":
        return value(measure, number)
    return f"{plain(number)} point{'' if number == 1 else 's'}"

"""What changed since the previous assessment, and whether it is more than chance: words for a leader, no statistic's name."""

from collections import Counter
from collections.abc import Iterable

from exports.words.change import change_finding
from exports.words.numbers import count, counted, listed, quoted, rounded, signed, start
from exports.words.options import rational
from improvement.standing_model import Previous, Standing
from scoring.since import Moved, Via, Why
from scoring.uncertainty import FEWEST
from scoring.verdict import Verdict

WORDS: dict[Verdict, str] = {
    "improved": "Improved",
    "declined": "Declined",
    "no_detectable_change": "No detectable change",
    "not_determinable": "Cannot be told",
    "not_comparable": "Not comparable",
}
"""In the order in which rows stand."""
_TESTED: tuple[Verdict, ...] = ("improved", "declined", "no_detectable_change")
_ENDS = {
    Why.BEYOND_CHANCE: "chance alone would rarely do that",
    Why.CHANCE: "chance alone could do that",
    Why.MISSING: "but missing answers alone could have made that",
    Why.TWO_WAYS: "but the result did not move with them",
}
_REASONS = {
    Why.GROUPS: "People of other roles answered this time, so a difference may be theirs.",
    Why.CONSENSUS: "Only an agreed answer is there, and nobody’s own behind it.",
    Why.WITHHELD: "Too few anonymous people answered the same questions for it to be told.",
    Why.NOTHING_COMMON: "None of its questions was asked both times.",
    Why.NOT_APPLICABLE: "It does not apply at one of the two times.",
    Why.UNANSWERED: "Nobody answered it at one of the two times.",
}
_AGREED = " An answer was agreed on; this goes by what people had answered themselves."


def since_finding(previous: Previous) -> str:
    """`Two practices improved; for nine nothing can be told apart from chance`; which way figures went where nothing can be tested."""
    found = _counted(previous)
    up, down, same = (found[verdict] for verdict in _TESTED)
    if previous.change is None or not up + down + same:
        return change_finding(previous)
    if not up + down:
        who = "The one practice that can be tested has not" if same == 1 else f"None of {count(same)} practices has"
        return f"{who} moved by more than chance could explain since {previous.assessment.name}"
    moved = [f"{counted(up, 'practice')} improved"] if up else []
    moved += [f"{count(down) if up else counted(down, 'practice')} declined"] if down else []
    rest = f"; for {count(same)} nothing can be told apart from chance" if same else f" since {previous.assessment.name}"
    return start(f"{listed(moved)}{rest}")


def untold_words(previous: Previous) -> str:
    """Of how many practices nothing can be said, each reason once; empty where every one was tested."""
    reasons = Counter(untold(moved) for moved in _apart(previous.moved.values()))
    every = len(previous.moved)
    return " ".join(reason if number == every else f"{start(counted(number, 'practice'))}: {reason}" for reason, number in _most(reasons))


def split_words(previous: Previous) -> str:
    """Where the difference of the two indices comes from; empty where one of them is not known."""
    split = previous.split
    if split is None:
        return ""
    if not split.scope and not split.weights:
        return "All of that comes from other answers to the same questions." if split.answers else ""
    parts = [
        f"{signed(split.answers)} from other answers to the same questions",
        f"{signed(split.scope)} from questions that were asked, or applied, at one of the times only",
        *([f"{signed(split.weights)} from other weights"] if split.weights else []),
    ]
    return f"Of the {signed(split.total)} points between the two indices as issued, {listed(parts)}."


def since_decision(standing: Standing) -> str:
    """The so-what of a change: one decision."""
    told = [(standing.questionnaire.practices[name].title, moved.verdict) for name, moved in in_order(standing)]
    down = [title for title, verdict in told if verdict == "declined"]
    up = [title for title, verdict in told if verdict == "improved"]
    if down:
        return f"Find out first, with those who answered, what made {quoted(down[0])} decline."
    if up:
        return f"Keep up what was done for {quoted(up[0])}. Read nothing into the differences that chance could have made."
    if told:
        return "Read nothing into these differences: decide by where the practices stand now, and measure again when something was done."
    return f"Ask {count(FEWEST)} people or more next time, by name: then a change can be told from chance."


def verdict_word(moved: Moved) -> str:
    """`Improved`, `No detectable change`."""
    return WORDS[moved.verdict]


def reason_words(moved: Moved) -> str:
    """Such as: `Eight people who answered both times moved up by 12 points on average; chance alone would rarely do that`."""
    if moved.points is None:
        return untold(moved)
    said = _pairs(moved) if moved.via is Via.PAIRED else _groups(moved)
    return f"{said}{_end(moved)}.{_AGREED if moved.agreed else ''}"


def untold(moved: Moved) -> str:
    """Why nothing can be told."""
    people = moved.people
    if moved.why is Why.ONE_ASSESSOR and people.then == people.now:
        return "One person answered each time, and nobody knows how alike one person would rate the same work twice."
    if moved.why is Why.ONE_ASSESSOR:
        return "At one of the two times a single person answered, and nobody knows how alike one person would rate twice."
    if moved.why is Why.TOO_FEW:
        answered = f"{start(counted(people.then, 'person', 'people'))} answered then and {count(people.now)} this time"
        return f"{answered}; {count(FEWEST)} each time are needed to tell a change from chance."
    return _REASONS[moved.why]


def in_order(standing: Standing) -> tuple[tuple[str, Moved], ...]:
    """The practices that were tested: those that moved first, then in the questionnaire's order."""
    moved = standing.previous.moved if standing.previous else {}
    told = [(name, moved[name]) for name in standing.questionnaire.practices if name in moved and moved[name].points is not None]
    return tuple(sorted(told, key=lambda one: _TESTED.index(one[1].verdict)))


def _pairs(moved: Moved) -> str:
    people = start(counted(moved.people.both, "person", "people"))
    return f"{people} who answered both times {_moved(moved)} on average"


def _moved(moved: Moved) -> str:
    points = _points(moved)
    if points == "0":
        return "stayed where they were"
    return f"moved {'up' if (moved.points or 0) > 0 else 'down'} by {points} point{'' if points == '1' else 's'}"


def _groups(moved: Moved) -> str:
    points, people = _points(moved), moved.people
    who = f"On average the {counted(people.now, 'person', 'people')} of this time stand"
    then = f"the {count(people.then)} of last time"
    if points == "0":
        return f"{who} where {then} stood"
    higher = "higher" if (moved.points or 0) > 0 else "lower"
    return f"{who} {points} point{'' if points == '1' else 's'} {higher} than {then}"


def _points(moved: Moved) -> str:
    return rounded(abs(rational(moved.points or 0.0)), 0)


def _end(moved: Moved) -> str:
    if _points(moved) == "0" and moved.why is Why.CHANCE:
        return ""
    return f"{'; ' if moved.why in {Why.BEYOND_CHANCE, Why.CHANCE} else ', '}{_ENDS[moved.why]}"


def _counted(previous: Previous) -> Counter[Verdict]:
    return Counter(moved.verdict for moved in previous.moved.values())


def _apart(moved: Iterable[Moved]) -> Iterable[Moved]:
    return (one for one in moved if one.points is None)


def _most(reasons: Counter[str]) -> list[tuple[str, int]]:
    return sorted(reasons.items(), key=lambda each: -each[1])

"""The index and the level in words, each with its range."""

from exports.words.numbers import between, index, level, signed
from improvement.standing_model import Previous, Standing
from scoring.result import Score


def index_words(standing: Standing) -> str:
    """`46 of 100, between 42 and 51 whatever the three missing answers are`; the range alone where too little is answered."""
    overall = standing.score.overall
    if overall.low is None or overall.high is None:
        return "not known, because nothing applies here"
    low, high = index(overall.low), index(overall.high)
    if not standing.has_headline:
        return f"{between(low, high)} of 100"
    point = f"{index(overall.index)} of 100"
    return point if low == high else f"{point}, {between(low, high)} whatever the missing answers are"


def headline_number(standing: Standing) -> str:
    """`46`, or `22–61` where too little is answered for a point."""
    overall = standing.score.overall
    if standing.has_headline or overall.low is None:
        return index(overall.index)
    low, high = index(overall.low), index(overall.high)
    return low if low == high else f"{low}–{high}"


def level_words(score: Score) -> str:
    """`level 2`, `between level 0 and 3`, or that quick mode has none."""
    if score.level_low is None or score.level_high is None:
        return "no level in quick mode"
    if score.level_low == score.level_high:
        return f"level {score.level_low}"
    reach = f"{score.level_low} and {score.level_high}"
    return f"between level {reach}" if score.level is None else f"level {score.level}, between {reach} whatever the missing answers are"


def level_number(score: Score) -> str:
    """`2`, or `0–3` where the level is not known."""
    if score.level is not None or score.level_low is None:
        return level(score.level)
    return level(score.level_low) if score.level_low == score.level_high else f"{score.level_low}–{score.level_high}"


def change_words(previous: Previous) -> str:
    """`On the 46 questions common to both, the index went from 41 to 46 (+5.0).` The figures alone, without a verdict."""
    name = previous.assessment.name
    if previous.change is None:
        return f"No question is common to this assessment and {name}, so the two cannot be compared."
    before, after, points = previous.change.overall.before, previous.change.overall.after, previous.change.overall.points
    shared = f"On the {len(previous.change.questions)} questions common to both"
    if points is None:
        then, now = between(index(before.low), index(before.high)), between(index(after.low), index(after.high))
        return f"{shared}, the index of {name} lay {then} and lies {now} today."
    went = f"the index went from {index(before.index)} to {index(after.index)} ({signed(points)})"
    return f"{shared}, {went} since {name}."

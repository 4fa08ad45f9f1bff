"""The index and the level in words, each with its range."""

from exports.words.numbers import between, count, index, index_1, level, signed, span
from exports.words.source import all_counts
from improvement.standing_model import HEADLINE_FROM, Previous, Standing
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
    return point if low == high else f"{point}, {between(low, high)} {whatever(standing)}"


def whatever(standing: Standing) -> str:
    """`whatever the three missing answers are`; a letter leaves a range of its own."""
    missing = all_counts(standing).missing
    if not missing:
        return "as the letters leave it"
    return "whatever the missing answer is" if missing == 1 else f"whatever the {count(missing)} missing answers are"


def headline_number(standing: Standing) -> str:
    """`46`, or `22–61` where too little is answered for a point."""
    overall = standing.score.overall
    if standing.has_headline or overall.low is None:
        return index(overall.index)
    low, high = index(overall.low), index(overall.high)
    return low if low == high else f"{low}–{high}"


def is_told(score: Score) -> bool:
    """Enough is answered to print points; else ranges stand in their place."""
    return score.index is not None and score.completeness is not None and score.completeness >= HEADLINE_FROM


def sure_level(score: Score) -> int | None:
    """The level; while too little is answered to print it, the one that is reached whatever the missing answers are."""
    return score.level if is_told(score) else score.level_low


def index_figure(score: Score) -> str:
    """`46.3`, or `22–61` where too little is answered for a point."""
    return index_1(score.index) if is_told(score) else span(index(score.low), index(score.high))


def level_words(score: Score) -> str:
    """`level 2`, `level 2 (range 1–3)`, `between level 0 and 3`, or that quick mode has none."""
    if score.level_low is None or score.level_high is None:
        return "no level in quick mode"
    if score.level_low == score.level_high:
        return f"level {score.level_low}"
    if score.level is None or not is_told(score):
        return f"between level {score.level_low} and {score.level_high}"
    return f"level {score.level} (range {score.level_low}–{score.level_high})"


def level_of(standing: Standing, score: Score) -> str:
    """`level 2 of 5 (range 1–3)`."""
    words, mark, range_ = level_words(score).partition(" (")
    return f"{words} of {standing.questionnaire.highest}{mark}{range_}"


def level_number(score: Score) -> str:
    """`2`, or `0–3` where it is not known or too little is answered."""
    if score.level_low is None:
        return level(score.level)
    return level(score.level) if score.level is not None and is_told(score) else span(level(score.level_low), level(score.level_high))


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

"""Which pillar is weak, and which strong."""

from fractions import Fraction

from exports.words.index import is_told, level_words
from exports.words.numbers import between, count, index, inside, start
from improvement.standing_model import Standing
from scoring.result import Score

_NOUN = {"pillar": "pillar", "foundation": "foundation", "capability": "capability", "advanced": "area"}


def pillar_finding(standing: Standing) -> str:
    """`Operations is the weakest pillar, leadership mindset the strongest`."""
    titles = {d.id: d.title for d in standing.questionnaire.dimensions}
    shown = {d: s for d, s in standing.score.dimensions.items() if s.low is not None}
    known: dict[str, Fraction] = {d: s.index for d, s in shown.items() if s.index is not None}
    if len(known) < len(shown) or not known:
        return _unknown(len(shown), len(known))
    weak, strong = min(known, key=lambda d: known[d]), max(known, key=lambda d: known[d])
    if known[weak] == known[strong]:
        return (
            f"All pillars stand at {index(known[weak])} of 100"
            if len(known) > 1
            else f"{titles[weak]} stands at {index(known[weak])} of 100"
        )
    noun = noun_of(standing, weak)
    return f"{start(titles[weak])} is the weakest {noun}, {inside(titles[strong])} the strongest"


def pillar_lead(standing: Standing) -> str:
    """Each pillar with its index and level, and how even its practices are."""
    said = [
        f"{d.title}: {index_or_range(standing.score.dimensions[d.id])}, {level_words(standing.score.dimensions[d.id])}"
        for d in standing.questionnaire.dimensions
        if d.id in standing.score.dimensions
    ]
    spread = standing.score.overall
    even = ""
    if spread.minimum is not None and spread.range is not None and spread.geometric is not None:
        reach = f"from {index(spread.minimum)} to {index(spread.minimum + spread.range)}"
        even = f" The practices reach {reach}; a mean hides the weakest of them."
    return f"{'. '.join(said)}.{even}"


def index_or_range(score: Score) -> str:
    """`28 of 100`, or `between 9 and 84 of 100`."""
    if is_told(score):
        return f"{index(score.index)} of 100"
    return f"{between(index(score.low), index(score.high))} of 100"


def noun_of(standing: Standing, dimension: str) -> str:
    """What the dimension is called: a pillar, a foundation, a capability."""
    return _NOUN[next(d.role for d in standing.questionnaire.dimensions if d.id == dimension)]


def _unknown(shown: int, known: int) -> str:
    if not shown:
        return "Nothing in this questionnaire applies here"
    if shown == 1:
        return "The one pillar is still open; the bar shows what is possible"
    still = "is" if shown - known == 1 else "are"
    who = f"{count(shown - known)} of {count(shown)}" if known else "both" if shown == 2 else f"all {count(shown)}"
    return f"{start(who)} pillars {still} still open; the bars show what is possible"

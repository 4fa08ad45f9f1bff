"""Which pillar is weak, and which strong; a foundation or a capability where the questionnaire has those."""

from fractions import Fraction

from exports.words.index import is_told, level_words
from exports.words.numbers import between, count, index, inside, start
from improvement.standing_model import Standing
from questionnaires.model import Questionnaire
from scoring.result import Score

_NOUNS = {
    "pillar": ("pillar", "pillars"),
    "foundation": ("foundation", "foundations"),
    "capability": ("capability", "capabilities"),
    "advanced": ("area", "areas"),
}
_MIXED = ("part", "parts")


def pillar_finding(standing: Standing) -> str:
    """`Operations is the weakest pillar, leadership mindset the strongest`."""
    titles = {d.id: d.title for d in standing.questionnaire.dimensions}
    shown = {d: s for d, s in standing.score.dimensions.items() if s.low is not None}
    known: dict[str, Fraction] = {d: s.index for d, s in shown.items() if s.index is not None}
    if len(known) < len(shown) or not known:
        return _unknown(len(shown), len(known), nouns(standing.questionnaire))
    weak, strong = min(known, key=lambda d: known[d]), max(known, key=lambda d: known[d])
    if known[weak] == known[strong]:
        return (
            f"All {nouns(standing.questionnaire)[1]} stand at {index(known[weak])} of 100"
            if len(known) > 1
            else f"{titles[weak]} stands at {index(known[weak])} of 100"
        )
    return f"{start(titles[weak])} is the weakest {nouns(standing.questionnaire)[0]}, {inside(titles[strong])} the strongest"


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


def nouns(questionnaire: Questionnaire) -> tuple[str, str]:
    """What its dimensions are called, one and many: by their role, or parts where the roles differ."""
    roles = {dimension.role for dimension in questionnaire.dimensions}
    return _NOUNS[roles.pop()] if len(roles) == 1 else _MIXED


def _unknown(shown: int, known: int, nouns: tuple[str, str]) -> str:
    one, many = nouns
    if not shown:
        return "Nothing in this questionnaire applies here"
    if shown == 1:
        return f"The one {one} is still open; the bar shows what is possible"
    still = "is" if shown - known == 1 else "are"
    who = f"{count(shown - known)} of {count(shown)}" if known else "both" if shown == 2 else f"all {count(shown)}"
    return f"{start(who)} {many} {still} still open; the bars show what is possible"

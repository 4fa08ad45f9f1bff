"""The strongest and the weakest practice."""

from exports.words.index import level_number
from exports.words.nothing import applies, is_looked_at
from exports.words.numbers import counted, index, listed, quoted
from exports.words.source import scored
from improvement.standing_model import Standing
from scoring.result import PracticeScore


def strongest_words(standing: Standing) -> str:
    """By index; those that tie are named together up to two."""
    return _extreme(standing, most=True)


def weakest_words(standing: Standing) -> str:
    """By index; those that tie are named together up to two."""
    return _extreme(standing, most=False)


def _extreme(standing: Standing, *, most: bool) -> str:
    known = {p: s.index for p, s in scored(standing).items() if s.index is not None}
    if not known:
        return _unknown(standing)
    edge = max(known.values()) if most else min(known.values())
    at = [p for p, value in known.items() if value == edge]
    score = standing.score.practices[at[0]]
    if len(at) > 2:
        return f"{counted(len(at), 'practice').capitalize()} at {index(edge)} of 100."
    names = listed([quoted(standing.questionnaire.practices[p].title) for p in at])
    return f"{names}: {index(edge)} of 100{_level(standing, score) if len(at) == 1 else ''}."


def _unknown(standing: Standing) -> str:
    if not applies(standing):
        return "No practice applies here."
    return f"No practice is {'known' if is_looked_at(standing) else 'answered'} yet."


def _level(standing: Standing, score: PracticeScore) -> str:
    return "" if standing.assessment.mode == "quick" else f", level {level_number(score)}"

"""How much level and weakest practice hang on the weights, in plain words."""

from exports.words.numbers import quoted, rounded
from exports.words.options import rational
from improvement.standing_model import Standing


def redrawn_words(standing: Standing) -> str:
    """`In 97 of 100 plausible sets of weights the level of the whole stays 2`, and how often the weakest practice stays so.

    Empty while too little is answered, or where nothing can be said.
    """
    level, weakest = _level(standing), _weakest(standing)
    if not standing.has_headline or not (level or weakest):
        return ""
    said = [f"In {level[0]} plausible sets of weights {level[1]}"] if level else []
    if weakest:
        said += [f"{weakest[1]} in {weakest[0]}" if level else f"In {weakest[0]} plausible sets of weights {weakest[1]}"]
    return f"Weights are judgements. {'; '.join(said)}."


def _level(standing: Standing) -> tuple[str, str] | None:
    kept = standing.redrawn.overall_kept if standing.redrawn else None
    return None if kept is None else (_of_100(kept), f"the level of the whole stays {standing.score.overall.level}")


def _weakest(standing: Standing) -> tuple[str, str] | None:
    lowest = standing.score.overall.minimum
    shares = standing.redrawn.weakest if standing.redrawn else {}
    weakest = [name for name, practice in standing.score.practices.items() if practice.index is not None and practice.index == lowest]
    # Of several that are equally weak none stays so by itself.
    if len(weakest) != 1 or len(standing.score.practices) == 1 or not shares:
        return None
    title = quoted(standing.questionnaire.practices[weakest[0]].title)
    return _of_100(shares.get(weakest[0], 0.0)), f"{title} stays the weakest practice"


def _of_100(share: float) -> str:
    """Never all, nor none, where it is only nearly so."""
    if share in {0.0, 1.0}:
        return "all" if share else "none of 100"
    return f"{min(99, max(1, int(rounded(rational(100 * share), 0))))} of 100"

"""The first sentences about an assessment: where it stands, what holds it back, how much is answered. Pure."""

from typing import NamedTuple

from exports.words.gates import holding_it, prerequisite
from exports.words.index import index_words, level_words
from exports.words.numbers import count, counted, listed, quoted, start
from exports.words.source import all_counts
from improvement.levers import Holds, holding
from improvement.standing_model import Standing
from ui.parts.markdown import escaped

NAMED = 2
"""More practices than this are counted, not named, in a title."""


class Verdict(NamedTuple):
    """The title as plain words, and the lead in Markdown."""

    title: str
    lead: str


def verdict(standing: Standing) -> Verdict:
    """A level with what holds it back and the index with its range; the range alone while too little is answered."""
    return Verdict(_title(standing), f"{_index(standing)} {share(standing)}".strip())


def holders(standing: Standing) -> tuple[str, ...]:
    """The practices that keep the whole at its level."""
    level = standing.score.overall.level
    if level is None or level == standing.questionnaire.highest:
        return ()
    return tuple(p for p, holds in holding(standing.questionnaire, standing.score).items() if holds is Holds.WHOLE)


def share(standing: Standing) -> str:
    """Such as: `All 46 questions are answered, 12 with evidence seen`."""
    of = all_counts(standing)
    if not of.applicable:
        return "No question applies here."
    if of.missing == of.applicable:
        return f"None of the {of.applicable} questions is answered."
    some = f"All {of.applicable} questions are" if not of.missing else f"{of.answered} of {of.applicable} questions are"
    return f"{some} answered, {of.evidenced or 'none'} with evidence seen."


def _title(standing: Standing) -> str:
    overall = standing.score.overall
    if overall.completeness is None:
        return "Nothing in this assessment applies here"
    if not overall.completeness:
        return "Nothing is answered yet"
    if standing.assessment.mode == "quick":
        return f"A quick estimate: index {index_words(standing)}"
    if overall.level is None or not standing.has_headline:
        return _possible(standing)
    return _held(standing, overall.level)


def _possible(standing: Standing) -> str:
    overall = standing.score.overall
    missing = counted(all_counts(standing).missing, "open question")
    if overall.level_low == overall.level_high:
        return f"Level {overall.level_low}, whatever the {missing} will bring"
    return f"{start(level_words(overall.model_copy(update={'level': None})))}, with {missing}"


def _held(standing: Standing, level: int) -> str:
    if under := holding_it(standing.score.overall):
        names = listed([prerequisite(standing, one.id) for one in under]) if len(under) <= NAMED else counted(len(under), "foundation")
        return f"Level {level} by points, held at {standing.score.overall.gated_level} by {names}"
    holding, of = holders(standing), sum(s.completeness is not None for s in standing.score.practices.values())
    if not holding or len(holding) == of:
        return f"Level {level} in every practice"
    if len(holding) > NAMED:
        return f"Level {level}, held back by {count(len(holding))} of {of} practices"
    return f"Level {level}, held back by {listed([quoted(standing.questionnaire.practices[p].title) for p in holding])}"


def _index(standing: Standing) -> str:
    if not standing.score.overall.completeness:
        return ""
    if standing.assessment.mode == "quick":
        return "Levels need the full assessment."
    number, _, rest = index_words(standing).partition(", ")
    verb = "is" if standing.has_headline else "lies"
    return f"The index {verb} **{escaped(number)}**{', ' + escaped(rest) if rest else ''}."

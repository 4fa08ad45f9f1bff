"""An answer in words: short for a bar, whole for a page, and what more a level would need."""

from collections.abc import Collection
from fractions import Fraction
from typing import assert_never

from exports.words.numbers import inside, listed, per_cent, plain
from exports.words.spread import NOT_YET, spread_short, spread_words, waiting_words
from improvement.standing_model import Standing
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated, Scalar, YesNo
from scoring.rating import UPPER_EDGES
from scoring.result import Term

_STATES = {"unanswered": "Not answered", "dont_know": "Don’t know", "not_applicable": "Does not apply", "implied_no": "No, as follows"}
RATED = {"N": "Not achieved", "P": "Partly", "L": "Largely", "F": "Fully"}
_LATER = "In addition, "
FULLY = UPPER_EDGES[-2][0]
"""Above this share a level is fully attained."""


def answer_short(standing: Standing, term: Term) -> str:
    """`3 of 5`, `Yes`, `67 %`, `Not answered`."""
    value, question = answer_value(standing, term), standing.questionnaire.questions[term.question]
    if value is None:
        return _untold(standing, term, spread_short(standing.questionnaire, question, term))
    if isinstance(question, Anchored):
        return f"{_integer(value)} of {standing.questionnaire.highest}"
    if isinstance(question, Choices):
        return f"{len(_chosen(value))} of {len(question.options)}"
    if isinstance(question, Coverage):
        return f"{per_cent(term.attainment)} %"
    return answer_words(standing, question, value)


def answer_value(standing: Standing, term: Term) -> Scalar | None:
    """The agreed value, else the one as recorded; None where the term has no answer of its own."""
    if term.question in standing.agreed:
        return standing.agreed[term.question].value
    recorded = standing.answers.get(term.question)
    return recorded.value if recorded and term.state == "answered" else None


def result_words(standing: Standing, term: Term) -> str:
    """What the result says to a question: the one answer in its words, several as they spread, or why there is none."""
    value, question = answer_value(standing, term), standing.questionnaire.questions[term.question]
    if value is not None:
        agreed = "Agreed: " if term.question in standing.agreed else ""
        return f"{agreed}{answer_words(standing, question, value)}"
    spread = standing.spreads.get(term.question)
    return _untold(standing, term, spread_words(standing.questionnaire, question, term, spread) if spread else "Answered")


def waiting(standing: Standing, question: str) -> str:
    """Why anonymous answers to it are not shown; empty where none waits."""
    return waiting_words(standing.waiting.get(question, ()))


def _untold(standing: Standing, term: Term, told: str) -> str:
    if term.state == "unanswered" and term.question in standing.waiting:
        return NOT_YET
    return _STATES.get(term.state, told)


def answer_words(standing: Standing, question: Question, value: Scalar) -> str:  # noqa: C901 - one line for each kind
    """The chosen anchor, label, number or options, as a person would say it."""
    match question:
        case Anchored():
            return anchor(question, _integer(value))
        case YesNo():
            return "Yes" if value is True else "No"
        case Rated():
            return RATED.get(str(value), "") or f"{_number(value)} %"
        case Coverage():
            return str(value)
        case Metric():
            return with_unit(standing, question.measure, _exact(value))
        case Choices():
            chosen = _chosen(value)
            return (
                listed([o.label if i == 0 else inside(o.label) for i, o in enumerate(o for o in question.options if o.id in chosen)])
                or "None of these"
            )
    assert_never(question)


def with_unit(standing: Standing, measure: str, value: Fraction) -> str:
    """`67 %`, `18.5 hours`."""
    return f"{plain(value)} {unit_of(standing, measure)}".strip()


def unit_of(standing: Standing, measure: str) -> str:
    """`%`, `hours`, `EUR`; empty for a measure that the questionnaire does not have."""
    known = standing.questionnaire.measure_by_id.get(measure)
    return known.counted_in(standing.currency) if known else ""


def anchor(question: Anchored, level: int) -> str:
    """The description of a level; from "In addition" on, the description it adds to comes first."""
    text = question.levels[level]
    below = level
    while text.startswith(_LATER) and below - 1 in question.levels:
        below -= 1
        if not question.levels[below].startswith(_LATER):
            return f"{question.levels[below]} {question.levels[level]}"
    return text


def still_needed(standing: Standing, term: Term, level: int) -> str:
    """What this question would have to read for `level` to be full; empty where it already does."""
    question = standing.questionnaire.questions[term.question]
    short = [at for at, share in term.by_level.items() if at <= level and (share is None or share <= FULLY)]
    if not short or term.state == "not_applicable":
        return ""
    if isinstance(question, Anchored):
        text = question.levels[level]
        return text.removeprefix(_LATER)[:1].upper() + text.removeprefix(_LATER)[1:]
    return f"{question.text} {_best(standing, question, answer_value(standing, term))}"


def _best(standing: Standing, question: YesNo | Rated | Coverage | Metric | Choices, value: Scalar | None) -> str:
    match question:
        case YesNo():
            return "Yes."
        case Rated():
            return "Fully: more than 85 %."
        case Coverage():
            return f"{max(question.table, key=lambda choice: choice.value).label}."
        case Metric():
            return f"{_enough(standing, question)}."
        case Choices():
            have: Collection[str] = _chosen(value) if value is not None else ()
            missing = [o.label if i == 0 else inside(o.label) for i, o in enumerate(o for o in question.options if o.id not in have)]
            return f"Still missing: {listed(missing)}."
    assert_never(question)


def _enough(standing: Standing, question: Metric) -> str:
    most = max(share for _, share in question.points)
    full = [x for x, share in question.points if share == most]
    rising = question.points[-1][1] >= question.points[0][1]
    return f"{with_unit(standing, question.measure, full[0] if rising else full[-1])} or {'more' if rising else 'less'}"


def _integer(value: Scalar) -> int:
    return int(_exact(value))


def _number(value: Scalar) -> str:
    return plain(_exact(value))


def _exact(value: Scalar) -> Fraction:
    return value if isinstance(value, Fraction) else Fraction(str(value))


def _chosen(value: Scalar) -> Collection[str]:
    return value if isinstance(value, tuple) else ()

"""Whether a pitfall was found, why, and what is missing to tell: its rule and the answers that decide it, in words. Pure."""

from collections.abc import Callable
from fractions import Fraction

from ground.value import Value
from improvement.standing_model import FoundPitfall, Ground
from improvement.words import figure
from questionnaires.model import Anchored, Choices, Coverage, Metric, Pitfall, Question, Questionnaire, Rated, YesNo
from questionnaires.rules import Function, parse
from scoring.result import AssessmentScore, PitfallResult, PitfallState

_UNTOLD = {
    "unanswered": "is not answered",
    "dont_know": "is answered “don’t know”",
    "not_applicable": "does not apply here",
}
ONLY_FULL = "Some of its questions are asked in the full assessment only."


class UntoldPitfall(Value):
    """A pitfall that may be there or not."""

    pitfall: Pitfall
    missing: tuple[Ground, ...]
    """What would have to be known to tell."""


def found_pitfalls(questionnaire: Questionnaire, score: AssessmentScore) -> tuple[FoundPitfall, ...]:
    """Those whose rule holds, in the questionnaire's order."""
    return tuple(_found(questionnaire, *each) for each in _having(questionnaire, score, "found"))


def untold_pitfalls(questionnaire: Questionnaire, score: AssessmentScore) -> tuple[UntoldPitfall, ...]:
    """Those whose rule is left open by what is missing, in the questionnaire's order."""
    return tuple(_untold(questionnaire, score, *each) for each in _having(questionnaire, score, "not_determinable"))


def absent_pitfalls(questionnaire: Questionnaire, score: AssessmentScore) -> tuple[Pitfall, ...]:
    """Those that were looked for and are not there, in the questionnaire's order."""
    return tuple(pitfall for pitfall, _ in _having(questionnaire, score, "not_found"))


def _having(questionnaire: Questionnaire, score: AssessmentScore, state: PitfallState) -> tuple[tuple[Pitfall, PitfallResult], ...]:
    results = {result.id: result for result in score.pitfalls if result.state == state}
    return tuple((pitfall, results[pitfall.id]) for pitfall in questionnaire.pitfalls if pitfall.id in results)


def _found(questionnaire: Questionnaire, pitfall: Pitfall, result: PitfallResult) -> FoundPitfall:
    rule, value = parse(pitfall.when), _values(result)
    known = [(function, name, value(function, name)) for function, name in rule.grounds(value)]
    proof = tuple(_ground(questionnaire, f, name, _sentence(questionnaire, f, name, at)) for f, name, at in known if at is not None)
    return FoundPitfall(pitfall=pitfall, result=result, rule=rule.explain(lambda f, name: _named(questionnaire, f, name)), proof=proof)


def _untold(questionnaire: Questionnaire, score: AssessmentScore, pitfall: Pitfall, result: PitfallResult) -> UntoldPitfall:
    names = parse(pitfall.when).grounds(_values(result))
    missing = (_ground(questionnaire, f, name, _missing(questionnaire, score, f, name)) for f, name in names)
    return UntoldPitfall(pitfall=pitfall, missing=tuple(dict.fromkeys(missing)))


def _values(result: PitfallResult) -> Callable[[Function, str], Fraction | None]:
    known = {because.name: because.value for because in result.because}
    return lambda function, name: known.get(f"{function}({name})")


def _ground(questionnaire: Questionnaire, function: Function, name: str, sentence: str) -> Ground:
    asked = questionnaire.practice_of.get(name)
    practice = asked.id if asked else name if name in questionnaire.practices else None
    return Ground(sentence=sentence, practice=practice, measure=name if function == "reading" else None)


def _missing(questionnaire: Questionnaire, score: AssessmentScore, function: Function, name: str) -> str:
    match function:
        case "answer":
            return _unanswered(questionnaire, score, name)
        case "reading":
            return f"No reading of “{_title(questionnaire, name)}”."
        case "level" if score.mode == "quick":
            return "Levels need the full assessment."
        case _:
            return f"“{_title(questionnaire, name)}” has no {'level' if function == 'level' else 'points'} yet."


def _unanswered(questionnaire: Questionnaire, score: AssessmentScore, name: str) -> str:
    question = questionnaire.questions.get(name)
    if question is None:
        return ONLY_FULL
    if isinstance(question, Metric):
        return f"No reading: “{question.text}” {_state(questionnaire, score, name)}."
    return f"“{question.text}” {_state(questionnaire, score, name)}."


def _state(questionnaire: Questionnaire, score: AssessmentScore, name: str) -> str:
    practice = score.practices.get(questionnaire.practice_of[name].id)
    states = {term.question: term.state for term in practice.trace} if practice else {}
    return _UNTOLD.get(states.get(name, "unanswered"), _UNTOLD["unanswered"])


def _named(questionnaire: Questionnaire, function: Function, name: str) -> str:
    match function:
        case "answer":
            return f"the answer to “{questionnaire.questions[name].text}”" if name in questionnaire.questions else f"the answer to {name}"
        case "reading":
            return f"the reading of {_title(questionnaire, name)}"
        case _:
            return f"the {function} of “{_title(questionnaire, name)}”"


def _sentence(questionnaire: Questionnaire, function: Function, name: str, value: Fraction) -> str:
    match function:
        case "answer":
            question = questionnaire.questions[name]
            return f"“{question.text}” was answered {_answered(questionnaire, question, value)}."
        case "level":
            return f"“{_title(questionnaire, name)}” is at level {figure(value)}."
        case "index":
            return f"“{_title(questionnaire, name)}” has {figure(value)} of 100 points."
        case _:
            return f"{_title(questionnaire, name)} reads {figure(value)} {questionnaire.measure_by_id[name].unit}."


def _title(questionnaire: Questionnaire, name: str) -> str:
    parts = {d.id: d.title for d in questionnaire.dimensions} | {p.id: p.title for p in questionnaire.practices.values()}
    return (parts | {measure.id: measure.title for measure in questionnaire.measures}).get(name, name)


def _answered(questionnaire: Questionnaire, question: Question, value: Fraction) -> str:
    """The value on the question's own scale in its own words; a mean of several as the number it is."""
    match question:
        case Anchored() if value.denominator == 1:
            return f"{figure(value)}: “{question.levels[int(value)].rstrip('.')}”"
        case YesNo() if value in {0, 1}:
            return "yes" if value else "no"
        case Coverage() if labels := [choice.label for choice in question.table if choice.value == value]:
            return f"“{labels[0]}”"
        case Coverage():
            return f"{figure(100 * value)} % on average"
        case _:
            return f"{figure(value)}{_unit(questionnaire, question)}"


def _unit(questionnaire: Questionnaire, question: Question) -> str:
    match question:
        case Metric():
            return f" {questionnaire.measure_by_id[question.measure].unit}"
        case Rated():
            return " %"
        case Choices():
            return f" of {len(question.options)} options"
        case _:
            return " on average"

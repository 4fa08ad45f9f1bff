"""Why a pitfall was found: its rule and the answers that made it true, in words. Pure."""

from fractions import Fraction

from improvement.standing_model import FoundPitfall
from improvement.words import figure
from questionnaires.model import Anchored, Choices, Coverage, Metric, Pitfall, Question, Questionnaire, Rated, YesNo
from questionnaires.rules import Function, parse
from scoring.result import AssessmentScore, PitfallResult


def found_pitfalls(questionnaire: Questionnaire, score: AssessmentScore) -> tuple[FoundPitfall, ...]:
    """Those whose rule holds, in the questionnaire's order."""
    results = {result.id: result for result in score.pitfalls if result.state == "found"}
    return tuple(_found(questionnaire, p, results[p.id]) for p in questionnaire.pitfalls if p.id in results)


def _found(questionnaire: Questionnaire, pitfall: Pitfall, result: PitfallResult) -> FoundPitfall:
    rule = parse(pitfall.when)
    values = {because.name: because.value for because in result.because}
    known = [(function, name, values.get(f"{function}({name})")) for function, name in rule.names]
    proof = tuple(_sentence(questionnaire, function, name, value) for function, name, value in known if value is not None)
    return FoundPitfall(pitfall=pitfall, result=result, rule=rule.explain(lambda f, name: _named(questionnaire, f, name)), proof=proof)


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
            return f"{figure(value)}: “{question.levels[int(value)]}”"
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

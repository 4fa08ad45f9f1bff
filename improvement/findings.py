"""The finding behind an advice, in one sentence: which question stands where, and what it needs. Pure."""

from fractions import Fraction
from math import floor
from typing import cast

from ground.value import Value
from improvement.words import figure
from questionnaires.model import Anchored, Choices, Coverage, Metric, Move, Questionnaire, Rated, Scalar, YesNo
from scoring.result import Term

_LETTERS = {"N": "not achieved", "P": "partly achieved", "L": "largely achieved", "F": "fully achieved"}


class Finding(Value):
    """One question that an action moves."""

    term: Term
    """How the question stands."""
    move: Move
    said: Scalar | None = None
    """What was answered; None where several answers differ, or where other actions come first."""
    after: str = ""
    """Title of the action after which it will stand so; empty: it does today."""


def sentence(questionnaire: Questionnaire, finding: Finding) -> str:
    """Question 2, “How ...?”, is at level 1; level 2 needs this: “A named leader ...”."""
    question = questionnaire.questions[finding.move.question]
    number = questionnaire.practice_of[question.id].questions.index(question) + 1
    once = f"Once “{finding.after}” is done, question" if finding.after else "Question"
    return f"{once} {number}, “{question.text}”, {_stands(questionnaire, finding)}."


def unanswered(questionnaire: Questionnaire, ids: tuple[str, ...]) -> str:
    """What has to be answered before anything can be promised."""
    question = questionnaire.questions[ids[0]]
    number = questionnaire.practice_of[question.id].questions.index(question) + 1
    return f"Question {number}, “{question.text}”, has no answer yet; answer it first, then its effect can be told."


def _stands(questionnaire: Questionnaire, finding: Finding) -> str:
    question = questionnaire.questions[finding.move.question]
    if finding.term.state == "implied_no":
        return f"counts as no because of an earlier answer; the aim is {_value(questionnaire, finding)}"
    match question:
        case Anchored():
            return _level(questionnaire, question, finding)
        case YesNo():
            return _yes_no(question, finding)
        case Choices():
            return _choices(question, finding)
        case _:
            return f"{_present(questionnaire, finding)}; the aim is {_value(questionnaire, finding)}"


def _level(questionnaire: Questionnaire, question: Anchored, finding: Finding) -> str:
    share = finding.term.attainment or Fraction(0)
    reached = questionnaire.lowest + share * (questionnaire.highest - questionnaire.lowest)
    aim = cast("int", finding.move.to)
    mean = "" if reached.denominator == 1 else " on average"
    where = "" if aim == floor(reached) + 1 else ", where this leads,"
    return f"is at level {figure(reached)}{mean}; level {figure(aim)}{where} needs this: “{question.levels[int(aim)].rstrip('.')}”"


def _yes_no(question: YesNo, finding: Finding) -> str:
    needs = f"level {question.level} needs yes" if question.level is not None else "every level needs yes"
    share = finding.term.attainment or Fraction(0)
    return f"is answered {'no' if share == 0 else f'yes by {_number(100 * share)} %'}; {needs}"


def _choices(question: Choices, finding: Finding) -> str:
    labels = {option.id: option.label for option in question.options}
    aim = finding.move.to if isinstance(finding.move.to, tuple) else ()
    have = finding.said if isinstance(finding.said, tuple) else None
    if have is None:
        return f"is {_share(finding.term)} complete; the aim is {_listed(labels, aim)}"
    return f"still lacks {_listed(labels, tuple(option for option in aim if option not in have))}"


def _listed(labels: dict[str, str], options: tuple[str, ...]) -> str:
    return ", ".join(f"“{labels[option]}”" for option in options)


def _present(questionnaire: Questionnaire, finding: Finding) -> str:
    if finding.said is None:
        return f"stands at {_share(finding.term)}"
    return f"is at {_worded(questionnaire, finding.move.question, finding.said)}"


def _value(questionnaire: Questionnaire, finding: Finding) -> str:
    return _worded(questionnaire, finding.move.question, finding.move.to)


def _worded(questionnaire: Questionnaire, name: str, value: Scalar) -> str:
    question = questionnaire.questions[name]
    match question:
        case Metric():
            return f"{_number(value)} {questionnaire.measure_by_id[question.measure].unit}"
        case Rated():
            return _LETTERS[value] if isinstance(value, str) else f"{_number(value)} %"
        case Coverage():
            return f"“{value}”"
        case Choices():
            return _listed({option.id: option.label for option in question.options}, value if isinstance(value, tuple) else ())
        case YesNo():
            return "yes" if value else "no"
        case _:
            return f"level {_number(value)}"


def _share(term: Term) -> str:
    return f"{_number(100 * (term.attainment or Fraction(0)))} %"


def _number(value: Scalar) -> str:
    return figure(value) if isinstance(value, int | Fraction) else str(value)

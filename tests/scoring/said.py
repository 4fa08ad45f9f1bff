"""Responses in a line: who said what."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from questionnaires.answer import Responses


def responses(answers: Mapping[str, Any], **more: Any) -> Responses:
    """One leader's answers by question id; `...` is "don't know", None "not applicable"."""
    return told({"asha": ("leader", answers)}, **more)


def told(people: Mapping[str, tuple[str, Mapping[str, Any]]], **more: Any) -> Responses:
    """Several people's answers: name -> (group, answers)."""
    given = [said(who, name, value) for who, (_, answers) in people.items() for name, value in answers.items()]
    respondents = [{"id": who, "group": group} for who, (group, _) in people.items()]
    head = {"questionnaire": "small", "version": "1.0.0", "respondents": respondents, "answers": given}
    return Responses.model_validate(head | more)


def said(who: str, question: str, value: Any) -> dict[str, Any]:
    """One answer as the file would hold it. A dict carries what else there is to it: {"value": 3, "evidence": "E2"}."""
    about = {"respondent": who, "question": question}
    if value is None:
        return about | {"state": "not_applicable", "reason": "We do not have it."}
    if value is ...:
        return about | {"state": "dont_know"}
    if isinstance(value, dict):
        return about | value
    return about | {"value": Fraction(value) if isinstance(value, int) and not isinstance(value, bool) else value}

"""Whether a conditional question can ever be shown."""

from fractions import Fraction

from ground.value import as_text
from questionnaires.draft import Draft, Part, exact_number
from questionnaires.messages import did_you_mean
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Rated
from questionnaires.tree import entries, text


def check(draft: Draft) -> None:
    """Every `shown_if`: its question, and the answer it waits for."""
    known = draft.ids(draft.questions)
    for question in draft.questions:
        condition = entries(question.node.get("shown_if"))
        parent = text(condition.get("question"))
        if parent and parent not in known:
            message = f"No question here has the id `{parent}`.{did_you_mean(parent, tuple(sorted(known)))}"
            draft.add((*question.path, "shown_if", "question"), message)
        at_least = exact_number(condition.get("at_least"))
        if parent in draft.answerable and at_least is not None:
            _reachable(draft, question, parent, at_least)


def _reachable(draft: Draft, child: Part, parent: str, at_least: Fraction) -> None:
    highest = highest_answer(draft, draft.answerable[parent])
    if highest is not None and at_least > highest:
        message = f"No answer to `{parent}` reaches {as_text(at_least)}; the highest is {as_text(highest)}. Write at most that."
        draft.add((*child.path, "shown_if", "at_least"), message)


def highest_answer(draft: Draft, question: Question) -> Fraction | None:
    """The highest answer on the question's own scale; None where it has no end or cannot be told."""
    match question:
        case Anchored():
            return Fraction(draft.scale[-1]) if draft.scale else None
        case Rated():
            return Fraction(100)
        case Coverage():
            return max(choice.value for choice in question.table)
        case Metric():
            measure = draft.bounds.get(question.measure)
            return measure.maximum if measure else None
        case Choices():
            return Fraction(len(question.options))
        case _:
            return Fraction(1)

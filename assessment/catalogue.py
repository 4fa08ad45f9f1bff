"""Every outcome measure of some questionnaires, each once, with what asks for it and what it proves. Pure."""

from collections.abc import Sequence

from ground.value import Value
from questionnaires.model import Gate, Measure, Metric, Questionnaire


class Asked(Value):
    """A metric question about a measure: the question and the reading are one fact."""

    questionnaire: str
    """Its id."""
    title: str
    """The questionnaire's own."""
    practice: str
    question: str
    text: str


class Guarded(Value):
    """An adoption gate that a measure opens."""

    questionnaire: str
    title: str
    gate: Gate


class Catalogued(Value):
    """One measure and its uses."""

    measure: Measure
    practices: tuple[str, ...]
    """Titles of the practices that it proves or that ask for it."""
    asked: tuple[Asked, ...] = ()
    gates: tuple[Guarded, ...] = ()


def catalogue(questionnaires: Sequence[Questionnaire], currency: str) -> tuple[Catalogued, ...]:
    """Where several define a measure the first one's words count: an id means the same in all of them. Money is counted in `currency`."""
    known: dict[str, Measure] = {}
    for questionnaire in questionnaires:
        for measure in questionnaire.measures:
            known.setdefault(measure.id, measure.model_copy(update={"unit": measure.counted_in(currency)}))
    return tuple(_catalogued(measure, questionnaires) for measure in known.values())


def _catalogued(measure: Measure, questionnaires: Sequence[Questionnaire]) -> Catalogued:
    asked = tuple(one for q in questionnaires for one in _asked(q, measure.id))
    gates = tuple(Guarded(questionnaire=q.id, title=q.title, gate=g) for q in questionnaires for g in q.gates if g.measure == measure.id)
    titles = [title for q in questionnaires for title in _practices(q, measure.id)]
    return Catalogued(measure=measure, practices=tuple(dict.fromkeys(titles)), asked=asked, gates=gates)


def _asked(questionnaire: Questionnaire, measure: str) -> list[Asked]:
    return [
        Asked(
            questionnaire=questionnaire.id,
            title=questionnaire.title,
            practice=questionnaire.practice_of[question.id].id,
            question=question.id,
            text=question.text,
        )
        for question in questionnaire.questions.values()
        if isinstance(question, Metric) and question.measure == measure
    ]


def _practices(questionnaire: Questionnaire, measure: str) -> list[str]:
    return [
        practice.title
        for practice in questionnaire.practices.values()
        if measure in practice.linked_measures or any(isinstance(q, Metric) and q.measure == measure for q in practice.questions)
    ]

"""What happens when somebody answers on a card: callbacks, each one transaction, then the reruns it needs.

A browser can send any value to any widget, so that nothing here trusts one: services check, and a refusal restores what is stored.
"""

from collections.abc import Callable

import streamlit as st

from assessment import answering_service, measures
from assessment.model import Given, RecordedAnswer
from people.work import Work
from questionnaires.model import Choices, Metric, Question
from storage.failure import NotSaved
from ui.parts import annotating, offers, session, sheet
from ui.parts.sheet import key

REFUSED, UNSAVED = "refused", "unsaved"
_CONTROL = ("choice", "reason", "percentage", "value", "period", "sample", "source", REFUSED, UNSAVED)
_WAITS = (offers.NOT_APPLICABLE, offers.ANSWER, offers.PERCENTAGE)
"""Choices that store nothing by themselves: a reason, a tick or a figure follows."""


def control(question: Question) -> str:
    """The fragment that draws what answers the question: the whole card where the question may be hidden, the control elsewhere."""
    return f"{'card' if question.shown_if else 'control'}-{question.id}"


def choose(question_id: str) -> None:
    """A line of the radio was chosen."""
    question = _question(question_id)
    chosen = st.session_state.get(key(question_id, "choice"))
    if chosen in _WAITS and chosen in offers.offers(question):
        st.session_state.pop(key(question_id, REFUSED), None)
        return
    give(question_id, lambda: offers.given(question, chosen))


def explain(question_id: str) -> None:
    """The reason for "Does not apply here" was written."""
    reason = str(st.session_state.get(key(question_id, "reason")) or "")
    give(question_id, lambda: Given(state="not_applicable", reason=reason))


def give(question_id: str, given: Callable[[], Given]) -> None:
    """Record an answer; the fragment of the widget that was used is drawn again by itself."""
    here = sheet.current()

    def record(work: Work) -> RecordedAnswer:
        recorded = answering_service.record_answer(work, here.assessment.id, question_id, given())
        if isinstance(_question(question_id), Metric):
            here.readings = measures.readings(work, here.assessment.function_id)
        return recorded

    _keep(question_id, record)


def clear(question_id: str) -> None:
    """Take the answer back."""
    here = sheet.current()
    _keep(question_id, lambda work: answering_service.clear_answer(work, here.assessment.id, question_id))


def clear_from_foot(question_id: str) -> None:
    """The same from below the control, which has to be drawn again then."""
    clear(question_id)
    st.rerun([control(_question(question_id))])


def discuss(question_id: str) -> None:
    """Mark it for discussion, or no longer."""
    annotating.annotate(question_id, "discuss")
    st.rerun([control(_question(question_id))])


def _keep(question_id: str, do: Callable[[Work], RecordedAnswer]) -> None:
    outcome = session.attempted(lambda: _written(do))
    if isinstance(outcome.value, NotSaved):
        st.session_state[key(question_id, UNSAVED)] = str(outcome.value)
        return
    # Widgets show what is stored when they are drawn next: the new answer, or the old one after a refusal.
    sheet.forget(question_id, (*_CONTROL, *_ticks(_question(question_id))))
    if outcome.value is None:
        st.session_state[key(question_id, REFUSED)] = outcome.refusal
        return
    sheet.current().answers[question_id] = outcome.value
    _draw_children(question_id)


def _written(do: Callable[[Work], RecordedAnswer]) -> RecordedAnswer | NotSaved:
    # Told apart from a refusal: what the database could not take stays on the page to be tried again.
    try:
        return session.writing(do)
    except NotSaved as failure:
        return failure


def _draw_children(question_id: str) -> None:
    here = sheet.current()
    practice = here.questionnaire.practice_of[question_id].id
    beside = [control(q) for q in here.descendants(question_id) if here.questionnaire.practice_of[q.id].id == practice]
    if beside:
        # A keyed rerun replaces the one of the widget's own fragment, so that is named too.
        st.rerun([control(_question(question_id)), *dict.fromkeys(beside)])


def _ticks(question: Question) -> tuple[str, ...]:
    options = (*(option.id for option in question.options), offers.NONE) if isinstance(question, Choices) else ()
    return tuple(f"option:{option}" for option in options)


def _question(question_id: str) -> Question:
    return sheet.current().questionnaire.questions[question_id]

"""What can be done on the review page: go and look, finalise, go on to full, reopen."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from assessment import service
from assessment.model import Assessment
from assessment.progress import Progress
from assessment.tables import ResultRow
from exports.words.numbers import day
from ground.errors import Conflict
from people import links
from people.work import Work
from questionnaires import library
from questionnaires.model import Practice
from scoring.result import AssessmentScore
from ui.parts import frame, left_over, places, review_words, session
from ui.parts.labels import ink
from ui.parts.markdown import escaped
from ui.parts.sheet import Sheet

_TICKED, _REASON = "finalise-ticked", "reopen-reason"
_REOPENED, _REFUSED = "reopened", "reopen-refused"


def way_to(here: Sheet, kind: str, label: str, concerned: Mapping[str, Practice]) -> None:
    """A button to the practice concerned; where there are several, a list of them."""
    if len(concerned) == 1:
        _button(here, kind, label, next(iter(concerned)))
        return
    with st.popover(ink(label), type="tertiary", key=f"ways-{kind}"):
        for practice in concerned.values():
            _button(here, kind, escaped(practice.title), practice.id)


def _button(here: Sheet, kind: str, label: str, practice_id: str) -> None:
    if st.button(label, type="tertiary", key=f"way-{kind}-{practice_id}"):
        places.go(links.answer(here.assessment.id, practice_id))


def finalise(here: Sheet, done: Progress) -> None:
    """The box first, then the button; the service refuses an assessment without any answer."""
    ticked = st.checkbox("I have checked the answers and want to freeze them", key=_key(_TICKED, here), disabled=not done.answered)
    with st.container(horizontal=True, vertical_alignment="center"):
        kind: Literal["primary", "secondary"] = "primary" if done.answered >= done.of else "secondary"
        ready = bool(ticked and done.answered)
        pressed = st.button("Finalise assessment", key="finalise", icon=":material/lock:", type=kind, disabled=not ready)
        if not ready:
            frame.meta("Ready as soon as the box is ticked." if done.answered else "Ready as soon as one question is answered.")
    # The browser may send a press of a disabled button.
    if pressed and ready:
        _do(lambda work: service.finalise(work, here.assessment.id), links.results(here.assessment.id))


def go_on_to_full(here: Sheet) -> None:
    """From quick to full: nothing is lost."""
    full = library.load(here.assessment.questionnaire, here.assessment.version)
    frame.section("Go on to the full questionnaire")
    st.markdown(review_words.more_questions(len(here.questionnaire.questions), len(full.questions), full.minutes.full))
    if st.button("Go on to full", key="extend", icon=":material/expand_content:"):
        _do(lambda work: service.extend_to_full(work, here.assessment.id), links.answer(here.assessment.id))


def reopen(here: Sheet) -> None:
    """Why, then open again."""
    frame.section("Reopen", "The present result is kept beside the next one, with your reason.")
    with st.form("reopen", border=True):
        st.text_area("Why is it reopened?", key=_key(_REASON, here), height=100)
        # In a callback, so that it acts on what was shown, whatever the assessment has become since.
        st.form_submit_button("Reopen", icon=":material/lock_open:", on_click=_reopen, args=(here.assessment, _key(_REASON, here)))
        refusal = st.session_state.pop(_REFUSED, "")
        if refusal:
            st.error(escaped(refusal))


def go_on(here: Sheet) -> None:
    """To the questions, once it has been reopened here."""
    if st.session_state.pop(_REOPENED, None) == here.assessment.id:
        places.go(links.answer(here.assessment.id))


def earlier_results(earlier: tuple[ResultRow, ...]) -> None:
    """What the assessment came to before each reopening, with the reason."""
    if not earlier:
        return
    frame.section("Earlier results", "Kept as they were issued.")
    for row in earlier:
        score = AssessmentScore.model_validate_json(row.score)
        local = session.organisation().local
        reopened = day(local(row.superseded_at)) if row.superseded_at else ""
        frozen = f"**{day(local(row.frozen_at))}**, {review_words.index_words(score.overall)}"
        st.markdown(f"{frozen}. Reopened on {reopened}: {escaped(row.superseded_reason or '')}")


def _reopen(shown: Assessment, field: str) -> None:
    if st.session_state.get(_REOPENED) == shown.id:
        return  # the second click of a double click
    reason = st.session_state.get(field) or ""
    outcome = session.attempted(lambda: _reopened(shown, reason))
    if isinstance(outcome.value, Conflict):
        left_over.keep(shown.id, str(outcome.value).removesuffix("."), {"Why is it reopened?": reason})
    elif outcome.value is not None:
        st.session_state[_REOPENED] = shown.id
    st.session_state[_REFUSED] = outcome.refusal or ""


def _reopened(shown: Assessment, reason: str) -> Assessment | Conflict:
    try:
        return session.writing(lambda work: service.reopen(work, shown.id, reason, shown.row_version))
    except Conflict as conflict:
        return conflict


def _do(change: Callable[[Work], Assessment], then: str) -> None:
    outcome = session.attempt(change)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    places.go(then)


def _key(name: str, here: Sheet) -> str:
    return f"{name}:{here.assessment.id}:{here.assessment.row_version}"

"""Before an assessment is frozen: what is missing, what is worth a look, what happens then. Afterwards: how to open it again."""

from typing import Literal

import streamlit as st

from assessment import progress, service
from assessment.progress import Progress, ReviewItem
from exports.words.numbers import day
from people import links
from scoring.result import AssessmentScore
from ui.parts import frame, left_over, others, places, review_words, reviewing, session, sheet
from ui.parts.markdown import escaped
from ui.parts.others import Others
from ui.parts.sheet import Sheet


def page() -> None:
    """The review of an open assessment, or the record of a final one."""
    with session.reading() as work:
        here = sheet.load(work, sheet.identifier(st.query_params.get("a", "")))
        score = service.result(work, here.assessment.id)
        earlier = service.superseded_results(work, here.assessment.id)
        asked = others.look(work, here.assessment)
    reviewing.go_on(here)
    done = progress.together(here.questionnaire, score, here.assessment.mode) if asked.answer else here.progress
    with frame.page(frame.NARROW):
        eyebrow = f"{escaped(here.questionnaire.title)} · review"
        if here.is_final:
            _final_head(here, eyebrow)
        else:
            _open_head(here, eyebrow, done)
        with st.container(gap="small"):
            left_over.show(here.assessment.id)
        if here.is_final:
            _final(here)
        else:
            _open(here, done, score, asked)
        reviewing.earlier_results(earlier)


def _open_head(here: Sheet, eyebrow: str, done: Progress) -> None:
    lead = "Finalising freezes the answers. Reopening asks for a reason and keeps this result."
    frame.head(eyebrow, review_words.finding(done), lead)


def _open(here: Sheet, done: Progress, score: AssessmentScore, asked: Others) -> None:
    if held := others.not_counted(asked):
        frame.meta(held)
    if done.answered < done.of:
        _must_be_done(here, done, score)
    _worth_a_look(here, progress.worth_a_look(score, here.answers), score)
    _then(here, asked)
    reviewing.finalise(here, done)
    if here.assessment.mode == "quick":
        reviewing.go_on_to_full(here)
    with st.container(gap="xxsmall"):
        places.link("Back to the questions", links.answer(here.assessment.id), icon=":material/arrow_back:")
        others.way(here.assessment.id, asked)


def _must_be_done(here: Sheet, done: Progress, score: AssessmentScore) -> None:
    frame.section("Must be done", review_words.missing_effect(done, score.overall))
    with st.container(border=True, key="must-be-done"):
        missing = [practice for practice in done.practices if practice.missing]
        for position, practice in enumerate(missing):
            said, doing = st.columns([5, 1.4], vertical_alignment="center")
            title, questions = review_words.missing_in(here.questionnaire, practice)
            said.markdown(f":orange[:material/error:] **{title}**  \n:small[{questions}]")
            with doing, st.container(horizontal_alignment="right"):
                kind: Literal["primary", "tertiary"] = "tertiary" if position else "primary"
                if st.button("Answer them" if len(practice.missing) > 1 else "Answer it", key=f"missing-{practice.id}", type=kind):
                    places.go(links.answer(here.assessment.id, practice.id))


def _worth_a_look(here: Sheet, items: tuple[ReviewItem, ...], score: AssessmentScore) -> None:
    if not items:
        return
    frame.section("Worth a look", "None of these stops you.")
    with st.container(border=True, key="worth-a-look"):
        for item in items:
            icon, title, effect, label = review_words.item_words(item, score.overall)
            said, doing = st.columns([5, 1.4], vertical_alignment="center")
            said.markdown(f"{icon} **{title}**  \n{effect}")
            concerned = review_words.practices_of(here.questionnaire, item.questions)
            with doing, st.container(horizontal_alignment="right"):
                reviewing.way_to(here, item.kind, label, concerned)


def _then(here: Sheet, asked: Others) -> None:
    frame.section("What happens then")
    level = "" if here.assessment.mode == "quick" else ", its level and what holds it back"
    st.markdown(
        f"- The answers no longer change, unless somebody reopens the assessment and says why.{others.shut_out(asked)}\n"
        f"- The result appears at once, with its range{level}.\n"
        "- Outcome readings and actions go on; the frozen figures stay as they are."
    )


def _frozen(here: Sheet) -> str:
    if here.assessment.mode == "quick":
        return "It is an estimate, without levels. Reopen it, then go on to the full one; every answer is kept, and so is this result."
    return "Its answers and its result are frozen. Reopening keeps both."


def _final_head(here: Sheet, eyebrow: str) -> None:
    when = here.assessment.finalised_at
    since = day(session.organisation().local(when)) if when else ""
    frame.head(eyebrow, f"This assessment is final since {since}", _frozen(here))


def _final(here: Sheet) -> None:
    with st.container(gap="xxsmall"):
        places.link("See the result", links.results(here.assessment.id), icon=":material/query_stats:")
        places.link("Look at the answers", links.answer(here.assessment.id), icon=":material/checklist:")
    reviewing.reopen(here)

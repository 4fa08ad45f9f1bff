"""Answering: one practice a page, one fragment a question, the place in the address."""

import time

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from questionnaires.model import Practice
from ui.parts import answer_told, frame, places, practice_list, session, sheet
from ui.parts.answer_card import card
from ui.parts.answer_words import INSTRUCTION
from ui.parts.labels import ink
from ui.parts.markdown import escaped

_SHOWN = "practice-shown"
_COLUMNS = [2.3, 1]
_FINAL = "This assessment is final, so its answers no longer change. Reopen it on the review page to change them."
_FINAL_FOR_ASKED = "This assessment is final, so its answers no longer change. Thank you for yours."


def page() -> None:
    """The practice named in the address; without one, the next that misses something."""
    with session.reading() as work:
        here = sheet.load(work, sheet.identifier(st.query_params.get("a", "")))
    practice = here.practice(st.query_params.get("p", "")) or here.practice("")
    if practice is None:
        return
    st.query_params["p"] = practice.id
    here.shown = practice.id
    questions, beside = _from_the_top(practice).columns(_COLUMNS, gap="medium")
    with beside:
        practice_list.practices()
        _keyboard()
    _practice(here, practice, questions)
    _steps(here, practice)
    if st.session_state.pop(practice_list.HINT, False):
        st.toast("A note or its evidence is still open. Press Tab to save it, Esc to close it, then go on.", icon=":material/edit_note:")


def _from_the_top(practice: Practice) -> DeltaGenerator:
    """A place for the page. Another practice starts at its first question: the browser keeps its scroll unless the page empties first."""
    place = st.empty()
    if st.session_state.get(_SHOWN) not in {None, practice.id}:
        place.empty()
        time.sleep(0.05)
    st.session_state[_SHOWN] = practice.id
    return place.container(width=frame.WIDE, gap="medium")


def _practice(here: sheet.Sheet, practice: Practice, column: DeltaGenerator) -> None:
    ids = [*here.questionnaire.practices]
    dimension = next(d for d in here.questionnaire.dimensions if practice in d.practices)
    eyebrow = f"{escaped(dimension.title)} · practice {ids.index(practice.id) + 1} of {len(ids)}"
    with column:
        frame.head(eyebrow, escaped(practice.title), f"{escaped(practice.summary)} {INSTRUCTION}")
        if here.is_final:
            st.info(_FINAL_FOR_ASKED if here.only_asked else _FINAL)
        answer_told.place(answer_told.PROGRESS, st.empty())
        answer_told.tell_progress(here, here.progress)
    for position, question in enumerate(practice.questions, 1):
        card(column.container(), question, position, len(practice.questions))


def _keyboard() -> None:
    with st.popover(ink("Keyboard"), type="tertiary", icon=":material/keyboard:"):
        st.markdown(
            "**Tab** goes to the next question or field, **Shift+Tab** back.  \n"
            "**Arrow keys** choose a line within a question and save it; **Space** ticks a box.  \n"
            "**Alt+N** shows the next practice, **Alt+P** the previous one.  \n"
            "**Ctrl+Enter** saves the text you are writing; **Esc** closes a panel."
        )


def _steps(here: sheet.Sheet, practice: Practice) -> None:
    ids = [*here.questionnaire.practices]
    at = ids.index(practice.id)
    with st.bottom, st.container(width=frame.WIDE):
        below, _ = st.columns(_COLUMNS, gap="medium")
        with below, st.container(horizontal=True, horizontal_alignment="distribute"):
            _step("Previous", "Alt+P", ids[at - 1] if at else None)
            if at + 1 < len(ids):
                _step("Next", "Alt+N", ids[at + 1])
            else:
                _last_step(*practice_list.way_on(here))


def _last_step(label: str, to: str) -> None:
    if st.button(label, key="step-review", shortcut="Alt+N", icon=":material/flag:"):
        places.go(to)


def _step(label: str, shortcut: str, practice_id: str | None) -> None:
    forwards = shortcut == "Alt+N"
    icon = ":material/arrow_forward:" if forwards else ":material/arrow_back:"
    st.button(
        label,
        key=f"step-{'next' if forwards else 'previous'}",
        icon=icon,
        icon_position="right" if forwards else "left",
        shortcut=shortcut,
        disabled=practice_id is None,
        on_click=practice_list.go_to,
        args=(practice_id,),
    )

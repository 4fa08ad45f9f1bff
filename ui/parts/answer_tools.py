"""The row below a question's control: why we ask, note, evidence, discuss, and whether it is saved."""

from collections.abc import Callable

import streamlit as st

from questionnaires.model import Question
from ui.parts import annotating, answer_saving, answer_told, sheet
from ui.parts.answer_words import GRADES
from ui.parts.labels import ink
from ui.parts.markdown import escaped
from ui.parts.sheet import key

WIDTH = 400
WRITING = ("panel_note", "panel_evidence")
"""The panels that hold a text in the making."""


def tools(question: Question) -> None:
    """What opens: why we ask, note, evidence."""
    answer = sheet.current().answers.get(question.id)
    noted = " (1)" if answer and answer.note else ""
    grade = f" {answer.evidence[1:]}" if answer and answer.evidence != "E0" else ""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _behind("Why we ask", ":material/help:", question, _why)
        _behind(f"Note{noted}", ":material/edit_note:", question, _note)
        _behind(f"Evidence{grade}", ":material/attach_file:", question, _evidence)
    answer_told.tell_mark(question)


def foot(question: Question) -> None:
    """The mark for discussion, whether the answer is saved, and the way to take it back.

    Outside the tools' fragment, which makes its own places anew at each of its reruns: the control could not write into those.
    """
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _discuss(question)
        with st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center", gap="small"):
            answer_told.place(answer_told.mark(question.id), st.empty())
            if not sheet.current().is_final:
                clear = key(question.id, "clear")
                st.button("Clear", type="tertiary", key=clear, on_click=answer_saving.clear_from_foot, args=(question.id,))


def _behind(label: str, icon: str, question: Question, body: Callable[[Question], None]) -> None:
    # A body is built only when somebody opens it: three closed ones would cost as much as the question.
    place, said = key(question.id, f"panel{body.__name__}"), key(question.id, f"label{body.__name__}")
    if not st.session_state.get(place):
        # The label belongs to the panel's identity: it may not change while the panel is open, or the panel would close.
        st.session_state[said] = label
    panel = st.popover(ink(st.session_state.get(said, label)), type="tertiary", icon=icon, key=place, on_change="rerun")
    if panel.open:
        with panel, st.container(width=WIDTH, gap="small"):
            body(question)


def _why(question: Question) -> None:
    st.markdown(f"**Why we ask**  \n{escaped(question.why)}")
    st.markdown(f"**How to find out**  \n{escaped(question.how)}")
    st.markdown(f"**What a third person could see**  \n{escaped(question.evidence)}")


def _note(question: Question) -> None:
    _text(question, "note", "Note", "For those who read the answers. Tab, Ctrl+Enter or a click elsewhere saves it; Esc does not.")


def _evidence(question: Question) -> None:
    st.markdown(f":small[:gray[A third person could see: {escaped(question.evidence)}]]")
    annotating.seed(question.id, "evidence")
    grades = [*GRADES]
    place, disabled = key(question.id, "evidence"), sheet.current().is_final
    st.radio(
        "How sure is it?",
        grades,
        format_func=lambda grade: GRADES.get(grade, grade),
        key=place,
        on_change=annotating.annotate,
        args=(question.id, "evidence"),
        disabled=disabled,
    )
    _remark(question, "evidence")
    _text(question, "evidence_text", "What was seen, when, by whom", "Incident review minutes of 3 March, read by the service owner")
    annotating.seed(question.id, "evidence_link")
    _remark(question, "evidence_link")
    link = ("https://", annotating.annotate, (question.id, "evidence_link"))
    st.text_input("Link", key=key(question.id, "evidence_link"), placeholder=link[0], on_change=link[1], args=link[2], disabled=disabled)


def _text(question: Question, field: str, label: str, placeholder: str) -> None:
    annotating.seed(question.id, field)
    if _remark(question, field):
        st.button("Save mine", key=key(question.id, f"{field}-again"), on_click=annotating.annotate, args=(question.id, field))
    place, changed = key(question.id, field), annotating.annotate
    final = sheet.current().is_final
    st.text_area(label, key=place, height=120, placeholder=placeholder, on_change=changed, args=(question.id, field), disabled=final)


def _remark(question: Question, field: str) -> bool:
    refusal = annotating.refused(question.id, field)
    if refusal:
        st.error(f"Not saved. {escaped(refusal)}")
    return bool(refusal)


def _discuss(question: Question) -> None:
    annotating.seed(question.id, "discuss")
    place, final = key(question.id, "discuss"), sheet.current().is_final
    st.checkbox("Discuss", key=place, on_change=answer_saving.discuss, args=(question.id,), disabled=final)

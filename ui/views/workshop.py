"""The workshop: one question on the screen, how its answers spread, and the answer that those who answered agree on."""

from collections.abc import Mapping, Sequence

import streamlit as st

from assessment import consensus, service
from assessment.model import Agreed
from exports import figures
from improvement.standing import gather
from improvement.standing_model import Standing
from people import links
from people.model import Denied
from ui.parts import agreeing_form, figure, frame, places, session, sheet
from ui.parts import workshop_words as words
from ui.parts.agreeing_form import Asked
from ui.parts.labels import ink
from ui.parts.markdown import escaped

_LIST = "workshop-list"


def page() -> None:
    """The question in the address; without one, the first to talk about."""
    with session.reading() as work:
        if not work.may("consensus", "create"):
            raise Denied
        standing = gather(work, service.get(work, sheet.identifier(st.query_params.get("a", ""))).id)
        agreed = consensus.agreed(work, standing.assessment.id)
    within = _within(standing)
    with frame.page(frame.NARROW):
        if within:
            _question(standing, within, agreed)
        else:
            frame.head(
                "Workshop", "There is nothing to talk about yet", f"The answers to **{escaped(standing.assessment.name)}**, together."
            )
            frame.nothing_here(*words.nothing_to_talk_about(standing))
            _which(standing)
        with st.container(gap="xxsmall"):
            places.link("Results", links.results(standing.assessment.id), icon=":material/insights:")
            places.link("Review and finalise", links.review(standing.assessment.id), icon=":material/arrow_back:")


def _within(standing: Standing) -> Sequence[str]:
    """The questions to go through. An address may name one that is not to be talked about: then it is among all of them."""
    talk, named = words.to_talk_about(standing), st.query_params.get("q", "")
    if named in words.open_to_talk(standing) and named not in talk:
        st.session_state[_LIST] = words.EVERY
    return words.open_to_talk(standing) if st.session_state.get(_LIST) == words.EVERY else talk


def _question(standing: Standing, within: Sequence[str], agreed: Mapping[str, Agreed]) -> None:
    named = st.query_params.get("q", "")
    name = named if named in within else within[0]
    st.query_params["q"] = name
    question = standing.questionnaire.questions[name]
    frame.head(words.eyebrow(standing, name, within), escaped(question.text), escaped(words.lead(standing, name)))
    agreeing_form.told()
    _spread(standing, name)
    if standing.is_final:
        st.info(words.FINAL)
        if name in standing.agreed:
            st.markdown(escaped(words.agreed(standing, name)))
    else:
        st.markdown(words.HOW)
        options = {option: words.chosen_by(standing, name, option) for option in words.options(standing, name)}
        agreeing_form.form(Asked(standing.assessment.id, question, agreed.get(name), options))
    _which(standing)
    _steps(within, name)


def _spread(standing: Standing, name: str) -> None:
    drawn = figures.spread_of(standing, name)
    if drawn:
        with st.container(gap="small", key="spread"):
            figure.picture(figures.alone(drawn, drawn.rows[0]), f"spread-{name}")
            figure.tabled(drawn, f"spread-{name}")


def _which(standing: Standing) -> None:
    talk = words.to_talk_about(standing)
    st.session_state.setdefault(_LIST, words.TALK)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.segmented_control(
            "Questions",
            [words.TALK, words.EVERY],
            format_func=ink,
            key=_LIST,
            required=True,
            label_visibility="collapsed",
            on_change=_start_over,
        )
        if talk:
            frame.meta(f"{words.progress(standing, talk)}.")


def _start_over() -> None:
    st.query_params.pop("q", None)


def _steps(within: Sequence[str], name: str) -> None:
    at = within.index(name)
    with st.bottom, st.container(width=frame.NARROW, horizontal=True, horizontal_alignment="distribute"):
        _step("Previous", "Alt+P", within[at - 1] if at else None)
        _step("Next", "Alt+N", within[at + 1] if at + 1 < len(within) else None)


def _step(label: str, shortcut: str, to: str | None) -> None:
    forwards = label == "Next"
    st.button(
        label,
        key=f"step-{label.lower()}",
        icon=":material/arrow_forward:" if forwards else ":material/arrow_back:",
        icon_position="right" if forwards else "left",
        shortcut=shortcut,
        disabled=to is None,
        on_click=_go,
        args=(to,),
    )


def _go(to: str) -> None:
    st.query_params["q"] = to

"""What a result stands on: the foundations that hold it, those nobody has assessed, and the same judged on today's."""

import streamlit as st

from exports.words.gates import (
    gated_words,
    held_today,
    held_words,
    laid_since,
    prerequisite,
    renewed_words,
    rests_here,
    unassessed,
    unassessed_elsewhere,
)
from exports.words.numbers import counted, listed, start
from improvement.levers import holding_most
from improvement.standing_model import Standing
from people import links
from scoring.result import Binding
from ui.parts import places, session
from ui.parts.markdown import escaped
from ui.parts.verdict import holders

SHOWN = 4
"""More foundations than this are counted."""


def of_whole(standing: Standing) -> None:
    """A lock for each foundation that holds the whole, lowest first; or the way to assess them. None that stands lowest itself."""
    _held(standing)
    said = gated_words(standing)
    if said == "carried by its foundations":
        st.markdown(":small[:green[:material/check:] Its foundations carry this level.]")
    elif said.endswith("held back"):
        _meta(f"{start(said)} by what they rest on.")
    elif since := laid_since(standing):
        _meta(since)
    elif said.startswith("not"):
        _meta(f"After the foundations, the level is {said}.")
    if missing := unassessed(standing):
        _assess(standing, listed(missing))


def of_practice(standing: Standing, practice: str) -> None:
    """What holds this practice, and what rests on it."""
    if held := held_words(standing, practice):
        st.markdown(f":orange[:material/foundation: {escaped(held)}]")
        for binding in standing.score.practices[practice].binding:
            _open(f"Open {prerequisite(standing, binding.id)}", _place(standing, binding.id))
    if standing.renewed and (today := held_today(standing, practice)) != held:
        _meta(f"With today\u2019s foundations: {today if today else 'nothing holds it.'}")
    if rests := rests_here(standing, practice):
        st.markdown(f":small[:gray[:material/foundation:] {escaped(rests)}]")


def _open(label: str, to: str) -> None:
    # A button, because a link to the page that is open looks like the place where one is.
    if to and st.button(label, type="tertiary", icon=":material/arrow_forward:", key=to):
        places.go(to)


def _held(standing: Standing) -> None:
    told = holders(standing)
    most = [b for b in holding_most(standing.score.overall) if b.id.removeprefix(f"{standing.questionnaire.id}/") not in told]
    for binding in most[:SHOWN]:
        _foundation(standing, binding)
    if len(most) > SHOWN:
        st.markdown(f":small[:gray[and {counted(len(most) - SHOWN, 'more foundation')}]]")


def _foundation(standing: Standing, binding: Binding) -> None:
    title, to = escaped(prerequisite(standing, binding.id)), _place(standing, binding.id)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        if to:
            places.link(title, to, icon=":material/foundation:", width="stretch")
        else:
            st.markdown(title, width="stretch")
        st.badge(f"{binding.level}, needs {binding.needs}", icon=":material/lock:", color="orange")


def _assess(standing: Standing, missing: str) -> None:
    _meta(f"Until somebody assesses {missing}, nobody can tell what holds these levels back.")
    wanted = unassessed_elsewhere(standing)[0].id.partition("/")[0]
    if session.may("assessment", "create") and st.button(
        f"Assess {escaped(missing)}", key="assess-foundations", icon=":material/foundation:"
    ):
        places.go(links.start(wanted, standing.assessment.function_id))


def _meta(sentence: str) -> None:
    st.markdown(f":small[:gray[:material/foundation: {escaped(sentence)}]]")


def renewed(standing: Standing) -> None:
    """The issued level beside the one on today's foundations, where those are newer."""
    as_issued, today = renewed_words(standing)
    if today:
        with st.container(border=True, key="renewed", gap="xsmall"):
            issued, renewed = st.columns(2)
            issued.markdown(f"**As issued**  \n{escaped(as_issued)}")
            renewed.markdown(f"**With today\u2019s foundations**  \n{escaped(today)}")


def _place(standing: Standing, reference: str) -> str:
    practice = reference.rsplit("/", maxsplit=1)[-1]
    if practice in standing.questionnaire.practices:
        return links.practice(standing.assessment.id, practice)
    known = (*standing.stands_on, *(standing.renewed.stands_on if standing.renewed else ()))
    under = next((one for one in known if practice in one.questionnaire.practices), None)
    return links.practice(under.assessment.id, practice) if under else ""

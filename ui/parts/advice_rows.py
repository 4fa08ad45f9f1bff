"""The recommended actions in order, each with its reason and what it brings, to be chosen, accepted or proposed."""

from collections.abc import Mapping, Sequence

import streamlit as st

from exports.words.gates import rests_words
from exports.words.numbers import counted
from improvement.model import WORDS, Action
from improvement.standing_model import Advice, Standing
from people import links
from ui.parts import accepting, advice_words, frame, places, session
from ui.parts.markdown import escaped

FIRST = 10
_PRESSED = "chosen-"


def chosen(standing: Standing) -> tuple[str, ...]:
    """The recommended actions ticked to be looked at together."""
    return tuple(one.action.id for one in standing.advice if one.applies and st.session_state.get(_key(standing, one)))


def choose_none() -> None:
    """Untick them all."""
    for key in [key for key in st.session_state if str(key).startswith(_PRESSED)]:
        st.session_state[key] = False


def show(standing: Standing, offered: Sequence[Advice]) -> None:
    """The first ten, then the rest behind one click, those that promise nothing yet apart.

    Only the first that is not in the register yet has the primary button.
    """
    helping = [one for one in offered if one.applies] or offered
    apart = [one for one in offered if one not in helping]
    taken = advice_words.taken(standing, offered)
    first = next((one.action.id for one in offered if one.action.id not in taken and one.applies), None)
    for place, one in enumerate(helping[:FIRST], 1):
        _card(standing, one, place, taken.get(one.action.id), primary=one.action.id == first)
    rest = helping[FIRST:]
    if rest and st.toggle(f"Show the other {len(rest)}", key=f"rest-{standing.assessment.id}"):
        _further(standing, rest, FIRST + 1, taken)
    many = counted(len(apart), "action")
    if apart and st.toggle(f"Show {many} that would help only once more is answered", key=f"apart-{standing.assessment.id}"):
        _further(standing, apart, len(helping) + 1, taken)


def _further(standing: Standing, some: Sequence[Advice], first: int, taken: Mapping[str, Action]) -> None:
    for place, one in enumerate(some, first):
        _card(standing, one, place, taken.get(one.action.id), primary=False)


def _card(standing: Standing, advice: Advice, place: int, there: Action | None, *, primary: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        what, act = st.columns([4, 1], gap="medium", vertical_alignment="center")
        with what:
            _what(standing, advice, place)
        with act:
            if there:
                _there(there)
            else:
                _acts(standing, advice, primary=primary)
        _how(standing, advice)


def _what(standing: Standing, advice: Advice, place: int) -> None:
    practice = standing.questionnaire.practices.get(advice.practice or "")
    mark = " :orange-badge[:material/lock_open: frees a level]" if advice.opens_level else ""
    st.markdown(f"{place}. **{escaped(advice.action.title)}**{mark}  \n{escaped(advice.reason)}")
    waits = advice_words.waits(standing, advice)
    if waits:
        st.markdown(f":orange[{escaped(waits)}]")
    if rests := rests_words(standing, advice):
        st.markdown(f":orange[:material/foundation: {escaped(rests)}]")
    brings = f"{advice_words.brings(standing, advice)}. " if advice.applies else ""
    where = f"{escaped(practice.title)} · " if practice else ""
    frame.meta(f"{where}{escaped(brings[:1].upper() + brings[1:])}Takes {escaped(advice_words.takes(standing, advice))}.")


def _acts(standing: Standing, advice: Advice, *, primary: bool) -> None:
    if session.may("action", "create"):
        _decide(standing, advice, primary=primary)
    if advice.applies:
        st.checkbox("Add to preview", key=_key(standing, advice))


def _decide(standing: Standing, advice: Advice, *, primary: bool) -> None:
    name = advice.action.id
    if st.button("Accept", key=f"accept-{name}", type="primary" if primary else "secondary", width="stretch"):
        accepting.accept(standing, advice)
    if st.button(
        "Propose",
        key=f"propose-{name}",
        type="tertiary",
        width="stretch",
        help="Into the register without owner and date, to be decided later",
    ):
        accepting.propose(standing, advice)


def _there(action: Action) -> None:
    st.markdown(f":green[:material/check:] {action.label} · {WORDS[action.status]}")
    places.link(f"Open {action.label}", links.action(action.number), icon=":material/arrow_forward:")


def _how(standing: Standing, advice: Advice) -> None:
    how = st.expander("How to do it", type="compact", key=f"how-{standing.assessment.id}-{advice.action.id}", on_change="rerun")
    if how.open:
        with how:
            st.markdown("\n".join(f"{n}. {escaped(step)}" for n, step in enumerate(advice.action.steps, 1)))
            st.markdown(f"**Done when:** {escaped(advice.action.done_when)}")


def _key(standing: Standing, advice: Advice) -> str:
    return f"{_PRESSED}{standing.assessment.id}-{advice.action.id}"

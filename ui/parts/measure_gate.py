"""The adoption gates that a measure opens: how they stand, which readings count, and the organisation's own value."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from assessment import policies
from assessment import service as assessments
from assessment.catalogue import Guarded
from assessment.followed import Followed
from assessment.meanwhile import Overtaken
from assessment.model import GatePolicy
from assessment.policies import Own
from exports.words.adoption import POLICY, counting_words, gate_words
from exports.words.followed import value
from exports.words.numbers import listed, quoted
from ground.errors import Conflict
from improvement.standing import gather
from improvement.standing_model import Standing
from people.work import Work
from ui.parts import frame, picked, session
from ui.parts.markdown import escaped
from ui.parts.measure_forms import do, number, told


class Held(NamedTuple):
    """One gate of a measure."""

    guarded: Sequence[Guarded]
    """The same gate in each questionnaire that has it."""
    policy: GatePolicy | None
    standing: Standing | None
    """By the function's newest assessment that asks for it."""


def look(work: Work, followed: Followed) -> tuple[Held, ...]:
    """The measure's gates, each once."""
    own, gates = policies.policies(work), list(dict.fromkeys(one.gate.id for one in followed.uses.gates))
    return tuple(_look(work, followed, gate, own.get(gate)) for gate in gates)


def _look(work: Work, followed: Followed, gate: str, policy: GatePolicy | None) -> Held:
    guarded = [one for one in followed.uses.gates if one.gate.id == gate]
    asking = {one.questionnaire for one in guarded}
    every = assessments.assessments(work)
    newest = next((one for one in every if one.function_id == followed.function_id and one.questionnaire in asking), None)
    return Held(guarded, policy, gather(work, newest.id) if newest else None)


def show(followed: Followed, held: Sequence[Held]) -> None:
    """Each gate with its state, its readings and its policy."""
    for one in held:
        gate = one.guarded[0].gate
        frame.section(f"Adoption gate: {escaped(gate.title)}", "It holds back actions, never a level.")
        _state(one)
        if gate.editable:
            _policy(followed, one)


def _state(held: Held) -> None:
    gate, of = held.guarded[0].gate, held.standing
    result = next((r for r in of.score.gates if r.id == gate.id), None) if of else None
    if of is None or result is None:
        titles = listed([quoted(one.title) for one in held.guarded])
        st.markdown(escaped(f"No assessment of this function asks for it yet. It belongs to {titles}."))
        return
    st.markdown(f"{escaped(gate_words(of, result))}  \n{picked.about(of.assessment, of.function)}")
    counting = counting_words(of, result)
    st.markdown("\n".join(f"- {escaped(line)}" for line in counting) if counting else ":gray[No reading yet.]")


def _policy(followed: Followed, held: Held) -> None:
    gate, own = held.guarded[0].gate, held.policy
    default = f"{value(followed.measure, gate.at_least)}: {POLICY}."
    now = f"Your own value is **{escaped(value(followed.measure, own.at_least))}**: {escaped(own.reason)}" if own else escaped(default)
    st.markdown(now)
    told(gate.id)
    if not session.may("gate_policy", "update"):
        return
    panel = st.expander("Change the value", icon=":material/tune:", key=f"policy-{gate.id}", on_change="rerun")
    if panel.open:
        with panel:
            _form(followed, held)
    if own:
        st.button(
            f"Return to {value(followed.measure, gate.at_least)}",
            key=f"default-{gate.id}",
            on_click=do,
            args=(
                lambda work: _return(work, followed, held),
                (gate.id, "The value is that of the questionnaire again."),
                f"at-least-{gate.id}",
            ),
        )


def _form(followed: Followed, held: Held) -> None:
    gate, own = held.guarded[0].gate, held.policy
    at_least, reason = f"at-least-{gate.id}", f"reason-{gate.id}"
    st.session_state.setdefault(at_least, float(own.at_least if own else gate.at_least))
    frame.meta("It holds for the whole organisation. Issued results keep the value they were made with.")
    with st.form(f"policy-form-{gate.id}", border=False):
        st.number_input(f"Has to reach, in {followed.measure.unit}", value=None, step=1.0, format="%.10g", key=at_least, width=220)
        st.text_input("Why does this value suit you better?", key=reason)
        st.form_submit_button(
            "Save the value",
            on_click=do,
            args=(lambda work: _set(work, followed, held), (gate.id, "The gate has your own value."), at_least, reason),
        )


def _set(work: Work, followed: Followed, held: Held) -> None:
    gate = held.guarded[0].gate
    own = Own(number(f"at-least-{gate.id}"), st.session_state.get(f"reason-{gate.id}") or "")
    try:
        policies.set_policy(work, gate, followed.measure, own, held.policy)
    except Overtaken as conflict:
        raise _told(conflict, followed, "Yours is still in the form; compare, then save again.") from conflict


def _return(work: Work, followed: Followed, held: Held) -> None:
    try:
        policies.drop_policy(work, held.guarded[0].gate, held.policy)
    except Overtaken as conflict:
        raise _told(conflict, followed, "It stays so until you decide again.") from conflict


def _told(conflict: Overtaken[GatePolicy], followed: Followed, then: str) -> Conflict:
    theirs = conflict.there
    now = f": {value(followed.measure, theirs.at_least)}, because: “{theirs.reason}”" if theirs else ""
    return Conflict(f"{conflict.happened}{now}. {then}")

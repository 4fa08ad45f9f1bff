"""Settings: whether the organisation takes part in the peer benchmark, and the facts that filters go by."""

from uuid import UUID

import streamlit as st

from assessment import participation
from assessment.peer_model import FILTERS, Facts, Participation
from exports.words.numbers import start
from exports.words.peers import FILTER_NAMES, WHAT_LEAVES, WORDS
from people.work import Work
from ui.parts import frame, session
from ui.parts.markdown import escaped
from ui.parts.profile_acts import fresh, say

_UNKNOWN, _REFUSED = "not said", "peers-refused"
_DONE = {True: "Your organisation takes part in the peer benchmark.", False: "Your organisation takes no part in the peer benchmark."}


def show(now: Participation) -> None:
    """A form for whoever leads; a sentence for the others and for the demo."""
    frame.section("Peer benchmark", WHAT_LEAVES)
    if now.is_demo:
        st.markdown("This is the demo organisation\\. Its answers are invented, so it is never compared with others\\.")
    elif session.may("participation", "create"):
        _form(now)
    else:
        st.markdown("Your organisation takes part\\." if now.takes_part else "Your organisation does not take part\\.")


def _form(now: Participation) -> None:
    if refusal := st.session_state.pop(_REFUSED, ""):
        st.error(escaped(refusal))
    shown = _shown(now)
    with st.form(fresh("peers-form")):
        takes_part = st.toggle("Take part", now.takes_part, key=fresh("peers-on"))
        facts = {}
        for name, column in zip(FILTERS, st.columns(len(FILTERS)), strict=True):
            with column:
                facts[name] = _choice(name, now.facts.filters.get(name))
        if st.form_submit_button("Save this choice", key=fresh("peers-save")):
            _decide(Facts.model_validate(facts), shown, takes_part=takes_part)


def _shown(now: Participation) -> UUID | None:
    """The decision that the fields were filled with: a run in between reads what somebody else has saved meanwhile."""
    key = fresh("peers-shown")
    if fresh("peers-on") not in st.session_state:
        st.session_state[key] = now.decision
    shown: UUID | None = st.session_state[key]
    return shown


def _choice(name: str, chosen: str | None) -> str | None:
    options = [None, *WORDS[name]]
    return st.selectbox(
        FILTER_NAMES[name],
        options,
        index=options.index(chosen),
        format_func=lambda one: start(WORDS[name].get(one, _UNKNOWN)),
        key=fresh(f"peers-{name}"),
    )


def _decide(facts: Facts, shown: UUID | None, *, takes_part: bool) -> None:
    def decided(work: Work) -> None:
        participation.decide(work, facts, shown, takes_part=takes_part)

    outcome = session.attempt(decided)
    say("" if outcome.refusal else _DONE[takes_part])
    if outcome.refusal:
        # With the fields as they stand now.
        st.session_state[_REFUSED] = outcome.refusal
    st.rerun()

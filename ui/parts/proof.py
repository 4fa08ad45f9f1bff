"""Pitfalls with their proof, and claims that an outcome measure does not bear out."""

import streamlit as st

from exports.words.measures import claim_words
from exports.words.numbers import counted, start
from exports.words.posture import pitfall_finding
from improvement.standing_model import FoundPitfall, Standing
from people import links
from ui.parts import frame, places
from ui.parts.markdown import escaped


def pitfalls(standing: Standing) -> None:
    """Each found one: what it does, what to do, and behind one click the rule with what made it true."""
    frame.section(escaped(pitfall_finding(standing)), "A pitfall is a known way to fail, found by a rule over the answers.")
    for found in standing.pitfalls:
        _pitfall(found)
    unknown = sum(result.state == "not_determinable" for result in standing.score.pitfalls)
    if unknown and standing.pitfalls:
        frame.meta(start(f"{counted(unknown, 'more pitfall')} cannot be told from the answers yet."))


def claims(standing: Standing) -> None:
    """Levels of 3 and more beside measures that say otherwise; nothing where there is none."""
    if not standing.claims:
        return
    of = len(standing.claims)
    title = f"{counted(of, 'claim')} {'is' if of == 1 else 'are'} not borne out by what was measured"
    frame.section(start(title), "A level of 3 or more beside an outcome measure that misses its target.")
    with st.container(gap="xsmall"):
        for claim in standing.claims:
            st.markdown(f"- {escaped(claim_words(standing, claim))} :small[:gray[{escaped(claim.reading.period)}]]")
            places.link("Look at the answers", links.practice(standing.assessment.id, claim.practice), icon=":material/arrow_forward:")


def _pitfall(found: FoundPitfall) -> None:
    with st.container(gap="xsmall"):
        st.markdown(f":orange[:material/warning:] **{escaped(found.pitfall.title)}**  \n{escaped(found.pitfall.effect)}")
        st.markdown(f"**What to do:** {escaped(found.pitfall.advice)}")
        with st.expander("What made us say so", type="compact", key=f"proof-{found.pitfall.id}"):
            st.markdown(f"Found when {escaped(found.rule)}")
            st.markdown("\n".join(f"- {escaped(line)}" for line in found.proof))

"""Pitfalls with their proof, and claims that an outcome measure does not bear out."""

import streamlit as st

from exports.words.answer import with_unit
from exports.words.numbers import counted, start
from exports.words.posture import pitfall_finding, with_titles
from improvement.standing_model import Claim, FoundPitfall, Standing
from ui.parts import frame
from ui.parts.markdown import escaped


def pitfalls(standing: Standing) -> None:
    """Each found one: what it does, what to do, and behind one click the rule with what made it true."""
    frame.section(escaped(pitfall_finding(standing)), "A pitfall is a known way to fail, found by a rule over the answers.")
    for found in standing.pitfalls:
        _pitfall(found, with_titles(standing.questionnaire, found.pitfall.advice))
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
    st.table([_claim(standing, claim) for claim in standing.claims], border="horizontal", hide_index=True)


def _claim(standing: Standing, claim: Claim) -> dict[str, str]:
    measure = standing.questionnaire.measure_by_id[claim.measure].title
    reads, target = (with_unit(standing, claim.measure, value) for value in (claim.reading.value, claim.target))
    return {
        "Practice": f"**{escaped(standing.questionnaire.practices[claim.practice].title)}**",
        "Claims": f"level {claim.level}",
        "Measured": f"{escaped(measure)}: **{escaped(reads)}** :small[:gray[{escaped(claim.reading.period)}]]",
        "Target": escaped(target),
    }


def _pitfall(found: FoundPitfall, advice: str) -> None:
    with st.container(gap="xsmall"):
        st.markdown(f":orange[:material/warning:] **{escaped(found.pitfall.title)}**  \n{escaped(found.pitfall.effect)}")
        st.markdown(f"**What to do:** {escaped(advice)}")
        with st.expander("What made us say so", type="compact", key=f"proof-{found.pitfall.id}"):
            st.markdown(f"Found when {escaped(found.rule)}")
            st.markdown("\n".join(f"- {escaped(line)}" for line in found.proof))

"""Against the own target: how far each practice is from the level it was meant to reach, and whether that could be chance."""

import streamlit as st

from exports import figures
from exports.words.targets import HOW_SURE, aims_words, alone_words, profile_words, sure_finding
from improvement.gaps import held_against
from improvement.standing_model import Standing
from ui.parts import figure, frame
from ui.parts.markdown import escaped

_OWN = "This assessment’s own targets"


def show(standing: Standing) -> None:
    """The gaps, largest first."""
    if standing.gaps:
        _gaps(standing)
    else:
        frame.section("Against your own target")
        frame.nothing_here("No practice has a target", "Nothing here applies to the function, so there is nothing to aim at.")


def _gaps(standing: Standing) -> None:
    against, words = _chosen(standing)
    if not against.gaps:
        return
    figure.show(figures.dumbbell(against), "benchmark-target")
    with st.container(gap="xsmall"):
        st.markdown(escaped(words))
        _certainty(against)


def _chosen(standing: Standing) -> tuple[Standing, str]:
    """The same result against the targets that somebody chose to look at, and whose they are."""
    kept = {str(one.id): one for one in standing.target_profiles}
    if not kept:
        return standing, aims_words(standing)
    chosen = st.selectbox(
        "Hold the result against", ["", *kept], format_func=lambda id_: kept[id_].name if id_ else _OWN, key="benchmark-against", width=360
    )
    if not chosen:
        return standing, aims_words(standing)
    return held_against(standing, kept[chosen].levels), profile_words(standing, kept[chosen])


def _certainty(against: Standing) -> None:
    table = figures.certainty(against)
    if table is None:
        frame.meta(alone_words(against))
        return
    st.markdown(f"**{escaped(sure_finding(against))}.** {HOW_SURE}")
    panel = st.expander("Which gaps could be chance", type="compact", key="benchmark-chance", on_change="rerun")
    if panel.open:
        with panel:
            columns = zip(table.headers, zip(*table.rows, strict=True), strict=True)
            st.table({name: [escaped(cell) for cell in cells] for name, cells in columns}, border="horizontal", hide_index=True)

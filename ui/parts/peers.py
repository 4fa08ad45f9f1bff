"""Peers: where one stands among those who take part, or why nothing is told and what to do."""

import streamlit as st

from assessment.peer_model import PeerCohort, Peers
from exports import figures
from exports.words import peers as words
from improvement.standing_model import Standing
from people import links
from ui.parts import figure, frame, places
from ui.parts.markdown import escaped

_HOW = "The blue dot is you, the stroke the median of peers, the grey bar their middle half. No mark stands for a single peer."


def show(standing: Standing) -> None:
    """Nothing is worked out here: the marks were frozen."""
    peers = standing.peers
    if peers is None:
        return
    with st.container(gap="small", key="peers"):
        if peers.state == "told":
            _told(standing, peers)
        else:
            _nothing(peers)


def _nothing(peers: Peers) -> None:
    title, remedy = words.nothing(peers)
    frame.section(escaped(title))
    st.markdown(escaped(remedy))
    if peers.state in {"off", "too_few"}:
        places.link("Settings: peer benchmark", links.settings(), icon=":material/settings:")


def _told(standing: Standing, peers: Peers) -> None:
    cohort = _chosen(peers)
    drawn = figures.peer_strip(standing, cohort)
    with st.container(gap="xsmall"):
        st.header(escaped(drawn.title), anchor=False)
        st.markdown(escaped(f"{drawn.overall} {_HOW}".strip()))
        figure.picture(drawn, "peers")
        st.caption(escaped(drawn.caption))
        figure.tabled(drawn, "peers")
    for sentence in words.withheld(peers):
        frame.meta(escaped(sentence))


def _chosen(peers: Peers) -> PeerCohort:
    if len(peers.cohorts) == 1:
        return peers.cohorts[0]
    names = [one.name for one in peers.cohorts]
    name = st.selectbox("Compared with", names, format_func=lambda name: escaped(words.cohort_name(name)), key="peers-cohort")
    return peers.cohort(name) or peers.cohorts[0]

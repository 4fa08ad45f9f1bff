"""What stands behind a result, each in one sentence with the way to the whole: posture, pitfalls, claims, comparisons."""

import streamlit as st

from exports.words.benchmark import benchmark_finding
from exports.words.claims import claims_finding
from exports.words.pitfalls import pitfall_finding
from exports.words.posture import posture_finding
from improvement.standing_model import Standing
from people import links
from ui.parts import frame, places
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """The posture is left out where the questionnaire does not ask about it."""
    frame.section("What stands behind it")
    here = standing.assessment.id
    lines = (
        ("Posture", posture_finding(standing), links.posture(here)),
        ("Pitfalls", pitfall_finding(standing), links.pitfalls(here)),
        ("Claims and evidence", claims_finding(standing), links.claims(here)),
        ("Benchmark", benchmark_finding(standing), links.benchmark(here)),
    )
    for name, sentence, to in lines:
        if sentence:
            _line(name, sentence, to)


def _line(name: str, sentence: str, to: str) -> None:
    with st.container(gap=None):
        st.markdown(f"{escaped(sentence)}.")
        places.link(name, to, icon=":material/arrow_forward:")

"""Benchmark: a result beside what it was meant to be, what it was, and what others come to. In that order: the nearest tells most."""

import streamlit as st

from assessment import service
from exports.words.benchmark import LEAD, benchmark_decision, benchmark_finding
from improvement.acting import function_names
from improvement.standing import gather
from improvement.standing_model import Standing
from ui.parts import (
    benchmark_previous,
    benchmark_references,
    benchmark_sisters,
    benchmark_target,
    frame,
    open_targets,
    peers,
    picked,
    session,
    target_profiles,
)
from ui.parts.markdown import escaped


def page() -> None:
    """Of the assessment in the address, else of the newest."""
    with session.reading() as work:
        shown = picked.assessment(work)
        every, functions = service.assessments(work), function_names(work)
        standing = gather(work, shown.id) if shown else None
    with frame.page():
        if standing is None:
            picked.none_yet("Benchmark", "A comparison")
            return
        left, right = st.columns([2.4, 1], gap="large", vertical_alignment="bottom")
        with left:
            _head(standing)
        with right:
            picked.choose(every, standing.assessment, functions)
        frame.so_what(escaped(benchmark_decision(standing)))
        benchmark_target.show(standing)
        benchmark_previous.show(standing)
        benchmark_sisters.show(standing)
        peers.show(standing)
        benchmark_references.show(standing)
        target_profiles.show(standing)
        open_targets.show(standing)


def _head(standing: Standing) -> None:
    about = picked.about(standing.assessment, standing.function)
    title = f"Benchmark · {escaped(standing.questionnaire.title)}"
    frame.head(title, escaped(benchmark_finding(standing)), f"{LEAD}  \n{about}")

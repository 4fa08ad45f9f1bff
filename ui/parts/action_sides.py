"""Beside an action: its facts, why it is there, how to do it. Below it: its history."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from exports.words.gates import held_today
from exports.words.numbers import day
from improvement.history import HistoryLine
from improvement.model import Action
from improvement.standing_model import Advice, Standing
from people import links
from people.model import Organisation
from ui.parts import action_words, frame, places
from ui.parts.markdown import escaped


def facts(action: Action, owner: str, today: date, currency: str) -> None:
    """Status and the facts."""
    with st.container(border=True, gap="small"):
        st.markdown(action_words.status_badge(action))
        table = [{"Fact": name, "Value": value} for name, value in action_words.facts(action, owner, today, currency).items()]
        st.table(table, border=False, hide_index=True, hide_header=True)
        if action.self_verified:
            frame.meta("Verified by its owner, or by who finished it.")


def why(action: Action, standing: Standing | None) -> None:
    """The finding that it answers; its own words where a person wrote it."""
    if standing is None or action.assessment_id is None:
        return
    advice = next((one for one in standing.advice if one.action.id == action.recommended), None)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Why this action**  \n{escaped(_reason(action, advice))}")
        _ground(action, standing)
        if action.practice and action.practice in standing.score.practices:
            places.link("See the finding", links.practice(standing.assessment.id, action.practice), icon=":material/arrow_forward:")
        else:
            places.link("See the result", links.results(standing.assessment.id), icon=":material/arrow_forward:")


def _ground(action: Action, standing: Standing) -> None:
    held = held_today(standing, action.practice) if action.practice and action.practice in standing.score.practices else ""
    if held:
        st.markdown(f":orange[:material/foundation: Its level cannot pay off yet. {escaped(held)}]")


def how(action: Action) -> None:
    """The steps, and when it is done."""
    if not action.steps and not action.done_when:
        return
    with st.container(border=True, gap="xsmall"):
        st.markdown("**How to do it**")
        if action.steps:
            st.markdown("\n".join(f"{n}. {escaped(step)}" for n, step in enumerate(action.steps, 1)))
        if action.done_when:
            st.markdown(f"**Done when:** {escaped(action.done_when)}")


def history(lines: Sequence[HistoryLine], organisation: Organisation) -> None:
    """Sentences, newest first; note and evidence in the writer's own words."""
    frame.section("History")
    for line in lines:
        at = organisation.local(line.at)
        words = [_bold(line), escaped(line.note), f"Evidence: {escaped(line.evidence)}" if line.evidence else ""]
        st.markdown("  \n".join([*(word for word in words if word), f":small[:gray[{day(at.date())}, {at:%H:%M}]]"]))


def _bold(line: HistoryLine) -> str:
    return f"**{escaped(line.who)}**{escaped(line.sentence.removeprefix(line.who))}"


def _reason(action: Action, advice: Advice | None) -> str:
    if advice:
        return advice.reason
    if action.recommended:
        return "It was recommended for this result. The answers have changed since, so it would not be recommended today."
    return "Somebody wrote it in answer to this result."

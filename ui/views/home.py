"""Home: where we stand, what holds us back, what waits for a decision, what is late."""

from collections.abc import Sequence

import streamlit as st

from exports import figures
from exports.words.numbers import count, day
from improvement import service
from improvement.home import situation
from improvement.home_model import Matter, Position, Situation
from improvement.model import RUNNING
from improvement.register import Filter
from people import links
from ui.parts import figure, frame, home_words, places, session
from ui.parts.markdown import escaped

_SHOWN = 6
"""What holds a level beyond these is counted."""


def page() -> None:
    """One look at everything; the first thing to do has the only primary button."""
    with session.reading() as work:
        here = situation(work)
        running = sum(action.status in RUNNING for action in service.register(work, Filter()))
    decides = session.may("action", "verify")
    with frame.page():
        lead = home_words.lead(here) if decides or not here.leading else home_words.index_lead(here.leading)
        frame.head(escaped(session.organisation().name), escaped(home_words.title(here)), lead)
        if here.leading:
            _figures(here, here.leading, running)
        if here.pillars or here.ground:
            figure.show(figures.signature(here.pillars, here.ground), "signature")
        if not (here.positions or here.under_way or here.decisions):
            _first_steps()
            return
        left, right = st.columns([1.72, 1], gap="large")
        with left:
            if decides:
                _decide(here)
        with right:
            if here.leading:
                _position(here.leading)
                _others(here, here.leading)
            _quiet(home_words.late_title(len(here.overdue)), here.overdue)
            _quiet(home_words.stale_title(len(here.stale)), here.stale)


def _figures(here: Situation, leading: Position, running: int) -> None:
    with st.grid(4, min_column_width=150):
        said_of = home_words.figures(here, leading, running)
        for said in said_of if session.may("action", "verify") else said_of[:-1]:
            st.metric(
                said.label,
                said.value,
                said.caveat,
                delta_color="orange" if said.warns else "gray",
                delta_arrow="off",
                border=True,
                height="stretch",
            )


def _first_steps() -> None:
    if session.may("assessment", "create") and st.button("Start an assessment", type="primary", icon=":material/play_arrow:"):
        places.go("/assessments")
    frame.section("What happens then")
    steps = (
        "**Answer.** One practice a page; choose the line that describes most days. Every answer is saved as you choose it.",
        "**See where you stand.** Levels, the index with its range, what holds you back, and why each number is what it is.",
        "**Act.** Accept the actions that help most, each with an owner and a date, and follow them here.",
        "**Hand over.** A PDF report says it all on paper.",
    )
    st.markdown("\n".join(f"{n}. {step}" for n, step in enumerate(steps, 1)))


def _decide(here: Situation) -> None:
    under_way = here.under_way if session.may("answer", "create") else ()
    waiting = [*((matter, "Go on") for matter in under_way), *((matter, "Decide") for matter in here.decisions)]
    if not waiting:
        _nothing_waits(here)
        return
    frame.section(home_words.waiting_title(here), "Oldest first." if len(waiting) == len(here.decisions) > 1 else "")
    for position, (matter, button) in enumerate(waiting):
        _matter(matter, button, first=position == 0)


def _matter(matter: Matter, button: str, *, first: bool) -> None:
    with st.container(border=True):
        what, act = st.columns([3.2, 1], vertical_alignment="center")
        with what, st.container(gap="xxsmall"):
            st.markdown(f"**{escaped(matter.what)}**  \n{escaped(matter.consequence)}")
            since = session.organisation().local(matter.since)
            frame.meta(f"{escaped(matter.who)} · since {day(since.date())}")
        if act.button(button, type="primary" if first else "secondary", key=f"decide-{matter.link}", width="stretch"):
            places.go(matter.link)


def _nothing_waits(here: Situation) -> None:
    leading = here.leading
    if leading and here.nothing_chosen:
        _choose(leading)
        return
    frame.section("Nothing waits for you")
    frame.nothing_here(
        "Every decision is made.", "Look at what the result suggests next, or start the next assessment when its time has come."
    )
    if leading and session.may("action", "create") and st.button("See what to do next", type="primary"):
        places.go(links.results(leading.assessment.id) if leading.is_held else links.advice(leading.assessment.id))


def _choose(leading: Position) -> None:
    frame.section("No action is chosen yet")
    frame.nothing_here("The result says what would help most.", "Accept the first actions, each with an owner and a date.")
    if st.button("Choose what to do", type="primary"):
        places.go(links.advice(leading.assessment.id))


def _position(position: Position) -> None:
    held = home_words.known(position.held_back_by)
    frame.section(f"What holds {escaped(position.function)} back", escaped(f"{position.questionnaire}, {position.assessment.name}"))
    with st.container(gap="xxsmall"):
        if lay := home_words.lay_first(position):
            st.markdown(f":orange[:material/foundation: {escaped(lay)}]")
        for one in held[:_SHOWN]:
            with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                places.link(escaped(one.title), one.link, width="stretch")
                needs = f"{one.level}, needs {one.needs}" if one.is_foundation else f"{one.level}"
                st.badge(needs, color="orange")
        if len(held) > _SHOWN:
            frame.meta(f"and {count(len(held) - _SHOWN)} more")
        if not held:
            st.markdown(home_words.nothing_held(position))
        if len(held) < len(position.held_back_by):
            _not_assessed(position)
        places.link("See the result", position.link, icon=":material/arrow_forward:")


def _others(here: Situation, leading: Position) -> None:
    others = [one for one in here.positions if one is not leading]
    if others:
        frame.section("Other results")
        for one in others:
            places.link(escaped(home_words.other(one)), one.link, icon=":material/arrow_forward:")


def _not_assessed(position: Position) -> None:
    st.markdown(":small[:gray[Level after the foundations: not determinable, they are not assessed]]")
    if position.assess and session.may("assessment", "create"):
        places.link("Assess the foundations", position.assess, icon=":material/foundation:")


def _quiet(title: str, matters: Sequence[Matter]) -> None:
    if not matters:
        return
    frame.section(title)
    for matter in matters:
        with st.container(gap=None):
            st.markdown(f"**{escaped(matter.what)}**  \n:small[:gray[{escaped(matter.who)} · {escaped(matter.consequence)}]]")
            places.link("Open", matter.link, icon=":material/arrow_forward:")

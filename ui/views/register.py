"""The improvement register: what is done about the findings, by whom, by when."""

from collections.abc import Mapping

import streamlit as st

from assessment import service as assessments
from assessment.model import Assessment
from exports.words.numbers import listed
from improvement import service
from improvement.model import Action, Status
from improvement.register import Filter, Pill
from people import links
from people import service as people
from people.work import Work
from ui.parts import action_words, frame, own_action, places, register_filters, register_views, session
from ui.parts.action_rows import Shown
from ui.parts.markdown import escaped

_VIEWS = {"list": register_views.as_list, "board": register_views.as_board, "table": register_views.as_table}


def page() -> None:
    """The actions that the address asks for, in the view it asks for."""
    view, wanted = register_filters.from_address()
    with session.reading() as work:
        every, found = service.register(work, Filter(show=frozenset(Pill))), service.register(work, wanted)
        counts, newest = service.pill_counts(work), next(iter(assessments.assessments(work)), None)
        shown = _shown(work)
        own = own_action.choices(work)
    with frame.page():
        _head(every, counts, own)
        if not every:
            _empty(newest)
            return
        register_filters.show(view, wanted, shown.people, _practices(every, shown))
        if found:
            _VIEWS[view](found, shown)
            frame.meta(_count(found, every, wanted))
        else:
            _no_match(every)


def _head(every: tuple[Action, ...], counts: Mapping[Pill, int], own: own_action.Offered) -> None:
    left, right = st.columns([4, 1], vertical_alignment="bottom")
    with left:
        frame.head("Improvement register", action_words.register_title(every, counts[Pill.LATE], counts[Pill.STALE]))
    with right:
        may = session.may("action", "create")
        if may and st.button("New action", type="primary", icon=":material/add:", width="stretch", disabled=not own.functions):
            own_action.ask(own)


def _shown(work: Work) -> Shown:
    names = {card.id: card.name for card in people.people(work)}
    local = people.organisation(work).local(work.now)
    return Shown(names, _titles(work), local.date(), work.now)


def _titles(work: Work) -> Mapping[str, str]:
    titles: dict[str, str] = {}
    for one in reversed(assessments.assessments(work)):
        titles |= {p: practice.title for p, practice in assessments.questionnaire(work, one).practices.items()}
    return titles


def _practices(every: tuple[Action, ...], shown: Shown) -> Mapping[str, str]:
    return {a.practice: shown.practice(a) for a in every if a.practice}


def _empty(newest: Assessment | None) -> None:
    if newest is None:
        frame.nothing_here("Actions follow from a result", "Start with an assessment: it suggests what to do, and in which order.")
        if session.may("assessment", "create") and st.button("Start an assessment", icon=":material/play_arrow:"):
            places.go("/assessments")
        return
    frame.nothing_here("Start with what holds you back", f"The result of {escaped(newest.name)} suggests what to do, and in which order.")
    if st.button("See what it suggests", icon=":material/arrow_forward:"):
        places.go(links.advice(newest.id))


def _no_match(every: tuple[Action, ...]) -> None:
    many = f"{len(every)} actions are" if len(every) != 1 else "One action is"
    frame.nothing_here("No action matches these filters", f"{many} in the register.")
    st.button("Clear filters", on_click=register_filters.clear)


def _count(found: tuple[Action, ...], every: tuple[Action, ...], wanted: Filter) -> str:
    order = register_filters.SORTS[wanted.sort].lower()
    said = f"{len(found)} of {len(every)} actions, {order}.{_left_out(every, wanted)} Levels: at acceptance, and as promised."
    return f"{said} To share this view, share its address."


def _left_out(every: tuple[Action, ...], wanted: Filter) -> str:
    many = {status.value: sum(action.status is status for action in every) for status in (Status.PROPOSED, Status.CANCELLED)}
    parts = [f"{number} {status}" for status, number in many.items() if number]
    return f" Shown only when asked for: {listed(parts)}." if parts and not wanted.show else ""

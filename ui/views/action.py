"""One action: how it is going, what happened, why it is there."""

from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ground.errors import NotFound
from improvement import service
from improvement.history import HistoryLine
from improvement.model import Action, Status
from improvement.overtaken import REPORTABLE
from improvement.standing import gather
from improvement.standing_model import Standing
from people import links
from people import service as people
from people.work import Work
from ui.parts import action_acts, action_draft, action_form, action_sides, frame, left_over, places, session
from ui.parts.action_rows import Shown
from ui.parts.markdown import escaped

_HIGHEST = 5


class Seen(NamedTuple):
    """Everything on the page."""

    action: Action
    lines: tuple[HistoryLine, ...]
    standing: Standing | None
    shown: Shown


def page() -> None:
    """The action whose number is in the address: A-07."""
    with session.reading() as work:
        seen = _look(work, service.by_number(work, _number(st.query_params.get("id", ""))))
    action = seen.action
    with frame.page():
        places.link("Register", links.register(), icon=":material/arrow_back:")
        left, right = st.columns([2, 1], gap="large")
        with left:
            _head(seen)
            _act(seen, st.container(gap="small"))
            if session.may("action", "update", own=False):
                action_acts.others(action, seen.shown.people)
            action_sides.history(seen.lines, session.organisation())
        with right:
            action_sides.facts(action, seen.shown.owner(action), seen.shown.today, session.organisation().currency)
            action_sides.why(action, seen.standing)
            action_sides.how(action)


def _look(work: Work, action: Action) -> Seen:
    standing = gather(work, action.assessment_id) if action.assessment_id else None
    titles = {p: one.title for p, one in standing.questionnaire.practices.items()} if standing else {}
    names = {card.id: card.name for card in people.people(work)}
    shown = Shown(names, titles, session.organisation().local(work.now).date(), work.now)
    return Seen(action, service.history(work, action.id), standing, shown)


def _head(seen: Seen) -> None:
    action = seen.action
    frame.head(f"{action.label} · {escaped(seen.shown.practice(action))}", escaped(action.title), escaped(action.description))
    if action.is_overdue(seen.shown.today) or action.is_stale(seen.shown.now):
        st.warning(_warning(seen), icon=":material/schedule:")


def _warning(seen: Seen) -> str:
    late = (seen.shown.today - seen.action.due).days if seen.action.due and seen.action.is_overdue(seen.shown.today) else 0
    quiet = (seen.shown.now - seen.action.updated_at).days
    parts = [
        f"{late} day{'' if late == 1 else 's'} late." if late else "",
        f"No update for {quiet} days." if seen.action.is_stale(seen.shown.now) else "",
    ]
    return " ".join(part for part in parts if part) + " Say how it stands, or agree on a new date."


def _act(seen: Seen, kept: DeltaGenerator) -> None:
    action = seen.action
    decides = session.may("action", "update", own=False)
    if action.status is Status.PROPOSED and decides:
        action_acts.agree(action, seen.shown.people, seen.standing.questionnaire.highest if seen.standing else _HIGHEST)
    elif action.status is Status.DONE and session.may("action", "verify"):
        action_acts.verify(action, session.person().id)
    own = action.owner_id == session.person().id
    if action.status in REPORTABLE and session.may("action", "update", own=own):
        action_form.show(action, seen.shown.people)
    else:
        action_draft.put_aside(action, seen.lines[0].sentence.removesuffix("."))
    with kept:
        left_over.show(action.id)


def _number(text: str) -> int:
    digits = text.removeprefix("A-")
    if not digits.isascii() or not digits.isdecimal() or len(digits) > 9:
        raise NotFound("action")
    return int(digits)

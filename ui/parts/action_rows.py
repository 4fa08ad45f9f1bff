"""Actions as rows, cards and table rows: what, who, what it promises, by when, how it stands."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple, Self
from uuid import UUID

import streamlit as st

from improvement.model import Action
from improvement.standing_model import Standing
from people import links
from ui.parts import action_words, places
from ui.parts.markdown import escaped

_TITLE, _OWNER, _PRACTICE, _DUE, _STATUS = 360, 110, 215, 150, 110


class Shown(NamedTuple):
    """What rows need beside the actions."""

    people: Mapping[UUID, str]
    practices: Mapping[str, str]
    """Titles by id."""
    today: date
    now: datetime

    @classmethod
    def of(cls, standing: Standing) -> Self:
        """From a standing that is there already."""
        titles = {p: practice.title for p, practice in standing.questionnaire.practices.items()}
        return cls(standing.people, titles, standing.today, standing.now)

    def owner(self, action: Action) -> str:
        """The owner's name; empty where there is none."""
        return self.people.get(action.owner_id, "") if action.owner_id else ""

    def practice(self, action: Action) -> str:
        """The practice's title, the id where its questionnaire is not at hand, or the whole."""
        return self.practices.get(action.practice, action.practice) if action.practice else "The whole"


def rows(actions: Iterable[Action], shown: Shown) -> None:
    """One line an action on a wide screen; the cells wrap on a phone."""
    with st.container(gap="xxsmall"):
        for action in actions:
            _row(action, shown)


def card(action: Action, shown: Shown) -> None:
    """One action on the board."""
    with st.container(border=True, gap="xxsmall"):
        owner = escaped(shown.owner(action) or "no owner yet")
        st.markdown(f"**{escaped(action.title)}**  \n:small[{owner} · {action_words.due(action, shown.today)}]")
        lift = action_words.lift(action)
        st.markdown(f":small[{escaped(shown.practice(action))} {lift}]")
        _marks(action, shown)
        with st.container(horizontal=True, horizontal_alignment="right"):
            places.link(f"Open {action.label}", links.action(action.number), icon=":material/arrow_forward:")


def _row(action: Action, shown: Shown) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        places.link(f"**{escaped(action.title)}**", links.action(action.number), width=_TITLE)
        st.markdown(escaped(shown.owner(action)) or ":gray[no owner yet]", width=_OWNER)
        st.markdown(f"{escaped(shown.practice(action))} {action_words.lift(action)}", width=_PRACTICE)
        st.markdown(action_words.due(action, shown.today), width=_DUE)
        st.markdown(action_words.badges(action, shown.now), width=_STATUS)


def _marks(action: Action, shown: Shown) -> None:
    marks = action_words.stale_badge(action, shown.now)
    if marks or action.status in action_words.CLOSED_APART:
        st.markdown(action_words.badges(action, shown.now))

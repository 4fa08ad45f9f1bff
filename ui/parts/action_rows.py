"""Actions as rows, cards and table rows: what, who, what it promises, by when, how it stands."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from textwrap import shorten
from typing import NamedTuple, Self
from uuid import UUID

import streamlit as st

from improvement.history import GONE
from improvement.model import Action
from improvement.standing_model import Standing
from people import links
from ui.parts import action_words, places
from ui.parts.markdown import escaped

_TITLE, _OWNER, _PRACTICE, _DUE, _STATUS = 337, 101, 252, 136, 134
_LONGEST = 44
"""Characters of a title that fit; a link cannot break its line."""


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
        return self.people.get(action.owner_id, GONE) if action.owner_id else ""

    def practice(self, action: Action) -> str:
        """The practice's title, the id where its questionnaire is not at hand, or the whole."""
        return self.practices.get(action.practice, action.practice) if action.practice else "The whole"


def rows(actions: Iterable[Action], shown: Shown) -> None:
    """One line an action on a wide screen; where the cells wrap, the lines of one action stand closer than two actions."""
    with st.container(gap="small"):
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
    with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
        places.link(f"**{escaped(shorten(action.title, _LONGEST, placeholder='…'))}**", links.action(action.number), width=_TITLE)
        cells = (
            (escaped(shown.owner(action)) or ":gray[no owner yet]", _OWNER),
            (f"{escaped(shown.practice(action))} {action_words.lift(action)}", _PRACTICE),
            (action_words.due(action, shown.today), _DUE),
            (action_words.badges(action, shown.now), _STATUS),
        )
        for text, width in cells:
            st.markdown(f":small[{text}]", width=width)


def _marks(action: Action, shown: Shown) -> None:
    said = action_words.status_badge(action) if action.status in action_words.CLOSED_APART else action_words.stale_badge(action, shown.now)
    if said:
        st.markdown(said)

"""The register as a list, a board and a table."""

from typing import Any

import streamlit as st

from improvement.model import WORDS, Action, Status
from improvement.register import Column, board
from people import links
from ui.parts import action_rows, action_words, places
from ui.parts.action_rows import Shown

PER_PAGE = 20


def as_list(actions: tuple[Action, ...], shown: Shown) -> None:
    """Rows, 20 a page."""
    pages = -(-len(actions) // PER_PAGE)
    at = st.session_state.get("register-page", 1) if pages > 1 else 1
    first = (min(at, pages) - 1) * PER_PAGE
    action_rows.rows(actions[first : first + PER_PAGE], shown)
    if pages > 1:
        st.pagination(pages, key="register-page")


def as_board(actions: tuple[Action, ...], shown: Shown) -> None:
    """One column a status. A status is changed on the action's own page."""
    apart = tuple(a for a in actions if a.status in {Status.PROPOSED, Status.CANCELLED})
    columns = (*board(actions), *((Column(title="Proposed or cancelled", actions=apart),) if apart else ()))
    for place, column in zip(st.columns(len(columns)), columns, strict=True):
        with place:
            st.markdown(f"**{column.title}** :gray[{len(column.actions)}]")
            for action in column.actions:
                action_rows.card(action, shown)


def as_table(actions: tuple[Action, ...], shown: Shown) -> None:
    """For sorting, searching and hundreds of rows; a chosen row opens its action."""
    table = [_record(action, shown) for action in actions]
    chosen = st.dataframe(
        table,
        hide_index=True,
        row_height=40,
        height="content" if len(table) <= PER_PAGE else 840,
        key="register-table",
        on_select="rerun",
        selection_mode="single-row",
        column_config={
            "Action": st.column_config.TextColumn(width=300),
            "Status": _statuses(),
            "Due": st.column_config.DateColumn(format="D MMM YYYY"),
            "Done": st.column_config.NumberColumn(format="%d %%"),
        },
        alt=f"{len(table)} actions with owner, practice, due date and status. Choose a row to open the action.",
    )
    rows = chosen["selection"]["rows"]
    if rows and rows[0] < len(actions):
        places.go(links.action(actions[rows[0]].number))


def _record(action: Action, shown: Shown) -> dict[str, object]:
    return {
        "No.": action.label,
        "Action": action.title,
        "Status": [WORDS[action.status]],
        "Owner": shown.owner(action),
        "Due": action.due,
        "Warning": "late" if action.is_overdue(shown.today) else "stale" if action.is_stale(shown.now) else "",
        "Done": action.per_cent,
        "Level": "" if action.level_to is None else str(action.level_to),
        "Practice": shown.practice(action),
    }


def _statuses() -> Any:  # noqa: ANN401 - Streamlit has no public name for a column's description
    words = list(dict.fromkeys(WORDS[status] for status in Status))
    colours = [action_words.COLOURS[status] for status in Status]
    return st.column_config.MultiselectColumn(options=words, color=colours, width=120)

"""The register's filters. The place is the address: each change writes it, each run reads it."""

from collections.abc import Mapping
from typing import Literal
from uuid import UUID

import streamlit as st

from improvement.register import Filter, Pill, Sort

View = Literal["list", "board", "table"]
VIEWS: tuple[View, ...] = ("list", "board", "table")
SORTS: Mapping[Sort, str] = {
    Sort.DUE: "Soonest first",
    Sort.UPDATED: "Latest update first",
    Sort.LIFT: "Largest lift first",
    Sort.STATUS: "By status",
    Sort.NUMBER: "By number",
    Sort.TITLE: "By title",
}
_KEYS = ("view", "show", "owner", "practice", "q", "sort")


def from_address() -> tuple[View, Filter]:
    """What the address asks for; what makes no sense in it is left out."""
    query = st.query_params.to_dict()
    view = query.get("view", "")
    return next((one for one in VIEWS if one == view), VIEWS[0]), Filter.from_query(query)


def show(view: View, wanted: Filter, owners: Mapping[UUID, str], practices: Mapping[str, str]) -> None:
    """The controls, set to what the address says."""
    _seed(view, wanted, owners, practices)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        _one("View", "view", VIEWS)
        st.pills(
            "Status",
            list(Pill),
            selection_mode="multi",
            format_func=_pill,
            key=_key("show"),
            on_change=_write,
            label_visibility="collapsed",
        )
    with st.grid(4, min_column_width=150):
        _select("owner", "Owner", "Any owner", owners)
        _select("practice", "Practice", "Any practice", practices)
        st.selectbox("Order", list(SORTS), format_func=SORTS.__getitem__, key=_key("sort"), on_change=_write, label_visibility="collapsed")
        st.text_input("Search", key=_key("q"), on_change=_write, placeholder="Search", label_visibility="collapsed", max_chars=200)


def clear() -> None:
    """Back to every action, in the same view."""
    st.query_params.from_dict({name: value for name, value in st.query_params.to_dict().items() if name in {"view", "o"}})


def _one(label: str, name: str, options: tuple[View, ...]) -> None:
    st.segmented_control(
        label,
        list(options),
        format_func=lambda one: f":violet[{one.capitalize()}]",
        key=_key(name),
        on_change=_write,
        required=True,
        label_visibility="collapsed",
    )


def _select(name: str, label: str, nothing: str, options: Mapping[UUID, str] | Mapping[str, str]) -> None:
    named = dict(options.items())
    st.selectbox(
        label,
        list(named),
        index=None,
        format_func=lambda one: named.get(one, ""),
        placeholder=nothing,
        key=_key(name),
        on_change=_write,
        label_visibility="collapsed",
    )


def _seed(view: View, wanted: Filter, owners: Mapping[UUID, str], practices: Mapping[str, str]) -> None:
    st.session_state[_key("view")] = view
    st.session_state[_key("show")] = [pill for pill in Pill if pill in wanted.show]
    st.session_state[_key("owner")] = wanted.owner if wanted.owner in owners else None
    st.session_state[_key("practice")] = wanted.practice if wanted.practice in practices else None
    st.session_state[_key("q")] = wanted.search
    st.session_state[_key("sort")] = wanted.sort


def _write() -> None:
    said = {name: st.session_state.get(_key(name)) for name in _KEYS}
    query = {
        "show": ",".join(str(pill) for pill in said["show"] or ()),
        "owner": str(said["owner"] or ""),
        "practice": said["practice"] or "",
        "q": said["q"] or "",
        "sort": str(said["sort"] or ""),
    }
    wanted = Filter.from_query(query).to_query()
    view = said["view"] if said["view"] in VIEWS[1:] else None
    st.query_params.from_dict(wanted | ({"view": view} if view else {}) | _organisation())


def _organisation() -> dict[str, str]:
    kept = st.query_params.get("o")
    return {"o": kept} if kept else {}


def _key(name: str) -> str:
    return f"register-{name}"


def _pill(pill: Pill) -> str:
    return f":violet[{pill.words}]"

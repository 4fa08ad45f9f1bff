"""The filters of the audit log. The place is the address: each change writes it, each run reads it."""

from collections.abc import Mapping

import streamlit as st

from exports.words.trail import kind
from people.trail import Choices, Wanted

_BEFORE = "before"
_DAYS: Mapping[int, str] = {1: "Last day", 7: "Last 7 days", 30: "Last 30 days", 365: "Last year"}
_KEPT = ("o", "of")


def before() -> int | None:
    """The number that the page ends before; None for the newest."""
    said = st.query_params.get(_BEFORE, "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 10 else None


def show(wanted: Wanted, choices: Choices) -> None:
    """Four lists in a row, set to what the address says."""
    with st.grid(4, min_column_width=150):
        _select("person", "Anybody", {str(id_): name for id_, name in choices.people.items()}, str(wanted.person or ""))
        _select("verb", "Anything done", {verb: kind(verb) for verb in choices.verbs}, wanted.verb or "")
        _select("kind", "To anything", {resource: kind(resource) for resource in choices.resources}, wanted.resource or "")
        _select("days", "At any time", {str(days): words for days, words in _DAYS.items()}, str(wanted.days or ""))


def older(number: int) -> None:
    """On to what came before that number."""
    st.query_params[_BEFORE] = str(number)


def newest() -> None:
    """Back to the newest."""
    st.query_params.pop(_BEFORE, None)


def _select(name: str, nothing: str, options: Mapping[str, str], chosen: str) -> None:
    st.session_state[f"trail-{name}"] = chosen if chosen in options else None
    st.selectbox(
        nothing,
        list(options),
        index=None,
        format_func=lambda one: options.get(one, ""),
        placeholder=nothing,
        key=f"trail-{name}",
        on_change=_write,
        label_visibility="collapsed",
    )


def _write() -> None:
    said = {name: st.session_state.get(f"trail-{name}") or "" for name in ("person", "verb", "kind", "days")}
    kept = {name: st.query_params[name] for name in _KEPT if name in st.query_params}
    st.query_params.from_dict(kept | Wanted.from_query(said).to_query())

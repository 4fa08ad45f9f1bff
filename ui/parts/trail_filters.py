"""The audit log's filters. The place is the address: each change writes it, each run reads it."""

from collections.abc import Mapping, Sequence

import streamlit as st

from exports.words.trail import kind
from people.trail import Choices, Wanted

DAYS: Mapping[int, str] = {1: "Last day", 7: "Last 7 days", 30: "Last 30 days", 365: "Last year"}
_KEPT = frozenset({"o", "of"})


def from_address() -> tuple[Wanted, int | None]:
    """What the address asks for, and before which number."""
    query = st.query_params.to_dict()
    before = query.get("before", "")
    return Wanted.from_query(query), int(before) if before.isascii() and before.isdecimal() and len(before) < 12 else None


def show(wanted: Wanted, offered: Choices) -> None:
    """The controls, set to what the address says."""
    _seed(wanted, offered)
    names = {str(one): name for one, name in offered.people.items()}
    with st.grid(4, min_column_width=150):
        _select("person", "Who", "Anybody", names)
        _select("verb", "What", "Any act", _words(offered.verbs))
        _select("kind", "Kind of thing", "Any thing", _words(offered.resources))
        _select("days", "When", "Any time", {str(days): words for days, words in DAYS.items()})


def clear() -> None:
    """Everything again, of the same trail."""
    st.query_params.from_dict(_beside())


def _words(found: Sequence[str]) -> Mapping[str, str]:
    return {one: kind(one).capitalize() for one in found}


def _select(name: str, label: str, nothing: str, options: Mapping[str, str]) -> None:
    named = dict(options)
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


def _seed(wanted: Wanted, offered: Choices) -> None:
    st.session_state[_key("person")] = str(wanted.person) if wanted.person in offered.people else None
    st.session_state[_key("verb")] = wanted.verb if wanted.verb in offered.verbs else None
    st.session_state[_key("kind")] = wanted.resource if wanted.resource in offered.resources else None
    st.session_state[_key("days")] = str(wanted.days) if wanted.days in DAYS else None


def _write() -> None:
    query = {name: str(st.session_state.get(_key(name)) or "") for name in ("person", "verb", "kind", "days")}
    st.query_params.from_dict(Wanted.from_query(query).to_query() | _beside())


def _beside() -> dict[str, str]:
    return {name: value for name, value in st.query_params.to_dict().items() if name in _KEPT}


def _key(name: str) -> str:
    return f"trail-{name}"

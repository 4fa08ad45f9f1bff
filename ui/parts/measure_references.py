"""What others have reported of a measure: for orientation, never as a place among them."""

import streamlit as st

from exports.words.numbers import plain
from questionnaires.references import FRESH, Reference, references
from ui.parts import frame, session
from ui.parts.markdown import escaped

_CAPTION = (
    "For orientation only: other people, other ways of counting, other years. "
    f"No average of a trade and no target. Grey: over {FRESH} years old, or undated."
)


def show(measure: str) -> None:
    """Newest first. Nothing where no published figure comes close enough."""
    found = references(measure)
    if not found:
        return
    frame.section("What others have reported", _CAPTION)
    with st.container(gap="small"):
        for one in found:
            st.markdown(_told(one, old=one.is_old(session.today().year)))


def _told(one: Reference, *, old: bool) -> str:
    figure = f"**{escaped(f'{plain(one.value)} {one.unit}')}**, {one.year or 'year not given'}"
    source = f"[{escaped(one.source)}]({one.url})" if one.url else escaped(one.source)
    people = escaped(f"{one.population}. {one.differs}")
    return f":gray[{figure}. {people}]  \n:small[:gray[Source:] {source}]" if old else f"{figure}. {people}  \n:small[Source: {source}]"

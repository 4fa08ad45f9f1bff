"""What others have reported of a measure: for orientation, never as a place among them."""

from collections.abc import Sequence

import streamlit as st

from exports.words.references import CAPTION, figure_words, people_words, year_words
from questionnaires.references import Reference, references
from ui.parts import frame, session
from ui.parts.markdown import escaped


def show(measure: str) -> None:
    """Newest first. Nothing where no published figure comes close enough."""
    found = references(measure)
    if not found:
        return
    frame.section("What others have reported", CAPTION)
    figures(found)


def figures(found: Sequence[Reference]) -> None:
    """Each with its year, its people, what differs, and its source."""
    with st.container(gap="small"):
        for one in found:
            st.markdown(_told(one, old=one.is_old(session.today().year)))


def _told(one: Reference, *, old: bool) -> str:
    figure = f"**{escaped(figure_words(one))}**, {year_words(one)}"
    source = f"[{escaped(one.source)}]({one.url})" if one.url else escaped(one.source)
    people = escaped(people_words(one))
    return f":gray[{figure}. {people}]  \n:small[:gray[Source:] {source}]" if old else f"{figure}. {people}  \n:small[Source: {source}]"

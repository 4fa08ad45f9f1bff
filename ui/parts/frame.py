"""The frame of every page: its width, its head, its sections."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

WIDE = 1000
NARROW = 860


@contextmanager
def page(width: int = WIDE) -> Iterator[None]:
    """The column that holds a page, so that a wide monitor does not stretch it."""
    with st.container(width=width, gap="medium"):
        yield


def head(eyebrow: str, title: str, lead: str = "") -> None:
    """The same lines on every page. `title` is the finding, never the topic; user text in any of the three comes escaped."""
    with st.container(gap="xsmall"):
        with st.container(gap=None):
            st.markdown(f":blue[:small[**{eyebrow.upper()}**]]")
            st.title(title, anchor=False)
        if lead:
            st.markdown(lead)


def section(title: str, caption: str = "") -> None:
    """A part of a page: h2, never lower, because h1 followed by h3 fails `heading-order`."""
    with st.container(gap="xsmall"):
        st.header(title, anchor=False)
        if caption:
            st.caption(caption)


def meta(text: str) -> None:
    """Small grey facts: who, when, how many."""
    st.markdown(f":small[:gray[{text}]]")


def so_what(text: str) -> None:
    """The one decision that follows from a page. One a page."""
    st.info(f"**So what**  \n{text}")


def nothing_here(title: str, text: str) -> None:
    """What stands in the place of an empty list, and what to do about it."""
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{title}**  \n{text}")

"""A field for the target of each practice, in two columns: what is aimed at is set alike wherever it is set."""

from collections.abc import Mapping

import streamlit as st

from questionnaires.model import Questionnaire
from ui.parts.markdown import escaped


def show(asked: Questionnaire, begin: Mapping[str, int], form: str) -> None:
    """`begin` is what each field holds until somebody changes it; `form` keeps its fields apart from those of other forms."""
    names = {level.level: f"{level.level} {level.name}" for level in asked.scale}
    columns = st.columns(2)
    for at, practice in enumerate(asked.practices.values()):
        key = f"{form}:{practice.id}"
        st.session_state.setdefault(key, begin[practice.id])
        with columns[at % 2], st.container(gap="xxsmall"):
            st.markdown(f":small[{escaped(practice.title)}]")
            # The label names the field to a screen reader, as it stands: escapes would be read aloud.
            st.selectbox(
                practice.title, list(names), key=key, format_func=lambda level: names.get(level, str(level)), label_visibility="collapsed"
            )


def chosen(asked: Questionnaire, form: str) -> Mapping[str, int]:
    """The level of each practice as the fields have it."""
    return {practice: st.session_state[f"{form}:{practice}"] for practice in asked.practices}


def keys(asked: Questionnaire, form: str) -> tuple[str, ...]:
    """The names of all its fields."""
    return tuple(f"{form}:{practice}" for practice in asked.practices)

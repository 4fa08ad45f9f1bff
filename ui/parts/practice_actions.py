"""What is done, and what could be done, about one practice."""

import streamlit as st

from exports.words.numbers import counted, start
from improvement.standing_model import Advice, Standing
from people import links
from ui.parts import action_rows, advice_words, frame, places
from ui.parts.markdown import escaped


def show(standing: Standing, practice: str) -> None:
    """The register's actions for it, then the recommended ones that are not there yet."""
    ours = tuple(a for a in standing.actions if a.practice == practice)
    if ours:
        frame.section("Actions for this practice")
        action_rows.rows(ours, action_rows.Shown.of(standing))
    taken = advice_words.taken(standing, standing.advice)
    open_ = [one for one in standing.advice if one.practice == practice and one.action.id not in taken]
    if open_:
        _recommended(standing, practice, open_)


def _recommended(standing: Standing, practice: str, advice: list[Advice]) -> None:
    frame.section(start(f"{counted(len(advice), 'recommended action')} {'would' if advice[0].applies else 'may'} help here"))
    with st.container(gap="xxsmall"):
        for one in advice:
            brings = advice_words.brings(standing, one) if one.applies else "needs answers first"
            takes = escaped(advice_words.takes(standing, one))
            st.markdown(f"**{escaped(one.action.title)}**  \n:gray[{escaped(brings[:1].upper() + brings[1:])}. Takes {takes}.]")
    places.link("Choose among them", links.advice(standing.assessment.id, practice), icon=":material/arrow_forward:")

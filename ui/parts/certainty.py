"""How sure a result is: everything behind one click."""

import streamlit as st

from improvement.standing_model import Standing
from ui.parts.certainty_words import facts
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """A closed expander, whose table is built only when it is open."""
    sure = st.expander("How sure is this?", icon=":material/rule:", key="how-sure", on_change="rerun")
    if sure.open:
        with sure:
            table = [{"What": escaped(f.what), "Value": escaped(f.value), "How to read it": escaped(f.meaning)} for f in facts(standing)]
            st.table(table, border="horizontal", hide_index=True)

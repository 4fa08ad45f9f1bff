"""How sure a result is: everything behind one click."""

import streamlit as st

from exports.words.panel import HEADS, panel_rows
from exports.words.redrawn import redrawn_words
from exports.words.tested import HEADS as TESTED
from exports.words.tested import tested_rows
from improvement.standing_model import Standing
from ui.parts.certainty_words import facts
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """How much hangs on the weights in a sentence; all else in a closed expander, whose tables are built only when it is open."""
    if said := redrawn_words(standing):
        st.markdown(escaped(said))
    sure = st.expander("How sure is this?", icon=":material/rule:", key="how-sure", on_change="rerun")
    if sure.open:
        with sure:
            table = [{"What": escaped(f.what), "Value": escaped(f.value), "How to read it": escaped(f.meaning)} for f in facts(standing)]
            st.table(table, border="horizontal", hide_index=True)
            _panel(standing)
            _tests(standing)


def _panel(standing: Standing) -> None:
    """How far those who answered agree on each practice, where several did."""
    if rows := panel_rows(standing):
        st.markdown("**Agreement and 95 % interval of each practice**")
        table = [dict(zip(map(escaped, HEADS), map(escaped, row), strict=True)) for row in rows]
        st.table(table, border="horizontal", hide_index=True)


def _tests(standing: Standing) -> None:
    """How each change was told from chance, where any was."""
    if rows := tested_rows(standing):
        st.markdown("**How each change was told from chance**")
        columns = {head: [row[at] for row in rows] for at, head in enumerate(TESTED)}
        st.dataframe(columns, hide_index=True, height="content", alt="How each change was told from chance")

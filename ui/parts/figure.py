"""A figure on a page: the finding, the picture, how it was made, and the same as a table."""

import streamlit as st

from exports.figures import Figure, Table
from ui.charts import spec
from ui.parts.markdown import escaped

_WIDE = 4
"""Wider tables scroll, and a scrolling `st.table` cannot take the keyboard."""


def show(figure: Figure, key: str) -> None:
    """`key` is unique on its page. The table is built only when it is opened."""
    with st.container(gap="xsmall"):
        st.header(escaped(figure.title), anchor=False)
        picture(figure, key)
        st.caption(escaped(figure.caption))
        tabled(figure, key)


def picture(figure: Figure, key: str) -> None:
    """The chart alone, where the words stand beside it."""
    # Not st.altair_chart: it checks the chart against the whole schema again, at every rerun.
    st.vega_lite_chart(spec(figure), theme="streamlit", key=f"chart-{key}", alt=figure.alt)


def tabled(figure: Figure, key: str) -> None:
    """The same as a table, one click away."""
    table = st.expander("Show the figures as a table", type="compact", key=f"table-{key}", on_change="rerun")
    if table.open:
        with table:
            _tabled(figure.table(), figure.title)


def _tabled(table: Table, title: str) -> None:
    columns = {name: [row[at] for row in table.rows] for at, name in enumerate(table.headers)}
    if len(columns) <= _WIDE:
        st.table(
            {escaped(name): [escaped(cell) for cell in cells] for name, cells in columns.items()}, border="horizontal", hide_index=True
        )
    else:
        st.dataframe(columns, hide_index=True, height="content", alt=title)

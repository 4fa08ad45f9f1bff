"""Readings from a CSV file: what it would do first, then all of it or nothing."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from assessment.followed import Followed
from assessment.importing import import_readings, rehearse
from assessment.periods import last_whole_month
from assessment.reading_import import Rehearsal, template
from exports.words.importing import change_words, faults_finding, would
from exports.words.numbers import counted
from ui.parts import frame, session
from ui.parts.markdown import escaped

_SAID, _TIMES = "import-said", "import-times"
_SHOWN = 20
"""More faults than this are counted."""


def show(function_id: UUID, followed: Sequence[Followed]) -> None:
    """Closed until it is wanted."""
    done = st.session_state.pop(_SAID, "")
    if done:
        st.success(escaped(done), icon=":material/check:")
    if not session.may("reading", "create"):
        return
    panel = st.expander("Import readings from a file", icon=":material/upload_file:", key="import-readings", on_change="rerun")
    if panel.open:
        with panel:
            _import(function_id, followed)


def _import(function_id: UUID, followed: Sequence[Followed]) -> None:
    st.markdown(
        "A CSV file with the columns below, in any order; **sample** and **source** may be empty. "
        "A measure goes by its id or its title, a period is a year, a quarter or a month: 2026, 2026-Q3 or 2026-09."
    )
    st.code(template([one.measure for one in followed], last_whole_month(session.today())), language=None, wrap_lines=True)
    times = st.session_state.get(_TIMES, 0)
    given = st.file_uploader("CSV file", type=["csv", "tsv", "txt"], key=f"readings-file-{times}", help="At most 1 MB and 5,000 readings")
    if given is not None:
        raw = given.getvalue()
        with session.reading() as work:
            rehearsal = rehearse(work, function_id, raw)
        _rehearsed(function_id, raw, rehearsal)


def _rehearsed(function_id: UUID, raw: bytes, rehearsal: Rehearsal) -> None:
    if rehearsal.faults:
        st.error(f"**{faults_finding(rehearsal)}.** {would(rehearsal)}. Nothing is changed.")
        _faults(rehearsal)
        return
    changing = len(rehearsal.of("new", "replaced", "completed"))
    st.info(f"**{would(rehearsal)}.** Nothing is changed yet.")
    _changes(rehearsal)
    if changing and st.button(f"Import {counted(changing, 'reading')}", type="primary", key="import-now"):
        _apply(function_id, raw, f"{would(rehearsal)}. Imported.")


def _apply(function_id: UUID, raw: bytes, done: str) -> None:
    outcome = session.attempt(lambda work: import_readings(work, function_id, raw))
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    st.session_state[_SAID] = done
    # A new key empties the uploader.
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + 1
    st.rerun()


def _faults(rehearsal: Rehearsal) -> None:
    st.markdown("\n".join(f"- Line {fault.line}: {escaped(fault.sentence)}" for fault in rehearsal.faults[:_SHOWN]))
    more = len(rehearsal.faults) - _SHOWN
    if more > 0:
        frame.meta(f"and {counted(more, 'more fault')}")


def _changes(rehearsal: Rehearsal) -> None:
    columns = {
        "Line": [change.line for change in rehearsal.changes],
        "Measure": [change.measure.title for change in rehearsal.changes],
        "Period": [change.measured.period for change in rehearsal.changes],
        "What happens": [change_words(change) for change in rehearsal.changes],
        "Source": [change.measured.source or "–" for change in rehearsal.changes],
    }
    st.dataframe(columns, hide_index=True, alt="What the file would do, line by line", key="import-changes")

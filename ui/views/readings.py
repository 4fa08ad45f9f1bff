"""Outcome readings beside an assessment: the measures of its questionnaire, each with a way to its own place."""

import streamlit as st

from assessment.following import following
from exports.words.followed import page_finding
from people import links
from people import service as people
from ui.parts import frame, measure_rows, places, session, sheet
from ui.parts.markdown import escaped


def page() -> None:
    """The frozen figures of a final assessment are not touched from here."""
    with session.reading() as work:
        here = sheet.load(work, sheet.identifier(st.query_params.get("a", "")))
        asked = here.questionnaire.measure_by_id
        followed = [one for one in following(work, here.assessment.function_id) if one.measure.id in asked]
        function = people.function(work, here.assessment.function_id)
    with frame.page():
        lead = "Answers say how the work is done; readings say what comes of it. They go on after an assessment is final."
        frame.head(f"{escaped(function.name)} · outcome readings", page_finding(followed), lead)
        measure_rows.show(followed)
        places.link("Back to the questions", links.answer(here.assessment.id), icon=":material/arrow_back:")
        places.link("Every measure of this function", links.measures(function.id), icon=":material/monitoring:")

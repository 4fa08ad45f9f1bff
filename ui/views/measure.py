"""One outcome measure of a function: its way, its readings, its target, its gates, and how it is counted."""

from uuid import UUID

import streamlit as st

from assessment.followed import Followed
from assessment.following import following
from ground.errors import NotFound
from people import links
from people import service as people
from people.work import Work
from ui.parts import frame, measure_detail, measure_gate, measure_references, places, session, sheet


def page() -> None:
    """The function and the measure that the address names."""
    with session.reading() as work:
        function = people.function(work, sheet.identifier(st.query_params.get("f", ""), "function"))
        seen = measure_detail.look(work, _named(work, function.id, st.query_params.get("m", "")))
        held = measure_gate.look(work, seen.followed)
    with frame.page():
        places.link("Measures", links.measures(function.id), icon=":material/arrow_back:")
        measure_detail.show(seen, function)
        measure_gate.show(seen.followed, held)
        measure_detail.definition(seen.followed)
        measure_references.show(seen.followed.measure.id)


def _named(work: Work, function_id: UUID, measure: str) -> Followed:
    found = next((one for one in following(work, function_id) if one.measure.id == measure), None)
    if found is None:
        raise NotFound("measure")
    return found

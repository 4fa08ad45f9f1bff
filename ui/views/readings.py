"""Outcome readings beside an assessment: what each measure counts, what was read, what is aimed at."""

import streamlit as st

from assessment import measures
from exports.words.numbers import count, counted, start
from people import links
from people import service as people
from people.model import Event
from ui.parts import frame, places, reading_card, session, sheet
from ui.parts.markdown import escaped
from ui.parts.reading_card import Shown


def page() -> None:
    """One card a measure; the frozen figures of a final assessment are not touched from here."""
    with session.reading() as work:
        here = sheet.load(work, sheet.identifier(st.query_params.get("a", "")))
        of = here.assessment.function_id
        targets = measures.targets(work, of)
        function = next(one.name for one in people.functions(work) if one.id == of)
        history: dict[str, list[Event]] = {}
        for reading in here.readings:
            history.setdefault(reading.measure, []).extend(people.history(work, "reading", reading.id))
    every = [
        Shown(of, measure, [r for r in here.readings if r.measure == measure.id], targets.get(measure.id), history.get(measure.id, []))
        for measure in here.questionnaire.measures
    ]
    with frame.page(frame.NARROW):
        lead = "Answers say how the work is done; readings say what comes of it. They go on after an assessment is final."
        frame.head(f"{escaped(function)} · outcome readings", _finding(every), lead)
        for shown in every:
            reading_card.card(shown, here.assessment.ends)
        places.link("Back to the questions", links.answer(here.assessment.id), icon=":material/arrow_back:")


def _finding(every: list[Shown]) -> str:
    read = sum(bool(shown.readings) for shown in every)
    if not every:
        return "This questionnaire has no measures"
    if not read:
        return f"None of the {counted(len(every), 'measure')} has a reading yet"
    if read == len(every):
        return f"All {counted(len(every), 'measure')} have a reading"
    return start(f"{count(read)} of {counted(len(every), 'measure')} {'has' if read == 1 else 'have'} a reading")

"""One measure of a function: its way, its readings and what was corrected, what it counts, and where it is asked."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from assessment import service as assessments
from assessment.followed import Followed
from assessment.following import history
from assessment.model import Assessment
from exports import figures
from exports.words.followed import also_asked, moved, parts, stands, uses, value
from exports.words.numbers import day
from ground.value import exact
from people import links
from people.model import Event, Function
from people.work import Work
from ui.parts import figure, frame, measure_forms, picked, places, session
from ui.parts.markdown import escaped


class Seen(NamedTuple):
    """Everything that is told of one measure."""

    followed: Followed
    history: Mapping[str, tuple[Event, ...]]
    """By period, latest first."""
    open: tuple[Assessment, ...]
    """Open assessments of the function that ask for it."""


def look(work: Work, followed: Followed) -> Seen:
    """Read it."""
    asking = {one.questionnaire for one in followed.uses.asked}
    of = [one for one in assessments.assessments(work) if one.function_id == followed.function_id and one.questionnaire in asking]
    return Seen(followed, history(work, followed), tuple(one for one in of if not picked.is_final(one)))


def show(seen: Seen, function: Function) -> None:
    """From where it stands to where it is asked."""
    followed = seen.followed
    lead = f"In {escaped(followed.measure.unit)}; {followed.measure.better} is better. {escaped(moved(followed))}".strip()
    frame.head(f"Measures · {escaped(function.name)}", escaped(stands(followed)), f"{lead}  \n:small[:gray[{escaped(uses(followed))}]]")
    drawn = figures.trend(followed, session.today())
    if drawn:
        figure.show(drawn, f"trend-{followed.measure.id}")
    measure_forms.show(followed)
    if followed.readings:
        _readings(followed)
        _corrections(seen)
    _one_fact(seen)


def _readings(followed: Followed) -> None:
    frame.section("Readings", "Newest period first. A corrected reading keeps its earlier figures below.")
    newest_first = tuple(reversed(followed.readings))
    columns = {
        "Period": [reading.period for reading in newest_first],
        "Value": [value(followed.measure, reading.value) for reading in newest_first],
        "Sample": [f"{reading.sample:,}" if reading.sample else "–" for reading in newest_first],
        "Source": [reading.source or "–" for reading in newest_first],
        "Entered": [day(session.organisation().local(reading.entered_at)) for reading in newest_first],
    }
    st.dataframe(columns, hide_index=True, height="content", alt=f"Readings of {followed.measure.title}", key="readings")


def _corrections(seen: Seen) -> None:
    events = sorted((event for events in seen.history.values() for event in events if event.before), key=lambda e: e.at, reverse=True)
    if not events:
        return
    panel = st.expander("What was corrected", icon=":material/history:", key="corrected", on_change="rerun")
    if panel.open:
        with panel:
            st.markdown("\n".join(f"- {_correction(seen.followed, event)}" for event in events))


def _correction(followed: Followed, event: Event) -> str:
    when = day(session.organisation().local(event.at))
    before, after = (value(followed.measure, exact(facts["value"])) for facts in (event.before or {}, event.after or {}))
    source = f" Source: {event.after['source']}." if event.after and event.after.get("source") else ""
    period = (event.after or {}).get("period", "")
    went = f"{period} from {before} to {after}." if before != after else f"{period} stays {after}."
    return escaped(f"{when}, {event.actor_name}: {went}{source}".replace("\n", " "))


def _one_fact(seen: Seen) -> None:
    said = also_asked(seen.followed)
    if not said:
        return
    frame.section("Where it is asked", "An answer there records the reading here, and a reading here is offered as the answer there.")
    for one, sentence in zip(seen.followed.uses.asked, said, strict=True):
        st.markdown(escaped(sentence))
        for assessment in seen.open:
            if assessment.questionnaire == one.questionnaire:
                places.link(escaped(f"Answer it in {assessment.name}"), links.answer(assessment.id, one.practice), icon=":material/edit:")


def definition(followed: Followed) -> None:
    """How it is counted, in parts."""
    frame.section("How it is counted")
    with st.container(gap="small"):
        for part in parts(followed.measure.definition):
            st.markdown(f"**{escaped(part.label)}.** {escaped(part.text)}" if part.label else escaped(part.text))

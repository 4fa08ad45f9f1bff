"""Reports: what leaves as a PDF, and what it contains."""

from collections.abc import Mapping, Sequence
from uuid import UUID

import streamlit as st

from assessment import service
from assessment.model import Assessment
from exports.words.numbers import count, counted, start
from improvement.acting import function_names
from people import links
from ui.parts import frame, picked, places, session
from ui.parts.markdown import escaped

_DRAFT = " :orange-badge[Draft: every page says so]"
CONTENTS = (
    "Summary on one page: level, index with its range, what holds it back, what to do first",
    "Where you stand: the whole and its parts, practices against their targets, the climb through the levels",
    "Each practice: what was seen, what to keep, what the next level needs",
    "Posture, pitfalls with their proof, claims beside what was measured and what was seen",
    "The ten actions that help most, and the register",
    "Method, and every answer with its evidence",
)


def page() -> None:
    """Every assessment with its report, newest first."""
    with session.reading() as work:
        every, functions = service.assessments(work), function_names(work)
    with frame.page(frame.NARROW):
        if not every:
            picked.none_yet("Reports", "A report")
            return
        frame.head(
            "Reports", _title(every), "A PDF for each assessment, made afresh from the same figures as the pages. That takes some seconds."
        )
        for position, one in enumerate(every):
            _report(one, functions, first=position == 0)
        _contents()


def _report(one: Assessment, functions: Mapping[UUID, str], *, first: bool) -> None:
    with st.container(border=True, gap="xsmall"):
        what, get = st.columns([3, 1], vertical_alignment="center")
        with what:
            draft = "" if picked.is_final(one) else _DRAFT
            st.markdown(f"**{escaped(one.name)}**{draft}  \n{picked.beside_name(one, functions[one.function_id])}")
        with get:
            st.link_button(
                "Download PDF",
                links.download(one.id),
                type="primary" if first else "secondary",
                icon=":material/download:",
                width="stretch",
            )
            places.link("See the result", links.results(one.id))


def _title(every: Sequence[Assessment]) -> str:
    drafts = sum(not picked.is_final(one) for one in every)
    said = f"{counted(len(every), 'report')} to hand over"
    if drafts == len(every):
        return start(f"{said}, still a draft" if drafts == 1 else f"{said}, all still drafts")
    return start(f"{said}; {count(drafts)} {'is' if drafts == 1 else 'are'} still a draft" if drafts else said)


def _contents() -> None:
    frame.section("What a report contains")
    st.markdown("\n".join(f"- {part}" for part in CONTENTS))

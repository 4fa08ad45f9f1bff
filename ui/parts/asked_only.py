"""What whoever is only asked to answer sees: their questions, the end of them, and at every other address a way back."""

from collections.abc import Callable

import streamlit as st

from assessment import service
from assessment.model import Assessment
from people import links
from ui.parts import frame, places, session
from ui.parts.markdown import escaped
from ui.parts.places import Place

_THEIRS, _HOME = "answer", places.PLACES[0].path
_OF_ONE = frozenset({_THEIRS, "thanks"})
_OF_MEMBERS = frozenset({"profile"})
"""Whoever answers by invitation has no account."""


def pages() -> list[st.Page]:
    """Every address there is, so that none answers with an error; one of them in the list."""
    return [places.page(_titled(place), _shown(place), listed=place.path == _THEIRS) for place in places.PLACES]


def _titled(place: Place) -> Place:
    return place._replace(title="Assessment", icon=":material/checklist:") if place.path == _THEIRS else place


def _shown(place: Place) -> Callable[[], None]:
    if place.path == _HOME:
        return _home
    if place.path in _OF_ONE:
        return lambda: _of_one(place)
    return places.view(place) if place.path in _OF_MEMBERS and not session.is_respondent() else _not_theirs


def _home() -> None:
    """Straight to the questions; a choice where several assessments ask, a word where none does."""
    own = _own()
    if len(own) == 1:
        places.go(links.answer(own[0].id))
    if own:
        _told("Several assessments ask you", "Choose the one you want to answer.", own)
    else:
        _told("Nothing is asked of you now", "Whoever leads an assessment will tell you when it is your turn.", own)


def _of_one(place: Place) -> None:
    wanted = st.query_params.get("a", "")
    if not wanted:
        _home()
    elif any(str(one.id) == wanted for one in _own()):
        places.view(place)()
    else:
        _not_theirs()


def _not_theirs() -> None:
    _told("This page is not yours to see", "You are asked to answer; everything else is for those who lead the assessment.", _own())


def _told(title: str, lead: str, own: tuple[Assessment, ...]) -> None:
    with frame.page(frame.NARROW):
        frame.head("Assessment", title, lead)
        with st.container(gap="xxsmall"):
            for one in own:
                places.link(f"Go to the questions of {escaped(one.name)}", links.answer(one.id), icon=":material/checklist:")


def _own() -> tuple[Assessment, ...]:
    with session.reading() as work:
        return service.assessments(work)

"""The start of an assessment: what is asked, of which function, over which period, and what is aimed at."""

from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta
from uuid import UUID

import streamlit as st

from assessment import service, target_profiles
from assessment.model import Assessment, Start, TargetProfile
from people import links
from people.model import Function
from people.work import Work
from questionnaires import library
from questionnaires.model import Mode, Questionnaire
from questionnaires.quick import restrict
from ui.parts import frame, places, session, target_fields
from ui.parts.markdown import escaped

_USUAL = "As last time for this function"
_AS_USUAL = "As in the latest assessment of this function; without one, the level at which a practice works in one agreed way everywhere."
_AS_PROFILE = "As in the target profile; what you change here holds for this assessment alone."
_STARTED, _NAME, _OFFERED = "started", "start-name", "start-name-offered"


def form(functions: tuple[Function, ...], taken: Collection[str], *, is_first: bool) -> None:
    """Everything has a sensible default; `taken` are names in use. `is_first`: nothing is open, so that this is the page's main act."""
    frame.section("Start an assessment")
    if not functions:
        frame.nothing_here("A function comes first", "An assessment asks one function, such as IT. Add it in Settings, then start here.")
        places.link("Add a function in Settings", "/organisation", icon=":material/settings:")
        return
    with st.container(border=True, key="start"):
        asked = _questionnaire()
        left, right = st.columns(2)
        with left:
            named = {str(one.id): one for one in functions}
            _preselected("start-function", st.query_params.get("f", ""), named)
            function = named[st.selectbox("Function", list(named), format_func=lambda id_: named[id_].name, key="start-function")]
        _usual_name(function, asked, taken)
        name = right.text_input("Name", key=_NAME)
        left, right = st.columns(2)  # a pair of its own: on a phone the left column of both would come first
        _usual_period()
        starts = left.date_input("From", key="start-from", format="YYYY-MM-DD")
        ends = right.date_input("To", key="start-to", format="YYYY-MM-DD")
        mode = _mode(asked)
        targets = _targets(asked, function)
        if st.button("Start", key="start-now", type="primary" if is_first else "secondary"):
            said = {"questionnaire": asked.id, "function_id": function.id, "name": name, "starts": starts, "ends": ends, "mode": mode}
            _start(said | {"targets": targets})


def _questionnaire() -> Questionnaire:
    every = {one.id: one for one in library.published()}
    if len(every) > 1:
        _preselected("start-asked", st.query_params.get("q", ""), every)
        captions = [escaped(one.purpose) for one in every.values()]
        id_ = st.radio(
            "Questionnaire", list(every), format_func=lambda id_: escaped(every[id_].title), captions=captions, key="start-asked"
        )
        return every[id_]
    only = next(iter(every.values()))
    st.markdown(f"**{escaped(only.title)}**  \n{escaped(only.purpose)}")
    return only


def _preselected(key: str, wanted: str, offered: Collection[str]) -> None:
    if wanted in offered:
        st.session_state.setdefault(key, wanted)


def _usual_name(function: Function, asked: Questionnaire, taken: Collection[str]) -> None:
    """Offered until somebody types another; it tells the questionnaire where the plain one is in use."""
    month = f"{session.today():%B %Y}"
    plain = f"{function.name}, {month}"
    usual = f"{function.name}, {asked.title}, {month}" if plain in taken else plain
    # After another page the field is gone while the offer is still known.
    if st.session_state.get(_NAME) in {None, st.session_state.get(_OFFERED)}:
        st.session_state[_NAME] = usual
    st.session_state[_OFFERED] = usual


def _usual_period() -> None:
    today = session.today()
    st.session_state.setdefault("start-to", today)
    st.session_state.setdefault("start-from", today - timedelta(days=364))


def _mode(asked: Questionnaire) -> Mode:
    full, quick = len(asked.questions), len(restrict(asked, "quick").questions)
    if not quick:
        return "full"
    says: Mapping[Mode, tuple[str, str]] = {
        "full": (
            f"Full: {full} questions, about {asked.minutes.full} minutes",
            "Index and level of every practice, and what holds each back.",
        ),
        "quick": (
            f"Quick: {quick} questions, about {asked.minutes.quick} minutes",
            "An estimate of the index, without levels. You can go on to the full one; every answer stays.",
        ),
    }
    captions = [caption for _, caption in says.values()]
    chosen: Mode = st.radio("How thorough", list(says), format_func=lambda mode: says[mode][0], captions=captions, key="start-mode")
    return chosen


def _targets(asked: Questionnaire, function: Function) -> Mapping[str, int]:
    with session.reading() as work:
        usual, kept = service.default_targets(work, asked, function.id), target_profiles.profiles(work, asked.id)
    profile = _profile(asked, kept)
    aims = profile.levels if profile else usual
    begin = {practice: aims.get(practice, level) for practice, level in usual.items()}
    opened = st.expander("Target level of each practice", type="compact", key="start-targets", on_change="rerun")
    if not opened.open:
        return begin
    form = f"target:{asked.id}:{function.id}{f':{profile.id}' if profile else ''}"
    with opened:
        st.caption(_AS_PROFILE if profile else _AS_USUAL)
        target_fields.show(asked, begin, form)
    return target_fields.chosen(asked, form)


def _profile(asked: Questionnaire, kept: Sequence[TargetProfile]) -> TargetProfile | None:
    """The one that the targets are taken from; not asked where none is kept."""
    if not kept:
        return None
    named = {str(one.id): one for one in kept}
    chosen = st.selectbox(
        "Targets", ["", *named], format_func=lambda id_: named[id_].name if id_ else _USUAL, key=f"start-profile:{asked.id}"
    )
    return named[chosen] if chosen else None


def _start(said: Mapping[str, object]) -> None:
    # A second click of a double click finds what the first one started.
    before: tuple[Mapping[str, object], UUID] | None = st.session_state.get(_STARTED)
    if before is not None and before[0] == said:
        places.go(links.answer(before[1]))
    outcome = session.attempt(lambda work: _begun(work, said))
    if outcome.value is None:
        st.error(escaped(str(outcome.refusal)))
        return
    st.session_state[_STARTED] = (said, outcome.value.id)
    places.go(links.answer(outcome.value.id))


def _begun(work: Work, said: Mapping[str, object]) -> Assessment:
    return service.start(work, Start.model_validate(said))

"""Which assessment a page shows: the one in the address, else the newest."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

import streamlit as st

from assessment import service
from assessment.model import Assessment, AssessmentState
from exports.words.numbers import day, period
from people.work import Work
from questionnaires import library
from ui.parts import frame, places, session, sheet
from ui.parts.markdown import escaped

IN_URL = "a"


def assessment(work: Work) -> Assessment | None:
    """The one that the address names, else the newest; None while there is none. NotFound for an id that is not ours."""
    wanted = st.query_params.get(IN_URL, "")
    if wanted:
        return service.get(work, sheet.identifier(wanted))
    return next(iter(service.assessments(work)), None)


def choose(every: Sequence[Assessment], shown: Assessment, functions: Mapping[UUID, str]) -> None:
    """A way to the other assessments, where there are any."""
    if len(every) < 2:
        return
    named = _apart(every, functions)
    st.session_state["assessment-shown"] = shown.id
    st.selectbox("Assessment", list(named), format_func=lambda one: named.get(one, ""), key="assessment-shown", on_change=_show, width=360)


def about(shown: Assessment, function: str) -> str:
    """Such as `IT · Autumn 2026 · 1 Sep to 15 Nov 2026 · final since 20 Nov 2026`, escaped, small and grey."""
    return _small("" if shown.name.startswith(function) else function, shown.name, *_when(shown))


def beside_name(shown: Assessment, function: str) -> str:
    """The same with its questionnaire, for where the name already stands."""
    return _small("" if shown.name.startswith(function) else function, _asked(shown), *_when(shown))


def _when(shown: Assessment) -> tuple[str, str]:
    final = is_final(shown) and shown.finalised_at
    state = f"final since {day(final.date())}" if final else "open, so every figure may still change"
    return period(shown.starts, shown.ends), state


def _small(*parts: str) -> str:
    return f":small[:gray[{' · '.join(escaped(part) for part in parts if part)}]]"


def is_final(shown: Assessment) -> bool:
    """Frozen."""
    return shown.state is AssessmentState.FINAL


def none_yet(eyebrow: str, what: str) -> None:
    """What a page says before there is any assessment."""
    frame.head(eyebrow, "Nothing is assessed yet", f"{what} follows from the answers of an assessment.")
    frame.nothing_here(
        "Start the first assessment", "A quick one takes about ten minutes, a full one about 35. Every answer is saved as you choose it."
    )
    if session.may("assessment", "create") and st.button("Start an assessment", type="primary", icon=":material/play_arrow:"):
        places.go("/assessments")


def _show() -> None:
    st.query_params[IN_URL] = str(st.session_state["assessment-shown"])


def _apart(every: Sequence[Assessment], functions: Mapping[UUID, str]) -> Mapping[UUID, str]:
    """Each by its name; those of the same name with more, until no two are alike: a list finds its choice by what it shows."""
    names = {one.id: _named(one, functions[one.function_id]) for one in every}
    for more in (_asked, lambda one: period(one.starts, one.ends), lambda one: f"begun {day(one.started_at)}"):
        names = _with(names, every, more)
    places: Counter[str] = Counter()
    for one in reversed(every):
        places[names[one.id]] += 1
        if places[names[one.id]] > 1:
            names = names | {one.id: f"{names[one.id]} · {places[names[one.id]]}"}
    return names


def _with(names: Mapping[UUID, str], every: Sequence[Assessment], more: Callable[[Assessment], str]) -> dict[UUID, str]:
    times = Counter(names.values())
    return {one.id: f"{names[one.id]} · {more(one)}" if times[names[one.id]] > 1 else names[one.id] for one in every}


def _asked(one: Assessment) -> str:
    return library.load(one.questionnaire, one.version).title


def _named(one: Assessment, function: str) -> str:
    return one.name if one.name.startswith(function) else f"{function} · {one.name}"

"""Every assessment with its state and its next step, and the start of a new one."""

from typing import Literal, NamedTuple

import streamlit as st

from assessment import progress, service
from assessment.model import Assessment, AssessmentState
from assessment.progress import Progress
from exports.words.numbers import counted, day, period, start
from ground.settings import settings
from people import links
from people import service as people
from people.model import Function
from people.work import Work
from questionnaires.model import Questionnaire
from ui.parts import frame, places, review_words, session, starting
from ui.parts.markdown import escaped


class Listed(NamedTuple):
    """One assessment as the list shows it."""

    assessment: Assessment
    questionnaire: Questionnaire
    progress: Progress
    function: str
    may_invite: bool

    @property
    def invites(self) -> bool:
        """Whether others can be asked to answer it: on a server, while it is open."""
        return self.may_invite and self.is_open and settings().mode != "local"

    @property
    def is_open(self) -> bool:
        """Whether it takes answers."""
        return self.assessment.state is AssessmentState.OPEN


def page() -> None:
    """What is open first; where nothing is, the form to start."""
    with session.reading() as work:
        functions = people.functions(work)
        every = _listed(work, functions)
    with frame.page():
        frame.head("Assessment", _finding(every), "An assessment asks one function about its practices, over one period.")
        if every:
            _cards(every)
        if session.may("assessment", "create"):
            taken = {one.assessment.name for one in every}
            starting.form(functions, taken, is_first=not any(one.is_open for one in every))


def _listed(work: Work, functions: tuple[Function, ...]) -> list[Listed]:
    names = {function.id: function.name for function in functions}
    every, may_invite = [], work.may("invitation", "create")
    for one in service.assessments(work):
        asked = service.questionnaire(work, one)
        every.append(
            Listed(
                one, asked, progress.progress(asked, service.answers(work, one.id), one.mode), names.get(one.function_id, ""), may_invite
            )
        )
    return sorted(every, key=lambda listed: not listed.is_open)


def _finding(every: list[Listed]) -> str:
    open_ = [one for one in every if one.is_open]
    if not every:
        return "Nothing has been assessed yet"
    if not open_:
        return "Nothing is open; the latest assessment is final" if len(every) > 1 else "The assessment is final"
    if len(open_) == 1:
        missing = open_[0].progress.of - open_[0].progress.answered
        return (
            f"One assessment is open; {counted(missing, 'question')} to go" if missing else "One assessment is open, ready for its review"
        )
    return start(f"{counted(len(open_), 'assessment')} are open")


def _cards(every: list[Listed]) -> None:
    with st.container(gap="small"):
        for position, one in enumerate(every):
            with st.container(border=True, key=f"assessment-{one.assessment.id}"):
                said, doing = st.columns([5, 1.7], vertical_alignment="center")
                with said:
                    _facts(one)
                with doing, st.container(gap="xxsmall", horizontal_alignment="right"):
                    _next_step(one, is_first=position == 0)


def _facts(one: Listed) -> None:
    asked = f"{escaped(one.questionnaire.title)} {one.assessment.version}{', quick' if one.assessment.mode == 'quick' else ''}"
    when = period(one.assessment.starts, one.assessment.ends)
    st.markdown(f"**{escaped(one.assessment.name)}**  \n{_state(one)}  \n:small[:gray[{asked} · {escaped(one.function)} · {when}]]")


def _state(one: Listed) -> str:
    if one.assessment.finalised_at is not None:
        return f"Final since {day(session.organisation().local(one.assessment.finalised_at))}."
    done, following = one.progress, one.progress.next_practice
    if following is None:
        return f"{review_words.complete(done)}. Next: review and finalise."
    title = escaped(one.questionnaire.practices[following].title)
    return f"{done.answered} of {done.of} answered, about {counted(max(done.minutes_left, 1), 'minute')} left. Next: {title}."


def _next_step(one: Listed, *, is_first: bool) -> None:
    label, to = _step(one)
    kind: Literal["primary", "secondary"] = "primary" if is_first and one.is_open else "secondary"
    if places.leads_on(to) and st.button(label, key=f"next-{one.assessment.id}", type=kind):
        places.go(to)
    places.link("Readings", links.readings(one.assessment.id), icon=":material/monitoring:")
    if one.invites:
        places.link("Respondents", links.invitations(one.assessment.id), icon=":material/group:")
    if not one.is_open:
        places.link("Answers, reopen", links.review(one.assessment.id), icon=":material/lock:")


def _step(one: Listed) -> tuple[str, str]:
    if not one.is_open:
        return "See the result", links.results(one.assessment.id)
    if one.progress.next_practice is None:
        return "Review", links.review(one.assessment.id)
    return ("Continue" if one.progress.answered else "Begin"), links.answer(one.assessment.id)

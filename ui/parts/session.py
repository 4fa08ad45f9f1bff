"""Who is here, in which organisation, at what time: the one place of the browser door that reads the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Generic, NamedTuple, NoReturn, TypeVar

import streamlit as st
from pydantic import ValidationError

from ground.errors import PlumblineError
from ground.settings import settings
from people import service, work
from people.model import Actor, Denied, Organisation, Person, Respondent, Role
from people.work import Work
from ui.parts import identity
from ui.parts.markdown import escaped

T = TypeVar("T")
_PERSON, _ORGANISATION, _ORGANISATIONS = "who-is-here", "which-organisation", "all-organisations"
_ONLY_ASKED = "here-to-answer"
IN_URL = "o"


class Outcome(NamedTuple, Generic[T]):
    """What came of an attempt: its value, or the sentence that says why nothing was saved."""

    value: T | None
    refusal: str | None


def only_answers(actor: Actor) -> bool:
    """Whether the actor is a respondent and nothing else."""
    return isinstance(actor, Person | Respondent) and actor.roles == {Role.RESPONDENT}


def now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The date on the organisation's calendar."""
    return organisation().local(now()).date()


def clock(at: datetime) -> str:
    """`10:42` on the organisation's clock."""
    return format(organisation().local(at), "%H:%M")


def enter() -> None:
    """Find out who is here and which organisations they have; once a run, before any page."""
    st.session_state[_PERSON] = identity.between(now())
    with work.reading(_here(), now()) as between:
        st.session_state[_ORGANISATIONS] = service.organisations(between)
    _settle()
    st.session_state[_ONLY_ASKED] = _is_only_asked()


def person() -> Person:
    """The person of this session, between organisations. Denied for a respondent, who is no person here."""
    here = _here()
    if not isinstance(here, Person):
        raise Denied
    return here


def name() -> str:
    """How whoever is here is called."""
    here = _here()
    return here.name if isinstance(here, Person | Respondent) else ""


def is_respondent() -> bool:
    """Whether they answer by invitation, and see nothing else."""
    return isinstance(_here(), Respondent)


def sign_out() -> NoReturn:
    """End this session. Who answers by invitation has no account to sign in with again: another page tells them so."""
    identity.sign_out(now(), "/invitation" if is_respondent() else "/sign-out")


def is_only_asked() -> bool:
    """Whether they are in this organisation to answer, and see nothing else: by invitation, or as a member."""
    return bool(st.session_state[_ONLY_ASKED])


def organisations() -> tuple[Organisation, ...]:
    """All that the person works in, as this run began."""
    every: tuple[Organisation, ...] = st.session_state[_ORGANISATIONS]
    return every


def organisation() -> Organisation:
    """The one that this session looks at. There is one unless the first start is still under way."""
    chosen: Organisation = st.session_state[_ORGANISATION]
    return chosen


def choose(wanted: Organisation) -> None:
    """Look at this organisation from now on. Only its own rows can be reached from there."""
    st.session_state[_ORGANISATION] = wanted


@contextmanager
def _look() -> Iterator[Work]:
    # The role is read in the very transaction that it decides about.
    inside = organisation().id
    with work.reading_as(lambda opened: identity.inside(opened, _here(), inside, now()), now()) as opened:
        yield opened


@contextmanager
def reading() -> Iterator[Work]:
    """One consistent look. What cannot be shown is said, and the page ends there."""
    try:
        with _look() as opened:
            yield opened
    except PlumblineError as error:
        st.error(escaped(str(error)))
        st.stop()


def writing(do: Callable[[Work], T]) -> T:
    """One change, in one transaction that may be tried again. PlumblineError says why not."""
    inside = organisation().id
    return work.writing_as(lambda opened: identity.inside(opened, _here(), inside, now()), inside, now(), do)


def attempt(do: Callable[[Work], T]) -> Outcome[T]:
    """One change; a refusal comes back as a sentence, with nothing stored. Values may be built from user text inside `do`."""
    return attempted(lambda: writing(do))


def attempted(do: Callable[[], T]) -> Outcome[T]:
    """Any act whose refusal is to be shown beside what was tried."""
    try:
        return Outcome(do(), None)
    except PlumblineError as error:
        return Outcome(None, str(error))
    except ValidationError as error:
        return Outcome(None, " ".join(dict.fromkeys(fault["msg"].removeprefix("Value error, ") for fault in error.errors())))


def _here() -> Actor:
    here: Actor = st.session_state[_PERSON]
    return here


def _is_only_asked() -> bool:
    if is_respondent():
        return True
    if settings().mode == "local" or not organisations():
        return False
    with reading() as opened:
        return only_answers(opened.actor)


def _settle() -> None:
    # A new session, a reload too, finds its organisation by the address; a session that has one stays there.
    every = {str(one.id): one for one in organisations()}
    before = st.session_state.get(_ORGANISATION)
    wanted = str(before.id) if before else st.query_params.get(IN_URL, "")
    chosen = every.get(wanted) or next(iter(every.values()), None)
    if chosen is not None:
        choose(chosen)
        if len(every) > 1:
            st.query_params[IN_URL] = str(chosen.id)

"""Who is here, in which organisation, at what time: the one place of the browser door that reads the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Generic, NamedTuple, NoReturn, TypeVar

import streamlit as st
from pydantic import ValidationError

from ground.errors import NotFound, PlumblineError
from ground.settings import settings
from people import organisations as governing
from people import service, work
from people.model import Actor, Denied, Organisation, Person, Respondent, Role, Verb
from people.policy import Reach, rules
from people.work import Work
from ui.parts import identity
from ui.parts.markdown import escaped

T = TypeVar("T")
_PERSON, _ORGANISATION, _ORGANISATIONS = "who-is-here", "which-organisation", "all-organisations"
_ACTOR, _WANTED, _SWITCHED, _GOVERNS = "who-is-inside", "organisation-wanted", "organisation-switched", "governs-organisations"
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
    if wanted := st.session_state.pop(_WANTED, None):
        _forget_everything()
        st.session_state[_ORGANISATION], st.session_state[_SWITCHED] = wanted
    with work.reading(_here(), now()) as between:
        st.session_state[_ORGANISATIONS] = service.organisations(between)
        visited = _visited(between)
        st.session_state[_GOVERNS] = _governs(between)
    _settle(visited)
    st.session_state[_ACTOR] = _inside()


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
    return only_answers(_actor())


def organisations() -> tuple[Organisation, ...]:
    """All that the person works in, as this run began."""
    every: tuple[Organisation, ...] = st.session_state[_ORGANISATIONS]
    return every


def has_organisation() -> bool:
    """Whether there is one to look at."""
    return _ORGANISATION in st.session_state


def governs() -> bool:
    """Whether they administer organisations that others lead: there are some, and this is not local mode."""
    return bool(st.session_state[_GOVERNS])


def organisation() -> Organisation:
    """The one that this session looks at. There is one unless the first start is still under way, or an administrator belongs to none."""
    chosen: Organisation = st.session_state[_ORGANISATION]
    return chosen


def choose(wanted: Organisation, to: str = "/") -> None:
    """Look at this organisation from the next run on, at that address. Nothing that this session holds of the one before outlives that."""
    st.session_state[_WANTED] = (wanted, to)


def switched_to() -> str:
    """Where to go on at in the first run in another organisation, said once; empty in any other run."""
    to: str = st.session_state.pop(_SWITCHED, "")
    return to


def roles() -> frozenset[Role]:
    """What whoever is here is in the organisation they look at, as this run began."""
    here = _actor()
    return here.roles if isinstance(here, Person | Respondent) else frozenset()


def may(resource: str, verb: Verb, *, own: bool = True) -> bool:
    """Whether to offer it. `own`: it would be done to something of their own. The act itself asks again."""
    granted = rules(_actor(), resource, verb)
    return any(rule.reach is Reach.ALL or own for rule in granted)


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


@contextmanager
def looking_at(wanted: Organisation | None) -> Iterator[Work]:
    """One look into another organisation, or between them (None). PlumblineError says why not."""
    if wanted is None:
        with work.reading_as(lambda opened: identity.outside(opened, _here(), now()), now()) as opened:
            yield opened
        return
    with work.reading_as(lambda opened: identity.inside(opened, _here(), wanted.id, now()), now()) as opened:
        yield opened


def administering(do: Callable[[Work], T], wanted: Organisation | None = None) -> Outcome[T]:
    """One change between organisations, or in another than the one looked at; a refusal comes back as a sentence."""
    if wanted is None:
        return attempted(lambda: work.writing_as(lambda opened: identity.outside(opened, _here(), now()), None, now(), do))
    inside = wanted.id
    return attempted(lambda: work.writing_as(lambda opened: identity.inside(opened, _here(), inside, now()), inside, now(), do))


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


def _actor() -> Actor:
    inside: Actor = st.session_state[_ACTOR]
    return inside


def _inside() -> Actor:
    here = _here()
    if settings().mode == "local" and isinstance(here, Person):
        # The one person leads whatever they look at: nothing to look up at every click.
        return here.model_copy(update={"roles": here.roles | {Role.LEADER}})
    if not has_organisation():
        return here
    with work.reading_as(lambda opened: identity.inside(opened, here, organisation().id, now()), now()) as opened:
        return opened.actor


def _forget_everything() -> None:
    kept = {_PERSON, *identity.KEPT}
    for key in [key for key in st.session_state if key not in kept]:
        del st.session_state[key]
    st.query_params.clear()


def _governs(between: Work) -> bool:
    # Asked only of somebody who belongs to none.
    if settings().mode == "local" or organisations() or not between.may("organisation", "delete"):
        return False
    return bool(governing.every(between))


def _visited(between: Work) -> Organisation | None:
    """The one that an administrator looks at without belonging to it."""
    before = st.session_state.get(_ORGANISATION)
    here = between.actor
    if before is None or not isinstance(here, Person) or Role.ADMINISTRATOR not in here.roles:
        return None
    try:
        return governing.one(between, before.id)
    except NotFound:
        return None


def _settle(visited: Organisation | None) -> None:
    # A new session, a reload too, finds its organisation by the address; a session that has one stays there.
    every = {str(one.id): one for one in organisations()}
    before = st.session_state.pop(_ORGANISATION, None)
    wanted = str(before.id) if before else st.query_params.get(IN_URL, "")
    chosen = every.get(wanted) or visited or next(iter(every.values()), None)
    if chosen is not None:
        st.session_state[_ORGANISATION] = chosen
        if len(every) > 1:
            st.query_params[IN_URL] = str(chosen.id)

"""Whose session this is: the one person of local mode, or whoever the gate let in. Asked anew at every run and in every change."""

from datetime import datetime
from typing import NoReturn
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import streamlit as st
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx

from ground.settings import settings
from people import service, sessions
from people.model import Actor, Person
from people.sessions import SecondFactorFirst, SignedOut
from storage.session import GuardedSession

_BOUND = "session-of-this-state"
KEPT = frozenset({_BOUND})
"""What of the session's state says who is here, and so outlives a change of organisation."""
SIGN_IN = "/sign-in"


def between(now: datetime) -> Actor:
    """The actor between organisations; a respondent is always inside theirs. Signed out, the browser is sent to the way in."""
    if settings().mode == "local":
        return service.begin(now)
    try:
        seen = sessions.by_id(session_id(), now)
    except SecondFactorFirst as error:
        leave(_way_in(f"{SIGN_IN}/{error.stage}"))
    except SignedOut:
        leave(_way_in(SIGN_IN))
    if seen.stale:
        sessions.touch(seen.id, now)
    return seen.actor


def inside(opened: GuardedSession, who: Actor, organisation_id: UUID, now: datetime) -> Actor:
    """The actor in an organisation, as this very transaction sees their session and their role. SignedOut, NotFound."""
    if isinstance(who, Person) and settings().mode == "local":
        return service.member(opened, who, organisation_id)
    return sessions.inside(opened, session_id(), organisation_id, now)


def outside(opened: GuardedSession, who: Actor, now: datetime) -> Actor:
    """The actor between organisations, as this very transaction sees their session. SignedOut."""
    return who if settings().mode == "local" else sessions.here(opened, session_id(), now)


def sign_out(now: datetime, to: str = "/sign-out") -> NoReturn:
    """End this session, for every tab that is in it, and leave for an address that takes the cookie."""
    sessions.end(session_id(), now)
    leave(to)


def closes_at() -> datetime | None:
    """When this session ends at the latest; None in local mode, where nobody signs in."""
    return None if settings().mode == "local" else sessions.closes_at(session_id())


def leave(address: str) -> NoReturn:
    """Send the browser to an address of the server that is no page of Streamlit's, and end the run."""
    context = get_script_run_ctx()
    message = ForwardMsg()
    message.auth_redirect.url = address
    if context is not None:
        context.enqueue(message)
    st.stop()


def session_id() -> UUID:
    """The session that the gate wrote into the headers of this connection. State that another session left behind is wiped. SignedOut."""
    known = str(st.user.get("session") or "")
    if st.session_state.get(_BOUND, known) != known:
        for key in list(st.session_state):
            del st.session_state[key]
    st.session_state[_BOUND] = known
    try:
        return UUID(known)
    except ValueError:
        raise SignedOut from None


def _way_in(at: str) -> str:
    """That page of the way in, which leads back to where the browser is."""
    context = get_script_run_ctx()
    if context is None or context.context_info is None:
        return at
    query = f"?{context.query_string}" if context.query_string else ""
    return f"{at}?{urlencode({'next': urlsplit(context.context_info.url).path + query})}"

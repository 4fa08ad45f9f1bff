"""Accounts of the cast: made by the administrator, opened by a link, as in life."""

from datetime import datetime, timedelta

import pyotp

from people import account_store, accounts, enrolment, entrance, second_factor, sessions
from people.entrance import Caller, Step
from people.model import Person
from people.sessions import Seen
from people.work import writing
from storage.database import current
from tests.cast import NOW, Cast

PASSWORD = "copper bell winter morning"  # noqa: S105 - of people who do not exist
DESK = Caller("192.0.2.7", "Firefox on Linux")
STEP = timedelta(seconds=second_factor.STEP)


def linked(cast: Cast, person: Person, now: datetime = NOW) -> str:
    """A new account's first link."""
    writing(cast.administrator, now, lambda work: accounts.make(work, person.id))
    return relinked(cast, person, now)


def relinked(cast: Cast, person: Person, now: datetime = NOW) -> str:
    """Another link for the same account."""
    return writing(cast.administrator, now, lambda work: accounts.make_link(work, person.id))


def joined(cast: Cast, person: Person, now: datetime = NOW) -> Step:
    """As far as the link and the password lead."""
    return entrance.by_link(linked(cast, person, now), PASSWORD, DESK, now)


def seen(step: Step, now: datetime = NOW) -> Seen:
    """The session of a step, which must be in force."""
    found = sessions.by_token(step.token, now)
    assert found is not None
    return found


def enrolled(cast: Cast, person: Person, now: datetime = NOW) -> tuple[str, Step]:
    """Signed in with a second factor: its secret, and the step with the recovery codes."""
    waiting = seen(joined(cast, person, now), now)
    with current().reading() as session:
        secret = enrolment.pending(session, waiting.id)
    return secret, entrance.by_enrolment(waiting, code(secret, now), DESK, now)


def code(secret: str, now: datetime = NOW) -> str:
    """What an authenticator shows."""
    return pyotp.TOTP(secret).at(now)


def signed_in(person: Person, now: datetime = NOW, caller: Caller = DESK) -> Step:
    """By the password, as far as that leads."""
    with current().reading() as session:
        known = account_store.by_person(session, person.id)
    assert known is not None
    return entrance.by_password(known.account.login, PASSWORD, caller, now)

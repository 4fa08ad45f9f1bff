"""Accounts and one-time links as the way in sees them: before there is an actor there is no Work."""

import unicodedata
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, exists, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import col

from people.door_tables import AccountRow, OneTimeLinkRow
from people.model import Person, Role
from people.tables import MembershipRow, OrganisationRow, PersonRow
from people.tokens import kept, new_token
from storage.row import new_id
from storage.session import GuardedSession, limited

LINK_LASTS = timedelta(hours=24)
_ACCOUNTS = AccountRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it
_LINKS = OneTimeLinkRow.__table__  # type: ignore[attr-defined]  # SQLModel makes it


class Known(NamedTuple):
    """An account with its person."""

    account: AccountRow
    person: PersonRow

    @property
    def actor(self) -> Person:
        """The person, between organisations."""
        return Person(id=self.person.id, name=self.person.name)

    @property
    def password(self) -> str | None:
        """What is kept of it; None where no password opens the account."""
        return None if self.account.disabled_at else self.account.password


def login_of(address: str) -> str:
    """How an address is compared: people write theirs in many ways."""
    return "".join(c for c in unicodedata.normalize("NFKC", address) if c.isprintable()).strip().casefold()


def by_login(session: GuardedSession, login: str) -> Known | None:
    """The account of an address."""
    return _known(session, col(AccountRow.login) == login)


def by_subject(session: GuardedSession, issuer: str, subject: str) -> Known | None:
    """The account of whom a company calls so."""
    return _known(session, and_(col(AccountRow.issuer) == issuer, col(AccountRow.subject) == subject))


def by_person(session: GuardedSession, person_id: UUID) -> Known | None:
    """The account of a person."""
    return _known(session, col(AccountRow.id) == person_id)


def change(session: GuardedSession, account: AccountRow, **values: object) -> None:
    """Set columns of an account."""
    columns = values | {"row_version": account.row_version + 1}
    session.connection().execute(_ACCOUNTS.update().where(_ACCOUNTS.c.id == account.id).values(columns))


def needs_second_factor(session: GuardedSession, person: PersonRow) -> bool:
    """Administrators, and whoever sees several organisations as a consultant."""
    demanded = select(col(PersonRow.id)).where(col(PersonRow.id) == person.id, demands_second_factor())
    return session.scalar(limited(demanded)) is not None


def demands_second_factor() -> ColumnElement[bool]:
    """The same of each person in a query."""
    # Under a name of its own: the query around it may look at a membership too.
    any_ = aliased(MembershipRow)
    consulting = exists().where(col(any_.person_id) == col(PersonRow.id), col(any_.role) == Role.CONSULTANT)
    return or_(col(PersonRow.administrator), consulting)


def names(session: GuardedSession, known: Known) -> Iterator[str]:
    """What others would try first: the names of the person and of their organisations."""
    yield from (known.person.name, known.account.login)
    belongs = select(col(OrganisationRow.name)).where(OrganisationRow.owned_by(known.person.id))
    yield from session.scalars(limited(belongs))


def make_link(session: GuardedSession, person_id: UUID, purpose: str, now: datetime) -> str:
    """A one-time link's token; the ones made before for the same person are void from now on."""
    void_links(session, person_id)
    token = new_token()
    values = {"id": new_id(), "token": kept(token), "person_id": person_id, "purpose": purpose, "made_at": now}
    session.connection().execute(_LINKS.insert().values(values | {"expires_at": now + LINK_LASTS}))
    return token


def void_links(session: GuardedSession, person_id: UUID) -> None:
    """The person's unused links open nothing any more."""
    session.connection().execute(delete(_LINKS).where(_LINKS.c.person_id == person_id, _LINKS.c.used_at.is_(None)))


def link(session: GuardedSession, token: str) -> OneTimeLinkRow | None:
    """The link of a token, whether it still opens anything or not."""
    return session.scalars(limited(select(OneTimeLinkRow).where(col(OneTimeLinkRow.token) == kept(token)))).one_or_none()


def is_good(found: OneTimeLinkRow, now: datetime) -> bool:
    """Whether the link still opens something."""
    return found.used_at is None and found.expires_at > now


def use_link(session: GuardedSession, found: OneTimeLinkRow, now: datetime) -> bool:
    """Use it up; False when somebody else was faster."""
    unused = (_LINKS.c.id == found.id, _LINKS.c.used_at.is_(None))
    return bool(session.connection().execute(_LINKS.update().where(*unused).values(used_at=now)).rowcount)


def _known(session: GuardedSession, condition: object) -> Known | None:
    query = select(AccountRow, PersonRow).join(PersonRow, col(PersonRow.id) == col(AccountRow.id)).where(condition)  # type: ignore[arg-type]  # a column's comparison
    # A change a moment ago in the same transaction went to the table, not to the object that the session remembers.
    found = session.execute(limited(query).execution_options(populate_existing=True)).one_or_none()
    return Known(*found) if found else None

"""How somebody comes into an organisation with an account: a newcomer, or a person whom the installation knows already."""

from uuid import UUID

from people import accounts, memberships, service
from people.account_store import login_of
from people.model import NewPerson
from people.work import Work


def let_in(work: Work, new: NewPerson) -> str | None:
    """Make them a member who can sign in: the token of a one-time link, or None for somebody who signs in already. Administrators only."""
    known = memberships.known(work, login_of(new.email or ""))
    if known is not None:
        memberships.admit(work, known.id, new.role)
        return None
    return give_account(work, service.add_person(work, new.name, new.email, new.role).id)


def give_account(work: Work, person_id: UUID) -> str:
    """An account for a member: the token of the link by which they set their password."""
    accounts.make(work, person_id)
    return accounts.make_link(work, person_id)

"""Somebody joins an organisation: new to the installation or known to it, with an account or without one."""

from typing import NamedTuple

from people import accounts, memberships, service
from people.model import NewPerson
from people.work import Work


class Joined(NamedTuple):
    """Who joined, and the token of the link by which they set their first password; empty where none was made."""

    name: str
    token: str


def join(work: Work, new: NewPerson, *, with_account: bool = False) -> Joined:
    """Let them in. Whom an administrator names by the address of an account is the person who has it."""
    known = memberships.known(work, new.email) if new.email and work.may("account", "create") else None
    if known is not None:
        memberships.admit(work, known.id, new.role)
        return Joined(known.name, "")
    card = service.add_person(work, new.name, new.email, new.role)
    if not with_account:
        return Joined(card.name, "")
    accounts.make(work, card.id)
    return Joined(card.name, accounts.make_link(work, card.id))

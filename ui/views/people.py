"""People: who belongs to the organisation, as what, and whether they can sign in."""

from people import memberships
from ui.parts import acts, frame, member_rows, people_words, session
from ui.parts.markdown import escaped


def page() -> None:
    """The members, then the form; what was just done is said at the top."""
    with session.reading() as work:
        members = memberships.members(work)
    with frame.page(frame.NARROW):
        frame.head(f"People of {escaped(session.organisation().name)}", people_words.finding(members), _lead())
        acts.told()
        member_rows.rows(members)
        frame.section("Add a person", "An owner of actions needs no account. A role counts from the next click on, and ends as fast.")
        member_rows.add()


def _lead() -> str:
    if session.may("account", "create"):
        return "You name members, give roles and make accounts."
    return "You name members and give roles. Accounts are made by an administrator."

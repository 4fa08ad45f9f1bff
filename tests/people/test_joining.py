"""Joining by invitation: with the account that is there, or with a new one, and as what was offered."""

from collections.abc import Callable

import pytest
from sqlalchemy import select
from sqlmodel import col

from ground.errors import NotFound
from people import entrance, invitations, joining
from people import service as people
from people.door_tables import AccountRow
from people.invitation_model import InvitationState, Refused, ToJoin
from people.invitations import Found, Made
from people.joining import HasAccount
from people.model import Denied, Person, PersonCard, Role
from people.policy import may_grant
from people.tables import EventRow, PersonRow
from people.work import reading, writing
from storage.database import current
from storage.session import limited
from tests.accounts import DESK, PASSWORD, joined
from tests.cast import NOW, Cast, joins


@pytest.fixture
def invite(database, cast: Cast) -> Callable[..., Made]:
    """An invitation to join, by Asha."""

    def made(name: str, email: str, role: Role = Role.VIEWER, by: Person = cast.asha) -> Made:
        return writing(by, NOW, lambda work: invitations.invite(work, ToJoin(role=role, name=name, email=email)))

    return made


def found(made: Made) -> Found:
    known = invitations.find(made.token)
    assert known is not None
    return known


def member(cast: Cast, name: str) -> PersonCard:
    with reading(cast.asha, NOW) as work:
        return next(card for card in people.people(work) if card.name == name)


def joins_anew(made: Made) -> str:
    return joining.join_anew(found(made), made.token, NOW)


def test_a_newcomer_becomes_a_member_and_signs_in_with_the_invited_address(invite, cast: Cast):
    link = joins_anew(invite("Gita", "Gita@Example.org", Role.OWNER))
    assert entrance.invited(link, "192.0.2.7", NOW).login == "gita@example.org"
    assert entrance.by_link(link, PASSWORD, DESK, NOW).stage == "open"
    assert (member(cast, "Gita").role, member(cast, "Gita").email) == (Role.OWNER, "Gita@Example.org")


def test_an_invitation_to_join_is_used_once(invite, cast: Cast):
    made = invite("Gita", "gita@example.org")
    joins_anew(made)
    with pytest.raises(Refused, match="has been used"):
        joins_anew(made)
    with pytest.raises(Refused, match="joined already"):
        writing(cast.asha, NOW, lambda work: invitations.revoke(work, made.invitation.id))


def test_a_member_without_a_sign_in_is_who_comes(invite, cast: Cast):
    joins_anew(invite("Chitra", "CHITRA@example.org", Role.LEADER))
    assert (member(cast, "Chitra").id, member(cast, "Chitra").role) == (cast.chitra.id, Role.LEADER)


def test_nobody_becomes_a_person_of_another_organisation_by_it(invite, cast: Cast):
    joins(cast.chitra, cast.elsewhere, Role.LEADER)
    made = invite("Chitra", "chitra@example.org", Role.VIEWER)
    with pytest.raises(Refused, match="other organisations too"):
        joins_anew(made)
    assert found(made).invitation.state(NOW) is InvitationState.OPEN
    with current().reading() as session:
        assert session.scalars(limited(select(AccountRow))).all() == []


def test_who_has_an_account_signs_in_first_and_then_joins(invite, cast: Cast):
    _address(cast, "dev@harbour.example")
    joined(cast, cast.dev)
    made = invite("Dev", "dev@harbour.example", Role.VIEWER)
    with pytest.raises(HasAccount):
        joins_anew(made)
    joining.join(found(made), made.token, cast.dev, NOW)
    assert member(cast, "Dev").role is Role.VIEWER


def test_a_forwarded_invitation_takes_nobody_else_in(invite, cast: Cast):
    _address(cast, "dev@harbour.example")
    joined(cast, cast.dev)
    made = invite("Gita", "gita@example.org", Role.LEADER)
    with pytest.raises(Refused, match=r"for gita@example\.org"):
        joining.join(found(made), made.token, cast.dev, NOW)
    assert found(made).invitation.state(NOW) is InvitationState.OPEN


def test_a_member_with_an_account_keeps_the_role_they_have(invite, cast: Cast):
    joined(cast, cast.vera)
    made = invite("Vera", "vera@example.org", Role.LEADER)
    with pytest.raises(Refused, match="belong to Meridian Foods already"):
        joining.join(found(made), made.token, cast.vera, NOW)
    assert member(cast, "Vera").role is Role.VIEWER


def test_the_trail_says_who_joined_as_what(invite, cast: Cast):
    joins_anew(invite("Gita", "gita@example.org", Role.OWNER))
    with current().reading() as session:
        (event,) = session.scalars(limited(select(EventRow).where(col(EventRow.verb) == "join"))).all()
    assert (event.actor_name, event.about, event.after["role"]) == ("Gita", "membership", "owner")


@pytest.mark.parametrize("name", ["ben", "chitra", "vera"])
def test_who_may_not_invite_invites_nobody(invite, cast: Cast, name: str):
    with pytest.raises(Denied):
        invite("Gita", "gita@example.org", by=getattr(cast, name))


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.CONSULTANT, Role.RESPONDENT])
def test_an_invitation_offers_no_other_role(invite, role: Role):
    with pytest.raises(Denied):
        invite("Gita", "gita@example.org", role)


def test_a_consultant_invites_leaders(invite, cast: Cast):
    assert may_grant(cast.tom, Role.LEADER)
    assert found(invite("Gita", "gita@example.org", Role.LEADER, by=cast.tom)).inviter == "Tom"


def test_another_organisation_sees_no_invitation_of_ours(invite, cast: Cast):
    made = invite("Gita", "gita@example.org")
    with reading(cast.dev, NOW) as work:
        assert invitations.to_join(work) == ()
    with pytest.raises(NotFound):
        writing(cast.dev, NOW, lambda work: invitations.revoke(work, made.invitation.id))
    with reading(cast.asha, NOW) as work:
        assert [one.id for one in invitations.to_join(work)] == [made.invitation.id]


def _address(cast: Cast, email: str) -> None:
    def change(work) -> None:
        row = work.get(PersonRow, cast.dev.id, "update")
        row.email = email
        work.save(row)

    writing(cast.dev, NOW, change)

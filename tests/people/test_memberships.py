"""Who belongs to an organisation, and who changes that, on both engines."""

from dataclasses import replace

import pytest

from ground.errors import Conflict, NotFound
from people import memberships, service
from people.door_tables import AccountRow
from people.memberships import Access, NotChanged
from people.model import Denied, Person, Role, System
from people.work import reading, writing
from tests.cast import NOW, joins


def roles(work):
    return {member.name: member.role for member in memberships.members(work)}


def inside(person, organisation):
    """An administrator in an organisation that they do not belong to."""
    return person.model_copy(update={"organisation_id": organisation.id})


def account(work, person, **more):
    tests = replace(work, actor=System(purpose="tests", organisation_id=work.organisation_id))
    return tests.add(AccountRow(id=person.id, login=f"{person.name.lower()}@example.org", **more))


def test_a_leader_changes_a_role_and_the_trail_says_so(work, cast):
    memberships.change_role(work, cast.chitra.id, Role.VIEWER)
    assert roles(work)["Chitra"] is Role.VIEWER
    row = next(row for person, row in memberships.store.members(work) if person.id == cast.chitra.id)
    latest = service.history(work, "membership", row.id)[0]
    assert (latest.verb, latest.before["role"], latest.after["role"]) == ("change role", "owner", "viewer")


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.ADMINISTRATOR])
def test_a_leader_raises_nobody_above_a_leader(work, cast, role):
    with pytest.raises(Denied):
        memberships.change_role(work, cast.chitra.id, role)


def test_a_leader_changes_nothing_about_a_consultant(work, cast):
    for change in (lambda: memberships.change_role(work, cast.tom.id, Role.VIEWER), lambda: memberships.remove_member(work, cast.tom.id)):
        with pytest.raises(Denied):
            change()


@pytest.mark.parametrize("who", ["ben", "chitra", "vera"])
def test_others_change_no_role_at_all(cast, as_actor, who):
    theirs = as_actor(getattr(cast, who))
    with pytest.raises((Denied, NotFound)):
        memberships.change_role(theirs, cast.asha.id, Role.VIEWER)
    with pytest.raises((Denied, NotFound)):
        memberships.remove_member(theirs, cast.asha.id)


def test_nobody_changes_their_own_role(work, cast, as_actor):
    with pytest.raises(NotChanged, match="Ask another leader"):
        memberships.change_role(work, cast.asha.id, Role.OWNER)
    with pytest.raises(NotChanged, match="Ask another leader"):
        memberships.change_role(as_actor(cast.tom), cast.tom.id, Role.LEADER)
    with pytest.raises(NotChanged, match="Ask another leader"):
        memberships.remove_member(work, cast.asha.id)


def test_the_last_leader_cannot_be_taken_away(cast, as_actor):
    tom, administrator = as_actor(cast.tom), as_actor(inside(cast.administrator, cast.here))
    with pytest.raises(NotChanged, match="only leader"):
        memberships.change_role(tom, cast.asha.id, Role.VIEWER)
    with pytest.raises(NotChanged, match="only leader"):
        memberships.remove_member(administrator, cast.asha.id)
    memberships.change_role(tom, cast.chitra.id, Role.LEADER)
    memberships.remove_member(administrator, cast.asha.id)
    assert roles(tom) == {"Ben": Role.RESPONDENT, "Chitra": Role.LEADER, "Tom": Role.CONSULTANT, "Vera": Role.VIEWER}


def test_who_was_removed_is_out_at_once_and_their_name_stays(cast):
    writing(cast.asha, NOW, lambda work: memberships.remove_member(work, cast.vera.id))
    with pytest.raises(NotFound):
        service.acting_for(cast.vera, cast.here.id)
    with reading(Person(id=cast.vera.id, name="Vera"), NOW) as outside:
        assert service.organisations(outside) == ()
    with reading(cast.asha, NOW) as work:
        assert "Vera" not in {card.name for card in service.people(work)}
        assert memberships.former(work) == {cast.vera.id: "Vera"}


def test_who_was_removed_cannot_be_changed_any_more(work, cast):
    memberships.remove_member(work, cast.vera.id)
    with pytest.raises(NotFound):
        memberships.change_role(work, cast.vera.id, Role.OWNER)


def test_a_foreign_member_is_told_like_a_missing_one(work, cast):
    with pytest.raises(NotFound):
        memberships.change_role(work, cast.dev.id, Role.VIEWER)


def test_an_administrator_assigns_a_consultant_and_may_do_so_again_after_they_left(cast, as_actor):
    theirs = as_actor(inside(cast.administrator, cast.elsewhere))
    memberships.assign_consultant(theirs, cast.tom.id)
    assert roles(theirs)["Tom"] is Role.CONSULTANT
    with pytest.raises(NotChanged, match="belongs to this organisation already"):
        memberships.assign_consultant(theirs, cast.tom.id)
    memberships.remove_member(theirs, cast.tom.id)
    memberships.admit(theirs, cast.tom.id, Role.VIEWER)
    assert roles(theirs)["Tom"] is Role.VIEWER


def test_only_an_administrator_knows_people_of_other_organisations(work, cast, as_actor):
    for theirs in (work, as_actor(cast.tom)):
        with pytest.raises(Denied):
            memberships.admit(theirs, cast.dev.id, Role.LEADER)
        with pytest.raises(Denied):
            memberships.known(theirs, "dev@example.org")


def test_an_administrator_finds_somebody_by_what_they_sign_in_with(work, cast, as_actor):
    account(work, cast.chitra)
    theirs = as_actor(inside(cast.administrator, cast.elsewhere))
    assert memberships.known(theirs, " CHITRA@example.org ").id == cast.chitra.id
    assert memberships.known(theirs, "nobody@example.org") is None


def test_leaders_see_whether_a_member_can_sign_in(work, cast):
    account(work, cast.chitra)
    account(work, cast.vera, password="argon2")  # noqa: S106 - not one
    account(work, cast.tom, disabled_at=NOW)
    access = {member.name: member.access for member in memberships.members(work)}
    assert access == {
        "Asha": Access.NONE,
        "Ben": Access.NONE,
        "Chitra": Access.INVITED,
        "Tom": Access.DISABLED,
        "Vera": Access.ACTIVE,
    }


def test_the_second_of_two_who_change_a_role_is_told(work, cast):
    memberships.change_role(work, cast.chitra.id, Role.VIEWER, expected_version=1)
    with pytest.raises(Conflict):
        memberships.change_role(work, cast.chitra.id, Role.LEADER, expected_version=1)


def test_leaving_one_organisation_is_not_leaving_the_other(cast):
    there = joins(cast.vera, cast.elsewhere, Role.VIEWER)
    writing(cast.asha, NOW, lambda work: memberships.remove_member(work, cast.vera.id))
    assert service.acting_for(there, cast.elsewhere.id).roles == {Role.VIEWER}

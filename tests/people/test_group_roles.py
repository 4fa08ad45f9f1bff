"""What a group of the company sign-on is in an organisation: named by administrators alone."""

import pytest
from pydantic import ValidationError

from ground.errors import Conflict, NotFound
from people import group_roles
from people.group_roles import NewMapping
from people.model import Denied, Role
from storage.row import new_id

ISSUER = "https://login.example.org"


@pytest.fixture
def administrator(cast, as_actor):
    return as_actor(cast.administrator.model_copy(update={"organisation_id": cast.here.id}))


def named(group="IT leaders", role=Role.LEADER):
    return NewMapping(issuer=f"{ISSUER}/", group=group, role=role)


def test_an_administrator_names_a_group_and_takes_it_back(administrator):
    group_roles.add(administrator, named())
    (one,) = group_roles.mappings(administrator)
    assert (one.issuer, one.group, one.role) == (ISSUER, "IT leaders", Role.LEADER)
    group_roles.remove(administrator, one.id)
    assert group_roles.mappings(administrator) == ()


def test_a_group_has_one_role(administrator):
    group_roles.add(administrator, named())
    with pytest.raises(Conflict, match="has a role already"):
        group_roles.add(administrator, named(role=Role.VIEWER))


def test_no_group_makes_administrators(administrator):
    with pytest.raises(Denied):
        group_roles.add(administrator, named(role=Role.ADMINISTRATOR))


def test_leaders_see_the_mapping_and_change_nothing(work, administrator):
    group_roles.add(administrator, named())
    (one,) = group_roles.mappings(work)
    with pytest.raises(Denied):
        group_roles.add(work, named("Others", Role.VIEWER))
    with pytest.raises(Denied):
        group_roles.remove(work, one.id)
    with pytest.raises(NotFound):
        group_roles.remove(work, new_id())


@pytest.mark.parametrize("issuer", ["", "http://login.example.org", "login.example.org"])
def test_an_issuer_is_an_address(issuer):
    with pytest.raises(ValidationError):
        NewMapping(issuer=issuer, group="IT", role=Role.VIEWER)

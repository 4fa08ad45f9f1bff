"""One table of places: what each needs, in whose list it stands, and nothing that is not declared."""

from pathlib import Path

import pytest

import app
from api.declared import is_declared, needed
from api.entry import is_open
from people.model import Person, Role
from people.policy import RESOURCES, VERBS, rules
from storage.row import new_id
from ui.parts.places import LANDINGS, PLACES, Place

VIEWS = Path(__file__).parents[2] / "ui" / "views"
BY_PATH = {place.path: place for place in PLACES}


def opens(place: Place, role: Role) -> bool:
    return bool(rules(Person(id=new_id(), name="Somebody", organisation_id=new_id(), roles=frozenset({role})), *place.needs))


def listed(role: Role) -> list[str]:
    return [place.title for place in PLACES if role in place.listed]


def test_every_page_is_declared_with_what_it_needs():
    assert {file.stem for file in VIEWS.glob("*.py")} - {"__init__"} == set(BY_PATH)
    assert all(resource in RESOURCES and verb in VERBS for resource, verb in (place.needs for place in PLACES))


def test_what_a_role_cannot_open_is_not_in_its_list():
    assert [(place.path, role) for place in PLACES for role in place.listed if not opens(place, role)] == []
    assert [role for role in Role if not opens(BY_PATH[LANDINGS[role]], role)] == []


@pytest.mark.parametrize(
    ("role", "titles"),
    [
        (Role.LEADER, ["Home", "Assessment", "Results", "Measures", "Benchmark", "Register", "Reports", "People", "Settings"]),
        (Role.VIEWER, ["Home", "Results", "Register"]),
        (Role.OWNER, ["Results", "Register"]),
        (Role.CONSULTANT, ["Home", "Clients", "Assessment", "Results", "Benchmark", "Register", "Reports", "People"]),
        (Role.ADMINISTRATOR, ["People", "Organisations", "Audit log"]),
        (Role.RESPONDENT, []),
    ],
)
def test_the_list_of_each_role(role, titles):
    """The one that somebody lands on is moved to the front."""
    assert listed(role) == titles


def test_a_place_in_a_list_has_an_icon_and_a_detail_page_has_none():
    assert [place.path for place in PLACES if bool(place.icon) != bool(place.listed)] == []


def routes():
    return [route for route in app.app._user_routes if hasattr(route, "endpoint")]


def test_every_route_is_open_or_says_what_it_needs():
    assert routes()
    undeclared = [route.path for route in routes() if not is_open(route.path) and not is_declared(route.endpoint)]
    assert undeclared == []


def test_what_a_route_needs_is_a_question_that_the_policy_knows():
    asked = [needed(route.endpoint) for route in routes() if is_declared(route.endpoint)]
    assert all(need is None or (need[0] in RESOURCES and need[1] in VERBS) for need in asked)
    assert ("organisation", "update") in asked

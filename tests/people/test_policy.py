"""One table says who may do what; everything else is no."""

import itertools

import pytest

from people.model import Anonymous, Person, Respondent, Role, System
from people.policy import POLICY, RESOURCES, VERBS, Reach, Rule, changeable, may_grant, rules
from storage.row import _ROWS, new_id

ORGANISATION = new_id()


def person(*roles: Role) -> Person:
    return Person(id=new_id(), name="Somebody", organisation_id=ORGANISATION, roles=frozenset(roles))


def reaches(actor, resource, verb) -> set[Reach]:
    return {rule.reach for rule in rules(actor, resource, verb)}


def test_the_table_names_the_resource_of_every_row():
    assert {mapper.class_.resource for mapper in _ROWS.mappers} == RESOURCES


def test_the_table_decides_each_cell_for_each_role():
    for role, resource in itertools.product(Role, RESOURCES):
        for verb in VERBS:
            granted = rules(person(role), resource, verb)
            written = POLICY[role, resource].get(verb)
            themselves = verb == "read" and resource in {"organisation", "person", "membership", "account"}
            assert granted == (*([written] if written else []), *([Rule(Reach.OWN)] if themselves else []))


@pytest.mark.parametrize("actor", [person(*Role), System(purpose="anything", organisation_id=ORGANISATION)])
def test_what_the_table_does_not_name_is_denied_to_everyone(actor):
    assert not any(rules(actor, "unheard_of", verb) for verb in VERBS)


def test_nobody_known_may_do_nothing():
    assert not any(rules(Anonymous(), resource, verb) for resource in RESOURCES for verb in VERBS)


def test_a_person_without_a_role_sees_only_themselves():
    seen = {(resource, verb) for resource in RESOURCES for verb in VERBS if rules(person(), resource, verb)}
    assert seen == {("organisation", "read"), ("person", "read"), ("membership", "read"), ("account", "read")}
    assert reaches(person(), "organisation", "read") == {Reach.OWN}


def test_the_program_itself_may_do_all_that_is_named():
    assert all(reaches(System(purpose="demo"), resource, verb) == {Reach.ALL} for resource in RESOURCES for verb in VERBS)


def test_who_only_looks_changes_nothing():
    changing = VERBS - {"read"}
    assert not any(rules(person(Role.VIEWER), resource, verb) for resource in RESOURCES for verb in changing)


def test_administrators_do_not_see_what_organisations_answered():
    private = (
        "assessment",
        "respondent",
        "answer",
        "result",
        "reading",
        "measure_target",
        "gate_policy",
        "consensus",
        "target_profile",
        "action",
        "action_update",
    )
    assert not any(rules(person(Role.ADMINISTRATOR), resource, verb) for resource in private for verb in VERBS)


@pytest.mark.parametrize("resource", ["event", "action_update"])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_nobody_rewrites_what_happened(resource, verb):
    assert rules(person(*Role), resource, verb) == ()


@pytest.mark.parametrize("resource", ["gate_policy", "target_profile"])
def test_leaders_and_consultants_alone_set_the_value_of_a_gate_or_what_is_aimed_at(resource):
    changing = {role for role in Role for verb in ("create", "update", "delete") if rules(person(role), resource, verb)}
    reading = {role for role in Role if rules(person(role), resource, "read")}
    assert changing == {Role.LEADER, Role.CONSULTANT}
    assert reading == set(Role) - {Role.ADMINISTRATOR, Role.RESPONDENT}


@pytest.mark.parametrize("verb", ["finalise", "reopen"])
def test_leaders_and_consultants_close_and_reopen_assessments(verb):
    allowed = {role for role in Role if rules(person(role), "assessment", verb)}
    assert allowed == {Role.LEADER, Role.CONSULTANT}


def test_respondents_reach_only_their_own_answers():
    for actor in (person(Role.RESPONDENT), Respondent(id=new_id(), name="Heron", organisation_id=ORGANISATION)):
        assert [reaches(actor, "answer", verb) for verb in ("create", "read", "update")] == [{Reach.OWN}] * 3
        assert rules(actor, "answer", "delete") == ()


def test_owners_change_only_what_they_report_on_their_own_actions():
    (rule,) = rules(person(Role.OWNER), "action", "update")
    assert rule.reach is Reach.OWN
    assert rule.fields is not None
    assert {"owner_id", "title", "level_to", "first_due", "verified_by"}.isdisjoint(rule.fields)
    assert rules(person(Role.OWNER), "action", "verify") == ()


def test_two_roles_together_may_do_what_either_may():
    both = rules(person(Role.OWNER, Role.LEADER), "action", "update")
    assert changeable(both) is None
    assert changeable(rules(person(Role.OWNER), "action", "update")) is not None
    assert changeable(()) == frozenset()


def test_fields_of_several_limits_add_up():
    assert changeable((Rule(Reach.OWN, frozenset({"a"})), Rule(Reach.OWN, frozenset({"b"})))) == {"a", "b"}


@pytest.mark.parametrize(
    ("giver", "given"),
    [
        (Role.LEADER, {Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER}),
        (Role.CONSULTANT, {Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER}),
        (Role.ADMINISTRATOR, set(Role) - {Role.ADMINISTRATOR}),
        (Role.OWNER, set()),
        (Role.RESPONDENT, set()),
        (Role.VIEWER, set()),
    ],
)
def test_nobody_gives_a_role_above_their_own(giver, given):
    assert {role for role in Role if may_grant(person(giver), role)} == given


def test_only_people_and_the_program_give_roles():
    assert may_grant(System(purpose="demo"), Role.CONSULTANT)
    assert not may_grant(Anonymous(), Role.VIEWER)
    assert not may_grant(Respondent(id=new_id(), name="Heron", organisation_id=ORGANISATION), Role.VIEWER)

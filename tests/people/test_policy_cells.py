"""Every cell of the policy table, through the one way to rows: role x resource x verb x {own, another's, of another organisation}."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import inspect
from sqlmodel import col

from ground.errors import NotFound
from people.model import Actor, Denied, Person, Respondent, Role, System
from people.policy import POLICY, RESOURCES, VERBS, Reach, may_grant
from people.tables import MembershipRow
from people.work import Work
from storage.row import Row, SharedRow, new_id, row_named
from tests.cast import Cast
from tests.people.cells import MAKERS, Corner

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
READ_OF_THEMSELVES = {"organisation", "person", "membership", "account"}
NOT_OWNED = {"organisation"}
"""Inside an organisation it is the actor's own and the only one."""


@dataclass(frozen=True)
class Stage:
    """An actor, and the rows of each resource that are theirs, another's, or in another organisation."""

    work: Work
    own: Corner
    other: Corner
    none: Corner


def actors(cast: Cast) -> dict[str, Actor]:
    inside = {"organisation_id": cast.here.id}
    return {
        "administrator": cast.administrator.model_copy(update=inside),
        "consultant": cast.tom,
        "leader": cast.asha,
        "owner": cast.chitra,
        "respondent": cast.ben,
        "viewer": cast.vera,
        "invited": Respondent(id=new_id(), name="Heron", organisation_id=cast.here.id),
    }


NAMES = ("administrator", "consultant", "leader", "owner", "respondent", "viewer", "invited")


def role(name: str) -> Role:
    return Role.RESPONDENT if name == "invited" else Role(name)


@pytest.fixture
def stage(work: Work, cast: Cast, as_actor: Callable[[Actor], Work], request: pytest.FixtureRequest) -> Stage:
    actor = actors(cast)[request.param]

    def corner(organisation_id: UUID, person_id: UUID, respondent_id: UUID | None = None) -> Corner:
        builder = as_actor(System(purpose="tests", organisation_id=organisation_id))
        return Corner(builder.add, organisation_id, person_id, respondent_id)

    person_id = actor.id if isinstance(actor, Person) else cast.tom.id
    other = cast.asha if actor is not cast.asha else cast.tom
    if isinstance(actor, Person) and actor.id == cast.administrator.id:
        as_actor(System(purpose="tests", organisation_id=cast.here.id)).add(
            MembershipRow(person_id=actor.id, role="viewer", since=work.now)
        )
    return Stage(
        as_actor(actor),
        corner(cast.here.id, person_id, actor.id if isinstance(actor, Respondent) else None),
        corner(cast.here.id, other.id),
        corner(cast.elsewhere.id, cast.dev.id),
    )


def row_of(corner: Corner, resource: str, work: Work) -> Row:
    """The corner's row of the resource; the cast's own for what everybody has already."""
    if resource not in {"organisation", "person", "membership"}:
        return corner.row(resource)
    row_type = row_named(resource)
    keys = {"organisation": corner.organisation_id, "person": corner.person_id}
    system = Work(work.session, System(purpose="tests", organisation_id=corner.organisation_id), work.now)
    if resource == "membership":
        return system.session.scalars(system.select(MembershipRow).where(col(MembershipRow.person_id) == corner.person_id)).one()
    return system.get(row_type, keys[resource])


def is_own(name: str, row: Row) -> bool:
    if row.resource in NOT_OWNED:
        return name != "invited"
    column = row.respondent_column if name == "invited" else row.owner_column
    return column is not None or row.resource in {"assessment", "answer"}


def expected(name: str, resource: str, verb: Any, whose: str, row: Row) -> bool:
    """What the table says; `whose` is own, other or none."""
    if whose == "none":
        return isinstance(row, SharedRow) and verb in POLICY[role(name), resource]
    rule = POLICY[role(name), resource].get(verb)
    own = is_own(name, row) and (whose == "own" or resource in NOT_OWNED)
    if rule is None:
        return verb == "read" and resource in READ_OF_THEMSELVES and own and name != "invited"
    return rule.reach is Reach.ALL or own


CELLS = [pytest.param(name, resource, id=f"{name}-{resource}") for name, resource in itertools.product(NAMES, sorted(RESOURCES))]


def test_each_resource_can_be_made_for_the_test(engine):
    assert set(MAKERS) == RESOURCES


@pytest.mark.parametrize(("stage", "resource"), CELLS, indirect=["stage"])
def test_a_cell_lets_through_what_the_table_says_and_nothing_else(stage: Stage, resource: str, request: pytest.FixtureRequest):
    name = request.node.callspec.params["stage"]
    for whose in ("own", "other", "none"):
        row = row_of(getattr(stage, whose), resource, stage.work)
        for verb in sorted(VERBS - {"create"}):
            wanted = expected(name, resource, verb, whose, row)
            cell = f"{name} {verb} {whose} {resource}"
            listed = stage.work.session.scalars(stage.work.select(type(row), verb).where(col(type(row).id) == row.id)).one_or_none()
            assert (listed is not None) is wanted, f"list: {cell}"
            assert reached(stage.work, row, verb) is wanted, f"get: {cell}"


def reached(work: Work, row: Row, verb: Any) -> bool:
    try:
        return work.get(type(row), row.id, verb) is row
    except (NotFound, Denied):
        return False


@pytest.mark.parametrize(("stage", "resource"), CELLS, indirect=["stage"])
def test_a_changed_field_is_saved_only_where_the_table_lets_it(stage: Stage, resource: str, request: pytest.FixtureRequest):
    name = request.node.callspec.params["stage"]
    for whose in ("own", "other"):
        row = row_of(getattr(stage, whose), resource, stage.work)
        rule = POLICY[role(name), resource].get("update")
        reach = rule is not None and (rule.reach is Reach.ALL or (whose == "own" and is_own(name, row)) or resource in NOT_OWNED)
        for field in sorted({attribute.key for attribute in inspect(row).attrs} - {"id", "organisation_id", "row_version"}):
            wanted = reach and rule is not None and (rule.fields is None or field in rule.fields)
            assert savable(stage.work, row, field) is wanted, f"{name} update {whose} {resource}.{field}"


def savable(work: Work, row: Row, field: str) -> bool:
    """Whether the change would be written. The write itself is not tried: any value will do here, and few columns take any."""
    before = getattr(row, field)
    setattr(row, field, object())
    try:
        work._require_changeable(row)
    except Denied:
        return False
    else:
        return True
    finally:
        setattr(row, field, before)


@pytest.mark.parametrize("stage", NAMES, indirect=True)
def test_what_may_be_made_is_made_and_the_rest_leaves_nothing(stage: Stage, request: pytest.FixtureRequest):
    name = request.node.callspec.params["stage"]
    for resource in sorted(RESOURCES - {"organisation", "person", "membership", "event", "account"}):
        for whose in ("own", "other"):
            model = row_of(getattr(stage, whose), resource, stage.work)
            rule = POLICY[role(name), resource].get("create")
            wanted = rule is not None and (rule.reach is Reach.ALL or (whose == "own" and is_own(name, model)))
            assert made(stage.work, model) is wanted, f"{name} create {whose} {resource}"


def made(work: Work, model: Row) -> bool:
    """Whether a copy of the row, told apart by its unique columns, can be added."""
    copied = {attribute.key: getattr(model, attribute.key) for attribute in inspect(model).attrs}
    copy = type(model)(**copied | {"id": new_id()} | told_apart(model))
    with work.session.begin_nested() as point:
        try:
            work.add(copy)
        except Denied:
            return False
        else:
            return True
        finally:
            point.rollback()


def told_apart(model: Row) -> dict[str, Any]:
    other: dict[str, dict[str, Any]] = {
        "action": {"number": getattr(model, "number", 0) + 5_000_000},
        "action_update": {"version": 10},
        "answer": {"question": "q2"},
        "edition": {"hash": "another"},
        "function": {"name": f"Finance {new_id()}"},
        "consensus": {"question": "another"},
        "gate_policy": {"gate": "another"},
        "group_role": {"group": "another"},
        "measure_target": {"measure": "another"},
        "peer_basis": {"release_id": new_id()},
        "peer_member": {"key": new_id().hex * 2},
        "peer_pack": {"hash": new_id().hex * 2},
        "reading": {"measure": "another"},
        "respondent": {"person_id": None},
        "target_profile": {"name": "another"},
        "result": {"superseded_at": getattr(model, "frozen_at", None), "superseded_reason": "A mistake"},
    }
    hashed = {"token": new_id().hex * 2} if hasattr(model, "token") else {}
    return other.get(model.resource, {}) | hashed | ({"key": "another"} if model.resource == "attempt" else {})


@pytest.mark.parametrize(("giver", "given"), [*itertools.product(NAMES, Role)])
def test_a_role_is_given_only_by_those_who_stand_above_it(cast, giver, given):
    above = {
        "administrator": set(Role) - {Role.ADMINISTRATOR},
        "consultant": {Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER},
        "leader": {Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER},
    }
    assert may_grant(actors(cast)[giver], given) is (given in above.get(giver, set()))

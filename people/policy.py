"""Who may do what: one table, role x resource x verb. What is not in it is denied."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import get_args

from people.model import Actor, Person, Respondent, Role, System, Verb

_LETTERS: Mapping[str, Verb] = {
    "c": "create",
    "r": "read",
    "u": "update",
    "d": "delete",
    "f": "finalise",
    "o": "reopen",
    "v": "verify",
}

# A capital: every row of the organisation. A small letter: their own rows, by the row's owner or respondent column.
# The last four belong to the way in, which looks at them itself: nobody is anybody yet when it does.
_TABLE = """
resource        administrator  consultant  leader   owner  respondent  viewer
organisation    CRUD           r           RU       R      R           R
function        R              CRU         CRUD     R      R           R
person          CRUD           CRU         CRU      Ru     r           R
membership      CRUD           CRU         CRUD     R      r           R
event           R              R           R        -      -           -
edition         R              CR          CR       R      R           R
assessment      -              CRUFO       CRUDFO   R      r           R
respondent      -              CRUD        CRUD     r      r           -
answer          -              CRUD        CRUD     R      cru         R
consensus       -              CRUD        CRUD     R      -           R
result          -              CRU         CRU      R      -           R
reading         -              CRUD        CRUD     CRU    -           R
measure_target  -              CRUD        CRUD     R      -           R
gate_policy     -              CRUD        CRUD     R      -           R
participation   -              R           CR       R      -           R
peer_release    -              R           R        R      -           R
peer_pack       -              R           R        R      -           R
peer_basis      -              -           -        -      -           -
peer_member     -              -           -        -      -           -
target_profile  -              CRUD        CRUD     R      -           R
action          -              CRUDV       CRUDV    Ru     -           R
action_update   -              CR          CR       CR     -           R
account         CRU            R           R        -      -           -
invitation      R              CRUD        CRUD     -      -           -
group_role      CRD            R           R        -      -           -
session         -              -           -        -      -           -
one_time_link   -              -           -        -      -           -
attempt         -              -           -        -      -           -
purge           -              -           -        -      -           -
"""

_OWN_FIELDS: Mapping[tuple[Role, str], frozenset[str]] = {
    (Role.OWNER, "person"): frozenset({"name", "email"}),
    (Role.OWNER, "action"): frozenset({"status", "per_cent", "due", "updated_at", "done_at", "done_by"}),
    (Role.RESPONDENT, "answer"): frozenset(
        {"state", "value", "period", "reason", "note", "evidence", "evidence_text", "evidence_link", "discuss", "saved_at"}
    ),
}

_GRANTS: Mapping[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset(Role) - {Role.ADMINISTRATOR},
    Role.CONSULTANT: frozenset({Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER}),
    Role.LEADER: frozenset({Role.LEADER, Role.OWNER, Role.RESPONDENT, Role.VIEWER}),
}

ABOUT_THEMSELVES = frozenset({"organisation", "person", "membership", "account"})
"""Read by anybody where it is about themselves, with whatever role."""


class Reach(StrEnum):
    """How far a rule goes."""

    ALL = "all"
    OWN = "own"


@dataclass(frozen=True)
class Rule:
    """Permission for rows within reach; `fields` limits what may change, None limits nothing."""

    reach: Reach
    fields: frozenset[str] | None = None


def _cell(role: Role, resource: str, letters: str) -> Mapping[Verb, Rule]:
    own = _OWN_FIELDS.get((role, resource))
    return {
        _LETTERS[letter.lower()]: Rule(Reach.ALL) if letter.isupper() else Rule(Reach.OWN, own if letter == "u" else None)
        for letter in letters.replace("-", "")
    }


def _read(table: str) -> Mapping[tuple[Role, str], Mapping[Verb, Rule]]:
    head, *lines = (line.split() for line in table.strip().splitlines())
    roles = [Role(name) for name in head[1:]]
    return {
        (role, resource): _cell(role, resource, letters) for resource, *cells in lines for role, letters in zip(roles, cells, strict=True)
    }


POLICY: Mapping[tuple[Role, str], Mapping[Verb, Rule]] = _read(_TABLE)
RESOURCES: frozenset[str] = frozenset(resource for _, resource in POLICY)
VERBS: frozenset[str] = frozenset(get_args(Verb))


def rules(actor: Actor, resource: str, verb: Verb) -> tuple[Rule, ...]:
    """What lets the actor do this; empty means no. A resource that the table does not name is denied to everyone."""
    if resource not in RESOURCES:
        return ()
    if isinstance(actor, System):
        return (Rule(Reach.ALL),)
    if not isinstance(actor, Person | Respondent):
        return ()
    cells = (POLICY[role, resource] for role in sorted(actor.roles))
    found = tuple(cell[verb] for cell in cells if verb in cell)
    return (*found, Rule(Reach.OWN)) if _sees_themselves(actor, resource, verb) else found


def _sees_themselves(actor: Person | Respondent, resource: str, verb: Verb) -> bool:
    return isinstance(actor, Person) and resource in ABOUT_THEMSELVES and verb == "read"


def changeable(granted: Iterable[Rule]) -> frozenset[str] | None:
    """The fields that these rules together let change; None when there is no limit."""
    fields: frozenset[str] = frozenset()
    for rule in granted:
        if rule.fields is None:
            return None
        fields |= rule.fields
    return fields


def may_give(role: Role) -> frozenset[Role]:
    """The roles that somebody with this role may give."""
    return _GRANTS.get(role, frozenset())


def may_grant(actor: Actor, role: Role) -> bool:
    """Whether the actor may give somebody this role. Nobody makes administrators from within."""
    if isinstance(actor, System):
        return True
    return isinstance(actor, Person) and any(role in may_give(own) for own in actor.roles)

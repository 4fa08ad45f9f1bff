"""Which group of the company sign-on is what in an organisation. A group that nobody names gives no access."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator
from sqlmodel import col

from ground.errors import Conflict
from ground.text import Line
from ground.value import Value
from people.door_tables import GroupRoleRow
from people.model import Denied, Role
from people.policy import may_grant
from people.work import Work


def _issuer(text: str) -> str:
    if not text.startswith("https://"):
        raise ValueError("The issuer is the address of the sign-on, such as https://login.example.org.")
    return text.rstrip("/")


class NewMapping(Value):
    """A group as the sign-on names it, and what its members are here."""

    issuer: Annotated[Line, AfterValidator(_issuer)]
    group: Line
    role: Role


class Mapping(NewMapping):
    """One that is in force."""

    id: UUID


def mappings(work: Work) -> tuple[Mapping, ...]:
    """The organisation's, by group."""
    query = work.select(GroupRoleRow).order_by(col(GroupRoleRow.group), col(GroupRoleRow.id))
    return tuple(Mapping.model_validate(row, from_attributes=True) for row in work.session.scalars(query))


def add(work: Work, new: NewMapping) -> None:
    """Let a group's members be something here. Conflict for a group that is named already."""
    if not may_grant(work.actor, new.role):
        raise Denied
    if any((one.issuer, one.group) == (new.issuer, new.group) for one in mappings(work)):
        raise Conflict(f"The group {new.group} has a role already. Remove that first.")
    row = work.add(GroupRoleRow(issuer=new.issuer, group=new.group, role=new.role.value))
    work.record("create", row, None, new.model_dump(mode="json"))


def remove(work: Work, mapping_id: UUID) -> None:
    """Its members lose the role at their next sign-on."""
    row = work.get(GroupRoleRow, mapping_id, "delete")
    work.record("delete", row, {"issuer": row.issuer, "group": row.group, "role": row.role}, None)
    work.delete(row)

"""What the groups of a company's sign-on are in an organisation. A group that is not named gives no access."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlmodel import col

from ground.errors import Conflict
from ground.text import Line
from ground.value import Value
from people.door_tables import GroupRoleRow
from people.model import Denied, Role
from people.policy import may_grant
from people.work import Work


class NewGroup(Value):
    """A group, as the sign-on of `issuer` calls it, and its role here."""

    issuer: Annotated[str, Field(pattern=r"^https?://[^\s]{1,250}$")]
    group: Line
    role: Role


class Group(NewGroup):
    """A group that gives access."""

    id: UUID


def groups(work: Work) -> tuple[Group, ...]:
    """Those of the organisation, by name."""
    rows = work.session.scalars(work.select(GroupRoleRow).order_by(col(GroupRoleRow.group)))
    return tuple(Group(id=row.id, issuer=row.issuer, group=row.group, role=Role(row.role)) for row in rows)


def name_group(work: Work, new: NewGroup) -> None:
    """Give a group a role. Conflict where it has one."""
    if not may_grant(work.actor, new.role):
        raise Denied
    if any((one.issuer, one.group) == (new.issuer, new.group) for one in groups(work)):
        raise Conflict(f"The group {new.group} has a role already. Remove that first.")
    row = work.add(GroupRoleRow(issuer=new.issuer, group=new.group, role=new.role.value))
    work.record("create", row, None, new.model_dump(mode="json"))


def remove_group(work: Work, group_id: UUID) -> None:
    """Its members get no role by it any more, from their next sign-in on."""
    row = work.get(GroupRoleRow, group_id, "delete")
    before = {"issuer": row.issuer, "group": row.group, "role": row.role}
    work.delete(row)
    work.record("delete", row, before, None)

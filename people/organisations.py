"""The installation's organisations, as those who administer it see them: which there are, never what they answered."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from ground.errors import NotFound, PlumblineError
from ground.text import line
from ground.value import Value
from people import store
from people.audit import newest
from people.memberships import between
from people.model import Denied, NewOrganisation, Organisation
from people.tables import MembershipRow, OrganisationRow
from people.work import Work
from storage import purge
from storage.session import limited


class NotDeleted(PlumblineError):
    """The organisation's data stays; the sentence says why."""


class Listed(Value):
    """An organisation as the installation's list shows it."""

    organisation: Organisation
    people: int


def every(work: Work) -> tuple[Listed, ...]:
    """All of the installation, by name. Denied unless the actor is an administrator."""
    outside = _administering(work)
    query = outside.select(OrganisationRow).order_by(col(OrganisationRow.name), col(OrganisationRow.id))
    count = select(col(MembershipRow.organisation_id), func.count()).where(col(MembershipRow.left_at).is_(None))
    members = dict(outside.session.execute(limited(count.group_by(col(MembershipRow.organisation_id)))).all())
    rows = outside.session.scalars(query)
    return tuple(Listed(organisation=store.as_organisation(row), people=members.get(row.id, 0)) for row in rows)


def one(work: Work, organisation_id: UUID) -> Organisation:
    """Any of the installation; NotFound for a missing one. Denied unless the actor is an administrator."""
    return store.as_organisation(store.organisation_row(_administering(work), organisation_id))


def create(work: Work, new: NewOrganisation) -> Organisation:
    """A new organisation that its maker does not lead: leaders and consultants are named for it afterwards."""
    outside = _administering(work)
    row = store.add_organisation(outside, new)
    outside.record("create", row, None, new.model_dump(mode="json"))
    return store.as_organisation(row)


def inside(work: Work, organisation: Organisation) -> Work:
    """The same administrator's work inside an organisation, in the same transaction."""
    outside = _administering(work)
    return replace(outside, actor=outside.actor.model_copy(update={"organisation_id": organisation.id}))


def take_along(work: Work) -> str:
    """Write down that all data of the work's organisation leaves; its name. NotFound between organisations, Denied to most."""
    if work.organisation_id is None:
        raise NotFound("organisation")
    row = store.organisation_row(work, work.organisation_id, "update")
    work.record("export", row, None, {"name": row.name})
    return row.name


def delete(work: Work, organisation_id: UUID, typed: str, reason: str) -> None:
    """Delete all that an organisation has, its trail too. The installation's trail keeps how much it was, why, and where the trail ended.

    NotDeleted unless its name is typed and a reason given.
    """
    outside = _administering(work)
    row = store.organisation_row(outside, organisation_id, "delete")
    if typed.strip() != row.name:
        raise NotDeleted("That is not the organisation's name. Type it as it stands above.")
    if not reason.strip():
        raise NotDeleted("Say why it is deleted. The reason stays in the installation's audit log.")
    number, link = newest(outside.session, organisation_id)
    # The session forgets the row: it is deleted as one of many.
    outside.session.expunge(row)
    counts = purge.purge(outside.session, organisation_id, outside.now)
    outside.record("purge", row, {"events": number, "link": link, "rows": dict(counts)}, {"reason": line(reason)})


def _administering(work: Work) -> Work:
    outside = between(work)
    if not outside.may("organisation", "delete"):
        raise Denied
    return outside

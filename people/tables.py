"""Organisations, functions, people, and the trail of what happened. Only this room's stores open these tables."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, Index, exists, true
from sqlmodel import Field, col

from people.model import FunctionKind, Role
from storage.row import EditableRow, Id, Json, Row, UtcDateTime, Versioned, checked, indexed, one_of, unique

_NAMED = "length(name) BETWEEN 1 AND 200"


class OrganisationRow(Versioned, Row, table=True):
    """A tenant. Between organisations a person sees those they belong to."""

    __tablename__ = "organisation"
    __table_args__ = (checked("name", _NAMED), checked("currency", "length(currency) = 3"), checked("row_version", "row_version >= 1"))
    resource: ClassVar[str] = "organisation"

    name: str
    zone: str
    currency: str
    created_at: datetime = Field(sa_type=UtcDateTime)

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """Itself."""
        return true() if organisation_id is None else col(cls.id) == organisation_id

    @classmethod
    def owned_by(cls, person_id: UUID) -> ColumnElement[bool]:
        """Those that the person belongs to."""
        belongs = (col(MembershipRow.organisation_id) == cls.id, col(MembershipRow.person_id) == person_id)
        return exists().where(*belongs, col(MembershipRow.left_at).is_(None))


class FunctionRow(EditableRow, table=True):
    """A service function."""

    __tablename__ = "function"
    __table_args__ = (checked("name", _NAMED), one_of("kind", FunctionKind), unique("name"))
    resource: ClassVar[str] = "function"

    name: str
    kind: str


class PersonRow(Versioned, Row, table=True):
    """Somebody, with or without a sign-in. Belongs to organisations through memberships."""

    __tablename__ = "person"
    __table_args__ = (checked("name", _NAMED), checked("row_version", "row_version >= 1"))
    resource: ClassVar[str] = "person"
    owner_column: ClassVar[str | None] = "id"

    name: str
    email: str | None = None
    administrator: bool = False
    created_at: datetime = Field(sa_type=UtcDateTime)

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """The organisation's members, and those who left it: what they did keeps their name."""
        if organisation_id is None:
            return true()
        return exists().where(col(MembershipRow.organisation_id) == organisation_id, col(MembershipRow.person_id) == cls.id)


class MembershipRow(EditableRow, table=True):
    """A person's role in an organisation. Others link to it by `foreign("membership", ..., to="person_id")`."""

    __tablename__ = "membership"
    __table_args__ = (unique("person_id"), one_of("role", set(Role) - {Role.ADMINISTRATOR}), Index(None, "person_id"))
    resource: ClassVar[str] = "membership"
    owner_column: ClassVar[str | None] = "person_id"

    person_id: UUID = Field(sa_type=Id, foreign_key="person.id")
    role: str
    since: datetime = Field(sa_type=UtcDateTime)
    left_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """Since then they see nothing of it any more; the row stays, because what they did links to it."""


class EventRow(Row, table=True):
    """What happened, who did it, and what stood before and after. Triggers on both engines refuse to change or delete one."""

    __tablename__ = "event"
    __table_args__ = (
        one_of("actor_kind", ("person", "respondent", "system", "anonymous")),
        indexed("resource", "resource_id"),
        indexed("at"),
        unique("number"),
        checked("link", "length(link) = 64"),
    )
    resource: ClassVar[str] = "event"

    organisation_id: UUID | None = Field(default=None, sa_type=Id, foreign_key="organisation.id")
    """None: it concerns the installation."""
    at: datetime = Field(sa_type=UtcDateTime)
    actor_kind: str
    actor_id: UUID | None = Field(default=None, sa_type=Id)
    actor_name: str
    verb: str
    about: str = Field(sa_column_kwargs={"name": "resource"})
    about_id: UUID | None = Field(default=None, sa_type=Id, sa_column_kwargs={"name": "resource_id"})
    before: Any = Field(default=None, sa_type=Json, nullable=True)
    after: Any = Field(default=None, sa_type=Json, nullable=True)
    number: int
    """1, 2, 3, ... in each organisation."""
    link: str
    """SHA-256 over this event and the link of the one before: people/chain.py."""

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """The organisation's trail; between organisations, the installation's."""
        return col(cls.organisation_id) == organisation_id

"""The base of every stored row: identity, tenancy, and the column types that mean the same on SQLite and on PostgreSQL.

A table:

    class ActionRow(EditableRow, table=True):
        __tablename__ = "action"
        __table_args__ = (
            foreign("function", "function_id"),
            foreign("membership", "owner_id", to="person_id"),
            one_of("status", Status),
            checked("per_cent", "per_cent BETWEEN 0 AND 100"),
            unique("number"),
            indexed("status"),
        )
        resource: ClassVar[str] = "action"
        owner_column: ClassVar[str | None] = "owner_id"

        number: int
        status: str  # never an enum: SQLModel would make a PostgreSQL type of it
        function_id: UUID = Field(sa_type=Id)
        owner_id: UUID | None = Field(default=None, sa_type=Id)
        index_lift: Fraction | None = Field(default=None, sa_type=ExactType)
        steps: list[str] = Field(sa_type=Json)
        proposed_at: datetime = Field(sa_type=UtcDateTime)
"""

from collections.abc import Iterable
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, ColumnElement, ForeignKeyConstraint, Index, MetaData, UniqueConstraint, false, true
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel, col
from uuid_utils.compat import uuid7

from storage.column import ExactType, Id, Json, UtcDateTime

__all__ = [
    "EditableRow",
    "ExactType",
    "Id",
    "Json",
    "Row",
    "SharedRow",
    "TenantRow",
    "UtcDateTime",
    "Versioned",
    "checked",
    "foreign",
    "indexed",
    "new_id",
    "one_of",
    "row_named",
    "unique",
]

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


# A registry of our own: Streamlit evicts edited modules, and SQLModel's registry would see their tables twice.
_ROWS = registry(metadata=MetaData(naming_convention=_NAMES))


def new_id() -> UUID:
    """A UUIDv7: made by us and not by the engine, in order of time."""
    return uuid7()


def foreign(parent: str, column: str, *, to: str = "id") -> ForeignKeyConstraint:
    """`column` links to the parent of the *same* organisation; to="person_id" for a membership. NULL links to nothing."""
    return ForeignKeyConstraint(["organisation_id", column], [f"{parent}.organisation_id", f"{parent}.{to}"])


def unique(*columns: str) -> UniqueConstraint:
    """Unique within the organisation."""
    return UniqueConstraint("organisation_id", *columns)


def indexed(*columns: str) -> Index:
    """An index that starts with the organisation, as every query does."""
    return Index(None, "organisation_id", *columns)


def checked(name: str, condition: str) -> CheckConstraint:
    """A CHECK in portable SQL: `checked("level", "level BETWEEN 0 AND 5")`."""
    return CheckConstraint(condition, name=name)


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """The column holds one of the values (or NULL where it may)."""
    listed = ", ".join(f"'{value}'" for value in sorted(values))
    return checked(column, f"{column} IN ({listed})")


class Row(SQLModel, registry=_ROWS):
    """A stored row: what it is called, whose it is, and who may be told of it."""

    resource: ClassVar[str]
    """What the policy calls it."""
    owner_column: ClassVar[str | None] = None
    """The column with the person id of the owner: an owner who may only see their own is limited by it."""
    respondent_column: ClassVar[str | None] = None
    """The column with the respondent's id, likewise."""

    id: UUID = Field(default_factory=new_id, primary_key=True, sa_type=Id)

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """The condition that a row may be looked at from inside the organisation (None: between organisations). Default: none may."""
        return false()

    @classmethod
    def owned_by(cls, person_id: UUID) -> ColumnElement[bool]:
        """The condition that a row is the person's own."""
        return cls._is(cls.owner_column, person_id)

    @classmethod
    def answered_by(cls, respondent_id: UUID) -> ColumnElement[bool]:
        """The condition that a row is the respondent's own."""
        return cls._is(cls.respondent_column, respondent_id)

    @classmethod
    def _is(cls, column: str | None, value: UUID) -> ColumnElement[bool]:
        return getattr(cls, column) == value if column else false()


class Versioned(SQLModel):
    """What two people may edit at once: saving compares and sets `row_version`."""

    row_version: int = 1


class SharedRow(Row):
    """The same for every organisation: content that belongs to no tenant, such as a published questionnaire."""

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """Everyone's."""
        return true()


class TenantRow(Row):
    """A row of one organisation. UNIQUE(organisation_id, id) is there so that `foreign` can refuse links across organisations."""

    organisation_id: UUID = Field(default=None, sa_type=Id, foreign_key="organisation.id", nullable=False)
    """Stamped by `work.add`."""

    def __init_subclass__(cls, **settings: Any) -> None:  # noqa: ANN401 - pydantic's own class settings
        """Add the unique pair to whatever constraints the table declares."""
        super().__init_subclass__(**settings)
        if "__tablename__" in cls.__dict__:
            cls.__table_args__ = (unique("id"), *cls.__dict__.get("__table_args__", ()))

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """The organisation's own."""
        return col(cls.organisation_id) == organisation_id


class EditableRow(Versioned, TenantRow):
    """A tenant row that two people may edit at once."""


def row_named(resource: str) -> type[Row]:
    """The row type of a resource; KeyError when no imported table has it."""
    rows: dict[str, type[Row]] = {mapper.class_.resource: mapper.class_ for mapper in _ROWS.mappers}
    return rows[resource]

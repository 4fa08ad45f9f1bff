"""What the way in needs: accounts, sessions, one-time links, invitations, failed attempts. Only this room opens these tables."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ColumnElement, UniqueConstraint, exists, true
from sqlmodel import Field, col

from people.model import Role
from people.tables import MembershipRow
from storage.row import EditableRow, Id, Json, Row, TenantRow, UtcDateTime, Versioned, checked, foreign, indexed, one_of, unique

_HASH = "length(token) = 64"


class AccountRow(Versioned, Row, table=True):
    """How one person signs in: by password, by company sign-on, or both. `id` is the person's."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("login"), UniqueConstraint("issuer", "subject"))
    resource: ClassVar[str] = "account"
    owner_column: ClassVar[str | None] = "id"

    id: UUID = Field(primary_key=True, sa_type=Id, foreign_key="person.id")
    login: str
    """The person's address, casefolded."""
    password: str | None = None
    """Argon2id in PHC form; None before the first one is set, and for those who only use company sign-on."""
    password_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    totp: str | None = None
    """The shared secret of the second factor, base32; None without one."""
    totp_step: int = 0
    """The last time step that was accepted: a code counts once (RFC 6238, 5.2)."""
    recovery: list[str] = Field(default_factory=list, sa_type=Json)
    """SHA-256 of the recovery codes that are left."""
    issuer: str | None = None
    subject: str | None = None
    disabled_at: datetime | None = Field(default=None, sa_type=UtcDateTime)

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """The accounts of the organisation's members."""
        if organisation_id is None:
            return true()
        belongs = (col(MembershipRow.organisation_id) == organisation_id, col(MembershipRow.person_id) == cls.id)
        return exists().where(*belongs, col(MembershipRow.left_at).is_(None))


class Proof(StrEnum):
    """By what somebody has shown who they are."""

    PASSWORD = "password"  # noqa: S105 - the name of a way in
    SECOND_FACTOR = "second factor"
    """And by a password before it."""
    COMPANY = "company"
    """By their company's sign-on, which has its own rules for a second factor."""
    INVITATION = "invitation"


class SessionRow(Row, table=True):
    """One sign-in of one browser. The browser has the token, this its SHA-256."""

    __tablename__ = "session"
    __table_args__ = (
        UniqueConstraint("token"),
        checked("token", _HASH),
        checked("who", "(person_id IS NULL) <> (respondent_id IS NULL)"),
        checked("where", "(respondent_id IS NULL) = (organisation_id IS NULL)"),
        one_of("stage", ("code", "enrol", "open")),
        one_of("proof", set(Proof)),
        foreign("respondent", "respondent_id"),
    )
    resource: ClassVar[str] = "session"
    owner_column: ClassVar[str | None] = "person_id"

    token: str
    person_id: UUID | None = Field(default=None, sa_type=Id, foreign_key="person.id", index=True)
    organisation_id: UUID | None = Field(default=None, sa_type=Id, foreign_key="organisation.id")
    respondent_id: UUID | None = Field(default=None, sa_type=Id)
    respondent_name: str = ""
    """As the respondent is called: people may not look into the tables of assessments."""
    stage: str
    """`code`: the second factor is still to come; `enrol`: it is still to be set up; `open`: in."""
    proof: str
    pending_totp: str | None = None
    """The secret that is being set up."""
    browser: str = ""
    opened_at: datetime = Field(sa_type=UtcDateTime)
    seen_at: datetime = Field(sa_type=UtcDateTime)
    closes_at: datetime = Field(sa_type=UtcDateTime)

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """A person's own are theirs wherever they are."""
        return true()


class OneTimeLinkRow(Row, table=True):
    """A link that lets one person set a password, once: the first administrator, a newcomer, a reset."""

    __tablename__ = "one_time_link"
    __table_args__ = (UniqueConstraint("token"), checked("token", _HASH), one_of("purpose", ("administrator", "password")))
    resource: ClassVar[str] = "one_time_link"

    token: str
    person_id: UUID = Field(sa_type=Id, foreign_key="person.id", index=True)
    purpose: str
    made_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)


class AttemptRow(Row, table=True):
    """Failures in a row, by account, address or link; the key is hashed."""

    __tablename__ = "attempt"
    __table_args__ = (UniqueConstraint("key"),)
    resource: ClassVar[str] = "attempt"

    key: str
    failures: int
    last_at: datetime = Field(sa_type=UtcDateTime)
    until: datetime | None = Field(default=None, sa_type=UtcDateTime)
    """No attempt is looked at before this."""


class InvitationRow(EditableRow, table=True):
    """An invitation to answer one assessment, or to join the organisation. The link has the token, this its SHA-256.

    An anonymous one never says which respondent came of it, and of its use only the day.
    """

    __tablename__ = "invitation"
    __table_args__ = (
        UniqueConstraint("token"),
        checked("token", _HASH),
        foreign("assessment", "assessment_id"),
        foreign("respondent", "respondent_id"),
        one_of("kind", ("join", "respond")),
        one_of("role", set(Role) - {Role.ADMINISTRATOR, Role.CONSULTANT, Role.RESPONDENT}),
        one_of("role_group", ("leader", "staff", "user")),
        checked("respond", "(kind = 'respond') = (assessment_id IS NOT NULL AND role_group IS NOT NULL)"),
        checked("join", "(kind = 'join') = (role IS NOT NULL)"),
        checked("anonymous", "NOT anonymous OR respondent_id IS NULL"),
        indexed("assessment_id"),
    )
    resource: ClassVar[str] = "invitation"

    token: str
    kind: str
    name: str = ""
    email: str | None = None
    assessment_id: UUID | None = Field(default=None, sa_type=Id)
    respondent_id: UUID | None = Field(default=None, sa_type=Id)
    role_group: str | None = None
    role: str | None = None
    anonymous: bool = False
    made_at: datetime = Field(sa_type=UtcDateTime)
    made_by: UUID = Field(sa_type=Id, foreign_key="person.id")
    expires_at: datetime = Field(sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_on: date | None = None
    practices: list[str] | None = Field(default=None, sa_type=Json, nullable=True)
    """What whoever follows it is asked about; None: everything that concerns the role group."""
    reminded_on: date | None = None


class GroupRoleRow(TenantRow, table=True):
    """What a group of the company sign-on is in this organisation. A group that no row names gives no access."""

    __tablename__ = "group_role"
    __table_args__ = (unique("issuer", "group"), one_of("role", set(Role) - {Role.ADMINISTRATOR}))
    resource: ClassVar[str] = "group_role"

    issuer: str
    group: str
    role: str


class PurgeRow(Row, table=True):
    """An organisation whose data was deleted on purpose: the one thing that lets its trail go."""

    __tablename__ = "purge"
    resource: ClassVar[str] = "purge"

    organisation_id: UUID = Field(sa_type=Id)
    at: datetime = Field(sa_type=UtcDateTime)

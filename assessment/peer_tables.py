"""How taking part, frozen snapshots of peers and imported packs are kept."""

from datetime import date, datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Column, ColumnElement, Index, Text, UniqueConstraint, false, true
from sqlmodel import Field

from assessment.peer_model import Region, Sector, SizeBand
from storage.row import Id, Json, Row, SharedRow, TenantRow, UtcDateTime, checked, indexed, one_of


class ParticipationRow(TenantRow, table=True):
    """A decision of one organisation to take part in the peer benchmark or not, with the facts that filters go by. The newest counts."""

    __tablename__ = "participation"
    __table_args__ = (
        indexed("decided_at"),
        one_of("size", SizeBand),
        one_of("sector", Sector),
        one_of("region", Region),
        checked("demo", "NOT (takes_part AND is_demo)"),
    )
    resource: ClassVar[str] = "participation"

    takes_part: bool
    is_demo: bool = False
    size: str | None = None
    sector: str | None = None
    region: str | None = None
    decided_at: datetime = Field(sa_type=UtcDateTime)


class PeerReleaseRow(SharedRow, table=True):
    """A frozen snapshot of one cohort, or a pack that was exported: only what may be told. Never changed."""

    __tablename__ = "peer_release"
    __table_args__ = (
        one_of("form", ("marks", "pack")),
        checked("organisations", "organisations > 10"),
        checked("k", "k >= 5"),
        Index(None, "questionnaire", "major", "form"),
    )
    resource: ClassVar[str] = "peer_release"

    questionnaire: str
    major: int
    method: str
    form: str
    cohort: str
    k: int
    organisations: int
    figures: Any = Field(sa_type=Json)
    """By figure: of marks, organisations and quantiles; of a pack, edges and counts."""
    withheld: Any = Field(sa_type=Json)
    """Why figures of it, and at that moment other cohorts, are not told."""
    source: str = ""
    """The name under which a pack was exported."""
    since: date
    frozen_at: datetime = Field(sa_type=UtcDateTime)


class BetweenRow(Row):
    """Seen from no organisation, whoever asks there: only by the program itself, between them."""

    @classmethod
    def within(cls, organisation_id: UUID | None) -> ColumnElement[bool]:
        """Between organisations alone."""
        return true() if organisation_id is None else false()


class PeerBasisRow(BetweenRow, table=True):
    """What a release was made of, to judge later ones by. Told to nobody."""

    __tablename__ = "peer_basis"
    __table_args__ = (UniqueConstraint("release_id"),)
    resource: ClassVar[str] = "peer_basis"

    release_id: UUID = Field(sa_type=Id, foreign_key="peer_release.id")
    members: Any = Field(sa_type=Json)
    """Keys of `peer_member`."""
    bounds: Any = Field(sa_type=Json)
    """By figure, the values that two of every block have to lie beyond."""


class PeerMemberRow(BetweenRow, table=True):
    """The figures of one result that was in a release, under a key that names neither it nor its organisation. Told to nobody."""

    __tablename__ = "peer_member"
    __table_args__ = (UniqueConstraint("key"), checked("key", "length(key) = 64"))
    resource: ClassVar[str] = "peer_member"

    key: str
    figures: Any = Field(sa_type=Json)


class PeerPackRow(SharedRow, table=True):
    """A benchmark pack of other installations, as it was imported."""

    __tablename__ = "peer_pack"
    __table_args__ = (UniqueConstraint("hash"), checked("hash", "length(hash) = 64"))
    resource: ClassVar[str] = "peer_pack"

    hash: str
    questionnaire: str
    major: int
    method: str
    content: str = Field(sa_column=Column(Text, nullable=False))
    imported_at: datetime = Field(sa_type=UtcDateTime)

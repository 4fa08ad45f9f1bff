"""Who acts, with which role, and the organisations they act in."""

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field

from ground.errors import PlumblineError
from ground.text import Line, plain
from ground.value import Value


class Role(StrEnum):
    """What a person is in an organisation; administrators are so for the whole installation."""

    ADMINISTRATOR = "administrator"
    CONSULTANT = "consultant"
    LEADER = "leader"
    OWNER = "owner"
    RESPONDENT = "respondent"
    VIEWER = "viewer"


Verb = Literal["create", "read", "update", "delete", "finalise", "reopen", "verify"]


class FunctionKind(StrEnum):
    """Which service function it is; content and comparisons go by it."""

    IT = "it"
    HR = "hr"
    FACILITIES = "facilities"
    FINANCE = "finance"
    LEGAL = "legal"
    PROCUREMENT = "procurement"
    OTHER = "other"


class Person(Value):
    """Someone at work: in one organisation with the roles they have there, or (None) between organisations."""

    id: UUID
    name: str
    organisation_id: UUID | None = None
    roles: frozenset[Role] = frozenset()


class Respondent(Value):
    """Someone who answers by invitation; `name` is a pseudonym when they are anonymous."""

    id: UUID
    name: str
    organisation_id: UUID
    roles: frozenset[Role] = frozenset({Role.RESPONDENT})


class System(Value):
    """The program itself, for one purpose: a reminder, a demo, an import."""

    purpose: str
    organisation_id: UUID | None = None


class Anonymous(Value):
    """Nobody known: may do nothing."""

    organisation_id: None = None


Actor = Person | Respondent | System | Anonymous


class Denied(PlumblineError):
    """The actor may see it, or may know that it could exist, but not do this."""

    def __init__(self) -> None:
        super().__init__("Your role does not allow this. Ask an assessment leader of the organisation to do it.")


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError(f"There is no time zone {name!r}. Choose one such as Europe/Berlin or Asia/Kolkata.") from None


def _address(text: str) -> str:
    kept = plain(text, 254)
    local, _, domain = kept.rpartition("@")
    if not local or "." not in domain.strip(".") or any(c.isspace() for c in kept):
        raise ValueError("An e-mail address looks like chitra@example.org.")
    return kept


Zone = Annotated[str, AfterValidator(_zone)]
Currency = Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
Email = Annotated[str, AfterValidator(_address)]


class Naming(Value):
    """A name alone, checked."""

    name: Line


class NewOrganisation(Value):
    """What a person says about an organisation; the currency is a three-letter code such as EUR."""

    name: Line
    zone: Zone
    currency: Currency


class Organisation(NewOrganisation):
    """Whose service management is assessed."""

    id: UUID
    row_version: int = 1

    def local(self, at: datetime) -> datetime:
        """The instant on the organisation's own clock."""
        return at.astimezone(ZoneInfo(self.zone))


class NewFunction(Value):
    """A service function to be."""

    name: Line
    kind: FunctionKind


class Function(NewFunction):
    """A service function of the organisation: IT, human resources, ..."""

    id: UUID
    row_version: int = 1


class NewPerson(Value):
    """Somebody who joins an organisation, with or without an address."""

    name: Line
    email: Email | None = None
    role: Role = Role.OWNER


class PersonCard(Value):
    """A person as others of the organisation see them."""

    id: UUID
    name: str
    email: str | None
    role: Role


class Event(Value):
    """One thing that happened, as it is kept forever."""

    id: UUID
    at: datetime
    actor_kind: str
    actor_id: UUID | None
    actor_name: str
    verb: str
    resource: str
    resource_id: UUID | None
    before: Mapping[str, Any] | None = None
    after: Mapping[str, Any] | None = None

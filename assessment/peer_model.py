"""Taking part in the peer benchmark, and what may be told of peers."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction
from typing import Literal, NamedTuple
from uuid import UUID

from ground.value import Exact, Value
from scoring.disclosure import Withheld

OTHERS = 10
"""So many other organisations a benchmark needs beside the one that looks; nothing stands on fewer."""
MONTHS = 24
"""Older results are not comparable (our own default)."""
WHOLE, PACK = "", "pack"
"""The cohorts that no filter made: everybody here; the imported packs put together."""


class SizeBand(StrEnum):
    """How many people work in the organisation."""

    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    VERY_LARGE = "very_large"


class Sector(StrEnum):
    """What the organisation does for a living."""

    PUBLIC = "public"
    HEALTH = "health"
    EDUCATION = "education"
    FINANCE = "finance"
    UTILITIES = "utilities"
    INDUSTRY = "industry"
    TRADE = "trade"
    TECHNOLOGY = "technology"
    SERVICES = "services"
    OTHER = "other"


class Region(StrEnum):
    """Where most of its people work."""

    AFRICA = "africa"
    ASIA_PACIFIC = "asia_pacific"
    EUROPE = "europe"
    LATIN_AMERICA = "latin_america"
    MIDDLE_EAST = "middle_east"
    NORTH_AMERICA = "north_america"


FILTERS: Mapping[str, type[StrEnum]] = {"size": SizeBand, "sector": Sector, "region": Region}
"""Declared beforehand: peers are told by these and by nothing else."""


class Facts(Value):
    """What filters go by; None where the organisation does not say."""

    size: SizeBand | None = None
    sector: Sector | None = None
    region: Region | None = None

    @property
    def filters(self) -> Mapping[str, str]:
        """Those that are said, by filter."""
        return {name: value for name, value in self.model_dump(mode="json").items() if value is not None}

    @property
    def cohorts(self) -> tuple[str, ...]:
        """The cohorts that the organisation is in by them."""
        return tuple(f"{name}={value}" for name, value in self.filters.items())


class Participation(Value):
    """Whether an organisation takes part."""

    takes_part: bool = False
    is_demo: bool = False
    """Its answers are invented: it never does."""
    facts: Facts = Facts()
    decision: UUID | None = None
    """Which decision this is; None where nobody has decided yet."""


class Kind(NamedTuple):
    """Results that can be compared with each other."""

    questionnaire: str
    major: int
    method: str


def kind_of(questionnaire: str, version: str, method: str) -> Kind:
    """By the first number of the version."""
    return Kind(questionnaire, int(version.split(".", maxsplit=1)[0]), method)


class PeerFigure(Value):
    """What is told of one figure."""

    organisations: int
    frozen_at: datetime | None = None
    """None for packs, which have periods of their own."""
    marks: tuple[tuple[Exact, int], ...]
    """Quantile and whole figure, ascending."""

    @property
    def by_quantile(self) -> Mapping[Fraction, int]:
        """The same to look up."""
        return dict(self.marks)


class PeerCohort(Value):
    """One frozen cohort, or the imported packs put together."""

    name: str
    """WHOLE, PACK, or "filter=value"."""
    figures: Mapping[str, PeerFigure]
    """By "" for the whole, "d:" and a dimension's id, "p:" and a practice's."""
    withheld: Mapping[str, Withheld] = {}
    """Why a figure is not among them."""
    organisations: int
    """Of the whole; of the figure with most of them, where that is not told."""
    frozen_at: datetime | None = None
    """When it was; some figures may have been frozen before."""
    since: date | None = None
    """Results whose period ended before this day were not in it then."""
    sources: tuple[str, ...] = ()
    """Of packs: who made them, of whom, over which period."""


State = Literal["off", "demo", "quick", "too_few", "waiting", "told"]


class Peers(Value):
    """What one organisation is told of others."""

    state: State
    method: str
    others: int = 0
    """Comparable other organisations where nothing is told yet, counted up to OTHERS."""
    facts: Facts = Facts()
    cohorts: tuple[PeerCohort, ...] = ()
    withheld: Mapping[str, Withheld] = {}
    """Why there is no cohort for one of the organisation's own facts."""

    def cohort(self, name: str) -> PeerCohort | None:
        """One of the cohorts."""
        return next((one for one in self.cohorts if one.name == name), None)

    @property
    def first(self) -> PeerCohort | None:
        """The one to show where nobody has chosen: everybody here, else the packs."""
        return next(iter(self.cohorts), None)

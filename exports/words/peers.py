"""Peers in words: why there is no benchmark and what to do, who is compared, and where one stands."""

from collections.abc import Mapping
from datetime import date

from assessment.peer_model import OTHERS, PACK, WHOLE, PeerCohort, Peers, Region, Sector, SizeBand
from exports.words.numbers import NOBODY_KNOWS, count, day, listed, span
from scoring.benchmark import Standing as Place
from scoring.disclosure import Withheld

SIZES: Mapping[str, str] = {
    SizeBand.SMALL: "fewer than 250 people",
    SizeBand.MEDIUM: "250 to 999 people",
    SizeBand.LARGE: "1,000 to 4,999 people",
    SizeBand.VERY_LARGE: "5,000 people and more",
}
SECTORS: Mapping[str, str] = {
    Sector.PUBLIC: "public administration",
    Sector.HEALTH: "health and social care",
    Sector.EDUCATION: "education and research",
    Sector.FINANCE: "banking and insurance",
    Sector.UTILITIES: "energy, water and waste",
    Sector.INDUSTRY: "manufacturing and construction",
    Sector.TRADE: "trade, transport and hospitality",
    Sector.TECHNOLOGY: "software, telecommunications and IT services",
    Sector.SERVICES: "professional and other services",
    Sector.OTHER: "another sector",
}
REGIONS: Mapping[str, str] = {
    Region.AFRICA: "Africa",
    Region.ASIA_PACIFIC: "Asia and the Pacific",
    Region.EUROPE: "Europe",
    Region.LATIN_AMERICA: "Latin America and the Caribbean",
    Region.MIDDLE_EAST: "Middle East",
    Region.NORTH_AMERICA: "North America",
}
FILTER_NAMES = {"size": "Size", "sector": "Sector", "region": "Region"}
WORDS: Mapping[str, Mapping[str, str]] = {"size": SIZES, "sector": SECTORS, "region": REGIONS}
WHAT_LEAVES = (
    "Off unless you turn it on. What leaves: the indices of your newest final full assessment, counted into medians and quartiles of at "
    "least eleven organisations, by the size, sector and region that you give here, and into groups of at least five that an "
    "administrator may pass on as a pack. What never does: your name, your own figures, a lowest or highest value, answers, notes, "
    "evidence, actions. Withdrawing counts from the next snapshot on; what was frozen before stays."
)
PEER_METHOD = (
    "Peers",
    "Each organisation that takes part is counted once, with its newest final full assessment of at most 24 months, at least 80 % "
    "answered; a practice of which more than a fifth is left out is not. Marks are quantiles of type 8 by Hyndman & Fan (1996), in whole "
    "figures: the median from eleven organisations on, quartiles from 20, never the ends. A snapshot is frozen, the same "
    "for everybody, and gives way to a newer one only when at least five organisations have come or gone: nobody can be worked out from "
    "the two. The percentile is read off the marks on a straight line; its likely range is Wilson’s at 95 %. Marks of imported packs are "
    "read off cells of at least five organisations.",
)
_REASONS: Mapping[Withheld, str] = {
    Withheld.TOO_FEW: f"too few organisations are in it: each needs {OTHERS} others",
    Withheld.TOO_CLOSE: "too few organisations tell it from something that was shown before, so one could be worked out",
    Withheld.TOO_ALIKE: "its organisations are so alike that the figures would give them away",
}
_WAIT = "Take part, wait until more organisations do, or let the administrator import a benchmark pack."
_NOTHING: Mapping[str, tuple[str, str]] = {
    "off": (
        "No peer benchmark: your organisation does not take part",
        "Who sees how others stand also gives their own figures, without their name. A leader turns it on in the settings.",
    ),
    "demo": (
        "No peer benchmark: the demo is never compared",
        "Its answers are invented. In an organisation of your own, a leader turns the comparison on in the settings.",
    ),
    "quick": (
        "No peer benchmark: a quick estimate is not compared",
        "Go on to the full assessment; every answer stays.",
    ),
    "waiting": (
        f"No peer benchmark yet: {OTHERS} or more comparable organisations, and no snapshot that may be told",
        "A snapshot is made when Plumbline starts and by “plumbline benchmark refresh”. It is withheld while the organisations "
        "are so alike that one could be worked out.",
    ),
}


def nothing(peers: Peers) -> tuple[str, str]:
    """Why there is no benchmark, and what to do."""
    if peers.state != "too_few":
        return _NOTHING[peers.state]
    noun = "organisation" if peers.others == 1 else "organisations"
    return f"No peer benchmark: {peers.others} comparable {noun}, {OTHERS} needed", _WAIT


def cohort_name(name: str) -> str:
    """`Everybody who takes part`, `Size: 250 to 999 people`."""
    if name in {WHOLE, PACK}:
        return "Imported packs" if name == PACK else "Everybody who takes part"
    filter_, _, value = name.partition("=")
    return f"{FILTER_NAMES[filter_]}: {WORDS[filter_][value]}"


def why_not(reason: Withheld) -> str:
    """Half a sentence."""
    return _REASONS[reason]


def withheld(peers: Peers) -> tuple[str, ...]:
    """A sentence for each of the organisation's own groups that is not shown."""
    return tuple(f"Not shown: {cohort_name(name)}, because {why_not(reason)}." for name, reason in peers.withheld.items())


def place(found: Place) -> str:
    """`62, likely 48 to 74`; `below 25` beyond the outermost mark."""
    if found.percentile is not None and found.band is not None:
        low, high = (round(end) for end in found.band)
        return f"{found.percentile}, likely {low} to {high}"
    if found.at_most is not None:
        return f"below {found.at_most}"
    return NOBODY_KNOWS if found.at_least is None else f"above {found.at_least}"


def middle_half(low: int | None, high: int | None) -> str:
    """`40–61`; a dash where there are no quartiles."""
    return NOBODY_KNOWS if low is None or high is None else span(low, high)


def finding(above: int, compared: int) -> str:
    """The title: how many practices lie above the median of peers."""
    if not compared:
        return "How peers stand"
    practices = "one practice" if compared == 1 else f"{compared} practices"
    return f"Above the median of peers in {count(above) if above else 'none'} of {practices}"


def overall(found: Place | None) -> str:
    """`Overall you are at percentile 62, likely 48 to 74`; empty where the whole is not compared."""
    if found is None:
        return ""
    end = found.at_most if found.at_most is not None else found.at_least
    side = "at" if found.percentile is not None else "below" if found.at_most is not None else "above"
    where = "the median of peers" if found.percentile is None and end == 50 else f"percentile {place(found).removeprefix(f'{side} ')}"
    return f"Overall you are {side} {where}."


def source(cohort: PeerCohort, method: str) -> str:
    """Who, how many, when, by which method."""
    if cohort.frozen_at is None or cohort.since is None:
        return f"{cohort.organisations} organisations. Packs: {listed(cohort.sources)}. Method {method}. Marks are estimates within cells."
    frozen: date = cohort.frozen_at.date()
    who = f"{cohort.organisations} organisations, your own among them where it took part by then"
    older = any(one.frozen_at != cohort.frozen_at for one in cohort.figures.values())
    rest = " Where the table has another number, that row was frozen on an earlier day." if older else ""
    return f"{who}. Results of {day(cohort.since)} to {day(frozen)}, frozen that day. Method {method}.{rest}"

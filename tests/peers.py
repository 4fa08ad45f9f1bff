"""Organisations that take part in the peer benchmark, assessed through the services with a small questionnaire."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import NamedTuple
from unittest.mock import patch

from assessment import answering_service as answering
from assessment import participation, service
from assessment.model import Assessment, Given, Start
from assessment.peer_model import Facts, Sector, SizeBand
from assessment.peer_refresh import refresh
from people import service as people
from people.model import FunctionKind, Person, Role, System
from people.work import Work, writing
from questionnaires import library
from tests.builders import dimension, practice, question, questionnaire

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
SMALL = questionnaire(
    dimension(
        "ground",
        practice("knowledge", question("know", modes=["quick", "full"]), question("share", weight=2)),
        practice("catalogue", question("list")),
    ),
    dimension("top", practice("trust", question("ask"), question("hear"))),
    id="peers-small",
    title="Peers in small",
)
QUESTIONS = ("know", "share", "list", "ask", "hear")


class Taking(NamedTuple):
    """One that takes part, and its final assessment."""

    leader: Person
    assessment: Assessment


@contextmanager
def shelf() -> Iterator[None]:
    """The small questionnaire in the library's place."""
    with patch.object(library, "load", lambda *_: SMALL), patch.object(library, "published", lambda: (SMALL,)):
        yield


def founded(name: str, now: datetime = NOW, founder: Person | None = None) -> Person:
    """Who leads a new organisation with one function; whoever it is, they lead it alone."""
    begun = founder or people.begin(now)
    made = writing(begun, now, lambda work: people.create_organisation(work, name, "Europe/London", "GBP"))
    leader = Person(id=begun.id, name="Leader", organisation_id=made.id, roles=frozenset({Role.LEADER}))
    writing(leader, now, lambda work: people.create_function(work, "IT", FunctionKind.IT))
    return leader


def assessed(
    leader: Person, levels: Mapping[str, int | None], now: datetime = NOW, ends: date | None = None, mode: str = "full"
) -> Assessment:
    """A final assessment; a question without a level does not apply."""
    return writing(leader, now, lambda work: _assessed(work, levels, ends or now.date(), mode))


def _assessed(work: Work, levels: Mapping[str, int | None], ends: date, mode: str) -> Assessment:
    asked = {"questionnaire": SMALL.id, "function_id": people.functions(work)[0].id, "name": "One", "mode": mode}
    begun = service.start(work, Start.model_validate(asked | {"starts": ends - timedelta(days=90), "ends": ends}))
    for name, level in levels.items():
        given = Given(state="not_applicable", reason="None here.") if level is None else Given(value=level)
        answering.record_answer(work, begun.id, name, given)
    return service.finalise(work, begun.id)


def takes_part(leader: Person, facts: Facts | None = None, now: datetime = NOW, *, still: bool = True) -> None:
    """Take part, or withdraw."""

    def decide(work: Work) -> None:
        shown = participation.participation(work)
        participation.decide(work, facts or shown.facts, shown.decision, takes_part=still)

    writing(leader, now, decide)


def member(number: int, random: Random, now: datetime = NOW, *, says: bool = True) -> Taking:
    """One organisation more, with levels and facts drawn by chance; without facts where it does not say them."""
    leader = founded(f"Organisation {number} canarypeer", now)
    drawn = Facts(size=random.choice(list(SizeBand)[:2]), sector=random.choice([Sector.PUBLIC, Sector.FINANCE, None]))
    facts = drawn if says else Facts()
    made = assessed(leader, {name: random.randint(0, 5) for name in QUESTIONS}, now)
    takes_part(leader, facts, now)
    return Taking(leader, made)


def community(count: int, seed: int = 1, now: datetime = NOW, *, says: bool = True) -> list[Taking]:
    """So many, all of one installation; nothing is frozen yet."""
    random = Random(seed)  # noqa: S311 - the same at every run
    with shelf():
        return [member(number, random, now, says=says) for number in range(count)]


def frozen(now: datetime = NOW) -> int:
    """Refresh; how many cohorts were frozen anew."""
    return sum(len(made) for made in refresh(now).values())


def inside(leader: Person) -> System:
    """The program inside the same organisation."""
    return System(purpose="tests", organisation_id=leader.organisation_id)

"""Random stories: whatever is finalised, reopened and issued in whichever order, each result stays as it was issued."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from uuid import UUID

import pytest

from assessment import service, store
from assessment.model import Assessment, AssessmentState
from assessment.tables import AssessmentRow, ResultRow
from improvement import footing
from people.model import Function, FunctionKind
from people.service import create_function
from people.work import Work
from tests.assessment.grounds import (
    CAP,
    NEEDS,
    PILLARS,
    again,
    answered,
    at,
    begun,
    final,
    frozen,
    ground,
    pillars,
    shelf,
    stands_on,
)
from tests.cast import Cast


@pytest.fixture(autouse=True)
def small() -> Iterator[None]:
    with shelf():
        yield


@dataclass
class Ledger:
    """What the tests believe, kept beside the database: every final foundation, and what every issued pillar stood on."""

    functions: tuple[Function, ...]
    finals: dict[UUID, tuple[Assessment, Mapping[str, int], UUID]] = field(default_factory=dict)
    """Foundations that are final: their levels (none for quick ones) and their result."""
    reopened: list[Assessment] = field(default_factory=list)
    issued: dict[UUID, tuple[Assessment, int, UUID | None, Mapping[str, int]]] = field(default_factory=dict)
    """Pillars: the level, the result that they stood on, and its levels."""

    def under(self, function_id: UUID) -> tuple[UUID | None, Mapping[str, int]]:
        """By the specification's own words: the newest final one of the same function first, then of the organisation's IT."""
        full = [one for one in self.finals.values() if one[0].mode == "full"]
        its_own = [one for one in full if one[0].function_id == function_id]
        of_it = [one for one in full if one[0].function_id == self.functions[0].id]
        for some in (its_own, of_it):
            if some:
                _, levels, result = max(some, key=lambda one: (one[0].ends, one[0].started_at))
                return result, levels
        return None, {}


def held_at(level: int, under: Mapping[str, int]) -> int | None:
    """max{k <= level : every prerequisite >= min(k, 3)}."""
    return max(k for k in range(level + 1) if all(there >= min(k, CAP) for there in under.values())) if under else None


def found(work: Work, random: Random, ledger: Ledger) -> None:
    """A foundation of some function and period, quick or full, is finalised."""
    ends = date(2025, 1, 31) + timedelta(days=random.randrange(400))
    mode = random.choice(["full", "full", "quick"])
    begun_ = begun(work, "ground", random.choice(ledger.functions), ends=ends, mode=mode)
    close(work, random, ledger, begun_)


def close(work: Work, random: Random, ledger: Ledger, assessment: Assessment) -> None:
    know, listed = random.randrange(6), random.randrange(6)
    done = final(work, assessment, know=know, list=listed)
    ledger.finals[done.id] = (done, {"ground/knowledge": know, "ground/catalogue": listed}, frozen(work, done).id)


def reopen(work: Work, random: Random, ledger: Ledger) -> None:
    """A final foundation is opened again, perhaps one that pillars stand on."""
    if ledger.finals:
        assessment = ledger.finals.pop(random.choice(list(ledger.finals)))[0]
        service.reopen(work, assessment.id, "Looked again")
        ledger.reopened.append(assessment)


def close_again(work: Work, random: Random, ledger: Ledger) -> None:
    """A reopened foundation is finalised with other answers."""
    if ledger.reopened:
        close(work, random, ledger, ledger.reopened.pop(random.randrange(len(ledger.reopened))))


def issue(work: Work, random: Random, ledger: Ledger) -> None:
    """A pillar is finalised, or one that was issued is reopened and finalised again."""
    level = random.randrange(6)
    if ledger.issued and random.random() < 0.3:
        pillar = again(work, random.choice(list(ledger.issued.values()))[0], trust=level)
    else:
        pillar = pillars(work, random.choice(ledger.functions), trust=level)
    ledger.issued[pillar.id] = (pillar, level, *ledger.under(pillar.function_id))


def begin(work: Work, random: Random, ledger: Ledger) -> None:
    """A foundation is answered and left open."""
    answered(work, begun(work, "ground", random.choice(ledger.functions), ends=date(2027, 1, 31)), know=random.randrange(6), list=5)


def require_issued(work: Work, ledger: Ledger) -> None:
    """Every issued pillar is as it was issued, and today's foundations stand beside it where they are newer."""
    for pillar, level, result, levels in ledger.issued.values():
        overall = service.result(work, pillar.id).overall
        assert (overall.level, overall.gated_level) == (level, held_at(level, levels))
        assert {one.id: one.level for one in overall.binding} == {
            need: levels.get(need) for need in NEEDS if need not in levels or levels[need] < min(level, CAP)
        }
        under = stands_on(work, pillar)
        assert (under.result_id if under else None) == result
        assert service.responses(work, pillar).foundations == levels
        require_renewed(work, ledger, pillar, level, result)


def require_renewed(work: Work, ledger: Ledger, pillar: Assessment, level: int, result: UUID | None) -> None:
    today, levels = ledger.under(pillar.function_id)
    shown = footing.renewed(work, pillar, PILLARS)
    newer = today is not None and today != result and store.result(work, today).frozen_at > frozen(work, pillar).frozen_at
    assert (shown is not None) is newer
    if shown:
        assert shown.score.overall.gated_level == held_at(level, levels)
        assert {one.assessment.state for one in shown.stands_on} == {AssessmentState.FINAL}


def kept(work: Work) -> set[UUID]:
    """Every assessment and every result of the organisation."""
    return {row.id for table in (AssessmentRow, ResultRow) for row in work.session.scalars(work.select(table))}


STEPS: tuple[Callable[[Work, Random, Ledger], None], ...] = (found, found, reopen, close_again, issue, issue, begin)


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_finalised_reopened_and_issued_in_any_order_each_result_stays_as_issued(work: Work, cast: Cast, as_actor, seed: int):
    random = Random(seed)  # noqa: S311 - a story that can be told again
    site = create_function(work, "Site", FunctionKind.FACILITIES)
    ledger, before = Ledger((cast.it, cast.hr, site)), kept(work)
    ground(as_actor(cast.dev), cast.their_it, know=5, ends=date(2026, 12, 31))
    for day in range(1, 25):
        random.choice(STEPS)(at(work, day), random, ledger)
        require_issued(at(work, day), ledger)
        now = kept(work)
        assert now >= before, "nothing is ever deleted"
        before = now
    assert ledger.issued
    assert ledger.finals

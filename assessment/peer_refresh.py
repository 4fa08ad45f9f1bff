"""Freezing peers anew, as far as the rules of disclosure let: decided from what is there and all that was ever told."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from assessment import cohorts, peer_releases
from assessment.cohorts import PROGRAM, Candidate
from assessment.peer_model import FILTERS, OTHERS, WHOLE, Kind
from assessment.peer_releases import Past, Snapshot
from ground.errors import Conflict
from people.work import Work, reading, writing
from scoring import disclosure
from scoring.benchmark import MEDIAN, QUARTILES
from scoring.disclosure import Member, Release, Withheld, publish

WANTED = (QUARTILES, MEDIAN)
"""Nothing finer: two of every block below a tenth would keep nearly every filter, and every later snapshot, from being told."""
STALE = timedelta(days=365)
"""A finer snapshot gives way to a coarser one only when it is older (our own default)."""


def refresh(now: datetime) -> Mapping[Kind, tuple[Snapshot, ...]]:
    """Freeze anew whatever may be told now; what was frozen, by kind of result.

    Worked out in a look that locks nobody, so that the one write is short. Conflict where another process was faster.
    """
    frozen = {}
    with reading(PROGRAM, now) as work:
        found = {kind: _judged(work, kind) for kind in cohorts.kinds(work)}
    for kind, (snapshots, seen) in found.items():
        if snapshots:
            frozen[kind] = snapshots
            writing(PROGRAM, now, lambda work, kind=kind, made=snapshots, seen=seen: _keep(work, kind, made, seen))  # type: ignore[misc]
    return frozen


def judge(population: Sequence[Candidate], history: Sequence[Past], now: datetime) -> tuple[Snapshot, ...]:
    """What may be told of this population next to all that was told before; larger cohorts first, so that the smaller one gives way."""
    earlier: dict[str, list[Release]] = defaultdict(list)
    for past in history:
        _add(earlier, past.told)
    made, reasons = [], {}
    for name, members in disclosure.cohorts(population, FILTERS).items():
        found = {figure: tell(figure, members, earlier[figure]) for figure in _figures(members)}
        told = {
            figure: one
            for figure, one in found.items()
            if isinstance(one, Release) and _is_news(one, _standing(history, name, figure), figure, now)
        }
        withheld = {figure: one for figure, one in found.items() if isinstance(one, Withheld)}
        _add(earlier, told)
        if told:
            made.append(Snapshot(name, members, told, withheld))
        elif withheld:
            reasons[name] = withheld.get(WHOLE) or next(iter(withheld.values()))
    return tuple(_with_reasons(one, reasons) for one in made)


def tell(name: str, members: Iterable[Candidate], earlier: Sequence[Release]) -> Release | Withheld:
    """One figure: each member has ten others beside itself, or nothing is told."""
    values = [Member(one.key, "", one.figures[name]) for one in members if name in one.figures]
    return Withheld.TOO_FEW if len(values) <= OTHERS else publish(values, earlier, wanted=WANTED)


def _figures(members: Collection[Candidate]) -> Iterable[str]:
    return dict.fromkeys(figure for one in members for figure in one.figures)


def _standing(history: Sequence[Past], cohort: str, figure: str) -> Past | None:
    """What is shown of this figure now."""
    of_it = (past for past in reversed(history) if (past.form, past.cohort) == ("marks", cohort))
    return next((past for past in of_it if figure in past.told), None)


def _is_news(release: Release, before: Past | None, figure: str, now: datetime) -> bool:
    """Whether it stands on others than what is shown; and a reader loses nothing by it for no better reason than that five have come."""
    if before is None:
        return True
    shown = before.told[figure]
    return release.values.keys() != shown.values.keys() and (len(release.marks) >= len(shown.marks) or now - before.frozen_at > STALE)


def _with_reasons(snapshot: Snapshot, reasons: Mapping[str, Withheld]) -> Snapshot:
    """The whole says, too, why other cohorts are not told."""
    if snapshot.cohort != WHOLE:
        return snapshot
    others = {name: reason for name, reason in reasons.items() if name != WHOLE}
    return Snapshot(WHOLE, snapshot.candidates, snapshot.told, {**snapshot.withheld, **others})


def _add(earlier: dict[str, list[Release]], told: Mapping[str, Release]) -> None:
    for figure, release in told.items():
        earlier[figure].append(release)


def _judged(work: Work, kind: Kind) -> tuple[tuple[Snapshot, ...], int]:
    known = peer_releases.figures_known(work)
    history = peer_releases.history(work, kind, known)
    return judge(cohorts.population(work, kind, known), history, work.now), len(history)


def _keep(work: Work, kind: Kind, snapshots: Sequence[Snapshot], seen: int) -> None:
    known = peer_releases.figures_known(work)
    if len(peer_releases.history(work, kind, known)) != seen:
        raise Conflict("Peers were frozen by another process a moment ago. Run it again to see whether anything is left to do.")
    kept = set(known)
    for snapshot in snapshots:
        peer_releases.keep(work, kind, snapshot, kept)

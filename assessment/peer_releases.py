"""Frozen snapshots in the store: what may be told of peers, to whoever takes part; what they are made of, to the program alone."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from fractions import Fraction
from typing import Any

from sqlalchemy import Select, insert
from sqlmodel import col

from assessment.cohorts import Candidate, Known, since
from assessment.peer_model import WHOLE, Kind, PeerCohort, PeerFigure
from assessment.peer_tables import PeerBasisRow, PeerMemberRow, PeerReleaseRow
from ground.value import as_text, exact
from people.work import Work
from scoring.benchmark import K
from scoring.disclosure import Release, Withheld
from scoring.packs import Histogram
from storage.row import new_id

Told = Mapping[str, Release]
"""By figure."""


@dataclass(frozen=True, slots=True)
class Past:
    """An earlier snapshot with what it was made of."""

    cohort: str
    form: str
    source: str
    frozen_at: datetime
    members: frozenset[str]
    told: Told
    row: PeerReleaseRow


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One to be frozen; `histograms` for a pack, none for marks."""

    cohort: str
    candidates: Collection[Candidate]
    told: Told
    withheld: Mapping[str, Withheld]
    histograms: Mapping[str, Histogram] | None = None
    source: str = ""

    @property
    def keys(self) -> frozenset[str]:
        """Whose results it is made of."""
        return frozenset(one.key for one in self.candidates)

    @property
    def organisations(self) -> int:
        """How many the figure with most of them stands on."""
        return max(release.organisations for release in self.told.values())


def figures_known(work: Work) -> Known:
    """Those of every result that was in a snapshot. For the program between organisations: others find none."""
    return {row.key: row.figures for row in work.session.scalars(work.select(PeerMemberRow))}


def history(work: Work, kind: Kind, known: Known) -> tuple[Past, ...]:
    """Every snapshot and every exported pack so far, oldest first. For the program between organisations."""
    bases = {row.release_id: row for row in work.session.scalars(work.select(PeerBasisRow))}
    rows = work.session.scalars(_of(work, kind).order_by(col(PeerReleaseRow.id)))
    return tuple(_past(row, bases[row.id], known) for row in rows)


def keep(work: Work, kind: Kind, snapshot: Snapshot, known: set[str]) -> PeerReleaseRow:
    """Freeze it. `known`: the results whose figures are kept already; those of this one are added to them."""
    written = snapshot.histograms is not None
    row = work.add(
        PeerReleaseRow(
            **kind._asdict(),
            form="pack" if written else "marks",
            cohort=snapshot.cohort,
            k=K,
            organisations=snapshot.organisations,
            figures=_figures(snapshot),
            withheld=dict(snapshot.withheld),
            source=snapshot.source,
            since=since(work.now.date()),
            frozen_at=work.now,
        )
    )
    bounds = {name: [release.lowest, release.highest] for name, release in snapshot.told.items()}
    work.add(PeerBasisRow(release_id=row.id, members=sorted(snapshot.keys), bounds=bounds))
    _keep_members(work, snapshot, known)
    said = {"questionnaire": kind.questionnaire, "major": kind.major, "cohort": snapshot.cohort, "organisations": snapshot.organisations}
    work.record("pass on" if written else "freeze", row, None, said)
    return row


def _keep_members(work: Work, snapshot: Snapshot, known: set[str]) -> None:
    """Straight to the table: ten thousand one by one would hold everybody else up for seconds. Its basis has been let in just before."""
    new = [one for one in snapshot.candidates if one.key not in known]
    if new:
        rows = [{"id": new_id(), "key": one.key, "figures": dict(one.figures)} for one in new]
        work.session.connection().execute(insert(PeerMemberRow), rows)
    known.update(one.key for one in new)


def standing(work: Work, kind: Kind) -> tuple[PeerCohort, ...]:
    """Each cohort, the whole first, each figure as it was told last and not too long ago. Nothing of what they are made of is read."""
    fresh = (col(PeerReleaseRow.form) == "marks", col(PeerReleaseRow.frozen_at) >= datetime.combine(since(work.now.date()), time.min, UTC))
    rows: dict[str, list[PeerReleaseRow]] = defaultdict(list)
    for row in work.session.scalars(_of(work, kind).where(*fresh).order_by(col(PeerReleaseRow.id))):
        rows[row.cohort].append(row)
    return tuple(_cohort(rows[name]) for name in sorted(rows, key=bool))


def _of(work: Work, kind: Kind) -> Select[PeerReleaseRow]:
    of_it = (col(PeerReleaseRow.questionnaire) == kind.questionnaire, col(PeerReleaseRow.major) == kind.major)
    return work.select(PeerReleaseRow).where(*of_it, col(PeerReleaseRow.method) == kind.method)


def _figures(snapshot: Snapshot) -> Mapping[str, object]:
    if snapshot.histograms is not None:
        return {name: one.model_dump(mode="json") for name, one in snapshot.histograms.items()}
    return {
        name: {"organisations": one.organisations, "marks": [[as_text(q), mark] for q, mark in one.marks.items()]}
        for name, one in snapshot.told.items()
    }


def _cohort(rows: Sequence[PeerReleaseRow]) -> PeerCohort:
    """Of one cohort, oldest first."""
    last_told = {name: row for row in rows for name in row.figures}
    figures = {name: PeerFigure(**row.figures[name], frozen_at=row.frozen_at) for name, row in last_told.items()}
    head = last_told.get(WHOLE, rows[-1])
    return PeerCohort(
        name=head.cohort,
        figures=figures,
        withheld={name: why for name, why in rows[-1].withheld.items() if name not in figures},
        organisations=figures[WHOLE].organisations if WHOLE in figures else head.organisations,
        frozen_at=head.frozen_at,
        since=head.since,
    )


def _past(row: PeerReleaseRow, basis: PeerBasisRow, known: Known) -> Past:
    values: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    for key in basis.members:
        for name in basis.bounds.keys() & known[key].keys():
            values[name][key, ""] = known[key][name]
    told = {name: Release(_marks(row, name), values[name], *ends) for name, ends in basis.bounds.items()}
    return Past(row.cohort, row.form, row.source, row.frozen_at, frozenset(basis.members), told, row)


def _marks(row: PeerReleaseRow, name: str) -> Mapping[Fraction, int]:
    marks: Iterable[tuple[Any, int]] = row.figures[name].get("marks", ())
    return {exact(q): mark for q, mark in marks}

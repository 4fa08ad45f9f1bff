"""Benchmark packs: what one installation passes on to others, and what it takes from them."""

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import col

from assessment import cohorts, pack_file, peer_releases
from assessment.cohorts import PROGRAM, Candidate
from assessment.pack_file import RefusedPack
from assessment.peer_model import MONTHS, OTHERS, PACK, WHOLE, Kind, PeerCohort, PeerFigure
from assessment.peer_releases import Past, Snapshot
from assessment.peer_tables import PeerPackRow
from ground.errors import PlumblineError
from people.work import Work, reading, writing
from questionnaires import library
from scoring import packs
from scoring.disclosure import Member, Withheld
from scoring.maturity import METHOD
from scoring.packs import Histogram, Issued, Pack, Provenance

_P = "p:"
_WHY: Mapping[Withheld, str] = {
    Withheld.TOO_FEW: f"Fewer than {OTHERS + 1} comparable organisations take part, so one could be worked out.",
    Withheld.TOO_CLOSE: "Fewer than five organisations have changed since the last pack or snapshot, so one could be worked out.",
    Withheld.TOO_ALIKE: "The organisations are so alike that a pack would give away all of them.",
}


class NothingToExport(PlumblineError):
    """No pack may be told; the sentence says why."""


def export(kind: Kind, source: str, now: datetime) -> Pack:
    """A pack of what takes part here, under this installation's name. It is kept as told, so that later ones are judged by it.

    NothingToExport where none may be told; RefusedPack where the installation has exported under another name.
    """
    return writing(PROGRAM, now, lambda work: _export(work, kind, source))


def _export(work: Work, kind: Kind, source: str) -> Pack:
    known = peer_releases.figures_known(work)
    history = peer_releases.history(work, kind, known)
    before = [past for past in history if past.form == "pack"]
    _require_same_name(before, source)
    candidates = cohorts.population(work, kind, known)
    if before and before[-1].members == {one.key for one in candidates}:
        return _pack(kind, before[-1])
    issued = _issued(candidates, history)
    told = {name: one.release for name, one in issued.items()}
    histograms = {name: one.histogram for name, one in issued.items()}
    snapshot = Snapshot(WHOLE, candidates, told, {}, histograms, source)
    peer_releases.keep(work, kind, snapshot, set(known))
    return _made(kind, source, histograms, work.now)


def _issued(candidates: tuple[Candidate, ...], history: tuple[Past, ...]) -> Mapping[str, Issued]:
    practices = sorted({name for one in candidates for name in one.figures if name.startswith(_P)})
    found = {name: _histogram(name, candidates, history) for name in practices}
    issued = {name: one for name, one in found.items() if isinstance(one, Issued)}
    if not issued:
        reason = next((one for one in found.values() if isinstance(one, Withheld)), Withheld.TOO_FEW)
        raise NothingToExport(f"There is nothing to export. {_WHY[reason]}")
    return issued


def _histogram(name: str, candidates: tuple[Candidate, ...], history: tuple[Past, ...]) -> Issued | Withheld:
    values = [Member(one.key, "", one.figures[name]) for one in candidates if name in one.figures]
    earlier = [past.told[name] for past in history if name in past.told]
    return Withheld.TOO_FEW if len(values) <= OTHERS else packs.histogram(values, earlier)


def _require_same_name(before: list[Past], source: str) -> None:
    if before and before[-1].source != source:
        raise RefusedPack(
            f"This installation has exported as “{before[-1].source}”. Keep that name: under two names its organisations would count twice."
        )


def _pack(kind: Kind, past: Past) -> Pack:
    histograms = {name: Histogram.model_validate(one) for name, one in past.row.figures.items()}
    return _made(kind, past.source, histograms, past.frozen_at)


def _made(kind: Kind, source: str, histograms: Mapping[str, Histogram], at: datetime) -> Pack:
    most = max(one.organisations for one in histograms.values())
    said = {"source": source, "population": f"{most} organisations", "period": f"{MONTHS} months to {at.date().isoformat()}"}
    practices = {name.removeprefix(_P): one for name, one in histograms.items()}
    return Pack(provenance=(Provenance(**said, **kind._asdict()),), practices=practices)


def take(raw: bytes, now: datetime) -> bool:
    """Import a pack's file; whether it was new. RefusedPack with a sentence where it must not be counted.

    A newer pack of the same sources takes the older one's place.
    """
    pack = pack_file.read(raw)
    kind = _require_ours(pack_file.kind(pack))
    return writing(PROGRAM, now, lambda work: _take(work, kind, pack))


def _take(work: Work, kind: Kind, pack: Pack) -> bool:
    known = {row.id: row for row in work.session.scalars(work.select(PeerPackRow)) if _kind_of(row) == kind}
    if any(row.hash == pack.hash for row in known.values()):
        return False
    for row in known.values():
        there = _content(row).sources
        if there <= pack.sources:
            work.record("replace", row, {"hash": row.hash}, {"hash": pack.hash})
            work.delete(row)
        elif there & pack.sources:
            raise RefusedPack("Some of these organisations are in another pack that was imported. They would count twice.")
    content = pack.model_dump_json()
    row = work.add(PeerPackRow(hash=pack.hash, **kind._asdict(), content=content, imported_at=work.now))
    work.record("import", row, None, {"hash": pack.hash, "provenance": [one.model_dump(mode="json") for one in pack.provenance]})
    return True


def imported(work: Work, kind: Kind) -> PeerCohort | None:
    """All imported packs of a kind put together, cell by cell; None where there are none."""
    of_it = (col(PeerPackRow.questionnaire) == kind.questionnaire, col(PeerPackRow.major) == kind.major)
    rows = work.session.scalars(
        work.select(PeerPackRow).where(*of_it, col(PeerPackRow.method) == kind.method).order_by(col(PeerPackRow.hash))
    )
    every = [_content(row) for row in rows]
    if not every:
        return None
    whole = every[0]
    for pack in every[1:]:
        whole = packs.merge(whole, pack)
    figures = {f"{_P}{name}": _figure(one) for name, one in whole.practices.items()}
    if not figures:
        return None
    sources = tuple(f"{one.source}: {one.population}, {one.period}" for one in whole.provenance)
    return PeerCohort(name=PACK, figures=figures, organisations=max(one.organisations for one in figures.values()), sources=sources)


def _figure(told: Histogram) -> PeerFigure:
    return PeerFigure(organisations=told.organisations, marks=tuple(packs.marks(told).items()))


def _content(row: PeerPackRow) -> Pack:
    return Pack.model_validate_json(row.content)


def _kind_of(row: PeerPackRow) -> Kind:
    return Kind(row.questionnaire, row.major, row.method)


def _require_ours(kind: Kind) -> Kind:
    if kind.method != METHOD:
        raise RefusedPack(f"This pack was scored by method {kind.method}, and this installation scores by {METHOD}: they do not compare.")
    majors = {int(one.version.split(".", maxsplit=1)[0]) for one in library.published() if one.id == kind.questionnaire}
    if kind.major not in majors:
        raise RefusedPack(
            f"This installation has no questionnaire “{kind.questionnaire}” of version {kind.major}: nothing here compares with it."
        )
    return kind


def exportable(now: datetime) -> tuple[Kind, ...]:
    """The kinds of results that organisations take part with."""
    with reading(PROGRAM, now) as work:
        return cohorts.kinds(work)

"""Readings from a file: rehearsed first, then all of them or none."""

from uuid import UUID

from assessment import following, measures
from assessment.reading_import import Rehearsal, rehearsal
from ground.errors import PlumblineError
from people import service as people
from people.work import Work


class RefusedImport(PlumblineError):
    """A file with a fault; nothing of it was kept."""


def rehearse(work: Work, function_id: UUID, raw: bytes) -> Rehearsal:
    """What the file would do, with nothing changed; NotFound alike for a missing and a foreign function."""
    people.function(work, function_id)
    known = [one.measure for one in following.known(work)]
    return rehearsal(raw, known, measures.readings(work, function_id), people.today(work))


def import_readings(work: Work, function_id: UUID, raw: bytes) -> Rehearsal:
    """Do it, as things are now; RefusedImport where a line is at fault, and nothing is changed."""
    would = rehearse(work, function_id, raw)
    if would.faults:
        first = would.faults[0]
        raise RefusedImport(f"Nothing was imported. Line {first.line}: {first.sentence}")
    measures.record_readings(work, function_id, [(change.measure, change.measured) for change in would.changes])
    return would

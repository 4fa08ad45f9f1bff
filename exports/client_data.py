"""All that one organisation has, to take along: a ZIP of JSON lines, a file for each table, and a manifest that proves it whole."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from hashlib import sha256
from typing import Any, BinaryIO, NamedTuple
from uuid import UUID
from zipfile import ZIP_DEFLATED, ZipFile

from sqlalchemy import Table, select

from exports.discretion import anonymous, without_them
from ground.errors import NotFound
from ground.value import as_text
from people.model import System
from people.work import Work
from storage import tenancy
from storage.row import Row

FORMAT = "plumbline-organisation-1"
WAYS_IN = frozenset({"session", "one_time_link", "attempt", "account"})
"""Tables of secrets: none of their rows leaves."""
SECRETS = frozenset({"token", "password", "totp", "totp_step", "recovery", "pending_totp"})
"""Columns of secrets: none of their values leaves, whatever the table."""

LEFT_OUT = "What anonymous people answered, one by one, and when: results hold what they said together."


class Written(NamedTuple):
    """One file of the archive."""

    rows: int
    sha256: str


def write(work: Work, to: BinaryIO) -> None:
    """Write the archive of the work's organisation, in one consistent view. NotFound unless the program itself does it, inside one."""
    if work.organisation_id is None or not isinstance(work.actor, System):
        raise NotFound("organisation")
    with ZipFile(to, "w", ZIP_DEFLATED) as archive:
        files = {f"{name}.jsonl": _write(archive, f"{name}.jsonl", rows) for name, rows in _tables(work, work.organisation_id)}
        manifest = {
            "format": FORMAT,
            "organisation": str(work.organisation_id),
            "made_at": work.now.isoformat(),
            "left_out": LEFT_OUT,
            "files": {name: written._asdict() for name, written in files.items()},
        }
        archive.writestr("manifest.json", json.dumps(manifest, indent=2, sort_keys=True))


def _tables(work: Work, organisation_id: UUID) -> Iterator[tuple[str, Iterable[Mapping[str, Any]]]]:
    yield "organisation", [tenancy.own_row(work.session, organisation_id)]
    yield "person", _members(work, organisation_id)
    yield "edition", _editions(work, organisation_id)
    nameless = anonymous(work)
    for table in tenancy.tables():
        if table.name not in WAYS_IN:
            yield table.name, without_them(table.name, tenancy.rows(work.session, table, organisation_id), nameless)


def _members(work: Work, organisation_id: UUID) -> Iterator[Mapping[str, Any]]:
    person, membership = _table("person"), _table("membership").c
    here = select(membership.person_id).where(membership.organisation_id == organisation_id)
    return _found(work, person, person.c.id.in_(here))


def _editions(work: Work, organisation_id: UUID) -> Iterator[Mapping[str, Any]]:
    # Answers mean nothing without the questions they answer.
    edition, assessment = _table("edition"), _table("assessment").c
    used = select(assessment.edition_id).where(assessment.organisation_id == organisation_id)
    return _found(work, edition, edition.c.id.in_(used))


def _found(
    work: Work,
    table: Table,
    condition: Any,  # noqa: ANN401 - a condition of SQLAlchemy's
) -> Iterator[Mapping[str, Any]]:
    found = work.session.connection().execute(select(table).where(condition).order_by(table.c.id))
    return (dict(row) for row in found.mappings())


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


def _write(archive: ZipFile, name: str, rows: Iterable[Mapping[str, Any]]) -> Written:
    digest, count = sha256(), 0
    with archive.open(name, "w") as file:
        for row in rows:
            line = json.dumps(_told(row), ensure_ascii=False, sort_keys=True).encode() + b"\n"
            file.write(line)
            digest.update(line)
            count += 1
    return Written(count, digest.hexdigest())


def _told(row: Mapping[str, Any]) -> dict[str, object]:
    return {name: _value(value) for name, value in row.items() if name not in SECRETS}


def _value(
    value: Any,  # noqa: ANN401 - whatever a column holds
) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return as_text(value) if isinstance(value, Fraction) else value

"""The organisation's own target profiles: what each practice of a questionnaire is to reach, kept under a name and with its reason."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import col

from assessment.meanwhile import Overtaken, latest
from assessment.model import Aims, TargetProfile
from assessment.tables import TargetProfileRow
from ground.errors import PlumblineError
from people.model import Person
from people.work import Work
from questionnaires.model import Questionnaire


class RefusedProfile(PlumblineError):
    """A target profile that cannot be kept so."""


def profiles(work: Work, questionnaire: str) -> tuple[TargetProfile, ...]:
    """Those of a questionnaire, by name."""
    query = work.select(TargetProfileRow).where(col(TargetProfileRow.questionnaire) == questionnaire)
    return tuple(sorted((_as_profile(row) for row in work.session.scalars(query)), key=lambda one: one.name.casefold()))


def create(work: Work, asked: Questionnaire, aims: Aims) -> TargetProfile:
    """Keep a new one; RefusedProfile with a sentence where it cannot be, or where another one has its name."""
    _require_possible(asked, aims)
    there = _named(work, asked.id, aims.name)
    if there is not None:
        if _facts(there) == _said(aims):
            return _as_profile(there)  # the second click of a double click
        raise RefusedProfile(f"There is a target profile “{aims.name}” already. Change that one, or choose another name.")
    row = work.add(TargetProfileRow(questionnaire=asked.id, **_said(aims), set_by=_by(work), set_at=work.now))
    work.record("create", row, None, _facts(row))
    return _as_profile(row)


def change(work: Work, asked: Questionnaire, shown: TargetProfile, aims: Aims) -> TargetProfile:
    """Replace what it says; Overtaken where it is not as `shown` any more. Assessments that began with it keep their own targets."""
    _require_possible(asked, aims)
    row = work.get(TargetProfileRow, shown.id, "update")
    if row.row_version != shown.row_version and _facts(row) == _said(aims):
        return _as_profile(row)  # the second click of a double click
    _require_shown(work, row, shown)
    named = _named(work, asked.id, aims.name)
    if named is not None and named.id != row.id:
        raise RefusedProfile(f"There is another target profile “{aims.name}”. Choose another name.")
    before = _facts(row)
    for field, value in {**_said(aims), "set_by": _by(work), "set_at": work.now}.items():
        setattr(row, field, value)
    work.save(row, shown.row_version)
    work.record("update", row, before, _facts(row))
    return _as_profile(row)


def drop(work: Work, shown: TargetProfile) -> None:
    """Delete it; Overtaken where it is not as `shown` any more. Assessments that began with it keep their own targets."""
    row = work.get(TargetProfileRow, shown.id, "delete")
    _require_shown(work, row, shown)
    work.record("delete", row, _facts(row), None)
    work.delete(row)


def _require_shown(work: Work, row: TargetProfileRow, shown: TargetProfile) -> None:
    if row.row_version != shown.row_version:
        raise Overtaken(latest(work, row.resource, row.id), _as_profile(row))


def _require_possible(asked: Questionnaire, aims: Aims) -> None:
    if not aims.reason:
        raise RefusedProfile("Say why these levels are the right ones. The reason stands beside them wherever they are shown.")
    inside = all(asked.lowest <= level <= asked.highest for level in aims.levels.values())
    if set(aims.levels) != set(asked.practices) or not inside:
        raise RefusedProfile(f"Give every practice of “{asked.title}” a level from {asked.lowest} to {asked.highest}.")


def _named(work: Work, questionnaire: str, name: str) -> TargetProfileRow | None:
    query = work.select(TargetProfileRow).where(col(TargetProfileRow.questionnaire) == questionnaire, col(TargetProfileRow.name) == name)
    return work.session.scalars(query).one_or_none()


def _by(work: Work) -> UUID | None:
    return work.actor.id if isinstance(work.actor, Person) else None


def _as_profile(row: TargetProfileRow) -> TargetProfile:
    return TargetProfile.model_validate(row, from_attributes=True)


def _facts(row: TargetProfileRow) -> Mapping[str, Any]:
    return {"name": row.name, "reason": row.reason, "levels": dict(row.levels)}


def _said(aims: Aims) -> Mapping[str, Any]:
    return {"name": aims.name, "reason": aims.reason, "levels": dict(aims.levels)}

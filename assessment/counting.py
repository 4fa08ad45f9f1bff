"""How many assessments each organisation has: all that an administrator is told of them."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import func, select
from sqlmodel import col

from assessment.tables import AssessmentRow
from people.model import Denied
from people.work import Work
from storage.session import limited


def by_organisation(work: Work) -> Mapping[UUID, int]:
    """The number alone, so no reading of an assessment. Denied unless the actor administers organisations."""
    if not work.may("organisation", "delete"):
        raise Denied
    query = select(col(AssessmentRow.organisation_id), func.count()).group_by(col(AssessmentRow.organisation_id))
    return dict(work.session.execute(limited(query)).all())

"""What of an organisation's rows stays behind when they leave: whatever would tell what one anonymous person said."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from assessment import service, store
from people.work import Work

Tabled = Mapping[str, Any]


def anonymous(work: Work) -> frozenset[UUID]:
    """The respondents of the work's organisation of whom nothing says who they are."""
    every = (store.places(work, assessment.id) for assessment in service.assessments(work))
    return frozenset(who for places in every for who, place in places.items() if place.is_anonymous)


def without_them(table: str, rows: Iterable[Tabled], nameless: Collection[UUID]) -> Iterator[Tabled]:
    """The rows of a table without answers and events of these; a frozen result without what each of them said."""
    whose = {"answer": "respondent_id", "event": "actor_id"}.get(table)
    silent = {str(who) for who in nameless}
    for row in rows:
        if whose is None or row[whose] not in nameless:
            yield row if table != "result" else {**row, "responses": _together(row["responses"], silent)}


def _together(responses: Mapping[str, Any], silent: Collection[str]) -> Mapping[str, Any]:
    said = [answer for answer in responses["answers"] if answer["respondent"] not in silent]
    return {**responses, "answers": said, "withheld": {}}

"""Small foundations and pillars on them, assessed through the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from unittest.mock import patch

from assessment import answering_service as answering
from assessment import foundations, service, store
from assessment.model import Assessment, Footing, Given, Start
from assessment.tables import ResultRow
from improvement import footing
from people.model import Function
from people.work import Work
from questionnaires import library
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import NOW

BOTH = {"modes": ["quick", "full"]}
GROUND = questionnaire(
    dimension("base", practice("knowledge", question("know", **BOTH)), practice("catalogue", question("list", **BOTH)), role="foundation"),
    id="ground",
)
NEEDS = ("ground/knowledge", "ground/catalogue")
PILLARS = questionnaire(dimension("top", practice("confidence", question("trust", **BOTH), needs=NEEDS)), id="pillars")
OTHER = questionnaire(dimension("apart", practice("alone", question("only", **BOTH))), id="other")
CAP = 3


@contextmanager
def shelf() -> Iterator[None]:
    """Three small questionnaires in place of the library's."""
    known = {asked.id: asked for asked in (GROUND, PILLARS, OTHER)}
    with patch.object(library, "load", lambda name, *_: known[name]):
        yield


def at(work: Work, days: int) -> Work:
    """The same work some days later."""
    return replace(work, now=NOW + timedelta(days=days))


def begun(work: Work, name: str, function: Function, ends: date = date(2026, 2, 28), mode: str = "full") -> Assessment:
    asked = {"questionnaire": name, "function_id": function.id, "name": "One", "starts": ends - timedelta(days=90), "ends": ends}
    return service.start(work, Start.model_validate(asked | {"mode": mode}))


def answered(work: Work, assessment: Assessment, **levels: int) -> Assessment:
    for name, level in levels.items():
        answering.record_answer(work, assessment.id, name, Given(value=level))
    return assessment


def final(work: Work, assessment: Assessment, **levels: int) -> Assessment:
    return service.finalise(work, answered(work, assessment, **levels).id)


def ground(work: Work, function: Function, know: int, listed: int = 5, **more: object) -> Assessment:
    return final(work, begun(work, "ground", function, **more), know=know, list=listed)


def pillars(work: Work, function: Function, trust: int = 4, **more: object) -> Assessment:
    return final(work, begun(work, "pillars", function, **more), trust=trust)


def again(work: Work, assessment: Assessment, **levels: int) -> Assessment:
    service.reopen(work, assessment.id, "Counted anew")
    return final(work, assessment, **levels)


def gated(work: Work, assessment: Assessment) -> int | None:
    return service.result(work, assessment.id).overall.gated_level


def renewed(work: Work, assessment: Assessment) -> int | str | None:
    """The gated level on today's foundations; "none" where nothing newer is there."""
    shown = footing.renewed(work, assessment, PILLARS)
    return shown.score.overall.gated_level if shown else "none"


def frozen(work: Work, assessment: Assessment) -> ResultRow:
    row = store.current_result(work, assessment.id)
    assert row
    return row


def stands_on(work: Work, assessment: Assessment) -> Footing | None:
    return foundations.issued(frozen(work, assessment)).get("ground")


def footing_of(work: Work, assessment: Assessment) -> Footing:
    return Footing(assessment_id=assessment.id, result_id=frozen(work, assessment).id)

"""What the register's tests ask for, with only the difference named."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from assessment.model import Assessment
from improvement.model import Accept, OwnAction, Status, Update
from people.model import Actor
from people.work import Work
from tests.cast import Cast

DUE = date(2026, 6, 30)
AsActor = Callable[[Actor], Work]


def acceptance(assessment: Assessment, owner: Actor, **more: object) -> Accept:
    wanted = {"assessment_id": assessment.id, "recommended_id": "gain-first-announcement", "owner_id": owner.id, "due": DUE}
    return Accept.model_validate(wanted | more)


def report(status: Status, per_cent: int = 0, **more: object) -> Update:
    return Update.model_validate({"status": status, "per_cent": per_cent} | more)


def own(cast: Cast, **more: object) -> OwnAction:
    return OwnAction.model_validate({"function_id": cast.it.id, "title": "Ask the ten who call most"} | more)


def later(work: Work, days: int = 0, minutes: int = 0) -> Work:
    return replace(work, now=work.now + timedelta(days=days, minutes=minutes))

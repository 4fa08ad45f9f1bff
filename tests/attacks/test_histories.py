"""A2: whatever people of three organisations do, in whatever order and with whosever ids, nobody reads or writes a byte of another's."""

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

import pytest
from pydantic import ValidationError

from assessment import answering_service, measures, policies
from assessment import service as assessments
from assessment.model import Annotation, Given
from ground.errors import PlumblineError
from improvement import service as register
from improvement.model import Update
from improvement.standing import gather
from people import audit, invitations, memberships, service, trail
from people.model import Actor, NewOrganisation, Role
from people.sessions import SignedOut
from people.work import Work, reading, writing
from storage.database import Database
from storage.tenancy import own_row, rows, tables
from tests.cast import NOW
from tests.tenants import Tenant, invited, tenant

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
HISTORIES, STEPS = 2_000, 6
QUESTION = "leadership-purpose-why"


@dataclass(frozen=True)
class Theirs:
    """Somebody, and the word that marks what they write and may see."""

    actor: Actor
    home: Tenant


Act = Callable[[Work, Tenant, str], object]
"""Something that the actor of the work tries on what belongs to a tenant, writing a text of theirs."""

LOOKS: tuple[Act, ...] = (
    lambda work, at, _: assessments.assessments(work),
    lambda work, at, _: assessments.get(work, at.assessment.id),
    lambda work, at, _: assessments.answers(work, at.assessment.id),
    lambda work, at, _: assessments.result(work, at.assessment.id).overall,
    lambda work, at, _: assessments.responses(work, at.assessment),
    lambda work, at, _: measures.readings(work, at.function.id),
    lambda work, at, _: measures.targets(work, at.function.id),
    lambda work, at, _: policies.policies(work),
    lambda work, at, _: register.get(work, at.action.id),
    lambda work, at, _: register.by_number(work, at.action.number),
    lambda work, at, _: register.history(work, at.action.id),
    lambda work, at, _: register.updates(work, at.action.id),
    lambda work, at, _: service.organisation(work),
    lambda work, at, _: service.functions(work),
    lambda work, at, _: service.function(work, at.function.id),
    lambda work, at, _: service.people(work),
    lambda work, at, _: memberships.members(work),
    lambda work, at, _: service.history(work, "action", at.action.id),
    lambda work, at, _: service.history(work, "assessment", at.assessment.id),
    lambda work, at, _: invitations.to_respond(work, at.assessment.id),
    lambda work, at, _: trail.page(work, trail.Wanted()),
)
DEEDS: tuple[Act, ...] = (
    lambda work, at, said: service.rename_function(work, at.function.id, f"IT {said}"),
    lambda work, at, said: service.rename_person(work, at.owner.id, f"Owner {said}"),
    lambda work, at, said: service.rename_person(work, work.actor.id, f"Myself {said}"),
    lambda work, at, said: service.edit_organisation(work, NewOrganisation(name=f"Org {said}", zone="Europe/London", currency="GBP")),
    lambda work, at, said: assessments.reopen(work, at.assessment.id, f"Because {said}"),
    lambda work, at, said: assessments.finalise(work, at.assessment.id),
    lambda work, at, said: answering_service.record_answer(work, at.assessment.id, QUESTION, Given(value=3)),
    lambda work, at, said: answering_service.annotate(work, at.assessment.id, QUESTION, Annotation(note=f"Note {said}")),
    lambda work, at, said: register.update(work, at.action.id, Update(note=f"Note {said}"), register.get(work, at.action.id).row_version),
    lambda work, at, said: memberships.change_role(work, at.viewer.id, Role.OWNER),
    lambda work, at, said: memberships.change_role(work, at.viewer.id, Role.VIEWER),
    lambda work, at, said: invitations.revoke_unused(work, at.assessment.id, "staff"),
)


@pytest.fixture
def everybody(bare: Database) -> tuple[Theirs, ...]:
    tenants = [tenant(f"canary{name}") for name in ("alpha", "bravo", "charlie")]
    return tuple(Theirs(actor, one) for one in tenants for actor in (one.leader, one.owner, one.viewer, invited(one)))


def foreign(home: Tenant, everybody: tuple[Theirs, ...]) -> set[str]:
    return {one.home.canary for one in everybody} - {home.canary}


def test_no_byte_crosses_in_two_thousand_histories(bare: Database, everybody: tuple[Theirs, ...]):
    chance = random.Random(20261126)  # noqa: S311 - repeatable on purpose
    looked = done = 0
    for _ in range(HISTORIES):
        for _ in range(STEPS):
            who, whose = chance.choice(everybody), chance.choice(everybody).home
            act = chance.choice((*LOOKS, *DEEDS))
            with suppress(PlumblineError, ValidationError, SignedOut):
                said = tried(act, who, whose)
                looked, done = looked + (act in LOOKS), done + (act in DEEDS)
                assert not [canary for canary in foreign(who.home, everybody) if canary in said], f"{who.actor.name} read: {said[:300]}"
    assert looked > HISTORIES
    assert done > HISTORIES / 4
    kept_apart(bare, everybody)


def tried(act: Act, who: Theirs, whose: Tenant) -> str:
    if act in LOOKS:
        with reading(who.actor, NOW) as work:
            return repr(act(work, whose, ""))
    return repr(writing(who.actor, NOW, lambda work: act(work, whose, who.home.canary)))


def kept_apart(bare: Database, everybody: tuple[Theirs, ...]) -> None:
    """No row of an organisation holds a word of another, and every trail is whole."""
    with bare.reading() as session:
        for home in {one.home.canary: one.home for one in everybody}.values():
            within = home.organisation.id
            stored = str(own_row(session, within)) + "".join(str(row) for table in tables() for row in rows(session, table, within))
            assert home.canary in stored
            assert not [canary for canary in foreign(home, everybody) if canary in stored]
            assert audit.verify(session, within) is None


def test_a_whole_standing_of_one_holds_no_word_of_another(bare: Database, everybody: tuple[Theirs, ...]):
    for who in everybody:
        if who.actor == who.home.leader:
            with reading(who.actor, NOW) as work:
                said = gather(work, who.home.assessment.id).model_dump_json()
            assert who.home.canary in said
            assert not [canary for canary in foreign(who.home, everybody) if canary in said]

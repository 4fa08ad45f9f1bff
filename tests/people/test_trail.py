"""The trail, looked through by those who may."""

from datetime import timedelta

import pytest

from people import service, trail
from people.audit import Happening, append
from people.model import FunctionKind, Role
from people.trail import Wanted
from people.work import reading, writing
from tests.cast import NOW


def read(actor, wanted=Wanted(), now=NOW, **more):
    with reading(actor, now) as work:
        return trail.page(work, wanted, **more)


def test_the_newest_comes_first_and_pages_follow_by_number(cast):
    for name in ("Facilities", "Finance", "Legal"):
        writing(cast.asha, NOW, lambda work, name=name: service.create_function(work, name, FunctionKind.OTHER))
    first = read(cast.asha, size=2)
    second = read(cast.asha, size=2, before=first[-1].number)
    assert [one.event.after["name"] for one in (*first, *second)][:3] == ["Legal", "Finance", "Facilities"]
    assert [one.number for one in (*first, *second)] == sorted((one.number for one in (*first, *second)), reverse=True)


@pytest.mark.parametrize("who", ["ben", "chitra", "vera"])
def test_those_who_may_not_read_events_see_none(cast, who):
    assert read(getattr(cast, who)) == ()


def test_another_organisations_trail_stays_there(cast):
    assert {one.event.actor_name for one in read(cast.dev, size=500)}.isdisjoint({"Asha", "Chitra"})


def test_it_can_be_narrowed_by_person_verb_kind_and_days(cast):
    later = NOW + timedelta(days=40)
    writing(cast.asha, later, lambda work: service.rename_function(work, cast.it.id, "Digital"))
    assert [one.event.verb for one in read(cast.asha, Wanted(days=30), later)] == ["update"]
    assert [one.event.verb for one in read(cast.asha, Wanted(verb="update"), later)] == ["update"]
    assert {one.event.actor_id for one in read(cast.asha, Wanted(person=cast.asha.id), later)} == {cast.asha.id}
    assert {one.event.resource for one in read(cast.asha, Wanted(resource="function"), later)} == {"function"}


def test_what_it_can_be_narrowed_by_is_what_there_is(cast):
    with reading(cast.asha, NOW) as work:
        found = trail.choices(work)
    assert found.people == {cast.asha.id: "Asha"}
    assert found.verbs == ("create",)
    assert set(found.resources) == {"function", "membership", "organisation", "person"}


def test_an_administrator_sees_that_something_happened_but_not_what_was_written(cast):
    inside = cast.administrator.model_copy(update={"organisation_id": cast.here.id, "roles": frozenset({Role.ADMINISTRATOR})})
    writing(cast.asha, NOW, lambda work: service.rename_function(work, cast.it.id, "Digital"))
    writing(
        cast.asha,
        NOW,
        lambda work: trail_of(work, cast),
    )
    newest, before = read(inside, size=2)
    assert (newest.event.resource, newest.event.after) == ("answer", None)
    assert before.event.after == {"name": "Digital"}


def trail_of(work, cast):
    """As if an answer had been written down."""
    append(work.session, work.actor, work.now, Happening("answer", "answer", cast.it.id, None, {"note": "private"}))


def test_the_whole_trail_comes_in_batches(cast):
    with reading(cast.asha, NOW) as work:
        whole = trail.page(work, Wanted(), size=500)
        batches = list(trail.batches(lambda wanted, before, _: trail.page(work, wanted, before, 3), Wanted()))
    assert [one for batch in batches for one in batch] == list(whole)
    assert all(len(batch) <= 3 for batch in batches)


def test_an_address_says_what_is_wanted_and_nonsense_is_left_out():
    said = {"person": "00000000-0000-0000-0000-000000000001", "verb": "update", "kind": "action", "days": "30"}
    assert Wanted.from_query(said).to_query() == said
    assert Wanted.from_query({"person": "x", "days": "²", "verb": ""}) == Wanted()

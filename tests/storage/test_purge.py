"""Deleting one client's data leaves nothing of it, and touches nobody else's."""

from hashlib import sha256

import pytest
from sqlalchemy.exc import DBAPIError

from improvement.tables import ActionUpdateRow
from people import audit, organisations, service
from people.audit import verify
from people.model import Denied, NewOrganisation, Person, Role, System
from people.organisations import NotDeleted
from people.tables import EventRow, PersonRow
from people.work import reading, writing
from storage import tenancy
from storage.database import current
from storage.row import Row
from tests.cast import NOW
from tests.tenants import Tenant, account, tenant, text_of_database


@pytest.fixture
def three(bare) -> tuple[Tenant, Tenant, Tenant]:
    return tenant("canaryalpha"), tenant("canarybravo"), tenant("canarycharlie")


@pytest.fixture
def administrator(bare) -> Person:
    return service.begin(NOW)


def digest(of: Tenant) -> dict[str, str]:
    with current().reading() as session:
        found = {table.name: [str(row) for row in tenancy.rows(session, table, of.organisation.id)] for table in tenancy.tables()}
        found["organisation"] = [str(tenancy.own_row(session, of.organisation.id))]
    return {name: sha256("\n".join(rows).encode()).hexdigest() for name, rows in found.items()}


def delete(administrator: Person, gone: Tenant, typed: str = "", reason: str = "The contract ended.") -> None:
    named = typed or gone.organisation.name
    writing(administrator, NOW, lambda work: organisations.delete(work, gone.organisation.id, named, reason))


def test_the_tenants_of_these_tests_have_something_in_every_table(three):
    with current().reading() as session:
        empty = {table.name for table in tenancy.tables() if not list(tenancy.rows(session, table, three[0].organisation.id))}
    assert empty == set()
    assert three[0].canary in text_of_database()


def test_nothing_of_a_deleted_organisation_is_left_and_the_others_are_untouched(three, administrator):
    gone, *others = three
    before = [digest(one) for one in others]
    delete(administrator, gone)
    assert gone.canary not in text_of_database()
    assert [digest(one) for one in others] == before
    with current().reading() as session:
        assert [verify(session, one.organisation.id) for one in others] == [None, None]
        assert verify(session, None) is None


def test_the_installations_trail_keeps_how_much_it_was_and_where_the_trail_ended(three, administrator):
    gone = three[1]
    with current().reading() as session:
        number, link = audit.newest(session, gone.organisation.id)
    delete(administrator, gone)
    with reading(administrator, NOW) as work:
        kept = work.session.scalars(work.select(EventRow).where(EventRow.verb == "purge")).one()
    assert (kept.about_id, kept.before["events"], kept.before["link"]) == (gone.organisation.id, number, link)
    assert kept.before["rows"]["event"] == number
    assert kept.before["rows"]["person"] == 3
    assert kept.after == {"reason": "The contract ended."}


def test_who_belongs_elsewhere_or_has_an_account_stays(three, administrator):
    gone, other, _ = three
    account(gone.viewer)
    writing(
        System(purpose="tests", organisation_id=other.organisation.id),
        NOW,
        lambda work: service.store.add_membership(work, gone.owner.id, Role.VIEWER),
    )
    delete(administrator, gone)
    with reading(System(purpose="tests"), NOW) as work:
        left = {row.id for row in work.session.scalars(work.select(PersonRow))}
    assert {gone.viewer.id, gone.owner.id} <= left
    assert gone.leader.id not in left


@pytest.mark.parametrize(("typed", "reason", "says"), [("Organisation", "Over.", "Type it"), ("", "  ", "Say why")])
def test_a_wrong_name_or_no_reason_deletes_nothing(three, administrator, typed, reason, says):
    before = digest(three[0])
    with pytest.raises(NotDeleted, match=says):
        delete(administrator, three[0], typed, reason)
    assert digest(three[0]) == before


def test_a_leader_deletes_nothing(three):
    with pytest.raises(Denied):
        delete(three[0].leader, three[0])


def test_a_deletion_that_fails_half_way_has_deleted_nothing(three, administrator, monkeypatch):
    before = digest(three[0])
    monkeypatch.setattr("people.organisations.line", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        delete(administrator, three[0])
    assert digest(three[0]) == before


@pytest.mark.parametrize("row_type", [EventRow, ActionUpdateRow])
def test_without_a_purge_the_engine_lets_no_history_go(three, row_type):
    table = Row.metadata.tables[row_type.__tablename__]
    theirs = table.c.organisation_id == three[0].organisation.id
    with pytest.raises(DBAPIError, match="append-only"), current().writer.begin() as connection:
        connection.execute(table.delete().where(theirs))


def test_a_purge_of_one_lets_no_history_of_another_go(three, administrator):
    delete(administrator, three[0])
    table = Row.metadata.tables["event"]
    with pytest.raises(DBAPIError, match="append-only"), current().writer.begin() as connection:
        connection.execute(table.delete().where(table.c.organisation_id == three[1].organisation.id))


def test_an_administrator_lists_every_organisation_by_its_head_count_alone(three, administrator):
    with reading(administrator, NOW) as work:
        listed = [(one.organisation.name, one.people) for one in organisations.every(work)]
    assert listed == [(one.organisation.name, 3) for one in three]
    with pytest.raises(Denied), reading(three[0].leader, NOW) as work:
        organisations.every(work)


def test_a_new_organisation_is_led_by_nobody_yet(administrator):
    new = NewOrganisation(name="Zenith", zone="Europe/London", currency="GBP")
    made = writing(administrator, NOW, lambda work: organisations.create(work, new))
    with reading(administrator, NOW) as work:
        assert [(one.organisation, one.people) for one in organisations.every(work)] == [(made, 0)]
        assert organisations.one(work, made.id) == made

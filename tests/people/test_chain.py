"""The trail of each organisation is a chain: whoever changes, drops or slips in an event is found out."""

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from cli.main import app
from people import audit, service
from people.model import System
from people.work import writing
from storage.append_only import releasing
from storage.chain import START, linked
from tests.cast import NOW

FORGED = "f" * 64


def verdicts(database, cast):
    with database.reading() as session:
        return [audit.verify(session, at) for at in (None, cast.here.id, cast.elsewhere.id)]


def tamper(database, statement: str, **values: object) -> None:
    """As somebody with the file or the database's password would: the triggers are the first thing they take off."""
    with database.writer.begin() as connection:
        for trigger in releasing("event", database.dialect):
            connection.execute(text(trigger))
        connection.execute(text(statement), values)


@pytest.fixture
def lived(database, cast):
    """The cast's database after a few acts in both organisations."""
    for actor, name in ((cast.asha, "Asha Rao"), (cast.dev, "Dev Anand"), (cast.asha, "Asha Menon")):
        writing(actor, NOW, lambda work, name=name: service.rename_person(work, work.actor.id, name))
    return database


def test_what_was_written_holds(lived, cast):
    assert verdicts(lived, cast) == [None, None, None]


def test_each_organisation_counts_from_one(lived, cast):
    with lived.reading() as session:
        numbers = [audit.newest(session, at)[0] for at in (None, cast.here.id, cast.elsewhere.id)]
    assert all(numbers)
    assert len(set(numbers)) > 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET actor_name = 'Somebody else' WHERE number = 3 AND organisation_id IS NOT NULL",
        "UPDATE event SET verb = 'read' WHERE number = 3 AND organisation_id IS NOT NULL",
        "UPDATE event SET after = '{}' WHERE number = 3 AND organisation_id IS NOT NULL",
        "UPDATE event SET before = '[]' WHERE number = 3 AND organisation_id IS NOT NULL",
        "UPDATE event SET link = replace(link, '1', '2') WHERE number = 3 AND organisation_id IS NOT NULL",
    ],
)
def test_a_changed_event_is_found_by_its_number(lived, cast, statement):
    tamper(lived, statement)
    between, here, _ = verdicts(lived, cast)
    assert between is None
    assert here.number == 3


def test_a_dropped_event_is_missed(lived, cast):
    tamper(lived, "DELETE FROM event WHERE number = 2 AND organisation_id IS NOT NULL")
    _, here, elsewhere = verdicts(lived, cast)
    assert here.number == elsewhere.number == 2
    assert "missing" in here.why


def test_a_dropped_event_whose_gap_was_closed_is_found_by_the_link(lived, cast):
    tamper(lived, "DELETE FROM event WHERE number = 2 AND organisation_id IS NOT NULL")
    # A unique constraint is checked row by row: first out of the way, then down by one.
    tamper_again = ("UPDATE event SET number = -number WHERE number > 2", "UPDATE event SET number = -number - 1 WHERE number < 0")
    with lived.writer.begin() as connection:
        for statement in tamper_again:
            connection.execute(text(f"{statement} AND organisation_id IS NOT NULL"))
    assert verdicts(lived, cast)[1].number == 2


def test_the_engine_refuses_to_change_or_drop_an_event(lived):
    for statement in ("UPDATE event SET verb = 'x'", "DELETE FROM event"):
        with pytest.raises(Exception, match="append-only"), lived.writer.begin() as connection:
            connection.execute(text(statement))


def test_the_command_tells_the_newest_link_and_misses_it_when_the_end_is_cut_off(lived, cast):
    run = CliRunner()
    told = run.invoke(app, ["audit", "verify"])
    assert (told.exit_code, "Every trail is whole" in told.output) == (0, True)
    line = next(line for line in told.output.splitlines() if cast.here.name in line)
    newest = line.rsplit(" ", 1)[1]
    assert run.invoke(app, ["audit", "verify", "--expect", newest]).exit_code == 0
    number = newest.partition(":")[0]
    tamper(lived, "DELETE FROM event WHERE number = :number AND organisation_id IS NOT NULL", number=int(number))
    assert run.invoke(app, ["audit", "verify"]).exit_code == 0
    missed = run.invoke(app, ["audit", "verify", "--expect", newest])
    assert (missed.exit_code, f"No trail holds {newest}" in missed.output) == (1, True)


def test_the_command_names_the_organisation_and_the_event(lived, cast):
    tamper(lived, "UPDATE event SET verb = 'read' WHERE number = 2 AND organisation_id IS NOT NULL")
    told = CliRunner().invoke(app, ["audit", "verify"])
    assert told.exit_code == 1
    assert f"✗ {cast.here.name}: event 2 does not hold: its content" in told.output


def test_what_is_no_link_is_told_so(database):
    refused = CliRunner().invoke(app, ["audit", "verify", "--expect", "yesterday"])
    assert (refused.exit_code, "no NUMBER:LINK" in refused.output) == (2, True)


def test_a_link_depends_on_every_column_and_on_what_came_before():
    entry = {"number": 1, "verb": "create", "before": None, "at": NOW}
    others = [{**entry, "number": 2}, {**entry, "verb": "read"}, {**entry, "before": "null"}, {**entry, "at": NOW.replace(microsecond=1)}]
    links = {linked(START, entry), linked(FORGED, entry), *(linked(START, other) for other in others)}
    assert len(links) == len(others) + 2


def test_denials_are_in_the_chain_too(lived, cast):
    with lived.reading() as session:
        before = audit.newest(session, cast.here.id)[0]
    audit.record_denials(System(purpose="tests", organisation_id=cast.here.id), NOW, [audit.Denial("read", "function", cast.it.id)])
    with lived.reading() as session:
        assert audit.newest(session, cast.here.id)[0] == before + 1
        assert audit.verify(session, cast.here.id) is None

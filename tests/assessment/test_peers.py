"""What of other organisations is frozen, when, and who may look: through the services, with real organisations."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest
from sqlalchemy.exc import DBAPIError

from assessment import cohorts, participation, peer_refresh, peer_releases, service
from assessment.cohorts import PROGRAM
from assessment.comparable import figures
from assessment.participation import NotCompared
from assessment.peer_model import Facts, Kind, Peers, SizeBand, kind_of
from assessment.peer_tables import PeerBasisRow, PeerMemberRow, PeerReleaseRow
from assessment.peers import peers
from ground.errors import Conflict, NotFound
from people import organisations
from people import service as people
from people.model import Denied, Role, System
from people.work import reading, writing
from scoring.maturity import METHOD
from storage.database import current
from storage.row import Row
from tests.peers import NOW, QUESTIONS, SMALL, Taking, assessed, community, founded, frozen, inside, member, shelf, takes_part
from tests.tenants import text_of_database

ON_SQLITE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
KIND = Kind(SMALL.id, 1, METHOD)
QUICK, OLD = {"know": 2}, {"ends": date(2024, 11, 1)}
LATER = NOW + timedelta(days=1)


@pytest.fixture(autouse=True)
def small(bare):
    with shelf():
        yield


def told(one: Taking, now=NOW) -> Peers:
    with reading(one.leader, now) as work:
        return peers(work, one.assessment, service.result(work, one.assessment.id))


def whole(one: Taking, now=NOW):
    cohort = told(one, now).cohort("")
    return None if cohort is None else cohort.model_dump()


def others(one: Taking) -> int:
    return told(one).others


def test_nobody_takes_part_until_a_leader_says_so():
    leader = founded("Quiet")
    alone = Taking(leader, assessed(leader, dict.fromkeys(QUESTIONS, 3)))
    assert told(alone).state == "off"
    with reading(PROGRAM, NOW) as work:
        assert cohorts.kinds(work) == ()
    consultant = leader.model_copy(update={"roles": frozenset({Role.CONSULTANT})})
    with pytest.raises(Denied):
        takes_part(consultant)
    takes_part(leader)
    assert told(alone).state == "too_few"


def test_a_decision_and_a_withdrawal_are_written_down():
    leader = founded("Open")
    takes_part(leader, Facts(size=SizeBand.LARGE))
    takes_part(leader, still=False)
    with reading(leader, NOW) as work:
        now = participation.participation(work)
        (happened,) = people.history(work, "participation", now.decision)
    assert (happened.verb, happened.before["takes_part"], happened.after) == ("withdraw", True, {"takes_part": False, "size": "large"})


def test_of_two_who_decide_at_once_the_slower_one_is_told():
    leader = founded("Two windows")
    takes_part(leader)
    with pytest.raises(Conflict, match="Leader changed this at 09:30"):
        writing(leader, NOW, lambda work: participation.decide(work, Facts(), None, takes_part=False))


def test_three_organisations_are_two_others_and_eight_short():
    three = community(3)
    assert frozen() == 0
    assert {(told(one).state, others(one)) for one in three} == {("too_few", 2)}


def test_only_comparable_results_are_counted():
    first, *rest = community(6)
    takes_part(rest[0].leader, still=False)
    reopen(rest[1])
    levels = dict.fromkeys(QUESTIONS, 2)
    partly, left_out = dict.fromkeys(QUESTIONS[:3], 2), levels | {"know": None}
    for name, given, more in (
        ("quick", QUICK, {"mode": "quick"}),
        ("old", levels, OLD),
        ("partly", partly, {}),
        ("left out", left_out, {}),
    ):
        assessed(leader := founded(name), given, **more)
        takes_part(leader)
    assert others(first) == 3


def reopen(one: Taking):
    writing(one.leader, NOW, lambda work: service.reopen(work, one.assessment.id, "Counted anew"))


def test_of_several_results_the_newest_comparable_one_counts_and_the_organisation_once():
    (one,) = community(1)
    assessed(one.leader, dict.fromkeys(QUESTIONS, 5), LATER, NOW.date() + timedelta(days=1))
    assessed(one.leader, {"know": 1}, LATER, NOW.date() + timedelta(days=2))
    with reading(PROGRAM, LATER) as work:
        (candidate,) = cohorts.population(work, KIND, {})
    assert candidate.figures[""] == 100


def test_a_practice_that_is_mostly_left_out_is_not_compared_nor_what_is_made_of_it():
    leader = founded("Partly")
    made = assessed(leader, dict.fromkeys(QUESTIONS, 2) | {"know": None})
    with reading(leader, NOW) as work:
        found = figures(service.store.current_result(work, made.id).score)
    assert found == {"p:catalogue": 40, "p:trust": 40, "d:top": 40}


def test_the_demo_never_takes_part():
    leader = founded("A demo")
    writing(leader, NOW, participation.mark_as_demo)
    with pytest.raises(NotCompared, match="answers are invented"):
        takes_part(leader)


def test_eleven_have_a_median_and_twenty_quartiles():
    eleven = community(11)
    assert frozen() >= 1
    assert [len(told(eleven[0]).cohort("").figures[""].marks)] == [1]


def test_with_ten_nine_others_are_too_few():
    ten = community(10)
    assert frozen() == 0
    assert others(ten[0]) == 9


def test_joining_and_leaving_one_by_one_changes_nothing_until_five_have():
    known = community(30, says=False)
    frozen()
    before, random = whole(known[0]), Random(7)  # noqa: S311 - the same at every run
    for number in range(4):
        known.append(member(100 + number, random, says=False))
        assert frozen(LATER) == 0
        assert whole(known[0]) == before
    takes_part(known[1].leader, still=False)
    assert frozen(LATER) == 0
    takes_part(known[1].leader)
    for level in (0, 5) * 4:
        known.append(Taking(leader := founded(f"Newcomer {len(known)}"), assessed(leader, dict.fromkeys(QUESTIONS, level))))
        takes_part(leader)
    assert frozen(LATER) >= 1
    assert told(known[0], LATER).cohort("").organisations == 42


def test_nothing_that_was_frozen_is_changed_or_dropped():
    community(12)
    frozen()
    for row_type in (PeerReleaseRow, PeerBasisRow, PeerMemberRow):
        table = Row.metadata.tables[row_type.__tablename__]
        for change in (table.delete(), table.update().values(id=table.c.id)):
            with pytest.raises(DBAPIError, match="append-only"), current().writer.begin() as connection:
                connection.execute(change)


@ON_SQLITE
def test_a_coarser_figure_waits_until_the_finer_one_is_a_year_old():
    known = sorted(community(40, says=False), key=index)
    frozen()
    assert marks(known[0], NOW) == 3
    # From all over the scale: those who leave are a block, which has to reach beyond the marks.
    for one in (*known[::2], known[1], known[39]):
        takes_part(one.leader, still=False)
    frozen(LATER)
    assert marks(known[3], LATER) == 3
    much_later = NOW + timedelta(days=400)
    assert frozen(much_later) >= 1
    assert marks(known[3], much_later) == 1


def index(one: Taking) -> Fraction:
    with reading(one.leader, NOW) as work:
        return service.result(work, one.assessment.id).overall.index


def marks(one: Taking, now) -> int:
    return len(told(one, now).cohort("").figures[""].marks)


@ON_SQLITE
def test_only_the_program_reads_across_organisations_and_only_between_them():
    one, *_ = community(12)
    frozen()
    for actor in (one.leader, inside(one.leader), System(purpose="another")):
        with pytest.raises(Denied), reading(actor, NOW) as work:
            cohorts.population(work, KIND, {})
    with reading(PROGRAM, NOW) as work:
        ids = [(row_type, row.id) for row_type in (PeerBasisRow, PeerMemberRow) for row in work.session.scalars(work.select(row_type))]
    assert len(ids) == 12 + 1
    for role in Role:
        looking = one.leader.model_copy(update={"roles": frozenset({role})})
        with reading(looking, NOW) as work:
            assert peer_releases.figures_known(work) == {}
            for row_type, row_id in ids:
                with pytest.raises(NotFound):
                    work.get(row_type, row_id)


@ON_SQLITE
def test_a_deleted_organisation_leaves_figures_that_lead_to_nobody(bare):
    known = community(12)
    frozen()
    before, gone = whole(known[0]), known[5].leader.organisation_id
    administrator = System(purpose="tests")
    with reading(administrator, NOW) as work:
        name = organisations.store.organisation_row(work, gone).name
    governing = known[0].leader.model_copy(update={"organisation_id": None, "roles": frozenset({Role.ADMINISTRATOR})})
    writing(governing, NOW, lambda work: organisations.delete(work, gone, name, "The contract ended."))
    assert name not in text_of_database()
    assert whole(known[0]) == before


def test_an_older_method_or_version_is_another_kind():
    assert kind_of("a", "2.1.0", "1.0.0") == ("a", 2, "1.0.0")
    (one,) = community(1)
    with reading(one.leader, NOW) as work:
        assert cohorts.others(work, KIND._replace(method="0.9.0")) == 0
        assert cohorts.others(replace(work, actor=founded("Other")), KIND._replace(major=2)) == 0


def test_a_process_that_was_overtaken_freezes_nothing():
    community(12)
    with reading(PROGRAM, NOW) as work:
        snapshots, seen = peer_refresh._judged(work, KIND)
    frozen()
    with pytest.raises(Conflict, match="by another process a moment ago"):
        writing(PROGRAM, NOW, lambda work: peer_refresh._keep(work, KIND, snapshots, seen))

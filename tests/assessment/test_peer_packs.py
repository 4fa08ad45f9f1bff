"""Benchmark packs from one installation to another: what is in one, what is refused, and that nothing counts twice."""

import json
from random import Random

import pytest

from assessment import pack_file, service
from assessment.pack_file import RefusedPack
from assessment.peer_model import Kind
from assessment.peer_packs import NothingToExport, export, take
from assessment.peers import peers
from people.work import reading
from scoring.disclosure import Withheld
from scoring.maturity import METHOD
from scoring.packs import Histogram, Pack, Provenance, merge
from tests.peers import NOW, QUESTIONS, SMALL, Taking, assessed, community, founded, frozen, member, shelf, takes_part

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
KIND = Kind(SMALL.id, 1, METHOD)
EDGES, COUNTS = (0, 30, 60, 100), (8, 12, 10)


@pytest.fixture(autouse=True)
def small(bare):
    with shelf():
        yield


def pack(source="North", edges=EDGES, counts=COUNTS, **more) -> Pack:
    of = {"population": f"{sum(counts)} organisations", "period": "24 months to 2026-10-01", **KIND._asdict(), **more}
    practices = {name: Histogram(edges=edges, counts=counts) for name in ("knowledge", "catalogue", "trust")}
    return Pack(provenance=(Provenance(source=source, **of),), practices=practices)


def imported(one: Taking):
    with reading(one.leader, NOW) as work:
        return peers(work, one.assessment, service.result(work, one.assessment.id)).cohort("pack")


def alone() -> Taking:
    leader = founded("Alone")
    one = Taking(leader, assessed(leader, dict.fromkeys(QUESTIONS, 3)))
    takes_part(leader)
    return one


def test_a_pack_goes_from_one_installation_to_a_file_and_is_told_elsewhere(engine):
    community(40, says=False)
    raw = pack_file.write(export(KIND, "North", NOW))
    with engine.copy("bare"):
        one = alone()
        assert take(raw, NOW)
        told = imported(one)
    assert told.organisations == 40
    assert told.sources == ("North: 40 organisations, 24 months to 2026-11-20",)
    assert set(told.figures) <= {"p:knowledge", "p:catalogue", "p:trust"}


def test_a_pack_holds_no_name_and_no_cell_of_fewer_than_five():
    community(40, says=False)
    made = export(KIND, "North", NOW)
    assert "canarypeer" not in pack_file.write(made).decode()
    for histogram in made.practices.values():
        assert min(histogram.counts) >= 5
        assert {edge % 10 for edge in histogram.edges} == {0}


def test_ten_organisations_make_no_pack():
    community(10)
    with pytest.raises(NothingToExport, match="Fewer than 11 comparable organisations take part"):
        export(KIND, "North", NOW)


def test_one_more_makes_no_other_pack_and_nobody_more_the_same():
    community(40, says=False)
    first = export(KIND, "North", NOW)
    assert export(KIND, "North", NOW) == first
    member(99, Random(3), says=False)  # noqa: S311 - the same at every run
    with pytest.raises(NothingToExport, match="Fewer than five organisations have changed"):
        export(KIND, "North", NOW)


def test_a_snapshot_between_two_packs_is_judged_with_them():
    known = community(40, says=False)
    exported = export(KIND, "North", NOW).practices
    takes_part(known[0].leader, still=False)
    frozen()
    with reading(known[1].leader, NOW) as work:
        told = peers(work, known[1].assessment, service.result(work, known[1].assessment.id)).cohort("")
    assert "" in told.figures
    assert {told.withheld[f"p:{name}"] for name in exported} == {Withheld.TOO_CLOSE}


def test_an_installation_exports_under_one_name():
    community(40, says=False)
    export(KIND, "North", NOW)
    with pytest.raises(RefusedPack, match="has exported as “North”"):
        export(KIND, "South", NOW)


def test_the_same_pack_twice_counts_once_and_a_newer_one_of_its_source_instead():
    one = alone()
    assert take(pack_file.write(pack()), NOW)
    assert not take(pack_file.write(pack()), NOW)
    assert imported(one).organisations == 30
    assert take(pack_file.write(pack("north", counts=(9, 14, 12), period="24 months to 2026-11-01")), NOW)
    assert imported(one).organisations == 35


def test_packs_of_others_are_added_and_one_that_overlaps_is_refused():
    one = alone()
    take(pack_file.write(pack("North")), NOW)
    take(pack_file.write(pack("South", (0, 60, 100), (9, 11))), NOW)
    assert imported(one).organisations == 50
    take(pack_file.write(merge(pack("North"), pack("West"))), NOW)
    assert imported(one).organisations == 80
    with pytest.raises(RefusedPack, match="would count twice"):
        take(pack_file.write(merge(pack("West"), pack("East"))), NOW)
    whole = merge(merge(pack("North"), pack("West")), pack("East"))
    assert take(pack_file.write(whole), NOW)
    assert (imported(one).organisations, len(imported(one).sources)) == (110, 4)
    with pytest.raises(RefusedPack, match="would count twice"):
        take(pack_file.write(pack("East", counts=(9, 9, 9))), NOW)


def written(**changed) -> bytes:
    return json.dumps(json.loads(pack_file.write(pack())) | changed).encode()


def few() -> bytes:
    return pack_file.write(pack(counts=(4, 12, 10)))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (lambda: b"{}", "no benchmark pack"),
        (lambda: b"[" * 2_000_000, "no benchmark pack"),
        (lambda: written(hash="0" * 64), "was altered"),
        (lambda: pack_file.write(pack("Nor\x07th")), "no plain line of text"),
        (lambda: pack_file.write(pack("N" * 201)), "no plain line of text"),
        (lambda: written(k=4), "fewer than 5 organisations"),
        (few, "fewer than 5 organisations"),
        (lambda: pack_file.write(pack(edges=(0, 35, 60, 100))), "fewer than 5 organisations"),
        (lambda: pack_file.write(pack(edges=(0, 100), counts=(10,))), "fewer than 5 organisations"),
        (lambda: pack_file.write(pack(edges=(0, 60), counts=(30,))), "fewer than 5 organisations"),
        (lambda: pack_file.write(pack(method="0.9.0")), "scored by method 0.9.0, and this installation scores by 1.0.0"),
        (lambda: pack_file.write(pack(major=2)), "no questionnaire “peers-small” of version 2"),
        (lambda: pack_file.write(pack(questionnaire="other")), "no questionnaire “other”"),
    ],
)
def test_a_pack_that_cannot_be_believed_or_compared_changes_nothing(raw, says):
    one = alone()
    with pytest.raises(RefusedPack, match=says):
        take(raw(), NOW)
    assert imported(one) is None


def test_sources_of_two_kinds_are_not_put_together():
    mixed = Pack(provenance=(*pack().provenance, *pack("South", major=2).provenance), practices=pack().practices)
    with pytest.raises(RefusedPack, match="different questionnaires or scoring methods"):
        take(pack_file.write(mixed), NOW)


def test_packs_without_a_practice_in_common_tell_nothing():
    one = alone()
    take(pack_file.write(pack("North")), NOW)
    other = Pack(provenance=pack("South").provenance, practices={"another": Histogram(edges=EDGES, counts=COUNTS)})
    take(pack_file.write(other), NOW)
    assert imported(one) is None

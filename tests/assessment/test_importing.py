"""A file of readings through the service: rehearsed without a trace, then all of it or nothing."""

import pytest

from assessment import measures
from assessment.importing import RefusedImport, import_readings, rehearse
from assessment.model import Measured
from ground.errors import NotFound
from people import service as people
from people.model import Denied
from people.work import Work, reading, writing
from questionnaires import library
from tests.cast import NOW, Cast

MEASURE = library.load("three-pillars").measure_by_id["self-service-adoption"]
GOOD = b"measure,period,value,sample,source\nself-service-adoption,2026-02,53,1200,=1+1\nend-user-satisfaction,2026-Q1,72,,\n"
FAULTY = GOOD + b"self-service-adoption,2026-01,101,,\n"


def kept(work: Work, cast: Cast) -> list[tuple[str, str, object, str]]:
    return [(r.measure, r.period, r.value, r.source) for r in measures.readings(work, cast.it.id)]


def test_a_rehearsal_tells_and_changes_nothing(work: Work, cast: Cast):
    assert [change.effect for change in rehearse(work, cast.it.id, GOOD).changes] == ["new", "new"]
    assert kept(work, cast) == []


def test_a_file_without_a_fault_is_imported_whole_and_its_texts_stay_texts(work: Work, cast: Cast):
    import_readings(work, cast.it.id, GOOD)
    assert kept(work, cast) == [("end-user-satisfaction", "2026-Q1", 72, ""), ("self-service-adoption", "2026-02", 53, "=1+1")]


def test_a_file_with_one_fault_changes_nothing(work: Work, cast: Cast):
    with pytest.raises(RefusedImport, match=r"Nothing was imported. Line 4: Self-service adoption lies between 0 and 100 %."):
        import_readings(work, cast.it.id, FAULTY)
    assert kept(work, cast) == []


def test_the_same_file_again_changes_nothing(work: Work, cast: Cast):
    import_readings(work, cast.it.id, GOOD)
    before = measures.readings(work, cast.it.id)
    assert {change.effect for change in import_readings(work, cast.it.id, GOOD).changes} == {"same"}
    assert measures.readings(work, cast.it.id) == before


def test_a_replaced_reading_keeps_its_earlier_figure_in_the_history(work: Work, cast: Cast):
    first = measures.record_reading(work, cast.it.id, MEASURE, Measured(value=50, period="2026-02", sample=90, source="Log"))
    import_readings(work, cast.it.id, GOOD)
    newest, oldest = people.history(work, "reading", first.id)
    assert (newest.before["value"], newest.after["value"], newest.after["sample"], oldest.verb) == (50, 53, 1200, "create")


def test_the_same_figure_with_a_new_source_keeps_the_sample_it_had(work: Work, cast: Cast):
    measures.record_reading(work, cast.it.id, MEASURE, Measured(value=53, period="2026-02", sample=90, source="Log"))
    import_readings(work, cast.it.id, b"measure,period,value,source\nself-service-adoption,2026-02,53,Audit\n")
    (now,) = measures.readings(work, cast.it.id)
    assert (now.sample, now.source) == (90, "Audit")


def test_what_changed_since_the_rehearsal_counts(database, cast: Cast):
    blank = b"measure,period,value\nself-service-adoption,2026-02,53\n"
    with reading(cast.asha, NOW) as work:
        assert rehearse(work, cast.it.id, blank).faults == ()
    other = Measured(value=50, period="2026-02", source="Log")
    writing(cast.asha, NOW, lambda work: measures.record_reading(work, cast.it.id, MEASURE, other))
    with pytest.raises(RefusedImport, match="is already recorded as 50 %, from Log"):
        writing(cast.asha, NOW, lambda work: import_readings(work, cast.it.id, blank))


def test_an_owner_may_import_and_one_who_only_looks_may_not(work: Work, as_actor, cast: Cast):
    import_readings(as_actor(cast.chitra), cast.it.id, GOOD)
    with pytest.raises(Denied):
        import_readings(as_actor(cast.vera), cast.hr.id, GOOD)


def test_a_function_of_another_organisation_is_not_there(work: Work, cast: Cast):
    for attempt in (rehearse, import_readings):
        with pytest.raises(NotFound):
            attempt(work, cast.their_it.id, GOOD)


def test_twenty_five_years_of_months_are_imported_in_one_transaction(work: Work, cast: Cast):
    periods = [f"{year}-{month:02d}" for year in range(2001, 2026) for month in range(1, 13)]
    raw = "measure,period,value\n" + "\n".join(f"self-service-adoption,{period},50" for period in periods)
    assert len(import_readings(work, cast.it.id, raw.encode()).changes) == 300
    assert [r.period for r in measures.readings(work, cast.it.id)] == periods

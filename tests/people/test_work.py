"""Work limits every look and every change to what the actor may, and writes down what was denied."""

from datetime import date

import pytest
from sqlalchemy import select, text, update

from assessment.tables import AnswerRow, AssessmentRow, EditionRow, RespondentRow, ResultRow
from ground.errors import Conflict, NotFound
from improvement.tables import ActionRow
from people import service
from people.model import Anonymous, Denied, Respondent, Role, System
from people.tables import EventRow, FunctionRow, MembershipRow, OrganisationRow, PersonRow
from people.work import reading, writing
from storage.failure import NotSaved
from storage.row import new_id
from storage.session import limited
from tests.cast import NOW, joins

_ABSENT = """
practice questionnaire assessment_id recommended level_from level_to index_lift effort_low effort_high cost_low cost_high measure
accepted_at done_at done_by verified_by
"""


def an_action(cast, owner, number=1) -> ActionRow:
    absent = dict.fromkeys(_ABSENT.split())
    said = {"title": "Publish reports", "description": "", "done_when": "Two are out.", "status": "accepted", "steps": []}
    agreed = {"due": date(2026, 6, 1), "first_due": date(2026, 6, 1), "per_cent": 0, "proposed_at": NOW, "updated_at": NOW}
    return ActionRow(number=number, function_id=cast.it.id, owner_id=owner.id, **said, **agreed, **absent)


def an_assessment(cast, edition) -> AssessmentRow:
    period = {"starts": date(2026, 1, 1), "ends": date(2026, 3, 31), "mode": "full", "state": "open", "targets": {}, "started_at": NOW}
    what = {"edition_id": edition.id, "questionnaire": "small", "version": "1.0.0", "name": "Spring"}
    return AssessmentRow(function_id=cast.it.id, **what, **period)


def denials(actor):
    with reading(System(purpose="tests", organisation_id=actor.organisation_id), NOW) as work:
        rows = work.session.scalars(work.select(EventRow).where(EventRow.verb == "denied").order_by(EventRow.id))
        return [(row.actor_name, row.about, row.about_id, row.after["verb"]) for row in rows]


def test_a_foreign_id_is_told_like_a_missing_one(cast, as_actor):
    sentences = set()
    for id_ in (cast.it.id, new_id()):
        with pytest.raises(NotFound) as told:
            as_actor(cast.dev).get(FunctionRow, id_)
        sentences.add(str(told.value))
    assert sentences == {"There is no such function here. Go back and choose one from the list."}


@pytest.mark.parametrize("verb", ["read", "update", "delete"])
def test_reaching_for_a_foreign_row_is_written_down(cast, verb):
    with pytest.raises(NotFound), reading(cast.dev, NOW) as work:
        work.get(FunctionRow, cast.it.id, verb)
    assert denials(cast.dev) == [("Dev", "function", cast.it.id, verb)]
    assert denials(cast.asha) == []


def test_a_missing_id_is_nothing_to_write_down(cast):
    with pytest.raises(NotFound), reading(cast.dev, NOW) as work:
        work.get(FunctionRow, new_id())
    assert denials(cast.dev) == []


def test_a_denial_is_kept_when_everything_else_is_undone(cast):
    def unit(work):
        service.create_function(work, "Facilities", "facilities")
        work.get(FunctionRow, cast.their_it.id)

    with pytest.raises(NotFound):
        writing(cast.asha, NOW, unit)
    assert denials(cast.asha) == [("Asha", "function", cast.their_it.id, "read")]
    with reading(cast.asha, NOW) as work:
        assert len(service.functions(work)) == 2


def test_a_denial_that_was_survived_is_kept_too(cast):
    def unit(work):
        with pytest.raises(NotFound):
            work.get(FunctionRow, cast.their_it.id)
        return service.create_function(work, "Facilities", "facilities")

    writing(cast.asha, NOW, unit)
    assert len(denials(cast.asha)) == 1


def test_what_one_sees_but_may_not_do_says_so(cast):
    for verb in ("update", "delete"):
        with pytest.raises(Denied, match="Ask an assessment leader"), reading(cast.chitra, NOW) as work:
            work.get(FunctionRow, cast.it.id, verb)
    assert [denied[3] for denied in denials(cast.chitra)] == ["update", "delete"]


def test_lists_hold_only_the_rows_of_the_actors_organisation(cast, as_actor):
    for actor, names in ((cast.asha, {"IT", "People team"}), (cast.dev, {"IT"}), (cast.vera, {"IT", "People team"})):
        work = as_actor(actor)
        rows = list(work.session.scalars(work.select(FunctionRow)))
        assert {row.name for row in rows} == names
        assert {row.organisation_id for row in rows} == {actor.organisation_id}


def test_lists_are_empty_where_the_policy_says_nothing(cast, as_actor):
    for actor in (cast.administrator, Anonymous()):
        work = as_actor(actor)
        assert list(work.session.scalars(work.select(ActionRow))) == []
    chitra = as_actor(cast.chitra)
    assert list(chitra.session.scalars(chitra.select(FunctionRow, "delete"))) == []
    assert list(chitra.session.scalars(chitra.select(EventRow))) == []


def test_a_consultant_in_two_organisations_sees_one_at_a_time(cast, as_actor, database):
    there = cast.elsewhere.id
    assert service.acting_for(cast.tom, cast.here.id).roles == {Role.CONSULTANT}
    with pytest.raises(NotFound):
        as_actor(cast.tom).get(OrganisationRow, there)


def test_a_consultants_other_organisation_stays_out_of_sight(cast):
    elsewhere = joins(cast.tom, cast.elsewhere, Role.CONSULTANT)
    with reading(elsewhere, NOW) as work:
        assert service.functions(work) == (cast.their_it,)
    with reading(cast.tom, NOW) as work:
        assert service.functions(work) == (cast.it, cast.hr)


def test_a_new_row_is_put_into_the_actors_organisation(work, cast):
    row = work.add(FunctionRow(name="Legal", kind="legal", organisation_id=cast.elsewhere.id))
    assert row.organisation_id == cast.here.id


def test_between_organisations_nothing_can_be_put_into_one(cast, as_actor):
    with pytest.raises(Denied):
        as_actor(cast.administrator).add(FunctionRow(name="Legal", kind="legal"))


def test_who_may_not_create_is_denied_and_written_down(cast):
    row = FunctionRow(name="Legal", kind="legal")
    with pytest.raises(Denied):
        writing(cast.chitra, NOW, lambda work: work.add(row))
    assert denials(cast.chitra) == [("Chitra", "function", row.id, "create")]


def test_the_engine_itself_refuses_a_link_into_another_organisation(work, cast):
    action = an_action(cast, cast.chitra)
    action.function_id = cast.their_it.id
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        work.add(action)


def test_an_action_belongs_to_a_member(work, cast):
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        work.add(an_action(cast, cast.dev))


def test_saving_counts_versions_and_the_slower_of_two_is_told(work):
    row = work.add(FunctionRow(name="Legal", kind="legal"))
    row.name = "Legal and compliance"
    assert work.save(row, 1).row_version == 2
    row.name = "Law"
    with pytest.raises(Conflict):
        work.save(row, 1)


def test_an_owner_reports_on_their_own_action(work, cast, as_actor):
    action = work.add(an_action(cast, cast.chitra))
    action.per_cent = 40
    assert as_actor(cast.chitra).save(action, 1).row_version == 2


@pytest.mark.parametrize(("field", "value"), [("title", "Something easier"), ("first_due", date(2027, 1, 1)), ("owner_id", None)])
def test_an_owner_changes_nothing_else_about_it(work, cast, as_actor, field, value):
    action = work.add(an_action(cast, cast.chitra))
    setattr(action, field, value)
    chitra = as_actor(cast.chitra)
    with pytest.raises(Denied):
        chitra.save(action, 1)
    assert [denial.verb for denial in chitra.denials] == ["update"]


def test_an_owner_cannot_touch_an_action_of_another_by_taking_it_over(work, cast, as_actor):
    action = work.add(an_action(cast, cast.asha))
    with pytest.raises(Denied):
        as_actor(cast.chitra).get(ActionRow, action.id, "update")
    action.owner_id = cast.chitra.id
    with pytest.raises(Denied):
        as_actor(cast.chitra).save(action, 1)


def test_respondents_answer_and_see_their_own_answers_only(work, cast, as_actor):
    edition = work.add(EditionRow(hash="h", questionnaire="small", version="1.0.0", canonical="{}"))
    assessment = work.add(an_assessment(cast, edition))
    heron, wren = (work.add(RespondentRow(assessment_id=assessment.id, role_group="staff")) for _ in range(2))

    def answer(by, about):
        said = {"question": "q1", "state": "answered", "value": 3, "saved_at": NOW}
        return by.add(AnswerRow(assessment_id=assessment.id, respondent_id=about.id, **said))

    as_heron = as_actor(Respondent(id=heron.id, name="Heron", organisation_id=cast.here.id))
    own, other = answer(as_heron, heron), answer(work, wren)
    assert list(as_heron.session.scalars(as_heron.select(AnswerRow))) == [own]
    assert as_heron.get(RespondentRow, heron.id) is heron
    with pytest.raises(NotFound):
        as_heron.get(AnswerRow, other.id)
    with pytest.raises(Denied):
        as_heron.add(AnswerRow(assessment_id=assessment.id, respondent_id=wren.id, question="q2", saved_at=NOW))
    own.value = 4
    as_heron.save(own, 1)
    own.respondent_id = wren.id
    with pytest.raises(Denied):
        as_heron.save(own, 2)


def test_a_shared_edition_is_everybodys(work, cast, as_actor):
    edition = work.add(EditionRow(hash="h", questionnaire="small", version="1.0.0", canonical="{}"))
    assert as_actor(cast.dev).get(EditionRow, edition.id) is edition
    with pytest.raises(NotFound):
        as_actor(Anonymous()).get(EditionRow, edition.id)


def test_deleting_is_for_those_who_may(work, cast, as_actor):
    row = work.add(FunctionRow(name="Legal", kind="legal"))
    tom = as_actor(cast.tom)
    with pytest.raises(Denied):
        tom.delete(row)
    assert [denial.verb for denial in tom.denials] == ["delete"]
    work.delete(row)
    with pytest.raises(NotFound):
        work.get(FunctionRow, row.id)


def test_an_event_tells_who_did_what_when_and_what_stood_before(work, cast):
    row = work.get(FunctionRow, cast.it.id)
    work.record("update", row, {"name": "IT"}, {"name": "Information technology"})
    latest, _ = service.history(work, "function", cast.it.id)
    assert (latest.actor_kind, latest.actor_id, latest.actor_name, latest.at) == ("person", cast.asha.id, "Asha", NOW)
    assert (latest.verb, latest.before, latest.after) == ("update", {"name": "IT"}, {"name": "Information technology"})


@pytest.mark.parametrize(
    ("actor", "kind", "name"),
    [(System(purpose="demo"), "system", "demo"), (Anonymous(), "anonymous", "anonymous")],
)
def test_events_name_those_who_are_no_person(as_actor, work, actor, kind, name):
    row = work.session.scalars(work.select(FunctionRow)).first()
    as_actor(actor).record("look", row, None, None)
    written = work.session.scalars(limited(select(EventRow).where(EventRow.verb == "look"))).one()
    assert (written.actor_kind, written.actor_id, written.actor_name, written.organisation_id) == (kind, None, name, None)


def test_a_store_cannot_forget_the_check(database, cast):
    ways_around = {
        "unlimited query": lambda work: work.session.scalars(select(FunctionRow)).all(),
        "by primary key": lambda work: work.session.get(PersonRow, cast.dev.id),
        "bulk update": lambda work: work.session.execute(update(FunctionRow).values(name="x")),
        "raw SQL": lambda work: work.session.execute(text("SELECT * FROM person")),
        "unchecked insert": lambda work: work.session.add(FunctionRow(name="Legal", kind="legal", organisation_id=cast.elsewhere.id)),
        "unchecked delete": lambda work: work.session.delete(work.get(MembershipRow, membership_of(work, cast.ben))),
        "forgotten save": lambda work: setattr(work.get(FunctionRow, cast.it.id), "name", "Changed"),
    }
    for way in ways_around.values():
        with pytest.raises(RuntimeError, match="work"):
            writing(cast.asha, NOW, way)
    with reading(cast.asha, NOW) as work:
        assert service.functions(work) == (cast.it, cast.hr)


def membership_of(work, person):
    return next(row.id for row in work.session.scalars(work.select(MembershipRow)) if row.person_id == person.id)


def test_who_only_reads_can_change_nothing(cast):
    with pytest.raises(NotSaved, match="read-only"), reading(cast.asha, NOW) as work:
        service.create_function(work, "Legal", "legal")


def test_whatever_ends_a_unit_early_undoes_it(cast):
    class Stop(BaseException):
        """As Streamlit ends a run."""

    def unit(work):
        service.create_function(work, "Legal", "legal")
        raise Stop

    with pytest.raises(Stop):
        writing(cast.asha, NOW, unit)
    with reading(cast.asha, NOW) as work:
        assert service.functions(work) == (cast.it, cast.hr)


def test_a_row_without_versions_is_saved_all_the_same(work, cast):
    edition = work.add(EditionRow(hash="h", questionnaire="small", version="1.0.0", canonical="{}"))
    assessment = work.add(an_assessment(cast, edition))
    result = ResultRow(assessment_id=assessment.id, edition_hash="h", method="1.0.0", score="{}", responses="{}", frozen_at=NOW)
    work.add(result).superseded_at, result.superseded_reason = NOW, "A mistake"
    assert work.save(result).superseded_reason == "A mistake"

"""A5: what respondents reach of what others said, and what becomes of several of them, on both engines."""

from datetime import date
from fractions import Fraction
from uuid import UUID

import pytest

from assessment import answering_service as answering
from assessment import inviting, respondents, service
from assessment.answering import NotAsked
from assessment.model import Annotation, Assessment, Given, Start
from assessment.tables import AnswerRow, RespondentRow
from ground.errors import NotFound
from people.invitation_model import ToRespond
from people.model import Denied, Person, System
from people.work import Work, reading, writing
from tests.assessment.invited import LATER, actor, redeem, rows, say
from tests.cast import NOW, Cast

HALF_YEAR = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}
STAFFS, USERS, LEADERS = "simple-first-share", "uninterrupted-repeats", "autonomy-bounds"


def test_a_respondent_reads_neither_answers_nor_notes_of_others(begun, invite, cast: Cast):
    esha, farid = actor(redeem(invite("Esha"))), actor(redeem(invite("Farid")))
    question = say(esha, begun, 4)
    writing(esha, LATER, lambda work: answering.annotate(work, begun.id, question, Annotation(note="between us")))
    with reading(farid, LATER) as work:
        assert service.answers(work, begun.id) == {}
        assert list(work.session.scalars(work.select(AnswerRow))) == []
        assert [row.name for row in work.session.scalars(work.select(RespondentRow))] == ["Farid"]
        with pytest.raises(Denied):
            service.result(work, begun.id)


def test_a_respondent_cannot_answer_in_the_name_of_another(begun, invite):
    esha, farid = actor(redeem(invite("Esha"))), actor(redeem(invite("Farid")))
    say(esha, begun, 4)
    (theirs,) = rows(AnswerRow)

    def tamper(work: Work) -> None:
        row = work.get(AnswerRow, theirs.id, "update")
        row.value = 0
        work.save(row)

    with pytest.raises(NotFound):
        writing(farid, LATER, tamper)
    with pytest.raises(Denied):
        writing(farid, LATER, lambda work: work.add(AnswerRow(**theirs.model_dump(exclude={"id", "question"}), question="another")))
    assert [row.value for row in rows(AnswerRow)] == [4]


@pytest.mark.parametrize("field", ["respondent_id", "question"])
def test_a_respondent_hands_their_answer_to_nobody_and_moves_it_nowhere(begun, invite, field):
    esha, farid = actor(redeem(invite("Esha"))), actor(redeem(invite("Farid")))
    say(esha, begun, 4)
    (own,) = rows(AnswerRow)

    def tamper(work: Work) -> None:
        row = work.get(AnswerRow, own.id, "update")
        setattr(row, field, {"respondent_id": farid.id, "question": LEADERS}[field])
        work.save(row)

    with pytest.raises(Denied):
        writing(esha, LATER, tamper)
    assert [(row.respondent_id, row.question) for row in rows(AnswerRow)] == [(esha.id, own.question)]


def test_a_respondent_is_asked_what_concerns_their_group_and_nothing_else(begun, invite):
    user = actor(redeem(invite(group="user")))
    with reading(user, LATER) as work:
        asked = set(respondents.asked(work, begun).questions)
        whole = service.questionnaire(work, begun).questions
    outside = next(id_ for id_, question in whole.items() if "user" not in question.audience)
    figure = next(id_ for id_, question in whole.items() if question.kind == "metric")
    assert asked == {id_ for id_, question in whole.items() if "user" in question.audience and question.kind != "metric"}
    for question in (outside, figure):
        with pytest.raises(NotAsked):
            writing(user, LATER, lambda work, question=question: answering.record_answer(work, begun.id, question, Given(value=1)))


def test_a_respondent_neither_finalises_nor_invites(begun, invite):
    who = actor(redeem(invite("Esha")))
    say(who, begun, 3)
    with pytest.raises(Denied):
        writing(who, LATER, lambda work: service.finalise(work, begun.id))
    wanted = ToRespond(assessment_id=begun.id, role_group="user", anonymous=True)
    with pytest.raises(Denied):
        writing(who, LATER, lambda work: inviting.ask(work, wanted))


def test_a_respondent_of_one_assessment_finds_no_other(begun, invite, cast: Cast):
    who = actor(redeem(invite("Esha")))
    wanted = Start(questionnaire="three-pillars", function_id=cast.hr.id, name="Other", **HALF_YEAR)
    other = writing(cast.asha, NOW, lambda work: service.start(work, wanted))
    with reading(who, LATER) as work:
        assert [one.id for one in service.assessments(work)] == [begun.id]
        with pytest.raises(NotFound):
            service.get(work, other.id)


def test_a_member_who_only_responds_answers_where_they_are_asked_and_nowhere_else(begun, cast: Cast):
    def place(work: Work) -> UUID:
        return work.add(RespondentRow(assessment_id=begun.id, person_id=cast.ben.id, role_group="staff")).id

    with reading(cast.ben, NOW) as work:
        assert service.assessments(work) == ()
    writing(System(purpose="tests", organisation_id=cast.here.id), NOW, place)
    say(cast.ben, begun, 3)
    with reading(cast.ben, NOW) as work, pytest.raises(Denied):
        service.result(work, begun.id)


def test_who_is_not_asked_makes_no_place_for_themselves(begun, cast: Cast):
    for person in (cast.ben, cast.vera, cast.chitra):
        with pytest.raises((Denied, NotFound)):
            say_anything(person, begun)
    assert [row.person_id for row in rows(RespondentRow)] == [cast.asha.id]


def say_anything(person: Person, assessment: Assessment) -> None:
    writing(person, LATER, lambda work: answering.record_answer(work, assessment.id, "autonomy-bounds", Given(value=1)))


def test_three_respondents_make_one_result(begun, invite, cast: Cast):
    for name, level in (("Esha", 2), ("Farid", 4)):
        question = say(actor(redeem(invite(name))), begun, level)
    writing(cast.asha, LATER, lambda work: answering.record_answer(work, begun.id, question, Given(value=3)))
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    with reading(cast.vera, LATER) as work:
        came_to = service.result(work, begun.id)
        given = service.responses(work, begun)
    assert len(given.respondents) == 3
    assert {answer.value for answer in given.answers} == {2, 3, 4}
    (term,) = [term for practice in came_to.practices.values() for term in practice.trace if term.question == question]
    assert term.attainment == Fraction(3, 5), "staff at 2 and 4, the leader at 3"


def test_a_viewer_of_an_open_assessment_reads_its_result_and_no_respondent(begun, invite, cast: Cast):
    say(actor(redeem(invite("Esha"))), begun, 2)
    with reading(cast.vera, LATER) as work:
        assert service.result(work, begun.id).overall.completeness > 0
        assert list(work.session.scalars(work.select(RespondentRow))) == []

"""An agreed answer: who records it, what it does to the result, and what it leaves as it was."""

import pytest

from assessment import consensus, service
from assessment.answering import NotAsked
from assessment.consensus import Agreeing
from assessment.meanwhile import Overtaken
from assessment.model import Assessment, AssessmentClosed, Given
from people.model import Denied
from people.tables import EventRow
from people.work import reading, writing
from questionnaires.answer import InvalidAnswer
from tests.assessment.invited import LATER, actor, redeem, rows
from tests.assessment.nameless import nameless, says
from tests.cast import NOW, Cast

WHY = "The desk keeps a list that the others had not seen."


@pytest.fixture
def asked(begun: Assessment, cast: Cast) -> str:
    """The first question with levels that staff answer too."""
    with reading(cast.asha, NOW) as work:
        every = service.questionnaire(work, begun).questions.values()
        return next(q.id for q in every if q.kind == "anchored" and not q.shown_if and {"leader", "staff"} <= set(q.audience))


def agree(cast: Cast, begun: Assessment, question: str, value: object = 3, rationale: str = WHY, **more: object):
    wanted = Agreeing(question=question, value=value, rationale=rationale)
    return writing(cast.asha, NOW, lambda work: consensus.record_consensus(work, begun.id, wanted, **more))


def term(cast: Cast, begun: Assessment, question: str):
    with reading(cast.asha, NOW) as work:
        practices = service.result(work, begun.id).practices.values()
        return next(term for practice in practices for term in practice.trace if term.question == question)


def test_an_agreed_answer_stands_for_all_and_leaves_theirs_as_they_were(begun, invite, asked, cast: Cast):
    says(cast.asha, begun, NOW, **{asked: 5})
    says(actor(redeem(invite("Esha"))), begun, LATER, **{asked: 1})
    before = term(cast, begun, asked)
    agree(cast, begun, asked, 4)
    after = term(cast, begun, asked)
    assert (before.attainment, after.attainment) == (pytest.approx(0.6), pytest.approx(0.8))
    assert "agreed in consensus" in after.note
    with reading(cast.asha, NOW) as work:
        said = {answer.value for answer in service.responses(work, begun).answers}
    assert said == {5, 1}


def test_taken_back_the_answers_count_again_as_they_did(begun, asked, cast: Cast):
    says(cast.asha, begun, NOW, **{asked: 5})
    agree(cast, begun, asked, 1)
    writing(cast.asha, NOW, lambda work: consensus.take_back(work, begun.id, asked))
    writing(cast.asha, NOW, lambda work: consensus.take_back(work, begun.id, asked))
    assert term(cast, begun, asked).attainment == 1


def test_it_may_be_recorded_where_nobody_answered_and_is_enough_to_finalise(begun, asked, cast: Cast):
    agree(cast, begun, asked, 2)
    writing(cast.asha, NOW, lambda work: service.finalise(work, begun.id))
    assert term(cast, begun, asked).state == "answered"


def test_a_final_result_keeps_what_was_agreed_with_its_reason(begun, asked, cast: Cast):
    agree(cast, begun, asked, 2)
    writing(cast.asha, NOW, lambda work: service.finalise(work, begun.id))
    with reading(cast.asha, NOW) as work:
        (kept,) = service.responses(work, service.get(work, begun.id)).consensus
    assert (kept.question, kept.value, kept.rationale) == (asked, 2, WHY)
    for change in (
        lambda: agree(cast, begun, asked, 3),
        lambda: writing(cast.asha, NOW, lambda work: consensus.take_back(work, begun.id, asked)),
    ):
        with pytest.raises(AssessmentClosed):
            change()


@pytest.mark.parametrize("value", [9, None, "often"])
def test_a_value_that_the_question_does_not_have_is_refused(begun, asked, cast: Cast, value):
    with pytest.raises(InvalidAnswer, match="level"):
        agree(cast, begun, asked, value)


@pytest.mark.parametrize("rationale", ["", "  "])
def test_without_what_settled_it_nothing_is_kept(begun, asked, cast: Cast, rationale):
    with pytest.raises(NotAsked, match="Say what settled it"):
        agree(cast, begun, asked, 3, rationale)
    with reading(cast.asha, NOW) as work:
        assert consensus.agreed(work, begun.id) == {}


def test_a_figure_is_measured_and_not_agreed_on(begun, cast: Cast):
    with reading(cast.asha, NOW) as work:
        figure = next(q.id for q in service.questionnaire(work, begun).questions.values() if q.kind == "metric")
    with pytest.raises(NotAsked, match="Record the reading instead"):
        agree(cast, begun, figure, 50)


def test_a_question_of_another_questionnaire_is_not_asked(begun, cast: Cast):
    with pytest.raises(NotAsked):
        agree(cast, begun, "nowhere", 3)


def test_whoever_looked_at_another_answer_learns_what_stands_there(begun, asked, cast: Cast):
    first = agree(cast, begun, asked, 3, shown=None)
    assert agree(cast, begun, asked, 3, shown=None) == first, "the second click of a double click"
    with pytest.raises(Overtaken, match=r"Asha set this at .* Look at it again"):
        agree(cast, begun, asked, 5, shown=None)
    agree(cast, begun, asked, 4, shown=first)
    with pytest.raises(Overtaken):
        writing(cast.asha, NOW, lambda work: consensus.take_back(work, begun.id, asked, first))
    with reading(cast.asha, NOW) as work:
        assert consensus.agreed(work, begun.id)[asked].value == 4


def test_the_trail_says_what_was_agreed_and_what_became_of_it(begun, asked, cast: Cast):
    agree(cast, begun, asked, 3)
    agree(cast, begun, asked, 4)
    writing(cast.asha, NOW, lambda work: consensus.take_back(work, begun.id, asked))
    events = [event for event in rows(EventRow) if event.about == "consensus"]
    assert [event.verb for event in sorted(events, key=lambda event: event.number)] == ["create", "update", "delete"]
    assert WHY in str(events[0].after)


@pytest.mark.parametrize("who", ["chitra", "vera"])
def test_those_who_own_or_look_record_nothing(begun, asked, cast: Cast, who: str):
    wanted = Agreeing(question=asked, value=3, rationale=WHY)
    with pytest.raises(Denied):
        writing(getattr(cast, who), NOW, lambda work: consensus.record_consensus(work, begun.id, wanted))


def test_a_respondent_neither_records_nor_reads_one(begun, invite, asked, cast: Cast):
    agree(cast, begun, asked, 3)
    esha = actor(redeem(invite("Esha")))
    with reading(esha, LATER) as work:
        assert consensus.agreed(work, begun.id) == {}
    with pytest.raises(Denied):
        writing(esha, LATER, lambda work: consensus.record_consensus(work, begun.id, Agreeing(question=asked, value=1, rationale=WHY)))


def test_it_tells_nothing_of_anonymous_people_who_wait(begun, asked, cast: Cast):
    for value in (5, 5, 5):
        says(nameless(cast.asha, begun, NOW), begun, NOW, **{asked: value})
    agree(cast, begun, asked, 2)
    with reading(cast.asha, NOW) as work:
        given = service.responses(work, begun)
    assert given.answers == ()
    assert term(cast, begun, asked).attainment == pytest.approx(0.4)
    says(cast.asha, begun, NOW, **{asked: Given(state="dont_know")})

"""Fewer than four anonymous answers move no figure: service, standing, files, trail, on both engines."""

import io
import json
from fractions import Fraction
from zipfile import ZipFile

import pytest

from assessment import answering_service as answering
from assessment import inviting, service
from assessment.model import Annotation, Assessment, Given
from assessment.service import NotReady
from exports.client_data import write
from exports.words.answer import result_words, waiting
from improvement.standing import gather
from people import trail
from people.model import Person, Respondent, System
from people.trail import Wanted
from people.work import reading, writing
from scoring.result import Term
from tests.assessment.invited import LATER, actor, first_question, redeem, say
from tests.assessment.nameless import nameless, says
from tests.cast import Cast

ASKED = "simple-first-share"


def term(who: Person, assessment: Assessment, question: str) -> Term:
    with reading(who, LATER) as work:
        practices = service.result(work, assessment.id).practices.values()
    return next(term for practice in practices for term in practice.trace if term.question == question)


def score(who: Person, assessment: Assessment) -> str:
    with reading(who, LATER) as work:
        return service.result(work, assessment.id).model_dump_json()


def told(who: Person, assessment: Assessment, question: str) -> str:
    """Its answer in words and what waits, as every page and file has them."""
    with reading(who, LATER) as work:
        standing = gather(work, assessment.id)
    one = next(t for practice in standing.score.practices.values() for t in practice.trace if t.question == question)
    return f"{result_words(standing, one)} {waiting(standing, question)}".strip()


@pytest.fixture
def question(cast: Cast, begun: Assessment) -> str:
    return first_question(nameless(cast.asha, begun, LATER), begun)


def test_three_anonymous_answers_leave_the_whole_result_as_it_was_and_the_fourth_brings_all(begun, invite, cast: Cast):
    before = score(cast.asha, begun)
    for number in (1, 2, 3):
        asked = say(actor(redeem(invite())), begun, number)
        assert score(cast.asha, begun) == before, "index, range, states, pitfalls, posture: nothing moved"
    assert told(cast.asha, begun, asked) == (
        "Not shown yet Anonymous answers of staff are shown once four people have answered. Three have."
    )
    say(actor(redeem(invite())), begun, 4)
    assert term(cast.asha, begun, asked).attainment == Fraction(1 + 2 + 3 + 4, 4 * 5)
    assert told(cast.vera, begun, asked) == (
        "2.5 of 5 on average of four answers: one at level 1, one at level 2, one at level 3 and one at level 4"
    )


def test_a_leader_who_takes_their_own_answer_away_finds_nobodys(begun, question, cast: Cast):
    says(cast.asha, begun, LATER, **{question: 3})
    alone = score(cast.asha, begun)
    for value in (0, 5, 5):
        says(nameless(cast.asha, begun, LATER), begun, LATER, **{question: value})
    assert score(cast.asha, begun) == alone
    assert told(cast.asha, begun, question).endswith("shown once four people have answered. Three have.")


def test_the_fifth_to_seventh_wait_for_the_eighth_so_that_no_change_is_one_persons(begun, question, cast: Cast):
    seen = []
    for value in (1, 1, 1, 1, 5, 5, 5, 5):
        says(nameless(cast.asha, begun, LATER), begun, LATER, **{question: value})
        seen.append(term(cast.asha, begun, question).attainment)
    assert seen == [None] * 3 + [Fraction(1, 5)] * 4 + [Fraction(3, 5)]


def test_a_group_of_fewer_than_four_is_in_no_figure_whatever_other_groups_say(begun, cast: Cast):
    asked = ("staff", "user")
    shared = shared_question(begun, cast, asked)
    for _ in range(4):
        says(nameless(cast.asha, begun, LATER, "staff"), begun, LATER, **{shared: 4})
    full = score(cast.asha, begun)
    for _ in range(3):
        says(nameless(cast.asha, begun, LATER, "user"), begun, LATER, **{shared: 0})
    assert score(cast.asha, begun) == full
    assert "Anonymous answers of users are shown once four people have answered. Three have." in told(cast.asha, begun, shared)


def shared_question(begun: Assessment, cast: Cast, groups: tuple[str, ...]) -> str:
    with reading(cast.asha, LATER) as work:
        asked = service.questionnaire(work, begun).questions.values()
    return next(q.id for q in asked if q.kind == "anchored" and not q.shown_if and set(groups) <= set(q.audience))


def test_one_who_does_not_know_is_not_singled_out(begun, question, cast: Cast):
    before = score(cast.asha, begun)
    says(nameless(cast.asha, begun, LATER), begun, LATER, **{question: Given(state="dont_know")})
    assert score(cast.asha, begun) == before
    assert term(cast.asha, begun, question).state == "unanswered"


def test_what_an_anonymous_person_writes_beside_an_answer_is_in_nothing_that_is_told(begun, question, cast: Cast):
    for number in range(4):
        who = nameless(cast.asha, begun, LATER)
        says(who, begun, LATER, **{question: 3})
        note = Annotation(note=f"secret {number}", evidence_text="secret log", evidence="E2")
        writing(who, LATER, lambda work, note=note: answering.annotate(work, begun.id, question, note))
    with reading(cast.asha, LATER) as work:
        assert "secret" not in gather(work, begun.id).model_dump_json()
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    with reading(cast.asha, LATER) as work:
        assert "secret" not in service.responses(work, service.get(work, begun.id)).model_dump_json()


def test_what_is_frozen_is_what_counted(begun, question, cast: Cast):
    for value in (1, 1, 1, 1, 5):
        says(nameless(cast.asha, begun, LATER), begun, LATER, **{question: value})
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    with reading(cast.asha, LATER) as work:
        given = service.responses(work, service.get(work, begun.id))
    assert [answer.value for answer in given.answers] == [1, 1, 1, 1]
    assert term(cast.asha, begun, question).attainment == Fraction(1, 5)
    assert "One anonymous answer of staff waits for three more" in told(cast.asha, begun, question)


def test_nothing_but_too_few_anonymous_answers_is_not_made_final(begun, question, cast: Cast):
    says(nameless(cast.asha, begun, LATER), begun, LATER, **{question: 3})
    with pytest.raises(NotReady, match="too few of them to be counted"):
        writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))


def test_those_invited_by_name_count_from_the_first_without_their_notes(begun, invite, cast: Cast):
    who = actor(redeem(invite("Esha")))
    asked = say(who, begun, 4)
    writing(who, LATER, lambda work: answering.annotate(work, begun.id, asked, Annotation(note="between us")))
    assert term(cast.asha, begun, asked).attainment == Fraction(4, 5)
    with reading(cast.vera, LATER) as work:
        (answer,) = gather(work, begun.id).answers.values()
    assert (answer.value, answer.note) == (4, "")


def test_everybody_entitled_is_told_the_same(begun, question, cast: Cast):
    says(cast.asha, begun, LATER, **{question: 3})
    alone = [told(who, begun, question) for who in (cast.asha, cast.vera, cast.chitra, cast.tom)]
    assert len(set(alone)) == 1
    assert alone[0] not in ("", "Answered")
    says(cast.tom, begun, LATER, **{question: 4})
    assert {told(who, begun, question) for who in (cast.asha, cast.vera, cast.chitra, cast.tom)} == {
        "3.5 of 5 on average of two answers: one at level 3 and one at level 4"
    }


def test_the_audit_log_lists_no_answer_of_the_anonymous_and_every_other(begun, invite, cast: Cast):
    say(actor(redeem(invite("Esha"))), begun, 2)
    bird = actor(redeem(invite()))
    say(bird, begun, 4)
    with reading(cast.asha, LATER) as work:
        events = [one.event for one in trail.page(work, Wanted(), size=500)]
        people = trail.choices(work).people
        by_id = trail.page(work, Wanted(person=bird.id))
    assert [event.actor_name for event in events if event.verb in {"answer", "begin"}] == ["Esha", "Esha"]
    assert (bird.name in people.values(), by_id) == (False, ())


def test_the_data_that_leave_hold_no_answer_of_the_anonymous(begun, invite, question, cast: Cast):
    say(actor(redeem(invite("Esha"))), begun, 2)
    crowd = [nameless(cast.asha, begun, LATER) for _ in range(4)]
    for who in crowd:
        says(who, begun, LATER, **{question: 3})
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    out = io.BytesIO()
    with reading(System(purpose="export", organisation_id=cast.here.id), LATER) as work:
        write(work, out)
    archive = ZipFile(out)
    answers = [json.loads(line) for line in archive.read("answer.jsonl").splitlines()]
    (result,) = [json.loads(line) for line in archive.read("result.jsonl").splitlines()]
    assert [row["value"] for row in answers] == [2]
    assert [answer["value"] for answer in result["responses"]["answers"]] == [2]
    assert not [who for who in crowd if str(who.id) in archive.read("event.jsonl").decode()]


def test_the_overview_still_counts_who_has_begun(begun, invite, cast: Cast):
    assert isinstance(actor(redeem(invite())), Respondent)
    with reading(cast.asha, LATER) as work:
        (tally,) = inviting.overview(work, begun.id).anonymous
    assert tally.begun == 1

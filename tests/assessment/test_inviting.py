"""Invitations to answer, from the making to the last answer, on both engines."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlmodel import col

from assessment import answering_service as answering
from assessment import inviting, respondents, service
from assessment.answering import NotAsked
from assessment.model import AssessmentClosed, Given
from assessment.tables import AnswerRow, RespondentRow
from ground.errors import NotFound
from people import invitations, sessions
from people.door_tables import InvitationRow, SessionRow
from people.entrance import Caller
from people.invitation_model import InvitationState, Refused, ToRespond
from people.model import Denied
from people.tables import EventRow
from people.work import reading, writing
from tests.assessment.invited import LATER, actor, first_question, found, redeem, rows, say
from tests.cast import NOW, Cast


def test_an_invitation_by_name_lets_its_respondent_in_once_and_says_who_it_was(begun, invite, cast: Cast):
    token = invite("Esha", email="esha@example.org")
    assert found(token).inviter == "Asha"
    let_in = redeem(token)
    who = actor(let_in)
    assert (who.name, who.organisation_id, let_in.assessment_id) == ("Esha", cast.here.id, begun.id)
    with pytest.raises(Refused, match="has been used"):
        redeem(token)
    (invitation,) = rows(InvitationRow)
    assert invitation.respondent_id == who.id


@pytest.mark.parametrize("name", ["Esha", ""])
def test_of_twenty_uses_at_the_same_moment_one_succeeds(begun, invite, name):
    token = invite(name)
    known = found(token)

    def use(_: int) -> bool:
        try:
            return bool(inviting.redeem(known, token, Caller("192.0.2.7", "Firefox"), LATER))
        except Refused:
            return False

    with ThreadPoolExecutor(20) as pool:
        assert sum(pool.map(use, range(20))) == 1
    assert len(rows(RespondentRow)) == 2, "the leader and whoever was let in"
    assert len(rows(SessionRow)) == 1


def test_the_session_closes_when_the_invitation_does(invite):
    token = invite("Esha", days=3)
    let_in = redeem(token)
    assert let_in.closes_at == found(token).invitation.expires_at
    assert sessions.by_token(let_in.token, let_in.closes_at - timedelta(seconds=1))
    assert sessions.by_token(let_in.token, let_in.closes_at) is None


def test_no_invitation_is_open_for_more_than_30_days(begun, invite, cast: Cast):
    with pytest.raises(ValueError, match="1 to 30 days"):
        ToRespond(assessment_id=begun.id, role_group="user", anonymous=True, days=31)
    assert found(invite(days=30)).invitation.expires_at <= NOW + timedelta(days=30)


def test_looking_at_a_link_uses_nothing_up(invite):
    token = invite("Esha")
    for _ in range(3):
        assert found(token).invitation.state(LATER) is InvitationState.OPEN
        assert inviting.landing(found(token), LATER).questions > 0
    redeem(token)


def test_a_link_that_nobody_made_leads_nowhere(invite):
    invite("Esha")
    assert invitations.find("x" * 43) is None


def test_the_database_knows_no_token(invite):
    token = invite("Esha")
    (row,) = rows(InvitationRow)
    assert token not in {value for value in row.model_dump().values() if isinstance(value, str)}
    assert not [event for event in rows(EventRow) if token in f"{event.before}{event.after}"]


def test_an_expired_link_opens_nothing(invite):
    token = invite("Esha", days=2)
    with pytest.raises(Refused):
        redeem(token, NOW + timedelta(days=3))
    assert found(token).invitation.state(NOW + timedelta(days=3)) is InvitationState.EXPIRED


def test_a_link_sent_again_kills_the_old_one_and_leads_to_the_same_answers(begun, invite, cast: Cast):
    old = invite("Esha")
    before = redeem(old)
    question = say(actor(before), begun, 3)
    again = writing(cast.asha, LATER, lambda work: invitations.resend(work, found(old).invitation.id))
    assert invitations.find(old) is None
    assert sessions.by_token(before.token, LATER) is None, "the old browser is shut out"
    who = actor(redeem(again.token))
    with reading(who, LATER) as work:
        assert service.answers(work, begun.id)[question].value == 3


def test_taking_an_invitation_back_shuts_its_respondent_out_and_keeps_the_answers(begun, invite, cast: Cast):
    token = invite("Esha")
    let_in = redeem(token)
    say(actor(let_in), begun, 3)
    writing(cast.asha, LATER, lambda work: invitations.revoke(work, found(token).invitation.id))
    assert sessions.by_token(let_in.token, LATER) is None
    assert len(rows(AnswerRow)) == 1
    with pytest.raises(Refused, match="taken back already"):
        writing(cast.asha, LATER, lambda work: invitations.revoke(work, found(token).invitation.id))


def test_a_link_taken_back_before_its_use_opens_nothing(invite, cast: Cast):
    token = invite("Esha")
    writing(cast.asha, LATER, lambda work: invitations.revoke(work, found(token).invitation.id))
    with pytest.raises(Refused):
        redeem(token)
    assert rows(RespondentRow, col(RespondentRow.name) == "Esha") == []


def test_nothing_kept_leads_from_an_anonymous_invitation_to_its_respondent(begun, invite):
    token = invite()
    let_in = redeem(token)
    who = actor(let_in)
    (invitation,) = rows(InvitationRow)
    (respondent,) = rows(RespondentRow, col(RespondentRow.id) == who.id)
    (session,) = rows(SessionRow)
    assert who.name.startswith("Anonymous ")
    assert (invitation.respondent_id, invitation.name, invitation.email) == (None, "", None)
    assert (respondent.person_id, respondent.id.version) == (None, 4)
    assert (session.browser, session.person_id) == ("", None)
    assert invitation.used_on == date(2026, 3, 3), "the day, and no more of it"


def test_the_trail_of_an_anonymous_beginning_tells_of_the_respondent_alone(begun, invite):
    invite()
    who = actor(redeem(invite()))
    began = [event for event in rows(EventRow) if event.verb == "begin"]
    assert [(event.actor_kind, event.actor_name, event.about, event.about_id) for event in began] == [
        ("respondent", who.name, "respondent", who.id)
    ]
    ids = {str(row.id) for row in rows(InvitationRow)}
    assert not ids & set(f"{began[0].after}".replace("'", " ").split())
    assert not [event for event in rows(EventRow) if event.about == "invitation" and event.verb != "create"]


def test_a_session_of_an_anonymous_one_ends_with_all_of_them(begun, invite):
    short, long = invite(days=2), invite(days=9)
    assert redeem(short).closes_at == redeem(long).closes_at


def test_a_used_anonymous_link_can_be_neither_renewed_nor_taken_back(invite, cast: Cast):
    token = invite()
    redeem(token)
    for act in (invitations.resend, invitations.revoke):
        with pytest.raises(Refused, match="nobody can tell by whom"):
            writing(cast.asha, LATER, lambda work, act=act: act(work, found(token).invitation.id))


def test_of_the_anonymous_the_overview_counts_and_says_no_more(begun, invite, cast: Cast):
    tokens = [invite(group="user") for _ in range(3)]
    invite("Esha")
    redeem(tokens[1])
    with reading(cast.asha, LATER) as work:
        seen = inviting.overview(work, begun.id)
    assert [(one.invitation.name, one.progress) for one in seen.named] == [("Esha", None)]
    assert [(tally.role_group, tally.made, tally.begun, tally.open) for tally in seen.anonymous] == [("user", 3, 1, 2)]


def test_the_unused_links_of_a_group_are_taken_back_together(begun, invite, cast: Cast):
    tokens = [invite(group="user") for _ in range(3)]
    redeem(tokens[1])
    assert writing(cast.asha, LATER, lambda work: invitations.revoke_unused(work, begun.id, "user")) == 2
    with pytest.raises(Refused):
        redeem(tokens[0])


def test_several_anonymous_links_are_made_at_once(begun, cast: Cast):
    wanted = ToRespond(assessment_id=begun.id, role_group="user", anonymous=True, how_many=5)
    made = writing(cast.asha, NOW, lambda work: inviting.ask(work, wanted))
    assert len({one.token for one in made}) == 5


def test_the_overview_says_how_far_each_named_one_is(begun, invite, cast: Cast):
    say(actor(redeem(invite("Esha"))), begun, 2)
    with reading(cast.asha, LATER) as work:
        (named,) = inviting.overview(work, begun.id).named
    assert named.progress.answered == 1
    assert 1 < named.progress.of < 46


@pytest.mark.parametrize("name", ["vera", "chitra", "ben", "dev"])
def test_nobody_but_leaders_and_consultants_invites(begun, cast: Cast, name: str):
    wanted = ToRespond(assessment_id=begun.id, role_group="user", anonymous=True)
    with pytest.raises((Denied, NotFound)):
        writing(getattr(cast, name), NOW, lambda work: inviting.ask(work, wanted))
    assert rows(InvitationRow) == []


def test_another_organisation_can_neither_renew_nor_take_back(invite, cast: Cast):
    invited = found(invite("Esha")).invitation.id
    for act in (invitations.resend, invitations.revoke):
        with pytest.raises(NotFound):
            writing(cast.dev, NOW, lambda work, act=act: act(work, invited))


def test_a_final_assessment_invites_nobody_and_lets_nobody_in(begun, invite, cast: Cast):
    token = invite("Esha")
    writing(cast.asha, LATER, lambda work: answering.record_answer(work, begun.id, first_question(cast.asha, begun), Given(value=2)))
    writing(cast.asha, LATER, lambda work: service.finalise(work, begun.id))
    with pytest.raises(AssessmentClosed):
        redeem(token)
    assert found(token).invitation.state(LATER) is InvitationState.OPEN, "reopened, the link is still good"
    with pytest.raises(AssessmentClosed):
        invite("Farid")


def test_somebody_invited_for_one_practice_is_asked_about_that_alone(begun, invite, cast: Cast):
    with reading(cast.asha, NOW) as work:
        whole = service.questionnaire(work, begun)
    practice = next(p for p in whole.practices.values() if any("staff" in q.audience and q.kind != "metric" for q in p.questions))
    token = invite("Esha", practices=(practice.id,))
    landing = inviting.landing(found(token), LATER)
    who = actor(redeem(token))
    with reading(who, LATER) as work:
        asked = respondents.asked(work, begun)
    assert set(asked.practices) == {practice.id}
    assert landing.questions == len([q for q in asked.questions.values() if q.shown_if is None])
    assert rows(RespondentRow, col(RespondentRow.id) == who.id)[0].practices == [practice.id]
    elsewhere = next(q.id for q in whole.questions.values() if "staff" in q.audience and whole.practice_of[q.id].id != practice.id)
    with pytest.raises(NotAsked):
        writing(who, LATER, lambda work: answering.record_answer(work, begun.id, elsewhere, Given(value=3)))


def test_practices_that_ask_the_group_nothing_are_refused_by_name(begun, invite, cast: Cast):
    with reading(cast.asha, NOW) as work:
        whole = service.questionnaire(work, begun)
    silent = next(p for p in whole.practices.values() if not any("user" in q.audience for q in p.questions))
    speaks = next(p for p in whole.practices.values() if any("user" in q.audience and q.kind != "metric" for q in p.questions))
    with pytest.raises(Refused, match="ask nothing of this group"):
        invite("Esha", "user", practices=(silent.id,))
    with pytest.raises(Refused, match=f"Nothing in “{silent.title}” concerns this group"):
        invite("Esha", "user", practices=(silent.id, speaks.id))
    with pytest.raises(Refused, match="no such practice"):
        invite("Esha", "user", practices=("nowhere", speaks.id))


def test_of_a_reminder_the_day_is_kept_and_an_anonymous_one_is_refused(begun, invite, cast: Cast):
    for name in ("Esha", ""):
        invite(name)
    named, nameless = sorted(rows(InvitationRow), key=lambda row: row.anonymous)
    writing(cast.asha, LATER, lambda work: invitations.reminded(work, named.id))
    with reading(cast.asha, LATER) as work:
        (one,) = inviting.overview(work, begun.id).named
    assert one.invitation.reminded_on == LATER.date()
    with pytest.raises(Refused, match="Nobody knows"):
        writing(cast.asha, LATER, lambda work: invitations.reminded(work, nameless.id))

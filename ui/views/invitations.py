"""Respondents: who is asked to answer, how far they are, and how to ask more."""

from collections.abc import Mapping

import streamlit as st

from assessment import inviting, service
from assessment.inviting import Named, Overview
from assessment.model import Assessment, AssessmentState
from exports.words.invitation import GROUPS
from ground.settings import settings
from people import invitations, links
from people.invitation_model import InvitationState, Tally
from people.model import Denied
from ui.parts import frame, inviting_words, places, reminding, session, sheet
from ui.parts import inviting as asking
from ui.parts.markdown import escaped

_SHOWN = "invitations-shown"


def page() -> None:
    """Who was invited first, then the form."""
    with session.reading() as work:
        if not work.may("invitation", "create"):
            raise Denied
        assessment = service.get(work, sheet.identifier(st.query_params.get("a", "")))
        asked = service.questionnaire(work, assessment)
        seen = inviting.overview(work, assessment.id)
    if st.session_state.get(_SHOWN) not in {None, assessment.id}:
        asking.forget()
    st.session_state[_SHOWN] = assessment.id
    with frame.page(frame.NARROW):
        frame.head(
            f"{escaped(asked.title)} · respondents", inviting_words.finding(seen), f"Who answers **{escaped(assessment.name)}** beside you."
        )
        if settings().mode == "local":
            frame.nothing_here("Nobody else can answer here", inviting_words.ALONE)
        else:
            titles = {name: practice.title for name, practice in asked.practices.items()}
            _shown(seen, titles, assessment)
            if assessment.state is AssessmentState.OPEN:
                asking.form(assessment.id, titles)
        with st.container(gap="xxsmall"):
            places.link("Talk the answers over: the workshop view", links.workshop(assessment.id), icon=":material/groups:")
            places.link("Review and finalise", links.review(assessment.id), icon=":material/arrow_back:")


def _shown(seen: Overview, titles: Mapping[str, str], assessment: Assessment) -> None:
    asking.told()
    is_open = assessment.state is AssessmentState.OPEN
    if is_open:
        reminding.everybody(seen, assessment.name)
    if seen.named:
        frame.section("By name")
        with st.container(gap="small"):
            for one in sorted(seen.named, key=inviting_words.is_waited_for, reverse=True):
                _named(one, titles, assessment if is_open else None)
    if seen.anonymous:
        frame.section("Anonymously", "Counts alone. A link that was used can be neither renewed nor taken back: nobody knows whose it is.")
        with st.container(gap="small"):
            for tally in seen.anonymous:
                _anonymous(tally)


def _named(one: Named, titles: Mapping[str, str], remind: Assessment | None) -> None:
    who, state = one.invitation, one.invitation.state(session.now())
    group = GROUPS[str(who.role_group)]
    link = inviting_words.link_words(one, session.now(), session.organisation().local)
    about = inviting_words.about(who, titles)
    facts = " · ".join(filter(None, [group, escaped(who.email or ""), escaped(about), link, inviting_words.reminded(who)]))
    with st.container(border=True, key=f"invited-{who.id}"):
        said, doing = st.columns([5, 2.2], vertical_alignment="center")
        said.markdown(f"**{escaped(who.name)}** · {inviting_words.how_far(one)}  \n:small[:gray[{facts}]]")
        if state is not InvitationState.REVOKED:
            with doing, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
                if remind and inviting_words.is_waited_for(one):
                    reminding.one(one, remind.name)
                _acts(one)


def _acts(one: Named) -> None:
    who = one.invitation
    if st.button("New link", key=f"renew-{who.id}", type="tertiary"):
        asking.make(lambda work: (invitations.resend(work, who.id),))
    with st.popover("Take back", type="tertiary", key=f"ask-{who.id}"):
        st.markdown("The link is dead, and they are shut out at once. What they answered stays and counts.")
        if st.button("Take it back", key=f"revoke-{who.id}"):
            asking.take_back(lambda work: invitations.revoke(work, who.id), f"The invitation of {escaped(who.name)} is taken back.")


def _anonymous(tally: Tally) -> None:
    finding, rest = inviting_words.tally_words(tally, session.organisation().local)
    with st.container(border=True, key=f"anonymous-{tally.role_group}"):
        said, doing = st.columns([5, 2.2], vertical_alignment="center")
        said.markdown(f"**{finding}**  \n:small[:gray[{' '.join(filter(None, [rest, inviting_words.warning(tally)]))}]]")
        if tally.open:
            with doing, st.container(horizontal_alignment="right"):
                _take_back(tally)


def _take_back(tally: Tally) -> None:
    # What is taken back is told by the group and nothing more.
    group, assessment_id = tally.role_group, st.session_state[_SHOWN]
    if st.button("Take the open ones back", key=f"revoke-{group}", type="tertiary"):
        asking.take_back(lambda work: invitations.revoke_unused(work, assessment_id, group), "The open links are taken back.")

"""Inviting somebody into the organisation, to sign in there: the form, and the invitations that are still open."""

import streamlit as st

from exports.words.invitation import last_day
from people import invitations
from people.invitation_model import LONGEST_DAYS, USUAL_DAYS, Invitation, InvitationState, ToJoin
from people.model import Role
from ui.parts import frame, inviting, person_acts, session
from ui.parts.markdown import escaped

_ROLES = (Role.LEADER, Role.OWNER, Role.VIEWER)


def show() -> None:
    """Nothing for who may invite nobody."""
    roles = [role for role in _ROLES if role in person_acts.grantable()]
    if not roles or not session.may("invitation", "create"):
        return
    frame.section(
        "Invite somebody to sign in",
        "They belong here once they accept: by a link that you pass on yourself they choose a password, within the days that you set.",
    )
    inviting.told()
    with session.reading() as work:
        waiting = [one for one in invitations.to_join(work) if one.state(session.now()) is InvitationState.OPEN]
    for one in waiting:
        _open(one)
    _form(roles)


def _form(roles: list[Role]) -> None:
    with st.form(inviting.anew("join-form")):
        left, right = st.columns(2)
        name = left.text_input("Name", key=inviting.anew("join-name"), max_chars=200)
        email = right.text_input("E-mail", key=inviting.anew("join-email"), max_chars=254)
        role = st.selectbox("Role", roles, format_func=person_acts.WORDS.__getitem__, key=inviting.anew("join-role"))
        days = st.number_input("Days until the link ends", 1, LONGEST_DAYS, USUAL_DAYS, key=inviting.anew("join-days"), width=220)
        if st.form_submit_button("Make the link"):
            wanted = {"name": name, "email": email, "role": role, "days": days}
            inviting.make(lambda work: (invitations.invite(work, ToJoin.model_validate(wanted)),))


def _open(one: Invitation) -> None:
    until = last_day(session.organisation().local(one.expires_at))
    with st.container(border=True, key=f"join-{one.id}"):
        said, doing = st.columns([5, 2.2], vertical_alignment="center")
        said.markdown(f"**{escaped(one.name)}**  \n:small[:gray[{escaped(one.email or '')} · {one.role} · open until {until}]]")
        with doing, st.container(horizontal=True, horizontal_alignment="right", gap="small"):
            if st.button("New link", key=f"renew-{one.id}", type="tertiary"):
                inviting.make(lambda work: (invitations.resend(work, one.id),))
            if st.button("Take back", key=f"revoke-{one.id}", type="tertiary"):
                inviting.take_back(lambda work: invitations.revoke(work, one.id), f"The invitation of {escaped(one.name)} is taken back.")

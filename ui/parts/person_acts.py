"""What can be done about a member: another role, an account, leaving; and how somebody is added."""

from collections.abc import Callable, Mapping, Sequence
from uuid import UUID

import streamlit as st

from ground.settings import settings
from improvement.leaving import leave, running
from people import accounts, links, memberships, newcomers, service
from people.memberships import Access, Member
from people.model import NewPerson, Role
from people.policy import may_give
from people.work import Work
from ui.parts import frame, session
from ui.parts.markdown import escaped
from ui.parts.profile_acts import fresh, say

_LINK = "one-time-link-just-made"
WORDS: Mapping[Role, str] = {
    Role.LEADER: "Leader: assesses, finalises, decides",
    Role.OWNER: "Owner: works on their own actions",
    Role.VIEWER: "Viewer: sees results and the register",
    Role.RESPONDENT: "Respondent: answers, and sees their own answers",
    Role.CONSULTANT: "Consultant: works here as a leader does, and in other organisations",
}


def grantable() -> tuple[Role, ...]:
    """The roles that this person may give, in the order of a list."""
    mine = frozenset().union(*(may_give(role) for role in session.roles()))
    return tuple(role for role in WORDS if role in mine)


def any_for(member: Member) -> bool:
    """Whether there is anything that this person may do about the member."""
    return member.id != session.person().id and (member.role in grantable() or session.may("account", "update"))


@st.dialog("Change")
def change(member: Member) -> None:
    """Role, account and leaving, each on its own."""
    st.markdown(f"**{escaped(member.name)}**  \n:small[:gray[{escaped(member.email or 'no address')}]]")
    if member.role in grantable():
        _role(member)
    if session.may("account", "update"):
        _account(member)
    if member.role in grantable() and session.may("membership", "delete"):
        _removal(member)


def add(members: Sequence[Member]) -> None:
    """A form; an account comes with it where this person may make one."""
    with_account = session.may("account", "create")
    frame.section(*_adding(with_account=with_account))
    with st.form(fresh("person-form")):
        left, right = st.columns(2)
        name = left.text_input("Name", key=fresh("person-name"), max_chars=200)
        email = right.text_input("E-mail" if with_account else "E-mail, if you like", key=fresh("person-email"), max_chars=254)
        role = st.selectbox("Role", grantable(), format_func=WORDS.__getitem__, key=fresh("person-role"), index=_usual(members))
        account = with_account and st.checkbox("They get an account, to sign in", value=True, key=fresh("person-account"))
        if st.form_submit_button("Add the person", type="primary"):
            _do(
                lambda work: _added(work, NewPerson(name=name, email=email or None, role=role), with_account=account),
                "The person is added.",
            )


def link_just_made() -> None:
    """A one-time link, shown once."""
    token = st.session_state.pop(_LINK, "")
    if token:
        base = settings().public_url or f"http://{settings().address}:{settings().port}"
        st.info("Hand this link over yourself, to nobody else. It works once, within a day, and is not shown again.")
        st.code(f"{base}{links.one_time(token)}", language=None, wrap_lines=True)


def show_link(token: str | None) -> None:
    """Let the next run show it."""
    if token:
        st.session_state[_LINK] = token


def _adding(*, with_account: bool) -> tuple[str, str]:
    """The section's title, and when to choose it rather than an invitation."""
    invites = session.may("invitation", "create")
    if not with_account:
        instead = "Whoever should sign in is invited below." if invites else "An administrator gives accounts to those who should sign in."
        return "Add somebody who does not sign in", f"They are only named here, as owners of actions are. {instead}"
    at_once = "They belong here at once. With an account you get a link for them, good for a day; without one they are only named here."
    return "Add a person", f"{at_once} To let them join when it suits them, invite them below." if invites else at_once


def _usual(members: Sequence[Member]) -> int:
    # An organisation without a leader needs one first.
    wanted = Role.OWNER if any(member.role is Role.LEADER for member in members) else Role.LEADER
    return grantable().index(wanted) if wanted in grantable() else 0


def _added(work: Work, new: NewPerson, *, with_account: bool) -> str | None:
    if with_account:
        return newcomers.let_in(work, new)
    service.add_person(work, new.name, new.email, new.role)
    return None


def _role(member: Member) -> None:
    with st.form(f"role-{member.id}", border=False):
        roles = grantable()
        role = st.selectbox("Role", roles, index=roles.index(member.role), format_func=WORDS.__getitem__, key=f"role-of-{member.id}")
        if st.form_submit_button("Save the role", type="primary"):
            _do(lambda work: memberships.change_role(work, member.id, role, member.row_version), "The role is changed.")


def _account(member: Member) -> None:
    st.markdown(f"**Account**  \n:small[:gray[{member.access.value.capitalize()}]]")
    with st.container(horizontal=True):
        if member.access is Access.NONE:
            _button(member, "Make an account", lambda work: newcomers.give_account(work, member.id), "The account is made.")
            return
        if member.access is Access.DISABLED:
            _button(member, "Enable", lambda work: accounts.enable(work, member.id), "The account is enabled.")
            return
        _button(member, "New one-time link", lambda work: accounts.make_link(work, member.id), "The link is made.")
        _button(member, "Take second factor", lambda work: accounts.take_second_factor(work, member.id), "They set up a new one.")
        _button(member, "Disable", lambda work: accounts.disable(work, member.id), "The account is disabled, everywhere at once.")


def _button(member: Member, label: str, act: Callable[[Work], str | None], done: str) -> None:
    if st.button(label, key=f"{label}-{member.id}"):
        _do(act, done)


def _removal(member: Member) -> None:
    with session.reading() as work:
        theirs = running(work, member.id)
        heirs = {card.id: card.name for card in service.people(work) if card.id != member.id}
    many = "one running action" if len(theirs) == 1 else f"{len(theirs)} running actions"
    said = f"They own {many}; somebody takes them over in the same act." if theirs else "What they did stays, with their name."
    st.markdown(f"**Remove from {escaped(session.organisation().name)}**  \n:small[:gray[{said}]]")
    with st.form(f"remove-{member.id}", border=False):
        heir = _heir(heirs, member) if theirs else None
        if st.form_submit_button("Remove the person", icon=":material/person_remove:"):
            _do(lambda work: _gone(work, member, heir), "The person is removed; what they did stays.")


def _heir(heirs: Mapping[UUID, str], member: Member) -> UUID | None:
    return st.selectbox(
        "Who takes the running actions over?",
        list(heirs),
        index=None,
        format_func=lambda one: heirs.get(one, ""),
        placeholder="Choose somebody",
        key=f"heir-of-{member.id}",
    )


def _gone(work: Work, member: Member, heir: UUID | None) -> None:
    leave(work, member.id, heir, member.row_version)


def _do(act: Callable[[Work], str | None], done: str) -> None:
    outcome = session.attempt(act)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    show_link(outcome.value)
    say(done)
    st.rerun()

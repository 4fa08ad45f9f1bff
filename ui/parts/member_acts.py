"""What can be done about one member: name and address, role, account, and letting them go."""

from collections.abc import Callable, Mapping
from uuid import UUID

import streamlit as st

from exports.words.numbers import counted, start
from ground.settings import settings
from improvement import leaving
from people import accounts, links, memberships
from people.memberships import Access, Member
from people.model import Role
from people.work import Work
from ui.parts import people_words, session
from ui.parts.acts import act
from ui.parts.markdown import escaped


@st.dialog("Look after a person")
def manage(one: Member, others: Mapping[UUID, str]) -> None:
    """Each part only where the role allows it; `others` may take over what they do."""
    st.markdown(f"**{escaped(one.name)}**  \n{escaped(people_words.facts(one))}")
    if one.access is Access.NONE:
        _describe(one)
    if session.person().id == one.id:
        st.caption("Nobody changes their own place in an organisation. Ask another leader, or an administrator.")
        return
    if settings().mode != "local":
        if one.role in session.grantable():
            _role(one)
        if session.may("account", "update"):
            _account(one)
    if one.role in session.grantable():
        _remove(one, others)


def one_time(token: str) -> None:
    """The link, to be copied now."""
    st.info("Give this link to them alone. It opens once, within a day, and is not shown again.")
    st.code(f"{settings().public_url or f'http://127.0.0.1:{settings().port}'}{links.one_time(token)}", language=None, wrap_lines=True)


def _describe(one: Member) -> None:
    with st.form("describe-person", border=False):
        name = st.text_input("Name", one.name, key=f"person-name-{one.id}")
        email = st.text_input("E-mail", one.email or "", key=f"person-email-{one.id}")
        if st.form_submit_button("Save"):
            act(lambda work: memberships.describe(work, one.id, name, email), "Saved.")


def _role(one: Member) -> None:
    roles = [role for role in people_words.ROLES if role in session.grantable()]
    with st.form("change-role", border=False):
        role: Role = st.selectbox(
            "Role", roles, index=roles.index(one.role), format_func=people_words.ROLES.__getitem__, key=f"person-role-{one.id}"
        )
        if st.form_submit_button("Change the role"):
            act(
                lambda work: memberships.change_role(work, one.id, role, one.row_version),
                f"{escaped(one.name)} is {role.value} from the next click on.",
            )


def _account(one: Member) -> None:
    st.markdown(f"**Account**: {one.access.value}")
    with st.container(horizontal=True):
        if one.access is Access.NONE:
            _linked("Make an account", lambda work: (accounts.make(work, one.id), accounts.make_link(work, one.id))[1], one)
        elif one.access is Access.DISABLED:
            if st.button("Enable", key="enable-account"):
                act(lambda work: accounts.enable(work, one.id), f"{escaped(one.name)} can sign in again.")
        else:
            _linked("Make a one-time link", lambda work: accounts.make_link(work, one.id), one)
            if st.button("Disable", key="disable-account"):
                act(lambda work: accounts.disable(work, one.id), f"{escaped(one.name)} is signed out and cannot sign in.")
            if st.button("Take the second factor away", key="take-factor", type="tertiary"):
                act(lambda work: accounts.take_second_factor(work, one.id), f"{escaped(one.name)} sets up a new one at the next sign-in.")
    if made := st.session_state.pop(f"link-{one.id}", ""):
        one_time(made)


def _linked(label: str, do: Callable[[Work], str], one: Member) -> None:
    if st.button(label, key="make-link"):
        outcome = session.attempt(do)
        if outcome.value is None:
            st.error(escaped(str(outcome.refusal)))
        else:
            st.session_state[f"link-{one.id}"] = outcome.value


def _remove(one: Member, others: Mapping[UUID, str]) -> None:
    with session.reading() as work:
        running = leaving.running(work, one.id)
    with st.form("remove-person", border=False):
        said = "What they did stays, with their name beside it."
        if running:
            said = f"{start(counted(len(running), 'action'))} of theirs must go on with somebody else. {said}"
        st.caption(said)
        heir = _heir(others) if running else None
        if st.form_submit_button("Remove from the organisation", icon=":material/person_remove:"):
            act(lambda work: leaving.leave(work, one.id, heir, one.row_version), f"{escaped(one.name)} has left the organisation.")


def _heir(others: Mapping[UUID, str]) -> UUID | None:
    named = dict(others)
    heir: UUID | None = st.selectbox(
        "Who takes them over", list(named), index=None, format_func=lambda one: named.get(one, ""), placeholder="Choose a person", key="heir"
    )
    return heir

"""The members of an organisation as rows, and the form that adds one."""

from collections.abc import Sequence

import streamlit as st

from ground.settings import settings
from people import joining
from people.memberships import Member
from people.model import NewPerson, Role
from ui.parts import acts, member_acts, people_words, session
from ui.parts.markdown import escaped

_LINK = "newcomers-link"


def rows(members: Sequence[Member]) -> None:
    """Name, role, address; whether they can sign in; and a way to change that."""
    with st.container(gap="xxsmall"):
        for one in members:
            others = {other.id: other.name for other in members if other.id != one.id}
            if _row(one):
                member_acts.manage(one, others)


def add() -> None:
    """Somebody new, or somebody whom the installation knows."""
    _link()
    may_account = settings().mode != "local" and session.may("account", "create")
    with st.form(acts.fresh("person-form")):
        left, right = st.columns(2)
        name = left.text_input("Name", key=acts.fresh("person-name"))
        email = right.text_input("E-mail" if may_account else "E-mail, if you like", key=acts.fresh("person-email"))
        role = _role()
        with_account = may_account and st.checkbox("Make an account, and show me its one-time link", key=acts.fresh("person-account"))
        if st.form_submit_button("Add the person"):
            _add((name, email, role), with_account=with_account)


def _add(said: tuple[str, str, Role], *, with_account: bool) -> None:
    name, email, role = said
    outcome = session.attempt(
        lambda work: joining.join(work, NewPerson(name=name, email=email or None, role=role), with_account=with_account)
    )
    if outcome.value is not None and outcome.value.token:
        st.session_state[_LINK] = outcome.value.token
    acts.settle(outcome, f"{escaped(outcome.value.name)} is added." if outcome.value else "")


def _role() -> Role:
    if settings().mode == "local":
        return Role.OWNER
    roles = [role for role in people_words.ROLES if role in session.grantable()]
    chosen: Role = st.selectbox(
        "Role", roles, index=roles.index(Role.OWNER), format_func=people_words.ROLES.__getitem__, key=acts.fresh("person-role")
    )
    return chosen


def _link() -> None:
    # Until it is copied: a click elsewhere on the page must not lose it.
    if _LINK in st.session_state:
        with st.container(border=True):
            member_acts.one_time(st.session_state[_LINK])
            st.button("I have copied it", key="link-copied", on_click=_copied)


def _copied() -> None:
    st.session_state.pop(_LINK, None)


def _row(one: Member) -> bool:
    """Whether its button was pressed."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(one.name)}**  \n:small[:gray[{escaped(people_words.facts(one))}]]", width=420)
        if settings().mode != "local":
            st.badge(one.access.value, color=people_words.COLOURS[one.access])  # type: ignore[arg-type] - one of its colours
        st.space("stretch")
        return st.button("Look after", key=f"member-{one.id}", type="tertiary")

"""Company sign-on: which group is what in this organisation. For administrators."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from people import group_roles
from people.group_roles import Mapping, NewMapping
from people.model import Role
from people.work import Work
from ui.parts import frame, session
from ui.parts.markdown import escaped
from ui.parts.person_acts import WORDS
from ui.parts.profile_acts import fresh, say


def show(known: tuple[Mapping, ...]) -> None:
    """What is in force, and a form for one more."""
    frame.section("Company sign-on", "Somebody of a group that is not named here has no access, whatever the sign-on says of them.")
    with st.container(gap="xxsmall"):
        for one in known:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"**{escaped(one.group)}** \u2002 :gray[{one.role.value} · {escaped(one.issuer)}]")
                st.space("stretch")
                if st.button("Remove", key=f"group-{one.id}", type="tertiary"):
                    _do(partial(group_roles.remove, mapping_id=one.id), "The group has no role any more.")
    with st.form(fresh("group-form")):
        issuer = st.text_input("Issuer", key=fresh("group-issuer"), placeholder="https://login.example.org", max_chars=200)
        left, right = st.columns(2)
        group = left.text_input("Group", key=fresh("group-name"), max_chars=200)
        role: Role = right.selectbox("Its members are", list(WORDS), format_func=lambda role: role.value, key=fresh("group-role"))
        if st.form_submit_button("Give the group this role"):
            _do(lambda work: group_roles.add(work, NewMapping(issuer=issuer, group=group, role=role)), "The group has its role.")


def _do(act: Callable[[Work], None], done: str) -> None:
    outcome = session.attempt(act)
    if outcome.refusal:
        st.error(escaped(outcome.refusal))
        return
    say(done)
    st.rerun()

"""The groups of the company's sign-on, and the role that each gives."""

from collections.abc import Sequence

import streamlit as st

from people import groups
from people.groups import Group, NewGroup
from people.model import Role
from ui.parts import acts, frame, people_words, session
from ui.parts.acts import act
from ui.parts.markdown import escaped


def show(named: Sequence[Group]) -> None:
    """Those that are named, and the form that names another."""
    frame.section("Company sign-on", "A group of your sign-on and its role here. A group that is not named gives no access.")
    for one in named:
        _group(one)
    with st.form(acts.fresh("group-form")):
        issuer = st.text_input("Issuer", key=acts.fresh("group-issuer"), placeholder="https://login.example.org", max_chars=250)
        left, right = st.columns(2)
        group = left.text_input("Group", key=acts.fresh("group-name"), max_chars=200)
        roles = [role for role in people_words.ROLES if role in session.grantable()]
        role: Role = right.selectbox("Role", roles, format_func=people_words.ROLES.__getitem__, key=acts.fresh("group-role"))
        if st.form_submit_button("Name the group"):
            act(lambda work: groups.name_group(work, NewGroup(issuer=issuer, group=group, role=role)), "The group is named.")


def _group(one: Group) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{escaped(one.group)}**  \n:small[:gray[{one.role.capitalize()} · {escaped(one.issuer)}]]")
        st.space("stretch")
        if st.button("Remove", key=f"group-{one.id}", type="tertiary"):
            act(lambda work: groups.remove_group(work, one.id), "The group gives no access any more.")

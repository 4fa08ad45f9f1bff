"""The deletion of all data of one organisation: its name typed, and a reason given."""

import streamlit as st

from people import links, organisations
from people.organisations import Listed
from ui.parts import acts, session
from ui.parts.markdown import escaped


@st.dialog("Delete all data of an organisation")
def ask(one: Listed) -> None:
    """What it means, the way to take the data along first, and the form."""
    name, gone = one.organisation.name, one.organisation.id
    st.markdown(
        f"**{escaped(name)}** will be gone: assessments, answers, results, actions, invitations, its audit log, "
        "and people who belong nowhere else and have no account. Only a restored backup brings it back."
    )
    st.link_button("Take all data along first", links.client_data(gone), icon=":material/download:")
    with st.form("delete-organisation", border=False):
        typed = st.text_input("Type the organisation’s name", key=f"delete-name-{gone}")
        reason = st.text_input("Why is it deleted?", key=f"delete-reason-{gone}", max_chars=200, help="Stays in the installation’s audit log.")
        if st.form_submit_button("Delete it for good", icon=":material/delete_forever:"):
            outcome = session.administering(lambda work: organisations.delete(work, gone, typed, reason))
            acts.settle(outcome, f"All data of {escaped(name)} is deleted.")

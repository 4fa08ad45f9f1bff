"""Reminding those who have not answered yet: a message ready to be passed on, and the day on which that was done."""

import streamlit as st

from assessment.inviting import Named, Overview
from exports.words.numbers import count, start
from exports.words.reminder import Message, reminder, to_everybody
from people import invitations
from ui.parts import session
from ui.parts.inviting_words import is_waited_for
from ui.parts.markdown import escaped

_FEWEST = 2
"""One person is reminded by themselves."""


def one(named: Named, assessment: str) -> None:
    """The message to somebody invited by name."""
    who = named.invitation
    message = reminder(named, assessment, session.organisation())
    with st.popover("Remind", type="tertiary", key=f"remind-{who.id}"):
        _shown(message, message.mail(who.email) if who.email else "")
        if st.button("I have reminded them", key=f"reminded-{who.id}"):
            outcome = session.attempt(lambda work: invitations.reminded(work, who.id))
            if outcome.refusal:
                st.error(escaped(outcome.refusal))
            else:
                st.rerun()


def everybody(seen: Overview, assessment: str) -> None:
    """The message to all whose answers are waited for; nothing where that is one person known by name, or nobody."""
    late = [one for one in seen.named if is_waited_for(one)]
    silent = sum(tally.open for tally in seen.anonymous)
    if len(late) + silent < _FEWEST:
        return
    message = to_everybody(assessment, session.organisation())
    addresses = [one.invitation.email for one in late if one.invitation.email]
    with st.popover(f"Remind all who are not done ({len(late) + silent})", icon=":material/notifications:", key="remind-all"):
        if silent:
            st.markdown("Nobody knows which of the anonymous have answered: send it to everybody whom you gave a link.")
        _shown(message, message.mail(blind=addresses) if addresses else "")
        if addresses and len(addresses) < len(late):
            st.markdown(f"{start(count(len(late) - len(addresses)))} of them gave no address here.")


def _shown(message: Message, mail: str) -> None:
    st.code(message.text, language=None, wrap_lines=True)
    if mail:
        st.link_button("Open it in your mail program", mail, icon=":material/mail:")

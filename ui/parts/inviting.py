"""Inviting respondents: the form, and the links that are shown once."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit
from uuid import UUID

import streamlit as st

from assessment import inviting
from exports.words.invitation import GROUPS, last_day
from exports.words.numbers import counted, start
from ground.settings import settings
from people import links
from people.invitation_model import AT_ONCE, LONGEST_DAYS, USUAL_DAYS, ToRespond
from people.invitations import Made
from people.work import Work
from ui.parts import frame, session
from ui.parts.labels import ink
from ui.parts.markdown import escaped

_MADE, _REFUSED, _SAID, _TIMES = "invitations-made", "invitations-refused", "invitations-said", "invitations-times"
_BY_NAME, _ANONYMOUSLY = "By name", "Anonymously"
_MEANS = {
    _BY_NAME: "You see how far they are, and what they answer.",
    _ANONYMOUSLY: "No name is kept. Answers count in fours within each group, so ask at least four of one; you see how many have begun.",
}


def form(assessment_id: UUID, practices: Mapping[str, str]) -> None:
    """Whom to ask, about which of these practices. By name it is one link; anonymously several alike, to be handed out as you like."""
    frame.section("Invite somebody", "You get a link and pass it on yourself, by mail or by chat.")
    how = st.segmented_control("How", list(_MEANS), format_func=ink, default=_BY_NAME, key="invite-how", required=True)
    how = how if how in _MEANS else _BY_NAME
    frame.meta(_MEANS[how])
    with st.form(anew("invite-form")):
        said = (_by_name() if how == _BY_NAME else _anonymously()) | {"practices": _about(practices)}
        days = st.number_input("Days until the link ends", 1, LONGEST_DAYS, USUAL_DAYS, key=anew("invite-days"), width=220)
        if st.form_submit_button("Make the link" if how == _BY_NAME else "Make the links", type="primary"):
            wanted = said | {"assessment_id": assessment_id, "anonymous": how == _ANONYMOUSLY, "days": days}
            make(lambda work: inviting.ask(work, ToRespond.model_validate(wanted)))


def make(change: Callable[[Work], tuple[Made, ...]]) -> None:
    """Make links; the page is drawn again with them at its top, or with why there are none."""
    outcome = session.attempt(change)
    st.session_state[_REFUSED], st.session_state[_MADE] = outcome.refusal, outcome.value or ()
    st.session_state[_TIMES] = st.session_state.get(_TIMES, 0) + (outcome.refusal is None)
    st.rerun()


def take_back(change: Callable[[Work], object], said: str) -> None:
    """Take something back; the page is drawn again and says so."""
    outcome = session.attempt(change)
    st.session_state[_REFUSED], st.session_state[_SAID] = outcome.refusal, said
    # A link that is dead by now is not shown as one to pass on.
    forget()
    st.rerun()


def told() -> None:
    """What was just done, and the links it made: shown until they are put away, and never again."""
    refusal, said = st.session_state.pop(_REFUSED, None), st.session_state.pop(_SAID, "")
    if refusal:
        st.error(escaped(refusal))
    elif said:
        st.success(said)
    made: tuple[Made, ...] = st.session_state.get(_MADE, ())
    if made:
        _links(made)


def forget() -> None:
    """Links made for another assessment are not this page's."""
    st.session_state.pop(_MADE, None)


def _links(made: tuple[Made, ...]) -> None:
    one = made[0].invitation
    until = last_day(session.organisation().local(one.expires_at))
    group = GROUPS.get(str(one.role_group), "").lower()
    whose = f"The link for {escaped(one.name)}" if one.name else start(f"{counted(len(made), 'anonymous link')} for {group}")
    with st.container(border=True, key="links-made", gap="small"):
        st.markdown(f"**{whose}**, open until {until}  \n{_ONCE if len(made) == 1 else _ONCE_EACH}")
        st.code("\n".join(f"{_origin()}{links.invitation(each.token)}" for each in made), language=None, wrap_lines=True)
        st.button("I have copied it" if len(made) == 1 else "I have copied them", key="links-copied", on_click=forget)


_ONCE = "It is shown this once and kept nowhere: copy it now. It opens once, in one browser."
_ONCE_EACH = "They are shown this once and kept nowhere: copy them now. Each opens once, in one browser; give one to each person."


def _origin() -> str:
    here = urlsplit(str(st.context.url or ""))
    return settings().public_url or f"{here.scheme}://{here.netloc}"


def _by_name() -> dict[str, object]:
    left, right = st.columns(2)
    name = left.text_input("Name", key=anew("invite-name"))
    email = right.text_input("E-mail, if you want to note it", key=anew("invite-email"))
    return {"name": name or None, "email": email or None, "role_group": _group()}


def _anonymously() -> dict[str, object]:
    group = _group()
    return {"role_group": group, "how_many": st.number_input("How many links", 1, AT_ONCE, 4, key=anew("invite-many"), width=220)}


def _group() -> str | None:
    return st.radio("They are", list(GROUPS), index=1, format_func=GROUPS.__getitem__, horizontal=True, key=anew("invite-group"))


def _about(practices: Mapping[str, str]) -> list[str] | None:
    chosen = st.multiselect(
        "Asked about",
        list(practices),
        format_func=practices.__getitem__,
        key=anew("invite-about"),
        placeholder="Everything that concerns them",
        help="Leave it empty, or choose the practices that they know well: fewer questions are answered sooner. "
        "Ask all anonymous people of a group about the same ones.",
    )
    return chosen or None


def anew(key: str) -> str:
    """Another key after each success: the fields are empty again, and stay as they are after a refusal."""
    return f"{key}-{st.session_state.get(_TIMES, 0)}"

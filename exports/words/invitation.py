"""What is said of an invitation: to whoever opens its link, and to whoever made it."""

from datetime import datetime

from exports.words.numbers import counted, day
from people.invitation_model import Invitation, InvitationState
from people.invitations import Found

GROUPS = {"leader": "Leaders", "staff": "Staff", "user": "Users"}
"""Role groups as a list offers them."""
_ONE_OF = {"leader": "leaders", "staff": "staff", "user": "users"}
_ROLES = {"owner": "an owner of actions", "leader": "a leader", "viewer": "a viewer"}


def as_what(role: str) -> str:
    """`a leader`."""
    return _ROLES[role]


def what_it_takes(questions: int, minutes: int) -> str:
    """`39 questions, about 20 minutes`."""
    return f"{counted(questions, 'question')}, about {counted(max(minutes, 1), 'minute')}"


def how(invitation: Invitation) -> str:
    """The same in a word or three."""
    return "Anonymous" if invitation.anonymous else "Under your name"


def whose(invitation: Invitation) -> str:
    """What anonymous or named means, in two sentences."""
    if invitation.anonymous:
        group = _ONE_OF[str(invitation.role_group)]
        return (
            f"No name is kept and nothing leads from this link to your answers; only your group is known, which is {group}. "
            "Your answers count together with those of three others of your group; nobody is shown yours alone, nor your notes."
        )
    return (
        f"Your answers are kept under your name, {invitation.name}. "
        "Those who lead the assessment see how far you are and read your answers and notes; nobody else who is asked does."
    )


def until(found: Found) -> str:
    """The last day on the organisation's calendar."""
    return last_day(found.organisation.local(found.invitation.expires_at))


def last_day(local: datetime) -> str:
    """`14 March 2026`."""
    return day(local)


def closed(found: Found, state: InvitationState) -> tuple[str, str]:
    """Why the link opens nothing, and what to do: a title and a text."""
    if state is InvitationState.USED:
        return (
            "This link has been used",
            "It opens once. If it was you, go on in the browser in which you began. "
            f"If it was not, or that browser is gone, ask {found.inviter} for a new link.",
        )
    if state is InvitationState.REVOKED:
        return "This invitation was taken back", f"If you think that is a mistake, ask {found.inviter} for a new one."
    return "This invitation has ended", f"It was open until {until(found)}. Ask {found.inviter} for a new one."

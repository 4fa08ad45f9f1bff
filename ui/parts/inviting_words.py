"""What the page of respondents says. Pure: words in, words out; names come out escaped."""

from collections.abc import Callable, Mapping
from datetime import datetime

from assessment.anonymity import TOGETHER
from assessment.inviting import Named, Overview
from exports.words.invitation import GROUPS
from exports.words.numbers import count, counted, day, listed, start
from people.invitation_model import Invitation, InvitationState, Tally

ALONE = "Inviting others to answer needs Plumbline on a server, with accounts: on this computer nobody but you can reach it."
Local = Callable[[datetime], datetime]


def begun_of(seen: Overview) -> tuple[int, int]:
    """How many of those invited have begun, and how many there are. Who was taken back is counted no longer."""
    named = [one for one in seen.named if one.invitation.revoked_at is None]
    begun = sum(one.progress is not None for one in named) + sum(tally.begun for tally in seen.anonymous)
    return begun, len(named) + sum(tally.made for tally in seen.anonymous)


def finding(seen: Overview) -> str:
    """The title: how many are done where all are known by name, else how many have begun."""
    begun, invited = begun_of(seen)
    if not invited:
        return "Nobody is asked to answer yet"
    if not begun:
        return start(f"{counted(invited, 'person is', 'people are')} invited; nobody has begun")
    return _begun(begun, invited) if seen.anonymous else _done(seen, invited)


def is_waited_for(one: Named) -> bool:
    """Whether something is unanswered, by somebody who was not taken back."""
    return one.invitation.revoked_at is None and (one.progress is None or one.progress.answered < one.progress.of)


def _begun(begun: int, invited: int) -> str:
    if begun == invited == 1:
        return "The one person invited has begun"
    return f"All {invited} have begun" if begun == invited else f"{begun} of {invited} have begun"


def _done(seen: Overview, invited: int) -> str:
    waited = sum(map(is_waited_for, seen.named))
    if not waited:
        return "The one person invited is done" if invited == 1 else f"All {invited} are done"
    if waited == invited:
        return "The one person invited is not done yet" if invited == 1 else f"None of the {invited} invited is done yet"
    return f"{invited - waited} of {invited} {'is' if invited - waited == 1 else 'are'} done"


def how_far(one: Named) -> str:
    """`12 of 31 answered`."""
    if one.progress is None:
        return "Not begun"
    if not one.progress.answered:
        return f"Begun, none of {one.progress.of} answered"
    return f"All {one.progress.of} answered" if one.progress.answered >= one.progress.of else _answered(one)


def link_words(one: Named, now: datetime, local: Local) -> str:
    """What became of the link."""
    last = day(local(one.invitation.expires_at))
    match one.invitation.state(now):
        case InvitationState.OPEN:
            return f"link open until {last}"
        case InvitationState.EXPIRED:
            return f"link ended on {last}"
        case InvitationState.REVOKED:
            return f"taken back on {day(local(one.invitation.revoked_at or now))}"
        case InvitationState.USED:
            return f"began on {day(one.invitation.used_on or now)}, may return until {last}"


def about(invitation: Invitation, titles: Mapping[str, str]) -> str:
    """`asked about Incident management and Problem management alone`; empty for somebody who is asked everything."""
    if invitation.practices is None:
        return ""
    return f"asked about {listed([title for name, title in titles.items() if name in invitation.practices])} alone"


def reminded(invitation: Invitation) -> str:
    """`reminded on 3 March 2026`; empty before."""
    return f"reminded on {day(invitation.reminded_on)}" if invitation.reminded_on else ""


def tally_words(tally: Tally, local: Local) -> tuple[str, str]:
    """`Users: 5 of 8 have begun`, and what becomes of the others."""
    begun = f"{tally.begun} of {tally.made} {'has' if tally.made == 1 else 'have'} begun"
    rest = (
        f"{counted(tally.open, 'link is', 'links are')} still open, the last until {day(local(tally.until))}"
        if tally.open
        else "No link is open"
    )
    return f"{GROUPS[tally.role_group]}: {begun}", start(f"{rest}.")


def warning(tally: Tally) -> str:
    """Where too few are asked to be counted."""
    if tally.made >= TOGETHER:
        return ""
    return f"Anonymous answers of fewer than {count(TOGETHER)} in a group are not counted. Ask more of them."


def _answered(one: Named) -> str:
    return f"{one.progress.answered} of {one.progress.of} answered" if one.progress else ""

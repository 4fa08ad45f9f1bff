"""The others who answer, as whoever leads the assessment sees them from its review."""

from typing import NamedTuple
from uuid import UUID

from assessment import inviting, respondents, service
from assessment.model import Assessment
from exports.words.numbers import count, counted, start
from ground.settings import settings
from people import links
from people.work import Work
from ui.parts import frame, inviting_words, places


class Others(NamedTuple):
    """How many were invited, and how many of them have begun."""

    answer: bool = False
    """Whether anybody but the one who looks has a place."""
    begun: int = 0
    invited: int = 0
    may_invite: bool = False
    waiting: int = 0
    """Questions with anonymous answers that are not counted yet."""


def look(work: Work, assessment: Assessment) -> Others:
    """What there is to say of them to the actor."""
    answer, waiting = respondents.has_others(work, assessment.id), len(service.waiting(work, assessment))
    if settings().mode == "local" or not work.may("invitation", "create"):
        return Others(answer=answer, waiting=waiting)
    begun, invited = inviting_words.begun_of(inviting.overview(work, assessment.id))
    return Others(answer, begun, invited, may_invite=True, waiting=waiting)


def not_counted(asked: Others) -> str:
    """What of the anonymous answers is not in the result; empty where all are."""
    if not asked.waiting:
        return ""
    have = "question has" if asked.waiting == 1 else "questions have"
    few = "Such answers count in fours, so that nobody's own can be told."
    return start(f"{count(asked.waiting)} {have} anonymous answers that are not counted yet. {few}")


def way(assessment_id: UUID, asked: Others) -> None:
    """The way to them; on one's own computer, why there is none."""
    if asked.may_invite:
        label = f"Respondents: {asked.begun} of {asked.invited} have begun" if asked.invited else "Ask others to answer too"
        places.link(label, links.invitations(assessment_id), icon=":material/group:")
    elif settings().mode == "local":
        frame.meta(inviting_words.ALONE)
    places.link("Answer together: the workshop view", links.workshop(assessment_id), icon=":material/groups:")


def shut_out(asked: Others) -> str:
    """Whom finalising shuts out."""
    waiting = asked.invited - asked.begun
    if not waiting:
        return ""
    return " " + start(
        f"{counted(waiting, 'person who was invited has', 'people who were invited have')} not begun, and could not any more."
    )

"""What to do next about an assessment: one step, its reason, its button and its place. Pure."""

from typing import NamedTuple

from exports.words.numbers import counted, start
from exports.words.source import all_counts
from improvement.model import Action, Status
from improvement.register import Pill
from improvement.standing_model import Standing
from people import links


class Step(NamedTuple):
    """`sentence` says why, `button` what happens on a click, `to` where that is."""

    sentence: str
    button: str
    to: str


def next_step(standing: Standing) -> Step:
    """The first thing that is still open on the way from answering to verified actions."""
    return _assessing(standing) if not standing.is_final else _acting(standing)


def own_actions(standing: Standing) -> tuple[Action, ...]:
    """The actions that answer this assessment's findings."""
    return tuple(a for a in standing.actions if a.assessment_id == standing.assessment.id)


def _assessing(standing: Standing) -> Step:
    here, of = standing.assessment, all_counts(standing)
    if of.missing == of.applicable and of.missing:
        return Step(
            f"Answer the {of.applicable} questions; every answer is saved as you choose it.", "Start answering", links.answer(here.id)
        )
    unanswered = of.missing - of.dont_know
    if unanswered:
        missing = f"{counted(unanswered, 'question')} {'has' if unanswered == 1 else 'have'} no answer yet."
        return Step(start(missing), "Go on answering", links.answer(here.id))
    return Step(
        "Every question has been looked at. Look through the answers once, then finalise.", "Review and finalise", links.review(here.id)
    )


def _acting(standing: Standing) -> Step:
    if standing.advice and not own_actions(standing):
        return Step("No action follows from this result yet.", "Choose the first actions", links.advice(standing.assessment.id))
    proposed = sum(a.status is Status.PROPOSED for a in standing.actions)
    if proposed:
        return Step(start(f"{counted(proposed, 'proposed action')} waits for a decision."), "Decide", links.register(show=Pill.PROPOSED))
    return _following_up(standing)


def _following_up(standing: Standing) -> Step:
    late = sum(a.is_overdue(standing.today) for a in standing.actions)
    if late:
        return Step(
            start(f"{counted(late, 'action')} {'is' if late == 1 else 'are'} late."), "See what is late", links.register(show=Pill.LATE)
        )
    done = sum(a.status is Status.DONE for a in standing.actions)
    if done:
        return Step(start(f"{counted(done, 'finished action')} can be verified."), "Verify", links.register(show=Pill.DONE))
    return Step("Every action is on its way.", "Open the register", links.register())

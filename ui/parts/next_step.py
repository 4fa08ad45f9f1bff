"""What to do next about an assessment: one step, its reason, its button and its place. Pure."""

from typing import NamedTuple

from exports.words.gates import holding_it, today_first
from exports.words.nothing import applies
from exports.words.numbers import counted, start
from exports.words.source import all_counts
from exports.words.summary import act_first, in_register
from improvement.standing_model import Standing
from people import links


class Step(NamedTuple):
    """`sentence` says why, `button` what happens on a click, `to` where that is; `also` is the button and place of a second way."""

    sentence: str
    button: str
    to: str
    also: tuple[str, str] | None = None


def next_step(standing: Standing) -> Step:
    """The first thing that is still open on the way from answering to acting."""
    return _assessing(standing) if not standing.is_final else _acting(standing)


def _assessing(standing: Standing) -> Step:
    here, of = standing.assessment, all_counts(standing)
    unanswered = of.missing - of.dont_know
    if unanswered and unanswered == of.applicable:
        return Step(
            f"Answer the {of.applicable} questions; every answer is saved as you choose it.", "Start answering", links.answer(here.id)
        )
    if unanswered:
        missing = f"{counted(unanswered, 'question')} {'has' if unanswered == 1 else 'have'} no answer yet."
        return Step(start(missing), "Go on answering", links.answer(here.id))
    return Step(
        "Every question has been looked at. Look through the answers once, then finalise.", "Review and finalise", links.review(here.id)
    )


def _acting(standing: Standing) -> Step:
    if not applies(standing):
        return Step(
            act_first(standing), "Start another assessment", "/assessments", ("Look at the reasons", links.answer(standing.assessment.id))
        )
    if not standing.score.overall.completeness:
        return Step(act_first(standing), "Reopen it", links.review(standing.assessment.id))
    choose = ("Choose what to do", links.advice(standing.assessment.id))
    if lay := today_first(standing):
        return Step(lay, "See what to lay first", _lay(standing), choose)
    if any(not in_register(standing, advice) for advice in standing.ten):
        return Step(act_first(standing), *choose)
    return Step(act_first(standing), "Open the register", links.register())


def _lay(standing: Standing) -> str:
    score, under = (standing.renewed.score, standing.renewed.stands_on) if standing.renewed else (standing.score, standing.stands_on)
    first = holding_it(score.overall)[0].id
    beside = next((one for one in under if first.startswith(f"{one.questionnaire.id}/")), None)
    return links.advice(beside.assessment.id if beside else standing.assessment.id, first.rsplit("/", maxsplit=1)[-1])

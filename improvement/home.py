"""What a leader sees first: where we stand, what holds us back, which decisions wait, what is late or stale."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from assessment import service as assessments
from assessment.model import Assessment, AssessmentState
from assessment.progress import progress
from improvement import store
from improvement.acting import function_names, moment, names
from improvement.footing import picture, renewed, stands_on
from improvement.history import Names, day, name
from improvement.home_model import Holding, Matter, Position, Situation
from improvement.levers import Holds, holding, holding_most
from improvement.model import RUNNING, Action, Status
from improvement.standing import gather
from improvement.standing_model import Beside
from improvement.words import figure
from people import links
from people.work import Work
from questionnaires.model import Questionnaire
from scoring.result import AssessmentScore


def situation(work: Work) -> Situation:
    """The organisation's state as it is at the work's moment."""
    known, actions, who, today = assessments.assessments(work), store.actions(work), names(work), moment(work).today
    open_ones = {a.id: _progress_of(work, a) for a in known if a.state is AssessmentState.OPEN}
    complete = [matter for done, matter in open_ones.values() if done]
    finals = newest_final(known)
    pillars, ground = picture(work, finals)
    here = Situation(
        positions=tuple(_position(work, a) for a in finals),
        pillars=pillars,
        ground=ground,
        under_way=tuple(matter for done, matter in open_ones.values() if not done),
        decisions=tuple(sorted([*complete, *_to_decide(work, actions, who)], key=lambda matter: matter.since)),
        overdue=overdue(actions, who, today),
        stale=stale(actions, who, work.now),
    )
    return here.model_copy(update={"nothing_chosen": _nothing_chosen(work, here.leading, actions)})


def newest_final(known: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Of each function and questionnaire the final assessment with the latest period; `known` is latest first."""
    newest: dict[tuple[UUID, str], Assessment] = {}
    for one in known:
        if one.state is AssessmentState.FINAL:
            newest.setdefault((one.function_id, one.questionnaire), one)
    return tuple(newest.values())


def overdue(actions: Iterable[Action], who: Names, today: date) -> tuple[Matter, ...]:
    """Running actions past their date, longest first."""
    late = [(action.due, action) for action in actions if action.due and action.is_overdue(today)]
    return tuple(
        _about(action, who, f"{_days((today - due).days)} late, due on {day(due)}.")
        for due, action in sorted(late, key=lambda pair: (pair[0], pair[1].number))
    )


def stale(actions: Iterable[Action], who: Names, now: datetime) -> tuple[Matter, ...]:
    """Running actions without an update for 30 days, longest first."""
    quiet = sorted((action for action in actions if action.is_stale(now)), key=lambda action: (action.updated_at, action.number))
    return tuple(_about(action, who, f"No update for {_days((now - action.updated_at).days)}.") for action in quiet)


def held_back_by(
    questionnaire: Questionnaire, score: AssessmentScore, assessment_id: UUID, ground: Sequence[Beside] = ()
) -> tuple[Holding, ...]:
    """What binds, lowest first, what stands lowest, and what is not assessed; neither of the first two at the highest level."""
    unknown = [one for one in score.overall.binding if one.level is None]
    bound = {one.id.removeprefix(f"{questionnaire.id}/"): (one.level, one.needs) for one in (*holding_most(score.overall), *unknown)}
    lowest = [name for name, holds in holding(questionnaire, score).items() if holds is Holds.WHOLE]
    levels = {name: level for name in lowest if (level := score.practices[name].level) is not None and level < questionnaire.highest}
    held = bound | {name: (level, level + 1) for name, level in levels.items()}
    known_first = sorted(held.items(), key=lambda one: one[1][0] is None)
    return tuple(_holding((questionnaire, assessment_id), name, ground, *where) for name, where in known_first)


def _holding(here: tuple[Questionnaire, UUID], name: str, ground: Sequence[Beside], level: int | None, needs: int) -> Holding:
    questionnaire, assessment_id = here
    own = questionnaire.practices.get(name)
    if own:
        return Holding(title=own.title, level=level, needs=needs, link=links.practice(assessment_id, name))
    practice = name.rsplit("/", maxsplit=1)[-1]
    under = next((one for one in ground if practice in one.questionnaire.practices), None)
    title = under.questionnaire.practices[practice].title if under else name
    link = links.practice(under.assessment.id, practice) if under else links.results(assessment_id)
    return Holding(title=title, level=level, needs=needs, link=link, is_foundation=True)


def _position(work: Work, assessment: Assessment) -> Position:
    questionnaire, score = assessments.questionnaire(work, assessment), assessments.result(work, assessment.id)
    ground, today = stands_on(work, assessment, questionnaire), renewed(work, assessment, questionnaire)
    if today:
        score, ground = today.score, today.stands_on
    missing = next((one.id.split("/", maxsplit=1)[0] for one in score.overall.binding if one.level is None and "/" in one.id), "")
    return Position(
        function=function_names(work)[assessment.function_id],
        questionnaire=questionnaire.title,
        assessment=assessment,
        overall=score.overall,
        held_back_by=held_back_by(questionnaire, score, assessment.id, ground),
        link=links.results(assessment.id),
        assess=links.start(missing, assessment.function_id) if missing else "",
    )


def _nothing_chosen(work: Work, leading: Position | None, actions: Iterable[Action]) -> bool:
    if leading is None or any(a.status in RUNNING and a.function_id == leading.assessment.function_id for a in actions):
        return False
    return bool(gather(work, leading.assessment.id).ten)


def _progress_of(work: Work, assessment: Assessment) -> tuple[bool, Matter]:
    """Whether everything is answered, and what that leaves to do."""
    questionnaire = assessments.questionnaire(work, assessment)
    reached = progress(questionnaire, assessments.answers(work, assessment.id), assessment.mode)
    function = function_names(work)[assessment.function_id]
    if reached.answered == reached.of:
        words = (f"Finalise “{assessment.name}”?", "Finalising freezes the answers. Reopening asks for a reason and keeps this result.")
        return True, _matter(words, function, assessment.started_at, links.review(assessment.id))
    words = (f"“{assessment.name}”", f"{reached.answered} of {reached.of} answered. About {reached.minutes_left} minutes left.")
    return False, _matter(words, function, assessment.started_at, links.answer(assessment.id))


def _to_decide(work: Work, actions: Iterable[Action], who: Names) -> Iterable[Matter]:
    for action in actions:
        if action.status is Status.PROPOSED:
            asked = name(store.entries(work, action.id)[0].by_id, who)
            yield _matter(
                (f"Accept {action.label}, “{action.title}”?", _promise(action)), asked, action.proposed_at, links.action(action.number)
            )
        if action.status is Status.DONE and action.done_at:
            words = (
                f"Verify {action.label}, “{action.title}”?",
                "Verified, it counts as delivered. If something is missing, set it back to In progress.",
            )
            yield _matter(words, name(action.done_by, who), action.done_at, links.action(action.number))


def _promise(action: Action) -> str:
    level = "" if action.level_to is None else f" and level {action.level_to}"
    gain = f"It promises {figure(action.index_lift)} points of the index{level}. " if action.index_lift else ""
    return f"{gain}Accepting it names an owner and a due date."


def _about(action: Action, who: Names, consequence: str) -> Matter:
    words = (f"{action.label}, “{action.title}”", consequence)
    return _matter(words, name(action.owner_id, who), action.updated_at, links.action(action.number))


def _matter(words: tuple[str, str], who: str, since: datetime, link: str) -> Matter:
    return Matter(what=words[0], consequence=words[1], who=who, since=since, link=link)


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"

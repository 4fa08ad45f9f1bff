"""The ten and the register in sentences."""

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from exports.words.numbers import count, counted, days, quoted, start
from exports.words.summary import first_step, register_label, startable
from improvement.model import RUNNING, Action, Status
from improvement.standing_model import Advice, Standing

STATUS_WORDS: Mapping[Status, str] = MappingProxyType(
    {
        Status.PROPOSED: "Proposed",
        Status.ACCEPTED: "Not started",
        Status.IN_PROGRESS: "In progress",
        Status.BLOCKED: "Blocked",
        Status.DONE: "Done",
        Status.VERIFIED: "Verified",
        Status.CANCELLED: "Cancelled",
    }
)
_ORDER = (Status.BLOCKED, Status.IN_PROGRESS, Status.ACCEPTED, Status.PROPOSED, Status.DONE, Status.VERIFIED, Status.CANCELLED)


def ten_finding(standing: Standing) -> str:
    """The title of the ten."""
    ten = standing.ten
    if not ten:
        return "No action is recommended at these answers"
    low, high = (sum((advice.action.effort_days[i] for advice in ten), Fraction(0)) for i in (0, 1))
    freed = sum(advice.opens_level for advice in ten)
    free = "all" if freed == len(ten) > 1 else f"{count(freed)} of them"
    name = "The first action takes" if len(ten) == 1 else f"The first {count(len(ten))} actions take"
    said = f"{name} {days(low, high)}"
    return f"{said}; {free} {'frees' if freed == 1 else 'free'} a level that is held back" if freed else said


def ten_decision(standing: Standing) -> str:
    """The so-what of the ten."""
    fresh = startable(standing, standing.ten)
    if not standing.ten:
        return "Keep what is there, and look again after the next assessment."
    if not fresh:
        return "All of them are in the register. Review their dates at the next meeting."
    return first_step(standing, fresh)


def place_words(standing: Standing, advice: Advice) -> str:
    """What it waits for, what holds it, and whether it is in the register."""
    said = []
    if advice.waits_for:
        titles = [quoted(standing.questionnaire.actions[a].title) for a in advice.waits_for if a in standing.questionnaire.actions]
        said.extend([f"After {' and '.join(titles)}."] if titles else [])
    if advice.held_by_gate:
        gate = next((g.title for g in standing.questionnaire.gates if g.id == advice.held_by_gate), advice.held_by_gate)
        said.append(f"Not yet: the adoption gate {quoted(gate)} is not passed.")
    if label := register_label(standing, advice):
        said.append(f"In the register as {label}.")
    return " ".join(said)


def register_finding(standing: Standing) -> str:
    """The title of the register."""
    actions = standing.actions
    accepted = [action for action in actions if action.status in RUNNING]
    if not actions:
        return "No action is in the register yet"
    if not accepted:
        waiting = sum(action.status is Status.PROPOSED for action in actions)
        return (
            start(f"{counted(waiting, 'proposed action')} {'waits' if waiting == 1 else 'wait'} for a decision, none is running")
            if waiting
            else "No action is running"
        )
    late = sum(action.is_overdue(standing.today) for action in accepted)
    stuck = sum(action.status is Status.BLOCKED for action in accepted)
    said = _running(standing)
    if late:
        return f"{said}; {count(late)} {_is(late)} overdue"
    return f"{said}; {count(stuck)} {_is(stuck)} blocked" if stuck else f"{said}, none overdue"


def under_way(standing: Standing) -> int:
    """Actions that somebody has begun and not finished, blocked ones among them."""
    return sum(action.status in {Status.IN_PROGRESS, Status.BLOCKED} for action in standing.actions)


def not_started(standing: Standing) -> int:
    """Accepted actions that nobody has begun."""
    return sum(action.status is Status.ACCEPTED for action in standing.actions)


def _running(standing: Standing) -> str:
    running, waiting = under_way(standing), not_started(standing)
    said = f"{counted(running, 'action')} of {len(standing.actions)} {_is(running)} running" if running else "No action is running"
    return start(f"{said}, {count(waiting)} {_is(waiting)} not started" if waiting else said)


def _is(many: int) -> str:
    return "is" if many == 1 else "are"


def register_decision(standing: Standing) -> str:
    """The so-what of the register: the oldest overdue action, else a blocked one, else what waits."""
    late = sorted(
        (a for a in standing.actions if a.due and a.is_overdue(standing.today)), key=lambda a: (a.due or standing.today, a.number)
    )
    if late:
        return f"Decide on {_named(late[0])}, due longest: a new date with a reason, more hands, or cancel it."
    stuck = [action for action in standing.actions if action.status is Status.BLOCKED]
    if stuck:
        return f"Decide what unblocks {_named(stuck[0])}, and who does it."
    waiting = sum(action.status is Status.PROPOSED for action in standing.actions)
    if waiting:
        return f"Accept or drop the {counted(waiting, 'proposed action')}; each accepted one needs an owner and a date."
    done = sum(action.status is Status.DONE for action in standing.actions)
    if done:
        return f"Verify the {counted(done, 'done action')}: somebody other than the owner looks at what proves it."
    return (
        "Accept the first of the ten, with an owner and a date."
        if not standing.actions
        else "Nothing waits for a decision; review the dates at the next meeting."
    )


def ordered(standing: Standing) -> tuple[Action, ...]:
    """What runs first, what is overdue at the top; cancelled last."""
    return tuple(sorted(standing.actions, key=lambda a: (not a.is_overdue(standing.today), _ORDER.index(a.status), a.number)))


def status_words(standing: Standing, action: Action) -> str:
    """`In progress 40 %`; one's own verification is labelled so."""
    if action.status is Status.VERIFIED and action.verified_by and action.verified_by in (action.owner_id, action.done_by):
        return "Verified by owner"
    if action.status in RUNNING and action.is_stale(standing.now):
        return f"{STATUS_WORDS[action.status]}, stale"
    return STATUS_WORDS[action.status]


def practice_words(standing: Standing, action: Action) -> str:
    """The practice by its name in the questionnaire that the action comes from, where that is known here; `The whole` where it has none."""
    if action.practice is None:
        return "The whole"
    today = standing.renewed.stands_on if standing.renewed else ()
    beside = (*standing.stands_on, *today, *((standing.carries,) if standing.carries else ()))
    known = (standing.questionnaire, *(one.questionnaire for one in beside))
    asked = (one for one in known if action.questionnaire in (None, one.id) and action.practice in one.practices)
    practice = next((one.practices[action.practice] for one in asked), None)
    return practice.title if practice else start(action.practice.replace("-", " "))


def _named(action: Action) -> str:
    return f"{action.label} {quoted(action.title)}"

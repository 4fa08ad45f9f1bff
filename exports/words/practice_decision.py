"""What to do about one practice."""

from exports.words.index import sure_level
from exports.words.numbers import counted, quoted
from exports.words.practice import yardstick
from exports.words.source import counts
from exports.words.summary import first_step, in_register, startable
from improvement.model import RUNNING, Status
from improvement.standing_model import Advice, Standing


def practice_advice(standing: Standing, practice: str) -> tuple[Advice, ...]:
    """What is recommended for it and not in the register yet."""
    return tuple(advice for advice in standing.advice if advice.practice == practice and not in_register(standing, advice))


def practice_decision(standing: Standing, practice: str) -> str:
    """The so-what of a practice: one decision."""
    score = standing.score.practices[practice]
    if score.index is None and (missing := counts(score.trace).missing):
        them = "it" if missing == 1 else "them"
        return f"Answer the {counted(missing, 'question')} of this practice first; without {them} nothing can be recommended."
    own = [action for action in standing.actions if action.practice == practice]
    late = [action for action in own if action.is_overdue(standing.today)]
    if late:
        return f"Decide on {late[0].label} {quoted(late[0].title)}, which is overdue: a new date with a reason, more hands, or cancel it."
    if any(action.status in RUNNING for action in own):
        running = sum(action.status in RUNNING for action in own)
        return f"See the {counted(running, 'running action')} of this practice through before starting another."
    if waiting := [action for action in own if action.status is Status.PROPOSED]:
        return f"Accept or drop {waiting[0].label} {quoted(waiting[0].title)}; once accepted it needs an owner and a date."
    return _advised(standing, practice)


def _advised(standing: Standing, practice: str) -> str:
    score = standing.score.practices[practice]
    advice = practice_advice(standing, practice)
    level = sure_level(score)
    if level is not None and level >= yardstick(standing, practice):
        return "The target is reached. Keep what carries it, and spend the days on a practice that is short of its own."
    if first := startable(standing, advice):
        return first_step(standing, first)
    return "Nothing more is recommended here at these answers. Look again at the next assessment."

"""The first sentences on Home. Pure."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exports.words.index import level_number
from exports.words.numbers import between, count, counted, day, index, listed, quoted, start
from improvement.home_model import Holding, Position, Situation
from improvement.standing_model import HEADLINE_FROM
from scoring.result import Score
from ui.parts.markdown import escaped

NAMED = 2


class Figure(NamedTuple):
    """One figure with its caveat; `warns` where the caveat is a reason to act."""

    label: str
    value: str
    caveat: str
    warns: bool = False


def title(here: Situation) -> str:
    """The finding: where the newest final result stands and what holds it, or how far the first assessment is."""
    if here.leading:
        return position_words(here.leading)
    if here.under_way:
        return f"{here.under_way[0].what} is under way; a result needs the rest of its answers"
    return "Every question is answered; finalise to see the result stand" if here.decisions else "Start with one assessment"


def lead(here: Situation) -> str:
    """The index with its range and what waits; for nobody's assessment, what comes of one."""
    if here.leading:
        return f"{index_lead(here.leading)} {_waiting(here)}"
    if here.under_way:
        return escaped(here.under_way[0].consequence)
    if here.decisions:
        return _waiting(here)
    return "Ten minutes for an estimate, 35 for levels. From the answers follow where you stand, what holds you back, and what to do first."


def position_words(position: Position) -> str:
    """`IT is at level 0, held back by “A” and “B”`."""
    overall, own = position.overall, [one for one in known(position.held_back_by) if not one.is_foundation]
    if overall.level is None or not _is_headline(overall):
        return f"{position.function}: {_estimate(position)}"
    if position.is_held:
        return _held(position)
    at = f"{position.function} is at level {overall.level}"
    if not own:
        return at
    if len(own) > NAMED:
        return f"{at}, held back by {count(len(own))} practices"
    return f"{at}, held back by {listed([quoted(one.title) for one in own])}"


def other(position: Position) -> str:
    """`IT, ITSM Foundations: level 2`."""
    overall = position.overall
    stands = f"level {overall.level}" if overall.level is not None and _is_headline(overall) else _estimate(position)
    return f"{position.function}, {position.questionnaire}: {stands}"


def _held(position: Position) -> str:
    at = position.overall.gated_level or 0
    under = [one for one in position.held_back_by if one.is_foundation and one.level is not None and one.level <= at]
    names = listed([one.title for one in under]) if len(under) <= NAMED else f"{count(len(under))} foundations"
    return f"{position.function} is at level {position.overall.level} by points, held at {position.overall.gated_level} by {names}"


def lay_first(position: Position) -> str:
    """`Lay Knowledge first.` where foundations hold the level: the lowest of them, and of those the one that holds most."""
    first = next((one for one in position.held_back_by if one.is_foundation and one.level is not None), None)
    return f"Lay {first.title} first." if first and position.is_held else ""


def known(holding: Sequence[Holding]) -> tuple[Holding, ...]:
    """Without the foundations that nobody has assessed yet."""
    return tuple(one for one in holding if one.level is not None)


def figures(here: Situation, first: Position, running: int) -> tuple[Figure, ...]:
    """Index, level, actions on time, decisions."""
    overall, late, waiting = first.overall, len(here.overdue), len(here.decisions)
    own = [one for one in known(first.held_back_by) if not one.is_foundation]
    foundations = len(first.held_back_by) - len(known(first.held_back_by))
    return (
        Figure("Index, 0 to 100", _number(overall), _range(overall)),
        Figure("Level", level_number(overall), _level_caveat(first, len(own), foundations), bool(own)),
        Figure(
            "Actions on time",
            f"{running - late} of {running}" if running else "none",
            _late(late, len(here.stale)),
            bool(late or here.stale),
        ),
        Figure("Waiting for you", str(waiting), _since(here)),
    )


def _since(here: Situation) -> str:
    if here.decisions:
        return f"since {day(here.decisions[0].since.date())}"
    return "no action chosen yet" if here.nothing_chosen else "nothing to decide"


def nothing_held(position: Position) -> str:
    """What to say where nothing is known to hold a level back: a quick assessment has no levels at all."""
    if _is_estimate(position):
        return "Levels, and what holds them back, need the full assessment. Every answer is kept when you go on to it."
    return ":green[:material/check:] Nothing holds it back."


def _is_estimate(position: Position) -> bool:
    return position.assessment.mode == "quick"


def _level_caveat(position: Position, own: int, foundations: int) -> str:
    if _is_estimate(position):
        return "needs all questions"
    if position.is_held:
        return f"held at {position.overall.gated_level}"
    if own:
        return f"held back by {own}"
    return "foundations unknown" if foundations else "nothing holds it"


def waiting_title(here: Situation) -> str:
    """`Two things need your decision`; with assessments to go on with, `Three things wait for you`."""
    of, all_of = len(here.decisions), len(here.under_way) + len(here.decisions)
    if here.under_way and here.decisions:
        return start(f"{counted(all_of, 'thing')} wait for you")
    return start(f"{counted(of, 'thing')} {'needs' if of == 1 else 'need'} your decision") if of else "Go on here"


def late_title(late: int) -> str:
    """`One action is late`."""
    return start(f"{counted(late, 'action')} {'is' if late == 1 else 'are'} late")


def stale_title(stale: int) -> str:
    """`Two actions have had no update for 30 days`."""
    return start(f"{counted(stale, 'action')} {'has' if stale == 1 else 'have'} had no update for 30 days")


def index_lead(position: Position) -> str:
    """The index with its range, and the assessment it is from."""
    overall = position.overall
    shown = (
        f"**{_number(overall)} of 100**" if _is_headline(overall) else f"between **{index(overall.low)} and {index(overall.high)}** of 100"
    )
    return f"The index {'is' if _is_headline(overall) else 'lies'} {shown}, by {escaped(quoted(position.assessment.name))}."


def _waiting(here: Situation) -> str:
    waiting, late = len(here.decisions), len(here.overdue)
    parts = [f"{counted(waiting, 'decision')} {'waits' if waiting == 1 else 'wait'} for you"] if waiting else []
    parts += [f"{counted(late, 'action')} {'is' if late == 1 else 'are'} late"] if late else []
    if not parts and here.nothing_chosen:
        return "No action is chosen yet."
    return start(f"{listed(parts)}.") if parts else "Nothing waits for a decision."


def _estimate(position: Position) -> str:
    overall = position.overall
    if overall.level_low is None:
        return f"a quick estimate of {_number(overall)} of 100"
    return (
        f"between level {overall.level_low} and {overall.level_high}"
        if overall.level_low != overall.level_high
        else f"level {overall.level_low}"
    )


def _is_headline(score: Score) -> bool:
    return score.index is not None and score.completeness is not None and score.completeness >= HEADLINE_FROM


def _number(score: Score) -> str:
    return index(score.index) if _is_headline(score) else f"{index(score.low)}–{index(score.high)}"


def _range(score: Score) -> str:
    if score.low == score.high or score.low is None:
        return "all answered"
    return between(index(score.low), index(score.high))


def _late(late: int, stale: int) -> str:
    parts: Mapping[str, int] = {"late": late, "stale": stale}
    return ", ".join(f"{n} {word}" for word, n in parts.items() if n) or "none late, none stale"

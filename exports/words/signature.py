"""What the pillars stand on, in words: who stands true, who leans, and which foundations let them."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from exports.words.gates import foundation
from exports.words.index import level_number
from exports.words.numbers import count, counted, day, listed, start
from exports.words.source import Counts, counts
from improvement.standing_model import Beside
from scoring.bearing import Bearing
from scoring.result import Binding, Score

Bearings = Mapping[str, Bearing]
"""By dimension."""
Naming = Callable[[str], str]
"""The title of a practice by the reference that `needs` gives it."""
NAMED = 2
"""More foundations than these are counted."""
INVITATION = "Nothing is known to stand here yet. Assess the pillars to see what these foundations carry."


def naming(besides: Iterable[Beside]) -> Naming:
    """What each prerequisite is called in these assessments."""
    known = [one.questionnaire for one in besides]
    return lambda reference: foundation(reference, known)


def bearing_finding(pillars: Beside | None, ground: Sequence[Beside], bearings: Bearings) -> str:
    """`All three pillars stand at level 2 by points; Knowledge at level 1 lets two of them lean`."""
    if pillars is None:
        return _ground_finding(ground)
    if not bearings:
        return "Nothing in this questionnaire applies here"
    if any(one.assessment.mode == "quick" for one in (pillars, *ground)):
        return "A quick estimate has no levels, so nobody can tell what the pillars rest on"
    if not ground and any(one.unassessed for one in bearings.values()):
        return "Nobody knows what the pillars stand on: the foundations are not assessed"
    return _judged_finding(bearings, naming(one for one in (pillars, *ground)))


def column_words(score: Score, bearing: Bearing) -> str:
    """`Level 3, held at 1`, `Level 2, carried`; the level alone where nobody can tell, nothing where there is none."""
    if score.level_low is None:
        return "No level: an estimate"
    said = f"Level {level_number(score)}"
    if not bearing.level or bearing.carried is None:
        return said
    return f"{said}, held at {bearing.carried}" if bearing.lean else f"{said}, carried"


def held_words(bearing: Bearing, name: Naming) -> str:
    """For the table: `Held at 1 by Knowledge`, `Carried`, `Not determinable: Knowledge has no level`."""
    if bearing.carried is None:
        missing = names(bearing.unassessed, name)
        return f"Not determinable: {listed(missing)} {_have(missing)} no level" if missing else "Not determinable"
    if bearing.lean:
        return f"Held at {bearing.carried} by {listed(names(bearing.holding, name))}"
    return "Carried" if bearing.level else "Nothing to carry yet"


def needs_words(binding: Sequence[Binding], letters: Sequence[str]) -> str:
    """`needs 3 for A, B`: the pillars that lean by it; `needs 3 for one practice` where none does."""
    if not binding:
        return ""
    needs = max(b.needs for b in binding)
    whom = ",\u00a0".join(letters) or counted(len({b.holds for b in binding}), "practice")
    return f"needs {needs} for\u00a0{whom}"


def names(binding: Iterable[Binding], name: Naming) -> list[str]:
    """The prerequisites, each once."""
    return list(dict.fromkeys(name(b.id) for b in binding))


def place_words(one: Beside) -> str:
    """`ITSM Foundations · IT, Autumn 2026`; the function once, where the assessment's name begins with it."""
    name = one.assessment.name
    return f"{one.questionnaire.title} · {name if name.startswith(one.function) else f'{one.function}, {name}'}"


def bearing_source(pillars: Beside | None, ground: Sequence[Beside]) -> str:
    """How to read it, and what was answered when."""
    both = [one for one in (pillars, *ground) if one is not None]
    said = ". ".join(f"{place_words(one)}: {_answered(one)}, {day(one.ended)}" for one in both)
    method = f"Method {', '.join(dict.fromkeys(one.score.method for one in both))}."
    return f"{_key(pillars, ground)}{_borrowed(pillars, ground)} {said}. {method}"


def _key(pillars: Beside | None, ground: Sequence[Beside]) -> str:
    if pillars is None:
        return "Each stone is a practice with its level."
    if not ground:
        return "A column is as high as its level by points; whether it stands true cannot be told before the stones under it are assessed."
    return "A column is solid as far as its foundations carry it, and leans off the plumb line by the levels that they do not."


def _borrowed(pillars: Beside | None, ground: Sequence[Beside]) -> str:
    others = [one.function for one in ground if pillars and one.assessment.function_id != pillars.assessment.function_id]
    if not (pillars and others):
        return ""
    return f" {pillars.function} has no foundations of its own that are final, so those of {listed(list(dict.fromkeys(others)))} count."


def _answered(one: Beside) -> str:
    of: Counts = counts(term for practice in one.score.practices.values() for term in practice.trace)
    return f"{of.answered} of {of.applicable} questions answered"


def _judged_finding(bearings: Bearings, name: Naming) -> str:
    if any(one.lean for one in bearings.values()):
        return _leaning_finding(bearings, name)
    if unknown := sum(one.level is None for one in bearings.values()):
        return f"How high {_stand(unknown, len(bearings))} is still open, and so is what carries {'it' if unknown == 1 else 'them'}"
    return _open_finding(bearings, name) if any(one.carried is None for one in bearings.values()) else _true_finding(bearings, name)


def _leaning_finding(bearings: Bearings, name: Naming) -> str:
    levels = {one.level for one in bearings.values()}
    same = f"{_all(len(bearings))} at level {levels.pop()} by points; " if len(levels) == 1 and len(bearings) > 1 else ""
    leaning = sum(bool(one.lean) for one in bearings.values())
    weak = _weakest(bearings)
    who = _who(leaning, len(bearings), of_them=bool(same))
    if len(weak) > NAMED:
        let = f"{count(len(weak))} weak foundations let {who} lean, {name(weak[0].id)} most"
    else:
        let = f"{_at_levels(weak, name)} {'lets' if len(weak) == 1 else 'let'} {who} lean"
    return start(f"{same}{let}")


def _at_levels(weak: Sequence[Binding], name: Naming) -> str:
    if len({b.level for b in weak}) == 1:
        return f"{listed(names(weak, name))} at level {weak[0].level}"
    return listed([f"{name(b.id)} at level {b.level}" for b in weak])


def _weakest(bearings: Bearings) -> list[Binding]:
    """What lets pillars lean, each once: the lowest first, then what lets most of them lean."""
    tilting = [b for one in bearings.values() for b in {b.id: b for b in one.tilting}.values()]
    often = [b.id for b in tilting]
    once = {b.id: b for b in tilting}
    return sorted(once.values(), key=lambda b: (b.level or 0, -often.count(b.id)))


def _who(number: int, every: int, *, of_them: bool = False) -> str:
    if every == 1:
        return "the pillar"
    if of_them:
        return "all of them" if number == every else f"{count(number)} of them"
    return f"all {count(every)} pillars" if number == every else f"{count(number)} of {count(every)} pillars"


def _true_finding(bearings: Bearings, name: Naming) -> str:
    if all(not one.level for one in bearings.values()):
        return f"{_all(len(bearings))} at level 0: there is nothing yet for the foundations to carry"
    said = f"{_all(len(bearings))} true on {'its' if len(bearings) == 1 else 'their'} foundations"
    binding = [b for one in bearings.values() for b in one.binding]
    if not binding:
        return said
    held = counted(len({b.holds for b in binding}), "practice")
    weak = names(sorted(binding, key=lambda b: b.level or 0), name)
    by = listed(weak) if len(weak) <= NAMED else counted(len(weak), "foundation")
    return f"{said}, though {by} {'holds' if len(weak) == 1 else 'hold'} {held} back"


def _open_finding(bearings: Bearings, name: Naming) -> str:
    missing = names([b for one in bearings.values() for b in one.unassessed], name)
    open_ones = sum(one.carried is None for one in bearings.values())
    who = _stand(open_ones, len(bearings))
    named = listed(missing) if len(missing) <= NAMED else f"{count(len(missing))} of their foundations"
    return f"Nobody can tell yet whether {who} true: {named} {_have(missing)} no level"


def _ground_finding(ground: Sequence[Beside]) -> str:
    levels = {
        practice.title: one.score.practices[practice.id].level
        for one in ground
        for practice in one.questionnaire.practices.values()
        if practice.id in one.score.practices and one.score.practices[practice.id].low is not None
    }
    known = {title: level for title, level in levels.items() if level is not None}
    if not known:
        return "The foundations have no levels yet, and no pillars are assessed on them"
    low = min(known.values())
    at = [title for title, level in known.items() if level == low]
    if len(at) == len(levels):
        return f"All {count(len(at))} foundations lie at level {low}; no pillars are assessed on them yet"
    if len(at) == 1:
        return f"{at[0]} is the weakest foundation, at level {low}; no pillars are assessed yet"
    who = listed(at) if len(at) <= NAMED else start(f"{count(len(at))} of {count(len(levels))} foundations")
    return f"{who} {'are the weakest' if len(at) > NAMED else 'are the weakest foundations'}, at level {low}; no pillars are assessed yet"


def _all(number: int) -> str:
    return "The pillar stands" if number == 1 else f"All {count(number)} pillars stand"


def _stand(number: int, every: int) -> str:
    return f"{_who(number, every)} {'stands' if number == 1 else 'stand'}"


def _have(missing: Sequence[str]) -> str:
    return "has" if len(missing) == 1 else "have"

"""The organisation's functions side by side, in sentences: who is ahead where, and what to ask them."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from exports.words.index import is_told
from exports.words.numbers import count, counted, day, index, listed, quoted
from exports.words.source import as_of
from exports.words.targets import is_open
from improvement.benchmark_model import Sister, Unready
from improvement.standing_model import Standing
from scoring.result import PracticeScore

AHEAD_FROM = 10
"""Index points, in quick mode, which has no levels: half a level of five. Less is not called a lead."""
ALONE = "There is no other function in this organisation. Add one in Settings, and assess it with the same questionnaire."


class Lead(NamedTuple):
    """One practice in which another function is ahead (by more than 0) or behind."""

    sister: Sister
    practice: str
    by: Fraction
    """Levels; in quick mode index points."""


def leads(standing: Standing) -> tuple[Lead, ...]:
    """Every practice in which a sister is ahead, the largest lead first."""
    ahead = (lead for lead in _differences(standing) if lead.by > 0)
    return tuple(sorted(ahead, key=lambda lead: lead.by, reverse=True))


def sisters_finding(standing: Standing) -> str:
    """`HR is two levels ahead in “Simple first”`."""
    if not standing.sisters.compared:
        return "No other function can be compared yet"
    every, ahead = _differences(standing), leads(standing)
    if not every:
        return "Too little is answered to hold the functions beside each other"
    if not ahead:
        names = listed([one.function for one in standing.sisters.compared])
        return f"{names} {'is' if len(standing.sisters.compared) == 1 else 'are'} nowhere ahead of {standing.function}"
    first = ahead[0]
    alike = [lead for lead in ahead if (lead.sister, lead.by) == (first.sister, first.by)]
    where = listed([quoted(_title(standing, lead.practice)) for lead in alike]) if len(alike) < 3 else counted(len(alike), "practice")
    return f"{first.sister.function} is {_far(standing, first.by)} ahead in {where}"


def sisters_clause(standing: Standing) -> str:
    """`HR is ahead in four`, `other functions are ahead in nine`, for the title over all; empty where nothing is compared."""
    ahead = leads(standing)
    names = {lead.sister.function for lead in ahead}
    if not names:
        return ""
    who = f"{ahead[0].sister.function} is" if len(names) == 1 else "other functions are"
    return f"{who} ahead in {count(len({lead.practice for lead in ahead}))}"


def sister_words(standing: Standing, sister: Sister) -> str:
    """Where it is ahead, and what to do about it; or what it could ask in turn."""
    ahead = [lead for lead in leads(standing) if lead.sister == sister]
    if ahead:
        rest = f" They are ahead in {counted(len(ahead) - 1, 'more practice')}." if len(ahead) > 1 else ""
        far, title = _far(standing, ahead[0].by), quoted(_title(standing, ahead[0].practice))
        return f"Ask {sister.function} how they do {title}: they are {far} ahead.{rest}"
    told = [lead for lead in _differences(standing) if lead.sister == sister]
    if not told:
        return f"Too little is answered to tell how {sister.function} stands beside you."
    behind = sorted((lead for lead in told if lead.by < 0), key=lambda lead: lead.by)
    if not behind:
        return f"{sister.function} stands where you stand, as far as can be told."
    return f"{sister.function} is nowhere ahead; it could ask you how you do {quoted(_title(standing, behind[0].practice))}."


def ask_first(standing: Standing) -> str:
    """The one decision, where a sister is ahead in a practice that is short of its target; empty otherwise."""
    short = {gap.practice for gap in standing.gaps if is_open(standing, gap)}
    first = next((lead for lead in leads(standing) if lead.practice in short), None)
    if first is None:
        return ""
    far, title = _far(standing, first.by), quoted(_title(standing, first.practice))
    return (
        f"Ask {first.sister.function} how they do {title}: they are {far} ahead, "
        "under the same roof and the same rules, and you are short of your own target there."
    )


def unready_words(one: Unready) -> str:
    """What it would take to compare a function that is not there."""
    if one.begun is None:
        return f"{one.function} has not been assessed with this questionnaire. Start an assessment of it."
    if one.begun.finalised_at is None:
        return f"{one.function} is being assessed. Finalise {quoted(one.begun.name)}; until then nothing of it is compared."
    if one.begun.mode == "quick":
        return f"{one.function} has a quick estimate alone. Go on to the full assessment there, then the two can be compared."
    return f"{one.function} was assessed with another version of the questionnaire, whose questions cannot be laid beside these."


def place(standing: Standing, score: PracticeScore) -> Fraction | None:
    """The level that a function may be held to, in quick mode the index; None where missing answers leave it open."""
    if standing.assessment.mode == "quick":
        return score.index if is_told(score) else None
    settled = is_told(score) or score.level_low == score.level_high
    return Fraction(score.level) if settled and score.level is not None else None


def sisters_source(standing: Standing) -> str:
    """How many questions, which results, and that gates are left out."""
    ends = [f"{one.function} {day(one.assessment.ends)}" for one in standing.sisters.compared]
    named = "; ".join([f"{standing.function} {day(as_of(standing))}", *ends])
    what = "Index" if standing.assessment.mode == "quick" else "Level by points"
    return f"{what} on the {standing.sisters.questions} questions that all of them were asked. {named}."


def _differences(standing: Standing) -> tuple[Lead, ...]:
    own = standing.sisters.own
    if own is None:
        return ()
    found = (_lead(standing, own.practices[name], sister, name) for name in _practices(standing) for sister in standing.sisters.compared)
    return tuple(lead for lead in found if lead is not None)


def _practices(standing: Standing) -> Iterable[str]:
    own = standing.sisters.own
    return [name for name in standing.questionnaire.practices if own is not None and name in own.practices]


def _lead(standing: Standing, own: PracticeScore, sister: Sister, practice: str) -> Lead | None:
    theirs = sister.score.practices[practice]
    here, there = place(standing, own), place(standing, theirs)
    if here is None or there is None:
        return None
    is_lead = standing.assessment.mode == "full" or abs(there - here) >= AHEAD_FROM
    return Lead(sister, practice, there - here if is_lead else Fraction(0))


def _title(standing: Standing, practice: str) -> str:
    return standing.questionnaire.practices[practice].title


def _far(standing: Standing, by: Fraction) -> str:
    """`two levels`, `23 points`."""
    return f"{index(by)} points" if standing.assessment.mode == "quick" else counted(int(by), "level")

"""How far a result is from its own targets, and whether that could be chance, in sentences."""

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from assessment.model import TargetProfile
from exports.words.agreement import margin
from exports.words.numbers import NOBODY_KNOWS, count, counted, day, listed, quoted, start
from exports.words.options import rational
from improvement.standing_model import Gap, Standing
from scoring.panel_items import Untold

HOW_SURE = (
    "The gap counts levels. Whether it could be chance, the index tells: where the interval of what people answered leaves out the index "
    "of a practice exactly at its target, the difference is beyond doubt."
)
ONE_PERSON = "One person answered, so nobody can tell how much of a gap is chance. Ask five people or more, and the doubt gets a size."

NOBODY = "Nothing is answered yet, so there is nothing to hold against a target."


class Doubt(StrEnum):
    """Where the target's index lies, seen from the interval of the practice's."""

    BELOW = "below"
    ABOVE = "above"
    CHANCE = "chance"


_UNTOLD: Mapping[Untold, str] = {
    Untold.NOBODY: "Nobody has answered",
    Untold.NOT_APPLICABLE: "Does not apply",
    Untold.CONSENSUS: "One agreed answer: no interval",
    Untold.TOO_FEW: "Fewer than five people: no interval",
    Untold.NO_REPLICATION: "No two people of one role group: no interval",
    Untold.WITHHELD: "Too few anonymous people answered the same questions",
}
_SAID: Mapping[tuple[Doubt, bool | None], str] = {
    (Doubt.BELOW, True): "Below the target, beyond doubt",
    (Doubt.BELOW, False): "Level reached, though not in full",
    (Doubt.BELOW, None): "Too little is answered",
    (Doubt.CHANCE, True): "Could be chance",
    (Doubt.CHANCE, False): "At the target; could be chance",
    (Doubt.CHANCE, None): "Too little is answered",
    (Doubt.ABOVE, True): "Enough points, but a lower level is not complete",
    (Doubt.ABOVE, False): "Above the target, beyond doubt",
    (Doubt.ABOVE, None): "Too little is answered",
}
"""By where the target lies and whether the level is short of it."""


def doubt(standing: Standing, gap: Gap) -> Doubt | None:
    """None where there is no interval."""
    interval = standing.panel.practices[gap.practice].interval if standing.panel else None
    if interval is None:
        return None
    low, high = map(rational, interval)
    if high < gap.target_index:
        return Doubt.BELOW
    return Doubt.ABOVE if low > gap.target_index else Doubt.CHANCE


def sure_words(standing: Standing, gap: Gap) -> str:
    """`Below the target, beyond doubt`; why nothing can be told; empty where one person answered everything."""
    if standing.panel is None:
        return ""
    told = standing.panel.practices[gap.practice]
    if told.respondents == 1:
        return "One person answered: no interval"
    found = doubt(standing, gap)
    if found is None:
        return _UNTOLD[told.untold or Untold.TOO_FEW]
    return _SAID[found, is_open(standing, gap)]


def alone_words(standing: Standing) -> str:
    """Why nobody can tell what is chance, where fewer than two people answered."""
    return ONE_PERSON if standing.score.overall.completeness else NOBODY


def sure_finding(standing: Standing) -> str:
    """`Two of five gaps are beyond doubt`; why none can be told."""
    if standing.panel is None:
        return "Nobody can tell yet which gaps could be chance"
    short = [gap for gap in standing.gaps if is_open(standing, gap)]
    if not short:
        unknown = any(is_open(standing, gap) is None for gap in standing.gaps)
        return "Too little is answered to tell a gap from chance" if unknown else "No gap is left that could be chance"
    sure = sum(doubt(standing, gap) is Doubt.BELOW for gap in short)
    if all(doubt(standing, gap) is None for gap in short):
        return "No practice has answers enough to tell whether its gap is chance"
    if sure == len(short):
        every = "Both" if sure == 2 else f"All {count(sure)}"
        return "The one gap is beyond doubt" if sure == 1 else f"{every} gaps are beyond doubt"
    return start(f"{count(sure) if sure else 'none'} of {counted(len(short), 'gap')} {'is' if sure < 2 else 'are'} beyond doubt")


def interval_words(standing: Standing, gap: Gap) -> str:
    """`41–60`; a dash where there is no interval."""
    told = standing.panel.practices[gap.practice] if standing.panel else None
    return margin(told.interval) if told and told.interval else NOBODY_KNOWS


def aims_words(standing: Standing) -> str:
    """Whose targets they are: a profile's, or this assessment's own."""
    own = {practice: level for practice, level in standing.assessment.targets.items() if practice in standing.questionnaire.practices}
    for profile in standing.target_profiles:
        if own.items() <= profile.levels.items():
            return f"The targets are those of {quoted(profile.name)}. {profile_words(standing, profile)}"
    return "These targets are this assessment’s own."


def profile_words(standing: Standing, profile: TargetProfile) -> str:
    """Who set it, when and why: `Set by Asha Rao on 3 Sep 2026: It is what the board wants`."""
    by = standing.name(profile.set_by)
    return f"Set {f'by {by} ' if by else ''}on {day(profile.set_at.date())}: {profile.reason}"


def levels_words(levels: Iterable[int]) -> str:
    """`level 4 in ten practices, level 3 in two`."""
    found = Counter(levels)
    first, *rest = sorted(found, key=lambda level: (-found[level], -level))
    said = [f"level {first} in {counted(found[first], 'practice')}", *(f"level {level} in {count(found[level])}" for level in rest)]
    return listed(said)


def is_open(standing: Standing, gap: Gap) -> bool | None:
    """Whether the target is not reached yet; None where too little is answered to tell."""
    missing = gap.points if standing.assessment.mode == "quick" else gap.levels
    return None if missing is None else missing > 0

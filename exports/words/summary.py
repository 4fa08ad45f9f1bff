"""The whole on one page: its finding, its lead, its decision."""

from collections.abc import Sequence

from exports.words.gaps import concentration, furthest, gap_finding, open_gaps, unrated
from exports.words.gates import gated_words, held_practices, held_until, today_first
from exports.words.index import change_words, index_words, level_of
from exports.words.nothing import CHOOSE_ANOTHER, applies, fill_in, is_looked_at
from exports.words.numbers import between, count, counted, days, index, inside, listed, money, quoted, signed, start
from exports.words.pillars import pillar_finding
from exports.words.source import all_counts, scored
from improvement.model import Status
from improvement.standing_model import Advice, Standing

ENDED = frozenset({Status.CANCELLED})


def headline(standing: Standing) -> str:
    """The one sentence that comes first."""
    overall = standing.score.overall
    of = all_counts(standing)
    if overall.completeness is None:
        return "Nothing in this questionnaire applies here"
    if not of.answered:
        return f"Nothing is {'known' if is_looked_at(standing) else 'answered'} yet, so the index may be anything from 0 to 100"
    if not standing.has_headline:
        return (
            f"With {of.answered} of {of.applicable} questions answered, the index lies {between(index(overall.low), index(overall.high))}"
        )
    if standing.assessment.mode == "quick":
        return _estimate(standing)
    return _of_level(standing)


def summary_lead(standing: Standing) -> str:
    """Index and level with their ranges, what holds the level, and what was there before."""
    where = f"{standing.function} at {standing.organisation}"
    if not applies(standing):
        return f"Nothing of it applies to {where}, so there is no index and no level."
    said = [f"{where} stands {_at(standing)}."]
    gated = gated_words(standing)
    if gated.startswith("not"):
        said.append(f"Its gated level is {gated}.")
    elif gated and gated[0].isdigit():
        said.append(f"Level {gated}.")
    elif held := held_practices(standing):
        rest = "is held back by what it rests on" if len(held) == 1 else "are held back by what they rest on"
        said.append(start(f"{counted(len(held), 'practice')} {rest}."))
    if standing.previous:
        said.append(change_words(standing.previous))
    return " ".join(said)


def _at(standing: Standing) -> str:
    words = f"at {index_words(standing)}" if standing.has_headline else index_words(standing)
    if standing.assessment.mode == "quick":
        return f"{words}, an estimate from the {counted(all_counts(standing).applicable, 'question')} of the quick mode, without levels"
    if standing.score.overall.level_low is None:
        return words
    level = level_of(standing, standing.score.overall)
    return f"{words}, and {level if level.startswith('between') else f'at {level}'}"


def summary_decision(standing: Standing) -> str:
    """The so-what of the summary: one decision."""
    if not applies(standing):
        return CHOOSE_ANOTHER
    if not standing.has_headline and all_counts(standing).missing:
        return _find_out(standing)
    return today_first(standing) or act_first(standing)


def act_first(standing: Standing) -> str:
    """The so-what beyond the foundations: the first recommended action, else what runs, else nothing more."""
    if not applies(standing):
        return CHOOSE_ANOTHER
    if not standing.score.overall.completeness:
        return _find_out(standing)
    if fresh := startable(standing, standing.ten):
        return first_step(standing, fresh)
    if running := sum(action.status is not Status.VERIFIED and action.status not in ENDED for action in standing.actions):
        return f"See the {counted(running, 'open action')} of the register through before starting anything new."
    return "Nothing more is recommended at these answers. Keep taking the readings, and assess again within a year."


def _find_out(standing: Standing) -> str:
    missing, low, high = all_counts(standing).missing, standing.score.overall.low, standing.score.overall.high
    they = "it leaves" if missing == 1 else "they leave"
    width = f": {they} a range of {index(high - low)} points" if low is not None and high is not None else ""
    return f"{fill_in(standing, missing)} before deciding anything else{width}."


def startable(standing: Standing, advice: Sequence[Advice]) -> Advice | None:
    """The first that is not in the register, waits for nothing and is held by no gate; else the first that is not in the register."""
    fresh = [each for each in advice if not in_register(standing, each)]
    return next((each for each in fresh if not each.waits_for and not each.held_by_gate), fresh[0] if fresh else None)


def first_step(standing: Standing, advice: Advice) -> str:
    """One recommended action with what it takes and brings."""
    action = advice.action
    takes = f"{days(*action.effort_days)} and {money(*action.cost, standing.currency)}"
    return f"Put {quoted(action.title)} first. It takes {takes}, and {lifts(standing, advice)}. Decide who owns it and by when."


def lifts(standing: Standing, advice: Advice) -> str:
    """`lifts the index by 2.1 points and “Run as a product” from level 0 to 1`."""
    said = f"lifts the index by {signed(advice.lift.overall.points).lstrip('+')} points"
    raised = [
        f"{quoted(standing.questionnaire.practices[practice].title)} from level {shift.level_before} to {shift.level_after}"
        for practice, shift in advice.lift.practices.items()
        if shift.levels
    ]
    if not raised:
        return said
    until = held_until(standing, advice)
    return f"{said} and {listed(raised)}{f' by points: {until}' if until else ''}"


def register_label(standing: Standing, advice: Advice) -> str:
    """`A-07` where the action was accepted or proposed already and not cancelled; else empty."""
    return next((a.label for a in standing.actions if a.recommended == advice.action.id and a.status not in ENDED), "")


def in_register(standing: Standing, advice: Advice) -> bool:
    """The action stands in the register already."""
    return bool(register_label(standing, advice))


def gap_decision(standing: Standing) -> str:
    """The so-what of the gaps."""
    gaps = open_gaps(standing)
    if not applies(standing):
        return CHOOSE_ANOTHER
    if not gaps and unrated(standing):
        return f"{fill_in(standing, all_counts(standing).missing)}: with so few answers a practice cannot be held against its target."
    if not gaps:
        return "Set higher targets where a further level would pay, and leave the others where they are."
    names = [quoted(standing.questionnaire.practices[p].title) for p in (furthest(standing) or tuple(gap.practice for gap in gaps[:2]))]
    rest = len(gaps) - len(names)
    wait = f" The other {counted(rest, 'practice')} short of target can wait." if rest else ""
    return f"Aim the next quarter at {listed(names)}.{wait}"


def _estimate(standing: Standing) -> str:
    parts = {d: s.index for d, s in standing.score.dimensions.items() if s.index is not None}
    said = f"A quick estimate of {index(standing.score.overall.index)} of 100"
    if len(set(parts.values())) < 2:
        return said
    weak = min(parts, key=lambda d: parts[d])
    return f"{said}; {inside(next(d.title for d in standing.questionnaire.dimensions if d.id == weak))} is furthest behind"


def _of_level(standing: Standing) -> str:
    if not open_gaps(standing):
        return gap_finding(standing) if standing.gaps else pillar_finding(standing)
    if held := concentration(standing):
        return f"{held}; close {'that one' if held.startswith('One') else 'those'} first"
    return _holders(standing)


def _holders(standing: Standing) -> str:
    overall = standing.score.overall
    mandatory = {p.id for d in standing.questionnaire.dimensions if d.mandatory for p in d.practices}
    shown = {p: s for p, s in scored(standing).items() if s.level is not None and (not mandatory or p in mandatory)}
    holders = [p for p, s in shown.items() if s.level == overall.level]
    if not holders:
        return gap_finding(standing)
    if len(holders) == len(shown):
        return f"All {count(len(shown))} practices stand at level {overall.level}"
    if len(holders) < 3:
        names = listed([quoted(standing.questionnaire.practices[p].title) for p in holders])
        return f"{names} {'holds' if len(holders) == 1 else 'hold'} the whole at level {overall.level}"
    return start(f"{count(len(holders))} of {len(shown)} practices hold the whole at level {overall.level}")

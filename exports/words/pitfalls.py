"""Pitfalls in sentences: which are open, what proves them, what helps and whether it is under way."""

import re
from typing import NamedTuple

from exports.words.nothing import CHOOSE_ANOTHER, applies, fill_in
from exports.words.numbers import count, counted, listed, quoted, start
from exports.words.register import STATUS_WORDS
from exports.words.source import all_counts
from exports.words.summary import ENDED
from improvement.model import RUNNING, Action, Status
from improvement.proof import absent_pitfalls, untold_pitfalls
from improvement.standing_model import FoundPitfall, Standing
from questionnaires.model import Questionnaire, RecommendedAction

WHAT_IT_IS = "A pitfall is a known way to fail, found by a rule over the answers."
_NAMED = re.compile(r"\baction ([a-z0-9-]+)|\b([a-z0-9]+(?:-[a-z0-9]+)+)\b")


class Remedy(NamedTuple):
    """A recommended action that a pitfall's advice names."""

    action: RecommendedAction
    practice: str | None
    """None: a whole dimension's."""
    registered: Action | None
    """The register's entry for it, cancelled ones apart."""
    helps: bool
    """It would still move something at these answers, or may once more is answered."""


def pitfall_finding(standing: Standing) -> str:
    """The title of the pitfalls."""
    of = len(standing.questionnaire.pitfalls)
    unknown = len(untold_pitfalls(standing.questionnaire, standing.score))
    if standing.pitfalls:
        found = len(standing.pitfalls)
        names = f": {quoted(standing.pitfalls[0].pitfall.title)}" if found == 1 else ""
        return start(f"{count(found)} of {counted(of, 'known pitfall')} {'is' if found == 1 else 'are'} open here{names}")
    if of and not applies(standing):
        return "No pitfall can be told, because nothing applies here"
    if unknown:
        return start(f"no pitfall is found; {counted(unknown, 'pitfall')} cannot be told from the answers yet")
    return start(f"none of the {counted(of, 'known pitfall')} is found here") if of else "This questionnaire names no pitfalls"


def remedies(standing: Standing, found: FoundPitfall) -> tuple[Remedy, ...]:
    """The recommended actions that the advice names, in its order."""
    known = standing.questionnaire.actions
    names = dict.fromkeys(name for pair in _NAMED.findall(found.pitfall.advice) for name in pair if name in known)
    return tuple(_remedy(standing, known[name]) for name in names)


def remedy_words(remedy: Remedy) -> str:
    """`A-07 in the register: in progress`, `not in the register yet`, or that it would move nothing."""
    if remedy.registered:
        return f"{remedy.registered.label} in the register: {STATUS_WORDS[remedy.registered.status].lower()}"
    return "not in the register yet" if remedy.helps else "would move nothing: your answers reach what it leads to"


def pitfall_decision(standing: Standing) -> str:
    """The so-what of the pitfalls: the first remedy of the first found one that nobody has taken on yet."""
    for found in standing.pitfalls:
        fresh = [remedy for remedy in remedies(standing, found) if remedy.helps and not remedy.registered]
        if fresh:
            named = quoted(found.pitfall.title)
            return f"Close {named} first: accept {quoted(fresh[0].action.title)}, with an owner and a date."
    if standing.pitfalls:
        return _under_way(standing)
    return _unfound(standing) if applies(standing) else CHOOSE_ANOTHER


def untold_words(standing: Standing) -> tuple[str, ...]:
    """Each pitfall that cannot be told, with what is missing."""
    untold = untold_pitfalls(standing.questionnaire, standing.score)
    return tuple(f"{quoted(one.pitfall.title)}: {' '.join(ground.sentence for ground in one.missing)}" for one in untold)


def absent_words(standing: Standing) -> str:
    """The pitfalls that were looked for and not found, in one line; empty where there is none."""
    titles = [quoted(pitfall.title) for pitfall in absent_pitfalls(standing.questionnaire, standing.score)]
    return f"Looked for and not found: {listed(titles)}." if titles else ""


def with_titles(questionnaire: Questionnaire, text: str) -> str:
    """Content names actions by id, `(action say-the-why, then manager-pack)`; people read their titles."""
    known = questionnaire.actions
    return _NAMED.sub(lambda found: quoted(known[name].title) if (name := found[1] or found[2]) in known else found[0], text)


def _unfound(standing: Standing) -> str:
    untold = untold_pitfalls(standing.questionnaire, standing.score)
    if untold and all_counts(standing).missing:
        return f"{fill_in(standing)}: until then a pitfall may be there unseen."
    if any(ground.measure for one in untold for ground in one.missing):
        return "Take the readings that are missing: until then a pitfall may be there unseen."
    return "Keep it so: look at these rules again at the next assessment."


def _remedy(standing: Standing, action: RecommendedAction) -> Remedy:
    practice = next((p.id for p in standing.questionnaire.practices.values() if action in p.actions), None)
    ours = [a for a in standing.actions if a.questionnaire == standing.questionnaire.id and a.recommended == action.id]
    registered = next((a for a in reversed(ours) if a.status not in ENDED), None)
    return Remedy(action, practice, registered, any(advice.action.id == action.id for advice in standing.advice))


def _under_way(standing: Standing) -> str:
    taken = [remedy.registered for found in standing.pitfalls for remedy in remedies(standing, found) if remedy.registered]
    if under_way := [action for action in taken if action.status in {*RUNNING, Status.PROPOSED}]:
        return f"What helps is in the register already: see {under_way[0].label} {quoted(under_way[0].title)} through first."
    if taken:
        return (
            f"{taken[0].label} {quoted(taken[0].title)} is done, and the answers still tell of the pitfall: answer them anew, or reopen it."
        )
    return with_titles(standing.questionnaire, standing.pitfalls[0].pitfall.advice)

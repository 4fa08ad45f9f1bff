"""Posture and pitfalls in sentences."""

import re

from exports.words.numbers import count, counted, listed, quoted, signed, start
from improvement.standing_model import FoundPitfall, Standing
from questionnaires.model import Questionnaire
from scoring.result import Axis

AXES = {"stance": ("Reactive", "Proactive"), "posture": ("Defensive", "Strategic")}


def axis_words(axis: Axis, ends: tuple[str, str]) -> str:
    """`0.2 to the proactive side, between −0.1 and +0.4`."""
    if axis.position is None:
        return (
            "cannot be told: no answer on one side"
            if axis.low is None
            else f"between {signed(axis.low)} and {signed(axis.high or axis.low)}"
        )
    where = signed(axis.position)
    side = "in the middle" if where == "0.0" else f"{where}, to the {ends[axis.position > 0].lower()} side"
    if axis.low is None or axis.high is None or axis.low == axis.high:
        return side
    return f"{side}, between {signed(axis.low)} and {signed(axis.high)}"


def pitfall_finding(standing: Standing) -> str:
    """The title of posture and pitfalls."""
    of = len(standing.questionnaire.pitfalls)
    unknown = sum(result.state == "not_determinable" for result in standing.score.pitfalls)
    if standing.pitfalls:
        found = len(standing.pitfalls)
        names = f": {quoted(standing.pitfalls[0].pitfall.title)}" if found == 1 else ""
        return start(f"{count(found)} of {counted(of, 'known pitfall')} {'is' if found == 1 else 'are'} open here{names}")
    if unknown:
        return start(f"no pitfall is found; {counted(unknown, 'pitfall')} cannot be told from the answers yet")
    return start(f"none of the {counted(of, 'known pitfall')} is found here") if of else "This questionnaire names no pitfalls"


def proof_words(found: FoundPitfall) -> str:
    """The rule, and what made it true."""
    answers = "; ".join(proof.rstrip(".") for proof in found.proof)
    return f"{start(answers)}. The rule: {found.rule.rstrip('.')}." if answers else f"The rule: {found.rule.rstrip('.')}."


def others(standing: Standing) -> tuple[str, ...]:
    """The pitfalls that were looked for and not found, and those that cannot be told."""
    titles = {pitfall.id: quoted(pitfall.title) for pitfall in standing.questionnaire.pitfalls}
    by_state = {state: [titles[r.id] for r in standing.score.pitfalls if r.state == state] for state in ("not_found", "not_determinable")}
    words = {"not_found": "Looked for and not found", "not_determinable": "Cannot be told from the answers"}
    return tuple(f"{words[state]}: {listed(names)}." for state, names in by_state.items() if names)


def with_titles(questionnaire: Questionnaire, text: str) -> str:
    """Content names actions by id, `(action say-the-why)`; people read their titles."""
    known = questionnaire.actions
    return re.sub(r"\baction ([a-z0-9-]+)", lambda found: quoted(known[found[1]].title) if found[1] in known else found[0], text)


def pitfall_decision(standing: Standing) -> str:
    """The so-what of posture and pitfalls."""
    if standing.pitfalls:
        return with_titles(standing.questionnaire, standing.pitfalls[0].pitfall.advice)
    if any(result.state == "not_determinable" for result in standing.score.pitfalls):
        return "Answer the open questions: until then a pitfall may be there unseen."
    return "Keep it so: look at these rules again at the next assessment."

"""Three golden profiles of the published questionnaire, and how to renew what is expected of them.

A change of wording leaves them as they are. Where a change of content or method was meant to move them, read the difference
as the leader who would have to follow it, then write it down with

    python -m tests.golden.renew
"""

import json
from pathlib import Path

from improvement.advice import recommend, ten
from improvement.words import figure
from questionnaires import library
from questionnaires.responses import read_answers
from scoring.maturity import score

FOLDER = Path(__file__).parent
PROFILES = ("weak", "mixed", "strong")
TARGET = 3


def expected(profile: str) -> object:
    """What was agreed."""
    return json.loads(_agreed(profile).read_text("utf-8"))


def found(profile: str) -> object:
    """What the content and the method make of the profile's answers now."""
    pillars = library.load("three-pillars")
    answers = read_answers((FOLDER / f"{profile}.answers.json").read_text("utf-8"), pillars, profile)
    result = score(pillars, answers)
    index = result.overall.index
    advice = recommend(pillars, answers, result, dict.fromkeys(pillars.practices, TARGET), result.gates)
    return {
        "level": result.overall.level,
        "index": None if index is None else figure(index),
        "pitfalls": [pitfall.id for pitfall in result.pitfalls if pitfall.state == "found"],
        "gates": {gate.id: gate.state for gate in result.gates},
        "first ten": [one.action.id for one in ten(advice)],
    }


def renew() -> None:
    """Agree to what is found now."""
    for profile in PROFILES:
        _agreed(profile).write_text(json.dumps(found(profile), indent=2) + "\n", "utf-8")


def _agreed(profile: str) -> Path:
    return FOLDER / f"{profile}.expected.json"


if __name__ == "__main__":
    renew()

"""Three golden profiles of each published questionnaire, and how to renew what is expected of them.

A change of wording leaves them as they are. Where a change of content or method was meant to move them, read the difference
as the leader who would have to follow it, then write it down with

    python -m tests.golden.renew
"""

import json
from itertools import product
from pathlib import Path

from improvement.advice import recommend, ten
from improvement.words import figure
from questionnaires import library
from questionnaires.responses import read_answers
from scoring.maturity import score

FOLDER = Path(__file__).parent
QUESTIONNAIRES = ("three-pillars", "itsm-foundations")
PROFILES = ("weak", "mixed", "strong")
TARGET = 3


def expected(questionnaire: str, profile: str) -> object:
    """What was agreed."""
    return json.loads(_agreed(questionnaire, profile).read_text("utf-8"))


def found(questionnaire: str, profile: str) -> object:
    """What the content and the method make of the profile's answers now."""
    asked = library.load(questionnaire)
    answers = read_answers((FOLDER / questionnaire / f"{profile}.answers.json").read_text("utf-8"), asked, profile)
    result = score(asked, answers)
    index = result.overall.index
    advice = recommend(asked, answers, result, dict.fromkeys(asked.practices, TARGET), result.gates)
    return {
        "level": result.overall.level,
        "index": None if index is None else figure(index),
        "pitfalls": [pitfall.id for pitfall in result.pitfalls if pitfall.state == "found"],
        "gates": {gate.id: gate.state for gate in result.gates},
        "first ten": [one.action.id for one in ten(advice)],
    }


def renew() -> None:
    """Agree to what is found now."""
    for questionnaire, profile in product(QUESTIONNAIRES, PROFILES):
        _agreed(questionnaire, profile).write_text(json.dumps(found(questionnaire, profile), indent=2) + "\n", "utf-8")


def _agreed(questionnaire: str, profile: str) -> Path:
    return FOLDER / questionnaire / f"{profile}.expected.json"


if __name__ == "__main__":
    renew()

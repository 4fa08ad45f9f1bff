"""Who appears in the demo, a water utility of fiction, and how its answers are written down. Invented, and labelled so where shown."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from questionnaires.answer import Evidence

Unsure = Literal["dont_know"]
UNSURE: Unsure = "dont_know"

ORGANISATION, ZONE, CURRENCY = "Alderbrook Water (demo)", "Europe/London", "EUR"
PEOPLE = {
    "maya": ("Maya Lindqvist", "maya.lindqvist@alderbrook.example"),
    "jonas": ("Jonas Tanaka", "jonas.tanaka@alderbrook.example"),
    "adaeze": ("Adaeze Okafor", "adaeze.okafor@alderbrook.example"),
    "ravi": ("Ravi Banerjee", "ravi.banerjee@alderbrook.example"),
    "sofia": ("Sofia Moreau", "sofia.moreau@alderbrook.example"),
}


AIMS = (
    "Self-service by 2028",
    "The works council and the board agreed: employees have to be able to rely on it before anything else is added.",
    3,
    {"confidence": 4, "simple-first": 4, "feedback-action": 4, "social-proof": 2, "autonomy": 2, "shared-ecosystem": 2},
)
"""The demo's target profile for the pillars: its name, why, the level of most practices, and of the others."""


class Proof(NamedTuple):
    """What stands beside an answer of a proved column."""

    grade: Evidence
    text: str
    note: str = ""
    discuss: bool = False


class Asked(NamedTuple):
    """One questionnaire as the demo answers it, a column for each assessment."""

    questionnaire: str
    answers: Mapping[str, tuple[Any, ...]]
    proof: Mapping[str, Proof]
    proved: int
    """The column whose answers bear evidence."""

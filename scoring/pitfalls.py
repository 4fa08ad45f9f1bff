"""Known ways to fail: each rule of the questionnaire with what it used (scoring specification, section 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from questionnaires.rules import Rule
from scoring.items import Item
from scoring.result import Because, PitfallResult, PitfallState, Score

STATES: Mapping[bool | None, PitfallState] = {True: "found", False: "not_found", None: "not_determinable"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What gates and rules may ask for; None where nobody can tell."""

    questionnaire: str
    scores: Mapping[str, Score]
    """Of practices and dimensions, by id."""
    foundations: Mapping[str, int | None]
    """Levels of other questionnaires' practices, by questionnaire-id/practice-id."""
    items: Mapping[str, Item]
    readings: Mapping[str, Fraction]

    def level(self, name: str) -> int | None:
        """The level, before the gate, of a practice or dimension here or of another questionnaire's practice."""
        score = self._score(name)
        return score.level if score else self.foundations.get(name)

    def look_up(self, function: str, name: str) -> Fraction | None:
        """The value of `level(x)`, `index(x)`, `answer(x)` or `reading(x)` in a rule."""
        match function:
            case "level":
                level = self.level(name)
                return None if level is None else Fraction(level)
            case "index":
                score = self._score(name)
                return score.index if score else None
            case "answer":
                item = self.items.get(name)
                return item.raw if item else None
            case _:
                return self.readings.get(name)

    def _score(self, name: str) -> Score | None:
        return self.scores.get(name.removeprefix(f"{self.questionnaire}/"))


def find(pitfall: str, rule: Rule, facts: Facts) -> PitfallResult:
    """Whether the pitfall's rule holds, with every name it used and its value."""
    because = tuple(
        Because(name=f"{function}({name})", value=facts.look_up(function, name)) for function, name in dict.fromkeys(rule.names)
    )
    return PitfallResult(id=pitfall, state=STATES[rule.evaluate(facts.look_up)], because=because)

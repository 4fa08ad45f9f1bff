"""A questionnaire made ready for scoring, once: weights as whole numbers, levels, conditions and rules worked out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import lcm

from questionnaires.answer import LETTERS, valid_value
from questionnaires.model import Anchored, Condition, Coverage, Mode, Practice, Question, Questionnaire, Rated, Scalar, YesNo
from questionnaires.quick import restrict
from questionnaires.reader import content_hash
from questionnaires.rules import Rule, parse
from scoring.attainment import Attainment, Outcome, Reach, implied_no, levels_of, outcome, unknown


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with everything that scoring would otherwise work out again for each answer."""

    id: str
    question: Question
    reach: Reach
    condition: Condition | None
    """None too where the parent is not asked in this mode: then nothing can hide it."""
    knockout: Fraction | None
    """Only where the question speaks to one level."""
    implied_no: Outcome
    unknown: Attainment
    known: Mapping[object, Outcome]
    """What the answers that can be listed are worth; a number as its numerator and denominator, which are found faster."""
    questionnaire: Questionnaire

    @property
    def levels(self) -> tuple[int, ...]:
        """The levels that the question speaks to."""
        return self.reach.levels

    def outcome(self, value: Scalar) -> Outcome:
        """What an answer is worth; InvalidAnswer where it does not fit the question."""
        found = self.known.get(_key(value))
        return _outcome(self, value) if found is None else found


@lru_cache(maxsize=4096, typed=True)
def _outcome(asked: Asked, value: Scalar) -> Outcome:
    return outcome(asked.question, asked.reach, valid_value(asked.questionnaire, asked.question, value))


def _key(value: Scalar) -> object:
    return value.as_integer_ratio() if isinstance(value, Fraction) else value


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """One questionnaire in one mode, ready to be scored any number of times."""

    questionnaire: Questionnaire
    """Restricted to the mode."""
    mode: Mode
    hash: str
    """Of the full questionnaire."""
    scale: tuple[int, ...]
    asked: Mapping[str, Asked]
    """Every question, parents before their children."""
    rules: Mapping[str, Rule]
    """The rule of each pitfall."""


class Same:
    """A questionnaire as a key: values are frozen, so the same object has the same content, and hashing it would cost more than scoring."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire

    def __hash__(self) -> int:
        return id(self.questionnaire)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.questionnaire is other.questionnaire


def plan(questionnaire: Questionnaire, mode: Mode) -> Plan:
    """The plan of a full questionnaire in a mode; made once and kept."""
    return _plan(Same(questionnaire), mode)


@lru_cache(maxsize=64)
def _plan(key: Same, mode: Mode) -> Plan:
    restricted = restrict(key.questionnaire, mode)
    scale = tuple(level.level for level in restricted.scale)
    asked = {a.id: a for practice in restricted.practices.values() for a in _asked(practice, restricted, scale)}
    rules = {pitfall.id: parse(pitfall.when) for pitfall in restricted.pitfalls}
    return Plan(restricted, mode, content_hash(key.questionnaire), scale, _parents_first(asked), rules)


def _asked(practice: Practice, questionnaire: Questionnaire, scale: tuple[int, ...]) -> Iterable[Asked]:
    common = lcm(*(question.weight.denominator for question in practice.questions))
    for question in practice.questions:
        reach = Reach(levels_of(question, scale), scale, int(question.weight * common))
        yield Asked(
            id=question.id,
            question=question,
            reach=reach,
            condition=question.shown_if if question.shown_if and question.shown_if.question in questionnaire.questions else None,
            knockout=None if isinstance(question, Anchored) or question.level is None else question.knockout,
            implied_no=implied_no(reach),
            unknown=unknown(reach),
            known={_key(value): outcome(question, reach, value) for value in _listed(question, scale)},
            questionnaire=questionnaire,
        )


def _listed(question: Question, scale: tuple[int, ...]) -> Iterable[Scalar]:
    match question:
        case Anchored():
            return [Fraction(level) for level in scale]
        case YesNo():
            return [True, False]
        case Rated():
            return LETTERS
        case Coverage():
            return [choice.label for choice in question.table]
        case _:
            return []


def _parents_first(asked: Mapping[str, Asked]) -> Mapping[str, Asked]:
    ordered: dict[str, Asked] = {}

    def place(one: Asked) -> None:
        if one.condition and one.condition.question not in ordered:
            place(asked[one.condition.question])
        ordered[one.id] = one

    for one in asked.values():
        place(one)
    return ordered

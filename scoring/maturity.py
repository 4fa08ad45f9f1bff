"""How mature: a questionnaire and its responses in, the whole result out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from questionnaires.answer import Responses
from questionnaires.model import Dimension, Questionnaire, Scalar
from scoring.gates import adoption_gate, foundation_gate
from scoring.group import Group, applicable, score_group
from scoring.items import Item, read
from scoring.outcomes import readings_that_count
from scoring.pitfalls import Facts, find
from scoring.plan import plan
from scoring.posture import posture
from scoring.practice import score_practice
from scoring.result import AssessmentScore, GroupScore, PracticeScore

METHOD = "1.0.0"
"""The scoring method's version: a frozen result says by which rules it was made."""


def score(questionnaire: Questionnaire, responses: Responses) -> AssessmentScore:
    """The result of one assessment of the full questionnaire, restricted to quick questions where `responses.mode` says so."""
    return Assessed(questionnaire, responses).score()


class Assessed:
    """One assessment read once: scored as it is, and as it would be. For many what-ifs of the same answers."""

    def __init__(self, questionnaire: Questionnaire, responses: Responses) -> None:
        self._plan = plan(questionnaire, responses.mode)
        self._responses = responses
        self._items = read(self._plan, responses)
        self._practices = {name: self._practice(name, self._items) for name in self._plan.questionnaire.practices}

    def score(self) -> AssessmentScore:
        """As it is."""
        return self._result(self._items, self._practices)

    def raised(self, to: Mapping[str, Scalar]) -> AssessmentScore:
        """As it would be with these questions brought to these answers at least; what is missing or not applicable stays so.

        Questions that the mode does not ask are left out. Hidden questions stay hidden unless they are raised themselves.
        """
        raised = {name: self._items[name].raised(value) for name, value in to.items() if name in self._items}
        touched = {self._plan.questionnaire.practice_of[name].id for name, item in raised.items() if item is not self._items[name]}
        items = {**self._items, **raised}
        return self._result(items, {**self._practices, **{name: self._practice(name, items) for name in touched}})

    def _practice(self, name: str, items: Mapping[str, Item]) -> PracticeScore:
        questions = self._plan.questionnaire.practices[name].questions
        return score_practice(self._plan, [items[question.id] for question in questions])

    def _result(self, items: Mapping[str, Item], ungated: Mapping[str, PracticeScore]) -> AssessmentScore:
        content = self._plan.questionnaire
        facts = Facts(content.id, ungated, self._responses.foundations, items, readings_that_count(self._responses.readings, items))
        practices = {name: self._gated(name, practice, facts) for name, practice in ungated.items()}
        dimensions = {dimension.id: _dimension(dimension, practices) for dimension in content.dimensions}
        facts = replace(facts, scores={**dimensions, **practices})
        return AssessmentScore(
            questionnaire=content.id,
            version=content.version,
            hash=self._plan.hash,
            method=METHOD,
            mode=self._plan.mode,
            overall=_overall(content, dimensions, practices),
            dimensions=dimensions,
            practices=practices,
            gates=tuple(adoption_gate(gate, facts.readings) for gate in content.gates),
            pitfalls=tuple(find(name, rule, facts) for name, rule in self._plan.rules.items()),
            posture=posture([(content.questions[term.question], term) for practice in practices.values() for term in practice.trace]),
        )

    def _gated(self, name: str, practice: PracticeScore, facts: Facts) -> PracticeScore:
        content = self._plan.questionnaire
        gated_level, binding = foundation_gate(content.practices[name], practice.level, facts.level, content.lowest)
        return practice.model_copy(update={"gated_level": gated_level, "binding": binding})


def _dimension(dimension: Dimension, practices: Mapping[str, PracticeScore]) -> GroupScore:
    parts = {practice.id: practices[practice.id] for practice in dimension.practices if applicable(practices[practice.id])}
    weights = [practice.weight for practice in dimension.practices if practice.id in parts]
    return score_group(Group(parts, weights, list(parts.values()), weights, parts.values()))


def _overall(content: Questionnaire, dimensions: Mapping[str, GroupScore], practices: Mapping[str, PracticeScore]) -> GroupScore:
    counted = [dimension for dimension in content.dimensions if applicable(dimensions[dimension.id])]
    parts = {dimension.id: dimensions[dimension.id] for dimension in counted}
    below = {name: share for dimension in counted for name, share in _shares(dimension, dimensions[dimension.id])}
    mandatory = [parts[dimension.id] for dimension in counted if dimension.mandatory]
    weights = [dimension.weight for dimension in counted]
    return score_group(Group(parts, weights, [practices[name] for name in below], list(below.values()), mandatory or parts.values()))


def _shares(dimension: Dimension, score: GroupScore) -> Iterable[tuple[str, Fraction]]:
    """What each practice weighs in the whole."""
    whole = sum(score.parts.values())
    return [(name, dimension.weight * weight / whole) for name, weight in score.parts.items()]

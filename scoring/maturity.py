"""How mature: a questionnaire and its responses in, the whole result out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

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

Shares = Mapping[str, Fraction]

METHOD = "1.0.0"
"""The scoring method's version: a frozen result says by which rules it was made."""


def score(questionnaire: Questionnaire, responses: Responses) -> AssessmentScore:
    """The result of one assessment of the full questionnaire, restricted to quick questions where `responses.mode` says so."""
    return Assessed(questionnaire, responses).score()


@dataclass(frozen=True, slots=True)
class Outlook:
    """The figures alone, without adoption gates, pitfalls and posture."""

    overall: GroupScore
    dimensions: Mapping[str, GroupScore]
    practices: Mapping[str, PracticeScore]


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
        items = self._raised(to)
        return self._result(items, {**self._practices, **self._touched(items)})

    def outlook(self, to: Mapping[str, Scalar]) -> Outlook:
        """The figures of `raised`, for asking often: what these questions do not touch is not worked out again."""
        content, before = self._plan.questionnaire, self._now
        ungated = {**self._practices, **self._touched(self._raised(to))}
        moved = {name for one in ungated if ungated[one] is not self._practices[one] for name in self._with_dependants[one]}
        practices = {**before.practices, **{name: self._gated(name, ungated) for name in moved}}
        above = [d for d in content.dimensions if not moved.isdisjoint(p.id for p in d.practices)]
        dimensions = {**before.dimensions, **{dimension.id: _dimension(dimension, practices) for dimension in above}}
        # Raising changes no applicability, and so no share.
        return Outlook(_overall(content, dimensions, practices, self._shares), dimensions, practices)

    @cached_property
    def _with_dependants(self) -> Mapping[str, Sequence[str]]:
        """Each practice with those here that need it."""
        content = self._plan.questionnaire
        own = {p.id: {need.removeprefix(f"{content.id}/") for need in p.needs} for p in content.practices.values()}
        return {name: [name, *(other for other, needs in own.items() if name in needs)] for name in content.practices}

    @cached_property
    def _shares(self) -> Shares:
        return _shares(self._plan.questionnaire, self._now.dimensions)

    @cached_property
    def _now(self) -> Outlook:
        return self._figures(self._practices)

    def _raised(self, to: Mapping[str, Scalar]) -> Mapping[str, Item]:
        return {**self._items, **{name: self._items[name].raised(value) for name, value in to.items() if name in self._items}}

    def _touched(self, items: Mapping[str, Item]) -> Mapping[str, PracticeScore]:
        practice_of = self._plan.questionnaire.practice_of
        names = {practice_of[name].id for name, item in items.items() if item is not self._items[name]}
        return {name: self._practice(name, items) for name in names}

    def _practice(self, name: str, items: Mapping[str, Item]) -> PracticeScore:
        questions = self._plan.questionnaire.practices[name].questions
        return score_practice(self._plan, [items[question.id] for question in questions])

    def _figures(self, ungated: Mapping[str, PracticeScore]) -> Outlook:
        content = self._plan.questionnaire
        practices = {name: self._gated(name, ungated) for name in ungated}
        dimensions = {dimension.id: _dimension(dimension, practices) for dimension in content.dimensions}
        return Outlook(_overall(content, dimensions, practices, _shares(content, dimensions)), dimensions, practices)

    def _result(self, items: Mapping[str, Item], ungated: Mapping[str, PracticeScore]) -> AssessmentScore:
        content, found = self._plan.questionnaire, self._figures(ungated)
        readings = readings_that_count(self._responses.readings, items)
        facts = Facts(content.id, {**found.dimensions, **found.practices}, self._responses.foundations, items, readings)
        return AssessmentScore(
            questionnaire=content.id,
            version=content.version,
            hash=self._plan.hash,
            method=METHOD,
            mode=self._plan.mode,
            overall=found.overall,
            dimensions=found.dimensions,
            practices=found.practices,
            gates=tuple(adoption_gate(gate, facts.readings, self._responses.policies) for gate in content.gates),
            pitfalls=tuple(find(name, rule, facts) for name, rule in self._plan.rules.items()),
            posture=posture([(content.questions[term.question], term) for practice in found.practices.values() for term in practice.trace]),
        )

    def _gated(self, name: str, ungated: Mapping[str, PracticeScore]) -> PracticeScore:
        content, practice = self._plan.questionnaire, ungated[name]
        facts = Facts(content.id, ungated, self._responses.foundations, {}, {})
        gated_level, binding = foundation_gate(content.practices[name], practice.level, facts.level, content.lowest)
        return practice.model_copy(update={"gated_level": gated_level, "binding": binding})


def _dimension(dimension: Dimension, practices: Mapping[str, PracticeScore]) -> GroupScore:
    parts = {practice.id: practices[practice.id] for practice in dimension.practices if applicable(practices[practice.id])}
    weights = [practice.weight for practice in dimension.practices if practice.id in parts]
    return score_group(Group(parts, weights, list(parts.values()), weights, parts.values()))


def _overall(
    content: Questionnaire, dimensions: Mapping[str, GroupScore], practices: Mapping[str, PracticeScore], shares: Shares
) -> GroupScore:
    counted = [dimension for dimension in content.dimensions if applicable(dimensions[dimension.id])]
    parts = {dimension.id: dimensions[dimension.id] for dimension in counted}
    mandatory = [parts[dimension.id] for dimension in counted if dimension.mandatory]
    weights = [dimension.weight for dimension in counted]
    return score_group(Group(parts, weights, [practices[name] for name in shares], list(shares.values()), mandatory or parts.values()))


def _shares(content: Questionnaire, dimensions: Mapping[str, GroupScore]) -> Shares:
    """What each applicable practice weighs in the whole."""
    return {
        name: dimension.weight * weight / sum(dimensions[dimension.id].parts.values())
        for dimension in content.dimensions
        for name, weight in dimensions[dimension.id].parts.items()
    }

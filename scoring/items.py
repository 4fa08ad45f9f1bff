"""From what each respondent told to one item: conditions, states and the role-group mean (scoring specification, sections 2 and 5)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from math import lcm
from operator import is_, mul
from typing import NamedTuple

from questionnaires.answer import Answer, Consensus, Evidence, Responses
from questionnaires.model import Condition, Scalar
from scoring.attainment import Attainment, Outcome
from scoring.plan import Asked, Plan
from scoring.result import ItemState

EVIDENCED: Evidence = "E2"
"""The least grade at which a third person has seen something."""


class Told(NamedTuple):
    """Where one respondent stands on one question."""

    state: ItemState
    outcome: Outcome | None = None
    evidenced: bool = False


STATES: tuple[ItemState, ...] = ("answered", "implied_no", "not_applicable", "dont_know", "unanswered")
"""Of several respondents' states the first of these is the item's."""
UNANSWERED = Told("unanswered")
NOT_APPLICABLE = Told("not_applicable")
Voices = Sequence[tuple[str, Outcome]]
"""Outcomes, each with the role group that it comes from."""


class Item(NamedTuple):
    """One question of one assessment, all respondents together."""

    asked: Asked
    state: ItemState
    attainment: Attainment | None
    """None where missing or not applicable."""
    voices: Voices
    evidenced: bool
    note: str
    told: Mapping[str, Told]
    """Where each respondent stands, whatever was agreed."""

    @property
    def raw(self) -> Fraction | None:
        """The mean of the raw values on the question's own scale, an implied no as 0; None where missing or not applicable."""
        return raw_mean(self.voices)

    @property
    def measured(self) -> Fraction | None:
        """The same over what was really answered: nobody measured an implied no."""
        return raw_mean([(group, outcome) for group, outcome in self.voices if outcome is not self.asked.implied_no])

    def raised(self, to: Scalar) -> "Item":
        """Level by level the larger of the present attainment and that of `to`; the same item where nothing grows or nothing is known."""
        goal, present = self.asked.outcome(to), self.attainment
        if present is None or not _exceeds(goal.attainment, present):
            return self
        reached = Outcome(_larger(present, goal.attainment), goal.raw)
        return self._replace(state="answered", attainment=reached.attainment, voices=(("raised", reached),))


class _Facts:
    """A plan and responses as a key: values are frozen, so the same objects say the same, and hashing them would cost more than reading."""

    def __init__(self, plan: Plan, responses: Responses) -> None:
        self.both = plan, responses

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.both)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Facts) and all(map(is_, self.both, other.both))


def read(plan: Plan, responses: Responses) -> Mapping[str, Item]:
    """Every item of an assessment by question id, parents before their children."""
    return _items(_Facts(plan, responses))


# The score, what those who answered said, and what may be told of it are all made of one reading.
@lru_cache(maxsize=8)
def _items(facts: _Facts) -> Mapping[str, Item]:
    plan, responses = facts.both
    group_of = {respondent.id: respondent.group for respondent in responses.respondents}
    agreed = {consensus.question: consensus for consensus in responses.consensus}
    given = _by_question(responses.answers)
    told: dict[str, Mapping[str, Told]] = {}
    items: dict[str, Item] = {}
    for name, asked in plan.asked.items():
        own = {who: _own(asked, answer) for who, answer in given.get(name, {}).items()}
        seen = told[name] = own if asked.condition is None else _seen(asked, asked.condition, own, told)
        if name in responses.withheld:
            seen = told[name] = {who: said for who, said in seen.items() if who not in responses.withheld[name]}
        ignored = 0 if seen is own else sum(seen.get(who) is not said for who, said in own.items())
        voices = [(group_of[who], said.outcome) for who, said in seen.items() if said.outcome]
        items[name] = _item(asked, seen, voices, ignored)
        if name in agreed:
            items[name] = _agreed(items[name], agreed[name])
    return items


def _by_question(answers: Iterable[Answer]) -> Mapping[str, Mapping[str, Answer]]:
    given: dict[str, dict[str, Answer]] = defaultdict(dict)
    for answer in answers:
        given[answer.question][answer.respondent] = answer
    return given


def _own(asked: Asked, answer: Answer) -> Told:
    if answer.state != "answered":
        return Told(answer.state)
    # A note alone is no answer.
    return UNANSWERED if answer.value is None else Told("answered", asked.outcome(answer.value), answer.evidence >= EVIDENCED)


def _seen(asked: Asked, condition: Condition, own: Mapping[str, Told], told: Mapping[str, Mapping[str, Told]]) -> Mapping[str, Told]:
    """What counts once each respondent's own parent answer has decided whether they see the question at all."""
    parents = told[condition.question]
    return {who: _under(asked, condition.at_least, parent, own.get(who, UNANSWERED)) for who, parent in parents.items()}


def _under(asked: Asked, at_least: Fraction, parent: Told, own: Told) -> Told:
    if parent.state == "not_applicable":
        return NOT_APPLICABLE
    if parent.outcome is None:
        return UNANSWERED
    if parent.state == "answered" and parent.outcome.raw >= at_least:
        return own
    return NOT_APPLICABLE if asked.question.hidden_means == "not_applicable" else Told("implied_no", asked.implied_no)


def _item(asked: Asked, seen: Mapping[str, Told], voices: Voices, ignored: int) -> Item:
    states = {said.state for said in seen.values()}
    state: ItemState = next((state for state in STATES if state in states), "unanswered")
    attainment = role_mean([(group, outcome.attainment) for group, outcome in voices]) if voices else None
    note = f"Kept but not counted, because the question was not shown: {ignored} answer{'s' * (ignored > 1)}." if ignored else ""
    return Item(asked, state, attainment, voices, any(said.evidenced for said in seen.values()), note, seen)


def _agreed(item: Item, consensus: Consensus) -> Item:
    outcome = item.asked.outcome(consensus.value)
    evidenced = item.evidenced or (consensus.evidence or "E0") >= EVIDENCED
    note = f"The answer agreed in consensus is used. {item.note}".strip()
    return Item(item.asked, "answered", outcome.attainment, [("consensus", outcome)], evidenced, note, item.told)


def role_mean(voices: Sequence[tuple[str, Attainment]]) -> Attainment:
    """The mean within each role group, then over the groups that answered, all alike; in whole numbers."""
    if len(voices) == 1:
        return voices[0][1]
    sizes = Counter(group for group, _ in voices)
    people, parts = lcm(*sizes.values()), lcm(*(one.parts for _, one in voices))
    factors = [(people // sizes[group]) * (parts // one.parts) for group, one in voices]
    point = _weighted(factors, [one.point for _, one in voices])
    reach, whole = voices[0][1].reach, parts * people * len(sizes)
    if all(one.certain for _, one in voices):
        return Attainment(reach, whole, point, point, point)
    return Attainment(
        reach, whole, point, _weighted(factors, [one.low for _, one in voices]), _weighted(factors, [one.high for _, one in voices])
    )


def _weighted(factors: Sequence[int], vectors: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(map(mul, factors, column)) for column in zip(*vectors, strict=True))


def raw_mean(voices: Voices) -> Fraction | None:
    """The role-group mean of the raw values; None where nobody gave one."""
    sizes = Counter(group for group, _ in voices)
    terms = (outcome.raw / (sizes[group] * len(sizes)) for group, outcome in voices)
    return sum(terms, Fraction(0)) if voices else None


def _exceeds(goal: Attainment, present: Attainment) -> bool:
    return any(there * present.parts > here * goal.parts for there, here in zip(goal.point, present.point, strict=True))


def _larger(present: Attainment, goal: Attainment) -> Attainment:
    parts = lcm(present.parts, goal.parts)
    here, there = parts // present.parts, parts // goal.parts

    def larger(a: tuple[int, ...], b: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(max(x * here, y * there) for x, y in zip(a, b, strict=True))

    return Attainment(
        present.reach, parts, larger(present.point, goal.point), larger(present.low, goal.low), larger(present.high, goal.high)
    )

"""When anonymous answers count: in fours, so that no figure, and no change of one, is ever a single person's. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar
from uuid import UUID

from assessment.model import RecordedAnswer
from assessment.progress import visibilities
from ground.value import Value
from questionnaires.model import Group, Questionnaire
from scoring.plan import Plan

TOGETHER = 4
"""Of fewer, somebody who knows whom they asked, and what they said themselves, can tell who said what."""
_T = TypeVar("_T")


class Waiting(Value):
    """Anonymous answers of one role group to one question that are not counted, or not all of them."""

    group: Group
    answered: int
    counted: int
    """A multiple of four, and less than `answered`."""


class Voice(NamedTuple):
    """What one anonymous respondent says to one question that they are shown."""

    respondent: UUID
    group: str
    state: str


class Withheld(NamedTuple):
    """By question: the respondents who have no part in its result, and what of that may be told."""

    respondents: Mapping[str, frozenset[UUID]]
    waiting: Mapping[str, tuple[Waiting, ...]]


def in_fours(arrived: Sequence[_T]) -> Sequence[_T]:
    """The first four, eight, twelve ... in the order of their coming: one more answer changes nothing until three others come with it."""
    return arrived[: len(arrived) - len(arrived) % TOGETHER]


def shown(plan: Plan, groups: Mapping[UUID, str], said: Sequence[tuple[UUID, RecordedAnswer]]) -> Mapping[str, Sequence[Voice]]:
    """By question, what these respondents say to what they are shown, in the given order. An answer to a hidden question is nobody's."""
    asked = plan.questionnaire
    seen = {who: _seen(asked, who, said) for who in groups}
    voices: dict[str, list[Voice]] = {}
    for who, answer in said:
        if answer.state is not None and answer.question in seen[who]:
            voices.setdefault(answer.question, []).append(Voice(who, groups[who], answer.state))
    return voices


def withheld(plan: Plan, groups: Mapping[UUID, str], voices: Mapping[str, Sequence[Voice]]) -> Withheld:
    """Who of these anonymous respondents, with their role groups, has to wait at each question.

    Each group counts by itself, because the shares of a result tell groups apart. Whoever waits at a question waits at all that
    hang on it. Where no value of a group counts, the rest of that group waits too: a "no" that merely follows from an earlier
    answer would otherwise stand for all of them.
    """
    out: dict[str, frozenset[UUID]] = {}
    waiting: dict[str, tuple[Waiting, ...]] = {}
    for name, asked in plan.asked.items():
        above = out.get(asked.condition.question, frozenset()) if asked.condition else frozenset()
        came = [voice for voice in voices.get(name, ()) if voice.respondent not in above]
        parts = {group: _counted([voice for voice in came if voice.group == group]) for group in sorted({v.group for v in came})}
        told = [Waiting(group=g, answered=answered, counted=len(c)) for g, (answered, c) in parts.items() if answered > len(c)]
        gone = above.union(*(_gone(came, groups, group, c) for group, (_, c) in parts.items()))
        if gone:
            out[name] = gone
        if told:
            waiting[name] = tuple(told)
    return Withheld(out, waiting)


def tells_few(nameless: Mapping[UUID, str], items: Sequence[Collection[UUID]]) -> bool:
    """Whether a figure made of each person's own answers to these items would be of fewer than four anonymous people of a group.

    `items` says who has a value in each. Such a figure is a sum over people; with the sums of single items it can be taken apart into
    those who answered the same ones, so these have to be four as well.
    """
    answered = {who: (group, tuple(who in item for item in items)) for who, group in nameless.items()}
    alike = Counter(kind for kind in answered.values() if any(kind[1]))
    return any(people < TOGETHER for people in alike.values())


def _seen(asked: Questionnaire, who: UUID, said: Iterable[tuple[UUID, RecordedAnswer]]) -> frozenset[str]:
    own = {answer.question: answer for respondent, answer in said if respondent == who}
    return frozenset(name for name, where in visibilities(asked, own).items() if where == "shown")


def _counted(came: Sequence[Voice]) -> tuple[int, frozenset[UUID]]:
    """How many there are, and whose count: values, don't knows and exclusions each in fours of their own."""
    kinds = Counter(voice.state for voice in came)
    counted = {kind: in_fours([voice.respondent for voice in came if voice.state == kind]) for kind in kinds}
    if kinds["answered"] and not counted["answered"]:
        return len(came), frozenset()
    return len(came), frozenset(who for each in counted.values() for who in each)


def _gone(came: Iterable[Voice], groups: Mapping[UUID, str], group: str, counted: frozenset[UUID]) -> frozenset[UUID]:
    if not counted:
        return frozenset(who for who, of in groups.items() if of == group)
    return frozenset(voice.respondent for voice in came if voice.group == group) - counted

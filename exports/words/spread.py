"""What several people said to one question, and what may not be shown of it yet, in words."""

from fractions import Fraction

from assessment.anonymity import TOGETHER, Waiting
from assessment.model import Spread
from exports.words.numbers import count, counted, listed, per_cent, plain, start
from questionnaires.model import Anchored, Question, Questionnaire, YesNo
from scoring.result import Term

GROUPS = {"leader": "leaders", "staff": "staff", "user": "users"}
NOT_YET = "Not shown yet"


def spread_short(asked: Questionnaire, question: Question, term: Term) -> str:
    """The result's own figure: `3.4 of 5`, `Yes by 60 %`, `67 %`."""
    share = term.attainment or Fraction(0)
    if isinstance(question, Anchored):
        return f"{plain(asked.lowest + share * (asked.highest - asked.lowest))} of {asked.highest}"
    return f"Yes by {per_cent(share)} %" if isinstance(question, YesNo) else f"{per_cent(share)} %"


def spread_words(asked: Questionnaire, question: Question, term: Term, spread: Spread) -> str:
    """`3.4 of 5 on average of five answers: one at level 2, four at level 4`."""
    head = spread_short(asked, question, term)
    if spread.people < 2:
        return head
    of = f"of {counted(spread.people, 'answer')}"
    if isinstance(question, YesNo):
        yes = sum(people for value, people in spread.values if value)
        return f"{head}, {count(yes)} {of}"
    if isinstance(question, Anchored):
        levels = listed([f"{count(people)} at level {plain(value)}" for value, people in spread.values])
        return f"{head} on average {of}: {levels}"
    return f"{head} on average {of}"


def waiting_words(waiting: tuple[Waiting, ...]) -> str:
    """Why anonymous answers are not shown, and how many are missing; empty where none waits."""
    return " ".join(_waiting(one) for one in waiting)


def _waiting(one: Waiting) -> str:
    group, answered = GROUPS[one.group], start(count(one.answered))
    if one.answered < TOGETHER:
        has = "has" if one.answered == 1 else "have"
        return f"Anonymous answers of {group} are shown once {count(TOGETHER)} people have answered. {answered} {has}."
    if not one.counted:
        few = f"{answered} have answered, fewer than {count(TOGETHER)} of them with one."
        return f"Anonymous answers of {group} are shown once {count(TOGETHER)} people have given a value. {few}"
    late = start(counted(one.answered - one.counted, "anonymous answer"))
    waits = "waits for three more" if one.answered == one.counted + 1 else "wait"
    return f"{late} of {group} {waits}: such answers are counted four at a time."

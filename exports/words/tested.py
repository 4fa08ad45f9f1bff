"""How each change was told from chance, under the tests' names: for the expert view and the method."""

from typing import NamedTuple

from exports.words.numbers import NOBODY_KNOWS, rounded, signed
from exports.words.options import rational
from exports.words.since import verdict_word
from improvement.standing_model import Standing
from scoring.since import Moved, Via

HEADS = ("Practice", "People then, now, both", "Test", "Points, 95 % interval", "p, Holm", "Verdict")
_TESTS = {Via.PAIRED: "Paired t", Via.INDEPENDENT: "Welch’s t"}
_TOLD = {
    Via.PAIRED: "The same people, each set against their own earlier answers: the paired t test, role groups weighing alike.",
    Via.INDEPENDENT: "Two groups of people, each with its own spread: Welch’s t test of their role-weighted means.",
}


class TestedRow(NamedTuple):
    """One practice."""

    title: str
    people: str
    test: str
    points: str
    p: str
    verdict: str


def tested_rows(standing: Standing) -> tuple[TestedRow, ...]:
    """Of each practice that was tested, in the questionnaire's order."""
    moved = standing.previous.moved if standing.previous else {}
    titles = {name: practice.title for name, practice in standing.questionnaire.practices.items()}
    return tuple(_row(titles[name], moved[name]) for name in titles if name in moved and moved[name].via)


def interval_words(moved: Moved) -> str:
    """`+8.1 to +15.9`; a dash where there is none."""
    if moved.interval is None:
        return NOBODY_KNOWS
    low, high = (signed(rational(end)) for end in moved.interval)
    return low if low == high else f"{low} to {high}"


def tested_words(moved: Moved) -> str:
    """The test in a sentence with its figures; empty where there was none."""
    if moved.via is None or moved.points is None:
        return ""
    points = f"Difference {signed(rational(moved.points))} points, 95 % interval {interval_words(moved)}"
    return f"{_TOLD[moved.via]} {points}; p {_p(moved)} after Holm’s correction over all practices that were tested."


def _row(title: str, moved: Moved) -> TestedRow:
    people = f"{moved.people.then}, {moved.people.now}, {moved.people.both}"
    test = _TESTS[moved.via] if moved.via else NOBODY_KNOWS
    points = f"{signed(rational(moved.points or 0.0))} ({interval_words(moved)})"
    return TestedRow(title, people, test, points, _p(moved), verdict_word(moved))


def _p(moved: Moved) -> str:
    """`0.012`, `< 0.001`."""
    p = moved.p or 0.0
    return "< 0.001" if p < 0.0005 else rounded(rational(p), 3)

"""What stands under a figure: how much was answered, when, and by which method."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from exports.words.numbers import counted, day
from improvement.standing_model import Standing
from scoring.result import ItemState, PracticeScore, Term

MISSING: frozenset[ItemState] = frozenset({"unanswered", "dont_know"})


@dataclass(frozen=True)
class Counts:
    """How many questions are in which state."""

    answered: int
    """An answer, or a no that follows from another answer."""
    missing: int
    dont_know: int
    not_applicable: int
    evidenced: int

    @property
    def applicable(self) -> int:
        """What could be answered."""
        return self.answered + self.missing


def counts(terms: Iterable[Term]) -> Counts:
    """The states of some terms, counted."""
    kept = tuple(terms)
    states = [term.state for term in kept]
    missing = sum(state in MISSING for state in states)
    apart = states.count("not_applicable")
    evidenced = sum(term.evidenced for term in kept)
    return Counts(len(states) - missing - apart, missing, states.count("dont_know"), apart, evidenced)


def all_counts(standing: Standing) -> Counts:
    """Of the whole assessment."""
    return counts(term for practice in standing.score.practices.values() for term in practice.trace)


def scored(standing: Standing) -> Mapping[str, PracticeScore]:
    """The practices' scores in the questionnaire's order: a frozen result has an order of its own."""
    known = standing.score.practices
    return {practice: known[practice] for practice in standing.questionnaire.practices if practice in known}


def source(standing: Standing) -> str:
    """Such as: `46 of 46 questions answered, 12 with evidence seen. 20 Nov 2026. Method 1.0.0`."""
    of = all_counts(standing)
    seen = f", {of.evidenced} with evidence seen" if of.evidenced else ", none with evidence seen"
    apart = f" {counted(of.not_applicable, 'question').capitalize()} not applicable." if of.not_applicable else ""
    head = f"{of.answered} of {of.applicable} questions answered{seen}." if of.applicable else "No question applies here."
    return f"{head}{apart} {day(as_of(standing))}. Method {standing.score.method}."


def as_of(standing: Standing) -> date:
    """The day the figures stand for: when they were frozen, else today."""
    frozen = standing.assessment.finalised_at
    return frozen.date() if frozen and standing.is_final else standing.today


def name_line(standing: Standing) -> str:
    """Function and assessment; the function once, where the assessment's name begins with it."""
    name = standing.assessment.name
    return name if name.startswith(standing.function) else f"{standing.function} · {name}"

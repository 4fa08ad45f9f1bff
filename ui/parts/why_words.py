"""Why a practice's number is what it is: every term, the sum written out, the climb through the levels. Pure."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from exports.words.answer import answer_short, result_words, waiting
from exports.words.index import level_number
from exports.words.numbers import NOBODY_KNOWS, counted, index_1, per_cent, signed, start
from exports.words.source import MISSING
from ground.value import as_text
from improvement.standing_model import Standing
from scoring.rating import UPPER_EDGES
from scoring.result import PracticeScore, Term
from ui.parts.markdown import escaped

_FULLY, _LARGELY = UPPER_EDGES[-2][0], Fraction(1, 2)


class TermLine(NamedTuple):
    """One question's part in the index, each field in Markdown."""

    question: str
    answer: str
    times: str
    """Weight times attainment, exactly."""
    points: str


class Climb(NamedTuple):
    """One level: how much of it is attained, and whether it counts."""

    level: str
    attained: str
    counts: str


def term_lines(standing: Standing, practice: str) -> tuple[TermLine, ...]:
    """Every term of the trace, in the questionnaire's order; the points of those that count sum to the index exactly."""
    score = standing.score.practices[practice]
    whole = sum((t.weight for t in _counted(score)), Fraction(0))
    return tuple(_line(standing, term, whole) for term in score.trace)


def points(score: PracticeScore) -> tuple[Fraction, ...]:
    """What each answered term brings to the index."""
    whole = sum((t.weight for t in _counted(score)), Fraction(0))
    return tuple(100 * t.weight * t.attainment / whole for t in _counted(score) if t.attainment is not None)


def written_out(score: PracticeScore) -> str:
    """`(3/5 + 1 + 1/3) ÷ 3 = 29/45, and so the index is 64.4`; with weights where they differ."""
    counting = _counted(score)
    if score.index is None or not counting:
        return "Nothing is answered, so there is nothing to add up."
    equal = len({t.weight for t in counting}) == 1
    sums = " + ".join(_product(t, equal=equal) for t in counting)
    over = as_text(Fraction(len(counting))) if equal else as_text(sum((t.weight for t in counting), Fraction(0)))
    return f"({sums}) ÷ {over} = **{as_text(score.index / 100)}**, and 100 times that is **{index_1(score.index)}**."


def weights(score: PracticeScore) -> str:
    """Whether every question counts the same."""
    equal = len({t.weight for t in score.trace}) == 1
    return "Every question weighs the same." if equal else "Each share is multiplied by the weight of its question."


def range_words(score: PracticeScore) -> str:
    """What the missing answers could make of the index; empty where nothing is open."""
    missing = sum(t.state in MISSING for t in score.trace)
    if score.low == score.high:
        return ""
    why = f"With {counted(missing, 'missing answer')} at nothing" if missing else "With each letter at the lower edge of its band"
    best = "at its best" if missing == 1 else "at their best" if missing else "at its upper edge"
    return f"{why} the index would be {index_1(score.low)}, {best} {index_1(score.high)}."


def exclusion_words(score: PracticeScore) -> str:
    """What leaving out did; empty where nothing was left out."""
    out = sum(t.state == "not_applicable" for t in score.trace)
    if not out:
        return ""
    effect = _effect(score.index, score.not_applicable_effect)
    limited = " More than a fifth of the practice is left out, so it is not compared with others." if score.scope_limited else ""
    verb = "does not apply and is" if out == 1 else "do not apply and are"
    return start(f"{counted(out, 'question')} {verb} left out.{effect}{limited}")


def evidence_words(score: PracticeScore) -> str:
    """The index of what is evidenced, beside what is claimed."""
    if score.index is None or score.evidenced_index is None:
        return ""
    if score.index == score.evidenced_index:
        return "Every answer that counts has evidence that somebody has seen."
    seen = f"Counting only answers whose evidence somebody has seen, the index is {index_1(score.evidenced_index)}."
    return f"{seen} Evidence never changes the index itself."


def knockout_words(standing: Standing, practice: str) -> str:
    """The answers that cap the level, whatever the others reach."""
    questions = standing.questionnaire.questions
    caught = [questions[q] for q in standing.score.practices[practice].knockouts]
    if not caught:
        return ""
    named = " and ".join(f"“{escaped(q.text)}”" for q in caught)
    return f"Below its least share, {named} caps the level, whatever the others reach."


def climb(standing: Standing, practice: str) -> tuple[Climb, ...]:
    """Each level that a question asks for, lowest first."""
    score = standing.score.practices[practice]
    names = {step.level: step.name for step in standing.questionnaire.scale}
    return tuple(_step(score, level, names.get(level, "")) for level in sorted(score.attainment))


def level_rule(standing: Standing, practice: str) -> str:
    """The rule of the climb, and what it gives here."""
    score = standing.score.practices[practice]
    if score.level_low is None:
        return "A quick estimate has no levels."
    carried = f"and more than {per_cent(_FULLY)} % of every level below it"
    rule = f"A level counts when more than {per_cent(_LARGELY)} % of what it asks for is there, {carried}."
    return f"{rule} That gives **level {level_number(score)}**."


def _effect(index: Fraction | None, effect: Fraction | None) -> str:
    if index is None or effect is None:
        return ""
    return f" Counted as nothing, the index would be {index_1(index - effect)} ({signed(-effect)})."


def _counted(score: PracticeScore) -> Sequence[Term]:
    return [t for t in score.trace if t.attainment is not None and t.state != "not_applicable"]


def _product(term: Term, *, equal: bool) -> str:
    share = as_text(term.attainment or Fraction(0))
    return f"{share}" if equal else f"{as_text(term.weight)} × {share}"


def _line(standing: Standing, term: Term, whole: Fraction) -> TermLine:
    counts = term.attainment is not None and term.state != "not_applicable"
    return TermLine(
        question=escaped(standing.questionnaire.questions[term.question].text),
        answer=_answer(standing, term),
        times=f"{as_text(term.weight)} × {as_text(term.attainment)}" if counts and term.attainment is not None else _apart(term),
        points=index_1(100 * term.weight * term.attainment / whole) if counts and term.attainment is not None else NOBODY_KNOWS,
    )


def _answer(standing: Standing, term: Term) -> str:
    short, said = answer_short(standing, term), result_words(standing, term)
    evidence = "evidence seen" if term.evidenced else ""
    beside = ("" if said.startswith(short) else short, evidence, term.note, waiting(standing, term.question))
    grey = " · ".join(escaped(part) for part in beside if part)
    return f"{escaped(said)}  \n:small[:gray[{grey}]]" if grey else escaped(said)


def _apart(term: Term) -> str:
    return "left out" if term.state == "not_applicable" else f"{as_text(term.weight)} × ?"


def _step(score: PracticeScore, level: int, name: str) -> Climb:
    share = score.attainment[level]
    attained = "not answered" if share is None else f"{per_cent(share)} %"
    counts = "open" if score.level is None else "yes" if level <= score.level else "no"
    return Climb(f"{level} {escaped(name)}".strip(), attained, counts)

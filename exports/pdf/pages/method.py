"""The method in words, and every answer with its evidence."""

from collections.abc import Sequence

from assessment.model import RecordedAnswer
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Rule, Space
from exports.pdf.grid import Grid
from exports.pdf.parts import bullets, eyebrow, heading, long_text, para, source, title, together
from exports.words.answer import answer_short, answer_value, result_words, waiting
from exports.words.method import formulas, limits, method_finding, versions, weights
from exports.words.numbers import per_cent, start
from exports.words.panel import HEADS, concord_facts, panel_rows
from exports.words.source import all_counts, scored
from exports.words.source import source as source_words
from exports.words.tested import HEADS as TESTED
from exports.words.tested import tested_rows
from improvement.standing_model import Standing
from questionnaires.model import Anchored
from scoring.result import Term

GRADES = {"E1": "described", "E2": "artefact seen", "E3": "sampled or measured"}
WIDE_TEXT = 1200


def method_page(standing: Standing) -> tuple[Block, ...]:
    """Formulas, versions, limits."""
    rows = [[para(name, look=style.CELL_BOLD), para(words, look=style.CELL)] for name, words in versions(standing)]
    said = formulas(standing)
    return (
        Anchor(name="method", title="Method"),
        eyebrow("Method"),
        title(method_finding(standing)),
        *(_formulas(said[i : i + 2]) for i in range(0, len(said), 2)),
        heading("Limits"),
        *bullets(limits(standing), style.SMALL),
        Space(size=6),
        *_panel(standing),
        *_tests(standing),
        heading("Editions"),
        para(weights(standing), look=style.SMALL),
        Grid(head=("What", "Which"), widths=(1, 4), rows=rows),
    )


def _panel(standing: Standing) -> tuple[Block, ...]:
    """Agreement and interval of each practice, where several people answered."""
    rows = [[para(row.title, look=style.CELL_BOLD), *(para(cell, look=style.CELL) for cell in row[1:])] for row in panel_rows(standing)]
    if not rows:
        return ()
    together = (para(f"{what}: {value}. {meaning}", look=style.SMALL) for what, value, meaning in concord_facts(standing))
    return (heading("How far those who answered agree"), Grid(HEADS, (2.6, 0.7, 1.1, 2.2), rows), Space(size=6), *together)


def _tests(standing: Standing) -> tuple[Block, ...]:
    """How each change was told from chance, where any was."""
    rows = [[para(row.title, look=style.CELL_BOLD), *(para(cell, look=style.CELL) for cell in row[1:])] for row in tested_rows(standing)]
    if not rows:
        return ()
    return (heading("How each change was told from chance"), Grid(TESTED, (2.2, 1.2, 0.8, 1.7, 0.6, 1.1), rows), Space(size=6))


def _formulas(pair: Sequence[tuple[str, str]]) -> Columns:
    stacks = [(heading(name, style.SUBHEADING), para(words, look=style.SMALL)) for name, words in pair]
    return Columns(after=7, stacks=stacks, widths=[1] * len(stacks), gutter=22)


def answers_page(standing: Standing) -> tuple[Block, ...]:
    """Every question with its answer, its attainment, evidence and note."""
    of = all_counts(standing)
    said: list[Block] = [
        Anchor(name="answers", title="Answers with evidence"),
        eyebrow("Answers with evidence"),
        title(f"{of.answered} of {of.applicable} questions are answered, {of.evidenced or 'none'} with evidence seen"),
        source(f"The percentage at the right is what the answer attains. {source_words(standing)}"),
    ]
    groups = [_practice(standing, practice) for practice in scored(standing)]
    said += [block for group in groups[:-1] for block in group]
    # The last practice stays whole, so that no page holds one lonely answer.
    said += together(*groups[-1]) if groups else ()
    return tuple(said)


def _practice(standing: Standing, practice: str) -> tuple[Block, ...]:
    answers = (block for term in scored(standing)[practice].trace for block in _answer(standing, term))
    return (heading(standing.questionnaire.practices[practice].title), Rule(after=5, stays=True), *answers)


def _answer(standing: Standing, term: Term) -> tuple[Block, ...]:
    question = standing.questionnaire.questions[term.question]
    value = answer_value(standing, term)
    words = result_words(standing, term)
    if isinstance(question, Anchored) and value is not None:
        words = f"{answer_short(standing, term)}. {words}"
    share = "" if term.attainment is None else f"{per_cent(term.attainment)} %"
    rest = _beside(standing, term)
    if len(question.text) + len(words) > WIDE_TEXT:
        return (*long_text(question.text, style.QUESTION), *long_text(words, style.SMALL), *rest)
    left = (para(question.text, look=style.QUESTION), para(words, look=style.SMALL))
    right = (para(share, look=style.CELL_BOLD._replace(align="right")),)
    return (Columns(after=2 if rest else 6, stacks=[left, right], widths=[9, 1], gutter=10, stays=bool(rest)), *rest)


def _beside(standing: Standing, term: Term) -> tuple[Block, ...]:
    """Reason, evidence, note: what people wrote."""
    recorded = standing.answers.get(term.question)
    written = () if recorded is None else _written(recorded)
    said = (*written, ("", term.note), ("", waiting(standing, term.question)))
    look = style.SMALL._replace(size=7.8, leading=10.6, colour=style.QUESTION.colour, after=2)
    lines = [block for name, words in said if words for block in long_text(f"{name}{words}", look)]
    return (*lines, Space(size=5)) if lines else ()


def _written(recorded: RecordedAnswer) -> tuple[tuple[str, str], ...]:
    grade = GRADES.get(recorded.evidence, "")
    evidence = ": ".join(part for part in (f"Evidence {grade}" if grade else "", recorded.evidence_text) if part)
    return (("Reason: ", recorded.reason), ("", start(evidence)), ("Link: ", recorded.evidence_link), ("Note: ", recorded.note))

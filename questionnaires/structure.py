"""What is allowed and yet seems a slip: remarks on how a questionnaire is built."""

from collections import Counter
from collections.abc import Iterator

from questionnaires.finding import Path
from questionnaires.model import Anchored, Measure, Metric, Question, Questionnaire, RecommendedAction
from questionnaires.rules import parse

QUICK_MOST = 15
Remarks = Iterator[tuple[Path, str]]


def remarks(questionnaire: Questionnaire) -> Remarks:
    """Every remark with its place."""
    yield from _quick(questionnaire)
    yield from _scale(questionnaire)
    for path, question in _questions(questionnaire):
        yield from _item(questionnaire, path, question)
    for path, action in _actions(questionnaire):
        yield from _action(path, action)
    yield from _pitfalls(questionnaire)
    yield from _gates(questionnaire)


def _questions(questionnaire: Questionnaire) -> Iterator[tuple[Path, Question]]:
    for d, dimension in enumerate(questionnaire.dimensions):
        for p, practice in enumerate(dimension.practices):
            for q, question in enumerate(practice.questions):
                yield ("dimensions", d, "practices", p, "questions", q), question


def _actions(questionnaire: Questionnaire) -> Iterator[tuple[Path, RecommendedAction]]:
    for d, dimension in enumerate(questionnaire.dimensions):
        yield from ((("dimensions", d, "actions", a), action) for a, action in enumerate(dimension.actions))
        for p, practice in enumerate(dimension.practices):
            yield from ((("dimensions", d, "practices", p, "actions", a), action) for a, action in enumerate(practice.actions))


def _quick(questionnaire: Questionnaire) -> Remarks:
    quick = sum("quick" in question.modes for question in questionnaire.questions.values())
    if not quick:
        yield ("dimensions",), "No question has the mode quick, so a quick assessment asks nothing. Mark one in every practice."
    if quick > QUICK_MOST:
        yield ("dimensions",), f"Quick mode has {quick} questions. Keep at most {QUICK_MOST}."
    if questionnaire.minutes.quick > questionnaire.minutes.full:
        yield ("minutes",), "Quick takes longer than full. Exchange the two."


def _scale(questionnaire: Questionnaire) -> Remarks:
    names = Counter(level.name for level in questionnaire.scale)
    for number, level in enumerate(questionnaire.scale):
        if names[level.name] > 1:
            yield ("scale", number, "name"), f"Two levels are named `{level.name}`. Give each a name of its own."


def _item(questionnaire: Questionnaire, path: Path, question: Question) -> Remarks:
    if "full" not in question.modes:
        yield (*path, "modes"), "Quick questions are asked in full mode too. Write [quick, full]."
    if isinstance(question, Anchored):
        yield from _same_anchor(path, question)
    elif question.level == questionnaire.lowest:
        yield (
            (*path, "level"),
            f"Level {question.level} is where everybody begins, so nothing is earned by it. Tag the item with a higher level.",
        )
    if isinstance(question, Metric):
        yield from _metric(path, question, questionnaire.measure_by_id[question.measure])
    yield from _shown(questionnaire, path, question)


def _same_anchor(path: Path, question: Anchored) -> Remarks:
    first: dict[str, int] = {}
    for level, anchor in sorted(question.levels.items()):
        if anchor in first:
            yield (
                (*path, "levels", str(level)),
                f"This anchor is the same as that of level {first[anchor]}. Say what is new at level {level}.",
            )
        first.setdefault(anchor, level)


def _metric(path: Path, question: Metric, measure: Measure) -> Remarks:
    low, high = measure.minimum, measure.maximum
    for number, (figure, _) in enumerate(question.points):
        if (low is not None and figure < low) or (high is not None and figure > high):
            yield (*path, "points", number), f"{measure.title} never has this figure; its bounds are in `measures`."


def _shown(questionnaire: Questionnaire, path: Path, question: Question) -> Remarks:
    if question.shown_if is None:
        if question.hidden_means == "not_applicable":
            yield (*path, "hidden_means"), "This question is never hidden. Delete `hidden_means`, or write `shown_if` beside it."
        return
    parent = questionnaire.questions[question.shown_if.question]
    if "quick" in question.modes and "quick" not in parent.modes:
        yield (*path, "modes"), f"In quick mode `{parent.id}` is not asked, so this question never appears. Make both quick, or neither."


def _action(path: Path, action: RecommendedAction) -> Remarks:
    moved = Counter(move.question for move in action.moves)
    for number, move in enumerate(action.moves):
        if moved[move.question] > 1:
            yield (
                (*path, "moves", number),
                f"This action moves `{move.question}` twice. Write one move from the lowest start to the highest end.",
            )


def _pitfalls(questionnaire: Questionnaire) -> Remarks:
    for number, pitfall in enumerate(questionnaire.pitfalls):
        if not parse(pitfall.when).names:
            yield (
                ("pitfalls", number, "when"),
                "This rule looks at nothing, so it is always the same. Name a level, an index, an answer or a reading.",
            )


def _gates(questionnaire: Questionnaire) -> Remarks:
    for number, gate in enumerate(questionnaire.gates):
        measure = questionnaire.measure_by_id[gate.measure]
        if measure.better == "lower":
            yield ("gates", number, "measure"), f"A gate opens at a high reading, and {measure.title} is better when lower."

"""Whether the scale is a ladder without gaps, and every level that the file speaks of is on it."""

from collections.abc import Iterable
from itertools import pairwise

from questionnaires.draft import Draft, Part, whole_number
from questionnaires.tree import entries, given


def check(draft: Draft) -> None:
    """The scale, the anchors, and the levels that items are tagged with."""
    _consecutive(draft)
    if draft.scale is None:
        return
    for question in draft.questions:
        _tag(draft, question, draft.scale)
        _knockout(draft, question)
        if question.text("kind") == "anchored" and entries(question.node.get("levels")):
            _anchors(draft, question, draft.scale)


def _consecutive(draft: Draft) -> None:
    for number, (before, level) in enumerate(pairwise(draft.levels), 1):
        if before is not None and level is not None and level != before + 1:
            draft.add(("scale", number, "level"), f"Levels follow one another: after {before} comes {before + 1}, not {level}.")


def _tag(draft: Draft, question: Part, scale: range) -> None:
    level = whole_number(question.node.get("level"))
    if level is not None and level not in scale and question.text("kind") != "anchored":
        draft.add((*question.path, "level"), f"The scale has no level {level}. Write one from {scale[0] + 1} to {scale[-1]}.")


def _knockout(draft: Draft, question: Part) -> None:
    """Below its knockout an item holds the practice under one level, so it has to speak to one level."""
    if not given(question.node.get("knockout")):
        return
    if question.text("kind") == "anchored":
        draft.add((*question.path, "knockout"), "An anchored question speaks to several levels and takes no knockout. Delete it.")
    elif not given(question.node.get("level")):
        draft.add((*question.path, "knockout"), "A knockout needs an item tagged with one level. Write its `level` beside it.")


def _anchors(draft: Draft, question: Part, scale: range) -> None:
    written = {key: whole_number_text(key) for key in entries(question.node.get("levels"))}
    missing = [level for level in _certain(draft) if level not in written.values()]
    if missing:
        draft.add((*question.path, "levels"), f"{_named(missing)} no anchor. Write one observable sentence for every level of the scale.")
    for key, level in written.items():
        if level is not None and level not in scale:
            draft.add(
                (*question.path, "levels", key), f"The scale has no level {key}. Delete it; the levels go from {scale[0]} to {scale[-1]}."
            )
        elif level is not None and key != str(level):
            draft.add((*question.path, "levels", key), f"Write the level as {level}, not as {key}.")


def _certain(draft: Draft) -> list[int]:
    """The levels up to the first gap: beyond it nobody can tell which anchors are wanted."""
    first = draft.levels[0]
    return [level for number, level in enumerate(draft.levels) if level is not None and first is not None and level == first + number]


def whole_number_text(key: str) -> int | None:
    """The level that a key of `levels` names; None where it names none."""
    try:
        return int(float(key)) if len(key) < 10 and float(key).is_integer() else None
    except (ValueError, OverflowError):
        return None


def _named(levels: Iterable[int]) -> str:
    numbers = [str(level) for level in levels]
    return f"Level {numbers[0]} has" if len(numbers) == 1 else f"Levels {', '.join(numbers[:-1])} and {numbers[-1]} have"

"""What changed between two versions of a questionnaire, and which answers carry over."""

from collections.abc import Callable, Iterator

from ground.value import Value
from questionnaires.model import Anchored, Choices, Coverage, Metric, Question, Questionnaire

_WORDING = ("text", "why", "how", "evidence")
_ASKED = ("audience", "modes", "aspect", "stance", "posture", "source")


class Comparison(Value):
    """The ids of questions, by what happened to them, in the order of the newer version (removed: of the older)."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    reanchored: tuple[str, ...]
    """An answer means something else now: another kind, other anchors, labels, options, measure or scale."""
    rescored: tuple[str, ...]
    """The same answer counts otherwise: weight, level tag, points, values, knockout, condition."""
    reworded: tuple[str, ...]
    moved: tuple[str, ...]
    """In another practice now."""
    retagged: tuple[str, ...]
    carries_over: tuple[str, ...]
    """Questions whose answers mean the same in both."""
    elsewhere: tuple[str, ...]
    """What else differs: practices, actions, gates ..., as `kind id`."""

    @property
    def same(self) -> bool:
        """Whether the two have the same content, whatever their version says."""
        return not any(getattr(self, name) for name in type(self).model_fields if name != "carries_over")


def differences(old: Questionnaire, new: Questionnaire) -> Comparison:
    """What became of every question, and which other parts differ."""
    same_scale = [level.level for level in old.scale] == [level.level for level in new.scale]
    kept = [(old.questions[name], question) for name, question in new.questions.items() if name in old.questions]

    def where(differ: Callable[[Question, Question], bool]) -> tuple[str, ...]:
        return tuple(after.id for before, after in kept if differ(before, after))

    def reanchored(before: Question, after: Question) -> bool:
        return meaning(before) != meaning(after) or (isinstance(after, Anchored) and not same_scale)

    changed = where(reanchored)
    return Comparison(
        added=tuple(name for name in new.questions if name not in old.questions),
        removed=tuple(name for name in old.questions if name not in new.questions),
        reanchored=changed,
        rescored=where(lambda before, after: not reanchored(before, after) and _counting(before) != _counting(after)),
        reworded=where(lambda before, after: _part(before, _WORDING) != _part(after, _WORDING)),
        moved=where(lambda before, after: old.practice_of[before.id].id != new.practice_of[after.id].id),
        retagged=where(lambda before, after: _part(before, _ASKED) != _part(after, _ASKED)),
        carries_over=tuple(after.id for _, after in kept if after.id not in changed),
        elsewhere=tuple(_elsewhere(old, new)),
    )


def meaning(question: Question) -> object:
    """What an answer to it says; two questions of equal meaning share their answers."""
    match question:
        case Anchored():
            return question.kind, dict(question.levels)
        case Coverage():
            return question.kind, {choice.label for choice in question.table}
        case Metric():
            return question.kind, question.measure
        case Choices():
            return question.kind, {option.id: option.label for option in question.options}
        case _:
            return question.kind


def _counting(question: Question) -> object:
    """How an answer counts."""
    ignored = {*_WORDING, *_ASKED, "levels"}
    return {key: value for key, value in question.model_dump(mode="json").items() if key not in ignored}


def _part(question: Question, keys: tuple[str, ...]) -> object:
    return [getattr(question, key) for key in keys]


def _elsewhere(old: Questionnaire, new: Questionnaire) -> Iterator[str]:
    before, after = _parts(old), _parts(new)
    for name in (*after, *(name for name in before if name not in after)):
        if name not in before:
            yield f"{name} (added)"
        elif name not in after:
            yield f"{name} (removed)"
        elif before[name] != after[name]:
            yield f"{name} (changed)"


def _parts(questionnaire: Questionnaire) -> dict[str, object]:
    """Everything but questions and the version, each part without the parts inside it."""
    single = questionnaire.model_dump(mode="json", include={"title", "language", "licence", "purpose", "minutes", "scale", "sources"})
    return {
        **single,
        **{f"measure {measure.id}": measure for measure in questionnaire.measures},
        **{
            f"dimension {part.id}": part.model_copy(update={"practices": [p.id for p in part.practices], "actions": ()})
            for part in questionnaire.dimensions
        },
        **{f"practice {part.id}": part.model_copy(update={"questions": (), "actions": ()}) for part in questionnaire.practices.values()},
        **{f"action {action.id}": action for action in questionnaire.actions.values()},
        **{f"gate {gate.id}": gate for gate in questionnaire.gates},
        **{f"pitfall {pitfall.id}": pitfall for pitfall in questionnaire.pitfalls},
    }

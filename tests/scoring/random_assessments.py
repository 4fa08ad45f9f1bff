"""Random questionnaires of all kinds with random answers, for properties that hold of every assessment."""

from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from questionnaires.answer import Responses
from questionnaires.model import Question, Questionnaire
from questionnaires.scale import own_scale
from tests.builders import dimension, practice, question, questionnaire

WEIGHTS = st.sampled_from(["1", "2", "1/3", "0.5", "7/4"])
KINDS = ["anchored", "anchored", "yes_no", "rated", "coverage", "metric", "choices"]
RISING = [[20, 0], [60, "1/2"], [85, 1]]
FALLING = [["1/2", 1], [10, "1/3"], [50, 0]]


@st.composite
def questions(draw: st.DrawFn, number: int, lowest: int, *, conditional: bool, certain: bool) -> dict[str, Any]:
    """One question; where conditional, perhaps shown only by an answer to an earlier one."""
    kind = draw(st.sampled_from([kind for kind in KINDS if not (certain and kind == "rated")]))
    more: dict[str, Any] = {"weight": draw(WEIGHTS), "modes": draw(st.sampled_from([["quick", "full"], ["full"]]))}
    more |= draw(st.sampled_from([{"stance": "proactive"}, {"stance": "reactive", "posture": "strategic"}, {"posture": "defensive"}]))
    if kind == "anchored":
        more["levels"] = {level: f"Anchor {level}." for level in range(lowest, 6)}
    else:
        more["level"] = draw(st.sampled_from([None, *range(lowest + 1, 6)]))
        more["knockout"] = draw(st.sampled_from([None, "1/4", "0.5"])) if more["level"] else None
    if kind == "metric":
        more["points"] = draw(st.sampled_from([RISING, FALLING]))
    if conditional and number and draw(st.booleans()):
        more["shown_if"] = {"question": f"q{draw(st.integers(0, number - 1))}", "at_least": draw(st.sampled_from(["1", "1/2", "3"]))}
        more["hidden_means"] = draw(st.sampled_from(["no", "not_applicable"]))
    return question(f"q{number}", kind, **more)


@st.composite
def questionnaires(draw: st.DrawFn, *, conditional: bool = True, certain: bool = False) -> Questionnaire:
    lowest = draw(st.sampled_from([0, 1]))
    scale = [{"level": level, "name": f"Level {level}"} for level in range(lowest, 6)]
    number = 0
    practices: list[str] = []
    dimensions = []
    for d in range(draw(st.integers(1, 2))):
        inside = []
        for p in range(draw(st.integers(1, 2))):
            asked = []
            for _ in range(draw(st.integers(1, 3))):
                asked.append(draw(questions(number, lowest, conditional=conditional, certain=certain)))
                number += 1
            needs = draw(st.lists(st.sampled_from([*practices, "other/one", "other/two"]), max_size=2, unique=True))
            inside.append(practice(f"p{d}-{p}", *asked, weight=draw(WEIGHTS), needs=needs))
            practices.append(f"p{d}-{p}")
        dimensions.append(dimension(f"d{d}", *inside, weight=draw(WEIGHTS), mandatory=draw(st.booleans())))
    return questionnaire(*dimensions, scale=scale)


def values(asked: Question, lowest: int) -> st.SearchStrategy[Any]:
    """Valid answers to a question."""
    match asked.kind:
        case "anchored":
            return st.integers(lowest, 5).map(Fraction)
        case "yes_no":
            return st.booleans()
        case "rated":
            return st.one_of(st.sampled_from("NPLF"), st.integers(0, 100).map(Fraction))
        case "coverage":
            return st.sampled_from(["none", "half", "all"])
        case "metric":
            return st.fractions(0, 100, max_denominator=8)
        case _:
            return st.sampled_from([(), ("a",), ("b",), ("a", "b")])


@st.composite
def answers(draw: st.DrawFn, asked: Question, lowest: int, *, complete: bool = False) -> dict[str, Any] | None:
    """One answer as the file would hold it; None for none."""
    state = draw(st.sampled_from(["answered"] if complete else ["answered", "answered", "answered", "dont_know", "not_applicable", None]))
    if state is None:
        return None
    value = draw(values(asked, lowest)) if state == "answered" else None
    return {"state": state, "value": value, "evidence": draw(st.sampled_from(["E0", "E1", "E2", "E3"]))}


@st.composite
def responses(draw: st.DrawFn, asked: Questionnaire, *, people: int = 3, complete: bool = False, consensus: bool = True) -> Responses:
    groups = draw(st.lists(st.sampled_from(["leader", "staff", "user"]), min_size=1, max_size=people))
    given = []
    for number in range(len(groups)):
        for one in asked.questions.values():
            said = draw(answers(one, asked.lowest, complete=complete))
            given += [said | {"respondent": f"r{number}", "question": one.id}] if said else []
    agreed = draw(st.lists(st.sampled_from(sorted(asked.questions)), max_size=2, unique=True)) if consensus else []
    found = [{"question": name, "value": draw(values(asked.questions[name], asked.lowest)), "evidence": draw(GRADES)} for name in agreed]
    return Responses.model_validate(
        {
            "questionnaire": asked.id,
            "version": asked.version,
            "mode": draw(st.sampled_from(["full", "full", "quick"])),
            "respondents": [{"id": f"r{number}", "group": group} for number, group in enumerate(groups)],
            "answers": given,
            "consensus": found,
            "foundations": draw(st.sampled_from([{}, {"other/one": 2, "other/two": 4}, {"other/one": None}])),
        }
    )


GRADES = st.sampled_from([None, "E0", "E2"])


@st.composite
def assessments(draw: st.DrawFn, *, people: int = 3, conditional: bool = True, certain: bool = False) -> tuple[Questionnaire, Responses]:
    """A questionnaire with its responses. `certain`: no letters, so that only missing answers leave a range."""
    asked = draw(questionnaires(conditional=conditional, certain=certain))
    return asked, draw(responses(asked, people=people))


def raised(asked: Question, value: Any, other: Any) -> Any:
    """Whichever of two answers attains more; for a falling metric that is the lower number."""
    key = -1 if asked.kind == "metric" and asked.points[0][1] > asked.points[-1][1] else 1
    if asked.kind == "choices":
        return tuple(sorted({*value, *other}))
    return max(value, other, key=lambda one: key * own_scale(asked, one))

"""Small questionnaires for tests: only what a test says about a question differs from the plainest one."""

from typing import Any

from questionnaires.model import Questionnaire

SCALE = [{"level": level, "name": f"Level {level}"} for level in range(6)]


def question(id_: str, kind: str = "anchored", **more: Any) -> dict[str, Any]:
    """A question as the YAML would hold it."""
    own: dict[str, dict[str, Any]] = {
        "anchored": {"levels": {level: f"Anchor {level} of {id_}." for level in range(6)}},
        "yes_no": {"level": 2},
        "rated": {"level": 3},
        "coverage": {"level": 3, "table": [{"label": "none", "value": 0}, {"label": "half", "value": "1/2"}, {"label": "all", "value": 1}]},
        "metric": {"level": 4, "measure": "adoption", "points": [[0, 0], [100, 1]]},
        "choices": {"level": 3, "options": [{"id": "a", "label": "A", "weight": 3}, {"id": "b", "label": "B"}]},
    }
    words = {"text": f"How is {id_} done?", "why": "Because.", "how": "Look.", "evidence": "A record."}
    asked = {"audience": ["leader", "staff"], "modes": ["full"], "source": "own"}
    return {"id": id_, "kind": kind} | words | asked | own[kind] | more


def practice(id_: str, *questions: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A practice as the YAML would hold it."""
    words = {"title": id_.replace("-", " ").capitalize(), "summary": "It matters.", "guidance": "Do it."}
    return {"id": id_} | words | {"questions": list(questions)} | more


def dimension(id_: str, *practices: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A mandatory pillar as the YAML would hold it."""
    return {"id": id_, "title": id_.capitalize(), "role": "pillar", "mandatory": True, "practices": list(practices)} | more


def questionnaire(*dimensions: dict[str, Any], **more: Any) -> Questionnaire:
    """A questionnaire named `small`, version 1.0.0, with one measure and one source."""
    adoption = {
        "id": "adoption",
        "title": "Adoption",
        "unit": "%",
        "better": "higher",
        "definition": "Share.",
        "minimum": 0,
        "maximum": 100,
    }
    head = {"format": 1, "id": "small", "version": "1.0.0", "title": "Small", "language": "en", "licence": "CC-BY-4.0", "purpose": "Tests."}
    rest = {"minutes": {"quick": 5, "full": 20}, "scale": SCALE, "measures": [adoption]}
    sources = {"sources": {"own": {"title": "Own", "author": "Us", "year": 2026}}}
    return Questionnaire.model_validate(head | rest | sources | {"dimensions": list(dimensions)} | more)

"""A small questionnaire with one question of each kind, a knockout, weights and odd words; scored for real."""

from datetime import UTC, datetime
from fractions import Fraction
from typing import Any

from assessment.model import RecordedAnswer
from improvement.gaps import gaps
from improvement.standing_model import Standing
from questionnaires.model import Questionnaire
from questionnaires.reader import read
from scoring.maturity import score
from tests.exports.standings import NOW, TODAY, assessment, responses

TEXT = """
format: 1
id: kinds
version: 1.0.0
title: Every kind of question
language: en
licence: CC-BY-4.0
purpose: To try every kind.
minutes: {quick: 1, full: 2}
scale: [{level: 0, name: None}, {level: 1, name: Some}, {level: 2, name: Most}, {level: 3, name: All}]
measures:
  - {id: waits, title: Waits, unit: hours, better: lower, definition: How long., minimum: 0, maximum: 8760}
dimensions:
  - id: only
    title: The only pillar
    role: pillar
    mandatory: true
    practices:
      - id: every
        title: Every kind
        summary: All of them.
        guidance: "Begin here.\\n\\n- **First** do this.\\n- Then `that`."
        questions:
          - {id: ladder, kind: anchored, text: How is it done?<C>, modes: [quick, full], source: own,
             levels: {0: Nobody does it., 1: Somebody does it., 2: Most do it., 3: "In addition, it is counted."}}
          - {id: agreed, kind: yes_no, text: Is it agreed?<C>, modes: [full], level: 2, source: own, knockout: 0.5}
          - {id: share, kind: coverage, text: How many follow it?<C>, modes: [full], level: 2, source: own,
             table: [{label: None of them, value: 0}, {label: Half of them, value: 0.5}, {label: All of them, value: 1}]}
          - {id: judged, kind: rated, text: How well is it done?<C>, modes: [full], level: 3, source: own}
          - {id: wait, kind: metric, text: How long do people wait?<C>, modes: [full], level: 3, source: own,
             measure: waits, points: [[0, 1], [8, 1], [40, 0]]}
          - {id: parts, kind: choices, text: Which parts are there?<C>, modes: [full], level: 1, source: own,
             options: [{id: one, label: The first part}, {id: two, label: The second part}, {id: three, label: ITSM}]}
sources: {own: {title: Ours, author: We, year: 2026}}
"""
GOOD: dict[str, Any] = {
    "ladder": Fraction(3),
    "agreed": True,
    "share": "All of them",
    "judged": "F",
    "wait": Fraction(4),
    "parts": ("one", "two", "three"),
}
MIDDLING: dict[str, Any] = {
    "ladder": Fraction(1),
    "agreed": False,
    "share": "Half of them",
    "judged": Fraction(60),
    "wait": Fraction(24),
    "parts": ("one",),
}


COMMON = ", why: w, how: h, evidence: e, audience: [leader]"


def kinds() -> Questionnaire:
    return read(TEXT.replace("<C>", COMMON))


def answered(values: dict[str, Any], *, target: int = 3, **states: Any) -> Standing:
    """The small questionnaire answered; `states` gives a question another state than answered."""
    questionnaire = kinds()
    recorded = {name: RecordedAnswer(question=name, state="answered", value=value, saved_at=NOW) for name, value in values.items()}
    for name, state in states.items():
        recorded[name] = RecordedAnswer(question=name, state=state, reason="No such thing here.", saved_at=datetime(2026, 1, 1, tzinfo=UTC))
    scored = score(questionnaire, responses(questionnaire, recorded, "full"))
    targets = {"every": target}
    return Standing(
        organisation="Small",
        function="HR",
        assessment=assessment(targets),
        questionnaire=questionnaire,
        score=scored,
        answers=recorded,
        gaps=gaps(questionnaire, scored, targets),
        advice=(),
        ten=(),
        actions=(),
        readings=(),
        today=TODAY,
        now=NOW,
    )

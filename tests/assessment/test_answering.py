from datetime import UTC, datetime
from typing import Any

import pytest
from pydantic import ValidationError

from assessment.answering import NotAsked, annotated, cleared, decide
from assessment.model import Annotation, Given, RecordedAnswer
from questionnaires.answer import InvalidAnswer
from tests.builders import dimension, practice, question, questionnaire

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
EARLIER = datetime(2026, 11, 1, 9, tzinfo=UTC)
ASKED = questionnaire(
    dimension("service", practice("desk", question("open", "yes_no"), question("hours", shown_if={"question": "open", "at_least": 1})))
)


def said(name: str, value: Any = None, **more: Any) -> dict[str, RecordedAnswer]:
    state = "answered" if value is not None else None
    return {name: RecordedAnswer(question=name, state=state, value=value, saved_at=EARLIER, **more)}


def test_a_first_answer_is_kept_with_its_moment():
    answer = decide(ASKED, {}, "open", Given(value=True), NOW)
    assert (answer.state, answer.value, answer.saved_at) == ("answered", True, NOW)


def test_another_answer_keeps_note_and_evidence():
    before = said("open", True, note="see minutes", evidence="E2")
    answer = decide(ASKED, before, "open", Given(value=False), NOW)
    assert (answer.value, answer.note, answer.evidence) == (False, "see minutes", "E2")


def test_an_answer_to_a_question_that_is_not_there_is_refused():
    with pytest.raises(NotAsked, match="does not ask"):
        decide(ASKED, {}, "opening", Given(value=True), NOW)


@pytest.mark.parametrize("parents", [{}, said("open", False)], ids=["parent missing", "parent says no"])
def test_an_answer_to_a_hidden_question_is_refused_and_names_what_hides_it(parents: dict[str, RecordedAnswer]):
    with pytest.raises(NotAsked, match="How is open done"):
        decide(ASKED, parents, "hours", Given(value=3), NOW)


def test_a_shown_child_takes_its_answer():
    assert decide(ASKED, said("open", True), "hours", Given(value=3), NOW).value == 3


@pytest.mark.parametrize("value", [6, -1, 2.5, True, "3 of 5", None, [3]])
def test_a_value_of_the_wrong_kind_is_refused(value: Any):
    with pytest.raises(InvalidAnswer):
        decide(ASKED, said("open", True), "hours", Given(value=value), NOW)


def test_not_applicable_needs_a_reason_and_takes_the_value_away():
    before = said("open", True)
    with pytest.raises(NotAsked, match="Say why"):
        decide(ASKED, before, "open", Given(state="not_applicable", reason="  "), NOW)
    answer = decide(ASKED, before, "open", Given(state="not_applicable", reason="no desk"), NOW)
    assert (answer.state, answer.value, answer.reason) == ("not_applicable", None, "no desk")


def test_dont_know_is_an_answer_without_a_value():
    answer = decide(ASKED, said("open", True), "open", Given(state="dont_know"), NOW)
    assert (answer.state, answer.value) == ("dont_know", None)


def test_clearing_leaves_what_stands_beside_the_answer():
    answer = cleared(said("open", True, note="kept", discuss=True)["open"], NOW)
    assert (answer.state, answer.value, answer.note, answer.discuss) == (None, None, "kept", True)


def test_an_annotation_sets_only_what_it_names():
    answer = annotated(said("open", True, note="kept")["open"], Annotation(evidence="E2", discuss=True), NOW)
    assert (answer.note, answer.evidence, answer.discuss, answer.value) == ("kept", "E2", True, True)


def test_a_note_of_10001_characters_is_refused_with_what_to_do():
    with pytest.raises(ValidationError, match="at most 10,000 fit"):
        Annotation(note="x" * 10_001)


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "example.org"])
def test_a_link_is_a_web_address(link: str):
    with pytest.raises(ValidationError, match="https://"):
        Annotation(evidence_link=link)


@pytest.mark.parametrize("text", ["<b>x", "<img src=/x.png>", "=1+1", "🧿 ok", "مرحبا"])
def test_markup_formulas_emoji_and_arabic_are_kept_faithfully(text: str):
    assert Annotation(note=text).note == text


def test_control_characters_are_stripped_and_half_characters_refused():
    assert Annotation(note="a\x00b\x1b[0mc\nd").note == "ab[0mc\nd"
    with pytest.raises(ValidationError, match="half a character"):
        Annotation(note="\ud800")

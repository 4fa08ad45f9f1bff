"""What changed between two versions, and which answers carry over."""

import pytest

from questionnaires.compare import differences
from questionnaires.reader import read
from tests.questionnaires.planting import SMALL

OLD = read(SMALL)
NAMES = ("added", "removed", "reanchored", "rescored", "reworded", "moved", "retagged", "elsewhere")


def compared(*changes, version="1.0.1"):
    text = SMALL.replace("version: 1.0.0", f"version: {version}")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    found = differences(OLD, read(text))
    return {name: getattr(found, name) for name in NAMES if getattr(found, name)}, found


def test_only_the_version_differs():
    changed, found = compared()
    assert (changed, found.same, len(found.carries_over)) == ({}, True, 6)


@pytest.mark.parametrize(
    ("change", "what", "which"),
    [
        (("text: How are people heard?", "text: How is everybody heard?"), "reworded", "listening-how"),
        (("1: One person asked a colleague.", "1: One person asked two colleagues."), "reanchored", "listening-how"),
        (("{label: Half, value: 0.5}", "{label: Some, value: 0.5}"), "reanchored", "listening-share"),
        (("{label: Half, value: 0.5}", "{label: Half, value: 0.6}"), "rescored", "listening-share"),
        (("{id: order, label: Order a screen}", "{id: order, label: Order a chair}"), "reanchored", "using-options"),
        (("weight: 3}", "weight: 2}"), "rescored", "using-options"),
        (("weight: 1/2", "weight: 1/3"), "rescored", "using-options"),
        (("[[0, 0], [85, 1]]", "[[0, 0], [90, 1]]"), "rescored", "using-metric"),
        (("knockout: 0.5", "knockout: 0.4"), "rescored", "listening-place"),
        (("stance: proactive", "stance: reactive"), "retagged", "listening-how"),
        (("summary: People are heard.", "summary: All are heard."), "elsewhere", "practice listening (changed)"),
        (("title: Count needs", "title: Count all needs"), "elsewhere", "action count-needs (changed)"),
        (("id: basics-first", "id: first-basics"), "elsewhere", "gate first-basics (added)"),
        (("title: A small questionnaire", "title: A tiny questionnaire"), "elsewhere", "title (changed)"),
    ],
)
def test_a_change_is_told_as_what_it_does_to_answers(change, what, which):
    changed, found = compared(change)
    assert which in changed.pop(what)
    assert not changed
    assert not found.same
    assert len(found.carries_over) == (5 if what == "reanchored" else 6)


def test_a_question_of_another_kind_takes_no_old_answers():
    _, found = compared(("kind: rated", "kind: yes_no"), ("from: P, to: 90", "from: false, to: true"))
    assert found.reanchored == ("using-rated",)
    assert "using-rated" not in found.carries_over


def test_a_longer_scale_re_anchors_every_anchored_question():
    _, found = compared(
        ("  - {level: 3, name: Established}", "  - {level: 3, name: Established}\n  - {level: 4, name: Measured}"),
        ("              3: Every team asks", "              4: In addition, answers are counted.\n              3: Every team asks"),
    )
    assert found.reanchored == ("listening-how",)
    assert "scale (changed)" in found.elsewhere


def test_added_and_removed_questions_and_actions_are_told():
    _, found = compared(
        ("- id: using-rated", "- id: using-kept"), ("question: using-rated", "question: using-kept"), ("id: deaf", "id: unheard")
    )
    assert (found.added, found.removed) == (("using-kept",), ("using-rated",))
    assert found.elsewhere == ("action count-needs (changed)", "pitfall unheard (added)", "pitfall deaf (removed)")
    assert "using-rated" not in found.carries_over


def test_a_question_in_another_practice_is_moved_and_keeps_its_answers():
    block = SMALL[SMALL.index("          - id: using-rated") : SMALL.index("          - id: using-metric")]
    start = SMALL.index("          - id: listening-how")
    text = SMALL.replace(block, "")
    found = differences(OLD, read(text[:start] + block + text[start:]))
    assert (found.moved, len(found.carries_over)) == (("using-rated",), 6)

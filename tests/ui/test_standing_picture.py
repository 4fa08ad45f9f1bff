"""The signature picture among the results: as issued, and on today's foundations where those are newer."""

from streamlit.testing.v1 import AppTest

from improvement.standing_model import Renewed, Standing
from tests.exports.besides import laid, of, standing_at
from tests.exports.small import GOOD, answered
from ui.parts import standing_picture

SCRIPT = """
import streamlit as st
from ui.parts import standing_picture
standing_picture.show(st.session_state["standing"])
"""
NOBODY_KNOWS = "Nobody knows what the pillars stand on: the foundations are not assessed"


def shown(standing: Standing) -> AppTest:
    at = AppTest.from_string(SCRIPT, default_timeout=60)
    at.session_state["standing"] = standing
    at.run()
    assert not at.exception
    return at


def findings(at: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in at.header]


def renewed() -> Standing:
    ground = laid({"knowledge": 1})
    return of(standing_at({}), renewed=Renewed(stands_on=(ground,), score=standing_at({}, on=(ground,)).score))


def test_pillars_on_nothing_known_are_shown_with_what_is_missing():
    assert findings(shown(of(standing_at({})))) == [NOBODY_KNOWS]


def test_an_assessment_of_another_kind_has_no_picture():
    assert findings(shown(answered(GOOD))) == []


def test_where_the_foundations_are_newer_the_picture_starts_as_issued_like_the_rest_of_the_page():
    before, ground = laid({"knowledge": 0}), laid({"knowledge": 1})
    issued = standing_at({}, on=(before,))
    at = shown(of(issued, stands_on=(before,), renewed=Renewed(stands_on=(ground,), score=standing_at({}, on=(ground,)).score)))
    (choice,) = at.button_group
    assert choice.value == standing_picture.ISSUED
    first = findings(at)
    assert findings(choice.set_value(standing_picture.TODAY).run()) != first


def test_where_nothing_was_known_when_it_was_issued_todays_foundations_come_first():
    at = shown(renewed())
    assert findings(at) == ["All three pillars stand at level 2 by points; Knowledge management at level 1 lets one of them lean"]
    (choice,) = at.button_group
    assert (choice.label, choice.value) == ("Judged on", standing_picture.TODAY)
    assert findings(choice.set_value(standing_picture.ISSUED).run()) == [NOBODY_KNOWS]


def test_each_picture_can_be_read_as_a_table():
    at = shown(renewed())
    at.session_state["table-signature"] = True
    at.run()
    assert "Held at 1 by Knowledge management" in str(at.table[0].value)

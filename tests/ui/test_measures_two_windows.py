"""Two windows on one measure: neither its target nor the value of its gate is replaced unseen. A reading wants a number."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from assessment import measures, policies
from people.work import reading
from tests.ui.test_act_views import calm, press
from tests.ui.test_measures_views import ADOPTION, LAST, NOW, Place, fill, place

__all__ = ["place"]


def said(at: AppTest) -> str:
    return at.error[0].value.replace("\\", "").replace("\u2060", "")


def test_two_windows_on_one_target_tell_the_slower_one_what_stands_there(place: Place):
    slow, fast = place.shown(ADOPTION), place.shown(ADOPTION)
    press(fill(fast, "Target in %", 60), "Save the target")
    press(fill(slow, "Target in %", 65), "Save the target")
    assert re.search(r"set this at \d\d:\d\d: 60 %\. Yours is still in the field; save again", said(slow))
    press(slow, "Save the target")
    assert slow.success[0].value == "The target is saved."
    with reading(place.leader, NOW) as work:
        assert measures.targets(work, place.function.id) == {ADOPTION: 65}


def gate(place: Place) -> AppTest:
    at = place.shown()
    at.session_state["policy-adoption-85"] = True
    return calm(at.run())


def own(at: AppTest, value: int, why: str) -> AppTest:
    return press(fill(fill(at, "Has to reach, in %", value), "Why does this value suit you better?", why), "Save the value")


def test_two_windows_on_one_gate_keep_the_newer_value_and_what_the_slower_one_wrote(place: Place):
    own(gate(place), 70, "Half of us work in the field.")
    slow, late, fast = gate(place), gate(place), gate(place)
    own(fast, 75, "Agreed with the board.")
    own(slow, 60, "Mine.")
    assert "changed this at" in said(slow)
    assert "75 %, because: “Agreed with the board.”. Yours is still in the form" in said(slow)
    assert [f.value for f in slow.text_input if f.label.startswith("Why")] == ["Mine."]
    press(late, "Return to 85 %")
    assert "75 %" in said(late)
    with reading(place.leader, NOW) as work:
        assert policies.values(work) == {"adoption-85": 75}


@pytest.mark.parametrize("nothing", [None, float("inf")])
def test_a_reading_without_a_number_asks_for_one(place: Place, nothing: float | None):
    at = press(fill(fill(place.shown(ADOPTION), "Value", nothing), "Period", LAST), "Save the reading")
    assert at.error[0].value == "Write a number\\."
    assert place.readings() == ()

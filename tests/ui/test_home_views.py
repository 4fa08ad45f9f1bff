"""Home in the states that a well-kept organisation never shows, run in this process."""

from people.model import Person
from tests.ui.test_act_views import plain, shown, text
from tests.ui.test_footing_views import buttons, everywhere, final


def test_while_no_action_is_chosen_home_leads_to_the_advice(beginner: Person):
    final(beginner, "three-pillars", everywhere(2))
    at = shown("home")
    said = plain(at)
    assert "No action is chosen yet" in [header.value for header in at.header]
    assert "Every decision is made" not in said
    assert "Nothing waits" not in said
    assert [button.label for button in at.button if button.proto.type == "primary"] == ["Choose what to do"]


def test_where_nothing_is_advised_nothing_waits(beginner: Person):
    final(beginner, "three-pillars", everywhere(5))
    at = shown("home")
    assert "Nothing waits for you" in [header.value for header in at.header]
    assert "Choose what to do" not in buttons(at)


def test_of_a_quick_estimate_home_tells_no_level(beginner: Person):
    final(beginner, "three-pillars", everywhere(2), "quick")
    at = shown("home")
    assert "a quick estimate of" in at.title[0].value
    assert "No action is chosen yet" in [header.value for header in at.header]
    assert ("Level", "–", "needs all questions") in [(one.label, one.value, one.delta) for one in at.metric]
    assert "Levels, and what holds them back, need the full assessment." in text(at)
    assert "Nothing holds it back" not in text(at)

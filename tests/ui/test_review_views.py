"""What the review says of answers that are complete or frozen, run in this process."""

from people.model import Person
from tests.ui.test_act_views import plain, shown
from tests.ui.test_footing_views import everywhere, final, leader

__all__ = ["leader"]


def test_from_a_final_estimate_a_way_leads_on_to_the_full_one(leader: Person):
    made = final(leader, "three-pillars", everywhere(2), "quick")
    (way,) = [link for link in shown("results", a=made.id).get("page_link") if link.proto.label == "Go on to the full one"]
    assert way.proto.page == "review"
    assert "Reopen it, then go on to the full one; every answer is kept" in plain(shown("review", a=made.id))


def test_a_final_full_assessment_is_led_nowhere_else(leader: Person):
    made = final(leader, "three-pillars", everywhere(2))
    assert "then go on to the full one" not in plain(shown("review", a=made.id))

"""The benchmark page in this process: what is compared, in which order, and what stands there where nothing can be."""

from people.model import Person
from tests.ui.test_act_views import shown, text


def test_nothing_assessed_says_how_to_begin(beginner: Person):
    at = shown("benchmark")
    assert at.title[0].value == "Nothing is assessed yet"
    assert [button.label for button in at.button] == ["Start an assessment"]


def test_the_nearest_comparison_stands_first(leader: Person):
    at = shown("benchmark")
    heads = [header.value for header in at.header]
    assert "have furthest to go" in heads[0] or "has furthest to go" in heads[0] or "short of their target" in heads[0]
    assert len(at.info) == 1
    assert "BENCHMARK · " in text(at)

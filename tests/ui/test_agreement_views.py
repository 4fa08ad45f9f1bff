"""How far those who answered agree, on the results and the practice page, run in this process."""

import pytest

from assessment.model import Assessment, Given
from people.model import Person
from tests.assessment.nameless import nameless, says
from tests.ui.test_act_views import opened, plain, shown
from tests.ui.test_anonymous_views import ASKED, PRACTICE, asked_of_several, join
from tests.ui.test_footing_views import NOW

__all__ = ["asked_of_several"]
TALK = "Talk about these"


def test_what_three_anonymous_people_said_is_no_part_of_either_page(asked_of_several: Assessment):
    assert "answered here" not in plain(shown("practice", a=asked_of_several.id, p=PRACTICE))
    assert "largely agree" not in plain(shown("results", a=asked_of_several.id))


def test_with_the_fourth_both_pages_tell_them_together(beginner: Person, asked_of_several: Assessment):
    join(beginner, asked_of_several, 1)
    results = plain(shown("results", a=asked_of_several.id))
    assert "Four people answered. On no practice do they largely agree; talk about this question first" in results
    assert TALK in results
    practice = opened(shown("practice", a=asked_of_several.id, p=PRACTICE), f"table-spread-{PRACTICE}")
    assert "Four people answered here and see one question differently" in plain(practice)
    cells = [cell for table in practice.table for cell in table.value.to_numpy().flatten()]
    assert "three at level 1 and one at level 5" in cells
    assert "Talk about this one\\. From 1 to 5\\; too few for more\\." in cells


def test_a_role_group_of_four_anonymous_people_is_never_told_alone(beginner: Person, asked_of_several: Assessment):
    join(beginner, asked_of_several, 1)
    for value in (5, 5, 5, 5):
        says(nameless(beginner, asked_of_several, NOW, "leader"), asked_of_several, NOW, **{ASKED.id: value})
    results, practice = (plain(shown(view, a=asked_of_several.id, p=PRACTICE)) for view in ("results", "practice"))
    assert "Eight people answered" in results
    for page in (results, practice):
        assert "see it higher" not in page
        assert "points higher" not in page


def test_the_statistics_bear_their_names_only_behind_a_click(beginner: Person, asked_of_several: Assessment):
    join(beginner, asked_of_several, 1)
    at = shown("results", a=asked_of_several.id)
    assert "r_wg" not in plain(at)
    heads = [list(table.value.columns) for table in opened(at, "how-sure").table]
    assert [head for head in heads if "Agreement\\, r\\_wg" in head]


def test_where_nobody_can_be_compared_a_sentence_stands_in_the_place_of_the_figure(beginner: Person, asked_of_several: Assessment):
    for _ in range(4):
        unsure = Given(state="dont_know")
        says(nameless(beginner, asked_of_several, NOW, "leader"), asked_of_several, NOW, **{ASKED.id: unsure})
    said = plain(shown("results", a=asked_of_several.id))
    assert "Four people answered, but no question by two of them with an answer to compare" in said
    assert TALK not in said


@pytest.mark.parametrize("view", ["results", "practice"])
def test_one_who_answers_alone_is_told_of_no_agreement(beginner: Person, asked_of_several: Assessment, view: str):
    says(beginner, asked_of_several, NOW, **{ASKED.id: 3})
    said = plain(shown(view, a=asked_of_several.id, p=PRACTICE))
    assert "largely agree" not in said
    assert "answered here" not in said.replace("Nothing is answered here", "")

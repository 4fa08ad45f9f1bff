"""The page of what a result stands on, where the foundations are newer than the result."""

from improvement.standing_model import Renewed, Standing
from tests.exports.besides import laid, of, standing_at
from tests.exports.paper import pages, printed


def issued_on(before: int | None) -> Standing:
    """Pillars at level 2; knowledge then at this level, None where nobody had assessed it, and at 1 today."""
    then = () if before is None else (laid({"knowledge": before}),)
    today = laid({"knowledge": 1})
    renewed = Renewed(stands_on=(today,), score=standing_at({}, on=(today,)).score)
    return of(standing_at({}, on=then), stands_on=then, renewed=renewed)


def ground(here: Standing) -> str:
    return pages(printed(here))[2]


def test_a_result_issued_before_its_foundations_shows_todays():
    said = ground(issued_on(None))
    assert "Knowledge management at level 1 lets one of them lean" in said
    assert "As issued: level 2 by points, not determinable: ITSM Foundations not assessed." in said
    assert "With today’s foundations: level 2 by points, held at 1. Judged on ITSM Foundations of IT" in said
    assert "Lay Knowledge management first" in said
    assert "nobody has assessed" not in said


def test_where_they_were_known_the_picture_is_as_issued_and_the_words_tell_both():
    said = ground(issued_on(0))
    assert "Knowledge management at level 0" in said
    assert "As issued: level 2 by points, held at 0. Judged on" in said
    assert "With today’s foundations: level 2 by points, held at 1." in said
    assert "Lay Knowledge management first: it is at level 1" in said


def test_without_newer_foundations_nothing_is_said_of_today():
    here = issued_on(0).model_copy(update={"renewed": None})
    assert "today’s foundations" not in ground(here)

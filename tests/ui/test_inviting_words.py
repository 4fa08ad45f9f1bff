"""The page of respondents in words."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from assessment.inviting import Named, Overview
from assessment.progress import Progress
from people.invitation_model import Invitation, Tally
from ui.parts import inviting_words

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
ENDS = NOW + timedelta(days=14)


def named(answered: int | None = None, **changed) -> Named:
    usual = {"kind": "respond", "anonymous": False, "name": "Esha", "email": None, "role": None, "role_group": "staff"}
    bound = {"id": uuid4(), "assessment_id": uuid4(), "respondent_id": None, "made_at": NOW, "expires_at": ENDS}
    state = {"revoked_at": None, "used_on": None, "row_version": 1}
    done = None if answered is None else Progress(answered=answered, of=15, minutes_left=0, practices=())
    return Named(Invitation.model_validate(usual | bound | state | changed), done)


def tally(made: int = 5, begun: int = 2, open_: int = 3) -> Tally:
    return Tally(role_group="user", made=made, begun=begun, open=open_, until=ENDS)


@pytest.mark.parametrize(
    ("seen", "said"),
    [
        (Overview((), ()), "Nobody is asked to answer yet"),
        (Overview((named(),), ()), "One person is invited; nobody has begun"),
        (Overview((named(3),), ()), "The one person invited is not done yet"),
        (Overview((named(3), named(0)), ()), "None of the 2 invited is done yet"),
        (Overview((named(15),), ()), "The one person invited is done"),
        (Overview((named(15), named(15)), ()), "All 2 are done"),
        (Overview((named(15), named(3)), ()), "1 of 2 is done"),
        (Overview((), (tally(1, 1, 0),)), "The one person invited has begun"),
        (Overview((named(3), named()), (tally(),)), "3 of 7 have begun"),
        (Overview((named(3),), (tally(5, 5, 0),)), "All 6 have begun"),
        (Overview((named(3, revoked_at=NOW),), ()), "Nobody is asked to answer yet"),
    ],
)
def test_the_title_says_how_many_are_done_where_all_are_known_and_else_how_many_have_begun(seen: Overview, said: str):
    assert inviting_words.finding(seen) == said


@pytest.mark.parametrize(
    ("answered", "said"), [(None, "Not begun"), (0, "Begun, none of 15 answered"), (12, "12 of 15 answered"), (15, "All 15 answered")]
)
def test_progress_is_told_in_words(answered: int | None, said: str):
    assert inviting_words.how_far(named(answered)) == said


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "link open until 10 Dec 2026"),
        ({"expires_at": NOW - timedelta(days=1)}, "link ended on 25 Nov 2026"),
        ({"revoked_at": NOW}, "taken back on 26 Nov 2026"),
        ({"used_on": date(2026, 11, 26)}, "began on 26 Nov 2026, may return until 10 Dec 2026"),
    ],
)
def test_what_became_of_a_link_is_told_with_its_day(changed, said: str):
    assert inviting_words.link_words(named(**changed), NOW, lambda at: at) == said


def test_the_anonymous_of_a_group_are_two_counts():
    assert inviting_words.tally_words(tally(), lambda at: at) == (
        "Users: 2 of 5 have begun",
        "Three links are still open, the last until 10 Dec 2026.",
    )
    assert inviting_words.tally_words(tally(1, 1, 0), lambda at: at) == ("Users: 1 of 1 has begun", "No link is open.")


def test_fewer_than_four_are_warned_of():
    assert not inviting_words.warning(tally(4))
    assert "fewer than four in a group are not counted" in inviting_words.warning(tally(3))

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from improvement.model import Status
from improvement.register import Filter, Pill, Sort, board, chosen, counts
from tests.improvement.conftest import BEN, CHITRA, NOW, TODAY


@pytest.fixture
def listed(action):
    """One action in every status; A-02 is late, A-03 is stale."""
    fresh = {"updated_at": NOW}
    return (
        action(number=1, status=Status.PROPOSED, owner_id=None, due=None, title="Plain names"),
        action(number=2, status=Status.ACCEPTED, due=TODAY - timedelta(days=1), index_lift=Fraction(1, 3), **fresh),
        action(number=3, status=Status.IN_PROGRESS, owner_id=BEN, due=date(2027, 5, 1), updated_at=NOW - timedelta(days=40)),
        action(number=4, status=Status.BLOCKED, practice="autonomy", due=date(2027, 1, 1), index_lift=2, **fresh),
        action(number=5, status=Status.DONE, description="Fünf Personen beobachten, 100 %_sure", **fresh),
        action(number=6, status=Status.VERIFIED, practice=None, title="árvíztűrő <b>", **fresh),
        action(number=70, status=Status.CANCELLED, **fresh),
    )


def numbers(actions, wanted=None):
    return [a.number for a in chosen(actions, wanted or Filter(sort=Sort.NUMBER), NOW, TODAY)]


def test_nothing_chosen_shows_all_but_proposed_and_cancelled(listed):
    assert numbers(listed) == [2, 3, 4, 5, 6]


@pytest.mark.parametrize(
    ("pills", "shown"),
    [
        ({Pill.LATE}, [2]),
        ({Pill.STALE}, [3]),
        ({Pill.BLOCKED, Pill.LATE}, [2, 4]),
        ({Pill.NOT_STARTED, Pill.IN_PROGRESS}, [2, 3]),
        ({Pill.DONE}, [5, 6]),
        ({Pill.PROPOSED, Pill.CANCELLED}, [1, 70]),
    ],
)
def test_pills_add_up(listed, pills, shown):
    assert numbers(listed, Filter(show=pills, sort=Sort.NUMBER)) == shown


def test_each_pill_knows_how_many_it_would_show(listed):
    assert counts(listed, NOW, TODAY) == dict.fromkeys(Pill, 1) | {Pill.DONE: 2}


def test_owner_and_practice_narrow_what_is_shown(listed):
    assert numbers(listed, Filter(owner=BEN)) == [3]
    assert numbers(listed, Filter(practice="autonomy")) == [4]
    assert numbers(listed, Filter(owner=BEN, practice="autonomy")) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [("fünf personen", [5]), ("FÜNF", [5]), ("a-0", [2, 3, 4, 5, 6]), ("A-70", []), ("%_", [5]), (".*", []), ("<B>", [6]), ("ÁRVÍZ", [6])],
)
def test_search_takes_words_as_they_are_in_title_description_and_number(listed, words, found):
    assert numbers(listed, Filter(search=words, sort=Sort.NUMBER)) == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (Sort.DUE, [2, 5, 4, 3, 6]),
        (Sort.NUMBER, [2, 3, 4, 5, 6]),
        (Sort.TITLE, [2, 3, 4, 5, 6]),
        (Sort.STATUS, [4, 3, 2, 5, 6]),
        (Sort.LIFT, [4, 2, 3, 5, 6]),
        (Sort.UPDATED, [2, 4, 5, 6, 3]),
    ],
)
def test_the_order_is_the_wanted_one_and_ties_go_by_number(listed, sort, order):
    assert numbers(listed, Filter(sort=sort)) == order


def test_an_action_without_a_date_or_a_lift_stands_last(listed):
    shown = Filter(show={Pill.PROPOSED, Pill.BLOCKED})
    assert numbers(listed, shown) == [4, 1]
    assert numbers(listed, shown.model_copy(update={"sort": Sort.LIFT})) == [4, 1]


def test_the_board_has_four_columns(listed):
    assert [(c.title, [a.number for a in c.actions]) for c in board(listed)] == [
        ("Not started", [2]),
        ("In progress", [3]),
        ("Blocked", [4]),
        ("Done", [5, 6]),
    ]


def test_a_pill_reads_as_words():
    assert [pill.words for pill in Pill][:5] == ["Late", "Stale", "Blocked", "In progress", "Not started"]


@given(
    st.builds(
        Filter,
        show=st.frozensets(st.sampled_from(Pill)),
        owner=st.sampled_from([None, CHITRA]),
        practice=st.sampled_from([None, "autonomy"]),
        search=st.text(max_size=20).map(str.strip),
        sort=st.sampled_from(Sort),
    )
)
def test_every_filter_survives_the_address(wanted):
    assert Filter.from_query(wanted.to_query()) == wanted


def test_the_default_leaves_the_address_clean():
    assert Filter().to_query() == {}


@pytest.mark.parametrize(
    "junk",
    [{"show": "late,,;drop table,LATE"}, {"owner": "7", "sort": "__class__"}, {"practice": "", "q": " " * 500, "other": "x"}, {}],
)
def test_junk_in_the_address_is_left_out(junk):
    kept = Filter.from_query(junk)
    assert kept in {Filter(), Filter(show={Pill.LATE})}


def test_the_owner_in_the_address_is_an_id():
    assert Filter.from_query({"owner": str(UUID(int=3))}).owner == CHITRA

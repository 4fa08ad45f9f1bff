"""Fewer than four anonymous answers move no figure: the rule by itself."""

from uuid import UUID, uuid4

import pytest

from assessment.anonymity import Waiting, in_fours, shown, tells_few, withheld
from assessment.model import RecordedAnswer
from scoring.plan import plan
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import NOW

DESK = questionnaire(
    dimension(
        "d",
        practice("p", question("open", "yes_no"), question("hours", shown_if={"question": "open", "at_least": 1}), question("team")),
    )
)
PLAN = plan(DESK, "full")


class Crowd:
    """Anonymous people and what they say, in the order of their coming."""

    def __init__(self) -> None:
        self.groups: dict[UUID, str] = {}
        self.said: list[tuple[UUID, RecordedAnswer]] = []

    def come(self, many: int, group: str = "staff", **values: object) -> list[UUID]:
        came = [uuid4() for _ in range(many)]
        self.groups |= dict.fromkeys(came, group)
        self.said += [(who, recorded(name, value)) for name, value in values.items() for who in came]
        return came

    def out(self, name: str) -> frozenset[UUID]:
        return withheld(PLAN, self.groups, shown(PLAN, self.groups, self.said)).respondents.get(name, frozenset())

    def waiting(self, name: str) -> tuple[Waiting, ...]:
        return withheld(PLAN, self.groups, shown(PLAN, self.groups, self.said)).waiting.get(name, ())


def recorded(name: str, value: object) -> RecordedAnswer:
    state = value if value in ("dont_know", "not_applicable") else "answered"
    return RecordedAnswer(question=name, state=state, value=value if state == "answered" else None, reason="So", saved_at=NOW)


@pytest.mark.parametrize(("came", "counted"), [(0, 0), (1, 0), (3, 0), (4, 4), (5, 4), (7, 4), (8, 8), (11, 8)])
def test_whoever_comes_counts_with_the_fourth(came: int, counted: int):
    assert in_fours(range(came)) == range(counted)


@pytest.mark.parametrize(("came", "out"), [(1, 1), (3, 3), (4, 0), (5, 1), (7, 3), (8, 0)])
def test_those_after_the_last_four_wait(came: int, out: int):
    crowd = Crowd()
    who = crowd.come(came, team=3)
    assert crowd.out("team") == frozenset(who[came - out :])
    assert crowd.waiting("team") == ((Waiting(group="staff", answered=came, counted=came - out),) if out else ())


@pytest.mark.parametrize(
    ("first", "second", "few"),
    [
        ("abcd", "abcd", False),
        ("abcd", "", False),
        ("abcd", "abce", True),  # what d says to the first and e to the second would be left over
        ("abcdefgh", "abcd", False),
        ("abcdefgh", "abcdefgi", True),
        ("", "", False),
    ],
)
def test_a_persons_answers_are_put_together_only_with_those_of_three_who_answered_the_same(first: str, second: str, few: bool):
    who = {letter: uuid4() for letter in "abcdefghi"}
    items = [{who[letter] for letter in said} for said in (first, second)]
    assert tells_few(dict.fromkeys(who.values(), "staff"), items) is few


def test_four_who_answered_the_same_are_of_one_group():
    who = [uuid4() for _ in range(4)]
    assert tells_few(dict.fromkeys(who[:2], "staff") | dict.fromkeys(who[2:], "user"), [set(who)])
    assert not tells_few({}, [set(who)]), "those who answer under their names are not counted"


def test_each_group_counts_by_itself():
    crowd = Crowd()
    staff, users = crowd.come(3, "staff", team=3), crowd.come(3, "user", team=3)
    assert crowd.out("team") == frozenset(staff + users)


def test_values_and_dont_knows_are_told_apart_by_a_result_and_so_wait_apart():
    crowd = Crowd()
    values, unknown = crowd.come(4, team=3), crowd.come(1, team="dont_know")
    assert crowd.out("team") == frozenset(unknown)
    assert not crowd.out("team") & frozenset(values)


def test_four_who_do_not_know_cannot_lay_bare_three_who_do():
    crowd = Crowd()
    everybody = crowd.come(3, team=3) + crowd.come(4, team="dont_know")
    assert crowd.out("team") == frozenset(everybody)


def test_behind_a_condition_the_few_who_are_asked_wait_and_so_does_what_follows_for_the_others():
    crowd = Crowd()
    everybody = crowd.come(2, open=True, hours=4) + crowd.come(2, open=False)
    assert crowd.out("open") == frozenset()
    assert crowd.out("hours") == frozenset(everybody), "what follows for two must not stand for all four"


def test_whoever_waits_at_a_question_waits_at_what_hangs_on_it():
    crowd = Crowd()
    early, late = crowd.come(4, open=True, hours=4), crowd.come(1, open=True, hours=0)
    assert crowd.out("hours") == frozenset(late)
    assert not crowd.out("hours") & frozenset(early)


def test_three_whose_fourth_waits_further_up_are_three():
    crowd = Crowd()
    crowd.come(1, open=True)
    everybody = frozenset(crowd.groups) | frozenset(crowd.come(4, open=True, hours=4))
    assert crowd.out("hours") == everybody, "the fifth waits at the first question, and so is none of four at the second"


def test_an_answer_that_its_own_condition_hides_is_none_of_the_four():
    crowd = Crowd()
    crowd.come(3, open=True, hours=4)
    crowd.come(1, open=False, hours=4)
    assert len(crowd.out("hours")) == 4


def test_where_all_are_asked_nothing_further_nobody_waits():
    crowd = Crowd()
    crowd.come(4, open=False)
    assert crowd.out("hours") == frozenset()

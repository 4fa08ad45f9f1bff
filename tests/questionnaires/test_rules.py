"""The language of pitfalls: what it says, what it refuses, and what it makes of missing values."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.rules import RuleError, parse

VALUES = {"one": Fraction(1), "two": Fraction(2), "three": Fraction(3), "half": Fraction(1, 2), "other/two": Fraction(2), "null": None}


def holds(text):
    return parse(text).evaluate(lambda _, name: VALUES[name])


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("level(one) == 1", True),
        ("level(one) == 2", False),
        ("level(one) < 2", True),
        ("level(two) < 2", False),
        ("level(two) <= 2", True),
        ("level(three) <= 2", False),
        ("level(three) > 2", True),
        ("level(two) > 2", False),
        ("level(two) >= 2", True),
        ("level(one) >= 2", False),
        ("index(half) == 1/2", True),
        ("reading(half) == 0.5", True),
        ("reading(one) > -3", True),
        ("2 > answer(one)", True),
        ("level(other/two) == 2", True),
        ("min(level(one), level(three)) == 1", True),
        ("max(level(one), level(three), 5) == 5", True),
        ("not level(one) == 2", True),
        ("not not level(one) == 2", False),
        ("level(one) == 1 and level(two) == 2", True),
        ("level(one) == 1 and level(two) == 3", False),
        ("level(one) == 3 or level(two) == 2", True),
        ("level(one) == 3 or level(two) == 3", False),
        ("level(one) == 1 or level(two) == 3 and level(two) == 4", True),
        ("(level(one) == 1 or level(two) == 3) and level(two) == 4", False),
        ("((level(one))) == (1)", True),
        ("level( one )==1\n  and\n  level(two)==2", True),
    ],
)
def test_a_rule_holds_or_not(text, held):
    assert holds(text) is held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("level(null) == 1", None),
        ("1 <= level(null)", None),
        ("not level(null) == 1", None),
        ("level(null) == 1 and level(one) == 1", None),
        ("level(null) == 1 and level(one) == 2", False),
        ("level(one) == 2 and level(null) == 1", False),
        ("level(null) == 1 or level(one) == 1", True),
        ("level(null) == 1 or level(one) == 2", None),
        ("min(level(null), level(one)) <= 1", None),
        ("max(level(three), level(null)) >= 3", None),
    ],
)
def test_a_missing_value_leaves_open_only_what_hangs_on_it(text, held):
    assert holds(text) is held


@given(st.sampled_from(["one", "null", "three"]), st.sampled_from(["one", "null", "three"]))
def test_not_turns_and_into_or(left, right):
    a, b = f"level({left}) == 1", f"level({right}) == 1"
    assert holds(f"not ({a} and {b})") is holds(f"not {a} or not {b}")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "belongs before `the end`"),
        ("level(one)", "Compare level(one) with something"),
        ("3", "Compare an amount with something"),
        ("not level(one)", "Compare level(one) with something"),
        ("level(one) and level(two) == 1", "Compare level(one) with something"),
        ("level(one) >=", "belongs before `the end`"),
        (">= 3", "belongs before `>=`"),
        ("level(one) = 1", "Write == to compare"),
        ("level(one) => 1", "Write >= instead of =>"),
        ("level(one) =< 1", "Write <= instead of =<"),
        ("level(one) != 1", "Write not (a == b)"),
        ("level(one) ≥ 1", "Write >= instead of ≥"),
        ("level(one) ≤ 1", "Write <= instead of ≤"),
        ("level(one) == 1 && level(two) == 1", "Write and"),
        ("level(one) == 1 | level(two) == 1", "Write or"),
        ("level(one) + 1 == 2", "they do not add"),
        ("level(one) == 1 level(two) == 2", "missing before `level(two)`"),
        ("level(one) == 1)", "missing before `)`"),
        ("(level(one) == 1", "`)` is missing before `the end`"),
        ("min(level(one), 2", "`)` is missing before `the end`"),
        ("min level(one) == 1", "`(` is missing before `level(one)`"),
        ("1 < level(one) < 3", "two things at a time"),
        ("(level(one) == 1) == (level(two) == 1)", "Join two comparisons with and"),
        ("min(level(one) == 1) == 1", "Join two comparisons with and"),
        ("level(One) == 1", "cannot be read from `level(One)"),
        ("level() == 1", "cannot be read from `level()"),
        ("level(a/b/c) == 1", "cannot be read from `level(a/b/c)"),
        ("size(one) == 1", "There is no `size(...)`"),
        ("one == 1", "cannot be read from `one"),
        ("__import__('os') == 1", "cannot be read from `__import__"),
        ("level(one) == 1/0", "`1/0` is no number"),
        ("level(one) == 1.2.3", "cannot be read from `1.2.3`"),
        ("(" * 30 + "level(one) == 1" + ")" * 30, "nested more than 20 deep"),
        ("not " * 30 + "level(one) == 1", "nested more than 20 deep"),
        ("level(one) == 1 or " * 200, "too long"),
    ],
)
def test_a_rule_that_cannot_be_understood_is_refused_with_a_sentence(text, words):
    with pytest.raises(RuleError) as refused:
        parse(text)
    assert words in str(refused.value)


def test_a_refusal_is_a_value_error_too():
    with pytest.raises(ValueError, match="Write =="):
        parse("level(one) = 1")


@given(st.text(alphabet="level(one)answ-/<>=! 0123456789.,minmaxandornot", max_size=60))
def test_any_text_is_a_rule_or_refused(text):
    try:
        rule = parse(text)
    except RuleError:
        return
    assert rule.evaluate(lambda *_: None) in (None, True, False)


def test_names_are_told_once_in_the_order_of_the_text():
    rule = parse("min(level(two), 3) < 1 and (answer(one) == 1 or not level(two) == 2) and reading(half) > 0")
    assert rule.names == (("level", "two"), ("answer", "one"), ("reading", "half"))


def test_a_rule_is_told_in_words():
    rule = parse("max(level(one), level(two)) >= 3 and (answer(one) == 0 or not reading(half) < 1/2)")
    assert rule.explain() == (
        "the highest of the level of one, the level of two is at least 3 and "
        "(the answer of one is 0 or it is not so that the reading of half is below 1/2)"
    )


def test_a_rule_is_told_in_the_words_of_whoever_asks():
    rule = parse("min(index(one), 5) > 2 and level(two) <= 1")
    assert (
        rule.explain(lambda function, name: f"{name}'s {function}")
        == "the lowest of one's index, 5 is above 2 and two's level is at most 1"
    )


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        ("level(one) == 1", ["one"]),
        ("level(one) == 1 and level(two) == 2", ["one", "two"]),
        ("level(one) == 1 or level(two) == 3", ["one"]),
        ("level(one) == 2 and level(two) == 2", ["one"]),
        ("level(one) == 2 or level(two) == 3", ["one", "two"]),
        ("not (level(one) == 2 or level(two) == 3)", ["one", "two"]),
        ("max(level(one), level(two)) <= 2 and level(one) == 1", ["one", "two"]),
        ("level(one) == 1 and level(null) == 1", ["null"]),
        ("level(one) == 1 or level(null) == 1", ["one"]),
        ("max(level(one), level(null)) == 1", ["null"]),
        ("level(one) == 1 and (level(two) == 3 or level(null) == 1)", ["null"]),
    ],
)
def test_the_grounds_are_what_decides_it_or_what_leaves_it_open(text, grounds):
    assert [name for _, name in parse(text).grounds(lambda _, name: VALUES[name])] == grounds

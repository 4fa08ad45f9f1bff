from fractions import Fraction

import pytest

from assessment.model import RecordedAnswer
from questionnaires.answer import InvalidAnswer
from questionnaires.model import Question
from tests.builders import dimension, practice, question, questionnaire
from tests.cast import NOW
from ui.parts import offers
from ui.parts.answer_words import moment, pending_words
from ui.parts.labels import spoken

KINDS = ("anchored", "yes_no", "rated", "coverage", "metric", "choices")
ASKED = questionnaire(dimension("d", practice("p", *(question(kind.replace("_", "-"), kind) for kind in KINDS))))
VALUES = {"anchored": Fraction(3), "yes_no": False, "rated": "L", "coverage": "half"}


def asked(kind: str) -> Question:
    return ASKED.questions[kind.replace("_", "-")]


def answered(kind: str, value: object, state: str = "answered") -> RecordedAnswer:
    return RecordedAnswer(question=kind, state=state, value=value, saved_at=NOW)


@pytest.mark.parametrize("kind", VALUES)
def test_a_choice_and_the_answer_it_gives_mean_each_other(kind):
    token = offers.token(asked(kind), answered(kind, VALUES[kind]))
    assert token in offers.offers(asked(kind))
    value = offers.given(asked(kind), token).value
    assert str(value) == str(VALUES[kind])


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_offers_dont_know_and_does_not_apply_last(kind):
    assert list(offers.offers(asked(kind)))[-2:] == [offers.DONT_KNOW, offers.NOT_APPLICABLE]
    assert offers.given(asked(kind), offers.DONT_KNOW).state == "dont_know"
    assert offers.token(asked(kind), answered(kind, None, "not_applicable")) == offers.NOT_APPLICABLE


@pytest.mark.parametrize("sent", ["=6", "3", "", None, 3, "=", ["=3"], "answered"])
def test_what_was_never_offered_is_refused(sent):
    with pytest.raises(InvalidAnswer, match="not among those offered"):
        offers.given(asked("anchored"), sent)


def test_a_percentage_shows_as_the_choice_to_write_one():
    assert offers.token(asked("rated"), answered("rated", Fraction(71))) == offers.PERCENTAGE


def test_an_anchor_shows_its_number_and_none_of_its_markup():
    marked = questionnaire(dimension("d", practice("p", question("q", levels={0: "*a*", 1: "b", 2: "c", 3: "d", 4: "e", 5: "f"}))))
    assert offers.offers(marked.questions["q"])["=0"] == ":gray[0]\u2002\\*a\\*"


@pytest.mark.parametrize(
    ("chosen", "stored", "words"),
    [
        (offers.NOT_APPLICABLE, None, "Not saved yet: say why"),
        (offers.NOT_APPLICABLE, offers.NOT_APPLICABLE, ""),
        (offers.PERCENTAGE, "=L", "Not saved yet: write the percentage"),
        (offers.ANSWER, None, ""),
        (offers.ANSWER, offers.DONT_KNOW, "Not saved yet: answer below"),
        ("=3", "=2", ""),
    ],
)
def test_the_mark_says_what_still_has_to_follow(chosen, stored, words):
    assert pending_words(chosen, stored) == words


def test_a_moment_is_a_time_today_and_a_date_before():
    assert moment(NOW, NOW) == f"{NOW:%H:%M}"
    assert moment(NOW.replace(year=NOW.year - 1), NOW).endswith(str(NOW.year - 1))


@pytest.mark.parametrize("text", ["Speed", "An effect on the business, such as working time regained", "Does it help (much)?", "Über uns"])
def test_a_plain_label_is_left_as_it_is_for_those_who_hear_it(text):
    assert spoken(text) == text


@pytest.mark.parametrize("text", ["*bold*", "1. item", "![x](y)", "a :red[b]", "www.example.org", "a -- b", "$x$", "- x", "<b>", "x_y_"])
def test_a_label_that_could_become_markup_is_escaped(text):
    assert spoken(text) != text

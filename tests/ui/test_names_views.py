"""Assessments of different questionnaires in the same month are told apart, run in this process."""

from people.model import Person
from questionnaires.library import load
from tests.ui.test_act_views import calm, plain, shown
from tests.ui.test_footing_views import NOW, everywhere, final

PILLARS, FOUNDATIONS = load("three-pillars").title, load("itsm-foundations").title
PLAIN = f"IT, {NOW:%B %Y}"


def test_the_first_name_offered_is_plain(beginner: Person):
    assert shown("assessments").text_input(key="start-name").value == PLAIN


def test_where_the_plain_name_is_in_use_the_offer_tells_the_questionnaire(beginner: Person):
    final(beginner, "three-pillars", everywhere(2), title=PLAIN)
    at = shown("assessments", q="itsm-foundations")
    assert at.text_input(key="start-name").value == f"IT, {FOUNDATIONS}, {NOW:%B %Y}"
    calm(at.radio(key="start-asked").set_value("three-pillars").run())
    assert at.text_input(key="start-name").value == f"IT, {PILLARS}, {NOW:%B %Y}"


def test_a_typed_name_stays_when_the_questionnaire_changes(beginner: Person):
    at = shown("assessments", q="itsm-foundations")
    at.text_input(key="start-name").set_value("Before the move").run()
    calm(at.radio(key="start-asked").set_value("three-pillars").run())
    assert at.text_input(key="start-name").value == "Before the move"


def test_results_and_reports_tell_the_questionnaires_of_the_same_name_apart(beginner: Person):
    made = [final(beginner, name, everywhere(2)) for name in ("three-pillars", "itsm-foundations")]
    (choice,) = shown("results", a=made[0].id).selectbox
    assert set(choice.options) == {f"IT · First · {title}" for title in (PILLARS, FOUNDATIONS)}
    said = plain(shown("reports"))
    assert f"{PILLARS} · " in said
    assert f"{FOUNDATIONS} · " in said


def test_of_three_alike_the_one_in_the_address_stays_shown(beginner: Person):
    made = [final(beginner, "three-pillars", everywhere(level)) for level in (1, 2, 3)]
    for one in made:
        at = shown("results", a=one.id)
        (choice,) = at.selectbox
        assert len(set(choice.options)) == 3
        assert choice.value == one.id
        assert calm(at.run()).selectbox[0].value == one.id

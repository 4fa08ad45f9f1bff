"""The pages of a final assessment in which nothing applies, or nobody knew anything."""

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Assessment, Given
from people.model import Person
from people.work import Work, writing
from tests.ui.test_act_views import NOW, begun, plain, shown


def final(beginner: Person, state: str) -> Assessment:
    made = begun(beginner, "full", 0)

    def freeze(work: Work) -> Assessment:
        for question in assessments.questionnaire(work, made).questions:
            answering.record_answer(work, made.id, question, Given(state=state, reason="None here."))
        return assessments.finalise(work, made.id)

    return writing(beginner, NOW, freeze)


def test_where_nothing_applies_no_page_asks_for_answers(beginner: Person):
    made = final(beginner, "not_applicable")
    titles = {page: shown(page, a=made.id).title[0].value for page in ("posture", "pitfalls", "claims")}
    assert titles == {
        "posture": "What this questionnaire asks about posture does not apply here",
        "pitfalls": "No pitfall can be told\\, because nothing applies here",
        "claims": "Nothing is claimed\\, because nothing applies here",
    }
    at = shown("results", a=made.id)
    assert "Choose one that fits this function" in at.info[0].value
    assert "No practice applies here." in plain(at)
    assert "level None" not in plain(at)


def test_where_nobody_knows_results_and_advice_lead_to_reopening(beginner: Person):
    made = final(beginner, "dont_know")
    at = shown("results", a=made.id)
    assert "Reopen the assessment and find out the 46 missing answers" in at.info[0].value
    assert "Reopen it" in [button.label for button in at.button]
    advice = shown("advice", a=made.id)
    assert any("Reopen the assessment and find out" in str(link.proto) for link in advice.get("page_link"))
    assert "Answer the questions" not in [button.label for button in advice.button]

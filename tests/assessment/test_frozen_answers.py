"""The facts of an issued result come back from JSON in their questions' own kinds."""

from fractions import Fraction

from assessment.facts import frozen_responses
from questionnaires.answer import Answer, Consensus, Respondent, Responses
from tests.builders import dimension, practice, question, questionnaire

TABLE = [{"label": "none", "value": 0}, {"label": "1/2", "value": "1/2"}, {"label": "10", "value": 1}]
ASKED = questionnaire(
    dimension("all", practice("one", question("share", "coverage", table=TABLE), question("rate", "rated"), question("count", "metric")))
)


def facts(**values):
    return Responses(
        questionnaire="small",
        version="1.0.0",
        respondents=(Respondent(id="asha", group="leader"),),
        answers=tuple(Answer(respondent="asha", question=name, value=value) for name, value in values.items()),
        consensus=tuple(Consensus(question=name, value=value) for name, value in values.items()),
    )


def test_labels_stay_labels_and_fractions_stay_exact_in_an_issued_result():
    for label in ("1/2", "10"):
        issued = facts(share=label, rate=Fraction(200, 3), count=Fraction(1, 2))
        assert frozen_responses(ASKED, issued.model_dump(mode="json")) == issued


def test_what_was_not_known_stays_unknown_in_an_issued_result():
    issued = Responses(
        questionnaire="small",
        version="1.0.0",
        respondents=(Respondent(id="asha", group="leader"),),
        answers=(Answer(respondent="asha", question="share", state="dont_know"),),
    )
    assert frozen_responses(ASKED, issued.model_dump(mode="json")) == issued

"""An answers file is taken whole, or every fault in it is told."""

import json
from fractions import Fraction

import pytest

from questionnaires.answer import Responses, valid_value
from questionnaires.reader import InvalidAnswers, read, read_answers
from tests.questionnaires.planting import SMALL

QUESTIONNAIRE = read(SMALL)
GOOD = {
    "questionnaire": "small",
    "version": "1.0.0",
    "mode": "full",
    "respondents": [{"id": "r1", "group": "leader"}, {"id": "r2", "group": "staff"}],
    "answers": [
        {"respondent": "r1", "question": "listening-how", "value": 3, "evidence": "E2", "note": "Seen."},
        {"respondent": "r2", "question": "listening-how", "value": "2"},
        {"respondent": "r1", "question": "listening-place", "state": "not_applicable", "reason": "No ideas."},
        {"respondent": "r1", "question": "listening-share", "state": "dont_know"},
        {"respondent": "r1", "question": "using-metric", "value": 0.1},
    ],
    "consensus": [{"question": "using-options", "value": ["order"], "rationale": "Agreed.", "evidence": "E1"}],
    "populations": {"leader": 4, "staff": "20"},
    "readings": [{"measure": "adoption", "value": "62.5", "period": "2026-09"}, {"measure": "adoption", "value": 61, "period": "2026-Q3"}],
}


def taken(**changes):
    return read_answers(json.dumps(GOOD | changes), QUESTIONNAIRE)


def refusal(**changes):
    with pytest.raises(InvalidAnswers) as refused:
        read_answers(json.dumps(GOOD | changes, indent=1), QUESTIONNAIRE, "a.json")
    return [(finding.path, finding.message) for finding in refused.value.findings]


def answering(**answer):
    return refusal(answers=[{"respondent": "r1", "question": "listening-how"} | answer])


def test_a_good_file_is_taken_with_exact_numbers():
    responses = taken()
    assert [answer.value for answer in responses.answers] == [3, 2, None, None, Fraction(1, 10)]
    assert responses.consensus[0].value == ("order",)
    assert responses.populations == {"leader": 4, "staff": 20}
    assert responses.readings[0].value == Fraction(125, 2)


def test_what_may_be_left_out_is_left_out():
    responses = read_answers(json.dumps({key: GOOD[key] for key in ("questionnaire", "version", "respondents", "answers")}), QUESTIONNAIRE)
    assert (responses.mode, responses.consensus, responses.readings, responses.answers[1].evidence) == ("full", (), (), "E0")


@pytest.mark.parametrize(
    ("answer", "path", "words"),
    [
        ({"value": 9}, "answers[0].value", "from 0 to 3"),
        ({"value": True}, "answers[0].value", "from 0 to 3"),
        ({"value": None}, "answers[0]", "Write a `value`"),
        ({}, "answers[0]", "Write a `value`"),
        ({"state": "answered"}, "answers[0]", "Write a `value`"),
        ({"value": 2, "state": "dont_know"}, "answers[0].value", "has no value"),
        ({"value": 2, "state": "not_applicable", "reason": "None."}, "answers[0].value", "has no value"),
        ({"state": "not_applicable"}, "answers[0]", "Write the `reason`"),
        ({"state": "not_applicable", "reason": "  "}, "answers[0]", "Write the `reason`"),
        ({"state": "skipped"}, "answers[0].state", "answered, dont_know or not_applicable"),
        ({"value": 2, "evidence": "E9"}, "answers[0].evidence", "E0, E1, E2 or E3"),
        ({"value": 2, "notes": "x"}, "answers[0].notes", "Did you mean `note`?"),
        ({"value": 2, "note": "x" * 10_001}, "answers[0].note", "10,001 characters"),
        ({"value": 2, "question": "listening-howe"}, "answers[0].question", "Did you mean `listening-how`?"),
        ({"value": 2, "respondent": "r9"}, "answers[0].respondent", "Add `r9` to `respondents`"),
        ({"value": 2, "respondent": 1}, "answers[0].respondent", "Write a text here"),
        ({"value": {"a": 1}}, "answers[0].value", "from 0 to 3"),
    ],
)
def test_an_answer_that_does_not_fit_is_told(answer, path, words):
    ((found, message),) = answering(**answer)
    assert (found, words in message) == (path, True), message


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"questionnaire": "large"}, "questionnaire", "not to `small`"),
        ({"version": "1.0.1"}, "version", "not to 1.0.0"),
        ({"mode": "slow"}, "mode", "quick or full"),
        ({"respondents": "r1"}, "respondents", "Write a list here"),
        ({"respondents": [*GOOD["respondents"], {"id": "r1", "group": "user"}]}, "respondents[2]", "here twice"),
        ({"respondents": [{"id": "r1", "group": "boss"}, {"id": "r2", "group": "staff"}]}, "respondents[0].group", "leader, staff or user"),
        ({"answers": [*GOOD["answers"], GOOD["answers"][0]]}, "answers[5]", "has answered this question before"),
        ({"consensus": [{"question": "listening-how", "value": 9}]}, "consensus[0].value", "from 0 to 3"),
        ({"consensus": [{"question": "nothing", "value": 2}]}, "consensus[0].question", "has no question `nothing`"),
        ({"consensus": [{"question": "listening-how"}]}, "consensus[0].value", "`value` is missing"),
        ({"consensus": [{"question": "listening-how", "value": 1}] * 2}, "consensus[1]", "a consensus on this question before"),
        ({"populations": {"leader": 0}}, "populations.leader", "above 0"),
        ({"populations": {"leader": True}}, "populations.leader", "Write a number"),
        ({"populations": {"boss": 3}}, "populations.boss", "leader, staff or user"),
        (
            {"respondents": [*GOOD["respondents"], {"id": "r3", "group": "staff"}], "populations": {"staff": 1}},
            "populations.staff",
            "at least 2",
        ),
        ({"readings": [{"measure": "speed", "value": 1, "period": "2026"}]}, "readings[0].measure", "no measure `speed`"),
        ({"readings": [{"measure": "adoption", "value": 101, "period": "2026"}]}, "readings[0].value", "from 0 up to 100"),
        ({"readings": [{"measure": "adoption", "value": "lots", "period": "2026"}]}, "readings[0].value", "Write a number"),
        ({"readings": [{"measure": "adoption", "value": [1], "period": "2026"}]}, "readings[0].value", "Write a number"),
        ({"readings": [{"measure": "adoption", "period": "2026"}]}, "readings[0].value", "`value` is missing"),
        ({"readings": [{"measure": "adoption", "value": 1, "period": "2026-13"}]}, "readings[0].period", "2026-Q3"),
        ({"foundations": {"x/y": 3}}, "foundations", "--foundations"),
        ({"withheld": {"listening-how": ["r1"]}}, "withheld", "Delete this key"),
        ({"comment": "x"}, "comment", "no key `comment`"),
    ],
)
def test_anything_else_that_is_wrong_is_told(changes, path, words):
    ((found, message),) = refusal(**changes)
    assert (found, words in message) == (path, True), message


def test_all_faults_of_a_file_are_told_at_once_with_their_lines():
    with pytest.raises(InvalidAnswers, match=r"(?s)a\.json:2: version: .*a\.json:4: answers\[0\]\.value: .*a\.json:5: answers\[1\]"):
        read_answers(
            '{"questionnaire": "small",\n"version": "2.0.0", "respondents": [{"id": "r1", "group": "user"}],\n"answers": [\n'
            '{"respondent": "r1", "question": "listening-how", "value": 7},\n{"respondent": "r1", "question": "listening-place"}]}',
            QUESTIONNAIRE,
            "a.json",
        )


@pytest.mark.parametrize("text", ["[]", "", "{", '"answers"', "5", json.dumps(GOOD)[:-1] + ",}", "questionnaire: small\nversion: 1.0.0\n"])
def test_a_text_that_holds_no_answers_is_refused(text):
    with pytest.raises(InvalidAnswers):
        read_answers(text, QUESTIONNAIRE)


def test_an_answers_file_is_told_as_json_what_is_wrong_with_it():
    with pytest.raises(InvalidAnswers, match=r"a\.json:2: This is not valid JSON"):
        read_answers('{"questionnaire": "small",\n}', QUESTIONNAIRE, "a.json")


def test_answers_without_any_are_written_as_an_empty_list():
    given = {key: GOOD[key] for key in ("questionnaire", "version", "respondents")}
    assert read_answers(json.dumps(given | {"answers": []}), QUESTIONNAIRE).answers == ()
    with pytest.raises(InvalidAnswers, match="`answers` is missing"):
        read_answers(json.dumps(given), QUESTIONNAIRE)


def test_a_number_beyond_measure_is_told_once():
    text = json.dumps(GOOD).replace('"value": 0.1', '"value": 1e400')
    with pytest.raises(InvalidAnswers) as refused:
        read_answers(text, QUESTIONNAIRE)
    assert [finding.path for finding in refused.value.findings] == ["answers[4].value"]


def test_a_label_that_looks_like_a_fraction_stays_a_label():
    asked = read(SMALL.replace("label: Half", 'label: "1/2"'))
    told = {"respondents": GOOD["respondents"], "answers": [{"respondent": "r1", "question": "listening-share", "value": "1/2"}]}
    agreed = {"consensus": [{"question": "listening-share", "value": "1/2"}]}
    responses = read_answers(json.dumps({"questionnaire": "small", "version": "1.0.0"} | told | agreed), asked)
    assert (responses.answers[0].value, responses.consensus[0].value) == ("1/2", "1/2")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("using-metric", "1/3"),
        ("using-metric", 0.1),
        ("using-rated", "200/3"),
        ("using-rated", "L"),
        ("listening-how", "2"),
        ("listening-share", "Half"),
    ],
)
def test_a_value_comes_back_from_json_exactly_as_it_was(question, value):
    responses = taken(answers=[{"respondent": "r1", "question": question, "value": value}])
    (kept,) = Responses.model_validate_json(responses.model_dump_json()).answers
    assert valid_value(QUESTIONNAIRE, QUESTIONNAIRE.questions[question], kept.value) == responses.answers[0].value


@pytest.mark.parametrize("period", ["٢٠٢٦", "0000", "2026-Q5", "2026-9", "26"])
def test_a_period_is_written_in_plain_digits(period):
    ((path, message),) = refusal(readings=[{"measure": "adoption", "value": 1, "period": period}])
    assert (path, "2026-Q3" in message) == ("readings[0].period", True)

"""Each fault is told once, in its line, with what to write instead; and all of them in one run."""

import pytest

from questionnaires.reader import InvalidQuestionnaire, read
from tests.questionnaires.faults import FAULTS
from tests.questionnaires.planting import SMALL, line, planted

TOGETHER = [
    "another format",
    "an id with capitals",
    "a version of words",
    "a missing title",
    "a language in words",
    "minutes of zero",
    "an unknown key",
    "a duplicate key",
    "an unknown role",
    "a truth value in words",
    "better neither higher nor lower",
    "a missing text",
    "a missing why",
    "an empty how",
    "evidence that is a number",
    "an unknown audience",
    "an audience that is no list",
    "an unknown mode",
    "an unknown stance",
    "a missing anchor",
    "a level outside the scale",
    "a negative weight",
    "a knockout on every level",
    "a share above one",
    "a condition that nothing meets",
    "points that turn back",
    "a metric of an unknown measure",
    "two options of one id",
    "an unknown source",
    "a move of an unknown question",
    "a move to no answer",
    "a move downwards",
    "no steps",
    "an effort the wrong way round",
    "a negative cost",
    "an action after an unknown one",
    "a need of an unknown practice",
    "a practice of an unknown measure",
    "a gate beyond its measure",
    "a gate that holds back nothing known",
    "a rule on an unknown practice",
    "a source without a year",
    "HTML in guidance",
    "an alias",
    "two questions of one id",
    "two actions of one id",
]


def findings(text):
    with pytest.raises(InvalidQuestionnaire) as refused:
        read(text, "small.yaml")
    return refused.value.findings


def test_the_small_questionnaire_has_no_fault():
    assert len(read(SMALL).questions) == 6


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_finding_in_its_line(name):
    fault = FAULTS[name]
    text = planted(SMALL, fault)
    (finding,) = findings(text)
    assert (finding.file, finding.line, finding.path) == ("small.yaml", line(text, fault.at), fault.path)
    assert fault.words in finding.message


def test_forty_six_faults_of_one_file_are_told_in_one_run():
    text = SMALL
    for name in TOGETHER:
        text = planted(text, FAULTS[name])
    told = list(findings(text))
    assert len(told) == len(TOGETHER) == 46
    for name in TOGETHER:
        at = line(text, FAULTS[name].at)
        words = FAULTS[name].words.split(" in line")[0]  # lines that a message names have moved
        assert any(finding.line == at and words in finding.message for finding in told), name


def test_findings_come_in_the_order_of_the_file():
    text = planted(planted(SMALL, FAULTS["a source without a year"]), FAULTS["another format"])
    assert [finding.path for finding in findings(text)] == ["format", "sources.book.year"]


def test_a_finding_reads_as_file_line_path_and_message():
    (finding,) = findings(planted(SMALL, FAULTS["a misspelt key"]))
    assert str(finding).startswith("small.yaml:24: dimensions[0].practices[0].summaries: There is no key `summaries` here.")


def test_the_error_itself_says_everything():
    with pytest.raises(InvalidQuestionnaire, match=r"(?s)small.yaml:1: format: .*small.yaml:\d+: sources.book.year"):
        read(planted(planted(SMALL, FAULTS["a source without a year"]), FAULTS["another format"]), "small.yaml")


def test_a_reference_to_another_questionnaire_is_no_finding():
    assert read(SMALL.replace("other-one/some-practice", "missing-one/anything")).practices["using"].needs[1] == "missing-one/anything"


def test_a_rule_may_name_a_practice_of_another_questionnaire():
    assert read(SMALL.replace("level(listening)", "level(other/listening)")).pitfalls[0].when.startswith("level(other/listening)")


def test_a_long_circle_is_told_once_from_its_first_member():
    text = SMALL.replace("        guidance: Ask and answer.\n", "        guidance: Ask and answer.\n        needs: [telling]\n").replace(
        "      - id: using\n",
        "      - {id: telling, title: Telling, summary: S, guidance: G, needs: [using], questions: "
        "[{id: t, kind: yes_no, text: Is it?, why: W, how: H, evidence: E, "
        "audience: [user], modes: [full], source: book}]}\n      - id: using\n",
    )
    (finding,) = findings(text)
    assert "listening → telling → using → listening" in finding.message


def test_what_waits_for_a_circle_is_not_told_as_part_of_it():
    text = SMALL.replace("after: [ask-weekly]", "after: [ask-weekly, count-needs]")
    (finding,) = findings(text)
    assert "`count-needs` names itself" in finding.message


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("scale: 5", "Write a list here"),
        ("scale: []", "too short"),
        ("scale: [{name: Only}, {name: Two}]", "`level` is missing"),
        ("scale: [{level: low, name: One}, {level: 2, name: Two}]", "Write a number"),
        ("scale: [{level: 0, name: One}, {level: 900, name: Two}]", "after 0 comes 1"),
        ("scale: [1, 2]", "Write keys with values here"),
    ],
)
def test_an_unusable_scale_is_told_without_accusing_every_anchor(written, words):
    start, end = SMALL.index("scale:"), SMALL.index("measures:\n")
    told = findings(SMALL[:start] + written + "\n" + SMALL[end:])
    assert any(words in finding.message for finding in told)
    assert all(finding.path.startswith("scale") for finding in told)


@pytest.mark.parametrize("written", ["dimensions: everything", "dimensions: []", "dimensions: [care]", "dimensions:"])
def test_unusable_dimensions_are_told(written):
    start, end = SMALL.index("dimensions:"), SMALL.index("gates:\n")
    assert any(finding.path.startswith("dimensions") for finding in findings(SMALL[:start] + written + "\n" + SMALL[end:]))


def test_a_question_of_unknown_kind_is_looked_through_all_the_same():
    text = (
        planted(SMALL, FAULTS["an unknown kind"])
        .replace("why: A kept path works.", "whi: A kept path works.")
        .replace("level: 3\n            source", "level: 3\n            colour: red\n            source", 1)
    )
    assert {finding.path.rpartition(".")[2] for finding in findings(text)} == {"kind", "whi", "colour"}


def test_a_key_that_belongs_to_another_kind_is_told_with_those_that_belong():
    (finding,) = findings(SMALL.replace("            kind: rated", "            kind: rated\n            options: []"))
    assert "There is no key `options` here" in finding.message


def test_a_file_of_nothing_but_faults_is_told_within_seconds():
    needs = ", ".join(f"missing-{number}" for number in range(5_000))
    assert len(findings(SMALL.replace("needs: [listening,", f"needs: [{needs},"))) == 5_000


@pytest.mark.parametrize(
    ("parent", "reached", "missed"),
    [("listening-how", "3", "4"), ("using-rated", "100", "100.5"), ("using-metric", "100", "101"), ("using-options", "2", "3")],
)
def test_a_condition_may_ask_for_the_highest_answer_of_its_parent_and_no_more(parent, reached, missed):
    condition = "shown_if: {question: listening-place, at_least: 1}"
    read(SMALL.replace(condition, f"shown_if: {{question: {parent}, at_least: {reached}}}"))
    (finding,) = findings(SMALL.replace(condition, f"shown_if: {{question: {parent}, at_least: {missed}}}"))
    assert f"the highest is {reached}" in finding.message


def test_a_condition_on_a_table_asks_for_its_values():
    waiting = (
        "level: 2\n            options",
        "level: 2\n            shown_if: {question: listening-share, at_least: 1.5}\n            options",
    )
    (finding,) = findings(SMALL.replace(*waiting))
    assert "the highest is 1." in finding.message


def test_a_condition_on_a_measure_without_an_end_may_ask_for_any_number():
    text = SMALL.replace(", maximum: 100}", "}").replace(
        "{question: listening-place, at_least: 1}", "{question: using-metric, at_least: 1000}"
    )
    assert read(text).questions["listening-share"].shown_if.at_least == 1000


def test_an_empty_rule_is_told_once():
    (finding,) = findings(SMALL.replace("when: level(listening) <= 1 and answer(using-options) == 0", "when: ''"))
    assert "Nothing is written here" in finding.message

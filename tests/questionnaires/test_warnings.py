"""The writing rules: what a reader would stumble over, and what must not be called a stumble."""

import pytest

from questionnaires import library
from questionnaires.check import warnings
from questionnaires.reader import read
from tests.questionnaires.planting import SMALL

QUESTION = "text: How are people heard?"
ANCHOR = "1: One person asked a colleague."
GUIDANCE = "guidance: Ask and answer."


def warned(*changes):
    text = SMALL
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return [(finding.path.rpartition("].")[2], finding.message) for finding in warnings(read(text))]


def test_the_small_questionnaire_draws_no_warning():
    assert warned() == []


@pytest.mark.parametrize("questionnaire", library.published(), ids=lambda one: one.id)
def test_the_published_questionnaires_draw_no_warning(questionnaire):
    assert warnings(questionnaire) == ()


@pytest.mark.parametrize(
    ("old", "new", "path", "words"),
    [
        (QUESTION, "text: How are people heard? Who hears them?", "text", "from `Who hears them` on"),
        (QUESTION, "text: How are people heard and who hears them?", "text", "from `and who` on"),
        (QUESTION, "text: How are people heard, and is it kept?", "text", "from `and is` on"),
        (QUESTION, "text: How are leaders and/or staff heard?", "text", "not `and/or`"),
        (GUIDANCE, "guidance: Ask and / or answer.", "guidance", "not `and / or`"),
        (QUESTION, "text: Are people surely heard?", "text", "`surely` leads"),
        (QUESTION, "text: Do you agree that people are heard?", "text", "`agree that` leads"),
        (QUESTION, "text: Should not people be heard?", "text", "`Should not` leads"),
        (QUESTION, "text: How often are people not heard?", "text", "`not` turns the answer round"),
        (QUESTION, "text: Why aren't people heard?", "text", "`aren't` turns"),
        (QUESTION, "text: How are people never heard?", "text", "`never` turns"),
        (QUESTION, "text: How " + "very " * 40 + "often?", "text", "has 42 words"),
        (ANCHOR, "1: " + "word " * 36, "levels.1", "has 36 words"),
        (ANCHOR, "1: People ask regularly.", "levels.1", "`regularly` cannot be observed"),
        (ANCHOR, "1: An appropriate person asks.", "levels.1", "`appropriate` cannot be observed"),
        (ANCHOR, "1: One person asks effectively.", "levels.1", "`effectively` cannot be observed"),
        (ANCHOR, "1: Nobody was heard in the last year.", "levels.1", "the same as that of level 0"),
        (GUIDANCE, "guidance: Keep an SLA for it.", "guidance", "`SLA` is spelled out nowhere"),
        (GUIDANCE, "guidance: Keep two KPIs for it.", "guidance", "`KPI` is spelled out nowhere"),
        ("modes: [quick, full]", "modes: [quick]", "modes", "Write [quick, full]"),
        ("modes: [quick, full]", "modes: [full]", "dimensions", "a quick assessment asks nothing"),
        ("{quick: 1,", "{quick: 9,", "minutes", "Quick takes longer"),
        ("level: 3\n            measure", "level: 0\n            measure", "level", "where everybody begins"),
        ("[85, 1]]", "[185, 1]]", "points[1]", "never has this figure"),
        ("stance: proactive", "hidden_means: not_applicable", "hidden_means", "never hidden"),
        (
            "{question: listening-how, from: 1, to: 3}",
            "{question: listening-how, from: 1, to: 2}, {question: listening-how, from: 2, to: 3}",
            "moves[0]",
            "twice",
        ),
        ("level(listening) <= 1 and answer(using-options) == 0", "1 == 2", "when", "looks at nothing"),
        ("better: higher", "better: lower", "measure", "better when lower"),
    ],
)
def test_a_stumble_is_told_at_its_place(old, new, path, words):
    told = warned((old, new))
    assert any(found == path and words in message for found, message in told), told
    assert len({message for _, message in told}) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (QUESTION, "text: How do leaders and staff hear one another?"),
        (QUESTION, "text: How do people learn, try and keep what they hear?"),
        (QUESTION, "text: How are needs met without a person?"),
        (QUESTION, "text: How is IT heard?"),
        (GUIDANCE, "guidance: Keep a service level agreement (SLA). Read the SLA monthly."),
        (GUIDANCE, "guidance: Keep an SLA (service level agreement) for it."),
        (GUIDANCE, "guidance: SLA stands for service level agreement."),
        (GUIDANCE, "guidance: Never ask what nobody can answer; plan A is not always best."),
        (ANCHOR, "1: " + "word " * 35),
    ],
)
def test_plain_wording_draws_no_warning(old, new):
    assert warned((old, new)) == []


def test_an_abbreviation_is_told_once_however_often_it_stands():
    assert len(warned((GUIDANCE, "guidance: Keep an SLA."), (QUESTION, "text: How is the SLA heard?"))) == 1


def test_a_child_asked_in_quick_mode_without_its_parent_is_told():
    told = warned(
        ("level: 2\n            table:", "level: 1\n            table:"),
        (
            "audience: [staff]\n            modes: [full]\n            level: 1",
            "audience: [staff]\n            modes: [quick, full]\n            level: 1",
        ),
    )
    assert [path for path, _ in told] == ["modes"]


def test_more_than_fifteen_quick_questions_are_told():
    more = "".join(
        f"          - {{id: more-{number}, kind: yes_no, text: Is it?, why: W, how: H, evidence: E, "
        f"audience: [user], modes: [quick, full], source: book}}\n"
        for number in range(15)
    )
    assert warned(("          - id: using-rated\n", more + "          - id: using-rated\n")) == [
        ("dimensions", "Quick mode has 16 questions. Keep at most 15.")
    ]


def test_two_levels_of_one_name_are_both_told():
    assert [path for path, _ in warned(("name: Managed", "name: Performed"))] == ["name", "name"]


def test_actions_of_a_dimension_are_read_too():
    actions = (
        "    actions:\n      - {id: all-of-it, title: Do it all, moves: [{question: listening-how, from: 0, to: 1}], "
        "steps: [Keep an SLA.], effort_days: [1, 2], takes_weeks: 1, done_when: Done.}\n"
    )
    assert [path for path, _ in warned(("gates:\n", actions + "gates:\n"))] == ["steps[0]"]

"""What changed since the last assessment, on the results and the practice page and on paper, run in this process."""

import pytest

from assessment.model import Assessment
from improvement.standing import gather
from people import service as people
from people.model import Person
from people.work import reading
from tests.assessment import twice
from tests.assessment.twice import EIGHT, HIGHER, LEVELS, PRACTICE, by_name, everything, finalise
from tests.exports.paper import printed, words
from tests.ui.test_act_views import opened, plain, shown
from tests.ui.test_footing_views import NOW

FINDING = "One practice improved since Assessment of 2025-06"


@pytest.fixture
def both(beginner: Person) -> tuple[Assessment, Assessment]:
    """Two assessments by one leader, of everything, all at the same level."""
    with reading(beginner, NOW) as work:
        function = people.functions(work)[0].id
    first, second = (twice.begin(beginner, function, period, NOW) for period in (twice.THEN, twice.NOW))
    everything(beginner, first, 2, NOW)
    everything(beginner, second, 3, NOW)
    return first, second


@pytest.fixture
def by_eight(beginner: Person, both: tuple[Assessment, Assessment]) -> Assessment:
    """And eight people by name in one practice, who see it higher the second time."""
    for assessment, levels in zip(both, (LEVELS, HIGHER), strict=True):
        finalise(beginner, by_name(beginner, assessment, dict(zip(EIGHT, levels, strict=True)), NOW), NOW)
    return both[1]


def table(at) -> list[list[str]]:
    """The rows of the verdicts."""
    return next(one.value.to_numpy().tolist() for one in at.table if list(one.value.columns) == ["Practice", "Why"])


def test_the_results_say_what_improved_by_more_than_chance_and_why(by_eight: Assessment):
    at = shown("results", a=by_eight.id)
    assert FINDING in plain(at)
    ((what, why),) = table(at)
    assert what == "Run as a product  \n:green-badge[Improved]"
    assert "Eleven practices: One person answered each time, and nobody knows how alike" in plain(at)
    assert (
        why.replace("\\", "") == "Nine people who answered both times moved up by 28 points on average; chance alone would rarely do that."
    )


def test_the_practices_own_page_says_it_with_the_test_one_click_away(by_eight: Assessment):
    at = shown("practice", a=by_eight.id, p=PRACTICE)
    assert ":green-badge[Improved] since Assessment of 2025-06." in plain(at)
    assert "paired t" not in plain(at)
    said = plain(opened(at, f"told-{PRACTICE}"))
    assert "the paired t test, role groups weighing alike. Difference +" in said
    assert "after Holm’s correction over all practices that were tested." in said


def test_page_and_paper_say_the_same(beginner: Person, by_eight: Assessment):
    at = shown("results", a=by_eight.id)
    with reading(beginner, NOW) as work:
        report = words(printed(gather(work, by_eight.id)))
    assert f"CHANGE SINCE ASSESSMENT OF 2025-06 {FINDING}" in report
    ((_, why),) = table(at)
    assert f"Run as a product Improved {why}".replace("\\", "") in report
    assert "How each change was told from chance" in report
    assert "Paired t" in report


def test_one_assessor_is_told_why_nothing_can_be_told(beginner: Person, both: tuple[Assessment, Assessment]):
    finalise(beginner, both[0], NOW)
    at = shown("results", a=both[1].id)
    said = plain(at)
    assert "Twelve practices stand higher than in Assessment of 2025-06, none lower" in said
    assert "One person answered each time, and nobody knows how alike one person would rate the same work twice." in said
    assert said.count("One person answered each time") == 1
    assert "Improved" not in said
    own = plain(shown("practice", a=both[1].id, p=PRACTICE))
    assert ":gray-badge[Cannot be told] since Assessment of 2025-06. One person answered each time" in own


def test_the_tests_bear_their_names_only_behind_a_click(by_eight: Assessment):
    at = shown("results", a=by_eight.id)
    assert not any(name in plain(at) for name in ("Holm", "paired t", "Welch", "Dirichlet"))
    heads = [list(frame.value.columns) for frame in opened(at, "how-sure").dataframe]
    assert [head for head in heads if "p, Holm" in head]


def test_how_much_hangs_on_the_weights_is_said_in_a_sentence_on_page_and_paper(beginner: Person, both: tuple[Assessment, Assessment]):
    said = "Weights are judgements. In all plausible sets of weights the level of the whole stays 3."
    assert said in plain(shown("results", a=both[1].id))
    with reading(beginner, NOW) as work:
        assert said in words(printed(gather(work, both[1].id)))


def test_without_an_earlier_assessment_nothing_is_said_of_a_change(both: tuple[Assessment, Assessment]):
    said = plain(shown("results", a=both[0].id))
    assert "SINCE YOUR LAST" not in said
    assert "since" not in plain(shown("practice", a=both[0].id, p=PRACTICE)).lower().replace("since it", "")


def test_claimed_and_evidenced_stand_side_by_side(both: tuple[Assessment, Assessment]):
    at = opened(shown("results", a=both[1].id), "table-evidence")
    assert "No evidence was seen: all 71 points claimed rest on word alone" in [header.value.replace("\\", "") for header in at.header]
    rows = next(one.value for one in at.table if list(one.value.columns) == ["Part", "Claimed", "Evidenced", "Unseen"])
    assert rows.iloc[0].tolist() == ["The whole", "71\\.2", "0\\.0", "71"]
    assert len(rows) == 1 + 3

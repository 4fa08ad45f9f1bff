"""The benchmark page in this process: what is compared, in which order, what may be aimed at, and who was first."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from assessment import answering_service as answering
from assessment import service as assessments
from assessment import target_profiles
from assessment.model import Aims, Assessment, Given, Start
from people import service as people
from people.model import FunctionKind, Person
from people.work import Work, reading, writing
from questionnaires import library
from tests.ui.test_act_views import calm, newest, opened, plain, press, shown
from tests.ui.test_anonymous_views import asked_of_several, join

__all__ = ["asked_of_several"]
NOW = datetime.now(UTC)
PILLARS = library.load("three-pillars")


class Place:
    """An organisation with one open assessment of IT in which one question is answered."""

    def __init__(self, leader: Person) -> None:
        self.leader = leader
        self.it = self._do(lambda work: people.functions(work)[0])
        self.assessment = self.assess(self.it.id, "IT now")

    def assess(self, function: UUID, name: str, level: int = 2, *, final: bool = False) -> Assessment:
        period = {"starts": date(NOW.year - 1, 1, 1), "ends": date(NOW.year - 1, 12, 31)}
        wanted = Start(questionnaire="three-pillars", function_id=function, name=name, **period)

        def made(work: Work) -> Assessment:
            begun = assessments.start(work, wanted)
            for question in (q for q in PILLARS.practices["feedback-action"].questions if q.kind in {"anchored", "yes_no"}):
                answering.record_answer(work, begun.id, question.id, Given(value=level if question.kind == "anchored" else level > 2))
            return assessments.finalise(work, begun.id) if final else begun

        return self._do(made)

    def sister(self, name: str, **told: object) -> None:
        function = self._do(lambda work: people.create_function(work, name, FunctionKind.HR))
        self.assess(function.id, f"{name} now", **told)

    def keep(self, name: str = "By 2028", level: int = 4) -> None:
        aims = Aims(name=name, reason="The board wants it.", levels=dict.fromkeys(PILLARS.practices, level))
        self._do(lambda work: target_profiles.create(work, PILLARS, aims))

    def kept(self):
        return self._do(lambda work: target_profiles.profiles(work, "three-pillars"))

    def targets(self) -> set[int]:
        return set(self._do(lambda work: assessments.get(work, self.assessment.id)).targets.values())

    def _do(self, act):
        return writing(self.leader, NOW, act)


@pytest.fixture
def place(beginner: Person) -> Place:
    return Place(beginner)


def page() -> AppTest:
    return shown("benchmark")


def heads(at: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in at.header]


def write(at: AppTest, label: str, value: str) -> None:
    next(field for field in at.text_input if field.label == label).set_value(value)


def aim(at: AppTest, practice: str, level: int) -> None:
    next(field for field in at.selectbox if field.label == practice).set_value(level)


def new(at: AppTest) -> AppTest:
    return opened(at, "open:profile:three-pillars:new")


def test_nothing_assessed_says_how_to_begin(beginner: Person):
    at = page()
    assert at.title[0].value == "Nothing is assessed yet"
    assert [button.label for button in at.button] == ["Start an assessment"]


def test_the_nearest_comparison_stands_first(work: Work, leader: Person):
    at = shown("benchmark", a=newest(work, "final").id)
    assert at.title[0].value.replace("\\", "") == "Four of 12 practices reach your own target; Facilities is ahead in two"
    first_words = [" ".join(head.split()[:2]) for head in heads(at)]
    assert first_words == ["“Journeys, not", "Twelve practices", "Facilities is", "No peer", "Three measures", "Your target"]
    assert at.info[0].value.startswith("**So what**  \nAsk Facilities how they do “Journeys")
    assert "HR is being assessed. Finalise “HR" in plain(at)
    assert "Yours: 53 % for " in plain(at)


def test_the_results_lead_there_with_what_it_found(work: Work, leader: Person):
    assert "Four of 12 practices reach your own target; Facilities is ahead in two." in plain(shown("results", a=newest(work, "final").id))


def test_the_demo_is_held_against_its_target_profile(work: Work, leader: Person):
    at = shown("benchmark", a=newest(work, "final").id)
    chosen = next(field for field in at.selectbox if field.label == "Hold the result against")
    assert "These targets are this assessment’s own." in plain(at)
    calm(chosen.set_value(str(kept_in(work))).run())
    assert "Set by Maya Lindqvist on " in plain(at)
    assert heads(at)[0].startswith("“Feedback acted on fast”, “Journeys, not only visits” and “Run as a product”")


def kept_in(work: Work) -> UUID:
    return target_profiles.profiles(work, "three-pillars")[0].id


def test_with_nothing_to_compare_every_section_says_how_to_get_it(place: Place):
    at = page()
    said = plain(at)
    for sentence in (
        "This is the first assessment",
        "Assess the function again in half a year",
        "No other function can be compared yet",
        "There is no other function in this organisation.",
        "No target profile yet",
        "Yours: not read yet",
        "One person answered, so nobody can tell how much of a gap is chance.",
    ):
        assert sentence in said


def test_a_function_that_is_ahead_is_named_and_its_result_is_one_click_away(place: Place):
    place.sister("HR", level=5, final=True)
    place.sister("Legal")
    at = shown("benchmark", a=place.assessment.id)
    assert "Legal is being assessed. Finalise “Legal now”; until then nothing of it is compared." in plain(at)
    assert "on the 46 questions that all of them were asked" in plain(at)


def test_where_several_answered_each_gap_says_what_is_known_of_chance(beginner: Person, asked_of_several: Assessment):
    join(beginner, asked_of_several, 1)
    at = opened(shown("benchmark", a=asked_of_several.id), "benchmark-chance")
    assert "Too little is answered to tell a gap from chance." in plain(at)
    (table,) = [one.value for one in at.table if "Chance?" in one.value]
    assert list(table.columns) == ["Practice", "Index, 95 % sure", "Index at target", "Chance?"]
    assert set(table["Chance?"]) == {"Fewer than five people\\: no interval", "Nobody has answered"}


def test_a_profile_is_kept_aimed_at_changed_and_deleted(place: Place):
    at = new(page())
    write(at, "Name", "By 2028")
    write(at, "Why are these levels the right ones?", "The board wants it.")
    aim(at, PILLARS.practices["autonomy"].title, 5)
    press(at, "Save the profile")
    (kept,) = place.kept()
    assert (kept.name, kept.reason, kept.levels["autonomy"], kept.levels["confidence"]) == ("By 2028", "The board wants it.", 5, 3)
    assert [said.value for said in at.success] == ["The target profile is kept."]
    press(at, "Aim at it in this assessment")
    assert place.targets() == {3, 5}
    assert "The targets are those of “By 2028”." in plain(at)
    at = opened(at, f"open:profile:three-pillars:{kept.id}")
    press(at, "Delete it")
    assert place.kept() == ()
    assert place.targets() == {3, 5}


def test_a_profile_without_a_reason_stays_in_the_form_and_says_what_is_missing(place: Place):
    at = new(page())
    write(at, "Name", "By 2028")
    press(at, "Save the profile")
    assert "Say why these levels are the right ones" in at.error[0].value
    assert place.kept() == ()
    assert next(field for field in at.text_input if field.label == "Name").value == "By 2028"


def test_who_was_slower_is_told_and_keeps_what_was_written(place: Place):
    place.keep()
    (seen,) = place.kept()
    at = opened(page(), f"open:profile:three-pillars:{seen.id}")
    theirs = seen.model_copy(update={"reason": "Agreed with the works council."})
    aims = Aims(name=theirs.name, reason=theirs.reason, levels=theirs.levels)
    writing(place.leader, NOW, lambda work: target_profiles.change(work, PILLARS, seen, aims))
    write(at, "Why are these levels the right ones?", "Mine")
    press(at, "Save the profile")
    told = at.error[0].value.replace("\\", "")
    assert (
        "level 4 in twelve practices, because “Agreed with the works council”. Yours is still in the form; compare, then save again."
        in told
    )
    assert next(field for field in at.text_input if "Why" in field.label).value == "Mine"
    press(at, "Save the profile")
    assert place.kept()[0].reason == "Mine"


def test_an_open_assessment_aims_elsewhere_and_a_final_one_does_not(place: Place):
    at = opened(page(), "open-targets")
    aim(at, PILLARS.practices["autonomy"].title, 1)
    press(at, "Save the targets")
    assert place.targets() == {1, 3}
    assert [said.value for said in at.success] == ["The targets are saved."]
    writing(place.leader, NOW, lambda work: assessments.finalise(work, place.assessment.id))
    assert not [one for one in page().expander if one.label.startswith("Change this assessment")]


def test_a_start_takes_over_a_profile_and_each_practice_may_still_differ(place: Place):
    place.keep(level=5)
    (kept,) = place.kept()
    at = shown("assessments", q="three-pillars")
    choice = next(field for field in at.selectbox if field.label == "Targets")
    assert choice.value == ""
    calm(choice.set_value(str(kept.id)).run())
    at = opened(at, "start-targets")
    aim(at, PILLARS.practices["autonomy"].title, 2)
    press(at, "Start")
    with reading(place.leader, NOW) as work:
        begun = next(one for one in assessments.assessments(work) if one.id != place.assessment.id)
    assert (begun.targets["autonomy"], begun.targets["confidence"]) == (2, 5)


def test_without_opening_the_list_a_start_aims_as_its_profile_does(place: Place):
    place.keep(level=1)
    at = shown("assessments", q="three-pillars")
    calm(next(field for field in at.selectbox if field.label == "Targets").set_value(str(place.kept()[0].id)).run())
    press(at, "Start")
    with reading(place.leader, NOW) as work:
        begun = next(one for one in assessments.assessments(work) if one.id != place.assessment.id)
    assert set(begun.targets.values()) == {1}

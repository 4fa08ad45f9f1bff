"""The views of measures in this process: what is said of each, what is saved, and what is refused. Looks are for the browser."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from streamlit.testing.v1 import AppTest

from assessment import measures, policies
from assessment import service as assessments
from assessment.model import Measured, OutcomeReading, Start
from people import service as people
from people.model import Function, Person
from people.work import reading, writing
from questionnaires.library import load
from tests.ui.test_act_views import calm, press, shown, text

NOW = datetime.now(UTC)
PILLARS = load("three-pillars")
BASIC = PILLARS.measure_by_id["basic-service-adoption"]
ADOPTION = "self-service-adoption"
LAST = f"{NOW.year - 1}"
HEAD = "measure;period;value;sample;source"


class Place:
    """A function of an organisation in which nothing has been measured."""

    def __init__(self, leader: Person, function: Function) -> None:
        self.leader, self.function = leader, function

    def read(self, value: object, period: str, source: str = "", measure: str = BASIC.id) -> None:
        said = Measured(value=value, period=period, source=source)
        writing(self.leader, NOW, lambda w: measures.record_reading(w, self.function.id, PILLARS.measure_by_id[measure], said))

    def readings(self) -> tuple[OutcomeReading, ...]:
        with reading(self.leader, NOW) as work:
            return measures.readings(work, self.function.id)

    def assess(self) -> UUID:
        """Over the last year, three pillars."""
        asked = {"questionnaire": "three-pillars", "function_id": self.function.id, "name": "First"}
        period = {"starts": date(NOW.year - 1, 1, 1), "ends": date(NOW.year - 1, 12, 31)}
        return writing(self.leader, NOW, lambda w: assessments.start(w, Start.model_validate(asked | period))).id

    def shown(self, measure: str = BASIC.id) -> AppTest:
        return shown("measure", f=self.function.id, m=measure)


@pytest.fixture
def place(beginner: Person) -> Place:
    with reading(beginner, NOW) as work:
        return Place(beginner, people.functions(work)[0])


def fill(at: AppTest, label: str, value: object) -> AppTest:
    field = next(widget for kind in (at.number_input, at.text_input) for widget in kind if widget.label == label)
    field.set_value(value)
    return at


def headers(at: AppTest) -> list[str]:
    return [header.value for header in at.header]


def test_the_demo_groups_its_measures_by_how_they_stand(leader: Person):
    at = shown("measures")
    assert at.title[0].value == "One of twelve measures is on target; one is not read yet"
    assert [h for h in headers(at) if h] == ["Not at their target", "On target", "Read, without a target", "Not read yet"]
    assert "**53 % for " in told(at)
    assert ":gray[Up 3 points: better]" in told(at)
    assert at.info[0].value.startswith("**So what**")


def test_another_function_is_chosen_and_stands_in_the_address(leader: Person):
    with reading(leader, NOW) as work:
        other = people.functions(work)[1]
    at = shown("measures")
    at.selectbox[0].set_value(other.id)
    calm(at.run())
    assert f"MEASURES · {other.name.upper()}" in text(at)
    assert at.query_params["f"] == str(other.id)


def test_nothing_read_says_what_to_read_first(place: Place):
    at = shown("measures", f=place.function.id)
    assert at.title[0].value.startswith("Nobody has read any of ")
    assert "Take a first reading of “Adoption of basic services”" in at.info[0].value


@pytest.mark.parametrize("view", ["measure", "measures"])
def test_one_measure_is_shown_whole_at_either_address(place: Place, view: str):
    place.read(53, LAST, "Desk", ADOPTION)
    at = shown(view, f=place.function.id, m=ADOPTION)
    assert at.title[0].value == "Self\\-service adoption reads 53 \\%\\, and nobody has set a target"
    assert {"Record a reading", "Set the target", "Readings", "How it is counted"} <= set(headers(at))
    assert "**Formula.**" in text(at)
    assert list(at.dataframe[0].value.columns) == ["Period", "Value", "Sample", "Source", "Entered"]


@pytest.mark.parametrize(
    ("query", "what"),
    [({"f": uuid4(), "m": ADOPTION}, "function"), ({"f": "x", "m": ADOPTION}, "function"), ({"m": ADOPTION}, "function")],
)
def test_a_function_that_is_not_there_is_told_alike(leader: Person, query: dict[str, object], what: str):
    assert shown("measure", **query).error[0].value.startswith(f"There is no such {what} here")
    if "f" in query:
        assert shown("measures", f=query["f"]).error[0].value.startswith(f"There is no such {what} here")


def test_a_measure_that_is_not_there_is_told(place: Place):
    assert place.shown("no-such").error[0].value.startswith("There is no such measure here")


def test_a_reading_is_recorded_replaced_with_its_source_and_kept_in_the_history(place: Place):
    at = fill(fill(place.shown(ADOPTION), "Value", 53.5), "Period", LAST)
    press(at, "Save the reading")
    assert at.success[0].value == "The reading is saved."
    press(fill(fill(at, "Value", 60), "Period", LAST), "Save the reading")
    assert "Say where 60" in at.error[0].value
    press(fill(at, "Source", "Counted *again*"), "Save the reading")
    assert [(r.value, r.source) for r in place.readings()] == [(60, "Counted *again*")]
    at.session_state["corrected"] = True
    calm(at.run())
    assert f"{LAST} from 53.5 % to 60 %. Source: Counted *again*." in text(at).replace("\\", "")


@pytest.mark.parametrize(
    ("filled", "said"),
    [
        ({"Value": 101, "Period": LAST}, "lies between 0 and 100"),
        ({"Value": 50, "Period": f"{NOW.year + 1}"}, "has not begun yet"),
        ({"Value": 50, "Period": "Nov 2026"}, "A period is a month such as 2026-10, a quarter such as 2026-Q3, or a year such as 2026."),
        ({"Value": 50, "Period": LAST, "Sample size": 3_000_000_000}, "A sample size lies between 1 and 2"),
    ],
)
def test_what_cannot_be_a_reading_is_refused_and_nothing_is_stored(place: Place, filled: dict[str, object], said: str):
    at = place.shown(ADOPTION)
    for label, value in filled.items():
        fill(at, label, value)
    press(at, "Save the reading")
    assert said in at.error[0].value.replace("\\", "")
    assert place.readings() == ()


def test_a_target_is_set_within_its_bounds(place: Place):
    place.read(53, LAST, measure=ADOPTION)
    at = press(fill(place.shown(ADOPTION), "Target in %", 65), "Save the target")
    assert at.title[0].value.startswith("Self\\-service adoption is 12 points short")
    press(fill(at, "Target in %", 101), "Save the target")
    assert "lies between 0 and 100" in at.error[0].value
    press(fill(at, "Target in %", None), "Save the target")
    assert at.error[0].value == "Write a number\\."


def test_a_metric_question_leads_to_its_answer_as_one_fact(place: Place):
    assert "one fact" in text(place.shown())
    place.assess()
    assert "Where it is asked" in headers(place.shown())
    assert any("Answer it in First" in str(link.proto) for link in place.shown().get("page_link"))


# The five cases of tests/assessment/test_adoption_gate.py, as the page shows them.
@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ([("84.9", LAST, "")], "It reads 84.9 %: not passed"),
        ([("85", LAST, "")], "It reads 85 %: passed."),
        ([], "Nothing was measured in this period, so it is not passed"),
        ([("60", LAST, ""), ("90", LAST, "Counted again")], "It reads 90 %: passed."),
        ([("90", f"{NOW.year}", "")], "Nothing was measured in this period, so it is not passed"),
    ],
)
def test_the_gate_says_which_reading_counts(place: Place, taken: list[tuple[str, str, str]], said: str):
    place.assess()
    for one in taken:
        place.read(*one)
    at = place.shown()
    whole = text(at).replace("\\", "")
    assert "has to reach 85 % (a policy default from one published example)." in whole
    assert said in whole
    assert ("it ends after the assessment’s period" in whole) is (taken[:1] == [("90", f"{NOW.year}", "")])
    assert "85 %: a policy default from one published example." in whole


def test_without_an_assessment_the_gate_says_where_it_belongs(place: Place):
    assert "No assessment of this function asks for it yet\\. It belongs to “Three Pillars" in text(place.shown())


def test_the_value_of_a_gate_is_changed_with_a_reason_and_returned(place: Place):
    place.assess()
    at = place.shown()
    at.session_state["policy-adoption-85"] = True
    press(fill(calm(at.run()), "Has to reach, in %", 70), "Save the value")
    assert at.error[0].value.startswith("Say why this value suits you better")
    press(fill(at, "Why does this value suit you better?", "Half of our people work in the field."), "Save the value")
    assert at.success[0].value == "The gate has your own value."
    assert "Your own value is **70 \\%**" in text(at)
    press(at, "Return to 85 %")
    with reading(place.leader, NOW) as work:
        assert policies.values(work) == {}
    assert "85 \\%\\: a policy default from one published example\\." in text(at)


def upload(place: Place, raw: bytes) -> AppTest:
    at = shown("measures", f=place.function.id)
    at.session_state["import-readings"] = True
    calm(at.run())
    at.file_uploader[0].set_value(("readings.csv", raw, "text/csv"))
    return calm(at.run())


def told(at: AppTest) -> str:
    return "\n".join([*(i.value for i in at.info), *(e.value for e in at.error), text(at)]).replace("\\", "")


def test_a_file_is_rehearsed_then_imported(place: Place):
    raw = f"{HEAD}\n{ADOPTION};{LAST};53;1200;=1+1\n".encode()
    at = upload(place, raw)
    assert "**One reading is new.** Nothing is changed yet." in told(at)
    assert place.readings() == ()
    assert list(at.dataframe[0].value["What happens"]) == ["new: 53 %"]
    press(at, "Import one reading")
    assert at.success[0].value.replace("\\", "") == "One reading is new. Imported."
    assert [(r.value, r.source) for r in place.readings()] == [(53, "=1+1")]
    assert "Import" not in [button.label for button in upload(place, raw).button]


def test_a_file_with_faults_lists_them_and_offers_no_import(place: Place):
    rows = "\n".join(f"nothing;{LAST};{n};;" for n in range(30))
    at = upload(place, f"{HEAD}\n{ADOPTION};{LAST};53;;\n{rows}\n".encode())
    assert "30 lines cannot be used, so nothing can be imported yet" in told(at)
    assert "- Line 3: There is no measure “nothing”." in told(at)
    assert "and ten more faults" in told(at)
    assert not [button for button in at.button if button.label.startswith("Import")]
    assert place.readings() == ()


def test_a_file_that_became_faulty_since_is_refused_whole(place: Place):
    at = upload(place, f"{HEAD}\n{ADOPTION};{LAST};53;;\n".encode())
    place.read(50, LAST, "Log", ADOPTION)
    at.button(key="import-now").click()
    calm(at.run())
    assert "is already recorded as 50 %, from Log" in told(at)
    assert [r.value for r in place.readings()] == [50]


def test_readings_beside_an_assessment_lead_to_the_measures_of_its_questionnaire(place: Place):
    made = place.assess()
    at = shown("readings", a=made)
    assert at.title[0].value == "Nobody has read any of five measures yet"
    assert "Cost per ticket" not in str(at.main)


def test_what_others_reported_stands_below_with_its_year_people_and_what_differs(place: Place):
    said = text(place.shown("first-contact-resolution")).replace("\\", "")
    assert "**66.9 %**, 2015. Support centres that answered HDI's survey, requests. Requests alone" in said
    assert "**74 %**, year not given. Service desks in MetricNet's database. It counts calls alone." in said


def test_where_no_figure_of_others_comes_close_nothing_is_said(place: Place):
    assert "What others have reported" not in headers(place.shown("improvements-on-time"))

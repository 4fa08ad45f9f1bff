"""The views of results and actions, run in this process over the demo organisation. What a browser alone can show is in tests/browser."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Given, Start
from improvement import service
from improvement.model import Status, Update
from improvement.register import Filter, Pill
from people import service as people
from people.model import Person
from people.work import Work, reading, writing
from questionnaires.library import load
from questionnaires.quick import restrict
from tests.exports.standings import at_level

NOW = datetime.now(UTC)
SCRIPT = """
import importlib, streamlit as st
from ui.parts import places, session
st.navigation([places.page(place) for place in places.PLACES])
session.enter()
importlib.import_module("ui.views.{view}").page()
"""


def shown(page: str, /, **query: object) -> AppTest:
    at = AppTest.from_string(SCRIPT.format(view=page), default_timeout=60)
    for name, value in query.items():
        at.query_params[name] = str(value)
    return calm(at.run())


def calm(at: AppTest) -> AppTest:
    assert not at.exception, [exception.stack_trace for exception in at.exception]
    return at


def text(at: AppTest) -> str:
    """All that the page says in Markdown."""
    return "\n".join([*(m.value for m in at.markdown), *(h.value for h in at.header), *(c.value for c in at.caption)])


def plain(at: AppTest) -> str:
    """The same without what keeps Markdown from reading it otherwise."""
    return text(at).replace("\\", "")


def press(at: AppTest, label: str, nth: int = 0) -> AppTest:
    return calm([button for button in at.button if button.label == label][nth].click().run())


def opened(at: AppTest, *keys: str) -> AppTest:
    """With these expanders open."""
    for key in keys:
        at.session_state[key] = True
    return calm(at.run())


def newest(work: Work, state: str, questionnaire: str = "three-pillars"):
    return next(a for a in assessments.assessments(work) if (a.state, a.questionnaire) == (state, questionnaire))


def test_home_shows_figures_decisions_and_what_is_late(leader: Person):
    at = shown("home")
    assert at.title[0].value == "IT is at level 1\\, held back by “Journeys\\, not only visits” and “Run as a product”"
    assert [metric.label for metric in at.metric] == ["Index, 0 to 100", "Level", "Actions on time", "Waiting for you"]
    assert "One action is late" in [header.value for header in at.header]


@pytest.mark.parametrize(("state", "questionnaire"), [("open", "three-pillars"), ("final", "three-pillars"), ("final", "itsm-foundations")])
def test_results_show_every_section(work: Work, state: str, questionnaire: str):
    at = shown("results", a=newest(work, state, questionnaire).id)
    assert at.info[0].value.startswith("**So what**")
    assert "Open a practice" in [header.value for header in at.header]
    opened(at, "how-sure", "table-heatmap", "table-strip")
    assert any("Evidenced index" in str(table.value) for table in at.table)


def test_an_issued_result_stands_beside_the_same_on_newer_foundations(work: Work):
    said = plain(shown("results", a=newest(work, "final").id))
    assert "**As issued**  \nLevel 1 by points, five practices held back. Judged on ITSM Foundations of IT" in said
    assert "**With today\u2019s foundations**  \nLevel 1 by points, three practices held back." in said
    assert "Its foundations carry this level" not in said


def test_the_foundations_are_called_by_their_own_names(work: Work):
    said = plain(shown("results", a=newest(work, "final", "itsm-foundations").id))
    assert "Direction is the weakest part, core practices the strongest" in said
    on_pillars = [line for line in said.splitlines() if "pillar" in line]
    assert all(line.endswith("of three pillars lean") for line in on_pillars), "only the picture of what they carry speaks of pillars"
    assert len(on_pillars) == 1


def test_a_foundation_says_which_pillar_rests_on_it(work: Work):
    said = plain(shown("practice", a=newest(work, "final", "itsm-foundations").id, p="improvement-discipline"))
    assert "“Run as a product” rests on it: a low level here holds it back" in said


def test_what_is_not_there_is_told_alike_for_missing_foreign_and_malformed(leader: Person):
    for view, query in (("results", {"a": uuid4()}), ("results", {"a": "x"}), ("practice", {"a": uuid4(), "p": "x"}), ("advice", {"a": 7})):
        assert shown(view, **query).error[0].value == "There is no such assessment here\\. Go back and choose one from the list\\."


def test_a_practice_that_is_not_in_the_questionnaire_is_not_found(work: Work):
    at = shown("practice", a=newest(work, "final").id, p="no-such")
    assert at.error[0].value.startswith("There is no such practice here")


def test_a_practice_opens_its_sum_and_its_guidance(work: Work):
    at = opened(shown("practice", a=newest(work, "final").id, p="social-proof"), "why-social-proof", "guidance-social-proof")
    assert "(2/5 + 0 + 2/5) ÷ 3 = **4/15**" in text(at)
    assert list(at.table[0].value.columns) == ["Question and answer", "Weight × attained", "Points"]


def test_advice_is_ordered_and_previewed(work: Work):
    at = shown("advice", a=newest(work, "final").id)
    assert at.title[0].value.startswith("Start with the ")
    at.checkbox[0].check().run()
    at.checkbox[1].check().run()
    assert "**Done together:**" in text(at)
    press(at, "Choose none")
    assert "**Done together:**" not in text(at)
    at.toggle[0].set_value(True).run()
    calm(at)


def test_an_advice_is_proposed_once(leader: Person, work: Work):
    at = shown("advice", a=newest(work, "final").id)
    press(at, "Propose")
    assert "is proposed" in at.success[0].value


@pytest.mark.parametrize("view", ["list", "board", "table"])
def test_the_register_is_shown_and_filtered_by_its_address(leader: Person, view: str):
    everything = shown("register", view=view, show="late,stale,blocked,in-progress,not-started,done,proposed,cancelled")
    late = shown("register", view=view, show="late")
    assert "1 of " in text(late)
    assert len(text(late)) < len(text(everything)) or view == "table"


def test_a_filter_writes_the_address_and_can_be_cleared(work: Work):
    at = shown("register", q="nothing like this")
    assert "**No action matches these filters**" in text(at)
    press(at, "Clear filters")
    at.text_input[0].set_value("pack").run()
    assert at.query_params["q"] == "pack"
    owner = actions(work, Pill.STALE)[0].owner_id
    at.selectbox(key="register-owner").set_value(owner).run()
    assert at.query_params["owner"] == str(owner)
    assert "1 of " in text(calm(at))


def actions(work: Work, *pills: Pill):
    return service.register(work, Filter(show=frozenset(pills)))


def test_a_report_is_saved_and_told_in_the_history(work: Work):
    action = actions(work, Pill.IN_PROGRESS)[0]
    at = shown("action", id=action.label)
    at.text_area[0].set_value("The pack is printed.")
    press(at, "Save update")
    assert "✓ Saved" in text(at)
    assert "The pack is printed\\." in text(at)
    press(at, "Save update")
    assert at.error[0].value.startswith("Nothing has changed")


def test_the_loser_of_two_keeps_the_text_and_sees_the_other(leader: Person, work: Work):
    action = actions(work, Pill.BLOCKED)[0]
    at = shown("action", id=action.label)
    theirs = Update(status=Status.BLOCKED, per_cent=action.per_cent, note="Theirs.")
    writing(leader, NOW, lambda w: service.update(w, action.id, theirs, action.row_version))
    at.text_area[0].set_value("Mine.")
    press(at, "Save update")
    assert "Your text is below" in at.warning[-1].value
    assert "Theirs\\." in text(at)
    assert at.text_area[0].value == "Mine."
    press(at, "Save update")
    assert "Mine\\." in text(at)


def test_a_proposed_action_is_agreed_and_a_done_one_verified(work: Work):
    proposed, done = actions(work, Pill.PROPOSED)[0], next(a for a in actions(work, Pill.DONE) if a.status is Status.DONE)
    at = press(shown("action", id=proposed.label), "Accept this action")
    assert "How is it going?" in [header.value for header in at.header]
    at = press(shown("action", id=done.label), "Verify")
    assert "Is it done?" not in [header.value for header in at.header]
    assert ":green-badge[Verified" in text(at)


@pytest.mark.parametrize("wrong", ["A-99", "A-", "", "7;drop", "A-٣", "A-" + "9" * 30])
def test_an_action_that_is_not_there_is_not_found(leader: Person, wrong: str):
    assert shown("action", id=wrong).error[0].value.startswith("There is no such action here")


def test_reports_name_what_is_a_draft(leader: Person):
    at = shown("reports")
    assert at.title[0].value == "Six reports to hand over; one is still a draft"
    assert ":orange-badge[Draft" in text(at)


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("home", "Start with one assessment"),
        ("results", "Nothing is assessed yet"),
        ("advice", "Nothing is assessed yet"),
        ("reports", "Nothing is assessed yet"),
        ("register", "No actions yet"),
    ],
)
def test_an_empty_page_leads_to_the_first_assessment(beginner: Person, page: str, title: str):
    at = shown(page)
    assert at.title[0].value == title
    assert "Start an assessment" in [button.label for button in at.button]


def begun(leader: Person, mode: str, answered: int):
    """A first assessment with some questions answered."""
    with reading(leader, NOW) as work:
        function = people.functions(work)[0].id
    asked = {"questionnaire": "three-pillars", "function_id": function, "name": "First", "starts": "2026-01-01", "ends": "2026-06-30"}
    made = writing(leader, NOW, lambda w: assessments.start(w, Start.model_validate(asked | {"mode": mode})))
    for question in [*restrict(load("three-pillars"), mode).questions.values()][:answered]:
        given = Given(value=at_level(question, 2))
        writing(leader, NOW, lambda w, q=question, g=given: answering.record_answer(w, made.id, q.id, g))
    return made


def test_an_assessment_with_no_answer_asks_for_them_everywhere(beginner: Person):
    made = begun(beginner, "full", 0)
    assert "is under way" in shown("home").title[0].value
    assert "Start answering" in [button.label for button in shown("results", a=made.id).button]
    at = shown("advice", a=made.id)
    assert at.title[0].value == "Nothing can be promised before more is answered"
    assert at.button[0].label == "Answer the questions"
    assert "Nothing is answered here yet" in shown("practice", a=made.id, p="simple-first").title[0].value
    assert shown("reports").title[0].value == "One report to hand over, still a draft"
    assert "See what it suggests" in [button.label for button in shown("register").button]


def test_a_half_answered_assessment_shows_ranges(beginner: Person):
    at = shown("results", a=begun(beginner, "full", 18).id)
    assert at.title[0].value.startswith("Between level ")
    assert "The index lies **between" in text(at)


def test_a_quick_assessment_is_an_estimate_without_levels(beginner: Person):
    made = begun(beginner, "quick", 15)
    writing(beginner, NOW, lambda w: assessments.finalise(w, made.id))
    at = shown("results", a=made.id)
    assert at.title[0].value.startswith("A quick estimate")
    assert "No level: this is an estimate" in [header.value for header in at.header]
    assert "Level **" not in text(at)

"""The shell as a script: what AppTest can see of it. Fragments, dialogs and looks are for the browser."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from improvement.demo import ORGANISATION
from people import service
from people.model import FunctionKind
from people.work import reading, writing

MAIN = Path(__file__).parents[2] / "ui" / "main.py"
WELCOMED = "See where your service management stands, and what to do next"
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ASSESSMENTS = """
import streamlit as st
from ui.parts import places, session
from ui.views import assessments
st.navigation([places.page(place) for place in places.PLACES])
session.enter()
assessments.page()
"""
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def shown() -> AppTest:
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.context = {"timezone": "Asia/Kolkata", "locale": "en-GB"}
    return app.run()


def start(name: str):
    person = service.begin(NOW)
    organisation = writing(person, NOW, lambda work: service.create_organisation(work, name, "Asia/Kolkata", "INR"))
    leader = service.acting_for(person, organisation.id)
    writing(leader, NOW, lambda work: service.create_function(work, "IT", FunctionKind.IT))
    return organisation


def organisations():
    person = service.begin(NOW)
    with reading(person, NOW) as work:
        return service.organisations(work)


def test_the_first_start_asks_for_the_organisation_and_guesses_the_zone(bare):
    app = shown()
    assert not app.exception
    assert app.title[0].value.startswith("See where your service management stands")
    assert app.selectbox(key="welcome-zone").value == "Asia/Kolkata"


def test_the_first_start_makes_all_of_it_or_nothing(bare):
    app = shown()
    app.text_input(key="welcome-organisation").set_value("Meridian Foods")
    app.text_input(key="welcome-function").set_value("x" * 201)
    app.button[0].click().run()
    assert "at most 200 fit" in app.error[0].value
    assert organisations() == ()
    app.text_input(key="welcome-function").set_value("Service desk")
    app.text_input(key="welcome-person").set_value("Asha")
    app.button[0].click().run()
    assert not app.exception
    (made,) = organisations()
    assert (made.name, made.zone, made.currency) == ("Meridian Foods", "Asia/Kolkata", "EUR")
    leader = service.acting_for(service.begin(NOW), made.id)
    assert leader.name == "Asha"
    with reading(leader, NOW) as work:
        assert [function.name for function in service.functions(work)] == ["Service desk"]


def test_the_demo_can_be_loaded_instead(bare):
    app = shown()
    app.button(key="welcome-demo").click().run(timeout=120)
    assert not app.exception
    assert [organisation.name for organisation in organisations()] == [ORGANISATION]
    assert "Welcome".upper() not in app.markdown[0].value
    assert app.title[0].value != WELCOMED


def test_whatever_the_address_says_a_first_start_comes_first(bare):
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["a"] = "00000000-0000-0000-0000-000000000000"
    app.run()
    assert app.title[0].value == WELCOMED


def test_one_organisation_is_named_and_two_can_be_switched_between(bare):
    start("Meridian Foods")
    app = shown()
    assert app.sidebar.markdown[0].value == ":small[Meridian Foods]"
    second = start("Harbour Logistics")
    app.run()
    assert {app.sidebar.selectbox(key="organisation").value} == {
        organisation.id for organisation in organisations() if organisation.name == "Meridian Foods"
    }
    app.sidebar.selectbox(key="organisation").set_value(second.id).run()
    assert app.query_params["o"] == str(second.id)
    assert not app.exception


def test_the_address_says_which_organisation_a_new_window_shows(bare):
    start("Meridian Foods")
    second = start("Zenith")
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["o"] = str(second.id)
    app.run()
    assert app.sidebar.selectbox(key="organisation").value == second.id


def test_an_organisation_that_is_not_mine_is_not_chosen(bare):
    start("Meridian Foods")
    start("Zenith")
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["o"] = "00000000-0000-0000-0000-000000000000"
    app.run()
    assert app.query_params["o"] == str(organisations()[0].id)


def test_an_organisation_without_functions_is_led_to_settings_before_it_assesses(bare):
    person = service.begin(NOW)
    writing(person, NOW, lambda work: service.create_organisation(work, "Northwind", "Europe/London", "EUR"))
    app = AppTest.from_string(ASSESSMENTS, default_timeout=60).run()
    assert not app.exception
    assert "A function comes first" in "".join(said.value for said in app.markdown)
    assert "Add a function in Settings" in str(app.get("page_link")[0].proto)
    assert "Start" not in [button.label for button in app.button]

import logging

from streamlit.testing.v1 import AppTest


# ruff: noqa: PLC0415 - AppTest runs the function's source alone
def page() -> None:
    import streamlit as st

    from ground.errors import NotFound
    from ui.parts import session
    from ui.parts.trouble import told

    if st.query_params["case"] == "page":
        told(RuntimeError("password=hunter2 in a note"))
    elif st.query_params["case"] == "sentence":
        told(NotFound("*action*"))
    elif st.query_params["case"] == "attempt":
        st.text(session.attempted(lambda: session.service.NewFunction(name="x" * 300, kind="it")).refusal)
    else:
        session.attempted(lambda: 1 / 0)


def shown(case: str) -> AppTest:
    app = AppTest.from_function(page, default_timeout=30)
    app.query_params["case"] = case
    return app.run()


def test_a_failing_page_says_a_sentence_and_keeps_its_reason_for_the_log(caplog):
    with caplog.at_level(logging.ERROR):
        app = shown("page")
    assert not app.exception
    assert app.error[0].value.startswith("Something went wrong on this page")
    assert "hunter2" not in app.error[0].value


def test_what_a_person_can_put_right_is_told_to_them():
    assert shown("sentence").error[0].value == r"There is no such \*action\* here\. Go back and choose one from the list\."


def test_a_refused_value_comes_back_as_its_own_sentence():
    assert shown("attempt").text[0].value.startswith("This text has 300 characters; at most 200 fit.")


def test_an_attempt_swallows_no_fault_of_the_program_and_streamlit_shows_none_of_it():
    app = shown("fault")
    assert app.exception
    assert "division" not in app.exception[0].message

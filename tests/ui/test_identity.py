"""Whose a browser's state is: it stays with the session that the gate wrote into the headers, and is wiped for any other (A6)."""

from uuid import uuid4

import pytest
from streamlit.testing.v1 import AppTest

from ui.parts import identity

SCRIPT = """
import streamlit as st
from ui.parts import identity
st.text(str(identity.session_id()))
st.text(st.session_state.get("seen", "nothing"))
st.session_state["seen"] = "what this session held"
"""


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch):
    """Says which session the gate let in."""
    return lambda session: monkeypatch.setattr(identity.st, "user", {"session": str(session)})


def said(at: AppTest) -> list[str]:
    assert not at.exception
    return [text.value for text in at.text]


def test_what_a_session_held_is_there_at_its_next_run(gate):
    mine = uuid4()
    gate(mine)
    at = AppTest.from_string(SCRIPT).run()
    assert said(at) == [str(mine), "nothing"]
    assert said(at.run()) == [str(mine), "what this session held"]


def test_another_session_in_the_same_state_finds_nothing_of_it(gate):
    gate(uuid4())
    at = AppTest.from_string(SCRIPT).run()
    other = uuid4()
    gate(other)
    assert said(at.run()) == [str(other), "nothing"]


@pytest.mark.parametrize("named", ["", "nobody"])
def test_who_came_through_no_gate_is_told_nothing_and_finds_nothing(gate, named: str):
    gate(uuid4())
    at = AppTest.from_string(SCRIPT).run()
    gate(named)
    at.run()
    assert len(at.exception) == 1
    assert not at.text
    assert "seen" not in at.session_state

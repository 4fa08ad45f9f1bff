"""A browser that sends what was never offered: options, ranges and disabled controls are not enforced by the server's widgets."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

from tests.browser.assessing import Door, answering, card, chosen, pick
from tests.browser.driver import opened, settled
from tests.browser.server import Server

pytestmark = pytest.mark.browser

Change = Callable[[WidgetState], None]


@pytest.fixture
def door(server: Server) -> Iterator[Door]:
    made = Door(server)
    yield made
    made.close()


class Tampered:
    """A window whose next answers to one question are changed on their way to the server."""

    def __init__(self, browser: Browser) -> None:
        self.page = browser.new_page()
        self._question, self._change = "", None
        self.page.route_web_socket("**/_stcore/stream", self._between)

    def sends(self, question: str, change: Change | None) -> None:
        self._question, self._change = question, change

    def _between(self, route: WebSocketRoute) -> None:
        server = route.connect_to_server()
        route.on_message(lambda message: server.send(self._changed(message) if isinstance(message, bytes) else message))

    def _changed(self, message: bytes) -> bytes:
        said = BackMsg.FromString(message)
        if self._change is not None and said.WhichOneof("type") == "rerun_script":
            for state in said.rerun_script.widget_states.widgets:
                if f":{self._question}" in state.id:
                    self._change(state)
        return said.SerializeToString()


@pytest.fixture
def tampered(browser: Browser) -> Iterator[Tampered]:
    made = Tampered(browser)
    yield made
    made.page.context.close()


def _says(text: str) -> Change:
    def change(state: WidgetState) -> None:
        state.string_value = text

    return change


@pytest.mark.parametrize("text", ["=99", "=-1", "99", "=", "=%", "answered", "x" * 100_000, "<b>=3</b>", "=1/2"])
def test_a_level_that_was_never_offered_is_refused_and_the_stored_one_comes_back(tampered: Tampered, server: Server, door: Door, text: str):
    made = door.start()
    page = opened(tampered.page, answering(server, made, "kinds"))
    pick(card(page, made, "level"), "Anchor 2 of level.")
    tampered.sends("level:choice", _says(text))
    pick(card(page, made, "level"), "Anchor 4 of level.")
    expect(card(page, made, "level").get_by_role("alert")).to_contain_text("not among those offered")
    assert door.values(made) == {"level": 2}
    tampered.sends("", None)
    chosen(card(page, made, "level"), "Anchor 2 of level.")
    pick(card(page, made, "level"), "Anchor 5 of level.")
    expect(card(page, made, "level").get_by_role("alert")).to_have_count(0)
    settled(page)
    assert door.values(made) == {"level": 5}


def test_a_figure_out_of_range_is_refused(tampered: Tampered, server: Server, door: Door):
    made = door.start(function="Facilities")
    page = opened(tampered.page, answering(server, made, "kinds"))
    figure = card(page, made, "figure")
    for value in ("101", "-1", "1e308"):
        figure.get_by_role("spinbutton", name="Value").fill(value)
        figure.get_by_role("button", name="Save", exact=True).click()
        expect(figure.get_by_role("alert")).to_contain_text("Answer with a number from 0 up to 100 (%).")
        settled(page)
    for period in ("soon", "2026-13", "2999-01", "2026-11"):
        figure.get_by_role("spinbutton", name="Value").fill("50")
        figure.get_by_role("textbox", name="Period").fill(period)
        figure.get_by_role("button", name="Save", exact=True).click()
        expect(figure.get_by_role("alert")).to_be_visible()
        settled(page)
    assert not door.answers(made)


def test_an_answer_to_a_question_that_another_tab_has_hidden_meanwhile_is_refused(page: Page, browser: Browser, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "conditions"))
    pick(card(page, made, "parent"), "Yes")
    pick(card(page, made, "child"), "Yes")
    other = browser.new_page()
    opened(other, answering(server, made, "conditions"))
    pick(card(other, made, "parent"), "No")
    pick(card(page, made, "grandchild"), "Anchor 3 of grandchild.")
    expect(card(page, made, "grandchild").get_by_role("alert")).to_contain_text("Another answer hides this question.")
    assert door.values(made) == {"parent": False, "child": True}
    other.context.close()


def test_a_final_assessment_refuses_an_answer_from_a_page_that_was_still_open(page: Page, server: Server, door: Door):
    made = door.start()
    opened(page, answering(server, made, "kinds"))
    pick(card(page, made, "level"), "Anchor 2 of level.")
    door.finalise(made)
    pick(card(page, made, "level"), "Anchor 4 of level.")
    expect(card(page, made, "level").get_by_role("alert")).to_contain_text("This assessment is final. Reopen it to change answers.")
    chosen(card(page, made, "level"), "Anchor 2 of level.")
    assert door.values(made) == {"level": 2}
    opened(page, answering(server, made, "kinds"))
    assert all(card(page, made, "level").locator("input").nth(i).is_disabled() for i in range(8))

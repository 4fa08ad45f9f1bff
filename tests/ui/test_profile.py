"""One's own account as a script: what it offers whom, and what a refusal leaves standing."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest
from streamlit.testing.v1 import AppTest

from ground.settings import settings
from people import own_account
from people.entrance import Step
from tests import accounts
from tests.cast import NOW
from ui.parts import identity, session

MAIN = Path(__file__).parents[2] / "ui" / "main.py"
PAGE = "from ui.parts import session\nfrom ui.views import profile\nsession.enter()\nprofile.page()\n"
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "now", lambda: NOW)


@pytest.fixture
def mode(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Step], None]]:
    """Accounts mode, in the session that a step has opened."""
    monkeypatch.setenv("PLUMBLINE_MODE", "accounts")
    settings.cache_clear()

    def at(step: Step) -> None:
        here: UUID = accounts.seen(step).id
        monkeypatch.setattr(identity, "session_id", lambda: here)

    yield at
    monkeypatch.undo()
    settings.cache_clear()


def shown(script: str = PAGE) -> AppTest:
    app = AppTest.from_string(script, default_timeout=60).run()
    assert not app.exception
    return app


def shell() -> AppTest:
    app = AppTest.from_file(str(MAIN), default_timeout=60).run()
    assert not app.exception
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def fill(app: AppTest, label: str, text: str, nth: int = 0) -> None:
    [field for field in app.text_input if field.label == label][nth].set_value(text)


def menu(app: AppTest) -> list[str]:
    return [label.removeprefix(":violet[").removesuffix("]") for label in app.sidebar.get("menu_button")[0].options]


def test_local_mode_has_no_account_to_show_and_offers_none(database):
    assert shown().title[0].value == "There is no account on this computer"


def test_who_only_looks_is_offered_their_account_and_the_way_out(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    assert menu(shell()) == ["Profile", "Sign out"]


def test_who_belongs_nowhere_is_told_whom_to_ask(cast, mode, database):
    step = accounts.joined(cast, cast.vera)
    mode(step)
    with database.writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM membership WHERE person_id = ?", (cast.vera.id.bytes,))
    app = shell()
    assert menu(app) == ["Profile", "Sign out"]
    assert app.main.markdown[0].value.startswith("**You belong to no organisation yet**")
    assert not app.text_input


def test_the_page_says_where_one_is_signed_in_and_by_what(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    app = shown()
    assert app.title[0].value == "You are signed in on one browser, by a password"
    assert any("Firefox on Linux" in text.value and "this browser" in text.value for text in app.markdown)
    assert not [button for button in app.button if button.label in {"Sign out everywhere else", "Turn off"}]


def test_another_name_is_saved(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    app = shown()
    fill(app, "Name", "Vera Lind")
    assert pressed(app, "Save").success[0].value == "Your name is saved."
    assert own_account.about(identity.session_id(), NOW).name == "Vera Lind"


def test_two_new_passwords_must_be_the_same_and_the_old_one_right(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    app = shown()
    fill(app, "Present password", "not this one, surely")
    fill(app, "New password", "wet slate under old bells")
    fill(app, "New password once more", "wet slate under old bell")
    assert pressed(app, "Change the password").error[0].value == "The two are not the same. Type the new password twice."
    fill(app, "New password once more", "wet slate under old bells")
    assert pressed(app, "Change the password").error[0].value.startswith("Your present password is another")
    fill(app, "Present password", accounts.PASSWORD)
    assert pressed(app, "Change the password").success[0].value.startswith("Your password is changed.")


def test_a_second_factor_is_set_up_shown_once_and_given_up_again(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    app = shown()
    fill(app, "Present password", accounts.PASSWORD, 1)
    pressed(app, "Set up")
    key = next(text.value for text in app.markdown if text.value.startswith("It cannot scan?")).split("**")[1]
    fill(app, "Code", "000000")
    assert pressed(app, "Confirm").error[0].value.startswith("This code is wrong")
    fill(app, "Code", accounts.code(key.replace(" ", "")))
    assert len(pressed(app, "Confirm").code[0].value.splitlines()) == 10
    assert not pressed(app, "I have kept them").code
    assert any("10 of 10 recovery codes left" in text.value for text in app.markdown)
    fill(app, "Present password", accounts.PASSWORD, 1)
    assert pressed(app, "Turn off").success[0].value == "The second factor is off."


def test_who_needs_a_second_factor_cannot_turn_it_off(cast, mode):
    mode(accounts.enrolled(cast, cast.tom)[1])
    app = shown()
    assert any("Your role needs one." in text.value for text in app.markdown)
    assert not [button for button in app.button if button.label == "Turn off"]


def test_a_begun_second_factor_can_be_left_alone(cast, mode):
    mode(accounts.joined(cast, cast.vera))
    app = shown()
    fill(app, "Present password", accounts.PASSWORD, 1)
    pressed(app, "Set up")
    pressed(app, "Leave it as it was")
    assert not own_account.about(identity.session_id(), NOW).has_second_factor
    assert [button for button in app.button if button.label == "Set up"]

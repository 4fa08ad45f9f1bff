import sys

import pytest

from cli.serve import APP, NotServed, require_fit, streamlit, unswayed
from ground.settings import Settings

LOCAL = Settings(mode="local", public_url=None)
ACCOUNTS = Settings(mode="accounts", public_url="https://plumbline.example.org")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machines_own_names_are_served(address):
    assert require_fit(address, LOCAL) == address


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.168.1.7", "example.org", "localhost.example.org", "127.0.0.1 ", ""])  # noqa: S104 - the address to refuse
def test_any_other_address_is_refused_because_local_mode_has_no_sign_in(address):
    with pytest.raises(NotServed, match="serves this machine alone"):
        require_fit(address, LOCAL)


def test_the_command_names_the_application_absolutely_and_says_where_to_listen():
    command = streamlit("127.0.0.1", 8600, LOCAL)
    assert command[0] == sys.executable
    assert APP.is_absolute()
    assert APP.is_file()
    assert command[command.index("run") + 1] == str(APP)
    assert command[command.index("--server.address") + 1] == "127.0.0.1"
    assert command[command.index("--server.port") + 1] == "8600"


def test_streamlits_own_variables_cannot_open_what_the_settings_shut(monkeypatch):
    monkeypatch.setenv("STREAMLIT_SERVER_ENABLE_CORS", "false")
    monkeypatch.setenv("PLUMBLINE_LOG_FORMAT", "json")
    environment = unswayed()
    assert not [name for name in environment if name.startswith("STREAMLIT_")]
    assert environment["PLUMBLINE_LOG_FORMAT"] == "json"

"""The theme is worked out once, and is the one that Streamlit would have told."""

from pathlib import Path

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

from ui.parts import theme

SECTIONS = ("theme", "theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar", "theme.dark.sidebar")
OURS = Path(__file__).parents[2] / ".streamlit" / "config.toml"


@pytest.fixture(autouse=True)
def our_settings():
    config.get_config_options(force_reparse=True, options_from_flags={})
    theme._told.cache_clear()
    assert OURS.is_file()
    assert config.get_option("theme.light.primaryColor") == "#0B5CAD"


@pytest.mark.parametrize("section", SECTIONS)
def test_each_section_is_told_as_streamlit_tells_it(section):
    ours, theirs = CustomThemeConfig(), CustomThemeConfig()
    for _ in range(2):
        ours.Clear()
        theme.told_again(ours, section)
    theme._worked_out(theirs, section)
    assert ours == theirs


def test_a_section_without_settings_is_not_sent_at_all():
    message = CustomThemeConfig()
    theme.told_again(message.sidebar, "theme.sidebar")
    assert not message.HasField("sidebar")
    theme.told_again(message.light, "theme.light")
    assert message.HasField("light")


def test_the_server_tells_it_so(monkeypatch):
    monkeypatch.setattr(app_session, "_populate_theme_msg", theme._worked_out)
    theme.settle()
    assert app_session._populate_theme_msg is theme.told_again

"""What can be set from outside, and what happens when it is set wrongly."""

from pathlib import Path

import pytest

from ground import settings as module
from ground.settings import BadSettings, Settings, data_folder, settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch):
    for name in ("DATABASE_URL", "PORT", *(f"PLUMBLINE_{field.upper()}" for field in Settings.model_fields)):
        monkeypatch.delenv(name, raising=False)
    settings.cache_clear()
    yield
    settings.cache_clear()


def test_without_any_variable_it_serves_one_person_on_this_machine(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(module.sys, "platform", "linux")
    chosen = settings()
    assert (chosen.home, chosen.database_url) == (tmp_path / "plumbline", None)
    assert (chosen.mode, chosen.address, chosen.port) == ("local", "127.0.0.1", 8501)
    assert settings() is chosen


@pytest.mark.parametrize(
    ("platform", "folder"),
    [("darwin", "Library/Application Support/plumbline"), ("win32", "AppData/Local/plumbline"), ("linux", ".local/share/plumbline")],
)
def test_data_is_kept_where_the_platform_keeps_it(monkeypatch, platform, folder):
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module.sys, "platform", platform)
    assert data_folder() == Path.home() / folder


@pytest.mark.parametrize("name", ["DATABASE_URL", "PLUMBLINE_DATABASE_URL"])
def test_the_database_address_goes_by_its_usual_name_too(monkeypatch, name):
    monkeypatch.setenv(name, "postgres://db/plumbline")
    assert settings().database_url == "postgres://db/plumbline"


def test_the_address_of_the_database_is_not_shown_by_accident(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://asha:topsecret@db/plumbline")
    assert "topsecret" not in repr(settings())


def test_a_variable_that_is_set_to_nothing_is_not_set(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("PLUMBLINE_PORT", "")
    assert (settings().database_url, settings().port) == (None, 8501)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("PLUMBLINE_PORT", "abc", "PLUMBLINE_PORT cannot be used: input should be a valid integer"),
        ("PORT", "70000", "PORT cannot be used: input should be less than or equal to 65535"),
        ("PLUMBLINE_LOG_FORMAT", "xml", "PLUMBLINE_LOG_FORMAT cannot be used: input should be 'console' or 'json'"),
        ("PLUMBLINE_MODE", "open", "PLUMBLINE_MODE cannot be used: input should be 'local', 'accounts' or 'sign-on'"),
        ("PLUMBLINE_MODE", "sign-on", "PLUMBLINE_MODE=sign-on needs PLUMBLINE_OIDC_ISSUER"),
        ("PLUMBLINE_PUBLIC_URL", "plumbline.example.org", "PLUMBLINE_PUBLIC_URL cannot be used"),
        ("PLUMBLINE_OIDC_ISSUER", "http://id.example.org", "PLUMBLINE_OIDC_ISSUER cannot be used"),
        ("PLUMBLINE_OIDC_ISSUER", "https://id.example.org", "needs PLUMBLINE_OIDC_CLIENT_ID and PLUMBLINE_OIDC_CLIENT_SECRET"),
    ],
)
def test_what_cannot_be_used_is_told_by_the_name_of_its_variable(monkeypatch, name, value, told):
    monkeypatch.setenv(name, value)
    with pytest.raises(BadSettings, match=told):
        settings()

"""`plumbline user create-admin`: a link, printed once, and nothing else that could be used."""

import re
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from cli.main import app
from ground.settings import settings
from people import entrance
from storage import database as storage
from tests.accounts import DESK, PASSWORD


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("DATABASE_URL", "PLUMBLINE_DATABASE_URL", "PORT", "PLUMBLINE_MODE", "PLUMBLINE_PUBLIC_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLUMBLINE_PORT", "8600")
    monkeypatch.setattr(storage, "_chosen", [])
    settings.cache_clear()
    yield monkeypatch
    settings.cache_clear()
    for database in storage._chosen:
        database.close()


def create_admin(*arguments: str):
    return CliRunner().invoke(app, ["user", "create-admin", *arguments])


def test_the_link_leads_to_what_people_type(home):
    home.setenv("PLUMBLINE_MODE", "accounts")
    home.setenv("PLUMBLINE_PUBLIC_URL", "https://plumbline.example.org")
    told = create_admin("Asha Rao", "asha@example.org")
    assert (told.exit_code, told.stderr) == (0, "")
    assert re.fullmatch(r"https://plumbline\.example\.org/link/[\w-]{43}\n", told.stdout)


def test_in_local_mode_it_says_what_is_missing(home):
    told = create_admin("Asha Rao", "asha@example.org")
    assert told.stdout.startswith("http://127.0.0.1:8600/link/")
    assert "PLUMBLINE_MODE=accounts" in told.stderr


def test_it_refuses_where_an_administrator_has_a_password_unless_it_is_meant(home):
    token = create_admin("Asha Rao", "asha@example.org").stdout.strip().rpartition("/")[2]
    entrance.by_link(token, PASSWORD, DESK, datetime.now(UTC))
    refused = create_admin("Tom", "tom@example.org")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "With --again there will be another." in refused.stderr
    assert create_admin("Tom", "tom@example.org", "--again").exit_code == 0


@pytest.mark.parametrize(("name", "email"), [("", "asha@example.org"), ("Asha", "no address")])
def test_what_is_no_name_or_no_address_is_refused_with_a_sentence(home, name, email):
    refused = create_admin(name, email)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr.strip().endswith(".")
    assert "Traceback" not in refused.output

import pytest
from typer.testing import CliRunner

from cli.main import app
from improvement.demo import ORGANISATION
from storage.database import Database


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_the_demo_is_made_once(bare: Database):
    first, second = (CliRunner().invoke(app, ["demo"]) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert f"{ORGANISATION} is ready" in first.stdout
    assert f"{ORGANISATION} is there already" in second.stdout

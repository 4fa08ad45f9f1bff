"""`plumbline benchmark`, as somebody types it."""

import pytest
from typer.testing import CliRunner

from assessment import pack_file
from cli.main import app
from tests.assessment.test_peer_packs import pack
from tests.peers import community, shelf

pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture(autouse=True)
def small(bare):
    with shelf():
        yield


def run(*words: object):
    return CliRunner().invoke(app, ["benchmark", *map(str, words)])


def test_a_refresh_says_what_was_frozen_and_the_next_one_that_nothing_is():
    community(30)
    said = run("refresh")
    assert "peers-small 1: Everybody who takes part, 30 organisations" in said.output
    assert "Nothing is frozen anew" in run("refresh").output


def test_packs_are_written_added_and_taken_in(tmp_path):
    community(30, says=False)
    ours, theirs, both = (tmp_path / name for name in ("ours.json", "theirs.json", "both.json"))
    assert "hash " in run("export", ours, "--source", "Ours").output
    theirs.write_bytes(pack_file.write(pack("Theirs")))
    assert run("merge", ours, theirs, "--out", both).exit_code == 0
    assert [one.source for one in pack_file.read(both.read_bytes()).provenance] == ["Ours", "Theirs"]
    assert "Imported: Theirs (30 organisations, 24 months to 2026-10-01)." in run("import", theirs).output
    assert "imported before" in run("import", theirs).output


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "out.json", "--source", "Ours"), "No organisation takes part with a final result yet."),
        (("import", "nothing.json"), "cannot be opened"),
    ],
)
def test_what_cannot_be_done_is_said_and_ends_with_two(words, says):
    said = run(*words)
    assert says in said.output
    assert said.exit_code == 2


def test_packs_of_one_source_are_not_added(tmp_path):
    one = tmp_path / "one.json"
    one.write_bytes(pack_file.write(pack()))
    said = run("merge", one, one, "--out", tmp_path / "two.json")
    assert "Both packs hold the same organisations. Add each source once." in said.output
    assert not (tmp_path / "two.json").exists()

"""The published questionnaires, and the part of one that a mode asks."""

import pytest

from ground.errors import NotFound
from questionnaires import library
from questionnaires.quick import restrict
from questionnaires.reader import read
from tests.questionnaires.planting import SMALL


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    monkeypatch.setattr(library, "FOLDER", tmp_path)
    for version in ("1.0.0", "1.10.0", "1.9.0"):
        (tmp_path / f"small-{version}.yaml").write_text(SMALL.replace("version: 1.0.0", f"version: {version}"), "utf-8")
    (tmp_path / "another-2.0.0.yaml").write_text(
        SMALL.replace("id: small", "id: another").replace("version: 1.0.0", "version: 2.0.0"), "utf-8"
    )
    (tmp_path / "small-1.0.0.de.yaml").write_text("translates: small@1.0.0", "utf-8")
    (tmp_path / "notes.txt").write_text("Nothing to read.", "utf-8")
    return tmp_path


@pytest.mark.usefixtures("shelf")
def test_the_newest_version_of_each_is_published():
    assert [(one.id, one.version) for one in library.published()] == [("another", "2.0.0"), ("small", "1.10.0")]


@pytest.mark.usefixtures("shelf")
def test_an_older_version_can_still_be_loaded_and_is_read_once():
    assert library.load("small", "1.9.0").version == "1.9.0"
    assert library.load("small", "1.9.0") is library.load("small", "1.9.0")


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("name", "version"), [("missing", None), ("small", "3.0.0"), ("../small", None), ("small-1.0.0.de", None)])
def test_what_is_not_published_is_not_found(name, version):
    with pytest.raises(NotFound, match="no such questionnaire"):
        library.load(name, version)


def test_its_files_are_the_questionnaires_without_translations(shelf):
    assert [path.name for path in library.files()] == ["another-2.0.0.yaml", "small-1.0.0.yaml", "small-1.10.0.yaml", "small-1.9.0.yaml"]
    assert all(path.parent == shelf for path in library.files())


def test_the_three_pillars_are_published():
    pillars = library.load("three-pillars", "1.0.0")
    assert (len(pillars.dimensions), len(pillars.practices), len(pillars.questions)) == (3, 12, 46)
    assert len(restrict(pillars, "quick").questions) == 15


def test_quick_mode_keeps_only_what_has_quick_questions():
    small = read(SMALL)
    assert list(small.questions) == list(restrict(small, "full").questions)
    quick = restrict(small, "quick")
    assert (list(quick.questions), list(quick.practices)) == (["listening-how"], ["listening"])
    assert len(small.questions) == 6


def test_without_quick_questions_quick_mode_asks_nothing():
    assert restrict(read(SMALL.replace("[quick, full]", "[full]")), "quick").dimensions == ()

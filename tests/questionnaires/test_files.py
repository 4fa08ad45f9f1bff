"""Several files checked together."""

import pytest

from questionnaires import files
from questionnaires.files import check_files
from tests.questionnaires.planting import SMALL

OTHER = SMALL.replace("id: small", "id: other")
OTHERWISE = OTHER.replace("definition: Needs met alone.", "definition: Visits.")


def written(folder, **texts):
    paths = [folder / f"{name}.yaml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, "utf-8")
    return paths


def test_every_file_is_told_even_where_one_cannot_be_opened(tmp_path):
    paths = [tmp_path / "missing.yaml", *written(tmp_path, bad=SMALL.replace("format: 1", "format: 2"), good=SMALL)]
    errors = check_files(paths).errors
    assert [(finding.file, finding.line, finding.path) for finding in errors] == [(str(paths[0]), 1, ""), (str(paths[1]), 1, "format")]


def test_warnings_bear_the_lines_of_the_file(tmp_path):
    (path,) = written(tmp_path, small=SMALL.replace("1: One person asked a colleague.", "1: People ask regularly."))
    checked = check_files([path])
    assert not checked.errors
    assert [(finding.file, finding.line) for finding in checked.warnings] == [(str(path), 38)]


def test_a_measure_means_the_same_in_every_questionnaire(tmp_path):
    paths = written(tmp_path, small=SMALL, other=OTHERWISE)
    (finding,) = check_files(paths).errors
    assert (finding.file, finding.line, finding.path) == (str(paths[1]), 15, "measures[0].id")
    assert str(paths[0]) in finding.message


def test_equal_definitions_and_new_versions_of_one_questionnaire_agree(tmp_path):
    newer = OTHERWISE.replace("id: other", "id: small").replace("version: 1.0.0", "version: 2.0.0")
    assert not check_files(written(tmp_path, small=SMALL, newer=newer)).errors
    assert not check_files(written(tmp_path, small=SMALL, other=OTHER)).errors


def test_a_file_given_twice_is_told_once(tmp_path):
    (path,) = written(tmp_path, bad=SMALL.replace("format: 1", "format: 2"))
    assert len(check_files([path, path]).errors) == 1


@pytest.mark.parametrize(("name", "errors"), [("small-1.0.0", 0), ("small-1.0.1", 1), ("little", 1)])
def test_the_library_names_its_files_by_id_and_version(tmp_path, monkeypatch, name, errors):
    monkeypatch.setattr(files, "FOLDER", tmp_path)
    found = check_files(written(tmp_path, **{name: SMALL})).errors
    assert len(found) == errors
    assert all("named small-1.0.0.yaml" in finding.message for finding in found)

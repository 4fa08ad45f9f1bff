"""A file becomes a questionnaire, exactly as written and always the same, or says why it cannot."""

import json
import time
from fractions import Fraction
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from questionnaires.reader import InvalidQuestionnaire, canonical_json, content_hash, from_canonical, json_schema, read, read_file
from questionnaires.text_file import NoFile
from tests.questionnaires.planting import SMALL


def refusal(text):
    with pytest.raises(InvalidQuestionnaire) as refused:
        read(text, "f")
    return [(finding.line, finding.message) for finding in refused.value.findings]


def as_json(text=SMALL):
    return json.dumps(YAML(typ="safe").load(text))


def test_every_part_of_a_file_is_there():
    small = read(SMALL)
    assert (small.id, small.version, small.lowest, small.highest) == ("small", "1.0.0", 0, 3)
    assert [question.kind for question in small.questions.values()] == ["anchored", "yes_no", "coverage", "rated", "metric", "choices"]
    assert list(small.actions) == ["ask-weekly", "count-needs"]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        *[("1/3", "1/3"), ('"1/3"', "1/3"), ("0.1", "1/10"), ('"0.1"', "1/10"), ("2", "2"), ("'2'", "2"), ("1e-1", "1/10")],
        *[(".5", "1/2"), ('".5"', "1/2"), ("2.", "2"), ('"2."', "2")],
    ],
)
def test_a_weight_is_read_exactly_from_its_text(written, number):
    assert read(SMALL.replace("weight: 1/2", f"weight: {written}")).questions["using-options"].weight == Fraction(number)


@pytest.mark.parametrize("written", ["1e-39", "9" * 40, "1/" + "9" * 40])
def test_the_longest_numbers_come_back_from_the_canonical_text(written):
    small = read(SMALL.replace("weight: 1/2", f"weight: {written}"))
    assert from_canonical(canonical_json(small)) == small


@pytest.mark.parametrize("written", ["1e-40", '"1e-40"', "0." + "1" * 40 + "/" + "7" * 40])
def test_a_number_that_could_not_come_back_from_the_canonical_text_is_refused(written):
    with pytest.raises(InvalidQuestionnaire, match="weight: Write a number"):
        read(SMALL.replace("weight: 1/2", f"weight: {written}"))


def test_moves_hold_answers_of_their_questions_own_kind():
    moves = read(SMALL).actions["count-needs"].moves
    assert [(move.start, move.to) for move in moves] == [(0, 85), ((), ("unlock",)), ("P", Fraction(90)), (False, True)]


def test_a_label_that_looks_like_a_number_stays_a_label():
    text = (
        SMALL.replace("label: None", 'label: "0/1"')
        .replace("label: All", 'label: "1.0"')
        .replace("from: None, to: All", 'from: "0/1", to: "1.0"')
    )
    move = read(text).actions["ask-weekly"].moves[1]
    assert (move.start, move.to) == ("0/1", "1.0")
    assert from_canonical(canonical_json(read(text))) == read(text)


def test_json_is_read_like_yaml():
    assert read(as_json()) == read(SMALL)
    assert read(json.dumps(json.loads(as_json()), indent="\t")) == read(SMALL)


def test_yaml_may_begin_with_a_bracket():
    flow = "{" + as_json()[1:-1].replace('"format": 1', "format: 1") + ",}"
    assert read(flow) == read(SMALL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight: 1/2", 'weight: "0.5"'),
        ("{label: Half, value: 0.5}", "{value: '1/2', label: \"Half\"}"),
        ("              0: Nobody", '              "0": Nobody'),
        ("purpose: For tests, with one question of every kind.", "purpose: >-\n  For tests, with one\n  question of every kind."),
        ("title: A small questionnaire\nlanguage: en", "language: en  # a remark\ntitle: 'A small questionnaire'"),
        ("    mandatory: true", "    mandatory: true\n    weight: 1"),
        ("from: 0, to: 85}", 'from: "0", to: 85.0}'),
        ("            stance: proactive", "            stance: proactive\n            posture: null"),
        ("version: 1.0.0", "version: '1.0.0'"),
    ],
)
def test_the_hash_does_not_depend_on_how_it_is_written(old, new):
    assert SMALL.count(old) == 1
    assert content_hash(read(SMALL.replace(old, new))) == content_hash(read(SMALL))


def test_the_hash_changes_with_any_word():
    assert content_hash(read(SMALL.replace("Silence.", "Silence!"))) != content_hash(read(SMALL))


def test_the_canonical_text_is_sorted_and_tight_and_comes_back_the_same():
    text = canonical_json(read(SMALL))
    assert text == json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert '"weight":"1/2"' in text
    assert from_canonical(text) == read(SMALL)


def test_the_schema_accepts_the_file_and_refuses_a_wrong_one():
    schema, written = json_schema(), json.loads(as_json())
    jsonschema.validate(written, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written | {"minutes": 5}, schema)


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "---\n"])
def test_an_empty_file_is_told(text):
    ((line, message),) = refusal(text)
    assert (line, "format: 1" in message) == (1, True) or "begins with keys" in message


@pytest.mark.parametrize("text", ["- a list", "one word", "[1, 2]", "42", '"text"'])
def test_a_file_without_keys_is_told(text):
    assert refusal(text) == [(1, "A questionnaire begins with keys and values. Start with `format: 1`.")]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("format: 1\nid: [small\n", 3, "not valid YAML"),
        ("format: 1\n\tid: small\n", 2, "not valid YAML"),
        ("format: 1\nid: small\n---\nformat: 1\n", 3, "second document"),
        ("format: 1\nid: sm\x07all\n", 2, "cannot be printed (code 0x7)"),
        ('{"format": 1,\n "id": @}', 2, "not valid JSON: a value is missing here"),
        ('{"format": 1,\n "id" "small"}', 2, "not valid JSON: `:` is missing here"),
        ('{"format": 1\n "id": "small"}', 2, "not valid JSON: `,` is missing here"),
        ('{"format": 1,\n "id": "small', 2, "not valid JSON: Unterminated string"),
        ('{"format": 1,\n 7: "small"}} more', 2, "a text in double quotes is missing here"),
        ('{"format": 1}\n{"format": 1} x: [', 2, "the file goes on after its end"),
    ],
)
def test_a_text_that_cannot_be_parsed_is_told_with_its_line(text, line, words):
    ((found, message),) = refusal(text)
    assert (found, words in message) == (line, True), message


def test_a_key_twice_in_json_names_both_lines():
    assert (3, "The key `id` is here twice, in line 2 and in line 3. Keep one of them.") in refusal('{"format": 1,\n"id": "a",\n"id": "b"}')


def test_a_key_with_a_control_character_is_told():
    assert (1, "A character here cannot be printed (code 0x1). Delete it.") in refusal('{"for\\u0001mat": 1}')


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
def test_deep_nesting_is_told_in_json(opening, closing):
    text = '{"format": ' + opening * 30 + "1" + closing * 30 + "}"
    assert any("nested more than 20 deep" in message for _, message in refusal(text))


def test_deep_nesting_in_yaml_is_one_finding_among_the_others():
    told = refusal(SMALL.replace("title: Using", "title: " + "[" * 30 + "]" * 30).replace("format: 1", "format: 2"))
    assert {"Write 1; `2` is not known here.", "This is nested more than 20 deep. Write it flatter."} <= {message for _, message in told}


@pytest.mark.parametrize("text", ["[" * 900_000, "- " * 400_000, '{"a":' * 100_000, "? " * 400_000])
def test_a_bomb_of_brackets_is_refused_at_once(text):
    begun = time.process_time()
    assert refusal("{" + text if text.startswith("[") else text)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("text", ["[" + "1,\n" * 1_001 + "1]", "- 1\n" * 1_001])
def test_more_values_than_a_file_can_mean_are_refused(monkeypatch, text):
    monkeypatch.setattr("questionnaires.json_file.MOST", 1_000)
    monkeypatch.setattr("questionnaires.yaml_file.MOST", 1_000)
    assert refusal(text) == [(1_000, "This file has more than 100,000 values. Split it.")]


def test_a_bomb_of_aliases_is_refused():
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"
    assert any("Write the value out; `*a`" in message for _, message in refusal(bomb))


def test_a_text_larger_than_one_megabyte_is_refused():
    assert refusal("#" * 1_000_001) == [(1, "The file is larger than 1 MB. Split it, or shorten its texts.")]


def test_a_file_is_read_from_disk(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())
    assert read_file(path) == read(SMALL)


def test_a_file_with_windows_line_ends_is_the_same(tmp_path):
    path = tmp_path / "small.yaml"
    path.write_bytes(SMALL.replace("\n", "\r\n").encode())
    assert content_hash(read_file(path)) == content_hash(read(SMALL))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"format: 1\nid: \xff\n", ":2: This is not UTF-8 text"),
        (b"#" * 1_000_001, ":1: This file is larger than 1 MB"),
        (None, "cannot be opened"),
    ],
)
def test_a_file_that_is_no_text_is_told(tmp_path, content, words):
    path = tmp_path / "some.yaml"
    if content:
        path.write_bytes(content)
    with pytest.raises(NoFile, match=words):
        read_file(path)


def test_a_folder_is_no_file(tmp_path: Path):
    with pytest.raises(NoFile, match="cannot be opened"):
        read_file(tmp_path)

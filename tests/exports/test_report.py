"""The benchmark report, read back."""

import os
import re
import shutil
import subprocess

import pytest

from exports.figures import index_strip, pillars, signature
from exports.words.practice import practice_finding
from scoring.result import Binding
from tests.exports.besides import SIDES, of
from tests.exports.paper import bytes_of, foot_of_print, pages, printed, read, record_glyphs, words
from tests.exports.small import GOOD, MIDDLING, answered
from tests.exports.standings import CASES, case, mixed, standing

HOSTILE = {
    "markup": "<b>bold <img src=/etc/passwd> </para> &amp; <font color=red>",
    "formula": "=1+1",
    "emoji": "Done 😀 and 👩‍👩‍👧",
    "arabic": "مرحبا بالعالم هذه ملاحظة 123 and English. " * 20,
    "hebrew": "שלום עולם",
    "greek and cyrillic": "Ω Ж é ế",
    "no face has it": "漢 \U0001f9ff \U00012000",
    "invisible": "a\u200bb\u00adc\ufeffd\ufe0f",
    "one long word": "x" * 10_000,
    "many words": ("word " * 2_000)[:10_000],
    "many lines": "line\n\n\n" * 1_000,
}


@pytest.mark.parametrize("name", CASES)
def test_the_same_standing_gives_the_same_bytes(name):
    assert printed(case(name)) == bytes_of(name)


@pytest.mark.parametrize("name", CASES)
def test_every_face_is_embedded_and_none_falls_back(name):
    fonts = {font for page in read(bytes_of(name)).pages for font in page["/Resources"]["/Font"].values()}
    described = [font.get_object() for font in fonts]
    assert described
    assert all("/FontFile2" in font["/FontDescriptor"] for font in described)
    assert all("Helvetica" not in font["/BaseFont"] for font in described)


@pytest.mark.parametrize("name", CASES)
def test_no_character_is_printed_as_a_box(name, monkeypatch):
    seen = record_glyphs(monkeypatch)
    printed(case(name))
    assert len(seen) > 500
    assert {boxes for _, boxes in seen} == {""}


@pytest.mark.parametrize("kind", HOSTILE)
def test_whatever_people_write_is_printed_or_marked_and_breaks_nothing(kind, monkeypatch):
    seen = record_glyphs(monkeypatch)
    content = printed(standing(mixed, notes={"autonomy-choice": HOSTILE[kind]}))
    assert {boxes for _, boxes in seen} == {""}
    assert len(read(content).pages) > 20


def test_markup_is_printed_as_it_was_written():
    said = words(printed(standing(mixed, notes={"autonomy-choice": HOSTILE["markup"], "autonomy-design": "=1+1"})))
    assert "Note: <b>bold <img src=/etc/passwd> </para> &amp; <font color=red>" in said
    assert "Note: =1+1" in said


def test_what_no_face_has_is_marked_by_its_number():
    said = words(printed(standing(mixed, notes={"autonomy-choice": "a 漢 \U00012000 z"})))
    assert "Note: a [U+6F22] [U+12000] z" in said


def test_emoji_are_printed_and_can_be_copied():
    assert "Note: Done 😀" in words(printed(standing(mixed, notes={"autonomy-choice": "Done 😀"})))


def test_a_long_note_is_printed_whole():
    said = words(printed(standing(mixed, notes={"autonomy-choice": HOSTILE["one long word"]})))
    assert said.count("x") >= 10_000


def test_names_of_any_length_and_script_stay_on_the_page():
    name = "<b>Org</b> & Co مرحبا " + "W" * 170
    here = case("mixed").model_copy(update={"organisation": name, "function": "漢字"})
    said = words(printed(here))
    assert "<b>Org</b> & Co" in said
    assert "…" in said


def test_an_open_assessment_is_marked_as_a_draft_on_every_page():
    assert all("DRAFT" in page for page in pages(bytes_of("incomplete")))
    assert not any("DRAFT" in page for page in pages(bytes_of("mixed")))


def test_every_page_after_the_cover_says_which_of_how_many():
    said = pages(bytes_of("mixed"))
    for number, page in enumerate(said[1:], 2):
        assert f"{number} of {len(said)}" in page


def test_the_classification_is_on_every_page():
    content = printed(case("mixed"), classification="For the board of Northwind only")
    assert all("For the board of Northwind only" in page for page in pages(content))


def test_the_document_says_what_it_is_and_in_which_language():
    document = read(bytes_of("mixed"))
    assert document.metadata.title == "Maturity benchmark: Northwind Utilities plc, Autumn 2026"
    assert document.metadata.subject == "Three of 12 practices hold 54 % of the gap to target; close those first"
    assert document.metadata.producer == "Plumbline"
    assert document.trailer["/Root"]["/Lang"] == "en-GB"


def test_the_outline_leads_to_every_part_and_practice():
    document = read(bytes_of("mixed"))
    titles = [entry.title for entry in document.outline if not isinstance(entry, list)]
    assert titles == [
        *("Summary", "Where you stand", "Distance to target", "Change since Autumn 2025", "Practices", "Benchmark", "Posture", "Pitfalls"),
        *("Claims and evidence", "Outcome measures", "The ten", "Register", "Method", "Answers with evidence"),
    ]
    (practices,) = (entry for entry in document.outline if isinstance(entry, list))
    assert [entry.title for entry in practices] == [p.title for p in case("mixed").questionnaire.practices.values()]
    assert document.get_destination_page_number(practices[-1]) > document.get_destination_page_number(practices[0])


def test_figures_carry_words_for_those_who_do_not_see_them():
    summary = read(bytes_of("mixed")).pages[1].get_contents().get_data()
    assert summary.count(b"/Alt <FEFF") == summary.count(b"EMC")
    alternatives = [bytes.fromhex(part.split(b">")[0].decode()).decode("utf-16-be") for part in summary.split(b"/Alt <FEFF")[1:]]
    assert alternatives == [index_strip(case("mixed")).alt, pillars(case("mixed")).alt]


def test_every_practice_has_its_finding_and_one_decision():
    said = words(bytes_of("mixed"))
    for practice in case("mixed").score.practices:
        assert practice_finding(case("mixed"), practice) in said
    assert said.count("SO WHAT") == 23


def test_the_summary_is_one_page():
    for name in CASES:
        _, summary, following, *_ = pages(bytes_of(name))
        assert "EXECUTIVE SUMMARY" in summary
        assert "WHERE YOU STAND" in following or "DISTANCE TO TARGET" in following


def test_quick_mode_prints_no_levels():
    said = words(bytes_of("quick"))
    assert "WHERE YOU STAND" not in said
    assert "quick estimate" in said.lower()
    assert "0 of 5 " not in said.split("LEADERSHIP MINDSET")[0]


def test_every_answer_and_its_evidence_is_in_the_appendix():
    said = words(printed(standing(mixed, notes={"autonomy-choice": "Seen at the desk."})))
    assert "Note: Seen at the desk." in said
    assert "Evidence artefact seen: Sampled on 12 November" in said
    appendix = said[said.index("ANSWERS WITH EVIDENCE") :]
    for question in case("mixed").questionnaire.questions.values():
        assert question.text.split("?")[0][:40] in appendix


def test_posture_shows_what_pulls_to_either_side():
    said = words(bytes_of("mixed"))
    assert "POSTURE Reacting and preventing are level" in said
    assert "Reactive: 25 % of what is asked" in said
    assert "3 of 5, moves it by −0.15" in said


def test_a_pitfall_is_printed_with_its_proof_its_rule_and_what_helps():
    said = words(bytes_of("mixed"))
    assert "“Leadership mindset” has 60 of 100 points." in said
    assert "The rule. Found when the lowest of the index of “Leadership mindset”" in said
    assert "Name and group paths in employees' words: A-09 in the register: not started" in said
    assert "Looked for and not found: “Self-service presented as relief for IT”" in said
    assert "Cannot be told yet • “Paths designed through the eyes of IT”" in words(bytes_of("incomplete"))


def test_claims_are_printed_beside_what_was_measured_and_what_was_seen():
    said = words(bytes_of("mixed"))
    assert "Self-service adoption reads 44 % for 2026-Q3, n = 1,200, Portal log; wanted: 60 %, your own target." in said
    assert "Of 41 points claimed, 19 are evidenced." in said
    assert "Ask for these artefacts first" in words(bytes_of("weak"))
    unread = words(printed(case("strong")))
    assert "Nobody measured these claims • " in unread
    assert "claims level 4; Adoption of basic services: no reading." in unread


def test_parts_without_content_are_left_out():
    said = words(bytes_of("empty"))
    assert not any(part in said for part in ("POSTURE", "PITFALLS", "CLAIMS AND EVIDENCE"))


def test_pages_are_not_left_half_empty():
    ends = [foot_of_print(page) for page in read(bytes_of("mixed")).pages[1:-1]]
    assert [i for i, end in enumerate(ends, 2) if end > 320] == [], "each page is printed to two thirds of its height at least"


@pytest.mark.parametrize("name", ["two lean", "four weak stones", "all true"])
def test_the_pillars_on_their_foundations_have_a_page_with_one_decision(name):
    above, ground = SIDES[name]()
    content = printed(of(above, stands_on=ground))
    figure = signature(above, ground)
    page = pages(content)[2]
    assert "WHERE YOU STAND" in page
    assert figure.title in page
    assert all(column.says in page for column in figure.columns)
    assert page.count("SO WHAT") == (name != "all true")
    assert foot_of_print(read(content).pages[2]) < 400
    alternatives = read(content).pages[2].get_contents().get_data()
    assert figure.alt.encode("utf-16-be").hex().upper().encode() in alternatives


def test_what_each_pillar_is_held_by_stands_above_the_picture():
    above, ground = SIDES["four weak stones"]()
    page = pages(printed(of(above, stands_on=ground)))[2]
    assert "Leadership mindset: held at 2 by Outcome measurement." in page
    assert "Operational excellence and feedback loops: held at 0 by Continual improvement." in page


def test_the_foundations_report_shows_what_they_carry_or_invites_to_assess_it():
    above, (ground,) = SIDES["two lean"]()
    assert signature(above, (ground,)).title in pages(printed(of(ground, carries=above)))[2]
    alone = pages(printed(of(ground)))[2]
    assert "Nothing is known to stand here yet." in alone
    assert "SO WHAT" in alone


def test_an_assessment_without_foundations_begins_with_its_practices():
    said = pages(printed(answered(GOOD)))[2]
    assert "WHERE YOU STAND" in said
    assert "plumb line" not in said


def test_the_gaps_end_in_what_closes_them():
    said = words(printed(case("mixed").model_copy(update={"previous": None})))
    gaps = said[said.index("DISTANCE TO TARGET") : said.index("A PURPOSE PEOPLE CAN FEEL")]
    assert "What closes each gap" in gaps
    assert "Run as a product Level 1 two answers" in gaps
    assert "CHANGE SINCE" not in said


def test_an_earlier_assessment_without_a_common_question_is_said_to_be_no_comparison():
    previous = case("mixed").previous.model_copy(update={"change": None})
    said = words(printed(case("mixed").model_copy(update={"previous": previous})))
    assert "CHANGE SINCE AUTUMN 2025 No question is common with Autumn 2025" in said
    assert "No question is common to this assessment and Autumn 2025, so the two cannot be compared." in said


def test_practices_that_a_foundation_holds_are_listed_with_it():
    here = case("mixed")
    binding = Binding(holds="confidence", id="itsm-foundations/knowledge", level=1, needs=2)
    practice = here.score.practices["confidence"].model_copy(update={"binding": (binding,)})
    overall = here.score.overall.model_copy(update={"binding": (binding,), "level": 2, "gated_level": 1})
    score = here.score.model_copy(update={"overall": overall, "practices": {**here.score.practices, "confidence": practice}})
    said = words(printed(here.model_copy(update={"score": score})))
    assert "Gated level: 2 by points, held at 1" in said
    assert "Confidence before convenience 2 Knowledge is at level 1, needs 2" in said


def test_a_small_questionnaire_with_a_different_scale_prints_too():
    for here in (answered(GOOD), answered(MIDDLING), answered({}), answered({}, **dict.fromkeys(GOOD, "not_applicable"))):
        assert len(read(printed(here)).pages) >= 4


def test_a_reason_is_printed_with_what_does_not_apply():
    said = words(printed(answered({"ladder": 1}, parts="not_applicable")))
    assert "Does not apply" in said
    assert "Reason: No such thing here." in said


def test_a_long_register_runs_over_many_pages_with_its_head_on_each():
    here = case("mixed")
    many = tuple(here.actions[i % 12].model_copy(update={"number": 9_000 + i, "practice": None}) for i in range(300))
    said = pages(printed(here.model_copy(update={"actions": many})))
    rows = [page for page in said if page.count(" A-9") > 10]
    assert len(rows) > 9
    assert all("No. Action Practice Owner Due Level from, to Status" in page for page in rows)
    assert set(re.findall(r"A-9\d\d\d", "".join(said))) == {a.label for a in many}


@pytest.mark.skipif(
    shutil.which("qpdf") is None and not os.environ.get("PLUMBLINE_REQUIRE_ALL"),
    reason="NOT TESTED: no qpdf on this machine. Install Debian's package `qpdf` to hold the report against another program.",
)
@pytest.mark.parametrize("name", CASES)
def test_another_program_finds_no_fault_in_the_file(name, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(bytes_of(name))
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr

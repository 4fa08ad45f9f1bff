"""A18: no page, report, file, pack or trail of one organisation holds a name, an id or a single figure of another."""

import io
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID
from zipfile import ZipFile

import pytest
from pypdf import PdfReader
from streamlit.testing.v1.element_tree import Block

from assessment import pack_file, peer_packs, service
from assessment.cohorts import PROGRAM
from exports.client_data import write
from exports.pdf.report import build
from improvement.standing import gather
from people.tables import EventRow
from people.work import reading
from tests.assessment.test_peer_packs import KIND
from tests.peers import Taking, community, frozen, inside, shelf
from tests.ui.conftest import NOW, first
from tests.ui.test_act_views import opened, shown

RESULTS = ("home", "results", "benchmark", "practice", "posture", "pitfalls", "claims", "advice")
VIEWS = (*RESULTS, "reports", "register", "organisation", "trail")


class Village(NamedTuple):
    """One who looks, and the others."""

    one: Taking
    others: list[Taking]
    secrets: frozenset[str]
    """Names, ids and unrounded figures of the others, as a page or a file would write them."""


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    with first(tmp_path_factory.mktemp("village")), shelf():
        one, *others = community(60, now=NOW)
        frozen(NOW)
        yield Village(one, others, _secrets(one, others))


def _secrets(one: Taking, others: list[Taking]) -> frozenset[str]:
    own = set(figures(one))
    values = {value for other in others for value in figures(other)} - own
    # Whole numbers and halves stand on every page for other reasons.
    odd = {value for value in values if value.denominator % 3 == 0}
    assert len(odd) > 20
    ids = {str(other.leader.organisation_id) for other in others} | {str(other.assessment.id) for other in others}
    names = {f"Organisation {number} canarypeer" for number in range(1, 60)}
    return frozenset({repr(float(value)) for value in odd} | {f"{value.numerator}/{value.denominator}" for value in odd} | ids | names)


def figures(of: Taking) -> list[Fraction]:
    with reading(of.leader, NOW) as work:
        score = service.result(work, of.assessment.id)
    return [score.overall.index, *(one.index for one in (*score.dimensions.values(), *score.practices.values()))]


def leaked(village: Village, text: str) -> set[str]:
    return {secret for secret in village.secrets if secret in text}


def test_the_search_finds_what_it_looks_for(village: Village):
    other = village.others[0]
    assert leaked(village, f"{other.leader.organisation_id} Organisation 1 canarypeer") != set()


def sent(block: Block) -> Iterator[str]:
    """What goes to the browser, element by element."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from sent(child)
        else:
            yield str(child.proto)


def page(village: Village, view: str) -> str:
    at = shown(view, o=village.one.leader.organisation_id, a=village.one.assessment.id, p="knowledge")
    if view == "benchmark":
        at = opened(at, "table-peers")
    # Tables travel packed.
    tables = (frame.value.to_csv() for frame in (*at.dataframe, *at.table))
    return "\n".join([*sent(at.main), *tables])


@pytest.mark.parametrize("view", VIEWS)
def test_no_page_holds_anything_of_a_peer(village: Village, view: str):
    assert leaked(village, page(village, view)) == set()


def test_what_is_searched_is_what_the_pages_say(village: Village):
    assert "Organisation 0 canarypeer" in page(village, "organisation")
    benchmark = page(village, "benchmark")
    assert "Median of peers" in benchmark
    assert "vega" in benchmark.casefold()


def test_the_benchmark_page_draws_nothing_but_published_marks_and_ones_own(village: Village):
    with reading(village.one.leader, NOW) as work:
        told = gather(work, village.one.assessment.id).peers
    every = {figure for other in (village.one, *village.others) for figure in figures(other)}
    for cohort in told.cohorts:
        for figure in cohort.figures.values():
            shown_marks = [mark for _, mark in figure.marks]
            assert min(every) < min(shown_marks)
            assert max(shown_marks) < max(every)
            assert {q for q, _ in figure.marks} <= {Fraction(1, 4), Fraction(1, 2), Fraction(3, 4)}


def test_no_report_holds_anything_of_a_peer(village: Village):
    out = io.BytesIO()
    with reading(village.one.leader, NOW) as work:
        build(gather(work, village.one.assessment.id), out)
    text = "\n".join(page.extract_text() for page in PdfReader(out).pages)
    assert "median of peers" in text
    assert leaked(village, text) == set()


def test_no_file_of_all_data_holds_anything_of_a_peer(village: Village):
    out = io.BytesIO()
    with reading(inside(village.one.leader), NOW) as work:
        write(work, out)
    archive = ZipFile(out)
    everything = "\n".join(archive.read(name).decode() for name in archive.namelist())
    assert "participation.jsonl" in archive.namelist()
    assert leaked(village, everything) == set()


def test_neither_a_pack_nor_a_trail_holds_anything_of_anybody(village: Village):
    raw = pack_file.write(peer_packs.export(KIND, "Village", NOW)).decode()
    with reading(PROGRAM, NOW) as work:
        events = work.session.scalars(work.select(EventRow)).all()
    freezes = [event for event in events if event.about.startswith("peer_")]
    assert {event.verb for event in freezes} == {"freeze", "pass on"}
    said = raw + str([(event.before, event.after) for event in freezes])
    assert leaked(village, said) == set()
    assert set().union(*(event.after for event in freezes)) == {"questionnaire", "major", "cohort", "organisations"}


def test_a_peers_key_is_in_nothing_that_may_be_told(village: Village):
    with reading(village.one.leader, NOW) as work:
        told = gather(work, village.one.assessment.id).peers.model_dump_json()
    assert all(isinstance(other.leader.organisation_id, UUID) and other.leader.organisation_id.hex not in told for other in village.others)
    assert leaked(village, told) == set()

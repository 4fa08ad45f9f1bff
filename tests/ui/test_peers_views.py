"""Peers on the benchmark page and in the settings, run in this process over real organisations."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment import pack_file, service
from assessment.participation import mark_as_demo, participation
from assessment.peer_model import SizeBand
from assessment.peer_packs import take
from people.model import Person
from people.work import reading, writing
from tests.assessment.test_peer_packs import pack
from tests.peers import QUESTIONS, Taking, assessed, community, founded, frozen, shelf, takes_part
from tests.ui.conftest import NOW, first
from tests.ui.test_act_views import calm, opened, plain, shown


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Person]:
    with first(tmp_path), shelf():
        yield founded("Alone", NOW)


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Taking]]:
    with first(tmp_path_factory.mktemp("sixty")), shelf():
        made = community(60, now=NOW)
        frozen(NOW)
        yield made


def benchmark(one: Taking) -> AppTest:
    return shown("benchmark", o=one.leader.organisation_id, a=one.assessment.id)


def heads(at: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in at.header]


def links_to(at: AppTest) -> list[str]:
    return [one.proto.label for one in at.get("page_link")]


def test_with_two_others_the_page_says_how_many_are_needed_and_what_to_do(alone: Person):
    one, *_ = community(3, now=NOW)
    at = benchmark(one)
    assert "No peer benchmark: 2 comparable organisations, 10 needed" in heads(at)
    assert "Take part, wait until more organisations do, or let the administrator import a benchmark pack." in plain(at)


def test_one_is_an_organisation(alone: Person):
    one, _ = community(2, now=NOW)
    assert "No peer benchmark: 1 comparable organisation, 10 needed" in heads(benchmark(one))


def test_who_does_not_take_part_is_led_to_the_settings(alone: Person):
    community(12, now=NOW)
    frozen(NOW)
    one = Taking(alone, assessed(alone, dict.fromkeys(QUESTIONS, 3), NOW))
    at = benchmark(one)
    assert "No peer benchmark: your organisation does not take part" in heads(at)
    assert "Settings: peer benchmark" in links_to(at)
    assert "chart-peers" not in str(at.session_state)


def test_the_demo_and_a_quick_estimate_are_not_compared(alone: Person):
    quick = Taking(alone, assessed(alone, {"know": 3}, NOW, mode="quick"))
    takes_part(alone, now=NOW)
    assert "No peer benchmark: a quick estimate is not compared" in heads(benchmark(quick))
    other = founded("A demo", NOW)
    writing(other, NOW, mark_as_demo)
    demo = Taking(other, assessed(other, dict.fromkeys(QUESTIONS, 3), NOW))
    assert "No peer benchmark: the demo is never compared" in heads(benchmark(demo))


def test_enough_without_a_snapshot_are_told_to_wait(alone: Person):
    one, *_ = community(12, now=NOW)
    assert "No peer benchmark yet: 10 or more comparable organisations, and no snapshot that may be told" in heads(benchmark(one))


def cells(at: AppTest) -> list[dict[str, str]]:
    (frame,) = [frame.value for frame in opened(at, "table-peers").dataframe]
    return frame.to_dict("records")


def middling(every: list[Taking]) -> Taking:
    """One whose index lies among the others'."""
    for one in every:
        with reading(one.leader, NOW) as work:
            if 45 < service.result(work, one.assessment.id).overall.index < 50:
                return one
    raise LookupError


def test_sixty_show_median_middle_half_and_ones_own_percentile_with_its_band(sixty: list[Taking]):
    at = benchmark(middling(sixty))
    said = plain(at)
    assert "practices" in next(head for head in heads(at) if head.startswith("Above the median of peers in"))
    assert re.search(r"Overall you are at percentile \d+, likely \d+ to \d+\.", said)
    assert "60 organisations, your own among them where it took part by then" in said
    assert "Method 1.0.0" in said
    rows = cells(at)
    assert [row["Index"] for row in rows] == ["Overall", "Ground", "Knowledge", "Catalogue", "Top", "Trust"]
    assert all(row["Median of peers"].isdigit() and "–" in row["Middle half"] for row in rows)
    assert {row["Organisations"] for row in rows} == {"60"}


def test_a_predeclared_filter_is_chosen_where_it_is_published(sixty: list[Taking]):
    at = benchmark(sixty[3])
    (box,) = [box for box in at.selectbox if box.label == "Compared with"]
    assert box.options[0] == "Everybody who takes part"
    at = calm(box.select(box.options[1]).run())
    assert "Size: " in plain(at)
    assert {row["Organisations"] for row in cells(at)} != {"60"}


def test_a_filter_that_is_not_published_says_why(sixty: list[Taking]):
    said = [plain(benchmark(one)) for one in sixty[:12]]
    assert any("Not shown: Sector: " in page for page in said)


def test_an_imported_pack_is_a_benchmark_of_its_own(alone: Person):
    (one,) = community(1, now=NOW)
    take(pack_file.write(pack()), NOW)
    at = benchmark(one)
    assert "Packs: North: 30 organisations, 24 months to 2026-10-01." in plain(at)
    assert [row["Index"] for row in cells(at)] == ["Knowledge", "Catalogue", "Trust"]


def test_a_leader_takes_part_and_withdraws_on_the_settings_page(alone: Person):
    at = shown("organisation", o=alone.organisation_id)
    assert "What never does: your name, your own figures" in plain(at)
    at.toggle[0].set_value(True)
    (size,) = [box for box in at.selectbox if box.label == "Size"]
    assert size.value is None
    size.select(SizeBand.MEDIUM.value)
    press_save(at)
    now = decided(alone)
    assert (now.takes_part, now.facts.filters) == (True, {"size": "medium"})
    assert at.success[0].value == "Your organisation takes part in the peer benchmark."
    at.toggle[0].set_value(False)
    press_save(at)
    assert not decided(alone).takes_part


def press_save(at: AppTest) -> None:
    calm(next(button for button in at.button if button.form_id.startswith("peers-form")).click().run())


def decided(leader: Person):
    with reading(leader, NOW) as work:
        return participation(work)


def test_the_demo_says_on_its_settings_page_that_it_takes_no_part(alone: Person):
    writing(alone, NOW, mark_as_demo)
    at = shown("organisation", o=alone.organisation_id)
    assert "never compared with others" in plain(at)
    assert not at.toggle

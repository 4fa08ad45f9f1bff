"""A18: from all that was ever told of peers, a linear solver pins nobody, not even for a member who knows its own figures."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from assessment import peer_refresh
from scoring import benchmark, disclosure, packs
from scoring.disclosure import blocks
from tests.attacks.peer_histories import Town, lived, opened, town
from tests.peers import community, frozen
from tests.scoring.attacker import insiders, pinned

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Town:
    return town(tmp_path_factory.mktemp("town"))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10**6))
def test_whoever_joins_and_leaves_nothing_stored_sets_fewer_than_five_apart(place: Town, seed: int):
    for told in lived(place, seed).values():
        releases = [release for release, _ in told]
        assert all(len(block) >= 5 for block in blocks(releases).values())
        for release, histogram in told:
            assert release.organisations > 10
            assert all(benchmark.publishable(q, release.organisations) for q in release.marks)
            assert histogram is None or min(histogram.counts) >= 5


def caught(place: Town, seeds: range) -> int:
    every = [told for seed in seeds for told in lived(place, seed).values() if told]
    return sum(pinned(told) or any(pinned(told, who) for who in insiders(told)) for told in every)


def test_a_solver_over_all_that_was_stored_pins_nobody(place: Town):
    assert caught(place, range(6)) == 0


def suppressed(monkeypatch: pytest.MonkeyPatch, *rules: str) -> None:
    for module in (disclosure, packs):
        for rule in rules:
            monkeypatch.setattr(module, rule, lambda *_: True)


def test_without_the_rules_on_blocks_the_same_solver_pins_somebody(place: Town, monkeypatch: pytest.MonkeyPatch):
    suppressed(monkeypatch, "apart", "spread")
    assert caught(place, range(6)) > 0


def test_without_the_least_size_the_engine_itself_refuses_ten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(peer_refresh, "OTHERS", 0)
    with opened(tmp_path / "ten.db"):
        community(10, says=False)
        with pytest.raises(IntegrityError, match="ck_peer_release_organisations"):
            frozen()


def holding(words: str) -> set[str]:
    """The modules of the rooms above the people's that say this."""
    rooms = ("assessment", "improvement", "exports", "ui", "api", "cli")
    files = (file for room in rooms for file in (ROOT / room).rglob("*.py"))
    return {str(file.relative_to(ROOT)) for file in files if words in file.read_text("utf-8")}


def test_one_module_reads_across_organisations_and_two_are_given_what_it_finds():
    # The other one counts assessments for the administrator.
    assert holding("AssessmentRow.organisation_id") == {"assessment/cohorts.py", "assessment/counting.py"}
    assert holding("col(ResultRow.") == {"assessment/cohorts.py", "assessment/store.py"}
    assert holding("cohorts.population(") == {"assessment/peer_refresh.py", "assessment/peer_packs.py"}
    assert holding("cohorts.others(") == {"assessment/peers.py"}

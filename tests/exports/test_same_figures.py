"""Score, page and PDF show the same figures, for 50 random profiles of both questionnaires.

One profile is an answers file for `plumbline score`, and the same answers recorded, finalised and gathered in a database. Its published
JSON is rounded here by arithmetic of this file's own. The page and the PDF have to show exactly that: index or range and level of the
whole, of each dimension and of each practice, and what the foundations leave of the level. Five of the fifty go through the command
itself, the whole results page with its tables open, and each practice's page on paper; the others through `published`, the words and
figures that the page is made of, and the report's summary and position.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any
from uuid import UUID

import pytest
from typer.testing import CliRunner

from assessment import answering_service as answering
from assessment import service as assessments
from assessment.model import Annotation, Start
from cli.main import app
from improvement.standing import gather
from people import service as people
from people.model import FunctionKind, Organisation, Person
from people.work import Work, reading, writing
from questionnaires import library
from questionnaires.model import Questionnaire
from questionnaires.reader import canonical_json, read_answers
from scoring.maturity import score
from scoring.published import foundations as levels_in
from scoring.published import published
from storage.database import Database, use
from storage.migrate import migrate
from tests.exports.displayed import Figures, held_at_on_page, on_page, on_paper, on_whole_page
from tests.exports.profiles import Profile, random_profile
from tests.exports.standings import at_level

NOW = datetime.now(UTC)
PROFILES = 50
WHOLE = (0, 11, 22, 27, 44)
"""Full and quick ones of both questionnaires."""
PERIOD = {"starts": date(2025, 7, 1), "ends": date(2026, 6, 30)}
GROUNDS = ("none", "weak", "uneven", "strong")
"""Organisations, by the foundations that their IT has."""
PILLARS, FOUNDATIONS = "three-pillars", "itsm-foundations"
SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TOLD_FROM = Fraction(4, 5)


def rounded(number: float | Fraction, places: int) -> str:
    """Half up, from the exact value behind a float."""
    exact = Fraction(number).limit_denominator(10**6)
    with localcontext() as context:
        context.prec = 60
        return str((Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def is_told(one: Mapping[str, Any]) -> bool:
    return one["index"] is not None and Fraction(one["completeness"]).limit_denominator(10**6) >= TOLD_FROM


def span(low: object, high: object) -> str:
    return f"{low}" if low == high else f"{low}–{high}"


def index_of(one: Mapping[str, Any], places: int) -> str:
    return rounded(one["index"], places) if is_told(one) else span(rounded(one["low"], 0), rounded(one["high"], 0))


def level_of(one: Mapping[str, Any]) -> str:
    if one["level_low"] is None:
        return "–"
    return str(one["level"]) if is_told(one) and one["level"] is not None else span(one["level_low"], one["level_high"])


def gated_of(questionnaire: Questionnaire, whole: Mapping[str, Any]) -> str:
    """What the foundations leave of the level, in words; empty where there is no level."""
    if whole["level"] is None:
        return ""
    missing = [binding["id"] for binding in whole["binding"] if binding["level"] is None]
    if missing:
        names = ["ITSM Foundations" if "/" in reference else named(questionnaire, reference) for reference in missing]
        return f"not determinable: {joined(list(dict.fromkeys(names)))} not assessed"
    if whole["gated_level"] < whole["level"]:
        return f"{level_of(whole)} by points, held at {whole['gated_level']}"
    if held := len({binding["holds"] for binding in whole["binding"]}):
        return f"{SPELLED[held]} practice{'' if held == 1 else 's'} held back"
    return "carried by its foundations"


def as_scored(profile: Profile, said: Mapping[str, Any]) -> Figures:
    """The published JSON as it has to be displayed."""
    whole, content = said["overall"], profile.questionnaire
    low, high = rounded(whole["low"], 0), rounded(whole["high"], 0)
    shown_dimensions = {d.title: said["dimensions"][d.id] for d in content.dimensions if said["dimensions"][d.id]["low"] is not None}
    shown_practices = {p.title: said["practices"][p.id] for p in content.practices.values() if p.id in said["practices"]}
    return Figures(
        index=index_of(whole, 0),
        bounds="" if low == high else f"between {low} and {high}",
        level=level_of(whole),
        gated=gated_of(content, whole),
        dimensions={title: (index_of(one, 1), level_of(one)) for title, one in shown_dimensions.items()},
        practices={title: (index_of(one, 1), level_of(one)) for title, one in shown_practices.items() if one["low"] is not None},
        held={title: words for title, one in shown_practices.items() if (words := held_by(content, one))},
    )


def held_by(questionnaire: Questionnaire, one: Mapping[str, Any]) -> str:
    """`Knowledge management is at level 1, needs 3` for each foundation of which the level is known."""
    known = [
        f"{named(questionnaire, binding['id'])} is at level {binding['level']}, needs {binding['needs']}"
        for binding in one["binding"]
        if binding["level"] is not None
    ]
    return joined(known)


def held_at(profile: Profile, said: Mapping[str, Any]) -> Mapping[str, int]:
    """The level at which each practice is held, where all that it needs is known."""
    titles = {p.id: p.title for p in profile.questionnaire.practices.values()}
    return {titles[p]: one["gated_level"] for p, one in said["practices"].items() if one["binding"] and one["gated_level"] is not None}


def named(questionnaire: Questionnaire, reference: str) -> str:
    own = questionnaire.practices.get(reference)
    return f"“{own.title}”" if own else library.load(FOUNDATIONS).practices[reference.removeprefix(f"{FOUNDATIONS}/")].title


def joined(words: Sequence[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"


@dataclass(frozen=True)
class Ground:
    """An organisation whose IT has such foundations, or none."""

    organisation: Organisation
    leader: Person
    result: str
    """The published result of its foundations; empty where there are none."""


@pytest.fixture(scope="module")
def grounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Ground]]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('figures')}/plumbline.db")
    migrate(database)
    with use(database):
        person = people.begin(NOW)
        yield {name: found(person, name) for name in GROUNDS}
    database.close()


def found(person: Person, name: str) -> Ground:
    organisation = writing(person, NOW, lambda work: people.create_organisation(work, name.title(), "Europe/London", "EUR"))
    leader = people.acting_for(person, organisation.id)
    it = writing(leader, NOW, lambda work: people.create_function(work, "IT", FunctionKind.IT))
    profile = under(name)
    if profile is None:
        return Ground(organisation, leader, "")
    writing(leader, NOW, lambda work: finalised(work, profile, it.id))
    return Ground(
        organisation, leader, json.dumps(published(score(profile.questionnaire, read_answers(profile.file(), profile.questionnaire))))
    )


def under(name: str) -> Profile | None:
    """Foundations of which everything is answered at one level, or at another level in each practice."""
    if name == "none":
        return None
    asked = library.load(FOUNDATIONS)
    answers: dict[str, Mapping[str, Any]] = {}
    for place, practice in enumerate(asked.practices.values()):
        level = {"weak": 1, "uneven": place % 5, "strong": 5}[name]
        answers |= {question.id: {"value": plain(at_level(question, level))} for question in practice.questions}
    return Profile(asked, "full", answers)


def plain(value: object) -> object:
    if isinstance(value, Fraction):
        return float(value)
    return list(value) if isinstance(value, tuple) else value


def finalised(work: Work, profile: Profile, function_id: UUID) -> UUID:
    """The profile, answered as in the browser and made final."""
    asked = {"questionnaire": profile.questionnaire.id, "function_id": function_id, "name": "Any", "mode": profile.mode}
    made = assessments.start(work, Start.model_validate(asked | PERIOD)).id
    for question, given in profile.given().items():
        answering.record_answer(work, made, question, given)
        if evidence := profile.answers[question].get("evidence"):
            answering.annotate(work, made, question, Annotation(evidence=evidence))
    assessments.finalise(work, made)
    return made


def by_command(profile: Profile, ground: Ground, folder: Path) -> Mapping[str, Any]:
    """What `plumbline score --json` prints."""
    asked, answers, result = folder / "asked.json", folder / "answers.json", folder / "ground.json"
    asked.write_text(canonical_json(profile.questionnaire))
    answers.write_text(profile.file())
    result.write_text(ground.result)
    options = ["--foundations", str(result)] if ground.result and profile.questionnaire.id == PILLARS else []
    done = CliRunner().invoke(app, ["score", str(asked), str(answers), "--json", *options])
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def by_published(profile: Profile, ground: Ground) -> Mapping[str, Any]:
    responses = read_answers(profile.file(), profile.questionnaire)
    known = levels_in(ground.result, "ground") if ground.result else {}
    return json.loads(json.dumps(published(score(profile.questionnaire, responses.model_copy(update={"foundations": known})))))


def drawn(seed: int) -> tuple[Profile, str]:
    """The profile of a number, and in whose organisation it is: every fourth a quick one, every third of the foundations themselves."""
    random = Random(seed)  # noqa: S311 - the same fifty each time
    asked = library.load(FOUNDATIONS if seed % 3 == 2 else PILLARS)
    return random_profile(random, asked, "quick" if seed % 4 == 3 else "full"), random.choice(GROUNDS)


@pytest.mark.parametrize("seed", range(PROFILES))
def test_score_page_and_paper_show_the_same_figures(grounds: Mapping[str, Ground], tmp_path: Path, seed: int):
    profile, name = drawn(seed)
    ground = grounds[name]
    function = writing(ground.leader, NOW, lambda work: people.create_function(work, f"Site {seed}", FunctionKind.FACILITIES))
    made = writing(ground.leader, NOW, lambda work: finalised(work, profile, function.id))
    with reading(ground.leader, NOW) as work:
        standing = gather(work, made)
    said = by_command(profile, ground, tmp_path) if seed in WHOLE else by_published(profile, ground)
    wanted = as_scored(profile, said)
    assert on_page(standing) == wanted
    assert held_at_on_page(standing) == held_at(profile, said)
    assert on_paper(standing, every_page=seed in WHOLE) == wanted
    if seed in WHOLE:
        assert on_whole_page(made, ground.organisation.id, wanted.held) == wanted


def test_the_fifty_are_of_every_sort(grounds: Mapping[str, Ground]):
    every = [(profile, as_scored(profile, by_published(profile, grounds[name]))) for profile, name in map(drawn, range(PROFILES))]
    assert {(profile.questionnaire.id, profile.mode) for profile, _ in every} == {
        (questionnaire, mode) for questionnaire in (PILLARS, FOUNDATIONS) for mode in ("quick", "full")
    }
    gated = {shown.gated for _, shown in every}
    for sort in ("", "carried by its foundations", "not determinable: ITSM Foundations not assessed"):
        assert sort in gated
    assert any(" held at " in words for words in gated)
    assert {"–" in shown.index for _, shown in every} == {True, False}, "ranges where too little is answered, and points"
    assert {bool(shown.bounds) for _, shown in every} == {True, False}
    assert {bool(shown.held) for _, shown in every} == {True, False}

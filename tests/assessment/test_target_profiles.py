"""Target profiles: who keeps them, what they may say, and who was first where two change one."""

from datetime import date

import pytest

from assessment import answering_service as answering
from assessment import service, target_profiles
from assessment.meanwhile import Overtaken
from assessment.model import Aims, Assessment, Given, Start
from assessment.service import NotReady
from assessment.tables import TargetProfileRow
from assessment.target_profiles import RefusedProfile
from ground.errors import Conflict, NotFound
from people.model import Denied
from people.work import Work
from questionnaires import library
from tests.cast import NOW, Cast

PILLARS = library.load("three-pillars")
WHY = "The board wants every practice to work everywhere by 2027."


def aims(name: str = "By 2027", level: int = 4, reason: str = WHY, **other: int) -> Aims:
    levels = dict.fromkeys(PILLARS.practices, level) | {practice.replace("_", "-"): at for practice, at in other.items()}
    return Aims(name=name, reason=reason, levels=levels)


@pytest.fixture
def open_one(work: Work, cast: Cast) -> Assessment:
    period = {"starts": date(2025, 9, 1), "ends": date(2026, 2, 28)}
    return service.start(work, Start(questionnaire="three-pillars", function_id=cast.it.id, name="Spring", **period))


def test_a_profile_is_kept_with_its_reason_and_who_set_it(work: Work, cast: Cast):
    made = target_profiles.create(work, PILLARS, aims(autonomy=2))
    (kept,) = target_profiles.profiles(work, "three-pillars")
    assert kept == made
    assert (kept.name, kept.reason, kept.set_by, kept.set_at) == ("By 2027", WHY, cast.asha.id, NOW)
    assert kept.levels == dict.fromkeys(PILLARS.practices, 4) | {"autonomy": 2}
    assert target_profiles.profiles(work, "itsm-foundations") == ()


def test_profiles_stand_in_the_order_of_their_names(work: Work):
    for name in ("two years", "By 2027", "a start"):
        target_profiles.create(work, PILLARS, aims(name))
    assert [one.name for one in target_profiles.profiles(work, "three-pillars")] == ["a start", "By 2027", "two years"]


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (aims(reason="  "), "Say why these levels are the right ones"),
        (aims(autonomy=6), "a level from 0 to 5"),
        (aims(unheard_of=3), "Give every practice"),
        (Aims(name="One", reason=WHY, levels={"autonomy": 3}), "Give every practice"),
    ],
)
def test_what_a_profile_cannot_say_is_refused_with_what_to_do(work: Work, said: Aims, sentence: str):
    kept = target_profiles.create(work, PILLARS, aims("Kept"))
    with pytest.raises(RefusedProfile, match=sentence):
        target_profiles.create(work, PILLARS, said)
    with pytest.raises(RefusedProfile, match=sentence):
        target_profiles.change(work, PILLARS, kept, said)
    assert target_profiles.profiles(work, "three-pillars") == (kept,)


def test_a_name_belongs_to_one_profile_of_a_questionnaire(work: Work):
    first = target_profiles.create(work, PILLARS, aims())
    second = target_profiles.create(work, PILLARS, aims("Later", 5))
    assert target_profiles.create(work, PILLARS, aims()) == first, "the same twice counts once"
    with pytest.raises(RefusedProfile, match=r"already\. Change that one"):
        target_profiles.create(work, PILLARS, aims(level=2))
    with pytest.raises(RefusedProfile, match="another target profile “By 2027”"):
        target_profiles.change(work, PILLARS, second, aims())
    foundations = library.load("itsm-foundations")
    other = Aims(name="By 2027", reason=WHY, levels=dict.fromkeys(foundations.practices, 3))
    assert target_profiles.create(work, foundations, other).name == "By 2027"


def test_who_looked_at_an_older_profile_learns_what_stands_there_and_changes_nothing(work: Work, as_actor, cast: Cast):
    seen = target_profiles.create(work, PILLARS, aims())
    tom = as_actor(cast.tom)
    changed = target_profiles.change(tom, PILLARS, seen, aims(level=3))
    assert (changed.row_version, changed.set_by) == (2, cast.tom.id)
    with pytest.raises(Overtaken, match=r"Tom changed this at 15:30\. Look at it again") as conflict:
        target_profiles.change(work, PILLARS, seen, aims(level=5))
    assert conflict.value.there == changed
    with pytest.raises(Overtaken, match="Tom changed this"):
        target_profiles.drop(work, seen)
    assert target_profiles.change(work, PILLARS, seen, aims(level=3)) == changed, "the same twice counts once"
    assert target_profiles.profiles(work, "three-pillars") == (changed,)


def test_a_dropped_profile_leaves_the_targets_that_began_with_it(work: Work, open_one: Assessment):
    kept = target_profiles.create(work, PILLARS, aims())
    service.set_targets(work, open_one.id, kept.levels)
    target_profiles.drop(work, kept)
    assert target_profiles.profiles(work, "three-pillars") == ()
    assert set(service.get(work, open_one.id).targets.values()) == {4}
    with pytest.raises(NotFound):
        target_profiles.change(work, PILLARS, kept, aims())


def test_the_trail_tells_what_a_profile_said_before_and_after(work: Work):
    kept = target_profiles.create(work, PILLARS, aims())
    row = work.get(TargetProfileRow, kept.id)
    target_profiles.drop(work, target_profiles.change(work, PILLARS, kept, aims(level=3)))
    happened = sorted(work.session.scalars(work.trail(row)), key=lambda event: event.number)
    told = [tuple(said and set(said["levels"].values()) for said in (event.before, event.after)) for event in happened]
    assert [event.verb for event in happened] == ["create", "update", "delete"]
    assert told == [(None, {4}), ({4}, {3}), ({3}, None)]


@pytest.mark.parametrize("who", ["chitra", "vera"])
def test_those_who_may_only_look_keep_none(work: Work, as_actor, cast: Cast, who: str):
    kept = target_profiles.create(work, PILLARS, aims())
    looking = as_actor(getattr(cast, who))
    assert target_profiles.profiles(looking, "three-pillars") == (kept,)
    for act in (
        lambda: target_profiles.create(looking, PILLARS, aims("Mine")),
        lambda: target_profiles.change(looking, PILLARS, kept, aims("Mine")),
        lambda: target_profiles.drop(looking, kept),
    ):
        with pytest.raises(Denied):
            act()


def test_another_organisation_sees_and_changes_none(work: Work, as_actor, cast: Cast):
    kept = target_profiles.create(work, PILLARS, aims())
    dev = as_actor(cast.dev)
    assert target_profiles.profiles(dev, "three-pillars") == ()
    with pytest.raises(NotFound):
        target_profiles.drop(dev, kept)


def test_an_open_assessment_aims_elsewhere_unless_somebody_was_first(work: Work, as_actor, cast: Cast, open_one: Assessment):
    theirs = service.set_targets(as_actor(cast.tom), open_one.id, {"autonomy": 4}, open_one.row_version)
    assert service.set_targets(work, open_one.id, {"autonomy": 4}, open_one.row_version) == theirs, "the same twice counts once"
    with pytest.raises(Conflict, match=r"Tom changed this at 15:30\."):
        service.set_targets(work, open_one.id, {"autonomy": 5}, open_one.row_version)
    assert service.get(work, open_one.id).targets["autonomy"] == 4


def test_the_targets_of_a_final_assessment_stay(work: Work, open_one: Assessment):
    answering.record_answer(work, open_one.id, "autonomy-design", Given(value=3))
    service.finalise(work, open_one.id)
    with pytest.raises(NotReady, match="Reopen it to aim elsewhere"):
        service.set_targets(work, open_one.id, {"autonomy": 4})

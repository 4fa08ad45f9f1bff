"""The organisation's target profiles for one questionnaire: what they say, a new one, a change, and aiming at one."""

import streamlit as st

from assessment import service, target_profiles
from assessment.meanwhile import Overtaken
from assessment.model import Aims, Assessment, TargetProfile
from exports.words.numbers import start
from exports.words.targets import levels_words, profile_words
from ground.errors import Conflict
from improvement.standing_model import Standing
from people.work import Work
from questionnaires import library
from questionnaires.model import Questionnaire
from ui.parts import frame, session, target_fields
from ui.parts.markdown import escaped
from ui.parts.measure_forms import do, told

_HERE, _NEW = "target-profiles", "new"
_CAPTION = "What each practice is to reach, under a name: to begin an assessment with, and to hold a result against."


def show(standing: Standing) -> None:
    """Those that are kept, each with what may be done with it; then the form for another."""
    # An assessment may run on a questionnaire that the library no longer has: nothing new can be aimed at there.
    asked = next((one for one in library.published() if one.id == standing.assessment.questionnaire), None)
    frame.section("Your target profiles", _CAPTION)
    told(_HERE)
    for profile in standing.target_profiles:
        _profile(standing, asked, profile)
    if not standing.target_profiles:
        frame.nothing_here("No target profile yet", "Name what you want to reach, and say why. The next assessment can begin with it.")
    if asked and session.may("target_profile", "create"):
        _form(standing, asked, None)


def _profile(standing: Standing, asked: Questionnaire | None, profile: TargetProfile) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{escaped(profile.name)}**: {escaped(start(levels_words(profile.levels.values())))}.")
        frame.meta(escaped(profile_words(standing, profile)))
        if _may_aim(standing, profile):
            done = (_HERE, f"“{escaped(standing.assessment.name)}” aims at “{escaped(profile.name)}” now.")
            st.button(
                "Aim at it in this assessment",
                key=f"aim-{profile.id}",
                on_click=do,
                args=(lambda work: _aim(work, standing.assessment, profile), done),
            )
        if asked and session.may("target_profile", "update"):
            _form(standing, asked, profile)


def _may_aim(standing: Standing, profile: TargetProfile) -> bool:
    differs = any(profile.levels.get(practice, level) != level for practice, level in standing.assessment.targets.items())
    return differs and not standing.is_final and session.may("assessment", "update")


def _aim(work: Work, assessment: Assessment, profile: TargetProfile) -> None:
    wanted = {practice: level for practice, level in profile.levels.items() if practice in assessment.targets}
    service.set_targets(work, assessment.id, wanted, assessment.row_version)


def _form(standing: Standing, asked: Questionnaire, profile: TargetProfile | None) -> None:
    form = f"profile:{asked.id}:{profile.id if profile else _NEW}"
    panel = st.expander(
        "Change it" if profile else "New target profile",
        icon=":material/tune:" if profile else ":material/add:",
        key=f"open:{form}",
        on_change="rerun",
    )
    if panel.open:
        with panel:
            _fields(standing, asked, profile, form)


def _fields(standing: Standing, asked: Questionnaire, profile: TargetProfile | None, form: str) -> None:
    begin = {practice: standing.assessment.targets.get(practice, asked.lowest) for practice in asked.practices}
    st.session_state.setdefault(f"{form}/name", profile.name if profile else "")
    st.session_state.setdefault(f"{form}/reason", profile.reason if profile else "")
    keys = (f"{form}/name", f"{form}/reason", *target_fields.keys(asked, form))
    with st.form(f"form:{form}", border=False):
        st.text_input("Name", key=keys[0], placeholder="By the end of 2027")
        st.text_input("Why are these levels the right ones?", key=keys[1])
        target_fields.show(asked, begin | dict(profile.levels if profile else {}), form)
        done = (_HERE, "The target profile is kept.")
        st.form_submit_button("Save the profile", on_click=do, args=(lambda work: _save(work, asked, profile, form), done, *keys))
    if profile and session.may("target_profile", "delete"):
        done = (_HERE, "The target profile is gone. Assessments that began with it keep their targets.")
        st.button("Delete it", key=f"drop:{form}", on_click=do, args=(lambda work: _drop(work, profile), done))


def _save(work: Work, asked: Questionnaire, profile: TargetProfile | None, form: str) -> None:
    said = {"name": st.session_state[f"{form}/name"], "reason": st.session_state[f"{form}/reason"]}
    aims = Aims.model_validate(said | {"levels": target_fields.chosen(asked, form)})
    if profile is None:
        target_profiles.create(work, asked, aims)
        return
    try:
        target_profiles.change(work, asked, profile, aims)
    except Overtaken as conflict:
        raise _told(conflict, "Yours is still in the form; compare, then save again.") from conflict


def _drop(work: Work, profile: TargetProfile) -> None:
    try:
        target_profiles.drop(work, profile)
    except Overtaken as conflict:
        raise _told(conflict, "It stays so until you decide again.") from conflict


def _told(conflict: Overtaken[TargetProfile], then: str) -> Conflict:
    theirs = conflict.there
    now = f": “{theirs.name}”, {levels_words(theirs.levels.values())}, because “{theirs.reason.rstrip('.')}”" if theirs else ""
    return Conflict(f"{conflict.happened}{now}. {then}")

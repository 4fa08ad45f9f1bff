"""What an open assessment aims at, changed after its start."""

import streamlit as st

from assessment import service
from improvement.standing_model import Standing
from people.work import Work
from questionnaires.model import Questionnaire
from ui.parts import frame, session, target_fields
from ui.parts.measure_forms import do, told

_HERE = "open-targets"


def show(standing: Standing) -> None:
    """Nothing once it is final: its report stands on its targets."""
    told(_HERE)
    if standing.is_final or not session.may("assessment", "update"):
        return
    panel = st.expander("Change this assessment’s targets", icon=":material/flag:", key="open-targets", on_change="rerun")
    if panel.open:
        with panel:
            _form(standing)


def _form(standing: Standing) -> None:
    asked, now = standing.questionnaire, standing.assessment
    form = f"aims:{now.id}"
    frame.meta("They hold for this assessment alone. Once it is final they stay as they are.")
    with st.form(f"form:{form}", border=False):
        target_fields.show(asked, now.targets, form)
        done = (_HERE, "The targets are saved.")
        keys = target_fields.keys(asked, form)
        st.form_submit_button("Save the targets", on_click=do, args=(lambda work: _save(work, standing, asked, form), done, *keys))


def _save(work: Work, standing: Standing, asked: Questionnaire, form: str) -> None:
    service.set_targets(work, standing.assessment.id, target_fields.chosen(asked, form), standing.assessment.row_version)

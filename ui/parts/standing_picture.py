"""The pillars on their foundations: as issued, like all else on the page, or judged on today's where those are newer."""

import streamlit as st

from exports import figures
from improvement.standing_model import Standing
from ui.parts import figure

TODAY, ISSUED = "Today\u2019s foundations", "As issued"


def show(standing: Standing) -> None:
    """Nothing for an assessment that neither rests on another nor carries one."""
    issued, today = figures.signature_of(standing), figures.renewed_signature(standing)
    if today is None:
        if issued is not None:
            figure.show(issued, "signature")
        return
    # What the page says above is as issued.
    first = TODAY if standing.is_judged_today_alone else ISSUED
    chosen = st.segmented_control(
        "Judged on", [ISSUED, TODAY], default=first, required=True, format_func=lambda one: f":violet[{one}]", key="judged-on"
    )
    figure.show(today if chosen == TODAY or issued is None else issued, "signature")

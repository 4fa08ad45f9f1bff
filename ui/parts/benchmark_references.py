"""Beside what others have reported: published figures next to the own newest reading, never as a place among them."""

import streamlit as st

from exports.words.references import CAPTION, NONE_FITS, own_words, references_finding, reported
from improvement.standing_model import Standing
from people import links
from ui.parts import frame, measure_references, places
from ui.parts.markdown import escaped


def show(standing: Standing) -> None:
    """The measures of this questionnaire that somebody has published a figure of."""
    found = reported(standing)
    frame.section(escaped(references_finding(standing)), CAPTION if found else NONE_FITS)
    for one, figures in found:
        with st.container(gap="xsmall"):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                places.link(f":blue[**{escaped(one.measure.title)}**]", links.measure(one.function_id, one.measure.id))
                st.markdown(f"**{escaped(own_words(one))}**" if one.newest else f":gray[{own_words(one)}]", width="content")
            measure_references.figures(figures)

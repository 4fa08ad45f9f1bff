"""Why this number?, for one practice: the sum written out, every term, the climb, and what was left out."""

import streamlit as st

from improvement.standing_model import Standing
from ui.parts import frame, why_words
from ui.parts.markdown import escaped


def show(standing: Standing, practice: str) -> None:
    """A closed expander, whose body is built only when it is open."""
    why = st.expander("Why this number?", icon=":material/calculate:", key=f"why-{practice}", on_change="rerun")
    if why.open:
        with why, st.container(gap="small"):
            _index(standing, practice)
            _level(standing, practice)


def _index(standing: Standing, practice: str) -> None:
    score = standing.score.practices[practice]
    st.markdown(f"**The index.** {why_words.weights(score)}  \n{why_words.written_out(score)}")
    rows = why_words.term_lines(standing, practice)
    table = [{"Question and answer": f"**{r.question}**  \n{r.answer}", "Weight × attained": r.times, "Points": r.points} for r in rows]
    st.table(table, border="horizontal", hide_index=True)
    st.markdown("Points are shown to one decimal; the sum is made of exact fractions.")
    for text in (why_words.range_words(score), why_words.exclusion_words(score), why_words.evidence_words(score)):
        if text:
            st.markdown(escaped(text))


def _level(standing: Standing, practice: str) -> None:
    st.markdown(f"**The level.** {why_words.level_rule(standing, practice)} {why_words.knockout_words(standing, practice)}")
    if standing.assessment.mode == "full":
        climb = [{"Level": c.level, "Attained": c.attained, "Counts": c.counts} for c in why_words.climb(standing, practice)]
        st.table(climb, border="horizontal", hide_index=True)
    title, version = escaped(standing.questionnaire.title), standing.score.version
    frame.meta(f"Method {escaped(standing.score.method)}. {title}, version {version}.")

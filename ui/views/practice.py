"""One practice: what was seen, what to keep, what the next level needs, why its number is so, and what is done about it."""

import streamlit as st

from assessment import service
from exports import figures
from exports.words.agreement import gap_words
from exports.words.gates import lay_under, rests_words
from exports.words.practice import Seen, next_step, practice_finding, strengths, weak_points
from ground.errors import NotFound
from improvement.standing import gather
from improvement.standing_model import Advice, Standing
from people import links
from ui.parts import change_since, figure, footing, frame, picked, places, practice_actions, practice_words, session, sheet, why
from ui.parts.advice_words import brings, takes
from ui.parts.markdown import escaped


def page() -> None:
    """The practice and the assessment that the address names."""
    with session.reading() as work:
        standing = gather(work, service.get(work, sheet.identifier(st.query_params.get("a", ""))).id)
        practice = st.query_params.get("p", "")
        if practice not in standing.score.practices or practice not in standing.questionnaire.practices:
            raise NotFound("practice")
    with frame.page():
        places.link("Results", links.results(standing.assessment.id), icon=":material/arrow_back:")
        _head(standing, practice)
        footing.of_practice(standing, practice)
        figure.show(figures.level_bar(standing, practice), f"levels-{practice}")
        _seen(standing, practice)
        _spread(standing, practice)
        change_since.of_practice(standing, practice)
        _so_what(standing, practice)
        why.show(standing, practice)
        practice_actions.show(standing, practice)
        _guidance(standing, practice)


def _head(standing: Standing, practice: str) -> None:
    title = standing.questionnaire.practices[practice].title
    summary = escaped(standing.questionnaire.practices[practice].summary)
    lead = f"{practice_words.stands(standing, practice)} {summary}  \n{picked.about(standing.assessment, standing.function)}"
    frame.head(f"Practice · {escaped(title)}", escaped(practice_finding(standing, practice)), lead)


def _seen(standing: Standing, practice: str) -> None:
    left, right = st.columns(2, gap="large")
    with left:
        _list("What we saw", weak_points(standing, practice), "Nothing falls short.")
        _list("Keep", strengths(standing, practice), "Nothing is at the target yet.")
        level, needs = next_step(standing, practice)
        if needs:
            frame.section(f"Level {level} needs")
            st.markdown("\n".join(f"- {escaped(need)}" for need in needs))
    with right:
        figure.show(figures.bars(standing, practice), f"bars-{practice}")
        if not standing.is_final:
            places.link("Change the answers", links.answer(standing.assessment.id, practice), icon=":material/edit:")


def _spread(standing: Standing, practice: str) -> None:
    """Only where several people answered."""
    spread = figures.spreads(standing, practice)
    if spread is None:
        return
    with st.container(key="spread"):
        figure.show(spread, f"spread-{practice}")
        for sentence in gap_words(standing, practice):
            st.markdown(escaped(sentence))


def _list(title: str, seen: tuple[Seen, ...], nothing: str) -> None:
    frame.section(title)
    st.markdown("\n".join(_point(one) for one in seen) if seen else f":gray[{nothing}]")


def _point(seen: Seen) -> str:
    evidence = " :small[:green[evidence seen]]" if seen.evidenced else ""
    return f"- {escaped(seen.text)} :gray[→] {escaped(seen.answer)}{evidence}"


def _so_what(standing: Standing, practice: str) -> None:
    first = next((a for a in standing.ten if a.practice == practice), None) or next(
        (a for a in standing.advice if a.practice == practice), None
    )
    lay = lay_under(standing, practice)
    own = _start_with(standing, first, lay) if first and first.applies else ""
    if lay or own:
        frame.so_what(escaped(f"{lay} {own}".strip()))


def _start_with(standing: Standing, first: Advice, lay: str) -> str:
    takes_and_brings = f"It takes {takes(standing, first)} and {brings(standing, first)}."
    if lay:
        return f"Then start here with “{first.action.title}”. {takes_and_brings}"
    return f"Start here with “{first.action.title}”. {takes_and_brings} {rests_words(standing, first)}"


def _guidance(standing: Standing, practice: str) -> None:
    guidance = st.expander("How good practice looks here", icon=":material/menu_book:", key=f"guidance-{practice}", on_change="rerun")
    if guidance.open:
        with guidance:
            st.markdown(practice_words.paragraphs(standing.questionnaire.practices[practice].guidance))

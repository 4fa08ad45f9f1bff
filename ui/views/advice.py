"""What to do, in which order and why: the recommended actions of a result, and what they would bring."""

from collections.abc import Sequence

import streamlit as st

from exports.words.gates import today_first
from exports.words.numbers import count, counted, start
from ground.errors import NotFound
from improvement import service as register
from improvement.advice import why_none
from improvement.standing import gather
from improvement.standing_model import Advice, Lift, Standing
from people import links
from ui.parts import accepting, advice_rows, advice_words, frame, picked, places, session
from ui.parts.markdown import escaped

_ORDER = "First what holds a level back, then what lifts the index most for each day of effort."


def page() -> None:
    """Of the assessment in the address; of one practice where the address names it."""
    with session.reading() as work:
        shown = picked.assessment(work)
        standing = gather(work, shown.id) if shown else None
        _require(standing, st.query_params.get("p", ""))
        ids = [] if standing is None else advice_rows.chosen(standing)
        together = register.preview(work, standing.assessment.id, ids) if standing and len(ids) > 1 else None
    with frame.page():
        if standing is None:
            picked.none_yet("Recommended actions", "What to do")
            return
        places.link("Results", links.results(standing.assessment.id), icon=":material/arrow_back:")
        _page(standing, st.query_params.get("p", ""), together)


def _require(standing: Standing | None, practice: str) -> None:
    if standing and practice and practice not in standing.questionnaire.practices:
        raise NotFound("practice")


def _page(standing: Standing, practice: str, together: Lift | None) -> None:
    offered = [one for one in standing.advice if not practice or one.practice == practice]
    _head(standing, practice, offered)
    _said()
    if not practice and (lay := today_first(standing)):
        frame.so_what(escaped(lay))
    if not offered:
        frame.nothing_here("Nothing to recommend here", escaped(why_none(standing.score)))
        return
    _answer_first(standing, practice, offered)
    if together:
        _together(standing, together)
    advice_rows.show(standing, offered)


def _answer_first(standing: Standing, practice: str, offered: Sequence[Advice]) -> None:
    if any(one.applies for one in offered):
        return
    if standing.is_final:
        if session.may("assessment", "reopen"):
            places.link("Reopen the assessment and find out", links.review(standing.assessment.id), icon=":material/lock_open:")
    elif _may_answer(standing) and st.button("Answer the questions", type="primary", icon=":material/edit:"):
        places.go(links.answer(standing.assessment.id, practice or None))


def _may_answer(standing: Standing) -> bool:
    return places.leads_on(links.answer(standing.assessment.id))


def _head(standing: Standing, practice: str, offered: Sequence[Advice]) -> None:
    eyebrow = standing.questionnaire.practices[practice].title if practice in standing.questionnaire.practices else "Recommended actions"
    freeing = sum(one.opens_level for one in offered)
    about = picked.about(standing.assessment, standing.function)
    frame.head(escaped(eyebrow), _title(offered, freeing), f"{_ORDER}  \n{about}")
    if practice:
        places.link("All recommended actions", links.advice(standing.assessment.id), icon=":material/list:")


def _title(offered: Sequence[Advice], freeing: int) -> str:
    helping = sum(bool(one.applies) for one in offered)
    if not helping:
        return "Nothing can be promised before more is answered" if offered else "No action would raise an answer here"
    would = f"{counted(helping, 'action')} would help"
    if not freeing:
        return start(would)
    return f"Start with {'the one that frees' if freeing == 1 else f'the {count(freeing)} that free'} a level; {would} in all"


def _said() -> None:
    said = st.session_state.pop(accepting.SAID, None)
    if said:
        number, sentence = said
        st.success(escaped(sentence))
        places.link("Open it", links.action(number), icon=":material/arrow_forward:")


def _together(standing: Standing, lift: Lift) -> None:
    before, after = advice_words.from_to(lift)
    words = advice_words.lifts(standing, lift)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Done together:** index {before} → **{after}**  \n{escaped(words[:1].upper() + words[1:])}. Overlaps count once.")
        st.button("Choose none", on_click=advice_rows.choose_none, type="tertiary")

"""The agreed answer to one question: chosen with what settled it, changed, or taken back."""

from collections.abc import Callable, Mapping
from typing import NamedTuple
from uuid import UUID

import streamlit as st

from assessment import consensus
from assessment.consensus import Agreeing
from assessment.model import Agreed, RecordedAnswer
from people.work import Work
from questionnaires.model import Choices, Question
from ui.parts import offers, session
from ui.parts.answer_words import GRADES, moment
from ui.parts.labels import spoken
from ui.parts.markdown import escaped

_OUTCOME = "workshop-outcome"
_NO_ANSWER = (offers.DONT_KNOW, offers.NOT_APPLICABLE, offers.PERCENTAGE, offers.ANSWER)
_GRADES: Mapping[str, str] = {"": "As in the answers", **dict(GRADES.items())}
_HINT = "One or two sentences that a reader of the report will understand"


class Asked(NamedTuple):
    """One question of an open assessment and what stands there as it is drawn; `captions` by option: how many chose it."""

    assessment_id: UUID
    question: Question
    there: Agreed | None
    captions: Mapping[str, str]

    def key(self, part: str) -> str:
        """The key of a widget."""
        return f"workshop-{self.assessment_id}-{self.question.id}-{part}"


def form(asked: Asked) -> None:
    """What is chosen is kept when it is recorded, and not before."""
    there = asked.there
    with st.form(asked.key("form")):
        st.markdown(f"**What do you agree on?**{_since(there)}")
        _choice(asked)
        st.session_state.setdefault(asked.key("why"), there.rationale if there else "")
        st.text_area("What settled it", key=asked.key("why"), height=80, placeholder=_HINT)
        st.session_state.setdefault(asked.key("evidence"), (there.evidence or "") if there else "")
        st.selectbox("Evidence that you looked at together", list(_GRADES), format_func=_GRADES.__getitem__, key=asked.key("evidence"))
        label = "Change what was agreed" if there else "Record what you agreed"
        st.form_submit_button(label, type="primary", on_click=_record, args=(asked,))
    if there:
        st.button("Take the agreed answer back", key=asked.key("back"), type="tertiary", on_click=_take_back, args=(asked,))


def told() -> None:
    """What became of the last try, said once."""
    said: tuple[bool, str] | None = st.session_state.pop(_OUTCOME, None)
    if said:
        (st.success if said[0] else st.error)(escaped(said[1]))


def _since(there: Agreed | None) -> str:
    if there is None:
        return ""
    local = session.organisation().local
    return f"  \n:small[:green[:material/check: Agreed {moment(there.agreed_at, local(session.now()))}; it counts instead of the answers.]]"


def _choice(asked: Asked) -> None:
    question, there = asked.question, asked.there
    if isinstance(question, Choices):
        labels = {option.id: option.label for option in question.options}
        st.session_state.setdefault(asked.key("choice"), list(there.value) if there and isinstance(there.value, tuple) else [])
        place = asked.key("choice")
        st.multiselect("All that is there", list(labels), format_func=labels.__getitem__, key=place, placeholder="None of these")
        return
    lines = {token: label for token, label in offers.offers(question).items() if token not in _NO_ANSWER}
    st.session_state.setdefault(asked.key("choice"), offers.token(question, _as_answer(there)) if there else None)
    st.radio(
        spoken(question.text),
        list(lines),
        index=None,
        format_func=lines.__getitem__,
        captions=[asked.captions.get(token.removeprefix("="), "") for token in lines],
        key=asked.key("choice"),
        label_visibility="collapsed",
        width="stretch",
    )


def _as_answer(there: Agreed) -> RecordedAnswer:
    return RecordedAnswer(question=there.question, state="answered", value=there.value, saved_at=there.agreed_at)


def _record(asked: Asked) -> None:
    def record(work: Work) -> object:
        said = {"rationale": _written(asked, "why"), "evidence": _written(asked, "evidence") or None}
        wanted = Agreeing(question=asked.question.id, value=_value(asked), **said)
        return consensus.record_consensus(work, asked.assessment_id, wanted, asked.there)

    _tried(record, "Recorded. It counts instead of the answers, which stay as they were given.")


def _take_back(asked: Asked) -> None:
    def take_back(work: Work) -> None:
        consensus.take_back(work, asked.assessment_id, asked.question.id, asked.there)

    _tried(take_back, "Taken back. The answers count again.")
    for part in ("choice", "why", "evidence"):
        st.session_state.pop(asked.key(part), None)


def _value(asked: Asked) -> object:
    chosen = st.session_state.get(asked.key("choice"))
    if isinstance(asked.question, Choices):
        return chosen or []
    return None if chosen is None else offers.given(asked.question, chosen).value


def _written(asked: Asked, part: str) -> str:
    return str(st.session_state.get(asked.key(part)) or "")


def _tried(change: Callable[[Work], object], said: str) -> None:
    outcome = session.attempt(change)
    st.session_state[_OUTCOME] = (outcome.refusal is None, outcome.refusal or said)

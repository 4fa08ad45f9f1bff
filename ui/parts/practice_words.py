"""One practice in the sentences that only its page needs. Pure."""

from exports.words.index import level_number
from exports.words.numbers import between, index
from improvement.standing_model import HEADLINE_FROM, Standing
from scoring.result import PracticeScore
from ui.parts.markdown import escaped
from ui.parts.verdict import holders


def stands(standing: Standing, practice: str) -> str:
    """`Index **50 of 100**, level 2, target 3. It keeps the whole at level 2.` in Markdown; the range while too little is answered."""
    score = standing.score.practices[practice]
    if score.completeness is None:
        return ""
    shown = f"**{index(score.index)} of 100**" if _is_known(score) else f"**{between(index(score.low), index(score.high))}** of 100"
    target = standing.assessment.targets.get(practice)
    parts = (
        shown,
        f"level {level_number(score)}" if score.level_low is not None else "",
        f"target level {target}" if target is not None else "",
    )
    keeps = f" It keeps the whole at level {standing.score.overall.level}." if practice in holders(standing) else ""
    return f"Index {', '.join(part for part in parts if part)}.{keeps}"


def figure(score: PracticeScore) -> str:
    """`50`, or `20–70` while too little is answered for a point."""
    return index(score.index) if _is_known(score) or score.low is None else f"{index(score.low)}–{index(score.high)}"


def paragraphs(text: str) -> str:
    """The questionnaire's own paragraphs and lists, everything else in it escaped."""
    return "\n\n".join(_paragraph(part.strip()) for part in text.split("\n\n") if part.strip())


def _is_known(score: PracticeScore) -> bool:
    return score.index is not None and score.completeness is not None and score.completeness >= HEADLINE_FROM


def _paragraph(text: str) -> str:
    return f"- {escaped(text[2:])}" if text.startswith("- ") else escaped(text)

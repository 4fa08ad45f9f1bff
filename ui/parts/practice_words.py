"""One practice in the sentences that only its page needs. Pure."""

from exports.words.index import level_number
from exports.words.numbers import between, index
from improvement.standing_model import HEADLINE_FROM, Standing
from ui.parts.markdown import escaped
from ui.parts.verdict import holders


def stands(standing: Standing, practice: str) -> str:
    """`Index **50 of 100**, level 2, target 3. It keeps the whole at level 2.` in Markdown; the range while too little is answered."""
    score = standing.score.practices[practice]
    if score.completeness is None:
        return ""
    known = score.index is not None and score.completeness >= HEADLINE_FROM
    figure = f"**{index(score.index)} of 100**" if known else f"**{between(index(score.low), index(score.high))}** of 100"
    target = standing.assessment.targets.get(practice)
    parts = (
        figure,
        f"level {level_number(score)}" if score.level_low is not None else "",
        f"target level {target}" if target is not None else "",
    )
    keeps = f" It keeps the whole at level {standing.score.overall.level}." if practice in holders(standing) else ""
    return f"Index {', '.join(part for part in parts if part)}.{keeps}"


def paragraphs(text: str) -> str:
    """The questionnaire's own paragraphs and lists, everything else in it escaped."""
    return "\n\n".join(_paragraph(part.strip()) for part in text.split("\n\n") if part.strip())


def _paragraph(text: str) -> str:
    return f"- {escaped(text[2:])}" if text.startswith("- ") else escaped(text)

"""What it stands on: the pillars on their foundations, in one picture with one decision."""

from exports.figures import Signature, has_signature, renewed_signature, signature_of
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture
from exports.pdf.drawings import draw_signature
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, lead, para, so_what, source, title
from exports.words.gates import gate_decision, renewed_words
from improvement.standing_model import Standing

ASSESS_PILLARS = "Assess the pillars next: only then can anybody tell what these foundations carry, and which of them to lay first."


def ground_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing for an assessment that neither rests on another nor carries one, nor in quick mode, which has no levels."""
    figure = _picture(standing) if has_ground(standing) else None
    if figure is None:
        return ()
    decision = gate_decision(standing) or ("" if figure.columns else ASSESS_PILLARS)
    return (
        Anchor(name="position", title="Where you stand"),
        eyebrow("Where you stand"),
        title(figure.title),
        *_in_words(figure),
        Picture(drawing=draw_signature(figure, MEASURE), alt=figure.alt, after=8),
        source(figure.caption),
        *_renewed(standing),
        *((so_what(decision),) if decision else ()),
    )


def has_ground(standing: Standing) -> bool:
    """There is such a page."""
    return standing.assessment.mode == "full" and has_signature(standing)


def _picture(standing: Standing) -> Signature | None:
    """As issued, like all else in the report; today's where nothing was known when it was issued."""
    return renewed_signature(standing) if standing.is_judged_today_alone else signature_of(standing)


def _renewed(standing: Standing) -> tuple[Block, ...]:
    as_issued, today = renewed_words(standing)
    said = f"As issued: {_run_on(as_issued)} With today’s foundations: {_run_on(today)}"
    return (para(said, look=style.SMALL._replace(after=8)),) if today else ()


def _run_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _in_words(figure: Signature) -> tuple[Block, ...]:
    told = [(c.title, c.held if c.is_told else c.says) for c in figure.columns]
    said = " ".join(f"{name}: {words[:1].lower()}{words[1:]}." for name, words in told)
    return (lead(said),) if said else ()

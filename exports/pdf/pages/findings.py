"""Posture and pitfalls, outcome measures and claims."""

from collections.abc import Sequence

from exports.figures import bullets as bullet_figure
from exports.figures import posture_axes
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture, Rule, stacked
from exports.pdf.drawings import draw_bullets, draw_posture
from exports.pdf.paper import MEASURE
from exports.pdf.parts import bullets, eyebrow, heading, long_text, para, so_what, source, title
from exports.pdf.text import Strong
from exports.words.adoption import adoption_words
from exports.words.measures import claim_words, measures_decision
from exports.words.posture import others, pitfall_decision, pitfall_finding, proof_words, with_titles
from improvement.standing_model import FoundPitfall, Standing
from questionnaires.model import Measure


def pitfalls_page(standing: Standing) -> tuple[Block, ...]:
    """The posture as a position, then each pitfall with its proof."""
    return (
        Anchor(name="pitfalls", title="Posture and pitfalls"),
        eyebrow("Posture and pitfalls"),
        title(pitfall_finding(standing)),
        *_posture(standing),
        *(block for found in standing.pitfalls for block in _pitfall(standing, found)),
        Rule(after=6),
        *bullets(others(standing), style.SMALL),
        so_what(pitfall_decision(standing)),
    )


def measures_page(standing: Standing) -> tuple[Block, ...]:
    """Readings against targets, then claims that a reading does not bear out."""
    figure = bullet_figure(standing)
    if not figure.rows:
        return ()
    return (
        Anchor(name="measures", title="Outcome measures"),
        eyebrow("Outcome measures"),
        title(figure.title),
        Picture(drawing=draw_bullets(figure, MEASURE), alt=figure.alt, after=4),
        source(figure.caption),
        *(para(sentence, look=style.SMALL._replace(after=6)) for sentence in adoption_words(standing)),
        *_claims(standing),
        so_what(measures_decision(standing)),
    )


def definitions(standing: Standing, room: float) -> tuple[Block, ...]:
    """How the measures are counted, as many of them as fit: fills a page that would stay half empty."""
    said = [_definition(measure) for measure in standing.questionnaire.measures]
    for number in range(len(said), 1, -1):
        blocks = (heading("How they are counted" if number == len(said) else "How the first of them are counted"), _halves(said[:number]))
        if stacked(blocks, MEASURE) <= room:
            return blocks
    return ()


def _halves(groups: Sequence[Sequence[Block]]) -> Columns:
    """In two columns about as high as each other."""
    splits = (Columns(stacks=[_flat(groups[:i]), _flat(groups[i:])], widths=[1, 1], gutter=22) for i in range(1, len(groups)))
    return min(splits, key=lambda columns: columns.height(MEASURE))


def watch(standing: Standing) -> tuple[Block, ...]:
    """The pitfalls that were not found, with what they would do: fills a page that would stay half empty."""
    absent = {result.id for result in standing.score.pitfalls if result.state == "not_found"}
    items = [f"{p.title}. {p.effect}" for p in standing.questionnaire.pitfalls if p.id in absent]
    return (heading("Not found here, worth watching"), *bullets(items, style.SMALL)) if items else ()


def _definition(measure: Measure) -> tuple[Block, ...]:
    return (heading(measure.title, style.SUBHEADING), para(measure.definition, look=style.CELL._replace(size=7.2, leading=9.2, after=5)))


def _flat(groups: Sequence[Sequence[Block]]) -> list[Block]:
    return [block for group in groups for block in group]


def _posture(standing: Standing) -> tuple[Block, ...]:
    figure = posture_axes(standing)
    if figure is None:
        return ()
    drawing = draw_posture(figure, MEASURE)
    return (heading(figure.title), Picture(drawing=drawing, alt=figure.alt, after=4), source(figure.caption))


def _pitfall(standing: Standing, found: FoundPitfall) -> tuple[Block, ...]:
    return (
        Rule(after=6, stays=True),
        heading(found.pitfall.title),
        *long_text(found.pitfall.effect),
        para(Strong("Proof. "), proof_words(found), look=style.SMALL),
        para(Strong("What helps. "), with_titles(standing.questionnaire, found.pitfall.advice), look=style.SMALL._replace(after=10)),
    )


def _claims(standing: Standing) -> tuple[Block, ...]:
    if not standing.claims:
        return ()
    return (heading("Claims that a reading does not bear out"), *bullets([claim_words(standing, claim) for claim in standing.claims]))

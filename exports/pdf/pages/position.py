"""Where you stand: practices by level, what holds them back, and the gaps to target."""

from exports.figures import dumbbell, heatmap
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture
from exports.pdf.drawings import draw_dumbbell, draw_heatmap
from exports.pdf.grid import Grid
from exports.pdf.pages.ground import has_ground
from exports.pdf.paper import MEASURE
from exports.pdf.parts import eyebrow, heading, lead, para, so_what, source, title
from exports.words.gaps import open_gaps
from exports.words.gates import binding_words, gate_decision, gated_words, held_practices, unassessed_words
from exports.words.numbers import counted, listed
from exports.words.pillars import pillar_finding, pillar_lead
from exports.words.practice import next_step
from exports.words.redrawn import redrawn_words
from exports.words.summary import gap_decision, startable
from improvement.standing_model import Standing


def position_page(standing: Standing) -> tuple[Block, ...]:
    """The heatmap, then what the levels rest on. In quick mode there are no levels, so there is no such page."""
    if standing.assessment.mode == "quick":
        return ()
    figure = heatmap(standing)
    entry = () if has_ground(standing) else (Anchor(name="position", title="Where you stand"),)
    return (
        *entry,
        eyebrow("Where you stand"),
        title(pillar_finding(standing)),
        lead(pillar_lead(standing)),
        heading(figure.title),
        Picture(drawing=draw_heatmap(figure, MEASURE), alt=figure.alt, after=4),
        source(f"{figure.caption} An orange level is the whole’s, so it holds it there."),
        *_weights(standing),
        *_foundations(standing),
    )


def gaps_page(standing: Standing) -> tuple[Block, ...]:
    """Today against target, and what closes each gap."""
    figure = dumbbell(standing)
    first = "gaps" if standing.assessment.mode == "full" else "position"
    return (
        Anchor(name=first, title="Distance to target"),
        eyebrow("Distance to target"),
        title(figure.title),
        Picture(drawing=draw_dumbbell(figure, MEASURE), alt=figure.alt, after=4),
        source(figure.caption),
        *(_weights(standing) if standing.assessment.mode == "quick" else ()),
        so_what(gap_decision(standing)),
        *_ways(standing),
    )


def _weights(standing: Standing) -> tuple[Block, ...]:
    """How much hangs on the weights, in a sentence."""
    said = redrawn_words(standing)
    return (para(said, look=style.SMALL._replace(after=8)),) if said else ()


def _foundations(standing: Standing) -> tuple[Block, ...]:
    said = gated_words(standing)
    if not said:
        return ()
    open_ones, rows = unassessed_words(standing), [_held(standing, practice) for practice in held_practices(standing)]
    missing = (para(open_ones, look=style.SMALL._replace(after=8)),) if open_ones else ()
    table = (Grid(head=("Practice", "Level by points", "Held back by"), widths=(2.2, 0.9, 4.2), rows=rows),) if rows else ()
    decision = "" if has_ground(standing) else gate_decision(standing)
    return (heading(f"Gated level: {said}"), *missing, *table, *((so_what(decision),) if decision else ()))


def _held(standing: Standing, practice: str) -> list[Block]:
    score = standing.score.practices[practice]
    needs = listed([binding_words(standing, binding) for binding in score.binding if binding.level is not None])
    return [
        para(standing.questionnaire.practices[practice].title, look=style.CELL_BOLD, link=f"practice-{practice}"),
        para("–" if score.level is None else str(score.level), look=style.CELL),
        para(needs, look=style.CELL),
    ]


def _ways(standing: Standing) -> tuple[Block, ...]:
    """What closes each gap first."""
    rows = [_way(standing, gap.practice) for gap in open_gaps(standing)]
    head = ("Practice", "Next", "In the way", "What to start with")
    return (heading("What closes each gap"), Grid(head=head, widths=(2.4, 0.8, 1.2, 3.4), rows=rows)) if rows else ()


def _way(standing: Standing, practice: str) -> list[Block]:
    aim, needs = next_step(standing, practice)
    own = tuple(advice for advice in standing.advice if advice.practice == practice)
    first = startable(standing, own)
    words = first.action.title if first else "In the register" if own else "Answer its questions"
    return [
        para(standing.questionnaire.practices[practice].title, look=style.CELL_BOLD, link=f"practice-{practice}"),
        para(f"Level {aim}", look=style.CELL),
        para(counted(len(needs), "answer"), look=style.CELL),
        para(words, look=style.CELL),
    ]

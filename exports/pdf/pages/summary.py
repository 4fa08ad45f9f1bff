"""The summary: everything a leader needs, on one page."""

from collections.abc import Sequence

from exports.figures import index_strip, pillars
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Picture, Rule, stacked
from exports.pdf.drawings import draw_pillars, draw_strip
from exports.pdf.grid import Grid
from exports.pdf.paper import FOOT, MEASURE, TOP
from exports.pdf.parts import KeyFigure, eyebrow, heading, key_figures, lead, para, so_what, source, title
from exports.words.extremes import strongest_words, weakest_words
from exports.words.gaps import open_gaps
from exports.words.gates import gated_words
from exports.words.index import headline_number, level_number
from exports.words.measures import measures_finding
from exports.words.nothing import applies
from exports.words.numbers import NOBODY_KNOWS, between, days, index, signed
from exports.words.pitfalls import pitfall_finding
from exports.words.register import not_started, under_way
from exports.words.source import all_counts
from exports.words.summary import headline, register_label, summary_decision, summary_lead
from improvement.standing_model import Advice, Standing

FIRST_STEPS = 5
STEP_HEAD = ("", "Action", "Practice", "Effort", "Register", "Index")


def summary_page(standing: Standing) -> tuple[Block, ...]:
    """Finding, figures, pillars, four notes, the decision, and as many first steps as keep it on one page."""
    above = _above(standing)
    left = TOP - FOOT - stacked(above, MEASURE) - above[-1].after
    choices = (_first_steps(standing, number) for number in range(FIRST_STEPS, 0, -1))
    return (*above, *next((steps for steps in choices if stacked(steps, MEASURE) <= left), ()))


def _above(standing: Standing) -> tuple[Block, ...]:
    strip, bars = index_strip(standing), pillars(standing)
    return (
        Anchor(name="summary", title="Summary"),
        eyebrow("Executive summary"),
        title(headline(standing)),
        lead(summary_lead(standing)),
        key_figures(figures(standing)),
        heading(strip.title),
        Picture(drawing=draw_strip(strip, MEASURE), alt=strip.alt, after=8),
        heading(bars.title),
        Picture(drawing=draw_pillars(bars, MEASURE), alt=bars.alt, after=3),
        source(bars.caption),
        _notes(standing),
        so_what(summary_decision(standing)),
    )


def figures(standing: Standing) -> tuple[KeyFigure, ...]:
    """Index, level, gaps, actions."""
    overall = standing.score.overall
    known = "" if overall.low is None or overall.low == overall.high else between(index(overall.low), index(overall.high)).capitalize()
    whole = "No answer is missing" if applies(standing) else "Nothing applies here"
    late = sum(action.is_overdue(standing.today) for action in standing.actions)
    waiting = not_started(standing)
    return (
        KeyFigure(number=headline_number(standing), unit="of 100", label="Index", note=known or whole),
        *_level(standing),
        KeyFigure(
            number=str(len(open_gaps(standing))) if standing.gaps else NOBODY_KNOWS,
            unit=_of(standing.gaps),
            label="Practices short of target",
            note=_aim(standing),
        ),
        KeyFigure(
            number=str(under_way(standing)),
            unit=_of(standing.actions),
            label="Actions running",
            note=f"{late} overdue" if late else f"{waiting} not started" if waiting else "None overdue",
            warns=bool(late),
        ),
    )


def _level(standing: Standing) -> tuple[KeyFigure, ...]:
    if standing.assessment.mode == "quick":
        of = all_counts(standing)
        return (
            KeyFigure(
                number=str(of.answered),
                unit=f"of {of.applicable}" if of.applicable else "",
                label="Questions answered",
                note="An estimate, without levels",
                warns=True,
            ),
        )
    gated = gated_words(standing)
    note = "Foundations not assessed" if gated.startswith("not") else f"Level {gated}" if gated[:1].isdigit() else gated.capitalize()
    scale = f"of {standing.questionnaire.highest}"
    warns = gated != "carried by its foundations"
    return (
        KeyFigure(number=level_number(standing.score.overall), unit=scale, label="Level of the weakest practice", note=note, warns=warns),
    )


def _of(all_: Sequence[object]) -> str:
    return f"of {len(all_)}" if all_ else ""


def _aim(standing: Standing) -> str:
    levels = sorted(set(standing.assessment.targets.values()))
    if not levels:
        return "No target set"
    return f"Target level {levels[0]}" if len(levels) == 1 else f"Target levels {levels[0]} to {levels[-1]}"


def _notes(standing: Standing) -> Columns:
    seen = standing.score.overall.evidenced_index
    of = all_counts(standing)
    evidence = f"{of.evidenced} of {of.answered} answers have evidence that was seen." if of.answered else "There is no answer to be shown."
    if seen is not None and standing.has_headline:
        evidence += f" Counting only those, the index is {index(seen)}."
    notes = (
        ("Strongest", strongest_words(standing)),
        ("Weakest", weakest_words(standing)),
        ("Evidence", evidence),
        ("Pitfalls and outcomes", f"{pitfall_finding(standing)}. {measures_finding(standing)}."),
    )
    return Columns(after=12, stacks=[_note(*note) for note in notes], widths=[1] * len(notes), gutter=12)


def _note(head: str, words: str) -> Sequence[Block]:
    return (
        Rule(weight=0.8, colour=style.BODY.colour, after=4),
        para(head, look=style.SUBHEADING),
        para(words, look=style.SMALL._replace(size=7.8, leading=10.6)),
    )


def _first_steps(standing: Standing, number: int) -> tuple[Block, ...]:
    steps = standing.ten[:number]
    if not steps:
        return ()
    rows = [_step(standing, place, advice) for place, advice in enumerate(steps, 1)]
    return (
        heading("The first steps, in this order"),
        Grid(head=STEP_HEAD, widths=(0.2, 3.3, 2.1, 1.3, 0.75, 0.5), rows=rows, right=frozenset({5})),
    )


def _step(standing: Standing, place: int, advice: Advice) -> list[Block]:
    practice = standing.questionnaire.practices.get(advice.practice or "")
    return [
        para(str(place), look=style.CELL_BOLD),
        para(advice.action.title, look=style.CELL_BOLD, link=f"action-{advice.action.id}"),
        para(practice.title if practice else "The whole", look=style.CELL),
        para(days(*advice.action.effort_days), look=style.CELL),
        para(register_label(standing, advice) or "Not yet", look=style.CELL),
        para(signed(advice.lift.overall.points), look=style.CELL_RIGHT),
    ]

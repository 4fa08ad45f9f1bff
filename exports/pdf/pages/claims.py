"""Claims and evidence: levels beside what was measured, and indices beside what was seen."""

from collections.abc import Iterator

from exports.figures import evidence, evidence_above
from exports.pdf import style
from exports.pdf.block import Anchor, Block, Picture, stacked
from exports.pdf.drawings import draw_evidence
from exports.pdf.grid import Grid
from exports.pdf.paper import MEASURE
from exports.pdf.parts import bullets, eyebrow, heading, para, so_what, source, title
from exports.pdf.text import Text
from exports.words.answer import answer_short
from exports.words.claims import (
    borne_out_words,
    check_words,
    claims_decision,
    claims_finding,
    claims_lead,
    reading_words,
    target_words,
    widest,
)
from exports.words.numbers import index
from improvement.evidence import Unseen, unseen
from improvement.outcomes import Held, contradicted, unmeasured
from improvement.standing_model import Standing

SEEN_HEAD = ("Practice", "Question", "Answer", "Points", "What would show it")


def claims_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing while nothing is claimed and nothing can be told of evidence."""
    said = (*_against(standing), *_unread(standing), *_evidence(standing))
    if not said:
        return ()
    return (
        Anchor(name="claims", title="Claims and evidence"),
        eyebrow("Claims and evidence"),
        title(claims_finding(standing)),
        para(claims_lead(standing)),
        *said,
        so_what(claims_decision(standing)),
    )


def to_be_seen(standing: Standing, room: float) -> tuple[Block, ...]:
    """The answers that most rests on and whose evidence nobody has seen, as many as fit: fills a page that would stay half empty."""
    rows = [_row(standing, practice, one) for practice, one in _most(standing)]
    for number in range(len(rows), 2, -1):
        blocks = (
            heading("Ask for these artefacts first"),
            Grid(SEEN_HEAD, (1.5, 2.3, 0.7, 0.55, 2.6), rows[:number], right=frozenset({3})),
        )
        if stacked(blocks, MEASURE) <= room:
            return blocks
    return ()


def _against(standing: Standing) -> tuple[Block, ...]:
    against = contradicted(standing)
    return (heading("What was measured says otherwise"), *bullets([_contradiction(standing, one) for one in against])) if against else ()


def _contradiction(standing: Standing, one: Held) -> str:
    practice, measure = standing.questionnaire.practices[one.practice].title, standing.questionnaire.measure_by_id[one.measure].title
    reads, target = reading_words(standing, one), target_words(standing, one.measure, one.target)
    return f"{practice} claims level {one.level}. {measure} reads {reads}; wanted: {target}. {check_words(standing, one.practice)}"


def _unread(standing: Standing) -> tuple[Block, ...]:
    nobody = unmeasured(standing)
    said = [
        f"{standing.questionnaire.practices[one.practice].title} claims level {one.level}; "
        f"{standing.questionnaire.measure_by_id[one.measure].title}: {reading_words(standing, one)}."
        for one in nobody
    ]
    quiet = borne_out_words(standing)
    return (
        *((heading("Nobody measured these claims"), *bullets(said, style.SMALL)) if said else ()),
        *((para(quiet, look=style.SMALL._replace(after=8)),) if quiet else ()),
    )


def _evidence(standing: Standing) -> tuple[Block, ...]:
    """The whole and its dimensions, then each practice, in one picture."""
    above, each = evidence_above(standing), evidence(standing)
    if each is None:
        return ()
    figure = each.model_copy(update={"rows": (*above.rows, *each.rows)}) if above else each
    picture = Picture(drawing=draw_evidence(figure, MEASURE), alt=figure.alt, after=4)
    return (heading(figure.title), picture, source(figure.caption))


def _most(standing: Standing) -> Iterator[tuple[str, Unseen]]:
    """The widest practices first, two answers of each."""
    return ((practice, one) for practice in widest(standing) for one in unseen(standing.score.practices[practice])[:2])


def _row(standing: Standing, practice: str, one: Unseen) -> list[Text]:
    question = standing.questionnaire.questions[one.term.question]
    return [
        para(standing.questionnaire.practices[practice].title, look=style.CELL_BOLD),
        para(question.text, look=style.CELL),
        para(answer_short(standing, one.term), look=style.CELL),
        para(index(one.points), look=style.CELL_RIGHT),
        para(question.evidence, look=style.CELL),
    ]

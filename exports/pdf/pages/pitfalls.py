"""Pitfalls: each found one with what proves it and what helps, then those that cannot be told, then the others."""

from exports.pdf import style
from exports.pdf.block import Anchor, Block, Columns, Rule
from exports.pdf.parts import bullets, eyebrow, heading, long_text, para, so_what, title, together
from exports.pdf.text import Strong
from exports.words.pitfalls import absent_words, pitfall_decision, pitfall_finding, remedies, remedy_words, untold_words, with_titles
from improvement.standing_model import FoundPitfall, Standing


def pitfalls_page(standing: Standing) -> tuple[Block, ...]:
    """Nothing where the questionnaire names none, or nothing is answered."""
    if not standing.questionnaire.pitfalls or not standing.score.overall.completeness:
        return ()
    return (
        Anchor(name="pitfalls", title="Pitfalls"),
        eyebrow("Pitfalls"),
        title(pitfall_finding(standing)),
        *(block for found in standing.pitfalls for block in _found(standing, found)),
        *_untold(standing),
        *together(*_absent(standing), so_what(pitfall_decision(standing))),
    )


def _absent(standing: Standing) -> tuple[Block, ...]:
    return tuple(para(line, look=style.SMALL._replace(after=8)) for line in (absent_words(standing),) if line)


def watch(standing: Standing) -> tuple[Block, ...]:
    """The pitfalls that were not found, with what they would do: fills a page that would stay half empty."""
    absent = {result.id for result in standing.score.pitfalls if result.state == "not_found"}
    items = [f"{p.title}. {p.effect}" for p in standing.questionnaire.pitfalls if p.id in absent]
    return (heading("Not found here, worth watching"), *bullets(items, style.SMALL)) if items else ()


def _found(standing: Standing, found: FoundPitfall) -> tuple[Block, ...]:
    advice = with_titles(standing.questionnaire, found.pitfall.advice)
    proof = [para("What made us say so", look=style.SUBHEADING), *bullets([ground.sentence for ground in found.proof], style.SMALL)]
    rule = para(Strong("The rule. "), f"Found when {found.rule.rstrip('.')}.", look=style.QUESTION)
    helps = [para("What helps", look=style.SUBHEADING), *long_text(advice, style.SMALL), *_remedies(standing, found)]
    return together(
        Rule(after=6, stays=True),
        heading(found.pitfall.title),
        *long_text(found.pitfall.effect),
        Columns(after=10, stacks=[[*proof, rule], helps], widths=[1, 1.15], gutter=22),
    )


def _remedies(standing: Standing, found: FoundPitfall) -> tuple[Block, ...]:
    said = (para(Strong(each.action.title), f": {remedy_words(each)}", look=style.SMALL) for each in remedies(standing, found))
    return tuple(said)


def _untold(standing: Standing) -> tuple[Block, ...]:
    said = untold_words(standing)
    return (Rule(after=6, stays=True), heading("Cannot be told yet"), *bullets(said, style.SMALL)) if said else ()

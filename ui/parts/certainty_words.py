"""How sure a result is, each fact with what it means. Here, and only here, statistics bear their names. Pure."""

from collections.abc import Iterator
from fractions import Fraction
from statistics import fmean
from typing import NamedTuple

from exports.words.index import level_words
from exports.words.numbers import NOBODY_KNOWS, between, counted, index_1, listed, per_cent, quoted, rounded, start
from exports.words.options import rational
from exports.words.panel import concord_facts
from exports.words.source import all_counts
from improvement.standing_model import Standing


class Fact(NamedTuple):
    """What, its value, and how to read it."""

    what: str
    value: str
    meaning: str


def facts(standing: Standing) -> tuple[Fact, ...]:
    """Everything about the certainty of the whole."""
    return (
        *_answers(standing),
        *_range(standing),
        *_evidence(standing),
        *_spread(standing),
        *_panel(standing),
        *_redrawn(standing),
        *_scope(standing),
        *_method(standing),
    )


def _answers(standing: Standing) -> Iterator[Fact]:
    of, overall = all_counts(standing), standing.score.overall
    yield Fact(
        "Answered",
        f"{of.answered} of {of.applicable}",
        f"{per_cent(overall.completeness)} % of the weight. Below 80 % only the range is shown.",
    )
    if of.dont_know:
        yield Fact("Don’t know", str(of.dont_know), "Counted as missing: they widen the range, and lower nothing.")
    if of.not_applicable:
        yield Fact("Does not apply", str(of.not_applicable), "Left out of every mean, each with a reason.")


def _range(standing: Standing) -> Iterator[Fact]:
    overall = standing.score.overall
    if overall.low is None or overall.high is None:
        return
    yield Fact(
        "Range of the index",
        f"{index_1(overall.low)} to {index_1(overall.high)}",
        "What missing answers could make of it."
        if overall.low != overall.high
        else "Nothing is missing, so there is no range from missing answers.",
    )
    if overall.level_low is not None:
        yield Fact("Range of the level", level_words(overall), "By the same answers at nothing, and at their best.")


def _evidence(standing: Standing) -> Iterator[Fact]:
    overall = standing.score.overall
    if overall.index is not None and overall.evidenced_index is not None:
        yield Fact(
            "Evidenced index",
            f"{index_1(overall.evidenced_index)} beside {index_1(overall.index)} claimed",
            "Counts only answers whose evidence somebody has seen. It never changes the index.",
        )


def _spread(standing: Standing) -> Iterator[Fact]:
    overall = standing.score.overall
    if overall.geometric is not None:
        yield Fact(
            "Geometric mean",
            index_1(Fraction(overall.geometric)),
            "Far below the index, it says that a few weak practices are hidden by strong ones.",
        )
    if overall.minimum is not None and overall.range is not None:
        ends = between(index_1(overall.minimum), index_1(overall.minimum + overall.range))
        yield Fact("Weakest to strongest practice", ends, "The index is a mean; this is what it averages.")


def _panel(standing: Standing) -> Iterator[Fact]:
    panel = standing.panel
    known = [one.agreement for one in panel.practices.values() if one.agreement is not None] if panel else []
    if panel:
        yield Fact("People counted", str(panel.people), "Each role group weighs the same, however many are in it.")
    if known:
        mean = rounded(rational(fmean(known)), 2)
        yield Fact(
            "Agreement (mean r_wg)",
            f"{mean} over {counted(len(known), 'practice')}",
            "1: all alike; 0: as if picked blindly. Up to 0.50 is weak or none (LeBreton & Senter 2008).",
        )
    yield from (Fact(*fact) for fact in concord_facts(standing))


def _redrawn(standing: Standing) -> Iterator[Fact]:
    redrawn = standing.redrawn
    if redrawn is None or not (redrawn.level_kept or redrawn.weakest):
        return
    kept = [f"level of the whole kept in {_share(redrawn.overall_kept)}"] if redrawn.overall_kept is not None else []
    weakest = next(iter(redrawn.weakest.items()), None)
    title = quoted(standing.questionnaire.practices[weakest[0]].title) if weakest else ""
    kept += [f"{title} weakest in {_share(weakest[1])}"] if weakest else []
    yield Fact(
        f"Weights drawn again ({redrawn.draws:,} draws)",
        start("; ".join(kept)) or NOBODY_KNOWS,
        "Shares of draws from a Dirichlet distribution around the model’s weights, by which a weight scatters by about half of itself.",
    )


def _share(share: float) -> str:
    return rounded(rational(share), 2)


def _scope(standing: Standing) -> Iterator[Fact]:
    limited = [quoted(standing.questionnaire.practices[p].title) for p, s in standing.score.practices.items() if s.scope_limited]
    if limited:
        yield Fact(
            "Limited scope",
            start(counted(len(limited), "practice")),
            f"More than a fifth does not apply in {listed(limited)}; not compared with others.",
        )


def _method(standing: Standing) -> Iterator[Fact]:
    score = standing.score
    if standing.panel is None:
        yield Fact("Margin of error", "not determinable", "It needs the answers of several people on the same questions.")
    yield Fact(
        "Method and content",
        f"{score.method} · {score.questionnaire} {score.version}",
        f"Content hash {score.hash[:12]}. The same answers give the same figures.",
    )

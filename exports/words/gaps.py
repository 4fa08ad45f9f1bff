"""Which practices hold the gap to target."""

from fractions import Fraction
from itertools import accumulate

from exports.words.numbers import count, listed, per_cent, quoted, start
from improvement.standing_model import Gap, Standing


def open_gaps(standing: Standing) -> tuple[Gap, ...]:
    """Those not at their target yet, largest first: by level, in quick mode by index."""
    if standing.assessment.mode == "quick":
        return tuple(gap for gap in standing.gaps if gap.points)
    return tuple(gap for gap in standing.gaps if gap.levels)


def furthest(standing: Standing) -> tuple[str, ...]:
    """The practices, three at most, with the largest gap; none where all gaps are alike."""
    gaps = open_gaps(standing)
    top = [gap for gap in gaps if _key(standing, gap) == _key(standing, gaps[0])]
    if len(top) <= 3:
        return tuple(gap.practice for gap in top)
    return ()


def gap_finding(standing: Standing) -> str:
    """The title of the gaps."""
    if not standing.gaps:
        return "No target is set yet"
    if all(_key(standing, gap) is None for gap in standing.gaps):
        return "No practice can be compared with its target yet"
    gaps = open_gaps(standing)
    if not gaps:
        return _none_open(standing)
    if far := furthest(standing):
        names = [quoted(standing.questionnaire.practices[practice].title) for practice in far]
        return f"{listed(names)} {'has' if len(far) == 1 else 'have'} furthest to go{_unrated(standing)}"
    return start(f"{_how_many(len(gaps), len(standing.gaps))} practices are short of their target{_unrated(standing)}")


def concentration(standing: Standing) -> str:
    """`Four of 12 practices hold 54 % of the gap to target`; empty where the gap is spread or cannot be told."""
    sizes = sorted((gap.points for gap in standing.gaps if gap.points), reverse=True)
    total = sum(sizes, Fraction(0))
    if not total or any(gap.points is None for gap in standing.gaps):
        return ""
    running = tuple(accumulate(sizes))
    few = next(i for i, held in enumerate(running, 1) if 2 * held >= total)
    if 2 * few >= len(standing.gaps):
        return ""
    verb = "holds" if few == 1 else "hold"
    return start(f"{count(few)} of {len(standing.gaps)} practices {verb} {per_cent(running[few - 1] / total)} % of the gap to target")


def _none_open(standing: Standing) -> str:
    rated = " that can be rated" if _unrated(standing) else ""
    return f"Every practice{rated} is at its target{_unrated(standing)}"


def _unrated(standing: Standing) -> str:
    unknown = unrated(standing)
    return f"; {count(unknown)} cannot be rated yet" if unknown else ""


def unrated(standing: Standing) -> int:
    """How many practices nobody can hold against their targets yet."""
    return sum(_key(standing, gap) is None for gap in standing.gaps)


def _key(standing: Standing, gap: Gap) -> Fraction | int | None:
    return gap.points if standing.assessment.mode == "quick" else gap.levels


def _how_many(some: int, of: int) -> str:
    return f"all {of}" if some == of else f"{count(some)} of {of}"

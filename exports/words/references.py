"""What others have reported of a measure beside the own newest reading: for orientation, never as a place among them."""

from collections.abc import Sequence

from assessment.followed import Followed
from exports.words.followed import latest
from exports.words.measures import followed
from exports.words.numbers import counted, plain, start
from improvement.standing_model import Standing
from questionnaires.references import FRESH, Reference, references

CAPTION = (
    "For orientation only: other people, other counts, other years; no average of a trade and no target. "
    f"Grey: over {FRESH} years old or undated."
)
NONE_FITS = "No published figure comes close enough to a measure of this questionnaire, and none is invented."


def reported(standing: Standing) -> Sequence[tuple[Followed, Sequence[Reference]]]:
    """The measures of this questionnaire that somebody has published a figure of: those with an own reading first."""
    found = [(one, references(one.measure.id)) for one in followed(standing)]
    return sorted((pair for pair in found if pair[1]), key=lambda pair: pair[0].newest is None)


def references_finding(standing: Standing) -> str:
    """`Others have reported four of your measures; none of their figures is newer than five years`."""
    found = reported(standing)
    if not found:
        return "Nobody has reported a figure that comes close enough"
    year = standing.today.year
    fresh = sum(not one.is_old(year) for _, figures in found for one in figures)
    age = f"{counted(fresh, 'figure')} {'is' if fresh == 1 else 'are'} fresh" if fresh else f"all are over {FRESH} years old or undated"
    return start(f"{counted(len(found), 'measure')} can be read beside what others have reported; {age}")


def own_words(one: Followed) -> str:
    """`Yours: 53 % for Sep 2026`, or that there is none."""
    return f"Yours: {latest(one)}" if one.newest else "Yours: not read yet"


def figure_words(one: Reference) -> str:
    """`66 %`."""
    return f"{plain(one.value)} {one.unit}"


def year_words(one: Reference) -> str:
    """`2015`, or that its source names none."""
    return str(one.year or "year not given")


def people_words(one: Reference) -> str:
    """Whom it was read from, and what differs from the own count."""
    return f"{one.population}. {one.differs}"

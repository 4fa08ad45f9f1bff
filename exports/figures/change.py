"""Then and now, on the questions common to both."""

from fractions import Fraction

from exports.figures.value import Figure, Table
from exports.words.change import change_source
from exports.words.numbers import NOBODY_KNOWS, index_1, signed
from exports.words.since import since_finding, verdict_word
from exports.words.tested import interval_words
from ground.value import Value
from improvement.standing_model import Previous, Standing
from scoring.result import Difference
from scoring.since import Moved

EMPHASISED = 4


class SlopeRow(Value):
    """One practice's two indices."""

    practice: str
    title: str
    before: float
    after: float
    before_text: str
    after_text: str
    points: str
    direction: int
    """1 up, -1 down, 0 level."""
    emphasised: bool
    """Moved by more than chance; where nothing could be tested, one of the largest moves."""
    interval: str
    """95 %, of what people's own answers moved by."""
    verdict: str


class Slope(Figure):
    """Practices from the previous assessment to this one."""

    before_label: str
    after_label: str
    rows: tuple[SlopeRow, ...]

    def table(self) -> Table:
        """Practice, then, now, difference, how sure that is, and the word for it."""
        headers = ("Practice", self.before_label, self.after_label, "Difference", "95 % interval", "Verdict")
        return Table(headers, tuple((r.title, r.before_text, r.after_text, r.points, r.interval, r.verdict) for r in self.rows))


def slope(standing: Standing) -> Slope | None:
    """None without a previous final assessment that shares a question whose index is known in both."""
    previous = standing.previous
    if previous is None or previous.change is None:
        return None
    moved = previous.change.practices
    pairs = {p: moved[p] for p in standing.questionnaire.practices if p in moved and moved[p].points is not None}
    if not pairs:
        return None
    title = since_finding(previous)
    return Slope(
        title=title,
        caption=change_source(standing, previous),
        alt=f"{title}. One line a practice, from its index then to its index now.",
        before_label=previous.assessment.name,
        after_label=standing.assessment.name,
        rows=_rows(standing, previous, pairs),
    )


def _rows(standing: Standing, previous: Previous, pairs: dict[str, Difference]) -> tuple[SlopeRow, ...]:
    moved = [name for name, one in previous.moved.items() if one.verdict in {"improved", "declined"}]
    is_tested = any(one.points is not None for one in previous.moved.values())
    largest = sorted(pairs, key=lambda p: abs(pairs[p].points or Fraction(0)), reverse=True)[:EMPHASISED]
    bold = moved if is_tested else largest
    titles = {name: practice.title for name, practice in standing.questionnaire.practices.items()}
    return tuple(_row(titles, name, difference, previous.moved.get(name), name in bold) for name, difference in pairs.items())


def _row(titles: dict[str, str], practice: str, difference: Difference, told: Moved | None, emphasised: bool) -> SlopeRow:  # noqa: FBT001 - a fact
    before, after = difference.before.index or Fraction(0), difference.after.index or Fraction(0)
    moved = after - before
    return SlopeRow(
        practice=practice,
        title=titles[practice],
        before=float(before),
        after=float(after),
        before_text=index_1(before),
        after_text=index_1(after),
        points=signed(moved),
        direction=(moved > 0) - (moved < 0),
        emphasised=emphasised and moved != 0,
        interval=interval_words(told) if told else NOBODY_KNOWS,
        verdict=verdict_word(told) if told else NOBODY_KNOWS,
    )

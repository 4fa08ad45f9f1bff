"""Then and now, on the questions common to both."""

from fractions import Fraction

from exports.figures.value import Figure, Table
from exports.words.change import change_finding, change_source
from exports.words.numbers import index_1, signed
from ground.value import Value
from improvement.standing_model import Standing
from scoring.result import Difference

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
    """1 up, -1 down, 0 level; with emphasis on the largest moves only."""
    emphasised: bool


class Slope(Figure):
    """Practices from the previous assessment to this one."""

    before_label: str
    after_label: str
    rows: tuple[SlopeRow, ...]

    def table(self) -> Table:
        """Practice, then, now, difference."""
        headers = ("Practice", self.before_label, self.after_label, "Difference")
        return Table(headers, tuple((r.title, r.before_text, r.after_text, r.points) for r in self.rows))


def slope(standing: Standing) -> Slope | None:
    """None without a previous final assessment that shares a question whose index is known in both."""
    previous = standing.previous
    if previous is None or previous.change is None:
        return None
    moved = previous.change.practices
    pairs = {p: moved[p] for p in standing.questionnaire.practices if p in moved and moved[p].points is not None}
    if not pairs:
        return None
    title = change_finding(previous)
    return Slope(
        title=title,
        caption=change_source(standing, previous),
        alt=f"{title}. One line a practice, from its index then to its index now.",
        before_label=previous.assessment.name,
        after_label=standing.assessment.name,
        rows=_rows(standing, pairs),
    )


def _rows(standing: Standing, pairs: dict[str, Difference]) -> tuple[SlopeRow, ...]:
    largest = sorted(pairs, key=lambda p: abs(pairs[p].points or Fraction(0)), reverse=True)[:EMPHASISED]
    return tuple(_row(standing, practice, difference, practice in largest) for practice, difference in pairs.items())


def _row(standing: Standing, practice: str, difference: Difference, emphasised: bool) -> SlopeRow:  # noqa: FBT001 - a fact, not a switch
    before, after = difference.before.index or Fraction(0), difference.after.index or Fraction(0)
    moved = after - before
    return SlopeRow(
        practice=practice,
        title=standing.questionnaire.practices[practice].title,
        before=float(before),
        after=float(after),
        before_text=index_1(before),
        after_text=index_1(after),
        points=signed(moved),
        direction=(moved > 0) - (moved < 0),
        emphasised=emphasised and moved != 0,
    )

"""What moved since the previous final assessment: figures alone. Whether it is more than chance, `exports.words.since` says."""

from exports.words.numbers import count, counted, day, start
from improvement.standing_model import Previous, Standing


def change_finding(previous: Previous) -> str:
    """`Eight practices stand higher than in Autumn 2025, three lower`."""
    if previous.change is None:
        return f"No question is common with {previous.assessment.name}"
    moved = [d.points for d in previous.change.practices.values() if d.points is not None]
    up, down = sum(p > 0 for p in moved), sum(p < 0 for p in moved)
    if not moved:
        return f"Too little is answered to compare with {previous.assessment.name}"
    if not up and not down:
        return f"Every practice stands where it stood in {previous.assessment.name}"
    if not up:
        return start(f"{counted(down, 'practice')} {_stand(down)} lower than in {previous.assessment.name}, none higher")
    lower = f"{count(down) if down else 'none'} lower"
    return start(f"{counted(up, 'practice')} {_stand(up)} higher than in {previous.assessment.name}, {lower}")


def change_source(standing: Standing, previous: Previous) -> str:
    """The two dates and how many questions both have."""
    common = 0 if previous.change is None else len(previous.change.questions)
    return f"Index on {common} common questions. {day(previous.assessment.ends)} and {day(standing.assessment.ends)}."


def _stand(number: int) -> str:
    return "stands" if number == 1 else "stand"

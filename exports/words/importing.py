"""What a file of readings would do, in sentences."""

from assessment.reading_import import Change, Rehearsal
from exports.words.followed import value
from exports.words.numbers import counted, listed, start


def would(rehearsal: Rehearsal) -> str:
    """`12 readings are new, two replace an earlier figure and three are there already`."""
    return start(listed(_effects(rehearsal))) if rehearsal.changes else "No reading can be used"


def faults_finding(rehearsal: Rehearsal) -> str:
    """`Two lines cannot be used, so nothing can be imported yet`."""
    lines = len({fault.line for fault in rehearsal.faults})
    return start(f"{counted(lines, 'line')} cannot be used, so nothing can be imported yet")


def change_words(change: Change) -> str:
    """`new: 53 %`, `46 % becomes 48 %`, `52 % is there already`."""
    after = value(change.measure, change.measured.value)
    if change.effect == "new":
        return f"new: {after}"
    if change.before is not None and change.effect == "replaced":
        return f"{value(change.measure, change.before.value)} becomes {after}"
    return f"{after} is there already" + (", its sample or source is new" if change.effect == "completed" else "")


def _effects(rehearsal: Rehearsal) -> list[str]:
    new, replaced, completed, same = (len(rehearsal.of(effect)) for effect in ("new", "replaced", "completed", "same"))
    said = [
        f"{counted(new, 'reading')} {_is(new)} new" if new else "",
        f"{counted(replaced, 'reading')} {'replaces' if replaced == 1 else 'replace'} an earlier figure" if replaced else "",
        f"{counted(completed, 'reading')} {'gets' if completed == 1 else 'get'} a new sample or source" if completed else "",
        f"{counted(same, 'reading')} {_is(same)} there already" if same else "",
    ]
    return [part for part in said if part]


def _is(number: int) -> str:
    return "is" if number == 1 else "are"

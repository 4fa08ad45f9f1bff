from datetime import date, timedelta
from uuid import UUID

import pytest

from improvement.history import Entry, Happening, sentence, told
from improvement.model import Status
from tests.improvement.conftest import ASHA, BEN, CHITRA, NAMES, NOW


def entry(what=Happening.UPDATED, **more):
    plain = {
        "action_id": UUID(int=7),
        "version": 2,
        "what": what,
        "at": NOW,
        "by_id": CHITRA,
        "status_before": Status.ACCEPTED,
        "status_after": Status.ACCEPTED,
        "per_cent_before": 0,
        "per_cent_after": 0,
        "due_before": date(2026, 12, 4),
        "due_after": date(2026, 12, 4),
        "owner_before": CHITRA,
        "owner_after": CHITRA,
    }
    return Entry.model_validate(plain | more)


@pytest.mark.parametrize(
    ("happened", "words"),
    [
        (entry(Happening.PROPOSED, by_id=ASHA, owner_after=None, due_after=None), "Asha proposed this action."),
        (entry(Happening.WRITTEN, by_id=ASHA, owner_after=BEN), "Asha wrote this action for Ben, due 4 December 2026."),
        (entry(Happening.ACCEPTED, by_id=ASHA), "Asha accepted this action for Chitra, due 4 December 2026."),
        (entry(status_after=Status.IN_PROGRESS), "Chitra set the status to In progress."),
        (entry(per_cent_after=40), "Chitra set progress from 0 to 40 %."),
        (entry(note="Half way"), "Chitra wrote a note."),
        (
            entry(status_after=Status.BLOCKED, per_cent_after=40, note="n", evidence="e"),
            "Chitra set the status to Blocked, set progress from 0 to 40 %, wrote a note and added evidence.",
        ),
        (
            entry(due_after=date(2027, 1, 8), reason="The vendor is late"),
            "Chitra moved the due date from 4 December 2026 to 8 January 2027, because: “The vendor is late”.",
        ),
        (entry(due_before=None, due_after=date(2027, 1, 8), reason="r"), "Chitra moved the due date to 8 January 2027, because: “r”."),
        (entry(Happening.HANDED_OVER, by_id=ASHA, owner_after=BEN), "Asha handed this action over from Chitra to Ben."),
        (entry(Happening.VERIFIED, by_id=ASHA), "Asha verified this action."),
        (entry(Happening.VERIFIED), "Chitra verified this action, which is their own."),
        (entry(Happening.CANCELLED, reason="Overtaken"), "Chitra cancelled this action, because: “Overtaken”."),
    ],
)
def test_what_happened_is_one_sentence(happened, words):
    assert sentence(happened, NAMES) == words


def test_whoever_has_left_and_the_program_itself_are_named_so():
    assert sentence(entry(by_id=UUID(int=99), note="n"), NAMES) == "Somebody who has left wrote a note."
    assert sentence(entry(by_id=None, note="n"), NAMES) == "Plumbline wrote a note."


def test_the_history_is_told_newest_first_with_the_writers_own_words():
    first = entry(Happening.ACCEPTED, version=1, by_id=ASHA)
    second = entry(version=2, at=NOW + timedelta(days=1), note="<b>half</b> way", evidence="=1+1")
    lines = told((first, second), NAMES)
    assert [line.who for line in lines] == ["Chitra", "Asha"]
    assert (lines[0].note, lines[0].evidence, lines[0].at) == ("<b>half</b> way", "=1+1", NOW + timedelta(days=1))


def test_what_came_later_stands_first_also_within_one_instant():
    lines = told((entry(version=3, note="c"), entry(version=1, note="a"), entry(version=2, note="b")), NAMES)
    assert [line.note for line in lines] == ["c", "b", "a"]

"""The trail as sentences and as CSV."""

import csv
import io
from datetime import UTC, datetime
from uuid import UUID

import pytest

from exports.trail_file import HEAD, lines, safe
from exports.words.trail import details, sentence
from people.model import Event
from people.trail import Numbered

CHITRA, ASHA = UUID(int=1), UUID(int=2)
NAMES = {CHITRA: "Chitra Nair", ASHA: "Asha Rao"}


def event(verb="updated", resource="action", **more) -> Event:
    plain = {
        "id": UUID(int=9),
        "at": datetime(2026, 3, 2, 10, tzinfo=UTC),
        "actor_kind": "person",
        "actor_id": CHITRA,
        "actor_name": "Chitra Nair",
        "resource_id": UUID(int=7),
    }
    return Event(verb=verb, resource=resource, **(plain | more))


@pytest.mark.parametrize(
    ("happened", "told"),
    [
        (event("update", after={"number": 7, "title": "x"}), "Chitra Nair changed action A-07"),
        (
            event("take part", "participation", after={"takes_part": True}),
            "Chitra Nair let the organisation take part in the peer benchmark",
        ),
        (event("update", "participation", after={"size": "small"}), "Chitra Nair changed what the peer benchmark goes by"),
        (event("freeze", "peer_release", after={"organisations": 12}), "Chitra Nair froze a snapshot of peers"),
        (event("updated", after={"number": 7}), "Chitra Nair reported on action A-07"),
        (event("create", "function", after={"name": "IT"}), "Chitra Nair added function IT"),
        (
            event("change role", "membership", before={"person_id": str(ASHA), "role": "owner"}, after={"role": "viewer"}),
            "Chitra Nair changed the role of Asha Rao from owner to viewer",
        ),
        (event("admit", "membership", after={"person_id": str(ASHA), "role": "viewer"}), "Chitra Nair let in Asha Rao as viewer"),
        (event("remove", "membership", before={"person_id": str(ASHA), "role": "owner"}), "Chitra Nair removed Asha Rao"),
        (event("update", "person", resource_id=ASHA), "Chitra Nair changed Asha Rao"),
        (
            event("denied", "function", after={"verb": "read"}),
            "Chitra Nair was refused to read function of somebody else's or beyond their role",
        ),
        (event("sign out", "session"), "Chitra Nair signed out"),
        (event("purge", "organisation", before={"events": 3}), "Chitra Nair deleted all data of organisation"),
        (event("never heard of", "gate_policy", after={"gate": "adoption"}), "Chitra Nair never heard of the value of gate adoption"),
        (event("create", "assessment", actor_kind="system", actor_name="demo"), "Plumbline (demo) added assessment"),
    ],
)
def test_what_happened_is_a_sentence(happened, told):
    assert sentence(happened, NAMES) == told


def test_details_are_only_what_changed():
    changed = event(before={"status": "accepted", "due": "2026-06-01"}, after={"status": "in_progress", "due": "2026-06-01", "note": ""})
    assert details(changed) == (("status", "accepted", "in_progress"), ("note", "–", "–"))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(start):
    assert safe(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("cell", [-1, 2, "plain", "", "a=b"])
def test_numbers_and_plain_text_stay_as_they_are(cell):
    assert safe(cell) == cell


def test_the_file_has_a_row_for_each_event_and_opens_again():
    evil = event(actor_name="=cmd|' /C calc'!A0", after={"number": 7, "title": 'Quote " and, comma\nand line'})
    text = "".join(lines([[Numbered(2, evil)], [Numbered(1, event())]], NAMES))
    head, first, second = csv.reader(io.StringIO(text))
    assert tuple(head) == HEAD
    assert (first[0], first[2]) == ("2", "'=cmd|' /C calc'!A0")
    assert '"title":"Quote \\" and, comma\\nand line"' in first[9]
    assert second[0] == "1"

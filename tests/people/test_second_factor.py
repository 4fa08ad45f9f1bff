"""Codes that change every thirty seconds, and the ten for the day the phone is lost."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from people import second_factor as factor

SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 - of RFC 6238, appendix B
AT_59 = datetime.fromtimestamp(59, UTC)


@pytest.mark.parametrize(
    ("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (1234567890, "005924"), (2000000000, "279037"), (20000000000, "353130")]
)
def test_the_codes_are_those_of_rfc_6238(seconds, code):
    assert factor.accepted(SECRET, code, datetime.fromtimestamp(seconds, UTC), after=0) == seconds // 30


@pytest.mark.parametrize("typed", ["287082", " 287 082 ", "287\u00a0082"])
def test_a_code_may_be_typed_in_groups(typed):
    assert factor.accepted(SECRET, typed, AT_59, after=0) == 1


@pytest.mark.parametrize(("late", "taken"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_clock_may_be_wrong_by_one_step(late, taken):
    now = datetime.fromtimestamp(1234567890, UTC) + timedelta(seconds=late)
    assert (factor.accepted(SECRET, "005924", now, after=0) is not None) is taken


def test_a_code_counts_once_and_no_earlier_one_after_it():
    step = factor.accepted(SECRET, "287082", AT_59, after=0)
    assert step == 1
    assert factor.accepted(SECRET, "287082", AT_59, after=step) is None
    assert factor.accepted(SECRET, "287082", AT_59, after=step + 1) is None


@pytest.mark.parametrize("typed", ["", "28708", "2870822", "２８７０８２", "abcdef", "\ud800", "287082; --"])
def test_anything_else_is_wrong(typed):
    assert factor.accepted(SECRET, typed, AT_59, after=0) is None


def test_a_secret_has_160_bits_and_its_address_names_us():
    secret = factor.new_secret()
    assert (len(secret), len({factor.new_secret() for _ in range(50)})) == (32, 50)
    address = factor.address(secret, "asha@example.org")
    assert address.startswith("otpauth://totp/Plumbline:asha%40example.org?")
    assert f"secret={secret}" in address
    assert "issuer=Plumbline" in address
    assert factor.spelled(secret).replace(" ", "") == secret


def test_the_picture_is_a_whole_drawing_of_nothing_but_shapes():
    drawn = ET.fromstring(factor.picture("otpauth://totp/x"))  # noqa: S314 - our own text
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    assert {element.tag.rpartition("}")[2] for element in drawn.iter()} <= {"svg", "g", "path"}


def test_recovery_codes_are_kept_hashed_and_count_once_each():
    codes = factor.new_recovery_codes()
    stored = [factor.kept_code(code) for code in codes]
    assert (len(set(codes)), len(codes[0])) == (10, 19)
    assert not any(code in kept for code in codes for kept in stored)
    left = factor.without(stored, codes[3].upper().replace("-", " "))
    assert left == [*stored[:3], *stored[4:]]
    assert factor.without(left, codes[3]) is None


@pytest.mark.parametrize("typed", ["", "-", "aaaa-bbbb-cccc-dddd"])
def test_what_is_no_recovery_code_leaves_them_alone(typed):
    assert factor.without([factor.kept_code(code) for code in factor.new_recovery_codes()], typed) is None

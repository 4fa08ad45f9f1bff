"""Reminders: a message to pass on, with everything in it that whoever reads it needs."""

from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest

from exports.words.reminder import reminder, to_everybody
from people.model import Organisation
from tests.ui.test_inviting_words import named
from ui.parts.inviting_words import about, is_waited_for, reminded

HERE = Organisation(id=uuid4(), name="Meridian & Sons", zone="Asia/Kolkata", currency="INR")


@pytest.mark.parametrize(
    ("answered", "said"),
    [
        (None, "have not begun yet. Please open the link that you were given."),
        (0, "have not begun yet. Please go on in the browser in which you began."),
        (3, "you have answered 3 of 15 questions of “Autumn”; the rest takes about one minute."),
    ],
)
def test_a_reminder_says_how_far_they_are_and_what_to_do(answered, said):
    message = reminder(named(answered), "Autumn", HERE)
    assert message.text.startswith("Dear Esha,\n\n")
    assert said in message.text
    assert "until 10 Dec 2026" in message.text
    assert "If your link is lost" in message.text


def test_the_mail_holds_the_whole_message_and_hides_people_from_each_other():
    message = to_everybody("Autumn & winter", HERE)
    parts = urlsplit(message.mail(blind=["esha@example.org", "ben@example.org"]))
    said = parse_qs(parts.query)
    assert (parts.scheme, parts.path) == ("mailto", "")
    assert said["bcc"] == ["esha@example.org,ben@example.org"]
    assert said["body"] == [message.text]
    assert said["subject"] == ["Your view on “Autumn & winter”"]


def test_an_address_adds_no_line_and_no_second_reader():
    mail = reminder(named(3), "Autumn", HERE).mail("esha@example.org?bcc=all@example.org\nCc: x@example.org")
    assert urlsplit(mail).query.count("bcc") == 0
    assert "\n" not in mail


def test_those_are_waited_for_who_have_something_to_answer():
    assert [is_waited_for(named(answered)) for answered in (None, 0, 3, 15)] == [True, True, True, False]
    assert not is_waited_for(named(3, revoked_at=named().invitation.made_at))


def test_the_list_says_what_somebody_is_asked_about_and_when_they_were_reminded():
    titles = {"incident": "Incident management", "problem": "Problem management", "change": "Change enablement"}
    one = named(3, practices=("problem", "incident"), reminded_on="2026-11-24").invitation
    assert about(one, titles) == "asked about Incident management and Problem management alone"
    assert reminded(one) == "reminded on 24 Nov 2026"
    assert about(named().invitation, titles) == reminded(named().invitation) == ""

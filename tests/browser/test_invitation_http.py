"""Invitations against a running server: looked at, used once, guessed, forwarded, found in a log (attack A12)."""

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import pytest

from people import links
from people.invitation_model import InvitationState
from people.model import Role
from people.tokens import new_token
from tests.browser.invited import Office, cookie_of, now, office

UPGRADE = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec_WebSocket_Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec_WebSocket_Version": "13",
}


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("home")) as made:
        yield made


@pytest.fixture(scope="module")
def asked(there: Office):
    return there.start()


def path(made) -> str:
    return links.invitation(made.token)


def test_looking_at_a_link_uses_nothing_up_and_says_who_asks_and_what_it_means(there: Office, asked):
    made = there.asks(asked, "Esha")
    for _ in range(3):
        said = there.ask(path(made))
    assert said.status == 200
    assert "Asha asks for your view" in said.text
    assert "Meridian Foods" in said.text
    assert "two questions, about eight minutes" in said.text
    assert "under your name, Esha" in said.text
    assert not cookie_of(said)
    assert there.invitation(made).state(now()) is InvitationState.OPEN


def test_an_anonymous_page_promises_what_is_kept_and_no_more(there: Office, asked):
    said = there.ask(path(there.asks(asked)))
    assert "nothing leads from this link to your answers; only your group is known, which is staff" in said.text


def test_beginning_gives_a_session_until_the_invitation_ends_and_a_clean_address(there: Office, asked):
    made = there.asks(asked, "Esha", days=5)
    said = there.post(path(made))
    assert (said.status, said.headers["location"]) == (303, links.answer(asked.id))
    ends = re.search(r"expires=([^;]+)", said.headers["set-cookie"], re.IGNORECASE)
    assert ends is not None
    assert parsedate_to_datetime(ends[1]) == there.invitation(made).expires_at
    assert "httponly" in said.headers["set-cookie"].lower()
    assert there.ask("/", token=cookie_of(said)).status == 200


def test_the_page_runs_no_script_is_kept_by_nobody_and_tells_no_other_page_its_address(there: Office, asked):
    said = there.ask(path(there.asks(asked)))
    assert said.headers["cache-control"] == "no-store"
    assert "script-src" not in said.headers["content-security-policy"]
    assert '<meta name="referrer" content="strict-origin">' in said.text
    assert said.headers["x-frame-options"] == "DENY"


@pytest.mark.parametrize("name", ["Esha", ""])
def test_of_twenty_presses_at_the_same_moment_one_lets_in(there: Office, asked, name):
    made = there.asks(asked, name)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: there.post(path(made)), range(20)))
    assert sorted(said.status for said in answers) == [303] + [410] * 19
    assert sum(bool(cookie_of(said)) for said in answers) == 1


def test_a_used_link_leads_on_where_it_was_used_and_says_what_to_do_elsewhere(there: Office, asked):
    for made in (there.asks(asked, "Esha"), there.asks(asked)):
        token = cookie_of(there.post(path(made)))
        for again in (there.ask, there.post):
            assert again(path(made), token=token).headers["location"] == links.answer(asked.id)
        forwarded = there.ask(path(made))
        assert forwarded.status == 410
        assert "ask Asha for a new link" in forwarded.text
        assert there.post(path(made)).status == 410


def test_a_respondent_of_another_assessment_is_somebody_else_here(there: Office, asked):
    made = there.asks(asked, "Esha")
    there.post(path(made))
    elsewhere = cookie_of(there.post(path(there.asks(there.start(name="Another"), "Farid"))))
    assert there.ask(path(made), token=elsewhere).status == 410


def test_a_link_taken_back_says_so(there: Office):
    made = there.asks(there.start(), "Esha")
    there.revoke(made)
    said = there.ask(path(made))
    assert (said.status, "was taken back" in said.text) == (410, True)
    assert there.post(path(made)).status == 410


def test_a_final_assessment_lets_nobody_in(there: Office):
    assessment = there.start()
    made = there.asks(assessment, "Esha")
    there.answer(assessment)
    there.finalise(assessment.id)
    said = there.post(path(made))
    assert (said.status, "This assessment is final" in said.text) == (410, True)
    assert there.invitation(made).used_on is None


def test_another_sites_form_uses_no_link(there: Office, asked):
    made = there.asks(asked, "Esha")
    for origin in ("http://evil.example", "null"):
        assert there.post(path(made), Origin=origin).status == 403
    assert there.invitation(made).used_on is None


def test_who_guesses_links_is_stopped_for_a_while_and_so_is_nobody_else(there: Office):
    made = there.asks(there.start(), "Esha")
    there.forgives()
    guesses = [there.ask(links.invitation(new_token())) for _ in range(12)]
    assert [said.status for said in guesses] == [404] * 10 + [429] * 2
    stopped = there.post(path(made))
    assert (stopped.status, stopped.headers["retry-after"]) == (429, "900")
    assert "Wait 15 minutes" in stopped.text
    there.forgives()
    assert there.invitation(made).used_on is None


def test_right_links_count_as_no_guesses(there: Office, asked):
    for _ in range(12):
        assert there.ask(path(there.asks(asked))).status == 200


def test_what_is_no_token_leads_nowhere(there: Office):
    for token in ("x", "%00", "x" * 5000, "%F0%9F%90%A6", "..%2F..%2Fetc"):
        assert there.ask(f"/invitation/{token}").status in {400, 404}
    there.forgives()


def test_beginning_ends_the_session_that_the_browser_had(there: Office, asked):
    leaders = there.signed_in(there.cast.asha)
    made = there.asks(asked, "Esha")
    assert "You are signed in as Asha" in there.ask(path(made), token=leaders).text
    there.post(path(made), token=leaders)
    assert there.ask("/", token=leaders).status == 303, "signed out"


def test_a_respondents_session_opens_no_file_of_the_organisation(there: Office, asked):
    token = cookie_of(there.post(path(there.asks(asked, "Esha"))))
    said = there.ask(f"/download/report/{asked.id}", token=token)
    assert said.status == 404


def test_no_token_reaches_the_log(there: Office, asked):
    used, looked_at, guessed = there.asks(asked, "Esha"), there.asks(asked), new_token()
    token = cookie_of(there.post(path(used)))
    there.ask(path(looked_at))
    there.ask(links.invitation(guessed))
    there.ask(f"/sign-in?next={path(looked_at)}")
    there.ask(f"{path(used)}/more?x={used.token}")
    # Of websockets the server writes a line.
    for address in (path(looked_at), f"/link/{guessed}", f"/sign-in?next={path(used)}"):
        there.ask(address, **UPGRADE)
    for secret in (used.token, looked_at.token, guessed, token):
        assert secret not in there.server.log


def test_who_signs_out_is_told_that_the_answers_are_kept(there: Office):
    said = there.ask("/invitation", token=new_token())
    assert (said.status, "What you answered is kept" in said.text) == (200, True)
    assert not cookie_of(said)


def test_a_member_signed_in_by_the_invited_address_joins(there: Office):
    there.has_account(there.cast.dev, "dev@harbour.example")
    made = there.invites("Dev", "Dev@Harbour.example", Role.VIEWER)
    token = there.signed_in(there.cast.dev)
    assert "You will be <b>a viewer</b> there" in there.ask(path(made), token=token).text
    assert there.post(path(made), token=token).headers["location"] == "/"
    assert there.role_of(there.cast.dev) is Role.VIEWER
    assert there.post(path(made), token=token).status == 410


def test_a_forwarded_invitation_to_join_takes_nobody_else_in(there: Office):
    there.has_account(there.cast.ben, "ben@example.org")
    made = there.invites("Gita", "gita@example.org", Role.LEADER)
    said = there.post(path(made), token=there.signed_in(there.cast.ben))
    assert (said.status, "This invitation is for gita@example.org" in said.text) == (410, True)
    assert there.invitation(made).used_on is None


def test_a_newcomer_joins_and_chooses_a_password(there: Office):
    made = there.invites("Hana", "hana@example.org", Role.OWNER)
    said = there.post(path(made))
    assert (said.status, said.headers["location"][:6]) == (303, "/link/")
    assert "Choose your password" in there.ask(said.headers["location"]).text
    assert there.post(path(made)).status == 410


def test_who_has_an_account_is_led_to_sign_in_and_back(there: Office):
    made = there.invites("Tom", "ben@example.org")
    said = there.post(path(made))
    assert said.headers["location"] == f"/sign-in?next=%2Finvitation%2F{made.token}"
    assert there.invitation(made).used_on is None

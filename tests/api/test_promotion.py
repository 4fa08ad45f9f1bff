"""Becoming an administrator with a browser open: the next request leads to the second factor, and to nothing else."""

import re
from collections.abc import Iterator

import httpx
import pyotp
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.api.site import Site


@pytest.fixture
def promoted(site: Site) -> Iterator[httpx.Client]:
    """The viewer's browser, who is an administrator since a moment ago."""
    with site.inside() as browser:
        assert browser.get("/").status_code == 200
        site.promote(promoted=True)
        yield browser
    site.promote(promoted=False)


def test_every_way_in_stays_shut_until_the_second_factor_is_there(site, promoted):
    answer = promoted.get("/people?show=all")
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in/enrol?next=%2Fpeople%3Fshow%3Dall")
    assert promoted.get("/download/report/x").status_code == 401
    with (
        pytest.raises(InvalidStatus) as refused,
        connect(
            f"ws{site.server.url.removeprefix('http')}/_stcore/stream",
            additional_headers={"Cookie": f"plumbline={promoted.cookies['plumbline']}", "Origin": site.server.url},
        ),
    ):
        pass
    assert refused.value.response.status_code == 401


def test_with_a_code_of_the_new_authenticator_they_are_in_with_another_token(promoted):
    before = promoted.cookies["plumbline"]
    form = promoted.get("/sign-in/enrol").text
    assert promoted.get("/sign-in/enrol").text == form, "a reload makes no other key"
    key = re.search(r'class="key"[^>]*>([A-Z2-7 ]+)<', form)
    assert key is not None
    assert promoted.post("/sign-in/enrol", data={"code": "000000"}).status_code == 403
    answer = promoted.post("/sign-in/enrol", data={"code": pyotp.TOTP(key[1].replace(" ", "")).now()})
    assert "codes" in answer.text
    assert promoted.cookies["plumbline"] != before
    assert promoted.get("/").status_code == 200

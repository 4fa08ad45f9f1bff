"""A10 on a running server: no file without a session, none that is too large, and few of each session."""

import http.client
from collections.abc import Iterator
from contextlib import closing
from http.cookies import SimpleCookie

import pytest

from api.uploads import EACH
from bench.driver import Driver
from tests.attacks.served import Served, served

pytestmark = pytest.mark.browser
BOUNDARY = "canary-boundary"
MEGABYTE = 1024 * 1024
LARGEST = 10 * MEGABYTE


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with served(tmp_path_factory.mktemp("home")) as started:
        yield started


class Uploader:
    """A page that is open in a browser, and what that browser would send to the upload endpoint: without any widget."""

    def __init__(self, door: Served, page: Driver, cookie: str) -> None:
        self._door, self._page, self._cookie = door, page, cookie
        self._token = xsrf(door, cookie)

    def put(self, file: str, size: int = 1, *, cookie: str | None = None, chunked: bool = False) -> int:
        """The status of an upload; `chunked`: without saying beforehand how long it is."""
        mine = self._cookie if cookie is None else cookie
        headers = {
            "Origin": self._door.server.url,
            "Cookie": "; ".join(filter(None, (f"_streamlit_xsrf={self._token}", mine))),
            "X-Xsrftoken": self._token,
            "Content-Type": f"multipart/form-data; boundary={BOUNDARY}",
        }
        body = multipart(size)
        with closing(http.client.HTTPConnection("127.0.0.1", self._door.server.port, timeout=60)) as connection:
            sent = iter([body[at : at + MEGABYTE] for at in range(0, len(body), MEGABYTE)]) if chunked else body
            where = f"/_stcore/upload_file/{self._page.session_id}/{file}"
            connection.request("PUT", where, sent, headers, encode_chunked=chunked)
            return connection.getresponse().status


def multipart(size: int) -> bytes:
    head = f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="readings.csv"\r\n\r\n'
    return head.encode() + b"x" * size + f"\r\n--{BOUNDARY}--\r\n".encode()


def xsrf(door: Served, cookie: str) -> str:
    return SimpleCookie(door.ask("/_stcore/health", cookie).headers["set-cookie"])["_streamlit_xsrf"].coded_value


@pytest.fixture
def alpha(door: Served) -> Iterator[Uploader]:
    """The leader's browser, in a session of this test's own."""
    cookie = door.cookie(door.alpha.leader)
    with closing(Driver(door.server.url + "/", cookie).open()) as page:
        yield Uploader(door, page, cookie)


@pytest.mark.parametrize("cookie", ["", "plumbline=forged"])
def test_without_a_session_even_the_name_of_an_open_page_and_its_token_upload_nothing(alpha: Uploader, cookie: str):
    assert alpha.put("f", cookie=cookie) == 401
    assert alpha.put("f") == 204


@pytest.mark.parametrize("chunked", [False, True])
def test_a_file_that_is_too_large_is_refused_whether_it_says_so_or_not(alpha: Uploader, chunked: bool):
    assert alpha.put("fits", LARGEST - MEGABYTE, chunked=chunked) == 204
    assert alpha.put("too-large", LARGEST + MEGABYTE, chunked=chunked) == 413


def test_the_sixth_file_of_a_session_is_refused(alpha: Uploader):
    assert [alpha.put(f"f{n}") for n in range(EACH + 1)] == [204] * EACH + [429]

"""A company's sign-on that holds a client to RFC 7636: the mock behind it takes any verifier, or none."""

import http.client
import threading
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

_REFUSED = b'{"error": "invalid_grant", "error_description": "the verifier is not that of the challenge (RFC 7636, 4.6)"}'
_OWN = {"connection", "content-length", "transfer-encoding", "date", "server"}


@contextmanager
def holding_to_pkce(provider: str) -> Iterator[str]:
    """The same provider at another address, which it takes for its own."""

    class Checked(_Provider):
        behind = urlsplit(provider).netloc
        challenges: ClassVar[dict[str, str]] = {}

    with ThreadingHTTPServer(("127.0.0.1", 0), Checked) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


class _Provider(BaseHTTPRequestHandler):
    behind: ClassVar[str]
    challenges: ClassVar[dict[str, str]]
    """What each code has to be redeemed with."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/oauth2/token") and not self._proves(body.decode()):
            self._answer(400, [("Content-Type", "application/json")], _REFUSED)
            return
        connection = http.client.HTTPConnection(self.behind, timeout=20)
        connection.request(self.command, self.path, body, dict(self.headers))
        told = connection.getresponse()
        self._note(told.getheader("Location") or "")
        self._answer(told.status, told.getheaders(), told.read())
        connection.close()

    do_POST = do_PUT = do_GET  # noqa: N815 - likewise

    def _proves(self, form: str) -> bool:
        sent = parse_qs(form)
        verifier = sent.get("code_verifier", [""])[0]
        digest = urlsafe_b64encode(sha256(verifier.encode()).digest()).decode().rstrip("=")
        return self.challenges.get(sent.get("code", [""])[0]) == digest

    def _note(self, back: str) -> None:
        asked, given = parse_qs(urlsplit(self.path).query), parse_qs(urlsplit(back).query)
        if "code" in given and "code_challenge" in asked:
            self.challenges[given["code"][0]] = asked["code_challenge"][0]

    def _answer(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            if name.lower() not in _OWN:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the provider behind it keeps a log."""

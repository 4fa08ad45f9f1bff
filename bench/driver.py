"""A browser's side of Streamlit's protocol, as far as clicking needs it: one session over the real websocket."""

import http.client
import re
from contextlib import ExitStack
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 20
_LAST = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class Driver:
    """One session on one page. After `open`, `radios` are those that the page shows, by label."""

    def __init__(self, url: str, cookie: str = "", resumed: str = "") -> None:
        parts = urlsplit(url)
        self._cookie = cookie
        self._resumed = resumed
        self.heard = bytearray()
        """Everything that the server said, as it came over the wire."""
        self._host = parts.netloc
        self._page, self._query = parts.path.strip("/"), parts.query
        self._hash = ""
        self._cached: dict[str, ForwardMsg] = {}
        self._states: dict[str, WidgetState] = {}
        self._socket: ClientConnection | None = None
        self._left = ExitStack()
        self.radios: dict[str, tuple[Any, str]] = {}
        self.first: ForwardMsg | None = None
        """The message that opened the session: the settings as the browser is told them."""
        self.errors: list[str] = []

    def open(self) -> "Driver":
        """Connect and run the page once."""
        token = self._token()
        opening = connect(
            f"ws://{self._host}/_stcore/stream",
            origin=Origin(f"http://{self._host}"),
            subprotocols=[Subprotocol(part) for part in ("streamlit", token, self._resumed) if part],
            additional_headers={"Cookie": "; ".join(filter(None, (f"_streamlit_xsrf={token}", self._cookie)))},
            compression=None,
            max_size=None,
        )
        self._socket = self._left.enter_context(opening)
        self._run()
        return self

    def close(self) -> None:
        """Leave; the server keeps nothing that matters."""
        self._left.close()

    def choose(self, label: str, option: int) -> None:
        """Choose an option of a radio as a click does, and wait until the page is calm again."""
        radio, fragment = self.radios[label]
        self._states[radio.id] = WidgetState(id=radio.id, string_value=radio.options[option])
        self._run(fragment)

    @property
    def session_id(self) -> str:
        """Streamlit's own name for the session: whoever presents it asks for what the session held."""
        return self.first.new_session.initialize.session_id if self.first else ""

    def rerun(self) -> None:
        """Run the page once more."""
        self._run()

    @property
    def _wire(self) -> ClientConnection:
        if self._socket is None:
            raise RuntimeError("open() comes first")
        return self._socket

    def _token(self) -> str:
        connection = http.client.HTTPConnection(self._host, timeout=PATIENCE)
        connection.request("GET", "/_stcore/health", headers={"Cookie": self._cookie} if self._cookie else {})
        answer = connection.getresponse()
        answer.read()
        cookies = SimpleCookie(answer.getheader("set-cookie", ""))
        connection.close()
        return cookies["_streamlit_xsrf"].coded_value

    def _run(self, fragment: str = "") -> None:
        asked = BackMsg()
        client = asked.rerun_script
        client.query_string, client.page_script_hash, client.fragment_id = self._query, self._hash, fragment
        client.page_name = "" if self._hash else self._page
        client.cached_message_hashes.extend(self._cached)
        client.widget_states.widgets.extend(self._states.values())
        client.context_info.timezone, client.context_info.locale = "UTC", "en-GB"
        client.context_info.url = f"http://{self._host}/{self._page}"
        self._wire.send(asked.SerializeToString())
        while not self._took(self._next()):
            pass

    def _next(self) -> ForwardMsg:
        message = ForwardMsg()
        raw = self._wire.recv(timeout=PATIENCE, decode=False)
        self.heard += raw
        message.ParseFromString(raw)
        if message.WhichOneof("type") == "ref_hash":
            return self._cached[message.ref_hash]
        if message.metadata.cacheable and message.hash:
            self._cached[message.hash] = message
        return message

    def _took(self, message: ForwardMsg) -> bool:
        """Take notice of a message; whether it was the last of a run."""
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.first = self.first or message
            self._hash = message.new_session.page_script_hash or self._hash
        elif kind == "navigation":
            self._hash = message.navigation.page_script_hash or self._hash
        elif kind == "delta":
            self._element(message)
        return kind == "script_finished" and message.script_finished in _LAST

    def _element(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "radio":
            self.radios[re.sub(r"\s+", " ", element.radio.label)] = (element.radio, message.delta.fragment_id)
            if element.radio.set_value and element.radio.HasField("raw_value"):
                self._states[element.radio.id] = WidgetState(id=element.radio.id, string_value=element.radio.raw_value)
        elif kind in {"exception", "alert"} and (kind == "exception" or element.alert.format == element.alert.ERROR):
            self.errors.append(element.exception.message if kind == "exception" else element.alert.body)

"""Who calls: from which address, with which browser, with which cookie."""

from ipaddress import ip_address

from starlette.requests import Request

from api import cookie
from ground.settings import Settings
from people.entrance import Caller

_BROWSERS = {"Edg": "Edge", "OPR/": "Opera", "Firefox/": "Firefox", "Chrome/": "Chrome", "Safari/": "Safari"}
_SYSTEMS = {
    "Windows": "Windows",
    "Android": "Android",
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Macintosh": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def caller(request: Request, chosen: Settings) -> Caller:
    """What the way in wants to know of them."""
    return Caller(address(request, chosen), browser(request.headers.get("user-agent", "")), request.cookies.get(cookie.name(chosen)))


def address(request: Request, chosen: Settings) -> str:
    """The other end of the connection; behind our own proxy on this machine, what the proxy says of its other end."""
    peer = request.client.host if request.client else ""
    said = ",".join(request.headers.getlist("x-forwarded-for")).rpartition(",")[2].strip()
    # What comes before the last comma is what the caller claimed.
    return said if chosen.public_url and _is_loopback(peer) and _is_address(said) else peer


def browser(agent: str) -> str:
    """`Firefox on Windows`: enough to tell one's own browsers apart, and no more than that."""
    program = next((name for sign, name in _BROWSERS.items() if sign in agent), "Another browser")
    system = next((name for sign, name in _SYSTEMS.items() if sign in agent), "")
    return f"{program} on {system}" if system else program


def _is_loopback(peer: str) -> bool:
    return _is_address(peer) and ip_address(peer).is_loopback


def _is_address(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True

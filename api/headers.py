"""What every response tells the browser to forbid."""

import re
from base64 import b64encode
from hashlib import sha256

from starlette.datastructures import MutableHeaders

_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
WAY_IN = (
    "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""For our own pages, which run no script at all."""
_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def policy(page: str) -> str:
    """The Content-Security-Policy for the given page: its inline scripts, and no other, run by their hash."""
    hashes = "".join(f" 'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in _INLINE.findall(page))
    return (
        f"default-src 'none'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; frame-src 'none'; "
        "frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'"
    )


def protect(headers: MutableHeaders, csp: str, *, over_tls: bool) -> None:
    """Set the protective headers, replacing any that the application sent under the same names."""
    headers["Content-Security-Policy"] = csp
    headers.update(_FIXED)
    if over_tls:
        headers["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains"

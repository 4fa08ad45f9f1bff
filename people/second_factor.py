"""The second factor: a code that changes every 30 seconds (TOTP, RFC 6238), and ten recovery codes for the day the phone is lost. Pure."""

import hmac
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from secrets import choice

import pyotp
import segno

from people.tokens import kept

STEP = 30
ISSUER = "Plumbline"
RECOVERY_CODES = 10
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is taken for another. 16 of these 31 are 79 bits: too many to try, even for who has a copy of the database."""


def new_secret() -> str:
    """160 random bits in base 32, as RFC 4226 recommends."""
    return pyotp.random_base32()


def address(secret: str, login: str) -> str:
    """The `otpauth:` address that an authenticator reads."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=ISSUER)


def picture(text: str) -> str:
    """The QR code of a text as an SVG document, dark on white in whatever surroundings."""
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, scale=5, border=4, dark="#0E1A28", light="#FFFFFF")
    return drawn.getvalue().decode()


def spelled(secret: str) -> str:
    """In groups of four, for those who type it."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def accepted(secret: str, code: str, now: datetime, after: int) -> int | None:
    """The time step that the code belongs to: this one or a neighbour, later than `after`, since a code counts once. None: wrong."""
    typed = "".join(code.split())
    here = int(now.timestamp()) // STEP
    steps = [step for step in (here - 1, here, here + 1) if step > after and _equal(pyotp.HOTP(secret).at(step), typed)]
    return steps[0] if steps else None


def new_recovery_codes() -> tuple[str, ...]:
    """To be shown once."""
    return tuple(_recovery_code() for _ in range(RECOVERY_CODES))


def kept_code(code: str) -> str:
    """What is stored of a recovery code: its SHA-256, whatever its case and hyphens."""
    return kept("recovery:" + "".join(c for c in code.casefold() if c.isalnum()))


def without(codes: Iterable[str], typed: str) -> list[str] | None:
    """The stored codes that are left after one was used; None when it is none of them."""
    before, used = list(codes), kept_code(typed)
    return [code for code in before if code != used] if used in before else None


def _recovery_code() -> str:
    return "-".join("".join(choice(_SIGNS) for _ in range(4)) for _ in range(4))


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))

"""Tokens: what a cookie or a link holds. The database knows only their SHA-256, so that a stolen copy of it opens nothing."""

from hashlib import sha256
from secrets import token_urlsafe

LENGTH = 43
"""Characters of 256 bits in URL-safe base 64."""


def new_token() -> str:
    """256 random bits."""
    return token_urlsafe(32)


def kept(token: str) -> str:
    """What is stored of it: SHA-256 in hexadecimal. Fast on purpose: 256 random bits cannot be guessed, unlike a password."""
    return sha256(token.encode("utf-8", "surrogatepass")).hexdigest()

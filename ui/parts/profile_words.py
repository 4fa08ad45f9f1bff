"""What one's own account says of itself."""

from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from exports.words.numbers import counted
from people.own_account import Own


def finding(own: Own) -> str:
    """Where the person is signed in, and by what."""
    by = "a password and a second factor" if own.has_second_factor else "a password" if own.has_password else "your company’s sign-on"
    return f"You are signed in on {counted(len(own.sessions), 'browser')}, by {by}"


def moment(at: datetime) -> str:
    """`26 November 2026, 10:42` on the clock of the person's own browser."""
    return f"{at.astimezone(_zone()):%-d %B %Y, %H:%M}"


def _zone() -> ZoneInfo:
    try:
        return ZoneInfo(st.context.timezone or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")

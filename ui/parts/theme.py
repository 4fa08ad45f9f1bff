"""The theme, told to the browser at the start of every rerun: Streamlit works it out anew each time, a sixth of what a click costs.

The settings stay as they are while the server runs, so it is worked out once (docs/decisions/0011).
"""

from functools import lru_cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session

_worked_out = app_session._populate_theme_msg  # noqa: SLF001 - Streamlit offers no other way; its version is pinned


@lru_cache(maxsize=16)
def _told(section: str) -> bytes:
    message = CustomThemeConfig()
    _worked_out(message, section)
    return bytes(message.SerializeToString())


def told_again(msg: CustomThemeConfig, section: str = "theme") -> None:
    """Write the section of the theme into the message; one without settings leaves it untouched, as Streamlit does."""
    if told := _told(section):
        msg.MergeFromString(told)


def settle() -> None:
    """From now on, in this process."""
    app_session._populate_theme_msg = told_again  # noqa: SLF001 - see above

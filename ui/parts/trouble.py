"""What a person sees when a page fails: a sentence, never a trace."""

import streamlit as st
import structlog

from ground.errors import PlumblineError
from ui.parts.markdown import escaped

_UNKNOWN = (
    "Something went wrong on this page and was written to the log. What showed “Saved” is saved. Reload the page, or go on from Home."
)
_log = structlog.get_logger(__name__)


def told(error: Exception) -> bool:
    """For `st.App(on_script_error=...)`: True, because the sentence takes the place of Streamlit's own display."""
    if isinstance(error, PlumblineError):
        st.error(escaped(str(error)))
    else:
        _log.error("a page failed", exc_info=error)
        st.error(_UNKNOWN)
    return True

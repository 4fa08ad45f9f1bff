"""Labels of widgets: Streamlit shows them as Markdown, and gives them to a screen reader as they stand."""

import re

from ui.parts.markdown import escaped

# Nothing in these texts can become markup; every escape would be read aloud as a backslash.
_PLAIN = re.compile(r"(?!\d+[.)]\s)(?!.*--)[\w(“‘‚„][^\W_\s]*(?:[^\W_]|[ ,;.'’“”()%!?&/–—…-])*")


def spoken(text: str) -> str:
    """The text as a label: untouched where it is plain, escaped where something in it could become markup."""
    return text if _PLAIN.fullmatch(text) and "www." not in text else escaped(text)


def ink(label: str) -> str:
    """The label of a tertiary popover in the colour of text: open, its own colour falls to a contrast of 1.4 in the dark."""
    return f":violet[{label}]"

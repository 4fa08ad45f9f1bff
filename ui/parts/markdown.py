"""What people wrote is shown as they wrote it: nothing in it becomes markup, a link, an icon or an image."""

import re
from functools import lru_cache

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
# Streamlit turns these into emoji, icons, links and arrows after it has read the escapes, so an invisible joiner parts them.
_LATE = re.compile(r"(:)(?=[\w+/-]+:|//)|(www)(?=\.)|(@)(?=\w)|(?<=\s)(<?-|~|>|<)(?=[->=])", re.IGNORECASE)
_JOINER = "\u2060"


@lru_cache(maxsize=4096)
def escaped(text: str) -> str:
    """User text for any place that reads Markdown, inside directives such as `:small[...]` too. Line breaks are kept."""
    return "  \n".join(_line(line) for line in text.splitlines())


def _line(line: str) -> str:
    kept = line.lstrip(" \t")
    indent = "\u00a0" * (len(line) - len(kept))
    return indent + _PUNCTUATION.sub(r"\\\1", _LATE.sub(lambda found: found[0] + _JOINER, kept))

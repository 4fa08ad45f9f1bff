"""A name that nothing here bears."""

from collections.abc import Sequence

from assessment.reading_file import shown
from exports.words.numbers import listed, quoted
from ground.errors import NotFound

_MOST = 12
"""More names than this do not help to choose."""


class Unknown(NotFound):
    """Says what was asked for and what there is."""

    def __init__(self, what: str, wanted: str, known: Sequence[str]) -> None:
        super().__init__(what)
        self.args = (f"There is no {what} called {shown(wanted)}. {_choice(what, known)}",)


def _choice(what: str, known: Sequence[str]) -> str:
    if not known:
        return f"There is no {what} at all yet. Make one in the browser: plumbline serve."
    names = [quoted(name) for name in dict.fromkeys(known)]
    more = ["others"] if len(names) > _MOST else []
    return f"There is {listed(names[:_MOST] + more)}."

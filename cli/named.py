"""What somebody means on the command line: by its id, or by its name in any case."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from assessment.reading_file import shown
from exports.words.numbers import listed, quoted
from ground.errors import NotFound, PlumblineError

T = TypeVar("T")
_MOST = 12
"""More names than this do not help to choose."""


class Candidate(NamedTuple, Generic[T]):
    """What may be meant, and what the command goes on with when it is."""

    id: UUID
    name: str
    meant: T


class Unknown(NotFound):
    """Says what was asked for and what there is."""

    def __init__(self, what: str, wanted: str, known: Sequence[str]) -> None:
        super().__init__(what)
        self.args = (f"There is no {what} called {shown(wanted)}. {_choice(what, known)}",)


class NotOne(PlumblineError):
    """A name that several bear."""

    def __init__(self, what: str, wanted: str, ids: Sequence[UUID]) -> None:
        super().__init__(f"{len(ids)} {what}s are called {wanted}. Give one of their ids instead: {', '.join(map(str, ids))}.")


def named(what: str, wanted: str, known: Sequence[Candidate[T]]) -> T:
    """The one that is meant; `what` says the kind of thing, in the singular. Unknown, NotOne."""
    found = [one for one in known if wanted.casefold() in (str(one.id), one.name.casefold())]
    if not found:
        raise Unknown(what, wanted, [one.name for one in known])
    if len(found) > 1:
        raise NotOne(what, wanted, [one.id for one in found])
    return found[0].meant


def _choice(what: str, known: Sequence[str]) -> str:
    if not known:
        return f"There is no {what} at all yet. Make one in the browser: plumbline serve."
    names = [quoted(name) for name in dict.fromkeys(known)]
    more = ["others"] if len(names) > _MOST else []
    return f"There is {listed(names[:_MOST] + more)}."

"""What each of our routes needs: said beside it, so that a route without a word about it fails the build."""

from collections.abc import Callable
from typing import Any, TypeVar

from people.model import Verb

F = TypeVar("F", bound=Callable[..., Any])
Need = tuple[str, Verb]
_NEEDS = "needs"


def needs(resource: str, verb: Verb) -> Callable[[F], F]:
    """Only for those who may do this to such a thing. The route asks the policy itself; this says which question it asks."""

    def declared(endpoint: F) -> F:
        setattr(endpoint, _NEEDS, (resource, verb))
        return endpoint

    return declared


def needs_session(endpoint: F) -> F:
    """For everybody who is signed in, about themselves."""
    setattr(endpoint, _NEEDS, None)
    return endpoint


def is_declared(endpoint: Callable[..., Any]) -> bool:
    """Whether the route says what it needs; the ways in are open, and say nothing."""
    return hasattr(endpoint, _NEEDS)


def needed(endpoint: Callable[..., Any]) -> Need | None:
    """What the policy is asked; None where a session is enough."""
    found: Need | None = getattr(endpoint, _NEEDS)
    return found

"""Errors are sentences that tell a person what to do; each door translates them once."""


class PlumblineError(Exception):
    """Something a person can put right. `str(error)` is the sentence to show."""


class NotFound(PlumblineError):
    """Missing, or not the actor's to see: the two are told alike on purpose."""

    def __init__(self, what: str = "page") -> None:
        super().__init__(f"There is no such {what} here. Go back and choose one from the list.")


class Conflict(PlumblineError):
    """Somebody else saved first."""
